//! The command line: what was typed, what is meant, and the edge where input and output happen.

mod args;
mod batch;
mod commands;
mod doctor;
mod explain;
mod facts;
mod input;
mod output;
mod pins;
mod project;
mod series;
mod settings;
mod shell;
mod texts;
mod usage;
mod watch;
mod years;

use std::error::Error as _;
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, PanicHookInfo};
use std::process::ExitCode;

use clap::Parser;

use crate::Error;
use crate::read::PDF_THREAD;
use crate::render::visible;
use args::{Command, Typed};

/// What an error exits with; arguments that make no sense do too.
const FAILED: u8 = 2;

/// Runs the program on the process's arguments.
pub fn run() -> ExitCode {
    std::panic::set_hook(Box::new(say_fault));
    let typed = match Typed::try_parse() {
        Ok(typed) => typed,
        Err(error) => {
            let arguments: Vec<String> = std::env::args_os().map(|typed| typed.to_string_lossy().into_owned()).collect();
            return usage::told(&error, &arguments);
        }
    };
    // What panicked has been said by the hook.
    std::panic::catch_unwind(AssertUnwindSafe(|| done(&typed.command))).unwrap_or(ExitCode::from(FAILED))
}

fn done(command: &Command) -> ExitCode {
    let done = match command {
        Command::Read(args) => commands::read(args),
        Command::Diff(args) => commands::diff(args),
        Command::Explain(args) => explain::explain(args),
        Command::Series(args) => series::series_command(args),
        Command::Blame(args) => series::blame(args),
        Command::Batch(args) => batch::command(args),
        Command::Table(args) => commands::table(args),
        Command::Facts(args) => facts::facts(args),
        Command::Counts(args) => years::counts(args),
        Command::Lint(args) => years::lint(args),
        Command::Doctor(args) => doctor::doctor(args),
        Command::Init(args) => project::init(args),
        Command::Build(args) => project::build(args),
        Command::Check(args) => project::check(args),
        Command::Watch(args) => watch::watch(args),
        Command::Completions(args) => shell::completions(args),
        Command::Man(args) => shell::man(args),
    };
    done.unwrap_or_else(|error| {
        if is_broken_pipe(&error) {
            return ExitCode::SUCCESS;
        }
        // With standard error gone there is nobody left to tell.
        let _ = writeln!(io::stderr(), "rature: {}", visible(&error.to_string()));
        ExitCode::from(FAILED)
    })
}

/// A reader that has seen enough closes the pipe; that is no fault.
fn is_broken_pipe(error: &Error) -> bool {
    let cause = error.source().and_then(|cause| cause.downcast_ref::<io::Error>());
    cause.is_some_and(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}

/// Says what no input should bring about, in one line; a PDF that its reader fails on becomes an error there.
fn say_fault(panic: &PanicHookInfo<'_>) {
    if std::thread::current().name() == Some(PDF_THREAD) {
        return;
    }
    let place = panic.location().map(|place| format!("{}:{}", place.file(), place.line())).unwrap_or_default();
    let payload = panic.payload();
    let what = payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let what = what.unwrap_or("no message");
    let message =
        format!("rature: a fault of the program itself ({place}: {what}): please report it with the texts that bring it about");
    let _ = writeln!(io::stderr(), "{}", visible(&message));
}
