//! Lines before and after the text that were joined or broken.
//!
//! ```text
//! old   Council of Ports | Fourth session | 2–9 May 2017 | Agenda item 8     one line
//! new   Council of Ports / Fifth session / 3–11 May 2018 / Agenda item 8     four
//! ```
//!
//! A line whose form stands whole in a longer line is a piece of it: the same words in the same order, figures and months aside. A line without
//! figures says too little to be looked for anywhere but at the beginning; a bare date stands in many a line, and is a piece only of one that
//! says little else, or that has other pieces. A distribution line may also have run into the paragraph beside it. Cost: the lines of
//! one text times those of the other, [`CELLS`](super::lines) at most.

use super::explanation::{Decision, Side};
use super::frame::{Class, Frame};
use super::lines::{COUNT, Form};
use super::matching::{Decided, Matching, Tie};
use super::splits::{Group, Membership};
use super::terms::Terms;
use crate::prepare::{StemKind, TextPair};
use crate::text::is_stop;

/// Pairs of lines that are looked at.
const PAIRS: usize = 1 << 14;
/// Words beside a date in a line that has no other piece.
const BESIDE_DATE: usize = 5;
/// Words of a line that may have run into a paragraph.
const STUCK: usize = 4;

/// A unit that is, or may have in it, a line.
struct Line {
    at: usize,
    class: Class,
    /// Does not end as a paragraph does.
    is_open: bool,
    form: Form,
}

impl Line {
    /// Whether it is looked for in others.
    fn is_piece(&self) -> bool {
        if self.class.is_line() {
            self.words() > 0 || self.has_date()
        } else {
            self.is_open && self.has_date() && self.words() >= STUCK
        }
    }

    /// Words that are neither counts nor months.
    fn words(&self) -> usize {
        let month = StemKind::Month.stem();
        self.form.sequence.iter().filter(|&&word| word != COUNT && Some(word) != month).count()
    }

    fn has_count(&self) -> bool {
        self.form.sequence.contains(&COUNT)
    }

    fn has_date(&self) -> bool {
        self.has_count() && self.months() > 0
    }

    fn months(&self) -> usize {
        self.form.sequence.iter().filter(|&&word| Some(word) == StemKind::Month.stem()).count()
    }

    /// Where the form of `piece` stands in this one, from which word on.
    fn find(&self, piece: &Self) -> Option<usize> {
        let (whole, part) = (&self.form.sequence, &piece.form.sequence);
        if part.is_empty() || part.len() >= whole.len() {
            return None;
        }
        whole.windows(part.len()).position(|words| words == part.as_slice())
    }

    /// Whether `piece` may be a piece of this line beside the pieces `others`.
    fn may_hold(&self, piece: &Self, others: &[&Self]) -> bool {
        let Some(at) = self.find(piece) else { return false };
        let ends = at == 0 || at + piece.form.sequence.len() == self.form.sequence.len();
        if self.class != piece.class || !self.class.is_line() {
            return ends && piece.is_open && piece.has_date() && piece.words() >= STUCK;
        }
        match (piece.words(), piece.has_count()) {
            // Whose dates are all told has none to tell.
            (0, _) => {
                let told: usize = others.iter().map(|other| other.months()).sum();
                (others.len() > 1 || self.words() <= BESIDE_DATE) && told + piece.months() <= self.months()
            }
            (_, true) => true,
            (_, false) => at == 0,
        }
    }
}

/// Ties what no tie has and stands in a longer line, or the reverse: adds pieces to `groups`, and ties to `found` and `groups`.
pub(super) fn join(
    pair: TextPair<'_>,
    units: [&[usize]; 2],
    (terms, frame): (&Terms, &dyn Frame),
    decided: &Decided,
    (found, groups): (&mut Matching, &mut Vec<Group>),
) {
    let closed = decided.closed_by_hand(units[0].len(), units[1].len());
    let lines = [0, 1].map(|side| lines(pair, side, units[side], frame, &closed[side]));
    let of = Membership::of(groups, terms);
    let is_free = |side: usize, at: usize| if side == 0 { of.old[at].is_none() } else { of.new[at].is_none() };
    let pieces = [0, 1].map(|side| {
        let free = |line: &&Line| is_free(side, line.at) && line.is_piece();
        lines[side].iter().filter(free).collect::<Vec<_>>()
    });
    if pieces[0].len() * lines[1].len() + pieces[1].len() * lines[0].len() > PAIRS {
        return;
    }
    // Bare dates come last: then it is known which lines are joined.
    for with_words in [true, false] {
        for side in [0, 1] {
            for piece in pieces[side].iter().filter(|line| (line.words() > 0) == with_words) {
                put(piece, side, &lines, (terms, found, groups));
            }
        }
    }
}

/// Puts a piece, of the side given, to the nearest line of the other that may hold it.
fn put(piece: &Line, side: usize, lines: &[Vec<Line>; 2], (terms, found, groups): (&Terms, &mut Matching, &mut Vec<Group>)) {
    let of = Membership::of(groups, terms);
    let (own, other) = if side == 0 { (&of.old, &of.new) } else { (&of.new, &of.old) };
    if own[piece.at].is_some() {
        return;
    }
    let may_hold = |whole: &&Line| match other[whole.at] {
        None => whole.may_hold(piece, &[]),
        Some(g) => {
            let (wholes, pieces) = if side == 0 { (&groups[g].new, &groups[g].old) } else { (&groups[g].old, &groups[g].new) };
            let others: Vec<&Line> = lines[side].iter().filter(|line| pieces.contains(&line.at)).collect();
            wholes.len() == 1 && whole.may_hold(piece, &others)
        }
    };
    let place = |at: usize, units: usize| at * 1000 / units;
    let distance = |whole: &&Line| place(whole.at, other.len()).abs_diff(place(piece.at, own.len()));
    let Some(whole) = lines[1 - side].iter().filter(may_hold).min_by_key(distance) else { return };
    match other[whole.at] {
        None => {
            let pair = if side == 0 { (piece.at, whole.at) } else { (whole.at, piece.at) };
            let tie = Tie::decided(pair, terms, Decision::Form);
            found.ties.push(tie);
            groups.push(Group::of(&tie));
        }
        Some(g) => groups[g].add(if side == 0 { Side::Old } else { Side::New }, piece.at, terms),
    }
}

/// All units that are not closed, as lines.
fn lines(pair: TextPair<'_>, side: usize, units: &[usize], frame: &dyn Frame, closed: &[bool]) -> Vec<Line> {
    let line = |(at, &unit): (usize, &usize)| {
        let is_open = !pair.unit(side, unit).text.ends_with(is_stop);
        Line { at, class: frame.class(side, at), is_open, form: Form::of(pair.stems(side, unit)) }
    };
    let lines = units.iter().enumerate().filter(|&(at, _)| !closed[at]).map(line);
    lines.filter(|line| line.class != Class::Enacting).collect()
}
