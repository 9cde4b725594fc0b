//! A table of contents: lines that end in the number of a page. It repeats the headings of the text and is none of it.

use super::Lines;
use crate::language::Lexicon;
use crate::read::Why;
use crate::text::is_colon;

/// A line of a table of contents.
struct Entry {
    page: u32,
    /// Dots lead to the page.
    is_led: bool,
}

/// Leaves out a table of contents, with its title.
pub(super) fn leave_out(lines: &mut Lines, lexicon: &Lexicon) {
    const UNTITLED: usize = 5;
    const TITLED: usize = 3;
    /// Entries may run over two lines.
    const BETWEEN: usize = 1;
    let worded = lines.worded();
    let entries: Vec<Option<Entry>> = worded.iter().map(|&at| entry(&lines.lines[at])).collect();
    let is_title = |at: usize| lexicon.contents.contains(&&*lines.lines[at].trim().trim_end_matches(':').to_lowercase());
    let heads: Vec<bool> = worded.iter().map(|&at| is_title(at)).collect();
    let mut nth = 0;
    while nth < worded.len() {
        let is_headed = heads[nth];
        let start = nth + usize::from(is_headed);
        // "The fees are as follows:"
        let is_said = nth.checked_sub(1).is_some_and(|before| lines.lines[worded[before]].trim_end().ends_with(is_colon));
        let is_open = |entry: &Entry| is_headed || entry.is_led && !is_said;
        let (mut end, mut page, mut count) = (start, 0, 0);
        for (at, entry) in entries.iter().enumerate().skip(start) {
            match entry.as_ref().filter(|entry| is_open(entry) && entry.page >= page) {
                Some(entry) => (end, page, count) = (at + 1, entry.page, count + 1),
                None if at >= end + BETWEEN || count == 0 && !is_headed => break,
                None => {}
            }
        }
        if count >= if is_headed { TITLED } else { UNTITLED } {
            for &at in &worded[nth..end] {
                lines.leave_out(at, Why::Furniture);
            }
            nth = end;
        } else {
            nth += 1;
        }
    }
}

/// "Fees ........ 12", "Fees      12", "Fees\t12".
fn entry(line: &str) -> Option<Entry> {
    let line = line.trim();
    let before = line.trim_end_matches(|c: char| c.is_ascii_digit());
    let page = line[before.len()..].parse().ok().filter(|page| (1..2_000).contains(page))?;
    let words = before.trim_end();
    let is_led = words.ends_with("...") || words.ends_with(". . .") || words.ends_with("……");
    let is_apart = before.len() >= words.len() + 2 || before.ends_with('\t');
    (is_led || is_apart && words.contains(char::is_alphabetic)).then_some(Entry { page, is_led })
}
