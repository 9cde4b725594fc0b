//! What a unit is called, in the language of the interface.
//!
//! ```text
//! id          en               fr                 es
//! OP12(a)     OP12(a)          par. 12 a)         párr. 12 a)
//! Art4(a)     Article 4(a)     article 4 a)       artículo 4 a)
//! A1.PP3      Annex 1, PP3     annexe 1, préambule, al. 3
//! S2.OP1      Part 2, OP1      partie 2, par. 1
//! OP3 … OP7   OP3–OP7          par. 3 à 7         párr. 3 a 7
//! ```
//!
//! The id of a unit is unique and made for people who speak English; here its prefixes are said in other languages. An id whose
//! prefix is not known is shown as it stands.

use rustc_hash::FxHashSet;

use super::phrases::{Phrases, fill};
use crate::structure::{Kind, Unit};

/// A name in two parts, so that several can share the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    prefix: String,
    number: String,
}

impl Name {
    /// The name of `unit`.
    pub(super) fn of(unit: &Unit, phrases: &Phrases) -> Self {
        let names = &phrases.names;
        let fixed = match unit.kind {
            Kind::Front => names.front,
            Kind::Enacting => names.enacting,
            Kind::Closing => names.closing,
            _ => return Self::of_id(&unit.id, phrases),
        };
        Self { prefix: fixed.to_owned(), number: String::new() }
    }

    pub(super) fn of_id(id: &str, phrases: &Phrases) -> Self {
        let mut prefix = String::new();
        let mut rest = id;
        while let Some(dot) = part_end(rest) {
            let (spoken, number) = spoken(&rest[..dot], phrases);
            prefix = format!("{prefix}{spoken}{number}, ");
            rest = &rest[dot + 1..];
        }
        let (spoken, number) = spoken(rest, phrases);
        let mut letters = number.split('(');
        let mut number = letters.next().unwrap_or_default().to_owned();
        for letter in letters {
            // What stands behind the bracket is no letter: "12(a).2".
            let (letter, rest) = letter.split_once(')').unwrap_or((letter, ""));
            number += &fill(phrases.names.letter, &[letter]);
            number += rest;
        }
        // Twins of one id are told apart as a person would count them.
        Self { prefix: prefix + spoken, number: number.replace('~', "\u{a0}/\u{a0}") }
    }

    /// "OP12", "par. 12".
    pub(super) fn full(&self) -> String {
        format!("{}{}", self.prefix, self.number)
    }

    /// "was OP11", "anc. 11", for a unit that is now called `self`.
    pub(super) fn was(&self, old: &Self, phrases: &Phrases) -> String {
        let (prefix, number) =
            if self.prefix == old.prefix { (old.prefix.as_str(), old.number.clone()) } else { ("", old.full()) };
        phrases.badges.was.replace("{p}", prefix).replace("{a}", &number)
    }

    /// Whether `self` and `other` can stand in one range.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.prefix == other.prefix
    }
}

/// Where the part of an id that names an annex ends: a dot before a capital.
fn part_end(id: &str) -> Option<usize> {
    id.match_indices('.').map(|(dot, _)| dot).find(|dot| id[dot + 1..].starts_with(|c: char| c.is_ascii_uppercase()))
}

fn spoken<'a>(part: &'a str, phrases: &Phrases) -> (&'static str, &'a str) {
    let names = &phrases.names;
    if let Some(number) = part.strip_prefix("Art") {
        return (names.article, number);
    }
    let digits = part.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(part.len());
    match &part[..digits] {
        "OP" => (names.operative, &part[digits..]),
        "PP" => (names.preambular, &part[digits..]),
        "A" => (names.annex, &part[digits..]),
        "S" => (names.part, &part[digits..]),
        // Its count is not printed, and what stands under a heading without a number has none either.
        "U" => (names.unnumbered, part[digits..].trim_start_matches(|c: char| c.is_ascii_digit() || c == '.')),
        "H" if part.contains('.') => {
            (names.unnumbered, part[digits..].trim_start_matches(|c: char| c.is_ascii_digit() || c == '.'))
        }
        "H" => (names.heading, &part[digits..]),
        "N" => (names.note, &part[digits..]),
        _ => ("", part),
    }
}

/// "OP3–OP7" of the first and the last of a run.
pub(super) fn range(first: &Name, last: &Name, phrases: &Phrases) -> String {
    if first == last {
        return first.full();
    }
    if first.is_like(last) {
        let template = phrases.names.range.replace("{p}", &first.prefix);
        template.replace("{a}", &first.number).replace("{b}", &last.number)
    } else {
        format!("{} – {}", first.full(), last.full())
    }
}

/// "OP3, OP5 and OP9", "par. 3, 5 et 9".
pub(super) fn list(names: &[Name], phrases: &Phrases) -> String {
    let shares = phrases.names.range.matches("{p}").count() == 1;
    match names {
        [first, others @ ..] if shares && others.iter().all(|other| other.is_like(first)) => {
            first.prefix.clone() + &join(&names.iter().map(|name| name.number.clone()).collect::<Vec<_>>(), phrases)
        }
        _ => join(&names.iter().map(Name::full).collect::<Vec<_>>(), phrases),
    }
}

/// The same with the article that stands before it: "du par. 3", "des par. 3 et 5".
pub(super) fn list_with_article(names: &[Name], phrases: &Phrases) -> String {
    let list = list(names, phrases);
    let article = phrases.names.articles.iter().find(|(beginning, ..)| list.starts_with(beginning));
    let article = article.map_or("", |&(_, one, several)| if names.len() == 1 { one } else { several });
    format!("{article}{list}")
}

/// What is said of each, as one list.
pub(super) fn join(names: &[String], phrases: &Phrases) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{}{}{last}", before.join(", "), phrases.names.and),
    }
}

/// A section by its heading: section “Arrests”.
pub(super) fn section(heading: &Unit, phrases: &Phrases) -> String {
    fill(phrases.names.section, &[&heading.text])
}

/// Where links of a page can lead: a name for each unit, unique over both texts.
#[derive(Debug)]
pub(super) struct Anchors {
    /// By index of the new unit: "OP12".
    pub(super) new: Vec<String>,
    /// By index of the old unit, for what is only there: "old-OP11".
    pub(super) old: Vec<String>,
    /// By index of the old unit, for the place that it left: "from-OP11".
    pub(super) left: Vec<String>,
}

impl Anchors {
    pub(super) fn of(old: &[Unit], new: &[Unit]) -> Self {
        let mut taken = FxHashSet::default();
        let mut name = |prefix: &str, units: &[Unit]| {
            units.iter().map(|unit| unique(prefix.chars().chain(plain(&unit.id)).collect(), &mut taken)).collect::<Vec<_>>()
        };
        Self { new: name("", new), old: name("old-", old), left: name("from-", old) }
    }
}

/// Letters, digits and what needs no escaping in an address.
fn plain(id: &str) -> impl Iterator<Item = char> {
    let keep = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '(' | ')');
    id.chars().map(move |c| if keep(c) { c } else { '_' })
}

fn unique(anchor: String, taken: &mut FxHashSet<String>) -> String {
    if taken.insert(anchor.clone()) {
        return anchor;
    }
    let mut others = (2..).map(|count| format!("{anchor}_{count}"));
    others.find(|other| taken.insert(other.clone())).expect("numbers do not end")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn name(id: &str, language: Language) -> String {
        Name::of_id(id, Phrases::of(language)).full()
    }

    #[test]
    fn an_id_is_said_in_the_language_of_the_interface() {
        assert_eq!(name("OP12 bis", Language::En), "OP12 bis");
        assert_eq!(name("OP12(a)(i)", Language::Fr), "par.\u{a0}12\u{a0}a)\u{a0}i)");
        assert_eq!(name("A1.PP3", Language::En), "Annex 1, PP3");
        assert_eq!(name("OP25.1", Language::Es), "párr.\u{a0}25.1");
        assert_eq!(name("X9", Language::Fr), "X9");
        assert_eq!(name("ArtR127-1(a)", Language::Fr), "article\u{a0}R127-1\u{a0}a)");
        assert_eq!(name("A1.U2", Language::En), "Annex 1, Unnumbered paragraph");
    }

    #[test]
    fn several_paragraphs_share_their_name_and_its_article() {
        let said = |ids: &[&str], language| {
            let phrases = Phrases::of(language);
            list_with_article(&ids.iter().map(|id| Name::of_id(id, phrases)).collect::<Vec<_>>(), phrases)
        };
        assert_eq!(said(&["OP19"], Language::Fr), "du par.\u{a0}19");
        assert_eq!(said(&["OP8", "OP9"], Language::Fr), "des par.\u{a0}8 et 9");
        assert_eq!(said(&["PP3"], Language::Fr), "du préambule, al.\u{a0}3");
        assert_eq!(said(&["OP2"], Language::Es), "el párr.\u{a0}2");
        assert_eq!(said(&["OP8", "OP9"], Language::En), "OP8 and OP9");
    }

    #[test]
    fn a_range_says_its_prefix_as_the_language_does() {
        let names = |language| {
            let phrases = Phrases::of(language);
            range(&Name::of_id("OP3", phrases), &Name::of_id("OP7", phrases), phrases)
        };
        assert_eq!(names(Language::En), "OP3–OP7");
        assert_eq!(names(Language::Fr), "par.\u{a0}3 à 7");
    }

    #[test]
    fn the_old_number_stands_without_its_prefix_in_french() {
        let was = |language| {
            let phrases = Phrases::of(language);
            Name::of_id("OP12", phrases).was(&Name::of_id("OP11", phrases), phrases)
        };
        assert_eq!(was(Language::En), "was OP11");
        assert_eq!(was(Language::Fr), "anc. 11");
    }
}
