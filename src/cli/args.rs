//! Arguments of the commands that read, compare and set side by side, and those that several commands share.

use clap::{Args, ValueEnum};

use super::paper::PaperArg;
use super::pins;
use crate::read::Limits;

pub(super) const READ_EXAMPLES: &str = "Examples:
  rature read ASP-20-Res2.txt
  rature read ASP-20-Res2.txt --repairs
  rature read ASP-20-Res2.docx --format text
  rature read --format json -o asp20.json ASP-20-Res2.txt";

pub(super) const DIFF_EXAMPLES: &str = "Examples:
  rature diff 2020.txt 2021.txt
  rature diff 2020.txt 2021.txt -o redline.html
  rature diff 2020.txt 2021.txt --digest
  rature diff 2020.txt 2021.txt --since 2018.txt 2019.txt -o redline.html
  rature diff 2020.html 2021.txt -o changes.csv --bom
  rature diff 2020.docx 2021.docx -o redline.docx --author Secretariat
  rature diff 2020.txt 2021.txt --context all --ui-lang en
  rature diff 2020.txt 2021.txt --side-by-side --color always | less -R
  rature diff 2020.txt 2021.txt --pin OP12=OP14 --unpin OP3
  rature diff --exit-code=substantive --format json 2020.txt 2021.txt
  rature diff draft.docx --revisions as-documents";

pub(super) const TABLE_EXAMPLES: &str = "Examples:
  rature table 2020.txt 2021.txt -o table.html
  rature table zero.docx eu.docx kenya.docx --against first -o table.docx
  rature table 2019.html 2020.html 2021.html --label ASP/18 --label ASP/19 --label ASP/20 -o three-years.html";

#[derive(Debug, Args)]
pub(super) struct ReadArgs {
    /// The text; - is standard input.
    #[arg(value_parser = super::values::file_name)]
    pub(super) file: String,
    /// Output format [default: by the extension of the -o file, else outline].
    #[arg(long, value_enum)]
    pub(super) format: Option<ReadFormat>,
    /// After the outline, list every repair made to the source: line, before, after, why. JSON always has them.
    #[arg(long)]
    pub(super) repairs: bool,
    /// Name of the text in the output [default: its symbol, shortened].
    #[arg(hide_short_help = true, long, value_name = "TEXT")]
    pub(super) label: Option<String>,
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
    #[command(flatten)]
    pub(super) showing: ShowingArgs,
}

#[derive(Debug, Args)]
pub(super) struct DiffArgs {
    /// The earlier text; - is standard input.
    #[arg(value_parser = super::values::file_name)]
    pub(super) old: String,
    /// The later text; - is standard input. Leave it out with --revisions as-documents.
    #[arg(value_parser = super::values::file_name)]
    pub(super) new: Option<String>,
    /// Output format [default: by the extension of the -o file, else terminal].
    #[arg(long, value_enum)]
    pub(super) format: Option<DiffFormat>,
    /// Exit with 1 if anything changed, or anything substantive, and with 0 if nothing did.
    #[arg(hide_short_help = true, long, value_enum, value_name = "WHICH", num_args = 0..=1, require_equals = true, default_missing_value = "any")]
    pub(super) exit_code: Option<ExitOn>,
    /// Name of the earlier text in the output [default: its symbol, shortened].
    #[arg(hide_short_help = true, long, value_name = "TEXT")]
    pub(super) old_label: Option<String>,
    /// Name of the later text in the output [default: its symbol, shortened].
    #[arg(hide_short_help = true, long, value_name = "TEXT")]
    pub(super) new_label: Option<String>,
    /// On the page, show since when each phrase of the later text stands: the texts before the two, the earliest first.
    #[arg(long, value_name = "EARLIER", num_args = 1.., value_parser = super::values::file_name)]
    pub(super) since: Vec<String>,
    /// Open the page in the browser: that of -o, else a temporary one.
    #[arg(long)]
    pub(super) open: bool,
    /// Take the text that was adopted first as the earlier one. For files that were dropped on the program, which have no order.
    #[arg(long, hide = true)]
    pub(super) by_date: bool,
    /// Number of unchanged paragraphs shown around each change; the others are folded into one line.
    #[arg(long, value_name = "N|all", default_value = "1", value_parser = super::values::context)]
    pub(super) context: crate::report::Context,
    /// How editorial changes (quotation marks, spaces, two spellings of one symbol) are shown: both texts (show), both except for
    /// white space (light), or only the new text (hide). They are always counted.
    #[arg(hide_short_help = true, long, value_enum, value_name = "HOW", default_value = "light")]
    pub(super) editorial: EditorialArg,
    /// How finely changes are marked: as few words as possible (fine), as a drafter marks them (drafter), or whole phrases (coarse).
    #[arg(hide_short_help = true, long, value_enum, value_name = "HOW", default_value = "drafter")]
    pub(super) detail: DetailArg,
    /// Show old and new in two columns, if the terminal has at least 80.
    #[arg(hide_short_help = true, long)]
    pub(super) side_by_side: bool,
    #[command(flatten)]
    pub(super) form: FormArgs,
    /// Link the labels in the terminal to the page at ADDRESS, which an earlier run wrote with -o (OSC 8 links).
    #[arg(hide_short_help = true, long, value_name = "ADDRESS")]
    pub(super) hyperlinks: Option<String>,
    #[command(flatten)]
    pub(super) pins: pins::PinArgs,
    #[command(flatten)]
    pub(super) word: WordArgs,
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
    #[command(flatten)]
    pub(super) showing: ShowingArgs,
}

/// What of some formats is made otherwise.
#[derive(Debug, Args)]
pub(super) struct FormArgs {
    /// Show only what matters, ranked: in the terminal, or as Markdown to paste into a mail. Pages, JSON and Word comments always have it.
    #[arg(long)]
    pub(super) digest: bool,
    /// In Markdown, mark changes with CriticMarkup ({++ ++} and {-- --}) instead of HTML tags.
    #[arg(hide_short_help = true, long)]
    pub(super) critic: bool,
    /// Begin CSV with a byte order mark, so that Excel reads it as UTF-8.
    #[arg(hide_short_help = true, long)]
    pub(super) bom: bool,
}

#[derive(Debug, Args)]
pub(super) struct TableArgs {
    /// The texts, the earliest first.
    #[arg(required = true, value_parser = super::values::file_name)]
    pub(super) files: Vec<String>,
    /// Output format [default: by the extension of the -o file, else html].
    #[arg(long, value_enum)]
    pub(super) format: Option<TableFormat>,
    /// Name of a text in the output, given once for each text in order [default: its symbol, shortened].
    #[arg(hide_short_help = true, long = "label", value_name = "TEXT")]
    pub(super) labels: Vec<String>,
    /// Write to FILE instead of standard output; the file is written whole or not at all.
    #[arg(short, long, value_name = "FILE", value_parser = super::values::file_name)]
    pub(super) output: Option<String>,
    /// Language of headings and remarks [default: that of the last text].
    ///
    /// Russian, Arabic and Chinese have not yet been read by a native reader.
    #[arg(long, value_enum, value_name = "LANG", default_value = "auto")]
    pub(super) ui_lang: LanguageArg,
    /// Paper that a web page is printed on.
    #[arg(hide_short_help = true, long, value_enum, value_name = "PAPER", default_value = "a4")]
    pub(super) paper: PaperArg,
    /// How finely changes are marked: as few words as possible (fine), as a drafter marks them (drafter), or whole phrases (coarse).
    #[arg(hide_short_help = true, long, value_enum, value_name = "HOW", default_value = "drafter")]
    pub(super) detail: DetailArg,
    /// What each text is compared with: the one before it, as years are (previous), or the first of all, as copies of one draft are (first).
    #[arg(long, value_enum, value_name = "WHICH", default_value = "previous")]
    pub(super) against: AgainstArg,
    /// Say nothing of a file that was written.
    #[arg(short, long)]
    pub(super) quiet: bool,
    #[command(flatten)]
    pub(super) pins: pins::PinArgs,
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Word document")]
pub(super) struct WordArgs {
    /// Author of the tracked changes.
    #[arg(hide_short_help = true, long, value_name = "NAME", default_value = "rature")]
    pub(super) author: String,
    /// Date of the tracked changes: a day (2021-12-09) or a moment (2021-12-09T10:00:00Z). Without it they have no date, so that
    /// the same texts always give the same file.
    #[arg(hide_short_help = true, long, value_name = "DATE", value_parser = super::values::moment)]
    pub(super) date: Option<String>,
    /// Add comments: what matters at the top, the former number of each paragraph, and what to check in it.
    #[arg(hide_short_help = true, long)]
    pub(super) comments: bool,
    /// Track what looks otherwise where its words stayed: italics, styles, indents. Between two Word files.
    #[arg(hide_short_help = true, long)]
    pub(super) formatting: bool,
}

#[derive(Debug, PartialEq, Args)]
#[command(next_help_heading = "Reading")]
pub(super) struct ReadingArgs {
    /// Language of the texts.
    #[arg(hide_short_help = true, long, value_enum, default_value = "auto")]
    pub(super) lang: LanguageArg,
    /// How lines form paragraphs: broken at the margin (wrapped), one line each (lines), separated by blank lines (paragraphs), or
    /// separated by blank lines and each taken as one unit (blocks).
    #[arg(hide_short_help = true, long, value_enum, default_value = "auto")]
    pub(super) layout: LayoutArg,
    /// What to do with tracked changes in a Word file, or in a PDF that is a redline: read it as if all were accepted, or all rejected;
    /// or, with `rature diff FILE`, compare its text before them with its text after.
    #[arg(hide_short_help = true, long, value_enum, value_name = "HOW", default_value = "accept")]
    pub(super) revisions: RevisionsArg,
    /// Size of the largest file that is read: bytes, or with K, M or G.
    #[arg(hide_short_help = true, long, value_name = "SIZE", default_value = "64M", value_parser = super::values::size)]
    pub(super) max_size: u64,
    /// File whose first line is the password of encrypted PDFs.
    #[arg(hide_short_help = true, long, value_name = "FILE", value_parser = super::values::file_name)]
    pub(super) password_file: Option<String>,
    #[command(flatten)]
    pub(super) limits: LimitArgs,
}

#[derive(Debug, PartialEq, Args)]
#[command(next_help_heading = "Limits (raise them for files that you trust)")]
pub(super) struct LimitArgs {
    /// Size of all parts of a Word file, or all streams of a PDF, when unpacked.
    #[arg(hide_short_help = true, long = "max-unpacked", value_name = "SIZE", default_value = "256M", value_parser = super::values::size)]
    pub(super) unpacked: u64,
    /// How many times larger than its packed form one part may be.
    #[arg(hide_short_help = true, long = "max-ratio", value_name = "N", default_value_t = Limits::default().ratio)]
    pub(super) ratio: u64,
    /// Depth of nested elements in a Word file or a web page, at most 10000.
    #[arg(hide_short_help = true, long = "max-depth", value_name = "N", default_value_t = Limits::default().depth)]
    pub(super) depth: usize,
    /// Number of pages of a PDF.
    #[arg(hide_short_help = true, long = "max-pages", value_name = "N", default_value_t = Limits::default().pages)]
    pub(super) pages: usize,
    /// Number of objects of a PDF, elements of a web page or of one part of a Word file, lines of a plain text.
    #[arg(hide_short_help = true, long = "max-objects", value_name = "N", default_value_t = Limits::default().objects)]
    pub(super) objects: usize,
    /// Size of the text in a Word file or a PDF.
    #[arg(hide_short_help = true, long = "max-text", value_name = "SIZE", default_value = "16M", value_parser = super::values::size)]
    pub(super) text: u64,
    /// Steps of work for reading one file, beyond what the length of its text explains.
    #[arg(hide_short_help = true, long = "max-work", value_name = "N", default_value_t = Limits::default().work)]
    pub(super) work: u64,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
pub(super) struct ShowingArgs {
    /// Write to FILE instead of standard output; the file is written whole or not at all.
    #[arg(short, long, value_name = "FILE", value_parser = super::values::file_name)]
    pub(super) output: Option<String>,
    /// When to use colours. `NO_COLOR` in the environment means never.
    #[arg(hide_short_help = true, long, value_enum, value_name = "WHEN", default_value = "auto")]
    pub(super) color: ColorArg,
    /// Colours: readable on white and on black (both), best on one of them (light, dark), or none (mono); auto looks at
    /// COLORFGBG.
    #[arg(hide_short_help = true, long, value_enum, value_name = "THEME", default_value = "auto")]
    pub(super) theme: ThemeArg,
    /// Width in columns [default: that of the terminal, at most 100, or 200 side by side; 80 or 160 where there is no terminal].
    #[arg(hide_short_help = true, long, value_name = "N", value_parser = clap::value_parser!(u16).range(20..=1000))]
    pub(super) width: Option<u16>,
    /// Language of headings and remarks [default: that of the later text].
    ///
    /// Russian, Arabic and Chinese have not yet been read by a native reader.
    #[arg(long, value_enum, value_name = "LANG", default_value = "auto")]
    pub(super) ui_lang: LanguageArg,
    /// Paper that a web page is printed on.
    #[arg(hide_short_help = true, long, value_enum, value_name = "PAPER", default_value = "a4")]
    pub(super) paper: PaperArg,
    /// Say nothing of a file that was written.
    #[arg(short, long)]
    pub(super) quiet: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ReadFormat {
    /// For people, in the terminal.
    Outline,
    /// The words alone, one paragraph a line: for git, grep and other programs that compare lines.
    Text,
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
    /// For issues, pull requests and mail.
    Markdown,
    /// One row for each change, for spreadsheets.
    Csv,
    /// A Word document with tracked changes, on the earlier text itself if that is a Word file.
    Docx,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum TableFormat {
    /// One page to open, print or send.
    Html,
    /// A Word document to write remarks in.
    Docx,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum AgainstArg {
    Previous,
    First,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum EditorialArg {
    Show,
    Light,
    Hide,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DetailArg {
    /// As few words as can be: every kept word shows.
    Fine,
    /// What stands is kept; small words between two changes are not.
    Drafter,
    /// As few changes as can be: phrases that were reworded are shown whole.
    Coarse,
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
    /// Detected from the words.
    Auto,
    /// French.
    Fr,
    /// English.
    En,
    /// Spanish.
    Es,
    /// Russian.
    Ru,
    /// Arabic.
    Ar,
    /// Chinese.
    Zh,
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
pub(super) enum RevisionsArg {
    Accept,
    Reject,
    /// As if accepted; but those of the earlier Word file stay in a Word redline under their authors and dates, and ours lie over them.
    Keep,
    /// Of one file: with all changes rejected it is the earlier text, with all accepted the later one.
    AsDocuments,
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
