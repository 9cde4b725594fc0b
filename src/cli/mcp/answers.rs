//! What each tool answers, in JSON: the same as the command of its name, in short.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::asked::{self, TOOLS};
use super::folders::Folders;
use super::pages::{cut, page, part};
use crate::findings::{FactKind, History, LintOptions, facts, lint, series_findings};
use crate::language::Language;
use crate::render::json_line;
use crate::report::{Entry, Ink, NoteEntry, Piece, Report, ReportOptions, Role, Row, Standing, report, series_report};
use crate::structure::{Document, Unit};
use crate::{Error, ErrorKind, Options};

/// Characters of one paragraph that was asked for by its name.
const WHOLE: usize = 16_000;

/// Words kept on either side of a change.
const AROUND: usize = 8;

/// The answer of the tool `name`, on one line.
///
/// # Errors
/// `Usage` for what makes no sense and for files that may not be read; those of reading.
pub(super) fn answer(folders: &Folders, name: &str, arguments: Map<String, Value>) -> Result<String, Error> {
    let answer = match name {
        "read" => read(folders, &parsed(name, arguments)?),
        "diff" => diff(folders, &parsed(name, arguments)?),
        "series" => series(folders, &parsed(name, arguments)?),
        "lint" => linted(folders, &parsed(name, arguments)?),
        "facts" => figures(folders, &parsed(name, arguments)?),
        _ => {
            let names = TOOLS.map(|tool| tool.name).join(", ");
            Err(Error::new(ErrorKind::Usage, name, format!("is no tool: there are {names}")))
        }
    };
    answer.map(|answer| json_line(&answer).trim_end().to_owned())
}

fn parsed<T: DeserializeOwned>(tool: &str, arguments: Map<String, Value>) -> Result<T, Error> {
    serde_json::from_value(Value::Object(arguments)).map_err(|error| Error::new(ErrorKind::Usage, tool, error.to_string()))
}

fn document(folders: &Folders, name: &str) -> Result<Document, Error> {
    let file = folders.file(name)?;
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let options = Options::default();
    let bytes = crate::files::bytes_of(&file, name, crate::files::Most::Asked(options.max_size))?;
    options.read(&bytes, &crate::structure::Called { name, stem: &stem })
}

fn documents(folders: &Folders, names: &[String]) -> Result<Vec<Document>, Error> {
    names.iter().map(|name| document(folders, name)).collect()
}

/// Whether a person would call a paragraph so: "OP12 bis", "op12bis".
fn is_called(known: &str, asked: &str) -> bool {
    let plain = |name: &str| {
        name.chars().filter(|c| c.is_alphanumeric() || "().".contains(*c)).flat_map(char::to_lowercase).collect::<String>()
    };
    plain(known) == plain(asked)
}

fn unknown(asked: &str) -> Error {
    Error::new(ErrorKind::Usage, asked, "is no paragraph of the text: ask without `paragraph` for their names")
}

fn head(document: &Document) -> Value {
    json!({
        "label": document.label, "symbol": document.symbol, "title": document.title,
        "adopted": document.adopted.as_ref().and_then(|adopted| adopted.date.as_deref()), "language": document.language,
    })
}

fn notes(document: &Document) -> Vec<&str> {
    document.notes.iter().take(10).map(|note| note.message.as_str()).collect()
}

fn read(folders: &Folders, asked: &asked::Read) -> Result<Value, Error> {
    let document = document(folders, &asked.file)?;
    if let Some(name) = &asked.paragraph {
        let unit = document.units.iter().find(|unit| is_called(&unit.id, name)).ok_or_else(|| unknown(name))?;
        let (text, left) = part(&unit.text, asked.from, WHOLE);
        let notes = unit.footnotes.iter().filter_map(|mark| mark.note).map(|note| cut(&document.units[note].text));
        let next = (left > 0).then_some(asked.from + text.chars().count());
        return Ok(json!({"paragraph": unit.id, "label": unit.label, "section": unit.section, "text": text, "next": next,
            "footnotes": notes.collect::<Vec<_>>()}));
    }
    let paragraph = |unit: &Unit| json!({"paragraph": unit.id, "kind": unit.kind, "text": cut(&unit.text)});
    let paragraphs = page(document.units.iter().map(paragraph), asked.from);
    Ok(json!({"document": head(&document), "paragraphs": paragraphs, "notes": notes(&document)}))
}

fn diff(folders: &Folders, asked: &asked::Diff) -> Result<Value, Error> {
    let [old, new] = [&asked.old, &asked.new].map(|name| document(folders, name));
    let redline = Options::default().compared([old?, new?]);
    let options = ReportOptions { language: Some(Language::En), ..ReportOptions::default() };
    let report = report(redline, options);
    let entries = || entries(&report);
    if let Some(name) = &asked.paragraph {
        let is_meant = |entry: &&Entry| is_called(&entry.label, name) || is_called(&entry.anchor, name);
        let bare = |entry: &&Entry| is_called(entry.label.trim_start_matches("former "), name);
        let entry = entries().find(is_meant).or_else(|| entries().find(bare)).ok_or_else(|| unknown(name))?;
        let (words, left) = part(&marked(&entry.pieces, usize::MAX), asked.from, WHOLE);
        let next = (left > 0).then_some(asked.from + words.chars().count());
        return Ok(json!({"change": told(entry, words), "next": next}));
    }
    let is_shown = |entry: &&Entry| {
        entry.is_changed() || entry.was.is_some() || entry.notes.iter().any(|note| note.standing != Standing::Same)
    };
    let changes = page(entries().filter(is_shown).map(|entry| told(entry, cut(&marked(&entry.pieces, AROUND)))), asked.from);
    let texts = [&report.redline.old, &report.redline.new].map(head);
    let [old, new] = texts;
    let mut answer = json!({"old": old, "new": new, "changes": changes});
    if asked.from == 0 {
        answer["matters"] = json!(matters(&report));
        answer["counts"] = json!(report.tallies.iter().map(|tally| tally.text.as_str()).collect::<Vec<_>>());
        answer["warnings"] = json!(report.warnings);
        answer["left_out"] = json!(page(&left_out(&report), 0));
    }
    Ok(answer)
}

fn entries(report: &Report) -> impl Iterator<Item = &Entry> {
    report.rows.iter().flat_map(|row| match row {
        Row::Entry(entry) => std::slice::from_ref(entry),
        Row::Fold(fold) => fold.entries.as_slice(),
        Row::Departure(_) => &[],
    })
}

/// What matters most, ranked, a line each.
fn matters(report: &Report) -> Vec<String> {
    let lines = report.digest.iter().flat_map(|digest| &digest.groups).flat_map(|group| {
        let line = |line: &crate::report::DigestLine| {
            let said = line.said.as_ref().map(|said| format!(" ({said})")).unwrap_or_default();
            cut(&format!("{}: {}{said}: {}", group.head, line.label, marked(&line.pieces, AROUND)))
        };
        group.first.iter().chain(&group.others).map(line).collect::<Vec<_>>()
    });
    lines.take(12).collect()
}

fn left_out(report: &Report) -> Vec<Value> {
    let line = |line: &crate::report::LeftOutLine| json!({"place": line.place, "what": line.kind, "old": cut(&line.old), "new": cut(&line.new)});
    report.left_out.iter().map(line).collect()
}

#[derive(Serialize)]
struct Told<'a> {
    paragraph: &'a str,
    /// Its former name, where that is another.
    was: Option<&'a str>,
    change: &'static str,
    /// What else happened to it: "moved from OP9".
    remarks: Vec<&'a str>,
    words: String,
    footnotes: Vec<String>,
}

fn told(entry: &Entry, words: String) -> Told<'_> {
    let paragraph = match entry.role {
        _ if !entry.label.is_empty() => entry.label.as_str(),
        Role::Paragraph | Role::Part(_) | Role::Note => entry.anchor.as_str(),
        Role::Heading(_) => "heading",
        _ => "front or closing line",
    };
    let change = match entry.standing {
        Standing::Same => "renumbered, moved or notes only",
        Standing::Editorial => "editorial",
        Standing::Edited => "reworded",
        Standing::Inserted => "inserted",
        Standing::Deleted => "deleted",
    };
    let note = |note: &NoteEntry| format!("{}: {}", note.mark, cut(&marked(&note.pieces, AROUND)));
    let footnotes = entry.notes.iter().filter(|note| note.standing != Standing::Same).map(note).collect();
    let remarks = entry.badges.iter().map(|badge| badge.text.as_str()).collect();
    Told { paragraph, was: entry.was.as_deref(), change, remarks, words, footnotes }
}

/// "… Urges [-fifteen-]{+twelve+} States …": what stayed is kept `around` words from a change.
fn marked(pieces: &[Piece], around: usize) -> String {
    let mut text = String::new();
    for (at, piece) in pieces.iter().enumerate() {
        let said = piece.text();
        match piece {
            Piece::Text { ink: Ink::Deleted(stress), .. } | Piece::Mark { ink: Ink::Deleted(stress), .. } => {
                if stress.is_shown() {
                    let _ = write!(text, "[-{said}-]");
                }
            }
            Piece::Text { ink: Ink::Inserted(stress), .. } | Piece::Mark { ink: Ink::Inserted(stress), .. }
                if stress.is_shown() =>
            {
                let _ = write!(text, "{{+{said}+}}");
            }
            Piece::Border => text.push_str(" ¶ "),
            Piece::Text { .. } | Piece::Mark { .. } => text.push_str(&near(said, [at > 0, at + 1 < pieces.len()], around)),
        }
    }
    text
}

/// The ends of `text` that stand beside something: all of it where that is not shorter.
fn near(text: &str, [before, behind]: [bool; 2], around: usize) -> String {
    let ends: Vec<usize> = text
        .split_inclusive(' ')
        .scan(0, |at, word| {
            *at += word.len();
            Some(*at)
        })
        .collect();
    let kept = around.saturating_mul(usize::from(before) + usize::from(behind));
    if ends.len() <= kept.saturating_add(around / 2) || !(before || behind) {
        return text.to_owned();
    }
    let start = if before { &text[..ends[around - 1]] } else { "" };
    let end = if behind { &text[ends[ends.len() - around - 1]..] } else { "" };
    format!("{start}… {end}")
}

fn series(folders: &Folders, asked: &asked::Series) -> Result<Value, Error> {
    if asked.files.len() < 2 {
        return Err(Error::new(ErrorKind::Usage, "files", "a series needs two texts: name another"));
    }
    let series = Options::followed(documents(folders, &asked.files)?);
    let report = series_report(&series, &series_findings(&series), series.documents.len() - 1, Some(Language::En));
    let is_changed = |life: &&crate::report::Life| {
        asked.all || life.changes > 0 || life.cells.iter().any(|cell| cell.signs.iter().any(|sign| sign.is_change()))
    };
    let lives = report.lives.iter().filter(is_changed).map(|life| {
        let said =
            |cell: &crate::report::Cell| cell.signs.iter().map(|sign| sign.said(report.phrases)).collect::<Vec<_>>().join(", ");
        let texts: BTreeMap<&str, String> = report
            .labels
            .iter()
            .map(String::as_str)
            .zip(life.cells.iter().map(said))
            .filter(|(_, said)| !said.is_empty())
            .collect();
        json!({"paragraph": life.name, "opening": life.opening, "texts": texts})
    });
    let lives = page(lives, asked.from);
    Ok(json!({"texts": series.documents.iter().map(head).collect::<Vec<_>>(), "paragraphs": lives, "notes": report.notes}))
}

fn linted(folders: &Folders, asked: &asked::Lint) -> Result<Value, Error> {
    let mut documents = documents(folders, &asked.since)?;
    documents.push(document(folders, &asked.file)?);
    let findings = lint(&History::of(&documents), &LintOptions::default());
    let last = &documents[documents.len() - 1];
    let asked_about = findings.iter().map(|finding| {
        json!({
            "paragraph": last.units[finding.unit].id, "rule": finding.rule, "severity": finding.severity, "words": cut(&finding.value),
            "question": cut(&finding.message), "suggestion": finding.suggestion,
        })
    });
    Ok(json!({"document": head(last), "questions": page(asked_about, asked.from)}))
}

fn figures(folders: &Folders, asked: &asked::Facts) -> Result<Value, Error> {
    let codes = FactKind::ALL.map(FactKind::code);
    if let Some(unknown) = asked.kinds.iter().find(|kind| !codes.contains(&kind.as_str())) {
        return Err(Error::new(ErrorKind::Usage, unknown, format!("is no kind of fact: there are {}", codes.join(", "))));
    }
    let document = document(folders, &asked.file)?;
    let facts = facts(&document);
    let wanted = facts.iter().filter(|fact| asked.kinds.is_empty() || asked.kinds.iter().any(|kind| kind == fact.kind.code()));
    let told = wanted.map(|fact| {
        json!({"paragraph": document.units[fact.unit].id, "kind": fact.kind, "text": cut(&fact.text), "value": cut(&fact.value)})
    });
    Ok(json!({"document": head(&document), "facts": page(told, asked.from)}))
}
