//! Compares what a project makes with what is on disk.
//!
//! ```text
//! made      2019.txt  2019-2020.html  2020.txt
//! on disk   2019.txt  2019-2020.html            2018.txt
//!           same      differs         missing   extra
//! ```

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use super::difference::difference;
use super::grounds::{Grounds, refuse_elsewhere};
use super::make::{Made, make, on_disk};
use super::origins::{Differing, TextChange, text_changes};
use super::plan::{Depth, Kept, Project};
use super::sums::Sums;
use crate::files::is_one_of;
use crate::{Error, ErrorKind};

/// What a check has found.
#[derive(Debug)]
#[non_exhaustive]
pub struct Outcome {
    /// What the series is called.
    pub series: String,
    /// Every output, as shown in messages, in the order of the project file.
    pub outputs: Vec<String>,
    /// What is wrong, outputs first, then what is extra.
    pub faults: Vec<Fault>,
    /// The paragraphs of the texts that differences come from, where that is known.
    pub changes: Vec<TextChange>,
}

/// One golden that is not as it should be.
#[derive(Debug)]
#[non_exhaustive]
pub struct Fault {
    /// The file, as shown in messages.
    pub output: String,
    /// What is wrong with it.
    pub kind: FaultKind,
    /// The first line of the golden that differs, from 1.
    pub line: usize,
    /// What differs, for a person, a line each.
    pub details: Vec<String>,
}

/// What is wrong with a golden.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum FaultKind {
    /// Its bytes are others than what is made now.
    Differs,
    /// It is not there.
    Missing,
    /// It is there, and nothing makes it.
    Extra,
}

/// Makes every output of `project` and compares it with its golden. Writes nothing; the outputs are handed back with what was found.
///
/// # Errors
/// Those of [`make()`], outputs that lie where they may not, and goldens that cannot be read. A golden that differs is no error.
pub fn check(project: &Project) -> Result<(Outcome, Vec<Made>), Error> {
    let grounds = refuse_elsewhere(project)?;
    let made = make(project)?;
    let (mut faults, mut differing) = (vec![], vec![]);
    for one in &made {
        let fault = |kind, line, details| Fault { output: one.shown.clone(), kind, line, details };
        match on_disk(project, &one.path)? {
            None => faults.push(fault(FaultKind::Missing, 1, vec![])),
            Some(golden) if golden != one.bytes => {
                let (line, details) = difference(&golden, one);
                faults.push(fault(FaultKind::Differs, line, details));
                differing.push(Differing { made: one, golden });
            }
            Some(_) => {}
        }
    }
    let changes = text_changes(project, &made, &differing);
    let extra = extra(project, &made, &grounds, &project.sums()?)?;
    faults.extend(extra.into_iter().map(|extra| {
        let details = vec![if extra.is_ours { REMOVED } else { LEFT }.to_owned()];
        Fault { output: project.shown(&extra.path), kind: FaultKind::Extra, line: 1, details }
    }));
    let outputs = made.iter().map(|one| one.shown.clone()).collect();
    Ok((Outcome { series: project.series.clone(), outputs, faults, changes }, made))
}

/// What becomes of a file that nothing makes.
const REMOVED: &str = "the project wrote it: rature check --bless removes it";
const LEFT: &str =
    "the project did not write it, or it was changed since: --bless leaves it; move it elsewhere, or remove it yourself";

/// A file in the folders of the outputs that nothing makes.
#[derive(Debug)]
pub(super) struct Extra {
    /// From the project's folder.
    pub(super) path: String,
    /// Whether the project wrote it, as it is, so that it may be removed.
    pub(super) is_ours: bool,
}

/// Files in the folders of the outputs that nothing makes; hidden files are nobody's golden.
pub(super) fn extra(project: &Project, made: &[Made], grounds: &Grounds, sums: &Sums) -> Result<Vec<Extra>, Error> {
    let mut found = BTreeSet::new();
    for kept in &project.kept {
        files(project, kept, &mut found)?;
    }
    for one in made {
        found.remove(&one.path);
    }
    // Never an input, whatever the folders are.
    let inputs = project.inputs();
    found.retain(|path| !is_one_of(&project.folder.join(path), inputs.iter().map(PathBuf::as_path)));
    let is_ours = |path: &str| {
        let read = || fs::read(project.folder.join(path));
        sums.names(path) && grounds.may_remove(path) && read().is_ok_and(|bytes| sums.has(path, &bytes))
    };
    Ok(found.into_iter().map(|path| Extra { is_ours: is_ours(&path), path }).collect())
}

fn files(project: &Project, kept: &Kept, found: &mut BTreeSet<String>) -> Result<(), Error> {
    let unreadable = |error| {
        Error::io(ErrorKind::Unreadable, project.shown(&kept.folder), "cannot be looked through: check its permissions", error)
    };
    let entries = match fs::read_dir(project.folder.join(&kept.folder)) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(unreadable)?,
    };
    for entry in entries {
        let entry = entry.map_err(unreadable)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{}/{name}", kept.folder);
        let kind = entry.file_type().map_err(unreadable)?;
        if name.starts_with('.') {
            continue;
        }
        if !kind.is_dir() {
            found.insert(path);
        } else if kept.depth == Depth::All {
            files(project, &Kept { folder: path, depth: Depth::All }, found)?;
        }
    }
    Ok(())
}
