//! `rature facts`.

use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::args::{ReadingArgs, ShowingArgs};
use super::input::document;
use super::output;
use super::settings::Endings;
use crate::Error;
use crate::findings::{FactKind, facts as facts_of};
use crate::render::{Columns, facts_json, facts_terminal};
use crate::report::phrases::Phrases;

pub(super) const FACTS_EXAMPLES: &str = "Examples:
  rature facts ASP-20-Res2.txt
  rature facts ASP-20-Res2.txt --kind count,date
  rature facts --format json -o asp20-facts.json ASP-20-Res2.txt";

#[derive(Debug, Args)]
pub(super) struct FactsArgs {
    /// The text; - is standard input.
    #[arg(value_parser = super::values::file_name)]
    file: String,
    /// Output format [default: by the extension of the -o file, else terminal].
    #[arg(long, value_enum)]
    format: Option<FactsFormat>,
    #[command(flatten)]
    kinds: KindArgs,
    #[command(flatten)]
    reading: ReadingArgs,
    #[command(flatten)]
    showing: ShowingArgs,
}

#[derive(Debug, Args)]
pub(super) struct KindArgs {
    /// Show only facts of these kinds: count, money, percent, date, period, ordinal, symbol, citation, verb.
    #[arg(long, value_name = "KIND,…", value_delimiter = ',', value_parser = kind)]
    kind: Vec<FactKind>,
}

impl KindArgs {
    /// Whether facts of `kind` are wanted.
    pub(super) fn wants(&self, kind: FactKind) -> bool {
        self.kind.is_empty() || self.kind.contains(&kind)
    }
}

fn kind(typed: &str) -> Result<FactKind, String> {
    let known = FactKind::ALL.into_iter().find(|kind| kind.code() == typed);
    known.ok_or_else(|| format!("one of {}", FactKind::ALL.map(FactKind::code).join(", ")))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FactsFormat {
    /// For people, in the terminal.
    Terminal,
    /// For programs: rature/facts/1.
    Json,
}

const ENDINGS: Endings<FactsFormat> = Endings {
    known: &[("txt", FactsFormat::Terminal), ("json", FactsFormat::Json)],
    what_to_do: "name it .json or .txt, or add --format terminal or json",
};

/// Runs the command.
pub(super) fn facts(args: &FactsArgs) -> Result<ExitCode, Error> {
    let target = args.showing.output.as_deref();
    let format = args.showing.format(args.format, FactsFormat::Terminal, &ENDINGS)?;
    args.reading.refuse_inputs(target, [args.file.as_str()])?;
    let document = document(&args.file, args.reading.max_size, &args.reading.options()?)?;
    let mut facts = facts_of(&document);
    facts.retain(|fact| args.kinds.wants(fact.kind));
    let text = match format {
        FactsFormat::Json => facts_json(&facts, document.language),
        FactsFormat::Terminal => {
            let phrases = Phrases::of(args.showing.ui_lang.resolved().unwrap_or(document.language));
            facts_terminal(&document, &facts, phrases, &args.showing.terminal(Columns::One))
        }
    };
    output::write(&text, target)?;
    args.showing.say_written(&[&document]);
    Ok(ExitCode::SUCCESS)
}
