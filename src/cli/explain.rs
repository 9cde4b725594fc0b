//! `rature explain`: why one paragraph is what the redline says.

use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::args::{ReadingArgs, ShowingArgs};
use super::input::{PairOfTexts, pair};
use super::output;
use super::pins::PinArgs;
use super::settings::Endings;
use crate::align::Side;
use crate::render::{Columns, explanation_json, explanation_terminal};
use crate::report::{explained, unit_named};
use crate::series::Years;
use crate::structure::Document;
use crate::{Error, ErrorKind};

pub(super) const EXAMPLES: &str = "Examples:
  rature explain 2020.txt 2021.txt OP12
  rature explain 2020.txt 2021.txt 'par. 12' --ui-lang fr
  rature explain 2020.txt 2021.txt old:OP9
  rature explain 2020.txt 2021.txt OP12 --pin OP11=OP12
  rature explain 2020.txt 2021.txt OP12 --format json";

const ENDINGS: Endings<ExplainFormat> = Endings {
    known: &[("json", ExplainFormat::Json), ("txt", ExplainFormat::Terminal)],
    what_to_do: "name it .json or .txt, or add --format terminal or json",
};

/// Before the name of a paragraph of the earlier text.
const OLD: &str = "old:";

#[derive(Debug, Args)]
pub(super) struct ExplainArgs {
    /// The earlier text; - is standard input.
    #[arg(value_parser = super::values::file_name)]
    old_text: String,
    /// The later text; - is standard input.
    #[arg(value_parser = super::values::file_name)]
    new_text: String,
    /// The paragraph of the later text: OP12, PP3, 'par. 12', or 12 for OP12; with old: in front, of the earlier text. `rature read`
    /// lists the ids.
    paragraph: String,
    /// The paragraph is in the earlier text.
    #[arg(long)]
    old: bool,
    /// Output format [default: by the extension of the -o file, else terminal].
    #[arg(long, value_enum)]
    format: Option<ExplainFormat>,
    /// Name of the earlier text in the output [default: its symbol, shortened].
    #[arg(long, value_name = "TEXT")]
    old_label: Option<String>,
    /// Name of the later text in the output [default: its symbol, shortened].
    #[arg(long, value_name = "TEXT")]
    new_label: Option<String>,
    #[command(flatten)]
    pins: PinArgs,
    #[command(flatten)]
    reading: ReadingArgs,
    #[command(flatten)]
    showing: ShowingArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ExplainFormat {
    /// For people, in the terminal.
    Terminal,
    /// For programs: rature/explanation/1.
    Json,
}

/// `rature explain`.
pub(super) fn explain(args: &ExplainArgs) -> Result<ExitCode, Error> {
    let target = args.showing.output.as_deref();
    let format = args.showing.format(args.format, ExplainFormat::Terminal, &ENDINGS)?;
    args.reading.refuse_inputs(target, [args.old_text.as_str(), &args.new_text].into_iter().chain(args.pins.file()))?;
    let [old, new] = pair(&PairOfTexts {
        sides: [(&args.old_text, args.reading.options()?), (&args.new_text, args.reading.options()?)],
        labels: [args.old_label.as_deref(), args.new_label.as_deref()],
        ui_lang: args.showing.ui_lang.resolved(),
        max_size: args.reading.max_size,
    })?;
    let options = args.pins.options(&[&old, &new])?;
    let found = find([&old, &new], &args.paragraph, args.old)?;
    let explanation = Years::of(vec![&old, &new], &options).explained(0, found);
    let explained = explained([&old, &new], explanation, args.showing.ui_lang.resolved());
    let text = match format {
        ExplainFormat::Json => explanation_json(&explained),
        ExplainFormat::Terminal => explanation_terminal(&explained, &args.showing.terminal(Columns::One)),
    };
    output::write(&text, target)?;
    args.showing.say_written(&[&old, &new]);
    Ok(ExitCode::SUCCESS)
}

/// The unit that was typed; one that is not there is answered with those that are near.
fn find([old, new]: [&Document; 2], typed: &str, is_old: bool) -> Result<(Side, usize), Error> {
    let (name, is_old) = typed.trim().strip_prefix(OLD).map_or((typed, is_old), |name| (name, true));
    let (side, document, other) = if is_old { (Side::Old, old, new) } else { (Side::New, new, old) };
    let near = match unit_named(document, name) {
        Ok(unit) => return Ok((side, unit.index)),
        Err(near) => near,
    };
    let there = unit_named(other, name).is_ok().then(|| {
        let instead = if is_old { format!("without {OLD}") } else { format!("{OLD}{name}") };
        format!(", but {} has it: write {instead}", other.label)
    });
    let near = (!near.is_empty()).then(|| format!("; near are {}", near.join(", ")));
    let (there, near) = (there.unwrap_or_default(), near.unwrap_or_default());
    let message = format!("names no paragraph of {}{there}{near}; rature read shows all ids", document.label);
    Err(Error::new(ErrorKind::Usage, name, message))
}
