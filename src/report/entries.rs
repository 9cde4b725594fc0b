//! From links to the entries of the page: one for each paragraph of the new text, and one for each that was deleted.
//!
//! A split is shown as its parts, each where it stands now and each with its share of the edits; what was deleted at the border of two
//! parts stands at the end of the first. A note stands under the first paragraph that calls it.

use std::cmp::Ordering;

use super::editorial::{Editorial, stresses};
use super::figures::flags;
use super::label::{Name, list_with_article, shown_label};
use super::pair::Pair;
use super::passages::passage_badges;
use super::phrases::{Phrases, fill};
use super::pieces::{Sources, pieces};
use super::row::{Badge, BadgeKind, Entry, Ink, NoteEntry, Piece, Role, Standing, Stress};
use super::suggestions::{doubtful, perhaps};
use super::summary::statuses;
use crate::align::{Evidence, Relation};
use crate::compare::{Change, Op, Weight};
use crate::findings::{VerbChange, verb_of};
use crate::structure::{Kind, Unit};

/// An entry that still knows where it came from.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) entry: Entry,
    /// Index of its link.
    pub(super) link: usize,
    /// Index of its new unit; None when deleted.
    pub(super) new: Option<usize>,
    /// What it is called.
    pub(super) name: Name,
    /// What it was called, when it was renumbered.
    pub(super) was: Option<Name>,
}

/// The entries, in the order of the new text.
pub(super) fn entries(pair: &Pair<'_>) -> Vec<Draft> {
    let mut notes = Notes { pair, shown: vec![false; pair.redline.links.len()] };
    let mut drafts: Vec<Draft> = vec![];
    let mut late: Vec<Draft> = vec![];
    for (link, change) in pair.redline.links.iter().enumerate().filter(|&(link, _)| !pair.called[link]) {
        let mut parts = drafts_of(pair, link, change, &mut notes).into_iter();
        drafts.extend(parts.next());
        late.extend(parts);
    }
    for draft in late {
        let place = drafts.iter().position(|other| other.new > draft.new).unwrap_or(drafts.len());
        drafts.insert(place, draft);
    }
    drafts
}

fn drafts_of(pair: &Pair<'_>, link: usize, change: &Change, notes: &mut Notes<'_>) -> Vec<Draft> {
    let verb = verb_of([&pair.redline.old, &pair.redline.new], change);
    let mut shares = pieces(change, verb.as_ref(), &sources(pair)).into_iter();
    let Some((&last, before)) = change.link.new.split_last() else {
        // One old unit, by the contract; were there several, the first names them all.
        return change
            .link
            .old
            .first()
            .map(|&old| deleted(pair, link, old, shares.next().unwrap_or_default(), notes))
            .into_iter()
            .collect();
    };
    let mut drafts: Vec<Draft> =
        before.iter().map(|&unit| present(pair, link, unit, None, shares.next().unwrap_or_default(), notes)).collect();
    // A line feed too many in the edits must not lose text.
    drafts.push(present(pair, link, last, verb.as_ref(), shares.flatten().collect(), notes));
    if let Some(draft) = drafts.last_mut() {
        draft.entry.notes.extend(notes.gone(&change.link.old));
    }
    drafts
}

fn sources<'a>(pair: &'a Pair<'_>) -> Sources<'a> {
    Sources {
        old: &pair.redline.old,
        new: &pair.redline.new,
        notes: &pair.notes,
        anchors: &pair.anchors,
        editorial: pair.editorial,
    }
}

fn deleted(pair: &Pair<'_>, link: usize, old: usize, pieces: Vec<Piece>, notes: &mut Notes<'_>) -> Draft {
    let unit = pair.old_unit(old);
    let name = pair.name(unit);
    let entry = Entry {
        anchor: pair.anchors.old[old].clone(),
        role: role(unit, &pair.redline.old.units),
        label: former(shown_label(unit, &name), pair.phrases),
        was: None,
        printed: printed(unit),
        standing: Standing::Deleted,
        badges: badges(pair, pair.change(link), None, &pieces, Told::default()),
        pieces,
        notes: notes.gone(&[old]),
        since: None,
    };
    Draft { entry, link, new: None, name, was: None }
}

fn present(
    pair: &Pair<'_>,
    link: usize,
    new: usize,
    verb: Option<&VerbChange>,
    pieces: Vec<Piece>,
    notes: &mut Notes<'_>,
) -> Draft {
    let (unit, change) = (pair.new_unit(new), pair.change(link));
    let name = pair.name(unit);
    // A recital that became an operative paragraph has another name, if no other printed label.
    let of_another_part = |old: usize| (pair.old_unit(old).kind == Kind::Preambular) != (unit.kind == Kind::Preambular);
    let kept = change.link.old.first().filter(|_| change.link.relation == Relation::Kept);
    // What only brackets renumber is told by a badge.
    let of_another_name = |old: usize| is_heading(unit) || pair.name(pair.old_unit(old)) != name;
    let old = kept.filter(|&&old| change.link.renumbered && of_another_name(old) || of_another_part(old));
    let was = old.map(|&old| pair.name(pair.old_unit(old)));
    let was_label = old.and_then(|&old| was_label(pair, unit, pair.old_unit(old)));
    let standing = standing(change, pair.editorial);
    let told = Told { new: Some(new), has_old_name: was_label.is_some() };
    let entry = Entry {
        anchor: pair.anchors.new[new].clone(),
        role: role(unit, &pair.redline.new.units),
        label: shown_label(unit, &name),
        was: was_label,
        printed: printed(unit),
        standing,
        badges: badges(pair, change, verb, &pieces, told).into_iter().chain(flags(pair, new)).collect(),
        pieces,
        notes: notes.called(unit),
        since: None,
    };
    Draft { entry, link, new: Some(new), name, was }
}

/// "was OP11"; None where nothing was printed.
fn was_label(pair: &Pair<'_>, new: &Unit, old: &Unit) -> Option<String> {
    let (now, before) = (pair.name(new), pair.name(old));
    // Headings are known by their printed label.
    if is_heading(new) || now == before {
        let printed = old.label.as_deref()?;
        return Some(pair.phrases.badges.was.replace("{p}", "").replace("{a}", printed));
    }
    Some(now.was(&before, pair.phrases))
}

fn is_heading(unit: &Unit) -> bool {
    matches!(unit.kind, Kind::Heading | Kind::Annex)
}

/// A number of the old text says so: the new one may have given it to another paragraph.
fn former(label: String, phrases: &Phrases) -> String {
    if label.is_empty() { label } else { fill(phrases.badges.former, &[&label]) }
}

pub(super) fn printed(unit: &Unit) -> Option<String> {
    match unit.kind {
        Kind::Heading | Kind::Annex | Kind::Front | Kind::Enacting | Kind::Closing => unit.label.clone(),
        Kind::Preambular | Kind::Operative | Kind::Subparagraph | Kind::Note => None,
    }
}

pub(super) fn role(unit: &Unit, units: &[Unit]) -> Role {
    match unit.kind {
        Kind::Front => Role::Front,
        Kind::Enacting => Role::Enacting,
        Kind::Preambular | Kind::Operative => Role::Paragraph,
        Kind::Heading | Kind::Annex => Role::Heading(unit.section.len() + 1),
        Kind::Note => Role::Note,
        Kind::Closing => Role::Closing,
        Kind::Subparagraph => {
            let above = std::iter::successors(unit.parent, |&parent| units.get(parent).and_then(|u| u.parent));
            // A circle of parents would be a fault elsewhere; nine steps are deeper than any resolution goes.
            let depth = above.take(9).take_while(|&p| units.get(p).is_some_and(|u| u.kind == Kind::Subparagraph)).count();
            Role::Part(depth + 1)
        }
    }
}

fn standing(change: &Change, editorial: Editorial) -> Standing {
    match (change.link.relation, change.weight) {
        (Relation::Inserted, _) => Standing::Inserted,
        (Relation::Deleted, _) => Standing::Deleted,
        (_, Weight::None) => Standing::Same,
        (_, Weight::Editorial) if !stresses(&change.edits, editorial).iter().any(|stress| matches!(stress, Stress::Light)) => {
            Standing::Same
        }
        (_, Weight::Editorial) => Standing::Editorial,
        (_, Weight::Substantive) => Standing::Edited,
    }
}

fn badge(kind: BadgeKind, text: impl Into<String>) -> Badge {
    Badge { kind, text: text.into(), target: None, pin: None }
}

/// What the badges stand beside.
#[derive(Debug, Clone, Copy, Default)]
struct Told {
    /// The new unit; None where it is gone.
    new: Option<usize>,
    /// Whether its old name is said already.
    has_old_name: bool,
}

fn badges(pair: &Pair<'_>, change: &Change, verb: Option<&VerbChange>, pieces: &[Piece], beside: Told) -> Vec<Badge> {
    let words = &pair.phrases.badges;
    let old_names = pair.old_names(&change.link.old);
    let from = |template: &str| fill(template, &[&list_with_article(&old_names, pair.phrases)]);
    let unit = beside.new.map(|new| pair.new_unit(new)).or_else(|| Some(pair.old_unit(*change.link.old.first()?)));
    let cell = unit.and_then(|unit| unit.cell.as_ref()).map(|cell| badge(BadgeKind::Cell, cell.name()));
    let mut badges: Vec<Badge> = cell.into_iter().collect();
    match change.link.relation {
        Relation::Inserted => badges.push(badge(BadgeKind::Inserted, words.inserted)),
        Relation::Deleted => badges.push(badge(BadgeKind::Deleted, words.deleted)),
        Relation::Split => badges.push(badge(BadgeKind::Split, from(words.split_from))),
        Relation::Merged => badges.push(badge(BadgeKind::Merged, from(words.merged_from))),
        Relation::Kept if is_replaced(change, pieces) && !is_line(pair, change) => {
            badges.push(badge(BadgeKind::Replaced, words.replaced));
        }
        Relation::Kept => {}
    }
    if let Some(verb) = verb {
        let template = match verb.force {
            Some(Ordering::Greater) => words.verb_stronger,
            Some(Ordering::Less) => words.verb_weaker,
            _ => words.verb,
        };
        badges.push(badge(BadgeKind::Verb, fill(template, &[&verb.old, &verb.new])));
    }
    if change.link.moved {
        let target = change.link.old.first().map(|&old| pair.anchors.left[old].clone());
        let moved = if beside.has_old_name { words.moved.to_owned() } else { pair.moved_from(change, words.moved_from) };
        badges.push(Badge { target, ..badge(BadgeKind::Moved, moved) });
    }
    badges.extend(passage_badges(pair, change, beside.new));
    badges.extend(perhaps(pair, change).or_else(|| doubtful(pair, change)));
    if standing(change, pair.editorial) == Standing::Editorial {
        badges.push(badge(BadgeKind::Editorial, words.editorial));
    }
    if let ([old], [new]) = (change.link.old.as_slice(), change.link.new.as_slice()) {
        let (old, new) = (pair.old_unit(*old), pair.new_unit(*new));
        if old.is_bracketed() != new.is_bracketed() {
            let printed = |unit: &Unit| unit.label.clone().unwrap_or_else(|| "–".to_owned());
            badges.push(badge(BadgeKind::Brackets, fill(words.brackets, &[&printed(old), &printed(new)])));
        }
    }
    badges.extend(status(pair, change));
    if change.link.why.contains(&Evidence::Pin) {
        badges.push(badge(BadgeKind::Pinned, words.pinned));
    }
    if change.footnotes_changed && !matches!(change.link.relation, Relation::Inserted | Relation::Deleted) {
        badges.push(badge(BadgeKind::Footnotes, words.footnotes));
    }
    badges
}

/// What a draft says of the paragraph beside its words, and what it said before.
pub(super) fn status(pair: &Pair<'_>, change: &Change) -> Option<Badge> {
    let words = &pair.phrases.badges;
    let [old, new] = statuses([&pair.redline.old, &pair.redline.new], change);
    let none = || "–";
    match (old, new) {
        (None, None) => None,
        _ if old == new || change.link.old.is_empty() || change.link.new.is_empty() => {
            Some(badge(BadgeKind::Status, fill(words.status, &[new.or(old)?])))
        }
        _ => {
            let said = [old.unwrap_or_else(none), new.unwrap_or_else(none)];
            Some(badge(BadgeKind::StatusChanged, fill(words.status_changed, &said)))
        }
    }
}

/// Whether `change` is of a line before or after the text: dates and symbols are others each year.
fn is_line(pair: &Pair<'_>, change: &Change) -> bool {
    let kinds = change.link.new.iter().map(|&new| pair.new_unit(new).kind);
    kinds.into_iter().all(|kind| matches!(kind, Kind::Front | Kind::Enacting | Kind::Closing))
}

/// Whether words changed and none was kept.
fn is_replaced(change: &Change, pieces: &[Piece]) -> bool {
    let is_kept =
        |piece: &Piece| matches!(piece, Piece::Text { ink: Ink::Plain, text, .. } if text.chars().any(char::is_alphanumeric));
    let went = change.edits.iter().any(|e| e.op == Op::Delete);
    change.weight == Weight::Substantive && went && !pieces.iter().any(is_kept)
}

/// Footnote texts, each shown once.
struct Notes<'a> {
    pair: &'a Pair<'a>,
    shown: Vec<bool>,
}

impl Notes<'_> {
    /// The notes that `unit` of the new text calls and that are not shown yet.
    fn called(&mut self, unit: &Unit) -> Vec<NoteEntry> {
        let mut entries = vec![];
        for footnote in &unit.footnotes {
            let Some((note, link)) = footnote.note.and_then(|n| Some((n, self.take(*self.pair.of_new.get(n)?)?))) else {
                continue;
            };
            entries.push(self.entry(link, (self.pair.anchors.new[note].clone(), &footnote.mark)));
        }
        entries
    }

    /// The notes that old units called and that are no more.
    fn gone(&mut self, units: &[usize]) -> Vec<NoteEntry> {
        let mut entries = vec![];
        for footnote in units.iter().flat_map(|&unit| &self.pair.old_unit(unit).footnotes) {
            let Some(note) = footnote.note else { continue };
            let link = self.pair.of_old.get(note).copied().flatten();
            let Some(link) = link.filter(|&link| self.pair.change(link).link.new.is_empty()).and_then(|l| self.take(Some(l)))
            else {
                continue;
            };
            entries.push(self.entry(link, (self.pair.anchors.old[note].clone(), &footnote.mark)));
        }
        entries
    }

    fn take(&mut self, link: Option<usize>) -> Option<usize> {
        let link = link.filter(|&link| self.pair.called[link] && !self.shown[link])?;
        self.shown[link] = true;
        Some(link)
    }

    /// The note of `link`.
    fn entry(&self, link: usize, (anchor, mark): (String, &str)) -> NoteEntry {
        let change = self.pair.change(link);
        let words = &self.pair.phrases.badges;
        let mark = mark.to_owned();
        let mut pieces: Vec<Piece> = pieces(change, None, &sources(self.pair)).into_iter().flatten().collect();
        if self.pair.unknown[link] {
            pieces.iter_mut().for_each(Piece::settle);
            return NoteEntry { anchor, mark, standing: Standing::Same, badge: None, pieces };
        }
        let badge = match change.link.relation {
            Relation::Inserted => Some(badge(BadgeKind::Inserted, words.inserted)),
            Relation::Deleted => Some(badge(BadgeKind::Deleted, words.deleted)),
            _ => None,
        };
        NoteEntry { anchor, mark, standing: standing(change, self.pair.editorial), badge, pieces }
    }
}
