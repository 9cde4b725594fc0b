//! Agreed language: since when the words of a page stand, where texts before the two are named.

use rature::Options;
use rature::read::{ReadOptions, read};
use rature::render::redline_html;
use rature::report::{ReportOptions, Row, report};
use rature::series::{SeriesOptions, series};
use rature::structure::{Document, structure};

use crate::folder::Folder;

fn text(year: &str, body: &str) -> Document {
    let source = read(year, format!("The Assembly,\n\n{body}\n").as_bytes(), &ReadOptions::default()).unwrap();
    let mut document = structure(source);
    year.clone_into(&mut document.label);
    document
}

const FIRST: &str = "1. Urges gardeners to water the beds of the northern terrace before noon;";
const SECOND: &str =
    "1. Urges gardeners to water the beds of the northern terrace before noon, and to sweep the gravel paths every evening;";
const THIRD: &str =
    "1. Urges all gardeners to water the beds of the northern terrace before noon, and to sweep the gravel paths every evening;";

#[test]
fn phrases_say_since_when_they_stand() {
    let documents = vec![text("A", FIRST), text("B", SECOND), text("C", THIRD)];
    let redline =
        Options::default().diff(&format!("The Assembly,\n\n{SECOND}\n"), &format!("The Assembly,\n\n{THIRD}\n")).unwrap();
    let mut report = report(redline, ReportOptions::default());
    report.date(&series(documents, &SeriesOptions::default()));
    let dated = report.rows.iter().find_map(|row| match row {
        Row::Entry(entry) if entry.anchor == "OP1" => entry.since.as_ref(),
        _ => None,
    });
    assert_eq!(dated.expect("a dated paragraph").mostly, "since A");
    let page = redline_html(&report);
    assert!(page.contains("<span class=\"was\">since A</span>"), "{page}");
    let marked = page.split("<span data-since=\"B\" title=\"since B\">").nth(1).and_then(|rest| rest.split("</span>").next());
    assert_eq!(marked, Some(", and to sweep the gravel paths every evening"));
    // What is inserted is new, and says nothing.
    assert!(page.contains("<ins>all </ins>gardeners") || page.contains("<ins>all</ins> gardeners"), "{page}");
    assert!(!page.contains("data-since=\"C\""));
}

#[test]
fn a_page_alone_is_dated_and_the_earlier_texts_are_read() {
    let folder = Folder::with_texts("since");
    folder.printed(&["diff", "old.txt", "new.txt", "--since", "old.txt", "-o", "page.html"]);
    assert!(folder.read("page.html").contains("<span class=\"was\">"));
    assert!(folder.refused(&["diff", "old.txt", "new.txt", "--since", "old.txt"]).contains("--since"));
    assert!(folder.refused(&["diff", "old.txt", "new.txt", "--since", "none.txt", "-o", "page.html"]).contains("none.txt"));
}
