//! The process that reads the texts of a page and makes what is asked for, so that no file of a stranger is taken apart where the page is served.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::card::Card;
use super::name::stem;
use super::question::{Answer, EACH, Form, Made, Question, What, joined};
use crate::batch::STACK;
use crate::cli::input::tell_apart;
use crate::concord::{ConcordOptions, concord as concord_of};
use crate::findings::series_findings;
use crate::isolate;
use crate::language::Language;
use crate::overlay::{OverlayOptions, overlay};
use crate::project::{Drafted, labels};
use crate::read::ReadOptions;
use crate::render::{
    WordOptions, compilation_docx, compilation_html, concord_html, fits_docx, redline_docx, redline_html, series_html,
    table_docx, table_html,
};
use crate::report::phrases::{Phrases, fill};
use crate::report::{
    self, Attribution, ReportOptions, coded, compilation, compilation_report, concord_report, message, name_versions,
    redline_with, report, series_page, step_of,
};
use crate::series::{Order, SeriesOptions, Years, in_order, series};
use crate::structure::{Called, Document, Note, document_of};
use crate::{Error, ErrorKind};

/// The second argument of such a process.
pub(in crate::cli) const OPENING: &str = "opening";

/// What a process of its own does: holds itself to `memory` bytes and answers one question after the other.
///
/// # Errors
/// When the limit cannot be set or a pipe is broken.
pub(in crate::cli) fn serve(memory: u64) -> io::Result<()> {
    isolate::limit(memory)?;
    isolate::serve(STACK, |_| Ok(|question: Vec<u8>| answered(&question)))
}

/// What is wrong, by `code`, in the language of the page.
pub(super) fn wrong(code: &'static str, ui: Language) -> String {
    coded(code, Phrases::of(ui).opening.errors)
}

fn answered(bytes: &[u8]) -> Vec<u8> {
    let Some((question, texts)) = Question::of(bytes) else { return joined(&Answer::Error(wrong("refused", Language::En)), &[]) };
    // What panicked has been said by the hook.
    let work = AssertUnwindSafe(|| if question.what == What::Read { read(&question, &texts) } else { made(&question, &texts) });
    let failed = |said| (Answer::Error(said), vec![]);
    let (answer, file) = match catch_unwind(work) {
        Ok(done) => done.unwrap_or_else(|error| failed(said(&error, question.ui))),
        Err(_) => failed(wrong("fault", question.ui)),
    };
    joined(&answer, &file)
}

/// `error` for people without a terminal, who have neither options nor commands.
fn said(error: &Error, ui: Language) -> String {
    let errors = Phrases::of(ui).opening.errors;
    let known = |code: &str| errors.iter().find(|(known, _)| *known == code).map(|&(_, words)| words.to_owned());
    let kind = match error.kind() {
        ErrorKind::Unreadable => "damaged",
        ErrorKind::TooLarge => "too-large",
        ErrorKind::Empty => "empty",
        _ => "",
    };
    known(error.code()).or_else(|| known(kind)).unwrap_or_else(|| error.with_cause())
}

fn read(question: &Question, texts: &[&[u8]]) -> Result<(Answer, Vec<u8>), Error> {
    let document = document(&question.texts[0].name, texts[0])?;
    Ok((Answer::Card(Card::of(&document, texts[0], question.ui)?), vec![]))
}

fn document(name: &str, bytes: &[u8]) -> Result<Document, Error> {
    if bytes.len() as u64 > EACH {
        return Err(Error::new(ErrorKind::TooLarge, name, "is too large"));
    }
    document_of(bytes, &Called { name, stem: &stem(name) }, &ReadOptions::default())
}

/// What a question asks for; in the form that it asks for.
fn made(question: &Question, texts: &[&[u8]]) -> Result<(Answer, Vec<u8>), Error> {
    let names: Vec<&str> = question.texts.iter().map(|text| text.name.as_str()).collect();
    let documents = names.iter().zip(texts).map(|(name, bytes)| document(name, bytes)).collect::<Result<Vec<_>, _>>()?;
    if documents.len() < 2 {
        return Err(refused());
    }
    let stems: Vec<String> = names.iter().map(|name| stem(name)).collect();
    let outcome = match question.what {
        What::Redline => redline(documents, &names, question)?,
        What::Table => table(documents, &names, question)?,
        What::Series => all_years(documents, &names, question)?,
        What::Compilation => compiled(documents, &stems, question)?,
        What::Concordance => concordance(documents, &names, question),
        What::Read => return Err(refused()),
    };
    let ending = if question.form == Form::Page { "html" } else { "docx" };
    let (first, last) = (&stems[0], &stems[stems.len() - 1]);
    let name = match question.what {
        What::Compilation => format!("{first}-compilation.{ending}"),
        what => {
            let kind = serde_json::to_value(what).ok().and_then(|kind| kind.as_str().map(|kind| format!("-{kind}")));
            let kind = kind.filter(|_| what != What::Redline).unwrap_or_default();
            format!("{first}-{last}{kind}.{ending}")
        }
    };
    let Outcome { file, line, warnings } = outcome;
    Ok((Answer::Made(Made { name, form: question.form, line, warnings, address: String::new() }), file))
}

fn refused() -> Error {
    Error::new(ErrorKind::Usage, "rature open", "what was asked for is not understood").coded("refused")
}

/// A file, what it holds in half a line, and what must not be overlooked.
struct Outcome {
    file: Vec<u8>,
    line: String,
    warnings: Vec<String>,
}

fn redline(documents: Vec<Document>, names: &[&str], question: &Question) -> Result<Outcome, Error> {
    let (Ok(mut pair), [old, new]) = (<[Document; 2]>::try_from(documents), names) else { return Err(refused()) };
    tell_apart(&mut pair, [old, new], question.headings);
    let [old, new] = pair;
    let no_pins = SeriesOptions::default();
    let mut years = Years::of(vec![&old, &new], &no_pins);
    let (comparison, facts) = step_of(&mut years, 0);
    let options = ReportOptions { language: question.headings, ..ReportOptions::default() };
    let report = report(redline_with(old, new, comparison, facts), options);
    let file = match question.form {
        Form::Page => redline_html(&report).into_bytes(),
        Form::Word => {
            fits_docx([&report.redline.old, &report.redline.new])?;
            redline_docx(&report, &WordOptions::default())?
        }
    };
    Ok(Outcome { file, line: report.headline(), warnings: report.warnings })
}

/// The texts under names that differ.
fn named(documents: Vec<Document>, names: &[&str]) -> Vec<Document> {
    let mut texts: Vec<Drafted> =
        documents.into_iter().zip(names).map(|(document, name)| Drafted { path: (*name).to_owned(), document }).collect();
    let labels = labels(&texts);
    texts.iter_mut().zip(labels).for_each(|(text, label)| text.document.label = label);
    texts.into_iter().map(|text| text.document).collect()
}

fn table(documents: Vec<Document>, names: &[&str], question: &Question) -> Result<Outcome, Error> {
    let documents = named(documents, names);
    let no_pins = SeriesOptions::default();
    let settled = Years::of(documents.iter().collect(), &no_pins).settled();
    let table = report::table(&documents, &settled.steps, question.headings);
    let file = match question.form {
        Form::Page => table_html(&table).into_bytes(),
        Form::Word => table_docx(&table)?,
    };
    Ok(Outcome { file, line: String::new(), warnings: vec![] })
}

fn all_years(documents: Vec<Document>, names: &[&str], question: &Question) -> Result<Outcome, Error> {
    if question.form == Form::Word {
        return Err(refused());
    }
    let mut documents = named(documents, names);
    // The page has put them in order, or a person has.
    let notes = in_order(&mut documents, Order::Given, |document| document);
    let language = question.headings.unwrap_or(documents[documents.len() - 1].language);
    let phrases = Phrases::of(language);
    let warnings = notes.iter().map(|note| message(note, phrases)).collect();
    let mut years = series(documents, &SeriesOptions::default());
    years.notes.splice(0..0, notes);
    let page = series_page(&years, &series_findings(&years), years.documents.len() - 1, question.headings);
    Ok(Outcome { file: series_html(&page).into_bytes(), line: String::new(), warnings })
}

/// The first text with what the others would change in it. A copy that lacks most of the draft is taken as a part of it, and that is said.
fn compiled(mut documents: Vec<Document>, stems: &[String], question: &Question) -> Result<Outcome, Error> {
    let mut copies = documents.split_off(1);
    let Some(draft) = documents.pop() else { return Err(refused()) };
    for (at, (copy, stem)) in copies.iter_mut().zip(&stems[1..]).enumerate() {
        if copy.language != draft.language {
            let what = fill(&wrong("languages", question.ui), &[stem]);
            return Err(Error::new(ErrorKind::Usage, stem, what));
        }
        // What separates names in a compilation is no part of one.
        let name: String =
            stem.chars().map(|c| if matches!(c, ',' | ':' | '/' | '[' | ']' | '⟦' | '⟧') { ' ' } else { c }).collect();
        let is_again = stems[1..=at].contains(stem);
        copy.label = if is_again { format!("{} ({})", name.trim(), at + 1) } else { name.trim().to_owned() };
    }
    let mut options = OverlayOptions::default();
    let mut laid = overlay(&draft, &copies, &options);
    options.excerpts = (0..copies.len()).filter(|&at| laid.coverage[at].is_partial()).collect();
    if !options.excerpts.is_empty() {
        laid = overlay(&draft, &copies, &options);
    }
    let excerpts = options.excerpts.iter().map(|&at| {
        let label = copies[at].label.as_str();
        Note::new("excerpt", format!("{label} is part of the draft: what it does not have is taken as untouched")).with([label])
    });
    let excerpts: Vec<Note> = excerpts.collect();
    let phrases = Phrases::of(question.headings.unwrap_or(draft.language));
    let warnings = excerpts.iter().map(|note| message(note, phrases)).collect();
    laid.notes.extend(excerpts);
    let report = compilation_report(compilation(draft, copies, laid, Attribution::Named), question.headings);
    let file = match question.form {
        Form::Page => compilation_html(&report).into_bytes(),
        Form::Word => compilation_docx(&report, &WordOptions::default())?,
    };
    Ok(Outcome { file, line: String::new(), warnings })
}

fn concordance(mut versions: Vec<Document>, names: &[&str], question: &Question) -> Outcome {
    name_versions(&mut versions, names);
    let found = concord_of(&versions, &[], &ConcordOptions::default());
    let language = question.headings.unwrap_or(versions[versions.len() - 1].language);
    let report = concord_report(&found, &versions, language);
    Outcome { file: concord_html(&report).into_bytes(), line: report.summary.clone(), warnings: report.warnings.clone() }
}
