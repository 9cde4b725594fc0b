//! `--isolate`: reading in a process of its own, so that the end of that is an error in one line.
//!
//! What that process does stands in [`super::apart`].

use clap::{Args, ValueEnum};

use crate::isolate::{Isolation, unstarted};
use crate::{Error, ErrorKind};

/// The first argument of a process of its own.
pub(super) const ISOLATED: &str = "isolated";

#[derive(Debug, Args)]
#[command(next_help_heading = "Isolation")]
pub(super) struct IsolationArgs {
    /// Do the work in a separate process, so that a file that would crash the program is an error in one line. `rature batch` does so
    /// unless told no.
    #[arg(long, value_enum, value_name = "yes|no", global = true)]
    #[arg(hide_short_help = true, num_args = 0..=1, require_equals = true, default_missing_value = "yes", hide_possible_values = true)]
    isolate: Option<YesNo>,
    /// Memory of that process, on Linux [default: 4G; at least 64M].
    #[arg(hide_short_help = true, long, value_name = "SIZE", global = true, value_parser = memory)]
    max_memory: Option<u64>,
    /// Seconds that it may take for one job or command [default: 120].
    #[arg(hide_short_help = true, long, value_name = "SECONDS", global = true, value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    max_time: Option<u64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum YesNo {
    Yes,
    No,
}

/// Less than the program needs to begin with is not taken.
fn memory(typed: &str) -> Result<u64, String> {
    super::values::size(typed).ok().filter(|size| *size >= 64 << 20).ok_or_else(|| "64M or more, such as 512M or 2G".to_owned())
}

impl IsolationArgs {
    /// How work is isolated that is so unless told otherwise: the jobs of a batch, the texts of a page.
    pub(super) fn always(&self) -> Result<Option<Isolation>, Error> {
        self.resolved(YesNo::Yes)
    }

    /// A limit cannot be held from within, so that each asks for a process of its own.
    pub(super) fn resolved(&self, default: YesNo) -> Result<Option<Isolation>, Error> {
        let is_limited = self.max_memory.is_some() || self.max_time.is_some();
        if is_limited && self.isolate == Some(YesNo::No) {
            let message = "does not go with --max-memory and --max-time, which are limits of a process of its own: leave it out";
            return Err(Error::new(ErrorKind::Usage, "--isolate=no", message));
        }
        let isolate = self.isolate.unwrap_or(if is_limited { YesNo::Yes } else { default });
        if isolate == YesNo::No {
            return Ok(None);
        }
        let mut isolation = Isolation::again([ISOLATED]).map_err(unstarted)?;
        isolation.memory = self.max_memory.unwrap_or(isolation.memory);
        isolation.seconds = self.max_time.unwrap_or(isolation.seconds);
        Ok(Some(isolation))
    }
}
