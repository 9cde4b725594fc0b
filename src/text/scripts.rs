//! What scripts other than Latin write in another way: letters without case, stops, figures, and letters that are one to a reader.
//!
//! ```text
//! ،  ，  、 = ,      ؛ ； = ;      。 ． = .      ٣ ３ = 3      всё = все      أوّلاً = اولا
//! ```
//!
//! One function for each idea, so that a script is taught once. Latin text never comes here: its callers look at the first byte before.

/// The character that `c` is to a reader who compares: a letter without its optional marks, a figure, a mark of half the width; none
/// where it falls away, as the vowel signs and the long stroke of Arabic do.
pub(crate) fn alike(c: char) -> Option<char> {
    Some(match c {
        'ё' => 'е',
        'Ё' => 'Е',
        '\u{640}' | '\u{64B}'..='\u{652}' | '\u{670}' => return None,
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' => 'ي',
        '،' => ',',
        '؛' => ';',
        '؟' => '?',
        '٪' => '%',
        '。' => '.',
        '〈' | '〉' | '《' | '》' | '「' | '」' | '『' | '』' => '"',
        '\u{3000}' => ' ',
        _ => digit(c).or_else(|| half_width(c)).unwrap_or(c),
    })
}

/// The ASCII figure that `c` is: Arabic-Indic, Persian or of full width.
pub(crate) fn digit(c: char) -> Option<char> {
    let zero = match c {
        '0'..='9' => return Some(c),
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6F0}'..='\u{6F9}' => '\u{6F0}',
        '\u{FF10}'..='\u{FF19}' => '\u{FF10}',
        _ => return None,
    };
    char::from_digit(u32::from(c) - u32::from(zero), 10)
}

/// The ASCII sign that a sign of full width is: "（" is "(".
fn half_width(c: char) -> Option<char> {
    let is_full = matches!(c, '\u{FF01}'..='\u{FF5E}');
    if is_full { char::from_u32(u32::from(c) - 0xFEE0) } else { None }
}

/// A comma of any script; not the mark of Chinese that parts the items of a list.
pub(crate) fn is_comma(c: char) -> bool {
    matches!(c, ',' | '،' | '，')
}

/// A colon of any script.
pub(crate) fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：')
}

/// A full stop of any script.
pub(crate) fn is_full_stop(c: char) -> bool {
    matches!(c, '.' | '。' | '．')
}

/// A semicolon of any script.
pub(crate) fn is_semicolon(c: char) -> bool {
    matches!(c, ';' | '؛' | '；')
}

/// A semicolon, a colon or a full stop of any script: what a numbered paragraph ends with.
pub(crate) fn is_end(c: char) -> bool {
    is_semicolon(c) || is_colon(c) || is_full_stop(c)
}

/// The same, or a comma: what no heading ends with.
pub(crate) fn is_stop(c: char) -> bool {
    is_end(c) || is_comma(c)
}

/// A Chinese character.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '〇')
}

/// A character as wide as two letters, beside which Chinese has no space: a Chinese character, or a mark of full width.
pub(crate) fn is_wide(c: char) -> bool {
    is_han(c) || matches!(c, '\u{3000}'..='\u{303F}' | '\u{FF01}'..='\u{FF60}')
}

/// Whether a sentence that was broken between `left` and `right` has a space there: beside Chinese it has none.
pub(crate) fn has_space_between(left: &str, right: &str) -> bool {
    !left.ends_with(is_wide) && !right.starts_with(is_wide)
}

/// A letter of a script that has one case only.
pub(crate) fn is_caseless(c: char) -> bool {
    is_leftward(c) && c.is_alphabetic() || is_han(c)
}

/// Hebrew, Arabic and their presentation forms: letters that are read from right to left.
pub(crate) fn is_leftward(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// A letter with which a paragraph behind its number may open: a capital, one without case, or a small letter of Cyrillic, which has no
/// other there.
pub(crate) fn is_opening(c: char) -> bool {
    c.is_uppercase() || is_caseless(c) || is_cyrillic(c)
}

/// A letter of the Cyrillic script, in which recitals and operative paragraphs may open with a small one.
pub(crate) fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_reader_takes_for_one_character_is_one() {
        let form = |text: &str| text.chars().filter_map(alike).collect::<String>();
        for (printed, plain) in [
            ("всё ещё", "все еще"),
            ("أوّلاً", "اولا"),
            ("هــ", "ه"),
            ("١٢٪ ۳ ３", "12% 3 3"),
            ("、；：（３）。", "、;:(3)."),
            ("《决议》", "\"决议\""),
            ("plain", "plain"),
        ] {
            assert_eq!(form(printed), plain);
        }
    }

    #[test]
    fn stops_are_told_in_every_script() {
        assert!(",،，".chars().all(is_comma) && ".:;。：；؛،".chars().all(is_stop));
        assert!(!"、؟?!-".chars().any(is_stop));
    }
}
