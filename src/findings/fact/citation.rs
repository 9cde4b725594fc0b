//! Parts of texts, cited by their number: "article 93", "paragraphes 5 et 7", "chapitres XII à XIV", "section I.B", "paragraph 9 (a)",
//! "article 36 (6)", "article 103 bis", "paragraph 7 (a) to (c)", "alinéa b) du paragraphe 9", which is paragraph 9(b).
//!
//! A list is as many citations: "articles 86, 87 et 93". Its members follow a plural or an abbreviation alone, so that the persons of
//! "l'article 93 et 12 personnes" stay persons.

use super::row::Row;
use super::{FactKind, Found};
use crate::language::{is_number_word, number_in_words, ordinal_word};
use crate::text::label::roman_value;
use crate::text::{TokenKind, is_cyrillic, is_latin_count};

pub(super) fn read(row: &Row<'_>, at: usize) -> Option<Found> {
    if !row.language.lexicon().is_spaced() {
        return before_noun(row, at);
    }
    let lower = row.lower(at);
    let (noun, is_list) = row.known.cited.iter().find_map(|(singular, others)| match () {
        () if *singular == lower => Some((*singular, false)),
        () if others.contains(&lower) => Some((*singular, true)),
        () => None,
    })?;
    let (first, mut end) = cited(row, at + 1)?;
    let mut facts = vec![(at..end, FactKind::Citation, format!("{noun} {first}"))];
    // "paragraph 9 (a) and (b)"
    let numbered = stem(&first);
    let parts = |end: usize| {
        let from = end + usize::from(row.is_in(end, row.known.and));
        letters(row, from).filter(|_| from > end).map(|(letters, to)| (format!("{numbered}{letters}"), from, to))
    };
    while let Some((number, from, to)) = if is_list { next(row, end) } else { None }.or_else(|| parts(end)) {
        facts.push((from..to, FactKind::Citation, format!("{noun} {number}")));
        end = to;
    }
    if let Some((whole, to)) = whole(row, end).filter(|_| first.starts_with('(')) {
        for (place, _, value) in &mut facts {
            let parts = value.split_once(' ').map_or("", |(_, parts)| parts).split('-');
            *value = format!("{} {}", whole.0, parts.map(|part| format!("{}{part}", whole.1)).collect::<Vec<_>>().join("-"));
            place.end = if place.end == end { to } else { place.end };
        }
        end = to;
    }
    Some(Found { len: end - at, facts })
}

/// "第6段", "第9和12段", "第七条": the number stands before the noun.
fn before_noun(row: &Row<'_>, at: usize) -> Option<Found> {
    let said = row.text(at).strip_prefix('第')?;
    let mut numbers = vec![];
    let mut end = at + 1;
    if said.is_empty() {
        loop {
            let (number, to) = cited(row, end)?;
            numbers.push((end..to, number));
            let tie = usize::from(row.text(to) == "、" || row.is_in(to, row.known.and) || row.is_in(to, row.known.to));
            end = to + tie;
            if tie == 0 {
                break;
            }
        }
    } else {
        numbers.push((at..end, number_in_words(said, row.language)?.to_string()));
    }
    let (noun, len) = row.known.cited.iter().find_map(|(noun, _)| Some((*noun, row.spells(end, noun)?)))?;
    if let (Some(first), end) = (numbers.first_mut(), end + len) {
        first.0.start = at;
        if let [(only, _)] = numbers.as_mut_slice() {
            only.end = end;
        }
    }
    let facts = numbers.into_iter().map(|(place, number)| (place, FactKind::Citation, format!("{noun} {number}")));
    Some(Found { len: end + len - at, facts: facts.collect() })
}

/// What the parts before word `at` are of, its noun and its number, and where it ends: "du paragraphe 9".
fn whole(row: &Row<'_>, at: usize) -> Option<((&'static str, String), usize)> {
    let known =
        row.known.cited.iter().find(|(singular, others)| row.lower(at + 1) == *singular || others.contains(&row.lower(at + 1)));
    let (noun, _) = known.filter(|_| row.is_in(at, row.known.of_another))?;
    let (number, end) = cited(row, at + 2).filter(|(number, _)| !number.contains('-') && !number.starts_with('('))?;
    Some(((*noun, number), end))
}

/// The number at word `at`, "14", "9 (a)" or "XII–XIV", and where it ends.
fn cited(row: &Row<'_>, at: usize) -> Option<(String, usize)> {
    let numbered = number(row, at);
    // "alinéa b)"
    let is_part = |(parts, _): &(String, usize)| numbered.is_some() || parts[1..].starts_with(|c: char| c.is_ascii_lowercase());
    if let Some((parts, end)) = letters(row, at + usize::from(numbered.is_some())).filter(is_part) {
        let first = format!("{}{parts}", numbered.unwrap_or_default());
        let last = letters(row, end + 1).filter(|_| row.is_in(end, row.known.to));
        return Some(last.map_or((first.clone(), end), |(last, end)| (format!("{first}-{}{last}", stem(&first)), end)));
    }
    let first = numbered?;
    // "article 10, lettre a", "al. 2, let. b"
    let comma = usize::from(row.text(at + 1) == ",");
    let letter = at + 1 + comma + 1;
    if row.is_in(letter - 1, row.known.letters) {
        let stop = usize::from(row.text(letter) == ".");
        let named = row.text(letter + stop);
        if matches!(named.as_bytes(), [b'a'..=b'z']) {
            return Some((format!("{first}({named})"), letter + stop + 1));
        }
    }
    // "article 15.b", "artículo 22.2.d)"
    if row.text(at + 1) == "." && row.end(at) == row.word(at + 1).start && row.end(at + 1) == row.word(at + 2).start {
        let named = row.text(at + 2);
        if matches!(named.as_bytes(), [b'a'..=b'z']) {
            let close = usize::from(row.text(at + 3) == ")" && row.end(at + 2) == row.word(at + 3).start);
            return Some((format!("{first}({named})"), at + 3 + close));
        }
    }
    if is_latin_count(row.lower(at + 1)) {
        return Some((format!("{first} {}", row.lower(at + 1)), at + 2));
    }
    let other = at + 2;
    match number(row, other).filter(|_| row.is_in(at + 1, row.known.to) && !is_noun(row, other + 1)) {
        Some(last) => Some((format!("{first}-{last}"), other + 1)),
        None => Some((first, at + 1)),
    }
}

/// The next number of a list: after a comma, "and", or both; with where it begins and ends.
fn next(row: &Row<'_>, end: usize) -> Option<(String, usize, usize)> {
    let comma = usize::from(row.text(end) == ",");
    let and = usize::from(row.is_in(end + comma, row.known.and));
    let from = end + comma + and;
    let (number, to) = cited(row, from).filter(|_| comma + and > 0)?;
    (!is_noun(row, to) && !is_measured(row, to)).then_some((number, from, to))
}

/// Whether word `at` makes an amount of the number before it: "4.5 per cent", "5 million".
fn is_measured(row: &Row<'_>, at: usize) -> bool {
    let is_percent = row.text(at) == "%" || row.known.percent.iter().any(|words| words[0] == row.lower(at));
    is_percent || row.is_scale(at)
}

/// What a citation names before its letters: "36(9)" of "36(9)(b)".
fn stem(cited: &str) -> &str {
    let is_letter = |&(at, _): &(usize, &str)| cited[at + 1..].starts_with(|c: char| c.is_ascii_lowercase());
    cited.match_indices('(').find(is_letter).map_or(cited, |(at, _)| &cited[..at])
}

/// The numbers and letters of sub-paragraphs at word `at`, "(6)", "(a)(ii)" and "h)", and where they end.
fn letters(row: &Row<'_>, at: usize) -> Option<(String, usize)> {
    let is_roman = |text: &str| text.len() > 1 && roman_value(&text.to_ascii_uppercase()).is_some();
    let is_number = |text: &str| text.len() < 3 && text.bytes().all(|b| b.is_ascii_digit());
    let is_letter =
        |text: &str| is_number(text) || text.bytes().all(|b| b.is_ascii_lowercase()) && (text.len() == 1 || is_roman(text));
    let open = usize::from(row.text(at) == "(");
    let letter = row.text(at + open);
    let is_label = !letter.is_empty() && is_letter(letter) && row.text(at + open + 1) == ")";
    let end = at + open + 2;
    is_label.then(|| match letters(row, end) {
        Some((below, end)) => (format!("({letter}){below}"), end),
        None => (format!("({letter})"), end),
    })
}

/// Whether word `at` can be what a number before it counts: a plural, by its ending; not "ci-dessus".
fn is_noun(row: &Row<'_>, at: usize) -> bool {
    let word = row.word(at);
    let is_plural = is_plural_form(word.text)
        || word.text.ends_with(['s', 'x']) && word.text.chars().count() > 2 && !word.text.starts_with("ci-");
    word.kind == TokenKind::Word && is_plural && !row.is_function(at)
}

/// A Russian noun in the case that follows a number: "государств", "докладов".
fn is_plural_form(word: &str) -> bool {
    word.starts_with(is_cyrillic) && ["ов", "ев", "ств", "ей", "ек", "иц"].iter().any(|ending| word.ends_with(ending))
}

/// "93", "25.1", "IX", "I.B", "A".
fn number(row: &Row<'_>, at: usize) -> Option<String> {
    let word = row.word(at);
    let text = word.text.trim_end_matches('.');
    let is_roman = |part: &str| part.bytes().all(|b| b.is_ascii_uppercase()) && roman_value(part).is_some();
    let is_number = match word.kind {
        TokenKind::Number => text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-')) || is_range(text),
        TokenKind::Word => {
            let mut parts = text.split('.');
            let is_letter = matches!(text.as_bytes(), [b'A'..=b'Z']);
            is_letter
                || parts.next().is_some_and(is_roman)
                    && parts.all(|part| part.len() < 3 && part.bytes().all(|b| b.is_ascii_alphanumeric()))
        }
        _ => false,
    };
    is_number.then(|| text.replace('–', "-")).or_else(|| in_words(row, at))
}

/// "three", "premier"; not an article.
fn in_words(row: &Row<'_>, at: usize) -> Option<String> {
    let lower = row.lower(at);
    let value = if row.word(at).kind == TokenKind::Word { is_number_word(lower, row.language) } else { None };
    let place = || ordinal_word(lower, row.language).map(crate::language::Ordinal::value);
    value.or((lower == "one").then_some(1)).or_else(place).map(|value| value.to_string())
}

/// "11–14".
fn is_range(text: &str) -> bool {
    text.split(['-', '–']).all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}
