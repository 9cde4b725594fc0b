//! `rature watch`: builds again whenever a text or the project file changes.
//!
//! ```text
//! editor   write, rename, touch … quiet …
//! watch    ·····················  build
//! ```
//!
//! The folders of the files are watched, not the files: an editor that saves by renaming puts another file in their place. Ctrl-C ends
//! the process between two whole files, since an output is renamed into its place.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::output;
use super::project::{ProjectArgs, built};
use crate::project::{Rewrite, build, load};
use crate::render::visible;
use crate::{Error, ErrorKind};

/// How long nothing happens before a change is taken for whole.
const QUIET: Duration = Duration::from_millis(200);

/// `rature watch`. Comes back only with an error: of watching, not of a text, which the next change may mend.
pub(super) fn watch(args: &ProjectArgs) -> Result<ExitCode, Error> {
    let files = args.files()?;
    let (sender, events) = channel();
    let watcher = notify::recommended_watcher(sender).map_err(|error| failed("this system", &error))?;
    let mut watching = Watching { watcher, folders: BTreeSet::new(), files: BTreeSet::new() };
    loop {
        for file in &files {
            watching.add(file)?;
            if let Err(error) = rebuild(file, &mut watching) {
                // With standard error gone there is nobody left to tell.
                let _ = writeln!(std::io::stderr(), "rature: {}", visible(&error.to_string()));
            }
        }
        output::write(&format!("watching {} files; Ctrl-C ends\n", watching.files.len()), None)?;
        watching.wait(&events)?;
    }
}

fn rebuild(file: &Path, watching: &mut Watching) -> Result<(), Error> {
    let project = load(file)?;
    for text in project.inputs() {
        watching.add(&text)?;
    }
    let done = build(&project, Rewrite::Changed)?;
    output::write(&built(&project, &done), None)
}

fn failed(on: &str, error: &notify::Error) -> Error {
    Error::new(ErrorKind::Unreadable, on, format!("cannot be watched ({error}): run rature build after each change instead"))
}

struct Watching {
    watcher: RecommendedWatcher,
    folders: BTreeSet<PathBuf>,
    files: BTreeSet<PathBuf>,
}

impl Watching {
    /// Watches `file`, also while it is not there.
    fn add(&mut self, file: &Path) -> Result<(), Error> {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let Ok(folder) = fs::canonicalize(folder) else { return Ok(()) };
        self.files.extend(file.file_name().map(|name| folder.join(name)));
        if self.folders.insert(folder.clone()) {
            let watched = self.watcher.watch(&folder, RecursiveMode::NonRecursive);
            watched.map_err(|error| failed(&folder.to_string_lossy(), &error))?;
        }
        Ok(())
    }

    /// Waits for a change of a watched file, and then until all is quiet.
    fn wait(&self, events: &Receiver<notify::Result<Event>>) -> Result<(), Error> {
        let ended = || Error::new(ErrorKind::Unreadable, "the texts", "are no longer watched: start rature watch again");
        loop {
            let event = events.recv().map_err(|_| ended())?.map_err(|error| failed("the texts", &error))?;
            let is_ours = event.need_rescan() || event.paths.iter().any(|path| self.files.contains(path));
            // Reading the texts is an event too.
            if is_ours && !matches!(event.kind, EventKind::Access(_)) {
                break;
            }
        }
        while events.recv_timeout(QUIET).is_ok() {}
        Ok(())
    }
}
