//! The rising chain of marks through a text, and what speaks for each of them.
//!
//! One chain is chosen by dynamic programming; then each of its figures must bring the proof that its setting asks for. Numbers one and
//! two below or above it in the chain are its neighbours. Figures that stand close together ("Judges 1, registrars 2, clerks 3")
//! are a list: they have the neighbours of the list, not each other.

use super::figure::{Figure, MOST, Proof, SET_AS_MARKS_ARE};

/// What one number missing from the count costs; several cost no more than `LONGEST_GAP` of them.
const GAP: i32 = 4;
const LONGEST_GAP: i32 = 6;
/// What a number that comes right after the one before it adds.
const NEXT: i32 = 4;

/// How far from it a figure has neighbours.
const FAR: usize = 4;

/// What else is known of the figures of a text, by their index.
pub(super) trait Evidence {
    /// A note of its number is printed.
    fn has_note(&self, at: usize) -> bool;
    /// The word that it is glued to stands elsewhere in the text without a figure.
    fn has_plain_word(&self, at: usize) -> bool;
    /// It and the next one are set apart with hardly a word between, as the members of a list are: no more than `words`.
    fn is_listed_with(&self, at: usize, next: usize, words: usize) -> bool;
    /// Both stand behind the same word.
    fn is_behind_same_word(&self, one: usize, other: usize) -> bool;
}

/// The marks among `figures`: the rising chain with the highest sum as far as it is proved, what needs no proof, and the figures that
/// call again a note called before. Indices, ascending.
pub(super) fn chain(figures: &[Figure], evidence: &impl Evidence) -> Vec<usize> {
    let mut taken = vec![false; figures.len()];
    for at in proved(figures, rising(figures), evidence) {
        taken[at] = true;
    }
    // Where marks are glued to words, one that is out of order is a mark too.
    let glues = figures.iter().zip(&taken).any(|(figure, taken)| !figure.apart && (*taken || figure.proof == Proof::None));
    for (at, figure) in figures.iter().enumerate() {
        taken[at] |= figure.proof == Proof::None || figure.proof == Proof::Word && glues && evidence.has_plain_word(at);
    }
    with_repetitions(figures, &taken, evidence)
}

/// The rising chain with the highest sum.
fn rising(figures: &[Figure]) -> Vec<usize> {
    // For the highest number so far: the best sum, and the step that reached it.
    let mut best: Vec<Option<(i32, Option<usize>)>> = vec![None; MOST + 1];
    best[0] = Some((0, None));
    // A figure, and the step before it.
    let mut steps: Vec<(usize, Option<usize>)> = vec![];
    for (at, figure) in figures.iter().enumerate() {
        let reached = best[..figure.value].iter().enumerate().filter_map(|(highest, entry)| {
            let (sum, step) = (*entry)?;
            let missing = i32::try_from(figure.value - highest - 1).unwrap_or(LONGEST_GAP).min(LONGEST_GAP);
            let next = if missing == 0 && highest > 0 { NEXT } else { 0 };
            Some((sum + figure.likely + next - GAP * missing, step))
        });
        if let Some((sum, before)) = reached.max_by_key(|&(sum, _)| sum)
            && best[figure.value].is_none_or(|(other, _)| sum > other)
        {
            steps.push((at, before));
            best[figure.value] = Some((sum, Some(steps.len() - 1)));
        }
    }
    let mut chain = vec![];
    let mut step = best.iter().flatten().rev().max_by_key(|(sum, _)| *sum).and_then(|&(_, step)| step);
    while let Some(at) = step {
        chain.push(steps[at].0);
        step = steps[at].1;
    }
    chain.reverse();
    chain
}

/// The figures of `chain` that bring their proof; one that does not is no neighbour of others.
fn proved(figures: &[Figure], mut chain: Vec<usize>, evidence: &impl Evidence) -> Vec<usize> {
    loop {
        let before = chain.len();
        let kept: Vec<usize> =
            (0..before).filter(|&place| is_proved(figures, &chain, place, evidence)).map(|p| chain[p]).collect();
        chain = kept;
        if chain.len() == before {
            return chain;
        }
    }
}

fn is_proved(figures: &[Figure], chain: &[usize], place: usize, evidence: &impl Evidence) -> bool {
    let at = chain[place];
    let note = evidence.has_note(at);
    let neighbours = || neighbours(figures, chain, place, evidence);
    // Before a stop that its language sets a space before, a figure stands as others do: a lone 1 is believed, but no lone 3.
    let is_weak = figures[at].apart && figures[at].likely < SET_AS_MARKS_ARE && figures[at].value > 1;
    match figures[at].proof {
        Proof::None => true,
        Proof::Word => note || evidence.has_plain_word(at) || neighbours() > 0,
        Proof::Neighbour => note || neighbours() > usize::from(is_weak),
        Proof::Neighbours => neighbours() + usize::from(note) >= if figures[at].again || figures[at].likely > 0 { 2 } else { 3 },
        Proof::Note => note,
        Proof::Code => note && evidence.has_plain_word(at),
    }
}

/// How many of the two numbers below and the two above the figure at `place`, or the list that it is in, the chain has.
fn neighbours(figures: &[Figure], chain: &[usize], place: usize, evidence: &impl Evidence) -> usize {
    let listed = |first: usize| evidence.is_listed_with(chain[first], chain[first + 1], 2);
    let first = (0..place).rev().take_while(|&before| listed(before)).last().unwrap_or(place);
    let last = (place..chain.len() - 1).take_while(|&from| listed(from)).last().map_or(place, |from| from + 1);
    let figure = |place: usize| &figures[chain[place]];
    let counts = |other: usize, edge: usize, steps: usize| {
        // "Pier1" and "Pier2" are names; and one set apart that is hardly a mark is no mark like those glued to words.
        let is_name = !figure(edge).apart && evidence.is_behind_same_word(chain[other], chain[edge]);
        let is_like = figure(other).apart || !figure(edge).apart || figure(edge).likely >= SET_AS_MARKS_ARE;
        figure(other).value.abs_diff(figure(edge).value) == steps && is_like && !is_name
    };
    let below = (1..=FAR).take_while(|&steps| first >= steps && counts(first - steps, first, steps)).count();
    let above = (1..=FAR).take_while(|&steps| last + steps < chain.len() && counts(last + steps, last, steps)).count();
    // The count begins at 1: a figure that is set apart, and no list, needs nothing below it.
    let begins = figure(first).value == 1 && first == last && figure(first).apart;
    // One at a list's edge may be chance.
    (below + above + usize::from(begins)).saturating_sub(usize::from(first < last && below + above == 1))
}

/// Adds the figures that call again a note called before: set so, or behind the same word.
fn with_repetitions(figures: &[Figure], taken: &[bool], evidence: &impl Evidence) -> Vec<usize> {
    let is_listed = |at: usize| {
        figures.get(at + 1).is_some_and(|next| next.unit == figures[at].unit) && evidence.is_listed_with(at, at + 1, 3)
    };
    let is_in_list = |at: usize| is_listed(at) || at > 0 && is_listed(at - 1);
    let mut calls: Vec<Vec<usize>> = vec![vec![]; MOST + 1];
    let mut marks = vec![];
    for (at, figure) in figures.iter().enumerate() {
        let earlier = &mut calls[figure.value];
        let again = !earlier.is_empty()
            && match figure.proof {
                Proof::Note | Proof::Code => false,
                _ if !figure.apart && figure.again => true,
                _ if earlier.iter().any(|&call| evidence.is_behind_same_word(call, at)) => true,
                _ => figure.again && earlier.iter().any(|&call| figures[call].apart) && !is_in_list(at),
            };
        if taken[at] || again {
            // A few are enough to know the word again.
            if earlier.len() < 8 {
                earlier.push(at);
            }
            marks.push(at);
        }
    }
    marks
}
