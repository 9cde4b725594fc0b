//! The rows of the page as HTML.
//!
//! ```html
//! <div class="par edited" id="OP12">
//!   <p class="tag"><a href="#OP12">OP12</a> <span class="was">was OP11</span></p>
//!   <div class="body"><p class="said">moved from OP9</p><p dir="auto">Urges <del>fifteen</del><ins>twelve</ins> …</p></div>
//! </div>
//! ```
//!
//! Inside `main`, dropping every `ins` gives the old text and dropping every `del` the new one. Classes of changes: `e` editorial, with `w`
//! for white space alone and `h` for what is not shown; `n` a figure or a date; `v` the operative verb. `data-f` stands on every paragraph
//! that changed and says which filters show it.

use super::markup::Markup;
use super::since;
use crate::language::Language;
use crate::report::phrases::Tools;
use crate::report::{
    Badge, BadgeKind, Departure, Entry, Facet, Fold, Ink, NoteEntry, Piece, Role, Row, Signal, Since, Standing, Stress,
};

/// The languages of what is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tongues {
    /// Of the old text.
    pub(super) old: Language,
    /// Of the new text.
    pub(super) new: Language,
    /// Of the interface.
    pub(super) words: &'static Tools,
}

/// Writes `row`.
pub(super) fn row(row: &Row, tongues: Tongues, page: &mut Markup) {
    match row {
        Row::Entry(one) => entry(one, tongues, page),
        Row::Departure(one) => departure(one, page),
        Row::Fold(one) => fold(one, tongues, page),
    }
}

fn fold(fold: &Fold, tongues: Tongues, page: &mut Markup) {
    page.raw("<details class=\"fold\"><summary>").text(&fold.line).raw("</summary>\n");
    for one in &fold.entries {
        entry(one, tongues, page);
    }
    page.raw("</details>\n");
}

pub(super) fn departure(departure: &Departure, page: &mut Markup) {
    page.raw("<div class=\"par left\" data-f=\"m\"").id(&departure.anchor).raw("><p class=\"tag\">").text(&departure.label);
    page.raw("</p><div class=\"body\"><p class=\"said\"><span aria-hidden=\"true\">→ </span>");
    page.link(&departure.target, &departure.text).raw("</p></div></div>\n");
}

fn entry(entry: &Entry, tongues: Tongues, page: &mut Markup) {
    beginning(entry, tongues, page);
    page.raw(">");
    body(entry, tongues, page);
    page.raw("</div></div>\n");
}

/// All of a row up to the tag of its body, which is still open.
pub(super) fn beginning(entry: &Entry, tongues: Tongues, page: &mut Markup) {
    page.raw("<div class=\"par ").raw(role_class(entry.role)).raw(standing_class(entry.standing)).raw("\"");
    if entry.is_changed() {
        let letters: String = entry.facets().into_iter().map(facet_letter).collect();
        page.attribute("data-f", &letters);
    }
    page.id(&entry.anchor).raw("><p class=\"tag\">");
    if !entry.label.is_empty() {
        page.link(&entry.anchor, &entry.label);
    } else if matches!(entry.role, Role::Heading(_)) && !entry.anchor.is_empty() {
        page.raw("<a class=\"pin\"")
            .attribute("href", &format!("#{}", entry.anchor))
            .attribute("aria-label", tongues.words.link)
            .raw("></a>");
    }
    for said in entry.was.iter().chain(entry.since.as_ref().map(|since| &since.mostly)) {
        page.raw(" <span class=\"was\">").text(said).raw("</span>");
    }
    page.raw("</p><div class=\"body\"");
}

/// What stands in a row.
pub(super) fn body(entry: &Entry, tongues: Tongues, page: &mut Markup) {
    badges(&entry.badges, page);
    let (open, close) = text_element(entry.role);
    page.raw(open).tongue(language(entry.standing, tongues)).raw(">");
    if let Some(printed) = &entry.printed {
        page.raw("<span class=\"printed\">").text(printed).raw("</span> ");
    }
    dated_pieces(&entry.pieces, entry.since.as_ref(), entry.standing, tongues, page);
    page.raw(close);
    for one in &entry.notes {
        note(one, tongues, page);
    }
}

fn language(standing: Standing, tongues: Tongues) -> Language {
    if standing == Standing::Deleted { tongues.old } else { tongues.new }
}

pub(super) fn role_class(role: Role) -> &'static str {
    match role {
        Role::Front => "front",
        Role::Enacting => "enacting",
        Role::Paragraph => "text",
        Role::Part(1) => "part1",
        Role::Part(2) => "part2",
        Role::Part(_) => "part3",
        Role::Heading(1) => "heading top",
        Role::Heading(_) => "heading",
        Role::Note => "text loose",
        Role::Closing => "closing",
    }
}

/// The standing alone, for what is no paragraph.
pub(super) fn standing_name(standing: Standing) -> &'static str {
    standing_class(standing).trim_start()
}

/// What stands for a facet in `data-f`, for the script of the page.
pub(super) fn facet_letter(facet: Facet) -> &'static str {
    match facet {
        Facet::Substantive => "s",
        Facet::Reworded => "r",
        Facet::Figures => "n",
        Facet::Verbs => "v",
        Facet::Moved => "m",
        Facet::Inserted => "i",
        Facet::Deleted => "d",
    }
}

fn standing_class(standing: Standing) -> &'static str {
    match standing {
        Standing::Same => "",
        Standing::Editorial => " editorial",
        Standing::Edited => " edited",
        Standing::Inserted => " inserted",
        Standing::Deleted => " deleted",
    }
}

/// The page's own title and section headings are h1 and h2.
pub(super) fn text_element(role: Role) -> (&'static str, &'static str) {
    match role {
        Role::Heading(1) => ("<h3", "</h3>"),
        Role::Heading(2) => ("<h4", "</h4>"),
        Role::Heading(3) => ("<h5", "</h5>"),
        Role::Heading(_) => ("<h6", "</h6>"),
        _ => ("<p", "</p>"),
    }
}

fn badges(badges: &[Badge], page: &mut Markup) {
    if badges.is_empty() {
        return;
    }
    page.raw("<p class=\"said\">");
    for (index, badge) in badges.iter().enumerate() {
        page.raw(if index > 0 { "<span class=\"dot\"> · </span>" } else { "" });
        page.raw("<span class=\"").raw(badge_class(badge.kind)).raw("\">");
        match &badge.target {
            Some(target) => page.link(target, &badge.text),
            None => page.text(&badge.text),
        };
        page.raw("</span>");
    }
    page.raw("</p>");
}

fn badge_class(kind: BadgeKind) -> &'static str {
    match kind {
        BadgeKind::Inserted => "came",
        BadgeKind::Deleted => "went",
        BadgeKind::Moved | BadgeKind::Passage => "moved",
        BadgeKind::Split | BadgeKind::Merged | BadgeKind::Replaced | BadgeKind::Brackets => "made",
        BadgeKind::Editorial => "light",
        BadgeKind::Footnotes
        | BadgeKind::Perhaps
        | BadgeKind::Pinned
        | BadgeKind::Status
        | BadgeKind::StatusChanged
        | BadgeKind::Cell => "noted",
        BadgeKind::Verb => "verb",
        BadgeKind::Check => "check",
    }
}

fn note(note: &NoteEntry, tongues: Tongues, page: &mut Markup) {
    page.raw("<p class=\"note").raw(standing_class(note.standing)).raw("\"").id(&note.anchor);
    page.tongue(language(note.standing, tongues)).raw("><sup>").text(&note.mark).raw("</sup> ");
    if let Some(badge) = &note.badge {
        page.raw("<span class=\"said\">").text(&badge.text).raw("</span> ");
    }
    pieces(&note.pieces, note.standing, tongues, page);
    page.raw("</p>");
}

/// Runs of text as elements of their ink.
pub(super) fn pieces(pieces: &[Piece], standing: Standing, tongues: Tongues, page: &mut Markup) {
    dated_pieces(pieces, None, standing, tongues, page);
}

/// The same, with the years of what stands.
fn dated_pieces(pieces: &[Piece], since: Option<&Since>, standing: Standing, tongues: Tongues, page: &mut Markup) {
    // What went is in the old language, inside a paragraph that is in the new one.
    let foreign = (tongues.old != tongues.new && standing != Standing::Deleted).then_some(tongues.old);
    let mut is_after_deletion = false;
    // Characters of the later text so far.
    let mut at = 0;
    for piece in pieces {
        let is_insertion = matches!(piece, Piece::Text { ink: Ink::Inserted(_), .. });
        // The old words and the new may stand on two lines.
        page.raw(if is_after_deletion && is_insertion { "<wbr>" } else { "" });
        is_after_deletion = matches!(piece, Piece::Text { ink: Ink::Deleted(_), .. });
        match piece {
            Piece::Text { ink: Ink::Plain, text, .. } => since::text(text, at, since, page),
            Piece::Text { ink, text, signal } => {
                let close = open(*ink, *signal, foreign, page);
                page.text(text).raw(close);
            }
            Piece::Mark { ink, mark, target } => {
                let close = open(*ink, Signal::default(), foreign, page);
                page.raw("<sup>");
                match target {
                    Some(target) => page.link(target, mark),
                    None => page.text(mark),
                };
                page.raw("</sup>").raw(close);
            }
            Piece::Border => {
                page.raw("<del class=\"border\">¶</del>");
            }
        }
        if let (Some(_), Piece::Text { ink: Ink::Plain | Ink::Inserted(_), text, .. }) = (since, piece) {
            at += text.chars().count();
        }
    }
}

/// Opens the element of `ink`; what closes it is handed back.
fn open(ink: Ink, signal: Signal, foreign: Option<Language>, page: &mut Markup) -> &'static str {
    let (element, close, stress) = match ink {
        Ink::Plain => return "",
        Ink::Inserted(stress) => ("<ins", "</ins>", stress),
        Ink::Deleted(stress) => ("<del", "</del>", stress),
    };
    page.raw(element);
    page.raw(match (stress, signal.is_figure, signal.is_verb) {
        (Stress::Full, false, false) => "",
        (Stress::Full, true, false) => " class=\"n\"",
        (Stress::Full, false, true) => " class=\"v\"",
        (Stress::Full, true, true) => " class=\"n v\"",
        (Stress::Moved, ..) => " class=\"m\"",
        (Stress::Light, ..) => " class=\"e\"",
        (Stress::Faint, ..) => " class=\"e w\"",
        (Stress::Silent, ..) => " class=\"e h\"",
    });
    if let (Ink::Deleted(_), Some(language)) = (ink, foreign) {
        page.attribute("lang", language.code());
    }
    page.raw(">");
    close
}
