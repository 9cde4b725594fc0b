//! Keeps what is made now beside the goldens that it differs from, for a person to look at.
//!
//! ```text
//! golden/A-B.html differs      target/rature/golden/A-B.html      written
//! golden/A-B.json is the same  target/rature/golden/A-B.json      removed, where an earlier check wrote it
//! ```

use std::fs;
use std::path::{Path, PathBuf};

use super::check::Outcome;
use super::disk::{remove, write_with_folders};
use super::grounds::{is_plain_file, is_within};
use super::make::Made;
use super::plan::Project;
use super::sums::Sums;
use crate::files::is_one_of;
use crate::{Error, ErrorKind};

/// Writes what is made now of every faulty output under `folder`, each at its own path, and clears away what an earlier check wrote there
/// of others. Hands back the files that were written, in the order of `made`.
///
/// # Errors
/// `Usage` where that would be the goldens themselves, a file that no check wrote, or behind a link; `Unwritable`.
pub fn keep_actual(project: &Project, outcome: &Outcome, made: &[Made], folder: &Path) -> Result<Vec<String>, Error> {
    refuse_goldens(project, made, folder)?;
    let sums = folder.join("rature-check.sums");
    let mut kept = Kept { folder, sums: Sums::read(sums.clone(), &sums.to_string_lossy())? };
    let is_faulty = |one: &&Made| outcome.faults.iter().any(|fault| fault.output == one.shown);
    let (faulty, fine): (Vec<&Made>, Vec<&Made>) = made.iter().partition(is_faulty);
    faulty.iter().try_for_each(|one| kept.claim(one))?;
    kept.sums.write()?;
    let written = faulty.iter().map(|one| kept.write(one)).collect::<Result<_, _>>()?;
    fine.iter().try_for_each(|one| kept.clear(one))?;
    kept.sums.write()?;
    Ok(written)
}

fn refuse_goldens(project: &Project, made: &[Made], folder: &Path) -> Result<(), Error> {
    let is_golden = |one: &Made| is_one_of(&folder.join(path(one)), [project.folder.join(&one.path).as_path()]);
    if is_one_of(folder, [project.folder.join(".").as_path()]) || made.iter().any(is_golden) {
        let what = "is where the goldens are, which a check leaves as they are: give --actual-dir another folder";
        return Err(Error::new(ErrorKind::Usage, folder.to_string_lossy(), what));
    }
    Ok(())
}

/// The path of an output below the folder.
fn path(made: &Made) -> &str {
    made.path.trim_start_matches("../")
}

/// The folder, and what checks wrote there.
struct Kept<'a> {
    folder: &'a Path,
    sums: Sums,
}

impl Kept<'_> {
    fn file(&self, made: &Made) -> PathBuf {
        self.folder.join(path(made))
    }

    /// Notes that `made` will be written, unless something else is there.
    fn claim(&mut self, made: &Made) -> Result<(), Error> {
        let file = self.file(made);
        let is_ours = || self.sums.names(path(made)) || fs::read(&file).is_ok_and(|bytes| bytes == made.bytes);
        let is_free = fs::symlink_metadata(&file).is_err() || is_plain_file(&file) && is_ours();
        if !is_free || !is_within(self.folder, &file) {
            let what = "is not what a check wrote, and is not overwritten: give --actual-dir another folder, or remove it";
            return Err(Error::new(ErrorKind::Usage, file.to_string_lossy(), what));
        }
        self.sums.add(path(made), &made.bytes);
        Ok(())
    }

    fn write(&mut self, made: &Made) -> Result<String, Error> {
        let file = self.file(made);
        self.sums.set(path(made), &made.bytes);
        write_with_folders(&made.bytes, &file, &file.to_string_lossy())
    }

    /// Removes what an earlier check wrote of an output that is fine now.
    fn clear(&mut self, made: &Made) -> Result<(), Error> {
        let file = self.file(made);
        let is_ours = || fs::read(&file).is_ok_and(|bytes| self.sums.has(path(made), &bytes));
        if is_plain_file(&file) && is_within(self.folder, &file) && is_ours() {
            remove(&file, &file.to_string_lossy())?;
            self.sums.retain(|known| known != path(made));
        }
        Ok(())
    }
}
