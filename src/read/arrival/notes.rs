//! Notes typed at the end of a text, each behind the mark that calls it.
//!
//! ```text
//! 1. Welcomes what the pilots said in 2007[1] about the lamps.*
//!
//! [1] Papers of the Bureau, vol. II.
//! * Adopted without a vote.
//! ```
//!
//! Raised figures, figures before a slash or in parentheses, and asterisks are typed so too; "1." is where "Notes" stands above. They are notes
//! where the text above calls half of them.

use rustc_hash::FxHashSet;

use super::Lines;
use crate::language::Lexicon;
use crate::read::{Block, Repair, Why};
use crate::text::{is_stop, lower, opens_with_capital, superscript};
use crate::work::step;

/// A line that opens a note: bytes of its mark, and the mark.
struct Opening {
    at: usize,
    start: usize,
    end: usize,
}

/// Takes the notes at the end out of the lines.
pub(super) fn take(lines: &mut Lines, lexicon: &Lexicon) -> Vec<Block> {
    let worded = lines.worded();
    let ways: [&dyn Fn() -> Vec<Opening>; 3] =
        [&|| called(lines, &worded), &|| in_parentheses(lines, &worded, lexicon), &|| below_a_title(lines, &worded, lexicon)];
    let Some(openings) = ways.into_iter().map(|way| way()).find(|found| !found.is_empty()) else { return vec![] };
    let first = openings[0].at;
    if let Some(title) = worded.iter().rev().find(|&&at| at < first).filter(|&&at| heads_notes(&lines.lines[at], lexicon)) {
        lines.leave_out(*title, Why::Furniture);
    }
    // Marks that other things are written like too.
    let printed = |opening: &Opening| lines.lines[opening.at][..opening.end].chars().next_back();
    let sign = openings.iter().filter_map(printed).find_map(|c| match c {
        '/' | ')' => Some(c),
        '.' if lines.lines[..first].iter().any(|line| line.contains("(1)")) => Some(')'),
        _ => None,
    });
    let mut blocks: Vec<Block> = vec![];
    let mut next = openings.iter().peekable();
    for &at in worded.iter().filter(|&&at| at >= first) {
        if let Some(&Opening { start, end, .. }) = next.next_if(|opening| opening.at == at) {
            let line = &lines.lines[at];
            let text = format!("{} {}", &line[start..end], words(&line[end..]));
            blocks.push(Block { counted: end - start, ..Block::note(text, at + 1) });
        } else if let Some(open) = blocks.last_mut() {
            open.text.push(' ');
            open.text.push_str(&words(&lines.lines[at]));
        }
        lines.blank(at);
    }
    if let Some(sign) = sign {
        call_in_brackets(lines, first, sign);
    }
    blocks
}

/// Notes behind marks that nothing else opens a line with, where the text above calls half of them.
fn called(lines: &Lines, worded: &[usize]) -> Vec<Opening> {
    let openings = openings(lines, worded, mark);
    let Some(first) = openings.first().map(|opening| opening.at) else { return vec![] };
    let calls: FxHashSet<&str> = lines.lines[..first].iter().flat_map(|line| calls(line)).collect();
    let called = openings.iter().filter(|note| calls.contains(&lines.lines[note.at][note.start..note.end])).count();
    if called * 2 < openings.len() { vec![] } else { openings }
}

/// Notes behind "(1)", "(2)", …: items are numbered so too, so the text above calls each of them once, in order, behind a word that takes
/// no number.
fn in_parentheses(lines: &Lines, worded: &[usize], lexicon: &Lexicon) -> Vec<Opening> {
    let openings = openings(lines, worded, |line| {
        let (number, rest) = line.trim_start().strip_prefix('(')?.split_once(')')?;
        let is_note = is_number(number) && rest.starts_with(' ') && opens_with_capital(rest.trim_start());
        let start = line.len() - line.trim_start().len();
        is_note.then_some((start, start + number.len() + 2))
    });
    let Some(first) = openings.first().map(|opening| opening.at) else { return vec![] };
    let mut called = vec![];
    for line in &lines.lines[..first] {
        for (at, _) in line.match_indices('(') {
            let Some((number, _)) = line[at + 1..].split_once(')').filter(|(number, _)| is_number(number)) else { continue };
            let word = line[..at].trim_end().rsplit(' ').next().unwrap_or_default();
            // "Rule 132(2)"
            let figures = line[..at].bytes().rev().take_while(u8::is_ascii_digit).count();
            if (1..=3).contains(&figures) && word.len() == figures {
                continue;
            }
            // Labels, and what is cited.
            if word.is_empty() || lexicon.numbered_nouns.contains(&&*lower(word)) {
                continue;
            }
            called.push(number);
        }
    }
    let printed = openings.iter().map(|opening| &lines.lines[opening.at][opening.start + 1..opening.end - 1]);
    let counts = printed.clone().zip(1..).all(|(number, nth)| number.parse() == Ok(nth));
    if counts && printed.eq(called) { openings } else { vec![] }
}

/// Notes behind "1.", "2.", … below a line that says so, to the end of the text, where the text above calls half of them: any paragraph is
/// numbered so too.
fn below_a_title(lines: &Lines, worded: &[usize], lexicon: &Lexicon) -> Vec<Opening> {
    let Some(title) = worded.iter().rposition(|&at| heads_notes(&lines.lines[at], lexicon)) else { return vec![] };
    let below = &worded[title + 1..];
    let mut found = vec![];
    for &at in below {
        let line = &lines.lines[at];
        let start = line.len() - line.trim_start().len();
        let rest = line[start..].strip_prefix(&(found.len() + 1).to_string()).map(|rest| rest.trim_start_matches(['.', ')']));
        if let Some(rest) = rest.filter(|rest| rest.starts_with(char::is_whitespace)) {
            found.push(Opening { at, start, end: line.len() - rest.len() });
        }
    }
    let opens_with_one = found.first().is_some_and(|first| below.first() == Some(&first.at));
    let called: FxHashSet<usize> = lines.lines[..worded[title]].iter().flat_map(|line| numbers_called(line)).collect();
    let count = (1..=found.len()).filter(|number| called.contains(number)).count();
    if opens_with_one && count * 2 >= found.len() { found } else { vec![] }
}

/// The numbers in `line` that may call a note: raised, in brackets, or glued behind a word or a stop, as a raised figure is that was
/// copied: "lights;2".
fn numbers_called(line: &str) -> Vec<usize> {
    step(line.len());
    let is_figure = |c: char| c.is_ascii_digit() || superscript(c).is_some();
    let (mut called, mut from) = (vec![], 0);
    while let Some(start) = line[from..].find(is_figure).map(|at| from + at) {
        let is_raised = line[start..].starts_with(|c| superscript(c).is_some());
        let is_other = |c: char| !is_figure(c) || superscript(c).is_some() != is_raised;
        let end = start + line[start..].find(is_other).unwrap_or(line.len() - start);
        let (before, after) = (line[..start].chars().next_back(), line[end..].chars().next());
        let is_enclosed = matches!((before, after), (Some('('), Some(')')) | (Some('['), Some(']')));
        let is_behind = |c: char| c.is_alphabetic() || matches!(c, ',' | ';' | '.' | ':' | ')' | '”' | '»');
        let is_glued = before.is_some_and(is_behind) && !after.is_some_and(char::is_alphanumeric);
        if is_raised || is_enclosed || is_glued {
            let digits: String = line[start..end].chars().map(|c| superscript(c).unwrap_or(c)).collect();
            called.extend(digits.parse::<usize>());
        }
        from = end;
    }
    called
}

/// Whether `line` says that what is below it are notes.
fn heads_notes(line: &str, lexicon: &Lexicon) -> bool {
    lexicon.notes_below.contains(&&*lower(line.trim().trim_end_matches([':', ' ', '\u{a0}', '\u{202f}'])))
}

fn is_number(text: &str) -> bool {
    (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// The lines at the end that open notes, and those that go on with them, from the first note on.
fn openings(lines: &Lines, worded: &[usize], mark: impl Fn(&str) -> Option<(usize, usize)>) -> Vec<Opening> {
    let mut found: Vec<Opening> = vec![];
    let mut going_on = 0;
    for &at in worded.iter().rev() {
        if let Some((start, end)) = mark(&lines.lines[at]) {
            // What stands between two notes, and behind the last, is wrapped at the margin: no blank line.
            found.push(Opening { at, start, end });
            going_on = 0;
        } else if going_on < 3 && at > 0 && !lines.lines[at - 1].trim().is_empty() {
            going_on += 1;
        } else {
            break;
        }
    }
    found.reverse();
    found
}

/// The bytes of the mark that `line` opens with, before words: "[1]", "¹", "1/", "*", "[^1]:".
fn mark(line: &str) -> Option<(usize, usize)> {
    let bare = line.trim_start();
    let start = line.len() - bare.len();
    let end = mark_length(bare);
    // "1/2" is a fraction.
    if end == 0 || bare[..end].ends_with('/') && !bare[end..].starts_with(' ') {
        return None;
    }
    let rest = bare[end..].trim_start_matches([' ', '\u{a0}', '\t', ':']);
    let is_apart = rest.len() < bare.len() - end || bare[end..].starts_with(char::is_uppercase);
    let opens = rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '«' | '“' | '"' | '('));
    (is_apart && opens).then_some((start, start + end))
}

/// The marks in `line` that stand behind a word or a stop.
fn calls(line: &str) -> impl Iterator<Item = &str> {
    let mut from = 0;
    std::iter::from_fn(move || {
        while let Some(at) = line[from..].find(|c: char| opens_mark(c)).map(|at| from + at) {
            let length = mark_length(&line[at..]);
            let digits = line[at..].bytes().take_while(u8::is_ascii_digit).count();
            from = at + length.max(digits).max(line[at..].chars().next().map_or(1, char::len_utf8));
            let behind = |c: char| c.is_alphanumeric() || is_stop(c) || matches!(c, ')' | ']' | '”' | '"' | '»' | '》' | '）');
            if length > 0 && line[..at].trim_end().ends_with(behind) {
                return Some(&line[at..at + length]);
            }
        }
        None
    })
}

fn opens_mark(c: char) -> bool {
    matches!(c, '[' | '(' | '*' | '†' | '‡') || c.is_ascii_digit() || superscript(c).is_some()
}

/// Bytes of the mark at the head of `text`; 0 where there is none: "[1]", "¹", "1/", "*".
fn mark_length(text: &str) -> usize {
    const LONGEST: usize = 3;
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let high = |text: &str| text.find(|c| superscript(c).is_none()).unwrap_or(text.len());
    let raised = high(text);
    // "(¹)"
    let in_parentheses = text.strip_prefix('(').map_or(0, high);
    if in_parentheses > 0 && text[1 + in_parentheses..].starts_with(')') {
        return in_parentheses + 2;
    }
    let signs = text.find(|c| !matches!(c, '*' | '†' | '‡')).unwrap_or(text.len());
    if raised > 0 {
        return raised;
    }
    if signs > 0 {
        return if text[..signs].chars().count() <= LONGEST { signs } else { 0 };
    }
    let inner = text.strip_prefix('[').unwrap_or(text);
    let opened = text.len() - inner.len();
    let figures = digits(inner);
    let closes = inner[figures..].starts_with(if opened > 0 { ']' } else { '/' });
    if (1..=LONGEST).contains(&figures) && closes { opened + figures + 1 } else { 0 }
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").trim_start_matches(": ").to_owned()
}

/// Writes "1/" or "(1)" behind a word or a year as `[^1]`, a mark that nothing else is written like.
fn call_in_brackets(lines: &mut Lines, end: usize, sign: char) {
    for at in 0..end {
        let line = lines.lines[at].clone();
        let mut out = String::new();
        let mut from = 0;
        for (close, _) in line.match_indices(sign) {
            let is_figure = |c: char| c.is_ascii_digit() || superscript(c).is_some();
            let begin = from + line[from..close].trim_end_matches(is_figure).len();
            let number: String = line[begin..close].chars().map(|c| superscript(c).unwrap_or(c)).collect();
            let Some(head) = line[from..begin].strip_suffix(if sign == ')' { "(" } else { "" }) else { continue };
            let tail = &line[close + 1..];
            let ends = tail.is_empty() || tail.starts_with([' ', ',', ';', '.', ':', ')']);
            let bare = head.trim_end();
            let is_figure = head.len() > bare.len() && bare.ends_with(|c: char| c.is_ascii_digit());
            let is_year = bare.len() == head.len() && bare.bytes().rev().take_while(u8::is_ascii_digit).count() == 4;
            let behind = is_figure
                || is_year
                || bare.ends_with(|c: char| c.is_alphabetic() || matches!(c, ',' | ';' | '.' | ':' | ')' | '"' | '”'));
            if (1..=3).contains(&number.len()) && ends && behind {
                let after = format!("[^{number}]");
                lines.repairs.push(Repair {
                    line: at + 1,
                    before: line[from + head.len()..=close].to_owned(),
                    after: after.clone(),
                    why: Why::NoteSign,
                });
                out.push_str(bare);
                out.push_str(&after);
                from = close + 1;
            }
        }
        if from > 0 {
            out.push_str(&line[from..]);
            lines.lines[at] = out.into();
        }
    }
}
