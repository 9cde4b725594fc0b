//! Which blocks of two columns of text are one: paragraphs by the links of the report, tables by what links their cells, the rest by
//! what it says and where it stands.
//!
//! ```text
//! old   ¶ PP1   ¶ (empty)   table A   ¶ OP1   ¶ OP2
//! new   ¶ PP1   ¶ (empty)   table A'  ¶ OP2   ¶ OP1'         OP1 moved: it is no couple, but goes and comes
//! ```

use std::collections::BTreeMap;

use super::Apart;
use super::diff::longest;
use super::rows::{rising, words_alike};
use super::side::{Block, Side};
use crate::report::Redline;

/// So many blocks of the new file are looked at for one of the old: the pairs of two long columns that share nothing grow with their
/// product.
const NEAR: usize = 64;

/// Blocks that are one, side by side on each side: indices into the two columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Couple {
    pub(super) old: std::ops::Range<usize>,
    pub(super) new: std::ops::Range<usize>,
    /// The link that says so.
    pub(super) link: Option<usize>,
}

/// What is known of both files.
pub(super) struct Known<'a, 'x> {
    pub(super) old: &'a Side<'x>,
    pub(super) new: &'a Side<'x>,
    pub(super) redline: &'a Redline,
    /// The link of each unit, old and new.
    pub(super) links: [Vec<Option<usize>>; 2],
    /// Paragraphs of the new file that are written the simple way: whole, as inserted.
    pub(super) apart: Apart,
}

impl Known<'_, '_> {
    fn side(&self, side: usize) -> &Side<'_> {
        if side == 0 { self.old } else { self.new }
    }

    /// The link of a block that is a paragraph with text.
    pub(super) fn link(&self, side: usize, block: Block) -> Option<usize> {
        let Block::Paragraph(at) = block else { return None };
        let unit = self.side(side).paragraphs[at].unit?;
        self.links[side].get(unit).copied().flatten()
    }

    fn says(&self, side: usize, block: Block) -> Option<&str> {
        match block {
            Block::Paragraph(at) => Some(&self.side(side).paragraphs[at].text),
            Block::Table(_) => None,
        }
    }

    /// Whether a paragraph is written whole.
    pub(super) fn is_apart(&self, block: Block) -> bool {
        match (&self.apart, block) {
            (Apart::All, _) => true,
            (Apart::These(these), Block::Paragraph(at)) => these.contains(&at),
            _ => false,
        }
    }

    /// The couples of two columns, in order. In a cell, a box or a note (`is_closed`), paragraphs at the same place are one.
    pub(super) fn couples(&self, old: &[Block], new: &[Block], is_closed: bool) -> Vec<Couple> {
        let anchors = self.anchors(old, new);
        let mut found = vec![];
        let mut from = [0, 0];
        for anchor in anchors.into_iter().map(Some).chain([None]) {
            let to = anchor.as_ref().map_or([old.len(), new.len()], |a| [a.old.start, a.new.start]);
            self.between(old, new, [from, to], is_closed, &mut found);
            from = anchor.as_ref().map_or(to, |a| [a.old.end, a.new.end]);
            found.extend(anchor);
        }
        found
    }

    /// Couples that the links of the report make, as many as keep the order.
    fn anchors(&self, old: &[Block], new: &[Block]) -> Vec<Couple> {
        let mut by_link: BTreeMap<usize, [Vec<usize>; 2]> = BTreeMap::new();
        for (side, blocks) in [old, new].into_iter().enumerate() {
            for (at, block) in blocks.iter().enumerate() {
                if let Some(link) = self.link(side, *block) {
                    by_link.entry(link).or_default()[side].push(at);
                }
            }
        }
        let mut couples: Vec<Couple> = by_link
            .into_iter()
            .filter_map(|(link, [o, n])| {
                let change = &self.redline.links[link].link;
                let is_whole = o.len() == change.old.len() && n.len() == change.new.len();
                let is_one = is_whole && !o.is_empty() && !n.is_empty();
                let couple = Couple { old: *o.first()?..o.last()? + 1, new: *n.first()?..n.last()? + 1, link: Some(link) };
                // Between parts of one paragraph stands nothing but empty paragraphs.
                let is_row = |side: usize, blocks: &[Block], row: std::ops::Range<usize>| {
                    blocks[row].iter().all(|b| self.link(side, *b) == Some(link) || self.says(side, *b) == Some(""))
                };
                let is_apart = new[couple.new.clone()].iter().any(|block| self.is_apart(*block));
                let fits = is_one && !is_apart && is_row(0, old, couple.old.clone()) && is_row(1, new, couple.new.clone());
                fits.then_some(couple)
            })
            .chain(self.tables(old, new))
            .collect();
        couples.sort_by_key(|couple| couple.old.start);
        let pairs: Vec<[usize; 2]> = couples.iter().map(|couple| [couple.old.start, couple.new.start]).collect();
        let kept = rising(&pairs);
        let mut kept = kept.into_iter().peekable();
        let mut row: Vec<Couple> = vec![];
        for couple in couples {
            if kept.next_if_eq(&[couple.old.start, couple.new.start]).is_some()
                && row.last().is_none_or(|last| last.old.end <= couple.old.start && last.new.end <= couple.new.start)
            {
                row.push(couple);
            }
        }
        row
    }

    /// Tables of which most of what is linked is linked with each other.
    fn tables<'b>(&'b self, old: &'b [Block], new: &'b [Block]) -> impl Iterator<Item = Couple> + 'b {
        let mut of_link: BTreeMap<usize, usize> = BTreeMap::new();
        for (at, block) in old.iter().enumerate() {
            self.each_link(0, *block, &mut |link| {
                of_link.entry(link).or_insert(at);
            });
        }
        let mut taken = std::collections::BTreeSet::new();
        new.iter().enumerate().filter_map(move |(at, block)| {
            if !matches!(block, Block::Table(_)) || self.is_apart(*block) {
                return None;
            }
            let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
            self.each_link(1, *block, &mut |link| {
                if let Some(&table) = of_link.get(&link) {
                    *votes.entry(table).or_default() += 1;
                }
            });
            let best = votes.into_iter().max_by_key(|(table, votes)| (*votes, std::cmp::Reverse(*table)))?.0;
            taken.insert(best).then_some(Couple { old: best..best + 1, new: at..at + 1, link: None })
        })
    }

    /// The links of the paragraphs in a table.
    fn each_link(&self, side: usize, block: Block, tell: &mut dyn FnMut(usize)) {
        let Block::Table(at) = block else { return };
        for inner in self.side(side).tables[at].rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.blocks) {
            self.link(side, *inner).into_iter().for_each(&mut *tell);
            self.each_link(side, *inner, tell);
        }
    }

    /// Couples of what no link ties, between two couples.
    fn between(&self, old: &[Block], new: &[Block], [from, to]: [[usize; 2]; 2], is_closed: bool, found: &mut Vec<Couple>) {
        // What is linked elsewhere goes and comes.
        let is_free = |side: usize, block: Block| is_closed || self.link(side, block).is_none_or(|link| !self.is_tied(link));
        let o: Vec<usize> = (from[0]..to[0]).filter(|&at| is_free(0, old[at])).collect();
        let n: Vec<usize> = (from[1]..to[1]).filter(|&at| is_free(1, new[at]) && !self.is_apart(new[at])).collect();
        let is_same = |x: usize, y: usize| match (old[o[x]], new[n[y]]) {
            (a @ Block::Paragraph(p), b @ Block::Paragraph(q)) => {
                self.says(0, a) == self.says(1, b)
                    && self.old.paragraphs[p].taken.atoms.is_empty() == self.new.paragraphs[q].taken.atoms.is_empty()
            }
            (Block::Table(a), Block::Table(b)) => self.old.cells(a) == self.new.cells(b),
            _ => false,
        };
        let mut pairs = in_order(o.len(), n.len(), is_same);
        pairs.push([o.len(), n.len()]);
        let mut last = [0, 0];
        for [x, y] in pairs {
            self.similar(old, new, &o[last[0]..x], &n[last[1]..y], is_closed, found);
            if x < o.len() {
                found.push(Couple { old: o[x]..o[x] + 1, new: n[y]..n[y] + 1, link: None });
            }
            last = [x + 1, y + 1];
        }
    }

    /// Whether a link has two sides.
    fn is_tied(&self, link: usize) -> bool {
        let link = &self.redline.links[link].link;
        !link.old.is_empty() && !link.new.is_empty()
    }

    /// Couples of blocks that do not say the same: tables that are alike or alone, and in a closed column paragraphs in order.
    fn similar(&self, old: &[Block], new: &[Block], o: &[usize], n: &[usize], is_closed: bool, found: &mut Vec<Couple>) {
        let tables = |blocks: &[Block], row: &[usize]| row.iter().filter(|&&at| matches!(blocks[at], Block::Table(_))).count();
        let are_alone = tables(old, o) == tables(new, n);
        let mut next = 0;
        for &at in o {
            let fits = |&other: &usize| match (old[at], new[n[other]]) {
                (Block::Table(_), Block::Table(_)) => {
                    are_alone || words_alike(&self.old.text(&[old[at]]), &self.new.text(&[new[n[other]]])) >= 30
                }
                (Block::Paragraph(a), Block::Paragraph(b)) => {
                    let [a, b] = [&self.old.paragraphs[a], &self.new.paragraphs[b]];
                    let have_atoms = !a.taken.atoms.is_empty() && !b.taken.atoms.is_empty();
                    let is_like = || a.unit.is_none() && b.unit.is_none() || words_alike(&a.text, &b.text) >= 50;
                    is_closed || have_atoms && is_like()
                }
                _ => false,
            };
            if let Some(other) = (next..n.len()).take(NEAR).find(fits) {
                found.push(Couple { old: at..at + 1, new: n[other]..n[other] + 1, link: None });
                next = other + 1;
            }
        }
    }
}

/// The pairs in order of two rows that are the same; where both are long only those of their beginnings and ends.
fn in_order(rows: usize, columns: usize, is_same: impl Fn(usize, usize) -> bool) -> Vec<[usize; 2]> {
    const MOST: usize = 40_000;
    let most = rows.min(columns);
    let start = (0..most).take_while(|&at| is_same(at, at)).count();
    let end = (0..most - start).take_while(|&back| is_same(rows - 1 - back, columns - 1 - back)).count();
    let inner = [rows - start - end, columns - start - end];
    let mut pairs: Vec<[usize; 2]> = (0..start).map(|at| [at, at]).collect();
    if inner[0] * inner[1] <= MOST {
        let found = longest(inner[0], inner[1], |x, y| is_same(start + x, start + y));
        pairs.extend(found.into_iter().map(|[x, y]| [start + x, start + y]));
    }
    pairs.extend((0..end).rev().map(|back| [rows - 1 - back, columns - 1 - back]));
    pairs
}
