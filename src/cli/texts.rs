//! From what was named, files and folders, to the texts of a series.
//!
//! ```text
//! texts/   2019.txt  2020.docx  2021.pdf     the texts, in the order of their names
//!          ~$2020.docx  .2021.pdf            left out: what an editor holds open, what is hidden
//!          series.html  redline.docx         left out: what rature wrote, and said
//!          2021.docx                         beside 2021.pdf: one text or two? refused
//! ```

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use crate::project::is_own;
use crate::render::visible;
use crate::structure::Document;
use crate::{Error, ErrorKind};

/// Endings of the files of a folder that are texts.
const ENDINGS: [&str; 7] = ["txt", "text", "docx", "odt", "html", "htm", "pdf"];

/// The files named, those of folders in the order of their names; none twice.
pub(super) fn named(paths: &[String]) -> Result<Vec<String>, Error> {
    let mut files: Vec<String> = vec![];
    for path in paths {
        if Path::new(path).is_dir() {
            files.extend(texts_in(path)?);
        } else {
            files.push(path.clone());
        }
    }
    let mut files: Vec<String> = files.iter().map(|file| file.trim_start_matches("./").replace('\\', "/")).collect();
    let mut seen = BTreeSet::new();
    files.retain(|file| seen.insert(file.clone()));
    Ok(files)
}

/// Says, of texts that carry no year at all, that they may be copies of one draft, which a series would compare with each other.
pub(super) fn warn_of_copies<D: Borrow<Document>>(documents: &[D]) {
    let has_year = |text: &str| text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4);
    let is_dated = |document: &Document| {
        document.adopted.is_some() || document.session.is_some() || document.symbol.is_some() || has_year(&document.label)
    };
    if documents.len() > 2 && !documents.iter().any(|document| is_dated(document.borrow())) {
        let said = "rature: these texts carry no dates, and each is compared with the one before it: of copies of one draft, make a \
                    rature compile, or a rature table --against first";
        // With standard error gone there is nobody left to tell.
        let _ = writeln!(io::stderr(), "{said}");
    }
}

fn texts_in(folder: &str) -> Result<Vec<String>, Error> {
    let unreadable = |error| Error::io(ErrorKind::Unreadable, folder, "cannot be looked through: check its permissions", error);
    let (mut names, mut ours) = (vec![], vec![]);
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
        if ENDINGS.contains(&ending.as_str()) && !name.starts_with(['.', '~']) && path.is_file() {
            if File::open(&path).is_ok_and(is_own) { &mut ours } else { &mut names }.push(name);
        }
    }
    ours.sort();
    if names.is_empty() && !ours.is_empty() {
        let what = format!("there is nothing in it but what rature wrote ({}): name the texts themselves", ours.join(", "));
        return Err(Error::new(ErrorKind::Usage, folder, what));
    }
    if names.is_empty() {
        let what = "there is no .txt, .docx, .odt, .html or .pdf in it: name the texts themselves";
        return Err(Error::new(ErrorKind::Usage, folder, what));
    }
    names.sort();
    let mut stems = BTreeMap::new();
    for name in &names {
        let stem = name.rsplit_once('.').map_or("", |(stem, _)| stem).to_lowercase();
        if let Some(first) = stems.insert(stem, name) {
            let what = format!("has {first} and {name}, which may be one text twice: name the texts themselves");
            return Err(Error::new(ErrorKind::Usage, folder, what));
        }
    }
    if !ours.is_empty() {
        // With standard error gone there is nobody left to tell.
        let said = format!("rature: {folder}: left out, since rature wrote them: {}", ours.join(", "));
        let _ = writeln!(io::stderr(), "{}", visible(&said));
    }
    Ok(names.iter().map(|name| Path::new(folder).join(name).to_string_lossy().into_owned()).collect())
}
