//! `rature mcp`: the texts of some folders, for an assistant that speaks the Model Context Protocol on standard input and output.
//!
//! ```text
//! assistant                                       rature mcp --allow texts
//! tools/call diff {"old": "2020.txt", …}  ───→    folders: texts/2020.txt, and no file elsewhere
//!                                                 answers: what `rature diff` says of the two
//!                                         ←───    pages:   at most 20,000 characters, and where to go on
//! ```
//!
//! People ask assistants what changed in a text; an assistant that calls this need not guess. It reads, and writes nothing. `server` alone
//! knows the crate that speaks the protocol, behind the feature `mcp`.

#[cfg(feature = "mcp")]
mod answers;
#[cfg(feature = "mcp")]
mod asked;
#[cfg(feature = "mcp")]
mod folders;
#[cfg(feature = "mcp")]
mod pages;
#[cfg(feature = "mcp")]
mod server;

use std::process::ExitCode;

use clap::Args;

use crate::Error;

pub(super) const EXAMPLES: &str = "Examples:
  rature mcp
  rature mcp --allow texts --allow drafts";

#[derive(Debug, Args)]
pub(super) struct McpArgs {
    /// A folder whose files may be read, with those of its folders; hidden ones are not [default: the working folder]. May be repeated.
    #[arg(long, value_name = "FOLDER")]
    #[cfg_attr(not(feature = "mcp"), allow(dead_code))]
    allow: Vec<std::path::PathBuf>,
}

/// Answers until standard input ends.
#[cfg(feature = "mcp")]
pub(super) fn mcp(args: &McpArgs) -> Result<ExitCode, Error> {
    server::serve(folders::Folders::of(&args.allow)?)?;
    Ok(ExitCode::SUCCESS)
}

/// Says how to get it.
#[cfg(not(feature = "mcp"))]
pub(super) fn mcp(_: &McpArgs) -> Result<ExitCode, Error> {
    let what =
        "is not in this build of rature: take a packed one or pip install rature, or build it with cargo install --features mcp";
    Err(Error::new(crate::ErrorKind::Usage, "mcp", what))
}
