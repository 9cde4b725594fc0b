//! The words of one line, from the pieces that were drawn on its baseline.
//!
//! ```text
//! "Rappe" "l" "ant" " " "les" → Rappelant les          "États" ·3 points· "Parties" → États Parties (no space was drawn)
//! "d´" "efini" drawn back over the accent → défini     "Rome" + small raised "2" → Rome²     the line drawn twice → once
//! ```
//!
//! A space is where the gap is wider than 0.14 em, whether one was drawn or not; in a line that draws its spaces, 0.25 em, since
//! spaced-out letters and hyphens stand up to 0.2 em apart in it. One that was drawn alone counts only where a gap is seen: some producers draw
//! a space for each place where a word may be broken. Measured on the producers of one text: below 0.1 em justified lines without
//! drawn spaces get too many, above 0.18 em they lose some.

use unicode_normalization::char::compose;

use super::super::Why;
use super::engine::Piece;
use super::view::float;
use crate::text::{raised, superscript};

/// Wider than this, in parts of the font's size, a gap is a space.
const GAP: f32 = 0.14;
/// The same in a line that draws its spaces.
const GAP_BETWEEN_DRAWN: f32 = 0.25;
/// The same where the producer drew a space.
const GAP_WITH_SPACE: f32 = 0.05;
/// Wider than this, a gap sets a label apart from its text, or cells from each other.
const TAB: f32 = 0.55;
/// A raised figure is smaller than this part of the line's size, and at least `RISE` of it above the baseline.
const SMALL: f32 = 0.85;
const RISE: f32 = 0.15;

/// Something that was mended while gluing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mended {
    pub(super) before: String,
    pub(super) after: String,
    pub(super) why: Why,
}

/// The text of one line, and where its parts stand.
#[derive(Debug, Clone, Default)]
pub(super) struct Glued {
    pub(super) text: String,
    pub(super) x: f32,
    pub(super) end: f32,
    /// Where the first word ends.
    pub(super) first_end: f32,
    /// Where the text goes on after a first word that is set apart: behind a label.
    pub(super) hang: Option<f32>,
    pub(super) mended: Vec<Mended>,
}

/// Glues `pieces`, which stand from left to right on one baseline at `y` and have the size `size`.
pub(super) fn glue(pieces: &[&Piece], y: f32, size: f32) -> Glued {
    let gap = if draws_spaces(pieces) { GAP_BETWEEN_DRAWN } else { GAP };
    let mut line = Gluer { size, y, gap, white: None, last: None, glued: Glued::default() };
    for (at, piece) in pieces.iter().enumerate() {
        let twin = |other: &&Piece| is_overprint(other, piece);
        if pieces[at.saturating_sub(4)..at].iter().any(twin) {
            let before = piece.text.clone();
            line.glued.mended.push(Mended { before, after: String::new(), why: Why::Overprint });
        } else {
            line.take(piece, pieces.get(at + 1).copied());
        }
    }
    if line.glued.first_end == 0.0 {
        line.glued.first_end = line.glued.end;
    }
    line.glued
}

/// Whether a line draws a space about once a word.
fn draws_spaces(pieces: &[&Piece]) -> bool {
    const LONGEST_WORD: usize = 14;
    let (mut white, mut inked) = (0, 0);
    for c in pieces.iter().flat_map(|piece| piece.text.chars()) {
        *(if c.is_whitespace() { &mut white } else { &mut inked }) += 1;
    }
    white * LONGEST_WORD > inked
}

/// The same text at the same place: bold type that is drawn twice.
fn is_overprint(one: &Piece, other: &Piece) -> bool {
    let near = |a: f32, b: f32| (a - b).abs() < 0.1 * other.size;
    one.text == other.text && near(one.x, other.x) && near(one.end, other.end) && !one.text.trim().is_empty()
}

struct Gluer {
    size: f32,
    y: f32,
    /// Wider than this, in parts of the size, a gap is a space though none was drawn.
    gap: f32,
    /// A space that was drawn since the last word.
    white: Option<char>,
    last: Option<Last>,
    glued: Glued,
}

/// The piece that was glued last.
#[derive(Debug, Clone, Copy)]
struct Last {
    /// Where its text begins in the line's.
    from: usize,
    x: f32,
    end: f32,
    /// It ends in a ligature.
    is_ligature: bool,
}

impl Gluer {
    /// Takes `piece`, which `next` follows.
    fn take(&mut self, piece: &Piece, next: Option<&Piece>) {
        let words = piece.text.trim();
        let is_under_ligature = self.last.is_some_and(|last| last.is_ligature && piece.x < last.end - 0.1 * self.size);
        if is_under_ligature && piece.text.starts_with(char::is_whitespace) {
            // "ﬁ" is wider than the font of the space knows: nothing is apart there.
            if !words.is_empty() {
                let rest = Piece { text: piece.text.trim_start().to_owned(), x: self.glued.end, ..piece.clone() };
                self.take(&rest, next);
            }
            return;
        }
        if words.is_empty() {
            self.white = self.white.or(piece.text.chars().next());
            return;
        }
        if self.glued.text.is_empty() {
            self.glued.x = piece.x;
        } else if !stands_over(piece, next) && (self.puts_accent(piece) || self.lands(piece)) {
            self.white = None;
            self.glued.end = self.glued.end.max(piece.end);
            return;
        } else if !self.goes_on_with_list(piece) {
            self.space_before(piece);
        }
        self.white = None;
        if words == "\u{ad}" {
            // A place where the word may be broken: nothing is drawn.
            self.glued.text.push('\u{ad}');
            return;
        }
        if self.glued.first_end == 0.0 && words.contains(char::is_whitespace) {
            let first = piece.text.split_whitespace().next().unwrap_or_default();
            self.glued.first_end = piece.x + (piece.end - piece.x) * characters(first) / characters(&piece.text);
        }
        let from = self.glued.text.len();
        self.push(piece);
        let is_ligature = piece.text.chars().next_back().is_some_and(|c| ligature(c).is_some());
        self.last = Some(Last { from, x: piece.x, end: piece.end, is_ligature });
        self.glued.end = self.glued.end.max(piece.end);
    }

    fn push(&mut self, piece: &Piece) {
        if self.is_raised_list(piece) {
            self.glued.text.extend(piece.text.chars().filter(|c| !c.is_whitespace()).map(raised_sign));
            return;
        }
        for c in piece.text.chars() {
            match ligature(c) {
                Some(letters) => {
                    self.glued.text.push_str(letters);
                    self.glued.mended.push(Mended { before: c.to_string(), after: letters.to_owned(), why: Why::Ligature });
                }
                None => self.glued.text.push(if c.is_control() && c.is_whitespace() { ' ' } else { c }),
            }
        }
    }

    /// Whether `piece` is set high and holds figures, or what stands between two: "⁴", "²,³", "⁶⁻⁸".
    fn is_raised_list(&self, piece: &Piece) -> bool {
        let signs = piece.text.trim();
        let is_tie = |c: char| matches!(c, ',' | '-' | '–' | '−' | '\u{2011}');
        let raised = piece.size < SMALL * self.size && piece.y > self.y + RISE * self.size;
        let begins = signs.starts_with(|c: char| c.is_ascii_digit()) || self.glued.text.ends_with(|c| superscript(c).is_some());
        raised && begins && signs.chars().all(|c| c.is_ascii_digit() || is_tie(c) || c.is_whitespace())
    }

    /// Whether `piece` goes on with a list of raised figures: the space in "², ³" sets no word apart.
    fn goes_on_with_list(&self, piece: &Piece) -> bool {
        let open = self.glued.text.strip_suffix([',', '⁻']).is_some_and(|list| list.ends_with(|c| superscript(c).is_some()));
        open && piece.text.trim().starts_with(|c: char| c.is_ascii_digit()) && self.is_raised_list(piece)
    }

    fn space_before(&mut self, piece: &Piece) {
        let gap = piece.x - self.glued.end;
        let size = self.size.min(piece.size * 1.3);
        let is_open = self.glued.text.ends_with(char::is_whitespace) || piece.text.starts_with(char::is_whitespace);
        let drawn = self.white.is_some();
        if is_open && !drawn && gap < TAB * size || !is_open && gap <= if drawn { GAP_WITH_SPACE } else { self.gap } * size {
            return;
        }
        if self.glued.first_end == 0.0 {
            self.glued.first_end = self.glued.end;
            self.glued.hang = (gap > TAB * size).then_some(piece.x);
        }
        if !is_open {
            self.glued.text.push(self.white.unwrap_or(' '));
        }
    }

    /// Puts an accent that is drawn alone, over a letter within the piece before it, on that letter.
    fn lands(&mut self, piece: &Piece) -> bool {
        /// How many letters away the shares of a width may be wrong.
        const OFF: f32 = 2.0;
        let mut signs = piece.text.trim().chars();
        let Some(accent) = signs.next().filter(|c| signs.next().is_none() && combining(*c).is_some()) else { return false };
        let Some(last) = self.last.filter(|last| piece.x < last.end - 0.1 * self.size) else { return false };
        let text = &self.glued.text[last.from..];
        let share = (f32::midpoint(piece.x, piece.end) - last.x) / (last.end - last.x).max(0.1);
        let place = share * characters(text) - 0.5;
        let distance = |at: usize| (characters(&text.chars().take(at).collect::<String>()) - place).abs();
        let letters = text.char_indices().enumerate().filter(|(_, (_, letter))| carries(*letter, accent));
        let nearest = letters.map(|(at, (byte, letter))| (distance(at), byte, letter)).filter(|(distance, ..)| *distance <= OFF);
        let Some((_, byte, letter)) = nearest.min_by(|a, b| a.0.total_cmp(&b.0)) else { return false };
        let Some(whole) = accented(letter, accent) else { return false };
        let byte = last.from + byte;
        self.glued.text.replace_range(byte..byte + letter.len_utf8(), whole.encode_utf8(&mut [0; 4]));
        self.glued.mended.push(Mended { before: format!("{letter}{accent}"), after: whole.to_string(), why: Why::Composed });
        true
    }

    /// Puts a spacing accent and the letter drawn over it together, as old fonts without accented letters have them.
    fn puts_accent(&mut self, piece: &Piece) -> bool {
        if piece.x > self.glued.end - 0.1 * self.size {
            return false;
        }
        let (Some(last), Some(first)) = (self.glued.text.chars().next_back(), piece.text.chars().next()) else { return false };
        let (accent, letter) = if combining(last).is_some() { (last, first) } else { (first, last) };
        let Some(whole) = accented(letter, accent) else { return false };
        self.glued.text.pop();
        self.glued.mended.push(Mended { before: format!("{last}{first}"), after: whole.to_string(), why: Why::Composed });
        self.glued.text.push(whole);
        let rest = Piece { text: piece.text.chars().skip(1).collect(), ..piece.clone() };
        self.push(&rest);
        true
    }
}

/// Whether `piece` is an accent alone that stands over the first letter of `next`.
fn stands_over(piece: &Piece, next: Option<&Piece>) -> bool {
    let Some(next) = next.filter(|next| next.x < f32::midpoint(piece.x, piece.end)) else { return false };
    let mut accent = piece.text.trim().chars();
    let alone = accent.next().filter(|_| accent.next().is_none());
    alone.zip(next.text.chars().next()).is_some_and(|(accent, letter)| accented(letter, accent).is_some())
}

/// `letter` with an accent that is drawn on its own.
fn accented(letter: char, accent: char) -> Option<char> {
    let bare = match letter {
        'ı' => 'i',
        'ȷ' => 'j',
        letter => letter,
    };
    compose(bare, combining(accent)?)
}

/// Letters that carry `accent` in the languages of Europe; a place alone leaves two or three letters to choose from.
fn carries(letter: char, accent: char) -> bool {
    let letter = letter.to_ascii_lowercase();
    match accent {
        '˜' | '~' => matches!(letter, 'n' | 'a' | 'o'),
        '¸' => matches!(letter, 'c' | 's'),
        '˚' => matches!(letter, 'a' | 'u'),
        'ˇ' => letter.is_alphabetic(),
        _ => matches!(letter, 'a' | 'e' | 'i' | 'ı' | 'o' | 'u' | 'y'),
    }
}

/// How many characters, for shares of a width.
fn characters(text: &str) -> f32 {
    float(text.chars().count())
}

/// The combining mark of an accent that is drawn on its own.
fn combining(c: char) -> Option<char> {
    Some(match c {
        '`' | 'ˋ' => '\u{300}',
        '´' | 'ˊ' => '\u{301}',
        'ˆ' | '^' => '\u{302}',
        '˜' | '~' => '\u{303}',
        '¨' => '\u{308}',
        '˚' => '\u{30a}',
        'ˇ' => '\u{30c}',
        '¸' => '\u{327}',
        _ => return None,
    })
}

/// The letters of a ligature.
fn ligature(c: char) -> Option<&'static str> {
    Some(match c {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

/// The raised form of a figure, or of what stands between two.
fn raised_sign(sign: char) -> char {
    match sign {
        '-' | '–' | '−' | '\u{2011}' => '⁻',
        sign => raised(sign.encode_utf8(&mut [0; 4])).chars().next().filter(|c| superscript(*c).is_some()).unwrap_or(sign),
    }
}
