//! What earlier runs left: the jobs that they did, and those that failed, which are tried again.
//!
//! ```text
//! earlier output     a steps     b error     c steps     d ste
//! kept               a steps     b error     c steps            its last line was cut off
//! this run adds                                                 (an empty line)   b steps   d steps
//! in order           a steps     b steps     c steps            d steps
//! ```
//!
//! A job is done when it has a whole line without an error. Lines are added as jobs are done, so that a run that is stopped loses
//! nothing. A failed line gives its place to the one that was added for it when the run has come to its end.
//!
//! An id may stand in several jobs: its n-th line is that of its n-th job. So that a job that is tried again is told from the next
//! one of its id, an empty line parts the runs: behind it the lines of an id are first those of its jobs that had failed, in their
//! order, then those of new ones. In memory are the ids and the places of lines, some 300 bytes a job.

use std::io::{self, BufRead, Read, Seek, SeekFrom, Write};

use rustc_hash::FxHashMap;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use super::job::Id;
use super::settings::Settings;
use super::{BatchOptions, Wanted};

/// The lines of an output, and whose they are.
#[derive(Debug, Default)]
pub struct Done {
    places: Vec<Place>,
    of_ids: FxHashMap<Box<str>, OfId>,
    /// Bytes of the output up to the end of its last whole line.
    whole: u64,
    /// Empty lines, each of which parts two runs.
    parts: usize,
    /// How the lines were made: in one way, unless somebody put outputs together.
    made: Vec<(Wanted, Settings)>,
}

/// Where a line stands, and what it says.
#[derive(Debug)]
struct Place {
    start: u64,
    length: u64,
    is_failed: bool,
}

/// The places of an id, in the order of its jobs; how many of them the run behind so many empty lines has met.
#[derive(Debug, Default)]
struct OfId {
    places: Vec<usize>,
    met: usize,
    part: usize,
}

#[derive(Deserialize)]
struct Line {
    id: Box<RawValue>,
    error: Option<IgnoredAny>,
    #[serde(default)]
    settings: Settings,
    steps: Option<Vec<Step>>,
    series: Option<IgnoredAny>,
}

#[derive(Deserialize)]
struct Step {
    /// Redlines say theirs.
    schema: Option<IgnoredAny>,
    summary: Option<IgnoredAny>,
}

impl Line {
    /// What was written of its job; None of one that failed, and of what is no line of ours.
    fn wanted(&self) -> Option<Wanted> {
        match self.steps.as_deref() {
            _ if self.series.is_some() => Some(Wanted::Series),
            Some([Step { schema: Some(_), .. }, ..]) => Some(Wanted::Redline),
            Some([Step { summary: Some(_), .. }, ..]) => Some(Wanted::Summary),
            Some(_) => Some(Wanted::Findings),
            None => None,
        }
    }
}

impl Done {
    /// Reads the output of earlier runs. A last line that was cut off is not done.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn of(mut output: impl BufRead) -> io::Result<Self> {
        let (mut done, mut line) = (Self::default(), vec![]);
        while output.read_until(b'\n', &mut line)? > 0 && line.ends_with(b"\n") {
            done.add(&line);
            line.clear();
        }
        done.parts += 1;
        Ok(done)
    }

    /// Whether an output whose first line is `line` can be that of an earlier run.
    pub fn is_ours(line: &[u8]) -> bool {
        const BEGIN: &[u8] = b"{\"id\":";
        match serde_json::from_slice::<Line>(line) {
            Ok(line) => line.error.is_some() || line.wanted().is_some(),
            // It may be cut off.
            Err(_) => BEGIN.starts_with(line) || (line.starts_with(BEGIN) && !line.ends_with(b"\n")),
        }
    }

    /// How many jobs have failed.
    pub fn failed(&self) -> usize {
        self.places.iter().filter(|place| place.is_failed).count()
    }

    /// How many bytes of the earlier output can stay.
    pub fn whole(&self) -> u64 {
        self.whole
    }

    /// Whether a run that goes on from this has to part its lines from the earlier ones, and put all in order at its end.
    pub fn is_to_be_ordered(&self) -> bool {
        self.parts > 1 || self.failed() > 0
    }

    /// The options that earlier lines were written with, and those of a run that writes others.
    pub fn clash(&self, options: &BatchOptions) -> Option<[String; 2]> {
        let ours = (options.wanted, Settings::of(&options.reading));
        let theirs = self.made.iter().find(|theirs| **theirs != ours)?;
        let shown = |(wanted, settings): &(Wanted, Settings)| format!("--write {}{}", wanted.shown(), settings.shown());
        Some([shown(theirs), shown(&ours)])
    }

    /// Writes the lines of `from`, which is the output that this was read from: each job's last one, in the place of its first.
    ///
    /// # Errors
    /// When one cannot be read or written.
    pub fn put_in_order(&self, from: &mut (impl Read + Seek), to: &mut impl Write) -> io::Result<()> {
        for place in &self.places {
            from.seek(SeekFrom::Start(place.start))?;
            io::copy(&mut from.take(place.length), to)?;
        }
        Ok(())
    }

    /// Whether the next job called `id` is done.
    pub(super) fn takes(&mut self, id: &Id) -> bool {
        let Some(of_id) = self.of_ids.get_mut(id.0.get()) else { return false };
        of_id.begin(self.parts);
        let place = of_id.places.get(of_id.met);
        of_id.met += 1;
        place.is_some_and(|at| !self.places[*at].is_failed)
    }

    /// Takes a whole line of an earlier run.
    fn add(&mut self, line: &[u8]) {
        let mut place = Place { start: self.whole, length: line.len() as u64, is_failed: false };
        self.whole += place.length;
        if line.trim_ascii().is_empty() {
            self.parts += 1;
            return;
        }
        let at = self.places.len();
        let Ok(line) = serde_json::from_slice::<Line>(line) else {
            // Whatever it is, it stays.
            self.places.push(place);
            return;
        };
        place.is_failed = line.error.is_some();
        let made = line.wanted().map(|wanted| (wanted, line.settings));
        self.made.extend(made.filter(|made| !self.made.contains(made)));
        let of_id = self.of_ids.entry(Id::of(Some(line.id), at).0.get().into()).or_default();
        of_id.begin(self.parts);
        // In the first run each line is that of the next job; in the others those that had failed come first.
        let again = (of_id.met..of_id.places.len()).find(|met| self.parts > 0 && self.places[of_id.places[*met]].is_failed);
        if let Some(again) = again {
            self.places[of_id.places[again]] = place;
            of_id.met = again + 1;
        } else {
            of_id.places.push(at);
            of_id.met = of_id.places.len();
            self.places.push(place);
        }
    }
}

impl OfId {
    /// Counts anew in another run.
    fn begin(&mut self, part: usize) {
        if self.part != part {
            (self.met, self.part) = (0, part);
        }
    }
}
