//! `rature doctor`.

use std::process::ExitCode;

use clap::Args;

use super::args::{ReadingArgs, ShowingArgs};
use super::input::{bytes, shown_name, stem};
use super::output;
use super::settings::refuse_other_than_text;
use crate::Error;
use crate::read::diagnose;
use crate::render::{Columns, diagnosis_terminal};
use crate::report::phrases::Phrases;
use crate::structure::{Called, document_of};

pub(super) const DOCTOR_EXAMPLES: &str = "Examples:
  rature doctor ASP-20-Res2.pdf
  rature doctor draft.txt --layout paragraphs";

#[derive(Debug, Args)]
pub(super) struct DoctorArgs {
    /// The text; - is standard input.
    #[arg(value_parser = super::values::file_name)]
    file: String,
    #[command(flatten)]
    reading: ReadingArgs,
    #[command(flatten)]
    showing: ShowingArgs,
}

/// Runs the command.
pub(super) fn doctor(args: &DoctorArgs) -> Result<ExitCode, Error> {
    let target = args.showing.output.as_deref();
    let instead = "this is text: name it .txt, or use rature read -o document.json, which has what was read and every repair";
    refuse_other_than_text(target, instead)?;
    args.reading.refuse_inputs(target, [args.file.as_str()])?;
    let (name, options) = (shown_name(&args.file), args.reading.options()?);
    let bytes = bytes(&args.file, &name, args.reading.max_size)?;
    let diagnosis = diagnose(&name, &bytes, &options)?;
    let document = document_of(&bytes, &Called { name: &name, stem: &stem(&args.file) }, &options)?;
    let phrases = Phrases::of(args.showing.ui_lang.resolved().unwrap_or(document.language));
    output::write(&diagnosis_terminal(&document, &diagnosis, phrases, &args.showing.terminal(Columns::One)), target)?;
    args.showing.say_written(&[&document]);
    Ok(ExitCode::SUCCESS)
}
