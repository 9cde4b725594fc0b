//! The language that the letters of a text give away: Russian, Arabic or Chinese.
//!
//! Letters are counted, since a front page in English, symbols and names stand in texts of every language. A Chinese character counts for
//! a word of three letters. Other languages of the same scripts are told by letters that only they have.

use super::Language;
use crate::text::{is_cyrillic, is_han};

/// How many letters are looked at.
const SAMPLE: usize = 4_000;

/// What the letters of a text say.
pub(super) enum Script {
    Latin,
    Known(Language),
    /// Of a script or a language that is not read.
    Unknown,
}

/// The script of most letters of `text`, and the language that is written in it.
pub(super) fn script(text: &str) -> Script {
    const HAN: usize = 3;
    let [mut latin, mut cyrillic, mut arabic, mut han, mut foreign, mut other] = [0_usize; 6];
    for c in text.chars().filter(|c| c.is_alphabetic()).take(SAMPLE) {
        match c {
            '\u{41}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => latin += 1,
            // Ukrainian, Belarusian, Serbian, Macedonian; Persian, Urdu; Japanese.
            'і' | 'ї' | 'є' | 'ґ' | 'ў' | 'ј' | 'љ' | 'њ' | 'ћ' | 'ђ' | 'ѓ' | 'ќ' | 'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی' | 'ے' =>
            {
                foreign += 1;
            }
            '\u{3040}'..='\u{30FF}' => foreign += HAN,
            _ if is_cyrillic(c) => cyrillic += 1,
            '\u{600}'..='\u{6FF}' => arabic += 1,
            _ if is_han(c) => han += HAN,
            _ => other += 1,
        }
    }
    let all = latin + cyrillic + arabic + han + foreign + other;
    if latin * 2 >= all {
        return Script::Latin;
    }
    // A quotation or a name has a few letters of another language.
    if foreign * 50 > all {
        return Script::Unknown;
    }
    let found = [(cyrillic, Language::Ru), (arabic, Language::Ar), (han, Language::Zh)];
    found.into_iter().find(|(count, _)| count * 2 > all - latin).map_or(Script::Unknown, |(_, language)| Script::Known(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_of_a_text_tell_its_language() {
        let language = |text: &str| if let Script::Known(language) = script(text) { Some(language) } else { None };
        for (text, known) in [
            ("постановляет рассмотреть этот вопрос, A/RES/79/1", Some(Language::Ru)),
            ("تقرر أن تنظر في هذه المسألة", Some(Language::Ar)),
            ("决定审议这个问题，A/RES/79/1", Some(Language::Zh)),
            ("Decides to consider the question", None),
            ("вирішує розглянути це питання і її наслідки", None),
            ("تصمیم می‌گیرد که این پرسش را بررسی کند", None),
            ("この問題を検討することを決定する", None),
            ("מחליטה לדון בשאלה זו", None),
        ] {
            assert_eq!(language(text), known, "{text}");
        }
    }
}
