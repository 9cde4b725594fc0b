//! Writes a rolling text.

use std::collections::BTreeSet;

use super::forms::{Forms, OR, SQUARE, Signs, WHITE, is_balanced};
use super::read::Reader;
use crate::overlay::What;
use crate::render::visible::visible;
use crate::report::{Choice, CompilationReport, CompiledPiece, CompiledRow};

/// How proposals are marked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Convention {
    /// In brackets, with the names of those who want it.
    #[default]
    Attributed,
    /// In brackets, without names.
    Brackets,
    /// Marked as come or gone, without brackets or names; paragraphs that nobody touches are "(…)".
    Bare,
}

/// The rolling text, with a final line feed.
pub fn compilation_rolling(report: &CompilationReport, convention: Convention) -> String {
    let forms = Forms::of(report.phrases);
    let words = report.phrases.compiling;
    let mut text = format!("{}{}{}\n", words.compilation, forms.colon, report.title);
    if convention == Convention::Attributed {
        text += &[words.by, &forms.colon, &report.hands, "\n"].concat();
    }
    let writer = Writer { report, forms: &forms, convention };
    let mut was_folded = false;
    let mut is_white = false;
    for row in &report.rows {
        let is_folded = convention == Convention::Bare && !row.is_touched();
        if is_folded && was_folded {
            continue;
        }
        was_folded = is_folded;
        let paragraph = if is_folded { "(…)".to_owned() } else { writer.paragraph(row) };
        is_white |= paragraph.contains(WHITE.open);
        text += "\n";
        text += &visible(&paragraph);
        text += "\n";
    }
    if is_white {
        // Before the first paragraph, with what the reader must know.
        let head = text.find("\n\n").map_or(text.len(), |head| head + 1);
        text.insert_str(head, &format!("{}\n", words.white_brackets));
    }
    text
}

struct Writer<'a> {
    report: &'a CompilationReport,
    forms: &'a Forms,
    convention: Convention,
}

impl Writer<'_> {
    fn paragraph(&self, row: &CompiledRow) -> String {
        let status = row.status.as_ref().map(|status| format!(" {status}")).unwrap_or_default();
        if let Some(coming) = &row.coming {
            let words: String = row.pieces.iter().map(plain).collect();
            return match self.convention {
                Convention::Attributed => {
                    format!("[{}, {}{}{words}]", row.id, self.report.names(&coming.by), self.forms.colon)
                }
                Convention::Brackets => format!("[{}{}{words}]", row.id, self.forms.colon),
                Convention::Bare => format!("{{+{} {words}+}}", row.id),
            };
        }
        let label = row.label.as_ref().map(|label| format!("{label} ")).unwrap_or_default();
        if self.convention != Convention::Attributed || !self.report.is_named() {
            return self.whole(row, &(label + &self.composed(row, SQUARE) + &status), SQUARE);
        }
        let usual = if row.pieces.iter().all(pairs) { SQUARE } else { WHITE };
        for signs in [usual, WHITE] {
            let composed = self.composed(row, signs);
            if self.reads_back(row, &composed) {
                return self.whole(row, &(label + &composed + &status), signs);
            }
        }
        self.whole(row, &(label + &self.beside(row) + &status), WHITE)
    }

    /// What goes as a whole stands in a bracket as a whole.
    fn whole(&self, row: &CompiledRow, text: &str, signs: Signs) -> String {
        let Some(whole) = row.whole.as_ref().filter(|whole| !whole.gone.is_empty()) else { return text.to_owned() };
        match self.convention {
            Convention::Attributed => {
                format!(
                    "{}{} {}{}{text}{}",
                    signs.open,
                    self.forms.del,
                    self.report.names(&whole.gone),
                    self.forms.colon,
                    signs.close
                )
            }
            Convention::Brackets => format!("[{text}]"),
            Convention::Bare => format!("[-{text}-]"),
        }
    }

    fn composed(&self, row: &CompiledRow, signs: Signs) -> String {
        let mut text = String::new();
        for piece in &row.pieces {
            match piece {
                CompiledPiece::Words(words) => text += words,
                CompiledPiece::Mark(_) => {}
                CompiledPiece::Choice(choice) => text += &self.choice(choice, signs),
            }
        }
        text
    }

    fn choice(&self, choice: &Choice, signs: Signs) -> String {
        let [lead, end] = edges(choice);
        let inner = |text: &str| text.strip_prefix(lead).and_then(|text| text.strip_suffix(end)).unwrap_or(text).to_owned();
        let words = inner(&choice.words);
        let ways: Vec<(String, String)> = choice.ways.iter().map(|way| (self.report.names(&way.by), inner(&way.text))).collect();
        let colon = &self.forms.colon;
        let form = match self.convention {
            Convention::Bare => {
                let gone = if words.is_empty() { String::new() } else { format!("[-{words}-]") };
                let come = ways.iter().filter(|(_, text)| !text.is_empty()).map(|(_, text)| format!("{{+{text}+}}"));
                gone + &come.collect::<String>()
            }
            Convention::Brackets => {
                let all = std::iter::once(&words).chain(ways.iter().map(|(_, text)| text)).filter(|text| !text.is_empty());
                all.flat_map(|text| ["[", text, "]"]).collect()
            }
            Convention::Attributed if choice.words.is_empty() => {
                let add =
                    |(by, text): &(String, String)| format!("{}{} {by}{colon}{text}{}", signs.open, self.forms.add, signs.close);
                ways.iter().map(add).collect::<Vec<_>>().join(" ")
            }
            Convention::Attributed => match (choice.ways.as_slice(), ways.as_slice()) {
                ([way], [(by, _)]) if way.what == What::Delete => {
                    format!("{}{} {by}{colon}{words}{}", signs.open, self.forms.del, signs.close)
                }
                _ => {
                    let or = |(by, text): &(String, String)| {
                        format!("{OR}{by}{colon}{}", if text.is_empty() { self.forms.delete } else { text })
                    };
                    format!("{}{words}{}{}", signs.open, ways.iter().map(or).collect::<String>(), signs.close)
                }
            },
        };
        format!("{lead}{form}{end}")
    }

    /// Whether nobody's text and each delegation's come out of `composed` to the character.
    fn reads_back(&self, row: &CompiledRow, composed: &str) -> bool {
        let labels: Vec<&str> = self.report.compilation.proposals.iter().map(|proposal| proposal.label.as_str()).collect();
        let hands = std::iter::once(None).chain((0..labels.len()).map(Some));
        let mut known: BTreeSet<Vec<usize>> = BTreeSet::new();
        hands.filter(|by| known.insert(signature(row, *by))).all(|by| {
            let reader = Reader { forms: self.forms, names: &labels, taker: by.map(|by| labels[by]) };
            reader.paragraph(composed).unwrap_or_default() == wanted(row, by)
        })
    }

    /// The whole paragraph of the draft beside the whole paragraph of each.
    fn beside(&self, row: &CompiledRow) -> String {
        let draft = wanted(row, None);
        let mut others: Vec<(String, Vec<usize>)> = vec![];
        for by in 0..self.report.compilation.proposals.len() {
            let text = wanted(row, Some(by));
            if text == draft {
                continue;
            }
            match others.iter_mut().find(|(other, _)| *other == text) {
                Some((_, hands)) => hands.push(by),
                None => others.push((text, vec![by])),
            }
        }
        if others.is_empty() {
            return draft;
        }
        let or = |(text, by): &(String, Vec<usize>)| {
            let text = if text.is_empty() { self.forms.delete } else { text };
            format!("{OR}{}{}{text}", self.report.names(by), self.forms.colon)
        };
        format!("{}{draft}{}{}", WHITE.open, others.iter().map(or).collect::<String>(), WHITE.close)
    }
}

/// Which of the ways of each choice `by` takes: the same for two who want the same.
fn signature(row: &CompiledRow, by: Option<usize>) -> Vec<usize> {
    let choices = row.pieces.iter().filter_map(|piece| match piece {
        CompiledPiece::Choice(choice) => Some(choice),
        _ => None,
    });
    let way = |choice: &Choice| by.and_then(|by| choice.ways.iter().position(|way| way.by.contains(&by)));
    choices.map(|choice| way(choice).map_or(0, |way| way + 1)).collect()
}

/// The paragraph of the draft when what `by` wants is taken.
fn wanted(row: &CompiledRow, by: Option<usize>) -> String {
    let words = |piece: &CompiledPiece| match piece {
        CompiledPiece::Words(words) => words.clone(),
        CompiledPiece::Mark(_) => String::new(),
        CompiledPiece::Choice(choice) => {
            let way = by.and_then(|by| choice.ways.iter().find(|way| way.by.contains(&by)));
            way.map_or_else(|| choice.words.clone(), |way| way.text.clone())
        }
    };
    row.pieces.iter().map(words).collect()
}

fn plain(piece: &CompiledPiece) -> String {
    match piece {
        CompiledPiece::Words(words) => words.clone(),
        CompiledPiece::Mark(_) => String::new(),
        CompiledPiece::Choice(choice) => choice.words.clone(),
    }
}

/// Whether the square brackets in each text of a piece pair.
fn pairs(piece: &CompiledPiece) -> bool {
    match piece {
        CompiledPiece::Words(words) => is_balanced(words),
        CompiledPiece::Mark(_) => true,
        CompiledPiece::Choice(choice) => is_balanced(&choice.words) && choice.ways.iter().all(|way| is_balanced(&way.text)),
    }
}

/// The space that all texts of a choice begin with, and that which all end with: it goes out of the bracket.
fn edges(choice: &Choice) -> [&str; 2] {
    let texts = || {
        let ways = choice.ways.iter().map(|way| way.text.as_str());
        std::iter::once(choice.words.as_str()).chain(ways).filter(|text| !text.is_empty())
    };
    let Some(first) = texts().next() else { return ["", ""] };
    let lead = first.chars().next().filter(|c| c.is_whitespace()).map_or(0, char::len_utf8);
    let end = first.chars().next_back().filter(|c| c.is_whitespace()).map_or(0, char::len_utf8);
    let (lead, end) = (&first[..lead], &first[first.len() - end..]);
    let is_longer = || texts().all(|text| text.len() > lead.len() + end.len());
    let lead = if texts().all(|text| text.starts_with(lead)) && is_longer() { lead } else { "" };
    let end = if texts().all(|text| text.ends_with(end)) && is_longer() { end } else { "" };
    [lead, end]
}
