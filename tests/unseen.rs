//! Tests that try to hide a change: one thing is changed in a text, and the redline must show it.
//!
//! ```text
//! 13 personnes → 14 personnes      a figure, a word, a symbol, a bracket, a line, anywhere in the source
//! … 25 m² … → … 25 m³ …            what can be taken for a footnote mark, a page number, a running head
//! ```
//!
//! Shown is what stands in an edit, a label, or the list of what was left out; and the redline as a whole must say that the texts
//! differ. All of it is the same on every machine: the places come from a counted generator.

use std::fs;
use std::path::{Path, PathBuf};

use rature::compare::Op;
use rature::read::{ReadOptions, read};
use rature::report::Redline;
use rature::structure::{Document, structure};

use crate::promises::forms::redlined;

/// A generator of places: the same numbers everywhere (Knuth's MMIX).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % most.max(1) as u64).unwrap()
    }
}

/// A change of one thing: the text after it, and what must be shown of it.
struct Mutant {
    kind: &'static str,
    text: String,
    shown: String,
}

fn document(text: &str) -> Document {
    structure(read("text", text.as_bytes(), &ReadOptions::default()).unwrap())
}

/// All that a reader is shown of what came.
fn shown(redline: &Redline) -> String {
    let edits =
        redline.links.iter().flat_map(|link| &link.edits).filter(|edit| edit.op != Op::Equal).map(|edit| edit.text.as_str());
    let labels = redline.links.iter().filter(|link| link.link.renumbered || link.link.old.is_empty());
    let labels = labels.flat_map(|link| &link.link.new).filter_map(|&unit| redline.new.units[unit].label.as_deref());
    let left_out = redline.left_out.iter().flat_map(|one| [&one.old, &one.new]).flatten().map(|piece| piece.text.as_str());
    edits.chain(labels).chain(left_out).collect::<Vec<_>>().join(" ")
}

/// The start and end of a run of `wanted` characters that is at least `least` long, chosen by `dice`.
fn run(text: &str, least: usize, dice: &mut Dice, wanted: impl Fn(char) -> bool + Copy) -> Option<(usize, usize)> {
    let from = dice.below(text.len());
    let from = (from..text.len()).find(|&at| text.is_char_boundary(at))?;
    let mut at = from;
    loop {
        let start = at + text[at..].find(wanted)?;
        let end = start + text[start..].find(|c| !wanted(c)).unwrap_or(text.len() - start);
        let is_whole = !text[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-'))
            && !text[end..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-'));
        if is_whole && text[start..end].chars().count() >= least {
            return Some((start, end));
        }
        at = end;
    }
}

/// Changes of one thing of `text`, `rounds` of each sort.
fn mutants(text: &str, rounds: usize, dice: &mut Dice) -> Vec<Mutant> {
    let mut mutants = vec![];
    let mut add = |kind, start: usize, end: usize, put: &str, shown: &str| {
        let text = format!("{}{put}{}", &text[..start], &text[end..]);
        mutants.push(Mutant { kind, text, shown: shown.to_owned() });
    };
    for _ in 0..rounds {
        if let Some((start, end)) = run(text, 1, dice, |c| c.is_ascii_digit()).filter(|(start, end)| end - start < 5) {
            let next = (text[start..end].parse::<u32>().unwrap() + 1).to_string();
            add("figure", start, end, &next, &next);
        }
        if let Some((start, end)) = run(text, 4, dice, char::is_alphabetic) {
            add("word", start, end, "zorgal", "zorgal");
            add("word dropped", start, end, "", &text[start..end]);
            add("bracket", start, end, &format!("[{}]", &text[start..end]), "[");
            add("figure put in", end, end, " 40", "40");
        }
        let lines: Vec<(usize, &str)> =
            text.match_indices('\n').map(|(at, _)| (at + 1, text[at + 1..].lines().next().unwrap_or(""))).collect();
        let (start, line) = lines[dice.below(lines.len())];
        if line.chars().any(char::is_alphanumeric) {
            add("line dropped", start, start + line.len(), "", "");
        }
    }
    mutants
}

/// Pairs of texts that differ in something that reading could take for a mark or for furniture: put into `text` at a chosen place.
fn hidden_kinds(text: &str, dice: &mut Dice) -> Vec<(&'static str, String, String)> {
    const INLINE: [(&str, &str, &str); 10] = [
        ("exponent", "25 m²", "25 m³"),
        ("exponent set plain", "25 m2", "25 m3"),
        ("exponent of a price", "40 €/m²", "40 €/m³"),
        ("bracketed figure", "[2] [3] years", "[3] [4] years"),
        ("code", "GS1", "GS2"),
        ("grade", "P-3", "P-4"),
        ("billions", "1 billion", "2 billion"),
        ("room", "salle 4", "salle 5"),
        ("ratio", "3/4", "2/4"),
        ("formula", "CO₂", "CO₃"),
    ];
    const ALONE: [(&str, &str, &str); 6] = [
        ("sum alone", "241", "244"),
        ("small figure alone", "3", "4"),
        ("vote alone", "7 14", "8 14"),
        ("symbol alone", "A/70/16", "A/70/17"),
        ("code alone", "GS1", "GS2"),
        ("part of a page number", "2/3", "2/4"),
    ];
    let mut pairs = vec![];
    for (kind, old, new) in INLINE {
        if let Some((_, end)) = run(text, 4, dice, char::is_alphabetic) {
            let put = |what: &str| format!("{} {what}{}", &text[..end], &text[end..]);
            pairs.push((kind, put(old), put(new)));
        }
    }
    let breaks: Vec<usize> = text.match_indices("\n\n").map(|(at, _)| at).collect();
    for (kind, old, new) in ALONE.into_iter().filter(|_| !breaks.is_empty()) {
        let at = breaks[dice.below(breaks.len())];
        let put = |what: &str| format!("{}\n\n{what}{}", &text[..at], &text[at..]);
        pairs.push((kind, put(old), put(new)));
    }
    pairs
}

/// Every plain text below `folder`, in order.
fn texts_under(folder: &Path) -> Vec<PathBuf> {
    let mut found = vec![];
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|extension| extension == "txt") {
                found.push(entry);
            }
        }
    }
    found.sort();
    found
}

fn fixtures() -> Vec<PathBuf> {
    texts_under(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures"))
}

/// One in `of` of the real texts beside the project, or where `RATURE_CORPUS` points; none where there are none.
fn real_texts(of: usize) -> Vec<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let corpus = std::env::var_os("RATURE_CORPUS").map_or_else(beside, PathBuf::from);
    if !corpus.is_dir() {
        eprintln!("skipped: no corpus at {}", corpus.display());
        return vec![];
    }
    ["un-series", "un-gold", "france-legi"].iter().flat_map(|folder| texts_under(&corpus.join(folder))).step_by(of).collect()
}

/// Tries to hide `rounds` changes of each sort in each of `texts`; what goes unseen fails. Gives how many were tried, and those that
/// are shown without what came, or with more than six words beside it.
fn hide(texts: &[PathBuf], rounds: usize) -> (usize, Vec<String>) {
    let (mut all, mut vague) = (0, vec![]);
    for (seed, path) in texts.iter().enumerate() {
        let text = fs::read_to_string(path).unwrap();
        let old = document(&text);
        for mutant in mutants(&text, rounds, &mut Dice(seed as u64)) {
            let redline = redlined(&old, &document(&mutant.text));
            all += 1;
            assert!(
                redline.differs() || is_number_of_mark(&redline),
                "{}: {} → {:?} goes unseen",
                path.display(),
                mutant.kind,
                mutant.shown
            );
            let words = redline.summary.words_inserted + redline.summary.words_deleted;
            let is_line = mutant.kind == "line dropped";
            if !shown(&redline).contains(&mutant.shown) || words > 6 && !is_line {
                vague.push(format!("{}: {} {:?}, {words} words", path.display(), mutant.kind, mutant.shown));
            }
        }
    }
    (all, vague)
}

/// Whether the texts differ in the number of a footnote mark alone, whose place and note are the same.
fn is_number_of_mark(redline: &Redline) -> bool {
    let marks = |document: &Document| {
        document.units.iter().flat_map(|unit| &unit.footnotes).map(|mark| mark.mark.clone()).collect::<Vec<_>>()
    };
    let (old, new) = (marks(&redline.old), marks(&redline.new));
    old.len() == new.len() && old.iter().zip(&new).filter(|(old, new)| old != new).count() == 1
}

/// Tries to hide a change of each kind that reading could take for something else.
fn hide_kinds(texts: &[PathBuf], rounds: usize) {
    for (seed, path) in texts.iter().enumerate() {
        let text = fs::read_to_string(path).unwrap();
        let dice = &mut Dice(seed as u64 + 100);
        for (kind, old, new) in (0..rounds).flat_map(|_| hidden_kinds(&text, dice)).collect::<Vec<_>>() {
            let redline = redlined(&document(&old), &document(&new));
            assert!(redline.differs(), "{}: {kind} goes unseen", path.display());
        }
    }
}

#[test]
fn a_change_of_one_thing_is_shown_wherever_it_stands() {
    // Spaces part no words of Chinese: what is put there for one is a clause.
    let spaced: Vec<PathBuf> = fixtures().into_iter().filter(|path| !path.to_string_lossy().contains("-zh")).collect();
    let (all, vague) = hide(&spaced, 8);
    assert!(all > 300, "only {all} changes were tried");
    assert!(vague.len() * 20 <= all, "of {all} changes these are not shown as what they are: {vague:#?}");
}

#[test]
fn what_looks_like_a_mark_or_a_page_number_cannot_hide_a_change() {
    hide_kinds(&fixtures(), 2);
}

#[test]
fn no_change_of_a_real_text_goes_unseen() {
    let texts = real_texts(40);
    let (all, vague) = hide(&texts, 3);
    assert!(vague.len() * 20 <= all, "of {all} changes these are not shown as what they are: {vague:#?}");
    hide_kinds(&texts, 1);
}
