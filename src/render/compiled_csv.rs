//! The places of a compilation for spreadsheets: a row an alternative.
//!
//! ```text
//! Place,Paragraph,Stand,What,Draft,Proposed,By,Count
//! OP2.1,OP2,conflict,replace,12,15,EU,1
//! ```

use super::csv::{Bom, row};
use crate::report::CompilationReport;

/// The alternatives of all places, with a row of headings; lines end in CRLF.
pub fn compilation_csv(report: &CompilationReport, bom: Bom) -> String {
    let mut csv = String::from(if bom == Bom::With { "\u{feff}" } else { "" });
    csv.push_str(&row(report.phrases.compiling.sheet));
    for line in &report.lines {
        csv.push_str(&row(line.iter().map(String::as_str)));
    }
    csv
}
