//! The draft and the copies of it that `rature compile` was given: a copy a file, or a copy an author of tracked changes.

use std::path::Path;

use clap::{Args, ValueEnum};

use super::args::ReadingArgs;
use super::input::{bytes, document, shown_name, stem};
use super::texts::named;
use crate::language::Language;
use crate::read::{Layout, ReadOptions, Revisions, read};
use crate::render::rolling_texts;
use crate::report::is_name;
use crate::structure::{Called, Document, Note, document_of};
use crate::{Error, ErrorKind};

/// What is compiled.
#[derive(Debug, Args)]
pub(super) struct CopiesArgs {
    /// The draft that all wrote on.
    #[arg(value_name = "BASE", value_parser = super::values::file_name)]
    base: String,
    /// Each delegation's copy of the draft, with its changes in it, tracked or not; or a folder of them.
    #[arg(value_name = "PROPOSAL|FOLDER", value_parser = super::values::file_name)]
    proposals: Vec<String>,
    /// Name of a delegation in the output, given once for each copy in order [default: the name of its file, without the ending].
    #[arg(long = "label", value_name = "TEXT")]
    labels: Vec<String>,
    /// What tracked changes in a Word file are: the changes of its delegation (accepted), or each author's a proposal of its own (by-author). Then
    /// the draft may be such a file itself, alone.
    #[arg(hide_short_help = true, long, value_enum, value_name = "HOW", default_value = "accepted")]
    tracked: TrackedArg,
    /// Who an author of tracked changes speaks for; several may speak for one delegation.
    #[arg(hide_short_help = true, long = "author", value_name = "AUTHOR=DELEGATION", value_parser = author)]
    authors: Vec<(String, String)>,
    /// The draft is a rolling text: what stands in it with a name is a proposal.
    ///
    /// In the forms of rature or those of the field. The names are those of --label, else those that it says it is of, else states and usual groups.
    /// Copies may follow.
    #[arg(long, conflicts_with = "tracked")]
    rolling: bool,
    /// Compile the proposals of these delegations alone, separated by commas.
    #[arg(hide_short_help = true, long, value_name = "NAME,…", value_delimiter = ',')]
    only: Vec<String>,
    #[command(flatten)]
    reading: ReadingArgs,
}

/// `--author`.
fn author(typed: &str) -> Result<(String, String), String> {
    let parts = typed.split_once('=').filter(|(author, delegation)| !author.is_empty() && !delegation.is_empty());
    let (author, delegation) = parts.ok_or("an author and a delegation, such as \"J. Doe=Kenya\"")?;
    Ok((author.to_owned(), delegation.to_owned()))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TrackedArg {
    Accepted,
    ByAuthor,
}

/// What is laid over each other.
pub(super) struct Copies {
    pub(super) base: Document,
    /// Each with its label.
    pub(super) proposals: Vec<Document>,
    /// Doubts of reading.
    pub(super) notes: Vec<Note>,
}

impl CopiesArgs {
    /// The draft and the copies that are asked for, of which none is the `output`.
    pub(super) fn texts(&self, output: Option<&str>) -> Result<Copies, Error> {
        let by_author = self.tracked == TrackedArg::ByAuthor;
        let mut files = named(&self.proposals)?;
        if self.proposals.iter().any(|path| Path::new(path).is_dir()) {
            let is_base = |file: &String| std::fs::canonicalize(file).ok() == std::fs::canonicalize(&self.base).ok();
            files.retain(|file| !is_base(file));
        }
        if files.is_empty() && !self.rolling {
            if !by_author {
                let what = "there are no proposals: name each delegation's copy, or a folder of them";
                return Err(Error::new(ErrorKind::Usage, &self.base, what));
            }
            files.push(self.base.clone());
        }
        self.reading.refuse_inputs(output, files.iter().map(String::as_str).chain([self.base.as_str()]))?;
        let labels = self.labels_of(&files)?;
        let options = self.reading.options()?;
        let mut copies = if self.rolling {
            self.rolled(&options)?
        } else {
            let of_base =
                if by_author { ReadOptions { revisions: Revisions::Reject, ..options.clone() } } else { options.clone() };
            Copies { base: document(&self.base, self.reading.max_size, &of_base)?, proposals: vec![], notes: vec![] }
        };
        // The file of each proposal.
        let mut from: Vec<&str> = vec![&self.base; copies.proposals.len()];
        for (file, label) in files.iter().zip(labels) {
            let whole = document(file, self.reading.max_size, &options)?;
            copies.accept(file, &whole)?;
            let found =
                if by_author { self.by_author(file, whole, &options, label, &mut copies.notes)? } else { vec![(label, whole)] };
            for (label, mut proposal) in found {
                check_label(&label)?;
                if let Some(first) = copies.proposals.iter().position(|other| other.label == label) {
                    let what = format!("stands for two copies, {} and {file}: name them apart with --label", from[first]);
                    return Err(Error::new(ErrorKind::Usage, label, what));
                }
                proposal.label = label;
                copies.proposals.push(proposal);
                from.push(file);
            }
        }
        self.retain_asked(&mut copies.proposals)?;
        Ok(copies)
    }

    /// Drops the proposals of those that `--only` does not name.
    fn retain_asked(&self, proposals: &mut Vec<Document>) -> Result<(), Error> {
        if self.only.is_empty() {
            return Ok(());
        }
        let kept = self.only.iter().map(|name| known("--only", name, proposals)).collect::<Result<Vec<_>, _>>()?;
        let mut at = 0;
        proposals.retain(|_| {
            at += 1;
            kept.contains(&(at - 1))
        });
        Ok(())
    }

    /// What each author of tracked changes in a Word file proposes; the file as it is, where nobody tracked any.
    fn by_author(
        &self,
        file: &str,
        text: Document,
        options: &ReadOptions,
        label: String,
        notes: &mut Vec<Note>,
    ) -> Result<Vec<(String, Document)>, Error> {
        let Some(package) = text.package.clone().filter(|package| !package.authors.is_empty()) else {
            return Ok(vec![(label, text)]);
        };
        let authors = apart(&package.authors);
        let speaks_for = |author: &String| {
            let renamed = self.authors.iter().find(|(name, _)| name == author);
            renamed.map_or_else(|| author.clone(), |(_, delegation)| delegation.clone())
        };
        let mut hands: Vec<(String, Vec<String>)> = vec![];
        for author in &authors {
            let delegation = speaks_for(author);
            match hands.iter_mut().find(|(known, _)| *known == delegation) {
                Some((_, authors)) => authors.push(author.clone()),
                None => hands.push((delegation, vec![author.clone()])),
            }
        }
        for [by, whose, words] in &package.nested {
            let [by, whose] = [by, whose].map(&speaks_for);
            if by != whose {
                let message = format!("{by} deletes words that {whose} inserted, which stand in the text of neither: {words}");
                notes.push(Note::new("sub-amendment", message).with([by.as_str(), &whose, words]));
            }
        }
        let read = |(delegation, authors): (String, Vec<String>)| {
            let options = ReadOptions { revisions: Revisions::Accept, authors, ..options.clone() };
            Ok((delegation, document(file, self.reading.max_size, &options)?))
        };
        hands.into_iter().map(read).collect()
    }

    /// The draft and the proposals of a rolling text.
    fn rolled(&self, options: &ReadOptions) -> Result<Copies, Error> {
        let name = shown_name(&self.base);
        let bytes = bytes(&self.base, &name, self.reading.max_size)?;
        let read = rolling_texts(&paragraphs(&name, &bytes, options)?, &self.labels);
        if read.proposals.is_empty() {
            let what = "no proposal is read in it: a bracket is one only if a known name stands in it; name the delegations with --label";
            return Err(Error::new(ErrorKind::Usage, &self.base, what));
        }
        let mut language = options.language;
        let mut text = |label: &str, paragraphs: &[String]| -> Result<Document, Error> {
            let options = ReadOptions { language, layout: Some(Layout::Blocks), ..options.clone() };
            let mut document = document_of(paragraphs.join("\n\n").as_bytes(), &Called { name: &name, stem: label }, &options)?;
            label.clone_into(&mut document.label);
            language = Some(document.language);
            Ok(document)
        };
        let base = text(&stem(&self.base), &read.draft)?;
        let proposals =
            read.proposals.iter().map(|(label, paragraphs)| text(label, paragraphs)).collect::<Result<Vec<_>, _>>()?;
        Ok(Copies { base, proposals, notes: read.notes })
    }

    fn labels_of(&self, files: &[String]) -> Result<Vec<String>, Error> {
        // Of a rolling text they are the names that are known.
        if self.rolling {
            return Ok(files.iter().map(|file| stem(file)).collect());
        }
        if !self.labels.is_empty() && self.labels.len() != files.len() {
            let what = format!("there are {} names for {} copies: give one for each", self.labels.len(), files.len());
            return Err(Error::new(ErrorKind::Usage, "--label", what));
        }
        Ok(if self.labels.is_empty() { files.iter().map(|file| stem(file)).collect() } else { self.labels.clone() })
    }
}

impl Copies {
    /// Refuses a copy in another language than the draft.
    fn accept(&self, file: &str, proposal: &Document) -> Result<(), Error> {
        if proposal.language == self.base.language {
            return Ok(());
        }
        let [own, of_draft] = [proposal.language, self.base.language].map(Language::code);
        let what = format!(
            "reads as another language ({own}) than the draft ({of_draft}): compile copies in one language, or name it with --lang"
        );
        Err(Error::new(ErrorKind::Usage, file, what))
    }
}

/// The proposal that is called `name`.
pub(super) fn known(option: &str, name: &str, proposals: &[Document]) -> Result<usize, Error> {
    proposals.iter().position(|proposal| proposal.label == name).ok_or_else(|| {
        let known = proposals.iter().map(|proposal| proposal.label.as_str()).collect::<Vec<_>>().join(", ");
        Error::new(ErrorKind::Usage, format!("{option} {name}"), format!("no copy is called that: there are {known}"))
    })
}

/// The authors, with those apart that sign together in a compilation: "EU, Kenya" where one of them signs alone too.
fn apart(authors: &[String]) -> Vec<String> {
    let mut apart: Vec<String> = vec![];
    for author in authors {
        let parts: Vec<&str> = author.split(", ").collect();
        let is_list = parts.len() > 1
            && parts.iter().any(|part| authors.iter().any(|other| other != author && other.split(", ").any(|one| one == *part)));
        for name in if is_list { parts } else { vec![author.as_str()] } {
            if !apart.iter().any(|known| known == name) {
                apart.push(name.to_owned());
            }
        }
    }
    apart
}

/// Refuses a name that could not be told from the signs about it.
fn check_label(label: &str) -> Result<(), Error> {
    if is_name(label) {
        return Ok(());
    }
    let what = "is no name that can stand in a compilation: give --label one without commas, colons, slashes and brackets";
    Err(Error::new(ErrorKind::Usage, format!("\"{label}\""), what))
}

/// The paragraphs of a file with the lines where they begin: of plain text as it stands, since a rolling text is told by its signs.
fn paragraphs(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Vec<(usize, String)>, Error> {
    let source = read(name, bytes, options)?;
    let is_plain = matches!(source.layout, Layout::Wrapped | Layout::Lines | Layout::Paragraphs | Layout::Blocks);
    let Some(text) = std::str::from_utf8(bytes).ok().filter(|_| is_plain) else {
        return Ok(source.blocks.into_iter().map(|block| (block.line, block.text)).collect());
    };
    let mut paragraphs: Vec<(usize, String)> = vec![];
    let mut is_open = false;
    for (at, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let is_blank = line.trim().is_empty();
        match paragraphs.last_mut().filter(|_| is_open) {
            Some((_, open)) if !is_blank => {
                open.push('\n');
                open.push_str(line);
            }
            _ if !is_blank => paragraphs.push((at + 1, line.to_owned())),
            _ => {}
        }
        is_open = !is_blank;
    }
    Ok(paragraphs)
}
