//! How many words a person counts in a text.

use unicode_segmentation::UnicodeSegmentation;

use super::chunk::latin_letters;

/// The words of UAX #29 in `text`. None reaches over a space, and a word of Latin letters is counted at a glance.
pub(crate) fn word_count(text: &str) -> usize {
    let count = |chunk: &str| match latin_letters(chunk.as_bytes()) {
        0 => chunk.unicode_words().count(),
        letters if matches!(&chunk[letters..], "" | "," | ";" | ".") => 1,
        _ => chunk.unicode_words().count(),
    };
    text.split(' ').filter(|chunk| !chunk.is_empty()).map(count).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_of_the_unicode_rule() {
        for text in [
            "",
            " ",
            "Prie l’Assemblée, en 2021 ; d'ici là",
            "12,5 % (ICC-ASP/20/Res.2).",
            "co\u{ad}op \u{301}a \u{202f};x fin.\u{a0}",
        ] {
            assert_eq!(word_count(text), text.unicode_words().count(), "{text}");
        }
    }
}
