//! Who does a job: this thread, or a process of its own.

use std::io;

use super::job::Job;
use super::lines::Task;
use super::outcome::Outcome;
use super::shelf::Shelf;
use super::{BatchOptions, STACK};
use crate::isolate::{self, End, Isolation, Worker};

/// Does jobs one after the other.
pub(super) enum Hands<'a> {
    Here(Here<'a>),
    Apart(Apart<'a>),
}

pub(super) struct Here<'a> {
    options: &'a BatchOptions,
    shelf: Shelf,
}

pub(super) struct Apart<'a> {
    isolation: &'a Isolation,
    /// The options, as a worker takes them.
    greeting: Vec<u8>,
    worker: Option<Worker<'a>>,
}

impl<'a> Hands<'a> {
    pub(super) fn of(options: &'a BatchOptions) -> Self {
        match &options.isolation {
            None => Self::Here(Here { options, shelf: Shelf::default() }),
            Some(isolation) => {
                let greeting = serde_json::to_vec(options).expect("only maps with string keys");
                Self::Apart(Apart { isolation, greeting, worker: None })
            }
        }
    }

    /// Does the job of `task`.
    ///
    /// # Errors
    /// When no process can be started.
    pub(super) fn outcome(&mut self, task: &Task) -> io::Result<Outcome> {
        match self {
            Self::Here(here) => Ok(Outcome::of(&task.job, &mut here.shelf, here.options)),
            Self::Apart(apart) => apart.outcome(task),
        }
    }
}

impl Apart<'_> {
    fn outcome(&mut self, task: &Task) -> io::Result<Outcome> {
        if let Err(wrong) = &task.job.texts {
            return Ok(Outcome::failed(&task.job, wrong.clone()));
        }
        let question = [&task.number.to_le_bytes()[..], &task.line].concat();
        loop {
            let is_new = self.worker.is_none();
            let mut worker = match self.worker.take() {
                Some(worker) => worker,
                None => Worker::start(self.isolation, &self.greeting)?,
            };
            match worker.ask(&question) {
                Ok(answer) => {
                    self.worker = Some(worker);
                    return Outcome::from_bytes(answer).ok_or_else(|| io::ErrorKind::InvalidData.into());
                }
                // What earlier jobs left may have been too much with this one: the end that counts is that of a new process.
                Err(end) if is_new || matches!(end, End::Time(_)) => {
                    return Ok(Outcome::failed(&task.job, format!("{}: {end}", task.job.id.shown())));
                }
                Err(_) => {}
            }
        }
    }
}

/// What a process of its own does that [`Isolation`] starts: holds itself to `memory` bytes, and does the jobs that come on its standard
/// input, until that is closed.
///
/// # Errors
/// When the limit cannot be set, a pipe is broken, or what comes is not from [`batch`](super::batch()).
pub fn serve(memory: u64) -> io::Result<()> {
    isolate::limit(memory)?;
    isolate::serve(STACK, |greeting| {
        let options: BatchOptions = serde_json::from_slice(&greeting)?;
        let mut shelf = Shelf::default();
        Ok(move |question: Vec<u8>| {
            let (number, line) = question.split_first_chunk().expect("a number and a line");
            let job = Job::of(line, usize::from_le_bytes(*number));
            Outcome::of(&job, &mut shelf, &options).into_bytes()
        })
    })
}
