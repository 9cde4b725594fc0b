//! What kind of file it is, by its first bytes: names lie.

use crate::{Error, ErrorKind};

/// A kind of file that rature reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Plain,
    Word,
    OpenDocument,
    /// Akoma Ntoso.
    Akn,
    Html,
    Pdf,
}

/// How far before its header a PDF may have other bytes, as readers allow.
const PDF_HEADER_WITHIN: usize = 1024;

/// The kind of the file in `bytes`, called `name` in messages.
///
/// # Errors
/// `NotText` for kinds that must be saved as another first.
pub(super) fn format(name: &str, bytes: &[u8]) -> Result<Format, Error> {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    let unread = |code, what: &str| {
        let message = format!("is {what}, which rature does not read: open it in Word or LibreOffice and save it as .docx");
        Err(Error::new(ErrorKind::NotText, name, message).coded(code))
    };
    if starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return unread("old-word", "an old Word file (.doc) or an encrypted Word file");
    }
    if starts(b"{\\rtf") {
        return unread("rich-text", "a rich text file (.rtf)");
    }
    if starts(b"PK\x03\x04") {
        let head = &bytes[..bytes.len().min(200)];
        let is_open_document = contains(head, b"application/vnd.oasis.opendocument");
        return Ok(if is_open_document { Format::OpenDocument } else { Format::Word });
    }
    if contains(&bytes[..bytes.len().min(PDF_HEADER_WITHIN)], b"%PDF-") {
        return Ok(Format::Pdf);
    }
    if is_mail(bytes) {
        let what = "is a mail or a page as its program stores it (.eml, .mht), which rature does not read: open it there, and give its \
                    attachment, or its text saved as a plain text or a web page";
        return Err(Error::new(ErrorKind::NotText, name, what).coded("mail"));
    }
    match xml_root(bytes).as_deref() {
        Some("akomantoso") => Ok(Format::Akn),
        Some(root) if root != "html" => {
            let what = format!(
                "is XML (<{root}>), of which rature reads Akoma Ntoso alone: open it in the program that it came from and save it as \
                 .docx, .odt, a web page or a plain text"
            );
            Err(Error::new(ErrorKind::NotText, name, what))
        }
        _ => Ok(if is_html(bytes) { Format::Html } else { Format::Plain }),
    }
}

/// The name of the root, in lower case and without prefix, of what says that it is XML: by a declaration or a namespace. None for web
/// pages, whose doctype says what they are.
fn xml_root(bytes: &[u8]) -> Option<String> {
    const LOOKED_AT: usize = 4096;
    let head: Vec<u8> = bytes[..bytes.len().min(LOOKED_AT)].iter().filter(|b| **b != 0).map(u8::to_ascii_lowercase).collect();
    let head = String::from_utf8_lossy(&head).into_owned();
    let mut rest = head.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{fffd}'));
    let declared = rest.starts_with("<?xml");
    loop {
        let end = match rest {
            _ if rest.starts_with("<!doctype html") => return None,
            _ if rest.starts_with("<!--") => "-->",
            _ if rest.starts_with("<?") => "?>",
            // What a doctype declares itself stands in brackets.
            _ if rest.starts_with("<!") && rest.find('[') < rest.find('>') && rest.contains('[') => "]>",
            _ if rest.starts_with("<!") => ">",
            _ => break,
        };
        rest = rest.split_once(end)?.1.trim_start();
    }
    let tag = rest.strip_prefix('<')?.split('>').next()?;
    let name = tag.split(|c: char| c.is_whitespace() || c == '/').next()?;
    let local = name.rsplit(':').next().filter(|local| local.starts_with(|c: char| c.is_ascii_alphabetic()))?;
    (declared || tag.contains(" xmlns")).then(|| local.to_owned())
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Whether it opens with the head of a stored mail: lines "Name: value" up to a blank one, with what programs alone write among them. The
/// head that a person copied with a mail ("From:", "Date:", "Subject:") has none of that.
fn is_mail(bytes: &[u8]) -> bool {
    const LOOKED_AT: usize = 1 << 16;
    const BY_PROGRAMS: [&[u8]; 6] =
        [b"content-type", b"dkim-signature", b"message-id", b"mime-version", b"received", b"return-path"];
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let lines = bytes[..bytes.len().min(LOOKED_AT)].split(|b| *b == b'\n').map(<[u8]>::trim_ascii_end);
    let mut names = vec![];
    for (nth, line) in lines.take_while(|line| !line.is_empty()).enumerate() {
        let goes_on = nth > 0 && line[0].is_ascii_whitespace() || nth == 0 && line.starts_with(b"From ");
        let name = line.split(|b| *b == b':').next().filter(|name| name.len() < line.len());
        match name.filter(|name| name.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-')) {
            _ if goes_on => {}
            Some(name) => names.push(name.to_ascii_lowercase()),
            None => return false,
        }
    }
    names.iter().any(|name| name == b"from") && names.iter().any(|name| BY_PROGRAMS.contains(&name.as_slice()))
}

/// A page opens with a doctype, or an element that only pages have, after white space, comments and an XML declaration; a piece of a
/// page opens with one of the elements that hold text.
fn is_html(bytes: &[u8]) -> bool {
    const LOOKED_AT: usize = 2048;
    const PIECES: [&str; 24] = [
        "p", "div", "h1", "h2", "h3", "h4", "ol", "ul", "table", "article", "main", "section", "center", "font", "pre",
        "blockquote", "meta", "title", "link", "style", "base", "span", "b", "i",
    ];
    let head: Vec<u8> = bytes[..bytes.len().min(LOOKED_AT)].iter().filter(|b| **b != 0).map(u8::to_ascii_lowercase).collect();
    let first = head.iter().position(|b| *b == b'<').unwrap_or(head.len());
    let (before, rest) = head.split_at(first);
    let bare = before.iter().all(|b| b.is_ascii_whitespace() || matches!(b, 0xef | 0xbb | 0xbf | 0xfe | 0xff));
    let is_page = || [b"<!doctype html".as_slice(), b"<html", b"<head", b"<body"].iter().any(|tag| contains(rest, tag));
    let name = rest.get(1..).unwrap_or_default();
    let name = &name[..name.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(0)];
    bare && (is_page() || PIECES.iter().any(|piece| piece.as_bytes() == name))
}
