//! The style of the page, and the policy that lets this style and the page's script in and nothing else.
//!
//! ```text
//! page.css                      how everything looks
//! words for screen readers      ins::before { content: "insertion: " }       in the language of the interface
//! running head                  @page { @top-left { content: "ASP/19 → ASP/20" } }
//! ```
//!
//! The policy names both by their SHA-256, so that no other style, no other script, no image and no connection is allowed even if some
//! text of the input became markup. Inline `style` attributes are blocked by it too: the page has none.

use std::fmt::Write;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use crate::language::Language;
use crate::render::visible::visible;
use crate::report::phrases::Phrases;
use crate::report::{Party, Table};

const PAGE: &str = concat!(include_str!("palette.css"), include_str!("page.css"));
const CONCORD: &str = concat!(include_str!("palette.css"), include_str!("table.css"), include_str!("concord.css"));
const TABLE: &str = concat!(include_str!("palette.css"), include_str!("table.css"));

/// Insertions are underlined and deletions struck, before all else: LibreOffice makes a style of the first rule for an element that it
/// knows how to read, and of a later one with colours that it does not know it makes an empty style, in which the mark is lost.
const MARKS: &str = "ins { text-decoration: underline; } del { text-decoration: line-through; }\n";

/// The whole style of a page that is called `title`, with the words that its changes are said in.
pub(super) fn style(title: &str, phrases: &Phrases) -> String {
    whole(PAGE, phrases, title)
}

/// The whole style of a comparison table.
pub(super) fn table_style(table: &Table) -> String {
    let columns: Vec<&str> = table.columns.iter().map(Party::short).collect();
    whole(TABLE, table.phrases, &table.phrases.said_of(table.phrases.table.comparison, &columns.join(", ")))
}

/// The whole style of language versions side by side.
pub(super) fn concord_style(title: &str, language: Language) -> String {
    whole(CONCORD, Phrases::of(language), title)
}

/// `sheet`, with the words said aloud and the running `head`.
fn whole(sheet: &str, phrases: &Phrases, head: &str) -> String {
    let words = &phrases.page;
    let end = string(&format!(" ({}) ", words.end));
    let spoken = [("ins", words.insertion), ("del", words.deletion)].map(|(tag, word)| {
        let begin = string(&format!(" {word}: "));
        format!("{tag}::before{{content:{begin}}}{tag}::after{{content:{end}}}\n")
    });
    let [first, last] = if phrases.language.is_leftward() { ["right", "left"] } else { ["left", "right"] };
    let page = format!(
        "@page{{@top-{first}{{content:{}}}@bottom-{last}{{content:counter(page) {} counter(pages)}}}}\n",
        string(head),
        string(words.of)
    );
    // What is said aloud only must not be printed.
    let silent = "@media print{ins::before,ins::after,del::before,del::after{content:none}}\n";
    format!("{MARKS}{sheet}{}{}{silent}{page}", letters(phrases.language), spoken.concat())
}

/// What a page in `language` needs beside its sheet: where letters join or are not slanted, and where lines begin at the right.
pub(super) fn letters(language: Language) -> &'static str {
    match language {
        Language::Ar | Language::Zh => include_str!("letters.css"),
        _ => "",
    }
}

/// A page that rature made, to be printed on US Letter instead of A4. Any other page stays as it is.
pub fn on_letter_paper(page: &str) -> String {
    let styled = |page: &str| Some(page.split_once("<style>")?.1.split_once("</style>")?.0.to_owned());
    let Some(style) = styled(page) else { return page.to_owned() };
    let letter = style.replace("@page { size: A4", "@page { size: letter");
    // The policy names the style by what it says.
    page.replacen(&sha256(&style), &sha256(&letter), 1).replacen(&style, &letter, 1)
}

fn sha256(text: &str) -> String {
    BASE64_STANDARD.encode(Sha256::digest(text))
}

/// The content security policy for a page with `style` and `script`.
pub(super) fn policy(style: &str, script: &str) -> String {
    let (style, script) = (sha256(style), sha256(script));
    format!("default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; base-uri 'none'; form-action 'none'")
}

/// `text` as a CSS string. Everything but letters, digits and spaces is written by its number, so that no text can end the string, the
/// rule, or the element that holds the style.
pub(super) fn string(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in visible(text).chars() {
        if character.is_alphanumeric() || character == ' ' {
            quoted.push(character);
        } else {
            let _ = write!(quoted, "\\{:x} ", u32::from(character));
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_lets_the_style_of_letter_paper_in() {
        for sheet in [PAGE, TABLE, CONCORD] {
            let page = |style: &str| format!("<meta content=\"{}\"><style>{style}</style>", policy(style, ""));
            let letter = sheet.replace("size: A4", "size: letter");
            assert_ne!(letter, sheet);
            assert_eq!(on_letter_paper(&page(sheet)), page(&letter));
        }
    }

    #[test]
    fn no_text_can_end_a_css_string() {
        assert_eq!(string("Rés.2 \"}</style>"), r#""Rés\2e 2 \22 \7d \3c \2f style\3e ""#);
    }

    #[test]
    fn the_policy_names_style_and_script_by_their_hash() {
        assert_eq!(
            policy("", "abc"),
            "default-src 'none'; style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; \
             script-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='; base-uri 'none'; form-action 'none'"
        );
    }
}
