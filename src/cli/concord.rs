//! `rature concord`: language versions of one resolution.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::args::{ReadingArgs, ShowingArgs};
use super::input::{STANDARD_INPUT, document};
use super::output;
use super::settings::Endings;
use crate::concord::{ConcordOptions, Concordance, DiscordanceRule, concord as concord_of, redo as redo_of};
use crate::findings::Severity;
use crate::language::Language;
use crate::render::{
    Columns, concord_html, concord_json, redo_json, sheet_csv, sheet_markdown, sheet_terminal, table_docx, table_html, visible,
};
use crate::report::{ConcordReport, RedoTexts, concord_report, name_versions, redo_sheet, redo_table};
use crate::structure::Document;
use crate::{Error, ErrorKind};

pub(super) const CONCORD_EXAMPLES: &str = "Examples:
  rature concord 2021-en.docx 2021-fr.docx
  rature concord 2021-en.docx 2021-fr.docx 2021-es.docx -o versions.html
  rature concord 2021-en.txt 2021-fr.txt --since 2020-en.txt 2020-fr.txt
  rature concord 2021-en.txt --redo --since 2020-en.txt 2020-fr.txt -o to-translate.docx
  rature concord 2021-en.txt 2021-fr.txt --on verb-step --off one-sided --fail-on error";

#[derive(Debug, Args)]
pub(super) struct ConcordArgs {
    /// Two to six language versions of one resolution; - is standard input. The text alone with --redo.
    #[arg(required = true, num_args = 1..=6, value_parser = super::values::file_name)]
    files: Vec<String>,
    /// The same resolution of an earlier year, in the same languages and order: evidence on which side is wrong. May be given for several years.
    #[arg(long, value_name = "OLD", num_args = 2.., value_parser = super::values::file_name)]
    since: Vec<String>,
    /// List what a translator has to do again, from the text now and, in --since, the text and its translation as they were.
    #[arg(long, requires = "since")]
    redo: bool,
    /// Tell also what changed since the year before in a translation and not in the first version.
    #[arg(hide_short_help = true, long, requires = "since")]
    retranslated: bool,
    /// Rules to switch off.
    #[arg(hide_short_help = true, long, value_name = "RULE,…", value_delimiter = ',', value_parser = rule, help = off_help())]
    off: Vec<DiscordanceRule>,
    /// Rules to switch on, of those that are off by default: retranslated, note-mark, verb-step.
    #[arg(hide_short_help = true, long, value_name = "RULE,…", value_delimiter = ',', value_parser = rule)]
    on: Vec<DiscordanceRule>,
    /// Exit with 1 if anything of this severity, or above it, disagrees.
    #[arg(hide_short_help = true, long, value_enum, value_name = "SEVERITY")]
    fail_on: Option<FailOn>,
    /// Output format [default: by the extension of the -o file, else terminal].
    #[arg(long, value_enum)]
    format: Option<ConcordFormat>,
    #[command(flatten)]
    reading: ReadingArgs,
    #[command(flatten)]
    showing: ShowingArgs,
}

fn off_help() -> String {
    format!("Rules to switch off: {}", DiscordanceRule::ALL.map(DiscordanceRule::code).join(", "))
}

fn rule(typed: &str) -> Result<DiscordanceRule, String> {
    let known = DiscordanceRule::ALL.into_iter().find(|rule| rule.code() == typed);
    known.ok_or_else(|| format!("one of {}", DiscordanceRule::ALL.map(DiscordanceRule::code).join(", ")))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    Note,
    Warning,
    Error,
}

impl FailOn {
    fn severity(self) -> Severity {
        match self {
            Self::Note => Severity::Note,
            Self::Warning => Severity::Warning,
            Self::Error => Severity::Error,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ConcordFormat {
    /// For people, in the terminal.
    Terminal,
    /// One page with the versions side by side, to open, print or send.
    Html,
    /// For programs: rature/concord/1.
    Json,
    /// For spreadsheets.
    Csv,
    /// For notes and issues.
    Markdown,
    /// With --redo, a Word document to translate in.
    Docx,
}

const ENDINGS: Endings<ConcordFormat> = Endings {
    known: &[
        ("txt", ConcordFormat::Terminal),
        ("html", ConcordFormat::Html),
        ("htm", ConcordFormat::Html),
        ("json", ConcordFormat::Json),
        ("csv", ConcordFormat::Csv),
        ("md", ConcordFormat::Markdown),
        ("docx", ConcordFormat::Docx),
    ],
    what_to_do: "name it .txt, .html, .json, .csv, .md or .docx, or add --format",
};

/// Runs the command.
pub(super) fn concord(args: &ConcordArgs) -> Result<ExitCode, Error> {
    let target = args.showing.output.as_deref();
    let format = args.showing.format(args.format, ConcordFormat::Terminal, &ENDINGS)?;
    if args.redo {
        return redone(args, format);
    }
    let count = args.files.len();
    if count < 2 {
        return Err(Error::new(ErrorKind::Usage, &args.files[0], "is the only version: name another, or add --redo"));
    }
    if format == ConcordFormat::Docx {
        return Err(Error::new(ErrorKind::Usage, "docx", "is a form of --redo alone: name a page, .html"));
    }
    if !args.since.len().is_multiple_of(count) {
        let what = format!("names {} texts: name as many of each year as there are versions, {count}", args.since.len());
        return Err(Error::new(ErrorKind::Usage, "--since", what));
    }
    let all = || args.files.iter().chain(&args.since).map(String::as_str);
    if all().filter(|file| *file == STANDARD_INPUT).count() > 1 {
        return Err(Error::new(ErrorKind::Usage, "-", "several texts cannot be standard input: name files for the others"));
    }
    args.reading.refuse_inputs(target, all())?;
    let versions = documents(&args.files, args)?;
    let earlier = args.since.chunks(count).map(|year| documents(year, args)).collect::<Result<Vec<_>, _>>()?;
    let concordance = concord_of(&versions, &earlier, &options(args));
    let report = concord_report(&concordance, &versions, language(args, &versions));
    // What makes all doubtful is said aloud, whatever is written.
    for warning in &report.warnings {
        // With standard error gone there is nobody left to tell.
        let _ = writeln!(io::stderr(), "rature: {}", visible(warning));
    }
    output::write(&written(&report, (&concordance, &versions), format, args), target)?;
    args.showing.say(&report.summary, &[]);
    let fails = |from: FailOn| concordance.discordances.iter().any(|one| one.severity >= from.severity());
    Ok(ExitCode::from(u8::from(args.fail_on.is_some_and(fails))))
}

/// What a translator has to do again.
fn redone(args: &ConcordArgs, format: ConcordFormat) -> Result<ExitCode, Error> {
    let target = args.showing.output.as_deref();
    let ([now], [before, translation]) = (&args.files[..1], args.since.as_slice()) else {
        let what = "needs the text now, and after --since the text and its translation as they were";
        return Err(Error::new(ErrorKind::Usage, "--redo", what));
    };
    args.reading.refuse_inputs(target, [now, before, translation].map(String::as_str))?;
    let options = args.reading.options()?;
    let read = |file: &String| document(file, args.reading.max_size, &options);
    let [now, before, translation] = [read(now)?, read(before)?, read(translation)?];
    let texts = RedoTexts { now: &now, before: &before, translation: &translation };
    let list = redo_of(&now, &before, &translation);
    let language = args.showing.ui_lang.resolved().unwrap_or(translation.language);
    let sheet = || redo_sheet(&list, texts, language);
    let text = match format {
        ConcordFormat::Docx => {
            output::refuse_terminal(target)?;
            output::write_bytes(&table_docx(&redo_table(&list, texts, language))?, target)?;
            args.showing.say_written(&[&now, &translation]);
            return Ok(ExitCode::SUCCESS);
        }
        ConcordFormat::Terminal => sheet_terminal(&sheet(), &args.showing.terminal(Columns::One)),
        ConcordFormat::Html => args.showing.paper.on(table_html(&redo_table(&list, texts, language))),
        ConcordFormat::Json => redo_json(&list, texts),
        ConcordFormat::Csv => sheet_csv(&sheet()),
        ConcordFormat::Markdown => sheet_markdown(&sheet()),
    };
    output::write(&text, target)?;
    args.showing.say_written(&[&now, &translation]);
    Ok(ExitCode::SUCCESS)
}

fn options(args: &ConcordArgs) -> ConcordOptions {
    let mut options = ConcordOptions::default();
    options.rules.extend(&args.on);
    if args.retranslated {
        options.rules.push(DiscordanceRule::Retranslated);
    }
    options.rules.retain(|rule| !args.off.contains(rule));
    options
}

/// The texts called `files`, each called by its language beside its label.
fn documents(files: &[String], args: &ConcordArgs) -> Result<Vec<Document>, Error> {
    let options = args.reading.options()?;
    let read = |file: &String| document(file, args.reading.max_size, &options);
    let mut documents = files.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    name_versions(&mut documents, &files.iter().map(String::as_str).collect::<Vec<_>>());
    Ok(documents)
}

/// The language of the interface: that of the last version, which is mostly the translation.
fn language(args: &ConcordArgs, versions: &[Document]) -> Language {
    args.showing.ui_lang.resolved().or(versions.last().map(|version| version.language)).unwrap_or(Language::En)
}

fn written(
    report: &ConcordReport,
    (concordance, versions): (&Concordance, &[Document]),
    format: ConcordFormat,
    args: &ConcordArgs,
) -> String {
    match format {
        ConcordFormat::Terminal => {
            sheet_terminal(&report.sheet, &args.showing.terminal(Columns::One)) + "\n" + &report.summary + "\n"
        }
        ConcordFormat::Html | ConcordFormat::Docx => args.showing.paper.on(concord_html(report)),
        ConcordFormat::Json => concord_json(concordance, versions),
        ConcordFormat::Csv => sheet_csv(&report.sheet),
        ConcordFormat::Markdown => sheet_markdown(&report.sheet),
    }
}
