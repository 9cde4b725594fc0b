//! The encoding that a page names itself.
//!
//! ```text
//! <?xml version="1.0" encoding="iso-8859-1"?>
//! <meta charset="utf-8">
//! <meta http-equiv="Content-Type" content="text/html; charset=windows-1252">
//! ```

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// The encoding named at the head of `page`. One that names UTF-16 in bytes that can be read is UTF-8, as browsers have it.
pub(in crate::read) fn declared(page: &[u8]) -> Option<&'static Encoding> {
    const LOOKED_AT: usize = 8_192;
    let head = page[..page.len().min(LOOKED_AT)].to_ascii_lowercase();
    let encoding = ["charset", "encoding"].iter().find_map(|word| named(&head, word.as_bytes()))?;
    Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding })
}

/// The first label after `word` and `=` within a tag that declares.
fn named(head: &[u8], word: &[u8]) -> Option<&'static Encoding> {
    let places = head.windows(word.len()).enumerate().filter(|(_, window)| *window == word).map(|(at, _)| at);
    places.filter(|at| declares(&head[..*at])).find_map(|at| {
        let rest = head[at + word.len()..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
        let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
        let end =
            rest.iter().position(|b| !b.is_ascii_alphanumeric() && !matches!(b, b'-' | b'_' | b':' | b'.')).unwrap_or(rest.len());
        Encoding::for_label(&rest[..end])
    })
}

/// Whether what stands before is an open `<meta` or `<?xml`.
fn declares(before: &[u8]) -> bool {
    let open = before.iter().rposition(|b| *b == b'<').map_or(&[][..], |at| &before[at..]);
    !open.contains(&b'>') && (open.starts_with(b"<meta") || open.starts_with(b"<?xml"))
}
