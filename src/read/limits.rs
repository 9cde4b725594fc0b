//! How much of a file is read before it is refused: a small file can unfold into a large one.

/// Limits on what a packed or nested file may unfold into. Each is on work, not on time, so that the same file always ends the same way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Bytes that all parts of a file may unpack to: 256 MiB, some 50,000 pages of text.
    pub unpacked: u64,
    /// How many times larger than its packed form one part may be, from 1 MiB on: 1,000; text packs about 10 to 1.
    pub ratio: u64,
    /// How deep elements may nest: 512; real files stay below 50.
    pub depth: usize,
    /// Elements, attributes and pieces of text in one part of a Word file: 10,000,000, some 5,000 pages.
    pub nodes: usize,
    /// Pages of a PDF: 5,000.
    pub pages: usize,
    /// Objects of a PDF: 1,000,000.
    pub objects: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { unpacked: 256 << 20, ratio: 1_000, depth: 512, nodes: 10_000_000, pages: 5_000, objects: 1_000_000 }
    }
}
