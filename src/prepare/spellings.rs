//! The same number for the same spelling in several texts.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::text::{Row, Text, Word};

/// The numbers of all spellings of some texts.
#[derive(Debug)]
pub(crate) struct Spellings {
    /// For each text, those of its own spellings. The same letters in two languages are two spellings.
    numbers: Vec<Vec<u32>>,
    count: usize,
}

impl Spellings {
    pub(crate) fn of(texts: &[Text<'_>]) -> Self {
        let mut known: [FxHashMap<&str, u32>; 3] = Default::default();
        let mut count = 0;
        let mut numbers = Vec::with_capacity(texts.len());
        for text in texts {
            let known = &mut known[text.language as usize];
            let number = |spelling| {
                let next = count;
                let number = *known.entry(spelling).or_insert(next);
                count += u32::from(number == next);
                number
            };
            numbers.push(text.spellings.iter().copied().map(number).collect());
        }
        Self { numbers, count: count as usize }
    }

    /// Two of the texts that these are the spellings of.
    pub(crate) fn pair<'t, 'a>(&'t self, texts: &'t [Text<'a>], [old, new]: [usize; 2]) -> TextPair<'t, 'a> {
        let numbers = [old, new].map(|at| self.numbers[at].as_slice());
        TextPair { texts: [&texts[old], &texts[new]], numbers, count: self.count }
    }
}

/// Two texts and the numbers of their spellings.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TextPair<'t, 'a> {
    pub(crate) texts: [&'t Text<'a>; 2],
    numbers: [&'t [u32]; 2],
    /// All numbers are smaller.
    pub(crate) count: usize,
}

impl<'t> TextPair<'t, '_> {
    /// Units of one side as one text, a unit a line.
    pub(crate) fn joined(&self, side: usize, units: &[usize]) -> Cow<'t, str> {
        let text = self.texts[side];
        match units {
            [one] => Cow::Borrowed(text.units[*one]),
            _ => Cow::Owned(units.iter().map(|&unit| text.units[unit]).collect::<Vec<_>>().join("\n")),
        }
    }

    /// The words of these units of one side, whose [joined](Self::joined) text is `joined`.
    pub(crate) fn row<'r>(&self, side: usize, units: &[usize], joined: &'r str) -> Row<'r>
    where
        't: 'r,
    {
        let text = self.texts[side];
        let words = match units {
            [one] => Cow::Borrowed(text.words(*one)),
            _ => Cow::Owned(text.words_of(units)),
        };
        Row { language: text.language, text: joined, words, numbers: self.numbers[side] }
    }
}

impl Text<'_> {
    /// The words of several units, one a line.
    fn words_of(&self, units: &[usize]) -> Vec<Word> {
        let mut words = vec![];
        let mut before = 0;
        for &unit in units {
            let moved = |word: &Word| Word { start: before + word.start, end: before + word.end, ..*word };
            words.extend(self.words(unit).iter().map(moved));
            before += self.units[unit].len() as u32 + 1;
        }
        words
    }
}
