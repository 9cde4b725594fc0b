//! From the text of a `rature.toml` to a project: names resolved, paths filled in, everything doubtful refused with its line.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use toml::Spanned;

use super::compiling;
use super::fault::Inspected;
use super::file::{FormatName, Make, Options, Output, Pins, ProjectFile, Series};
use super::loading::{Loading, missing};
use super::plan::{Compiled, Format, Pinned, Project, Showing, Subject, Task, Text};
use super::template::normal;
use crate::files::{Most, bytes_of, password_in};
use crate::read::ReadOptions;
use crate::report::Context;
use crate::{Error, ErrorKind};

/// No project file is larger.
const LARGEST: u64 = 1 << 20;

/// Columns of goldens, when the project names none.
const WIDTH: usize = 100;

/// Reads the project file at `path`.
///
/// # Errors
/// `Unreadable` when it is not there; `Usage`, with its line, for whatever in it makes no sense.
pub fn load(path: &Path) -> Result<Project, Error> {
    let name = path.to_string_lossy().replace('\\', "/");
    let text = String::from_utf8(bytes_of(path, &name, Most::Fixed(LARGEST))?)
        .map_err(|_| Error::new(ErrorKind::NotText, &name, "is not UTF-8: save it as UTF-8"))?;
    let file = Inspected { name: &name, text: &text };
    let ProjectFile { series, options, pins, outputs, compilations } =
        toml::from_str(&text).map_err(|error| file.explained(&error))?;
    let home = path.parent().map(PathBuf::from).unwrap_or_default();
    if series.is_none() && compilations.is_empty() {
        return Err(file
            .fault(0, "there is nothing to make: add [series] with its documents, or [[compilation]] with base and proposals"));
    }
    let series = series.unwrap_or_default();
    let texts = texts(&series, &home, file)?;
    let showing = showing(&options, file)?;
    let reading = reading(&series, &options, &home, file)?;
    let password_file = options.password_file.map(Spanned::into_inner);
    let compiled = compilations.iter().map(|one| compiling::compiled(one, &home, file)).collect::<Result<Vec<_>, _>>()?;
    let inputs = inputs(&texts, &compiled);
    let mut loading =
        Loading { file, series: &series.name, texts: &texts, inputs, tasks: vec![], kept: vec![], taken: BTreeMap::new() };
    for output in &outputs {
        loading.output(output)?;
    }
    for (index, one) in compilations.iter().enumerate() {
        loading.compilation(index, one)?;
    }
    let pins = loading.pins(&pins)?;
    let Loading { tasks, mut kept, .. } = loading;
    kept.sort();
    kept.dedup();
    let outputs_in = vec![];
    // A project of compilations alone is called as its folder.
    let called = home.file_name().map_or_else(|| "compilation".to_owned(), |name| name.to_string_lossy().into_owned());
    let series = if series.name.is_empty() { called } else { series.name };
    Ok(Project {
        folder: home,
        series,
        texts,
        reading,
        outputs_in,
        password_file,
        showing,
        pins,
        tasks,
        compilations: compiled,
        kept,
        name,
    })
}

fn reading(series: &Series, options: &Options, home: &Path, file: Inspected<'_>) -> Result<ReadOptions, Error> {
    let password = options.password_file.as_ref().map(|named| {
        let fault = |error: Error| file.fault(named.span().start, format!("password-file: {}", error.with_cause()));
        password_in(&home.join(named.get_ref()), named.get_ref()).map_err(fault)
    });
    let Options { layout, revisions, limits, .. } = *options;
    Ok(ReadOptions { language: series.language, layout, revisions, authors: vec![], password: password.transpose()?, limits })
}

fn texts(series: &Series, home: &Path, file: Inspected<'_>) -> Result<Vec<Text>, Error> {
    if series.documents.get_ref().is_empty() && !series.name.is_empty() {
        return Err(
            file.fault(series.documents.span().start, "there are no documents: add [[series.documents]] with label and path")
        );
    }
    let mut texts: Vec<Text> = vec![];
    for document in series.documents.get_ref() {
        let (label, path) = (document.label.get_ref(), normal(document.path.get_ref()));
        let line = file.line(document.path.span().start);
        if label.trim().is_empty() {
            return Err(file.fault(document.label.span().start, "label is empty: say what the text is called"));
        }
        if let Some(first) = texts.iter().find(|text| text.label == *label) {
            let message = format!("label {label:?} is that of {} too: give one of them another", first.path);
            return Err(file.fault(document.label.span().start, message));
        }
        if let Some(first) = texts.iter().find(|text| text.path == path) {
            let message = format!("{path} is the text of {} already: name another", first.label);
            return Err(file.fault(document.path.span().start, message));
        }
        if !home.join(&path).is_file() {
            return Err(file.fault(document.path.span().start, missing(home, &path)));
        }
        let versions = versions(&document.versions, home, file)?;
        texts.push(Text { label: label.clone(), path, date: document.date.as_ref().map(|date| date.0.clone()), versions, line });
    }
    Ok(texts)
}

/// The files of the other languages of a text.
fn versions(given: &[Spanned<String>], home: &Path, file: Inspected<'_>) -> Result<Vec<String>, Error> {
    const MOST: usize = 5;
    if let Some(more) = given.get(MOST) {
        return Err(file.fault(more.span().start, "a text is compared in six languages at most: leave this out"));
    }
    let found = given.iter().map(|version| {
        let path = normal(version.get_ref());
        if home.join(&path).is_file() { Ok(path) } else { Err(file.fault(version.span().start, missing(home, &path))) }
    });
    found.collect()
}

/// The paths of all texts, and of their versions.
fn inputs(texts: &[Text], compiled: &[Compiled]) -> Vec<String> {
    let of_drafts = compiled.iter().flat_map(|one| std::iter::once(&one.base).chain(&one.proposals));
    let paths = |text: &Text| std::iter::once(text.path.clone()).chain(text.versions.iter().cloned()).collect::<Vec<_>>();
    texts.iter().chain(of_drafts).flat_map(paths).collect()
}

fn showing(options: &Options, file: Inspected<'_>) -> Result<Showing, Error> {
    let width = match &options.width {
        None => WIDTH,
        Some(width) => usize::try_from(*width.get_ref())
            .ok()
            .filter(|width| (20..=1000).contains(width))
            .ok_or_else(|| file.fault(width.span().start, format!("width is {}: it goes from 20 to 1000", width.get_ref())))?,
    };
    let context = options.context.map_or(Context::default(), |context| context.0);
    Ok(Showing { language: options.ui_lang, context, editorial: options.editorial, detail: options.detail, width })
}

impl Loading<'_> {
    fn output(&mut self, output: &Output) -> Result<(), Error> {
        let format = self.format(output)?;
        for subject in self.subjects(output)? {
            let path = self.path(&output.path, subject)?;
            let name = match subject {
                Subject::Structure(text) | Subject::Concord(text) => self.texts[text].label.clone(),
                Subject::Redline(old, new) => format!("{} and {}", self.texts[old].label, self.texts[new].label),
                Subject::Table => "all texts".to_owned(),
                _ => "the series".to_owned(),
            };
            if let Some(first) = self.take(&path, &name) {
                let names = match output.make {
                    Make::Structure | Make::Concord => "{label} or {stem}",
                    Make::Redline => "{old} and {new}",
                    Make::Table | Make::Series => "another name",
                };
                let message = if first == name {
                    format!("two outputs have the path {path}: give one of them another")
                } else {
                    format!("two outputs have the path {path}, of {first} and of {name}: put {names} into the path")
                };
                return Err(self.file.fault(output.path.span().start, message));
            }
            let line = self.file.line(output.path.span().start);
            self.tasks.push(Task { of: subject, format, path, line });
        }
        Ok(())
    }

    fn format(&self, output: &Output) -> Result<Format, Error> {
        let at = output.format.span().start;
        match (output.make, output.format.get_ref()) {
            (Make::Structure, FormatName::Outline) => Ok(Format::Outline),
            (Make::Redline | Make::Series | Make::Concord, FormatName::Terminal) => Ok(Format::Terminal),
            (Make::Redline | Make::Table | Make::Series | Make::Concord, FormatName::Html) => Ok(Format::Html),
            (Make::Redline | Make::Concord, FormatName::Markdown) => Ok(Format::Markdown),
            (Make::Redline | Make::Series | Make::Concord, FormatName::Csv) => Ok(Format::Csv),
            (Make::Redline | Make::Table, FormatName::Docx) => Ok(Format::Docx),
            (Make::Structure | Make::Redline | Make::Series | Make::Concord, FormatName::Json) => Ok(Format::Json),
            (Make::Structure, _) => Err(self.file.fault(at, "a structure has no such format: known here: outline, json")),
            (Make::Redline, _) => {
                Err(self.file.fault(at, "a redline has no such format: known here: terminal, html, json, markdown, csv, docx"))
            }
            (Make::Concord, _) => {
                Err(self.file.fault(at, "a concord has no such format: known here: terminal, html, json, markdown, csv"))
            }
            (Make::Table, _) => Err(self.file.fault(at, "a table has no such format: known here: html, docx")),
            (Make::Series, _) => Err(self.file.fault(at, "a series has no such format: known here: terminal, html, json, csv")),
        }
    }

    fn subjects(&self, output: &Output) -> Result<Vec<Subject>, Error> {
        match output.make {
            Make::Table => {
                let chosen = output.documents.as_ref().map(Spanned::span).or(output.pairs.as_ref().map(Spanned::span));
                if let Some(chosen) = chosen {
                    return Err(self.file.fault(chosen.start, "a table shows all texts of the series: leave this out"));
                }
                self.neighbours(output).map(|_| vec![Subject::Table])
            }
            Make::Structure => {
                if let Some(pairs) = &output.pairs {
                    return Err(self.file.fault(pairs.span().start, "pairs are of redlines: a structure takes documents"));
                }
                let Some(documents) = &output.documents else {
                    return Ok((0..self.texts.len()).map(Subject::Structure).collect());
                };
                documents.get_ref().iter().map(|label| self.text(label).map(Subject::Structure)).collect()
            }
            Make::Redline => {
                if let Some(documents) = &output.documents {
                    return Err(self.file.fault(documents.span().start, "documents are of structures: a redline takes pairs"));
                }
                let Some(pairs) = &output.pairs else { return self.neighbours(output) };
                pairs.get_ref().iter().map(|[old, new]| Ok(Subject::Redline(self.text(old)?, self.text(new)?))).collect()
            }
            Make::Concord => self.of_versions(output),
            Make::Series => {
                let documents = output.documents.as_ref().map(Spanned::span);
                if let Some(span) = documents.or(output.pairs.as_ref().map(Spanned::span)) {
                    return Err(self.file.fault(span.start, "a series is of all texts: it takes neither documents nor pairs"));
                }
                self.several(output, "a series").map(|()| vec![Subject::Series])
            }
        }
    }

    /// The texts that have versions in other languages, or those chosen.
    fn of_versions(&self, output: &Output) -> Result<Vec<Subject>, Error> {
        if let Some(pairs) = &output.pairs {
            return Err(self.file.fault(pairs.span().start, "pairs are of redlines: a concord takes documents"));
        }
        let has_versions = |text: &usize| !self.texts[*text].versions.is_empty();
        let Some(documents) = &output.documents else {
            let all: Vec<Subject> = (0..self.texts.len()).filter(has_versions).map(Subject::Concord).collect();
            if all.is_empty() {
                let what = "no text has versions to compare: add versions = [\"2021-fr.txt\"] to one of [[series.documents]]";
                return Err(self.file.fault(output.path.span().start, what));
            }
            return Ok(all);
        };
        let chosen = documents.get_ref().iter().map(|label| {
            let text = self.text(label)?;
            let what = || format!("{} has no versions to compare: add them to its [[series.documents]]", label.get_ref());
            if has_versions(&text) { Ok(Subject::Concord(text)) } else { Err(self.file.fault(label.span().start, what())) }
        });
        chosen.collect()
    }

    fn neighbours(&self, output: &Output) -> Result<Vec<Subject>, Error> {
        self.several(output, "a redline or a table")?;
        Ok((1..self.texts.len()).map(|new| Subject::Redline(new - 1, new)).collect())
    }

    /// Whether there are texts enough for `what`.
    fn several(&self, output: &Output, what: &str) -> Result<(), Error> {
        if self.texts.len() >= 2 {
            return Ok(());
        }
        let message = format!("{what} needs two texts: add [[series.documents]] with label and path");
        Err(self.file.fault(output.path.span().start, message))
    }

    fn pins(&self, given: &[Pins]) -> Result<Vec<Pinned>, Error> {
        let mut pins = vec![];
        for group in given {
            let (old, new) = (self.text(&group.old)?, self.text(&group.new)?);
            let is_made = |task: &Task| task.of == Subject::Redline(old, new) || task.of == Subject::Series && old < new;
            if !self.tasks.iter().any(is_made) {
                let message = format!("no output is the redline of {} and {}", self.texts[old].label, self.texts[new].label);
                let instead = "make that or the series, or pin the texts of a pair that is made";
                return Err(self.file.fault(group.old.span().start, format!("{message}: {instead}")));
            }
            for pin in &group.decisions {
                let at = pin.span().start;
                let pin = pin.get_ref().parse().map_err(|error: Error| self.file.fault(at, error.to_string()))?;
                pins.push(Pinned { old, new, pin, line: self.file.line(at) });
            }
        }
        Ok(pins)
    }
}
