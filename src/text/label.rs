//! Labels: what is printed before a paragraph to number it.
//!
//! ```text
//! "12 bis. Prie le Bureau"      label "12 bis."          number "12 bis"
//! "[12 ter.] Invite la Cour"    label "[12 ter.]"        number "12 ter"
//! "[12. Prie le Bureau ;]"      label "12."              number "12", and the words keep their bracket
//! "OP3 bis. Requests"           label "OP3 bis."         number "3 bis"
//! "[PP2alt1: Noting"            label "PP2alt1:"         number "2 alt 1", and the words keep their bracket
//! "1 – Décide" "1º.- Aprobar"   label "1 –", "1º.-"      number "1"
//! "(a) Les États"               label "(a)"              number "a"
//! ".1 apply to all ships"       label ".1"               number "1"
//! "Article L123-4. – Nul"       label "Article L123-4. –" number "L123-4"
//! ```
//!
//! A label is read only where a word or a bracket follows; whether it fits the count is for the caller to say.

use super::negotiated::{opens_negotiated, party, suffixed};
use super::scripted::{Scripted, Way, scripted};
use super::scripts::is_stop;
use super::{lower, opens_with_capital};

/// A label at the head of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub(crate) struct Label<'a> {
    /// Square brackets that open before the label and belong to the words.
    pub brackets: &'a str,
    /// As printed, without the space after it.
    pub printed: &'a str,
    /// Without punctuation: "12 bis", "a", "L123-4".
    pub number: String,
    /// How it is written.
    pub shape: Shape,
    /// What follows, from its first character that is not white space.
    pub rest: &'a str,
}

/// How a label is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub(crate) enum Shape {
    /// "12.", "12 bis."
    Point,
    /// "12", "25.1": a bare number, as in acts of law.
    Bare,
    /// "Article L123-4. –"
    Article,
    /// "(1)", "1)"
    Parenthesis,
    /// "1°", ".1"
    Degree,
    /// "(a)", "a)", "(a.1)"; also a letter that could be a Roman numeral.
    Letter,
    /// "(A)", "A)"
    Capital,
    /// "(iv)", "ii)": several letters that make a Roman numeral.
    Roman,
    /// "-", "–", "•"
    Dash,
    /// "1.1", "2.3.1": how many levels; only where the source says that it is a label.
    Levels(usize),
}

impl Label<'_> {
    /// The words of the paragraph, with the brackets that opened before the label.
    pub(crate) fn words(&self) -> String {
        format!("{}{}", self.brackets, self.rest)
    }

    /// Whether it numbers a recital of a draft: "PP2 bis."
    pub(crate) fn is_recital(&self) -> bool {
        ["PP", "Preambular", "linéa", "al."].iter().any(|party| self.printed.contains(party))
    }

    /// Whether it is one that people negotiate with, which nothing else is written like: "OP3", "[PP2 alt]".
    pub(crate) fn is_negotiated(&self) -> bool {
        self.shape == Shape::Point && party(self.printed.trim_start_matches(['[', '('])).is_some()
    }

    /// The whole number at the head of the label, where there is one: 12 of "12 bis".
    pub(crate) fn value(&self) -> Option<u32> {
        let digits = self.number.bytes().take_while(u8::is_ascii_digit).count();
        self.number[..digits].parse().ok()
    }
}

impl<'a> From<Scripted<'a>> for Label<'a> {
    fn from(scripted: Scripted<'a>) -> Self {
        let shape = match scripted.way {
            Way::Point => Shape::Point,
            Way::Bracket => Shape::Parenthesis,
            Way::Letter => Shape::Letter,
        };
        Self { brackets: "", printed: scripted.printed, number: scripted.number, shape, rest: scripted.rest }
    }
}

/// The label at the head of `text`, of any shape but [`Shape::Article`].
pub(crate) fn label(text: &str) -> Option<Label<'_>> {
    if opens_with_word(text) {
        return dashed_numeral(text);
    }
    let plain = |text| numbered(text).or_else(|| lettered(text)).or_else(|| dash(text)).or_else(|| pointed(text));
    scripted(text).map(Label::from).or_else(|| plain(text)).or_else(|| {
        let inner = text.trim_start_matches('[');
        let label = (inner.len() < text.len()).then(|| plain(inner))??;
        if matches!(label.shape, Shape::Bare | Shape::Dash) {
            return None;
        }
        Some(Label { brackets: &text[..text.len() - inner.len()], ..label })
    })
}

/// "II. - Elle est due", as French codes number what an article says.
fn dashed_numeral(text: &str) -> Option<Label<'_>> {
    if !text.starts_with(['I', 'V', 'X']) {
        return None;
    }
    let (number, after) = text.split_at(text.find(|c: char| !c.is_ascii_uppercase())?);
    let (number, after) = suffixed(number.to_owned(), after);
    let rest = after.strip_prefix('.')?.trim_start().strip_prefix(['-', '–', '—'])?;
    let is_numeral = roman_value(number.split(' ').next().unwrap_or_default()).is_some();
    let is_apart = rest.starts_with(|c: char| c.is_whitespace() || c.is_uppercase());
    is_numeral.then(|| finish(text, rest, number, Shape::Roman))?.filter(|_| is_apart)
}

/// ".1 apply to all ships", as the resolutions of maritime bodies label items, and ".1.2" below it.
fn pointed(text: &str) -> Option<Label<'_>> {
    const LONGEST: usize = 2;
    let after = text.strip_prefix('.')?;
    let (number, after) = after.split_at(after.find(|c: char| !c.is_ascii_digit() && c != '.')?);
    let mut levels = number.split('.');
    let is_counted = levels.all(|level| (1..=LONGEST).contains(&level.len()) && !level.starts_with('0'));
    let shape = match number.split('.').count() {
        1 => Shape::Degree,
        levels => Shape::Levels(levels),
    };
    let is_apart = after.starts_with(char::is_whitespace);
    (is_counted && is_apart).then(|| finish(text, after, number.to_owned(), shape))?
}

/// "a.", "iv.", or "II." before small letters: an item, where the text numbers its items so.
pub(crate) fn stopped_item(text: &str) -> Option<Label<'_>> {
    const LONGEST: usize = 5;
    let (letters, after) = text.split_once('.')?;
    let is_ascii = (1..=LONGEST).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_alphabetic());
    if !is_ascii || !after.starts_with([' ', '\u{a0}']) {
        return None;
    }
    let is_small = letters.bytes().all(|b| b.is_ascii_lowercase());
    let opens_small = after.trim_start().starts_with(char::is_lowercase);
    let shape = match letters.len() {
        1 if is_small => Shape::Letter,
        _ if roman_value(letters).is_some() && (is_small || opens_small && letters.bytes().all(|b| b.is_ascii_uppercase())) => {
            Shape::Roman
        }
        _ => return None,
    };
    finish(text, after, letters.to_owned(), shape)
}

/// Whether `text` opens with a plain word, as most lines do, and not as "OP3." or "iv)".
fn opens_with_word(text: &str) -> bool {
    /// "viii.12  )" closes in time.
    const CLOSED: usize = 20;
    let head = &text.as_bytes()[..text.len().min(CLOSED)];
    head.first().is_some_and(u8::is_ascii_alphabetic) && !opens_negotiated(head) && !head.contains(&b')')
}

/// The label that the source itself counts: the first `end` bytes of `text`, whatever they are.
pub(crate) fn counted(text: &str, end: usize) -> Label<'_> {
    let (printed, rest) = text.split_at(end);
    let core = printed.trim_matches(|c: char| !c.is_alphanumeric());
    let levels = core.split('.').filter(|level| !level.is_empty()).count();
    let shape = if core.is_empty() {
        Shape::Dash
    } else if core.contains(char::is_whitespace) {
        Shape::Article
    } else if levels > 1 {
        Shape::Levels(levels)
    } else if core.starts_with(|c: char| c.is_ascii_digit()) {
        match printed.chars().next_back() {
            Some(')') => Shape::Parenthesis,
            Some('°') => Shape::Degree,
            _ => Shape::Point,
        }
    } else if core.chars().count() > 1 && roman_value(core).is_some() {
        Shape::Roman
    } else if core.starts_with(char::is_uppercase) {
        Shape::Capital
    } else {
        Shape::Letter
    };
    let number = if core.is_empty() { printed } else { core.rsplit(char::is_whitespace).next().unwrap_or(core) };
    Label { brackets: "", printed, number: number.to_owned(), shape, rest: rest.trim_start() }
}

/// "Article L123-4. –" where `words` holds "article".
pub(crate) fn article<'a>(text: &'a str, words: &[&str]) -> Option<Label<'a>> {
    let (number, end) = article_number(text, words)?;
    let (printed, rest) = (&text[..end], text[end..].trim_start());
    let is_sentence = rest.ends_with(['.', ';', ',', ':']);
    let (printed, rest) = match rest.strip_prefix(|c| matches!(c, '–' | '-' | '—') || c == ':' && is_sentence) {
        Some(after) => (&text[..text.len() - after.len()], after.trim_start()),
        None => (printed, rest),
    };
    // "Article 93 du Statut" is a sentence, not a label: a label ends in a point or a dash, or in a colon before a sentence.
    let is_stopped = printed.ends_with(['.', '–', '-', '—', ':']) || text.starts_with('§');
    // "Art. 3 Le riverain entretient la berge."; "Article 101 TFEU applies to all." is a sentence.
    let is_cut = || text.split([' ', '\u{a0}']).next().is_some_and(|word| word.ends_with('.'));
    let opens = || is_sentence && is_cut() && opens_with_capital(rest) && rest.contains(' ');
    let is_label = !rest.is_empty() && (is_stopped || opens());
    is_label.then_some(Label { brackets: "", printed, number, shape: Shape::Article, rest })
}

/// The number of an article that `text` is the heading of: 4 of "Article 4", "Article 4 – Fees", "Art. 4 Fees".
pub(crate) fn article_of_heading(text: &str, words: &[&str]) -> Option<String> {
    let (number, end) = article_number(text, words)?;
    let rest = text[end..].trim_start();
    let is_title = opens_with_capital(rest) && !rest.ends_with(is_stop);
    (rest.is_empty() || is_title || rest.starts_with(['–', '-', '—', ':', '('])).then_some(number)
}

/// Whether `text` is "Article 4" and nothing else.
pub(crate) fn is_article_number(text: &str, words: &[&str]) -> bool {
    article_number(text, words).is_some_and(|(_, end)| text[end..].trim_matches(['.', ' ', ':']).is_empty())
}

/// The number behind "Article" at the head of `text`, and where it ends with its point.
fn article_number(text: &str, words: &[&str]) -> Option<(String, usize)> {
    let (word, after) = text.split_once([' ', '\u{a0}'])?;
    if !words.contains(&&*lower(word)) {
        return None;
    }
    let token = |text: &str| text.find(char::is_whitespace).unwrap_or(text.len());
    let mut number_end = token(after);
    let mut number = after[..number_end].trim_end_matches(['.', ':', '-', '–', 'º', '°']).to_owned();
    // "L. 123-4", "R. 5": the part of a code that the article is of.
    if number.len() <= 2 && number.bytes().all(|b| b.is_ascii_uppercase()) && after[..number_end].ends_with('.') {
        let from = number_end + after[number_end..].chars().next().map_or(0, char::len_utf8);
        let end = from + token(&after[from..]);
        number.push_str(after[from..end].trim_end_matches(['.', ':', '-', '–']));
        number_end = end;
    }
    if !number.chars().any(|c| c.is_ascii_digit()) {
        number = lower(&number).into_owned();
        if !matches!(&*number, "premier" | "unique" | "único") {
            return None;
        }
    }
    let at = text.len() - after.len() + number_end;
    let (number, rest) = suffixed(number, &text[at..]);
    let end = text.len() - rest.len();
    Some(if end > at { (number, end + usize::from(rest.starts_with('.'))) } else { (number, at) })
}

fn numbered(text: &str) -> Option<Label<'_>> {
    let bracketed = text.strip_prefix('[');
    let parenthesis = bracketed.unwrap_or(text).strip_prefix('(');
    let inner = parenthesis.or(bracketed).unwrap_or(text);
    let body = party(inner).unwrap_or(inner);
    let negotiated = body.len() < inner.len();
    if !body.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let number_end = body.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(body.len());
    let dotted = body[..number_end].trim_end_matches('.');
    let valid = dotted.split('.').all(|part| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
    if !valid {
        return None;
    }
    let (number, tail) = suffixed(dotted.to_owned(), &body[dotted.len()..]);
    let (number, tail) = lettered_number(number, tail, negotiated);
    let counts = negotiated || number.contains(' ');
    // "50ª sesión" and "3.º Congreso" are no labels, "1ª.- Aprobar" is one.
    let degree = tail.strip_prefix(['°', 'º']).or_else(|| {
        let after = tail.strip_prefix('.').unwrap_or(tail).strip_prefix(['º', 'ª'])?;
        after.starts_with('.').then_some(after)
    });
    let (shape, after) = if let Some(after) = degree {
        match after.strip_prefix('.') {
            // "1º.- Aprobar"
            Some(after) => (Shape::Point, after),
            None => (Shape::Degree, after.strip_prefix(')').unwrap_or(after)),
        }
    } else if let Some(after) = tail.strip_prefix(')') {
        (if negotiated && parenthesis.is_some() { Shape::Point } else { Shape::Parenthesis }, after)
    } else if let Some(after) = tail.strip_prefix('.').or_else(|| tail.strip_prefix(" .")) {
        (Shape::Point, after)
    } else if counts {
        (Shape::Point, tail)
    } else if let Some(after) = dash_before_capital(&number, tail) {
        (Shape::Point, after)
    } else {
        (Shape::Bare, tail)
    };
    if parenthesis.is_some() && !tail.starts_with(')') {
        return None;
    }
    let after = if bracketed.is_some() { after.strip_prefix(']')? } else { after };
    if !counts || shape == Shape::Parenthesis {
        // "1.- Aprobar"
        let dashed = after.strip_prefix(['-', '–']).filter(|rest| shape == Shape::Point && rest.starts_with(char::is_whitespace));
        return finish(text, dashed.unwrap_or(after), number, shape);
    }
    let after = stop(after);
    let is_set_apart = text[..text.len() - after.len()].ends_with(['.', ':', ')', ']', '–', '-']);
    finish(text, after, number, shape)
        .filter(|label| is_set_apart || opens_with_capital(label.rest) || negotiated && label.rest.starts_with(['[', '(']))
}

/// What follows the dash of "1- Décide" and "1 – Décide"; neither "14 – 16 May" nor "2021 – The year" is a label.
fn dash_before_capital<'t>(number: &str, tail: &'t str) -> Option<&'t str> {
    const LONGEST: usize = 2;
    let after = tail.trim_start_matches([' ', '\u{a0}']).strip_prefix(['-', '–', '—'])?;
    let is_apart = after.starts_with([' ', '\u{a0}']) && opens_with_capital(after.trim_start());
    (number.len() <= LONGEST && is_apart).then_some(after)
}

/// "2A", "1a", "OP2a": a letter right behind the number, which a stop follows, or anything after "OP".
fn lettered_number(number: String, tail: &str, negotiated: bool) -> (String, &str) {
    let mut rest = tail.chars();
    let letter = rest.next().filter(char::is_ascii_alphabetic);
    let rest = rest.as_str();
    let ends = if negotiated { !rest.starts_with(char::is_alphanumeric) } else { rest.starts_with(['.', ')']) };
    match letter.filter(|_| ends) {
        Some(letter) => suffixed(format!("{number}{letter}"), rest),
        None => (number, tail),
    }
}

/// What follows the stop, colon or dash that closes a label of negotiation.
fn stop(after: &str) -> &str {
    let bare = after.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    match bare.strip_prefix(['.', ':', '–', '-', '—']) {
        Some(rest) if rest.starts_with(|c: char| c.is_whitespace()) || !bare.starts_with(['.', '-']) => rest,
        _ => after,
    }
}

fn lettered(text: &str) -> Option<Label<'_>> {
    let inner = text.strip_prefix('[');
    let body = inner.unwrap_or(text);
    let body = body.strip_prefix('(').unwrap_or(body);
    let end = body.find(|c: char| !c.is_alphanumeric() && c != '.')?;
    let letters = &body[..end];
    let (number, tail) = suffixed(letters.to_owned(), &body[end..]);
    let after = tail.trim_start_matches(' ').strip_prefix(')')?;
    // "(a)bis to meet"
    let (number, after) = if after.starts_with(char::is_lowercase) { suffixed(number, after) } else { (number, after) };
    let after = if inner.is_some() { after.strip_prefix(']')? } else { after };
    let stem = letters.split('.').next().unwrap_or_default();
    let short = (1..=8).contains(&stem.len()) && stem.is_ascii() && stem.chars().all(char::is_alphabetic);
    let shape = if !short || letters.len() > stem.len() + 3 {
        return None;
    } else if stem.len() == 1 {
        if stem.chars().all(char::is_lowercase) { Shape::Letter } else { Shape::Capital }
    } else if roman_value(stem).is_some() {
        Shape::Roman
    } else if stem.len() == 2 && stem.chars().all(char::is_lowercase) {
        Shape::Letter
    } else {
        return None;
    };
    finish(text, after, number, shape)
}

fn dash(text: &str) -> Option<Label<'_>> {
    let mark = text
        .chars()
        .next()
        .filter(|c| matches!(c, '-' | '–' | '—' | '•' | '·' | '▪' | '●' | '○' | '◦' | '\u{f0b7}' | '\u{f0a7}'))?;
    let after = &text[mark.len_utf8()..];
    after.starts_with(char::is_whitespace).then(|| finish(text, after, mark.to_string(), Shape::Dash))?
}

/// Whether `text` is a label and nothing else: "OP4 alt", "12.", "(a)".
pub(crate) fn is_lone_label(text: &str) -> bool {
    const LONGEST: usize = 16;
    let is_open = |label: &Label| label.rest == "Xx" && !matches!(label.shape, Shape::Bare | Shape::Dash);
    text.len() <= LONGEST && label(&format!("{text} Xx")).is_some_and(|label| is_open(&label))
}

/// Closes a label if a paragraph follows it.
pub(super) fn finish<'a>(text: &'a str, after: &'a str, number: String, shape: Shape) -> Option<Label<'a>> {
    let rest = after.trim_start();
    let glued = rest.len() == after.len();
    let opens = rest.chars().next().is_some_and(|c| {
        c.is_alphanumeric()
            || is_direction(c)
            || matches!(c, '[' | '(' | '«' | '“' | '"' | '\'' | '‘' | '…' | '—' | '–' | '-' | '¿' | '¡')
    });
    // "2.Prie" and "(a)to report" have lost their space; "2.5 millions" has not, nor "(s)he".
    let first = rest.chars().next();
    let is_item = matches!(shape, Shape::Letter | Shape::Roman) && text.starts_with('(') && number != "s";
    let glued_right = shape != Shape::Bare && first.is_some_and(|c| c.is_uppercase() || is_item && c.is_lowercase());
    (opens && (!glued || glued_right)).then(|| Label {
        brackets: "",
        printed: &text[..text.len() - after.len()],
        number,
        shape,
        rest,
    })
}

/// Whether `c` is an invisible mark of the direction of writing.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The value of a Roman numeral in either case, written as people write it (no "iiii").
pub(crate) fn roman_value(text: &str) -> Option<u32> {
    let digit = |c: char| match c.to_ascii_lowercase() {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        'c' => Some(100),
        _ => None,
    };
    let digits = text.chars().map(digit).collect::<Option<Vec<u32>>>().filter(|d| !d.is_empty())?;
    let mut total = 0;
    for (k, &d) in digits.iter().enumerate() {
        if digits.get(k + 1).is_some_and(|&next| next > d) {
            total -= i64::from(d);
        } else {
            total += i64::from(d);
        }
    }
    let total = u32::try_from(total).ok()?;
    (roman(total) == text.to_lowercase()).then_some(total)
}

/// `value` in lower-case Roman numerals.
pub(crate) fn roman(mut value: u32) -> String {
    const STEPS: [(u32, &str); 9] =
        [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
    let mut out = String::new();
    for (step, digits) in STEPS {
        while value >= step && out.len() < 16 {
            out.push_str(digits);
            value -= step;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<(&str, String, &str)> {
        label(text).map(|l| (l.printed, l.number, l.rest))
    }

    #[test]
    fn labels_of_resolutions_are_read() {
        assert_eq!(parts("12. Prie le Bureau"), Some(("12.", "12".into(), "Prie le Bureau")));
        assert_eq!(parts("12 bis. Prie"), Some(("12 bis.", "12 bis".into(), "Prie")));
        assert_eq!(parts("[12 ter.] Invite"), Some(("[12 ter.]", "12 ter".into(), "Invite")));
        assert_eq!(parts("6 . Engage"), Some(("6 .", "6".into(), "Engage")));
        assert_eq!(parts("(a) Les États"), Some(("(a)", "a".into(), "Les États")));
        assert_eq!(parts("[(b)] To publish"), Some(("[(b)]", "b".into(), "To publish")));
        assert_eq!(parts("c ) À lutter"), Some(("c )", "c".into(), "À lutter")));
        assert_eq!(parts("iv) to report"), Some(("iv)", "iv".into(), "to report")));
        assert_eq!(parts("2.Prie"), Some(("2.", "2".into(), "Prie")));
        assert_eq!(parts("2A. Prie"), Some(("2A.", "2A".into(), "Prie")));
        assert_eq!(parts("1a. Prie"), Some(("1a.", "1a".into(), "Prie")));
        assert_eq!(parts("1.- Aprobar"), Some(("1.-", "1".into(), "Aprobar")));
        assert_eq!(parts("(1 bis) Le Bureau"), Some(("(1 bis)", "1 bis".into(), "Le Bureau")));
        assert_eq!(parts("(a bis) to meet"), Some(("(a bis)", "a bis".into(), "to meet")));
        assert_eq!(parts("(a)bis to meet"), Some(("(a)bis", "a bis".into(), "to meet")));
        assert_eq!(parts("(a)to report"), Some(("(a)", "a".into(), "to report")));
        assert_eq!(parts("2. TERMINATION of contracts"), Some(("2.", "2".into(), "TERMINATION of contracts")));
        assert_eq!(parts("2. BISTROTS"), Some(("2.", "2".into(), "BISTROTS")));
        assert_eq!(parts("2. TERM"), Some(("2.", "2".into(), "TERM")));
        assert_eq!(parts("2. \u{202A}Clôt"), Some(("2.", "2".into(), "\u{202A}Clôt")));
        assert_eq!(parts("(s)he shall"), None);
    }

    #[test]
    fn labels_of_negotiation_are_read_however_they_are_set() {
        for (text, printed, number) in [
            ("OP1 Calls", "OP1", "1"),
            ("OP 1. Calls", "OP 1.", "1"),
            ("OP.1: Calls", "OP.1:", "1"),
            ("(OP1) Calls", "(OP1)", "1"),
            ("[OP1] Calls", "[OP1]", "1"),
            ("[(OP1)] Calls", "[(OP1)]", "1"),
            ("OP4 new: Calls", "OP4 new:", "4 new"),
            ("OP1Calls", "OP1", "1"),
            ("PP1bis Noting", "PP1bis", "1 bis"),
            ("PP1 bis : Notant", "PP1 bis :", "1 bis"),
            ("OP3quat Calls", "OP3quat", "3 quat"),
            ("OP4alt: Calls", "OP4alt:", "4 alt"),
            ("OP4 alt 1 Calls", "OP4 alt 1", "4 alt 1"),
            ("OP4 alt. 2. Calls", "OP4 alt. 2.", "4 alt 2"),
            ("OP4 bis (alt) – Calls", "OP4 bis (alt) –", "4 bis alt"),
            ("PO 5 Pide", "PO 5", "5"),
            ("NEW OP6 Calls", "NEW OP6", "6"),
            ("OP2a. calls", "OP2a.", "2a"),
            ("3 alt. Calls", "3 alt.", "3 alt"),
            ("3 bis Calls", "3 bis", "3 bis"),
            ("OP7: [no text]", "OP7:", "7"),
            ("Operative paragraph 3 alt: Calls", "Operative paragraph 3 alt:", "3 alt"),
            ("Preambular para. 2 Noting", "Preambular para. 2", "2"),
            ("par. 2 bis Invite", "par. 2 bis", "2 bis"),
            ("Párr. 4. Pide", "Párr. 4.", "4"),
            ("[al. 3 Notant", "al. 3", "3"),
        ] {
            let found = label(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.printed, found.number.as_str(), found.shape), (printed, number, Shape::Point), "{text}");
        }
        let inside = label("[OP1 bis Calls upon").unwrap();
        assert_eq!((inside.brackets, inside.printed, inside.rest), ("[", "OP1 bis", "Calls upon"));
        for text in
            ["OP5 was agreed", "PP 3 of the draft", "OPEC 5 Members", "5G networks", "par. 2. Les", "Para 5 of", "al. 2, Rome"]
        {
            assert_eq!(label(text), None, "{text}");
        }
    }

    #[test]
    fn a_counted_label_is_taken_as_it_is() {
        let shape = |printed: &str| {
            let text = format!("{printed} Text");
            let label = counted(&text, printed.len());
            assert_eq!((label.printed, label.rest), (printed, "Text"));
            (label.shape, label.number)
        };
        assert_eq!(shape("1.1."), (Shape::Levels(2), "1.1".into()));
        assert_eq!(shape("a."), (Shape::Letter, "a".into()));
        assert_eq!(shape("Article 5"), (Shape::Article, "5".into()));
        assert_eq!(shape("IV."), (Shape::Roman, "IV".into()));
        assert_eq!(shape("❑"), (Shape::Dash, "❑".into()));
        assert_eq!(shape("7"), (Shape::Point, "7".into()));
    }

    #[test]
    fn labels_of_acts_are_read() {
        assert_eq!(parts("25.1 The court"), Some(("25.1", "25.1".into(), "The court")));
        assert_eq!(parts("(a.1) for the Province"), Some(("(a.1)", "a.1".into(), "for the Province")));
        assert_eq!(parts("1° Dix membres"), Some(("1°", "1".into(), "Dix membres")));
        let article = article("Article L123-4. – Nul ne peut", &["article"]).unwrap();
        assert_eq!((article.printed, article.number.as_str(), article.rest), ("Article L123-4. –", "L123-4", "Nul ne peut"));
        let article = super::article("Art. R. 12-3-1. - Le registre", &["art."]).unwrap();
        assert_eq!((article.printed, article.number.as_str(), article.rest), ("Art. R. 12-3-1. -", "R12-3-1", "Le registre"));
    }

    #[test]
    fn numerals_and_letters_before_a_stop_are_labels_of_items() {
        assert_eq!(parts("II. - Elle est due"), Some(("II. -", "II".into(), "Elle est due")));
        assert_eq!(parts("I bis. – Elle est due"), Some(("I bis. –", "I bis".into(), "Elle est due")));
        assert_eq!(parts("I. Elle est due"), None);
        let item = |text| stopped_item(text).map(|label| (label.printed, label.shape));
        assert_eq!(item("b. to pay"), Some(("b.", Shape::Letter)));
        assert_eq!(item("ii. To pay"), Some(("ii.", Shape::Roman)));
        assert_eq!(item("II. de revoir"), Some(("II.", Shape::Roman)));
        assert_eq!((item("II. Decides"), item("p.5"), item("etc. and")), (None, None, None));
    }

    #[test]
    fn words_and_figures_are_no_labels() {
        for text in ["(voir) la note", "12", "Article 93 du Statut", "(RC/Dec.2), approuvée", "[Adopted without a vote.]", "a.b"]
        {
            assert_eq!(label(text), None, "{text}");
        }
        assert_eq!(article("Article 93 du Statut de Rome", &["article"]), None);
    }
}
