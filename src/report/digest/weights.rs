//! The numbers that rank a digest. A weight counts among the points of one sort alone, so only which is greater matters: moving one
//! by a fifth changes no order but that of reworded paragraphs whose counts of words are as near as that.

use super::Matter;
use crate::findings::{FactKind, Finding, Rule, Severity, strength};
use crate::language::{Language, Scale};
use crate::structure::{Document, Kind};
use crate::text::fold;

/// How many times a body meets from one text to the next: the sixtieth session becomes the sixty-third where there are three a year.
pub(super) const MEETINGS_A_STEP: i64 = 3;

/// Months by which a meeting of the next year may be earlier or later than a year on, and still be that of the next year.
pub(super) const SEASON: i64 = 3;

/// What one class of points weighs above the one below: more than any place in the text.
const CLASS: usize = 10;

/// Words that are worth as much as one that turns what a paragraph asks ("shall", "not"): more than a sentence has.
const TURN: usize = 100;

/// A rewording of more words than this does more than turn what is asked by one of them.
pub(super) const SHORT: usize = 6;

/// Words that an operative paragraph is worth above a recital.
const OPERATIVE: usize = 10;

/// Words beyond which a rewording weighs no more.
const WORDS: usize = 80;

/// Where in the text something stands: what is decided before what is recalled.
fn place(kind: Kind) -> usize {
    match kind {
        Kind::Operative => 3,
        Kind::Subparagraph => 2,
        Kind::Preambular => 1,
        _ => 0,
    }
}

/// What sort of point a finding makes, and how heavy; None for figures that came or went with other words, which those words show.
pub(super) fn of_finding(finding: &Finding, documents: [&Document; 2]) -> Option<(Matter, usize)> {
    let (matter, class) = match finding.rule {
        Rule::Verb => (Matter::Verb, verb(finding, documents)),
        Rule::Changed => (Matter::Figure, 2 + figure(finding.kind?)),
        Rule::Added | Rule::Dropped if matches!(finding.kind?, FactKind::Money | FactKind::Percent) => (Matter::Figure, 1),
        Rule::Added | Rule::Dropped => return None,
        Rule::Bracketed => (Matter::Brackets, 1),
        _ => match finding.severity {
            Severity::Error => (Matter::Check, 2),
            Severity::Warning => (Matter::Check, 1),
            Severity::Note => (Matter::Check, 0),
        },
    };
    let place = place(documents[1].units[finding.unit].kind);
    // A count that is decided matters before one that is recalled, whatever is counted.
    Some((matter, if matter == Matter::Figure { place * CLASS + class } else { class * CLASS + place }))
}

/// Stronger and weaker first; then what asks and no longer does, or now does.
fn verb(finding: &Finding, [old, new]: [&Document; 2]) -> usize {
    if finding.force.is_some() {
        return 2;
    }
    let [was, now] = finding.parts.as_slice() else { return 0 };
    usize::from(asks(was, old.language) != asks(now, new.language))
}

/// Whether a paragraph that opens so asks for something, or decides it.
fn asks(opening: &str, language: Language) -> bool {
    let opening = fold(opening);
    let decides = language.lexicon().verbs.asks.iter().any(|verb| opening.split([' ', ',']).any(|word| word == *verb));
    decides || strength(&opening, language).is_some_and(|strength| strength.scale == Scale::Asks)
}

fn figure(kind: FactKind) -> usize {
    match kind {
        FactKind::Money => 5,
        FactKind::Percent => 4,
        FactKind::Count => 3,
        FactKind::Date | FactKind::Period => 2,
        FactKind::Ordinal | FactKind::Figure => 1,
        FactKind::Symbol | FactKind::Citation | FactKind::Verb => 0,
    }
}

/// Of a paragraph that came or went: sections first, which have more than their heading, then what asks or decides.
pub(super) fn paragraph(kind: Kind, text: &str, language: Language, is_alone: bool) -> usize {
    /// "Decides, in this regard,".
    const OPENING: usize = 3;
    let opening: Vec<&str> = text.split_whitespace().take(OPENING).collect();
    let class = match kind {
        Kind::Heading | Kind::Annex if !is_alone => 3,
        Kind::Operative if asks(&opening.join(" "), language) => 2,
        Kind::Operative => 1,
        _ => 0,
    };
    class * CLASS + place(kind)
}

/// Of a paragraph in which so many words changed, whether or not one of them turns it.
pub(super) fn words(changed: usize, turns: bool, kind: Kind) -> usize {
    changed.min(WORDS) + usize::from(turns) * TURN + usize::from(place(kind) > 1) * OPERATIVE
}

/// Of what stands elsewhere: a section before a paragraph.
pub(super) fn moved(kind: Kind) -> usize {
    usize::from(matches!(kind, Kind::Heading | Kind::Annex))
}

/// Of a clause of so many characters that stands elsewhere: more than a whole paragraph, since both ends have another text.
pub(super) fn passage(characters: usize) -> usize {
    2 + characters
}
