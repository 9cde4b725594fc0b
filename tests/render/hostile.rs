//! Texts that try to act on the terminal or the page.

use rature::render::{Colours, TerminalOptions, Theme, redline_html, redline_json, redline_terminal};
use rature::report::{Context, Redline, ReportOptions, report};

use crate::promises::forms::{of_document, of_redline};
use crate::promises::{HOSTILE, safe};
use crate::render::sample;

/// A redline with hostile text in every field that a source can fill.
fn hostile() -> Redline {
    let mut redline = sample::redline(
        "old: F1 PP1 H1 OP1 OP2 OP3 OP4 N1\nnew: F1 PP1 H1 OP1 OP2 OP3 OP4 N1\nkept F1 > F1 | A\nkept PP1 > PP1 | B\nkept H1 > H1 | C\n\
         kept notes OP1 > OP1 | D^1=N1^\ninserted > OP2 | E\ndeleted OP2 > | F\nkept moved renumbered OP3 > OP3 | G[-a-]{+b+}\n\
         split OP4 > OP4 | H\nkept N1 > N1 | I",
    );
    for document in [&mut redline.old, &mut redline.new] {
        document.label.push_str(HOSTILE);
        document.symbol = Some(HOSTILE.to_owned());
        document.title = Some(HOSTILE.to_owned());
        document.session = Some(HOSTILE.to_owned());
        let adopted = document.adopted.as_mut().unwrap();
        adopted.date = Some(HOSTILE.to_owned());
        adopted.meeting = Some(HOSTILE.to_owned());
        for unit in &mut document.units {
            unit.id.push_str(HOSTILE);
            unit.label = Some(HOSTILE.to_owned());
            unit.text.push_str(HOSTILE);
            unit.section = vec![HOSTILE.to_owned()];
            unit.footnotes.iter_mut().for_each(|footnote| HOSTILE.clone_into(&mut footnote.mark));
        }
        document.repairs.iter_mut().for_each(|repair| HOSTILE.clone_into(&mut repair.before));
        document.notes.push(rature::structure::Note::new("x", HOSTILE));
    }
    for change in &mut redline.links {
        change.edits.iter_mut().for_each(|edit| edit.text.push_str(HOSTILE));
    }
    redline.notes.push(rature::structure::Note::new("x", HOSTILE));
    redline
}

fn shown(redline: Redline) -> rature::report::Report {
    let mut options = ReportOptions::default();
    options.context = Context::All;
    report(redline, options)
}

#[test]
fn nothing_of_a_text_acts_in_any_form_of_it() {
    let redline = hostile();
    let forms = [of_document(&redline.new), of_redline(redline)].concat();
    safe(&forms);
    assert_eq!(forms.len(), 15);
}

#[test]
fn only_our_own_escapes_are_written_in_colour() {
    let mut options = TerminalOptions::default();
    options.colours = Colours::Ansi(Theme::Both);
    let written = redline_terminal(&shown(hostile()), &options);
    for escape in written.split('\u{1b}').skip(1) {
        let code = escape.split('m').next().unwrap();
        assert!(code.starts_with('[') && code[1..].chars().all(|c| c.is_ascii_digit() || c == ';'), "{code}");
    }
}

#[test]
fn hostile_text_is_no_markup() {
    let page = redline_html(&shown(hostile()));
    let clean = redline_html(&shown(sample::redline("old: OP1\nnew: OP1\nkept OP1 > OP1 | A[-a-]{+b+}")));
    for tag in ["<script", "<img", "</style>", "</title>", "<style"] {
        assert_eq!(page.matches(tag).count(), clean.matches(tag).count(), "{tag}");
    }
    let style = page.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
    assert!(!style.contains("} * {"), "a rule was written into the style");
    for tag in page.split('<').skip(1).map(|rest| rest.split('>').next().unwrap()) {
        assert!(!tag.contains("onload=\"") && !tag.contains("onerror="), "{tag}");
    }
}

#[test]
fn json_gives_back_the_very_same_text() {
    let redline = hostile();
    let json: serde_json::Value = serde_json::from_str(&redline_json(&redline)).unwrap();
    for (unit, written) in redline.new.units.iter().zip(json["new"]["units"].as_array().unwrap()) {
        assert_eq!(written["text"], unit.text);
    }
}
