//! `rature difftool`: a redline where git shows a diff.
//!
//! ```text
//! git difftool                 LOCAL REMOTE
//! diff.rature.command          PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE
//! ```
//!
//! git calls what is not there on one side `/dev/null` (`nul` on Windows). Source: gitattributes, "Defining an external diff driver", and
//! git, `GIT_EXTERNAL_DIFF`.

use std::process::ExitCode;

use clap::{Args, Parser};

use super::args::DiffArgs;
use super::input::document;
use super::{commands, output};
use crate::read::ReadOptions;
use crate::render::{document_text, visible};
use crate::{Error, ErrorKind};

pub(super) const EXAMPLES: &str = "Examples:
  git config diff.rature.command \"rature difftool\"
  git config difftool.rature.cmd 'rature difftool \"$LOCAL\" \"$REMOTE\"'";

#[derive(Debug, Args)]
pub(super) struct DifftoolArgs {
    /// What git gives: two files, or its seven arguments for an external diff.
    #[arg(required = true, num_args = 2..=9, value_name = "ARGUMENT")]
    given: Vec<String>,
}

/// `rature diff` as when nothing but its texts is typed.
#[derive(Parser)]
struct Alone {
    #[command(flatten)]
    diff: DiffArgs,
}

/// The redline of two versions of a file, or the text of one that came or went.
pub(super) fn difftool(args: &DifftoolArgs) -> Result<ExitCode, Error> {
    let (path, old, new) = match args.given.as_slice() {
        [old, new] => (None, old, new),
        // Two more where the file was renamed.
        [path, old, _, _, new, _, _, ..] => (Some(path), old, new),
        _ => {
            let what = "are not what git gives: two files, or a path and three arguments for each of its versions";
            return Err(Error::new(ErrorKind::Usage, args.given.join(" "), what));
        }
    };
    if let Some(path) = path {
        output::write(&format!("{}\n", visible(path)), None)?;
    }
    let is_nothing = |file: &str| file == "/dev/null" || file.eq_ignore_ascii_case("nul");
    let whole = |sign: &str, file: &str| {
        let text = document_text(&document(file, 64 << 20, &ReadOptions::default())?);
        let lines: Vec<String> = text.lines().map(|line| format!("{sign}{line}\n")).collect();
        output::write(&lines.concat(), None).map(|()| ExitCode::SUCCESS)
    };
    match (is_nothing(old), is_nothing(new)) {
        (true, true) => Ok(ExitCode::SUCCESS),
        (true, false) => whole("+", new),
        (false, true) => whole("-", old),
        (false, false) => match Alone::try_parse_from(["diff", "--", old, new]) {
            Ok(typed) => commands::diff(&typed.diff),
            Err(_) => Err(Error::new(ErrorKind::Usage, old, "cannot be compared")),
        },
    }
}
