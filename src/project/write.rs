//! Writes the outputs of a project: those that changed, or all.

use std::fs;
use std::path::PathBuf;

use super::check::{extra, write_with_folders};
use super::make::{make, on_disk};
use super::plan::Project;
use crate::files::is_one_of;
use crate::{Error, ErrorKind};

/// Which outputs are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rewrite {
    /// Those whose bytes changed.
    Changed,
    /// All of them.
    All,
}

/// What was done, by the files' names as shown in messages.
#[derive(Debug, Default)]
pub struct Written {
    /// Written.
    pub written: Vec<String>,
    /// Left as they were.
    pub same: Vec<String>,
    /// In the folders of the outputs, though nothing makes them: left by [`build`], removed by [`bless`].
    pub extra: Vec<String>,
}

/// Makes every output and writes it.
///
/// # Errors
/// Those of [`make()`], and `Unwritable`. Nothing is written before all is made.
pub fn build(project: &Project, rewrite: Rewrite) -> Result<Written, Error> {
    let made = make(project)?;
    let inputs = project.inputs();
    for one in &made {
        if is_one_of(&project.folder.join(&one.path), inputs.iter().map(PathBuf::as_path)) {
            let what = "is an input, and is not overwritten: give the output another path";
            return Err(Error::new(ErrorKind::Usage, &one.shown, what));
        }
    }
    let mut done = Written::default();
    for one in &made {
        let is_same = on_disk(project, &one.path)?.is_some_and(|golden| golden == one.bytes);
        if is_same && rewrite == Rewrite::Changed {
            done.same.push(one.shown.clone());
        } else {
            done.written.push(write_with_folders(&one.bytes, &project.folder.join(&one.path), &one.shown)?);
        }
    }
    done.extra = extra(project, &made)?;
    Ok(done)
}

/// Accepts what is made now: writes what changed and removes what nothing makes.
///
/// # Errors
/// Those of [`build`].
pub fn bless(project: &Project) -> Result<Written, Error> {
    let done = build(project, Rewrite::Changed)?;
    for shown in &done.extra {
        fs::remove_file(shown).map_err(|error| {
            Error::io(ErrorKind::Unwritable, shown, "cannot be removed: check the permissions of its folder", error)
        })?;
    }
    Ok(done)
}
