//! Numbers in words: "soixante-six" is 66.
//!
//! ```text
//! one hundred and twenty → 120      quatre-vingt-dix-neuf → 99      doscientos mil → 200000
//! ```
//!
//! The same small grammar reads all languages but Chinese, whose figures say their places: a word adds its value; a scale word (hundred, thousand, and the "vingt" of
//! "quatre-vingt") multiplies what stands before it; "and", "et", "y" count for nothing. From 0 to 999 999; `O(n)` in words.
//! A word adds only to what it can follow: "sixty" then "six", "soixante" then "douze", never "two" then "three". Words that lost their
//! hyphen are taken apart: "soixantedouze". Arabic says units before tens, and "and" is a letter of the next word: "خمسة وعشرون" is 25.

use super::Language;
use crate::text::{han_value, lower};

/// The number that `text` says in words or plain digits.
pub(crate) fn number_in_words(text: &str, language: Language) -> Option<u32> {
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return text.parse().ok();
    }
    if language == Language::Zh {
        return han_value(text).filter(|_| !matches!(text, "万" | "百" | "千"));
    }
    let lower = lower(text);
    let mut parts =
        lower.split(|c: char| c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}')).filter(|p| !p.is_empty());
    let mut said = Said::default();
    parts.try_for_each(|part| parts_of(part, language)?.into_iter().try_for_each(|part| said.go_on(part)))?;
    // "mil" alone is millet.
    let is_number = said.has_begun && !(language == Language::Fr && lower == "mil");
    is_number.then_some(said.thousands * 1_000 + said.below)
}

/// A number as far as it has been said.
#[derive(Default)]
struct Said {
    thousands: u32,
    below: u32,
    has_begun: bool,
}

impl Said {
    /// Goes on with `part`; None where a number cannot.
    fn go_on(&mut self, part: Part) -> Option<()> {
        match part {
            Part::Nothing => return self.has_begun.then_some(()),
            Part::Add(value) if self.can_add(value) => self.below += value,
            Part::Ten if self.below % 100 < 10 => self.below += 10,
            Part::Also(value) if self.can_add(value) || self.is_unit_before(value) => self.below += value,
            // "cent quatre-vingts" is 180, "cent vingt" 120.
            Part::Twenty if self.below % 100 == 4 => self.below += 76,
            Part::Twenty if self.below.is_multiple_of(100) => self.below += 20,
            Part::Hundred => self.below = self.below.max(1) * 100,
            Part::Thousand if self.thousands == 0 => (self.thousands, self.below) = (self.below.max(1), 0),
            _ => return None,
        }
        self.has_begun = true;
        (self.below < 1_000).then_some(())
    }

    /// Whether `value` is a number of tens of Arabic whose unit was said: 20 behind 5.
    fn is_unit_before(&self, value: u32) -> bool {
        (20..100).contains(&value) && value.is_multiple_of(10) && (1..10).contains(&(self.below % 100))
    }

    /// Whether `value` may stand behind what was said: units behind tens, teens behind "soixante" and "quatre-vingt", six to nine behind ten.
    fn can_add(&self, value: u32) -> bool {
        let tail = self.below % 100;
        match value {
            100.. => self.below == 0,
            _ if tail == 0 => true,
            10..=99 => value < 20 && matches!(tail, 60 | 80),
            _ => tail.is_multiple_of(10) && (tail > 10 || value > 5),
        }
    }
}

/// The figure that `word` may stand for by itself: not an article, which "un", "one" and "una" mostly are, nor a feminine, which is
/// not the same word as its masculine.
pub(crate) fn is_number_word(word: &str, language: Language) -> Option<u32> {
    if !may_begin_number(word) {
        return None;
    }
    if language == Language::Es && word.ends_with("as") {
        return None;
    }
    number_in_words(word, language).filter(|&value| value > 1)
}

/// Whether a number in words can begin with `word`, by its first letter: most words cannot.
pub(crate) fn may_begin_number(word: &str) -> bool {
    let first = word.chars().next().map_or(' ', |first| first.to_ascii_lowercase());
    // Only the letters of Latin words were weighed.
    !first.is_ascii()
        || first.is_ascii_lowercase() && !matches!(first, 'a' | 'b' | 'g' | 'i' | 'j' | 'k' | 'l' | 'p' | 'r' | 'w' | 'x' | 'y')
}

/// The words that a number can begin with, "one" and its like among them.
pub(crate) fn first_parts(language: Language) -> impl Iterator<Item = &'static str> {
    let (units, scales): (_, &[&str]) = match language {
        Language::En => (ENGLISH, &["hundred", "thousand"]),
        Language::Fr => (FRENCH, &["vingt", "vingts", "cent", "cents", "mille", "mil"]),
        Language::Es => (SPANISH, &["mil"]),
        Language::Ru => (RUSSIAN, &["тысяча", "тысячи", "тысяч"]),
        Language::Ar => (ARABIC, &["الف", "الاف"]),
        Language::Zh => (CHINESE, &["十", "百", "千"]),
    };
    units.iter().map(|&(name, _)| name).chain(scales.iter().copied())
}

/// Whether `word`, in small letters, can stand in a number in words: each part of it says a number, or ties two.
pub(crate) fn is_number_part(word: &str, language: Language) -> bool {
    let mut parts = word.split(['-', '\u{2010}', '\u{2011}']).filter(|part| !part.is_empty()).peekable();
    parts.peek().is_some() && parts.all(|part| parts_of(part, language).is_some())
}

/// What `word` says: one part, or several that lost the hyphen between them.
fn parts_of(word: &str, language: Language) -> Option<Vec<Part>> {
    if let Some(part) = part_of(word, language) {
        return Some(vec![part]);
    }
    // Most words begin with no tens.
    let tens: &[&str] = match language {
        Language::En => &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        Language::Fr => &["vingt", "trente", "quarante", "cinquante", "soixante", "quatre", "cent", "dix"],
        Language::Es => &["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"],
        // Their words have no hyphens to lose.
        Language::Ru | Language::Ar | Language::Zh => &[],
    };
    tens.iter().any(|tens| word.starts_with(tens)).then(|| taken_apart(word, language)).flatten()
}

/// The parts that `word` is made of, the longest first; none where something is left.
fn taken_apart(word: &str, language: Language) -> Option<Vec<Part>> {
    if let Some(part) = part_of(word, language) {
        return Some(vec![part]);
    }
    word.char_indices().rev().find_map(|(at, _)| {
        let mut parts = vec![part_of(&word[..at], language)?];
        parts.extend(taken_apart(&word[at..], language)?);
        Some(parts)
    })
}

#[derive(Clone, Copy)]
enum Part {
    Nothing,
    Add(u32),
    /// "عشر", which stands behind a unit too: "ثلاث عشرة".
    Ten,
    /// A word with "and" before it in one: "وعشرون".
    Also(u32),
    /// "vingt", which also makes eighty.
    Twenty,
    Hundred,
    Thousand,
}

fn part_of(word: &str, language: Language) -> Option<Part> {
    use Language::{Ar, En, Es, Fr, Ru};
    match (language, word) {
        (En, "and") | (Fr, "et") | (Es, "y") | (Ar, "و") => Some(Part::Nothing),
        (En, "hundred") | (Fr, "cent" | "cents") => Some(Part::Hundred),
        (En, "thousand") | (Fr, "mille" | "mil") | (Es, "mil") => Some(Part::Thousand),
        (Ru, "тысяча" | "тысячи" | "тысяч" | "тысячу") | (Ar, "الف" | "الاف") => {
            Some(Part::Thousand)
        }
        (Fr, "vingt" | "vingts") => Some(Part::Twenty),
        (Ar, "عشر" | "عشرة") => Some(Part::Ten),
        _ => {
            let said = |word: &str| units(language).iter().find(|(name, _)| *name == word).map(|&(_, value)| value);
            let also = || word.strip_prefix('و').filter(|_| language == Ar).and_then(said).map(Part::Also);
            said(word).map(Part::Add).or_else(also)
        }
    }
}

fn units(language: Language) -> &'static [(&'static str, u32)] {
    match language {
        Language::En => ENGLISH,
        Language::Fr => FRENCH,
        Language::Es => SPANISH,
        Language::Ru => RUSSIAN,
        Language::Ar => ARABIC,
        Language::Zh => CHINESE,
    }
}

/// The one word that says `value`, if there is one.
pub(super) fn cardinal(value: u32, language: Language) -> Option<&'static str> {
    units(language).iter().find(|&&(_, known)| known == value).map(|&(name, _)| name)
}

#[rustfmt::skip]
const ENGLISH: &[(&str, u32)] = &[
    ("zero", 0), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9),
    ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14), ("fifteen", 15), ("sixteen", 16),
    ("seventeen", 17), ("eighteen", 18), ("nineteen", 19), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50),
    ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90),
];

#[rustfmt::skip]
const FRENCH: &[(&str, u32)] = &[
    ("zéro", 0), ("un", 1), ("une", 1), ("deux", 2), ("trois", 3), ("quatre", 4), ("cinq", 5), ("six", 6), ("sept", 7), ("huit", 8),
    ("neuf", 9), ("dix", 10), ("onze", 11), ("douze", 12), ("treize", 13), ("quatorze", 14), ("quinze", 15), ("seize", 16),
    ("trente", 30), ("quarante", 40), ("cinquante", 50), ("soixante", 60), ("septante", 70), ("huitante", 80), ("octante", 80),
    ("nonante", 90),
];

#[rustfmt::skip]
const SPANISH: &[(&str, u32)] = &[
    ("cero", 0), ("un", 1), ("uno", 1), ("una", 1), ("dos", 2), ("tres", 3), ("cuatro", 4), ("cinco", 5), ("seis", 6), ("siete", 7),
    ("ocho", 8), ("nueve", 9), ("diez", 10), ("once", 11), ("doce", 12), ("trece", 13), ("catorce", 14), ("quince", 15),
    ("dieciséis", 16), ("diecisiete", 17), ("dieciocho", 18), ("diecinueve", 19), ("veinte", 20), ("veintiún", 21),
    ("veintiuno", 21), ("veintiuna", 21), ("veintidós", 22), ("veintitrés", 23), ("veinticuatro", 24), ("veinticinco", 25),
    ("veintiséis", 26), ("veintisiete", 27), ("veintiocho", 28), ("veintinueve", 29), ("treinta", 30), ("cuarenta", 40),
    ("cincuenta", 50), ("sesenta", 60), ("setenta", 70), ("ochenta", 80), ("noventa", 90), ("cien", 100), ("ciento", 100),
    ("doscientos", 200), ("doscientas", 200), ("trescientos", 300), ("trescientas", 300), ("cuatrocientos", 400),
    ("cuatrocientas", 400), ("quinientos", 500), ("quinientas", 500), ("seiscientos", 600), ("seiscientas", 600),
    ("setecientos", 700), ("setecientas", 700), ("ochocientos", 800), ("ochocientas", 800), ("novecientos", 900),
    ("novecientas", 900),
];

#[rustfmt::skip]
const RUSSIAN: &[(&str, u32)] = &[
    ("ноль", 0), ("один", 1), ("одна", 1), ("одно", 1), ("одного", 1), ("одной", 1), ("одному", 1), ("одним", 1), ("одном", 1),
    ("одну", 1), ("два", 2), ("две", 2), ("двух", 2), ("двум", 2), ("двумя", 2), ("три", 3), ("трех", 3), ("трем", 3), ("тремя", 3),
    ("четыре", 4), ("четырех", 4), ("четырем", 4), ("четырьмя", 4), ("пять", 5), ("пяти", 5), ("пятью", 5), ("шесть", 6), ("шести", 6),
    ("шестью", 6), ("семь", 7), ("семи", 7), ("семью", 7), ("восемь", 8), ("восьми", 8), ("восемью", 8), ("восьмью", 8), ("девять", 9),
    ("девяти", 9), ("девятью", 9), ("десять", 10), ("десяти", 10), ("десятью", 10), ("одиннадцать", 11), ("одиннадцати", 11),
    ("двенадцать", 12), ("двенадцати", 12), ("тринадцать", 13), ("тринадцати", 13), ("четырнадцать", 14), ("четырнадцати", 14),
    ("пятнадцать", 15), ("пятнадцати", 15), ("шестнадцать", 16), ("шестнадцати", 16), ("семнадцать", 17), ("семнадцати", 17),
    ("восемнадцать", 18), ("восемнадцати", 18), ("девятнадцать", 19), ("девятнадцати", 19), ("двадцать", 20), ("двадцати", 20),
    ("двадцатью", 20), ("тридцать", 30), ("тридцати", 30), ("тридцатью", 30), ("сорок", 40), ("сорока", 40), ("пятьдесят", 50),
    ("пятидесяти", 50), ("пятьюдесятью", 50), ("шестьдесят", 60), ("шестидесяти", 60), ("шестьюдесятью", 60), ("семьдесят", 70),
    ("семидесяти", 70), ("семьюдесятью", 70), ("восемьдесят", 80), ("восьмидесяти", 80), ("девяносто", 90), ("девяноста", 90),
    ("сто", 100), ("ста", 100), ("двести", 200), ("двухсот", 200), ("триста", 300), ("трехсот", 300), ("четыреста", 400),
    ("четырехсот", 400), ("пятьсот", 500), ("пятисот", 500), ("шестьсот", 600), ("шестисот", 600), ("семьсот", 700), ("семисот", 700),
    ("восемьсот", 800), ("восьмисот", 800), ("девятьсот", 900), ("девятисот", 900),
];

#[rustfmt::skip]
const ARABIC: &[(&str, u32)] = &[
    ("واحد", 1), ("واحدة", 1), ("احد", 1), ("احدي", 1), ("اثنا", 2), ("اثني", 2), ("اثنتا", 2), ("اثنتي", 2), ("اثنان", 2), ("اثنين", 2), ("اثنتان", 2), ("اثنتين", 2), ("ثلاث", 3), ("ثلاثة", 3), ("اربع", 4),
    ("اربعة", 4), ("خمس", 5), ("خمسة", 5), ("ست", 6), ("ستة", 6), ("سبع", 7), ("سبعة", 7), ("ثماني", 8), ("ثمانية", 8), ("ثمان", 8),
    ("تسع", 9), ("تسعة", 9), ("عشر", 10), ("عشرة", 10), ("عشرون", 20), ("عشرين", 20), ("ثلاثون", 30), ("ثلاثين", 30), ("اربعون", 40),
    ("اربعين", 40), ("خمسون", 50), ("خمسين", 50), ("ستون", 60), ("ستين", 60), ("سبعون", 70), ("سبعين", 70), ("ثمانون", 80),
    ("ثمانين", 80), ("تسعون", 90), ("تسعين", 90), ("مائة", 100), ("مئة", 100), ("مائتان", 200), ("مائتين", 200), ("ثلاثمائة", 300),
    ("اربعمائة", 400), ("خمسمائة", 500), ("ستمائة", 600), ("سبعمائة", 700), ("ثمانمائة", 800), ("تسعمائة", 900),
];

#[rustfmt::skip]
const CHINESE: &[(&str, u32)] = &[
    ("一", 1), ("二", 2), ("两", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6), ("七", 7), ("八", 8), ("九", 9),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words_are_read() {
        let cases = [
            (Language::En, "sixty-six", 66),
            (Language::En, "one hundred and twenty", 120),
            (Language::En, "Two thousand three hundred and one", 2_301),
            (Language::En, "nine hundred and ninety-nine thousand nine hundred and ninety-nine", 999_999),
            (Language::Fr, "soixante-six", 66),
            (Language::Fr, "quatre-vingt-dix-neuf", 99),
            (Language::Fr, "quatre-vingts", 80),
            (Language::Fr, "cent vingt-quatre", 124),
            (Language::Fr, "cent quatre-vingts", 180),
            (Language::Fr, "deux cent quatre-vingt mille", 280_000),
            (Language::Fr, "vingt et un", 21),
            (Language::Fr, "mille", 1_000),
            (Language::Es, "treinta y dos", 32),
            (Language::Es, "doscientos mil", 200_000),
            (Language::Es, "veintidós", 22),
            (Language::En, "66", 66),
            (Language::Ar, "خمسة وعشرين", 25),
            (Language::Ar, "ثلاث عشرة", 13),
            (Language::Ar, "اثني عشر", 12),
            (Language::Ar, "احدي عشرة", 11),
            (Language::Ar, "مائة وسبعة واربعون", 147),
            (Language::Ar, "الف ومائتان وستة", 1_206),
            (Language::Ar, "عشرة الاف", 10_000),
            (Language::Ar, "وثلاث عشرة", 13),
        ];
        for (language, words, value) in cases {
            assert_eq!(number_in_words(words, language), Some(value), "{words}");
        }
    }

    #[test]
    fn other_words_are_not_numbers() {
        for words in ["", "and", "et", "Parties", "cents États", "-", "thousand thousand"] {
            for language in [Language::En, Language::Fr, Language::Es] {
                assert_eq!(number_in_words(words, language), None, "{words}");
            }
        }
        assert_eq!(is_number_word("un", Language::Fr), None);
    }

    #[test]
    fn words_that_cannot_follow_one_another_are_no_number() {
        for (language, words) in [
            (Language::En, "two and three"),
            (Language::En, "twenty thirty"),
            (Language::Fr, "une quatre"),
            (Language::Fr, "dix vingt"),
            (Language::Fr, "mil"),
            (Language::Es, "dos y tres"),
            (Language::Ar, "خمسة وعشرة"),
            (Language::Ar, "خمسة وستة"),
        ] {
            assert_eq!(number_in_words(words, language), None, "{words}");
        }
        assert_eq!(number_in_words("soixante et onze", Language::Fr), Some(71));
        assert_eq!(number_in_words("dix-sept", Language::Fr), Some(17));
        assert_eq!(number_in_words("deux mil", Language::Fr), Some(2_000));
    }

    #[test]
    fn a_number_that_lost_its_hyphens_is_read() {
        for (language, words, value) in [
            (Language::Fr, "soixantedouze", 72),
            (Language::Fr, "quatre-vingtdixneuf", 99),
            (Language::En, "seventyfour", 74),
            (Language::Es, "treintaydos", 32),
        ] {
            assert_eq!(number_in_words(words, language), Some(value), "{words}");
        }
        for (language, word) in [(Language::En, "tend"), (Language::Fr, "centre"), (Language::Fr, "dixit")] {
            assert_eq!(number_in_words(word, language), None, "{word}");
        }
    }
}
