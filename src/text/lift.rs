//! Taking footnote marks out of a sentence, with the space that set them apart.
//!
//! ```text
//! la coopération 1 , soumis     la coopération, soumis
//! du Statut de Rome2 adoptée    du Statut de Rome adoptée
//! sa session 3 ;                sa session ;                (French keeps its space)
//! ```

use std::ops::Range;

/// `text` without `spans`, and where each stood: characters before it. `spaced` are the stops that keep a space before them.
pub(crate) fn lift(text: &str, spans: &[Range<usize>], spaced: &[char]) -> (String, Vec<usize>) {
    let mut out = String::with_capacity(text.len());
    let (mut from, mut places) = (0, vec![]);
    // What was counted ends in no space, so it stays: bytes of `out`, and as many characters.
    let (mut bytes, mut characters) = (0, 0);
    for span in spans {
        out.push_str(&text[from..span.start]);
        let tail = &text[span.end..];
        let follows = tail.trim_start();
        let space_follows = follows.len() < tail.len();
        let space_before = out.ends_with(char::is_whitespace);
        out.truncate(out.trim_end().len());
        (bytes, characters) = (out.len(), characters + out[bytes..].chars().count());
        places.push(characters);
        let touching =
            follows.is_empty() || !follows.starts_with(spaced) && follows.starts_with([',', '.', ')', ';', ':', '!', '?', '”']);
        if space_before && !space_follows && follows.starts_with(char::is_alphanumeric) {
            out.push(' ');
        }
        from = if space_follows && touching { text.len() - follows.len() } else { span.end };
    }
    out.push_str(&text[from..]);
    (out, places)
}
