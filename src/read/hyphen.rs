//! Whether a word broken at the end of a line keeps its hyphen.
//!
//! ```text
//! coo-        dix-         Nations-     co-faci-
//! pération    huitième     Unies        litateurs
//! coopération dix-huitième Nations-Unies co-facilitateurs
//! ```
//!
//! Evidence, in this order: the joined or the hyphenated form stands elsewhere in the same text; real compounds (a capital or a
//! figure after the hyphen, numbers in words, first and last parts from the lexicon); else the hyphen stays where hardly a line
//! ends in one, since that typesetter breaks no words; else the word is joined where the language's hyphenation patterns (Liang
//! 1983, as TeX and `hypher` have them) allow the break, or the parts are no words.
//! Only the text itself is asked, so that it reads the same whatever it is compared with.

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::line::Line;
use super::{Repair, Why};
use crate::language::Language;
use crate::text::{fold, has_space_between, is_alphanumeric, words};

/// So many lines tell whether a typesetter breaks words.
const ENOUGH_LINES: usize = 60;

const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{ad}'];

/// Joins lines as the words of one text ask for.
pub(super) struct Joiner<'a> {
    language: Language,
    words: FxHashMap<&'a str, u32>,
    /// The typesetter breaks words at the ends of lines.
    breaks_words: bool,
}

/// The lines of one text, folded: a [`Joiner`] borrows its words from them. None where no line is broken: then no word is asked for.
pub(super) fn folded(lines: &[Line]) -> Vec<String> {
    let asked = if lines.iter().any(|line| is_broken(&line.text)) { lines } else { &[] };
    asked.iter().map(|line| fold(&line.text)).collect()
}

enum Join {
    Space,
    Glue,
    Solid,
    Hyphen,
}

impl<'a> Joiner<'a> {
    /// Counts the whole words of `lines`, which are also given [folded]: broken ones are no evidence.
    pub(super) fn new(lines: &[Line], folded: &'a [String], language: Language) -> Self {
        // Of the words of a text some three in ten are new, and a word has some six letters.
        let mut counts = FxHashMap::with_capacity_and_hasher(folded.iter().map(String::len).sum::<usize>() / 24, FxBuildHasher);
        let (mut broken, mut breaks) = (false, 0);
        for (line, folded) in lines.iter().zip(folded) {
            // Folded, all hyphens and apostrophes are these; nothing else in a word is neither a letter nor a figure.
            let words = words(folded, *b"-'").filter(|word| word.bytes().any(|byte| !matches!(byte, b'-' | b'\'')));
            let mut words = words.skip(usize::from(broken)).peekable();
            broken = is_broken(&line.text);
            breaks += usize::from(broken);
            while let Some(word) = words.next().filter(|_| !broken || words.peek().is_some()) {
                count_forms(word, &mut counts);
            }
        }
        // One hyphen in forty lines or fewer: those are compounds that stand at the end of a line by chance.
        Self { language, words: counts, breaks_words: lines.len() < ENOUGH_LINES || breaks * 40 > lines.len() }
    }

    /// Appends `next` to `text` as the continuation of the same paragraph, and lists what was mended.
    pub(super) fn append(&self, text: &mut String, next: &Line, repairs: &mut Vec<Repair>) {
        let join = self.decide(text, &next.text);
        let mending = match join {
            Join::Space => {
                text.push(' ');
                None
            }
            Join::Glue => None,
            Join::Solid if text.ends_with('\u{ad}') => Some(Why::SoftHyphen),
            Join::Solid => Some(Why::HyphenJoined),
            Join::Hyphen => Some(Why::HyphenKept),
        };
        let Some(why) = mending else { return text.push_str(&next.text) };
        let right = first_word(&next.text);
        let before = format!("{} {right}", last_word(text));
        if why != Why::HyphenKept {
            text.truncate(text.trim_end_matches(HYPHENS).trim_end().len());
        }
        let start = text.len() - last_word(text).len();
        text.push_str(&next.text);
        let end = text.len() - (next.text.len() - right.len());
        repairs.push(Repair { line: next.number, before, after: text[start..end].to_owned(), why });
    }

    fn count(&self, word: &str) -> u32 {
        let plural = |c| word.strip_suffix(c).and_then(|w| self.words.get(w));
        self.words.get(word).or_else(|| plural('s')).copied().unwrap_or(0)
    }

    fn decide(&self, text: &str, next: &str) -> Join {
        if !has_space_between(text, next) {
            return Join::Glue;
        }
        let Some(first) = next.chars().next().filter(|c| c.is_alphanumeric()) else { return Join::Space };
        if text.ends_with('/') || self.language.lexicon().spelling.elides && ends_in_elision(text) {
            return Join::Glue;
        }
        if !text.ends_with(HYPHENS) {
            return Join::Space;
        }
        if text.ends_with('\u{ad}') {
            return Join::Solid;
        }
        let stem = text.trim_end_matches(HYPHENS);
        // "burden- and responsibility-sharing": the hyphen waits for its second half.
        if self.language.lexicon().and.contains(&first_word(next)) {
            return Join::Space;
        }
        // "essen -" is a broken word with a space before its hyphen, or a dash: only the text itself can tell.
        let spaced = stem.ends_with(' ');
        let (left, right) = (fold(last_word(stem.trim_end())), fold(first_word(next)));
        let left = left.rsplit('\'').next().unwrap_or_default();
        // A footnote mark may be glued to the word.
        let unmarked = right.trim_end_matches(|c: char| c.is_ascii_digit());
        let right = if unmarked.is_empty() { right.as_str() } else { unmarked };
        let (joined, compound) = (format!("{left}{right}"), format!("{left}-{right}"));
        let (solid, hyphened) = (self.count(&joined), self.count(&compound));
        if spaced {
            let no_words = self.count(left) == 0 && self.count(right) == 0 && self.language.breaks(&joined).contains(&left.len());
            return if solid > 0 || no_words && first.is_lowercase() { Join::Solid } else { Join::Space };
        }
        if solid > 0 || hyphened > 0 {
            return if solid >= hyphened { Join::Solid } else { Join::Hyphen };
        }
        if !first.is_lowercase() || !left.ends_with(char::is_alphabetic) || self.is_compound(left, right) {
            return Join::Hyphen;
        }
        let (head, tail) = (left.rsplit('-').next().unwrap_or_default(), right.split('-').next().unwrap_or_default());
        let word = format!("{head}{tail}");
        // Patterns differ between typesetters: against them stand only parts that are both words. English writes compounds
        // of two words with a hyphen where the patterns would allow a break as well.
        let are_words = |least: usize| [head, tail].iter().all(|part| part.chars().count() >= least && self.count(part) > 0);
        let allowed = self.language.breaks(&word).contains(&head.len());
        if !self.breaks_words && self.count(&word) == 0 {
            return Join::Hyphen;
        }
        let compound =
            if allowed { self.language.lexicon().spelling.has_hyphened_compounds && are_words(4) } else { are_words(3) };
        if self.count(&word) > 0 || !compound { Join::Solid } else { Join::Hyphen }
    }

    /// Whether the parts on either side of the break are those of a real compound.
    fn is_compound(&self, left: &str, right: &str) -> bool {
        let lexicon = self.language.lexicon();
        let head = left.rsplit('-').next().unwrap_or_default();
        let tail = right.split('-').next().unwrap_or_default();
        let word = format!("{head}{tail}");
        lexicon.compounds.contains(&format!("{left}-{right}").as_str())
            || lexicon.number_words.contains(&head) && lexicon.number_words.contains(&tail)
            || lexicon.always_hyphened.contains(&head) && !lexicon.solid.contains(&word.as_str())
            || lexicon.hyphen_heads.contains(&head) && self.count(tail) > 0
            || lexicon.hyphen_tails.contains(&tail)
    }
}

/// Whether `text` stops inside a word.
pub(super) fn is_broken(text: &str) -> bool {
    text.ends_with(HYPHENS)
}

/// "l’", "qu’", "jusqu’": the next word follows without a space.
fn ends_in_elision(text: &str) -> bool {
    let Some(head) = text.strip_suffix(['’', '\'']) else { return false };
    let word = head.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    word.chars().count() == 1 || word.ends_with("qu")
}

fn in_word(c: char) -> bool {
    is_alphanumeric(c) || matches!(c, '-' | '\u{2010}' | '\u{2011}' | '’' | '\'')
}

/// Counts the forms that a folded word gives evidence for: itself without its elided article, and the parts of a compound.
fn count_forms<'a>(word: &'a str, words: &mut FxHashMap<&'a str, u32>) {
    let mut count = |form| *words.entry(form).or_default() += 1;
    if !word.bytes().any(|b| matches!(b, b'-' | b'\'')) {
        return count(word);
    }
    let elided = word.bytes().rposition(|b| b == b'\'').map_or(0, |at| at + 1);
    let bare = word[elided..].trim_matches('-');
    count(bare);
    if bare.contains('-') {
        bare.split('-').for_each(count);
    }
}

fn last_word(text: &str) -> &str {
    let trimmed = text.trim_end_matches(HYPHENS).trim_end();
    let start = trimmed.rfind(|c| !in_word(c)).map_or(0, |at| at + trimmed[at..].chars().next().map_or(0, char::len_utf8));
    &text[start..]
}

fn first_word(text: &str) -> &str {
    &text[..text.find(|c| !in_word(c)).unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(language: Language, lines: &[&str]) -> String {
        let lines: Vec<Line> = lines
            .iter()
            .enumerate()
            .map(|(n, text)| Line {
                number: n + 1,
                text: (*text).to_owned(),
                indent: 0,
                form_feed: false,
                after_blank: true,
                setting: None,
            })
            .collect();
        let folded = folded(&lines);
        let joiner = Joiner::new(&lines, &folded, language);
        let mut text = lines[0].text.clone();
        for line in &lines[1..] {
            joiner.append(&mut text, line, &mut vec![]);
        }
        text
    }

    #[test]
    fn broken_words_are_joined_and_compounds_keep_their_hyphen() {
        let fr = |lines: &[&str]| joined(Language::Fr, lines);
        assert_eq!(fr(&["la coo-", "pération judiciaire"]), "la coopération judiciaire");
        assert_eq!(fr(&["sa dix-", "huitième session"]), "sa dix-huitième session");
        assert_eq!(fr(&["la vingt-et-", "unième session"]), "la vingt-et-unième session");
        assert_eq!(fr(&["les Nations-", "Unies"]), "les Nations-Unies");
        assert_eq!(fr(&["ICC-", "ASP/8"]), "ICC-ASP/8");
        assert_eq!(fr(&["ICC-ASP/", "13/Rés.2"]), "ICC-ASP/13/Rés.2");
        assert_eq!(fr(&["ICC-ASP/8 et ICC-ASP-", "18/Rés.3"]), "ICC-ASP/8 et ICC-ASP-18/Rés.3");
        assert_eq!(fr(&["et d’ex-", "périences"]), "et d’expériences");
        assert_eq!(fr(&["la plate-", "forme ; cette plateforme"]), "la plateforme ; cette plateforme");
        assert_eq!(fr(&["la plate-", "forme ; cette plate-forme"]), "la plate-forme ; cette plate-forme");
        assert_eq!(fr(&["la non-", "exécution"]), "la non-exécution");
        assert_eq!(fr(&["non-", "obstant"]), "nonobstant");
        assert_eq!(fr(&["essen -", "tiels, essentiels"]), "essentiels, essentiels");
        let long = "mot".repeat(20);
        assert_eq!(fr(&[&format!("{long}-"), &long]), format!("{long}{long}"));
    }

    #[test]
    fn english_breaks_follow_english_patterns() {
        let en = |lines: &[&str]| joined(Language::En, lines);
        assert_eq!(en(&["judicial coop-", "eration"]), "judicial cooperation");
        assert_eq!(en(&["its twenty-", "first session"]), "its twenty-first session");
        assert_eq!(en(&["non-", "cooperation"]), "non-cooperation");
        assert_eq!(en(&["decision-", "making"]), "decision-making");
    }
}
