//! What lies over the words of two Word files: earlier tracked changes, comments, looks.

use rature::ErrorKind;
use rature::read::Revisions;
use rature::render::{WordOptions, fits_docx};

use crate::word_out::pairs::{OPENING, changes, file, lines, of_files, paragraph, read_as, run, table};
use crate::word_out::{reported, written, xml};

const ANN: &str = "w:id=\"7\" w:author=\"Ann\" w:date=\"2020-01-01T00:00:00Z\"";

fn came(runs: &str) -> String {
    format!("<w:ins {ANN}>{runs}</w:ins>")
}

fn went(text: &str) -> String {
    format!("<w:del {ANN}><w:r><w:delText xml:space=\"preserve\">{text}</w:delText></w:r></w:del>")
}

/// A paragraph whose end Ann marked.
fn marked(mark: &str, content: &str) -> String {
    format!("<w:p><w:pPr><w:rPr><w:{mark} {ANN}/></w:rPr></w:pPr>{content}</w:p>")
}

/// The redline over the tracked changes of `old`: accepted it says what `new` says, rejected what `old` said before them.
fn over(old: &[u8], new: &[u8]) -> String {
    let done = written(&read_as(old, Revisions::Keep), &read_as(new, Revisions::Accept), &WordOptions::default());
    assert_eq!(lines(&done, Revisions::Accept), lines(new, Revisions::Accept), "accepted");
    assert_eq!(lines(&done, Revisions::Reject), lines(old, Revisions::Reject), "rejected");
    xml::part(&done, "word/document.xml")
}

#[test]
fn earlier_changes_keep_their_authors_where_ours_do_not_touch_them() {
    let first = |verb: &str, day: &str| run(&format!("The committee {verb} in its seat on the {day} day of each month"));
    let old = paragraph(OPENING)
        + &format!("<w:p>{}{}{}{}</w:p>", first("meets", "third"), went(" but one"), came(&run(" and in March")), run("."))
        + &marked("ins", &came(&run("It hears the members that ask to be heard.")))
        + &marked("del", &went("It hears nobody else."));
    let new = paragraph(OPENING)
        + &paragraph("The committee gathers in its seat on the third day of each month and in March.")
        + &paragraph("It hears the members that ask to be heard.");
    let text =
        over(&file(&(old + &paragraph("The end of the rules.")), &[]), &file(&(new + &paragraph("The end of the rules.")), &[]));
    assert_eq!(text.matches("w:author=\"Ann\" w:date=\"2020-01-01T00:00:00Z\"").count(), 6, "{text}");
    assert_eq!(text.matches("w:author=\"rature\"").count(), 2, "{text}");
}

#[test]
fn what_comes_into_an_earlier_insertion_parts_it_and_what_goes_goes_inside_it() {
    let of = |inner: &str| file(&format!("<w:p>{}{inner}{}</w:p>", run("The office keeps "), run(" for ten years.")), &[]);
    let old = of(&came(&run("all the letters of the members")));
    let new = of(&run("all the signed letters of members"));
    let text = over(&old, &new);
    assert!(text.contains("letters of </w:t></w:r><w:del "), "{text}");
    assert!(text.contains("the </w:t></w:r></w:ins><w:ins w:id=\"100008\" w:author=\"rature\"><w:r>"), "{text}");
    assert!(!text.contains("\"><w:ins "), "{text}");
    let ids: Vec<&str> = text.split("w:id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "{text}");
}

#[test]
fn an_inserted_paragraph_may_go_again_and_a_deleted_row_stays_deleted() {
    let row = |cells: &str, mark: &str| {
        let cells: String = cells.split('|').map(|cell| format!("<w:tc>{}</w:tc>", paragraph(cell.trim()))).collect();
        format!("<w:tr>{mark}{cells}</w:tr>")
    };
    let mark = |name: &str| format!("<w:trPr><w:{name} {ANN}/></w:trPr>");
    let table = |rows: &str| format!("<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>");
    let coming = marked("ins", &came(&run("A paragraph that was inserted and is not wanted by anybody else.")));
    let rows = row("Rent | 10", "") + &row("Paper | 3", &mark("del")) + &row("Travel | 7", &mark("ins")) + &row("Staff | 20", "");
    let old = file(&(paragraph(OPENING) + &coming + &table(&rows) + &paragraph("The end.")), &[]);
    let left = row("Rent | 12", "") + &row("Staff | 20", "");
    let new = file(&(paragraph(OPENING) + &table(&left) + &paragraph("The end.")), &[]);
    let text = over(&old, &new);
    assert!(text.contains("<w:ins w:id=\"7\" w:author=\"Ann\" w:date=\"2020-01-01T00:00:00Z\"/><w:del "), "{text}");
    assert_eq!(text.matches("Paper").count(), 1, "{text}");
}

#[test]
fn what_cannot_be_kept_is_accepted_and_said() {
    let joined = marked("del", &run("The first half of a sentence ")) + &paragraph("and the second half of it.");
    let old = read_as(&file(&joined, &[]), Revisions::Keep);
    assert_eq!(old.units[0].text, "The first half of a sentence and the second half of it.");
    assert_eq!(old.notes[0].code, "revisions-kept-in-part");
    assert!(old.notes[0].message.contains("1 cannot stand under other changes"), "{}", old.notes[0].message);
}

fn anchor(id: u8, inner: &str) -> String {
    format!(
        "<w:commentRangeStart w:id=\"{id}\"/>{inner}<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:commentReference w:id=\"{id}\"/></w:r>"
    )
}

fn comment(id: u8, author: &str, text: &str) -> String {
    format!("<w:comment w:id=\"{id}\" w:author=\"{author}\" w:initials=\"X\">{}</w:comment>", paragraph(text))
}

#[test]
fn comments_of_the_new_file_come_along_to_where_they_stand() {
    let body = |middle: &str| format!("<w:p>{}{middle}{}</w:p>", run("The fees are paid "), run(" to the treasurer."));
    let old = file(&body(&anchor(0, &run("each year"))), &[("comments", &comment(0, "Ann", "Since when?"))]);
    let inner = anchor(0, &(run("each ") + &anchor(1, &run("quarter"))));
    let more = format!("<w:p>{}</w:p>", anchor(2, &run("A reminder is sent to members that are late.")));
    let comments = comment(0, "Ann", "Since when?") + &comment(1, "Bob", "So often?") + &comment(2, "Cleo", "How late?");
    let new = file(&(body(&inner) + &more), &[("comments", &comments)]);
    let done = of_files(&old, &new);
    assert_eq!(lines(&done, Revisions::Accept), lines(&new, Revisions::Accept));
    assert_eq!(xml::faults(&done, None), Vec::<String>::new());
    let said = xml::part(&done, "word/comments.xml");
    assert_eq!([said.matches("Since when?").count(), said.matches("So often?").count()], [1, 1], "{said}");
    assert!(said.contains("w:author=\"Cleo\" w:initials=\"X\""), "{said}");
    let text = xml::part(&done, "word/document.xml");
    let opened = text.split("<w:commentRangeStart ").nth(2).unwrap_or_default();
    assert!(opened.split("<w:commentRangeEnd ").next().unwrap_or_default().contains("quarter"), "{text}");
    assert_eq!(text.matches("<w:commentReference ").count(), 3, "{text}");
    // A file without comments gets the part.
    let bare = file(&body(&run("each year")), &[]);
    assert_eq!(xml::part(&of_files(&bare, &new), "word/comments.xml").matches("<w:comment ").count(), 3);
}

#[test]
fn looks_are_tracked_when_asked_for_and_only_then() {
    let styled = |face: &str, text: &str| format!("<w:r><w:rPr>{face}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let of = |own: &str, first: &str, second: &str| {
        let runs = styled(first, "The members ") + &styled(second, "may speak") + &run(" in any language.");
        file(&(paragraph(OPENING) + &format!("<w:p><w:pPr>{own}</w:pPr>{runs}</w:p>")), &[])
    };
    let (old, new) = (of("<w:jc w:val=\"left\"/>", "<w:b/>", ""), of("<w:jc w:val=\"center\"/>", "<w:b w:val=\"1\"/>", "<w:i/>"));
    let [before, after] = [&old, &new].map(|bytes| read_as(bytes, Revisions::Accept));
    let mut options = WordOptions::default();
    assert!(!xml::part(&written(&before, &after, &options), "word/document.xml").contains("Change "));
    options.formatting = true;
    let done = written(&before, &after, &options);
    assert_eq!(xml::faults(&done, None), Vec::<String>::new());
    let text = xml::part(&done, "word/document.xml");
    assert_eq!([text.matches("<w:rPrChange ").count(), text.matches("<w:pPrChange ").count()], [1, 1], "{text}");
    assert!(text.contains("<w:rPr><w:i/><w:rPrChange "), "{text}");
    assert!(text.contains("<w:pPr><w:jc w:val=\"left\"/></w:pPr></w:pPrChange>"), "{text}");
    assert_eq!(changes(&text), 0, "{text}");
}

#[test]
fn a_paragraph_too_long_to_track_is_refused_before_anything_is_compared() {
    let long = read_as(&file(&paragraph(&"word ".repeat(900_000)), &[]), Revisions::Accept);
    let short = read_as(&file(&paragraph(OPENING), &[]), Revisions::Accept);
    assert_eq!(fits_docx([&short, &long]).map_err(|error| error.kind()), Err(ErrorKind::TooLarge));
    assert!(fits_docx([&short, &short]).is_ok());
}

#[test]
fn a_changed_cell_is_called_by_its_row_and_column() {
    let of = |rows: &str| file(&(paragraph(OPENING) + &table(rows)), &[]);
    let old = of("Organ | 2020 | 2021 / Court | 12 | 79 / Office | 12 | 12");
    let new = of("Organ | 2020 | 2021 / Court | 12 | 85 / Library | 12 | 12 / Office | 12 | 13");
    let [old, new] = [&old, &new].map(|bytes| read_as(bytes, Revisions::Accept));
    let report = reported(&old, &new);
    let lines: Vec<String> = report.figures.iter().map(|line| format!("{}: {} → {}", line.label, line.old, line.new)).collect();
    assert_eq!(lines, ["Court, 2021: 79 → 85", "Office, 2021: 12 → 13"]);
    let shown = rature::render::redline_terminal(&report, &rature::render::TerminalOptions::default());
    assert!(shown.contains("Court, 2021 · replaced"), "{shown}");
    assert!(!shown.contains("· deleted"), "{shown}");
}
