//! Every figure of a change is in the list.
//!
//! What the list may lack is named here, one reason a line. Each token of the changed words is looked at by itself, so the test knows
//! nothing of how facts are read or joined.

use std::collections::BTreeSet;
use std::path::PathBuf;

use rature::compare::{Change, EditWeight, Op};
use rature::findings::{Fact, Finding, Rule, facts};
use rature::language::Language;
use rature::report::Redline;
use rature::structure::Kind;

use super::{project, text};

/// The places of one side that the findings tell: unit, start and end.
fn told(findings: &[Finding], op: Op) -> Vec<(usize, usize, usize)> {
    let of = |finding: &Finding| match op {
        Op::Delete => finding.was.as_ref().map(|was| (was.unit, was.start, was.end)),
        _ => matches!(finding.rule, Rule::Changed | Rule::Added).then_some((finding.unit, finding.start, finding.end)),
    };
    findings.iter().filter(|finding| finding.rule.is_change() && finding.rule != Rule::Verb).filter_map(of).collect()
}

/// Digits, and number words of the language that are no articles and mean nothing else.
fn has_figure(token: &str, language: Language) -> bool {
    let words = match language {
        Language::En => {
            "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety \
             hundred thousand fourth fifth sixth tenth twice quarterly monthly weekly biennial fortnight dozen"
        }
        Language::Fr => {
            "deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante \
             soixante cent mille trimestriel semestriel mensuel biennal bisannuel dizaine douzaine vingtaine trentaine"
        }
        _ => {
            "dos tres cuatro cinco siete ocho diez veinte treinta cincuenta sesenta trimestral semestral mensual bienal decena \
             docena veintena"
        }
    };
    let is_word = |part: &str| words.split(' ').any(|word| word == part.to_lowercase());
    token.contains(|c: char| c.is_ascii_digit()) || token.split('-').any(is_word)
}

/// "COVID-19", "post-COVID-19".
fn is_name(token: &str) -> bool {
    let head = token.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches(['-', '\u{2011}']);
    head.len() < token.len() && head.chars().rev().take_while(|c| c.is_uppercase()).count() >= 4
}

/// The figures of changed words that no finding tells and no exception covers, and how many figures there are.
fn untold(redline: &Redline) -> (Vec<String>, usize) {
    let mut untold = vec![];
    let mut all = 0;
    let facts = [facts(&redline.old), facts(&redline.new)];
    for change in &redline.links {
        let [Some(_), Some(&new)] = [change.link.old.first(), change.link.new.first()] else { continue };
        // What stands before and after the text changes each year, and the head of the page says it.
        if matches!(redline.new.units[new].kind, Kind::Front | Kind::Enacting | Kind::Closing) {
            continue;
        }
        let changed = [Op::Delete, Op::Insert].map(|op| figures(change, op, redline.new.language));
        for (at, op) in [Op::Delete, Op::Insert].into_iter().enumerate() {
            let side = Side::of(redline, [&facts[0], &facts[1]], change, op);
            for (start, end, word) in &changed[at] {
                all += 1;
                // Where its words were written anew around it, a figure is struck and stands again.
                let times = |side: usize| changed[side].iter().filter(|(_, _, other)| other == word).count();
                let is_again = times(1 - at) >= times(at);
                if !is_again && !side.is_told(*start, *end) && !is_name(word) {
                    untold.push(format!("{op:?} {word} in {}", redline.new.units[new].id));
                }
            }
        }
    }
    (untold, all)
}

/// The figures in the changed words of one side, with their places in its text.
fn figures(change: &Change, op: Op, language: Language) -> Vec<(usize, usize, &str)> {
    let mut found = vec![];
    let mut at = 0;
    for edit in change.edits.iter().filter(|edit| edit.op == Op::Equal || edit.op == op) {
        let mut place = at;
        at += edit.text.chars().count();
        if edit.op == Op::Equal || edit.weight != Some(EditWeight::Substantive) {
            continue;
        }
        for piece in edit.text.split_inclusive(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '’' | '\'')) {
            let end = place + piece.chars().count();
            let word = piece.trim_matches(|c: char| !c.is_alphanumeric());
            // The label of an item in a sentence: "1) de signer".
            let is_label = piece.strip_suffix(')') == Some(word);
            if has_figure(word, language) && !is_label {
                found.push((place, end, word));
            }
            place = end;
        }
    }
    found
}

/// What is told of one side of a change, and what need not be, in characters of the joined text.
struct Side {
    covered: Vec<(usize, usize)>,
}

impl Side {
    fn of(redline: &Redline, facts: [&[Fact]; 2], change: &Change, op: Op) -> Self {
        let units = [&change.link.old, &change.link.new];
        let (at, document) = if op == Op::Delete { (0, &redline.old) } else { (1, &redline.new) };
        // A figure that stands there as much as here, in other words or elsewhere in the paragraph.
        let head = |value: &str| value.split(' ').next().unwrap_or_default().to_owned();
        let there: BTreeSet<String> =
            facts[1 - at].iter().filter(|fact| units[1 - at].contains(&fact.unit)).map(|fact| head(&fact.value)).collect();
        let told = told(&redline.findings, op);
        let moved = change.passages.iter().filter(|passage| passage.op == op).map(|passage| (passage.start, passage.end));
        let mut covered: Vec<(usize, usize)> = moved.collect();
        let mut base = 0;
        for &unit in units[at] {
            let places = told.iter().filter(|place| place.0 == unit).map(|&(_, start, end)| (start, end));
            let same = facts[at]
                .iter()
                .filter(|fact| fact.unit == unit && there.contains(&head(&fact.value)))
                .map(|fact| (fact.start, fact.end));
            covered.extend(places.chain(same).map(|(start, end)| (base + start, base + end)));
            base += document.units[unit].text.chars().count() + 1;
        }
        Self { covered }
    }

    fn is_told(&self, start: usize, end: usize) -> bool {
        self.covered.iter().any(|&(from, to)| from < end && start < to)
    }
}

/// At most one figure of so many may be untold.
const OF: usize = 2000;

fn check(pairs: &[(PathBuf, PathBuf)]) {
    let of_pair = |(old, new): &(PathBuf, PathBuf)| {
        let (untold, figures) = untold(&rature::redline(old, new).expect("two texts"));
        (untold.into_iter().map(|fault| format!("{}: {fault}", new.display())).collect::<Vec<_>>(), figures)
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let of_part = |part: &[(PathBuf, PathBuf)]| part.iter().map(of_pair).collect::<Vec<_>>();
    let parts = pairs.chunks(pairs.len().div_ceil(workers));
    let found = std::thread::scope(|scope| {
        let running: Vec<_> = parts.map(|part| scope.spawn(move || of_part(part))).collect();
        running.into_iter().flat_map(|part| part.join().expect("no panic")).collect::<Vec<_>>()
    });
    let all: usize = found.iter().map(|(_, figures)| figures).sum();
    let faults: Vec<String> = found.into_iter().flat_map(|(untold, _)| untold).collect();
    eprintln!("{} pairs, {all} figures in changed words, {} not told", pairs.len(), faults.len());
    // What is left are establishment tables in running text: "1 P-5, 10 P-4".
    assert!(faults.len() * OF <= all, "{}", faults.join("\n"));
}

#[test]
fn every_figure_of_a_change_between_fixtures_is_told() {
    let years = |family: &str, first: u16, last: u16| {
        let file = |year: u16| project("fixtures").join(family).join(format!("{year}.txt"));
        (first..last).map(|year| (file(year), file(year + 1))).collect::<Vec<_>>()
    };
    let families =
        [years("cooperation-fr", 2018, 2022), years("cooperation-en", 2019, 2021), years("cooperation-es", 2020, 2021)];
    check(&families.concat());
}

/// The longest law that is looked at, in bytes.
const LONGEST: u64 = 60_000;

#[test]
fn every_figure_of_a_change_between_texts_of_the_corpora_is_told() {
    let Ok(manifest) = std::fs::read_to_string(text("un-series/manifest.json")) else {
        eprintln!("skipped: no corpus");
        return;
    };
    let manifest: serde_json::Value = serde_json::from_str(&manifest).expect("a manifest");
    let mut pairs = vec![];
    for series in manifest.as_array().expect("series") {
        let versions = series["versions"].as_array().expect("versions");
        let files: Vec<PathBuf> =
            versions.iter().map(|version| text("un-series").join(version["file"].as_str().expect("a file"))).collect();
        pairs.extend(files.windows(2).map(|pair| (pair[0].clone(), pair[1].clone())));
    }
    // Of laws those that are no longer than a long resolution: the others take minutes.
    let is_short = |folder: &PathBuf| std::fs::metadata(folder.join("old.txt")).is_ok_and(|file| file.len() < LONGEST);
    for corpus in ["un-gold", "un-hard", "canada-laws", "france-legi"] {
        let folders = std::fs::read_dir(text(corpus)).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
        let mut folders: Vec<PathBuf> = folders.filter(is_short).collect();
        folders.sort();
        pairs.extend(folders.into_iter().map(|folder| (folder.join("old.txt"), folder.join("new.txt"))));
    }
    check(&pairs);
}
