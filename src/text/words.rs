//! The words of a folded text as they are counted: runs of letters and figures.

use super::ascii::{self, FIGURE, LETTER};
use super::fold::is_alphanumeric;
use super::raised::superscript;
use super::scripts::{is_caseless, is_han, is_opening, is_stop};

/// Whether the first word of `text` has a capital, behind whatever opens before it: "[Urges", "« Demande", "(Adopted"; or is of a script
/// that has none.
pub(crate) fn opens_with_capital(text: &str) -> bool {
    unopened(text).starts_with(|c: char| c.is_uppercase() || is_caseless(c))
}

/// Whether a paragraph behind its number may open with `text`, behind whatever opens before it.
pub(crate) fn may_open(text: &str) -> bool {
    unopened(text).starts_with(is_opening)
}

/// `text` without what opens before its first word.
fn unopened(text: &str) -> &str {
    text.trim_start_matches(['[', '«', '“', '"', '(', ' ', '\u{a0}', '《', '（'])
}

/// `word` with a capital.
pub(crate) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The last characters of `text`, which hold what may stand behind its stop: however long a paragraph is, marks and quotes are short.
pub(crate) fn ending(text: &str) -> &str {
    const LONGEST: usize = 64;
    text.char_indices().nth_back(LONGEST).map_or(text, |(at, _)| &text[at..])
}

/// `text` without the footnote marks behind it, raised, in brackets or plain, and without the space before them: "2014–2019,²,³".
pub(crate) fn unmarked(text: &str) -> &str {
    let figures = |c: char| c.is_numeric() || c.is_whitespace();
    let end = ending(text);
    let head = text.len() - end.len();
    let bracketed = end.trim_end().strip_suffix(']').and_then(|end| end.rsplit_once('['));
    if let Some((before, mark)) = bracketed.filter(|(before, _)| before.ends_with(is_stop))
        && mark.trim_start_matches('^').bytes().all(|b| b.is_ascii_digit())
    {
        return &text[..head + before.len()];
    }
    let bare = end.trim_end_matches(figures);
    if bare.is_empty() && head > 0 {
        return text;
    }
    let mut rest = &text[..head + bare.len()];
    while let Some(list) = rest.strip_suffix([',', '⁻', '-', '–'])
        && list.ends_with(|c| superscript(c).is_some())
        && text[rest.len()..].starts_with(|c| superscript(c).is_some())
    {
        rest = list.trim_end_matches(figures);
    }
    rest
}

/// Whether a quotation that opens in `text` goes on behind it; quotes that look alike on both sides open and close in turn.
pub(crate) fn has_open_quotation(text: &str) -> bool {
    let (opened, closed, is_odd) = quotes(text);
    opened > closed || is_odd
}

/// Whether `text` closes a quotation that was opened before it.
pub(crate) fn closes_quotation(text: &str) -> bool {
    let (opened, closed, is_odd) = quotes(text);
    closed > opened || is_odd
}

/// How many quotes open and how many close, and whether one is left of those that look alike.
fn quotes(text: &str) -> (usize, usize, bool) {
    let count = |quotes: &[char]| text.matches(quotes).count();
    (count(&['«', '“', '《', '「']), count(&['»', '”', '》', '」']), count(&['"']) % 2 == 1)
}

/// The runs of letters, figures and `ties`, which are ASCII, in `text`.
pub(crate) fn words<const N: usize>(text: &str, ties: [u8; N]) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            while let [b' ', ..] = rest.as_bytes() {
                rest = &rest[1..];
            }
            let (word, after) = rest.split_at(run(rest, ties));
            rest = after;
            if !word.is_empty() {
                return Some(word);
            }
            let mut chars = rest.chars();
            chars.next()?;
            rest = chars.as_str();
        }
    })
}

/// How many bytes at the front of `text` make one word.
fn run<const N: usize>(text: &str, ties: [u8; N]) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        at += ascii::run(&bytes[at..], LETTER | FIGURE);
        let more = match bytes[at..] {
            [] => 0,
            [byte @ 0..=0x7F, ..] => usize::from(ties.contains(&byte)),
            // À to ÿ without × and ÷.
            [0xC3, second, ..] if !matches!(second, 0x97 | 0xB7) => 2,
            _ => match text[at..].chars().next() {
                // Each character of Chinese is a word.
                Some(c) if is_han(c) => return if at == 0 { c.len_utf8() } else { at },
                c => c.filter(|&c| is_alphanumeric(c)).map_or(0, char::len_utf8),
            },
        };
        if more == 0 {
            return at;
        }
        at += more;
    }
}

#[cfg(test)]
mod tests {
    use super::{has_open_quotation, words};

    #[test]
    fn a_quotation_is_open_until_its_closing_mark() {
        assert!(has_open_quotation("calls “to take up in its annual report:"));
        assert!(has_open_quotation("« Rapport » ; « Suite"));
        assert!(has_open_quotation("calls \"to take up:"));
        assert!(!has_open_quotation("« Rapport » and “suite” and \"end\""));
    }

    #[test]
    fn words_are_runs_of_letters_figures_and_ties() {
        let cut = |text| words(text, *b"-'").collect::<Vec<_>>();
        assert_eq!(cut("la coo-pération, l'été « n° 12 »"), ["la", "coo-pération", "l'été", "n", "12"]);
        assert_eq!(cut("…à§é "), ["à", "é"]);
        assert_eq!(cut("3×4÷ÿ À_œufs"), ["3", "4", "ÿ", "À", "œufs"]);
        assert!(cut(" ; ").is_empty());
    }
}
