//! The words that a paragraph opens with, in languages whose first word alone does not tell.
//!
//! ```text
//! с удовлетворением отмечает доклад      the manner stands before the verb: с · удовлетворением · отмечает
//! вновь подтверждая                      and before the participle
//! 强烈谴责一切袭击                       no spaces: as many known words as there are, the longest first: 强烈 · 谴责
//! وتقرر                                  the verb carries its person before it: قرر of تقرر and يقرر
//! ```
//!
//! English, French and Spanish do not come here. `O(n)` in the words of an opening.

use super::{Lexicon, VerbWords};

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

fn is_ended(word: &str, ending: &str) -> bool {
    word.len() > ending.len() && word.ends_with(ending)
}
