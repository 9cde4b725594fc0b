//! The remarks about the whole, on the first paragraph: what must be known, and, where comments are asked for, what matters.

use super::WordOptions;
use crate::render::ink::inked;
use crate::report::{DigestLine, Report};

/// The remarks, in their order.
pub(super) fn remarks(report: &Report, options: &WordOptions) -> Vec<String> {
    let digest = digest(report).filter(|_| options.comments);
    report.remarks.iter().cloned().chain(digest).collect()
}

/// What matters, a line a point.
fn digest(report: &Report) -> Option<String> {
    let digest = report.digest.as_ref()?;
    let mut lines = vec![report.phrases.said_of(report.phrases.digest.title, &digest.stands)];
    for group in &digest.groups {
        let mut head = group.head;
        for one in &group.first {
            lines.push(if head.is_empty() { line(one) } else { report.phrases.said_of(head, &line(one)) });
            head = "";
        }
        lines.extend((!group.more.is_empty()).then(|| group.more.clone()));
    }
    lines.extend(digest.routine.as_ref().map(|routine| routine.head.clone()));
    Some(lines.join("\n"))
}

fn line(line: &DigestLine) -> String {
    let text: String = inked(&line.pieces).into_iter().map(|(_, text)| text).collect();
    let said = line.said.as_ref().map(|said| format!(" ({said})")).unwrap_or_default();
    format!("{}{said} {text}", line.label)
}
