//! Makes every output of a project, in memory.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::compiling::Compilations;
use super::fault::fault_at;
use super::plan::{Format, Project, Showing, Subject};
use super::text::{read, read_at};
use crate::compare::Detail;
use crate::concord::{ConcordOptions, concord};
use crate::findings::{facts_between, series_findings};
use crate::read::ReadOptions;
use crate::render::{
    Bom, Colours, Signs, TerminalOptions, WordOptions, concord_html, concord_json, document_json, document_outline, redline_csv,
    redline_docx, redline_html, redline_json, redline_markdown, redline_terminal, repairs_list, series_csv, series_html,
    series_json, series_terminal, sheet_csv, sheet_markdown, sheet_terminal, table_docx, table_html,
};
use crate::report::phrases::Phrases;
use crate::report::{
    Report, ReportOptions, Row, concord_report, name_versions, named_pin, redline_with, report, series_page, series_report, table,
};
use crate::series::{Series, SeriesOptions, SeriesPin, Years, check_series_pins};
use crate::structure::Document;
use crate::{Error, ErrorKind};

/// One output, made and not yet written.
#[derive(Debug, Clone)]
pub struct Made {
    /// Its path from the project's folder.
    pub path: String,
    /// Its path as shown in messages.
    pub shown: String,
    /// Its form.
    pub format: Format,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// What is shown in it.
    pub(super) of: Subject,
    /// What paragraphs are called in it.
    pub(super) names: Rc<Names>,
}

/// What the paragraphs of a redline are called: the anchor of each, and its name on the page.
#[derive(Debug, Default)]
pub(super) struct Names(Vec<(String, String)>);

impl Names {
    fn of(report: &Report) -> Self {
        let shown = report.rows.iter().flat_map(|row| match row {
            Row::Entry(entry) => std::slice::from_ref(entry),
            Row::Fold(fold) => fold.entries.as_slice(),
            Row::Departure(_) => &[],
        });
        Self(shown.filter(|e| !e.label.is_empty()).map(|entry| (entry.anchor.clone(), entry.label.clone())).collect())
    }

    /// "par. 12 / OP12" for either; what it was given for what has no name.
    pub(super) fn both(&self, name: &str) -> String {
        match self.found(name) {
            Some((anchor, label, end)) if anchor != label => format!("{label} / {anchor}{end}"),
            _ => name.to_owned(),
        }
    }

    /// Whether `name` is that of a paragraph; in a structure, where there are no names, all is.
    pub(super) fn is_named(&self, name: &str) -> bool {
        self.0.is_empty() || self.found(name).is_some()
    }

    /// Anchor, label, and whose it is, as the JSON form has it.
    fn found<'a>(&'a self, name: &'a str) -> Option<(&'a str, &'a str, &'a str)> {
        let end = [" in old", " in new", ", redlined"].into_iter().find(|end| name.ends_with(end)).unwrap_or_default();
        // "OP12, in figures": a row about the paragraph.
        let at = name.rfind(", in ").unwrap_or(name.len() - end.len());
        let (unit, end) = name.split_at(at);
        let found = self.0.iter().find(|(anchor, label)| anchor == unit || label == unit);
        found.map(|(anchor, label)| (anchor.as_str(), label.as_str(), end))
    }

    /// The longest name that `line` begins with.
    pub(super) fn at_start<'a>(&self, line: &'a str) -> Option<&'a str> {
        let ends = |rest: &str| rest.is_empty() || rest.starts_with(' ');
        let fits = self.0.iter().filter(|(_, label)| line.strip_prefix(label.as_str()).is_some_and(ends));
        fits.map(|(_, label)| label.len()).max().map(|length| &line[..length])
    }
}

/// Every output of `project`, in the order of the project file.
///
/// # Errors
/// A text that cannot be read, and a pin that names nothing, each with its line of the project file.
pub fn make(project: &Project) -> Result<Vec<Made>, Error> {
    let documents = documents(project)?;
    let options = series_options(project, &documents)?;
    let mut years = Years::of(documents.iter().collect(), &options);
    // Since when words stand does not hang on how finely a redline shows them.
    let mut asked = (project.showing.detail != Detail::default())
        .then(|| Years::of(documents.iter().collect(), &options).compared_with(project.showing.detail));
    let mut reports = BTreeMap::new();
    for task in &project.tasks {
        if let Subject::Redline(old, new) = task.of
            && !reports.contains_key(&(old, new))
        {
            let report = reported(project, asked.as_ref().unwrap_or(&years), [old, new]);
            let names = Rc::new(Names::of(&report));
            reports.insert((old, new), (report, names));
        }
    }
    let is_made = |subject: Subject| project.tasks.iter().any(|task| task.of == subject);
    let is_shared = is_made(Subject::Table) && asked.is_none();
    let settled = (is_shared || is_made(Subject::Series)).then(|| years.settled());
    let asked = asked.as_mut().filter(|_| is_made(Subject::Table)).map(Years::settled);
    let of_table = asked.as_ref().or(settled.as_ref());
    let table = of_table.map(|settled| table(&documents, &settled.steps, project.showing.language));
    let followed = settled.filter(|_| is_made(Subject::Series)).map(|settled| years.followed(settled));
    let years = followed.map(|followed| Series { documents: documents.clone(), ..followed });
    let terminal = TerminalOptions { width: project.showing.width, colours: Colours::None, ..TerminalOptions::default() };
    let mut compilations = Compilations::default();
    let made = project.tasks.iter().map(|task| {
        let (bytes, names) = match task.of {
            Subject::Concord(of) => (concorded(project, &documents, of, task.format, &terminal)?.into_bytes(), Rc::default()),
            Subject::Structure(of) => (structure(&documents[of], task.format, project, &terminal).into_bytes(), Rc::default()),
            Subject::Table => {
                let shown = table.as_ref().map(|table| match task.format {
                    Format::Docx => table_docx(table),
                    _ => Ok(table_html(table).into_bytes()),
                });
                (shown.transpose()?.unwrap_or_default(), Rc::default())
            }
            Subject::Redline(old, new) => {
                let (report, names) = &reports[&(old, new)];
                (shown(report, task.format, &terminal)?, Rc::clone(names))
            }
            Subject::Compilation(index) | Subject::Proposals(index) => {
                (compilations.made(project, index, task.of, task.format)?, Rc::default())
            }
            Subject::Series => {
                let text = years.as_ref().map(|years| all_years(years, task.format, project, &terminal));
                (text.unwrap_or_default().into_bytes(), Rc::default())
            }
        };
        Ok(Made { path: task.path.clone(), shown: project.shown(&task.path), format: task.format, bytes, of: task.of, names })
    });
    made.collect()
}

/// The texts of `project`, in its order.
///
/// # Errors
/// A text that cannot be read, with its line of the project file.
pub fn documents(project: &Project) -> Result<Vec<Document>, Error> {
    project.texts.iter().map(|text| read(project, text)).collect()
}

/// Text `of` and its versions, compared; earlier texts with as many versions are evidence.
fn concorded(
    project: &Project,
    documents: &[Document],
    of: usize,
    format: Format,
    terminal: &TerminalOptions,
) -> Result<String, Error> {
    // Each version says its own language.
    let reading = ReadOptions { language: None, ..project.reading.clone() };
    let versions = |at: usize| {
        let text = &project.texts[at];
        let others = text.versions.iter().map(|path| read_at(project, path, text.line, &reading));
        let all: Result<Vec<Document>, Error> = [Ok(documents[at].clone())].into_iter().chain(others).collect();
        all.map(|mut all| {
            let stems: Vec<&str> = [&text.path].into_iter().chain(&text.versions).map(String::as_str).collect();
            for version in &mut all {
                version.label.clone_from(&text.label);
            }
            name_versions(&mut all, &stems);
            all
        })
    };
    let count = project.texts[of].versions.len();
    let earlier = (0..of).filter(|&at| project.texts[at].versions.len() == count).map(versions).collect::<Result<Vec<_>, _>>()?;
    let versions = versions(of)?;
    let concordance = concord(&versions, &earlier, &ConcordOptions::default());
    let language = project.showing.language.unwrap_or(documents[of].language);
    let report = concord_report(&concordance, &versions, language);
    Ok(match format {
        Format::Html => concord_html(&report),
        Format::Json => concord_json(&concordance, &versions),
        Format::Csv => sheet_csv(&report.sheet),
        Format::Markdown => sheet_markdown(&report.sheet),
        _ => sheet_terminal(&report.sheet, terminal),
    })
}

fn reported(project: &Project, years: &Years<'_>, texts: [usize; 2]) -> Report {
    let [old, new] = texts.map(|at| years.text(at).0.clone());
    let redline = redline_with(old, new, years.compared(texts), facts_between(years, texts));
    let Showing { language, context, editorial, .. } = project.showing;
    report(redline, ReportOptions { language, context, editorial })
}

/// How the series of `project` is followed, whose texts are `documents`.
///
/// # Errors
/// A pin that names nothing, with its line of the project file.
pub fn series_options(project: &Project, documents: &[Document]) -> Result<SeriesOptions, Error> {
    let mut options = SeriesOptions::default();
    for pinned in &project.pins {
        let pin = named_pin(pinned.pin.clone(), [&documents[pinned.old], &documents[pinned.new]]);
        options.pins.push(SeriesPin { old: pinned.old, new: pinned.new, pin });
        check_series_pins(&options.pins, documents).map_err(|error| fault_at(&project.name, pinned.line, error.to_string()))?;
    }
    Ok(options)
}

fn structure(document: &Document, format: Format, project: &Project, terminal: &TerminalOptions) -> String {
    if format == Format::Json {
        return document_json(document);
    }
    let phrases = Phrases::of(project.showing.language.unwrap_or(document.language));
    format!("{}\n{}", document_outline(document, phrases, terminal), repairs_list(document, phrases, terminal))
}

fn shown(report: &Report, format: Format, terminal: &TerminalOptions) -> Result<Vec<u8>, Error> {
    let text = match format {
        Format::Docx => return redline_docx(report, &WordOptions::default()),
        Format::Html => redline_html(report),
        Format::Json => redline_json(&report.redline),
        Format::Markdown => redline_markdown(report, Signs::default()),
        Format::Csv => redline_csv(report, Bom::default()),
        _ => redline_terminal(report, terminal),
    };
    Ok(text.into_bytes())
}

fn all_years(years: &Series, format: Format, project: &Project, terminal: &TerminalOptions) -> String {
    let (latest, language) = (years.documents.len() - 1, project.showing.language);
    let found = series_findings(years);
    match format {
        Format::Html => series_html(&series_page(years, &found, latest, language)),
        Format::Json => series_json(years, &found, latest),
        Format::Csv => series_csv(&series_report(years, &found, latest, language)),
        _ => series_terminal(&series_report(years, &found, latest, language), terminal),
    }
}

/// The bytes of an output on disk; None when it is not there. What is no file is not opened: a named pipe would wait for its other end.
pub(super) fn on_disk(project: &Project, path: &str) -> Result<Option<Vec<u8>>, Error> {
    let file = project.folder.join(path);
    let is_file = |about: std::fs::Metadata| if about.is_file() { Ok(()) } else { Err(std::io::ErrorKind::InvalidInput.into()) };
    match std::fs::metadata(&file).and_then(is_file).and_then(|()| std::fs::read(&file)) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::io(
            ErrorKind::Unreadable,
            project.shown(path),
            "cannot be read: check that it is a file, and its permissions",
            error,
        )),
    }
}
