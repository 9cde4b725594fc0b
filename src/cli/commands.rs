//! What each command does.

use std::io::{self, Write};
use std::mem::ManuallyDrop;
use std::process::ExitCode;

use super::args::{AgainstArg, DiffArgs, DiffFormat, ExitOn, ReadArgs, ReadFormat, TableArgs, TableFormat};
use super::input::{PairOfTexts, STANDARD_INPUT, document, pair, stem};
use super::output;
use super::settings::doubts;
use super::texts::warn_of_copies;
use crate::language::Language;
use crate::overlay::{OverlayOptions, overlay};
use crate::read::Layout;
use crate::render::{
    Bom, Columns, digest_markdown, digest_terminal, document_json, document_outline, document_text, fits_docx, redline_csv,
    redline_docx, redline_html, redline_json, redline_markdown, redline_terminal, repairs_list, table_docx, table_html,
    tables_docx, tables_html, visible,
};
use crate::report::phrases::{Phrases, counted};
use crate::report::{
    self, Attribution, Redline, ReportOptions, compilation, compilation_report, compilation_tables, is_later, redline_with,
    report, step_of,
};
use crate::series::{SeriesOptions, Years, series};
use crate::structure::{Document, Kind};
use crate::{Error, ErrorKind};

/// `rature read`.
pub(super) fn read(args: &ReadArgs) -> Result<ExitCode, Error> {
    let target = args.showing.output.as_deref();
    let format = args.showing.read_format(args.format)?;
    args.reading.refuse_inputs(target, [args.file.as_str()])?;
    let mut document = document(&args.file, args.reading.max_size, &args.reading.options()?)?;
    if let Some(label) = &args.label {
        document.label.clone_from(label);
    }
    let terminal = args.showing.terminal(Columns::One);
    let text = match format {
        ReadFormat::Json => document_json(&document),
        ReadFormat::Text => document_text(&document),
        ReadFormat::Outline => {
            let language = args.showing.ui_lang.resolved().unwrap_or(document.language);
            let phrases = Phrases::of(language);
            let repairs = args.repairs.then(|| repairs_list(&document, phrases, &terminal));
            document_outline(&document, phrases, &terminal) + &repairs.map(|list| format!("\n{list}")).unwrap_or_default()
        }
    };
    output::write(&text, target)?;
    let language = args.showing.ui_lang.resolved().unwrap_or(document.language);
    args.showing.say(&paragraphs_of(&document, language), &doubts([&document], Phrases::of(language)));
    Ok(ExitCode::SUCCESS)
}

/// `rature diff`.
pub(super) fn diff(args: &DiffArgs) -> Result<ExitCode, Error> {
    let target = args.showing.output.as_deref();
    let format = args.showing.diff_format(args.format.or((args.open && target.is_none()).then_some(DiffFormat::Html)))?;
    if format == DiffFormat::Docx {
        output::refuse_terminal(target)?;
    }
    if format != DiffFormat::Html && args.open {
        return Err(Error::new(ErrorKind::Usage, "--open", "opens a page in the browser: name it .html"));
    }
    if format != DiffFormat::Html && !args.since.is_empty() {
        return Err(Error::new(
            ErrorKind::Usage,
            "--since",
            "dates the words of a page: add -o redline.html, or use `rature blame`",
        ));
    }
    let sides = args.sides()?;
    let names = sides.each_ref().map(|(file, _)| stem(file)).join("-");
    let since = args.since.iter().map(String::as_str);
    args.reading.refuse_inputs(target, sides.iter().map(|(file, _)| *file).chain(since).chain(args.pins.file()))?;
    let labels = [args.old_label.as_deref(), args.new_label.as_deref()];
    let [old, new] =
        pair(&PairOfTexts { sides, labels, ui_lang: args.showing.ui_lang.resolved(), max_size: args.reading.max_size })?;
    let [old, new] = if args.by_date && is_later(&old, &new) { [new, old] } else { [old, new] };
    let is_redline = |text: &crate::structure::Document| text.notes.iter().any(|note| note.code.starts_with("revisions-"));
    if args.new.is_none() && !matches!(old.layout, Layout::Word | Layout::OpenDocument) && !is_redline(&old) {
        let message = "is no Word or OpenDocument file and no PDF that shows changes, and only those have some to compare: name a second text";
        return Err(Error::new(ErrorKind::Usage, &args.old, message));
    }
    if format == DiffFormat::Docx {
        fits_docx([&old, &new])?;
        say_what_is_settled(&old);
    }
    let options = args.pins.options(&[&old, &new])?;
    let mut years = Years::of(vec![&old, &new], &options).compared_with(args.detail.resolved());
    let (comparison, facts) = step_of(&mut years, 0);
    let redline = redline_with(old, new, comparison, facts);
    let code = exit_code(&redline, args.exit_code);
    let options =
        ReportOptions { language: args.showing.ui_lang.resolved(), context: args.context, editorial: args.editorial.resolved() };
    // The process ends with it: nobody needs its memory back piece by piece.
    let mut report = ManuallyDrop::new(report(redline, options));
    if !args.since.is_empty() {
        let earlier = earlier(args)?;
        let last = [report.redline.old.clone(), report.redline.new.clone()];
        report.date(&series(earlier.into_iter().chain(last).collect(), &SeriesOptions::default()));
    }
    let text = match format {
        DiffFormat::Docx => {
            output::write_bytes(&redline_docx(&report, &args.word())?, target)?;
            args.showing.say(&report.headline(), &report.warnings);
            return Ok(code);
        }
        DiffFormat::Json => redline_json(&report.redline),
        DiffFormat::Terminal if args.form.digest => digest_terminal(&report, &args.terminal()),
        DiffFormat::Markdown if args.form.digest => digest_markdown(&report, args.signs()),
        DiffFormat::Terminal => redline_terminal(&report, &args.terminal()),
        DiffFormat::Html => args.showing.paper.on(redline_html(&report)),
        DiffFormat::Markdown => redline_markdown(&report, args.signs()),
        DiffFormat::Csv => redline_csv(&report, if args.form.bom { Bom::With } else { Bom::Without }),
    };
    if args.open {
        args.showing.open(&text, &names, &report.headline(), &report.warnings)?;
    } else {
        output::write(&text, target)?;
        args.showing.say(&report.headline(), &report.warnings);
    }
    Ok(code)
}

/// "9 preambular paragraphs, 28 operative paragraphs".
fn paragraphs_of(document: &Document, language: Language) -> String {
    let words = Phrases::of(language).opening;
    let count = |plural, kind| counted(plural, document.units.iter().filter(|unit| unit.kind == kind).count());
    [count(words.recitals, Kind::Preambular), count(words.operative, Kind::Operative)].join(", ")
}

/// Says on standard error which tracked changes of the base cannot be kept in a Word redline.
fn say_what_is_settled(old: &Document) {
    for note in old.notes.iter().filter(|note| note.code == "revisions-kept-in-part") {
        // With standard error gone there is nobody left to tell.
        let _ = writeln!(io::stderr(), "rature: {}", visible(&format!("{}: {}", old.label, note.message)));
    }
}

/// The texts before the two that are compared.
fn earlier(args: &DiffArgs) -> Result<Vec<Document>, Error> {
    let options = args.reading.options()?;
    args.since.iter().map(|file| document(file, args.reading.max_size, &options)).collect()
}

/// `rature table`.
pub(super) fn table(args: &TableArgs) -> Result<ExitCode, Error> {
    let files: Vec<&str> = args.files.iter().map(String::as_str).collect();
    if let [only] = files.as_slice() {
        return Err(Error::new(ErrorKind::Usage, *only, "a table needs two texts: name another"));
    }
    let (target, format) = (args.output.as_deref(), args.format()?);
    if format == TableFormat::Docx {
        output::refuse_terminal(target)?;
    }
    args.reading.refuse_inputs(target, files.iter().copied().chain(args.pins.file()))?;
    if files.iter().filter(|file| **file == STANDARD_INPUT).count() > 1 {
        return Err(Error::new(ErrorKind::Usage, "-", "only one text can be standard input: name files for the others"));
    }
    if !args.labels.is_empty() && args.labels.len() != files.len() {
        let counted = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
        let (texts, labels) = (counted(files.len(), "text"), counted(args.labels.len(), "label"));
        let message = format!("there are {texts} and {labels}: give each text one");
        return Err(Error::new(ErrorKind::Usage, "--label", message));
    }
    let options = args.reading.options()?;
    let mut documents =
        files.iter().map(|file| document(file, args.reading.max_size, &options)).collect::<Result<Vec<_>, _>>()?;
    for (document, label) in documents.iter_mut().zip(&args.labels) {
        (document.label, document.symbol) = (label.clone(), None);
    }
    if args.against == AgainstArg::First {
        return against_first(documents, &files, args);
    }
    warn_of_copies(&documents);
    let options = args.pins.options(&documents.iter().collect::<Vec<_>>())?;
    let settled = Years::of(documents.iter().collect(), &options).compared_with(args.detail.resolved()).settled();
    let table = report::table(&documents, &settled.steps, args.ui_lang.resolved());
    match format {
        TableFormat::Html => output::write(&args.paper.on(table_html(&table)), target)?,
        TableFormat::Docx => output::write_bytes(&table_docx(&table)?, target)?,
    }
    say_table(&documents.iter().collect::<Vec<_>>(), args);
    Ok(ExitCode::SUCCESS)
}

/// Says that a table was written, and of how many texts.
fn say_table(documents: &[&Document], args: &TableArgs) {
    let Some(last) = documents.last().filter(|_| !args.quiet) else { return };
    let phrases = Phrases::of(args.ui_lang.resolved().unwrap_or(last.language));
    let texts = counted(phrases.years.texts, documents.len());
    output::say(args.output.as_deref(), &texts, &doubts(documents.iter().copied(), phrases));
}

/// The table of the first text and of what each other one would change in it.
fn against_first(mut documents: Vec<Document>, files: &[&str], args: &TableArgs) -> Result<ExitCode, Error> {
    let copies = documents.split_off(1);
    let Some(draft) = documents.pop() else { return Ok(ExitCode::SUCCESS) };
    let mut proposals = copies;
    for (proposal, file) in proposals.iter_mut().zip(&files[1..]) {
        if args.labels.is_empty() {
            proposal.label = stem(file);
        }
    }
    let laid = overlay(&draft, &proposals, &OverlayOptions::default());
    let report = compilation_report(compilation(draft, proposals, laid, Attribution::Named), args.ui_lang.resolved());
    let tables = compilation_tables(&report);
    match args.format()? {
        TableFormat::Html => output::write(&args.paper.on(tables_html(&tables)), args.output.as_deref())?,
        TableFormat::Docx => output::write_bytes(&tables_docx(&tables)?, args.output.as_deref())?,
    }
    let compiled = &report.compilation;
    say_table(&[&compiled.base].into_iter().chain(&compiled.proposals).collect::<Vec<_>>(), args);
    Ok(ExitCode::SUCCESS)
}

fn exit_code(redline: &Redline, on: Option<ExitOn>) -> ExitCode {
    let differs = match on {
        None => false,
        Some(ExitOn::Any) => redline.differs(),
        Some(ExitOn::Substantive) => redline.differs_in_substance(),
    };
    ExitCode::from(u8::from(differs))
}
