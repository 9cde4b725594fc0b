//! One line of the output: what a job gave, or what it failed on.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::BatchOptions;
use super::job::{Given, Job, Text};
use super::settings::Settings;
use super::shelf::Shelf;
use crate::Error;
use crate::files::{Most, bytes_of, limited};
use crate::findings::{Finding, findings, series_findings};
use crate::render::{RedlineJson, SeriesJson, json_line};
use crate::report::{Redline, Summary, redline_with, step_of, summary};
use crate::series::{SeriesOptions, Years, series};
use crate::structure::{Called, Document, Note, document_of};

/// What is written of each job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Wanted {
    /// The counts and doubts of each text and the next.
    Summary,
    /// What changed in the figures of each text and the next, and what should have.
    Findings,
    /// The redline of each text and the next, as `rature diff --format json` has it.
    Redline,
    /// The series, as `rature series --format json` has it.
    Series,
}

impl Wanted {
    /// As `--write` takes it.
    pub(super) fn shown(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Findings => "findings",
            Self::Redline => "redline",
            Self::Series => "series",
        }
    }
}

/// A line, with its line feed.
pub(super) struct Outcome {
    pub(super) line: String,
    pub(super) is_failed: bool,
}

#[derive(Serialize)]
struct Failed<'a> {
    id: &'a RawValue,
    error: String,
}

#[derive(Serialize)]
struct Pairs<'a, T> {
    id: &'a RawValue,
    #[serde(skip_serializing_if = "Settings::is_default")]
    settings: Settings,
    /// One for each text and the next.
    steps: Vec<T>,
}

#[derive(Serialize)]
struct Followed<'a> {
    id: &'a RawValue,
    #[serde(skip_serializing_if = "Settings::is_default")]
    settings: Settings,
    series: SeriesJson<'a>,
}

#[derive(Serialize)]
struct Counted<'a> {
    old: &'a str,
    new: &'a str,
    summary: Summary,
    notes: Vec<Note>,
}

#[derive(Serialize)]
struct Found<'a> {
    old: &'a str,
    new: &'a str,
    findings: Vec<Finding>,
}

impl Outcome {
    /// Does the job, with what is on the shelf.
    pub(super) fn of(job: &Job, shelf: &mut Shelf, options: &BatchOptions) -> Self {
        // One text that rature fails on must not end a run of thousands.
        let work = AssertUnwindSafe(|| documents(job, shelf, options).map(|documents| done(&job.id.0, documents, options)));
        match catch_unwind(work).unwrap_or_else(|_| Err("rature itself failed on it: please report it with its texts".to_owned()))
        {
            Ok(line) => Self { line, is_failed: false },
            Err(error) => Self::failed(job, error),
        }
    }

    /// A job that failed.
    pub(super) fn failed(job: &Job, error: String) -> Self {
        Self { line: json_line(&Failed { id: &job.id.0, error }), is_failed: true }
    }

    /// As it goes through a pipe: the line, and behind it whether it failed.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        let mut bytes = self.line.into_bytes();
        bytes.push(u8::from(self.is_failed));
        bytes
    }

    /// From a pipe.
    pub(super) fn from_bytes(mut bytes: Vec<u8>) -> Option<Self> {
        let is_failed = bytes.pop()? == 1;
        Some(Self { line: String::from_utf8(bytes).ok()?, is_failed })
    }
}

fn done(id: &RawValue, documents: Vec<Arc<Document>>, options: &BatchOptions) -> String {
    let settings = Settings::of(&options.reading);
    if options.wanted == Wanted::Series {
        let documents = documents.into_iter().map(Arc::unwrap_or_clone).collect();
        let series = series(documents, &SeriesOptions::default());
        let at = series.documents.len() - 1;
        return json_line(&Followed { id, settings, series: SeriesJson::of(&series, &series_findings(&series), at) });
    }
    let no_pins = SeriesOptions::default();
    let mut years = Years::of(documents.iter().map(AsRef::as_ref).collect(), &no_pins);
    let steps = documents.windows(2).enumerate().map(|(at, pair)| (at, &*pair[0], &*pair[1]));
    match options.wanted {
        Wanted::Redline => {
            let redline = |(at, old, new): (usize, &Document, &Document)| {
                let (comparison, facts) = step_of(&mut years, at);
                redline_with(old.clone(), new.clone(), comparison, facts)
            };
            let redlines: Vec<Redline> = steps.map(redline).collect();
            json_line(&Pairs { id, settings, steps: redlines.iter().map(RedlineJson::of).collect() })
        }
        Wanted::Findings => {
            let found = |(at, old, new): (usize, _, _)| {
                let (comparison, facts) = step_of(&mut years, at);
                Found { old: label(old), new: label(new), findings: findings(old, new, &comparison.changes, facts) }
            };
            json_line(&Pairs { id, settings, steps: steps.map(found).collect() })
        }
        Wanted::Summary | Wanted::Series => {
            let counted = |(at, old, new): (usize, _, _)| {
                let (summary, notes) = summary(old, new, &years.take_step(at));
                Counted { old: label(old), new: label(new), summary, notes }
            };
            json_line(&Pairs { id, settings, steps: steps.map(counted).collect() })
        }
    }
}

fn label(document: &Document) -> &str {
    &document.label
}

fn documents(job: &Job, shelf: &mut Shelf, options: &BatchOptions) -> Result<Vec<Arc<Document>>, String> {
    let texts = job.texts.as_ref().map_err(String::clone)?;
    let mut documents: Vec<Arc<Document>> = Vec::with_capacity(texts.len());
    for (at, text) in texts.iter().enumerate() {
        let nameless = format!("text {}", at + 1);
        let mut document = shelf.document(text, || document(text, &nameless, options)).map_err(|error| error.with_cause())?;
        // No two documents of a run share a label.
        let is_taken = |label: &str| documents.iter().any(|other| other.label == label);
        if document.label.is_empty() {
            Arc::make_mut(&mut document).label = nameless;
        }
        if is_taken(&document.label) {
            let label = format!("{} ({})", document.label, at + 1);
            Arc::make_mut(&mut document).label = label;
        }
        documents.push(document);
    }
    Ok(documents)
}

/// The document of a text that is called `name` in messages, and the bytes of its source. A text in the line that has no symbol has
/// an empty label.
fn document(text: &Text, name: &str, options: &BatchOptions) -> Result<(Document, usize), Error> {
    let (path, inline, label) = match text {
        Text::Path(path) => (Some(path), None, None),
        Text::Given(Given { text, path, label }) => (path.as_ref(), text.as_ref(), label.as_ref()),
    };
    let (mut document, size) = match (path, inline) {
        (_, Some(text)) => {
            let bytes = limited(text.as_bytes(), name, Most::Asked(options.max_size))?;
            (document_of(&bytes, &Called { name, stem: "" }, &options.reading)?, text.len())
        }
        (Some(path), None) => {
            let stem = Path::new(path).file_stem().unwrap_or_default().to_string_lossy();
            let bytes = bytes_of(Path::new(path), path, Most::Asked(options.max_size))?;
            (document_of(&bytes, &Called { name: path, stem: &stem }, &options.reading)?, bytes.len())
        }
        (None, None) => {
            return Err(Error::new(crate::ErrorKind::Usage, name, "has neither a path nor a text: give one of them"));
        }
    };
    if let Some(label) = label {
        document.label.clone_from(label);
    }
    Ok((document, size))
}
