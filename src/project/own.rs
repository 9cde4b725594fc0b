//! Files that rature wrote, known by themselves: pages and Word files name the program, JSON its schema, text begins in a way of its own.
//! Markdown, spreadsheets and outlines have no place for that.

use std::io::{Read, Seek};

use crate::read::{is_own_page, is_own_word_file};
use crate::render::is_own_text;

/// Whether rature wrote `file`; one that cannot be read is told of elsewhere.
pub(crate) fn is_own(mut file: impl Read + Seek) -> bool {
    const HEAD: u64 = 2048;
    let mut head = vec![];
    if file.by_ref().take(HEAD).read_to_end(&mut head).is_err() {
        return false;
    }
    if head.starts_with(b"PK") {
        return file.rewind().is_ok() && is_own_word_file(file);
    }
    let text = String::from_utf8_lossy(&head);
    is_own_page(&head) || is_own_text(&text) || text.starts_with("{\n  \"schema\": \"rature/")
}
