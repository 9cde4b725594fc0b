//! Where outputs may lie: in the folder of the project file, and in those that a person names beside it.
//!
//! ```text
//! golden/{old}-{new}.html     yes
//! ../site/index.html          no, but with --outputs-in ../site
//! .git/hooks/post-commit      no: git runs it. Folders and files whose names begin with a dot belong to other programs
//! golden/x.html               no, where golden is a link to a folder elsewhere
//! ```
//!
//! A project file comes with a repository, perhaps of somebody else. Building it must not write what another program then runs.

use std::fs;
use std::path::{Component, Path, PathBuf};

use super::fault::fault_at;
use super::plan::Project;
use crate::{Error, ErrorKind};

/// The folders of a project's outputs, without links.
#[derive(Debug)]
pub(super) struct Grounds {
    /// That of the project file.
    home: PathBuf,
    /// All of them.
    folders: Vec<PathBuf>,
}

impl Grounds {
    /// # Errors
    /// A folder that is not there.
    pub(super) fn of(project: &Project) -> Result<Self, Error> {
        let home = real_folder(&project.folder)?;
        let others = project.outputs_in.iter().map(|folder| real_folder(folder));
        let folders = [Ok(home.clone())].into_iter().chain(others).collect::<Result<_, _>>()?;
        Ok(Self { home, folders })
    }

    /// What speaks against an output at `path`, from the project's folder.
    fn refusal(&self, path: &str) -> Option<&'static str> {
        let named = from(&self.home, path);
        let within =
            |path: &Path| self.folders.iter().filter_map(|folder| path.strip_prefix(folder).ok().map(Path::to_owned)).collect();
        let [named, real]: [Vec<PathBuf>; 2] = [within(&named), within(&real(&named))];
        let is_hidden = |path: &PathBuf| path.components().any(|part| part.as_os_str().to_string_lossy().starts_with('.'));
        if named.is_empty() {
            Some("leads out of the folder of the project file: if you mean it, name the folder with --outputs-in")
        } else if real.is_empty() {
            Some("leads through a link out of the folder of the project file: if you mean it, name the folder with --outputs-in")
        } else if named.iter().all(is_hidden) || real.iter().all(is_hidden) {
            Some(
                "lies in a hidden folder or is a hidden file, which other programs use: if you mean it, name the folder with --outputs-in",
            )
        } else {
            None
        }
    }

    /// Whether the file at `path` may be removed: it is a file, none of its folders is a link, and an output may lie there.
    pub(super) fn may_remove(&self, path: &str) -> bool {
        let named = from(&self.home, path);
        self.refusal(path).is_none() && is_plain_file(&named) && real(&named) == named
    }
}

/// Refuses a project whose outputs lie where they may not.
///
/// # Errors
/// `Usage`, with the line of the project file.
pub(super) fn refuse_elsewhere(project: &Project) -> Result<Grounds, Error> {
    let grounds = Grounds::of(project)?;
    for task in &project.tasks {
        if let Some(what) = grounds.refusal(&task.path) {
            return Err(fault_at(&project.name, task.line, format!("path: {} {what}", task.path)));
        }
    }
    Ok(grounds)
}

/// Whether `path` in `folder` leads to no other folder by a link.
pub(super) fn is_within(folder: &Path, path: &Path) -> bool {
    real(path).starts_with(real(folder))
}

/// Whether there is a file at `path` itself: no folder, no link, no pipe.
pub(super) fn is_plain_file(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|about| about.is_file())
}

fn real_folder(folder: &Path) -> Result<PathBuf, Error> {
    let there = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    fs::canonicalize(there).map_err(|error| {
        Error::io(ErrorKind::Usage, folder.to_string_lossy(), "is not there: name a folder that outputs may lie in", error)
    })
}

/// `path`, with `/` between folders, from `folder`.
fn from(folder: &Path, path: &str) -> PathBuf {
    let mut at = folder.to_owned();
    for part in Path::new(path).components() {
        match part {
            Component::ParentDir => drop(at.pop()),
            part => at.push(part),
        }
    }
    at
}

/// `path` without links, as far as it is there.
fn real(path: &Path) -> PathBuf {
    let there = path.ancestors().find_map(|above| Some((above, fs::canonicalize(above).ok()?)));
    there.map_or_else(|| path.to_owned(), |(above, real)| real.join(path.strip_prefix(above).unwrap_or(Path::new(""))))
}
