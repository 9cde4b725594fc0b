//! Placeholder until the page is laid.

use crate::report::Report;

/// The page.
pub fn redline_html(report: &Report) -> String {
    report.title.title.clone()
}
