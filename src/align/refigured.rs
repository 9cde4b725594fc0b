//! Paragraphs that are the same but for their figures, and the only ones so.
//!
//! ```text
//! old   Austria shall pay 500 euros;    Belgium shall pay 400 euros;
//! new   Austria shall pay 400 euros;    Belgium shall pay 500 euros;     by their figures the two would change places
//! ```
//!
//! Of near-equals it is the words that say which is which: figures are what changes from year to year. Symbols name what they stand for, and
//! paragraphs that have one are left to the evidence: "Recalling also its resolution 19/36". Most such pairs find each other by
//! all evidence; those that did not are tied before the evidence is weighed again. `O(n)`.

use rustc_hash::FxHashMap;

use super::frame::Frame;
use super::lines::Form;
use super::matching::{Decided, Tie};
use super::terms::Terms;
use crate::language::{Lexicon, year};
use crate::prepare::TextPair;
use crate::text::{is_symbol, lower};

/// So many words that are no figures name a paragraph.
const FEWEST: usize = 2;
/// How alike the two must be all the same: "Recalling its resolutions 51/216 and 63/251" is like any such recital.
const ALIKE: i32 = 300;

/// The pairs that read the same but for figures, are the only ones so in either text, and were tied otherwise, in places of `units`.
pub(super) fn overlooked(
    pair: TextPair<'_>,
    units: [&[usize]; 2],
    (terms, frame): (&Terms, &dyn Frame),
    (decided, ties): (&Decided, &[Tie]),
) -> Vec<(usize, usize)> {
    let closed = decided.closed(units[0].len(), units[1].len());
    let [old, new] = [0, 1].map(|side| {
        let mut once: FxHashMap<Vec<u32>, Option<usize>> = FxHashMap::default();
        for (at, &unit) in units[side].iter().enumerate().filter(|(at, _)| !closed[side][*at]) {
            let stems = pair.stems(side, unit);
            let has_count = stems.words.iter().any(|stem| stem.is_count);
            let worded = || stems.words.iter().filter(|stem| !stem.is_count && !stem.is_function).take(FEWEST).count();
            let has_symbol = || cites(&pair.unit(side, unit).text, pair.documents()[side].language.lexicon());
            if has_count
                && worded() == FEWEST
                && !has_symbol()
                && !frame.class(side, at).is_line()
                && pair.unit(side, unit).cell.is_none()
            {
                once.entry(Form::of(stems).sequence).and_modify(|place| *place = None).or_insert(Some(at));
            }
        }
        once
    });
    let partners: FxHashMap<usize, usize> = ties.iter().map(|tie| (tie.old, tie.new)).collect();
    let only = old.into_iter().filter_map(|(form, old)| Some((old?, (*new.get(&form)?)?)));
    let mut found: Vec<(usize, usize)> = only
        .filter(|&(old, new)| partners.get(&old) != Some(&new) && frame.class(0, old) == frame.class(1, new))
        .filter(|&(old, new)| frame.may_be_one(terms, old, new) && terms.old[old].text != terms.new[new].text)
        .filter(|&(old, new)| terms.similarity(old, new) >= ALIKE)
        .collect();
    found.sort_unstable();
    found
}

/// Whether `text` names another by its symbol: "A/RES/70/1", or "resolution 19/36" behind the word for it. "2020/21" and "24/7" name none.
fn cites(text: &str, lexicon: &Lexicon) -> bool {
    let is_number = |word: &str| {
        let (session, number) = word.split_once('/').unwrap_or_default();
        [session, number].iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
            && year(session).is_none()
    };
    let mut before = "";
    text.split([' ', '\u{a0}']).map(|word| word.trim_end_matches([',', ';', '.', ':', ')'])).any(|word| {
        let noun = std::mem::replace(&mut before, word);
        is_symbol(word) || is_number(word) && lexicon.numbered_nouns.contains(&&*lower(noun))
    })
}
