//! Which text is the earlier: by what the texts say of themselves.

use crate::structure::{Document, Note};

/// What the order of a series goes by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Order {
    /// Dates of adoption where all texts have one, else sessions where all have one, else as given.
    #[default]
    Dates,
    /// As given.
    Given,
}

/// Puts `texts` in order, the earliest first, and says what contradicts it.
pub fn in_order<T>(texts: &mut [T], order: Order, document: impl Fn(&T) -> &Document) -> Vec<Note> {
    let date = |text: &T| document(text).adopted.as_ref().and_then(|adopted| adopted.date.clone());
    let session = |text: &T| document(text).session.as_deref().and_then(|session| session.parse::<u32>().ok());
    let dated = texts.iter().all(|text| date(text).is_some());
    let counted = texts.iter().all(|text| session(text).is_some());
    match order {
        Order::Dates if dated => texts.sort_by_key(date),
        Order::Dates if counted => texts.sort_by_key(session),
        _ => {}
    }
    let mut notes = vec![];
    for pair in texts.windows(2) {
        let [old, new] = pair else { continue };
        let later = match (date(old).zip(date(new)), session(old).zip(session(new))) {
            (Some((before, after)), _) => before > after,
            (None, Some((before, after))) => before > after,
            _ => false,
        };
        if later {
            let (old, new) = (&document(old).label, &document(new).label);
            let message = format!("{old} stands before {new}, but says that it is the later");
            notes.push(Note::new("order", message).with([old, new]));
        }
    }
    if order == Order::Dates && !dated && !counted && texts.len() > 1 {
        notes.push(Note::new("order-unknown", "not every text says its date or session: the order is as given"));
    }
    notes
}
