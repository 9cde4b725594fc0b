//! What the XML of a part costs to parse, counted before it is parsed.
//!
//! ```text
//! <w:p a="" b="" c="">                 attributes of one tag are compared with each other: 3 × 3 / 2
//! <w:p xmlns:a="" xmlns:b="">…<w:r>    every name is looked for among the namespaces that are known there, and a tag that adds one
//!                                      copies all of them
//! ```
//!
//! The crate that parses XML has no limit on either, and a packed file of 200 KB holds 100,000 attributes of one tag. Comments and
//! CDATA are passed over. `O(bytes)`.

/// Steps that each tag costs beside its attributes: its node is made, and walked through several times.
const STEPS_OF_A_TAG: u64 = 50;

/// What one part holds.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) attributes: usize,
    pub(super) steps: u64,
}

impl Tally {
    /// Counts `xml`; stops where it costs more than `most` steps.
    pub(super) fn of(xml: &[u8], most: u64) -> Self {
        let mut tally = Self::default();
        // For each open element, how many namespaces are known in it.
        let mut known: Vec<u64> = vec![];
        let mut rest = xml;
        while let Some(at) = rest.iter().position(|byte| *byte == b'<').filter(|_| tally.steps <= most) {
            rest = &rest[at..];
            if let Some((_, end)) = PASSED_OVER.iter().find(|(start, _)| rest.starts_with(start)) {
                let end = rest.windows(end.len()).position(|window| window == *end).unwrap_or(rest.len());
                rest = &rest[end..];
                continue;
            }
            let tag = Tag::of(rest);
            rest = &rest[tag.length..];
            if tag.closes {
                known.pop();
                continue;
            }
            let above = known.last().copied().unwrap_or(0);
            tally.attributes += tag.attributes as usize;
            tally.steps += STEPS_OF_A_TAG + tag.steps(above);
            if !tag.is_empty {
                known.push(above + tag.namespaces);
            }
        }
        tally
    }
}

const PASSED_OVER: [(&[u8], &[u8]); 3] = [(b"<!--", b"-->"), (b"<![CDATA[", b"]]>"), (b"<?", b"?>")];

/// A tag as far as it is counted.
#[derive(Default)]
struct Tag {
    length: usize,
    attributes: u64,
    namespaces: u64,
    /// `</w:p>`
    closes: bool,
    /// `<w:p/>`
    is_empty: bool,
}

impl Tag {
    /// The tag that `xml` begins with.
    fn of(xml: &[u8]) -> Self {
        let mut tag = Self { closes: xml.get(1) == Some(&b'/'), length: xml.len(), ..Self::default() };
        let (mut quote, mut name) = (None, 1);
        for (at, byte) in xml.iter().enumerate().skip(1) {
            match (quote, byte) {
                (Some(open), byte) if open == byte => (quote, name) = (None, at + 1),
                (None, b'"' | b'\'') => quote = Some(byte),
                (None, b'>') => {
                    (tag.length, tag.is_empty) = (at + 1, xml[at - 1] == b'/');
                    break;
                }
                (None, b'=') if xml[name..].starts_with(b"xmlns") => tag.namespaces += 1,
                (None, b'=') => tag.attributes += 1,
                (None, byte) if byte.is_ascii_whitespace() => name = at + 1,
                _ => {}
            }
        }
        tag
    }

    /// What it costs where so many namespaces are known.
    fn steps(&self, above: u64) -> u64 {
        let Self { attributes, namespaces, .. } = *self;
        let known = above + namespaces;
        let copied = if namespaces == 0 { 0 } else { known * known / 2 };
        attributes * attributes / 2 + (attributes + 1) * known + copied
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(xml: &str) -> u64 {
        Tally::of(xml.as_bytes(), u64::MAX).steps
    }

    #[test]
    fn attributes_of_one_tag_are_compared_with_each_other() {
        let tag = |count: u64| format!("<p {}/>", (0..count).map(|n| format!("a{n} = '>' ")).collect::<Vec<_>>().concat());
        assert_eq!(Tally::of(tag(7).as_bytes(), u64::MAX).attributes, 7);
        assert_eq!(steps(&tag(1000)) - steps(&tag(0)), 500_000);
    }

    #[test]
    fn names_are_looked_for_among_the_namespaces_that_are_known_where_they_stand() {
        let declared = |count: u64| (0..count).map(|n| format!(" xmlns:a{n}=\"u{n}\"")).collect::<Vec<_>>().concat();
        let within = |inner: &str| format!("<p{}>{inner}</p>", declared(100));
        assert_eq!(steps(&within("<a:r/>")) - steps(&within("")), STEPS_OF_A_TAG + 100);
        // Behind it they are unknown again.
        assert_eq!(steps(&format!("<r>{}<r/></r>", within(""))) - steps(&format!("<r>{}</r>", within(""))), STEPS_OF_A_TAG);
        // One more copies all.
        assert_eq!(steps(&within("<r xmlns:b=''/>")) - steps(&within("")), STEPS_OF_A_TAG + 101 + 101 * 101 / 2);
    }

    #[test]
    fn what_is_no_tag_is_passed_over_and_counting_stops_at_the_limit() {
        assert_eq!(steps("<!-- <a b=''> --><?xml a=''?>a = b<![CDATA[<a b=''>]]>"), 0);
        assert!(Tally::of("<p/>".repeat(1000).as_bytes(), 1000).steps < 1100);
    }
}
