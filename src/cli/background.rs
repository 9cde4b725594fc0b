//! What the terminal is: the colour behind its text, and whether it strikes through.
//!
//! ```text
//! asked     ESC ] 11 ; ? ESC \                        its background (OSC 11), then ESC [ c: what it is, which every terminal answers
//! answered  ESC ] 11 ; rgb:2e2e/3434/4040 ESC \  ESC [ ? 62 c
//! ```
//!
//! The second question ends the wait where the first is not known. A terminal that answers neither is waited for a fifth of a second.

/// Whether the background of the terminal is dark; None where it does not say, or must not be asked.
pub(super) fn asked(is_terminal: bool) -> Option<bool> {
    if is_terminal { answer().as_deref().and_then(is_dark) } else { None }
}

/// Whether a terminal that calls itself so is known to strike through. Those that do not show deletions as plain words: Apple's, the consoles
/// of systems, the emulators of old ones.
pub(super) fn strikes(term: &str, program: &str) -> bool {
    const KNOWN: [&str; 10] = ["alacritty", "contour", "foot", "ghostty", "konsole", "mintty", "tmux", "wezterm", "xterm", "vte"];
    let is_known = KNOWN.iter().any(|name| term.starts_with(name)) || term.contains("kitty");
    is_known && program != "Apple_Terminal"
}

/// What the terminal answers.
#[cfg(unix)]
fn answer() -> Option<Vec<u8>> {
    use std::io::{Read, Write};

    use rustix::process::getpgrp;
    use rustix::termios::{OptionalActions, SpecialCodeIndex, tcgetattr, tcgetpgrp, tcsetattr};

    /// Tenths of a second that one answer is waited for.
    const WAIT: u8 = 2;
    /// Bytes of the longest answer.
    const LONGEST: usize = 256;
    let mut terminal = std::fs::File::options().read(true).write(true).open("/dev/tty").ok()?;
    // A job in the background would be stopped.
    if tcgetpgrp(&terminal).ok()? != getpgrp() {
        return None;
    }
    let before = tcgetattr(&terminal).ok()?;
    let mut raw = before.clone();
    raw.make_raw();
    raw.special_codes[SpecialCodeIndex::VMIN] = 0;
    raw.special_codes[SpecialCodeIndex::VTIME] = WAIT;
    tcsetattr(&terminal, OptionalActions::Now, &raw).ok()?;
    let mut answer = vec![];
    if terminal.write_all(b"\x1b]11;?\x1b\\\x1b[c").is_ok() {
        let mut byte = [0];
        while answer.len() < LONGEST && !is_whole(&answer) && terminal.read(&mut byte).is_ok_and(|read| read == 1) {
            answer.push(byte[0]);
        }
    }
    tcsetattr(&terminal, OptionalActions::Now, &before).ok()?;
    Some(answer)
}

#[cfg(not(unix))]
fn answer() -> Option<Vec<u8>> {
    None
}

/// Whether the second answer is there.
fn is_whole(answer: &[u8]) -> bool {
    let begin = answer.windows(3).rposition(|three| three == b"\x1b[?");
    begin.is_some_and(|begin| answer[begin..].ends_with(b"c"))
}

/// Whether the colour that an answer tells is nearer to black than to white, as eyes see it.
fn is_dark(answer: &[u8]) -> Option<bool> {
    let answer = String::from_utf8_lossy(answer);
    let (_, colour) = answer.split_once("]11;rgb:")?;
    let parts: Vec<u32> = colour
        .split(|c: char| !c.is_ascii_hexdigit() && c != '/')
        .next()?
        .split('/')
        .map(|part| Some(u32::from_str_radix(part, 16).ok()? * 255 / (16_u32.checked_pow(u32::try_from(part.len()).ok()?)? - 1)))
        .collect::<Option<_>>()?;
    let [red, green, blue] = parts.as_slice() else { return None };
    // The luma of Rec. 709, of 255.
    Some(213 * red + 715 * green + 72 * blue < 128 * 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_background_is_dark_or_light() {
        let of = |answer: &str| is_dark(answer.as_bytes());
        assert_eq!(of("\u{1b}]11;rgb:2e2e/3434/4040\u{1b}\\\u{1b}[?62;c"), Some(true));
        assert_eq!(of("\u{1b}]11;rgb:fd/f6/e3\u{7}"), Some(false));
        assert_eq!(of("\u{1b}[?62c"), None);
        assert_eq!(of("]11;rgb:zz/00/00"), None);
        assert_eq!(of("]11;rgb:ffffffffff/0/0"), None);
        assert!(is_whole(b"\x1b]11;rgb:0/0/0\x1b\\\x1b[?62;4c") && !is_whole(b"\x1b]11;rgb:0c/0c/0c"));
    }

    #[test]
    fn a_strike_is_sure_where_a_terminal_is_known_to_have_it() {
        let sure = ["xterm-256color", "xterm-kitty", "tmux-256color", "alacritty", "foot"];
        assert!(sure.iter().all(|term| strikes(term, "")));
        assert!(["linux", "screen-256color", "vt220", ""].iter().all(|term| !strikes(term, "")));
        assert!(!strikes("xterm-256color", "Apple_Terminal"));
    }
}
