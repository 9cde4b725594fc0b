//! The redline as Markdown, for issues, pull requests and mail.
//!
//! ```text
//! **OP12** (was OP11) · *moved from OP9*
//!
//! Urges <del>fifteen</del><ins>twelve</ins> States …          Urges {--fifteen--}{++twelve++} States …   (CriticMarkup)
//! ```
//!
//! `<ins>` and `<del>` are shown by GitHub and GitLab, and, unlike `~~`, hold at the edge of a word and beside a space. What the text has
//! of Markdown's own signs is escaped, and `@` and `#` are, so that no name is called and no issue linked.

use crate::render::ink::inked;
use crate::render::visible::visible;
use crate::report::{DigestLine, Entry, Ink, Piece, Report, Role, Row, beside};
use crate::text::raised;

/// How insertions and deletions are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Signs {
    /// `<ins>` and `<del>`.
    #[default]
    Html,
    /// `{++ ++}` and `{-- --}`.
    Critic,
}

/// What matters of the redline alone, to be read in a mail; with a final line feed.
pub fn digest_markdown(report: &Report, signs: Signs) -> String {
    let mut page = Page { text: String::new(), signs };
    page.head(report);
    page.digest(report);
    page.finish()
}

/// The redline, with a final line feed.
pub fn redline_markdown(report: &Report, signs: Signs) -> String {
    let mut page = Page { text: String::new(), signs };
    page.head(report);
    page.digest(report);
    page.block("---");
    for row in &report.rows {
        page.row(row);
    }
    if !report.left_out.is_empty() {
        page.block("---");
        page.block(&format!("**{}**", escaped(report.phrases.page.left_out)));
        let said =
            report.left_out.iter().map(|line| format!("- {} {}", escaped(&line.place), escaped(&line.said(report.phrases))));
        page.block(&said.collect::<Vec<_>>().join("\n"));
    }
    if !report.notes.is_empty() {
        page.block("---");
        let notes: Vec<String> = report.notes.iter().map(|note| format!("- {}", escaped(note))).collect();
        page.block(&notes.join("\n"));
    }
    page.finish()
}

struct Page {
    text: String,
    signs: Signs,
}

impl Page {
    fn block(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push_str("\n\n");
    }

    fn finish(mut self) -> String {
        self.text.truncate(self.text.trim_end().len());
        self.text.push('\n');
        self.text
    }

    /// What is compared with what, what must not be overlooked, and the counts.
    fn head(&mut self, report: &Report) {
        self.block(
            &report.phrases.said_of(&format!("# {}", escaped(report.phrases.page.redline)), &escaped(&report.title.title)),
        );
        let parties = [&report.title.old, &report.title.new].map(|party| {
            let adopted = party.adopted.as_deref().map(|adopted| format!(", {}", escaped(adopted))).unwrap_or_default();
            report.phrases.said_of(&format!("- {}", escaped(party.role)), &format!("**{}**{adopted}", escaped(party.short())))
        });
        self.block(&parties.join("\n"));
        for warning in &report.warnings {
            self.block(&format!("> **{}** {}", escaped(report.phrases.page.warning), escaped(warning)));
        }
        let tallies: Vec<String> = report.tallies.iter().map(|tally| escaped(&tally.text)).collect();
        self.block(&if tallies.is_empty() { escaped(report.phrases.tallies.nothing) } else { tallies.join(" · ") });
    }

    /// What matters, a list for each sort.
    fn digest(&mut self, report: &Report) {
        let Some(digest) = &report.digest else { return };
        self.block(&format!("## {}", escaped(report.phrases.digest.title)));
        self.block(&escaped(&digest.stands));
        for group in &digest.groups {
            let mut lines: Vec<String> = group.first.iter().map(|line| self.point(line)).collect();
            lines.extend((!group.more.is_empty()).then(|| format!("- *{}*", escaped(&group.more))));
            self.block(&format!("**{}**", escaped(group.head)));
            self.block(&lines.join("\n"));
        }
        if let Some(routine) = &digest.routine {
            self.block(&format!("*{}*", escaped(&routine.head)));
        }
    }

    fn point(&self, line: &DigestLine) -> String {
        let said = line.said.as_ref().map(|said| format!(" *{}*", escaped(said))).unwrap_or_default();
        format!("- **{}**{said} {}", escaped(&line.label), self.pieces(&line.pieces))
    }

    fn row(&mut self, row: &Row) {
        match row {
            Row::Entry(entry) => self.entry(entry),
            Row::Departure(left) => self.block(&format!("*{} → {}*", escaped(&left.label), escaped(&left.text))),
            Row::Fold(fold) => self.block(&format!("*{}*", escaped(&fold.line))),
        }
    }

    fn entry(&mut self, entry: &Entry) {
        let printed = entry.printed.as_ref().map(|printed| format!("{} ", escaped(printed))).unwrap_or_default();
        let words = printed + &self.pieces(&entry.pieces);
        let head = head(entry);
        if !head.is_empty() {
            self.block(&head);
        }
        match entry.role {
            // The title is the first level.
            Role::Heading(depth) => self.block(&format!("{} {words}", "#".repeat((depth + 1).min(6)))),
            _ => self.block(&words),
        }
        for note in &entry.notes {
            let badge = note.badge.as_ref().map(|badge| format!("*{}* ", escaped(&badge.text))).unwrap_or_default();
            self.block(&format!("> {} {badge}{}", escaped(&raised(&note.mark)), self.pieces(&note.pieces)));
        }
    }

    fn pieces(&self, pieces: &[Piece]) -> String {
        let runs = inked(pieces);
        let signed = runs.into_iter().map(|(ink, text)| {
            let text = escaped(&text);
            match (ink, self.signs) {
                (Ink::Plain, _) => text,
                (Ink::Inserted(_), Signs::Html) => format!("<ins>{text}</ins>"),
                (Ink::Deleted(_), Signs::Html) => format!("<del>{text}</del>"),
                (Ink::Inserted(_), Signs::Critic) => format!("{{++{text}++}}"),
                (Ink::Deleted(_), Signs::Critic) => format!("{{--{text}--}}"),
            }
        });
        at_line_start(&signed.collect::<String>())
    }
}

/// "**OP12** (was OP11) · *moved from OP9*"
fn head(entry: &Entry) -> String {
    let label = (!entry.label.is_empty()).then(|| format!("**{}**", escaped(&entry.label)));
    let was = entry.was.as_ref().map(|was| escaped(&if label.is_some() { beside(was) } else { format!("({was})") }));
    let name = [label, was].into_iter().flatten().collect::<String>();
    let badges = entry.badges.iter().map(|badge| format!("*{}*", escaped(&badge.text)));
    let parts: Vec<String> = Some(name).filter(|name| !name.is_empty()).into_iter().chain(badges).collect();
    parts.join(" · ")
}

/// `text` with every sign escaped that Markdown, CriticMarkup or GitHub would read.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for character in visible(text).chars() {
        match character {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '$' | '^' => {
                out.extend(['\\', character]);
            }
            // Two of them open or close a mark of CriticMarkup.
            '+' | '-' | '=' if out.ends_with(character) => out.extend(['\\', character]),
            '&' => out.push_str("&amp;"),
            '@' => out.push_str("&#64;"),
            character => out.push(character),
        }
    }
    out
}

/// What would make a list or a rule at the head of a line is escaped; no text is indented.
fn at_line_start(text: &str) -> String {
    let text = text.trim_start_matches([' ', '\t']);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if text.starts_with(['-', '+', '=']) {
        return format!("\\{text}");
    }
    if digits > 0 && text[digits..].starts_with(['.', ')']) {
        return format!("{}\\{}", &text[..digits], &text[digits..]);
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_markdown_are_escaped() {
        assert_eq!(
            escaped("*a* [b](c) <i> 12 & @c #3 {++x++}"),
            "\\*a\\* \\[b\\](c) \\<i\\> 12 &amp; &#64;c \\#3 \\{+\\+x+\\+\\}"
        );
        assert_eq!(at_line_start("1. Urges"), "1\\. Urges");
        assert_eq!(at_line_start("- a"), "\\- a");
        assert_eq!(at_line_start("2021 was"), "2021 was");
    }
}
