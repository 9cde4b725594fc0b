//! For programs: JUnit XML, one test case an output.
//!
//! ```xml
//! <testsuite name="Cooperation" tests="9" failures="1" errors="0" skipped="0">
//!   <testcase classname="Cooperation" name="golden/2019-2020.html"><failure type="differs" message="…">…</failure></testcase>
//! ```
//!
//! The form is that of the Jenkins schema. No times: the same goldens give the same bytes.

use std::fmt::Write;

use html_escape::{encode_double_quoted_attribute, encode_text};

use super::headline;
use crate::project::check::{Fault, FaultKind, Outcome};
use crate::render::visible;

/// All outcomes as one file, with a final line feed.
pub fn junit(outcomes: &[Outcome]) -> String {
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
    let failures: usize = outcomes.iter().map(|outcome| outcome.faults.len()).sum();
    let tests: usize = outcomes.iter().map(cases).sum();
    let _ = writeln!(xml, "<testsuites name=\"rature\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">");
    for outcome in outcomes {
        suite(outcome, &mut xml);
    }
    xml.push_str("</testsuites>\n");
    xml
}

/// Outputs, and the files that should not be there.
fn cases(outcome: &Outcome) -> usize {
    outcome.outputs.len() + outcome.faults.iter().filter(|fault| fault.kind == FaultKind::Extra).count()
}

fn suite(outcome: &Outcome, xml: &mut String) {
    let (name, tests, failures) = (attribute(&outcome.series), cases(outcome), outcome.faults.len());
    let _ = writeln!(xml, "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\">");
    let extra = outcome.faults.iter().filter(|fault| fault.kind == FaultKind::Extra).map(|fault| &fault.output);
    for output in outcome.outputs.iter().chain(extra) {
        let _ = write!(xml, "    <testcase classname=\"{name}\" name=\"{}\"", attribute(output));
        match outcome.faults.iter().find(|fault| fault.output == *output) {
            None => xml.push_str("/>\n"),
            Some(fault) => drop(writeln!(xml, ">{}</testcase>", failure(fault))),
        }
    }
    xml.push_str("  </testsuite>\n");
}

fn failure(fault: &Fault) -> String {
    let kind = match fault.kind {
        FaultKind::Differs => "differs",
        FaultKind::Missing => "missing",
        FaultKind::Extra => "extra",
    };
    // XML has no way to write most control characters.
    let details: Vec<String> = fault.details.iter().map(|detail| visible(detail).into_owned()).collect();
    let text = details.join("\n");
    format!("<failure type=\"{kind}\" message=\"{}\">{}</failure>", attribute(&headline(fault)), encode_text(&text))
}

fn attribute(text: &str) -> String {
    // `<` may stand in an attribute of HTML, not of XML.
    encode_double_quoted_attribute(&visible(text)).replace('<', "&lt;")
}
