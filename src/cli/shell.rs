//! What a shell and `man` know of the program: `rature completions`, `rature man`.
//!
//! Both are made from the arguments themselves, so that they cannot lag behind.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use clap::{Args, Command};
use clap_complete::Shell;

use super::output;
use crate::files::write_whole;
use crate::{Error, ErrorKind};

pub(super) const COMPLETIONS_EXAMPLES: &str = "Examples:
  rature completions bash > ~/.local/share/bash-completion/completions/rature
  rature completions zsh > ~/.zfunc/_rature
  rature completions fish > ~/.config/fish/completions/rature.fish
  rature completions powershell >> $PROFILE";

pub(super) const MAN_EXAMPLES: &str = "Examples:
  rature man ~/.local/share/man/man1
  man rature-diff";

#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    /// The shell.
    #[arg(value_enum)]
    shell: Shell,
}

#[derive(Debug, Args)]
pub(super) struct ManArgs {
    /// The folder to write them to; it is created if it does not exist.
    #[arg(value_parser = super::values::file_name)]
    folder: String,
}

/// `rature completions` of `program`.
pub(super) fn completions(args: &CompletionsArgs, mut program: Command) -> Result<ExitCode, Error> {
    let mut script = vec![];
    clap_complete::generate(args.shell, &mut program, "rature", &mut script);
    output::write_bytes(&script, None)?;
    Ok(ExitCode::SUCCESS)
}

/// `rature man`: a page for `program` and one for each command.
pub(super) fn man(args: &ManArgs, program: Command) -> Result<ExitCode, Error> {
    let folder = Path::new(&args.folder);
    fs::create_dir_all(folder)
        .map_err(|error| Error::io(ErrorKind::Unwritable, &args.folder, "the folder cannot be made: name another", error))?;
    let mut program = program.disable_help_subcommand(true);
    program.build();
    page(&program, "rature", folder)?;
    for command in program.get_subcommands() {
        page(command, &format!("rature-{}", command.get_name()), folder)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn page(command: &Command, name: &str, folder: &Path) -> Result<(), Error> {
    let file = folder.join(format!("{name}.1"));
    let shown = file.to_string_lossy();
    // The name of the page, "rature-diff"; what is typed, "rature diff", clap knows.
    let page = clap_mangen::Man::new(command.clone()).title(name.to_uppercase());
    let mut bytes = vec![];
    page.render(&mut bytes).map_err(|error| Error::io(ErrorKind::Unwritable, &*shown, "cannot be made", error))?;
    write_whole(&bytes, &file, &shown)
}
