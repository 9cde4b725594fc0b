//! `rature brackets`: how much of each text is not agreed.

use std::process::ExitCode;

use clap::Args;

use super::args::{ReadingArgs, ShowingArgs};
use super::output;
use super::years::{SheetFormat, documents, language, sheet_format, written};
use crate::Error;
use crate::overlay::bracket_counts;
use crate::report::brackets_sheet;
use crate::report::phrases::Phrases;

pub(super) const BRACKETS_EXAMPLES: &str = "Examples:
  rature brackets draft.docx
  rature brackets rev1.docx rev2.docx rev3.docx -o brackets.csv";

#[derive(Debug, Args)]
pub(super) struct BracketsArgs {
    /// The texts, one row for each; - is standard input.
    #[arg(required = true, value_parser = super::values::file_name)]
    files: Vec<String>,
    /// Output format [default: by the extension of the -o file, else terminal].
    #[arg(long, value_enum)]
    format: Option<SheetFormat>,
    #[command(flatten)]
    reading: ReadingArgs,
    #[command(flatten)]
    showing: ShowingArgs,
}

/// `rature brackets`.
pub(super) fn brackets(args: &BracketsArgs) -> Result<ExitCode, Error> {
    let format = sheet_format(args.format, &args.showing)?;
    if format == SheetFormat::Json {
        let what = "is no form of rature brackets: choose terminal, html, csv or markdown";
        return Err(Error::new(crate::ErrorKind::Usage, "json", what));
    }
    let files: Vec<&str> = args.files.iter().map(String::as_str).collect();
    let documents = documents(&files, None, &args.reading, &args.showing)?;
    let language = language(&args.showing, &documents);
    let counts: Vec<_> = documents.iter().map(bracket_counts).collect();
    let table = brackets_sheet(&documents, &counts, Phrases::of(language), language);
    output::write(&written(&table, format, &args.showing), args.showing.output.as_deref())?;
    args.showing.say_written(&documents.iter().collect::<Vec<_>>());
    Ok(ExitCode::SUCCESS)
}
