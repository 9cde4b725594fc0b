//! How much of a file is read before it is refused: a small file can unfold into a large one.

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Limits on what a packed or nested file may unfold into. Each is on work, not on time, so that the same file always ends the same way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Limits {
    /// Bytes that all parts of a file may unpack to: 256 MiB, some 50,000 pages of text.
    pub unpacked: u64,
    /// How many times larger than its packed form one part may be, from 1 MiB on: 1,000; text packs about 10 to 1.
    pub ratio: u64,
    /// How deep elements may nest: 512; real files stay below 50. More than 10,000 are not read whatever it says.
    pub depth: usize,
    /// Pages of a PDF: 5,000.
    pub pages: usize,
    /// Objects of a PDF, elements of a web page, pieces of one part of a Word file, lines of a plain text: 1,000,000.
    pub objects: usize,
    /// Bytes of text that a Word file or a PDF may hold: 16 MiB, three thousand pages.
    pub text: u64,
    /// Steps of work that reading one file may take beyond the length of its text, such as comparing the attributes of a tag with each
    /// other or unfolding the tables of a font: 500,000,000, about a second.
    pub work: u64,
}

impl Limits {
    /// How deep elements may nest, whatever was asked for: trees are walked by calls, and a thread's stack holds some 20,000 of them.
    pub(crate) fn deepest(&self) -> usize {
        self.depth.min(10_000)
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            unpacked: 256 << 20,
            ratio: 1_000,
            depth: 512,
            pages: 5_000,
            objects: 1_000_000,
            text: 16 << 20,
            work: 500_000_000,
        }
    }
}
