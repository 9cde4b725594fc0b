//! The words of a folded text as they are counted: runs of letters and figures.

use super::is_alphanumeric;

/// Whether the first word of `text` has a capital, behind whatever opens before it: "[Urges", "« Demande", "(Adopted".
pub fn opens_with_capital(text: &str) -> bool {
    text.trim_start_matches(['[', '«', '“', '"', '(', ' ', '\u{a0}']).starts_with(char::is_uppercase)
}

/// The runs of letters, figures and `ties`, which are ASCII, in `text`.
pub fn words<'a>(text: &'a str, ties: &'static [u8]) -> impl Iterator<Item = &'a str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
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
fn run(text: &str, ties: &[u8]) -> usize {
    let mut at = 0;
    while let Some(&byte) = text.as_bytes().get(at) {
        at += match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => 1,
            0..=0x7F if ties.contains(&byte) => 1,
            0..=0x7F => break,
            _ => match text[at..].chars().next() {
                Some(c) if is_alphanumeric(c) => c.len_utf8(),
                _ => break,
            },
        };
    }
    at
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_are_runs_of_letters_figures_and_ties() {
        let cut = |text| words(text, b"-'").collect::<Vec<_>>();
        assert_eq!(cut("la coo-pération, l'été « n° 12 »"), ["la", "coo-pération", "l'été", "n", "12"]);
        assert_eq!(cut("…à§é "), ["à", "é"]);
        assert!(cut(" ; ").is_empty());
    }
}
