//! What matters, on the terminal: a line a point under the name of its sort.

use super::Screen;
use super::paint::{Run, Style, runs};
use crate::render::visible::visible;
use crate::report::{DigestLine, Report};
use unicode_width::UnicodeWidthStr;

/// Writes the digest of `report`, if anything differs.
pub(super) fn write(report: &Report, screen: &mut Screen) {
    let Some(digest) = &report.digest else { return };
    screen.blank();
    screen.say(Style::Strong, report.phrases.digest.title);
    screen.say(Style::Quiet, &digest.stands);
    let lines = digest.groups.iter().flat_map(|group| &group.first);
    let widest = lines.map(|line| visible(&line.label).width()).max().unwrap_or(0).min(screen.options.width / 3);
    for group in &digest.groups {
        screen.blank();
        screen.say(Style::Strong, group.head);
        for line in &group.first {
            point(line, widest + 4, screen);
        }
        if !group.more.is_empty() {
            screen.paragraph(&[], &[Run::new(Style::Quiet, visible(&group.more))], widest + 4);
        }
    }
    if let Some(routine) = &digest.routine {
        screen.blank();
        screen.say(Style::Quiet, &routine.head);
    }
}

fn point(line: &DigestLine, indent: usize, screen: &mut Screen) {
    let lead = [Run::new(Style::Plain, "  "), Run::linked(Style::Strong, visible(&line.label), &line.anchor)];
    let said = line.said.as_ref().map(|said| Run::new(Style::Quiet, format!("{} ", visible(said))));
    let text: Vec<Run> = said.into_iter().chain(runs(&line.pieces, screen.options.colours)).collect();
    screen.paragraph(&lead, &text, indent);
}
