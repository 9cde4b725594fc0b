//! What was made, until the program ends or newer things need its room.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use super::question::Form;

/// How many things are kept, and how many bytes of them.
const MOST: usize = 40;
const MOST_BYTES: usize = 256 << 20;

/// A file that was made.
#[derive(Debug)]
pub(super) struct Kept {
    /// Hard to guess: who knows it may have it.
    pub(super) id: String,
    pub(super) name: String,
    pub(super) form: Form,
    pub(super) bytes: Vec<u8>,
}

/// The files that were made, the oldest first.
#[derive(Debug, Default)]
pub(super) struct Shelf(Mutex<VecDeque<Arc<Kept>>>);

impl Shelf {
    /// Keeps `kept`; the oldest go where there are too many.
    pub(super) fn keep(&self, kept: Kept) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.push_back(Arc::new(kept));
        while all.len() > MOST || all.len() > 1 && all.iter().map(|kept| kept.bytes.len()).sum::<usize>() > MOST_BYTES {
            all.pop_front();
        }
    }

    /// What is called `id`.
    pub(super) fn get(&self, id: &str) -> Option<Arc<Kept>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().find(|kept| kept.id == id).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_goes_first() {
        let shelf = Shelf::default();
        for id in 0..=MOST {
            shelf.keep(Kept { id: id.to_string(), name: String::new(), form: Form::Page, bytes: vec![] });
        }
        assert!(shelf.get("0").is_none() && shelf.get("1").is_some() && shelf.get(&MOST.to_string()).is_some());
    }

    #[test]
    fn what_alone_is_too_large_is_kept_until_there_is_another() {
        let shelf = Shelf::default();
        let large =
            |id: &str| Kept { id: id.to_owned(), name: String::new(), form: Form::Word, bytes: vec![0; MOST_BYTES / 2 + 1] };
        shelf.keep(large("a"));
        shelf.keep(large("b"));
        assert!(shelf.get("a").is_none() && shelf.get("b").is_some());
    }
}
