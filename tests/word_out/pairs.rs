//! Two Word files: what is accepted is the new file and what is rejected the old one, with cells, notes, pictures and numbers.

use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;

use rature::read::{ReadOptions, Revisions, read};
use rature::render::WordOptions;
use rature::structure::{Document, structure};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::word_out::{document, shared, written, xml};

pub(super) const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
pub(super) const RELATED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A Word file with `body` and other parts: the last word of each one's relation, and its content without the root's prefixes.
pub(super) fn file(body: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let mut parts = vec![
        (
            "[Content_Types].xml".to_owned(),
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" \
             ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
                .to_owned(),
        ),
        (
            "_rels/.rels".to_owned(),
            format!(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" \
                 Type=\"{RELATED}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            ),
        ),
        ("word/document.xml".to_owned(), format!("<w:document {SPACES}><w:body>{body}</w:body></w:document>")),
    ];
    let mut relations = String::new();
    for (kind, content) in others {
        if content.starts_with("https:") || content.starts_with("javascript:") {
            let relation = format!(
                "<Relationship Id=\"{kind}\" Type=\"{RELATED}/hyperlink\" Target=\"{content}\" TargetMode=\"External\"/>"
            );
            relations.push_str(&relation);
            continue;
        }
        let relation = format!("<Relationship Id=\"{kind}\" Type=\"{RELATED}/{kind}\" Target=\"{kind}.xml\"/>");
        relations.push_str(&relation);
        parts.push((format!("word/{kind}.xml"), format!("<w:{kind} {SPACES}>{content}</w:{kind}>")));
    }
    parts.push((
        "word/_rels/document.xml.rels".to_owned(),
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>"
        ),
    ));
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    for (name, content) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub(super) fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

pub(super) fn paragraph(text: &str) -> String {
    format!("<w:p>{}</w:p>", run(text))
}

/// A paragraph that Word counts, on a level of list 1.
pub(super) fn counted(level: u8, text: &str) -> String {
    format!("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>{}</w:p>", run(text))
}

/// A table: rows apart by "/", cells by "|".
pub(super) fn table(text: &str) -> String {
    let cell = |text: &str| format!("<w:tc><w:tcPr/>{}</w:tc>", paragraph(text.trim()));
    let row = |row: &str| format!("<w:tr>{}</w:tr>", row.split('|').map(cell).collect::<String>());
    format!("<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>", text.split('/').map(row).collect::<String>())
}

/// List 1: "1.1 " legal numbering, two levels.
pub(super) const LISTS: (&str, &str) = (
    "numbering",
    "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText \
     w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.%2\"/>\
     </w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
);

pub(super) fn read_as(bytes: &[u8], revisions: Revisions) -> Document {
    let mut options = ReadOptions::default();
    options.revisions = revisions;
    structure(read("pair.docx", bytes, &options).unwrap())
}

/// What a file says, a paragraph a line, with the numbers that Word counts.
pub(super) fn lines(bytes: &[u8], revisions: Revisions) -> Vec<String> {
    let line = |unit: &rature::structure::Unit| format!("{} {}", unit.label.as_deref().unwrap_or_default(), unit.text);
    read_as(bytes, revisions).units.iter().map(|unit| line(unit).trim().to_owned()).collect()
}

/// The redline of two files, which gives each of them back; its text.
pub(super) fn redline(old: &[u8], new: &[u8]) -> String {
    let done = of_files(old, new);
    assert_eq!(lines(&done, Revisions::Accept), lines(new, Revisions::Accept), "accepted");
    assert_eq!(lines(&done, Revisions::Reject), lines(old, Revisions::Accept), "rejected");
    assert_eq!(xml::faults(&done, None), Vec::<String>::new());
    xml::part(&done, "word/document.xml")
}

pub(super) fn of_files(old: &[u8], new: &[u8]) -> Vec<u8> {
    let [old, new] = [old, new].map(|bytes| read_as(bytes, Revisions::Accept));
    written(&old, &new, &WordOptions::default())
}

pub(super) fn changes(text: &str) -> usize {
    ["<w:ins ", "<w:del ", "<w:moveFrom ", "<w:moveTo "].iter().map(|mark| text.matches(mark).count()).sum()
}

pub(super) const OPENING: &str = "The budget of the commission is set out in the following table.";

#[test]
fn a_figure_among_the_same_figures_changes_in_its_own_cell() {
    let of = |figures: &str| file(&(paragraph(OPENING) + &table(figures)), &[]);
    let text = redline(&of("Rent | 10 | 10 | 10 / Staff | 20 | 10 | 10"), &of("Rent | 10 | 12 | 10 / Staff | 20 | 10 | 10"));
    assert_eq!(changes(&text), 2, "{text}");
    let before = text.split("<w:del ").next().unwrap();
    assert_eq!(before.matches("<w:tc>").count(), 3, "{text}");
}

#[test]
fn rows_come_and_go_as_rows() {
    let of = |figures: &str| file(&(paragraph(OPENING) + &table(figures)), &[]);
    let text = redline(&of("Rent | 10 / Staff | 20 / Paper | 5"), &of("Rent | 10 / Travel | 10 / Staff | 21"));
    assert_eq!(text.matches("<w:ins ").count() - text.matches("<w:trPr><w:ins ").count(), 5, "{text}");
    assert_eq!([text.matches("<w:trPr><w:ins ").count(), text.matches("<w:trPr><w:del ").count()], [1, 1], "{text}");
}

#[test]
fn a_new_column_is_new_rows_and_a_new_table_comes_whole() {
    let plain = file(&(paragraph(OPENING) + &paragraph("The end.")), &[]);
    let with = |rows: &str| file(&(paragraph(OPENING) + &table(rows) + &paragraph("The end.")), &[]);
    let text = redline(&with("Rent | 10 / Staff | 20"), &with("Rent | 10 | 11 / Staff | 20 | 22"));
    assert_eq!([text.matches("<w:trPr><w:ins ").count(), text.matches("<w:trPr><w:del ").count()], [2, 2], "{text}");
    let text = redline(&plain, &with("Rent | 10 / Staff | 20"));
    assert_eq!(text.matches("<w:trPr><w:ins ").count(), 2, "{text}");
    redline(&with("Rent | 10 / Staff | 20"), &plain);
}

#[test]
fn a_number_that_word_counts_is_never_typed() {
    let of = |paragraphs: &[String]| file(&paragraphs.concat(), &[LISTS]);
    let body = [
        counted(0, "The commission shall have seven members."),
        counted(1, "Members are elected for four years."),
        counted(1, "No member may serve more than twice."),
        counted(0, "The commission meets in March and in October."),
    ];
    let came = [&body[..2], &[counted(1, "A vacancy is filled within sixty days.")], &body[2..]].concat();
    let text = redline(&of(&body), &of(&came));
    assert!(text.contains("<w:numId w:val=\"1\"/></w:numPr><w:rPr><w:ins "), "{text}");
    assert!(!text.contains("1.2"), "{text}");
    redline(&of(&came), &of(&body));
    let moved = [body[3].clone(), body[0].clone(), body[1].clone(), body[2].clone()];
    assert!(!redline(&of(&body), &of(&moved)).contains("1."));
}

#[test]
fn a_list_that_the_old_file_lacks_comes_with_its_paragraphs() {
    let old = file(&(paragraph(OPENING) + &paragraph("The end of the report.")), &[]);
    let new = file(&(paragraph(OPENING) + &counted(0, "First, the rent.") + &paragraph("The end of the report.")), &[LISTS]);
    let done = of_files(&old, &new);
    assert!(xml::part(&done, "word/numbering.xml").contains("w:lvlText"));
    redline(&old, &new);
}

#[test]
fn a_paragraph_that_becomes_counted_is_no_new_paragraph() {
    let text = "The commission shall have seven members, elected by the assembly.";
    let done = redline(&file(&paragraph(text), &[LISTS]), &file(&counted(0, text), &[LISTS]));
    assert!(done.contains("<w:pPrChange "), "{done}");
    assert_eq!(changes(&done), 0, "{done}");
}

#[test]
fn a_formula_stays_unless_it_changed_and_then_changes_as_a_whole() {
    let formula = |letters: &str| format!("<m:oMath><m:r><m:t>{letters}</m:t></m:r></m:oMath>");
    let of = |word: &str, letters: &str| {
        let text = run(&format!("The {word} is paid at the rate of ")) + &formula(letters) + &run(" for each quarter.");
        file(&format!("<w:p>{text}</w:p>"), &[])
    };
    let text = redline(&of("sum", "a=2b"), &of("amount", "a=2b"));
    assert_eq!(changes(&text), 2, "{text}");
    assert_eq!(text.matches("a=2b").count(), 1, "{text}");
    let text = redline(&of("sum", "a=2b"), &of("sum", "a=3b"));
    assert!(text.contains("</m:oMath></w:del>") && text.contains("</m:oMath></w:ins>"), "{text}");
}

#[test]
fn a_moved_paragraph_shows_its_edits_inside_the_move() {
    let texts = [
        "The secretary keeps the minutes of every meeting and sends them to all the members within ten days.",
        "The treasurer presents the accounts of the year that has ended at the first meeting of the assembly.",
        "The auditors are chosen from among the members who hold no other office in the commission.",
        "The archives are kept at the seat of the commission and are open to every member at all times.",
    ];
    let of = |order: &[&str]| file(&order.iter().map(|text| paragraph(text)).collect::<String>(), &[]);
    let edited = texts[0].replace("ten days", "fifteen days");
    let text = redline(&of(&texts), &of(&[texts[1], texts[2], texts[3], &edited]));
    let within = |mark: &str| text.split(mark).nth(1).unwrap_or_default().split("</w:p>").next().unwrap_or_default().to_owned();
    assert!(within("<w:moveFromRangeStart ").contains("<w:delText xml:space=\"preserve\">ten</w:delText>"), "{text}");
    assert!(within("<w:moveToRangeStart ").contains("<w:t xml:space=\"preserve\">fifteen</w:t>"), "{text}");
    assert!(within("<w:moveToRangeStart ").contains("<w:moveTo "), "{text}");
}

#[test]
fn notes_keep_their_kind_and_all_their_paragraphs() {
    let note = |id: u8, text: &str| format!("<w:endnote w:id=\"{id}\">{text}</w:endnote>");
    let call = |id: u8| format!("<w:r><w:endnoteReference w:id=\"{id}\"/></w:r>");
    let text = "The assembly adopts the report of its bureau";
    let old =
        file(&format!("<w:p>{}{}</w:p>", run(text), call(2)), &[("endnotes", &note(2, &paragraph("See the annex to it.")))]);
    let two = note(2, &(paragraph("See the second annex to it.") + &paragraph("It was sent in May.")));
    let three = two.clone() + &note(3, &paragraph("Held in Geneva."));
    let new = file(&format!("<w:p>{}{}{}{}</w:p>", run(text), call(2), run(" of June"), call(3)), &[("endnotes", &three)]);
    let done = of_files(&old, &new);
    redline(&old, &new);
    let notes = xml::part(&done, "word/endnotes.xml");
    assert!(notes.contains("second") && notes.contains("It was sent in May.") && notes.contains("Held in Geneva."), "{notes}");
    assert!(!xml::part(&done, "word/document.xml").contains("footnoteReference"));
}

#[test]
fn what_comes_looks_as_in_its_own_file_and_nothing_in_it_acts() {
    let link = |id: &str, text: &str| format!("<w:hyperlink r:id=\"{id}\">{}</w:hyperlink>", run(text));
    let field = |code: &str, shown: &str| {
        let part = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
        let code = format!("<w:r><w:instrText>{code}</w:instrText></w:r>");
        part("begin") + &code + &part("separate") + &run(shown) + &part("end")
    };
    let italic = "<w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">Urges </w:t></w:r>";
    let coming = italic.to_owned()
        + &run("all members to read ")
        + &link("good", "the report")
        + &link("bad", " at once")
        + &field(" REF here ", " in part one")
        + &field(" DDEAUTO run ", " and in part two.");
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"Verb\"><w:name w:val=\"Operative verb\"/></w:style>";
    let body = paragraph(OPENING) + &format!("<w:p><w:pPr><w:pStyle w:val=\"Verb\"/></w:pPr>{coming}</w:p>");
    let old = file(&paragraph(OPENING), &[("styles", "")]);
    let new = file(&body, &[("styles", styles), ("good", "https://www.example.org/report"), ("bad", "javascript:alert(1)")]);
    let text = redline(&old, &new);
    assert!(text.contains("<w:rPr><w:i/></w:rPr>") && text.contains("<w:pStyle w:val=\"Verb\"/>"), "{text}");
    assert_eq!(text.matches("<w:hyperlink ").count(), 1, "{text}");
    assert!(text.contains(" REF here ") && !text.contains("DDEAUTO"), "{text}");
    let done = of_files(&old, &new);
    assert!(xml::part(&done, "word/styles.xml").contains("Operative verb"));
    assert!(!xml::part(&done, "word/_rels/document.xml.rels").contains("javascript"));
}

#[test]
fn an_empty_word_file_is_an_empty_text() {
    let (empty, full) = (file("<w:p/>", &[]), file(&(paragraph(OPENING) + &table("Rent | 10")), &[]));
    redline(&empty, &full);
    redline(&full, &empty);
    assert_eq!(changes(&redline(&empty, &empty)), 0);
}

/// The text of the main part with one word in the middle replaced; None where there is none.
fn with_one_word_changed(path: &Path) -> Option<(Vec<u8>, usize)> {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).ok()?;
    let mut done = ZipWriter::new(Cursor::new(vec![]));
    let mut before = None;
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let name = part.name().ok()?.into_owned();
        let mut bytes = vec![];
        part.read_to_end(&mut bytes).unwrap();
        if name == "word/document.xml" {
            let text = String::from_utf8(bytes).ok()?;
            before = Some(changes(&text));
            let starts: Vec<usize> = text.match_indices("<w:t>").map(|(at, _)| at + 5).collect();
            let is_word = |word: &str| word.len() > 4 && word.bytes().all(|b| b.is_ascii_lowercase());
            let place = starts.iter().skip(starts.len() / 2).find_map(|&start| {
                let said = text[start..].split('<').next().unwrap_or_default();
                // The only word of a paragraph is the paragraph.
                let word = said.split(' ').find(|word| is_word(word)).filter(|_| said.contains(' '))?;
                Some(start + said.find(word)?..start + said.find(word)? + word.len())
            })?;
            bytes = format!("{}zebra{}", &text[..place.start], &text[place.end..]).into_bytes();
        }
        done.start_file(name, SimpleFileOptions::default()).unwrap();
        done.write_all(&bytes).unwrap();
    }
    Some((done.finish().unwrap().into_inner(), before?))
}

#[test]
fn one_word_changed_in_a_real_file_is_at_most_three_changes() {
    let mut checked = 0;
    for folder in ["corpus/docx", "cases/word-public", "corpus/word-pairs"] {
        let Some(folder) = shared(folder) else { return };
        let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        for path in files.into_iter().filter(|path| path.extension().is_some_and(|e| e == "docx")) {
            let Some((edited, before)) = with_one_word_changed(&path).filter(|(_, before)| *before == 0) else { continue };
            let Some(old) = document(&path) else { continue };
            let new = read_as(&edited, Revisions::Accept);
            let done = written(&old, &new, &WordOptions::default());
            let count = changes(&xml::part(&done, "word/document.xml")) - before;
            assert!(count <= 3, "{}: {count} changes", path.display());
            checked += 1;
        }
    }
    eprintln!("{checked} files with one word changed");
}
