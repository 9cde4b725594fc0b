//! For GitHub: workflow commands, which stand in the log and beside the file in a pull request.
//!
//! ```text
//! ::error file=golden/2019-2020.html,line=41,title=golden/2019-2020.html differs …::par. 12 / OP12%0A  golden: …
//! ```
//!
//! Source: GitHub's "Workflow commands for GitHub Actions"; the toolkit escapes `%`, CR and LF in messages, and `:` and `,` in
//! properties too.

use super::headline;
use crate::project::check::Outcome;

/// One command a fault, each on a line.
pub fn github(outcome: &Outcome) -> String {
    let command = |fault: &super::Fault| {
        let title = headline(fault);
        let message = if fault.details.is_empty() { title.clone() } else { fault.details.join("\n") };
        let (file, line) = (property(&fault.output), fault.line);
        format!("::error file={file},line={line},title={}::{}\n", property(&title), escaped(&message))
    };
    outcome.faults.iter().map(command).collect()
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
