//! How far the redline agrees with paragraphs that were marked by hand, and what each price does to that.
//!
//! `cargo test --lib ablation -- --ignored --nocapture` moves each price by a fifth, up and down, over either half of the pairs in
//! ../shared/corpus/marked. A price that matters on one half only was chosen on too little.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Op, Prices, redlined};
use crate::language::Language;
use crate::text::label::label;
use crate::text::{TokenKind, tokens};

/// A paragraph in two versions, and what two people marked in it: the changed words of either side, counted from the end.
struct Pair {
    texts: [String; 2],
    language: Language,
    marked: [Places; 2],
}

type Places = [BTreeSet<usize>; 2];

/// Deleted and inserted stretches, as they stand between kept ones.
fn places<'a>(parts: impl Iterator<Item = (Op, &'a str)>) -> Places {
    let mut at = [0, 0];
    let mut places = <[Vec<usize>; 2]>::default();
    for (op, text) in parts {
        let count = tokens(text).iter().filter(|token| token.kind != TokenKind::Space).count();
        for side in [0, 1].into_iter().filter(|&side| op != [Op::Insert, Op::Delete][side]) {
            if op != Op::Equal {
                places[side].extend(at[side]..at[side] + count);
            }
            at[side] += count;
        }
    }
    [0, 1].map(|side| places[side].iter().map(|place| at[side] - 1 - place).collect())
}

/// Reads "kept [-deleted-]{+inserted+}".
fn parts(marked: &str) -> Vec<(Op, &str)> {
    let mut parts = vec![];
    let mut rest = marked;
    while !rest.is_empty() {
        let (op, text, after) = match (rest.strip_prefix("[-"), rest.strip_prefix("{+")) {
            (Some(inside), _) => split(Op::Delete, inside, "-]"),
            (_, Some(inside)) => split(Op::Insert, inside, "+}"),
            _ => {
                let next = ["[-", "{+"].iter().filter_map(|open| rest.find(open)).min().unwrap_or(rest.len());
                (Op::Equal, &rest[..next], &rest[next..])
            }
        };
        parts.push((op, text));
        rest = after;
    }
    parts
}

fn split<'a>(op: Op, inside: &'a str, close: &str) -> (Op, &'a str, &'a str) {
    let (text, rest) = inside.split_once(close).expect("a mark is closed");
    (op, text, rest)
}

/// The pairs, where they are on this machine.
fn pairs() -> Option<Vec<Pair>> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/corpus/marked/pairs.json");
    let read: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(path).ok()?).expect("pairs");
    let pair = |value: Value| {
        let text = |key: &str| value[key].as_str().expect("a text").to_owned();
        // The label of a paragraph is lifted before its words are compared.
        let texts = ["old", "new"].map(|key| label(&text(key)).map_or_else(|| text(key), |label| label.rest.to_owned()));
        let language = if text("lang") == "fr" { Language::Fr } else { Language::En };
        let marked = ["a", "b"].map(|key| places(parts(&text(key)).into_iter()));
        Pair { texts, language, marked }
    };
    Some(read.into_iter().map(pair).collect())
}

/// F1 of the marked words beside both markings, in thousandths, over the pairs of one half.
fn agreement(pairs: &[Pair], prices: Prices, half: usize) -> usize {
    let (mut both, mut all) = (0, 0);
    for pair in pairs.iter().skip(half).step_by(2) {
        let [old, new] = &pair.texts;
        let edits = redlined([old, new], [pair.language; 2], prices);
        let found = places(edits.iter().map(|edit| (edit.op, edit.text.as_str())));
        let lengths = [old, new].map(|text| tokens(text).iter().filter(|token| token.kind != TokenKind::Space).count());
        for marked in &pair.marked {
            for side in [0, 1] {
                let marked: BTreeSet<usize> = marked[side].iter().copied().filter(|place| *place < lengths[side]).collect();
                both += 2 * marked.intersection(&found[side]).count();
                all += marked.len() + found[side].len();
            }
        }
    }
    1000 * both / all.max(1)
}

#[test]
#[allow(clippy::print_stderr, reason = "a test may say that it was skipped")]
fn the_redline_agrees_with_what_people_marked() {
    let Some(pairs) = pairs() else { return eprintln!("skipped: no pairs marked by hand here") };
    for half in [0, 1] {
        let agreement = agreement(&pairs, Prices::DRAFTER, half);
        assert!(agreement >= 955, "half {half}: {agreement}");
    }
}

#[test]
#[ignore = "a measurement to read, not a test"]
#[allow(clippy::print_stdout, reason = "what it is for")]
fn ablation() {
    type Price = (&'static str, fn(&mut Prices) -> &mut u32);
    let pairs = pairs().expect("the pairs marked by hand");
    let both = |prices: Prices| [0, 1].map(|half| agreement(&pairs, prices, half));
    println!("as chosen: {:?}", both(Prices::DRAFTER));
    let table: [Price; 14] = [
        ("figure", |p| &mut p.figure),
        ("function", |p| &mut p.function),
        ("stop", |p| &mut p.stop),
        ("comma", |p| &mut p.comma),
        ("mark", |p| &mut p.mark),
        ("bracket", |p| &mut p.bracket),
        ("open", |p| &mut p.open),
        ("rewrite", |p| &mut p.rewrite),
        ("rewritten", |p| &mut p.rewritten),
        ("alone", |p| &mut p.alone),
        ("enclosed", |p| &mut p.enclosed),
        ("respelled", |p| &mut p.respelled),
        ("relabelled", |p| &mut p.relabelled),
        ("border", |p| &mut p.border),
    ];
    for (name, price) in table {
        let moved = |tenths: u32| {
            let mut prices = Prices::DRAFTER;
            let price = price(&mut prices);
            *price = *price * tenths / 10;
            both(prices)
        };
        println!("{name}: a fifth less {:?}, a fifth more {:?}", moved(8), moved(12));
    }
}
