//! Where the project file is: here, or in the nearest folder above.

use std::path::{Path, PathBuf};

use crate::{Error, ErrorKind};

/// What a project file is called.
pub const FILE_NAME: &str = "rature.toml";

/// The project file of `start`, as a path from it: "rature.toml", "../rature.toml".
///
/// # Errors
/// `Usage` when there is none.
pub fn find(start: &Path) -> Result<PathBuf, Error> {
    let up = |steps: usize| std::iter::repeat_n("..", steps).collect::<PathBuf>().join(FILE_NAME);
    let found = start.ancestors().enumerate().find(|(_, folder)| folder.join(FILE_NAME).is_file());
    found.map(|(steps, _)| up(steps)).ok_or_else(|| {
        let what = "is neither here nor in a folder above: rature init FILE… writes one, --config names one elsewhere";
        Error::new(ErrorKind::Usage, FILE_NAME, what)
    })
}
