//! The ends of a text, of a cell and of a note: the last paragraph can neither come nor go, since nothing stands behind it.
//!
//! ```text
//! kept ¶ + comes ¶                     kept [ins ¶] comes ¶
//! gone ¶ + comes ¶                     [del gone][ins comes] ¶
//! kept ¶ + [ins comes ¶] + gone ¶      kept ¶ [del gone][ins comes] ¶
//! kept ¶ + gone ¶                      kept [del ¶ gone] ¶
//! ```
//!
//! Whatever takes over the end looks as it should when the changes are accepted, and as the last paragraph did when they are rejected.

use std::collections::BTreeMap;

use super::plan::Place;
use super::properties::Properties;
use super::tracker::Mark;
use super::written::{Edits, Written};
use super::xml::Names;

/// Where an old paragraph stands.
#[derive(Debug, Clone)]
pub(super) struct Stand {
    /// The part.
    pub(super) part: usize,
    /// Its first byte, and that of the element after it.
    pub(super) start: usize,
    pub(super) next: Option<usize>,
    /// Nothing follows it that its end could be joined with.
    pub(super) is_last: bool,
    /// How many atoms it has.
    pub(super) atoms: usize,
    pub(super) properties: Properties,
}

/// A paragraph with those that come behind it.
pub(super) fn followed(own: Vec<Written>, behind: Vec<Written>, is_last: bool, names: &Names) -> Vec<Written> {
    // LibreOffice joins an insertion at the end of a paragraph with one at the beginning of the next, and with them the paragraphs:
    // the end between them is better tracked too.
    let runs_on =
        own.last().is_some_and(|last| last.mark.is_none() && last.content.ends_with(&format!("</{}>", names.tag("ins"))));
    let comes_on = !behind.is_empty() && behind.iter().all(|written| written.mark == Some(Mark::Inserted));
    if is_last || runs_on && comes_on { closed(own, behind) } else { own.into_iter().chain(behind).collect() }
}

/// The paragraphs of an end, where `own` are those of the last old paragraph, and `behind` comes behind it.
fn closed(mut own: Vec<Written>, behind: Vec<Written>) -> Vec<Written> {
    if behind.iter().any(Written::is_table) {
        own.extend(behind);
        return own;
    }
    let mut behind = behind.into_iter().peekable();
    let was = own.last().map(|last| last.was.clone().unwrap_or_else(|| last.properties.clone()));
    if let (Some(last), true) = (own.last_mut(), behind.peek().is_some()) {
        if last.mark.is_some_and(Mark::is_gone) {
            if let Some(first) = behind.next() {
                last.content.push_str(&first.content);
                last.mark = first.mark;
                last.properties = first.properties.with_section_of(&last.properties);
            }
        } else {
            last.mark = Some(Mark::Inserted);
            last.mark_by = behind.peek().map(|first| first.mark_by).unwrap_or_default();
        }
    }
    let mut behind: Vec<Written> = behind.collect();
    // Each end is now that before the paragraph that it brings.
    for at in 1..behind.len() {
        behind[at - 1].mark_by = behind[at].mark_by;
    }
    let section = was.clone().unwrap_or_default();
    own.extend(behind);
    if let Some(last) = own.last_mut() {
        last.mark = None;
        last.properties = last.properties.clone().with_section_of(&section);
        last.was = was.filter(|was| *was != last.properties);
    }
    own
}

/// Where all of a last paragraph goes, and nothing comes behind it, what comes before it comes behind it instead; where nothing does, the
/// paragraph before it takes over its end. A cell of which all goes keeps an empty paragraph.
pub(super) fn leave_none_empty(stands: &[Option<Stand>], edits: &mut [Option<Edits>], fresh: &mut BTreeMap<Place, Vec<Written>>) {
    let by_next: BTreeMap<(usize, usize), usize> =
        stands.iter().enumerate().filter_map(|(unit, s)| s.as_ref().and_then(|s| Some(((s.part, s.next?), unit)))).collect();
    let before = |unit: usize| {
        let stand = stands[unit].as_ref()?;
        by_next.get(&(stand.part, stand.start)).copied()
    };
    let is_gone = |edits: &[Option<Edits>], unit: usize| edits[unit].as_ref().is_some_and(|edits| edits.leaves_as.is_some());
    for last in (0..stands.len()).filter(|&unit| stands[unit].as_ref().is_some_and(|stand| stand.is_last)) {
        if !is_gone(edits, last) || fresh.contains_key(&Place::Behind(last)) {
            continue;
        }
        let mut above = before(last);
        while let Some(unit) = above {
            if let Some(comes) = fresh.remove(&Place::Behind(unit)) {
                fresh.insert(Place::Behind(last), comes);
                break;
            }
            if !is_gone(edits, unit) {
                end_goes(unit, last, stands, edits);
                break;
            }
            above = before(unit);
        }
    }
}

/// The end of `unit`, all of which stays, goes, and that of `last`, of which nothing else stays, takes its place.
fn end_goes(unit: usize, last: usize, stands: &[Option<Stand>], all: &mut [Option<Edits>]) {
    let (Some(kept), Some(gone)) = (&stands[unit], &stands[last]) else { return };
    let edits = all[unit].get_or_insert_with(|| Edits { gone: vec![false; kept.atoms], ..Edits::default() });
    if edits.mark.is_some() || kept.properties.ends_section() {
        return;
    }
    edits.mark = Some(Mark::Deleted);
    let now = edits.properties.clone().unwrap_or_else(|| kept.properties.clone()).with_section_of(&gone.properties);
    if now != gone.properties
        && let Some(edits) = &mut all[last]
    {
        edits.properties = Some(now);
    }
}
