//! The words that a paragraph opens with: what they make of it, also in languages whose first word alone does not tell.
//!
//! ```text
//! с удовлетворением отмечает доклад      the manner stands before the verb: с · удовлетворением · отмечает
//! вновь подтверждая                      and before the participle
//! 强烈谴责一切袭击                       no spaces: as many known words as there are, the longest first: 强烈 · 谴责
//! وتقرر                                  the verb carries its person before it: قرر of تقرر and يقرر
//! ```
//!
//! English, French and Spanish are told by a capital and the first two words, or by a formula. `O(n)` in the words of an opening.

use super::{Lexicon, VerbWords};
use crate::text::{capitalised, ending, fold, is_comma, is_semicolon, lower, opens_with_capital, unmarked};

/// How the paragraphs of a language open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Openings {
    /// With a capital; the first word tells.
    Capital,
    /// With a small letter.
    Small,
    /// With a letter that has no case.
    Caseless,
    /// The same, and words have no spaces between them.
    Solid,
}

/// What the first words of a paragraph make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    Recital,
    Operative,
    /// It may be either: the label or the stop tells.
    Either,
}

impl Lexicon {
    /// What the first words of a folded text make of it; None where they are not known.
    pub(super) fn deed(&self, folded: &str) -> Option<Deed> {
        /// "выражая свою глубокую и растущую".
        const MOST: usize = 6;
        for word in self.head_words(folded).into_iter().take(MOST) {
            let is_recital = self.preambular.contains(word) || self.preambular_endings.iter().any(|end| is_ended(word, end));
            let is_operative = self.operative.contains(self.verb(word));
            match (is_recital, is_operative) {
                (true, true) => return Some(Deed::Either),
                (true, false) => return Some(Deed::Recital),
                (false, true) => return Some(if self.is_spaced() { Deed::Operative } else { Deed::Either }),
                (false, false) if self.verbs.leads(word) => {}
                (false, false) => return None,
            }
        }
        None
    }

    /// The words at the head of a folded text: as they are parted, or, in a language without spaces, as they are known.
    fn head_words<'t>(&self, folded: &'t str) -> Vec<&'t str> {
        if self.is_spaced() {
            return folded
                .split([' ', ','])
                .filter(|word| !word.is_empty())
                .map(|word| word.trim_matches(['"', '[', '(']))
                .collect();
        }
        let mut rest = folded.trim_start_matches(['"', '[', '(', ' ']);
        let mut words = vec![];
        while let Some(word) = self.known_word(rest) {
            words.push(word);
            rest = &rest[word.len()..];
        }
        words
    }

    /// The longest word of openings that `text` begins with.
    pub(crate) fn known_word<'t>(&self, text: &'t str) -> Option<&'t str> {
        /// "表示赞赏地注意到".
        const LONGEST: usize = 8;
        let VerbWords { light, manners, .. } = &self.verbs;
        let is_known = |word: &str| {
            self.operative.contains(word)
                || self.preambular.contains(word)
                || self.verbs.leads(word)
                || [light, manners].iter().any(|list| list.contains(&word))
        };
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST);
        ends.map(|end| &text[..end]).filter(|word| is_known(word)).last()
    }

    /// `word` as the lexicon has it: a verb without the letters of its person before it, which agree with the body.
    pub(crate) fn verb<'t>(&self, word: &'t str) -> &'t str {
        let bare = self.verbs.persons.iter().find_map(|person| {
            let stem = word.strip_prefix(person)?;
            (self.operative.contains(stem) || self.verbs.light.contains(&stem)).then_some(stem)
        });
        bare.unwrap_or(word)
    }

    /// Whether `text` opens as a preambular paragraph does: a capital, then a participle or a word from the list.
    pub fn is_preambular(&self, text: &str) -> bool {
        if self.spelling.openings != Openings::Capital {
            let is_either = || unmarked(text).ends_with(|c| is_comma(c) || is_semicolon(c));
            return match self.deed(&folded_head(text)) {
                Some(Deed::Recital) => true,
                Some(Deed::Either) => is_either(),
                _ => false,
            };
        }
        if !opens_with_capital(text) {
            return false;
        }
        let folded = folded_head(text);
        let (first, second) = opening(&folded);
        let first = if matches!(first, "s'" | "se" | "n'" | "ne" | "en" | "y") { second } else { first };
        // "Also aware", "Also decides": the adverb goes before either.
        self.preambular.contains(first) && !self.operative.contains(second)
            || self.preambular_endings.iter().any(|e| first.ends_with(e) && first.len() > e.len())
    }

    /// Whether `text` opens and ends as a recital does: with a comma or a semicolon, perhaps an "and" behind it.
    pub(crate) fn is_recital(&self, text: &str) -> bool {
        let text = unmarked(text);
        self.is_preambular(text) && self.untied(text).ends_with(|c| is_comma(c) || is_semicolon(c))
    }

    /// `text` without what ties it to the next paragraph: "and" behind a semicolon or a comma, "and be it further" behind a semicolon.
    pub(crate) fn untied<'t>(&self, text: &'t str) -> &'t str {
        let end = ending(text);
        let behind = |is_sign: fn(char) -> bool, ties: &dyn Fn(&str) -> bool| {
            let (at, sign) = end.char_indices().rfind(|(_, c)| is_sign(*c))?;
            let tail = end[at + sign.len_utf8()..].trim();
            let is_tie = !tail.is_empty() && ties(&lower(tail));
            is_tie.then(|| &text[..text.len() - end.len() + at + sign.len_utf8()])
        };
        let is_and = |tail: &str| self.and.contains(&tail);
        let is_be_it = |tail: &str| is_and(tail) || self.be_it.iter().any(|be_it| tail.ends_with(be_it));
        behind(is_semicolon, &is_be_it).or_else(|| behind(is_comma, &is_and)).unwrap_or(text)
    }

    /// Whether `text` opens as what is resolved does in bodies that write so: "BE IT FURTHER RESOLVED, That the City".
    pub(crate) fn is_resolved(&self, text: &str) -> bool {
        // "Resolved that none shall find refuge," is a recital.
        opens_with(&folded_head(text), self.resolved) && !unmarked(text).ends_with(is_comma)
    }

    /// Whether `text` opens as what follows a formula such as "IL EST RÉSOLU :" does: "QUE la Ville", "D’AUTORISER le maire".
    pub(crate) fn is_resolved_so(&self, text: &str) -> bool {
        opens_with_capital(text) && opens_with(&folded_head(text), self.resolved_so)
    }

    /// Whether `text` opens as an operative paragraph does: a capital, then a verb from the list.
    pub fn is_operative(&self, text: &str) -> bool {
        if self.spelling.openings != Openings::Capital {
            return matches!(self.deed(&folded_head(text)), Some(Deed::Operative | Deed::Either));
        }
        if !opens_with_capital(text) {
            return false;
        }
        let folded = folded_head(text);
        let (first, second) = opening(&folded);
        let verb = if matches!(first, "se" | "s'" | "n'" | "ne") { second } else { first };
        self.operative.contains(verb) || opens_with(&folded, self.resolved) && !unmarked(text).ends_with(is_comma)
    }

    /// Whether `text` is a verb that heads what stands below it: "considering", "resolves further", "instructs the Director".
    pub(crate) fn is_verb_alone(&self, text: &str) -> bool {
        const MOST: usize = 8;
        let is_short =
            text.starts_with(char::is_lowercase) && text.ends_with(char::is_alphabetic) && text.split(' ').nth(MOST).is_none();
        is_short && {
            let text = capitalised(text);
            self.is_operative(&text) || self.is_preambular(&text)
        }
    }

    /// Whether words have spaces between them.
    pub(crate) fn is_spaced(&self) -> bool {
        self.spelling.openings != Openings::Solid
    }

    /// Whether `text` opens with a small letter, and as a paragraph does.
    pub(crate) fn opens_small(&self, text: &str) -> bool {
        self.spelling.openings == Openings::Small && (self.is_preambular(text) || self.is_operative(text))
    }
}

impl VerbWords {
    /// Whether `word` may stand before the word that tells, and colours it at most.
    fn leads(&self, word: &str) -> bool {
        [self.neutral, self.adverbs, self.before, self.intensifiers].iter().any(|list| list.contains(&word))
    }
}

/// As much of `text` as two words need, folded.
pub(super) fn folded_head(text: &str) -> String {
    const LETTERS: usize = 40;
    fold(&text[..text.char_indices().nth(LETTERS).map_or(text.len(), |(at, _)| at)])
}

/// The first two words of a text; an elided word is one ("s'").
fn opening(folded: &str) -> (&str, &str) {
    let mut words =
        folded.split_inclusive('\'').flat_map(str::split_whitespace).map(|w| w.trim_matches([',', ';', ':', '"', '[', '(']));
    (words.next().unwrap_or_default(), words.next().unwrap_or_default())
}

/// Whether a folded text opens with one of `openings`, whatever commas stand in it: "now, therefore, be it resolved".
fn opens_with(folded: &str, openings: &[&str]) -> bool {
    let words = || folded.split([' ', ',', ':']).filter(|word| !word.is_empty());
    openings.iter().any(|opening| {
        let mut rest = words();
        let mut all = opening.split(' ').map(|word| (word, rest.next().unwrap_or_default()));
        all.all(|(word, printed)| printed == word || word.ends_with('\'') && printed.starts_with(word))
    })
}

fn is_ended(word: &str, ending: &str) -> bool {
    word.len() > ending.len() && word.ends_with(ending)
}
