//! PDFs that are redlines.

use super::*;
use crate::read::Revisions;

/// A horizontal line.
fn rule(x: u32, end: u32, y: u32) -> String {
    format!("0.5 w {x} {y} m {end} {y} l S\n")
}

/// "1. Asks for 12" struck, "15" underlined, "books;": the numbers are set apart.
fn redline() -> String {
    at(72, 700, 10, "1. Asks for")
        + &at(126, 700, 10, "12")
        + &rule(126, 137, 703)
        + &at(142, 700, 10, "15")
        + &rule(142, 153, 698)
        + &at(157, 700, 10, "books;")
}

/// The paragraphs, and the codes of what is said.
fn as_read(content: &str, revisions: Revisions) -> (Vec<String>, Vec<String>) {
    let source = read("made", &pdf(content), &ReadOptions { revisions, ..ReadOptions::default() }).expect("a text");
    (source.blocks.into_iter().map(|block| block.text).collect(), source.notes.into_iter().map(|note| note.code).collect())
}

#[test]
fn what_is_struck_and_underlined_is_read_as_revisions() {
    for (revisions, text, code) in [
        (Revisions::Accept, "1. Asks for 15 books;", "revisions-accepted"),
        (Revisions::Reject, "1. Asks for 12 books;", "revisions-rejected"),
    ] {
        assert_eq!(as_read(&redline(), revisions), (vec![text.to_owned()], vec![code.to_owned()]));
    }
}

#[test]
fn a_line_over_a_part_of_a_piece_strikes_that_part() {
    // "nnnn" of Helvetica is 22 points wide.
    let page = at(72, 700, 10, "nnnn mmmm") + &rule(72, 95, 703) + &at(72, 680, 10, "The end.");
    assert_eq!(as_read(&page, Revisions::Accept).0.join(" "), "mmmm The end.");
}

#[test]
fn an_underlined_title_is_no_insertion_where_nothing_is_struck() {
    let page = at(72, 700, 10, "Rules") + &rule(72, 98, 698) + &at(72, 680, 10, "The garden is open.");
    let (texts, said) = as_read(&page, Revisions::Reject);
    assert_eq!((texts.join(" ").as_str(), said.len()), ("Rules The garden is open.", 0));
}

#[test]
fn where_changes_have_a_colour_underlines_without_one_are_none() {
    let red = |text: String| "1 0 0 rg ".to_owned() + &text + "0 g ";
    let page = at(72, 720, 10, "Rules")
        + &rule(72, 98, 718)
        + &at(72, 700, 10, "1. Asks for")
        + &red(at(126, 700, 10, "12") + &rule(126, 137, 703) + &at(142, 700, 10, "15") + &rule(142, 153, 698))
        + &at(157, 700, 10, "books;");
    assert_eq!(as_read(&page, Revisions::Reject).0, ["Rules", "1. Asks for 12 books;"]);
}

#[test]
fn the_borders_of_a_table_strike_nothing() {
    let page = rule(60, 500, 703) + &at(72, 700, 10, "Garden") + &at(300, 700, 10, "118");
    assert_eq!(as_read(&page, Revisions::Accept).1, [""; 0]);
}

#[test]
fn the_number_of_a_paragraph_that_is_struck_goes_with_it() {
    let struck = at(72, 680, 10, "2.") + &at(90, 680, 10, "Closes the garden;") + &rule(90, 170, 683);
    let page = at(72, 700, 10, "1. Opens the hall;") + &struck + &at(72, 660, 10, "3. Thanks the keepers.");
    assert_eq!(as_read(&page, Revisions::Accept).0, ["1. Opens the hall;", "3. Thanks the keepers."]);
}
