//! Both engines say the same words of a file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rature::read::{ReadOptions, read};
use rature_oracle::words;

/// Files that hold no text, that one of the two cannot read, or whose letters are drawn twice for weight.
const UNREAD: [&str; 8] =
    ["scan-image-only", "notounicode", "habibi", "password", "truncated", "malformed", "hostile", "duplicate-chars"];
/// Of a thousand words: one engine parts or joins what the other does not, and the other leaves out words with ligatures.
const LEAST: usize = 950;

/// The PDF files of the fixtures, and of the folders beside the project where they are.
fn files() -> Vec<PathBuf> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let corpus = std::env::var_os("RATURE_CORPUS").map_or_else(|| project.join("../shared/corpus"), PathBuf::from);
    let folders = [
        project.join("fixtures/cooperation-en"),
        project.join("fixtures/cooperation-es"),
        project.join("fixtures/cooperation-fr"),
        corpus.join("pdf"),
        corpus.join("../samples"),
    ];
    let entries = folders.iter().filter_map(|folder| std::fs::read_dir(folder).ok()).flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "pdf"));
    files.sort();
    files
}

/// Everything that rature read, what it left out as furniture of the page included.
fn own_words(bytes: &[u8]) -> Option<Vec<String>> {
    let source = read("file", bytes, &ReadOptions::default()).ok()?;
    let mut texts: Vec<String> = source.blocks.iter().map(|block| block.text.clone()).collect();
    texts.extend(source.repairs.iter().filter(|repair| repair.after.is_empty()).map(|repair| repair.before.clone()));
    let word = |word: &str| word.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    Some(texts.iter().flat_map(|text| text.split_whitespace().map(word)).filter(|word| !word.is_empty()).collect())
}

/// Of `words`, how many in a thousand `others` have too. Marks that one engine glues to a word and figures that hyphens join differ: only
/// words of letters count.
fn shared(words: &[String], others: &[String]) -> usize {
    let lettered = |words: &[String]| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for word in words.iter().filter(|word| word.chars().count() > 3 && word.chars().all(char::is_alphabetic)) {
            *counts.entry(word.to_lowercase()).or_default() += 1;
        }
        counts
    };
    let (own, others) = (lettered(words), lettered(others));
    let both: usize = own.iter().map(|(word, count)| *count.min(others.get(word).unwrap_or(&0))).sum();
    let all: usize = own.values().sum();
    (both * 1000).checked_div(all).unwrap_or(1000)
}

#[test]
fn both_engines_say_the_same_words() {
    let mut wrong = vec![];
    let mut compared = 0;
    for file in files() {
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        if UNREAD.iter().any(|unread| name.contains(unread)) {
            continue;
        }
        let bytes = std::fs::read(&file).expect("a file");
        let (Some(own), Some(other)) = (own_words(&bytes), words(bytes)) else {
            wrong.push(format!("{name}: only one of the two reads it"));
            continue;
        };
        let (recall, precision) = (shared(&other, &own), shared(&own, &other));
        println!("{name}: {} words; {recall} ‰ of the other's, {precision} ‰ are the other's", own.len());
        compared += 1;
        if recall.min(precision) < LEAST {
            wrong.push(format!("{name}: {recall} ‰ and {precision} ‰"));
        }
    }
    assert!(compared > 0 && wrong.is_empty(), "{}", wrong.join("\n"));
}
