//! The form under which two tokens are the same but for typography.
//!
//! ```text
//! l’ = l'     « = "     œuvre = oeuvre     inter-organes = interorganes     ICC-ASP-18/Rés.3 = ICC-ASP/18/Res.3     soixante-six = 66     vingtième = 20e
//! Parties ≠ parties     [ ≠ (     et/ou ≠ et ou     12 % ≠ 12     Ρarties (Greek Rho) ≠ Parties
//! ```
//!
//! Words are matched by this form, so a typographic difference never breaks a kept phrase; what differs under an equal form is an
//! editorial edit of its own. The form is therefore narrower than [`fold`](crate::text::fold): it keeps case, every letter, every
//! sign, and the invisible and look-alike characters that a reader must be warned of. Only the soft hyphen falls away.
//! Computed once for each spelling that occurs.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc_quick};

use crate::language::{Language, is_number_word, ordinal_figure, ordinal_word};
use crate::text::{Token, TokenKind, alike};

/// The comparison form of `token`; borrowed where the token is its own form.
pub(super) fn key(token: Token<'_>, language: Language) -> Cow<'_, str> {
    if token.kind == TokenKind::Word {
        if let Some(value) = is_number_word(token.text, language) {
            return Cow::Owned(value.to_string());
        }
        if let Some(ordinal) = ordinal_word(token.text, language) {
            return Cow::Owned(ordinal.key());
        }
        if is_plain(token.text.as_bytes()) {
            return Cow::Borrowed(token.text);
        }
    }
    if token.kind == TokenKind::Number
        && let Some(ordinal) = ordinal_figure(token.text, language)
    {
        return Cow::Owned(ordinal.key());
    }
    let form = plain(token.text);
    match token.kind {
        TokenKind::Date => Cow::Owned(form.split_whitespace().collect()),
        TokenKind::Number => Cow::Owned(number(&form)),
        TokenKind::Symbol => Cow::Owned(symbol(&form)),
        TokenKind::Word => Cow::Owned(word(&form)),
        TokenKind::Mark if matches!(&*form, "'" | "\"") => Cow::Borrowed("\""),
        TokenKind::Space | TokenKind::Mark => Cow::Owned(form),
    }
}

/// The form of a sign right behind a figure, where it says minutes or seconds, feet or inches, and is no quotation mark: "12°30′".
pub(super) fn prime(sign: &str) -> Option<&'static str> {
    match sign {
        "'" | "′" | "’" => Some("′"),
        "\"" | "″" | "”" => Some("″"),
        _ => None,
    }
}

/// Whether a word has only letters of ASCII and the accented ones of Latin-1, none of which is written in two ways here.
fn is_plain(word: &[u8]) -> bool {
    let mut at = 0;
    loop {
        at += match word.get(at..) {
            Some([b, ..]) if b.is_ascii_alphabetic() => 1,
            Some([0xC3, b, ..]) if !matches!(b, 0x86 | 0x97 | 0xA6 | 0xB7) => 2,
            rest => return rest.is_none_or(<[u8]>::is_empty),
        };
    }
}

/// NFC, one apostrophe, one quotation mark, one dash, ligatures written out, no soft hyphens.
pub(super) fn plain(text: &str) -> String {
    let mut form = String::with_capacity(text.len());
    let mut push = |c: char| match c {
        '\u{2018}'..='\u{201B}' | '\u{2032}' | '\u{02BC}' | '\u{2039}' | '\u{203A}' => form.push('\''),
        '\u{201C}'..='\u{201F}' | '\u{2033}' | '«' | '»' => form.push('"'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => form.push('-'),
        '\u{AD}' => {}
        'œ' => form.push_str("oe"),
        'Œ' => form.push_str("Oe"),
        'æ' => form.push_str("ae"),
        'Æ' => form.push_str("Ae"),
        'ﬀ' => form.push_str("ff"),
        'ﬁ' => form.push_str("fi"),
        'ﬂ' => form.push_str("fl"),
        'ﬃ' => form.push_str("ffi"),
        'ﬄ' => form.push_str("ffl"),
        '…' => form.push_str("..."),
        ..'\u{400}' => form.push(c),
        c => form.extend(alike(c)),
    };
    if is_nfc_quick(text.chars()) == unicode_normalization::IsNormalized::Yes {
        text.chars().for_each(&mut push);
    } else {
        text.nfc().for_each(&mut push);
    }
    form
}

/// Without the spaces inside it: the thin spaces of "1 200 000 €".
fn number(form: &str) -> String {
    let mut number: String = form.chars().filter(|c| !c.is_whitespace()).collect();
    if let Some(rest) = number.strip_prefix(['n', 'N']).and_then(|n| n.strip_prefix(['°', 'º'])) {
        number = format!("n°{rest}");
    }
    number
}

/// One spelling of "Res.", and one tie between the parts.
fn symbol(form: &str) -> String {
    let spaceless: String = form.split_whitespace().collect();
    spaceless.replace("Rés", "Res").replace("RÉS", "RES").replace('-', "/")
}

/// Without the hyphens between two letters, which one year prints and the next leaves out.
fn word(form: &str) -> String {
    match form {
        "Rés." => return "Res.".to_owned(),
        "Déc." => return "Dec.".to_owned(),
        _ => {}
    }
    let mut word = String::with_capacity(form.len());
    let mut chars = form.chars().peekable();
    while let Some(c) = chars.next() {
        let is_tie = c == '-' && word.ends_with(char::is_alphabetic) && chars.peek().is_some_and(|n| n.is_alphabetic());
        if !is_tie {
            word.push(c);
        }
    }
    word
}
