//! What reading leaves out of two texts is held against each other, and what differs there is shown.

use rature::compare::LeftOutKind;
use rature::read::{Layout, ReadOptions, read};
use rature::report::{Redline, ReportOptions, report};
use rature::structure::{Document, Kind, structure};

use crate::promises::forms::redlined;

fn document(name: &str, text: &str) -> Document {
    structure(read(name, text.as_bytes(), &ReadOptions::default()).unwrap())
}

fn redline(old: &str, new: &str) -> Redline {
    redlined(&document("old", old), &document("new", new))
}

/// "241 → 244" of each difference in what was left out; a dash for what has no counterpart.
fn differences(redline: &Redline) -> Vec<String> {
    let text =
        |piece: &Option<rature::compare::LeftOutPiece>| piece.as_ref().map_or("–".to_owned(), |piece| piece.text.clone());
    redline.left_out.iter().map(|one| format!("{} → {}", text(&one.old), text(&one.new))).collect()
}

/// A wrapped text of three pages under these heads; `words` stand in its second paragraph.
fn pages(heads: [&str; 3], words: &str) -> String {
    let [first, second, third] = heads;
    format!(
        "Resolution ICC-ASP/20/Res.9\n\nArchives\n\nThe Assembly of States Parties,\n\nRecalling its earlier decisions on the keeping of archives and the\n\
         opening of files to the public after twenty years,\n\n{first}\n\n\u{c}1. Requests the Registry to keep the archives in a dry and secure\n\
         place and to report on their state every second year;\n\n2. Invites States to lend {words} to the exhibition that opens at\n\
         the seat of the Court in the spring;\n\n{second}\n\n\u{c}3. Decides to meet the cost of the exhibition from the savings that\n\
         were made in the year before;\n\n4. Thanks all those who have given papers of their own to the\n\
         archives of the Court.\n\n{third}\n"
    )
}

#[test]
fn page_numbers_that_rise_with_the_pages_are_no_difference() {
    let old = pages(["ICC-ASP/20/Res.9", "ICC-ASP/20/Res.9", "ICC-ASP/20/Res.9"], "six letters");
    let new = pages(["ICC-ASP/20/Res.9", "ICC-ASP/20/Res.9", "ICC-ASP/20/Res.9"], "seven letters");
    assert_eq!(differences(&redline(&old, &new)), [""; 0]);
}

#[test]
fn texts_whose_words_agree_are_only_the_same_when_their_page_heads_are() {
    let same = pages(["19-55501 (E)", "19-55501 (E)", "19-55501 (E)"], "six letters");
    let redline_of_same = redline(&same, &same);
    assert!(!redline_of_same.differs());
    assert!(redline_of_same.notes.iter().any(|note| note.code == "same-text"));
    let changed = pages(["19-55501 (E)", "19-55502 (E)", "19-55501 (E)"], "six letters");
    let redline = redline(&same, &changed);
    assert_eq!(differences(&redline), ["19-55501 (E) → 19-55502 (E)"]);
    assert!(redline.differs() && redline.differs_in_substance());
    assert_eq!(redline.summary.left_out, 1);
    assert!(redline.notes.iter().all(|note| note.code != "same-text"), "the two texts are not the same");
}

#[test]
fn a_code_that_differs_on_every_page_is_one_difference() {
    let old = pages(["19-55501 (E)", "19-55501 (E)", "19-55501 (E)"], "six letters");
    let new = pages(["20-44402 (E)", "20-44402 (E)", "20-44402 (E)"], "seven letters");
    assert_eq!(differences(&redline(&old, &new)), ["19-55501 (E) → 20-44402 (E)"]);
}

#[test]
fn what_was_left_out_is_shown_in_every_form() {
    let old = pages(["19-55501 (E)", "19-55501 (E)", "19-55501 (E)"], "six letters");
    let report = report(redline(&old, &old.replace("19-55501", "20-44402")), ReportOptions::default());
    let forms = [
        rature::render::redline_terminal(&report, &rature::render::TerminalOptions::default()),
        rature::render::redline_html(&report),
        rature::render::redline_markdown(&report, rature::render::Signs::Html),
        rature::render::redline_json(&report.redline),
        rature::render::redline_csv(&report, rature::render::Bom::Without),
    ];
    for form in forms {
        assert!(form.contains("19-55501 (E)") && form.contains("20-44402 (E)"), "{form}");
    }
}

#[test]
fn the_page_is_said_where_the_text_says_its_pages() {
    let old = pages(["19-55501 (E)", "19-55501 (E)", "19-55501 (E)"], "six letters");
    let new = pages(["19-55501 (E)", "19-55509 (E)", "19-55501 (E)"], "six letters");
    let redline = redline(&old, &new);
    let piece = redline.left_out[0].new.clone().unwrap();
    assert_eq!((piece.page, piece.text.as_str()), (Some(2), "19-55509 (E)"));
}

/// A page whose two paragraphs have these marks and no notes.
fn marked(marks: [&str; 2]) -> Document {
    let [first, second] = marks.map(|mark| if mark.is_empty() { String::new() } else { format!("<sup>{mark}</sup>") });
    document(
        "page",
        &format!(
            "<html lang=en><p>The Assembly of States Parties,</p><p>1. Requests the Registry to keep its archives{first} in a dry and \
             secure place;</p><p>2. Invites States to lend letters{second} to the exhibition.</p></html>"
        ),
    )
}

#[test]
fn a_mark_without_a_note_that_is_another_number_is_shown() {
    let redline = redlined(&marked(["7", ""]), &marked(["9", ""]));
    assert_eq!(redline.left_out.first().map(|one| one.kind), Some(LeftOutKind::Mark));
    assert_eq!(differences(&redline), ["7 → 9"]);
    assert!(redline.differs());
}

#[test]
fn a_mark_that_only_counts_differently_is_no_difference() {
    let redline = redlined(&marked(["", "1"]), &marked(["1", "2"]));
    assert_eq!(differences(&redline), [""; 0], "a mark came before it, and is told by its own paragraph");
    let redline = redlined(&marked(["1", "1"]), &marked(["1", "2"]));
    assert_eq!(differences(&redline), ["1 → 2"], "the same note was called again, and now another is");
}

#[test]
fn a_footnote_whose_text_is_gone_while_its_mark_stays_is_shown() {
    let text = |notes: &str| {
        format!(
            "{}{notes}",
            pages(["", "", ""], "six letters").replace("archives in", "archives1 in").replace("spring", "spring2")
        )
    };
    let both = "____\n1 Resolution ICC-ASP/3/Res.1.\n2 Report of the Registry on its archives.\n";
    let redline = redline(&text(both), &text("____\n1 Resolution ICC-ASP/3/Res.1.\n"));
    assert_eq!(redline.old.units.iter().filter(|unit| unit.kind == Kind::Note).count(), 2);
    assert!(redline.differs());
    assert_eq!(differences(&redline), ["Report of the Registry on its archives. → –"]);
}

#[test]
fn two_layouts_of_one_pair_are_said_with_the_better_choice() {
    let paragraphs = "The Assembly,\n\n1. Requests the Registry to keep its archives;\n\n2. Thanks all States.\n";
    let redline = redline(paragraphs, &pages(["2", "3", "4"], "six letters"));
    assert_eq!([redline.old.layout, redline.new.layout], [Layout::Paragraphs, Layout::Wrapped]);
    let note = redline.notes.iter().find(|note| note.code == "layouts-differ").unwrap();
    assert!(note.message.contains("--layout wrapped"), "{}", note.message);
}
