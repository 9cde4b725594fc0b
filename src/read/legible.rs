//! What makes a text hard to read whatever file it came in: a language that is not read, letters that were wrongly decoded.

use super::{Note, ReadOptions, Source};
use crate::language::is_unknown;

/// The notes that a reading was doubtful whose words are what they are.
pub(super) fn doubts(source: &Source, options: &ReadOptions) -> Vec<Note> {
    const ENOUGH: usize = 400;
    let texts: Vec<&str> = source.blocks.iter().take(ENOUGH).map(|block| block.text.as_str()).collect();
    let text = texts.join("\n");
    let mut notes = vec![];
    if options.language.is_none() && is_unknown(&text) {
        let message = "its language is not one that rature reads (Arabic, Chinese, English, French, Russian, Spanish): read without structure words";
        notes.push(Note::new("language-unknown", message));
    }
    if let Some(word) = wrongly_decoded(&text) {
        let message =
            format!("letters were wrongly decoded, as in “{word}”: save it again as UTF-8 in the program that it came from");
        notes.push(Note::new("wrongly-decoded", message).with([&word]));
    }
    notes
}

/// The first word that UTF-8 read as Western letters makes ("rÃ©solution", "lâ€™Assemblée"), where there are several.
fn wrongly_decoded(text: &str) -> Option<String> {
    const FEWEST: usize = 3;
    // What the second byte of a letter is in Windows-1252, beside U+0080 to U+00BF.
    const CONTINUED: &str = "‚ƒ„…†‡ˆ‰Š‹Œ’“”•–—™š›œ";
    if !["Ã", "Â", "â€", "\u{fffd}"].iter().any(|sign| text.contains(sign)) {
        return None;
    }
    let is_broken = |word: &&str| {
        let pairs = word.chars().zip(word.chars().skip(1));
        let is_pair = |(first, second): (char, char)| match first {
            'Ã' | 'Â' => matches!(second, '\u{80}'..='\u{bf}') || CONTINUED.contains(second),
            'â' => second == '€',
            _ => false,
        };
        word.contains('\u{fffd}') || pairs.into_iter().any(is_pair)
    };
    let mut broken = text.split([' ', '\n']).filter(is_broken);
    let first = broken.next()?;
    (broken.count() + 1 >= FEWEST).then(|| first.to_owned())
}

#[cfg(test)]
mod tests {
    use super::wrongly_decoded;

    #[test]
    fn letters_that_were_wrongly_decoded_are_seen() {
        let broken = "La rÃ©solution de lâ€™AssemblÃ©e";
        assert_eq!(wrongly_decoded(&format!("{broken} et la dÃ©cision")).as_deref(), Some("rÃ©solution"));
        assert_eq!(wrongly_decoded("Le château de l’Âge d’or, âgé de cent ans, à São Paulo, SÃO"), None);
    }
}
