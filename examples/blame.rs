//! Since when each phrase of the latest text stands there.
//!
//! `cargo run --example blame -- 2019.txt 2020.txt 2021.txt`
#![allow(clippy::print_stdout, reason = "a program may print")]

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let series = rature::series(std::env::args().skip(1))?;
    let (Some(latest), Some(years)) = (series.documents.last(), series.provenance.last()) else {
        return Err("name the texts".into());
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
