//! Outcomes as they come, lines as they shall stand.
//!
//! ```text
//! done      b   c   a       d
//! written           a b c   d       each as soon as those before it are
//! ```

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::{Condvar, Mutex, MutexGuard};

use super::Counts;
use super::outcome::Outcome;
use crate::{Error, ErrorKind};

/// Outcomes that wait for a slow job before them: enough to keep every core busy past it.
const MOST: usize = 512;
/// Their bytes.
const MOST_BYTES: usize = 64 << 20;

/// Where outcomes are put and lines written.
pub(super) struct Order<W> {
    state: Mutex<State<W>>,
    /// A line was written, or the output failed.
    moved: Condvar,
}

struct State<W> {
    output: W,
    /// The outcomes that wait, by their places.
    waiting: BTreeMap<usize, Outcome>,
    bytes: usize,
    /// The place that is written next.
    next: usize,
    counts: Counts,
    failure: Option<Error>,
}

impl<W: Write> Order<W> {
    pub(super) fn of(output: W) -> Self {
        let counts = Counts::default();
        let state = State { output, waiting: BTreeMap::new(), bytes: 0, next: 0, counts, failure: None };
        Self { state: Mutex::new(state), moved: Condvar::new() }
    }

    /// Waits until there is room for the outcomes of another run; false when there is no use in one, since the output has failed.
    pub(super) fn has_room(&self) -> bool {
        let is_full =
            |state: &mut State<W>| state.failure.is_none() && (state.waiting.len() >= MOST || state.bytes >= MOST_BYTES);
        let state = self.moved.wait_while(self.lock(), is_full).expect("no thread panics here");
        state.failure.is_none()
    }

    /// Puts the outcome of the job at `place`, and writes what can be written, to its end. False when there is no use in another.
    pub(super) fn put(&self, place: usize, outcome: Outcome) -> bool {
        let mut state = self.lock();
        state.bytes += outcome.line.len();
        state.waiting.insert(place, outcome);
        if state.failure.is_none()
            && let Err(error) = state.write()
        {
            state.failure = Some(Error::io(ErrorKind::Unwritable, "output", "cannot be written", error));
        }
        self.moved.notify_all();
        state.failure.is_none()
    }

    /// Ends the run: nothing else is written.
    pub(super) fn fail(&self, error: Error) {
        self.lock().failure.get_or_insert(error);
        self.moved.notify_all();
    }

    /// How many lines were written, or what the run ended on.
    pub(super) fn end(self) -> Result<Counts, Error> {
        let state = self.state.into_inner().expect("no thread panics here");
        state.failure.map_or(Ok(state.counts), Err)
    }

    fn lock(&self) -> MutexGuard<'_, State<W>> {
        self.state.lock().expect("no thread panics here")
    }
}

impl<W: Write> State<W> {
    fn write(&mut self) -> io::Result<()> {
        let first = self.next;
        while let Some(outcome) = self.waiting.remove(&self.next) {
            self.bytes -= outcome.line.len();
            self.output.write_all(outcome.line.as_bytes())?;
            self.next += 1;
            self.counts.done += 1;
            self.counts.failed += usize::from(outcome.is_failed);
        }
        // A run that is stopped here loses nothing that was done.
        if self.next > first { self.output.flush() } else { Ok(()) }
    }
}
