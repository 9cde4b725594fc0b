//! Many pairs and series in one run: a line of JSON in, a line of JSON out.
//!
//! ```text
//! {"id": "children-19", "texts": ["68.txt", "69.txt"]}     →  {"id": "children-19", "steps": [{…}]}
//! {"id": "oceans", "texts": ["a.txt", "b.txt", "c.txt"]}   →  {"id": "oceans", "steps": [{…}, {…}]}
//! {"id": "gone", "texts": ["no.txt", "69.txt"]}            →  {"id": "gone", "error": "no.txt: cannot be found: check the name"}
//! ```
//!
//! Each thread takes the next few lines (`lines`), does their jobs itself or has a process of its own do them (`hands`), and puts the
//! outcomes (`order`), which are written in the order of the jobs, each as soon as those before it are. At most 512 wait for a
//! slow one, so memory is bounded by the largest of them. A text that stands in neighbouring jobs is read once. A job that fails is
//! a line that says so, and is tried again by a run that goes on from that output (`resume`). docs/scale.md has the contract.

mod hands;
mod job;
mod lines;
mod order;
mod outcome;
mod resume;
mod settings;
mod shelf;

pub use crate::isolate::Isolation;
pub use hands::serve;
pub use outcome::Wanted;
pub use resume::Done;

use std::io::{Read, Write};
use std::sync::Mutex;

use serde::{Deserialize, Serialize};

use crate::isolate::unstarted;
use crate::read::ReadOptions;
use crate::{Error, ErrorKind};
use hands::Hands;
use lines::Lines;
use order::Order;

/// Bytes of stack of a thread that does jobs.
pub const STACK: usize = 8 << 20;

/// Which of the jobs are done, and how.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BatchOptions {
    /// How texts are read.
    pub reading: ReadOptions,
    /// The largest text that is read, in bytes. A line may have twice that, and 16 MiB whatever it is.
    pub max_size: u64,
    /// What is written of each job.
    pub wanted: Wanted,
    /// This part of so many, from 1: every so-manieth job.
    pub shard: (usize, usize),
    /// The processes in which jobs are done, one for each thread; without it the threads do them, and a job that aborts ends the
    /// program.
    #[serde(skip)]
    pub isolation: Option<Isolation>,
}

impl Default for BatchOptions {
    fn default() -> Self {
        Self { reading: ReadOptions::default(), max_size: 64 << 20, wanted: Wanted::Summary, shard: (1, 1), isolation: None }
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

/// Does the jobs of `input`, called `name` in messages, on all threads of rayon's pool, but for those that are `done`; writes a line for
/// each to `output`. `told` is called once for each, by whatever thread has done it.
///
/// # Errors
/// When `input` cannot be read, `output` not be written or a process not be started; what is wrong with a job is in its line.
pub fn batch(
    (input, name): (impl Read + Send, &str),
    output: &mut (impl Write + Send + ?Sized),
    done: Done,
    options: &BatchOptions,
    told: impl Fn() + Sync,
) -> Result<Counts, Error> {
    let order = Order::of(output);
    let lines = Mutex::new(Lines::of(input, done, options));
    let next = || lines.lock().expect("no thread panics here").run(&told);
    rayon::broadcast(|_| {
        let mut hands = Hands::of(options);
        while order.has_room() {
            let run = next();
            if run.is_empty() {
                return;
            }
            for task in run {
                let outcome = match hands.outcome(&task) {
                    Ok(outcome) => outcome,
                    Err(error) => return order.fail(unstarted(error)),
                };
                if !order.put(task.place, outcome) {
                    return;
                }
                told();
            }
        }
    });
    let counts = order.end()?;
    let lines = lines.into_inner().expect("no thread panics here");
    let unread = |error| Error::io(ErrorKind::Unreadable, name, "cannot be read to its end", error);
    lines.failure.map_or(Ok(Counts { skipped: lines.skipped, ..counts }), |error| Err(unread(error)))
}
