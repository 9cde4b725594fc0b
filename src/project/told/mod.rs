//! What a check has found, in words: for a terminal, for GitHub, for programs that read JUnit XML. A form a file.

mod github;
mod junit;
mod plain;

pub use github::github;
pub use junit::junit;
pub use plain::plain;

use super::check::{Fault, FaultKind};

/// What is wrong, in a sentence without the file's name.
fn sentence(kind: FaultKind) -> &'static str {
    match kind {
        FaultKind::Differs => "differs from what is made now",
        FaultKind::Missing => "is missing: rature check --bless writes it",
        FaultKind::Extra => "is extra, no output of the project makes it",
    }
}

fn headline(fault: &Fault) -> String {
    format!("{} {}", fault.output, sentence(fault.kind))
}
