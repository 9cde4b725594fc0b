//! Numbers as Word prints them: "iv", "bb", "3rd", "Troisième", "①".

use crate::language::{Language, place_in_figures, place_in_words};
use crate::text::capitalised;

/// How a number is printed. What Word knows and we do not is printed in figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Figures {
    Decimal,
    /// "01"
    DecimalZero,
    /// A level that shows no number.
    None,
    Bullet,
    UpperRoman,
    LowerRoman,
    UpperLetter,
    LowerLetter,
    /// "3rd", "3e", "3º".
    Ordinal,
    /// "Third", "Troisième", "Tercero".
    OrdinalText,
    Hex,
    /// "*", "†", "‡", "§", then each doubled.
    Chicago,
    /// "①"
    Circle,
    /// "- 1 -"
    Dashes,
    RussianLower,
    RussianUpper,
    ArabicAlpha,
    ArabicAbjad,
    Hebrew,
    FullWidth,
}

impl Figures {
    /// The figures that Word calls `name`.
    pub(super) fn named(name: &str) -> Self {
        match name {
            "decimalZero" => Self::DecimalZero,
            "none" => Self::None,
            "bullet" => Self::Bullet,
            "upperRoman" => Self::UpperRoman,
            "lowerRoman" => Self::LowerRoman,
            "upperLetter" => Self::UpperLetter,
            "lowerLetter" => Self::LowerLetter,
            "ordinal" => Self::Ordinal,
            "ordinalText" => Self::OrdinalText,
            "hex" => Self::Hex,
            "chicago" => Self::Chicago,
            "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => Self::Circle,
            "numberInDash" => Self::Dashes,
            "russianLower" => Self::RussianLower,
            "russianUpper" => Self::RussianUpper,
            "arabicAlpha" => Self::ArabicAlpha,
            "arabicAbjad" => Self::ArabicAbjad,
            "hebrew1" | "hebrew2" => Self::Hebrew,
            "decimalFullWidth" | "decimalFullWidth2" => Self::FullWidth,
            _ => Self::Decimal,
        }
    }

    /// `value` in these figures; ordinals in `language`.
    pub(super) fn print(self, value: u32, language: Language) -> String {
        match self {
            Self::Decimal => value.to_string(),
            Self::DecimalZero => format!("{value:02}"),
            Self::None | Self::Bullet => String::new(),
            Self::UpperRoman => roman(value).to_uppercase(),
            Self::LowerRoman => roman(value),
            Self::UpperLetter => repeated(value, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
            Self::LowerLetter => repeated(value, "abcdefghijklmnopqrstuvwxyz"),
            Self::Ordinal => place_in_figures(value, language),
            Self::OrdinalText => capitalised(&place_in_words(value, language)),
            Self::Hex => format!("{value:X}"),
            Self::Chicago => repeated(value, "*†‡§"),
            Self::Circle => circle(value),
            Self::Dashes => format!("- {value} -"),
            Self::RussianLower => repeated(value, "абвгдежзиклмнопрстуфхцчшщыэюя"),
            Self::RussianUpper => repeated(value, "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ"),
            Self::ArabicAlpha => repeated(value, "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"),
            Self::ArabicAbjad => repeated(value, "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"),
            Self::Hebrew => repeated(value, "אבגדהוזחטיכלמנסעפצקרשת"),
            Self::FullWidth => value.to_string().chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c)).collect(),
        }
    }
}

/// A letter for each number, then each twice, and so on: "z", "aa", "bb".
fn repeated(value: u32, letters: &str) -> String {
    const MOST: usize = 30;
    let letters: Vec<char> = letters.chars().collect();
    let Some(index) = (value as usize).checked_sub(1) else { return String::new() };
    let times = index / letters.len() + 1;
    if times > MOST { value.to_string() } else { letters[index % letters.len()].to_string().repeat(times) }
}

fn roman(value: u32) -> String {
    const HIGHEST: u32 = 32_767;
    const STEPS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if value > HIGHEST {
        return value.to_string();
    }
    let mut left = value;
    let mut out = String::new();
    for (step, letters) in STEPS {
        out.push_str(&letters.repeat((left / step) as usize));
        left %= step;
    }
    out
}

fn circle(value: u32) -> String {
    let circled = if (1..=20).contains(&value) { char::from_u32(0x245f + value) } else { None };
    circled.map_or_else(|| value.to_string(), String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_as_word_prints_them() {
        let print = |name: &str, values: &[u32]| {
            values.iter().map(|v| Figures::named(name).print(*v, Language::En)).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(print("lowerLetter", &[1, 26, 27, 28, 53]), "a z aa bb aaa");
        assert_eq!(print("upperRoman", &[1, 4, 9, 14, 1999]), "I IV IX XIV MCMXCIX");
        assert_eq!(print("ordinal", &[1, 2, 3, 4, 11, 22]), "1st 2nd 3rd 4th 11th 22nd");
        assert_eq!(print("decimalZero", &[7, 12]), "07 12");
        assert_eq!(print("chicago", &[1, 4, 5]), "* § **");
        assert_eq!(print("decimalEnclosedCircle", &[3, 21]), "③ 21");
        assert_eq!(print("somethingNew", &[3]), "3");
    }

    #[test]
    fn ordinals_are_in_the_language_of_the_text() {
        let print = |name: &str, language| [1, 2, 3, 11, 21, 34].map(|v| Figures::named(name).print(v, language)).join(" ");
        assert_eq!(print("ordinalText", Language::En), "First Second Third Eleventh Twenty-first Thirty-fourth");
        assert_eq!(print("ordinalText", Language::Fr), "Premier Deuxième Troisième Onzième Vingt et unième Trente-quatrième");
        assert_eq!(print("ordinalText", Language::Es), "Primero Segundo Tercero Undécimo Vigésimo primero Trigésimo cuarto");
        assert_eq!(print("ordinal", Language::Fr), "1er 2e 3e 11e 21e 34e");
        assert_eq!(print("ordinal", Language::Es), "1º 2º 3º 11º 21º 34º");
    }
}
