//! Writes the outputs of a project: those that changed, or all.

use std::collections::BTreeSet;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use super::check::extra;
use super::disk::{remove, write_with_folders};
use super::grounds::refuse_elsewhere;
use super::make::{Made, make, on_disk};
use super::own::is_own;
use super::plan::Project;
use super::sums::Sums;
use crate::files::{is_one_of, refuse_read_only, tidy_drafts};
use crate::{Error, ErrorKind};

/// Which outputs are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Rewrite {
    /// Those whose bytes changed, and none over a file that rature did not write.
    Changed,
    /// All of them.
    All,
}

/// What was done, by the files' names as shown in messages.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Written {
    /// Written.
    pub written: Vec<String>,
    /// Left as they were.
    pub same: Vec<String>,
    /// In the folders of the outputs, though nothing makes them.
    pub extra: Vec<String>,
    /// Removed: the project wrote them, and makes them no more.
    pub removed: Vec<String>,
}

/// What becomes of outputs of other days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Former {
    Left,
    Removed,
}

/// Makes every output and writes it.
///
/// # Errors
/// Those of [`make()`], outputs that lie where they may not, are inputs or files that rature did not write, and `Unwritable`. Nothing is
/// written before all is made.
pub fn build(project: &Project, rewrite: Rewrite) -> Result<Written, Error> {
    put(project, rewrite, Former::Left)
}

/// Accepts what is made now: writes what changed and removes what the project wrote and makes no more.
///
/// # Errors
/// Those of [`build`].
pub fn bless(project: &Project) -> Result<Written, Error> {
    put(project, Rewrite::Changed, Former::Removed)
}

fn put(project: &Project, rewrite: Rewrite, former: Former) -> Result<Written, Error> {
    let grounds = refuse_elsewhere(project)?;
    let before = project.sums()?;
    let made = make(project)?;
    let is_same = made.iter().map(|one| is_as_made(project, one, rewrite, &before)).collect::<Result<Vec<bool>, _>>()?;
    // Noted before it is written: a run that is stopped between leaves nothing that rature does not know as its own.
    let mut noted = before.clone();
    for one in &made {
        noted.add(&one.path, &one.bytes);
    }
    noted.write()?;
    let mut sums = before.over(&noted);
    let places = made.iter().filter_map(|one| Path::new(&one.path).parent());
    places.collect::<BTreeSet<_>>().iter().for_each(|folder| tidy_drafts(&project.folder.join(folder)));
    let mut done = Written::default();
    for (one, is_same) in made.iter().zip(is_same) {
        if is_same && rewrite == Rewrite::Changed {
            done.same.push(one.shown.clone());
        } else {
            let written = write_with_folders(&one.bytes, &project.folder.join(&one.path), &one.shown);
            if written.is_err() {
                // What failed is worth saying, not that what was done before could not be noted.
                let _ = sums.write();
            }
            done.written.push(written?);
        }
        sums.set(&one.path, &one.bytes);
    }
    for extra in extra(project, &made, &grounds, &sums)? {
        let (file, shown) = (project.folder.join(&extra.path), project.shown(&extra.path));
        if extra.is_ours && former == Former::Removed {
            remove(&file, &shown)?;
            done.removed.push(shown);
        } else {
            done.extra.push(shown);
        }
    }
    sums.retain(|path| project.folder.join(path).is_file());
    sums.write()?;
    Ok(done)
}

/// Whether `made` is on disk already. Refuses to write over what is not to be written over.
fn is_as_made(project: &Project, made: &Made, rewrite: Rewrite, sums: &Sums) -> Result<bool, Error> {
    let file = project.folder.join(&made.path);
    let usage = |what: &str| Err(Error::new(ErrorKind::Usage, &made.shown, what));
    if is_one_of(&file, project.inputs().iter().map(PathBuf::as_path)) {
        return usage("is an input, and is not overwritten: give the output another path");
    }
    match on_disk(project, &made.path)? {
        Some(golden) if golden == made.bytes => return Ok(true),
        Some(golden) if rewrite == Rewrite::Changed && !sums.names(&made.path) && !is_own(Cursor::new(&golden)) => {
            return usage(
                "is nothing that rature wrote, and is not overwritten: move it, or let rature build --force write over it",
            );
        }
        _ => refuse_read_only(&file, &made.shown)?,
    }
    Ok(false)
}
