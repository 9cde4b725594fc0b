//! The redline of two texts, as a page and as data.
//!
//! `cargo run --example redline -- OLD NEW PAGE.html`
#![allow(clippy::print_stdout, reason = "a program may print")]

use rature::render::redline_html;
use rature::report::{ReportOptions, report};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [old, new, page] = arguments.as_slice() else { return Err("name two texts and a page".into()) };
    let redline = rature::redline(old, new)?;
    let summary = &redline.summary;
    println!("{} unchanged, {} substantive, {} moved", summary.unchanged, summary.substantive, summary.moved);
    std::fs::write(page, redline_html(&report(redline, ReportOptions::default())))?;
    Ok(())
}
