//! Numbers of things, shares and amounts of money, in figures and in words.
//!
//! ```text
//! 12 personnes · soixante-six recommandations · entre 10 et 12 États · 0,7 pour cent · 9,7 millions de dollars des États-Unis
//! ```
//!
//! A count is its number and the noun behind it: the first word in French and Spanish, the first plural in English ("12 small island
//! States"). Of two ends and of a list, "12, 15 and 20 persons", the noun and the unit are shared. A half is part of its number: "one and
//! a half million". A number in words is a count even where nothing is named ("two of which"),
//! and a large figure ("320 million"); a small one is not, since a footnote mark that was not lifted looks the same.

use std::ops::Range;

use super::figure::{Amount, Unit, amounts};
use super::fraction::below;
use super::row::Row;
use super::words::of_sign;
use super::{FactKind, Found};
use crate::language::{NounPlace, is_number_part, may_begin_number, number_in_words, ordinal_word, year};
use crate::text::{TokenKind, is_han};

/// A number with the words that say it.
struct Said {
    amounts: Vec<Amount>,
    unit: Unit,
    /// Where its words begin and end.
    from: usize,
    end: usize,
    is_figure: bool,
    /// The noughts of "million" behind it.
    scale: u32,
    /// A large figure in groups of three, or with "million" behind it: no footnote mark.
    is_amount: bool,
}

impl Said {
    fn is_one(&self) -> bool {
        self.amounts.iter().all(|amount| amount.is_one())
    }
}

pub(super) fn read(row: &Row<'_>, at: usize) -> Option<Found> {
    if let Some(share) = share_behind(row, at) {
        let end = share.end;
        return Some(found(at, &[share], end, FactKind::Percent, |amount| format!("{amount}%")));
    }
    let mut said = vec![number(row, at)?];
    let mut end = said[0].end;
    if let Some(len) = clock(row, at, end) {
        return Some(Found { len, facts: vec![] });
    }
    if row.is_shelved(at) || is_estimate(row, &said[0]) {
        return Some(Found { len: end - at, facts: vec![] });
    }
    if let Some(other) = other_end(row, at, end) {
        end = other.end;
        // "88 to 115 million"
        if said[0].scale == 0 && other.scale > 0 {
            said[0].amounts = said[0].amounts.iter().map(|amount| amount.scaled(other.scale)).collect::<Option<_>>()?;
        }
        said.push(other);
    } else if let Some(others) = list(row, &said[0]) {
        said.extend(others);
        end = said[said.len() - 1].end;
    }
    if let Some(len) = percent(row, end).or_else(|| said.iter().any(|one| one.unit == Unit::Percent).then_some(0)) {
        return Some(found(at, &said, end + len, FactKind::Percent, |amount| format!("{amount}%")));
    }
    if let Some((code, len)) = money(row, end, &said) {
        return Some(found(at, &said, end + len, FactKind::Money, |amount| format!("{amount} {code}")));
    }
    if let Some((by, len)) = part(row, end, said.iter().all(Said::is_one)) {
        return Some(found(at, &said, end + len, FactKind::Count, |amount| format!("{amount}/{by}")));
    }
    if let Some((whole, to)) = one_of(row, &said, end) {
        let (noun, to) = noun(row, to).map_or((String::new(), to), |(noun, to)| (format!(" {noun}"), to));
        let mut fact = found(at, &said[..1], to, FactKind::Count, |amount| format!("{amount}/{whole}{noun}"));
        fact.facts.truncate(1);
        return Some(fact);
    }
    if row.text(end).starts_with('°') {
        let scale = Some(row.text(end + 1)).filter(|scale| matches!(*scale, "C" | "F" | "N" | "S" | "E" | "W" | "O"));
        let (value, len) = scale.map_or(("°".to_owned(), 1), |scale| (format!("°{scale}"), 2));
        return Some(found(at, &said, end + len, FactKind::Count, |amount| format!("{amount} {value}")));
    }
    if let Some(noun) = among(row, end) {
        return Some(found(at, &said, end, FactKind::Count, |amount| format!("{amount} {noun}")));
    }
    // "12 postes sur 30 seront gelés"
    let noun =
        noun(row, end).filter(|(noun, _)| row.known.noun == NounPlace::Last || noun.ends_with(['s', 'x']) || !is_whole(row, at));
    match noun {
        Some((noun, noun_end)) => {
            let is_article = said.iter().all(|one| one.is_one() && !one.is_figure);
            (!is_article).then(|| found(at, &said, noun_end, FactKind::Count, |amount| format!("{amount} {noun}")))
        }
        None if said[0].is_figure && !said[0].is_amount && !is_whole(row, at) || said[0].is_one() => None,
        None => Some(found(at, &said, end, FactKind::Count, |amount| amount.to_string())),
    }
}

/// The number behind the words for a share that stand before it, with these words: "百分之三十五".
fn share_behind(row: &Row<'_>, at: usize) -> Option<Said> {
    let lead = percent(row, at).filter(|_| !row.language.lexicon().is_spaced())?;
    let behind = at + lead;
    let in_words = || {
        let amounts = vec![Amount::whole(number_in_words(row.text(behind), row.language)?)];
        Some(Said { amounts, unit: Unit::None, from: at, end: behind + 1, is_figure: false, scale: 0, is_amount: false })
    };
    Some(Said { from: at, ..number(row, behind).or_else(in_words)? })
}

/// How many words at `at` are a time of the day, whose first figure ends at `end`: "15:00", "16 h 30", "10 a.m.", and "10.30 horas" where
/// the language parts decimals otherwise.
fn clock(row: &Row<'_>, at: usize, end: usize) -> Option<usize> {
    let in_figures = |text: &str, most: u8| text.len() <= 2 && text.parse().is_ok_and(|number: u8| number < most);
    let is_minutes = |text: &str| text.len() == 2 && in_figures(text, 60);
    let is_time = |(hours, minutes): (&str, &str)| in_figures(hours, 24) && is_minutes(minutes);
    let is_hour = in_figures(row.text(at), 24);
    if is_hour && row.text(end) == ":" && row.end(at) == row.word(end).start && is_minutes(row.text(end + 1)) {
        return Some(end + 2 - at);
    }
    if row.is_in(end, row.known.clock) {
        return Some(end + 1 + usize::from(is_hour && is_minutes(row.text(end + 1))) - at);
    }
    let sign = if row.language.lexicon().spelling.decimal == '.' { ':' } else { '.' };
    (row.is_in(end, row.known.hours) && row.text(at).split_once(sign).is_some_and(is_time)).then_some(end - at)
}

/// "several hundred", which is no hundred.
fn is_estimate(row: &Row<'_>, said: &Said) -> bool {
    let is_round =
        said.end == said.from + 1 && said.amounts.iter().all(|amount| [100, 1_000].map(Amount::whole).contains(amount));
    !said.is_figure && is_round && said.from > 0 && row.is_in(said.from - 1, row.known.several)
}

/// The other numbers of a list that one noun ends, all in figures or all in words: "15" and "20" of "12, 15 and 20 persons".
fn list(row: &Row<'_>, first: &Said) -> Option<Vec<Said>> {
    /// More are the columns of a table.
    const MOST: usize = 8;
    let is_plain =
        |said: &Said| said.amounts.len() == 1 && said.unit == Unit::None && said.scale == 0 && said.is_figure == first.is_figure;
    let is_numbered = first.from > 0 && row.language.lexicon().numbered_nouns.contains(&row.lower(first.from - 1));
    let (mut others, mut end, mut is_over) = (vec![], first.end, is_numbered || !is_plain(first));
    while !is_over && others.len() < MOST {
        let comma = usize::from(row.text(end) == ",");
        let and = usize::from(row.is_in(end + comma, row.known.and));
        let next = number(row, end + comma + and).filter(|next| comma + and > 0 && is_plain(next))?;
        (end, is_over) = (next.end, and > 0);
        others.push(next);
    }
    let is_counted = noun(row, end).is_some() || percent(row, end).is_some();
    (!others.is_empty() && is_over && is_counted).then_some(others)
}

/// The facts of `said`, the last of which goes on to `end`.
fn found(at: usize, said: &[Said], end: usize, kind: FactKind, value: impl Fn(Amount) -> String) -> Found {
    let mut facts = vec![];
    for (index, one) in said.iter().enumerate() {
        let to = if index + 1 == said.len() { end } else { one.end };
        facts.extend(one.amounts.iter().map(|&amount| (one.from..to, kind, value(amount))));
    }
    Found { len: end - at, facts }
}

/// The number at word `at`: a figure or words, with "million" behind it.
fn number(row: &Row<'_>, at: usize) -> Option<Said> {
    /// The noughts of "million", behind which another number in words may go on, and the least of those.
    const MILLION: (u32, u32) = (6, 100);
    let word = row.word(at);
    let (amounts, unit, mut end) = match word.kind {
        TokenKind::Number => {
            let (amounts, unit) = amounts(word.text, row.language)?;
            (amounts, unit, at + 1)
        }
        TokenKind::Word => {
            let (value, len) = words(row, at)?;
            (vec![Amount::whole(value)], Unit::None, at + len)
        }
        _ => return None,
    };
    let is_figure = word.kind == TokenKind::Number;
    // "150多万"
    end += usize::from(!row.language.lexicon().is_spaced() && matches!(row.text(end), "多" | "余") && row.is_scale(end + 1));
    let before = half(row, end);
    end += before;
    // "3 1/2 per cent"
    let quarters = if is_figure { quarters(row.text(end)) } else { None };
    end += usize::from(quarters.is_some());
    let scale = row.known.scales.iter().find(|(name, _)| *name == row.lower(end)).map_or(0, |&(_, noughts)| noughts);
    end += usize::from(scale > 0);
    // "deux millions et demi"
    let behind = if before == 0 && scale > 0 { half(row, end) } else { 0 };
    end += behind;
    // "one million five hundred thousand"
    let is_more = |&(more, _): &(u32, usize)| !is_figure && before + behind == 0 && scale >= MILLION.0 && more >= MILLION.1;
    let (more, len) = words(row, end).filter(is_more).unwrap_or_default();
    end += len;
    let whole = |amount: Amount| match quarters {
        Some(quarters) => amount.and_quarters(quarters),
        None if before + behind > 0 => amount.and_quarters(2),
        None => Some(amount),
    };
    let amounts = amounts.into_iter().map(|amount| whole(amount)?.scaled(scale)?.plus(more)).collect::<Option<Vec<_>>>()?;
    let is_apart = scale > 0 || word.text.contains(['.', ',', ' ', '\u{a0}', '\u{202f}']);
    let is_amount = is_apart && amounts.iter().any(|amount| amount.is_large());
    Some(Said { amounts, unit, from: at, end, is_figure, scale, is_amount })
}

/// The number in words at word `at`, below a million, and its words.
fn words(row: &Row<'_>, at: usize) -> Option<(u32, usize)> {
    // "nine hundred and ninety-nine thousand nine hundred and ninety-nine" has nine words.
    const LONGEST: usize = 9;
    if row.word(at).kind != TokenKind::Word || !may_begin_number(row.text(at)) {
        return None;
    }
    let is_part = |at: usize| row.is_said(at) && (row.text(at) == "-" || is_number_part(row.lower(at), row.language));
    let words = (0..LONGEST).take_while(|&ahead| is_part(at + ahead)).count();
    let in_words = |text: &str| number_in_words(text, row.language);
    // The last word must be a number itself: "vingt et" is not.
    let read = |len: usize| in_words(row.text(at + len - 1)).and_then(|_| in_words(&row.said(at, len))).map(|value| (value, len));
    (1..=words).rev().find_map(read)
}

/// How many quarters a fraction is, typed in one piece or as a sign: 3 of "3/4", 2 of "½".
fn quarters(text: &str) -> Option<u32> {
    let typed = text.split_once('/').and_then(|(above, below)| Some((above.parse().ok()?, below.parse().ok()?)));
    let (above, below): (u32, u32) = typed.or_else(|| of_sign(text.parse().ok()?))?;
    (above < below && matches!(below, 2 | 4)).then(|| above * 4 / below)
}

/// How many words at `at` add a half to the number before them: "and a half".
fn half(row: &Row<'_>, at: usize) -> usize {
    let is_said = |words: &&&[&str]| words.iter().enumerate().all(|(ahead, word)| row.lower(at + ahead) == *word);
    row.known.and_a_half.iter().find(is_said).map_or(0, |words| words.len())
}

/// A number in words and the figure in brackets behind it, which is another.
pub(in crate::findings) struct Doubled {
    /// Both as they are printed, in bytes of the paragraph: from the words to the figure's end.
    pub(in crate::findings) place: Range<usize>,
    /// Where the words end and the figure begins, in the same.
    pub(in crate::findings) between: Range<usize>,
    /// What the words say, in figures.
    pub(in crate::findings) value: String,
}

/// The numbers in words of a paragraph with another figure in brackets behind them: "two thousand (2,500)", "fifteen per cent (12 per cent)".
pub(super) fn doubled(row: &Row<'_>) -> Vec<Doubled> {
    let (mut found, mut at) = (vec![], 0);
    let unit = |end: usize| percent(row, end).or_else(|| money(row, end, &[]).map(|(_, len)| len)).unwrap_or(0);
    while at < row.words.len() {
        let said = Some(at).filter(|&at| row.may_begin(at)).and_then(|at| number(row, at)).filter(|said| !said.is_figure);
        let Some(said) = said else {
            at += 1;
            continue;
        };
        at = said.end;
        let open = said.end + unit(said.end);
        let Some(figure) = number(row, open + 1).filter(|figure| row.text(open) == "(" && figure.is_figure) else { continue };
        let close = figure.end + unit(figure.end);
        // "two (2001)" is a year.
        let is_year = year(row.text(open + 1)).is_some() && said.amounts[0].is_below(100);
        if row.text(close) == ")" && figure.amounts != said.amounts && !is_year {
            let between = row.end(said.end - 1)..row.word(open + 1).start;
            let place = row.word(said.from).start..row.end(close - 1);
            found.push(Doubled { place, between, value: said.amounts[0].to_string() });
        }
    }
    found
}

/// The number that words from `at` on say.
pub(super) fn in_words(row: &Row<'_>, at: usize) -> Option<u32> {
    let said = number(row, at).filter(|said| !said.is_figure)?;
    said.amounts[0].to_string().parse().ok()
}

/// The numbers of the figure at word `at`, in plain digits.
pub(super) fn in_figures(row: &Row<'_>, at: usize) -> Vec<String> {
    amounts(row.text(at), row.language).map(|(amounts, _)| amounts.iter().map(ToString::to_string).collect()).unwrap_or_default()
}

/// The other end of "10 à 20" and "entre 10 et 12"; alternatives too: "two or three".
fn other_end(row: &Row<'_>, at: usize, end: usize) -> Option<Said> {
    let is_between = at > 0 && row.is_in(at - 1, row.known.between);
    let is_or = row.is_in(end, row.known.and.get(1..)?);
    let is_tie = row.is_in(end, row.known.to) || is_or || is_between && row.is_in(end, row.known.and);
    let other = number(row, end + 1).filter(|_| is_tie)?;
    // "four to one", "deux ou un": an article again.
    (!other.amounts[0].is_one()).then_some(other)
}

/// How many words at `at` say "per cent".
fn percent(row: &Row<'_>, at: usize) -> Option<usize> {
    let is_said = |words: &&&[&str]| words.iter().enumerate().all(|(ahead, word)| row.lower(at + ahead) == *word);
    row.known.percent.iter().find(is_said).map(|words| words.len())
}

/// What is counted of which the number before word `at` is a part: "pêcheries" of "34 des 90 pêcheries".
fn among(row: &Row<'_>, at: usize) -> Option<String> {
    let is_said = |words: &&&[&str]| words.iter().enumerate().all(|(ahead, word)| row.lower(at + ahead) == *word);
    let of = row.known.among.iter().find(is_said)?.len();
    let whole = number(row, at + of).filter(|whole| !whole.is_one())?;
    noun(row, whole.end).map(|(noun, _)| noun)
}

/// The whole of "one in four" and "una de cada tres", of which `said` is the part, and where its words end.
fn one_of(row: &Row<'_>, said: &[Said], end: usize) -> Option<(Amount, usize)> {
    let [part] = said else { return None };
    let of = usize::from(row.is_in(end, row.known.of));
    let ties = |at: &usize| row.is_in(*at, row.known.out_of) && !row.is_in(*at, row.known.of);
    let whole = number(row, (end..=end + of).find(ties)? + 1)?;
    let is_part = part.amounts.len() == 1 && part.unit == Unit::None && part.scale == 0 && part.is_one();
    let [amount] = whole.amounts.as_slice() else { return None };
    (is_part && !amount.is_one() && whole.unit == Unit::None && amount.is_below(1_000)).then_some((*amount, whole.end))
}

/// Whether the number at word `at` is what a count before it is a part of: "3 personnes sur 10".
fn is_whole(row: &Row<'_>, at: usize) -> bool {
    /// "3 jeunes personnes sur 10".
    const REACH: usize = 4;
    let is_out_of = at > 1 && row.is_in(at - 1, row.known.out_of);
    is_out_of && (2..=REACH.min(at)).any(|back| number(row, at - back).is_some())
}

/// The code of the money at `at` and how many words name it.
fn money(row: &Row<'_>, at: usize, said: &[Said]) -> Option<(&'static str, usize)> {
    let coded = said.iter().find_map(|one| if let Unit::Money(code) = one.unit { Some(code) } else { None });
    if let Some(code) = coded {
        // "500 000 $ CA"
        return Some(if code == "USD" && row.text(at) == "CA" { ("CAD", 1) } else { (code, 0) });
    }
    let of = usize::from(row.is_in(at, row.known.of));
    let whose = (at + of..row.words.len()).take_while(|&at| row.is_in(at, row.known.whose)).count();
    let from = at + of + whose;
    if !row.language.lexicon().is_spaced() {
        return row.known.money.iter().find_map(|&(name, code)| Some((code, row.spells(at, name)?)));
    }
    let len = |name: &str| {
        let len = name.split(' ').count();
        name.split(' ').enumerate().all(|(ahead, word)| row.lower(from + ahead) == word).then_some(len)
    };
    row.known.money.iter().find_map(|&(name, code)| Some((code, of + whose + len(name)?)))
}

/// "tiers", "thirds": what the number before it is divided by; "un cinquième rapport" is the fifth.
fn part(row: &Row<'_>, at: usize, is_one: bool) -> Option<(u32, usize)> {
    let may_be_ordinal = is_one && ordinal_word(row.text(at), row.language).is_some();
    below(row, row.lower(at)).filter(|_| !may_be_ordinal || row.is_in(at + 1, row.known.shares.after)).map(|by| (by, 1))
}

/// What is counted at `at`, in small letters, and where it ends.
fn noun(row: &Row<'_>, at: usize) -> Option<(String, usize)> {
    // "four Economic and Social Council forums".
    const LONGEST: usize = 5;
    let lexicon = row.language.lexicon();
    if !lexicon.is_spaced() {
        return unspaced_noun(row, at);
    }
    let of = usize::from(row.is_in(at, row.known.of) && row.is_scale(at.wrapping_sub(1)));
    let from = (at + of..row.words.len()).find(|&at| !row.is_in(at, row.known.adjectives)).unwrap_or(at + of);
    // "1 re classe"
    let is_raised = |at: usize| matches!(row.text(at), "er" | "re" | "ère");
    // "12 meet three times"
    let is_number = |at: usize| at > from && words(row, at).is_some();
    let is_word = |at: usize| {
        row.is_in_name(at)
            || row.word(at).kind == TokenKind::Word
                && !row.is_function(at)
                && (row.text(at).chars().count() > 1 || at == from && is_unit_letter(row.text(at)))
                && !is_raised(at)
                && !is_number(at)
    };
    let count = (from..from + LONGEST).take_while(|&at| is_word(at)).count();
    let is_turn = lexicon.turns.contains(row.lower(from));
    let end = match (count, row.known.noun) {
        (0, _) => return None,
        // "five shall be a quorum"
        (_, NounPlace::Last) if is_turn && !(from..from + count).any(|at| is_plural(row.lower(at))) => return None,
        (_, NounPlace::First) => from + 1,
        (_, NounPlace::Last) => (from..from + count).find(|&at| is_plural(row.lower(at))).map_or(from + 1, |at| at + 1),
    };
    Some(((from..end).map(|at| lexicon.noun(row.lower(at))).collect::<Vec<_>>().join(" "), end))
}

/// Metres, tonnes and volts, as letters that no word begins with behind a figure.
fn is_unit_letter(text: &str) -> bool {
    matches!(text, "m" | "t" | "g" | "V")
}

/// "测量" of "40个测量站": two characters behind the measure word.
fn unspaced_noun(row: &Row<'_>, at: usize) -> Option<(String, usize)> {
    const LONGEST: usize = 2;
    let from = (at..row.words.len()).find(|&at| !row.is_in(at, row.known.adjectives))?;
    let is_word =
        |at: &usize| row.word(*at).kind == TokenKind::Word && !row.is_function(*at) && row.word(*at).text.starts_with(is_han);
    // "人" is a noun by itself.
    let longest = if row.language.lexicon().measures.contains(row.lower(from)) { 1 } else { LONGEST };
    let end = from + (from..from + longest).take_while(is_word).count();
    (end > from).then(|| ((from..end).map(|at| row.lower(at)).collect(), end))
}

/// Whether an English word is a plural, by its ending or as a word that has none.
fn is_plural(word: &str) -> bool {
    let ends = word.ends_with('s') && !["ss", "us", "is", "ous"].iter().any(|ending| word.ends_with(ending));
    ends || matches!(word, "people" | "men" | "women" | "children" | "personnel" | "staff" | "criteria" | "headquarters")
}

#[cfg(test)]
mod tests {
    use super::super::row::Spelled;
    use super::super::row::tests::document;
    use super::*;
    use crate::language::Language;
    use crate::prepare::Text;

    #[test]
    fn a_figure_is_a_count_of_something_or_a_large_amount() {
        let values = |text: &str| {
            let document = document(text, Language::Fr);
            let text = Text::of(&document);
            let spelled = Spelled::of(&document, &text);
            let row = spelled.row(0);
            read(&row, 0).map(|found| found.facts.into_iter().map(|(_, _, value)| value).collect::<Vec<_>>()).unwrap_or_default()
        };
        assert_eq!(values("1 poste de juriste"), ["1 poste"]);
        assert_eq!(values("962 millions, soit"), ["962000000"]);
        assert_eq!(values("143 350 en 2021"), ["143350"]);
        assert_eq!(values("1,5 °C de plus"), ["1.5 °C"]);
        assert_eq!(values("34 des 90 pêcheries"), ["34 pêcheries"]);
        assert_eq!(values("2.15 hectares, et à 10.30 heures"), ["2.15 hectares"]);
        assert_eq!(values("500 000 $ CA par an"), ["500000 CAD"]);
        assert_eq!(values("88 à 115 millions de personnes"), ["88000000 personnes", "115000000 personnes"]);
        assert_eq!(values("deux millions et demi de dollars"), ["2500000 USD"]);
        assert_eq!(values("un million cinq cent mille euros"), ["1500000 EUR"]);
        assert_eq!(values("six, neuf et douze membres"), ["6 membres", "9 membres", "12 membres"]);
        assert_eq!(values("12 livres et"), ["12 livres"]);
        assert_eq!(values("12 livres sterling et"), ["12 GBP"]);
        for text in ["un poste", "1 re classe", "20378, p. 3", "8 et", "mil", "5 des États", "16 h 30", "16:30 heures"] {
            assert_eq!(values(text), [""; 0], "{text}");
        }
    }
}
