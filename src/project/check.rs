//! Compares what a project makes with what is on disk.
//!
//! ```text
//! made      2019.txt  2019-2020.html  2020.txt
//! on disk   2019.txt  2019-2020.html            2018.txt
//!           same      differs         missing   extra
//! ```

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::difference::difference;
use super::make::{Made, make, on_disk};
use super::plan::{Depth, Kept, Project};
use crate::files::{is_one_of, write_whole};
use crate::{Error, ErrorKind};

/// What a check has found.
#[derive(Debug)]
pub struct Outcome {
    /// What the series is called.
    pub series: String,
    /// Every output, as shown in messages, in the order of the project file.
    pub outputs: Vec<String>,
    /// What is wrong, outputs first, then what is extra.
    pub faults: Vec<Fault>,
}

/// One golden that is not as it should be.
#[derive(Debug)]
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
/// Those of [`make()`], and goldens that cannot be read. A golden that differs is no error.
pub fn check(project: &Project) -> Result<(Outcome, Vec<Made>), Error> {
    let made = make(project)?;
    let mut faults = vec![];
    for one in &made {
        let fault = |kind, line, details| Fault { output: one.shown.clone(), kind, line, details };
        match on_disk(project, &one.path)? {
            None => faults.push(fault(FaultKind::Missing, 1, vec![])),
            Some(golden) if golden != one.bytes => {
                let (line, details) = difference(&golden, one);
                faults.push(fault(FaultKind::Differs, line, details));
            }
            Some(_) => {}
        }
    }
    let extra = extra(project, &made)?;
    faults.extend(extra.into_iter().map(|output| Fault { output, kind: FaultKind::Extra, line: 1, details: vec![] }));
    let outputs = made.iter().map(|one| one.shown.clone()).collect();
    Ok((Outcome { series: project.series.clone(), outputs, faults }, made))
}

/// Writes what is made now of every faulty output under `folder`, each at its own path, and clears away what lies there of others.
/// Hands back the files that were written, in the order of `made`.
///
/// # Errors
/// `Usage` where that would be the goldens themselves; `Unwritable`.
pub fn keep_actual(project: &Project, outcome: &Outcome, made: &[Made], folder: &Path) -> Result<Vec<String>, Error> {
    let kept = |one: &Made| folder.join(one.path.trim_start_matches("../"));
    let is_golden = |one: &Made| is_one_of(&kept(one), [project.folder.join(&one.path).as_path()]);
    if is_one_of(folder, [project.folder.join(".").as_path()]) || made.iter().any(is_golden) {
        let what = "is where the goldens are, which a check leaves as they are: give --actual-dir another folder";
        return Err(Error::new(ErrorKind::Usage, folder.to_string_lossy(), what));
    }
    let mut written = vec![];
    for one in made {
        let file = kept(one);
        if outcome.faults.iter().any(|fault| fault.output == one.shown) {
            written.push(write_with_folders(&one.bytes, &file, &file.to_string_lossy())?);
        } else if file.is_file() {
            let name = file.to_string_lossy();
            fs::remove_file(&file).map_err(|error| {
                Error::io(ErrorKind::Unwritable, name, "cannot be removed: check the permissions of its folder", error)
            })?;
        }
    }
    Ok(written)
}

/// Writes a file, making its folder where there is none.
pub(super) fn write_with_folders(bytes: &[u8], file: &Path, name: &str) -> Result<String, Error> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|error| {
            Error::io(
                ErrorKind::Unwritable,
                name,
                "cannot be written: its folder cannot be made; check the permissions of those above",
                error,
            )
        })?;
    }
    write_whole(bytes, file, name)?;
    Ok(name.to_owned())
}

/// Files in the folders of the outputs that nothing makes, as shown in messages; hidden files are nobody's golden.
pub(super) fn extra(project: &Project, made: &[Made]) -> Result<Vec<String>, Error> {
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
    Ok(found.iter().map(|path| project.shown(path)).collect())
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
