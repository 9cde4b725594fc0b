//! The redline of two texts, as a page and as data.
//!
//! `cargo run --example redline -- OLD NEW PAGE.html`
#![allow(clippy::print_stdout, reason = "a program may print")]

use rature::align::{AlignOptions, align};
use rature::compare::compare;
use rature::read::{ReadOptions, read};
use rature::render::redline_html;
use rature::report::{ReportOptions, redline, report};
use rature::structure::{Document, structure};

fn document(path: &str) -> Result<Document, Box<dyn std::error::Error>> {
    Ok(structure(read(path, &std::fs::read(path)?, &ReadOptions::default())?))
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [old, new, page] = arguments.as_slice() else { return Err("name two texts and a page".into()) };
    let (old, new) = (document(old)?, document(new)?);
    let comparison = compare(&old, &new, align(&old, &new, &AlignOptions::default()));
    let redline = redline(old, new, comparison);
    let summary = &redline.summary;
    println!("{} unchanged, {} substantive, {} moved", summary.unchanged, summary.substantive, summary.moved);
    std::fs::write(page, redline_html(&report(redline, ReportOptions::default())))?;
    Ok(())
}
