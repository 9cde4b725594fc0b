//! `--isolate`: reading in a process of its own, so that the end of that is an error in one line.
//!
//! `rature isolated MEMORY COMMAND…` is what the program starts itself as for a command, `rature isolated MEMORY` for the jobs of a batch, and
//! `rature isolated opening MEMORY` for the texts of a page.
//! It is no command for people, so clap does not know it.

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use clap::{Args, CommandFactory, ValueEnum};

use super::args::{Command, Typed};
use super::settings::width_of;
use super::{FAILED, done, told};
use crate::batch::serve;
use crate::isolate::{Isolation, limit, unstarted, whole};
use crate::{Error, ErrorKind};

/// The first argument of a process of its own.
const ISOLATED: &str = "isolated";

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
enum YesNo {
    Yes,
    No,
}

/// Less than the program needs to begin with is not taken.
fn memory(typed: &str) -> Result<u64, String> {
    super::settings::size(typed).ok().filter(|size| *size >= 64 << 20).ok_or_else(|| "64M or more, such as 512M or 2G".to_owned())
}

impl IsolationArgs {
    /// How work is isolated that is so unless told otherwise: the jobs of a batch, the texts of a page.
    pub(super) fn always(&self) -> Result<Option<Isolation>, Error> {
        self.resolved(YesNo::Yes)
    }

    /// A limit cannot be held from within, so that each asks for a process of its own.
    fn resolved(&self, default: YesNo) -> Result<Option<Isolation>, Error> {
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

/// Runs what was typed, in a process of its own where that is asked for.
pub(super) fn perhaps_apart(typed: &Typed, arguments: &[OsString]) -> Result<ExitCode, Error> {
    if matches!(typed.command, Command::Batch(_)) {
        return done(typed);
    }
    #[cfg(feature = "open")]
    if matches!(typed.command, Command::Open(_)) {
        return done(typed);
    }
    let Some(isolation) = typed.isolation.resolved(YesNo::No)? else { return done(typed) };
    if matches!(typed.command, Command::Watch(_) | Command::Mcp(_)) {
        let what = format!("is not for `rature {}`, which has no end: leave it out", command_in(arguments));
        return Err(Error::new(ErrorKind::Usage, "--isolate", what));
    }
    // What it starts would have its limits.
    if matches!(&typed.command, Command::Diff(args) if args.open) || matches!(&typed.command, Command::Series(args) if args.open)
    {
        return Err(Error::new(
            ErrorKind::Usage,
            "--open",
            "does not go with a process of its own: leave out --isolate and its limits",
        ));
    }
    // Errors go through a pipe, so that the process inside cannot ask for the width of the terminal behind them.
    let columns = width_of(io::stderr()).map(|width| ("COLUMNS", width.to_string()));
    let end = whole(&isolation, &arguments[1..], columns.as_slice()).map_err(unstarted)?;
    end.map_err(|end| Error::new(ErrorKind::Unreadable, command_in(arguments), end.to_string()))
}

fn command_in(arguments: &[OsString]) -> String {
    let program = Typed::command();
    let command = arguments.iter().filter_map(|typed| typed.to_str()).find(|typed| program.find_subcommand(typed).is_some());
    command.unwrap_or_default().to_owned()
}

/// What this process does when it is one of its own; None when it is not.
pub(super) fn inside(arguments: &[OsString]) -> Option<ExitCode> {
    let [program, isolated, memory, command @ ..] = arguments else { return None };
    if isolated != ISOLATED {
        return None;
    }
    #[cfg(feature = "open")]
    if memory == super::open::OPENING {
        let [memory] = command else { return None };
        let served = super::open::serve(memory.to_str()?.parse().ok()?);
        return Some(served.map_or(ExitCode::from(FAILED), |()| ExitCode::SUCCESS));
    }
    let memory = memory.to_str()?.parse().ok()?;
    let begun = if command.is_empty() { serve(memory) } else { limit(memory) };
    Some(match begun {
        Err(_) => ExitCode::from(FAILED),
        Ok(()) if command.is_empty() => ExitCode::SUCCESS,
        Ok(()) => {
            let arguments: Vec<OsString> = [program].into_iter().chain(command).cloned().collect();
            super::parsed(&arguments).map_or_else(|code| code, |typed| told(done(&typed)))
        }
    })
}
