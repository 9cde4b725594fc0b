//! From bytes to characters: byte order marks, UTF-8, UTF-16, and the Western code pages.
//!
//! Order of evidence: a byte order mark, valid UTF-8, the zero bytes of unmarked UTF-16, what the text itself declares, then the
//! guess of `chardetng`. Text in another encoding is hardly ever valid UTF-8, so that what is declared does not overrule it.
//! What is no text is refused here.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::{Error, ErrorKind};

/// The text in `bytes`, with `\n` line ends and without a byte order mark.
///
/// # Errors
/// `Empty` when there is nothing but white space, `NotText` for binary files and encodings that cannot be told.
pub(super) fn decode(name: &str, bytes: &[u8]) -> Result<String, Error> {
    decode_declared(name, bytes, None)
}

/// The same of a text that says its encoding.
///
/// # Errors
/// As [`decode`].
pub(super) fn decode_declared(name: &str, bytes: &[u8], declared: Option<&'static Encoding>) -> Result<String, Error> {
    let Chosen { encoding, bom, .. } = chosen(bytes, declared);
    let (text, malformed) = encoding.decode_without_bom_handling(&bytes[bom..]);
    if malformed {
        let what = format!("the text is not valid {}: save it as UTF-8 and try again", encoding.name());
        return Err(Error::new(ErrorKind::NotText, name, what));
    }
    if control_characters(&text) {
        let what =
            "this is a binary file of a kind that rature does not read: give a PDF, a .docx or .odt, a web page or a plain text";
        return Err(Error::new(ErrorKind::NotText, name, what).coded("binary"));
    }
    if text.trim().is_empty() {
        return Err(Error::new(ErrorKind::Empty, name, "the file is empty: nothing to read").coded("empty"));
    }
    Ok(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.into_owned() })
}

/// An encoding, and how it is known.
pub(super) struct Chosen {
    pub(super) encoding: &'static Encoding,
    /// Bytes of the mark before the text.
    bom: usize,
    /// A code and its words.
    pub(super) because: (&'static str, &'static str),
}

/// The encoding of `bytes`, a text that may say its own.
pub(super) fn chosen(bytes: &[u8], declared: Option<&'static Encoding>) -> Chosen {
    let told = || declared.filter(|encoding| encoding.decode_without_bom_handling_and_without_replacement(bytes).is_some());
    let (encoding, bom, because) = if let Some((encoding, bom)) = Encoding::for_bom(bytes) {
        (encoding, bom, ("encoding-marked", "by its byte order mark"))
    } else if let Some(encoding) = certain(bytes) {
        (encoding, 0, ("encoding-valid", "its bytes are valid as nothing else is"))
    } else if let Some(encoding) = told() {
        (encoding, 0, ("encoding-declared", "as the page declares"))
    } else {
        (guess(bytes), 0, ("encoding-guessed", "guessed from its letters"))
    };
    Chosen { encoding, bom, because }
}

/// UTF-8 and UTF-16 by their bytes.
fn certain(bytes: &[u8]) -> Option<&'static Encoding> {
    let is_utf8 = std::str::from_utf8(bytes).is_ok() && !bytes.contains(&0);
    if is_utf8 { Some(UTF_8) } else { unmarked_utf16(bytes) }
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, chardetng::Utf8Detection::Deny)
}

/// Western text in UTF-16 has a zero in nearly every other byte.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4_096) & !1];
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|&&b| b == 0).count();
    let half = sample.len() / 2;
    if half == 0 {
        None
    } else if zeros(1) * 10 > half * 7 && zeros(0) * 10 < half {
        Some(UTF_16LE)
    } else if zeros(0) * 10 > half * 7 && zeros(1) * 10 < half {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// More than one control character in a hundred, or any zero: no text that a person wrote.
fn control_characters(text: &str) -> bool {
    // Most texts have none, by a look at many bytes at once: those of ASCII, and 0xC2, which U+0080 to U+009F begin with.
    let bytes = text.as_bytes();
    let low = |byte: u8| u8::from(byte < b' ') & u8::from(byte != b'\n') | u8::from(byte == 0x7F);
    let high = |pair: &[u8]| u8::from(pair[0] == 0xC2) & u8::from(pair[1] < 0xA0);
    let any_low = bytes.iter().fold(0, |any, &byte| any | low(byte));
    if any_low == 0 && bytes.windows(2).fold(0, |any, pair| any | high(pair)) == 0 {
        return false;
    }
    let is_control = |c: &char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\x0c' | '\x0b' | '\x1b' | '\u{85}');
    let found = text.chars().filter(is_control).count();
    found > 0 && (text.contains('\0') || found * 100 > text.chars().count())
}
