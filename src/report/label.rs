//! What a unit is called, in the language of the interface.
//!
//! ```text
//! id          en               fr                 es
//! OP12(a)     OP12(a)          par. 12 a)         párr. 12 a)
//! Art4(a)     Article 4(a)     article 4 a)       artículo 4 a)
//! A1.PP3      Annex 1, PP3     annexe 1, préambule, al. 3
//! S2.OP1      Part 2, OP1      partie 2, par. 1
//! OP3 … OP7   OP3–OP7          par. 3 à 7         párrs. 3 a 7
//! ```
//!
//! The id of a unit is unique and made for people who speak English; here its prefixes are said in other languages. An id whose
//! prefix is not known is shown as it stands.

use rustc_hash::FxHashSet;

use super::phrases::{Phrases, fill};
use crate::language::Language;
use crate::structure::{Kind, Unit};
use crate::text::abjad;

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
            // "(i)" inside "(a)" is a small Roman number.
            let own = abjad(letter).filter(|_| phrases.language == Language::Ar && !number.contains('('));
            number += &fill(phrases.names.letter, &[&own.map_or_else(|| letter.to_owned(), String::from)]);
            number += rest;
        }
        // Twins of one id are told apart as a person would count them.
        Self { prefix: prefix + spoken, number: number.replace('~', "\u{a0}/\u{a0}") }
    }

    /// "OP12", "par. 12".
    pub(super) fn full(&self) -> String {
        format!("{}{}", self.prefix, self.number)
    }

    /// "OP", "par. ".
    pub(super) fn before_number(&self) -> &str {
        &self.prefix
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

/// What a paragraph was, behind its name: " (was OP11)"; ", was OP6(a)", since a bracket in brackets reads badly.
pub fn beside(was: &str) -> String {
    if was.ends_with(')') { format!(", {was}") } else { format!(" ({was})") }
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
    // "Section 2" is called so itself.
    if digits == 1 && part[digits..].starts_with(|c: char| c.is_ascii_lowercase()) {
        return ("", part);
    }
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

/// "OP3–OP7" of the first and the last of a run of `count`; two are a list, where the prefix is said once: "par. 3 et 4".
pub(super) fn range([first, last]: [&Name; 2], count: usize, phrases: &Phrases) -> String {
    if first == last {
        return first.full();
    }
    if !first.is_like(last) {
        return format!("{} – {}", first.full(), last.full());
    }
    if count == 2 && says_prefix_once(phrases) {
        return list(&[first.clone(), last.clone()], phrases);
    }
    let several = several_of(&first.prefix, phrases);
    // A plural is said once: "Notes 2–6".
    let again = if several == first.prefix { several.as_str() } else { "" };
    let template = phrases.names.range.replacen("{p}", &several, 1).replace("{p}", again);
    template.replace("{a}", &first.number).replace("{b}", &last.number)
}

fn says_prefix_once(phrases: &Phrases) -> bool {
    phrases.names.range.matches("{p}").count() == 1
}

/// The prefix of several that share it: "artículos ", "annexe 1, articles ".
fn several_of(prefix: &str, phrases: &Phrases) -> String {
    let noun = phrases.names.plurals.iter().find(|(one, _)| prefix.ends_with(one));
    noun.map_or_else(|| prefix.to_owned(), |(one, several)| prefix[..prefix.len() - one.len()].to_owned() + several)
}

/// "OP3, OP5 and OP9", "par. 3, 5 et 9".
pub(super) fn list(names: &[Name], phrases: &Phrases) -> String {
    join(&groups(names, phrases).map(|group| shared(group, phrases)).collect::<Vec<_>>(), phrases)
}

/// The names of the old text that another comes from, with the articles that stand before them: "de l’ancien par. 3", "des anciens par. 3
/// et 5".
pub(super) fn list_with_article(names: &[Name], phrases: &Phrases) -> String {
    let said = groups(names, phrases).map(|group| {
        let list = shared(group, phrases);
        let article = phrases.names.articles.iter().find(|(beginning, ..)| list.starts_with(beginning));
        let article = article.map_or("", |&(_, one, several)| if group.len() == 1 { one } else { several });
        format!("{article}{list}")
    });
    match said.collect::<Vec<_>>().as_slice() {
        // A comma inside a name would run into the next: "préambule, al. 11, et du par. 1".
        [before @ .., last] if !before.is_empty() && before.iter().any(|name| name.contains(", ")) => {
            format!("{}{}{}{last}", before.join(phrases.names.comma), phrases.names.comma.trim_end(), phrases.names.and)
        }
        said => join(said, phrases),
    }
}

/// Names that are said together: those that share a prefix that the language says once, and those that differ in nothing.
fn groups<'a>(names: &'a [Name], phrases: &Phrases) -> impl Iterator<Item = &'a [Name]> {
    let says_once = says_prefix_once(phrases);
    names.chunk_by(move |before, name| before == name || says_once && before.is_like(name))
}

/// One group of names; those without a number are said once.
fn shared(group: &[Name], phrases: &Phrases) -> String {
    let mut names = group.to_vec();
    names.dedup();
    match names.as_slice() {
        [one] if group.len() == 1 || !one.number.is_empty() => one.full(),
        [one] => several_of(&one.prefix, phrases),
        [first, ..] => {
            let numbers: Vec<String> = names.iter().map(|name| name.number.clone()).collect();
            several_of(&first.prefix, phrases) + &join(&numbers, phrases)
        }
        [] => String::new(),
    }
}

/// What is said of each, as one list.
pub(super) fn join(names: &[String], phrases: &Phrases) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{}{}{last}", before.join(phrases.names.comma), phrases.names.and),
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

/// What is written beside `unit`; nothing beside headings and what has no number.
pub(super) fn shown_label(unit: &Unit, name: &Name) -> String {
    match unit.kind {
        Kind::Preambular | Kind::Operative | Kind::Subparagraph | Kind::Note => name.full(),
        Kind::Front | Kind::Enacting | Kind::Heading | Kind::Annex | Kind::Closing => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(said(&["OP19"], Language::Fr), "de l’ancien par.\u{a0}19");
        assert_eq!(said(&["OP8", "OP9"], Language::Fr), "des anciens par.\u{a0}8 et 9");
        assert_eq!(said(&["PP3"], Language::Fr), "de l’ancien préambule, al.\u{a0}3");
        assert_eq!(said(&["PP3", "OP1"], Language::Fr), "de l’ancien préambule, al.\u{a0}3, et de l’ancien par.\u{a0}1");
        assert_eq!(said(&["Art1", "Art2"], Language::Fr), "des anciens articles\u{a0}1 et 2");
        assert_eq!(said(&["H2", "H4"], Language::Fr), "des anciens intertitres 2 et 4");
        assert_eq!(said(&["OP2"], Language::Es), "el antiguo párr.\u{a0}2");
        assert_eq!(said(&["OP26", "OP27"], Language::Es), "los antiguos párrs.\u{a0}26 y 27");
        assert_eq!(said(&["Art1", "Art2"], Language::Es), "los antiguos artículos\u{a0}1 y 2");
        assert_eq!(said(&["OP8", "OP9"], Language::En), "OP8 and OP9");
    }

    #[test]
    fn what_has_no_number_is_said_once() {
        let closing = |language| {
            let phrases = Phrases::of(language);
            let name = Name { prefix: phrases.names.closing.to_owned(), number: String::new() };
            list(&[name.clone(), name], phrases)
        };
        assert_eq!(closing(Language::En), "Closing");
        assert_eq!(closing(Language::Fr), "clôture");
        assert_eq!(closing(Language::Es), "cierre");
    }

    #[test]
    fn what_it_was_stands_in_brackets_but_for_one_that_ends_with_one() {
        assert_eq!(beside("was OP11"), " (was OP11)");
        assert_eq!(beside("anc. 6\u{a0}a)"), ", anc. 6\u{a0}a)");
    }

    #[test]
    fn a_range_says_its_prefix_as_the_language_does() {
        let names = |language| {
            let phrases = Phrases::of(language);
            let name = |id| Name::of_id(id, phrases);
            [range([&name("OP3"), &name("OP7")], 5, phrases), range([&name("OP6"), &name("OP7")], 2, phrases)]
        };
        assert_eq!(names(Language::En), ["OP3–OP7", "OP6–OP7"]);
        let english = Phrases::of(Language::En);
        assert_eq!(range([&Name::of_id("N2", english), &Name::of_id("N6", english)], 5, english), "Notes 2–6");
        assert_eq!(names(Language::Fr), ["par.\u{a0}3 à 7", "par.\u{a0}6 et 7"]);
        assert_eq!(names(Language::Es), ["párrs.\u{a0}3 a 7", "párrs.\u{a0}6 y 7"]);
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
