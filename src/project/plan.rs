//! The noun that loading hands on: which texts, and which file is to be made of which.

use std::path::{Path, PathBuf};

use super::sums::{Sums, sums_of};
use crate::Error;
use crate::align::Pin;
use crate::compare::Detail;
use crate::language::Language;
use crate::read::ReadOptions;
use crate::report::{Context, Editorial};

/// A `rature.toml` with nothing left open but the texts themselves.
#[derive(Debug)]
pub struct Project {
    /// The file, as shown in messages.
    pub(super) name: String,
    /// The folder that all paths are relative to.
    pub(super) folder: PathBuf,
    /// The series.
    pub(super) series: String,
    /// In the order of the years.
    pub(super) texts: Vec<Text>,
    /// How they are read.
    pub(super) reading: ReadOptions,
    /// Folders that outputs may lie in besides that of the project file.
    pub(super) outputs_in: Vec<PathBuf>,
    /// Where their password stands, from the project's folder.
    pub(super) password_file: Option<String>,
    /// How redlines are shown.
    pub(super) showing: Showing,
    /// Decisions, with the pair they are about.
    pub(super) pins: Vec<Pinned>,
    /// What is made; no two have one path.
    pub(super) tasks: Vec<Task>,
    /// Drafts with the proposals on them.
    pub(super) compilations: Vec<Compiled>,
    /// Where what nothing makes is looked for.
    pub(super) kept: Vec<Kept>,
}

/// One text of the series.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) label: String,
    /// From the project's folder.
    pub(super) path: String,
    pub(super) date: Option<String>,
    /// The same text in other languages, from the project's folder.
    pub(super) versions: Vec<String>,
    /// Its line in the project file.
    pub(super) line: usize,
}

/// A draft with the proposals on it.
#[derive(Debug)]
pub(super) struct Compiled {
    pub(super) base: Text,
    /// In the order of their names.
    pub(super) proposals: Vec<Text>,
    pub(super) excerpts: Vec<usize>,
    pub(super) is_anonymous: bool,
    /// Whether typography counts.
    pub(super) is_exact: bool,
}

/// How redlines are shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Showing {
    pub(super) language: Option<Language>,
    pub(super) context: Context,
    pub(super) editorial: Editorial,
    pub(super) detail: Detail,
    pub(super) width: usize,
}

/// A decision about a pair of texts.
#[derive(Debug)]
pub(super) struct Pinned {
    pub(super) old: usize,
    pub(super) new: usize,
    pub(super) pin: Pin,
    /// Its line in the project file.
    pub(super) line: usize,
}

/// One file that is made.
#[derive(Debug)]
pub(super) struct Task {
    pub(super) of: Subject,
    pub(super) format: Format,
    /// From the project's folder, plain.
    pub(super) path: String,
    /// Its line in the project file.
    pub(super) line: usize,
}

/// What a file shows: indices of texts, or all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Subject {
    Structure(usize),
    Redline(usize, usize),
    /// All of them.
    Table,
    Series,
    /// The versions of a text.
    Concord(usize),
    /// A compilation, by its index.
    Compilation(usize),
    /// Its table.
    Proposals(usize),
}

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// The structure of a text for people, with every repair.
    Outline,
    /// A redline or the series for people, without colours.
    Terminal,
    /// A redline, or the comparison table, as a page.
    Html,
    /// A redline for issues, pull requests and mail.
    Markdown,
    /// The changes for spreadsheets.
    Csv,
    /// For programs.
    Json,
    /// A redline as a Word document with tracked changes, or the comparison table as one.
    Docx,
    /// A compilation as a text, with the proposals in brackets.
    Rolling,
}

/// A folder whose files are all made by the project.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Kept {
    /// From the project's folder, plain.
    pub(super) folder: String,
    pub(super) depth: Depth,
}

/// How far down a folder belongs to the project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Depth {
    /// Its own files.
    Files,
    /// Those of its folders too, whose names are filled in.
    All,
}

impl Project {
    /// What the series is called.
    pub fn series(&self) -> &str {
        &self.series
    }

    /// The same, whose outputs may lie in `folder` too, a path from where the program runs: without this, in the folder of the project file alone.
    #[must_use]
    pub fn outputs_in(mut self, folder: impl Into<PathBuf>) -> Self {
        self.outputs_in.push(folder.into());
        self
    }

    /// The files whose change changes the outputs: the project file, the texts, the file of their password.
    pub fn inputs(&self) -> Vec<PathBuf> {
        let of_drafts = self.compilations.iter().flat_map(|one| std::iter::once(&one.base).chain(&one.proposals));
        let texts = self.texts.iter().chain(of_drafts).flat_map(|text| [&text.path].into_iter().chain(&text.versions));
        let beside = texts.chain(&self.password_file);
        [PathBuf::from(&self.name)].into_iter().chain(beside.map(|path| self.folder.join(path))).collect()
    }

    /// What the project wrote.
    ///
    /// # Errors
    /// Those of [`Sums::read`].
    pub(super) fn sums(&self) -> Result<Sums, Error> {
        let name = sums_of(Path::new(&self.name));
        Sums::read(self.folder.join(&name), &self.shown(&name))
    }

    /// How a path from the project's folder is shown: from where the program runs.
    pub(super) fn shown(&self, path: &str) -> String {
        super::template::normal(&self.folder.join(path).to_string_lossy())
    }
}
