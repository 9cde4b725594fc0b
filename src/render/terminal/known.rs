//! Text files that rature wrote, known by their first lines: they have no place for a name of the program.
//!
//! ```text
//! Redline                          Series  Cooperation · ASP/18 to ASP/21 · 4 texts
//! Cooperation
//! - Earlier text  ASP/19, …
//! + Later text    ASP/20, …
//! ```

use crate::language::Language;
use crate::report::phrases::Phrases;

/// Whether a file that begins with `head` is a redline or a series as text.
pub(crate) fn is_own_text(head: &str) -> bool {
    let lines: Vec<&str> = head.lines().take(12).collect();
    let Some(first) = lines.first() else { return false };
    let has = |start: &str| lines.iter().any(|line| line.starts_with(start));
    Language::ALL.map(Phrases::of).iter().any(|words| {
        let (page, years) = (&words.page, &words.years);
        let is_redline = *first == page.redline && has(&format!("- {}  ", page.old)) && has(&format!("+ {}  ", page.new));
        is_redline || first.starts_with(&format!("{}  ", years.series)) && lines.concat().contains(" · ")
    })
}
