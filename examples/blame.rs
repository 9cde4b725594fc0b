//! Since when each phrase of the latest text stands there.
//!
//! `cargo run --example blame -- 2019.txt 2020.txt 2021.txt`
#![allow(clippy::print_stdout, reason = "a program may print")]

use rature::read::{ReadOptions, read};
use rature::series::{SeriesOptions, series};
use rature::structure::structure;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut documents = vec![];
    for path in std::env::args().skip(1) {
        documents.push(structure(read(&path, &std::fs::read(&path)?, &ReadOptions::default())?));
    }
    let series = series(documents, &SeriesOptions::default());
    let (Some(latest), Some(years)) = (series.documents.last(), series.provenance.last()) else {
        return Err("name the texts, the earliest first".into());
    };
    for (unit, years) in latest.units.iter().zip(years) {
        let text: Vec<char> = unit.text.chars().collect();
        for run in &years.runs {
            let words: String = text[run.start..run.end].iter().collect();
            println!("{}\t{}\t{}", unit.id, series.documents[run.since].label, words.trim());
        }
    }
    Ok(())
}
