//! Fields and what they name: a field goes whole, comes whole, and finds its bookmark.

use rature::read::Revisions;

use crate::word_out::pairs::{OPENING, file, lines, of_files, paragraph, redline, run};
use crate::word_out::xml;

fn character(kind: &str) -> String {
    format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>")
}

fn begin(code: &str) -> String {
    character("begin") + &format!("<w:r><w:instrText xml:space=\"preserve\">{code}</w:instrText></w:r>")
}

fn simple(code: &str, shown: &str) -> String {
    format!("<w:fldSimple w:instr=\"{code}\">{}</w:fldSimple>", run(shown))
}

fn of(paragraphs: &[&str]) -> Vec<u8> {
    let paragraphs = paragraphs.iter().map(|content| format!("<w:p>{content}</w:p>"));
    file(&(paragraph(OPENING) + &paragraphs.collect::<String>() + &paragraph("The end of the report.")), &[])
}

/// What is left of a redline when the insertions of its text, or else its deletions, are taken out with all that is in them.
pub(super) fn without(text: &str, mark: &str) -> String {
    let open = format!("<w:{mark} ");
    let mut parts = text.split(&open);
    let first = parts.next().unwrap_or_default().to_owned();
    // The mark of a paragraph's end is empty.
    let rest = |part: &str| match part.split_once('>') {
        Some((tag, rest)) if tag.ends_with('/') => rest.to_owned(),
        _ => part.split_once(&format!("</w:{mark}>")).map_or(String::new(), |(_, rest)| rest.to_owned()),
    };
    parts.fold(first, |text, part| text + &rest(part))
}

#[test]
fn a_simple_field_whose_result_changed_goes_whole_and_comes_whole() {
    let text = |shown: &str| run("The rent is set out on page ") + &simple(" PAGEREF rent ", shown) + &run(" of the annex.");
    let (old, new) = (of(&[&text("seven")]), of(&[&text("twelve")]));
    let text = redline(&old, &new);
    assert!(!text.contains("fldSimple"), "{text}");
    for (mark, code) in [("del", "<w:instrText"), ("ins", "<w:delInstrText")] {
        assert_eq!(without(&text, mark).matches(code).count(), 1, "{text}");
        assert!(!without(&text, mark).contains(if mark == "del" { "delInstrText" } else { "<w:instrText" }), "{text}");
    }
    // Of a field that goes with its paragraph nothing stays.
    let gone = redline(&old, &of(&[]));
    assert!(!without(&gone, "del").contains("PAGEREF") && gone.contains("delInstrText"), "{gone}");
    // What stays of the result stays in its field.
    let longer = |shown: &str| run("See ") + &simple(" REF rent ", shown) + &run(".");
    let text = redline(&of(&[&longer("the rent of the old archives")]), &of(&[&longer("the rent of the new archives")]));
    assert_eq!((text.matches("<w:fldSimple").count(), text.matches("instrText").count()), (1, 0), "{text}");
}

#[test]
fn a_field_over_several_paragraphs_goes_and_comes_with_them() {
    let entries = [
        begin(" TOC \\o ") + &character("separate") + &run("Rent of the archives, page 3"),
        run("Posts of the registry, page 5"),
        character("end"),
    ];
    let with = of(&entries.each_ref().map(String::as_str));
    let gone = redline(&with, &of(&[]));
    let kept = without(&gone, "del");
    assert!(!kept.contains("fldChar") && !kept.contains("TOC"), "{gone}");
    let came = redline(&of(&[]), &with);
    assert_eq!(without(&came, "ins").matches("fldChar").count(), 0, "{came}");
    assert_eq!((came.matches("<w:fldChar ").count(), came.matches(" TOC ").count()), (3, 1), "{came}");
    // A field that does more than print does not.
    let acting =
        [begin(" INCLUDETEXT a ") + &character("separate") + &run("The rent rises."), run("So it does.") + &character("end")];
    assert!(!redline(&of(&[]), &of(&acting.each_ref().map(String::as_str))).contains("fldChar"));
    // What one paragraph of it keeps, keeps it.
    let two = of(&[&entries[0], &(run("Posts of the registry and of its branches, page 5") + &character("end"))]);
    let one = of(&[&(entries[0].clone() + &character("end"))]);
    for (old, new) in [(&two, &one), (&one, &two)] {
        let text = redline(old, new);
        let opened = |text: &str| ["begin", "end"].map(|kind| text.matches(&format!("\"{kind}\"")).count());
        let [begun, ended] = opened(&without(&text, "ins"));
        assert!(begun >= 1 && ended >= 1, "{text}");
    }
}

#[test]
fn a_number_that_a_field_of_the_paragraph_counts_comes_with_it() {
    let counted = |text: &str| begin(" AUTONUM ") + &character("end") + &run(text);
    let (first, second) = (counted(" The rent is paid in March."), counted(" The staff is paid each month."));
    let text = redline(&of(&[&first]), &of(&[&first, &second]));
    assert_eq!(text.matches(" AUTONUM ").count(), 2, "{text}");
}

#[test]
fn a_bookmark_comes_with_its_paragraph_unless_the_file_has_one_of_that_name() {
    let marked = |name: &str, text: &str| {
        let end = "<w:bookmarkEnd w:id=\"4\"/>";
        format!("<w:bookmarkStart w:id=\"4\" w:name=\"{name}\"/>{}{end}", run(text))
    };
    let staff = marked("staff", "The registry has nine posts.");
    let refers = run("See ") + &begin(" REF rent \\h ") + &character("separate") + &run("above") + &character("end");
    let (old, new) = (
        of(&[&staff]),
        of(&[&staff, &marked("rent", "The archives are rented until June."), &refers, &marked("staff", "So be it.")]),
    );
    let text = redline(&old, &new);
    for (name, count) in [("rent", 1), ("staff", 1)] {
        assert_eq!(text.matches(&format!("w:name=\"{name}\"")).count(), count, "{text}");
    }
    assert_eq!(without(&text, "ins").matches("<w:bookmark").count(), 2, "{text}");
    let mut ids: Vec<&str> = text.split("<w:bookmarkStart w:id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    ids.dedup();
    assert_eq!((ids.len(), text.matches("<w:bookmarkEnd ").count()), (2, 2), "{text}");
    let done = of_files(&old, &new);
    assert_eq!(xml::faults(&done, None), Vec::<String>::new());
    assert!(lines(&done, Revisions::Reject).len() < lines(&done, Revisions::Accept).len());
}
