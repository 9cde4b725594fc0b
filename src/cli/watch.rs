//! `rature watch`: builds again whenever a text or the project file changes.
//!
//! ```text
//! editor   write, rename, touch … quiet …
//! watch    ·····················  build
//! ```
//!
//! The files are looked at some times a second: their size, when they changed, and which file it is. So it does not matter how an editor
//! saves, what else is written beside them, whether their folder is moved away and made anew, or whether it lies on another machine, of
//! which the system reports nothing. Looking at a hundred texts takes less than a millisecond. Ctrl-C ends the process between two whole
//! files, since an output is renamed into its place.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};

use super::output;
use super::project::{ProjectArgs, built};
use crate::Error;
use crate::project::{Rewrite, build};
use crate::render::visible;

/// How often files are looked at.
const TICK: Duration = Duration::from_millis(100);

/// How long nothing happens before a change is taken for whole.
const QUIET: Duration = Duration::from_millis(200);

/// How long a change that goes on and on is waited for.
const PATIENCE: Duration = Duration::from_secs(2);

/// `rature watch`. Comes back only with an error: of watching, not of a text, which the next change may mend.
pub(super) fn watch(args: &ProjectArgs) -> Result<ExitCode, Error> {
    let files = args.files()?;
    let mut watched = Watched::default();
    loop {
        // Before anything is read: what changes from here on is a change.
        watched.look_again();
        for file in &files {
            watched.add(file.clone());
            if let Err(error) = rebuild(args, file, &mut watched) {
                // With standard error gone there is nobody left to tell.
                let _ = writeln!(std::io::stderr(), "rature: {}", visible(&error.with_cause()));
            }
        }
        output::write(&format!("watching {} files; Ctrl-C ends\n", watched.0.len()), None)?;
        watched.wait();
    }
}

fn rebuild(args: &ProjectArgs, file: &Path, watched: &mut Watched) -> Result<(), Error> {
    let project = args.project(file)?;
    project.inputs().into_iter().for_each(|input| watched.add(input));
    let done = build(&project, Rewrite::Changed)?;
    output::write(&built(&project, &done), None)
}

/// What is seen of a file from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Look {
    size: u64,
    changed: Option<SystemTime>,
    /// Its number on its device: a file that takes the place of another may have the rest in common with it.
    number: u64,
}

impl Look {
    /// None where there is no file.
    fn at(file: &Path) -> Option<Self> {
        let about = fs::metadata(file).ok()?;
        #[cfg(unix)]
        let number = std::os::unix::fs::MetadataExt::ino(&about);
        #[cfg(not(unix))]
        let number = 0;
        Some(Self { size: about.len(), changed: about.modified().ok(), number })
    }
}

/// The files, each as it was when it was last looked at.
#[derive(Debug, Default)]
struct Watched(BTreeMap<PathBuf, Option<Look>>);

impl Watched {
    /// Watches `file`, also while it is not there.
    fn add(&mut self, file: PathBuf) {
        self.0.entry(file).or_insert_with_key(|file| Look::at(file));
    }

    /// Looks at all of them. Whether one is not as it was.
    fn look_again(&mut self) -> bool {
        let mut is_changed = false;
        for (file, look) in &mut self.0 {
            let now = Look::at(file);
            is_changed |= *look != now;
            *look = now;
        }
        is_changed
    }

    /// Waits for a change, and then until all is quiet.
    fn wait(&mut self) {
        while !self.look_again() {
            sleep(TICK);
        }
        let (begun, mut last) = (Instant::now(), Instant::now());
        while last.elapsed() < QUIET && begun.elapsed() < PATIENCE {
            sleep(TICK / 2);
            if self.look_again() {
                last = Instant::now();
            }
        }
    }
}
