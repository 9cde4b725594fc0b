//! Which paragraph of which text the differences of many goldens come from.
//!
//! ```text
//! golden/ASP-19.outline.txt     OP2   … 12 persons …
//! golden/ASP-18-ASP-19.html     OP2   … [-13-]{+12+} persons …     →   texts/2019.txt:41   OP2   golden 12, now 13
//! golden/ASP-19-ASP-20.json     OP2   … 12 persons …
//! ```
//!
//! One change of a text shows in every golden that is made of the text; a person wants to be led to the text, once. A text changed where
//! none of the goldens made of it is as on disk, and a paragraph of it stands in what is made now and in none of them. What differs
//! otherwise (a golden that was edited, another version of rature) is told of the golden alone. A file that has no lines has none here.

use super::difference::changed;
use super::lines::{Lines, letters};
use super::make::{Made, on_disk};
use super::pairing::{Pair, are_alike, differing};
use super::passage::{Passage, passages};
use super::plan::{Format, Project, Subject, Text};
use crate::read::read;
use crate::structure::{Unit, structure};

/// A paragraph of a text that is not what the goldens say.
#[derive(Debug)]
#[non_exhaustive]
pub struct TextChange {
    /// The file of the text, as shown in messages.
    pub text: String,
    /// The line of the file where the change begins, from 1; None of a file without lines.
    pub line: Option<usize>,
    /// What the paragraph is called: "OP2".
    pub name: String,
    /// What differs, for a person, a line each.
    pub details: Vec<String>,
    /// The outputs that it makes differ, as shown in messages.
    pub outputs: Vec<String>,
}

/// An output that differs from its golden.
pub(super) struct Differing<'a> {
    pub(super) made: &'a Made,
    pub(super) golden: Vec<u8>,
}

/// The changes of the texts of `project` that `outputs` show, in the order of the texts.
pub(super) fn text_changes(project: &Project, all: &[Made], outputs: &[Differing<'_>]) -> Vec<TextChange> {
    let is_differing = |made: &Made| outputs.iter().any(|output| output.made.path == made.path);
    let mut changes = vec![];
    for (at, text) in project.texts.iter().enumerate() {
        let mut of_text = all.iter().filter(|made| side(made.of, at).is_some()).peekable();
        if of_text.peek().is_none() || !of_text.all(is_differing) {
            continue;
        }
        let shown: Vec<&Differing<'_>> = outputs.iter().filter(|output| side(output.made.of, at).is_some()).collect();
        let made_of = outputs.iter().filter(|output| is_made_of(output.made.of, at));
        let names: Vec<String> = made_of.map(|output| output.made.shown.clone()).collect();
        let found = Source::of(project, text).map(|source| source.changes(at, &shown)).unwrap_or_default();
        changes.extend(found.into_iter().map(|change| TextChange { outputs: names.clone(), ..change }));
    }
    changes
}

/// The side of a redline, or of a structure, on which it shows text `at`.
fn side(of: Subject, at: usize) -> Option<Side> {
    match of {
        Subject::Structure(text) if text == at => Some(Side::Whole),
        Subject::Redline(old, _) if old == at => Some(Side::Old),
        Subject::Redline(_, new) if new == at => Some(Side::New),
        _ => None,
    }
}

fn is_made_of(of: Subject, at: usize) -> bool {
    matches!(of, Subject::Table | Subject::Series) || of == Subject::Concord(at) || side(of, at).is_some()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Whole,
    Old,
    New,
}

impl Side {
    /// What a passage says on this side.
    fn of(self, passage: &Passage) -> String {
        let others = if self == Self::Old { ("{+", "+}") } else { ("[-", "-]") };
        let mut said = String::new();
        let mut rest = passage.text.as_str();
        while let Some((before, after)) = rest.split_once(others.0) {
            said.push_str(before);
            rest = after.split_once(others.1).map_or("", |(_, after)| after);
        }
        letters(&(said + rest))
    }
}

/// The paragraphs of a text that an output shows, in the golden and now.
struct Shown<'a> {
    made: &'a Made,
    side: Side,
    golden: Vec<Passage>,
    now: Vec<Passage>,
    /// What the golden says of the text.
    was: String,
}

impl<'a> Shown<'a> {
    /// What `output` shows of text `at`; None of a form that is not read by its paragraphs.
    fn of(output: &Differing<'a>, at: usize) -> Option<Self> {
        let (made, side) = (output.made, side(output.made.of, at)?);
        if matches!(made.format, Format::Csv | Format::Markdown) {
            return None;
        }
        let [golden, now] = [&output.golden, &made.bytes].map(|bytes| {
            let mut passages = passages(bytes, made.format, &made.names);
            // Rows about paragraphs are not the paragraphs.
            passages.retain(|passage| !passage.is_row());
            passages
        });
        let was = golden.iter().map(|passage| side.of(passage)).collect::<Vec<_>>().join("\n");
        Some(Self { made, side, golden, now, was })
    }

    /// What is said now, where the golden says something else. A paragraph that is only no longer folded has no change in it.
    fn said(&self, pair: &Pair<'_>) -> Option<String> {
        let is_folded = |passage: &Passage| {
            let folds = matches!(self.made.format, Format::Terminal | Format::Html);
            folds && !passage.text.contains("{+") && !passage.text.contains("[-")
        };
        match pair {
            Pair::Both(_, passage) => Some(self.side.of(passage)),
            Pair::Come(passage) if !is_folded(passage) => Some(self.side.of(passage)),
            _ => None,
        }
    }
}

/// A text as it is now.
struct Source {
    /// As shown in messages.
    shown: String,
    /// None of a file without lines.
    lines: Option<Lines>,
    units: Vec<Unit>,
    /// What of each unit is looked for in an output.
    words: Vec<String>,
}

impl Source {
    /// None where it cannot be read, which is told elsewhere.
    fn of(project: &Project, text: &Text) -> Option<Self> {
        let (bytes, shown) = (on_disk(project, &text.path).ok()??, project.shown(&text.path));
        let source = read(&shown, &bytes, &project.reading).ok()?;
        let lines = Lines::of(&bytes, &source);
        let units = structure(source).units;
        let words = units.iter().map(|unit| letters(&unit.text)).collect();
        Some(Self { shown, lines, units, words })
    }

    fn changes(&self, at: usize, outputs: &[&Differing<'_>]) -> Vec<TextChange> {
        let shown: Vec<Shown<'_>> = outputs.iter().filter_map(|output| Shown::of(output, at)).collect();
        let mut changes: Vec<(usize, TextChange)> = vec![];
        for output in &shown {
            let pairs = differing(&output.golden, &output.now);
            for (pair, said) in pairs.iter().filter_map(|pair| Some((pair, output.said(pair)?))) {
                let is_in_none = |words: &String| shown.iter().all(|output| !output.was.contains(words));
                let is_changed = |words: &String| !words.is_empty() && said.contains(words) && is_in_none(words);
                for (unit, _) in self.units.iter().zip(&self.words).filter(|(_, words)| is_changed(words)) {
                    if changes.iter().all(|(index, _)| *index != unit.index) {
                        changes.push((unit.index, self.changed(unit, pair, output)));
                    }
                }
            }
        }
        if changes.is_empty() {
            let outline = shown.iter().find(|output| output.made.format == Format::Outline);
            return outline.and_then(|output| self.gone(&output.golden, &output.now)).into_iter().collect();
        }
        changes.sort_by_key(|(index, _)| *index);
        changes.into_iter().map(|(_, change)| change).collect()
    }

    fn changed(&self, unit: &Unit, pair: &Pair<'_>, output: &Shown<'_>) -> TextChange {
        let details = match pair {
            Pair::Both(old, new) if are_alike(old, new) => {
                changed(old, new, output.made)[1..].iter().map(|line| line.trim_start().to_owned()).collect()
            }
            _ => vec!["golden: no such paragraph".to_owned(), format!("now:    {}", unit.text)],
        };
        // The longest beginning that the golden has too: a shorter one stands in it as well.
        let words: Vec<char> = letters(&unit.text).chars().collect();
        let is_there = |length: usize| output.was.contains(&words[..length].iter().collect::<String>());
        let lengths: Vec<usize> = (1..=words.len()).collect();
        let kept = lengths.partition_point(|&length| is_there(length));
        let line = self.line(unit, words[..kept].iter().filter(|c| c.is_ascii()).count());
        TextChange { text: self.shown.clone(), line, name: unit.id.clone(), details, outputs: vec![] }
    }

    fn line(&self, unit: &Unit, behind: usize) -> Option<usize> {
        self.lines.as_ref()?.line(unit, behind)
    }

    /// The first paragraph of an outline that is no longer there, told where the next one is now.
    fn gone(&self, golden: &[Passage], now: &[Passage]) -> Option<TextChange> {
        // "OP3  operative  3. Takes note …": what stands before the words may be another number now.
        let end = |passage: &Passage| {
            let words = letters(&passage.text);
            words.chars().skip(words.chars().count() / 3).collect::<String>()
        };
        let said = now.iter().map(|passage| letters(&passage.text)).collect::<Vec<_>>().join("\n");
        // Paragraphs are called "OP3"; what is said of the whole text is not.
        let is_gone = |passage: &Passage| {
            let words = end(passage);
            passage.name.starts_with(|c: char| c.is_ascii_uppercase()) && !words.is_empty() && !said.contains(&words)
        };
        let at = golden.iter().position(is_gone)?;
        let next = golden[at + 1..].iter().find_map(|passage| {
            let words = end(passage);
            self.units.iter().find(|unit| !words.is_empty() && letters(&unit.text).ends_with(&words))
        });
        let line = next.or(self.units.last()).and_then(|unit| self.line(unit, 0));
        let details = vec![format!("golden: {}", golden[at].text), "now:    no such paragraph".to_owned()];
        Some(TextChange { text: self.shown.clone(), line, name: golden[at].name.clone(), details, outputs: vec![] })
    }
}
