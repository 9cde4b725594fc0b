//! A project while it is loaded: paths that are taken, files that will be made.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use toml::Spanned;

use super::fault::{Inspected, instead, nearest};
use super::plan::{Depth, Kept, Subject, Task, Text};
use super::template::{expand, folder, is_unseen, normal};
use crate::Error;

/// A project as far as it is known.
pub(super) struct Loading<'a> {
    pub(super) file: Inspected<'a>,
    pub(super) series: &'a str,
    pub(super) texts: &'a [Text],
    /// The paths of all texts, those of compilations too.
    pub(super) inputs: Vec<String>,
    pub(super) tasks: Vec<Task>,
    pub(super) kept: Vec<Kept>,
    /// Paths, in lower case since some systems take no other notice of letters, with what is made there.
    pub(super) taken: BTreeMap<String, String>,
}

impl Loading<'_> {
    /// The text that has a label.
    pub(super) fn text(&self, label: &Spanned<String>) -> Result<usize, Error> {
        self.texts.iter().position(|text| text.label == *label.get_ref()).ok_or_else(|| {
            let labels: Vec<&str> = self.texts.iter().map(|text| text.label.as_str()).collect();
            let message = format!("no document has the label {:?}: {}", label.get_ref(), instead(label.get_ref(), &labels));
            self.file.fault(label.span().start, message)
        })
    }

    /// Takes a path for what is called `name`; what is made there already.
    pub(super) fn take(&mut self, path: &str, name: &str) -> Option<String> {
        self.taken.insert(path.to_lowercase(), name.to_owned())
    }

    /// Adds a file to those that are made.
    pub(super) fn make(&mut self, task: Task) {
        self.tasks.push(task);
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
