//! The paragraphs of a compilation as HTML.
//!
//! ```html
//! <div class="par" id="OP2"><p class="tag"><a href="#OP2">OP2</a></p><div class="body"><p dir="auto">… of
//!   <span class="place" id="p4" data-stand="conflict"><del>12</del><span class="way" data-by="0"><ins>15</ins> <span class="who">EU</span></span> …</span> …</p></div></div>
//! ```
//!
//! In the paragraphs of the draft, dropping every `way` gives the draft.

use std::collections::BTreeMap;

use super::super::markup::Markup;
use crate::compare::Op;
use crate::overlay::{Stand, What};
use crate::report::{Choice, CompilationReport, CompiledPiece, CompiledRow, Role, Way};

/// Where links to a paragraph lead.
pub(super) fn anchor(id: &str) -> String {
    id.replace(char::is_whitespace, "_")
}

/// Where links to a place lead.
pub(super) fn place_anchor(place: usize) -> String {
    format!("p{place}")
}

/// Writes `row`.
pub(super) fn row(report: &CompilationReport, row: &CompiledRow, page: &mut Markup) {
    page.raw("<div").attribute("class", &class(row)).id(&anchor(&row.id));
    if let Some(coming) = &row.coming {
        page.attribute("data-stand", stand(coming.stand)).attribute("data-by", &hands(&coming.by));
    }
    page.raw("><p class=\"tag\">");
    if !row.name.is_empty() {
        page.link(&anchor(&row.id), &row.name);
    }
    page.raw("</p><div class=\"body\">");
    said(report, row, page);
    let tag = if matches!(row.role, Role::Heading(_)) { "<p class=\"headed\" dir=\"auto\">" } else { "<p dir=\"auto\">" };
    page.raw(tag);
    if let Some(label) = row.label.as_ref().filter(|_| row.name.is_empty()) {
        page.text(label).raw(" ");
    }
    pieces(report, row, page);
    page.raw("</p>");
    if let Some(status) = &row.status {
        page.raw("<p class=\"said\">").text(status).raw("</p>");
    }
    each(report, row, page);
    page.raw("</div></div>\n");
}

fn class(row: &CompiledRow) -> String {
    let mut class = "par".to_owned();
    let role = match row.role {
        Role::Front => " front",
        Role::Enacting => " enacting",
        Role::Closing => " closing",
        Role::Part(1) => " part1",
        Role::Part(2) => " part2",
        Role::Part(_) => " part3",
        Role::Heading(_) => " heading",
        _ => "",
    };
    class.push_str(role);
    let touched = match (&row.coming, &row.whole) {
        (Some(_), _) => " inserted",
        (None, Some(whole)) if !whole.gone.is_empty() || !whole.replaced.is_empty() => " deleted",
        _ if row.is_touched() => " edited",
        _ => "",
    };
    class + touched
}

/// Who brings a paragraph, or what is wanted of it as a whole.
fn said(report: &CompilationReport, row: &CompiledRow, page: &mut Markup) {
    if let Some(coming) = &row.coming {
        page.raw("<p class=\"said\">");
        // The place of an alternative is that of the paragraph in whose place it would stand.
        if coming.what != What::Alt {
            page.raw("<span").id(&place_anchor(coming.place)).raw("></span>");
        }
        names(report, &coming.by, page);
        // What a paragraph is nearly the same as opens to the two of them.
        let told = if coming.edits.is_empty() { coming.said.len() } else { coming.said.len().saturating_sub(1) };
        for said in &coming.said[..told] {
            page.raw(" · ").text(said);
        }
        page.raw("</p>");
        if !coming.edits.is_empty() {
            page.raw("<details class=\"each\"><summary>")
                .text(coming.said.last().map_or("", String::as_str))
                .raw("</summary><p dir=\"auto\">");
            for edit in &coming.edits {
                marked(edit.op, &edit.text, page);
            }
            page.raw("</p></details>");
        }
    }
    if let Some(whole) = &row.whole {
        page.raw("<p class=\"said place whole\"")
            .id(&place_anchor(whole.place))
            .attribute("data-stand", stand(whole.stand))
            .raw(">");
        signed(report, whole.stand, page);
        let alternatives = &report.compilation.places[whole.place].alternatives;
        for (at, (said, alternative)) in whole.said.iter().zip(alternatives).enumerate() {
            page.raw(if at > 0 { " · " } else { "" })
                .raw("<span class=\"way\"")
                .attribute("data-by", &hands(&alternative.by))
                .raw(">");
            page.text(said).raw("</span>");
        }
        page.raw("</p>");
    }
}

fn pieces(report: &CompilationReport, row: &CompiledRow, page: &mut Markup) {
    let mut shown = None;
    for piece in &row.pieces {
        match piece {
            CompiledPiece::Words(words) if row.coming.is_some() => marked(Op::Insert, words, page),
            CompiledPiece::Words(words) => {
                page.text(words);
            }
            CompiledPiece::Mark(mark) => {
                page.raw("<sup>").text(mark).raw("</sup>");
            }
            CompiledPiece::Choice(choice) => {
                // The two signs of a bracket are one place: the first has its name.
                let is_first = shown.replace(choice.place) != Some(choice.place);
                place(report, choice, is_first, page);
            }
        }
    }
}

fn place(report: &CompilationReport, choice: &Choice, is_first: bool, page: &mut Markup) {
    page.raw("<span class=\"place\"").id(&if is_first { place_anchor(choice.place) } else { String::new() });
    page.attribute("data-stand", stand(choice.stand)).raw(">");
    signed(report, choice.stand, page);
    if let [way] = choice.ways.as_slice()
        && matches!(way.what, What::Lift | What::Set)
    {
        bracketed(report, choice, way, page);
        page.raw("</span>");
        return;
    }
    if !choice.words.is_empty() {
        marked(Op::Delete, &choice.words, page);
    }
    for way in &choice.ways {
        page.raw("<span class=\"way\"").attribute("data-by", &hands(&way.by)).raw(">");
        if !way.text.is_empty() {
            marked(Op::Insert, &way.text, page);
        }
        page.raw(" ");
        names(report, &way.by, page);
        page.raw("</span> ");
    }
    page.raw("</span>");
}

/// Words whose brackets go or come: the signs alone are marked.
fn bracketed(report: &CompilationReport, choice: &Choice, way: &Way, page: &mut Markup) {
    let is_set = way.what == What::Set;
    let words = if is_set { choice.words.as_str() } else { way.text.as_str() };
    let sign = |sign: &'static str, page: &mut Markup| {
        if is_set {
            page.raw("<span class=\"way\"").attribute("data-by", &hands(&way.by)).raw("><ins>").raw(sign).raw("</ins></span>");
        } else {
            page.raw("<del>").raw(sign).raw("</del>");
        }
    };
    sign("[", page);
    page.text(words);
    sign("]", page);
    page.raw("<span class=\"way\"").attribute("data-by", &hands(&way.by)).raw("> ");
    names(report, &way.by, page);
    page.raw("</span> ");
}

/// A sign and a word where not all can have what they want.
fn signed(report: &CompilationReport, of: Stand, page: &mut Markup) {
    if of == Stand::Conflict {
        page.raw("<span class=\"sign\"><span aria-hidden=\"true\">⚡</span><span class=\"aloud\">");
        page.text(report.phrases.compiling.stands[of as usize]).raw(": </span></span>");
    }
}

fn names(report: &CompilationReport, by: &[usize], page: &mut Markup) {
    page.raw("<span class=\"who\">");
    if report.is_named() {
        for (at, &hand) in by.iter().enumerate() {
            page.raw("<span").attribute("data-n", &hand.to_string()).raw(">").raw(if at > 0 { ", " } else { "" });
            page.text(&report.names(&[hand])).raw("</span>");
        }
    } else {
        page.text(&report.names(by));
    }
    page.raw("</span>");
}

/// Under a paragraph that several would change, the paragraph as each would have it.
fn each(report: &CompilationReport, row: &CompiledRow, page: &mut Markup) {
    let choices = || {
        row.pieces.iter().filter_map(|piece| match piece {
            CompiledPiece::Choice(choice) => Some(choice),
            _ => None,
        })
    };
    let way = |choice: &Choice, by: usize| choice.ways.iter().position(|way| way.by.contains(&by));
    let mut groups: BTreeMap<Vec<Option<usize>>, Vec<usize>> = BTreeMap::new();
    for by in 0..report.compilation.proposals.len() {
        let wanted: Vec<Option<usize>> = choices().map(|choice| way(choice, by)).collect();
        if wanted.iter().any(Option::is_some) {
            groups.entry(wanted).or_default().push(by);
        }
    }
    if groups.len() < 2 || !report.is_named() {
        return;
    }
    let mut groups: Vec<(Vec<Option<usize>>, Vec<usize>)> = groups.into_iter().collect();
    groups.sort_by(|a, b| a.1.cmp(&b.1));
    page.raw("<details class=\"each\"><summary>").text(report.phrases.compiling.each).raw("</summary>");
    for (wanted, by) in groups {
        page.raw("<p dir=\"auto\" class=\"way\"").attribute("data-by", &hands(&by)).raw(">");
        names(report, &by, page);
        page.raw(" ");
        let mut wanted = wanted.into_iter();
        for piece in &row.pieces {
            match piece {
                CompiledPiece::Words(words) => {
                    page.text(words);
                }
                CompiledPiece::Mark(mark) => {
                    page.raw("<sup>").text(mark).raw("</sup>");
                }
                CompiledPiece::Choice(choice) => chosen(choice, wanted.next().flatten().map(|at| &choice.ways[at]), page),
            }
        }
        page.raw("</p>");
    }
    page.raw("</details>");
}

fn chosen(choice: &Choice, way: Option<&Way>, page: &mut Markup) {
    let Some(way) = way else {
        page.text(&choice.words);
        return;
    };
    marked(Op::Delete, &choice.words, page);
    marked(Op::Insert, &way.text, page);
}

fn marked(op: Op, text: &str, page: &mut Markup) {
    let (open, close) = match op {
        _ if text.is_empty() => return,
        Op::Equal => ("", ""),
        Op::Delete => ("<del>", "</del>"),
        Op::Insert => ("<ins>", "</ins>"),
    };
    page.raw(open).text(text).raw(close);
}

fn stand(stand: Stand) -> &'static str {
    match stand {
        Stand::Single => "single",
        Stand::Agreement => "agreement",
        Stand::SamePlace => "same-place",
        Stand::Conflict => "conflict",
    }
}

fn hands(by: &[usize]) -> String {
    by.iter().map(usize::to_string).collect::<Vec<_>>().join(" ")
}
