//! Writes HTML so that nothing of the input can become markup.
//!
//! Markup is `&'static str`: it stands in the source code of rature. Everything else goes through [`Markup::text`] or
//! [`Markup::attribute`], which make hidden characters visible and escape what HTML reads.

use html_escape::{encode_double_quoted_attribute_to_string, encode_text_to_string};

use crate::language::Language;
use crate::render::visible::visible;

/// A page as it grows.
#[derive(Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Markup {
    html: String,
}

impl Markup {
    /// Markup of our own.
    pub(super) fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.html.push_str(markup);
        self
    }

    /// The head of a page that rature made, up to its title.
    pub(super) fn head(&mut self, language: Language, policy: &str) -> &mut Self {
        let direction = if language.is_leftward() { " dir=\"rtl\"" } else { "" };
        self.raw("<!DOCTYPE html>\n<html")
            .attribute("lang", language.code())
            .raw(direction)
            .raw(">\n<head>\n<meta charset=\"utf-8\">\n");
        self.raw("<meta http-equiv=\"Content-Security-Policy\"").attribute("content", policy).raw(">\n");
        self.raw("<meta name=\"generator\" content=\"rature\">\n");
        self.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        self.raw("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
    }

    /// Text from anywhere.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        encode_text_to_string(visible(text), &mut self.html);
        self
    }

    /// Text whose direction is its own on a page that is read from right to left: names, symbols, figures.
    pub(super) fn apart(&mut self, text: &str, page: Language) -> &mut Self {
        if page.is_leftward() { self.raw("<bdi>").text(text).raw("</bdi>") } else { self.text(text) }
    }

    /// ` name="value"`, within a tag that is still open.
    pub(super) fn attribute(&mut self, name: &'static str, value: &str) -> &mut Self {
        self.raw(" ").raw(name).raw("=\"");
        encode_double_quoted_attribute_to_string(visible(value), &mut self.html);
        self.raw("\"")
    }

    /// The language of what a tag holds, and its direction: that of a language that is read from right to left, or that of the first
    /// letter, within a tag that is still open.
    pub(super) fn tongue(&mut self, language: Language) -> &mut Self {
        let direction = if language.is_leftward() { " dir=\"rtl\"" } else { " dir=\"auto\"" };
        self.attribute("lang", language.code()).raw(direction)
    }

    /// The language of a sentence of the interface and its own direction, within a tag that is still open.
    pub(super) fn spoken(&mut self, language: Language) -> &mut Self {
        let direction = if language.is_leftward() { " dir=\"rtl\"" } else { " dir=\"ltr\"" };
        self.attribute("lang", language.code()).raw(direction)
    }

    /// ` id="anchor"`, within a tag that is still open, if there is an anchor.
    pub(super) fn id(&mut self, anchor: &str) -> &mut Self {
        if anchor.is_empty() { self } else { self.attribute("id", anchor) }
    }

    /// Markup made before.
    pub(super) fn add(&mut self, other: &Self) -> &mut Self {
        self.html.push_str(&other.html);
        self
    }

    /// `<a href="#anchor">text</a>`; the text alone where there is no anchor.
    pub(super) fn link(&mut self, anchor: &str, text: &str) -> &mut Self {
        if anchor.is_empty() {
            return self.text(text);
        }
        self.raw("<a").attribute("href", &format!("#{anchor}")).raw(">").text(text).raw("</a>")
    }

    /// The style of the page; what it holds of the input is escaped for CSS already, and cannot hold `<`.
    pub(super) fn style(&mut self, style: &str) -> &mut Self {
        self.raw("<style>");
        self.html.push_str(style);
        self.raw("</style>\n")
    }

    /// The script of the page, which holds nothing of the input.
    pub(super) fn script(&mut self, script: &'static str) -> &mut Self {
        self.raw("<script>").raw(script).raw("</script>\n")
    }

    /// The page.
    pub(super) fn finish(self) -> String {
        self.html
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_open_a_tag_nor_leave_an_attribute() {
        let mut page = Markup::default();
        page.raw("<p").attribute("id", "\"><script>").raw(">").text("</p><script>\u{1b}&amp;").raw("</p>");
        assert_eq!(page.finish(), "<p id=\"&quot;&gt;&lt;script&gt;\">&lt;/p&gt;&lt;script&gt;␛&amp;amp;</p>");
    }
}
