//! For people.

use std::fmt::Write;

use super::headline;
use crate::project::check::{FaultKind, Outcome};

/// Each fault with its paragraphs, then one line that counts; with a final line feed.
pub fn plain(outcome: &Outcome) -> String {
    let mut text = String::new();
    for fault in &outcome.faults {
        text.push_str(&headline(fault));
        text.push('\n');
        for detail in &fault.details {
            let _ = writeln!(text, "  {detail}");
        }
    }
    let count = |kind| outcome.faults.iter().filter(|fault| fault.kind == kind).count();
    let (differ, missing, extra) = (count(FaultKind::Differs), count(FaultKind::Missing), count(FaultKind::Extra));
    let outputs = outcome.outputs.len();
    let noun = if outputs == 1 { "output" } else { "outputs" };
    if outcome.faults.is_empty() {
        let _ = writeln!(text, "{}: {outputs} {noun}, all as on disk", outcome.series);
        return text;
    }
    let counts = [(differ, if differ == 1 { "differs" } else { "differ" }), (missing, "missing"), (extra, "extra")];
    let counts: Vec<String> = counts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
    let _ = writeln!(text, "{}: {outputs} {noun}, {}", outcome.series, counts.join(", "));
    text
}
