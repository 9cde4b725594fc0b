//! What a paragraph says, with the way from each character back to the bytes that say it.
//!
//! ```text
//! raw         <w:t>Nations</w:t><w:noBreakHyphen/><w:t>Unies &amp; al</w:t>
//! text             Nations      ‑                     Unies  &      al
//! stretches        as it stands whole                 as …   whole  as it stands
//! ```
//!
//! Most text stands in its part as it is said: a stretch of it has one place, and the way back takes some bytes for a run, not for a
//! character.

use std::ops::Range;

/// Where one scalar, or one mark, stands.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(dead_code, reason = "the Word writer reads all of it")]
pub(crate) struct Place {
    /// Index in [`Paragraph::runs`].
    pub(crate) run: usize,
    /// The bytes that say it: a character or entity inside a `w:t`, or a whole element such as `<w:noBreakHyphen/>`.
    pub(crate) raw: Range<usize>,
}

/// The text of a paragraph and the place of each of its characters.
#[derive(Debug, Clone, Default)]
pub(crate) struct Said {
    text: String,
    stretches: Vec<Stretch>,
}

/// Characters of one run that stand side by side, or share their bytes. Parts are smaller than 4 GiB.
#[derive(Debug, Clone)]
struct Stretch {
    /// Its first byte in the text.
    from: u32,
    run: u32,
    start: u32,
    end: u32,
    /// All bytes say each character: an entity, an element.
    is_whole: bool,
}

impl Said {
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Each character with its first byte in the text and its place.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (usize, char, Place)> + '_ {
        self.from(0)
    }

    /// The same from byte `at` of the text on.
    pub(super) fn from(&self, at: usize) -> impl Iterator<Item = (usize, char, Place)> + '_ {
        let first = self.stretches.partition_point(|stretch| stretch.from as usize <= at).saturating_sub(1);
        let ends = self.stretches[first..].iter().skip(1).map(|next| next.from as usize).chain([self.text.len()]);
        self.stretches[first..].iter().zip(ends).flat_map(move |(stretch, end)| {
            let from = stretch.from as usize;
            self.text[from..end]
                .char_indices()
                .map(move |(offset, c)| (from + offset, c, stretch.place(offset, c)))
                .skip_while(move |(byte, ..)| *byte < at)
        })
    }

    pub(super) fn push(&mut self, c: char, place: &Place) {
        let narrow = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let (from, run) = (narrow(self.text.len()), narrow(place.run));
        let (start, end) = (narrow(place.raw.start), narrow(place.raw.end));
        let is_whole = place.raw.len() != c.len_utf8();
        self.text.push(c);
        match self.stretches.last_mut().filter(|last| last.run == run && last.is_whole == is_whole) {
            Some(last) if is_whole && (last.start, last.end) == (start, end) => {}
            Some(last) if !is_whole && last.end == start => last.end = end,
            _ => self.stretches.push(Stretch { from, run, start, end, is_whole }),
        }
    }

    /// Takes off what stands from byte `at` of the text on.
    pub(super) fn split_off(&mut self, at: usize) -> String {
        let gone = self.text.split_off(at);
        self.stretches.truncate(self.stretches.partition_point(|stretch| (stretch.from as usize) < at));
        if let Some(last) = self.stretches.last_mut().filter(|last| !last.is_whole) {
            last.end = last.start + u32::try_from(at).unwrap_or(u32::MAX) - last.from;
        }
        gone
    }
}

impl Stretch {
    /// The place of `c`, which stands so many bytes behind its beginning.
    fn place(&self, offset: usize, c: char) -> Place {
        let (start, end) = (self.start as usize, self.end as usize);
        let raw: Range<usize> = if self.is_whole { start..end } else { start + offset..start + offset + c.len_utf8() };
        Place { run: self.run as usize, raw }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Characters, each with its run and its bytes.
    const PLACES: [(char, usize, Range<usize>); 8] = [
        ('a', 0, 5..6),
        ('é', 0, 6..8),
        ('&', 0, 8..13),
        ('b', 0, 13..14),
        ('x', 1, 40..60),
        ('²', 1, 40..60),
        ('c', 2, 70..71),
        ('d', 2, 71..72),
    ];

    fn said(places: &[(char, usize, Range<usize>)]) -> Said {
        let mut said = Said::default();
        for (c, run, raw) in places {
            said.push(*c, &Place { run: *run, raw: raw.clone() });
        }
        said
    }

    fn places(said: &Said, from: usize) -> Vec<(char, usize, Range<usize>)> {
        said.from(from).map(|(_, c, place)| (c, place.run, place.raw)).collect()
    }

    #[test]
    fn every_character_has_the_place_that_it_was_given() {
        let said = said(&PLACES);
        assert_eq!(places(&said, 0), PLACES);
        assert_eq!(said.iter().map(|(byte, ..)| byte).collect::<Vec<_>>(), [0, 1, 3, 4, 5, 6, 8, 9]);
        assert_eq!(said.stretches.len(), 5);
        assert_eq!(places(&said, 6), PLACES[5..]);
    }

    #[test]
    fn what_is_taken_off_leaves_the_rest_as_it_was() {
        for (kept, (byte, ..)) in said(&PLACES).iter().enumerate() {
            let mut said = said(&PLACES);
            assert_eq!(said.split_off(byte).chars().count(), PLACES.len() - kept);
            assert_eq!(places(&said, 0), PLACES[..kept]);
            said.push('z', &Place { run: 2, raw: 90..91 });
            assert_eq!(places(&said, byte), [('z', 2, 90..91)]);
        }
    }
}
