//! rature for Python: `rature._rature`, which the package `rature` is written over.
//!
//! ```text
//! rature.diff("2020.pdf", b"…")  →  text, text  →  Text, Text  →  diff  →  Redline: json(), rows(), html(), docx()
//! rature diff 2020.pdf 2021.pdf  →  rature.__main__  →  main(): the program itself, in this process
//! ```
//!
//! Results cross as JSON, so that the dataclasses of the package and the forms of the program cannot differ. What takes long is done
//! without the interpreter's lock.

use std::ffi::OsString;
use std::path::PathBuf;

use pyo3::exceptions::PyException;
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use rature::align::{Pin, check_pins};
use rature::findings::{History, LintOptions, facts, lint, series_findings};
use rature::language::Language;
use rature::render::{
    Signs, TerminalOptions, WordOptions, document_json, facts_json, lint_json, redline_docx, redline_html, redline_json,
    redline_markdown, redline_terminal, series_html, series_json,
};
use rature::report::{Context, Report, ReportOptions, named_pin, report, series_page, series_report};
use rature::structure::{Called, Document};
use rature::{ErrorKind, Options};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

pyo3::create_exception!(rature, Error, PyException, "What failed, on what, and what to do about it; `kind` says what sort of trouble it is.");

/// The exception of an error of the library.
fn raised(error: &rature::Error) -> PyErr {
    let kind = match error.kind() {
        ErrorKind::Unreadable => "unreadable",
        ErrorKind::Empty => "empty",
        ErrorKind::NotText => "not text",
        ErrorKind::TooLarge => "too large",
        ErrorKind::Unwritable => "unwritable",
        _ => "usage",
    };
    trouble(kind, error.with_cause())
}

fn trouble(kind: &'static str, message: String) -> PyErr {
    let error = Error::new_err(message);
    Python::attach(|py| {
        let _ = error.value(py).setattr("kind", kind);
    });
    error
}

/// The value of an option that is one of a few words.
fn chosen<T: DeserializeOwned>(option: &str, typed: Option<String>) -> PyResult<Option<T>> {
    let Some(typed) = typed else { return Ok(None) };
    let value = serde_json::from_value(Value::String(typed.clone()));
    value.map(Some).map_err(|error| trouble("usage", format!("{option}: {typed}: {error}")))
}

fn rows<T: Serialize>(rows: impl IntoIterator<Item = T>) -> String {
    Value::Array(rows.into_iter().map(|row| json!(row)).collect()).to_string()
}

/// One text that was read.
#[pyclass(frozen)]
struct Text(Document);

#[pymethods]
impl Text {
    /// `rature/document/1`.
    fn json(&self, py: Python<'_>) -> String {
        py.detach(|| document_json(&self.0))
    }

    /// A row a paragraph.
    fn rows(&self) -> String {
        rows(self.0.units.iter().map(|unit| {
            json!({"paragraph": unit.id, "kind": unit.kind, "label": unit.label, "section": unit.section.join(" / "), "text": unit.text})
        }))
    }

    /// `rature/facts/1`.
    fn facts(&self, py: Python<'_>) -> String {
        py.detach(|| facts_json(&facts(&self.0), self.0.language))
    }

    /// What the units are called, in their order.
    fn names(&self) -> Vec<String> {
        self.0.units.iter().map(|unit| unit.id.clone()).collect()
    }
}

/// Two texts that were compared.
#[pyclass(frozen)]
struct Redline(rature::report::Redline);

impl Redline {
    fn report(&self, language: Option<String>, context: Option<usize>) -> PyResult<Report> {
        let mut options = ReportOptions::default();
        options.language = chosen("ui_language", language)?;
        options.context = context.map_or(Context::All, Context::Paragraphs);
        Ok(report(self.0.clone(), options))
    }
}

#[pymethods]
impl Redline {
    /// `rature/redline/1`.
    fn json(&self, py: Python<'_>) -> String {
        py.detach(|| redline_json(&self.0))
    }

    /// A row a change.
    fn rows(&self, ui_language: Option<String>) -> PyResult<String> {
        let report = self.report(ui_language, None)?;
        Ok(rows(report.lines.iter().map(|line| {
            json!({
                "paragraph": line.place, "was": line.was, "section": line.section, "change": line.kind, "before": line.before,
                "after": line.after, "weight": line.weight,
            })
        })))
    }

    fn differs(&self) -> bool {
        self.0.differs()
    }

    /// One self-contained page.
    fn html(&self, ui_language: Option<String>, context: Option<usize>) -> PyResult<String> {
        Ok(redline_html(&self.report(ui_language, context)?))
    }

    fn markdown(&self, ui_language: Option<String>, context: Option<usize>) -> PyResult<String> {
        Ok(redline_markdown(&self.report(ui_language, context)?, Signs::default()))
    }

    /// As in a terminal without colours.
    fn text(&self, ui_language: Option<String>, context: Option<usize>, width: usize) -> PyResult<String> {
        let mut options = TerminalOptions::default();
        options.width = width;
        Ok(redline_terminal(&self.report(ui_language, context)?, &options))
    }

    /// A Word document with tracked changes.
    fn docx<'py>(
        &self,
        py: Python<'py>,
        author: String,
        date: Option<String>,
        comments: bool,
        ui_language: Option<String>,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let report = self.report(ui_language, None)?;
        let mut options = WordOptions::default();
        (options.author, options.date, options.comments) = (author, date, comments);
        let bytes = py.detach(|| redline_docx(&report, &options)).map_err(|error| raised(&error))?;
        Ok(PyBytes::new(py, &bytes))
    }
}

/// The texts of many years.
#[pyclass(frozen)]
struct Series(rature::series::Series);

#[pymethods]
impl Series {
    /// `rature/series/1`, with the years of the words of the latest text.
    fn json(&self, py: Python<'_>) -> String {
        py.detach(|| series_json(&self.0, &series_findings(&self.0), self.latest()))
    }

    /// A row a paragraph, with a column a text.
    fn rows(&self, ui_language: Option<String>) -> PyResult<String> {
        let language: Option<Language> = chosen("ui_language", ui_language)?;
        let report = series_report(&self.0, &series_findings(&self.0), self.latest(), language);
        Ok(rows(report.lives.iter().map(|life| {
            let mut row = json!({"paragraph": life.name, "opening": life.opening});
            for (label, cell) in report.labels.iter().zip(&life.cells) {
                let said: Vec<&str> = cell.signs.iter().map(|sign| sign.said(report.phrases)).collect();
                row[label] = json!(said.join("; "));
            }
            row
        })))
    }

    /// One self-contained page.
    fn html(&self, ui_language: Option<String>) -> PyResult<String> {
        let language = chosen("ui_language", ui_language)?;
        Ok(series_html(&series_page(&self.0, &series_findings(&self.0), self.latest(), language)))
    }
}

impl Series {
    fn latest(&self) -> usize {
        self.0.documents.len() - 1
    }
}

/// Reads the text in `bytes`, or the file at `path`.
#[pyfunction]
#[pyo3(signature = (path, bytes, name, *, language, layout, revisions, password))]
#[allow(clippy::too_many_arguments, reason = "a call of Python names them")]
fn text(
    py: Python<'_>,
    path: Option<PathBuf>,
    bytes: Option<Vec<u8>>,
    name: &str,
    language: Option<String>,
    layout: Option<String>,
    revisions: Option<String>,
    password: Option<String>,
) -> PyResult<Text> {
    let mut options = Options::default();
    options.reading.language = chosen("language", language)?;
    options.reading.layout = chosen("layout", layout)?;
    options.reading.revisions = chosen("revisions", revisions)?.unwrap_or_default();
    options.reading.password = password;
    let read = py.detach(|| match (path, bytes) {
        (Some(path), _) => options.read_file(path),
        (None, bytes) => options.read(&bytes.unwrap_or_default(), &Called { name, stem: name }),
    });
    read.map(Text).map_err(|error| raised(&error))
}

/// Compares two texts.
#[pyfunction]
fn diff(py: Python<'_>, old: &Text, new: &Text, pins: Vec<String>) -> PyResult<Redline> {
    let mut options = Options::default();
    let decided = || {
        for pin in &pins {
            options.pins.push(named_pin(pin.parse::<Pin>()?, [&old.0, &new.0]));
        }
        check_pins(&options.pins, &old.0, &new.0)?;
        Ok(options.compared([old.0.clone(), new.0.clone()]))
    };
    py.detach(decided).map(Redline).map_err(|error: rature::Error| raised(&error))
}

/// Follows texts through the years.
#[pyfunction]
fn series(py: Python<'_>, texts: Vec<Py<Text>>) -> Series {
    let documents: Vec<Document> = texts.iter().map(|text| text.get().0.clone()).collect();
    Series(py.detach(|| Options::followed(documents)))
}

/// `rature/lint/1` of the last of `texts`.
#[pyfunction]
fn linted(py: Python<'_>, texts: Vec<Py<Text>>) -> String {
    let documents: Vec<Document> = texts.iter().map(|text| text.get().0.clone()).collect();
    py.detach(|| lint_json(&documents, &lint(&History::of(&documents), &LintOptions::default())))
}

/// The program itself, on `arguments`, of which the first is its name; `again` starts it in a process of its own.
#[pyfunction]
fn main(py: Python<'_>, arguments: Vec<OsString>, again: Vec<OsString>) -> u8 {
    py.detach(|| rature::cli::run_within(&arguments, again))
}

#[pymodule]
fn _rature(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add("Error", module.py().get_type::<Error>())?;
    module.add_class::<Text>()?;
    module.add_class::<Redline>()?;
    module.add_class::<Series>()?;
    module.add_function(wrap_pyfunction!(text, module)?)?;
    module.add_function(wrap_pyfunction!(diff, module)?)?;
    module.add_function(wrap_pyfunction!(series, module)?)?;
    module.add_function(wrap_pyfunction!(linted, module)?)?;
    module.add_function(wrap_pyfunction!(main, module)?)
}
