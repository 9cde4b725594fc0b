//! Tables for people: facts through the years, and what a careful reader would ask.

use std::ops::Range;

use super::figures::{kind_name, message, unit_name};
use super::label::Name;
use super::phrases::{Phrases, fill};
use crate::findings::{CountRow, Counts, Fact, FactKind, Finding, Severity};
use crate::language::Language;
use crate::overlay::BracketCounts;
use crate::structure::Document;

/// A table in words; every row has a cell for each column.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Sheet {
    /// The language of its words.
    pub language: Language,
    /// What it shows.
    pub title: String,
    /// The heads of the columns.
    pub columns: Vec<String>,
    /// Which of them are texts, in their order; none where a row is of one text.
    pub texts: Range<usize>,
    /// The rows.
    pub rows: Vec<Vec<SheetCell>>,
    /// The head of what changed from text to text.
    pub changes: &'static str,
    /// What is said where there are no rows.
    pub nothing: &'static str,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SheetCell {
    /// What it says.
    pub text: String,
    /// Whether it is another than the cell before it.
    pub is_changed: bool,
}

impl SheetCell {
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), is_changed: false }
    }
}

/// The facts of `documents` through the years: kind, what, a cell a year, and the course of whole numbers.
pub fn counts_sheet(counts: &Counts, documents: &[Document], phrases: &Phrases, language: Language) -> Sheet {
    let words = &phrases.findings;
    let mut columns = vec![words.kind.to_owned(), words.what.to_owned()];
    columns.extend(counts.documents.iter().cloned());
    columns.push(words.course.to_owned());
    let row = |row: &CountRow| {
        let mut cells = vec![SheetCell::plain(kind_name(row.kind, phrases)), SheetCell::plain(row.what.clone())];
        let mut before: Option<Option<&str>> = None;
        let is_one = is_of_one_noun(row, documents);
        for (facts, document) in row.cells.iter().zip(documents) {
            let value = facts.first().map(|fact| fact.value.as_str());
            let text = facts.iter().map(|fact| format!("{} ({})", short(fact, is_one), unit_name(document, fact.unit, phrases)));
            cells.push(SheetCell {
                text: text.collect::<Vec<_>>().join(phrases.comma),
                is_changed: before.is_some_and(|before| before != value),
            });
            before = Some(value);
        }
        cells.push(SheetCell::plain(if is_one { course(row) } else { String::new() }));
        cells
    };
    Sheet {
        language,
        title: words.counts.to_owned(),
        texts: 2..columns.len() - 1,
        columns,
        rows: counts.rows.iter().map(row).collect(),
        changes: words.changed,
        nothing: words.nothing,
    }
}

/// Whether all counts of `row` are of one noun: two months and six weeks are not.
pub(super) fn is_of_one_noun(row: &CountRow, documents: &[Document]) -> bool {
    let mut known =
        row.cells.iter().zip(documents).flat_map(|(cell, document)| cell.iter().map(|fact| (fact, document.language)));
    known.next().is_none_or(|(first, language)| known.all(|(fact, other)| first.has_noun_of(language, fact, other)))
}

/// The number alone, where the row says of what, else as printed; a large one too is as printed: "100 000", "20 million people".
pub(super) fn short(fact: &Fact, is_of_one_noun: bool) -> &str {
    const LARGE: u64 = 10_000;
    let Some(noun) = fact.noun().filter(|_| is_of_one_noun && fact.kind == FactKind::Count) else { return &fact.text };
    let head = fact.printed_noun().map_or("", |noun| fact.text[..fact.text.len() - noun.len()].trim_end());
    let is_plain = |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ',');
    if !head.is_empty() && head.chars().all(is_plain) {
        return head;
    }
    if fact.number().is_some_and(|number| number >= LARGE) {
        return &fact.text;
    }
    fact.value.strip_suffix(noun).unwrap_or(&fact.value).trim_end()
}

/// "█▅▁▁": whole numbers that are not all the same, from nought to the most. Those of sessions and meetings only count them.
fn course(row: &CountRow) -> String {
    const STEPS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    if !matches!(row.kind, FactKind::Count | FactKind::Money | FactKind::Percent) {
        return String::new();
    }
    let numbers: Vec<Option<u64>> = row.cells.iter().map(|cell| cell.first().and_then(Fact::number)).collect();
    let known = || numbers.iter().flatten().copied();
    let (Some(least), Some(most)) = (known().min(), known().max()) else { return String::new() };
    if least == most {
        return String::new();
    }
    let step = |number: u64| STEPS[(u128::from(number) * 7 / u128::from(most)) as usize];
    numbers.into_iter().map(|number| number.map_or(' ', step)).collect()
}

fn severity(severity: Severity, phrases: &Phrases) -> &'static str {
    let [note, warning, error] = phrases.findings.severities;
    match severity {
        Severity::Note => note,
        Severity::Warning => warning,
        Severity::Error => error,
    }
}

/// The brackets of `documents`, a row a text.
pub fn brackets_sheet(documents: &[Document], counts: &[BracketCounts], phrases: &Phrases, language: Language) -> Sheet {
    let words = phrases.compiling;
    let row = |(document, counts): (&Document, &BracketCounts)| {
        let share = (counts.bracketed * 200 + counts.words).checked_div(counts.words * 2).unwrap_or_default();
        let [clean, partly, wholly] = counts.paragraphs.map(|count| count.to_string());
        let stray: Vec<String> = counts.stray.iter().map(|id| Name::of_id(id, phrases).full()).collect();
        let cells = [
            document.label.clone(),
            counts.pairs.to_string(),
            format!("{} ({share} %)", counts.bracketed),
            clean,
            partly,
            wholly,
            counts.options.to_string(),
            counts.placeholders.to_string(),
            stray.join(phrases.comma),
        ];
        cells.map(SheetCell::plain).to_vec()
    };
    Sheet {
        language,
        title: words.bracket_title.to_owned(),
        columns: words.bracket_columns.map(str::to_owned).to_vec(),
        texts: 0..0,
        changes: "",
        rows: documents.iter().zip(counts).map(row).collect(),
        nothing: words.nothing,
    }
}

/// What a careful reader would ask about `document`.
pub fn findings_sheet(findings: &[Finding], document: &Document, phrases: &Phrases, language: Language) -> Sheet {
    let words = &phrases.findings;
    let row = |finding: &Finding| {
        [
            unit_name(document, finding.unit, phrases),
            severity(finding.severity, phrases).to_owned(),
            finding.rule.code().to_owned(),
            message(finding, phrases),
            finding.suggestion.clone().unwrap_or_default(),
        ]
        .map(SheetCell::plain)
        .to_vec()
    };
    Sheet {
        language,
        title: fill(words.lint, &[&document.label]),
        columns: [words.paragraph, words.severity, words.rule, words.matter, words.suggestion].map(str::to_owned).to_vec(),
        texts: 0..0,
        rows: findings.iter().map(row).collect(),
        changes: words.changed,
        nothing: words.clean,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::{History, counts};
    use crate::read::{ReadOptions, read};
    use crate::structure::structure;

    /// The cells of each count through the years, with the course last.
    fn rows(paragraphs: &[&str]) -> Vec<Vec<String>> {
        let text = |body: &&str| format!("The Assembly,\n\nRecalling the Statute,\n\n1. {body}\n");
        let documents: Vec<Document> = paragraphs
            .iter()
            .map(|body| structure(read("text", text(body).as_bytes(), &ReadOptions::default()).expect("a text")))
            .collect();
        let counts = counts(&History::of(&documents));
        let sheet = counts_sheet(&counts, &documents, Phrases::of(Language::En), Language::En);
        let counted = sheet.rows.iter().filter(|row| row[0].text == "count");
        counted.map(|row| row[1..].iter().map(|cell| cell.text.clone()).collect()).collect()
    }

    #[test]
    fn months_and_weeks_have_their_nouns_and_no_course() {
        let rows = rows(&["Requests the list two months before the session.", "Requests the list six weeks before the session."]);
        assert_eq!(rows, [["weeks before the session", "two months (OP1)", "six weeks (OP1)", ""]]);
    }

    #[test]
    fn numbers_of_one_noun_stand_alone_and_large_ones_as_printed() {
        let few = rows(&["Urges the 4 States Parties to pay.", "Urges the 8 States Parties to pay."]);
        assert_eq!(few, [["States Parties to pay", "4 (OP1)", "8 (OP1)", "▄█"]].map(|row| row.to_vec()));
        let many = rows(&["Notes that 100,000 Judges met.", "Notes that 200,000 Judges met."]);
        assert_eq!(many[0][..3], ["Judges met", "100,000 (OP1)", "200,000 (OP1)"]);
    }
}
