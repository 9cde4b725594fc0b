//! What was typed.

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::{facts, project, years};

const READ_EXAMPLES: &str = "Examples:
  rature read ASP-20-Res2.txt
  rature read ASP-20-Res2.txt --repairs
  rature read --format json -o asp20.json ASP-20-Res2.txt";

const DIFF_EXAMPLES: &str = "Examples:
  rature diff 2020.txt 2021.txt
  rature diff 2020.txt 2021.txt -o redline.html
  rature diff 2020.txt 2021.txt --context all --ui-lang en
  rature diff 2020.txt 2021.txt --side-by-side --color always | less -R
  rature diff --exit-code=substantive --format json 2020.txt 2021.txt";

/// Redlines of formal resolutions: what changed between two years, paragraph by paragraph and word by word.
#[derive(Debug, Parser)]
#[command(version, after_help = "Example:\n  rature diff 2020.txt 2021.txt -o redline.html")]
pub(super) struct Typed {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Show the structure of a text: its paragraphs, numbers, sections and footnotes.
    #[command(after_help = READ_EXAMPLES)]
    Read(ReadArgs),
    /// Show what changed between two texts.
    #[command(after_help = DIFF_EXAMPLES)]
    Diff(DiffArgs),
    /// Show the counts, dates, sessions, symbols, citations and verbs of a text.
    #[command(after_help = facts::FACTS_EXAMPLES)]
    Facts(facts::FactsArgs),
    /// Show what the figures of a text were in other years.
    #[command(after_help = years::COUNTS_EXAMPLES)]
    Counts(years::CountsArgs),
    /// Ask about a text what a careful reader would, given its earlier years.
    #[command(after_help = years::LINT_EXAMPLES)]
    Lint(years::LintArgs),
    /// Write a rature.toml for the texts of a series.
    #[command(after_help = project::INIT_EXAMPLES)]
    Init(project::InitArgs),
    /// Make every output of rature.toml; write those that changed.
    #[command(after_help = project::BUILD_EXAMPLES)]
    Build(project::BuildArgs),
    /// Compare every output of rature.toml with what is on disk.
    #[command(after_help = project::CHECK_EXAMPLES)]
    Check(project::CheckArgs),
    /// Build again whenever a text or rature.toml changes.
    #[command(after_help = project::WATCH_EXAMPLES)]
    Watch(project::ProjectArgs),
}

#[derive(Debug, Args)]
pub(super) struct ReadArgs {
    /// The text; - is standard input.
    pub(super) file: String,
    /// How the structure is shown; by the ending of FILE of -o, else outline.
    #[arg(long, value_enum)]
    pub(super) format: Option<ReadFormat>,
    /// After the outline, list every repair made to the source: line, before, after, why. JSON always has them.
    #[arg(long)]
    pub(super) repairs: bool,
    /// What the text is called; by default its symbol, in short.
    #[arg(long, value_name = "TEXT")]
    pub(super) label: Option<String>,
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
    #[command(flatten)]
    pub(super) showing: ShowingArgs,
}

#[derive(Debug, Args)]
pub(super) struct DiffArgs {
    /// The earlier text; - is standard input.
    pub(super) old: String,
    /// The later text; - is standard input.
    pub(super) new: String,
    /// How the redline is shown; by the ending of FILE of -o, else terminal.
    #[arg(long, value_enum)]
    pub(super) format: Option<DiffFormat>,
    /// Exit with 1 when there are changes, or substantive ones; 0 when there are none.
    #[arg(long, value_enum, value_name = "WHICH", num_args = 0..=1, require_equals = true, default_missing_value = "any")]
    pub(super) exit_code: Option<ExitOn>,
    /// What the earlier text is called; by default its symbol, in short.
    #[arg(long, value_name = "TEXT")]
    pub(super) old_label: Option<String>,
    /// What the later text is called.
    #[arg(long, value_name = "TEXT")]
    pub(super) new_label: Option<String>,
    /// How many unchanged paragraphs are shown beside each change; the others are folded to one line.
    #[arg(long, value_name = "N|all", default_value = "1", value_parser = super::settings::context)]
    pub(super) context: crate::report::Context,
    /// What is shown of editorial changes (quotes, spaces, spellings of one symbol): both texts (show), both but for white
    /// space (light), or the new text alone (hide). They are counted in every case.
    #[arg(long, value_enum, value_name = "HOW", default_value = "light")]
    pub(super) editorial: EditorialArg,
    /// Old and new in two columns, where the terminal has 80 columns or more.
    #[arg(long)]
    pub(super) side_by_side: bool,
    /// Make labels of the terminal form lead to the page at ADDRESS, written before with -o: OSC 8 links.
    #[arg(long, value_name = "ADDRESS")]
    pub(super) hyperlinks: Option<String>,
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
    #[command(flatten)]
    pub(super) showing: ShowingArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Reading")]
pub(super) struct ReadingArgs {
    /// The language of the texts.
    #[arg(long, value_enum, default_value = "auto")]
    pub(super) lang: LanguageArg,
    /// How the lines of a text make paragraphs: broken at the margin (wrapped), one a line (lines), set apart by blank lines
    /// (paragraphs), or set apart by blank lines and each a unit as it stands (blocks).
    #[arg(long, value_enum, default_value = "auto")]
    pub(super) layout: LayoutArg,
    /// The largest file read: bytes, or with K, M or G.
    #[arg(long, value_name = "SIZE", default_value = "64M", value_parser = super::settings::size)]
    pub(super) max_size: u64,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Showing")]
pub(super) struct ShowingArgs {
    /// Write to FILE instead of standard output; whole or not at all.
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<String>,
    /// When to write colours. `NO_COLOR` in the environment stands for never.
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    pub(super) color: ColorArg,
    /// Colours of the terminal form: legible on white and black (both), better on one of them (light, dark), none (mono);
    /// auto asks the terminal's COLORFGBG.
    #[arg(long, value_enum, value_name = "THEME", default_value = "auto")]
    pub(super) theme: ThemeArg,
    /// Columns of the terminal form; by default those of the terminal, at most 100 (side by side 200), or 80 (160).
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(20..=1000))]
    pub(super) width: Option<u16>,
    /// The language of headings and remarks; by default that of the later text.
    #[arg(long, value_enum, value_name = "LANG", default_value = "auto")]
    pub(super) ui_lang: LanguageArg,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ReadFormat {
    /// For people, in the terminal.
    Outline,
    /// For programs: rature/document/1.
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DiffFormat {
    /// For people, in the terminal.
    Terminal,
    /// One page to open, print or send.
    Html,
    /// For programs: rature/redline/1.
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum EditorialArg {
    Show,
    Light,
    Hide,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ExitOn {
    /// Any difference: words, signs, numbers, places, footnotes.
    Any,
    /// Words, figures and brackets; not quotes, spaces, numbers or places.
    Substantive,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum LanguageArg {
    /// Found from the words.
    Auto,
    /// French.
    Fr,
    /// English.
    En,
    /// Spanish.
    Es,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum LayoutArg {
    Auto,
    Wrapped,
    Lines,
    Paragraphs,
    Blocks,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ThemeArg {
    Auto,
    Both,
    Light,
    Dark,
    Mono,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorArg {
    /// When writing to a terminal.
    Auto,
    Always,
    Never,
}
