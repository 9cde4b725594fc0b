//! The command line: what was typed, what is meant, and the edge where input and output happen.

mod args;
mod batch;
mod commands;
mod explain;
mod facts;
mod input;
mod output;
mod pins;
mod project;
mod series;
mod settings;
mod watch;
mod years;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use crate::render::visible;
use args::{Command, Typed};

/// What an error exits with; arguments that make no sense do too.
const FAILED: u8 = 2;

/// Runs the program on the process's arguments.
pub fn run() -> ExitCode {
    let done = match &Typed::parse().command {
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
        Command::Init(args) => project::init(args),
        Command::Build(args) => project::build(args),
        Command::Check(args) => project::check(args),
        Command::Watch(args) => watch::watch(args),
    };
    done.unwrap_or_else(|error| {
        // With standard error gone there is nobody left to tell.
        let _ = writeln!(std::io::stderr(), "rature: {}", visible(&error.to_string()));
        ExitCode::from(FAILED)
    })
}
