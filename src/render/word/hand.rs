//! How runs are written in one part.

use super::xml::{Names, as_it_is, escaped};

/// How runs are written in one part.
#[derive(Clone, Copy)]
pub(super) struct Hand<'a> {
    pub(super) source: &'a str,
    pub(super) names: &'a Names,
}

impl Hand<'_> {
    /// A run of text in the style of `properties`, a whole `w:rPr` or nothing.
    pub(super) fn run(self, properties: &str, text: &str) -> String {
        self.text("t", properties, &escaped(text))
    }

    /// A run of text that changes are looked for in, character by character.
    pub(super) fn base(self, text: &str) -> String {
        self.text("t", "", &as_it_is(text))
    }

    /// A run of deleted text.
    pub(super) fn deleted(self, properties: &str, text: &str) -> String {
        self.text("delText", properties, &escaped(text))
    }

    fn text(self, element: &str, properties: &str, text: &str) -> String {
        let text = self.names.element(element, " xml:space=\"preserve\"", text);
        self.names.element("r", "", &(properties.to_owned() + &text))
    }

    /// A tab.
    pub(super) fn tab(self, properties: &str) -> String {
        self.names.element("r", "", &(properties.to_owned() + &self.names.empty("tab", "")))
    }

    /// What stands between a label and its text.
    pub(super) fn gap(self, gap: Gap, properties: &str) -> String {
        match gap {
            Gap::Tab => self.tab(properties),
            Gap::Space => self.run(properties, " "),
        }
    }
}

/// What stands between a label and its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    Tab,
    Space,
}
