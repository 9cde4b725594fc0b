//! What a translator has to do again, as a table: the text with its changes beside the translation of the text as it was.

use super::entries::role;
use super::figures::unit_name;
use super::label::{Name, shown_label};
use super::phrases::{ConcordWords, Phrases, fill};
use super::sheet::{Sheet, SheetCell};
use super::table::{Fate, Lead, Set, Table, TablePart, TableRow, TableRun};
use super::title::Party;
use crate::compare::{Edit, Op};
use crate::concord::{Redo, RedoItem, RedoList};
use crate::language::Language;
use crate::structure::Document;

/// The texts of a [`RedoList`].
#[derive(Debug, Clone, Copy)]
pub struct RedoTexts<'t> {
    /// The text as it is now.
    pub now: &'t Document,
    /// As it was when it was translated.
    pub before: &'t Document,
    /// Its translation.
    pub translation: &'t Document,
}

/// What becomes of a paragraph, with the number that it gets.
fn deed(item: &RedoItem, words: &ConcordWords) -> String {
    let what = Redo::ALL.iter().zip(words.deeds).find(|(known, _)| **known == item.what).map_or("", |(_, name)| name);
    match item.renumber.as_ref().filter(|_| item.what != Redo::Drop) {
        Some([own, new]) => format!("{what}; {}", fill(words.renumber, &[own, new])),
        None => what.to_owned(),
    }
}

/// A row for each paragraph: what to do, where, and what changed.
pub fn redo_sheet(list: &RedoList, texts: RedoTexts<'_>, language: Language) -> Sheet {
    let phrases = Phrases::of(language);
    let words = phrases.concord;
    let names = |document: &Document, units: &[usize]| {
        units.iter().map(|&unit| unit_name(document, unit, phrases)).collect::<Vec<_>>().join(phrases.comma)
    };
    let row = |item: &RedoItem| {
        let now = if item.now.is_empty() { names(texts.before, &item.before) } else { names(texts.now, &item.now) };
        let cells = [deed(item, words), now, names(texts.translation, &item.translation), item.why.clone()];
        cells.into_iter().map(SheetCell::plain).collect()
    };
    Sheet {
        language,
        title: fill(words.redo, &[&texts.now.label, &texts.translation.label]),
        columns: [words.deed, words.places, words.translation, words.why].map(str::to_owned).to_vec(),
        texts: 0..0,
        rows: list.items.iter().map(row).collect(),
        changes: "",
        nothing: words.nothing,
    }
}

/// The text as it is now, with what changed marked, beside what there is of its translation.
pub fn redo_table(list: &RedoList, texts: RedoTexts<'_>, language: Language) -> Table {
    let phrases = Phrases::of(language);
    let words = phrases.concord;
    let title = fill(words.redo, &[&texts.now.label, &texts.translation.label]);
    let columns =
        vec![Party::of(texts.now, "", &title, language), Party::of(texts.translation, words.translation, &title, language)];
    let row = |item: &RedoItem| {
        let (document, units) = if item.now.is_empty() { (texts.before, &item.before) } else { (texts.now, &item.now) };
        let own = units.first().map(|&unit| TablePart {
            said: Some(deed(item, words)),
            runs: runs(&item.edits, item.what),
            ..part(document, unit, phrases)
        });
        let translated = item.translation.iter().map(|&unit| part(texts.translation, unit, phrases)).collect();
        TableRow::Texts(vec![own.into_iter().collect(), translated])
    };
    Table { language, phrases, title, columns, rows: list.items.iter().map(row).collect(), lead: Lead::Equal }
}

/// A paragraph as it stands.
fn part(document: &Document, unit: usize, phrases: &Phrases) -> TablePart {
    let own = &document.units[unit];
    TablePart {
        role: role(own, &document.units),
        label: shown_label(own, &Name::of(own, phrases)),
        said: None,
        runs: vec![TableRun { text: own.text.clone(), fate: Fate::Kept, set: Set::Words }],
        notes: vec![],
    }
}

/// The redline of a paragraph; what is new is not marked, since all of it is.
fn runs(edits: &[Edit], what: Redo) -> Vec<TableRun> {
    let fate = |op: Op| match op {
        Op::Insert if what == Redo::Redo => Fate::Came,
        Op::Delete => Fate::Went,
        _ => Fate::Kept,
    };
    let shown = edits.iter().filter(|edit| what != Redo::Keep || edit.op != Op::Delete);
    shown.map(|edit| TableRun { text: edit.text.clone(), fate: fate(edit.op), set: Set::Words }).collect()
}
