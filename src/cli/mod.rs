//! The command line: what was typed, what is meant, and the edge where input and output happen.

mod apart;
mod args;
mod background;
mod batch;
mod brackets;
mod browser;
mod commands;
mod compile;
mod concord;
mod copies;
mod difftool;
mod doctor;
mod drafts;
mod explain;
mod facts;
mod input;
mod isolate;
mod mcp;
#[cfg(feature = "open")]
mod open;
mod output;
mod paper;
mod pins;
mod project;
mod series;
mod settings;
mod shell;
#[cfg(feature = "open")]
mod started;
mod texts;
mod threads;
mod typed;
mod usage;
mod values;
mod watch;
mod years;

use std::error::Error as _;
use std::ffi::OsString;
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, PanicHookInfo};
use std::path::Path;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use crate::Error;
use crate::isolate::started_by;
#[cfg(feature = "pdf")]
use crate::read::PDF_THREAD;
use crate::render::visible;
use typed::{Command, Typed};

/// What an error exits with; arguments that make no sense do too.
const FAILED: u8 = 2;

/// Runs the program on the process's arguments.
pub fn run() -> ExitCode {
    run_on(&std::env::args_os().collect::<Vec<_>>())
}

/// Runs the program as part of another one, such as an interpreter: on `arguments`, of which the first is its name. `again` is the command
/// that does so in a process of its own, with the arguments behind it. What the program exits with.
pub fn run_within(arguments: &[OsString], again: Vec<OsString>) -> u8 {
    started_by(again);
    let code = run_on(arguments);
    (0..=u8::MAX).find(|known| ExitCode::from(*known) == code).unwrap_or(FAILED)
}

fn run_on(arguments: &[OsString]) -> ExitCode {
    std::panic::set_hook(Box::new(say_fault));
    // What panicked has been said by the hook.
    let run = AssertUnwindSafe(|| apart::inside(arguments).unwrap_or_else(|| started(arguments)));
    std::panic::catch_unwind(run).unwrap_or(ExitCode::from(FAILED))
}

/// Does what was typed, or what a file manager means.
fn started(typed: &[OsString]) -> ExitCode {
    #[cfg(feature = "open")]
    if let Some(meant) = started::meant(typed) {
        return worked(&meant, started::show);
    }
    worked(&with_command(typed.to_vec()), |_| ())
}

/// Does what `arguments` ask for; an error is told, and shown.
fn worked(arguments: &[OsString], show: impl FnOnce(&Error)) -> ExitCode {
    let worked = |typed: Typed| {
        let done = apart::perhaps_apart(&typed, arguments).map_err(|error| usage::with_quotes(error, arguments));
        told(done.inspect_err(show))
    };
    parsed(arguments).map_or_else(|code| code, worked)
}

/// `rature OLD NEW` means `rature diff OLD NEW`: two files and no command are compared.
fn with_command(mut arguments: Vec<OsString>) -> Vec<OsString> {
    let typed = arguments.get(1..).unwrap_or_default();
    if typed.iter().any(|typed| typed.to_str().is_some_and(Command::has_subcommand)) {
        return arguments;
    }
    let is_text = |typed: &OsString| typed == "-" || Path::new(typed).is_file();
    let texts = typed.iter().filter(|typed| is_text(typed)).count();
    // Where the second is misspelt, the error is about it.
    if texts >= 2 || typed.len() >= 2 && typed.first().is_some_and(is_text) {
        arguments.insert(1, "diff".into());
    }
    arguments
}

/// What was typed; with none of it, what the program exits with.
fn parsed(arguments: &[OsString]) -> Result<Typed, ExitCode> {
    Typed::try_parse_from(arguments).map_err(|error| {
        let arguments: Vec<String> = arguments.iter().map(|typed| typed.to_string_lossy().into_owned()).collect();
        usage::told(&error, &arguments)
    })
}

fn done(typed: &Typed) -> Result<ExitCode, Error> {
    // The others share no work, or start threads of their own.
    let alone = matches!(
        typed.command,
        Command::Read(_) | Command::Doctor(_) | Command::Batch(_) | Command::Completions(_) | Command::Man(_)
    );
    #[cfg(feature = "open")]
    let alone = alone || matches!(typed.command, Command::Open(_));
    if !alone {
        threads::start();
    }
    match &typed.command {
        Command::Read(args) => commands::read(args),
        Command::Diff(args) => commands::diff(args),
        Command::Difftool(args) => difftool::difftool(args),
        Command::Explain(args) => explain::explain(args),
        Command::Series(args) => series::series_command(args),
        Command::Blame(args) => series::blame(args),
        Command::Batch(args) => batch::command(args, &typed.isolation),
        Command::Brackets(args) => brackets::brackets(args),
        Command::Drafts(args) => drafts::drafts(args),
        Command::Compile(args) => compile::compile(args),
        Command::Table(args) => commands::table(args),
        Command::Facts(args) => facts::facts(args),
        Command::Counts(args) => years::counts(args),
        Command::Lint(args) => years::lint(args),
        Command::Concord(args) => concord::concord(args),
        Command::Doctor(args) => doctor::doctor(args),
        Command::Init(args) => project::init(args),
        Command::Build(args) => project::build(args),
        Command::Check(args) => project::check(args),
        Command::Watch(args) => watch::watch(args),
        Command::Mcp(args) => mcp::mcp(args),
        #[cfg(feature = "open")]
        Command::Open(args) => open::open(args, &typed.isolation),
        Command::Completions(args) => shell::completions(args, Typed::command()),
        Command::Man(args) => shell::man(args, Typed::command()),
    }
}

/// What the program exits with; an error is told.
fn told(done: Result<ExitCode, Error>) -> ExitCode {
    done.unwrap_or_else(|error| {
        if is_broken_pipe(&error) {
            return ExitCode::SUCCESS;
        }
        // With standard error gone there is nobody left to tell.
        let _ = writeln!(io::stderr(), "rature: {}", visible(&error.with_cause()));
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
    #[cfg(feature = "pdf")]
    if std::thread::current().name() == Some(PDF_THREAD) {
        return;
    }
    let place = panic.location().map(|place| format!("{}:{}", in_its_crate(place.file()), place.line())).unwrap_or_default();
    let payload = panic.payload();
    let what = payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let what = what.unwrap_or("no message");
    let message =
        format!("rature: a fault of the program itself ({place}: {what}): please report it with the texts that bring it about");
    let _ = writeln!(io::stderr(), "{}", visible(&message));
}

/// The path of a source file from the folder of its crate: where that lay on the machine that the program was made on is nobody's concern.
fn in_its_crate(file: &str) -> String {
    let parts: Vec<&str> = file.split(['/', '\\']).collect();
    let from = parts.iter().rposition(|part| *part == "src").unwrap_or(parts.len() - 1).saturating_sub(1);
    parts[from..].join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_file_is_named_from_its_crate() {
        let registry = "/home/me/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/rayon-core-1.13.0/src/registry.rs";
        assert_eq!(in_its_crate(registry), "rayon-core-1.13.0/src/registry.rs");
        assert_eq!(
            in_its_crate(r"C:\Users\me\.cargo\registry\src\index\zip-9.0.0\src\read\stream.rs"),
            "zip-9.0.0/src/read/stream.rs"
        );
        assert_eq!(in_its_crate("/rustc/59807616e1/library/core/src/option.rs"), "core/src/option.rs");
        assert_eq!(in_its_crate("src/cli/mod.rs"), "src/cli/mod.rs");
        assert_eq!(in_its_crate("/home/me/build/out/made.rs"), "out/made.rs");
    }
}
