//! `rature compile`: many copies of one draft as one compilation.

use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::args::ShowingArgs;
use super::copies::{Copies, CopiesArgs, known};
use super::output;
use super::settings::{Endings, doubts};
use crate::overlay::{Coverage, OverlayOptions, overlay};
use crate::render::{
    Bom, Columns, Convention, WordOptions, compilation_csv, compilation_docx, compilation_html, compilation_json,
    compilation_rolling, compilation_terminal, tables_docx, tables_html,
};
use crate::report::{
    Attribution, Compilation, CompilationReport, compilation, compilation_report, compilation_tables, unit_named,
};
use crate::structure::{Document, Note};
use crate::{Error, ErrorKind};

pub(super) const COMPILE_EXAMPLES: &str = "Examples:
  rature compile zero.docx eu.docx kenya.docx japan.docx
  rature compile zero.docx proposals/ -o compilation.docx
  rature compile zero.docx proposals/ -o compilation.html
  rature compile zero.docx proposals/ -o table.docx --as table
  rature compile shared.docx --tracked by-author --author \"J. Doe=Kenya\"
  rature compile rolling.docx --rolling -o table.docx --as table
  rature compile zero.txt a.txt b.txt --label EU --label Kenya -o rolling.txt
  rature compile zero.docx proposals/ --anonymous --convention brackets -o rolling.txt
  rature compile zero.docx proposals/ --exit-code=conflicts";

#[derive(Debug, Args)]
pub(super) struct CompileArgs {
    #[command(flatten)]
    given: CopiesArgs,
    /// Output format [default: by the extension of the -o file, else terminal].
    #[arg(long, value_enum)]
    format: Option<CompileFormat>,
    /// What a page or a Word document shows: the draft with all proposals in it (compilation), or a row for each paragraph and a column for each
    /// delegation (table).
    #[arg(long = "as", value_enum, value_name = "FORM", default_value = "compilation")]
    form: FormArg,
    /// How a rolling text (.txt) marks proposals: in brackets with names (attributed), in brackets without names (brackets), or as come
    /// and gone, with what nobody touches left out (bare).
    #[arg(hide_short_help = true, long, value_enum, value_name = "HOW", default_value = "attributed")]
    convention: ConventionArg,
    /// Withhold the names of the delegations everywhere, and tell how many want what.
    #[arg(hide_short_help = true, long)]
    anonymous: bool,
    /// Compile one paragraph alone, with its parts and what comes behind it.
    #[arg(hide_short_help = true, long, value_name = "PARAGRAPH")]
    unit: Option<String>,
    /// Take copies that lack most of the draft as parts of it: what they lack is not deleted. With names, those copies, whatever they lack.
    #[arg(hide_short_help = true, long, value_name = "NAME,…", num_args = 0..=1, require_equals = true, default_missing_value = "", value_delimiter = ',')]
    excerpt: Option<Vec<String>>,
    /// Whether differences of mere typography (quotes, spaces, dashes) are proposals too. JSON always has them.
    #[arg(hide_short_help = true, long, value_enum, value_name = "HOW", default_value = "hide")]
    editorial: TypographyArg,
    /// Exit with 1 if anything is proposed, or if proposals collide, and with 0 if not.
    #[arg(hide_short_help = true, long, value_enum, value_name = "WHICH", num_args = 0..=1, require_equals = true, default_missing_value = "any")]
    exit_code: Option<CompileExitOn>,
    /// Date of the tracked changes: a day (2021-12-09) or a moment (2021-12-09T10:00:00Z). Without it they have no date, so that the same
    /// texts always give the same file.
    #[arg(hide_short_help = true, long, value_name = "DATE", value_parser = super::values::moment)]
    date: Option<String>,
    /// Begin CSV with a byte order mark, so that Excel reads it as UTF-8.
    #[arg(hide_short_help = true, long)]
    bom: bool,
    #[command(flatten)]
    showing: ShowingArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum CompileFormat {
    /// The summary, then every paragraph that someone touches.
    Terminal,
    /// One page to open, print or send.
    Html,
    /// A rolling text: the draft with all proposals in brackets.
    Rolling,
    /// For programs: rature/compilation/1.
    Json,
    /// One row for each alternative, for spreadsheets.
    Csv,
    /// A Word document with the proposals as tracked changes, on the draft itself if that is a Word file; the author of a change is all who
    /// want it.
    Docx,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ConventionArg {
    Attributed,
    Brackets,
    Bare,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormArg {
    Compilation,
    Table,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TypographyArg {
    Show,
    Hide,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum CompileExitOn {
    /// Any place that someone would change.
    Any,
    /// Places where not all can have what they want.
    Conflicts,
}

/// `rature compile`.
pub(super) fn compile(args: &CompileArgs) -> Result<ExitCode, Error> {
    let target = args.showing.output.as_deref();
    let format = args.format()?;
    if format == CompileFormat::Docx {
        output::refuse_terminal(target)?;
    }
    let is_table = args.form == FormArg::Table;
    if is_table && !matches!(format, CompileFormat::Docx | CompileFormat::Html) {
        return Err(Error::new(ErrorKind::Usage, "--as table", "is a page or a Word document: name it .html or .docx"));
    }
    if is_table && args.anonymous {
        let what = "has a column for each delegation, whose names --anonymous withholds: leave one of them out";
        return Err(Error::new(ErrorKind::Usage, "--as table", what));
    }
    let compilation = args.compilation(format == CompileFormat::Json)?;
    let summary = &compilation.summary;
    let is_found = match args.exit_code {
        None => false,
        Some(CompileExitOn::Any) => !compilation.places.is_empty(),
        Some(CompileExitOn::Conflicts) => summary.conflict > 0,
    };
    let code = ExitCode::from(u8::from(is_found));
    if format == CompileFormat::Json {
        output::write(&compilation_json(&compilation), target)?;
        args.say(&compilation_report(compilation, args.showing.ui_lang.resolved()));
        return Ok(code);
    }
    let report = compilation_report(compilation, args.showing.ui_lang.resolved());
    let text = match format {
        CompileFormat::Docx if is_table => {
            output::write_bytes(&tables_docx(&compilation_tables(&report))?, target)?;
            args.say(&report);
            return Ok(code);
        }
        CompileFormat::Html if is_table => args.showing.paper.on(tables_html(&compilation_tables(&report))),
        CompileFormat::Docx => {
            let mut options = WordOptions::default();
            options.date.clone_from(&args.date);
            output::write_bytes(&compilation_docx(&report, &options)?, target)?;
            args.say(&report);
            return Ok(code);
        }
        CompileFormat::Terminal | CompileFormat::Json => compilation_terminal(&report, &args.showing.terminal(Columns::One)),
        CompileFormat::Html => args.showing.paper.on(compilation_html(&report)),
        CompileFormat::Rolling => compilation_rolling(&report, args.convention.resolved()),
        CompileFormat::Csv => compilation_csv(&report, if args.bom { Bom::With } else { Bom::Without }),
    };
    output::write(&text, target)?;
    args.say(&report);
    Ok(code)
}

impl ConventionArg {
    fn resolved(self) -> Convention {
        match self {
            Self::Attributed => Convention::Attributed,
            Self::Brackets => Convention::Brackets,
            Self::Bare => Convention::Bare,
        }
    }
}

impl CompileArgs {
    /// Says what was written.
    fn say(&self, report: &CompilationReport) {
        let compiled = &report.compilation;
        self.showing.say(&report.digest, &doubts([&compiled.base].into_iter().chain(&compiled.proposals), report.phrases));
    }

    fn format(&self) -> Result<CompileFormat, Error> {
        const ENDINGS: Endings<CompileFormat> = Endings {
            known: &[
                ("txt", CompileFormat::Rolling),
                ("json", CompileFormat::Json),
                ("csv", CompileFormat::Csv),
                ("docx", CompileFormat::Docx),
                ("html", CompileFormat::Html),
                ("htm", CompileFormat::Html),
            ],
            what_to_do: "name it .docx, .html, .txt, .json or .csv, or add --format",
        };
        self.showing.format(self.format, CompileFormat::Terminal, &ENDINGS)
    }

    /// The draft and its copies, laid over each other; `is_exact` with differences of typography.
    fn compilation(&self, is_exact: bool) -> Result<Compilation, Error> {
        let Copies { base, proposals, notes } = self.given.texts(self.showing.output.as_deref())?;
        let mut options =
            OverlayOptions { editorial: is_exact || self.editorial == TypographyArg::Show, ..OverlayOptions::default() };
        options.excerpts = self.named_excerpts(&proposals)?;
        options.partial = self.excerpt.as_ref().is_some_and(|names| names.iter().all(String::is_empty));
        let mut laid = overlay(&base, &proposals, &options);
        let lacking = |at: &usize| laid.coverage[*at].is_partial() && !laid.excerpts.contains(at);
        if let Some(first) = (0..proposals.len()).find(lacking) {
            return Err(partial_copy(&proposals[first], laid.coverage[first]));
        }
        laid.notes.extend(notes);
        let excerpts = laid.excerpts.clone();
        laid.notes.extend(excerpts.into_iter().map(|at| {
            let message = format!("{} is part of the draft: what it does not have is taken as untouched", proposals[at].label);
            Note::new("excerpt", message).with([proposals[at].label.as_str()])
        }));
        let names = if self.anonymous { Attribution::Withheld } else { Attribution::Named };
        if self.anonymous {
            laid.notes.retain(|note| note.parts.is_empty());
        }
        let unit = self.unit.as_deref().map(|name| unit_of(&base, name)).transpose()?;
        let compiled = compilation(base, proposals, laid, names);
        Ok(match unit {
            Some(unit) => compiled.of_unit(unit),
            None => compiled,
        })
    }

    /// The copies that were named as excerpts.
    fn named_excerpts(&self, proposals: &[Document]) -> Result<Vec<usize>, Error> {
        let named = self.excerpt.iter().flatten().filter(|name| !name.is_empty());
        named.map(|name| known("--excerpt", name, proposals)).collect()
    }
}

/// The paragraph of the draft that is called `name`.
fn unit_of(base: &Document, name: &str) -> Result<usize, Error> {
    unit_named(base, name).map(|unit| unit.index).map_err(|near| {
        let near = near.join(", ");
        Error::new(ErrorKind::Usage, format!("--unit {name}"), format!("the draft has no such paragraph: near are {near}"))
    })
}

fn partial_copy(proposal: &Document, coverage: Coverage) -> Error {
    let has = coverage.paragraphs - coverage.missing;
    let what = format!(
        "has {has} of the {} paragraphs of the draft: if it is only a part of it, add --excerpt, and what it lacks is not deleted; \
         if not, it is a copy of another draft",
        coverage.paragraphs
    );
    Error::new(ErrorKind::Usage, &proposal.label, what)
}
