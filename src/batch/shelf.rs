//! The texts that were read last. A text that stands in job after job, as in successive pairs, is read once.

use std::collections::VecDeque;
use std::sync::Arc;

use super::job::Text;
use crate::Error;
use crate::structure::Document;

/// What the texts of a shelf may take together, in bytes of their sources; the last two are kept whatever they take.
const ROOM: usize = 1 << 20;

/// How many texts are kept, so that looking for one takes no time however small they are.
const MOST: usize = 64;

/// Documents by the text that they were read from, those asked for last at the end.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    kept: VecDeque<Kept>,
}

#[derive(Debug)]
struct Kept {
    text: Text,
    document: Arc<Document>,
    size: usize,
}

impl Shelf {
    /// The document of `text`; if it is not here, `read` says it and the size of its source in bytes.
    pub(super) fn document(
        &mut self,
        text: &Text,
        read: impl FnOnce() -> Result<(Document, usize), Error>,
    ) -> Result<Arc<Document>, Error> {
        let found = self.kept.iter().rposition(|kept| kept.text == *text).and_then(|at| self.kept.remove(at));
        let kept = if let Some(kept) = found {
            kept
        } else {
            let (document, size) = read()?;
            Kept { text: text.clone(), document: Arc::new(document), size }
        };
        let document = Arc::clone(&kept.document);
        self.kept.push_back(kept);
        let is_over = |kept: &VecDeque<Kept>| kept.len() > MOST || kept.iter().map(|kept| kept.size).sum::<usize>() > ROOM;
        while self.kept.len() > 2 && is_over(&self.kept) {
            self.kept.pop_front();
        }
        Ok(document)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{ReadOptions, read};
    use crate::structure::structure;

    /// The texts that a shelf has to read when it is asked for `asked`, each of them `size` bytes.
    fn readings(asked: &str, size: usize) -> String {
        let mut shelf = Shelf::default();
        let mut readings = String::new();
        for name in asked.chars() {
            let source = || read("text", format!("1. Asks {name} to report.").as_bytes(), &ReadOptions::default());
            let read = || {
                readings.push(name);
                Ok((structure(source()?), size))
            };
            let document = shelf.document(&Text::Path(name.to_string()), read).unwrap();
            assert!(document.units[0].text.contains(name));
        }
        readings
    }

    #[test]
    fn a_text_is_read_once_while_there_is_room() {
        assert_eq!(readings("abbccd", 20_000), "abcd");
        assert_eq!(readings("abacadbcbdcd", 20_000), "abcd");
    }

    #[test]
    fn the_last_two_stay_and_the_oldest_go_first() {
        assert_eq!(readings("abbccd", ROOM), "abcd");
        assert_eq!(readings("abacab", ROOM / 2), "abcb");
    }

    #[test]
    fn a_text_that_cannot_be_read_is_tried_again() {
        let mut shelf = Shelf::default();
        for _ in 0..2 {
            let missing = || Err(Error::new(crate::ErrorKind::Unreadable, "a", "cannot be found"));
            assert!(shelf.document(&Text::Path("a".to_owned()), missing).is_err());
        }
        assert!(shelf.kept.is_empty());
    }
}
