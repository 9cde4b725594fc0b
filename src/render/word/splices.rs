//! Bytes of a part that give way to others. Everything else stays as it is.

use std::collections::BTreeMap;
use std::ops::Range;

/// What takes the place of which bytes; none of them overlap, but one may lie within another, which then takes it over.
#[derive(Debug, Default)]
pub(super) struct Splices {
    by_start: BTreeMap<usize, Vec<(usize, String)>>,
}

impl Splices {
    /// Puts `text` in the place of `range`; what is put at one empty range stands in the order of calls.
    pub(super) fn put(&mut self, range: Range<usize>, text: String) {
        let here = self.by_start.entry(range.start).or_default();
        // What comes in before some bytes comes before what takes their place.
        let at = if range.is_empty() { here.iter().position(|(end, _)| *end > range.start) } else { None };
        here.insert(at.unwrap_or(here.len()), (range.end, text));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.by_start.is_empty()
    }

    /// The bytes of `range` in `source`, with everything spliced that lies within it.
    pub(super) fn applied(&self, source: &str, range: Range<usize>) -> String {
        let mut text = String::with_capacity(range.len());
        let mut at = range.start;
        for (&start, spliced) in self.by_start.range(range.clone()) {
            for (end, new) in spliced {
                // Within one that was taken over whole.
                if start < at || *end > range.end {
                    continue;
                }
                text.push_str(&source[at..start]);
                text.push_str(new);
                at = *end;
            }
        }
        text.push_str(&source[at..range.end]);
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_spliced_stays_and_the_outer_takes_over_the_inner() {
        let mut splices = Splices::default();
        splices.put(2..3, "C".to_owned());
        assert_eq!(splices.applied("abcde", 0..5), "abCde");
        assert_eq!(splices.applied("abcde", 3..5), "de");
        splices.put(1..4, format!("<{}>", splices.applied("abcde", 1..4)));
        assert_eq!(splices.applied("abcde", 0..5), "a<bCd>e");
    }

    #[test]
    fn insertions_at_one_place_keep_their_order() {
        let mut splices = Splices::default();
        splices.put(1..1, "x".to_owned());
        splices.put(1..1, "y".to_owned());
        assert_eq!(splices.applied("ab", 0..2), "axyb");
    }
}
