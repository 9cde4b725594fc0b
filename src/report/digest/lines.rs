//! A digest as people read it: at most one screen, a line a point, each leading to its paragraph.
//!
//! ```text
//! What matters                                        84% of the words of 78/69 stand
//! Verbs     OP63   Also notes → Welcomes  stronger    the holding of the workshop …
//! Figures   OP325  … a group of 21 members → 23 members …
//! New       OP177  Decides to convene …
//!           and 22 more
//! 41 routine updates: sessions, dates, symbols
//! ```

use super::{Matter, Point};
use crate::findings::{Finding, Force, Rule};
use crate::report::contents::cut_to;
use crate::report::figures::said;
use crate::report::pair::Pair;
use crate::report::passages::passage_badges;
use crate::report::phrases::{Phrases, counted, fill};
use crate::report::row::{Ink, Piece, Signal, Stress};
use crate::report::several::several;
use crate::structure::{Document, Kind};

/// Lines that a digest shows at once, over all sorts: what a screen holds beside its head.
const ROOM: usize = 14;

/// Each sort shows so many, if it has them, before any shows more.
const LEAST: usize = 2;

/// And no more than so many, so that one does not crowd out the next.
const MOST: usize = 4;

/// Characters of what went, of what came, and of a paragraph that is told by its opening.
const QUOTED: usize = 88;

/// Lines that the others of a sort have when they are opened: more are looked for in the list of changes, which has all of them.
const OPENED: usize = 30;

/// Words that are shown before a change, and behind it: few before, so that the change itself is on the first line of a phone.
const AROUND: [usize; 2] = [4, 6];

/// Words that are shown behind a verb.
const BEHIND_A_VERB: usize = 12;

/// What matters, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Digested {
    /// "84% of the words of 78/69 stand".
    pub stands: String,
    /// The sorts that have anything, in their order.
    pub groups: Vec<DigestGroup>,
    /// What rolled forward by itself.
    pub routine: Option<Routine>,
}

/// The points of one sort.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DigestGroup {
    /// Which sort.
    pub matter: Matter,
    /// Its name.
    pub head: &'static str,
    /// Those that are shown at once; never empty.
    pub first: Vec<DigestLine>,
    /// The others, if they are not too many.
    pub others: Vec<DigestLine>,
    /// How many the others are: "and 22 more"; empty without others.
    pub more: String,
    /// How many of them are not listed: "and 80 more"; empty where all are.
    pub rest: String,
}

/// One point.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DigestLine {
    /// Where it leads.
    pub anchor: String,
    /// What the paragraph is called: "OP12", "OP12–OP15".
    pub label: String,
    /// What is said of it: "weaker", "moved from OP9".
    pub said: Option<String>,
    /// The words that it is about, with what went and what came.
    pub pieces: Vec<Piece>,
}

/// What rolled forward by itself, to open.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Routine {
    /// "41 routine updates: sessions, dates, symbols".
    pub head: String,
    /// In the order of the text.
    pub lines: Vec<DigestLine>,
}

/// The digest of `pair`; None where nothing differs.
pub(in crate::report) fn digested(pair: &Pair<'_>) -> Option<Digested> {
    let (redline, words) = (pair.redline, &pair.phrases.digest);
    let (digest, old) = (&redline.digest, &redline.old.label);
    let groups: Vec<&[Point]> = digest.points.chunk_by(|before, point| before.matter == point.matter).collect();
    let and_more = |count: usize| if count == 0 { String::new() } else { fill(pair.phrases.page.more, &[&count.to_string()]) };
    let room = rooms(&groups.iter().map(|group| group.len()).collect::<Vec<_>>());
    let groups = groups.into_iter().zip(room).map(|(group, room)| {
        let mut lines = group.iter().take(room + OPENED).map(|point| line(pair, point)).collect::<Vec<_>>();
        let others = lines.split_off(room);
        let left = group.len() - room;
        let (more, rest) = (and_more(left), and_more(left.saturating_sub(OPENED)));
        let matter = group[0].matter;
        DigestGroup { matter, head: words.heads[matter as usize], first: lines, others, more, rest }
    });
    let rolled = digest.routine.iter().map(|&index| rolled(pair, &redline.findings[index]));
    let routine = (!digest.routine.is_empty())
        .then(|| Routine { head: counted(words.routine, digest.routine.len()), lines: rolled.collect() });
    redline.differs().then(|| Digested {
        stands: fill(words.stands, &[&digest.stands.to_string(), old]),
        groups: groups.collect(),
        routine,
    })
}

/// How many lines each of the groups of these `sizes` shows at once.
fn rooms(sizes: &[usize]) -> Vec<usize> {
    let mut rooms: Vec<usize> = sizes.iter().map(|&size| size.min(LEAST)).collect();
    let mut left = ROOM.saturating_sub(rooms.iter().sum());
    for (room, &size) in rooms.iter_mut().zip(sizes) {
        let more = (size.min(MOST) - *room).min(left);
        *room += more;
        left -= more;
    }
    // One that would stand behind "and 1 more" has room there itself.
    rooms.iter_mut().zip(sizes).for_each(|(room, &size)| *room += usize::from(*room + 1 == size));
    rooms
}

/// Where the points lead, in their order.
pub(in crate::report) fn anchors<'p>(pair: &'p Pair<'_>) -> Vec<&'p str> {
    let points = pair.redline.digest.points.iter();
    points.map(|point| sides(pair, point).1[point.units[0]].as_str()).collect()
}

/// The text that a point is about, and the anchors of its units.
fn sides<'p>(pair: &'p Pair<'_>, point: &Point) -> (&'p Document, &'p [String]) {
    match point.matter {
        Matter::Gone => (&pair.redline.old, &pair.anchors.old),
        _ => (&pair.redline.new, &pair.anchors.new),
    }
}

fn line(pair: &Pair<'_>, point: &Point) -> DigestLine {
    let words = &pair.phrases.digest;
    let (document, anchors) = sides(pair, point);
    let unit = &document.units[point.units[0]];
    let finding = point.finding.map(|index| &pair.redline.findings[index]);
    let text = |ink: fn(Stress) -> Ink| vec![inked(ink(Stress::Full), &cut_to(&object(document, &point.units), QUOTED))];
    let (said, pieces) = match point.matter {
        Matter::Verb => {
            let force = finding.and_then(|finding| finding.force);
            let force = force.map(|force| if force == Force::Weaker { words.weaker } else { words.stronger });
            (force.map(str::to_owned), around(&unit.text, point, [0, BEHIND_A_VERB], arrow(pair)))
        }
        Matter::Figure | Matter::Words => (None, around(&unit.text, point, AROUND, arrow(pair))),
        Matter::New => (None, text(Ink::Inserted)),
        Matter::Gone => (None, text(Ink::Deleted)),
        Matter::Brackets => (None, vec![plain(cut_to(&finding.map_or(String::new(), |finding| finding.value.clone()), QUOTED))]),
        Matter::Moved => (moved(pair, point), vec![plain(cut_to(&unit.text, QUOTED))]),
        Matter::Check => (None, vec![plain(finding.map_or(String::new(), |finding| said(finding, pair.phrases)))]),
    };
    DigestLine { anchor: anchors[unit.index].clone(), label: label(pair, document, &point.units), said, pieces }
}

/// What a paragraph is about, by its opening; a section by its heading and how it begins.
fn object(document: &Document, units: &[usize]) -> String {
    /// A heading of fewer characters says little: "Annex".
    const SHORT: usize = 12;
    let text = |unit: usize| document.units[unit].text.as_str();
    match units {
        [head, first, ..] if text(*head).chars().count() < SHORT => format!("{} – {}", text(*head), text(*first)),
        [head, ..] => text(*head).to_owned(),
        [] => String::new(),
    }
}

/// What several units are called together; a heading alone by its name.
fn label(pair: &Pair<'_>, document: &Document, units: &[usize]) -> String {
    let is_heading = |unit: &usize| matches!(document.units[*unit].kind, Kind::Heading | Kind::Annex);
    let paragraphs: Vec<usize> = units.iter().copied().filter(|unit| !is_heading(unit)).collect();
    if paragraphs.is_empty() {
        pair.name(&document.units[units[0]]).full()
    } else {
        several(&document.units, &paragraphs, pair.phrases)
    }
}

/// From where a paragraph came, or a clause in it.
fn moved(pair: &Pair<'_>, point: &Point) -> Option<String> {
    let change = pair.change(point.link);
    if point.end > 0 {
        let badges = passage_badges(pair, change, None);
        return badges.into_iter().find(|badge| badge.target.is_some()).map(|badge| badge.text);
    }
    Some(pair.moved_from(change, pair.phrases.badges.moved_from))
}

/// What went and what came, with some words of the later text before them and behind them.
fn around(text: &str, point: &Point, [before, behind]: [usize; 2], arrow: &str) -> Vec<Piece> {
    let characters: Vec<char> = text.chars().collect();
    let (start, end) = (point.start.min(characters.len()), point.end.min(characters.len()));
    let (head, tail): (String, String) = (characters[..start].iter().collect(), characters[end..].iter().collect());
    let mut pieces = vec![plain(last_words(&head, before))];
    pieces.extend(changed([point.was.as_deref(), point.now.as_deref()], arrow));
    pieces.push(plain(first_words(&tail, behind)));
    pieces.retain(|piece| !piece.text().is_empty());
    pieces
}

/// The arrow of the text, which its words stand about, whatever language the page is in.
fn arrow(pair: &Pair<'_>) -> &'static str {
    Phrases::of(pair.redline.new.language).arrow
}

/// What went and what came; between two an arrow, so that nobody reads one for the other where the marks are lost.
fn changed(sides: [Option<&str>; 2], arrow: &str) -> Vec<Piece> {
    let went = |words: &str| inked(Ink::Deleted(Stress::Full), &cut_to(words, QUOTED));
    let came = |words: &str| inked(Ink::Inserted(Stress::Full), &cut_to(words, QUOTED));
    match sides {
        [Some(was), Some(now)] => {
            // White space that only one of them begins or ends with still parts the change from the words about it.
            let gap = |is_there: bool| is_there.then(|| plain(" ".to_owned()));
            let before = gap([was, now].iter().any(|side| side.starts_with(char::is_whitespace)));
            let behind = gap([was, now].iter().any(|side| side.ends_with(char::is_whitespace)));
            let between = [went(was.trim()), plain(arrow.to_owned()), came(now.trim())];
            before.into_iter().chain(between).chain(behind).collect()
        }
        [was, now] => was.map(went).into_iter().chain(now.map(came)).collect(),
    }
}

/// The last words of `text`, with an ellipsis where there are more.
pub(in crate::report) fn last_words(text: &str, count: usize) -> String {
    let spaces = text.trim_end().rmatch_indices(' ');
    match spaces.take(count).last().filter(|_| text.split_whitespace().nth(count).is_some()) {
        Some((at, _)) => format!("…{}", &text[at..]),
        None if count == 0 => String::new(),
        None => text.to_owned(),
    }
}

/// The first words of `text`, with an ellipsis where there are more.
fn first_words(text: &str, count: usize) -> String {
    let begins = text.len() - text.trim_start().len();
    let space = text[begins..].match_indices(' ').nth(count.saturating_sub(1)).map(|(at, _)| begins + at);
    space.map_or_else(|| text.to_owned(), |at| format!("{} …", &text[..at]))
}

/// A figure that rolled forward.
fn rolled(pair: &Pair<'_>, finding: &Finding) -> DigestLine {
    let [was, now] = match (finding.rule, finding.parts.as_slice()) {
        (Rule::Dropped, [was]) => [Some(was), None],
        (_, [now]) => [None, Some(now)],
        (_, parts) => [parts.first(), parts.get(1)],
    };
    DigestLine {
        anchor: pair.anchors.new[finding.unit].clone(),
        label: label(pair, &pair.redline.new, &[finding.unit]),
        said: None,
        pieces: changed([was, now].map(|side| side.map(String::as_str)), arrow(pair)),
    }
}

pub(in crate::report) fn plain(text: String) -> Piece {
    Piece::Text { ink: Ink::Plain, text, signal: Signal::default() }
}

pub(in crate::report) fn inked(ink: Ink, text: &str) -> Piece {
    Piece::Text { ink, text: text.to_owned(), signal: Signal::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sort_has_its_lines_before_any_has_more() {
        assert_eq!(rooms(&[1, 9, 9, 9]), [1, 4, 4, 4]);
        assert_eq!(rooms(&[9; 8]), [2; 8]);
        assert_eq!(rooms(&[9, 0, 3, 2]), [4, 0, 3, 2]);
        assert_eq!(rooms(&[5]), [5]);
    }

    #[test]
    fn a_change_stays_apart_from_the_words_about_it() {
        let shown = |was, now| changed([Some(was), Some(now)], " → ").iter().map(Piece::text).collect::<String>();
        assert_eq!(shown(" of the north", ", in the south"), " of the north → , in the south");
        assert_eq!(shown("13", "12"), "13 → 12");
    }

    #[test]
    fn words_around_a_change_end_between_words() {
        assert_eq!(last_words("Decides that the Bureau shall meet in ", 2), "… meet in ");
        assert_eq!(last_words("Decides ", 2), "Decides ");
        assert_eq!(last_words("Decides ", 0), "");
        assert_eq!(first_words(" of the sixty States", 2), " of the …");
        assert_eq!(first_words(", and adjourns", 9), ", and adjourns");
    }
}
