//! The colours of the terminal form, by name.
//!
//! ```text
//! theme   inserted     deleted     least contrast
//! both    63 violet    131 brick   4.6 and 4.5 on white, 4.5 and 4.6 on black
//! light   25 blue      130 brown   6.5 and 4.7 on white
//! dark    117 blue     215 orange  6.7 on the lightest dark backgrounds in use (Nord, One Dark, Dracula), 11.5 on black
//! mono    none: lines, bold and dim alone
//! ```
//!
//! Only colours of a luminance near 0.18 have a contrast of 4.5 on white and on black, and none of them has it on dark grey too: so a
//! terminal is asked for its background where it can be, and `both` is for those that do not say. Every theme tells insertions and deletions apart by lines too, and its two colours apart for eyes that do not tell red from green.

use anstyle::{Ansi256Color, Color};

/// A set of colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Theme {
    /// Legible on white and on black.
    #[default]
    Both,
    /// For light backgrounds.
    Light,
    /// For dark backgrounds.
    Dark,
    /// No colour.
    Mono,
}

impl Theme {
    pub(super) fn inserted(self) -> Option<Color> {
        self.pick([63, 25, 117])
    }

    pub(super) fn deleted(self) -> Option<Color> {
        self.pick([131, 130, 215])
    }

    fn pick(self, [both, light, dark]: [u8; 3]) -> Option<Color> {
        let colour = match self {
            Self::Both => both,
            Self::Light => light,
            Self::Dark => dark,
            Self::Mono => return None,
        };
        Some(Color::Ansi256(Ansi256Color(colour)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The luminance of red, green and blue, as WCAG 2 has it.
    fn luminance(parts: [u8; 3]) -> f64 {
        let linear = parts.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.03928 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    /// Of a colour of the cube of 256.
    fn of(colour: Option<Color>) -> [u8; 3] {
        let Some(Color::Ansi256(Ansi256Color(index))) = colour else { panic!("a colour of 256") };
        let step = |part: u8| [0, 95, 135, 175, 215, 255][usize::from(part)];
        let index = index - 16;
        [step(index / 36), step(index / 6 % 6), step(index % 6)]
    }

    #[test]
    fn every_theme_is_legible_on_its_backgrounds() {
        const WHITE: [u8; 3] = [255; 3];
        // Black, and the backgrounds of VS Code, One Dark, Dracula, Solarized, Nord and Ubuntu.
        const DARK: [[u8; 3]; 7] =
            [[0; 3], [0x1e; 3], [0x28, 0x2c, 0x34], [0x28, 0x2a, 0x36], [0, 0x2b, 0x36], [0x2e, 0x34, 0x40], [0x30, 0x0a, 0x24]];
        let backgrounds =
            [(Theme::Both, [WHITE, [0; 3]].as_slice()), (Theme::Light, &[WHITE, [0xfd, 0xf6, 0xe3]]), (Theme::Dark, &DARK)];
        for (theme, backgrounds) in backgrounds {
            for (colour, ground) in
                [theme.inserted(), theme.deleted()].into_iter().flat_map(|c| backgrounds.iter().map(move |g| (c, g)))
            {
                let (one, other) = (luminance(of(colour)), luminance(*ground));
                let contrast = (one.max(other) + 0.05) / (one.min(other) + 0.05);
                // Solarized is cream: its own text has less.
                let least = if *ground == [0xfd, 0xf6, 0xe3] { 4.2 } else { 4.5 };
                assert!(contrast >= least, "{theme:?} {colour:?} on {ground:?}: {contrast}");
            }
        }
    }
}
