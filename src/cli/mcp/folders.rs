//! Which files an assistant may have read to it.
//!
//! ```text
//! --allow texts     2020.txt                 texts/2020.txt
//!                   2020/final.docx          texts/2020/final.docx
//!                   ../notes.txt             refused
//!                   link-to-elsewhere.txt    refused, where the link leads out of texts/
//!                   .env                     refused: hidden files belong to other programs
//! ```
//!
//! What lies elsewhere is refused in the same words whether it is there or not.

use std::fs;
use std::path::{Component, Path, PathBuf};

use crate::{Error, ErrorKind};

/// The folders, without links.
#[derive(Debug)]
pub(super) struct Folders(Vec<PathBuf>);

impl Folders {
    /// Those that were named, or the working folder.
    ///
    /// # Errors
    /// `Usage` for one that is not there.
    pub(super) fn of(named: &[PathBuf]) -> Result<Self, Error> {
        let here = [PathBuf::from(".")];
        let named = if named.is_empty() { &here } else { named };
        let real = |folder: &PathBuf| {
            fs::canonicalize(folder)
                .and_then(|real| if real.is_dir() { Ok(real) } else { Err(std::io::ErrorKind::NotADirectory.into()) })
                .map_err(|error| {
                    Error::io(
                        ErrorKind::Usage,
                        folder.to_string_lossy(),
                        "is no folder that can be allowed: name one that is there",
                        error,
                    )
                })
        };
        named.iter().map(real).collect::<Result<_, _>>().map(Self)
    }

    /// The file that an assistant calls `name`, without links on its way.
    ///
    /// # Errors
    /// `Usage` for one outside the folders, a hidden one, and one that is not there.
    pub(super) fn file(&self, name: &str) -> Result<PathBuf, Error> {
        let refused = |what: &str| Error::new(ErrorKind::Usage, name, what);
        let named: Vec<PathBuf> = self.0.iter().map(|folder| plain(&folder.join(name))).collect();
        let within = |path: &Path| self.0.iter().find_map(|folder| path.strip_prefix(folder).ok().map(Path::to_owned));
        let inside: Vec<&PathBuf> = named.iter().filter(|path| within(path).is_some()).collect();
        if inside.is_empty() {
            return Err(refused("lies outside the folders that may be read: name a file in them"));
        }
        let Some(real) = inside.iter().find_map(|path| fs::canonicalize(path).ok()) else {
            return Err(refused(&format!("there is no such file{}", self.there())));
        };
        let Some(path) = within(&real) else {
            return Err(refused("leads by a link out of the folders that may be read: name a file in them"));
        };
        if is_hidden(&path) {
            return Err(refused("is hidden, or lies in a hidden folder, which belongs to another program: name another file"));
        }
        // A pipe would be waited for, a device has no end.
        if real.is_file() { Ok(real) } else { Err(refused(&format!("is no file{}", self.there()))) }
    }

    /// The first files of the folders, for one who has to guess at names.
    fn there(&self) -> String {
        const MOST: usize = 40;
        let mut names = vec![];
        for folder in &self.0 {
            let entries = fs::read_dir(folder).into_iter().flatten().flatten();
            names.extend(entries.map(|entry| {
                let end = if entry.path().is_dir() { "/" } else { "" };
                entry.file_name().to_string_lossy().into_owned() + end
            }));
        }
        names.retain(|name| !name.starts_with('.'));
        names.sort();
        let more = names.len().saturating_sub(MOST);
        names.truncate(MOST);
        let more = if more > 0 { format!(", and {more} more") } else { String::new() };
        if names.is_empty() { String::new() } else { format!("; there is {}{more}", names.join(", ")) }
    }
}

fn is_hidden(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str().to_string_lossy().starts_with('.'))
}

/// `path` without `.` and `..`, as it is written.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(plain.pop()),
            Component::CurDir => {}
            part => plain.push(part),
        }
    }
    plain
}
