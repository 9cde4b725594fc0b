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
