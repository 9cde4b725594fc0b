//! The command line: what was typed, what is meant, and the edge where output happens.

use std::io::Write;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::{Error, ErrorKind, align, compare, read, render, report, structure};

#[derive(Parser)]
#[command(version, about)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Show the structure of a text.
    Read {
        file: String,
        #[arg(long)]
        layout: Option<String>,
        #[arg(long)]
        format: Option<String>,
    },
    /// Show what changed between two texts.
    Diff {
        old: String,
        new: String,
        #[arg(long)]
        layout: Option<String>,
        #[arg(long)]
        format: Option<String>,
    },
}

/// Runs the program on the process's arguments.
pub fn run() -> ExitCode {
    match execute(Args::parse()) {
        Ok(out) => {
            let _ = std::io::stdout().write_all(out.as_bytes());
            ExitCode::SUCCESS
        }
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "rature: {error}");
            ExitCode::from(2)
        }
    }
}

fn load(file: &str) -> Result<structure::Document, Error> {
    let bytes = std::fs::read(file).map_err(|e| Error::io(ErrorKind::Unreadable, file, "cannot be opened", e))?;
    Ok(structure::structure(read::read(file, &bytes, read::ReadOptions::default())?))
}

fn execute(args: Args) -> Result<String, Error> {
    Ok(match args.command {
        Command::Read { file, .. } => render::document_json(&load(&file)?),
        Command::Diff { old, new, .. } => {
            let (old, new) = (load(&old)?, load(&new)?);
            let alignment = align::align(&old, &new, &align::AlignOptions::default());
            let comparison = compare::compare(&old, &new, alignment);
            render::redline_json(&report::report(old, new, comparison))
        }
    })
}
