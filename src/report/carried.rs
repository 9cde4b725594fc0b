//! How much of a text stood in the one before, word for word: the figure that reviews of mandates ask for.
//!
//! ```text
//! old   Urges States to pay, and to report      new   Urges all States to pay
//! here  4 of the 5 words of the new text: 80 %
//! ```
//!
//! Words of the new text are kept where they stood in the old text, in whatever typography, and where they moved. The lines before and
//! after the text and its footnotes are not counted. A text without a change is carried over whole. `O(n)`.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::summary::words_moved;
use crate::compare::{Change, Edit, EditWeight, Op};
use crate::structure::{Document, Kind, Unit};
use crate::text::word_count;

/// The share of a text that was carried over from the one before.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Carried {
    /// Its words.
    pub words: usize,
    /// Those that stood in the text before.
    pub kept: usize,
    /// The same of a hundred, rounded down; 100 of a text without words.
    pub percent: usize,
    /// The same by section, in the order of the text; empty where it has no headings.
    pub sections: Vec<CarriedSection>,
}

/// The share of one section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct CarriedSection {
    /// Its heading, the outermost; empty before the first.
    pub heading: String,
    /// Its words.
    pub words: usize,
    /// Those that stood in the text before.
    pub kept: usize,
    /// The same of a hundred, rounded down.
    pub percent: usize,
}

/// What `changes` carried over to text `new`.
pub fn carried(new: &Document, changes: &[Change]) -> Carried {
    let mut carried = Carried::default();
    for change in changes {
        let Some(unit) = change.link.new.first().map(|&unit| &new.units[unit]).filter(|unit| unit.kind.is_text()) else {
            continue;
        };
        let (all, kept) = counts(change, Op::Insert);
        (carried.words, carried.kept) = (carried.words + all, carried.kept + kept);
        let heading = heading(new, unit);
        match carried.sections.last_mut().filter(|section| section.heading == heading) {
            Some(section) => (section.words, section.kept) = (section.words + all, section.kept + kept),
            None => carried.sections.push(CarriedSection { heading: heading.to_owned(), words: all, kept, percent: 0 }),
        }
    }
    carried.percent = percent(carried.kept, carried.words);
    if carried.sections.iter().all(|section| section.heading.is_empty()) {
        carried.sections.clear();
    }
    carried.sections.iter_mut().for_each(|section| section.percent = percent(section.kept, section.words));
    carried
}

/// How many of a hundred words of text `old` stand in the later one, rounded down: the same, looked at from the other side.
pub(super) fn stands(old: &Document, changes: &[Change]) -> usize {
    let (mut words, mut kept) = (0, 0);
    for change in changes {
        if change.link.old.first().is_some_and(|&unit| old.units[unit].kind.is_text()) {
            let (all, stay) = counts(change, Op::Delete);
            (words, kept) = (words + all, kept + stay);
        }
    }
    percent(kept, words)
}

/// The words on the side of `change` that `op` takes from or brings to, and how many of them the other text has too.
fn counts(change: &Change, op: Op) -> (usize, usize) {
    let words = |is_wanted: &dyn Fn(&Edit) -> bool| -> usize {
        change.edits.iter().filter(|edit| is_wanted(edit)).map(|edit| word_count(&edit.text)).sum()
    };
    let all = words(&|edit| edit.op == Op::Equal || edit.op == op);
    let alone = words(&|edit| edit.op == op && edit.weight == Some(EditWeight::Substantive));
    (all, (all - alone + words_moved(change, op)).min(all))
}

/// The outermost heading over `unit`; an outermost heading stands in the section that it begins.
fn heading<'a>(new: &'a Document, unit: &'a Unit) -> &'a str {
    match unit.section.first() {
        Some(heading) => heading,
        None if unit.kind == Kind::Heading => {
            // What stands under it names it with its label.
            let below = new.units[unit.index + 1..].iter().find(|unit| unit.kind.is_text());
            below.and_then(|unit| unit.section.first()).unwrap_or(&unit.text)
        }
        None => "",
    }
}

fn percent(kept: usize, words: usize) -> usize {
    (kept * 100).checked_div(words).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Options;

    fn share(old: &str, new: &str) -> Carried {
        let text = |body: &str| format!("The Assembly,\n\nRecalling the Statute,\n\n{body}\n");
        let redline = Options::default().diff(&text(old), &text(new)).expect("two texts");
        redline.summary.carried
    }

    #[test]
    fn words_that_stood_in_the_text_before_are_carried_over() {
        let carried = share("1. Urges States to pay on time, and to report.", "1. Urges all States to pay on time.");
        assert_eq!((carried.words, carried.kept, carried.percent), (10, 9, 90));
        assert_eq!(carried.sections, []);
        assert_eq!(share("1. Urges States to pay.", "1. Urges States to pay.").percent, 100);
        let grown = share("1. Urges States to pay.", "1. Urges States to pay.\n\n2. Decides to meet in May.");
        assert_eq!((grown.words, grown.kept), (12, 7));
    }

    #[test]
    fn a_heading_is_of_the_section_that_it_begins() {
        let text = |word: &str| format!("A. Dues\n\n1. Urges States to pay.\n\nB. Place\n\n2. Decides to meet in {word}.");
        let sections = share(&text("May"), &text("June")).sections;
        let told: Vec<(&str, usize)> = sections.iter().map(|section| (section.heading.as_str(), section.words)).collect();
        assert_eq!(told, [("", 3), ("A. Dues", 5), ("B. Place", 6)]);
    }
}
