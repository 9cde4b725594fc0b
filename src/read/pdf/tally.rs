//! What a PDF costs the crate that reads it, counted before it is asked.
//!
//! ```text
//! /W [0 65535 500]            three numbers, 65,536 entries of a table         each font of it unfolds its own
//! <0000> <FFFF> <0041>        one range of a map                               all are looked through for each character
//! /Kids[…] /Resources<<…>>    pages, and what they inherit                     copied for each page
//! q q q  /P BMC  0 9 m 9 9 l  what is open, and lines                          held against each string
//! ```
//!
//! The crate meters none of it. All it takes from a file goes through `engine`, which asks here what the next thing costs. Steps are
//! such that a million take some two milliseconds and never leave more than two megabytes behind. `O(bytes)`.

use pdfboss_core::{Dict, Document, Object};

/// Steps for each object within an object: it is copied whenever it is asked for.
const OBJECT: u64 = 32;
/// Steps for each entry of a table of widths.
const WIDTH: u64 = 40;
/// Steps for each string of a page, and again for each of a map of characters.
const STRING: u64 = 20;
const OF_MAP: u64 = 40;
/// Steps for each unpacked byte.
const BYTE: u64 = 2;

/// The steps that copying `dict` takes.
pub(super) fn copying_dict(dict: &Dict) -> u64 {
    dict.iter().map(|(_, value)| OBJECT + copying(value)).sum()
}

/// The steps that copying `object` takes.
pub(super) fn copying(object: &Object) -> u64 {
    OBJECT
        + match object {
            Object::Array(items) => items.iter().map(copying).sum(),
            Object::Dict(dict) => copying_dict(dict),
            Object::Stream(stream) => copying_dict(&stream.dict) + stream.data.len() as u64 / 8,
            Object::String(bytes) => bytes.len() as u64,
            _ => 0,
        }
}

/// The steps that the tables of widths take where `object` is a font; `resolve` follows references.
pub(super) fn widths(object: &Object, resolve: impl Fn(&Object) -> Option<Object>) -> u64 {
    let Some(dict) = object.as_dict() else { return 0 };
    // "first [w w w]" or "first last w"; of vertical ones three numbers for each w.
    let tables = [("W", 1), ("W2", 3)].map(|(name, numbers)| {
        let Some(Object::Array(items)) = dict.get(name).and_then(&resolve) else { return 0 };
        let items: Vec<Object> = items.iter().map(|item| resolve(item).unwrap_or(Object::Null)).collect();
        let (mut at, mut entries) = (0, 0);
        while let Some(first) = items.get(at) {
            let range = match (first.as_int(), items.get(at + 1)) {
                (Some(_), Some(Object::Array(list))) => {
                    entries += list.len() as u64;
                    2
                }
                (Some(first), Some(last)) if last.as_f64().is_some() => {
                    let last = last.as_int().unwrap_or(first);
                    entries += last.saturating_sub(first).clamp(0, 65_535).unsigned_abs() + 1;
                    2 + numbers
                }
                _ => 1,
            };
            at += range;
        }
        entries
    });
    tables.into_iter().sum::<u64>() * WIDTH
}

/// The steps that listing all pages takes: each has a copy of what it inherits. Stops beyond `most`.
pub(super) fn pages(document: &Document, most: u64) -> u64 {
    /// The crate looks no deeper.
    const DEEPEST: usize = 256;
    let root = document.xref().trailer.get("Root").and_then(|root| document.resolve(root).ok());
    let tree = root.as_ref().and_then(Object::as_dict).and_then(|root| root.get("Pages")).cloned();
    let mut seen = std::collections::BTreeSet::new();
    let mut waiting: Vec<(Object, u64, usize)> = tree.into_iter().map(|tree| (tree, 0, 0)).collect();
    let mut steps = 0;
    while let Some((node, inherited, depth)) = waiting.pop().filter(|_| steps <= most) {
        let is_known = node.as_ref().is_some_and(|found| !seen.insert((found.num, found.r#gen)));
        if is_known || depth > DEEPEST {
            continue;
        }
        let Ok(node) = document.resolve(&node) else { continue };
        let Some(dict) = node.as_dict() else { continue };
        let own = dict.get("Resources").and_then(|own| document.resolve(own).ok());
        let inherited = own.as_ref().map_or(inherited, copying);
        steps += inherited + copying(&node);
        if let Some(Object::Array(kids)) = dict.get("Kids").and_then(|kids| document.resolve(kids).ok()) {
            // All kids wait at once, each with its copy.
            steps += kids.len() as u64 * (inherited + OBJECT);
            if steps <= most {
                waiting.extend(kids.into_iter().rev().map(|kid| (kid, inherited, depth + 1)));
            }
        }
    }
    steps
}

/// A quarter of the most words of one object of the file, where objects and streams end with their keywords.
pub(super) fn largest_object(file: &[u8]) -> usize {
    let (mut most, mut words) = (0, 0);
    for word in file.split(|byte| byte.is_ascii_whitespace() || matches!(byte, b'[' | b'/' | b'(' | b'<')) {
        let ends = word.ends_with(b"endobj") || word.ends_with(b"stream");
        words = if ends { 0 } else { words + 1 };
        most = most.max(words);
    }
    most / 4
}

/// What one page, or one of the maps that it uses, holds.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tally {
    /// Strings.
    pub(super) strings: u64,
    /// Bytes in strings.
    pub(super) bytes: u64,
    /// Lines and rectangles.
    pub(super) lines: u64,
    /// States that are kept.
    pub(super) saves: u64,
    /// Fillings of shapes after the first string.
    pub(super) shapes: u64,
    /// Ranges of a map, of which each character asks for its own; more than a font has.
    pub(super) ranges: u64,
    /// The longest string of a map; longer than a ligature.
    pub(super) longest: u64,
    /// Steps of its own.
    pub(super) steps: u64,
}

impl Tally {
    /// Counts what `data`, a stream of a page, holds.
    pub(super) fn of(data: &[u8]) -> Self {
        let mut tally = Self { steps: data.len() as u64 * BYTE, ..Self::default() };
        let (mut within, mut hex, mut open, mut word) = (0_u64, false, 0_u64, 0);
        for (at, byte) in data.iter().enumerate() {
            match byte {
                b'(' | b'<' => {
                    tally.strings += 1;
                    tally.steps += STRING + open;
                    within += u64::from(*byte == b'(');
                    hex = *byte == b'<';
                }
                b')' => within = within.saturating_sub(1),
                b'>' => hex = false,
                _ if within > 0 || hex => tally.bytes += 1,
                _ => {}
            }
            if is_word(*byte) {
                continue;
            }
            match &data[word..at] {
                b"q" => tally.saves += 1,
                b"f" | b"f*" | b"F" | b"B" | b"B*" | b"b" | b"b*" => tally.shapes += u64::from(tally.strings > 0),
                b"l" | b"re" => tally.lines += 1,
                b"BMC" | b"BDC" => open += 1,
                b"EMC" => open = open.saturating_sub(1),
                _ => {}
            }
            word = at + 1;
        }
        tally.map(data);
        tally
    }

    /// Counts what `data` maps, if it does.
    fn map(&mut self, data: &[u8]) {
        /// What fonts have is looked through fast enough.
        const FEW: u64 = 1_000;
        const SHORT: u64 = 64;
        let mut ranges = 0;
        for (at, _) in data.windows(5).enumerate().filter(|(_, window)| window == b"begin") {
            let rest = &data[at + 5..];
            let Some(end) = ["bfrange", "codespacerange", "bfchar"].iter().position(|name| rest.starts_with(name.as_bytes()))
            else {
                continue;
            };
            let section = &rest[..rest.windows(3).position(|window| window == b"end").unwrap_or(rest.len())];
            let strings = section.split(|byte| *byte == b'<').skip(1);
            let longest = strings.clone().map(<[u8]>::len).max().unwrap_or(0) as u64;
            let count = strings.count() as u64;
            self.steps += count * OF_MAP;
            self.longest = self.longest.max(if longest > SHORT { longest } else { 0 });
            ranges += if end < 2 { count / 2 } else { 0 };
        }
        self.ranges = if ranges > FEW { ranges } else { 0 };
    }
}

fn is_word(byte: u8) -> bool {
    !byte.is_ascii_whitespace() && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'/')
}

#[cfg(test)]
mod tests {
    use pdfboss_core::Name;

    use super::*;

    #[test]
    fn strings_lines_and_what_is_open_are_counted() {
        let tally = Tally::of(b"q 0 0 m 9 9 l S /P BMC BT (ab\\)c) Tj [<0041>-20(d)] TJ ET EMC Q ");
        assert_eq!((tally.strings, tally.lines, tally.saves), (3, 1, 1));
        assert!(tally.bytes >= 8, "{tally:?}");
        let flat = Tally::of(b"/P BMC EMC (a) Tj ");
        let nested = Tally::of(b"/P BMC /P BMC (a) Tj ");
        assert_eq!(nested.steps - flat.steps, 2 + BYTE * 3);
    }

    #[test]
    fn the_ranges_of_a_map_are_counted_and_those_of_a_font_cost_no_more() {
        let map = |ranges: usize| format!("beginbfrange {}endbfrange", "<0000> <FFFF> <0041> ".repeat(ranges)).into_bytes();
        assert_eq!(Tally::of(&map(100)).ranges, 0);
        assert_eq!(Tally::of(&map(2_000)).ranges, 3_000);
        assert_eq!(Tally::of(format!("beginbfchar <41> <{}> endbfchar", "0041".repeat(500)).as_bytes()).longest, 2_002);
    }

    #[test]
    fn a_range_of_widths_costs_what_it_unfolds_to() {
        let entries = |items: Vec<Object>| {
            let mut dict = Dict::new();
            dict.insert(Name("W".to_owned()), Object::Array(items));
            widths(&Object::Dict(dict), |object| Some(object.clone())) / WIDTH
        };
        assert_eq!(entries([0, 99_999, 500, 7, 9, 500].map(Object::Int).to_vec()), 65_536 + 3);
        assert_eq!(entries(vec![Object::Int(5), Object::Array(vec![Object::Int(1); 4])]), 4);
    }
}
