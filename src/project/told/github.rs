//! For GitHub: workflow commands, which stand in the log and beside the file in a pull request.
//!
//! ```text
//! ::error file=texts/2020.txt,line=41,title=OP2 is not what the goldens say::  golden: …%0A  now:    …%0Amakes 7 outputs differ: …
//! ::error file=golden/2019-2020.html,line=41,title=golden/2019-2020.html differs …::par. 12 / OP12%0A  golden: …
//! ```
//!
//! A change of a text is told once, on its line; a golden that differs is told of where no text says why.
//!
//! Source: GitHub's "Workflow commands for GitHub Actions"; the toolkit escapes `%`, CR and LF in messages, and `:` and `,` in
//! properties too.

use super::headline;
use crate::project::check::{Fault, FaultKind, Outcome};
use crate::project::origins::TextChange;

/// One command a changed paragraph, and one a fault that none of them explains, each on a line.
pub fn github(outcome: &Outcome) -> String {
    let change = |change: &TextChange| {
        let line = change.line.map(|line| format!(",line={line}")).unwrap_or_default();
        let title = format!("{} is not what the goldens say", change.name);
        let (count, outputs) = (change.outputs.len(), change.outputs.join(", "));
        let makes = format!("makes {count} {} differ: {outputs}", if count == 1 { "output" } else { "outputs" });
        let message = format!("{}\n{makes}", change.details.join("\n"));
        format!("::error file={}{line},title={}::{}\n", property(&change.text), property(&title), escaped(&message))
    };
    let fault = |fault: &&Fault| {
        let title = headline(fault);
        let message = if fault.details.is_empty() { title.clone() } else { fault.details.join("\n") };
        let (file, line) = (property(&fault.output), fault.line);
        format!("::error file={file},line={line},title={}::{}\n", property(&title), escaped(&message))
    };
    let is_explained = |fault: &Fault| outcome.changes.iter().any(|change| change.outputs.contains(&fault.output));
    let others = outcome.faults.iter().filter(|one| one.kind != FaultKind::Differs || !is_explained(one));
    outcome.changes.iter().map(change).chain(others.collect::<Vec<_>>().iter().map(fault)).collect()
}

fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_can_end_a_command() {
        assert_eq!(property("100 %, a:b\n::x"), "100 %25%2C a%3Ab%0A%3A%3Ax");
    }
}
