//! A rolling text read back: the draft, and the text of each delegation.
//!
//! ```text
//! OP3. Asks for lamps in May. [Norway: replace "in May" by "each spring"] [Chad reserves its position]
//!
//! draft    OP3. Asks for lamps in May.
//! Norway   OP3. Asks for lamps each spring.
//! Chad     OP3. Asks for lamps in May.                and a note: a position
//! ```
//!
//! A text that rature wrote says who proposes, and is read to the character. Others are read as the field writes them (`field`), where doubts
//! are notes: what was guessed, what could not be placed, what was not understood.

use std::collections::{BTreeMap, BTreeSet};

use super::field::{Ask, FieldParagraph, Segment};
use super::forms::Forms;
use super::hands::Hands;
use super::instruct::{Unplaced, Wish};
use super::read::numbered_of_rolling;
use crate::language::Language;
use crate::report::phrases::Phrases;
use crate::structure::{Note, says_agreed};
use crate::text::fold;

/// A rolling text, read back.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct RollingTexts {
    /// The paragraphs of the draft.
    pub draft: Vec<String>,
    /// Each delegation with the paragraphs of its text.
    pub proposals: Vec<(String, Vec<String>)>,
    /// What was read, guessed, not placed and not understood.
    pub notes: Vec<Note>,
}

/// Reads back `paragraphs`, each with the line where it stands. `names` are the delegations that are known; those that the text says it is of, else
/// states and groups, where there are none.
pub fn rolling_texts(paragraphs: &[(usize, String)], names: &[String]) -> RollingTexts {
    let own = paragraphs.first().and_then(|(_, head)| hands_of(head));
    match own {
        Some((hands, language)) => of_own_form(paragraphs, &hands, language),
        None => of_field(paragraphs, &Hands::of(names)),
    }
}

/// The names in the head of a rolling text that rature wrote, and its language.
fn hands_of(head: &str) -> Option<(Vec<String>, Language)> {
    Language::ALL.into_iter().find_map(|language| {
        let phrases = Phrases::of(language);
        let by = format!("{}{}", phrases.compiling.by, Forms::of(phrases).colon);
        let (before, after) = head.split_once(&by)?;
        if !before.starts_with(phrases.compiling.compilation) {
            return None;
        }
        let names = after.split(phrases.compiling.white_brackets).next().and_then(|names| names.lines().next())?;
        Some((names.trim().split(", ").map(str::to_owned).collect(), language))
    })
}

fn of_own_form(paragraphs: &[(usize, String)], hands: &[String], language: Language) -> RollingTexts {
    let text = paragraphs.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("\n\n");
    let names: Vec<&str> = hands.iter().map(String::as_str).collect();
    let taken = |taker| numbered_of_rolling(&text, &names, taker, language);
    let proposals = hands.iter().map(|hand| (hand.clone(), taken(Some(hand)))).collect();
    RollingTexts { draft: taken(None), proposals, notes: vec![] }
}

fn of_field(paragraphs: &[(usize, String)], hands: &Hands) -> RollingTexts {
    // Lines on how the text was made stand before it.
    const HEAD: usize = 3;
    let is_about = |(at, (_, text)): &(usize, &(usize, String))| {
        let text = fold(text);
        *at < HEAD && Language::ALL.iter().any(|language| text.contains(&fold(Phrases::of(*language).compiling.compilation_word)))
    };
    let read: Vec<(usize, FieldParagraph)> = paragraphs
        .iter()
        .enumerate()
        .filter(|paragraph| !is_about(paragraph))
        .map(|(_, (line, text))| (*line, FieldParagraph::read(&text.replace('\n', " "), hands)))
        .collect();
    let mut teller = Teller { read: &read, notes: vec![] };
    let takers = teller.takers();
    let draft = teller.text(None);
    let proposals: Vec<(String, Vec<String>)> = takers.iter().map(|taker| (taker.clone(), teller.text(Some(taker)))).collect();
    teller.positions();
    teller.contrary();
    teller.open();
    teller.strange();
    teller.summary(&takers);
    RollingTexts { draft, proposals, notes: teller.notes }
}

struct Teller<'r> {
    read: &'r [(usize, FieldParagraph)],
    notes: Vec<Note>,
}

impl Teller<'_> {
    fn asks(&self) -> impl Iterator<Item = (&FieldParagraph, &Ask)> {
        self.read.iter().flat_map(|(_, paragraph)| paragraph.asks.iter().map(move |ask| (paragraph, ask)))
    }

    /// Who changes words of a paragraph, or brings it.
    fn changing(paragraph: &FieldParagraph) -> BTreeSet<&str> {
        let ways = paragraph.segments.iter().flat_map(|segment| match segment {
            Segment::Choice(_, ways) => ways.as_slice(),
            Segment::Words(_) => &[],
        });
        let asked = paragraph.asks.iter().filter(|ask| ask.wish != Wish::Position);
        let by = ways.map(|(by, _)| by).chain(asked.map(|ask| &ask.by)).chain(paragraph.coming.iter().map(|coming| &coming.by));
        by.flatten().map(String::as_str).collect()
    }

    /// Those who change something, by name.
    fn takers(&self) -> Vec<String> {
        let all: BTreeSet<&str> = self.read.iter().flat_map(|(_, paragraph)| Self::changing(paragraph)).collect();
        all.into_iter().map(str::to_owned).collect()
    }

    fn note<const N: usize>(&mut self, code: &'static str, message: String, parts: [&str; N]) {
        let note = Note::new(code, message).with(parts);
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// The paragraphs when only what `taker` wants is taken.
    fn text(&mut self, taker: Option<&str>) -> Vec<String> {
        let mut text: Vec<(String, String)> = vec![];
        for (line, paragraph) in self.read {
            let is_of = |by: &[String]| taker.is_some_and(|taker| by.iter().any(|one| one == taker));
            let words = paragraph.words(taker);
            match &paragraph.coming {
                Some(coming) if !is_of(&coming.by) => {}
                Some(coming) if coming.is_alternative => {
                    let root = root(&paragraph.label);
                    match text.iter_mut().rfind(|(label, _)| key(label) == root) {
                        Some((_, replaced)) => *replaced = words,
                        None => text.push((paragraph.label.clone(), words)),
                    }
                }
                Some(_) => text.push((paragraph.label.clone(), words)),
                None => {
                    let mut words = Some(words);
                    for ask in paragraph.asks.iter().filter(|ask| is_of(&ask.by)) {
                        let Some(before) = words.clone() else { break };
                        match ask.wish.applied(&before) {
                            Ok(after) => words = after,
                            Err(why) => self.unplaced(*line, ask, why),
                        }
                        if let Wish::AddAtEnd(added) = &ask.wish {
                            let label = &paragraph.label;
                            let message = format!("{label} “{added}” is put at the end of the paragraph, which nobody said");
                            self.note("place-guessed", message, [label, added]);
                        }
                    }
                    text.extend(words.map(|words| (paragraph.label.clone(), words)));
                }
            }
        }
        let joined = |(label, words): (String, String)| if label.is_empty() { words } else { format!("{label} {words}") };
        text.into_iter().map(joined).collect()
    }

    fn unplaced(&mut self, line: usize, ask: &Ask, why: Unplaced) {
        let why = match why {
            Unplaced::Missing => "the quoted words do not stand there",
            Unplaced::Several => "the quoted words stand there more than once",
        };
        self.note("not-placed", format!("line {line}: [{}] is not placed: {why}", ask.said), [&line.to_string(), &ask.said]);
    }

    fn positions(&mut self) {
        let said: Vec<(String, String)> = self
            .asks()
            .filter(|(_, ask)| ask.wish == Wish::Position)
            .map(|(paragraph, ask)| (paragraph.label.clone(), ask.said.clone()))
            .collect();
        for (label, said) in said {
            self.note("position", format!("{label} {said}"), [&label, &said]);
        }
    }

    /// Who keeps a paragraph and has another in its place, or changes words in one and supports its deletion.
    fn contrary(&mut self) {
        let mut changing: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for (_, paragraph) in self.read {
            changing.entry(root(&paragraph.label)).or_default().extend(Self::changing(paragraph));
        }
        let mut found = vec![];
        for (paragraph, ask) in self.asks() {
            let keeps: Vec<&String> = if ask.wish == Wish::Position { ask.by.iter().collect() } else { vec![] };
            let supports = ask.supported.iter().filter(|_| ask.wish == Wish::DeleteAll);
            let is_changing = |hand: &&String| changing[&root(&paragraph.label)].contains(hand.as_str());
            found.extend(
                keeps.into_iter().chain(supports).filter(is_changing).map(|hand| (paragraph.label.clone(), hand.clone())),
            );
        }
        for (label, hand) in found {
            let message = format!(
                "{label} {hand} says two things of it: it has words of its own there, and would keep it as it is or see it deleted"
            );
            self.note("contrary-positions", message, [&label, &hand]);
        }
    }

    /// Paragraphs that are called agreed, with proposals in them.
    fn open(&mut self) {
        let is_open = |paragraph: &&FieldParagraph| {
            says_agreed(&paragraph.words(None)) && !Self::changing(paragraph).is_empty() && paragraph.coming.is_none()
        };
        let open: Vec<String> = self.read.iter().map(|(_, p)| p).filter(is_open).map(|p| p.label.clone()).collect();
        for label in open {
            self.note("agreed-but-open", format!("{label} is called agreed, and proposals stand in it"), [&label]);
        }
    }

    fn strange(&mut self) {
        let all: Vec<(usize, String)> =
            self.read.iter().flat_map(|(line, paragraph)| paragraph.strange.iter().map(|text| (*line, text.clone()))).collect();
        for (line, text) in all {
            self.note(
                "not-understood",
                format!("line {line}: {text} is not understood and stays text"),
                [&line.to_string(), &text],
            );
        }
    }

    /// How much was read.
    fn summary(&mut self, takers: &[String]) {
        let count = |paragraph: &FieldParagraph| {
            let ways: usize = paragraph
                .segments
                .iter()
                .map(|segment| match segment {
                    Segment::Choice(_, ways) => ways.len(),
                    Segment::Words(_) => 0,
                })
                .sum();
            ways + paragraph.asks.iter().filter(|ask| ask.wish != Wish::Position).count()
                + usize::from(paragraph.coming.is_some())
        };
        let proposals: usize = self.read.iter().map(|(_, paragraph)| count(paragraph)).sum();
        let positions = self.asks().filter(|(_, ask)| ask.wish == Wish::Position).count();
        let marks: usize = self.asks().map(|(_, ask)| ask.supported.len() + ask.unsupported.len()).sum();
        let counted = |count: usize, what: &str, rest: &str| format!("{count} {what}{}{rest}", if count == 1 { "" } else { "s" });
        let message = format!(
            "read back: {} of {} ({}), {}, {}",
            counted(proposals, "proposal", ""),
            counted(takers.len(), "delegation", ""),
            takers.join(", "),
            counted(positions, "position", ""),
            counted(marks, "mark", " of support")
        );
        self.notes.insert(0, Note::new("read-back", message));
    }
}

/// The letters and figures of a label.
fn key(label: &str) -> String {
    fold(label).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The same of the paragraph that an alternative stands in place of.
fn root(label: &str) -> String {
    let folded = fold(label);
    key(folded.split(" alt").next().unwrap_or(&folded))
}
