//! The file of `-o`: written line by line, by one run at a time.
//!
//! The lock is one of the system's on the file itself. It ends with the process, however that ends; where a file system has no locks
//! there is none.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, BufRead, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::Path;

use same_file::Handle;

use crate::batch::{BatchOptions, Done};
use crate::files::write_whole_by;
use crate::{Error, ErrorKind};

/// Bytes of the first line of an output that are looked at to know it.
const LOOKED_AT: u64 = 64 << 20;

/// An output that is locked, at the place where the next line is written.
pub(super) struct Output<'a> {
    file: File,
    name: &'a str,
}

impl<'a> Output<'a> {
    /// Opens the output called `name`. One of an earlier run is emptied, or, with the options of one that goes on from there, kept to its
    /// last whole line.
    pub(super) fn open(name: &'a str, resumed: Option<&BatchOptions>) -> Result<(Self, Done), Error> {
        let output = Self { file: locked(name)?, name };
        let done = output.earlier(resumed)?;
        output.begin(&done).map_err(|error| unwritable(name, error))?;
        Ok((output, done))
    }

    pub(super) fn file(&self) -> &File {
        &self.file
    }

    /// Gives the lines of jobs that were tried again the places of those that failed. How many still say that a job failed.
    pub(super) fn put_in_order(&self) -> Result<usize, Error> {
        let done = self.done()?;
        let write = |draft: &mut File| {
            let mut draft = BufWriter::new(draft);
            done.put_in_order(&mut &self.file, &mut draft)?;
            draft.flush()
        };
        write_whole_by(write, Path::new(self.name), self.name)?;
        Ok(done.failed())
    }

    /// What of the earlier output stays.
    fn earlier(&self, resumed: Option<&BatchOptions>) -> Result<Done, Error> {
        if !self.file.metadata().is_ok_and(|about| about.is_file()) {
            let message = "is no file that a run could go on from: leave out --resume";
            return if resumed.is_some() { Err(Error::new(ErrorKind::Usage, self.name, message)) } else { Ok(Done::default()) };
        }
        let mut first = vec![];
        BufReader::new(&self.file).take(LOOKED_AT).read_until(b'\n', &mut first).map_err(|error| unreadable(self.name, error))?;
        if !Done::is_ours(&first) {
            // It may be one of the texts, which jobs name one after the other, or the jobs of another run.
            let message = "is no output of rature batch, and is not overwritten: give -o another name";
            return Err(Error::new(ErrorKind::Usage, self.name, message));
        }
        let Some(options) = resumed else { return Ok(Done::default()) };
        let done = self.done()?;
        match done.clash(options) {
            Some([theirs, ours]) => {
                let message =
                    format!("was written with {theirs}, and this run has {ours}: give the same options, or -o another name");
                Err(Error::new(ErrorKind::Usage, self.name, message))
            }
            None => Ok(done),
        }
    }

    fn done(&self) -> Result<Done, Error> {
        let read = (&self.file).rewind().and_then(|()| Done::of(BufReader::new(&self.file)));
        read.map_err(|error| unreadable(self.name, error))
    }

    /// Cuts a line that an earlier run was stopped in, and goes to the end.
    fn begin(&self, done: &Done) -> io::Result<()> {
        let mut file = &self.file;
        if !file.metadata()?.is_file() {
            return Ok(());
        }
        file.set_len(done.whole())?;
        file.seek(SeekFrom::End(0))?;
        if done.is_to_be_ordered() { file.write_all(b"\n") } else { Ok(()) }
    }
}

/// The file called `name`, which no other run writes.
fn locked(name: &str) -> Result<File, Error> {
    let cannot = |error| unwritable(name, error);
    loop {
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(name).map_err(cannot)?;
        if let Err(TryLockError::WouldBlock) = file.try_lock() {
            let message = "is being written by another run of rature batch: wait for its end, or give -o another name";
            return Err(Error::new(ErrorKind::Usage, name, message));
        }
        // The run before may have put another file in its place while this one waited to be opened.
        let is_there = || Ok(Handle::from_path(name)? == Handle::from_file(file.try_clone()?)?);
        if is_there().map_err(cannot)? {
            return Ok(file);
        }
    }
}

fn unwritable(name: &str, error: io::Error) -> Error {
    Error::io(ErrorKind::Unwritable, name, "cannot be written: check its folder and permissions", error)
}

fn unreadable(name: &str, error: io::Error) -> Error {
    Error::io(ErrorKind::Unreadable, name, "cannot be read again: check its permissions", error)
}
