//! What a person reads in an output, paragraph by paragraph, whatever its form.
//!
//! ```text
//! <div class="par edited" id="OP12">…Urges <del>fifteen</del><ins>twelve</ins> States     OP12   Urges [-fifteen-]{+twelve+} States
//! OP12   Urges [-fifteen-]{+twelve+} States                                               OP12   Urges [-fifteen-]{+twelve+} States
//! {"id": "OP12", "text": "Urges twelve States", …}                                        OP12   Urges twelve States · kind …
//! ```
//!
//! Goldens are read back with these, so that a difference can be told by its paragraph. Nothing depends on them but messages: whether
//! two outputs are the same is a matter of bytes.

mod csv;
mod html;
mod json;
mod terminal;
mod word;

use super::make::Names;
use super::plan::Format;

/// One paragraph of an output, or what stands around the paragraphs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Passage {
    /// "OP12", "par. 12", "head of the page".
    pub(super) name: String,
    /// In words, with single spaces.
    pub(super) text: String,
    /// Of a row of a table: its cells, without the one that names it.
    pub(super) cells: Vec<String>,
}

impl Passage {
    fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), text: String::new(), cells: vec![] }
    }

    /// Whether it is about a paragraph that stands elsewhere: a row of a table, an item of a list.
    pub(super) fn is_row(&self) -> bool {
        !self.cells.is_empty() || self.name.contains(", in ")
    }

    /// A row of a table.
    #[cfg(test)]
    pub(super) fn row(name: impl Into<String>, cells: Vec<String>) -> Self {
        let mut row = Self { cells, ..Self::new(name) };
        let text = row.cells.join(" ");
        row.add(&text);
        row
    }

    /// Adds `text`, runs of spaces and line feeds as one space; other white space is part of what was agreed.
    fn add(&mut self, text: &str) {
        for character in text.chars() {
            let is_space = matches!(character, ' ' | '\n' | '\t' | '\r');
            if !is_space {
                self.text.push(character);
            } else if !self.text.is_empty() && !self.text.ends_with(' ') {
                self.text.push(' ');
            }
        }
    }
}

pub(super) use word::differing_parts;

/// A paragraph of a rolling text, called by what it begins with.
fn rolling(paragraph: &str) -> Passage {
    let mut passage =
        Passage::new(paragraph.split([',', '/', ':']).next().unwrap_or_default().chars().take(24).collect::<String>());
    passage.add(paragraph);
    passage
}

/// The passages of an output, none of them empty.
pub(super) fn passages(bytes: &[u8], format: Format, names: &Names) -> Vec<Passage> {
    let text = String::from_utf8_lossy(bytes);
    let mut passages = match format {
        Format::Html => html::passages(&text),
        Format::Json => json::passages(&text),
        Format::Csv => csv::passages(&text),
        // A difference is told by its line.
        Format::Markdown => vec![],
        Format::Rolling => text.split("\n\n").map(rolling).collect(),
        Format::Outline | Format::Terminal => terminal::passages(&text, names),
        Format::Docx => word::passages(bytes),
    };
    for passage in &mut passages {
        passage.text.truncate(passage.text.trim_end_matches(' ').len());
    }
    passages.retain(|passage| !passage.text.is_empty());
    passages
}
