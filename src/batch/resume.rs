//! What an earlier run left: the jobs that it did, and those that failed, which are tried again.
//!
//! ```text
//! earlier output     a steps     b error     c steps     d ste
//! kept               a steps     b error     c steps            its last line was cut off
//! this run adds                                                 b steps     d steps
//! in order           a steps     b steps     c steps            d steps
//! ```
//!
//! A job is done when it has a whole line without an error. Lines are added as jobs are done, so that a run that is stopped loses
//! nothing; a failed line gives its place to the one that was added for it when the run has come to its end.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde::de::IgnoredAny;

/// The ids that are done, and how many lines say that a job failed.
#[derive(Debug, Default)]
pub struct Done {
    ids: BTreeSet<String>,
    failed: usize,
    /// Bytes of the output up to the end of its last whole line.
    whole: usize,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    error: Option<IgnoredAny>,
}

impl Line {
    fn is_failed(&self) -> bool {
        self.error.is_some()
    }
}

impl Done {
    /// Reads the output of an earlier run. A last line that was cut off is not done.
    pub fn of(output: &[u8]) -> Self {
        let whole = output.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let mut done = Self { whole, ..Self::default() };
        for line in lines(&output[..whole]).filter_map(read) {
            if line.is_failed() {
                done.failed += 1;
            } else {
                done.ids.insert(line.id);
            }
        }
        done
    }

    /// Whether `output` can be that of an earlier run: nothing, or a line that begins as all do.
    pub fn is_ours(output: &[u8]) -> bool {
        output.is_empty() || output.starts_with(b"{\"id\":")
    }

    /// Whether the job called `id` is done.
    pub fn has(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    /// How many lines say that a job failed.
    pub fn failed(&self) -> usize {
        self.failed
    }

    /// How many bytes of the earlier output can stay.
    pub fn whole(&self) -> usize {
        self.whole
    }
}

/// `output` with the last line of a job that was tried again in the place of those that failed before it.
pub fn in_order(output: &[u8]) -> Vec<u8> {
    let all: Vec<&[u8]> = lines(output).collect();
    let read: Vec<Option<Line>> = all.iter().map(|line| read(line)).collect();
    let next = next_of_same(&read);
    let mut is_taken = vec![false; all.len()];
    let mut ordered = Vec::with_capacity(output.len());
    for at in 0..all.len() {
        if is_taken[at] {
            continue;
        }
        let mut stands = at;
        while let Some(later) = next[stands].filter(|_| read[stands].as_ref().is_some_and(Line::is_failed)) {
            is_taken[later] = true;
            stands = later;
        }
        ordered.extend_from_slice(all[stands]);
    }
    ordered
}

/// For each line, the next one of the same id.
fn next_of_same(read: &[Option<Line>]) -> Vec<Option<usize>> {
    let mut next = vec![None; read.len()];
    let mut last: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, line) in read.iter().enumerate().rev() {
        next[at] = line.as_ref().and_then(|line| last.insert(&line.id, at));
    }
    next
}

/// The lines of `output`, each with its line feed.
fn lines(output: &[u8]) -> impl Iterator<Item = &[u8]> {
    output.split_inclusive(|byte| *byte == b'\n')
}

fn read(line: &[u8]) -> Option<Line> {
    serde_json::from_slice(line).ok()
}
