//! The counts, dates, sessions and citations of a text, one a line.
//!
//! `cargo run --example facts -- 2021.txt`
#![allow(clippy::print_stdout, reason = "a program may print")]

use rature::findings::facts;
use rature::read::{ReadOptions, read};
use rature::structure::structure;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("name a text")?;
    let document = structure(read(&path, &std::fs::read(&path)?, &ReadOptions::default())?);
    for fact in facts(&document) {
        println!("{}\t{}\t{}", document.units[fact.unit].id, fact.kind.code(), fact.text);
    }
    Ok(())
}
