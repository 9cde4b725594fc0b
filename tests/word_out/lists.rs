//! Lists that Word counts: what begins again in the new file begins again when all is accepted, and what goes on goes on.

use rature::read::Revisions;

use crate::word_out::pairs::{file, lines, of_files, paragraph, redline, run};
use crate::word_out::xml;

/// A paragraph of list `list`.
fn item(list: u8, text: &str) -> String {
    format!("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{}</w:p>", run(text))
}

/// A level that counts in `format`, printed as `text`.
fn level(format: &str, text: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/><w:lvlJc \
         w:val=\"left\"/></w:lvl>"
    )
}

/// Abstract lists 0 "1." and 1, 2 "(a)", and lists: each with its number, its abstract list and what it says otherwise.
fn numbering(lists: &[(u8, u8, &str)]) -> String {
    let letters = level("lowerLetter", "(%1)");
    let kinds = [level("decimal", "%1."), letters.clone(), letters];
    let kinds = kinds.iter().enumerate();
    let kinds = kinds.map(|(at, level)| {
        format!("<w:abstractNum w:abstractNumId=\"{at}\"><w:nsid w:val=\"0000000{at}\"/>{level}</w:abstractNum>")
    });
    let list =
        |(id, of, over): &(u8, u8, &str)| format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{of}\"/>{over}</w:num>");
    kinds.chain(lists.iter().map(list)).collect()
}

const AGAIN: &str = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>";

const BUDGET: [&str; 3] =
    ["Takes note of the report on the accounts:", "the reserve of the year that has ended;", "the rent of the archives;"];
const STAFF: [&str; 3] =
    ["Asks the bureau to fill these posts:", "a clerk of the second class;", "two translators for the spring;"];

/// A point, and its items in `list`.
fn point(texts: [&str; 3], list: u8) -> String {
    item(1, texts[0]) + &item(list, texts[1]) + &item(list, texts[2])
}

#[test]
fn items_that_come_begin_again_where_the_new_file_says_so() {
    let lists = |ids: &[u8]| {
        let all: Vec<_> = [(1, 0, "")].into_iter().chain(ids.iter().map(|id| (*id, 1, AGAIN))).collect();
        numbering(&all)
    };
    let old = file(&point(BUDGET, 2), &[("numbering", &lists(&[2]))]);
    // Whichever of the two points has the number that the old file knows.
    for [first, second] in [[2, 5], [5, 2], [7, 9]] {
        let both = [point(STAFF, first) + &point(BUDGET, second), point(BUDGET, first) + &point(STAFF, second)];
        for body in both {
            let new = file(&body, &[("numbering", &lists(&[first, second]))]);
            redline(&old, &new);
            redline(&new, &old);
        }
    }
}

#[test]
fn what_counts_apart_in_the_new_file_stays_apart() {
    let old = file(&point(BUDGET, 2), &[("numbering", &numbering(&[(1, 0, ""), (2, 1, "")]))]);
    let lists = numbering(&[(1, 0, ""), (2, 1, ""), (3, 2, "")]);
    for [staff, budget] in [[2, 3], [3, 2]] {
        let new = file(&(point(STAFF, staff) + &point(BUDGET, budget)), &[("numbering", &lists)]);
        let done = of_files(&old, &new);
        // By the same name Word would take one abstract list for the other.
        assert_eq!(xml::part(&done, "word/numbering.xml").matches("<w:nsid ").count(), 3);
        redline(&old, &new);
        redline(&new, &old);
    }
}

#[test]
fn what_goes_on_in_the_new_file_goes_on_and_changes_no_number_of_a_list() {
    let old = file(&(point(BUDGET, 2) + &point(STAFF, 2)), &[("numbering", &numbering(&[(1, 0, ""), (2, 1, "")]))]);
    let lists = numbering(&[(1, 0, ""), (2, 1, ""), (3, 1, "")]);
    let new = file(&(point(BUDGET, 2) + &point(STAFF, 3)), &[("numbering", &lists)]);
    assert!(!redline(&old, &new).contains("w:pPrChange"));
    assert_eq!(lines(&new, Revisions::Accept)[5], "(d) two translators for the spring;");
}

#[test]
fn a_list_that_counts_in_other_figures_by_an_override_is_another_list() {
    let roman = format!("<w:lvlOverride w:ilvl=\"0\">{}</w:lvlOverride>", level("upperRoman", "%1)"));
    let plain = file(&point(BUDGET, 1), &[("numbering", &numbering(&[(1, 0, "")]))]);
    let lists = numbering(&[(1, 0, ""), (2, 0, &roman)]);
    let new = file(&(item(1, BUDGET[0]) + &item(2, BUDGET[1]) + &item(2, BUDGET[2])), &[("numbering", &lists)]);
    assert_eq!(lines(&new, Revisions::Accept)[2], format!("III) {}", BUDGET[2]));
    let text = redline(&plain, &new);
    assert_eq!(text.matches("<w:pPrChange ").count(), 2, "{text}");
    redline(&new, &plain);
    let ends = paragraph("The end of the minutes.");
    redline(&file(&ends, &[]), &file(&(point(BUDGET, 2) + &ends), &[("numbering", &lists)]));
}
