//! One stretch without white space, cut into what a reader sees as one.
//!
//! ```text
//! (ICC-ASP/20/Res.2), → (·ICC-ASP/20/Res.2·)·,      qu’aujourd’hui → qu’·aujourd’hui
//! et/ou               → et·/·ou                      U.S.           → U.S.
//! ```
//!
//! Word bounds are those of UAX #29 (crate unicode-segmentation). They are too fine for symbols, compounds and abbreviations, and
//! too coarse for elisions and for a full stop without its space, so they are first cut further into *atoms*, then joined.
//! A chunk of plain Latin letters, which most are, is its own word and takes none of these steps.

use unicode_segmentation::UnicodeSegmentation;

use super::ascii::{self, LETTER};
use super::date::is_year;
use super::raised::{superscript, takes_power};
use super::scripts::{digit, is_cyrillic, is_han};
use super::token::{Token, TokenKind, is_currency, is_unit};

/// Appends the tokens of `chunk`, which holds no white space and begins with so many bytes of [`latin_letters`].
pub(super) fn cut_chunk<'a>(chunk: &'a str, letters: usize, out: &mut Vec<Token<'a>>) {
    // "2019 –2020": behind a figure a dash is no sign.
    if let Some(rest) = chunk.strip_prefix('–').filter(|rest| !rest.is_empty()) {
        let before = out.iter().rfind(|token| token.kind != TokenKind::Space);
        if before.is_some_and(|token| matches!(token.kind, TokenKind::Number | TokenKind::Date)) {
            out.push(Token { text: &chunk[..chunk.len() - rest.len()], kind: TokenKind::Mark });
            return cut_chunk(rest, latin_letters(rest.as_bytes()), out);
        }
    }
    let (word, marks) = chunk.split_at(letters);
    if let Some(elided) = elided_length(chunk, letters) {
        let (article, word) = chunk.split_at(elided);
        out.push(Token { text: article, kind: TokenKind::Word });
        return cut_chunk(word, latin_letters(word.as_bytes()), out);
    }
    if letters > 0 && marks.bytes().all(|b| matches!(b, b',' | b';' | b')')) {
        out.push(Token { text: word, kind: TokenKind::Word });
        out.extend(marks.char_indices().map(|(at, c)| Token { text: &marks[at..at + c.len_utf8()], kind: TokenKind::Mark }));
        return;
    }
    if let Some(kind) = plain_kind(chunk) {
        return out.push(Token { text: chunk, kind });
    }
    let atoms = atoms(chunk);
    let mut i = 0;
    while i < atoms.len() {
        let (len, kind) = longest(chunk, &atoms, i);
        out.push(Token { text: &chunk[atoms[i].start..atoms[i + len - 1].end], kind });
        i += len;
    }
}

/// The kind of a chunk that is one mark, or a figure of nothing but digits.
fn plain_kind(chunk: &str) -> Option<TokenKind> {
    match chunk {
        "" => None,
        ";" | ":" | "," | "." | "(" | ")" | "[" | "]" | "«" | "»" | "–" | "-" => Some(TokenKind::Mark),
        _ => chunk.bytes().all(|b| b.is_ascii_digit()).then_some(TokenKind::Number),
    }
}

/// How many bytes at the front are an elided article with its apostrophe, before a word of Latin letters; `letters` stand before the
/// apostrophe.
fn elided_length(chunk: &str, letters: usize) -> Option<usize> {
    let rest = &chunk.as_bytes()[letters..];
    let apostrophe = match rest {
        [b'\'', ..] => 1,
        [0xE2, 0x80, 0x99, ..] => 3,
        _ => return None,
    };
    let is_elided = letters <= 7 && latin_letters(&rest[apostrophe..]) > 0 && is_elision(&chunk[..letters + apostrophe]);
    is_elided.then_some(letters + apostrophe)
}

/// How many bytes at the front are letters of ASCII, Latin-1 or œ: letters that UAX #29 never parts from one another.
pub(super) fn latin_letters(bytes: &[u8]) -> usize {
    let mut at = ascii::run(bytes, LETTER);
    while matches!(bytes[at..], [0xC3, 0x80..=0x96 | 0x98..=0xB6 | 0xB8.., ..] | [0xC5, 0x92 | 0x93, ..]) {
        at += 2;
        at += ascii::run(&bytes[at..], LETTER);
    }
    at
}

/// The least that a token is made of: places in the chunk.
#[derive(Debug, Clone, Copy)]
struct Atom {
    start: usize,
    end: usize,
    class: Class,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Letters, with digits after them or not.
    Letters,
    /// An elided word with its apostrophe; joins nothing.
    Elided,
    /// Begins with a digit: "1,200", "8e".
    Digits,
    /// Anything else.
    Mark,
}

fn atoms(chunk: &str) -> Vec<Atom> {
    let mut atoms: Vec<Atom> = Vec::with_capacity(8);
    for (start, segment) in chunk.split_word_bound_indices() {
        let first = segment.chars().next().unwrap_or(' ');
        if digit(first).is_some() {
            atoms.push(Atom { start, end: start + segment.len(), class: Class::Digits });
        } else if first.is_alphanumeric() {
            cut_letters(segment, start, &mut atoms);
        } else {
            atoms.push(Atom { start, end: start + segment.len(), class: Class::Mark });
        }
    }
    // An elision before a quotation mark or a figure, where UAX #29 sees no word go on.
    for i in 1..atoms.len() {
        let (word, mark) = (atoms[i - 1], atoms[i]);
        if word.class == Class::Letters && i + 1 < atoms.len() && is_elision(&chunk[word.start..mark.end]) {
            atoms[i] = Atom { start: word.start, end: mark.end, class: Class::Elided };
            atoms[i - 1].end = word.start;
        }
    }
    atoms.retain(|a| a.start < a.end);
    // Chinese characters begin with these bytes.
    let atoms = if chunk.bytes().any(|byte| matches!(byte, 0xE3..=0xE9)) { chinese_figures(chunk, atoms) } else { atoms };
    with_powers(chunk, atoms)
}

/// Chinese figures that stand together, and 第 before them, become one: "第七十九", "一百零五".
fn chinese_figures(chunk: &str, atoms: Vec<Atom>) -> Vec<Atom> {
    let mut whole: Vec<Atom> = Vec::with_capacity(atoms.len());
    let is_figure = |atom: &Atom| chunk[atom.start..atom.end].chars().all(|c| "〇零一二三四五六七八九十百千".contains(c));
    for atom in atoms {
        match whole.last_mut() {
            Some(open) if is_figure(&atom) && (&chunk[open.start..open.end] == "第" || is_figure_run(chunk, open)) => {
                open.end = atom.end;
            }
            _ => whole.push(atom),
        }
    }
    whole
}

/// Whether `open` is Chinese figures, with 第 before them or not.
fn is_figure_run(chunk: &str, open: &Atom) -> bool {
    let figures = &chunk[open.start..open.end];
    figures.trim_start_matches('第').chars().all(|c| "〇零一二三四五六七八九十百千".contains(c))
}

/// "m" and "²", "10" and "⁶", "H", "₂" and "O" become one: what a figure is set high or low on.
fn with_powers(chunk: &str, atoms: Vec<Atom>) -> Vec<Atom> {
    if !chunk.contains(is_set) {
        return atoms;
    }
    let mut whole: Vec<Atom> = Vec::with_capacity(atoms.len());
    for atom in atoms {
        match whole.last_mut() {
            Some(open) if open.end == atom.start && goes_on_with_power(chunk, open, atom) => open.end = atom.end,
            _ => whole.push(atom),
        }
    }
    whole
}

/// Whether `next`, which touches `open`, is a power or an index of it, or letters behind an index.
fn goes_on_with_power(chunk: &str, open: &Atom, next: Atom) -> bool {
    let (head, tail) = (&chunk[..open.end], &chunk[next.start..next.end]);
    let is_lowered = |c: char| matches!(c, '₀'..='₉');
    match open.class {
        Class::Mark | Class::Elided => false,
        _ if tail.chars().all(is_set) => head.ends_with(is_set) || tail.starts_with(is_lowered) || takes_power(head),
        _ => next.class == Class::Letters && head.ends_with(is_lowered),
    }
}

/// A figure set high or low, or the sign before one.
fn is_set(c: char) -> bool {
    superscript(c).is_some() || matches!(c, '₀'..='₉' | '⁺' | '⁻')
}

/// Cuts a segment at full stops and colons, and after elided words.
fn cut_letters(segment: &str, base: usize, atoms: &mut Vec<Atom>) {
    let mut push = |from: usize, to: usize, class| {
        if from < to {
            atoms.push(Atom { start: base + from, end: base + to, class });
        }
    };
    let mut start = 0;
    for (at, c) in segment.char_indices() {
        let end = at + c.len_utf8();
        match c {
            '\'' | '’' | 'ʼ' if is_elision(&segment[start..end]) && end < segment.len() => {
                push(start, end, Class::Elided);
                start = end;
            }
            '.' | ':' => {
                push(start, at, Class::Letters);
                push(at, end, Class::Mark);
                start = end;
            }
            _ => {}
        }
    }
    push(
        start,
        segment.len(),
        if segment[start..].starts_with(|c: char| c.is_ascii_digit()) { Class::Digits } else { Class::Letters },
    );
}

/// "l'", "qu’", "jusqu'": a French or Italian word that lost its vowel, with its apostrophe.
fn is_elision(text: &str) -> bool {
    let Some(word) = text.strip_suffix(['\'', '’', 'ʼ']) else { return false };
    let mut lower = [0_u8; 8];
    if word.is_empty() || word.len() > lower.len() {
        return false;
    }
    lower[..word.len()].copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    matches!(
        &lower[..word.len()],
        b"l" | b"d"
            | b"j"
            | b"m"
            | b"t"
            | b"s"
            | b"n"
            | b"c"
            | b"qu"
            | b"jusqu"
            | b"lorsqu"
            | b"puisqu"
            | b"quoiqu"
            | b"dell"
            | b"all"
            | b"nell"
            | b"sull"
            | b"dall"
    )
}

/// How many atoms from `i` on make one token, and of what kind.
fn longest(chunk: &str, atoms: &[Atom], i: usize) -> (usize, TokenKind) {
    let text = |k: usize| atoms.get(k).map_or("", |a| &chunk[a.start..a.end]);
    let class = |k: usize| atoms.get(k).map_or(Class::Mark, |a| a.class);
    match class(i) {
        Class::Elided => (1, TokenKind::Word),
        Class::Mark => match text(i) {
            sign if is_sign(sign) && (i == 0 || matches!(text(i - 1), "(" | "[")) && class(i + 1) == Class::Digits => {
                let (len, _) = longest(chunk, atoms, i + 1);
                (len + 1, TokenKind::Number)
            }
            // "-$3"
            sign if is_sign(sign) && i == 0 && is_currency(text(1)) && class(2) == Class::Digits => (3, TokenKind::Number),
            sign if (is_currency(sign) || sign == "§") && class(i + 1) == Class::Digits => (2, TokenKind::Number),
            "§" if text(i + 1) == "§" => (2, TokenKind::Mark),
            "." if text(i + 1) == "." => ((i..atoms.len()).take_while(|&k| text(k) == ".").count(), TokenKind::Mark),
            _ => (1, TokenKind::Mark),
        },
        Class::Digits if chinese_date(chunk, atoms, i) > 0 => (chinese_date(chunk, atoms, i), TokenKind::Date),
        Class::Letters | Class::Digits => compound(chunk, atoms, i),
    }
}

/// Whether `text` is the sign of a figure right behind it, the dashes that are typed for a minus among them.
fn is_sign(text: &str) -> bool {
    matches!(text, "-" | "+" | "±" | "\u{2212}" | "–")
}

/// How many atoms, as `text` gives them, are a symbol with a year or a session in parentheses: "CM/Rec(2010)5", "COM(2020)0562", "MSC.421(98)".
fn bracketed_symbol<'a>(text: &dyn Fn(usize) -> &'a str) -> Option<usize> {
    const LONGEST: usize = 5;
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let is_upper = |text: &str| (1..=LONGEST).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase());
    let in_parentheses = |at: usize| is_digits(text(at + 1)) && text(at) == "(" && text(at + 2) == ")";
    // "ART.15(2)" cites a part.
    if is_upper(text(0))
        && !is_abbreviated(text(0))
        && text(1) == "."
        && is_digits(text(2))
        && in_parentheses(3)
        && text(4).len() <= 3
    {
        return Some(6);
    }
    let head = if is_upper(text(0)) && text(1) == "/" { 2 } else { 0 };
    let is_name = text(head).starts_with(|c: char| c.is_ascii_uppercase());
    (is_name && in_parentheses(head + 1) && is_year(text(head + 2)) && is_digits(text(head + 4))).then_some(head + 5)
}

/// How many atoms from `i` on are a date as Chinese writes it: "2023年12月12日", "2023年", "12月".
fn chinese_date(chunk: &str, atoms: &[Atom], i: usize) -> usize {
    let text = |k: usize| atoms.get(k).map_or("", |a| &chunk[a.start..a.end]);
    let is_figure = |k: usize| atoms.get(k).is_some_and(|a| a.class == Class::Digits);
    let mut len = 0;
    for sign in ["年", "月", "日"] {
        if is_figure(i + len) && text(i + len + 1) == sign {
            len += 2;
        }
    }
    len
}

/// A word or figure with all that hyphens, slashes and stops tie to it.
fn compound(chunk: &str, atoms: &[Atom], i: usize) -> (usize, TokenKind) {
    let text = |k: usize| atoms.get(k).map_or("", |a| &chunk[a.start..a.end]);
    let is_plain = |k: usize| atoms.get(k).is_some_and(|a| matches!(a.class, Class::Letters | Class::Digits));
    let is_digits = |k: usize| atoms.get(k).is_some_and(|a| a.class == Class::Digits);
    let reach = |ties: fn(&str) -> bool| {
        let mut end = i;
        while ties(text(end + 1)) && is_plain(end + 2) {
            end += 2;
        }
        end
    };
    if let Some(len) = bracketed_symbol(&|ahead| text(i + ahead)) {
        return (len, TokenKind::Symbol);
    }
    let symbol = reach(|tie| matches!(tie, "/" | "-" | "\u{2010}" | "\u{2011}" | "."));
    if is_symbol(&(i..=symbol).map(text).collect::<Vec<_>>()) {
        return (symbol - i + 1, TokenKind::Symbol);
    }
    let mut end = reach(|tie| matches!(tie, "-" | "\u{2010}" | "\u{2011}"));
    let dashes = reach(|tie| matches!(tie, "-" | "\u{2010}" | "\u{2011}" | "\u{2013}"));
    if (i..=dashes).step_by(2).all(is_digits) {
        end = dashes;
    }
    let len = end - i + 1;
    if is_digits(i) && text(end + 1) == "." && matches!(text(end + 2), "º" | "ª" | "°") {
        return (len + 2, TokenKind::Number);
    }
    // "1591(2005)号": the year of a resolution, without its space.
    if end == i
        && is_digits(i)
        && text(i + 1) == "("
        && is_year(text(i + 2))
        && text(i + 3) == ")"
        && text(i + 4).starts_with(is_han)
    {
        return (4, TokenKind::Symbol);
    }
    if is_digits(i) {
        let is_scale = matches!(text(end + 1), "万" | "亿");
        return (len + usize::from(is_scale || is_unit(text(end + 1))), TokenKind::Number);
    }
    if end == i
        && let Some(joined) = abbreviation(&|k| text(i + k), is_digits(i + 2))
    {
        return joined;
    }
    let whole = &chunk[atoms[i].start..atoms[end].end];
    let is_code = end > i && whole.bytes().any(|b| b.is_ascii_digit()) && whole.bytes().any(|b| b.is_ascii_uppercase());
    (len, if is_code { TokenKind::Symbol } else { TokenKind::Word })
}

/// Whether atoms and their ties make a document symbol: a slash and a figure, and no two small words about a slash.
fn is_symbol(parts: &[&str]) -> bool {
    let is_small = |word: &str| word.len() > 1 && word.chars().all(char::is_lowercase);
    parts.contains(&"/")
        && parts.iter().any(|p| p.bytes().any(|b| b.is_ascii_digit()))
        && !parts.windows(3).any(|w| w[1] == "/" && is_small(w[0]) && is_small(w[2]))
}

/// "U.S.", "art.", "n°5", "US$500": `text(0)` is letters.
fn abbreviation<'a>(text: &dyn Fn(usize) -> &'a str, is_figure_third: bool) -> Option<(usize, TokenKind)> {
    if matches!(text(0), "n" | "N") && text(1) == "°" {
        return Some(if is_figure_third { (3, TokenKind::Number) } else { (2, TokenKind::Word) });
    }
    if text(0).len() <= 3 && text(0).bytes().all(|b| b.is_ascii_uppercase()) && is_currency(text(1)) {
        return Some(if is_figure_third { (3, TokenKind::Number) } else { (2, TokenKind::Mark) });
    }
    let is_initial = |word: &str| (1..=2).contains(&word.chars().count()) && word.chars().all(char::is_alphabetic);
    let mut initials = 0;
    while is_initial(text(2 * initials)) && text(2 * initials + 1) == "." {
        initials += 1;
    }
    if initials > 1 || (initials == 1 && is_initial(text(2)) && text(3) != ".") && text(2).len() == 1 {
        let last = usize::from(is_initial(text(2 * initials)) && text(2 * initials).len() == 1);
        return Some((2 * initials + last, TokenKind::Word));
    }
    (text(1) == "." && text(2) != "." && is_abbreviated(text(0))).then_some((2, TokenKind::Word))
}

/// Words that are printed with a full stop when cut short.
fn is_abbreviated(word: &str) -> bool {
    const KNOWN: &[&str] = &[
        "add", "al", "anc", "art", "arts", "cf", "ch", "chap", "corr", "dec", "déc", "doc", "dr", "ed", "etc", "ex", "fig",
        "ibid", "inc", "ltd", "m", "mm", "mr", "mrs", "ms", "no", "nos", "núm", "núms", "op", "p", "par", "para", "paras", "pág",
        "págs", "pár", "párr", "párrs", "pp", "prof", "res", "rés", "rev", "sec", "secc", "sect", "sr", "sra", "st", "supp",
        "suppl", "vol", "vs",
    ];
    const RUSSIAN: &[&str] =
        &["г", "гг", "долл", "др", "им", "млн", "млрд", "п", "пп", "руб", "с", "см", "ст", "стр", "т", "тыс", "ч"];
    let known = if word.starts_with(is_cyrillic) { RUSSIAN } else { KNOWN };
    word.len() <= 8 && known.contains(&word.to_lowercase().as_str())
}
