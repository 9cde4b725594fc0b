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

use super::frame::{Class, Frame, is_title};
use super::similarity::{WHOLE, share};
use crate::prepare::{StemKind, TextPair, UnitStems};

/// Pairs of lines of one kind that are compared.
const CELLS: usize = 4096;
/// How alike two forms must be.
const ALIKE: i32 = 500;
/// What a word of a form counts, where a figure counts one.
const WORD: usize = 2;
/// For standing under titles that are tied: a page of a printed volume holds several resolutions.
const SAME_TITLE: i32 = 500;

/// In a form, figures, single letters and numbers in words.
pub(super) const COUNT: u32 = u32::MAX;

/// A line as its words without what changes each year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Form {
    /// In the order of the line: stems; one [`COUNT`] for all counts in a row, and the stem of any month for a month.
    pub(super) sequence: Vec<u32>,
    /// The stems, ascending.
    words: Vec<u32>,
    marks: usize,
}

impl Form {
    pub(super) fn of(stems: UnitStems<'_>) -> Self {
        let mut sequence = Vec::with_capacity(stems.words.len());
        for stem in stems.words {
            let word = match stem.kind {
                StemKind::Month => stem.kind.stem().unwrap_or(COUNT),
                _ if stem.is_count => COUNT,
                _ => stem.number,
            };
            if word != COUNT || sequence.last() != Some(&COUNT) {
                sequence.push(word);
            }
        }
        let mut words: Vec<u32> = sequence.iter().copied().filter(|&word| word != COUNT).collect();
        words.sort_unstable();
        let marks = sequence.len() - words.len();
        Self { sequence, words, marks }
    }

    /// How alike two forms are, in thousandths; nothing when they have no word in common.
    fn alike(&self, other: &Self) -> i32 {
        let (mut i, mut j, mut same) = (0, 0, 0);
        while let (Some(a), Some(b)) = (self.words.get(i), other.words.get(j)) {
            same += usize::from(a == b);
            (i, j) = (i + usize::from(a <= b), j + usize::from(b <= a));
        }
        if same == 0 && !(self.words.is_empty() && other.words.is_empty()) {
            return 0;
        }
        let size = |form: &Self| form.words.len() * WORD + form.marks;
        share(2 * (same * WORD + self.marks.min(other.marks)) as u64, (size(self) + size(other)) as u64)
    }
}

/// A line before or after the text, or the enacting formula.
struct Line {
    /// In the list of units.
    at: usize,
    class: Class,
    form: Form,
    is_title: bool,
    /// The nearest title above.
    title: Option<usize>,
    /// The line before it, where that opens a list: "In favour:".
    opener: Option<Form>,
}

/// The lines that are tied by their form, in places of the lists `units`, in the order of the text.
pub(super) fn pairs(pair: TextPair<'_>, units: [&[usize]; 2], frame: &dyn Frame) -> Vec<(usize, usize)> {
    let lines = [0, 1].map(|side| lines(pair, side, units[side], frame));
    // Of two texts one title each, it is the title whatever it says.
    let titles = lines.each_ref().map(|lines| lines.iter().filter(|line| line.is_title).count());
    let has_tied_titles =
        |found: &[(usize, usize)]| lines[0].iter().any(|line| line.is_title && found.iter().any(|tie| tie.0 == line.at));
    let mut found = Vec::new();
    for class in [Class::Front, Class::Enacting, Class::Closing] {
        let [old, new] = lines.each_ref().map(|lines| lines.iter().filter(|line| line.class == class).collect::<Vec<_>>());
        if old.len() * new.len() <= CELLS {
            let value = |a: &Line, b: &Line| {
                let is_the_title = a.is_title && b.is_title && titles == [1, 1];
                let alike = if class == Class::Enacting || is_the_title { WHOLE } else { a.form.alike(&b.form) };
                // Who voted so is told by the words above, whoever did.
                let is_one_list = a.opener.is_some() && a.opener == b.opener;
                let alike = if is_one_list { alike.max(ALIKE) } else { alike };
                let titles = a.title.zip(b.title);
                let is_under_tied = titles.is_some_and(|titles| found.contains(&titles));
                let is_under_others = titles.is_some() && !is_under_tied && has_tied_titles(&found);
                let value = alike + if is_under_tied { SAME_TITLE } else { 0 };
                (alike >= ALIKE && !is_under_others).then_some(value)
            };
            let more = in_order(&old, &new, value);
            found.extend(more);
        }
    }
    found
}

fn lines(pair: TextPair<'_>, side: usize, units: &[usize], frame: &dyn Frame) -> Vec<Line> {
    let (mut title, mut opener) = (None, None);
    let mut lines = Vec::new();
    for (at, &unit) in units.iter().enumerate() {
        let class = frame.class(side, at);
        if class.is_line() {
            let is_title = is_title(&pair.unit(side, unit).text);
            let form = Form::of(pair.stems(side, unit));
            let opens = pair.unit(side, unit).text.ends_with(':').then(|| form.clone());
            lines.push(Line { at, class, form, is_title, title, opener: opener.take() });
            title = if is_title { Some(at) } else { title };
            opener = opens;
        } else {
            opener = None;
        }
    }
    lines
}

/// The pairs in order whose values add up to the most.
fn in_order(old: &[&Line], new: &[&Line], value: impl Fn(&Line, &Line) -> Option<i32>) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    // The best that the lines from i and from j on give.
    let mut best = vec![0; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            let both = value(old[i], new[j]).map_or(0, |value| value + best[(i + 1) * width + j + 1]);
            best[i * width + j] = both.max(best[(i + 1) * width + j]).max(best[i * width + j + 1]);
        }
    }
    let (mut i, mut j, mut found) = (0, 0, Vec::new());
    while i < old.len() && j < new.len() {
        let here = best[i * width + j];
        if value(old[i], new[j]).is_some_and(|value| here == value + best[(i + 1) * width + j + 1]) {
            found.push((old[i].at, new[j].at));
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
        let form = |side: usize| Form::of(pair.stems(side, 0));
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
