//! Words without their endings, as numbers, and what alignment asks of a word beside that.
//!
//! ```text
//! Recalling · Recalled · recalls        recall            one stem
//! ICC-ASP/20/Res.2                      icc asp 20 res 2  the runs of letters and figures of a token
//! Soixantième · 38th · (c) · mai        #                 counts, which change from year to year, and months
//! ```
//!
//! Endings are cut because a paragraph that leaves the preamble changes that of its verb: six letters count (prefix stemming, `McNamee`
//! and Mayfield 2004). Each spelling is folded and cut once, however often it stands.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::text::{Text, Word};
use crate::language::Language;
use crate::structure::{Document, Kind, Unit};
use crate::text::{fold, is_alphanumeric, is_han, words};

/// Letters of a word that count.
const LETTERS: usize = 6;

/// One word as its stem.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stem {
    /// Equal for words that are the same but for their endings.
    pub(crate) number: u32,
    pub(crate) kind: StemKind,
    /// A word that only ties others: "the", "de".
    pub(crate) is_function: bool,
    /// A figure, a single letter or a number in words.
    pub(crate) is_count: bool,
}

/// What else a word stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StemKind {
    Plain,
    /// Four figures and no more.
    Year,
    Figure,
    Month,
}

impl StemKind {
    /// The number of the stem that stands for any of its kind.
    pub(crate) fn stem(self) -> Option<u32> {
        match self {
            Self::Plain => None,
            Self::Year => Some(0),
            Self::Figure => Some(1),
            Self::Month => Some(2),
        }
    }
}

/// How many stems stand for a kind.
const KINDS: u32 = 3;

/// The stems of one unit.
#[derive(Debug, Clone, Copy)]
pub(crate) struct UnitStems<'c> {
    pub(crate) words: &'c [Stem],
    /// The numbers of the pairs of neighbours: one fewer than there are words.
    pub(crate) pairs: &'c [u32],
    /// Equal for units that have the same characters.
    pub(crate) text: u32,
    /// Equal for units that read the same: but for case, quotes, dashes and spaces.
    pub(crate) reading: u32,
}

/// The stems, labels and sections of all units of some texts.
#[derive(Debug, Clone)]
pub(super) struct Stems {
    texts: Vec<TextStems>,
    /// All numbers of stems are smaller.
    pub(super) count: usize,
    /// All numbers of pairs are smaller.
    pub(super) pair_count: usize,
}

#[derive(Debug, Clone, Default)]
struct TextStems {
    words: Vec<Stem>,
    /// Where those of each unit begin; one more at the end.
    starts: Vec<usize>,
    pairs: Vec<u32>,
    pair_starts: Vec<usize>,
    /// For each unit.
    texts: Vec<u32>,
    readings: Vec<u32>,
    labels: Vec<Option<u32>>,
    sections: Vec<Option<u32>>,
}

/// Numbers for things, in the order in which they are first met.
#[derive(Debug)]
struct Numbers<T>(FxHashMap<T, u32>);

impl<T> Default for Numbers<T> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

impl<T: std::hash::Hash + Eq> Numbers<T> {
    fn of(&mut self, thing: T) -> u32 {
        let next = self.0.len() as u32;
        *self.0.entry(thing).or_insert(next)
    }
}

impl Stems {
    /// `numbers` are those of the spellings of each text, all less than `spellings`.
    pub(super) fn of(texts: &[Text], documents: &[&Document], numbers: &[Vec<u32>], spellings: usize) -> Self {
        let of_spellings = folded_spellings(texts, documents, numbers, spellings);
        let readings: Vec<Vec<Cow<str>>> =
            documents.iter().map(|document| document.units.iter().map(reading).collect()).collect();
        let mut stems = Numbers::default();
        let known: Vec<Vec<Stem>> = of_spellings
            .iter()
            .map(|(folded, language)| words(folded, []).map(|word| stem(word, *language, &mut stems)).collect())
            .collect();
        let (mut pairs, mut whole, mut folded) = (Numbers::default(), Numbers::default(), Numbers::default());
        let (mut labels, mut sections) = (Numbers::default(), Numbers::default());
        let mut all = Vec::with_capacity(texts.len());
        for (at, text) in texts.iter().enumerate() {
            let mut of_text = TextStems { starts: vec![0], pair_starts: vec![0], ..TextStems::default() };
            for (index, unit) in documents[at].units.iter().enumerate() {
                let from = of_text.words.len();
                let read = readings[at][index].as_ref();
                if has_broken_words(&unit.text, text.words(index)) {
                    of_text.words.extend(words(read, []).map(|word| stem(word, text.language, &mut stems)));
                } else {
                    let spelled = text.words(index).iter().map(|word| numbers[at][word.spelling as usize] as usize);
                    spelled.for_each(|spelling| of_text.words.extend_from_slice(&known[spelling]));
                }
                of_text.starts.push(of_text.words.len());
                of_text.pairs.extend(of_text.words[from..].windows(2).map(|two| pairs.of((two[0].number, two[1].number))));
                of_text.pair_starts.push(of_text.pairs.len());
                of_text.texts.push(whole.of(unit.text.as_str()));
                of_text.readings.push(folded.of(read));
                of_text.labels.push(plain_label(unit).map(|label| labels.of(label)));
                of_text.sections.push(unit.section.last().map(|section| sections.of(fold(section))));
            }
            all.push(of_text);
        }
        Self { texts: all, count: stems.0.len() + KINDS as usize, pair_count: pairs.0.len() }
    }

    pub(super) fn unit(&self, text: usize, unit: usize) -> UnitStems<'_> {
        let of = &self.texts[text];
        UnitStems {
            words: &of.words[of.starts[unit]..of.starts[unit + 1]],
            pairs: &of.pairs[of.pair_starts[unit]..of.pair_starts[unit + 1]],
            text: of.texts[unit],
            reading: of.readings[unit],
        }
    }

    pub(super) fn label(&self, text: usize, unit: usize) -> Option<u32> {
        self.texts[text].labels[unit]
    }

    pub(super) fn section(&self, text: usize, unit: usize) -> Option<u32> {
        self.texts[text].sections[unit]
    }
}

/// Every spelling folded, with its language.
fn folded_spellings<'d>(
    texts: &[Text],
    documents: &[&'d Document],
    numbers: &[Vec<u32>],
    spellings: usize,
) -> Vec<(Cow<'d, str>, Language)> {
    let mut folded = Vec::with_capacity(spellings);
    for ((text, document), numbers) in texts.iter().zip(documents).zip(numbers) {
        for (spelling, &number) in text.spellings(document).zip(numbers) {
            // Numbers are given in this order.
            if number as usize == folded.len() {
                folded.push((folded_of(spelling), text.language));
            }
        }
    }
    folded
}

fn reading(unit: &Unit) -> Cow<'_, str> {
    folded_of(&unit.text)
}

/// `text` folded; most words are as they are.
fn folded_of(text: &str) -> Cow<'_, str> {
    let is_folded = text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_folded { Cow::Borrowed(text) } else { Cow::Owned(fold(text)) }
}

/// Whether folding the whole text may join what stands in two of its words: signs that fall away, letters of two scripts.
fn has_broken_words(text: &str, words: &[Word]) -> bool {
    let touches = |two: &[Word]| {
        let (before, after) = (two[0].place(), two[1].place());
        let is_letter = |c: char| is_alphanumeric(c) && !is_han(c);
        before.end == after.start && text[before].ends_with(is_letter) && text[after].starts_with(is_letter)
    };
    !text.is_ascii() && text.contains(['\u{AD}', '\u{200B}', '\u{FEFF}']) || words.windows(2).any(touches)
}

fn stem<'w>(word: &'w str, language: Language, stems: &mut Numbers<&'w str>) -> Stem {
    let lexicon = language.lexicon();
    let has_figure = word.contains(|c: char| c.is_ascii_digit());
    let kind = if word.starts_with(|c: char| c.is_ascii_digit()) {
        if word.len() == 4 { StemKind::Year } else { StemKind::Figure }
    } else if lexicon.months.contains(&word) {
        StemKind::Month
    } else {
        StemKind::Plain
    };
    let end = match word.char_indices().nth(LETTERS) {
        // A number has no ending.
        Some((end, _)) if !has_figure => end,
        _ => word.len(),
    };
    let is_figure = matches!(kind, StemKind::Year | StemKind::Figure);
    let is_letter = !word.starts_with(is_han) && word.chars().nth(1).is_none();
    let is_count = is_figure || is_letter || lexicon.number_words.contains(&word);
    let is_function = lexicon.function_words.contains(word);
    Stem { number: KINDS + stems.of(&word[..end]), kind, is_function, is_count }
}

/// A printed label without what may differ in print: "12." is "12", "(A)" is "a". None for preambular paragraphs, which have none.
fn plain_label(unit: &Unit) -> Option<String> {
    let label = unit.label.as_ref().filter(|_| unit.kind != Kind::Preambular)?;
    Some(fold(label).chars().filter(|c| c.is_alphanumeric()).collect::<String>()).filter(|plain| !plain.is_empty())
}
