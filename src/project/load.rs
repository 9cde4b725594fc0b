//! From the text of a `rature.toml` to a project: names resolved, paths filled in, everything doubtful refused with its line.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use toml::Spanned;

use super::compiling;
use super::fault::{Inspected, instead, nearest};
use super::file::{FormatName, Make, Options, Output, Pins, ProjectFile, Series};
use super::plan::{Compiled, Depth, Format, Kept, Pinned, Project, Showing, Subject, Task, Text};
use super::template::{expand, folder, is_unseen, normal};
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

/// What to do about a text that is not there: perhaps its name is nearly that of one that is.
pub(super) fn missing(home: &Path, path: &str) -> String {
    // Of a name without a folder the folder is this one.
    let beside = home.join(folder(path));
    let beside = if beside.as_os_str().is_empty() { PathBuf::from(".") } else { beside };
    let beside = std::fs::read_dir(beside).into_iter().flatten().flatten();
    let mut names: Vec<String> = beside.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let hint = nearest(path.rsplit('/').next().unwrap_or(path), &names);
    let instead = hint.map_or_else(String::new, |name| format!(" ({name} is there)"));
    format!("{path} cannot be found: correct the path, or put the text there{instead}")
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

/// A project as far as it is known.
pub(super) struct Loading<'a> {
    pub(super) file: Inspected<'a>,
    series: &'a str,
    texts: &'a [Text],
    /// The paths of all texts, those of compilations too.
    inputs: Vec<String>,
    tasks: Vec<Task>,
    kept: Vec<Kept>,
    /// Paths, in lower case since some systems take no other notice of letters, with what is made there.
    taken: BTreeMap<String, String>,
}

impl Loading<'_> {
    fn text(&self, label: &Spanned<String>) -> Result<usize, Error> {
        self.texts.iter().position(|text| text.label == *label.get_ref()).ok_or_else(|| {
            let labels: Vec<&str> = self.texts.iter().map(|text| text.label.as_str()).collect();
            let message = format!("no document has the label {:?}: {}", label.get_ref(), instead(label.get_ref(), &labels));
            self.file.fault(label.span().start, message)
        })
    }

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

    /// Takes a path for what is called `name`; what is made there already.
    pub(super) fn take(&mut self, path: &str, name: &str) -> Option<String> {
        self.taken.insert(path.to_lowercase(), name.to_owned())
    }

    /// Adds a file to those that are made.
    pub(super) fn make(&mut self, task: Task) {
        self.tasks.push(task);
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

    /// The path of an output, filled in; its folder is one that holds outputs alone.
    pub(super) fn path(&mut self, path: &Spanned<String>, subject: Subject) -> Result<String, Error> {
        let template = path.get_ref();
        let fault = |message: String| self.file.fault(path.span().start, message);
        if template.starts_with('/') || template.contains(['\\', ':']) {
            return Err(fault(format!("path: {template}: start from the folder of rature.toml, with / between folders")));
        }
        if template.contains(is_unseen) {
            return Err(fault(format!("path: {template}: has a character that cannot be seen: take it out")));
        }
        let stem = |text: usize| {
            Path::new(&self.texts[text].path).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
        };
        let label = |text: usize| self.texts[text].label.as_str();
        let path = match subject {
            Subject::Structure(text) | Subject::Concord(text) => {
                expand(template, &[("series", self.series), ("label", label(text)), ("stem", &stem(text))])
            }
            Subject::Redline(old, new) => expand(
                template,
                &[
                    ("series", self.series),
                    ("old", label(old)),
                    ("new", label(new)),
                    ("old-stem", &stem(old)),
                    ("new-stem", &stem(new)),
                ],
            ),
            _ => expand(template, &[("series", self.series)]),
        };
        let path = normal(&path.map_err(&fault)?);
        let place = folder(&path);
        let holds_inputs =
            place.is_empty() || place.split('/').all(|part| part == "..") || self.inputs.iter().any(|path| folder(path) == place);
        if holds_inputs || template.ends_with('/') {
            let name = template.rsplit('/').next().unwrap_or_default();
            let message = format!("path: {path}: outputs need a folder of their own, without texts: golden/{name}");
            return Err(fault(message));
        }
        let kept = self.kept(template, place);
        self.kept.push(kept);
        Ok(path)
    }

    /// The folder that belongs to the outputs of `template`: its own, or that above the first folder whose name is filled in, unless
    /// that holds texts too.
    fn kept(&self, template: &str, place: &str) -> Kept {
        let folders: Vec<&str> = folder(template).split('/').collect();
        let varies = |part: &&str| part.contains('{') && *part != "{series}";
        let above = folders.iter().position(varies).map(|at| folders[..at].join("/"));
        let above = above.and_then(|above| expand(&above, &[("series", self.series)]).ok()).map(|above| normal(&above));
        let is_ours = |above: &String| {
            let holds = |path: &str| path.strip_prefix(above.as_str()).is_some_and(|rest| rest.starts_with('/'));
            above.split('/').any(|part| !matches!(part, "" | "..")) && !self.inputs.iter().any(|path| holds(path))
        };
        match above.filter(is_ours) {
            Some(folder) => Kept { folder, depth: Depth::All },
            None => Kept { folder: place.to_owned(), depth: Depth::Files },
        }
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
