//! Names of files that come from strangers, and go into addresses, headers and folders.

use std::fmt::Write;

/// Characters of a name that is made of names.
const LONGEST: usize = 60;

/// What `name` is called without folders and ending, and without what no file may have in its name.
pub(super) fn stem(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| if stem.is_empty() { file } else { stem });
    let plain =
        |c: char| if c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '(' | ')' | '’' | '\'') { c } else { '_' };
    let stem: String = stem.chars().map(plain).take(LONGEST).collect();
    // Windows takes no dot or space at an end, and a dot at the beginning hides a file.
    let stem = stem.trim_matches([' ', '.']);
    if stem.is_empty() { "text".to_owned() } else { stem.to_owned() }
}

/// The header that has a browser save what it gets as `name` (RFC 6266): for old programs in ASCII, for others in full.
pub(super) fn saved_as(name: &str) -> String {
    let ascii = |c: char| if c.is_ascii_graphic() && !matches!(c, '"' | '\\' | '%') || c == ' ' { c } else { '_' };
    format!("attachment; filename=\"{}\"; filename*=UTF-8''{}", name.chars().map(ascii).collect::<String>(), escaped(name))
}

/// `name` as a part of an address, and as RFC 5987 writes values.
pub(super) fn escaped(name: &str) -> String {
    let mut escaped = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') {
            escaped.push(char::from(byte));
        } else {
            let _ = write!(escaped, "%{byte:02X}");
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_nowhere_else() {
        let named = [
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\a\\draft.docx", "draft"),
            ("a\"b.docx", "a_b"),
            ("a\r\nSet-Cookie: x.pdf", "a__Set-Cookie_ x"),
            ("Résolution 20.pdf", "Résolution 20"),
            (".hidden", "hidden"),
            ("..", "text"),
            ("", "text"),
            ("/", "text"),
            ("a.b.txt", "a.b"),
            ("ends. .txt", "ends"),
        ];
        for (name, wanted) in named {
            assert_eq!(stem(name), wanted, "{name:?}");
        }
        assert_eq!(stem(&"x".repeat(500)).len(), LONGEST);
    }

    #[test]
    fn a_name_cannot_leave_its_header() {
        assert_eq!(saved_as("a\"b.docx"), "attachment; filename=\"a_b.docx\"; filename*=UTF-8''a%22b.docx");
        assert_eq!(
            saved_as("Rés 2\r\nX: y"),
            "attachment; filename=\"R_s 2__X: y\"; filename*=UTF-8''R%C3%A9s%202%0D%0AX%3A%20y"
        );
        assert!(oxhttp::model::HeaderValue::try_from(saved_as("a\r\n\0\u{202e}é.docx")).is_ok());
    }
}
