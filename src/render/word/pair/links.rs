//! Links of kept paragraphs: one that has other words or another address in the new file goes and comes as a whole.
//!
//! ```text
//! old    See the <a report of Brem> for more.
//! new    See the <a second report of Brem> for more.
//! words  keep "See the ", insert "second ", keep "report of Brem for more."
//! here   keep "See the ", delete "report of Brem", insert "second report of Brem" as a link, keep " for more."
//! ```
//!
//! Word does not track what a link is, only words; so whose accepted words should be in a link must come with it. A link stays where both
//! files have it with one address and its first and last word are kept: what comes between them comes into it. One that leads to a place in
//! its own file (a table of contents) has no address here and stays. `O(n)` in characters.

use std::ops::Range;

use super::super::paragraph::Piece;
use super::diff::{Item, Row, Script, Step};

/// A link with an address.
struct Link<'a> {
    address: &'a str,
    /// Which of the paragraphs of its side, and the atoms there.
    nth: usize,
    atoms: Range<usize>,
    /// Its first and last item but for spaces.
    ends: Option<[usize; 2]>,
    /// Whether all of it are characters: what else there is stays in its place.
    is_plain: bool,
    /// Whether words of it are kept, and the link of the other side that they stand in.
    is_kept: bool,
    partner: Option<usize>,
    is_other: bool,
}

/// The links of one side, and the link of each item.
struct Links<'a> {
    all: Vec<Link<'a>>,
    of: Vec<Option<usize>>,
}

impl<'a> Links<'a> {
    fn of(items: &[Item], row: Row<'a, '_>) -> Self {
        let mut all: Vec<Link<'a>> = vec![];
        for (nth, &at) in row.paragraphs.iter().enumerate() {
            let para = &row.side.paragraphs[at];
            let mut open: Vec<Option<usize>> = vec![];
            for piece in &para.taken.pieces {
                match piece {
                    Piece::Open(_, tag) => open.push(row.things.address(para, tag.start).map(|address| {
                        let link = Link {
                            address,
                            nth,
                            atoms: 0..0,
                            ends: None,
                            is_plain: true,
                            is_kept: false,
                            partner: None,
                            is_other: false,
                        };
                        all.push(link);
                        all.len() - 1
                    })),
                    Piece::Close(_) => drop(open.pop()),
                    Piece::Run(run) => {
                        if let Some(&link) = open.iter().flatten().last() {
                            let atoms = &mut all[link].atoms;
                            *atoms = if atoms.start == atoms.end { run.atoms.clone() } else { atoms.start..run.atoms.end };
                        }
                    }
                    Piece::Raw(_) => {}
                }
            }
        }
        all.retain(|link| !link.atoms.is_empty());
        let mut links = Self { of: vec![None; items.len()], all };
        let mut next = 0;
        for (at, item) in items.iter().enumerate().filter(|(_, item)| !item.is_border()) {
            let place = (item.nth(), item.atoms().start);
            while links.all.get(next).is_some_and(|link| (link.nth, link.atoms.end) <= place) {
                next += 1;
            }
            let Some(link) = links.all.get_mut(next).filter(|link| (link.nth, link.atoms.start) <= place) else { continue };
            links.of[at] = Some(next);
            link.is_plain &= item.is_character();
            if !item.is_space() {
                link.ends = Some([link.ends.map_or(at, |[first, _]| first), at]);
            }
        }
        links
    }

    /// Notes that kept words of `link` stand in `partner` on the other side.
    fn pair(&mut self, link: Option<usize>, partner: Option<usize>) {
        let Some(link) = link.map(|link| &mut self.all[link]) else { return };
        link.is_other |= link.is_kept && link.partner != partner || partner.is_none();
        (link.is_kept, link.partner) = (true, partner);
    }
}

/// Links that are others now go and come as a whole.
pub(super) fn part_links(script: &mut Script, [old, new]: [Row<'_, '_>; 2]) {
    let (mut before, mut after) = (Links::of(&script.old, old), Links::of(&script.new, new));
    if before.all.is_empty() && after.all.is_empty() {
        return;
    }
    let kept = |step: &Step| if let Step::Keep(o, n) = *step { Some([o as usize, n as usize]) } else { None };
    let mut is_kept = vec![false; script.new.len()];
    let mut pairs = vec![];
    for [o, n] in script.steps.iter().filter_map(kept).filter(|[o, _]| !script.old[*o].is_border()) {
        is_kept[n] = true;
        if !script.old[o].is_space() && (before.of[o].is_some() || after.of[n].is_some()) {
            pairs.push([before.of[o], after.of[n]]);
        }
    }
    pairs.dedup();
    for &[o, n] in &pairs {
        before.pair(o, n);
        after.pair(n, o);
        if let (Some(o), Some(n)) = (o, n) {
            after.all[n].is_other |= before.all[o].address != after.all[n].address;
        }
    }
    for link in &mut after.all {
        link.is_other |= link.is_kept && link.ends.is_some_and(|ends| ends.iter().any(|&end| !is_kept[end]));
    }
    // What one of them is, all are that share words with it, or stand right beside it.
    let mut is_settled = false;
    while !is_settled {
        is_settled = true;
        let mut tell = |one: bool, other: &mut bool| is_settled &= std::mem::replace(other, *other || one) || !one;
        for &[o, n] in &pairs {
            if let (Some(o), Some(n)) = (o, n) {
                let is_other = before.all[o].is_other || after.all[n].is_other;
                tell(is_other, &mut before.all[o].is_other);
                tell(is_other, &mut after.all[n].is_other);
            }
        }
        // Both ways, so that a row of them is settled at once.
        for at in (1..before.all.len()).chain((1..before.all.len()).rev()) {
            let [first, second] = [&before.all[at - 1], &before.all[at]];
            let is_other = first.is_other || second.is_other;
            if first.nth == second.nth && first.atoms.end == second.atoms.start {
                tell(is_other, &mut before.all[at - 1].is_other);
                tell(is_other, &mut before.all[at].is_other);
            }
        }
    }
    let is_plain = before.all.iter().chain(&after.all).all(|link| link.is_plain || !link.is_other);
    if !is_plain || !before.all.iter().chain(&after.all).any(|link| link.is_other) {
        return;
    }
    let goes = |links: &Links<'_>, at: usize| links.of[at].is_some_and(|link| links.all[link].is_other);
    let mut steps = Vec::with_capacity(script.steps.len());
    let mut comes = vec![];
    for step in script.steps.drain(..) {
        match step {
            Step::Keep(o, n) if goes(&before, o as usize) || goes(&after, n as usize) => {
                steps.push(Step::Delete(o));
                comes.push(Step::Insert(n));
            }
            Step::Insert(n) if !script.new[n as usize].is_border() => comes.push(step),
            Step::Delete(o) if !script.old[o as usize].is_border() => steps.push(step),
            _ => {
                steps.append(&mut comes);
                steps.push(step);
            }
        }
    }
    steps.append(&mut comes);
    script.steps = steps;
}
