//! Characters of the symbol fonts that Word writes by their place in the font.

/// What `c` shows in the font called `font`: fonts of symbols are laid over a private area of Unicode, and over plain letters.
pub(super) fn symbol(c: char, font: Option<&str>) -> char {
    let code = u32::from(c);
    let place = if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
    let Ok(place) = u8::try_from(place) else { return c };
    let font = font.unwrap_or_default().to_lowercase();
    let found = if font == "symbol" {
        SYMBOL.iter().find(|(at, _)| *at == place)
    } else if font.starts_with("wingdings") {
        WINGDINGS.iter().find(|(at, _)| *at == place)
    } else {
        None
    };
    match found {
        Some((_, shown)) => *shown,
        None if code >= 0xf020 && place.is_ascii() => char::from(place),
        None => c,
    }
}

/// What `c` shows as a list's bullet: one that no font tells is a point.
pub(super) fn bullet(c: char, font: Option<&str>) -> char {
    match symbol(c, font) {
        shown if shown != c && !shown.is_ascii_alphanumeric() => shown,
        'o' => '◦',
        other if ('\u{f000}'..='\u{f0ff}').contains(&c) || ('\u{e000}'..='\u{f8ff}').contains(&other) => '•',
        other => other,
    }
}

const SYMBOL: [(u8, char); 66] = [
    (0x22, '∀'),
    (0x24, '∃'),
    (0x27, '∋'),
    (0x2a, '∗'),
    (0x2d, '−'),
    (0x40, '≅'),
    (0x41, 'Α'),
    (0x42, 'Β'),
    (0x43, 'Χ'),
    (0x44, 'Δ'),
    (0x45, 'Ε'),
    (0x46, 'Φ'),
    (0x47, 'Γ'),
    (0x4c, 'Λ'),
    (0x50, 'Π'),
    (0x51, 'Θ'),
    (0x53, 'Σ'),
    (0x57, 'Ω'),
    (0x58, 'Ξ'),
    (0x59, 'Ψ'),
    (0x5e, '⊥'),
    (0x61, 'α'),
    (0x62, 'β'),
    (0x63, 'χ'),
    (0x64, 'δ'),
    (0x65, 'ε'),
    (0x66, 'φ'),
    (0x67, 'γ'),
    (0x68, 'η'),
    (0x6b, 'κ'),
    (0x6c, 'λ'),
    (0x6d, 'μ'),
    (0x6e, 'ν'),
    (0x70, 'π'),
    (0x71, 'θ'),
    (0x72, 'ρ'),
    (0x73, 'σ'),
    (0x74, 'τ'),
    (0x77, 'ω'),
    (0x78, 'ξ'),
    (0x79, 'ψ'),
    (0x7a, 'ζ'),
    (0xa2, '′'),
    (0xa3, '≤'),
    (0xa5, '∞'),
    (0xab, '↔'),
    (0xac, '←'),
    (0xad, '↑'),
    (0xae, '→'),
    (0xaf, '↓'),
    (0xb0, '°'),
    (0xb1, '±'),
    (0xb2, '″'),
    (0xb3, '≥'),
    (0xb4, '×'),
    (0xb7, '•'),
    (0xb8, '÷'),
    (0xb9, '≠'),
    (0xba, '≡'),
    (0xbb, '≈'),
    (0xbc, '…'),
    (0xc5, '⊕'),
    (0xce, '∈'),
    (0xd2, '®'),
    (0xd3, '©'),
    (0xd4, '™'),
];

const WINGDINGS: [(u8, char); 14] = [
    (0x6c, '●'),
    (0x6e, '■'),
    (0x71, '❑'),
    (0x75, '◆'),
    (0x76, '❖'),
    (0x9f, '•'),
    (0xa7, '▪'),
    (0xa8, '◻'),
    (0xd8, '➢'),
    (0xe0, '→'),
    (0xe8, '➔'),
    (0xfb, '✗'),
    (0xfc, '✓'),
    (0xfe, '☑'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_are_read_by_their_font() {
        assert_eq!(symbol('\u{f0b3}', Some("Symbol")), '≥');
        assert_eq!(symbol('\u{f0fc}', Some("Wingdings")), '✓');
        assert_eq!(symbol('a', Some("Times New Roman")), 'a');
        assert_eq!(bullet('\u{f0b7}', None), '•');
        assert_eq!(bullet('o', Some("Courier New")), '◦');
        assert_eq!(bullet('–', None), '–');
    }
}
