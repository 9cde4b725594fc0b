//! `rature drafts`: what became of each proposal and bracket through the drafts.

use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::args::{ReadingArgs, ShowingArgs};
use super::input::{document, stem};
use super::output;
use super::settings::Endings;
use super::texts::named;
use crate::render::{Bom, Columns, trace_csv, trace_html, trace_json, trace_terminal};
use crate::report::trace_report;
use crate::structure::Document;
use crate::trace::{TracedProposal, trace};
use crate::{Error, ErrorKind};

pub(super) const DRAFTS_EXAMPLES: &str = "Examples:
  rature drafts zero.docx rev1.docx adopted.docx --proposals eu.docx,kenya.docx
  rature drafts zero.docx rev1.docx rev2.docx --proposals zero=proposals/ --proposals rev1=late/japan.docx
  rature drafts zero.docx adopted.docx --proposals proposals/ --agreed last-year.pdf -o drafts.html
  rature drafts rev1.docx rev2.docx -o brackets.csv";

#[derive(Debug, Args)]
pub(super) struct DraftsArgs {
    /// The drafts, the first before all; the text as adopted last.
    #[arg(required = true, num_args = 2.., value_name = "DRAFT", value_parser = super::values::file_name)]
    drafts: Vec<String>,
    /// Copies of a draft with the changes of one delegation each, or a folder of them: those of the first draft, or DRAFT=FILE,… with the name of
    /// a draft. May be given several times.
    #[arg(long, value_name = "[DRAFT=]FILE,…")]
    proposals: Vec<String>,
    /// Agreed text that the wording is compared with: last year's.
    #[arg(long, value_name = "FILE", value_parser = super::values::file_name)]
    agreed: Option<String>,
    /// Output format [default: by the extension of the -o file, else terminal].
    #[arg(long, value_enum)]
    format: Option<DraftsFormat>,
    /// Begin CSV with a byte order mark, so that Excel reads it as UTF-8.
    #[arg(long)]
    bom: bool,
    #[command(flatten)]
    reading: ReadingArgs,
    #[command(flatten)]
    showing: ShowingArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DraftsFormat {
    /// Tables for people, in the terminal.
    Terminal,
    /// The same on one page to open, print or send.
    Html,
    /// For programs: rature/drafts/1.
    Json,
    /// One row for each change, for spreadsheets.
    Csv,
}

const ENDINGS: Endings<DraftsFormat> = Endings {
    known: &[
        ("txt", DraftsFormat::Terminal),
        ("html", DraftsFormat::Html),
        ("htm", DraftsFormat::Html),
        ("json", DraftsFormat::Json),
        ("csv", DraftsFormat::Csv),
    ],
    what_to_do: "name it .txt, .html, .json or .csv, or add --format terminal, html, json or csv",
};

/// `rature drafts`.
pub(super) fn drafts(args: &DraftsArgs) -> Result<ExitCode, Error> {
    let format = args.showing.format(args.format, DraftsFormat::Terminal, &ENDINGS)?;
    let files = args.files()?;
    let inputs = args.drafts.iter().chain(files.iter().map(|(_, file)| file)).chain(&args.agreed);
    args.reading.refuse_inputs(args.showing.output.as_deref(), inputs.map(String::as_str))?;
    let drafts = args.drafts()?;
    let language = drafts[0].language;
    let read = |file: &str| -> Result<Document, Error> {
        let mut text = document(file, args.reading.max_size, &args.reading.options()?)?;
        text.label = stem(file);
        if text.language == language {
            return Ok(text);
        }
        let [own, of_draft] = [text.language, language].map(crate::language::Language::code);
        let what = format!(
            "reads as another language ({own}) than the first draft ({of_draft}): compare texts in one language, or name it with --lang"
        );
        Err(Error::new(ErrorKind::Usage, file, what))
    };
    let mut proposals: Vec<TracedProposal> = vec![];
    for (on, file) in &files {
        let text = read(file)?;
        if proposals.iter().any(|other| other.on == *on && other.document.label == text.label) {
            let what = format!("there are two proposals of that name on {}: give one of the files another", drafts[*on].label);
            return Err(Error::new(ErrorKind::Usage, text.label, what));
        }
        proposals.push(TracedProposal::new(*on, text));
    }
    let agreed = args.agreed.as_deref().map(read).transpose()?;
    let traced = trace(drafts, proposals, agreed);
    if format == DraftsFormat::Json {
        output::write(&trace_json(&traced), args.showing.output.as_deref())?;
        return Ok(ExitCode::SUCCESS);
    }
    let report = trace_report(traced, args.showing.ui_lang.resolved());
    let text = match format {
        DraftsFormat::Html => args.showing.paper.on(trace_html(&report)),
        DraftsFormat::Csv => trace_csv(&report, if args.bom { Bom::With } else { Bom::Without }),
        DraftsFormat::Terminal | DraftsFormat::Json => trace_terminal(&report, &args.showing.terminal(Columns::One)),
    };
    output::write(&text, args.showing.output.as_deref())?;
    Ok(ExitCode::SUCCESS)
}

impl DraftsArgs {
    /// The drafts, each with a name of its own; all in one language.
    fn drafts(&self) -> Result<Vec<Document>, Error> {
        let options = self.reading.options()?;
        let mut drafts: Vec<Document> = vec![];
        for file in &self.drafts {
            let mut draft = document(file, self.reading.max_size, &options)?;
            let label = stem(file);
            let names = (2..).map(|nth| format!("{label} ({nth})"));
            let is_free = |name: &String| drafts.iter().all(|draft| draft.label != *name);
            draft.label = std::iter::once(label.clone()).chain(names).find(is_free).unwrap_or_default();
            if let Some(first) = drafts.first().filter(|first| first.language != draft.language) {
                let [own, before] = [draft.language, first.language].map(crate::language::Language::code);
                let what = format!("reads as another language ({own}) than the first draft ({before}): name it with --lang");
                return Err(Error::new(ErrorKind::Usage, file, what));
            }
            drafts.push(draft);
        }
        Ok(drafts)
    }

    /// The files of the proposals, each with the index of its draft.
    fn files(&self) -> Result<Vec<(usize, String)>, Error> {
        let stems: Vec<String> = self.drafts.iter().map(|file| stem(file)).collect();
        let mut files = vec![];
        for typed in &self.proposals {
            // A file may have the sign in its name.
            let on = typed.split_once('=').filter(|_| !std::path::Path::new(typed).exists());
            let (on, list) = match on {
                None => (0, typed.as_str()),
                Some((name, list)) => {
                    let on = stems.iter().position(|stem| stem == name).ok_or_else(|| {
                        let what = format!("no draft is called that: there are {}", stems.join(", "));
                        Error::new(ErrorKind::Usage, format!("--proposals {name}"), what)
                    })?;
                    (on, list)
                }
            };
            let paths: Vec<String> = list.split(',').filter(|path| !path.is_empty()).map(str::to_owned).collect();
            let has_folder = paths.iter().any(|path| std::path::Path::new(path).is_dir());
            let mut found = named(&paths)?;
            if has_folder {
                let is_draft = |file: &String| {
                    let place = std::fs::canonicalize(file).ok();
                    self.drafts.iter().any(|draft| place.is_some() && std::fs::canonicalize(draft).ok() == place)
                };
                found.retain(|file| !is_draft(file));
            }
            files.extend(found.into_iter().map(|file| (on, file)));
        }
        Ok(files)
    }
}
