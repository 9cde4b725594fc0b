//! What holds of every text, whatever is in it. Property tests assert it on mangled resolutions, the targets of `fuzz/` on any bytes.

// No test uses all of it, and the fuzz targets are crates of their own.
#![allow(dead_code, unreachable_pub)]

pub mod forms;
#[cfg(test)]
pub mod mangled;
pub mod overlaid;

use std::collections::{BTreeMap, BTreeSet};

use rature::align::{AlignOptions, align};
use rature::compare::{Comparison, Op, compare};
use rature::read::Source;
use rature::series::Series;
use rature::structure::{Document, Kind, Unit};

/// How often each character stands there that is not white space.
type Tally = BTreeMap<char, i64>;

fn count(tally: &mut Tally, text: &str, by: i64) {
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        *tally.entry(c).or_default() += by;
    }
}

fn count_repairs(tally: &mut Tally, repairs: &[rature::read::Repair], by: i64) {
    for repair in repairs {
        count(tally, &repair.before, by);
        count(tally, &repair.after, -by);
    }
}

fn count_units(tally: &mut Tally, units: &[Unit], by: i64) {
    for unit in units {
        count(tally, unit.label.as_deref().unwrap_or_default(), by);
        count(tally, unit.status.as_deref().unwrap_or_default(), by);
        count(tally, &unit.text, by);
        unit.footnotes.iter().for_each(|footnote| count(tally, &footnote.printed, by));
    }
}

/// Every character of plain text that is not white space is in one unit (label, text, marks) or in a repair.
pub fn every_character_has_a_place(text: &str, document: &Document) {
    let mut tally = Tally::new();
    count(&mut tally, text, 1);
    count_units(&mut tally, &document.units, -1);
    count_repairs(&mut tally, &document.repairs, -1);
    tally.retain(|_, n| *n != 0);
    assert!(tally.is_empty(), "{}: characters without a place: {tally:?}", document.label);
}

/// The same of the blocks of any kind of file.
pub fn structure_keeps_every_character(source: &Source, document: &Document) {
    let mut tally = Tally::new();
    for block in &source.blocks {
        count(&mut tally, &block.text, 1);
        block.marks.iter().flatten().for_each(|mark| count(&mut tally, &mark.printed, 1));
    }
    count_repairs(&mut tally, &source.repairs, 1);
    count_units(&mut tally, &document.units, -1);
    count_repairs(&mut tally, &document.repairs, -1);
    tally.retain(|_, n| *n != 0);
    assert!(tally.is_empty(), "{}: characters without a place: {tally:?}", document.label);
}

/// Indices count, ids differ, parents stand before their parts, marks stand in their text.
pub fn units_are_in_order(document: &Document) {
    let mut ids = BTreeSet::new();
    for (at, unit) in document.units.iter().enumerate() {
        assert_eq!(unit.index, at);
        assert!(ids.insert(&unit.id), "{} stands twice in {}", unit.id, document.label);
        assert!(unit.parent.is_none_or(|parent| parent < at), "{} stands before its parent", unit.id);
        for footnote in &unit.footnotes {
            assert!(footnote.at <= unit.text.chars().count());
            assert!(footnote.note.is_none_or(|note| document.units[note].kind == Kind::Note));
        }
    }
}

/// The redline of two texts, with what holds of it: every unit is in one link on its side, and edits rebuild both texts.
pub fn compared(old: &Document, new: &Document) -> Comparison {
    let comparison = compare(old, new, align(old, new, &AlignOptions::default()));
    let mut tied = [vec![0; old.units.len()], vec![0; new.units.len()]];
    for change in &comparison.changes {
        let sides = [(old, &change.link.old, Op::Delete), (new, &change.link.new, Op::Insert)];
        for (side, (document, units, op)) in sides.into_iter().enumerate() {
            for &unit in units {
                tied[side][unit] += 1;
            }
            let texts: Vec<&str> = units.iter().map(|&unit| document.units[unit].text.as_str()).collect();
            let rebuilt: String =
                change.edits.iter().filter(|edit| edit.op == Op::Equal || edit.op == op).map(|edit| edit.text.as_str()).collect();
            assert_eq!(rebuilt, texts.join("\n"), "{units:?} of {}", document.label);
        }
    }
    assert!(tied.iter().flatten().all(|&links| links == 1), "units in no link or in several: {tied:?}");
    comparison
}

/// A text against itself has no change.
pub fn the_same_text_has_no_change(document: &Document) {
    for change in &compared(document, document).changes {
        let link = &change.link;
        assert!(!change.edited && !change.footnotes_changed && !link.moved && !link.renumbered, "{change:?}");
        assert_eq!(link.old, link.new);
    }
}

/// Every paragraph is in one lineage, and the runs of every text tile it, each since a year that had come.
pub fn every_word_has_its_year(series: &Series) {
    for (at, document) in series.documents.iter().enumerate() {
        for unit in &document.units {
            let owners = series.lineages.iter().filter(|lineage| lineage.unit_in(at) == Some(unit.index)).count();
            assert_eq!(owners, 1, "{} of {}", unit.id, document.label);
            let runs = &series.provenance[at][unit.index].runs;
            let borders: Vec<usize> = runs.iter().map(|run| run.end).collect();
            let starts: Vec<usize> = std::iter::once(0).chain(borders.iter().copied()).take(runs.len()).collect();
            assert_eq!(runs.iter().map(|run| run.start).collect::<Vec<_>>(), starts, "{} of {}", unit.id, document.label);
            assert_eq!(borders.last().copied().unwrap_or(0), unit.text.chars().count());
            assert!(runs.iter().all(|run| run.since <= at && run.earlier.iter().all(|spell| spell.until < run.since)));
        }
    }
}

/// Begins as a formula, clears a screen, sets a title, writes a link, turns the text round, ends an element, an attribute, a style, a
/// string of CSS.
pub const HOSTILE: &str = "=cmd|'/C calc'!A0\u{1b}[2J\u{1b}]0;owned\u{7}\u{1b}]8;;http://evil\u{1b}\\\u{9b}31m\r\u{8}\u{202e}\u{2066}\u{200b}\u{e0041}\
    </p></style></title><script>alert(1)</script><img src=x onerror=alert(1)>\" onload=\"x' } * { color: red } \\\"&lt;\u{7f}";

/// Nothing of a text acts in any of `forms`, and each is what its name says.
pub fn safe(forms: &[forms::Form]) {
    for (name, written) in forms {
        nothing_acts(name, written);
        if name.ends_with("json") {
            serde_json::from_str::<serde_json::Value>(written).unwrap_or_else(|error| panic!("{name}: {error}"));
        } else if name.ends_with("html") {
            is_own_markup(name, written);
        } else if name.ends_with("csv") {
            no_cell_is_a_formula(name, written);
        }
    }
}

/// No cell of `csv` begins as a spreadsheet's formula does.
pub fn no_cell_is_a_formula(name: &str, csv: &str) {
    let mut quoted = false;
    let mut opens = true;
    for character in csv.chars() {
        if opens && (quoted || character != '"') {
            let is_formula = matches!(character, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠');
            assert!(!is_formula, "{name} has a formula");
        }
        quoted ^= character == '"';
        opens = if quoted { opens && character == '"' } else { matches!(character, ',' | '\n') };
    }
}

/// Characters that act on a terminal, or that turn text round, hide in it or cannot be seen.
pub fn is_dangerous(character: char) -> bool {
    matches!(character, '\0'..='\u{9}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}')
}

/// Nothing in `output`, a form called `name`, acts on what shows it.
pub fn nothing_acts(name: &str, output: &str) {
    if let Some(found) = output.chars().find(|&c| is_dangerous(c)) {
        panic!("{name} has U+{:04X}", u32::from(found));
    }
}

/// `page` is closed as it was opened, by the elements that rature writes, and runs its own scripts alone.
pub fn is_own_markup(name: &str, page: &str) {
    const OWN: [&str; 56] = [
        "a", "aside", "b", "body", "button", "dd", "del", "desc", "details", "dialog", "div", "dl", "dt", "footer", "h1", "h2",
        "h3", "h4", "h5", "h6", "head", "header", "html", "i", "ins", "kbd", "label", "li", "main", "nav", "ol", "optgroup",
        "option", "output", "p", "path", "rect", "section", "select", "small", "span", "strong", "summary", "sup", "svg",
        "table", "tbody", "td", "template", "text", "th", "thead", "title", "tr", "ul", "wbr",
    ];
    const VOID: [&str; 4] = ["!DOCTYPE", "meta", "wbr", "input"];
    let mut open: Vec<&str> = vec![];
    let mut rest = page;
    while let Some((_, tag)) = rest.split_once('<') {
        let (tag, after) = tag.split_once('>').expect("a tag that ends");
        rest = after;
        let written = tag.split_whitespace().next().unwrap_or_default();
        if let Some(closed) = written.strip_prefix('/') {
            // `head`, `body` and `html` end by themselves.
            while open.last().is_some_and(|last| *last != closed && matches!(*last, "head" | "body" | "html")) {
                open.pop();
            }
            assert_eq!(open.pop(), Some(closed), "{name}");
            continue;
        }
        let element = written.trim_end_matches('/');
        if matches!(element, "script" | "style") {
            let (_, after) = rest.split_once(&format!("</{element}>")).expect("an end");
            rest = after;
            continue;
        }
        assert!(VOID.contains(&element) || OWN.contains(&element), "{name} has <{tag}>");
        assert!(
            !tag.split('"').step_by(2).any(|outside| outside.contains(" on") || outside.contains(" style=")),
            "{name} has <{tag}>"
        );
        if !VOID.contains(&element) && !tag.ends_with('/') {
            open.push(element);
        }
    }
    open.retain(|element| !matches!(*element, "head" | "body" | "html"));
    assert!(open.is_empty(), "{name} leaves open {open:?}");
}
