//! Paragraphs cited by their number, checked against the text that they stand in.
//!
//! ```text
//! 2021   PP4  … en application du paragraphe 42 de la résolution ICC-ASP/19/Rés.2     OP42 of ASP/19 is OP44 of ASP/20
//! 2022   PP4  … en application du paragraphe 37 de la résolution ICC-ASP/20/Rés.2     so 44 is expected
//! ```
//!
//! Of a text that is given, the paragraph has to exist. Where the citation was there a year before, and cited the text before, the
//! alignment says what that paragraph is now. It is believed where that paragraph also shares twice as many words with the citing one as
//! the cited does, and the cited names no day that the citing one names. Where nothing is known from the year before, the words alone are
//! asked (`likeness`): another paragraph has most of what the citing one shares with that text, and the cited next to nothing.
//!
//! A citation without a text is one of this text: "paragraphe 21 ci-dessus", "of the present resolution", and "paragraphs 1 and 2" where neither
//! "of" something follows nor another citation stands right before ("article 3, paragraph 2"). What follows a list is said of all its
//! members. Of those the alignment alone is believed: where the paragraph that was cited is gone, and another that was there has its
//! number, that is asked too. Of "paragraph 9 (a)" the part is looked for, where paragraph 9 has parts; of "paragraphs 1 to 3" both ends.

use super::likeness::{likeness, shared_words};
use std::ops::Range;

use super::{LintOptions, is_symbol_of};
use crate::findings::bytes::Bytes;
use crate::findings::fact::{Fact, FactKind, of_unit};
use crate::findings::finding::{Finding, Rule};
use crate::findings::history::History;
use crate::language::FactWords;
use crate::structure::{Document, Kind, Unit};

/// What is wrong with the citations of text `new`.
pub(super) fn citations(history: &History<'_>, new: usize, options: &LintOptions) -> Vec<Finding> {
    let mut bytes: Vec<Bytes<'_>> = history.documents.iter().map(|document| Bytes::of(document)).collect();
    let of = |at: usize| {
        let cited = cited(history, new, at, &mut bytes)?;
        // Words are not weighed for a rule that is off.
        let is_weighed = options.rules.contains(&Rule::UnlikeParagraph);
        let unlike = || is_weighed.then(|| unlike(history, new, at, &cited)).flatten();
        citation(history, new, at, &cited, &mut bytes).or_else(unlike)
    };
    (0..history.facts[new].len()).filter_map(of).collect()
}

/// A paragraph, cited: its number, "9" or "9(a)", two of the ends of "9–12", and the text it stands in.
struct Cited {
    numbers: Vec<String>,
    document: usize,
    /// Whether it is said to be in the text itself: "above".
    is_here: bool,
}

fn citation(history: &History<'_>, new: usize, at: usize, cited: &Cited, bytes: &mut [Bytes<'_>]) -> Option<Finding> {
    let fact = &history.facts[new][at];
    let text = history.documents[cited.document];
    if cited.numbers.iter().any(|number| paragraph(text, number).is_none()) {
        // Of this text only what is said to be in it, or is a part of a paragraph that has others, and not by an annex, which has
        // paragraphs of its own.
        let is_own = || {
            let has_parts =
                cited.numbers.iter().all(|number| number.split_once('(').is_some_and(|(digits, _)| has_parts(text, digits)));
            (cited.is_here || has_parts) && prints_numbers(text) && is_body(text, fact.unit)
        };
        let is_sure = cited.document != new || is_own();
        return (is_sure && has_numbers(text))
            .then(|| Finding::of(new, fact, Rule::NoSuchParagraph, vec![fact.text.clone(), text.label.clone()]));
    }
    let before = history.before(new, at).and_then(|at| self::cited(history, new - 1, at, bytes))?;
    renumbered(history, [new, at], &before, cited)
}

/// What the same words cited a year ago, `old`, has another number in the text that is cited now, or is gone from it.
fn renumbered(history: &History<'_>, [new, at]: [usize; 2], old: &Cited, cited: &Cited) -> Option<Finding> {
    let fact = &history.facts[new][at];
    let text = history.documents[cited.document];
    let is_kept = cited.document != new || cited.numbers == old.numbers;
    let is_alike = cited.document.checked_sub(1) == Some(old.document) && cited.numbers.len() == old.numbers.len();
    if !is_kept || !is_alike {
        return None;
    }
    let mut expected = vec![];
    for (number, was) in cited.numbers.iter().zip(&old.numbers) {
        let was = paragraph(history.documents[old.document], was)?;
        let became = history.became(old.document, was);
        if became.is_empty() && cited.document == new && has_forerunner(history, new, paragraph(text, number)?) {
            return Some(Finding::of(new, fact, Rule::ParagraphGone, vec![fact.text.clone()]));
        }
        let is_right = is_right(history, [new, at], [cited.document, paragraph(text, number)?], became)?;
        expected.push(if is_right { number.clone() } else { self::number(text, became[0])? });
    }
    let is_range = expected.len() > 1;
    let said = expected.join("–");
    (expected != cited.numbers).then(|| {
        let digits = cited.numbers[0].split('(').next().unwrap_or_default();
        let suggestion = if is_range || said.contains('(') { said.clone() } else { fact.text.replace(digits, &said) };
        let parts = vec![fact.text.clone(), said, text.label.clone()];
        Finding::of(new, fact, Rule::OtherParagraph, parts).suggesting(suggestion)
    })
}

/// Whether unit `unit` of text `new` was in the text before.
fn has_forerunner(history: &History<'_>, new: usize, unit: usize) -> bool {
    history.links[new - 1].iter().any(|link| !link.old.is_empty() && link.new.contains(&unit))
}

/// Whether fact `at` of text `new` may cite paragraph `cited` of another text or its own, where what it cited a year ago `became` others;
/// None where nothing is known of those.
fn is_right(history: &History<'_>, [new, at]: [usize; 2], [document, cited]: [usize; 2], became: &[usize]) -> Option<bool> {
    let fact = &history.facts[new][at];
    let text = history.documents[document];
    let first = *became.first().filter(|first| number(text, **first).is_some())?;
    // A text is renumbered around its own citations; another text is cited anew each year.
    if document == new || became.contains(&cited) {
        return Some(became.contains(&cited));
    }
    let citing = history.documents[new].units[fact.unit].text.as_str();
    let [here, there] = [cited, first].map(|unit| shared_words(citing, &text.units[unit].text, text.language));
    Some(shares_a_day(history, [new, document], [fact.unit, cited]) || there <= 2 * here)
}

/// The cited paragraph has next to none of the citing words, and another has many.
fn unlike(history: &History<'_>, new: usize, at: usize, cited: &Cited) -> Option<Finding> {
    /// So many times the likeness of the cited paragraph is needed, and so much at least: five words of few paragraphs.
    const TIMES: usize = 5;
    const ENOUGH: usize = 75;
    let fact = &history.facts[new][at];
    if cited.document == new || is_one_of_several(&history.facts[new], at) {
        return None;
    }
    let text = history.documents[cited.document];
    let (likeness, all) = likeness(&history.documents[new].units[fact.unit].text, text);
    let here = likeness.get(&paragraph(text, cited.numbers.first()?)?)?;
    let (&likest, &most) = likeness.iter().max_by_key(|(unit, likeness)| (**likeness, std::cmp::Reverse(**unit)))?;
    // The paragraph that the citing one was then has its words, and is not what it cites.
    let is_itself = descendants(history, cited.document..new, likest).contains(&fact.unit);
    let number =
        text.units[likest].number.clone().filter(|_| most >= ENOUGH && 2 * most >= all && most >= TIMES * here && !is_itself)?;
    Some(Finding::of(new, fact, Rule::UnlikeParagraph, vec![fact.text.clone(), text.label.clone(), number]))
}

/// Whether its unit cites several paragraphs: each then is about a part of what it says.
fn is_one_of_several(facts: &[Fact], at: usize) -> bool {
    let is_paragraph = |fact: &Fact| fact.kind == FactKind::Citation && fact.value.starts_with("pa");
    let is_own = usize::from(is_paragraph(&facts[at]));
    of_unit(facts, facts[at].unit).iter().filter(|fact| is_paragraph(fact)).nth(is_own).is_some()
}

/// What unit `unit` of the first text of `steps` is behind the last of them.
fn descendants(history: &History<'_>, steps: Range<usize>, unit: usize) -> Vec<usize> {
    steps.fold(vec![unit], |units, step| units.iter().flat_map(|unit| history.became(step, *unit)).copied().collect())
}

/// Whether two paragraphs name the same day or period: what one asked for then, the other reports.
fn shares_a_day(history: &History<'_>, documents: [usize; 2], units: [usize; 2]) -> bool {
    let days = |side: usize| {
        let here = of_unit(&history.facts[documents[side]], units[side]);
        here.iter().filter(|fact| fact.kind == FactKind::Period || fact.kind == FactKind::Date && fact.value.len() == 10)
    };
    days(0).any(|day| days(1).any(|other| other.value == day.value))
}

/// What citation `at` of text `document` cites, if it is a paragraph of a text that is given.
fn cited(history: &History<'_>, document: usize, at: usize, bytes: &mut [Bytes<'_>]) -> Option<Cited> {
    const NEAR: usize = 40;
    let facts = &history.facts[document];
    let fact = &facts[at];
    let (noun, number) = fact.value.split_once(' ').filter(|_| fact.kind == FactKind::Citation)?;
    let known = &history.documents[document].language.lexicon().facts;
    let numbers: Vec<String> = number.split('-').map(str::to_owned).collect();
    let is_number = |number: &String| {
        let digits = number.split('(').next().unwrap_or_default();
        !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
    };
    if noun != known.paragraph || !numbers.iter().all(is_number) {
        return None;
    }
    let members = List::of(facts, at);
    // What follows a list is said of all its members.
    let last_at = if members.is_alike { members.last } else { at };
    let last = &facts[last_at];
    let behind = bytes[document].around(last.unit, last.end).1;
    let is_next = |next: &&Fact| next.unit == last.unit && next.kind == FactKind::Symbol && next.start <= last.end + NEAR;
    let next = facts.get(last_at + 1).filter(is_next);
    let is_here = next.is_none() && is_here(behind, known);
    let document = match next {
        // Of several versions of one resolution the last that was there.
        Some(next) => {
            let is_named = |other: &&Document| is_symbol_of(other, next);
            let so_far = history.documents[..=document].iter().rposition(is_named);
            so_far.or_else(|| history.documents.iter().position(is_named))?
        }
        None if is_here => document,
        None if has_own(history.documents[document].units[fact.unit].kind) && members.is_own(behind, known) => document,
        None => return None,
    };
    Some(Cited { numbers, document, is_here })
}

/// Whether a paragraph without a word more is one of the text itself: not before the text, nor in a footnote.
fn has_own(kind: Kind) -> bool {
    matches!(kind, Kind::Preambular | Kind::Operative | Kind::Subparagraph)
}

/// Citations one right behind the other: "paragraphs 1, 2 and 5".
struct List {
    last: usize,
    /// Whether all are of one noun: not "article 3, paragraph 2".
    is_alike: bool,
    /// Whether a symbol stands right before it: "A/78/462, para. 7".
    is_of_symbol: bool,
}

impl List {
    /// The list that citation `at` is part of, alone if need be.
    fn of(facts: &[Fact], at: usize) -> Self {
        /// " and ", ", ", " à ".
        const NEAR: usize = 5;
        let is_near = |pair: &[Fact]| pair[0].unit == pair[1].unit && pair[1].start <= pair[0].end + NEAR;
        let is_tied = |pair: &[Fact]| is_near(pair) && pair.iter().all(|fact| fact.kind == FactKind::Citation);
        let noun = |fact: &Fact| fact.value.split(' ').next().unwrap_or_default().to_owned();
        let last = at + facts[at..].windows(2).take_while(|pair| is_tied(pair)).count();
        let first = at - facts[..=at].windows(2).rev().take_while(|pair| is_tied(pair)).count();
        let is_alike = facts[first..=last].iter().all(|fact| noun(fact) == noun(&facts[at]));
        let is_of_symbol = first > 0 && facts[first - 1].kind == FactKind::Symbol && is_near(&facts[first - 1..=first]);
        Self { last, is_alike, is_of_symbol }
    }

    /// Whether it names no other text: neither `behind` it nor before it.
    fn is_own(&self, behind: &str, known: &FactWords) -> bool {
        let behind = opening(behind);
        let is_of = |word: &&str| behind.strip_prefix(*word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        self.is_alike && !self.is_of_symbol && !known.of_another.iter().any(is_of)
    }
}

/// The first words of `text`, in small letters.
fn opening(text: &str) -> String {
    const ENOUGH: usize = 40;
    text.chars().take(ENOUGH).collect::<String>().trim_start_matches([' ', ',', '\u{a0}']).to_lowercase()
}

/// Whether what follows a citation says that the text itself is meant: "above", "ci-dessus".
fn is_here(behind: &str, known: &FactWords) -> bool {
    let opening = opening(behind);
    known.here.iter().any(|words| opening.starts_with(words))
}

/// Whether a unit stands before the annexes.
fn is_body(document: &Document, unit: usize) -> bool {
    !document.units[..unit].iter().any(|unit| unit.kind == Kind::Annex)
}

/// Whether the paragraphs of `document` have their numbers in print.
fn prints_numbers(document: &Document) -> bool {
    document.units.iter().any(|unit| unit.kind == Kind::Operative && unit.label.is_some())
}

/// The operative paragraph of the body with this number, or its part: "9(a)". Where a paragraph has no parts, they may be in its words.
fn paragraph(document: &Document, number: &str) -> Option<usize> {
    let (digits, letters) = number.split_at(number.find('(').unwrap_or(number.len()));
    let whole = whole(document, digits)?;
    let mut parts = parts(document, whole).peekable();
    if letters.is_empty() {
        return Some(whole.index);
    }
    if parts.peek().is_none() {
        let first = letters.split_inclusive(')').next().unwrap_or_default().trim_start_matches('(');
        return [" ", "("].iter().any(|before| whole.text.contains(&format!("{before}{first}"))).then_some(whole.index);
    }
    parts.find(|unit| unit.id.strip_prefix(whole.id.as_str()) == Some(letters)).map(|unit| unit.index)
}

fn whole<'d>(document: &'d Document, digits: &str) -> Option<&'d Unit> {
    document.units.iter().find(|unit| unit.kind == Kind::Operative && unit.number.as_deref() == Some(digits))
}

fn parts<'d>(document: &'d Document, whole: &Unit) -> impl Iterator<Item = &'d Unit> {
    document.units[whole.index + 1..].iter().take_while(|unit| unit.kind == Kind::Subparagraph)
}

/// Whether the paragraph with this number has parts.
fn has_parts(document: &Document, digits: &str) -> bool {
    whole(document, digits).is_some_and(|whole| parts(document, whole).next().is_some())
}

/// What a citation calls unit `unit` of a text that prints its numbers: "9", "9(a)".
fn number(document: &Document, unit: usize) -> Option<String> {
    let part = &document.units[unit];
    let whole = document.units[..=unit].iter().rev().find(|unit| unit.kind == Kind::Operative)?;
    let is_citable = matches!(part.kind, Kind::Operative | Kind::Subparagraph);
    let letters = part.id.strip_prefix(whole.id.as_str()).filter(|_| is_citable)?;
    whole.number.as_ref().filter(|_| whole.label.is_some()).map(|number| format!("{number}{letters}"))
}

/// Whether the paragraphs of `document` were counted without a doubt.
fn has_numbers(document: &Document) -> bool {
    document.notes.iter().all(|note| !matches!(note.code.as_str(), "numbering-gap" | "numbering-double"))
}
