//! What rature wrote into a folder, so that it removes and writes over nothing else.
//!
//! ```text
//! rature.toml   golden/A-B.html    rature.sums   5891b5b5…  golden/A-B.html
//! ```
//!
//! The lines are those of `sha256sum`, which can check them. A file that was changed since is no longer what rature wrote. Lines of another
//! form are passed over, and a path may stand twice: what git leaves of two branches that both wrote means what both meant.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::disk::{remove, write_with_folders};
use crate::files::{Most, bytes_of};
use crate::{Error, ErrorKind};

const HEADING: &str = "# What rature wrote, with SHA-256. It removes only what stands here. Keep this file with the others.";

/// Paths from one folder, each with the sums of what rature wrote there.
#[derive(Debug, Clone)]
pub(super) struct Sums {
    file: PathBuf,
    /// As shown in messages.
    shown: String,
    known: BTreeMap<String, BTreeSet<String>>,
    /// What is on disk now.
    text: String,
}

impl Sums {
    /// Those in `file`, which messages call `shown`; none where it is not there.
    ///
    /// # Errors
    /// `Unreadable`; `Usage` where something else has that name.
    pub(super) fn read(file: PathBuf, shown: &str) -> Result<Self, Error> {
        const LARGEST: u64 = 64 << 20;
        let mut sums = Self { file, shown: shown.to_owned(), known: BTreeMap::new(), text: String::new() };
        let about = match fs::symlink_metadata(&sums.file) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(sums),
            about => about,
        };
        if about.is_ok_and(|about| about.is_file()) {
            sums.text = String::from_utf8_lossy(&bytes_of(&sums.file, shown, Most::Fixed(LARGEST))?).into_owned();
        }
        if !sums.text.lines().any(|line| line == HEADING) {
            let what = "is where rature notes what it wrote, and is something else: give it another name";
            return Err(Error::new(ErrorKind::Usage, shown, what));
        }
        for (sum, path) in sums.text.lines().filter_map(|line| line.split_once("  ")) {
            if sum.len() == 64 && sum.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                sums.known.entry(path.to_owned()).or_default().insert(sum.to_owned());
            }
        }
        Ok(sums)
    }

    /// Whether rature wrote something at `path`, whatever is there now.
    pub(super) fn names(&self, path: &str) -> bool {
        self.known.contains_key(path)
    }

    /// Whether rature wrote `bytes` at `path`.
    pub(super) fn has(&self, path: &str, bytes: &[u8]) -> bool {
        self.known.get(path).is_some_and(|sums| sums.contains(&sum(bytes)))
    }

    /// Notes `bytes` at `path` beside what stands there.
    pub(super) fn add(&mut self, path: &str, bytes: &[u8]) {
        self.known.entry(path.to_owned()).or_default().insert(sum(bytes));
    }

    /// Notes `bytes` at `path` and nothing else.
    pub(super) fn set(&mut self, path: &str, bytes: &[u8]) {
        self.known.insert(path.to_owned(), BTreeSet::from([sum(bytes)]));
    }

    /// Forgets the paths that `keep` does not hold on to.
    pub(super) fn retain(&mut self, keep: impl Fn(&str) -> bool) {
        self.known.retain(|path, _| keep(path));
    }

    /// The same with what stands in `other`, which has been written since.
    pub(super) fn over(self, other: &Self) -> Self {
        Self { text: other.text.clone(), ..self }
    }

    /// Writes what is noted, where that is something new; of nothing, nothing is left.
    ///
    /// # Errors
    /// `Unwritable`.
    pub(super) fn write(&mut self) -> Result<(), Error> {
        if self.known.is_empty() {
            let is_there = !std::mem::take(&mut self.text).is_empty();
            return if is_there { remove(&self.file, &self.shown) } else { Ok(()) };
        }
        let lines = self.known.iter().flat_map(|(path, sums)| sums.iter().map(move |sum| format!("{sum}  {path}\n")));
        let text = format!("{HEADING}\n{}", lines.collect::<String>());
        if text != self.text {
            write_with_folders(text.as_bytes(), &self.file, &self.shown)?;
            self.text = text;
        }
        Ok(())
    }
}

fn sum(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from(b"0123456789abcdef"[usize::from(half)]);
    Sha256::digest(bytes).iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// The name of the sums of the project file `toml`: "rature.sums" of "rature.toml".
pub(super) fn sums_of(toml: &Path) -> String {
    let name = toml.file_name().unwrap_or_default().to_string_lossy();
    format!("{}.sums", name.strip_suffix(".toml").unwrap_or(&name))
}
