//! `rature counts` and `rature lint`: the facts of several years.

use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::args::{ReadingArgs, ShowingArgs};
use super::facts::KindArgs;
use super::input::{STANDARD_INPUT, bytes, document, stem};
use super::output;
use super::pins::PinArgs;
use super::settings::Endings;
use crate::findings::{Finding, History, LintOptions, Rule, counts as counts_of, lint as lint_of};
use crate::language::Language;
use crate::project::Lines;
use crate::read::read;
use crate::render::{Columns, counts_json, lint_json, lint_sarif, sheet_csv, sheet_html, sheet_markdown, sheet_terminal};
use crate::report::phrases::Phrases;
use crate::report::{Sheet, counts_sheet, findings_sheet};
use crate::structure::Document;
use crate::{Error, ErrorKind};

pub(super) const COUNTS_EXAMPLES: &str = "Examples:
  rature counts 2019.txt 2020.txt 2021.txt
  rature counts 2019.txt 2020.txt 2021.txt --changed --kind count,date
  rature counts 2019.txt 2020.txt 2021.txt -o figures.csv";

pub(super) const LINT_EXAMPLES: &str = "Examples:
  rature lint 2022.txt --since 2020.txt 2021.txt
  rature lint 2022.txt --since 2021.txt --off bracketed,doubled
  rature lint 2022.txt --since 2020.txt 2021.txt --exit-code --format json
  rature lint 2022.txt --since 2021.txt -o lint.sarif";

#[derive(Debug, Args)]
pub(super) struct CountsArgs {
    /// The texts, the earliest first; - is standard input.
    #[arg(required = true, value_parser = super::values::file_name)]
    files: Vec<String>,
    /// Show only facts that changed, came or went.
    #[arg(long)]
    changed: bool,
    #[command(flatten)]
    kinds: KindArgs,
    #[command(flatten)]
    pins: PinArgs,
    /// Output format [default: by the extension of the -o file, else terminal].
    #[arg(long, value_enum)]
    format: Option<SheetFormat>,
    #[command(flatten)]
    reading: ReadingArgs,
    #[command(flatten)]
    showing: ShowingArgs,
}

#[derive(Debug, Args)]
pub(super) struct LintArgs {
    /// The text; - is standard input.
    #[arg(value_parser = super::values::file_name)]
    new: String,
    /// The texts of earlier years, the earliest first.
    #[arg(long, value_name = "OLD", num_args = 1.., value_parser = super::values::file_name)]
    since: Vec<String>,
    /// Rules to switch off.
    #[arg(long, value_name = "RULE,…", value_delimiter = ',', value_parser = rule, help = off_help())]
    off: Vec<Rule>,
    /// Rules to switch on, of those that are off by default: stopped, unlike-paragraph, spelling.
    #[arg(long, value_name = "RULE,…", value_delimiter = ',', value_parser = rule)]
    on: Vec<Rule>,
    /// Exit with 1 if there is any question.
    #[arg(long)]
    exit_code: bool,
    #[command(flatten)]
    pins: PinArgs,
    /// Output format [default: by the extension of the -o file, else terminal].
    #[arg(long, value_enum)]
    format: Option<LintFormat>,
    #[command(flatten)]
    reading: ReadingArgs,
    #[command(flatten)]
    showing: ShowingArgs,
}

/// The forms of a table, and that of code scanning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum LintFormat {
    /// For people, in the terminal.
    Terminal,
    /// One page to open, print or send.
    Html,
    /// For programs: rature/lint/1.
    Json,
    /// For code scanning and editors: SARIF 2.1.0, with the line of each question.
    Sarif,
    /// For spreadsheets.
    Csv,
    /// For notes and issues.
    Markdown,
}

const LINT_ENDINGS: Endings<LintFormat> = Endings {
    known: &[
        ("txt", LintFormat::Terminal),
        ("html", LintFormat::Html),
        ("htm", LintFormat::Html),
        ("json", LintFormat::Json),
        ("sarif", LintFormat::Sarif),
        ("csv", LintFormat::Csv),
        ("md", LintFormat::Markdown),
    ],
    what_to_do: "name it .txt, .html, .json, .sarif, .csv or .md, or add --format terminal, html, json, sarif, csv or markdown",
};

fn off_help() -> String {
    format!("Rules to switch off: {}", Rule::LINT.map(Rule::code).join(", "))
}

fn rule(typed: &str) -> Result<Rule, String> {
    let known = Rule::LINT.into_iter().find(|rule| rule.code() == typed);
    known.ok_or_else(|| format!("one of {}", Rule::LINT.map(Rule::code).join(", ")))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SheetFormat {
    /// For people, in the terminal.
    Terminal,
    /// One page to open, print or send.
    Html,
    /// For programs: rature/counts/1, rature/lint/1.
    Json,
    /// For spreadsheets.
    Csv,
    /// For notes and issues.
    Markdown,
}

const ENDINGS: Endings<SheetFormat> = Endings {
    known: &[
        ("txt", SheetFormat::Terminal),
        ("html", SheetFormat::Html),
        ("htm", SheetFormat::Html),
        ("json", SheetFormat::Json),
        ("csv", SheetFormat::Csv),
        ("md", SheetFormat::Markdown),
    ],
    what_to_do: "name it .txt, .html, .json, .csv or .md, or add --format terminal, html, json, csv or markdown",
};

/// The format of a command that makes a table.
pub(super) fn sheet_format(typed: Option<SheetFormat>, showing: &ShowingArgs) -> Result<SheetFormat, Error> {
    showing.format(typed, SheetFormat::Terminal, &ENDINGS)
}

/// `rature counts`.
pub(super) fn counts(args: &CountsArgs) -> Result<ExitCode, Error> {
    let files: Vec<&str> = args.files.iter().map(String::as_str).collect();
    if let [only] = files.as_slice() {
        return Err(Error::new(ErrorKind::Usage, *only, "a table of years needs two texts: name another, or ask rature facts"));
    }
    let format = sheet_format(args.format, &args.showing)?;
    let documents = documents(&files, Some(&args.pins), &args.reading, &args.showing)?;
    let options = args.pins.options(&documents.iter().collect::<Vec<_>>())?;
    let mut counts = counts_of(&History::with(&documents, &options));
    counts.rows.retain(|row| args.kinds.wants(row.kind) && (row.changed || !args.changed));
    let language = language(&args.showing, &documents);
    let table = || counts_sheet(&counts, &documents, Phrases::of(language), language);
    let text = if format == SheetFormat::Json { counts_json(&counts) } else { written(&table(), format, &args.showing) };
    output::write(&text, args.showing.output.as_deref())?;
    args.showing.say_written(&documents.iter().collect::<Vec<_>>());
    Ok(ExitCode::SUCCESS)
}

/// `rature lint`.
pub(super) fn lint(args: &LintArgs) -> Result<ExitCode, Error> {
    let mut files: Vec<&str> = args.since.iter().map(String::as_str).collect();
    files.push(&args.new);
    let format = args.showing.format(args.format, LintFormat::Terminal, &LINT_ENDINGS)?;
    if format == LintFormat::Sarif && args.new == STANDARD_INPUT {
        return Err(Error::new(ErrorKind::Usage, "-", "SARIF names the file of each finding: name one, or take another format"));
    }
    let documents = documents(&files, Some(&args.pins), &args.reading, &args.showing)?;
    let pinned = args.pins.options(&documents.iter().collect::<Vec<_>>())?;
    let mut options = LintOptions::default();
    options.rules.extend(&args.on);
    options.rules.retain(|rule| !args.off.contains(rule));
    let findings = lint_of(&History::with(&documents, &pinned), &options);
    let language = language(&args.showing, &documents);
    let last = &documents[documents.len() - 1];
    let table = |format| written(&findings_sheet(&findings, last, Phrases::of(language), language), format, &args.showing);
    let text = match format {
        LintFormat::Json => lint_json(&documents, &findings),
        LintFormat::Sarif => lint_sarif(last, &findings, &args.new, &lines(args, last, &findings)?),
        LintFormat::Terminal => table(SheetFormat::Terminal),
        LintFormat::Html => table(SheetFormat::Html),
        LintFormat::Csv => table(SheetFormat::Csv),
        LintFormat::Markdown => table(SheetFormat::Markdown),
    };
    output::write(&text, args.showing.output.as_deref())?;
    args.showing.say_written(&documents.iter().collect::<Vec<_>>());
    Ok(ExitCode::from(u8::from(args.exit_code && !findings.is_empty())))
}

/// The line of each finding, where the file has lines.
fn lines(args: &LintArgs, document: &Document, findings: &[Finding]) -> Result<Vec<Option<usize>>, Error> {
    let read_again = bytes(&args.new, &args.new, args.reading.max_size)?;
    let lines = Lines::of(&read_again, &read(&args.new, &read_again, &args.reading.options()?)?);
    let line = |finding: &Finding| lines.as_ref()?.of_character(&document.units[finding.unit], finding.start);
    Ok(findings.iter().map(line).collect())
}

/// The texts called `files`, each with a label of its own.
pub(super) fn documents(
    files: &[&str],
    pins: Option<&PinArgs>,
    reading: &ReadingArgs,
    showing: &ShowingArgs,
) -> Result<Vec<Document>, Error> {
    if files.iter().filter(|file| **file == STANDARD_INPUT).count() > 1 {
        return Err(Error::new(ErrorKind::Usage, "-", "several texts cannot be standard input: name files for the others"));
    }
    reading.refuse_inputs(showing.output.as_deref(), files.iter().copied().chain(pins.and_then(PinArgs::file)))?;
    let options = reading.options()?;
    let mut documents = files.iter().map(|file| document(file, reading.max_size, &options)).collect::<Result<Vec<_>, _>>()?;
    for at in 0..documents.len() {
        let label = documents[at].label.clone();
        if documents.iter().filter(|document| document.label == label).count() > 1 {
            // Files of one name in several folders are told apart by their place.
            let is_alone = files.iter().filter(|file| stem(file) == stem(files[at])).count() == 1;
            documents[at].label =
                if is_alone { format!("{label} ({})", stem(files[at])) } else { format!("{label} ({})", at + 1) };
        }
    }
    Ok(documents)
}

/// The language of the interface.
pub(super) fn language(showing: &ShowingArgs, documents: &[Document]) -> Language {
    showing.ui_lang.resolved().or(documents.last().map(|document| document.language)).unwrap_or(Language::En)
}

/// A table in one of its forms for people and spreadsheets.
pub(super) fn written(table: &Sheet, format: SheetFormat, showing: &ShowingArgs) -> String {
    match format {
        SheetFormat::Terminal | SheetFormat::Json => sheet_terminal(table, &showing.terminal(Columns::One)),
        SheetFormat::Html => showing.paper.on(sheet_html(table)),
        SheetFormat::Csv => sheet_csv(table),
        SheetFormat::Markdown => sheet_markdown(table),
    }
}
