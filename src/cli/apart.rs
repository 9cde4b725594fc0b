//! What is run in a process of its own, and what that process does.
//!
//! `rature isolated MEMORY COMMAND…` is what the program starts itself as for a command, `rature isolated MEMORY` for the jobs of a batch, and
//! `rature isolated opening MEMORY` for the texts of a page.
//! It is no command for people, so clap does not know it.

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use clap::CommandFactory;

use super::isolate::{ISOLATED, YesNo};
use super::settings::width_of;
use super::typed::{Command, Typed};
use super::{FAILED, done, told};
use crate::batch::serve;
use crate::isolate::{limit, unstarted, whole};
use crate::{Error, ErrorKind};

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
