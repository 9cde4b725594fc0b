//! `rature series` and `rature blame`: all the years at once.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::args::{ReadingArgs, ShowingArgs};
use super::input;
use super::output;
use super::pins::PinArgs;
use super::settings::{Endings, doubts, refuse_other_than_text};
use super::texts::{named, warn_of_copies};
use crate::findings::series_findings;
use crate::project::{Drafted, documents, labels, load, series_options};
use crate::render::{Columns, Years, blame_terminal, series_csv, series_html, series_json, series_terminal};
use crate::report::phrases::{Phrases, counted, fill};
use crate::report::{series_page, series_report};
use crate::series::{Order, Series, SeriesOptions, in_order, series};
use crate::structure::{Document, Note};
use crate::{Error, ErrorKind};

pub(super) const SERIES_EXAMPLES: &str = "Examples:
  rature series 2018.txt 2019.txt 2020.txt 2021.txt
  rature series texts/ -o cooperation.html
  rature series texts/ --format json -o cooperation.json
  rature series texts/ --pin ASP/19:OP12=ASP/20:OP14 --unpin ASP/20:OP3
  rature series rature.toml";

pub(super) const BLAME_EXAMPLES: &str = "Examples:
  rature blame 2018.txt 2019.txt 2020.txt 2021.txt
  rature blame texts/ --at ASP/20";

#[derive(Debug, Args)]
pub(super) struct YearsArgs {
    /// The texts of one resolution (two or more), a folder of them, or a rature.toml.
    #[arg(required = true, value_name = "FILE|FOLDER|TOML", value_parser = super::values::file_name)]
    texts: Vec<String>,
    /// Order of the texts: by the dates of adoption that they print, else by their sessions (dates), or as given. A rature.toml has
    /// its own order.
    #[arg(hide_short_help = true, long, value_enum, default_value = "dates")]
    order: OrderArg,
    /// Names of the texts in the output, in order, separated by commas [default: their symbols, shortened].
    #[arg(hide_short_help = true, long, value_name = "TEXT,…", value_delimiter = ',')]
    labels: Vec<String>,
    /// Label of the text whose words are dated [default: the latest].
    #[arg(hide_short_help = true, long, value_name = "LABEL")]
    at: Option<String>,
    #[command(flatten)]
    pins: PinArgs,
    #[command(flatten)]
    reading: ReadingArgs,
    #[command(flatten)]
    showing: ShowingArgs,
}

#[derive(Debug, Args)]
pub(super) struct SeriesArgs {
    #[command(flatten)]
    years: YearsArgs,
    /// Output format [default: by the extension of the -o file, else terminal].
    #[arg(long, value_enum)]
    format: Option<SeriesFormat>,
    /// Open the page in the browser: that of -o, else a temporary one.
    #[arg(long)]
    pub(super) open: bool,
}

#[derive(Debug, Args)]
pub(super) struct BlameArgs {
    #[command(flatten)]
    years: YearsArgs,
    /// Put years after phrases instead of in the margin: ‹12 persons›[19] for what is newer or older than most of its paragraph.
    #[arg(long)]
    inline: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum OrderArg {
    Dates,
    Given,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum SeriesFormat {
    /// One row for each paragraph, one column for each year.
    Terminal,
    /// One page to open, print or send.
    Html,
    /// For programs: rature/series/1.
    Json,
    /// The same, for a spreadsheet.
    Csv,
}

/// `rature series`.
pub(super) fn series_command(args: &SeriesArgs) -> Result<ExitCode, Error> {
    let format = args.format()?;
    if args.open && format != SeriesFormat::Html {
        return Err(Error::new(ErrorKind::Usage, "--open", "opens a page in the browser: name it .html"));
    }
    let (years, at) = args.years.series()?;
    let found = series_findings(&years);
    let showing = &args.years.showing;
    let language = showing.ui_lang.resolved();
    let report = || series_report(&years, &found, at, language);
    let text = match format {
        SeriesFormat::Html => showing.paper.on(series_html(&series_page(&years, &found, at, language))),
        SeriesFormat::Json => series_json(&years, &found, at),
        SeriesFormat::Csv => series_csv(&report()),
        SeriesFormat::Terminal => series_terminal(&report(), &showing.terminal(Columns::One)),
    };
    let phrases = Phrases::of(language.unwrap_or(years.documents[years.documents.len() - 1].language));
    let [first, last] = [0, years.documents.len() - 1].map(|at| years.documents[at].label.as_str());
    let line =
        format!("{}, {}", counted(phrases.years.texts, years.documents.len()), fill(phrases.years.from_to, &[first, last]));
    let warnings = doubts(&years.documents, phrases);
    if args.open {
        showing.open(&text, &format!("{first}-{last}").replace(['/', '\\'], "-"), &line, &warnings)?;
    } else {
        output::write(&text, showing.output.as_deref())?;
        showing.say(&line, &warnings);
    }
    Ok(ExitCode::SUCCESS)
}

/// `rature blame`.
pub(super) fn blame(args: &BlameArgs) -> Result<ExitCode, Error> {
    let showing = &args.years.showing;
    let instead = "this is text: name it .txt, or use rature series -o years.html or years.json, which show since when";
    refuse_other_than_text(showing.output.as_deref(), instead)?;
    let (years, at) = args.years.series()?;
    let report = series_report(&years, &series_findings(&years), at, showing.ui_lang.resolved());
    let texts: Vec<&Document> = years.documents.iter().collect();
    let form = if args.inline { Years::Inline } else { Years::Margin };
    output::write(&blame_terminal(&report, form, &showing.terminal(Columns::One)), showing.output.as_deref())?;
    showing.say_written(&texts);
    Ok(ExitCode::SUCCESS)
}

impl SeriesArgs {
    fn format(&self) -> Result<SeriesFormat, Error> {
        const ENDINGS: Endings<SeriesFormat> = Endings {
            known: &[
                ("html", SeriesFormat::Html),
                ("htm", SeriesFormat::Html),
                ("json", SeriesFormat::Json),
                ("csv", SeriesFormat::Csv),
                ("txt", SeriesFormat::Terminal),
            ],
            what_to_do: "name it .html, .txt, .json or .csv, or add --format",
        };
        let default = if self.open { SeriesFormat::Html } else { SeriesFormat::Terminal };
        self.years.showing.format(self.format, default, &ENDINGS)
    }
}

impl YearsArgs {
    /// The series, and the index of the text whose words are dated.
    fn series(&self) -> Result<(Series, usize), Error> {
        let (documents, notes, mut options) = self.documents()?;
        if documents.len() < 2 {
            return Err(Error::new(ErrorKind::Usage, self.texts.join(" "), "a series needs two texts: name another"));
        }
        let at = match &self.at {
            None => documents.len() - 1,
            Some(label) => documents.iter().position(|document| document.label == *label).ok_or_else(|| {
                let known = documents.iter().map(|document| document.label.as_str()).collect::<Vec<_>>().join(", ");
                Error::new(ErrorKind::Usage, format!("--at {label}"), format!("no text is called that: there are {known}"))
            })?,
        };
        self.pins.add_to(&mut options, &documents.iter().collect::<Vec<_>>())?;
        let mut series = series(documents, &options);
        series.notes.splice(0..0, notes);
        Ok((series, at))
    }

    /// The texts in their order, doubts about that, and what a rature.toml decides about them.
    fn documents(&self) -> Result<(Vec<Document>, Vec<Note>, SeriesOptions), Error> {
        let output = self.showing.output.as_deref();
        if let [only] = self.texts.as_slice()
            && Path::new(only).extension().is_some_and(|ending| ending == "toml")
        {
            if !self.labels.is_empty() || self.order == OrderArg::Given {
                let what = "names its texts itself and puts them in order: change it there";
                return Err(Error::new(ErrorKind::Usage, only, what));
            }
            if !self.reading.is_untouched() {
                let what = "says itself how its texts are read: change it there, under [options]";
                return Err(Error::new(ErrorKind::Usage, only, what));
            }
            let project = load(Path::new(only))?;
            let inputs = project.inputs();
            output::refuse_inputs(output, inputs.iter().map(PathBuf::as_path).chain(self.pins.file().map(Path::new)))?;
            let documents = documents(&project)?;
            let options = series_options(&project, &documents)?;
            return Ok((documents, vec![], options));
        }
        let files = named(&self.texts)?;
        self.reading.refuse_inputs(output, files.iter().map(String::as_str).chain(self.pins.file()))?;
        if !self.labels.is_empty() && self.labels.len() != files.len() {
            let what = format!("there are {} labels for {} texts: give one for each", self.labels.len(), files.len());
            return Err(Error::new(ErrorKind::Usage, "--labels", what));
        }
        if let Some(twice) = self.labels.iter().enumerate().find(|(at, label)| self.labels[..*at].contains(label)) {
            return Err(Error::new(ErrorKind::Usage, "--labels", format!("{} stands for two texts: name them apart", twice.1)));
        }
        let mut texts = vec![];
        for path in files {
            let document = input::document(&path, self.reading.max_size, &self.reading.options()?)?;
            texts.push(Drafted { path, document });
        }
        let labels = if self.labels.is_empty() { labels(&texts) } else { self.labels.clone() };
        texts.iter_mut().zip(labels).for_each(|(text, label)| text.document.label = label);
        warn_of_copies(&texts.iter().map(|text| &text.document).collect::<Vec<_>>());
        let order = if self.order == OrderArg::Given { Order::Given } else { Order::Dates };
        let notes = in_order(&mut texts, order, |text| &text.document);
        Ok((texts.into_iter().map(|text| text.document).collect(), notes, SeriesOptions::default()))
    }
}
