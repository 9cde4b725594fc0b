//! A figure that stands in another part of the sentence now is another figure.
//!
//! ```text
//! old      by a vote of 28 to 8, with 11 abstentions
//! new      by a vote of 27 to 11, with 9 abstentions
//! cheapest by a vote of [28 to 8, with → 27 to] 11 [ → , with 9] abstentions
//! here     by a vote of [28 to 8 → 27 to 11], with [11 → 9] abstentions
//! ```
//!
//! Figures are put aside first: words that both texts have in a row then, whatever the figures among them, are a frame, and each of its
//! places a part. A figure that is not in its own part on the other side, but in another one of the frame, is given a number of its own,
//! so that nothing keeps it. The items of a list are all one part: "2019, 2020 and 2021" may well become "2020, 2021 and 2022", with two
//! years kept. A symbol names the same text in every part. `O(n d)`, as the shortest script, in the few paragraphs where a figure of the
//! old text stands elsewhere in the new one.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::items::opens_item;
use super::shortest::shortest_script;
use super::words::{Words, own_number};
use crate::text::lower;

/// The number of every figure while frames are looked for. Numbers of words are small.
const ANY: u32 = u32::MAX;
/// The shortest frame is "12 to 15".
const SHORT: usize = 2;

/// Gives the figures that play another part now numbers that no other word has.
pub(super) fn tell_apart<'w>(old: &mut Words<'w>, new: &mut Words<'w>) {
    if !may_have_turned(old, new) {
        return;
    }
    let masked = [&*old, &*new].map(|words| words.row.iter().map(|word| if word.is_figure() { ANY } else { word.id }).collect());
    let [masked_old, masked_new]: [Vec<u32>; 2] = masked;
    for frame in shortest_script(&masked_old, &masked_new, SHORT) {
        let roles = roles([old, new], [frame.old, frame.new], frame.len);
        let place = |side: usize, at: usize| at + [frame.old, frame.new][side];
        let ids: Vec<[u32; 2]> = roles.iter().map(|&(at, _)| [old.row[place(0, at)].id, new.row[place(1, at)].id]).collect();
        for side in [0, 1] {
            let mut parts: FxHashMap<u32, FxHashSet<Role>> = FxHashMap::default();
            for (ids, (_, role)) in ids.iter().zip(&roles) {
                parts.entry(ids[1 - side]).or_default().insert(*role);
            }
            for (ids, &(at, role)) in ids.iter().zip(&roles) {
                if parts.get(&ids[side]).is_some_and(|parts| !parts.contains(&role)) {
                    let place = place(side, at);
                    let row = if side == 0 { &mut old.row } else { &mut new.row };
                    row[place].id = own_number(side, place);
                }
            }
        }
    }
}

/// Whether a figure of one text stands in the other, beyond those that both begin and end with.
fn may_have_turned(old: &Words, new: &Words) -> bool {
    let figures = |words: &Words| words.row.iter().filter(|word| word.is_figure()).map(|word| word.id).collect::<Vec<_>>();
    let (old, new) = (figures(old), figures(new));
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let new: FxHashSet<u32> = new[head..new.len() - tail].iter().copied().collect();
    old[head..old.len() - tail].iter().any(|figure| new.contains(figure))
}

/// What a figure is in a frame: the number of the kind of item that it stands in, and its place there.
type Role = (usize, usize);

/// The figures of a frame, as places in it, each with its part.
fn roles(sides: [&Words; 2], starts: [usize; 2], len: usize) -> Vec<(usize, Role)> {
    let row = &sides[0].row[starts[0]..starts[0] + len];
    let figures: Vec<usize> = (0..len).filter(|&at| row[at].is_figure()).collect();
    let is_between = |at: usize| sides.iter().zip(starts).any(|(words, start)| is_between(words, start + at));
    // The items of a list, or all of the frame.
    let items: Vec<&[usize]> = figures
        .chunk_by(|&before, &after| is_between(before) || !is_list(sides[0], starts[0] + before + 1..starts[0] + after))
        .collect();
    // Items are of a kind that have the same words between their figures.
    let mut kinds: FxHashMap<Vec<&[u32]>, usize> = FxHashMap::default();
    let ids: Vec<u32> = row.iter().map(|word| word.id).collect();
    let mut roles = Vec::with_capacity(figures.len());
    for item in items {
        let next = kinds.len();
        let kind = *kinds.entry(item.windows(2).map(|pair| &ids[pair[0] + 1..pair[1]]).collect()).or_insert(next);
        roles.extend(item.iter().enumerate().map(|(place, &figure)| (figure, (kind, place))));
    }
    roles
}

/// Whether the words of `gap` part the items of a list: they end with a comma or "and", before the words that an item opens
/// with, or there are none.
fn is_list(words: &Words, gap: Range<usize>) -> bool {
    let is_item = words.row.get(gap.end).is_some_and(|figure| figure.is_item);
    is_item && opens_item(words, gap.end - 1)
        || words.row[gap].last().is_none_or(|last| words.language.lexicon().parts_items(last.text))
}

/// Whether "between" or its like stands before word `at`, an article between them or not.
fn is_between(words: &Words, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map(|before| lower(words.row[before].text));
    [1, 2].into_iter().filter_map(before).any(|word| words.language.lexicon().facts.between.contains(&&*word))
}
