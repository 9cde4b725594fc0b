//! Where the weights of the second look come from.
//!
//! Pairs of texts that people have read say which of the left-over paragraphs are one. A logistic regression (Cox 1958; Newton's method, with
//! a penalty on the squares) is fitted to them and rounded to whole numbers. Links through the years between, which cost nothing, were
//! tried as labels too: with them fewer of the ties are right in pairs that were kept out.
//!
//! ```sh
//! RATURE_PAIRS=folder:folder cargo test --lib align::second::training -- --ignored
//! ```
//!
//! Each of `RATURE_PAIRS` holds folders with `old.txt`, `new.txt` and `truth.json` (`pairs`, `soft_pairs`, `unscored_old`, `unscored_new`:
//! indices of paragraphs between blank lines). The test writes weights.txt, and beside the build (target/second-look.txt) how many
//! ties would be right and wrong, each pair judged by weights that were fitted without it.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::super::AlignOptions;
use super::super::weighing::Weighing;
use super::features::{FEATURES, Row, Scene};
use super::{Looked, Weights};
use crate::prepare::Corpus;
use crate::read::{Layout, ReadOptions, read};
use crate::structure::{Document, structure};

/// The penalty on the squares of the standardised weights.
const PENALTY: f64 = 4.0;
/// How many parts the pairs are cut into, each judged by the others.
const PARTS: usize = 9;
type Pairs = BTreeSet<(usize, usize)>;

/// The rows of one pair of texts, each with whether it is one; None where that is left open.
type Sample = Vec<(Row, Option<bool>)>;

fn document(path: &Path) -> Document {
    let options = ReadOptions { layout: Some(Layout::Blocks), ..ReadOptions::default() };
    structure(read(&path.display().to_string(), &std::fs::read(path).unwrap(), &options).unwrap())
}

fn sample(old: &Document, new: &Document, is_one: impl Fn((usize, usize)) -> Option<bool>) -> Sample {
    let documents = [old, new];
    let corpus = Corpus::of(&documents);
    let first = Weighing::at_first_sight(corpus.pair(&documents, [0, 1]), &AlignOptions::default(), &mut 0);
    let scene = Scene::of(&first.terms, first.frame.as_ref(), &first.found, &first.groups);
    let rows = first.found.candidates.iter().filter_map(|c| scene.row(c, &mut 0));
    let label = |row: &Row| is_one((first.units[0][row.pair.old], first.units[1][row.pair.new]));
    rows.map(|row| (row.clone(), label(&row))).collect()
}

/// A pair that was read.
fn read_pair(folder: &Path) -> Sample {
    let truth: serde_json::Value = serde_json::from_slice(&std::fs::read(folder.join("truth.json")).unwrap()).unwrap();
    let index = |value: &serde_json::Value| value.as_u64().unwrap() as usize;
    let listed = |key: &str| truth[key].as_array().cloned().unwrap_or_default();
    let pairs = |key: &str| listed(key).iter().map(|pair| (index(&pair[0]), index(&pair[1]))).collect::<Pairs>();
    let (hard, soft) = (pairs("pairs"), pairs("soft_pairs"));
    let open = |key: &str, side: fn(&(usize, usize)) -> usize| {
        let mut open: BTreeSet<usize> = soft.iter().map(side).chain(listed(key).iter().map(index)).collect();
        open.retain(|unit| hard.iter().all(|pair| side(pair) != *unit));
        open
    };
    let (open_old, open_new) = (open("unscored_old", |pair| pair.0), open("unscored_new", |pair| pair.1));
    let is_one = |pair: (usize, usize)| {
        let is_open = soft.contains(&pair) || open_old.contains(&pair.0) || open_new.contains(&pair.1);
        if hard.contains(&pair) { Some(true) } else { (!is_open).then_some(false) }
    };
    let [old, new] = ["old.txt", "new.txt"].map(|name| document(&folder.join(name)));
    sample(&old, &new, is_one)
}

/// The weights of free units, and of pieces.
fn fit<'a>(samples: impl Iterator<Item = &'a Sample>) -> [Weights; 2] {
    let mut cases: [Vec<([f64; FEATURES.len()], f64)>; 2] = [vec![], vec![]];
    for (row, is_one) in samples.flatten() {
        if let Some(is_one) = is_one {
            cases[usize::from(row.group.is_some())].push((row.features.map(f64::from), f64::from(u8::from(*is_one))));
        }
    }
    cases.map(|cases| regression(&cases))
}

/// Logistic regression over features that are brought to one scale, and back.
fn regression(cases: &[([f64; FEATURES.len()], f64)]) -> Weights {
    const N: usize = FEATURES.len() + 1;
    let count = f64::from(cases.len() as u32);
    let mut mean = [0.0; N];
    let mut spread = [1.0; N];
    for at in 0..FEATURES.len() {
        mean[at] = cases.iter().map(|case| case.0[at]).sum::<f64>() / count;
        let square = cases.iter().map(|case| (case.0[at] - mean[at]).powi(2)).sum::<f64>() / count;
        spread[at] = square.sqrt().max(1e-9);
    }
    let scaled = |case: &[f64; FEATURES.len()]| -> [f64; N] {
        std::array::from_fn(|at| if at + 1 < N { (case[at] - mean[at]) / spread[at] } else { 1.0 })
    };
    let mut weights = [0.0; N];
    for _ in 0..10 {
        let mut system = [[0.0; N + 1]; N];
        for at in 0..N - 1 {
            system[at][at] = PENALTY;
            system[at][N] = -PENALTY * weights[at];
        }
        for (features, is_one) in cases {
            let x = scaled(features);
            let sum: f64 = x.iter().zip(&weights).map(|(x, weight)| x * weight).sum();
            let chance = 1.0 / (1.0 + (-sum).exp());
            let slope = chance * (1.0 - chance);
            for i in 0..N {
                (0..N).for_each(|j| system[i][j] += slope * x[i] * x[j]);
                system[i][N] += (is_one - chance) * x[i];
            }
        }
        let step = solved(system);
        weights.iter_mut().zip(step).for_each(|(weight, step)| *weight += step);
    }
    let base: f64 = weights[N - 1] - (0..N - 1).map(|at| weights[at] * mean[at] / spread[at]).sum::<f64>();
    // A feature that is the same in all cases says nothing.
    let of = |at: usize| if spread[at] > 1e-6 { (weights[at] / spread[at] * 1e6).round() as i32 } else { 0 };
    Weights { base: (base * 1000.0).round() as i32, of: std::array::from_fn(of) }
}

/// The solution of a system of equations, by elimination.
fn solved<const N: usize, const M: usize>(mut system: [[f64; M]; N]) -> [f64; N] {
    for at in 0..N {
        let pivot = (at..N).max_by(|&a, &b| system[a][at].abs().total_cmp(&system[b][at].abs())).unwrap();
        system.swap(at, pivot);
        for row in (0..N).filter(|&row| row != at) {
            let times = system[row][at] / system[at][at];
            let pivot = system[at];
            system[row].iter_mut().zip(pivot).for_each(|(value, pivot)| *value -= times * pivot);
        }
    }
    std::array::from_fn(|at| system[at][M - 1] / system[at][at])
}

/// How many ties would be right, wrong and left open, at several limits for free units and for pieces.
fn judged(parts: &[(&Sample, [Weights; 2])]) -> String {
    let mut report = String::new();
    for piece in [0, 1] {
        writeln!(report, "{}", if piece == 0 { "two free units" } else { "pieces" }).unwrap();
        for limit in (-3000..=2000).step_by(200) {
            let mut counts = [0; 3];
            for (sample, weights) in parts {
                let points = |row: &Row| Looked::by(row.clone(), weights).points;
                let mut rows: Vec<_> = sample.iter().filter(|row| row.0.group.is_some() == (piece == 1)).collect();
                rows.sort_by_key(|(row, _)| (-points(row), row.pair));
                let mut used: [BTreeSet<usize>; 2] = Default::default();
                for (row, is_one) in rows.into_iter().filter(|(row, _)| points(row) >= limit) {
                    // Of a piece either unit may be the free one; a whole rarely has two pieces.
                    if used[0].insert(row.pair.old) & used[1].insert(row.pair.new) {
                        counts[is_one.map_or(2, |is_one| usize::from(!is_one))] += 1;
                    }
                }
            }
            writeln!(report, "{limit:6}   {} right, {} wrong, {} open", counts[0], counts[1], counts[2]).unwrap();
        }
    }
    report
}

#[test]
#[ignore = "makes weights.txt from texts that are not part of the project"]
fn bless() {
    let listed = std::env::var("RATURE_PAIRS").unwrap();
    let inside = |folder: &str| std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<PathBuf>>();
    let mut folders: Vec<PathBuf> =
        listed.split(':').flat_map(inside).filter(|folder| folder.join("truth.json").exists()).collect();
    folders.sort();
    let pairs: Vec<Sample> = folders.iter().map(|folder| read_pair(folder)).collect();
    let without = |part: usize| fit(pairs.iter().enumerate().filter(move |(at, _)| at % PARTS != part).map(|(_, sample)| sample));
    let by_part: Vec<[Weights; 2]> = (0..PARTS).map(without).collect();
    let parts: Vec<_> = pairs.iter().enumerate().map(|(at, sample)| (sample, by_part[at % PARTS])).collect();
    let [free, piece] = fit(pairs.iter());
    let mut table =
        "# Made by training.rs. Thousandths of the logarithm of the odds for each thousand of a feature:\n".to_owned();
    table += "# of two units that are both free, and of one that would be a piece.\n";
    writeln!(table, "{:26}{:>8}{:>8}", "base", free.base, piece.base).unwrap();
    for (at, (name, _)) in FEATURES.iter().enumerate() {
        writeln!(table, "{name:26}{:>8}{:>8}", free.of[at], piece.of[at]).unwrap();
    }
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    std::fs::write(home.join("src/align/second/weights.txt"), table).unwrap();
    std::fs::write(home.join("target/second-look.txt"), judged(&parts)).unwrap();
}
