//! What a paragraph is made of, one after another: characters, and elements that are no text.
//!
//! ```text
//! <w:t>Urges </w:t><w:tab/><w:t>all &amp; each</w:t>     U r g e s ␣   ⇥   a l l ␣   &   ␣ e a c h
//! stretches                                            of letters    one of letters  one of letters
//! ```
//!
//! There are as many atoms as characters. Letters that stand in the part one behind another, and are as long, are a stretch: so a text takes
//! little more room than its letters. `O(log n)` to ask for one.

use std::ops::Range;

/// The atoms of a paragraph, in the order of their bytes.
#[derive(Debug, Default)]
pub(super) struct Atoms {
    stretches: Vec<Stretch>,
    /// The characters of the stretches of letters.
    letters: String,
    len: usize,
}

/// An atom, and characters as long as it that stand right behind it.
#[derive(Debug)]
struct Stretch {
    /// The index of the atom.
    at: u32,
    /// Where its character stands in the letters.
    letters: u32,
    first: Atom,
}

impl Stretch {
    /// The bytes of each of its characters; none where it is one element.
    fn width(&self) -> Option<usize> {
        if let Stuff::Char(c) = self.first.what { Some(c.len_utf8()) } else { None }
    }
}

impl Atoms {
    pub(super) fn len(&self) -> usize {
        self.len
    }

    pub(super) fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Adds what begins at byte `start` of the part.
    pub(super) fn push(&mut self, start: usize, what: Stuff) {
        let goes_on = |last: &Stretch| {
            let (Some(width), Stuff::Char(c)) = (last.width(), what) else { return false };
            c.len_utf8() == width && last.first.start() + (self.len - last.at as usize) * width == start
        };
        if !self.stretches.last().is_some_and(goes_on) {
            let first = Atom { start: small(start), what };
            self.stretches.push(Stretch { at: small(self.len), letters: small(self.letters.len()), first });
        }
        if let Stuff::Char(c) = what {
            self.letters.push(c);
        }
        self.len += 1;
    }

    /// Gives back the room that was taken for more.
    pub(super) fn shrink(&mut self) {
        self.stretches.shrink_to_fit();
        self.letters.shrink_to_fit();
    }

    /// Atom `at`.
    pub(super) fn get(&self, at: usize) -> Option<Atom> {
        let next = self.stretches.partition_point(|stretch| stretch.at as usize <= at);
        let stretch = self.stretches[..next].last().filter(|_| at < self.len)?;
        Some(self.nth(stretch, at - stretch.at as usize))
    }

    /// The atom `nth` of a stretch.
    fn nth(&self, stretch: &Stretch, nth: usize) -> Atom {
        let Some(width) = stretch.width() else { return stretch.first };
        let place = stretch.letters as usize + nth * width;
        let letter = self.letters[place..].chars().next().unwrap_or_default();
        Atom { start: small(stretch.first.start() + nth * width), what: Stuff::Char(letter) }
    }

    /// What atom `at` is.
    pub(super) fn what(&self, at: usize) -> Option<Stuff> {
        self.get(at).map(|atom| atom.what)
    }

    /// All of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = Atom> + '_ {
        let ends = self.stretches.iter().skip(1).map(|next| next.at as usize).chain([self.len]);
        self.stretches
            .iter()
            .zip(ends)
            .flat_map(move |(stretch, end)| (0..end - stretch.at as usize).map(move |nth| self.nth(stretch, nth)))
    }

    /// Those of a range.
    pub(super) fn range(&self, range: Range<usize>) -> impl Iterator<Item = Atom> + '_ {
        range.filter_map(|at| self.get(at))
    }

    /// How many begin before byte `byte` of the part.
    pub(super) fn before(&self, byte: usize) -> usize {
        let next = self.stretches.partition_point(|stretch| stretch.first.start() < byte);
        let Some(stretch) = next.checked_sub(1).map(|last| &self.stretches[last]) else { return 0 };
        let end = self.stretches.get(next).map_or(self.len, |next| next.at as usize);
        let within = stretch.width().map_or(1, |width| (byte - stretch.first.start()).div_ceil(width));
        (stretch.at as usize + within).min(end)
    }
}

/// The smallest thing that is kept or deleted. Parts are below 4 GiB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Atom {
    /// Its first byte in the part.
    start: u32,
    pub(super) what: Stuff,
}

impl Atom {
    /// Its first byte in the part.
    pub(super) fn start(self) -> usize {
        self.start as usize
    }

    /// Where it stands, unless it is a character.
    pub(super) fn range(self) -> Option<Range<usize>> {
        match self.what {
            Stuff::Char(_) => None,
            Stuff::Space(End(end))
            | Stuff::Sign(End(end))
            | Stuff::Reference(End(end))
            | Stuff::Field(End(end))
            | Stuff::Formula(End(end))
            | Stuff::Other(End(end)) => Some(self.start()..end as usize),
        }
    }

    /// Its element in `source`, unless it is a character.
    pub(super) fn raw(self, source: &str) -> &str {
        self.range().map_or("", |range| &source[range])
    }
}

/// Where an element ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct End(u32);

impl End {
    /// At a byte of the part.
    pub(super) fn at(byte: usize) -> Self {
        Self(small(byte))
    }
}

/// What an atom is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stuff {
    /// A character of a text element.
    Char(char),
    /// An element that reads as white space: a tab, a line break.
    Space(End),
    /// An element that reads as a character: a non-breaking hyphen, a symbol.
    Sign(End),
    /// The reference of a footnote or endnote.
    Reference(End),
    /// Part of a field: cannot be deleted without the rest of it.
    Field(End),
    /// A formula.
    Formula(End),
    /// All else: a picture, a soft hyphen.
    Other(End),
}

impl Stuff {
    /// The character that it reads as.
    pub(super) fn character(self) -> Option<char> {
        match self {
            Self::Char(character) => Some(character),
            Self::Space(_) => Some(' '),
            Self::Sign(_) => Some('-'),
            Self::Reference(_) | Self::Field(_) | Self::Formula(_) | Self::Other(_) => None,
        }
    }

    pub(super) fn is_space(self) -> bool {
        self.character().is_some_and(char::is_whitespace)
    }
}

/// A range that takes half the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    start: u32,
    end: u32,
}

impl Span {
    pub(super) fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self { start: small(range.start), end: small(range.end) }
    }
}

/// An index or an offset of a part.
pub(super) fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_atom_is_what_was_put_there() {
        let given = [
            (4, Stuff::Char('a')),
            (5, Stuff::Char('b')),
            (6, Stuff::Char('é')),
            (8, Stuff::Char('è')),
            (10, Stuff::Char('&')),
            (15, Stuff::Char('c')),
            (30, Stuff::Space(End(40))),
            (40, Stuff::Other(End(50))),
            (60, Stuff::Char('d')),
        ];
        let mut atoms = Atoms::default();
        for (start, what) in given {
            atoms.push(start, what);
        }
        let told: Vec<(usize, Stuff)> = atoms.iter().map(|atom| (atom.start(), atom.what)).collect();
        assert_eq!(told, given);
        assert_eq!(atoms.range(0..given.len()).collect::<Vec<_>>(), atoms.iter().collect::<Vec<_>>());
        for byte in 0..70 {
            assert_eq!(atoms.before(byte), given.iter().filter(|(start, _)| *start < byte).count(), "{byte}");
        }
        assert_eq!((atoms.get(given.len()), atoms.stretches.len()), (None, 7));
    }
}
