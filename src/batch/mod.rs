//! Many pairs and series in one run: a line of JSON in, a line of JSON out.
//!
//! ```text
//! {"id": "children-19", "texts": ["68.txt", "69.txt"]}     →  {"id": "children-19", "summary": {…}}
//! {"id": "oceans", "texts": ["a.txt", "b.txt", "c.txt"]}   →  {"id": "oceans", "summary": [{…}, {…}]}
//! {"id": "gone", "texts": ["no.txt", "69.txt"]}            →  {"id": "gone", "error": "no.txt: cannot be found: check the name"}
//! ```
//!
//! Jobs are done on all cores and written in the order in which they came; at most 512 are held at a time, so memory is
//! bounded by the largest of them. A text that stands in neighbouring jobs is read once. A job that fails is a line that says
//! so, and is tried again by a run that goes on from that output. docs/scale.md has the contract.

mod job;
mod outcome;
mod resume;
mod shelf;

pub use outcome::Wanted;
pub use resume::{Done, in_order};

use std::io::{BufRead, Write};

use rayon::prelude::*;

use crate::read::ReadOptions;
use crate::{Error, ErrorKind};
use job::Job;
use outcome::Outcome;
use shelf::Shelf;

/// Jobs that are read before any of them is written: enough to keep every core busy past a slow one.
const AT_ONCE: usize = 512;

/// Which of the jobs are done, and how.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct BatchOptions {
    /// How texts are read.
    pub reading: ReadOptions,
    /// The largest file that is read, in bytes.
    pub max_size: u64,
    /// What is written of each job.
    pub wanted: Wanted,
    /// This part of so many, from 1: every so-manieth job.
    pub shard: (usize, usize),
}

impl Default for BatchOptions {
    fn default() -> Self {
        Self { reading: ReadOptions::default(), max_size: 64 << 20, wanted: Wanted::Summary, shard: (1, 1) }
    }
}

/// How many jobs were done, and how many of them failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Lines written.
    pub done: usize,
    /// Of them, those that say an error.
    pub failed: usize,
    /// Left out, as they had been done before.
    pub skipped: usize,
}

/// Does the jobs of `input`, called `name` in messages, and writes a line for each to `output`. `told` is called once for
/// each, by whatever thread has done it.
///
/// # Errors
/// When `input` cannot be read or `output` not be written; what is wrong with a job is in its line.
pub fn batch(
    (input, name): (impl BufRead, &str),
    output: &mut impl Write,
    done: &Done,
    options: &BatchOptions,
    told: impl Fn() + Sync,
) -> Result<Counts, Error> {
    let unread = |error| Error::io(ErrorKind::Unreadable, name, "cannot be read to its end", error);
    let unwritten = |error| Error::io(ErrorKind::Unwritable, "output", "cannot be written", error);
    let (part, parts) = options.shard;
    let mut counts = Counts::default();
    let mut lines = input.lines().enumerate();
    loop {
        let chunk: Vec<(usize, String)> =
            lines.by_ref().take(AT_ONCE).map(|(at, line)| Ok((at, line.map_err(unread)?))).collect::<Result<_, Error>>()?;
        if chunk.is_empty() {
            return Ok(counts);
        }
        let mine = chunk.iter().filter(|(at, line)| at % parts == part - 1 && !line.trim().is_empty());
        let (old, jobs): (Vec<Job>, Vec<Job>) = mine.map(|(at, line)| Job::of(line, at + 1)).partition(|job| done.has(&job.id));
        counts.skipped += old.len();
        (0..old.len()).for_each(|_| told());
        let outcomes: Vec<Outcome> =
            jobs.par_iter().map_init(Shelf::default, |shelf, job| Outcome::of(job, shelf, options)).inspect(|_| told()).collect();
        for outcome in &outcomes {
            output.write_all(outcome.line.as_bytes()).map_err(unwritten)?;
            counts.done += 1;
            counts.failed += usize::from(outcome.is_failed);
        }
        output.flush().map_err(unwritten)?;
    }
}
