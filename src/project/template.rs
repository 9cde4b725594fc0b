//! Paths of outputs with names to fill in.
//!
//! ```text
//! golden/{series}/{old}-{new}.html      golden/Cooperation/ASP-19-ASP-20.html
//! ```
//!
//! What is filled in becomes part of one file's name: slashes, colons, white space and what cannot be seen in it become hyphens, so
//! "ASP/20" is "ASP-20", no label can lead out of its folder, and none can look like another.

use super::fault::instead;
use crate::render::is_hidden;

/// Fills `template`. The error says what is wrong with it.
pub(super) fn expand(template: &str, values: &[(&str, &str)]) -> Result<String, String> {
    let mut path = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            return Err(format!("path: a {{ is not closed in {template}"));
        };
        let Some((_, value)) = values.iter().find(|(known, _)| *known == name) else {
            let known: Vec<&str> = values.iter().map(|(known, _)| *known).collect();
            return Err(format!("path: unknown name {{{name}}}: {}", instead(name, &known)));
        };
        path.push_str(before);
        path.push_str(&as_file_name(value));
        rest = after;
    }
    path.push_str(rest);
    Ok(path)
}

/// `text` as part of a file's name, on every system.
pub(super) fn as_file_name(text: &str) -> String {
    let safe =
        |c: char| !c.is_whitespace() && !is_unseen(c) && !matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    let mut name = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            c if safe(c) && !(c == '.' && name.is_empty()) => name.push(c),
            _ if name.ends_with('-') => {}
            _ => name.push('-'),
        }
    }
    name
}

/// Whether `character` has no place in a file's name since nobody sees it: those that [`is_hidden`] knows, and those that words of some
/// scripts need and names of files do not (joiners, variants, fillers).
pub(super) fn is_unseen(character: char) -> bool {
    let is_filler = matches!(character,
        '\u{034F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{200C}' | '\u{200D}' | '\u{2800}'
        | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FFA0}' | '\u{E0100}'..='\u{E01EF}');
    is_filler || is_hidden(character)
}

/// `path` without "." and "a/..", with `/` between folders; leading ".." stay.
pub(super) fn normal(path: &str) -> String {
    let mut parts: Vec<&str> = vec![];
    for part in path.split(['/', std::path::MAIN_SEPARATOR]) {
        match part {
            "" if parts.is_empty() && path.starts_with('/') => parts.push(""),
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| !matches!(*last, ".." | "")) => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// The folder of a [`normal`] path; "" is the folder that it is relative to.
pub(super) fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_filled_in() {
        let values = [("old", "ASP/19"), ("new", "ASP/20")];
        assert_eq!(expand("golden/{old}-{new}.html", &values).as_deref(), Ok("golden/ASP-19-ASP-20.html"));
        assert_eq!(expand("golden/{nwe}.html", &values), Err("path: unknown name {nwe}: did you mean new?".to_owned()));
        assert!(expand("golden/{new.html", &values).is_err());
    }

    #[test]
    fn no_label_leads_out_of_its_folder() {
        assert_eq!(as_file_name("../../etc: a  b"), "-.-..-etc-a-b");
        assert_eq!(as_file_name(".."), "-.");
    }

    #[test]
    fn what_cannot_be_seen_is_in_no_name() {
        assert_eq!(as_file_name("ASP\u{202E}/\u{200B}20\u{200D}\u{7}\u{FE0F}"), "ASP-20-");
        assert_eq!(as_file_name("Résolution no 5 é e\u{301}"), "Résolution-no-5-é-e\u{301}");
    }

    #[test]
    fn paths_are_made_plain() {
        assert_eq!(normal("fixtures/a/../../golden//b/./c"), "golden/b/c");
        assert_eq!(normal("../../x"), "../../x");
        assert_eq!(normal("/a/../b"), "/b");
        assert_eq!(folder("a/b"), "a");
        assert_eq!(folder("b"), "");
    }
}
