//! Labels that are written as scripts other than Latin write them, by the number that every language has for them.
//!
//! ```text
//! ٩ - تقرر      9        (ب) حماية     b        ’2‘ تعزيز     2
//! 9.决定        9        （三）加强    3        （a）保护     a
//! б) охранять   b
//! ```
//!
//! A list that goes on with the letters of its own alphabet is then the same list as its translation, and labels that change their script
//! from year to year are no renumbering.

use super::scripts::{digit, is_cyrillic, is_han, is_leftward};

/// The letters that count in Arabic, in the order in which they count.
const ABJAD: &str = "أبجدهوزحطيكلمنسعفصقر";
/// The same of Russian.
const AZBUKA: &str = "абвгдежзиклмнопрстуф";

/// A label of another script.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Scripted<'a> {
    /// As printed, without the space after it.
    pub(super) printed: &'a str,
    /// In ASCII: "9", "b".
    pub(super) number: String,
    pub(super) way: Way,
    /// What follows.
    pub(super) rest: &'a str,
}

/// How such a label counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// By figures with a stop or a dash, as paragraphs are.
    Point,
    /// By figures in brackets.
    Bracket,
    Letter,
}

/// The label at the head of `text`, where it is none of Latin script.
pub(super) fn scripted(text: &str) -> Option<Scripted<'_>> {
    /// "（十二）": a label, and the first letter behind it.
    const HEAD: usize = 24;
    if text.as_bytes()[..text.len().min(HEAD)].is_ascii() {
        return None;
    }
    numbered(text).or_else(|| bracketed(text)).or_else(|| lettered(text))
}

/// "٩ - ", "9 - " before Arabic, "9." and "9、" before Chinese.
fn numbered(text: &str) -> Option<Scripted<'_>> {
    let (number, after) = digits(text)?;
    let dash = after.trim_start_matches([' ', '\u{a0}']).strip_prefix(['-', '–', '—']);
    if let Some(rest) = dash.filter(|rest| rest.trim_start().starts_with(is_leftward)) {
        return closed(text, rest, number, Way::Point);
    }
    let is_other = !text.starts_with(|c: char| c.is_ascii_digit());
    let rest = after.strip_prefix(['.', '．', '、', ')', '）'])?;
    let way = if after.starts_with([')', '）']) { Way::Bracket } else { Way::Point };
    let is_script = |c: char| is_han(c) || is_leftward(c) || is_other && c.is_alphabetic();
    if rest.trim_start().starts_with(is_script) { closed(text, rest, number, way) } else { None }
}

/// The figures at the head of `text`, as ASCII, and what follows them.
fn digits(text: &str) -> Option<(String, &str)> {
    let number: String = text.chars().map_while(digit).collect();
    let end = text.char_indices().nth(number.len()).map_or(text.len(), |(at, _)| at);
    (1..=3).contains(&number.len()).then(|| (number, &text[end..]))
}

/// "(أ)", "(هـ)", "’1‘", "（三）", "（a）".
fn bracketed(text: &str) -> Option<Scripted<'_>> {
    /// "二十一".
    const LONGEST: usize = 3;
    let inner = text.strip_prefix(['(', '（', '’', '‘'])?;
    let end = inner.char_indices().take(LONGEST + 1).find(|(_, c)| matches!(c, ')' | '）' | '‘' | '’')).map(|(at, _)| at)?;
    let (body, rest) = (&inner[..end], &inner[end + inner[end..].chars().next().map_or(0, char::len_utf8)..]);
    let first = body.chars().next()?;
    let is_single = body.trim_end_matches('\u{640}').chars().nth(1).is_none();
    if let Some((number, "")) = digits(body) {
        return closed(text, rest, number, Way::Bracket);
    }
    if let Some(letter) = nth(ABJAD, first).filter(|_| is_single) {
        return closed(text, rest, letter, Way::Letter);
    }
    if first.is_ascii_lowercase() && body.len() == 1 {
        return closed(text, rest, body.to_owned(), Way::Letter);
    }
    closed(text, rest, han_value(body)?.to_string(), Way::Bracket)
}

/// "б)", "(б)".
fn lettered(text: &str) -> Option<Scripted<'_>> {
    let body = text.strip_prefix('(').unwrap_or(text);
    let first = body.chars().next().filter(|&c| is_cyrillic(c))?;
    let rest = body[first.len_utf8()..].strip_prefix(')')?;
    closed(text, rest, nth(AZBUKA, first)?, Way::Letter)
}

/// The Latin letter in the place that `letter` has among `letters`.
fn nth(letters: &str, letter: char) -> Option<String> {
    let letter = if letter == 'ا' { 'أ' } else { letter };
    let place = letters.chars().position(|c| c == letter)?;
    Some(char::from(b'a' + place as u8).to_string())
}

/// The letter that Arabic counts with in the place of a Latin one: "ج" for "c".
pub(crate) fn abjad(latin: &str) -> Option<char> {
    let [letter @ b'a'..=b'z'] = latin.as_bytes() else { return None };
    ABJAD.chars().nth(usize::from(letter - b'a'))
}

fn closed<'a>(text: &'a str, rest: &'a str, number: String, way: Way) -> Option<Scripted<'a>> {
    let printed = text[..text.len() - rest.len()].trim_end();
    let rest = rest.trim_start();
    (!rest.is_empty()).then_some(Scripted { printed, number, way, rest })
}

/// The number that Chinese figures say: 105 of "一百零五", 12 of "十二", 2019 of "二〇一九"; below a hundred million.
pub(crate) fn han_value(text: &str) -> Option<u32> {
    const UNITS: &str = "〇一二三四五六七八九";
    let unit = |c: char| match c {
        '零' => Some(0),
        '两' => Some(2),
        _ => UNITS.chars().position(|unit| unit == c).map(|at| at as u32),
    };
    if let Some(figures) = text.chars().map(unit).collect::<Option<Vec<u32>>>().filter(|figures| !figures.is_empty()) {
        return figures.into_iter().try_fold(0_u32, |value, figure| value.checked_mul(10)?.checked_add(figure));
    }
    // What was said above ten thousand, below it, and the figure that waits for its place.
    let (mut above, mut below, mut open) = (0_u32, 0_u32, None);
    for c in text.chars() {
        let place = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1_000,
            '万' => {
                (above, below) = ((below + open.take().unwrap_or(0)).checked_mul(10_000)?, 0);
                continue;
            }
            _ => {
                open = Some(unit(c)?);
                continue;
            }
        };
        below = below.checked_add(open.take().unwrap_or(1) * place)?;
    }
    (!text.is_empty()).then(|| above.checked_add(below + open.unwrap_or(0))).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_other_scripts_are_read_by_their_number() {
        for (text, printed, number, way) in [
            ("٩ - تقرر", "٩ -", "9", Way::Point),
            ("12 - تطلب إلى الأمين العام", "12 -", "12", Way::Point),
            ("(أ) حماية الغابات", "(أ)", "a", Way::Letter),
            ("(هـ) نشر النتائج", "(هـ)", "e", Way::Letter),
            ("’2‘ تعزيز التعاون", "’2‘", "2", Way::Bracket),
            ("9.决定继续处理此案", "9.", "9", Way::Point),
            ("9．决定继续处理此案", "9．", "9", Way::Point),
            ("9. 决定继续处理此案", "9.", "9", Way::Point),
            ("（三）加强合作", "（三）", "3", Way::Bracket),
            ("（a）保护森林", "（a）", "a", Way::Letter),
            ("(a) 保护森林", "(a)", "a", Way::Letter),
            ("б) охранять леса", "б)", "b", Way::Letter),
        ] {
            let found = scripted(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.printed, found.number.as_str(), found.way), (printed, number, way), "{text}");
        }
        for text in ["决定继续处理此案", "二十国集团", "(نعم) قال", "с 4 по 8 мая", "2023年12月12日", "12 كانون الأول"]
        {
            assert_eq!(scripted(text), None, "{text}");
        }
    }

    #[test]
    fn chinese_figures_say_a_number() {
        for (text, value) in [
            ("十", 10),
            ("十二", 12),
            ("七十九", 79),
            ("一百零五", 105),
            ("二〇一九", 2019),
            ("两千", 2_000),
            ("三万五千", 35_000),
        ] {
            assert_eq!(han_value(text), Some(value), "{text}");
        }
        assert_eq!((han_value(""), han_value("三分"), han_value("大会")), (None, None, None));
    }
}
