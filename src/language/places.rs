//! Places in a row in Russian, Arabic and Chinese words and figures.
//!
//! ```text
//! семьдесят девятая = 79-я      التاسعة والسبعون = 79      第七十九 = 79
//! ```
//!
//! Russian says the last word alone as an ordinal, in any case; Arabic the unit before the ten, both with their article; Chinese puts 第
//! before any number. Gender and case say nothing of a place: they follow the noun.

use super::Language;
use super::numerals::{cardinal, number_in_words};
use crate::text::{digit, fold, han_value};

/// The place that `text`, in small letters, says in words.
pub(super) fn in_words(text: &str, language: Language) -> Option<u32> {
    match language {
        Language::Ru => russian(text),
        Language::Ar => arabic(&fold(text)),
        Language::Zh => han_value(text.strip_prefix('第')?),
        _ => None,
    }
}

/// Whether `text` may be one: cheap.
pub(super) fn may_be(text: &str, language: Language) -> bool {
    match language {
        Language::Ru => text.ends_with(['й', 'я', 'е', 'ю', 'о', 'у', 'м', 'х', 'и']),
        Language::Ar => text.starts_with("ال") || text.starts_with("وال"),
        _ => text.starts_with('第'),
    }
}

/// The place that `text` is in figures: "50-е", "7366м" and, with a Latin letter, "51-e"; "第50".
pub(super) fn in_figures(text: &str, language: Language) -> Option<u32> {
    const ENDINGS: [&str; 17] = ["й", "я", "е", "ю", "го", "му", "м", "х", "ми", "ой", "ом", "ей", "ая", "ый", "ую", "e", "x"];
    let text = if language == Language::Zh { text.strip_prefix('第')? } else { text };
    let figures: String = text.chars().map_while(digit).collect();
    let ending = text.trim_start_matches(|c| digit(c).is_some());
    let is_place = match language {
        Language::Ru => ENDINGS.contains(&ending.trim_start_matches(['-', '\u{2011}'])),
        Language::Zh => ending.is_empty(),
        _ => false,
    };
    figures.parse().ok().filter(|_| is_place)
}

/// "79-я", "第79"; of what is counted by itself "79-й".
pub(super) fn figures(value: u32, language: Language, is_masculine: bool) -> String {
    match language {
        Language::Ru => format!("{value}-{}", if is_masculine { "й" } else { "я" }),
        Language::Zh => format!("第{value}"),
        _ => value.to_string(),
    }
}

/// "семьдесят девятая", "التاسعة والسبعون", "第七十九", as before or behind the word for a session; below a hundred.
pub(super) fn words(value: u32, language: Language, is_masculine: bool) -> Option<String> {
    let (tens, unit) = (value / 10 * 10, value % 10);
    match language {
        Language::Ru => {
            let stem = |value: u32| RUSSIAN.iter().find(|&&(_, known)| known == value).map(|&(stem, _)| stem);
            let ended = |stem: &str| match (stem, is_masculine) {
                ("трет", true) => "третий".to_owned(),
                ("трет", false) => "третья".to_owned(),
                ("втор" | "шест" | "седьм" | "восьм" | "сороков", true) => format!("{stem}ой"),
                (_, true) => format!("{stem}ый"),
                (_, false) => format!("{stem}ая"),
            };
            stem(value).map(ended).or_else(|| Some(format!("{} {}", cardinal(tens, language)?, ended(stem(unit)?))))
        }
        Language::Ar => {
            let of = |list: &[(&'static str, u32)], value| list.iter().find(|&&(_, known)| known == value).map(|&(name, _)| name);
            let unit_name = of(&ARABIC, if tens >= 10 && unit == 1 { 100 + unit } else { unit });
            match (tens, unit) {
                (0, _) => of(&ARABIC, unit).map(|name| format!("ال{name}")),
                (10, 0) => Some("العاشرة".to_owned()),
                (10, _) => Some(format!("ال{} عشرة", unit_name?)),
                (_, 0) => Some(format!("ال{}", cardinal(tens, language)?)),
                _ => Some(format!("ال{} وال{}", unit_name?, cardinal(tens, language)?)),
            }
        }
        _ => {
            const UNITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
            let ten = match tens {
                0 => String::new(),
                10 => "十".to_owned(),
                _ => format!("{}十", UNITS[tens as usize / 10]),
            };
            Some(format!("第{ten}{}", UNITS[unit as usize]))
        }
    }
}

fn russian(text: &str) -> Option<u32> {
    const ENDINGS: [&str; 20] = [
        "ыми", "ими", "ого", "его", "ому", "ему", "ый", "ий", "ой", "ая", "ья", "ое", "ье", "ую", "ью", "ым", "ом", "ые", "ых",
        "ей",
    ];
    let (head, last) = text.rsplit_once([' ', '-']).unwrap_or(("", text));
    let last = fold(last);
    let stem = ENDINGS.iter().find_map(|ending| last.strip_suffix(ending)).unwrap_or(&last).trim_end_matches('ь');
    let own = RUSSIAN.iter().find(|(known, _)| *known == stem).map(|&(_, value)| value)?;
    if head.is_empty() {
        return Some(own);
    }
    let before = number_in_words(head, Language::Ru)?;
    let fits = own < 10 && before % 10 == 0 && before % 100 != 10 || own < 100 && before % 100 == 0;
    fits.then_some(before + own)
}

fn arabic(text: &str) -> Option<u32> {
    let mut value = 0;
    for (at, word) in text.split(' ').enumerate() {
        let bare = word.strip_prefix("و").filter(|_| at > 0).unwrap_or(word);
        if at == 1 && matches!(bare, "عشر" | "عشرة") && value < 10 {
            value += 10;
            continue;
        }
        let name = bare.strip_prefix("ال")?;
        let tens = || number_in_words(name, Language::Ar).filter(|value| value % 10 == 0 && (20..=100).contains(value));
        let unit = ARABIC.iter().find(|(known, _)| *known == name || known.strip_suffix('ة') == Some(name));
        value += match (at, unit) {
            (0, Some(&(_, unit))) => unit % 100,
            _ => tens()?,
        };
    }
    (value > 0).then_some(value)
}

#[rustfmt::skip]
const RUSSIAN: [(&str, u32); 28] = [
    ("перв", 1), ("втор", 2), ("трет", 3), ("четверт", 4), ("пят", 5), ("шест", 6), ("седьм", 7), ("восьм", 8), ("девят", 9),
    ("десят", 10), ("одиннадцат", 11), ("двенадцат", 12), ("тринадцат", 13), ("четырнадцат", 14), ("пятнадцат", 15),
    ("шестнадцат", 16), ("семнадцат", 17), ("восемнадцат", 18), ("девятнадцат", 19), ("двадцат", 20), ("тридцат", 30),
    ("сороков", 40), ("пятидесят", 50), ("шестидесят", 60), ("семидесят", 70), ("восьмидесят", 80), ("девяност", 90), ("сот", 100),
];

/// Feminine, as before "الدورة"; a masculine has no ة. What stands before tens by 100 more.
const ARABIC: [(&str, u32); 13] = [
    ("اولي", 1),
    ("ثانية", 2),
    ("ثالثة", 3),
    ("رابعة", 4),
    ("خامسة", 5),
    ("سادسة", 6),
    ("سابعة", 7),
    ("ثامنة", 8),
    ("تاسعة", 9),
    ("عاشرة", 10),
    ("اول", 1),
    ("حادية", 101),
    ("حادي", 101),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_in_their_cases_and_genders() {
        for (text, language, value) in [
            ("семьдесят девятой", Language::Ru, 79),
            ("шестьдесят девятая", Language::Ru, 69),
            ("третьей", Language::Ru, 3),
            ("третий", Language::Ru, 3),
            ("восьмидесятая", Language::Ru, 80),
            ("седьмое", Language::Ru, 7),
            ("сто двадцатая", Language::Ru, 120),
            ("التاسعة والسبعين", Language::Ar, 79),
            ("الثانية عشرة", Language::Ar, 12),
            ("الحادية والثمانون", Language::Ar, 81),
            ("الثالث", Language::Ar, 3),
            ("الأولى", Language::Ar, 1),
            ("第七十九", Language::Zh, 79),
        ] {
            assert_eq!(in_words(text, language), Some(value), "{text}");
        }
        for (text, language) in
            [("пять девятая", Language::Ru), ("важной", Language::Ru), ("الدول", Language::Ar), ("七十九", Language::Zh)]
        {
            assert_eq!(in_words(text, language), None, "{text}");
        }
        for text in ["50-е", "7366м", "79-й", "51-e"] {
            assert!(in_figures(text, Language::Ru).is_some(), "{text}");
        }
        assert_eq!((in_figures("12 д", Language::Ru), in_figures("第50", Language::Zh)), (None, Some(50)));
    }
}
