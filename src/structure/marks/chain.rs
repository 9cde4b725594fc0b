//! The rising chain of marks through a text.

use super::figure::{CERTAIN, Figure, MOST};

/// What one number missing from the count costs; several cost no more than `LONGEST_GAP` of them.
const GAP: i32 = 4;
const LONGEST_GAP: i32 = 6;

/// The marks among `figures`: the rising chain with the highest sum, and those that call again a note called before.
/// Indices, ascending.
pub(super) fn chain(figures: &[Figure]) -> Vec<usize> {
    // For the highest number so far: the best sum, and the step that reached it.
    let mut best: Vec<Option<(i32, Option<usize>)>> = vec![None; MOST + 1];
    best[0] = Some((0, None));
    // A figure, and the step before it.
    let mut steps: Vec<(usize, Option<usize>)> = vec![];
    for (at, figure) in figures.iter().enumerate() {
        let reached = best[..figure.value].iter().enumerate().filter_map(|(highest, entry)| {
            let (sum, step) = (*entry)?;
            let missing = i32::try_from(figure.value - highest - 1).unwrap_or(LONGEST_GAP).min(LONGEST_GAP);
            Some((sum + figure.likely - GAP * missing, step))
        });
        if let Some((sum, before)) = reached.max_by_key(|&(sum, _)| sum)
            && best[figure.value].is_none_or(|(other, _)| sum > other)
        {
            steps.push((at, before));
            best[figure.value] = Some((sum, Some(steps.len() - 1)));
        }
    }
    let mut rising = vec![];
    let mut step = best.iter().flatten().rev().max_by_key(|(sum, _)| *sum).and_then(|&(_, step)| step);
    while let Some(at) = step {
        rising.push(steps[at].0);
        step = steps[at].1;
    }
    with_repetitions(figures, rising)
}

/// Adds the figures that repeat a number called before, and those that can be nothing but marks.
fn with_repetitions(figures: &[Figure], mut rising: Vec<usize>) -> Vec<usize> {
    let mut called = [false; MOST + 1];
    let mut marks = vec![];
    for (at, figure) in figures.iter().enumerate() {
        if rising.last() == Some(&at) {
            rising.pop();
            called[figure.value] = true;
        } else if figure.likely < CERTAIN && !(figure.again && called[figure.value]) {
            continue;
        }
        marks.push(at);
    }
    marks
}
