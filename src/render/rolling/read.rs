//! A rolling text read back: what stands when only one delegation's proposals are taken.

use super::forms::{Forms, OR, SQUARE, Signs, WHITE, close_up};
use crate::language::Language;
use crate::report::phrases::Phrases;
use crate::text::label::label;

/// The paragraphs of a rolling text that [`compilation_rolling`](super::compilation_rolling) wrote in `language` with names, when what
/// `taker` wants is taken, and nothing else; the draft for None. Labels stand as printed.
pub fn taken_of_rolling(text: &str, names: &[&str], taker: Option<&str>, language: Language) -> Vec<String> {
    taken(text, names, taker, language, |_, _| String::new())
}

/// The same, each paragraph that comes with the number that the rolling text has for it: so that it can be read as a text.
pub(super) fn numbered_of_rolling(text: &str, names: &[&str], taker: Option<&str>, language: Language) -> Vec<String> {
    taken(text, names, taker, language, |id, replaced| match replaced {
        // In place of another it has the number of that one.
        Some(replaced) => label(replaced).map_or("", |label| &replaced[..replaced.len() - label.rest.len()]).to_owned(),
        None if is_counted(id) => format!("{id}. "),
        None => String::new(),
    })
}

/// `number` says what stands before a paragraph that comes: by what it is called, and the paragraph that it is in place of.
fn taken(
    text: &str,
    names: &[&str],
    taker: Option<&str>,
    language: Language,
    number: impl Fn(&str, Option<&str>) -> String,
) -> Vec<String> {
    let forms = Forms::of(Phrases::of(language));
    let reader = Reader { forms: &forms, names, taker };
    let mut paragraphs: Vec<String> = vec![];
    for paragraph in text.trim_end_matches('\n').split("\n\n").skip(1) {
        let Some((id, by, words)) = reader.coming(paragraph) else {
            paragraphs.extend(reader.paragraph(paragraph));
            continue;
        };
        if taker.is_some_and(|taker| by.contains(&taker)) {
            let replaced = if id.contains(" alt") { paragraphs.pop() } else { None };
            paragraphs.push(number(id, replaced.as_deref()) + words);
        }
    }
    paragraphs
}

/// "OP3 bis", "PP2": what people in the room count.
fn is_counted(id: &str) -> bool {
    let number = ["OP", "PP"].iter().find_map(|party| id.strip_prefix(party));
    number.is_some_and(|number| {
        number.starts_with(|c: char| c.is_ascii_digit()) && number.chars().all(|c| c.is_alphanumeric() || c == ' ')
    })
}

/// Reads for one taker.
pub(super) struct Reader<'a> {
    pub(super) forms: &'a Forms,
    pub(super) names: &'a [&'a str],
    pub(super) taker: Option<&'a str>,
}

impl Reader<'_> {
    /// A paragraph of the draft; None where it goes.
    pub(super) fn paragraph(&self, text: &str) -> Option<String> {
        let signs = if text.contains(WHITE.open) { WHITE } else { SQUARE };
        let taken = self.taken(text, signs);
        (!taken.is_empty() || text.is_empty()).then_some(taken)
    }

    /// The id, the names and the words of "[OP3 bis, Kenya: …]".
    fn coming<'t>(&self, paragraph: &'t str) -> Option<(&'t str, Vec<&'t str>, &'t str)> {
        let inner = paragraph.strip_prefix(SQUARE.open)?.strip_suffix(SQUARE.close)?;
        let (id, rest) = inner.split_once(", ")?;
        let is_form = [self.forms.add, self.forms.del].iter().any(|word| id.starts_with(&format!("{word} ")));
        let is_id = id.starts_with(|c: char| c.is_ascii_uppercase()) && !id.contains(OR) && !is_form;
        let (by, words) = self.names_of(rest).filter(|_| is_id)?;
        Some((id, by, words))
    }

    /// The known names that `text` begins with, up to the colon, and what follows that.
    fn names_of<'t>(&self, text: &'t str) -> Option<(Vec<&'t str>, &'t str)> {
        let mut names = vec![];
        let mut rest = text;
        loop {
            let fits = |name: &&&str| {
                rest.strip_prefix(**name)
                    .is_some_and(|after| after.starts_with(", ") || after.starts_with(self.forms.colon.as_str()))
            };
            let name = self.names.iter().filter(fits).max_by_key(|name| name.len())?;
            names.push(&rest[..name.len()]);
            rest = &rest[name.len()..];
            if let Some(words) = rest.strip_prefix(self.forms.colon.as_str()) {
                return Some((names, words));
            }
            rest = &rest[2..];
        }
    }

    fn taken(&self, text: &str, signs: Signs) -> String {
        let mut done = String::new();
        let mut rest = text;
        while let Some(open) = rest.find(signs.open) {
            done.push_str(&rest[..open]);
            let found = pair(&rest[open..], signs).and_then(|inner| Some((self.choice(inner, signs)?, inner.len())));
            let width = signs.open.len_utf8();
            let Some((words, length)) = found else {
                done.push(signs.open);
                rest = &rest[open + width..];
                continue;
            };
            rest = &rest[open + width + length + signs.close.len_utf8()..];
            if words.is_empty() {
                let skipped = close_up(&mut done, rest);
                rest = &rest[skipped..];
            } else {
                done.push_str(&words);
            }
        }
        done + rest
    }

    /// What stands for a proposal; None where the bracket is none.
    fn choice(&self, inner: &str, signs: Signs) -> Option<String> {
        let form = |word: &str| self.names_of(inner.strip_prefix(word)?.strip_prefix(' ')?);
        let is_taker = |by: &[&str]| self.taker.is_some_and(|taker| by.contains(&taker));
        if let Some((by, words)) = form(self.forms.add) {
            return Some(if is_taker(&by) { words.to_owned() } else { String::new() });
        }
        if let Some((by, words)) = form(self.forms.del) {
            return Some(if is_taker(&by) { String::new() } else { self.taken(words, signs) });
        }
        let mut parts = vec![];
        let mut from = 0;
        let mut depth = 0;
        let mut by: Vec<&str> = vec![];
        for (at, c) in inner.char_indices() {
            depth += i32::from(c == signs.open) - i32::from(c == signs.close);
            if let Some((names, words)) =
                inner[at..].strip_prefix(OR).filter(|_| depth == 0 && at >= from).and_then(|rest| self.names_of(rest))
            {
                parts.push((std::mem::replace(&mut by, names), &inner[from..at]));
                from = inner.len() - words.len();
            }
        }
        if parts.is_empty() {
            return None;
        }
        parts.push((by, &inner[from..]));
        let wanted = parts[1..].iter().find(|(by, _)| is_taker(by));
        Some(match wanted {
            Some((_, words)) if *words == self.forms.delete => String::new(),
            Some((_, words)) => (*words).to_owned(),
            None => parts[0].1.to_owned(),
        })
    }
}

/// What stands between the bracket that `text` opens with and the one that closes it.
fn pair(text: &str, signs: Signs) -> Option<&str> {
    let mut depth = 0;
    let end = text.char_indices().find(|&(_, c)| {
        depth += i32::from(c == signs.open) - i32::from(c == signs.close);
        depth == 0
    })?;
    Some(&text[signs.open.len_utf8()..end.0])
}
