//! A file that a mail carried inside its text: lines of base64 or uuencode.
//!
//! ```text
//! JVBERi0xLjcKJeLjz9MKMSAwIG9iago8PC9UeXBlL0NhdGFsb2cvUGFnZXMgMiAw      begin 644 annex.pdf
//! UiA+PgplbmRvYmoKMiAwIG9iago8PC9UeXBlL1BhZ2VzL0tpZHNbXS9Db3VudCAw      M)5!$1BTQ+C<*)>+CS],*,2`P(&]B:@H\/"]4>7!E+T-A=&%L;V<O4&%G97,@
//! ```
//!
//! Their letters are bytes and no words, so they are left out and listed, and a note says so. Base64 is told by lines of one width without
//! a space, in capitals, small letters and digits; uuencode by its first and last line, and by the length that each line says.

use super::Lines;
use crate::read::{Note, Why};

/// Fewer characters in a block may be a key or an address.
const FEWEST: usize = 200;
/// Base64 is broken at 60 to 76 characters, or not at all.
const NARROWEST: usize = 40;

/// Leaves out the lines that are encoded.
pub(super) fn leave_out(lines: &mut Lines) -> Option<Note> {
    let (mut at, mut count) = (0, 0);
    while at < lines.lines.len() {
        let rest = || lines.lines[at..].iter().map(|line| line.trim());
        let (length, is_encoded) = uuencoded(rest()).map_or_else(|| base64(&rest()), |length| (length, true));
        if is_encoded {
            (at..at + length).for_each(|line| lines.leave_out(line, Why::Furniture));
            count += length;
        }
        at += length.max(1);
    }
    let count = count.to_string();
    let message =
        format!("{count} lines are an encoded file, such as an attachment, and were left out: give that file by itself");
    (count != "0").then(|| Note::new("encoded-lines", message).with([&count]))
}

/// How many of the first `lines` could be a block of base64, all as wide as the first and a last one that is narrower, and whether they are.
fn base64<'a>(lines: &(impl Iterator<Item = &'a str> + Clone)) -> (usize, bool) {
    let is_encoded = |line: &str| {
        let digits = line.trim_end_matches('=');
        line.len() <= digits.len() + 2 && digits.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/'))
    };
    let width = lines.clone().next().map_or(0, str::len);
    if width < NARROWEST {
        return (0, false);
    }
    let block: Vec<&str> = lines.clone().take_while(|line| line.len() == width && is_encoded(line)).collect();
    let has = |is: fn(&u8) -> bool| block.iter().any(|line| line.as_bytes().iter().any(is));
    let is_mixed = has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase) && has(u8::is_ascii_digit);
    let has_last = lines.clone().nth(block.len()).is_some_and(|last| !last.is_empty() && last.len() < width && is_encoded(last));
    // A word alone on its line is none, where the block ended with "=".
    let is_open = block.last().is_some_and(|line| !line.ends_with('='));
    if is_mixed && block.len() * width >= FEWEST {
        return (block.len() + usize::from(has_last && is_open), true);
    }
    // No part of it is one either.
    (block.len(), false)
}

/// How many of the first `lines` are a block of uuencode, from "begin 644 annex.pdf" to "end".
fn uuencoded<'a>(mut lines: impl Iterator<Item = &'a str>) -> Option<usize> {
    let mut head = lines.next()?.splitn(3, ' ');
    let is_mode = |mode: &str| matches!(mode.len(), 3 | 4) && mode.bytes().all(|b| matches!(b, b'0'..=b'7'));
    let is_head = head.next() == Some("begin") && head.next().is_some_and(is_mode) && head.next().is_some();
    // The first character says how many bytes follow; spaces at the end may be lost.
    let says_its_length = |line: &str| {
        let bytes = line.bytes().next().map_or(0, |first| usize::from(first.wrapping_sub(b' ') & 63));
        line.bytes().all(|b| (b' '..=b'`').contains(&b)) && line.len() <= 2 + bytes.div_ceil(3) * 4
    };
    let mut length = 1;
    for line in lines.take_while(|_| is_head) {
        length += 1;
        if line == "end" {
            return Some(length);
        }
        if !says_its_length(line) {
            return None;
        }
    }
    None
}
