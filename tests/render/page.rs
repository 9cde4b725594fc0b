//! The page and the terminal show the same, and lose nothing.

use rature::compare::Op;
use rature::render::{Colours, Columns, TerminalOptions, Theme, redline_html, redline_terminal};
use rature::report::Context;

use crate::render::sample::{EVERYTHING, redline, shown};

/// The text of `html` without its tags; what stands in elements called `dropped` is left out.
fn text_without(html: &str, dropped: &str) -> String {
    let (open, close) = (format!("<{dropped}"), format!("</{dropped}>"));
    let mut text = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let is_dropped = rest.strip_prefix(&open).is_some_and(|after| after.starts_with(['>', ' ']));
        let end = if is_dropped { rest.find(&close).unwrap() + close.len() } else { rest.find('>').unwrap() + 1 };
        rest = &rest[end..];
    }
    html_escape::decode_html_entities(&(text + rest)).into_owned()
}

/// The paragraph of the page with this anchor.
fn paragraph<'a>(page: &'a str, anchor: &str) -> &'a str {
    let after = page.split_once(&format!("id=\"{anchor}\">")).unwrap().1;
    after.split_once("</div></div>").unwrap().0
}

#[test]
fn dropping_insertions_gives_the_old_words_and_dropping_deletions_the_new_ones() {
    let page = redline_html(&shown(EVERYTHING, |options| options.context = Context::All));
    let redline = redline(EVERYTHING);
    for change in redline.links.iter().filter(|change| change.link.old.len() == 1 && change.link.new.len() == 1) {
        let unit = &redline.new.units[change.link.new[0]];
        if unit.id.starts_with('N') || !unit.footnotes.is_empty() {
            continue;
        }
        let shown = paragraph(&page, &unit.id);
        for (dropped, op) in [("ins", Op::Insert), ("del", Op::Delete)] {
            let text: String = change.edits.iter().filter(|edit| edit.op != op).map(|edit| edit.text.as_str()).collect();
            assert!(text_without(shown, dropped).ends_with(&text), "{}: {text}", unit.id);
        }
    }
}

/// A mark that went although its note stays, and a note that became two.
const MARKS: &str = "old: OP1 OP2 N1 N2\nnew: OP1 OP2 N1 N2 N3\nkept notes OP1 > OP1 | A^old1=N1^ and B^2=N2^;\n\
    kept notes OP2 > OP2 | C{+ and D^new1=N1^ and E^new3=N3^+};\nkept N1 > N1 | See A.\nsplit N2 > N2 N3 | See B.{+⏎+}See C.";

#[test]
fn every_link_of_the_page_leads_somewhere() {
    for (notation, context) in [(EVERYTHING, Context::All), (EVERYTHING, Context::Paragraphs(1)), (MARKS, Context::All)] {
        let page = redline_html(&shown(notation, |options| options.context = context));
        for target in page.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            assert_eq!(page.matches(&format!(" id=\"{target}\"")).count(), 1, "#{target}");
        }
    }
}

#[test]
fn the_page_loads_nothing_and_runs_its_own_script_alone() {
    let page = redline_html(&shown(EVERYTHING, |_| {}));
    for forbidden in [" src=", "http:", "https:", "url(", "@import", " style="] {
        assert!(!page.contains(forbidden), "{forbidden}");
    }
    assert!(page.contains("default-src 'none'; style-src 'sha256-"));
    assert_eq!(page.matches("<script").count(), 1);
    let script = page.split_once("<script>").unwrap().1.split_once("</script>").unwrap().0;
    let hash = base64::Engine::encode(&base64::prelude::BASE64_STANDARD, <sha2::Sha256 as sha2::Digest>::digest(script));
    assert!(page.contains(&format!("script-src 'sha256-{hash}'")));
}

#[test]
fn the_page_is_closed_as_it_was_opened() {
    let page = redline_html(&shown(EVERYTHING, |_| {}));
    let mut open: Vec<&str> = vec![];
    let body = page.split_once("</style>").unwrap().1.split_once("<script>").unwrap().0.to_owned() + "</body></html>";
    for tag in body.split('<').skip(1).map(|rest| rest.split('>').next().unwrap()) {
        let name = tag.split_whitespace().next().unwrap();
        match name.strip_prefix('/') {
            Some("head" | "html") => {}
            Some(closed) => assert_eq!(open.pop(), Some(closed)),
            None if name == "wbr" || name == "input" => {}
            None => open.push(name),
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn the_page_is_not_much_larger_than_the_texts() {
    let notation: Vec<String> = (1..=400)
        .map(|n| format!("kept OP{n} > OP{n} | Urges States Parties to cooperate with the Court in matter {n} [-of last year-]{{+of this year+}};\n"))
        .collect();
    let ids: Vec<String> = (1..=400).map(|n| format!("OP{n}")).collect();
    let redline = redline(&format!("old: {0}\nnew: {0}\n{1}", ids.join(" "), notation.concat()));
    let texts: usize = redline.old.units.iter().chain(&redline.new.units).map(|unit| unit.text.len()).sum();
    let page = redline_html(&rature::report::report(redline, rature::report::ReportOptions::default()));
    assert!(page.len() < 3 * texts + 150 * 1024, "{} of {texts}", page.len());
}

#[test]
fn the_terminal_form_reads_as_written() {
    let report = shown(
        "old: H1 OP1 OP2 OP3 N1\nnew: H1 OP1 OP2 OP3 N1\nkept H1 > H1 | Arrests\nkept renumbered OP2 > OP1 | A;\n\
         kept notes OP1 > OP2 | Urges [-fifteen-]{+twelve+} States^2=N1^;\nkept OP3 > OP3 | B;\nkept N1 > N1 | See [-A-]{+B+}.",
        |_| {},
    );
    let shown = redline_terminal(&report, &TerminalOptions::default());
    let rows = "\n── I. Arrests\n\nOP1 (was OP2)\n      A;\n\nOP2 · footnotes changed\n      Urges [-fifteen-]{+twelve+} States²;\n        ² See [-A-]{+B+}.\n\nOP3   B;\n";
    assert!(shown.contains(rows), "{shown}");
}

#[test]
fn no_line_of_the_terminal_is_wider_than_asked() {
    for (width, colours) in [(40, Colours::None), (80, Colours::None), (60, Colours::Ansi(Theme::Both))] {
        let mut options = TerminalOptions::default();
        (options.width, options.colours) = (width, colours);
        let shown = redline_terminal(&shown(EVERYTHING, |_| {}), &options);
        for line in shown.lines() {
            let columns = unicode_width::UnicodeWidthStr::width(without_escapes(line).as_str());
            assert!(columns <= width, "{columns} columns: {line}");
        }
    }
}

#[test]
fn colours_change_no_word() {
    let report = shown(EVERYTHING, |_| {});
    let mut options = TerminalOptions::default();
    options.colours = Colours::Ansi(Theme::Both);
    options.width = 1000;
    let coloured = redline_terminal(&report, &options);
    options.colours = Colours::None;
    let signed = redline_terminal(&report, &options);
    let plain = ["{+", "+}", "[-", "-]"].iter().fold(signed, |text, sign| text.replace(sign, ""));
    assert_eq!(without_escapes(&coloured), plain);
}

/// The terminal form in two columns.
fn two_columns(notation: &str, width: usize) -> String {
    let mut options = TerminalOptions::default();
    (options.columns, options.width) = (Columns::Two, width);
    redline_terminal(&shown(notation, |options| options.context = Context::All), &options)
}

#[test]
fn two_columns_hold_the_old_text_and_the_new_one() {
    let shown =
        two_columns("old: OP1 OP2\nnew: OP1\nkept OP1 > OP1 | Urges [-fifteen-]{+twelve+} States;\ndeleted OP2 > | Goes.", 83);
    let wide = |text: &str| format!("{text:<40} │");
    assert!(shown.contains(&format!("OP1\n{} Urges {{+twelve+}} States;\n", wide("Urges [-fifteen-] States;"))), "{shown}");
    assert!(shown.contains(&format!("former OP2 · deleted\n{}\n", wide("[-Goes.-]"))), "{shown}");
    for line in two_columns(EVERYTHING, 120).lines() {
        assert!(unicode_width::UnicodeWidthStr::width(line) <= 120, "{line}");
    }
}

#[test]
fn labels_lead_to_the_page_when_asked_and_no_address_can_act_on_the_terminal() {
    let report = shown("old: OP1\nnew: OP1\nkept OP1 > OP1 | Urges [-a-]{+b+};", |_| {});
    let mut options = TerminalOptions::default();
    assert!(!redline_terminal(&report, &options).contains('\u{1b}'));
    options.links = Some("red line.html\u{1b}\\\u{7}".to_owned());
    let shown = redline_terminal(&report, &options);
    assert!(shown.contains("\u{1b}]8;;red%20line.html%1B%5C%07#OP1\u{1b}\\OP1\u{1b}]8;;\u{1b}\\"), "{shown}");
}

fn without_escapes(text: &str) -> String {
    let mut parts = text.split('\u{1b}');
    let first = parts.next().unwrap_or_default().to_owned();
    first + &parts.map(|part| part.split_once('m').unwrap().1).collect::<String>()
}
