//! Figures set high.

/// A footnote mark, or a power, as small raised figures; after a caret where a sign has no raised form.
pub fn raised(mark: &str) -> String {
    let raise = |c: char| match c {
        '0' => Some('⁰'),
        '1' => Some('¹'),
        '2' => Some('²'),
        '3' => Some('³'),
        '4'..='9' => char::from_u32(u32::from('⁴') + u32::from(c) - u32::from('4')),
        '*' | '†' | '‡' => Some(c),
        _ => None,
    };
    mark.chars().map(raise).collect::<Option<String>>().unwrap_or_else(|| format!("^{mark}"))
}

/// The figure that a raised character stands for.
pub fn superscript(c: char) -> Option<char> {
    match c {
        '⁰' => Some('0'),
        '¹' => Some('1'),
        '²' => Some('2'),
        '³' => Some('3'),
        '\u{2074}'..='\u{2079}' => char::from_digit(u32::from(c) - 0x2070, 10),
        _ => None,
    }
}
