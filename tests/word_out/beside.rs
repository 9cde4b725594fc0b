//! What a Word file has beside its text, and where it differs: addresses of links, drawn words, words that are struck by hand.

use rature::compare::LeftOutKind;
use rature::read::Revisions;

use crate::word_out::pairs::{OPENING, file, paragraph, read_as, run};
use crate::word_out::reported;

/// What differs beside the texts of two files: its kind, and both sides.
fn beside(old: &[u8], new: &[u8]) -> Vec<(LeftOutKind, String)> {
    let [old, new] = [old, new].map(|bytes| read_as(bytes, Revisions::Accept));
    let said =
        |piece: &Option<rature::compare::LeftOutPiece>| piece.as_ref().map_or("–".to_owned(), |piece| piece.text.clone());
    let found = reported(&old, &new).redline.left_out;
    found.iter().map(|one| (one.kind, format!("{} → {}", said(&one.old), said(&one.new)))).collect()
}

fn with(content: &str, addresses: &[(&str, &str)]) -> Vec<u8> {
    file(&(paragraph(OPENING) + &format!("<w:p>{}{content}{}</w:p>", run("See "), run(" of May."))), addresses)
}

#[test]
fn another_address_of_a_link_is_told_and_a_link_that_goes_with_its_words_is_not() {
    let link = |words: &str| format!("<w:hyperlink r:id=\"to\">{}</w:hyperlink>", run(words));
    let minutes = link("the minutes");
    let [one, other] = ["https://example.org/1", "https://example.org/2"].map(|address| with(&minutes, &[("to", address)]));
    let told = vec![(LeftOutKind::Link, "the minutes (https://example.org/1) → the minutes (https://example.org/2)".to_owned())];
    assert_eq!(beside(&one, &other), told);
    assert_eq!(beside(&one, &one), vec![]);
    // With the words of the paragraph changed too.
    let reworded = file(
        &(paragraph(OPENING) + &format!("<w:p>{}{minutes}{}</w:p>", run("Read all of "), run(" of May."))),
        &[("to", "https://example.org/2")],
    );
    assert_eq!(beside(&one, &reworded), told);
    let field = |address: &str| {
        let part = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
        let code = format!("<w:r><w:instrText> HYPERLINK \"{address}\" </w:instrText></w:r>");
        with(&(part("begin") + &code + &part("separate") + &run("the minutes") + &part("end")), &[])
    };
    assert_eq!(beside(&field("https://example.org/1"), &field("https://example.org/2")), told);
    assert_eq!(beside(&one, &field("https://example.org/1")), vec![]);
    // A link where there was none, over the same words.
    assert_eq!(beside(&with(&run("the minutes"), &[]), &one).len(), 1);
    // What comes with its words is seen in them.
    assert_eq!(beside(&with(&run("the annex"), &[]), &one), vec![]);
    let here = "<w:hyperlink w:anchor=\"annex\"><w:r><w:t>the minutes</w:t></w:r></w:hyperlink>";
    assert_eq!(beside(&with(&run("the minutes"), &[]), &with(here, &[])), vec![]);
}

#[test]
fn drawn_words_and_how_a_character_is_read_aloud_are_told() {
    let drawn = |words: &str| {
        let shape = "xmlns:v=\"urn:schemas-microsoft-com:vml\"";
        with(&format!("<w:r><w:pict><v:shape {shape}><v:textpath string=\"{words}\"/></v:shape></w:pict></w:r>"), &[])
    };
    let told = beside(&drawn("Draft"), &drawn("Final text"));
    assert!(told.iter().all(|(kind, _)| *kind == LeftOutKind::Picture) && !told.is_empty(), "{told:?}");
    let read = |sound: &str| {
        let base = format!("<w:rubyBase>{}</w:rubyBase>", run("東"));
        with(&format!("<w:r><w:ruby><w:rt>{}</w:rt>{base}</w:ruby></w:r>", run(sound)), &[])
    };
    let told = beside(&read("to"), &read("higashi"));
    assert!(told.iter().all(|(kind, _)| *kind == LeftOutKind::Ruby) && !told.is_empty(), "{told:?}");
}

#[test]
fn words_that_are_struck_by_hand_are_told() {
    let struck = |mark: &str, words: &str| format!("<w:r><w:rPr>{mark}</w:rPr><w:t>{words}</w:t></w:r>");
    let told = |content: &str| {
        let notes = read_as(&with(content, &[]), Revisions::Accept).notes;
        notes.iter().find(|note| note.code == "struck-by-hand").map(|note| note.message.clone())
    };
    let two = struck("<w:strike/>", "the") + &struck("<w:dstrike/>", " minutes") + &run(" and ") + &struck("<w:strike/>", "more");
    assert!(told(&two).is_some_and(|message| message.ends_with("passages: 2")));
    assert_eq!(told(&struck("<w:strike w:val=\"0\"/>", "the minutes")), None);
}
