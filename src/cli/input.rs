//! From a name on the command line to a document.

use std::path::Path;

use crate::files::{Most, bytes_of, limited};
use crate::language::Language;
use crate::read::ReadOptions;
use crate::report::phrases::Phrases;
use crate::structure::{Called, Document, document_of};
use crate::{Error, ErrorKind};

/// What names standard input.
pub(super) const STANDARD_INPUT: &str = "-";

/// Reads the text called `file`, of at most `max_size` bytes.
pub(super) fn document(file: &str, max_size: u64, options: &ReadOptions) -> Result<Document, Error> {
    let name = shown_name(file);
    let bytes = bytes(file, &name, max_size)?;
    document_of(&bytes, &Called { name: &name, stem: &stem(file) }, options)
}

/// Two texts as they were typed: the earlier, the later.
pub(super) struct PairOfTexts<'a> {
    /// The files, and how each is read.
    pub(super) sides: [(&'a str, ReadOptions); 2],
    pub(super) labels: [Option<&'a str>; 2],
    /// The language of what tells two texts of one name apart; by default that of the later text.
    pub(super) ui_lang: Option<Language>,
    /// The largest file that is read.
    pub(super) max_size: u64,
}

/// Reads two texts and gives them labels that differ.
pub(super) fn pair(typed: &PairOfTexts<'_>) -> Result<[Document; 2], Error> {
    let files = typed.sides.each_ref().map(|(file, _)| *file);
    if files == [STANDARD_INPUT; 2] {
        return Err(Error::new(ErrorKind::Usage, "-", "both texts cannot be standard input: name a file for one of them"));
    }
    let mut documents = documents(typed)?;
    for (document, label) in documents.iter_mut().zip(typed.labels) {
        if let Some(label) = label {
            label.clone_into(&mut document.label);
        }
    }
    tell_apart(&mut documents, files, typed.ui_lang);
    Ok(documents)
}

/// Tells two texts of one label apart, by the names of their `files` or else by their sides, in the words of `ui_lang` or of the later text.
pub(super) fn tell_apart(documents: &mut [Document; 2], files: [&str; 2], ui_lang: Option<Language>) {
    if documents[0].label == documents[1].label {
        let stems = files.map(stem);
        let phrases = Phrases::of(ui_lang.unwrap_or(documents[1].language));
        let stems = if stems[0] == stems[1] { phrases.page.sides.map(str::to_owned) } else { stems };
        for (document, stem) in documents.iter_mut().zip(stems) {
            document.label = format!("{} ({stem})", document.label);
        }
    }
}

fn documents(typed: &PairOfTexts<'_>) -> Result<[Document; 2], Error> {
    let read = |side: usize| {
        let (file, options) = &typed.sides[side];
        document(file, typed.max_size, options)
    };
    let (old, new) = rayon::join(|| read(0), || read(1));
    Ok([old?, new?])
}

/// How a file is called in messages.
pub(super) fn shown_name(file: &str) -> String {
    if file == STANDARD_INPUT { "standard input".to_owned() } else { file.to_owned() }
}

/// A text's name without folders and ending, for labels that must be told apart.
pub(super) fn stem(file: &str) -> String {
    match Path::new(file).file_stem() {
        Some(stem) if file != STANDARD_INPUT => stem.to_string_lossy().into_owned(),
        _ => shown_name(file),
    }
}

/// All bytes of `file`, which messages call `name`; at most `max_size`.
pub(super) fn bytes(file: &str, name: &str, max_size: u64) -> Result<Vec<u8>, Error> {
    let most = Most::Asked(max_size);
    if file == STANDARD_INPUT { limited(std::io::stdin().lock(), name, most) } else { bytes_of(Path::new(file), name, most) }
}
