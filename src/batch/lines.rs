//! The lines of the input: those that are ours, in runs, with what is wrong with them.
//!
//! ```text
//! there    a b c d e f …          as much as has come
//! runs     [a b c d] [e f …       one thread does a whole run, since neighbours often share a text, which is then read once
//! ```

use std::io::{self, BufRead, BufReader, Read};

use super::BatchOptions;
use super::job::{Id, Job};
use super::resume::Done;

/// Lines of a run: two texts more are read for each run than if there were one.
const RUN: usize = 8;
/// Bytes that are read ahead.
const AHEAD: usize = 1 << 18;
/// Bytes that a line may have however small the largest text is.
const SHORTEST_LONGEST: u64 = 16 << 20;

/// A job that is to be done: its place among all that are written, the number and bytes of its line.
#[derive(Debug)]
pub(super) struct Task {
    pub(super) place: usize,
    pub(super) number: usize,
    pub(super) line: Vec<u8>,
    pub(super) job: Job,
}

/// What is left of the input.
pub(super) struct Lines<R> {
    input: BufReader<R>,
    /// Bytes of the longest line.
    longest: u64,
    shard: (usize, usize),
    done: Done,
    /// The lines read so far, and the tasks handed out.
    number: usize,
    places: usize,
    is_ended: bool,
    /// Jobs left out, as they had been done before.
    pub(super) skipped: usize,
    /// What the input ended on, when that is not its end.
    pub(super) failure: Option<io::Error>,
}

impl<R: Read> Lines<R> {
    pub(super) fn of(input: R, done: Done, options: &BatchOptions) -> Self {
        Self {
            input: BufReader::with_capacity(AHEAD, input),
            longest: options.max_size.saturating_mul(2).max(SHORTEST_LONGEST),
            shard: options.shard,
            done,
            number: 0,
            places: 0,
            is_ended: false,
            skipped: 0,
            failure: None,
        }
    }

    /// The next tasks: one, and those that can be had without waiting for more of the input. None at the end. `told` is called for each
    /// that is left out.
    pub(super) fn run(&mut self, told: impl Fn()) -> Vec<Task> {
        let mut run = vec![];
        while !self.is_ended && (run.is_empty() || (run.len() < RUN && self.input.buffer().contains(&b'\n'))) {
            match self.line() {
                Ok(Some(line)) => run.extend(self.task(line, &told)),
                Ok(None) => self.is_ended = true,
                Err(error) => {
                    self.is_ended = true;
                    self.failure = Some(error);
                }
            }
        }
        run
    }

    /// The task of a line, if it is ours to do.
    fn task(&mut self, (line, is_whole): (Vec<u8>, bool), told: impl Fn()) -> Option<Task> {
        self.number += 1;
        let (part, parts) = self.shard;
        if (self.number - 1) % parts != part - 1 || (is_whole && line.trim_ascii().is_empty()) {
            return None;
        }
        let job = if is_whole { Job::of(&line, self.number) } else { self.too_long() };
        if self.done.takes(&job.id) {
            self.skipped += 1;
            told();
            return None;
        }
        self.places += 1;
        Some(Task { place: self.places - 1, number: self.number, line, job })
    }

    fn too_long(&self) -> Job {
        let what = format!("is longer than {} bytes: give its texts as files, or raise --max-size", self.longest);
        Job::wrong(Id::of(None, self.number), &what)
    }

    /// The next line without its end and a byte order mark, and whether that is all of it: what is beyond the longest is passed over.
    fn line(&mut self) -> io::Result<Option<(Vec<u8>, bool)>> {
        let mut line = vec![];
        if self.input.by_ref().take(self.longest + 1).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        if !line.ends_with(b"\n") && line.len() as u64 > self.longest {
            self.input.skip_until(b'\n')?;
            return Ok(Some((vec![], false)));
        }
        line.truncate(line.trim_ascii_end().len());
        if line.starts_with(b"\xEF\xBB\xBF") {
            line.drain(..3);
        }
        Ok(Some((line, true)))
    }
}
