//! The lines about the text: session, agenda item, adoption, title, meeting, vote.
//!
//! ```text
//! old   Soixantième session            Agenda item 17 (c)     38th plenary meeting
//! new   Soixante et unième session     Agenda item 16 (c)     35th plenary meeting
//! form  # session                      agenda item #          # plenary meeting
//! ```
//!
//! They are few, they stand in order, and from year to year only their figures change, so that by words they look like strangers, and by
//! their dates and symbols like recitals. So lines are tied to lines of their own kind, by their form: figures, single letters, numbers in
//! words and months stand for any. The pairs in order that are together the most alike are taken; a line that says something else stays
//! for the words to judge. Cost: at most [`CELLS`] pairs of each kind; a text that is all lines is left to its words.

use super::frame::Class;
use super::similarity::{WHOLE, share};
use crate::prepare::{StemKind, TextPair, UnitStems};

/// Pairs of lines of one kind that are compared.
const CELLS: usize = 4096;
/// How alike two forms must be.
const ALIKE: i32 = 500;
/// What a word of a form counts, where a figure counts one.
const WORD: usize = 2;
/// A line as its words without what changes each year.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Form {
    /// The stems, ascending.
    words: Vec<u32>,
    marks: usize,
    /// "68/234. Towards global partnerships"
    title: bool,
}

impl Form {
    fn of(text: &str, stems: UnitStems<'_>) -> Self {
        let (mut words, mut marks, mut in_count) = (Vec::new(), 0, false);
        for stem in stems.words {
            match stem.kind {
                StemKind::Month => words.extend(stem.kind.stem()),
                _ if !stem.is_count => words.push(stem.number),
                _ if !in_count => marks += 1,
                _ => {}
            }
            in_count = stem.is_count;
        }
        words.sort_unstable();
        let symbol = text.split(char::is_whitespace).next().unwrap_or_default();
        let title = symbol.contains('/') && symbol.ends_with('.') && symbol.starts_with(|c: char| c.is_ascii_digit());
        Self { words, marks, title }
    }

    /// How alike two forms are, in thousandths; nothing when they have no word in common.
    fn alike(&self, other: &Self) -> i32 {
        let (mut i, mut j, mut same) = (0, 0, 0);
        while let (Some(a), Some(b)) = (self.words.get(i), other.words.get(j)) {
            same += usize::from(a == b);
            (i, j) = (i + usize::from(a <= b), j + usize::from(b <= a));
        }
        if self.title && other.title {
            return WHOLE;
        }
        if same == 0 && !(self.words.is_empty() && other.words.is_empty()) {
            return 0;
        }
        let size = |form: &Self| form.words.len() * WORD + form.marks;
        share(2 * (same * WORD + self.marks.min(other.marks)) as u64, (size(self) + size(other)) as u64)
    }
}

/// The lines that are tied by their form, in places of the lists `units`, in the order of the text.
pub(super) fn pairs(pair: TextPair<'_>, units: [&[usize]; 2]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for class in [Class::Front, Class::Enacting, Class::Closing] {
        let lines = [0, 1].map(|side| {
            let is_line = |at: &usize| Class::of(pair.unit(side, units[side][*at])) == class;
            (0..units[side].len()).filter(is_line).collect::<Vec<_>>()
        });
        if lines[0].len() * lines[1].len() <= CELLS {
            let forms = |side: usize| -> Vec<(usize, Form)> {
                let form = |&at: &usize| {
                    let unit = units[side][at];
                    (at, Form::of(&pair.unit(side, unit).text, pair.stems(side, unit)))
                };
                lines[side].iter().map(form).collect()
            };
            found.extend(in_order(&forms(0), &forms(1), class));
        }
    }
    found
}

/// The pairs in order whose likenesses add up to the most.
fn in_order(old: &[(usize, Form)], new: &[(usize, Form)], class: Class) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    let alike = |i: usize, j: usize| if class == Class::Enacting { WHOLE } else { old[i].1.alike(&new[j].1) };
    // The best that the lines from i and from j on give.
    let mut best = vec![0; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            let alike = alike(i, j);
            let both = if alike >= ALIKE { alike + best[(i + 1) * width + j + 1] } else { 0 };
            best[i * width + j] = both.max(best[(i + 1) * width + j]).max(best[i * width + j + 1]);
        }
    }
    let (mut i, mut j, mut found) = (0, 0, Vec::new());
    while i < old.len() && j < new.len() {
        let here = best[i * width + j];
        let alike = alike(i, j);
        if alike >= ALIKE && here == alike + best[(i + 1) * width + j + 1] {
            found.push((old[i].0, new[j].0));
            (i, j) = (i + 1, j + 1);
        } else if here == best[(i + 1) * width + j] {
            i += 1;
        } else {
            j += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::prepare::Corpus;
    use crate::read::{Layout, ReadOptions, read};
    use crate::structure::structure;

    fn alike(old: &str, new: &str, language: Language) -> i32 {
        let line = |text: &str| {
            let options = ReadOptions { language: Some(language), layout: Some(Layout::Blocks), ..ReadOptions::default() };
            structure(read("line", text.as_bytes(), &options).unwrap())
        };
        let documents = [line(old), line(new)];
        let documents = documents.each_ref();
        let corpus = Corpus::of(&documents);
        let pair = corpus.pair(&documents, [0, 1]);
        let form = |side: usize| Form::of(&pair.unit(side, 0).text, pair.stems(side, 0));
        form(0).alike(&form(1))
    }

    #[test]
    fn figures_numbers_in_words_and_months_stand_for_any() {
        assert_eq!(alike("Soixantième session", "Soixante et unième session", Language::Fr), WHOLE);
        assert_eq!(alike("38th plenary meeting 26 September 2019", "35th plenary meeting 12 July 2021", Language::En), WHOLE);
        assert_eq!(alike("Agenda item 17 (c)", "Agenda item 20", Language::En), WHOLE);
        assert_eq!(alike("[Adopted without a vote.]", "Seventy-third session", Language::En), 0);
    }
}
