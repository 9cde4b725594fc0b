//! A Word file that tries to act, in every place where a Word file can say something: through every form, and as the base of a redline.

use std::io::{Cursor, Read, Write};

use crate::folder::{Folder, OLD};
use crate::promises::forms::{of_document, of_redline, of_series, redlined};
use crate::promises::{HOSTILE, nothing_acts, safe};
use rature::ErrorKind;
use rature::read::{ReadOptions, Revisions, diagnose, read};
use rature::render::{TerminalOptions, WordOptions, diagnosis_terminal, redline_docx, table_docx};
use rature::report::phrases::Phrases;
use rature::report::{ReportOptions, report, table};
use rature::series::{SeriesOptions, Step, series};
use rature::structure::{Document, structure};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const NAMESPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

fn packed(parts: &[(&str, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn unpacked(file: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let text = |name: String| {
        let mut text = String::new();
        archive.by_name(&name).unwrap().read_to_string(&mut text).unwrap();
        (name, text)
    };
    names.into_iter().map(text).collect()
}

/// What XML can hold of it: no control characters but those above U+007F.
fn hostile() -> String {
    let text: String = HOSTILE.chars().filter(|c| *c >= ' ').collect();
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;") + "&#13;&#9;"
}

/// In runs, styles, numbers, notes and their marks, fields, tables, comments, tracked changes and their authors, properties.
fn word() -> Vec<u8> {
    let evil = hostile();
    let run = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let by = |id: u32| format!("w:id=\"{id}\" w:author=\"{evil}\" w:date=\"{evil}\"");
    let paragraphs = [
        run(&evil),
        format!("<w:pPr><w:pStyle w:val=\"{evil}\"/></w:pPr>{}", run("Cooperation")),
        run("The Assembly of States Parties,"),
        run(&format!("Recalling {evil},")),
        format!(
            "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>{}<w:ins {}>{}</w:ins><w:del {}><w:r>\
             <w:delText>{evil}</w:delText></w:r></w:del><w:r><w:footnoteReference w:id=\"1\"/></w:r><w:commentRangeStart w:id=\"0\"/>{}\
             <w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>",
            run("Urges "),
            by(1),
            run(&evil),
            by(2),
            run(" all;"),
        ),
        format!(
            "{}<w:r><w:footnoteReference w:id=\"2\" w:customMarkFollows=\"1\"/><w:t>{evil}</w:t></w:r><w:r><w:fldChar \
             w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"javascript:{evil}\" </w:instrText></w:r><w:r><w:fldChar \
             w:fldCharType=\"separate\"/></w:r>{}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
            run("2. Requests "),
            run(&evil),
        ),
    ];
    let body = paragraphs.map(|inner| format!("<w:p>{inner}</w:p>")).concat();
    let cells = [evil.as_str(), "+1", "@x"].map(|cell| format!("<w:tc><w:p>{}</w:p></w:tc>", run(cell))).concat();
    let note = |id: u32| format!("<w:footnote w:id=\"{id}\"><w:p><w:r><w:footnoteRef/></w:r>{}</w:p></w:footnote>", run(&evil));
    let part = |name: &str, inner: &str| format!("<w:{name} {NAMESPACE}>{inner}</w:{name}>");
    packed(&[
        ("word/document.xml", part("document", &format!("<w:body>{body}<w:tbl><w:tr>{cells}</w:tr></w:tbl></w:body>"))),
        (
            "word/numbering.xml",
            part(
                "numbering",
                &format!(
                    "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>\
                     <w:lvlText w:val=\"{evil}%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
                ),
            ),
        ),
        (
            "word/styles.xml",
            part(
                "styles",
                &format!("<w:style w:type=\"paragraph\" w:styleId=\"{evil}\"><w:name w:val=\"heading 1 {evil}\"/></w:style>"),
            ),
        ),
        ("word/footnotes.xml", part("footnotes", &(note(1) + &note(2)))),
        ("word/comments.xml", part("comments", &format!("<w:comment {}><w:p>{}</w:p></w:comment>", by(0), run(&evil)))),
        ("docProps/core.xml", format!("<core><title>{evil}</title></core>")),
    ])
}

fn document(bytes: &[u8], revisions: Revisions) -> Document {
    let mut options = ReadOptions::default();
    options.revisions = revisions;
    structure(read("file.docx", bytes, &options).unwrap())
}

/// Its changes accepted, its changes rejected, and a plain text.
fn texts() -> [Document; 3] {
    let file = word();
    let plain = structure(read("old.txt", OLD.as_bytes(), &ReadOptions::default()).unwrap());
    [document(&file, Revisions::Reject), document(&file, Revisions::Accept), plain]
}

#[test]
fn nothing_of_a_word_file_acts_in_any_form_of_it() {
    let [before, after, plain] = texts();
    let all: String = after.units.iter().map(|unit| unit.text.as_str()).collect();
    assert!(all.matches("alert(1)").count() >= 6, "the text is there: {all}");
    for (old, new) in [(&before, &after), (&plain, &after), (&after, &plain)] {
        safe(&of_document(new));
        safe(&of_redline(redlined(old, new)));
        safe(&of_series(&series(vec![old.clone(), new.clone(), old.clone()], &SeriesOptions::default())));
    }
    let diagnosis = diagnose("file.docx", &word(), &ReadOptions::default()).unwrap();
    nothing_acts("doctor", &diagnosis_terminal(&after, &diagnosis, Phrases::of(after.language), &TerminalOptions::default()));
}

/// Its text is text in the redline too: no field, link or script comes into being, and every part is XML.
#[test]
fn a_redline_on_a_hostile_word_file_has_its_parts_and_no_more() {
    let [before, after, plain] = texts();
    let acts = |parts: &[(String, String)]| {
        let count = |what: &str| parts.iter().map(|(_, text)| text.matches(what).count()).sum::<usize>();
        ["<w:instrText", "<w:fldSimple", "<w:hyperlink", "<script", "<w:object", "<w:altChunk"].map(count)
    };
    let mut options = WordOptions::default();
    (options.author, options.comments) = (HOSTILE.to_owned(), true);
    let written = |old, new| redline_docx(&report(redlined(old, new), ReportOptions::default()), &options).unwrap();
    let clean = written(&plain, &plain);
    for (old, new, base) in [(&before, &after, word()), (&after, &plain, word()), (&plain, &after, clean)] {
        let redline = written(old, new);
        let (parts, given) = (unpacked(&redline), acts(&unpacked(&base)));
        for (name, text) in &parts {
            roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
        // What is deleted no longer acts.
        assert!(acts(&parts).iter().zip(given).all(|(now, given)| *now <= given), "{:?}", acts(&parts));
        // Rejected, it is the old text.
        let texts = |document: &Document| document.units.iter().map(|unit| unit.text.trim().to_owned()).collect::<Vec<_>>();
        assert_eq!(texts(&document(&redline, Revisions::Reject)), texts(old));
    }
    let step = Step { old: 0, new: 1, links: redlined(&before, &after).links };
    for (name, text) in unpacked(&table_docx(&table(&[before, after], &[step], None)).unwrap()) {
        roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

/// What is kept of one file and comes along from another is text and properties, whoever wrote it.
#[test]
fn earlier_changes_and_comments_of_a_hostile_file_bring_nothing_that_acts() {
    let evil = hostile();
    let mut parts = unpacked(&word());
    let relation = |kind: &str| {
        let of = format!("http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}");
        format!("<Relationship Id=\"{kind} {evil}\" Type=\"{of}\" Target=\"{kind}.xml\"/>")
    };
    let relations = ["comments", "footnotes", "numbering", "styles"].map(relation).concat();
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    parts.push((
        "word/_rels/document.xml.rels".to_owned(),
        format!("<Relationships xmlns=\"{package}\">{relations}</Relationships>"),
    ));
    let related = packed(&parts.iter().map(|(name, text)| (name.as_str(), text.clone())).collect::<Vec<_>>());
    let [kept, new] = [Revisions::Keep, Revisions::Accept].map(|how| document(&related, how));
    let [_, _, plain] = texts();
    let mut options = WordOptions::default();
    options.formatting = true;
    let written = |old, new| redline_docx(&report(redlined(old, new), ReportOptions::default()), &options).unwrap();
    let bare = document(&written(&plain, &plain), Revisions::Accept);
    let fields = |parts: &[(String, String)]| parts.iter().map(|(_, text)| text.matches("<w:instrText").count()).sum::<usize>();
    for (old, new, authors) in [(&kept, &new, 2), (&kept, &plain, 2), (&bare, &new, 1)] {
        let parts = unpacked(&written(old, new));
        for (name, text) in &parts {
            roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
        assert!(fields(&parts) <= 1);
        // Two changes that were there, or the comment that came.
        let by_them = parts.iter().map(|(_, text)| text.matches("alert(1)").count()).sum::<usize>();
        assert!(by_them >= authors, "{by_them}");
    }
    let came = unpacked(&written(&bare, &new)).into_iter().find(|(name, _)| name == "word/comments.xml");
    let came = came.map(|(_, text)| text).unwrap_or_default();
    assert!(came.contains("alert(1)") && !came.contains('\u{202e}'), "{came}");
}

/// Marks of direction and characters without width are shown; a Word file that was given keeps those of its own text, and no more.
#[test]
fn what_deceives_the_eye_is_shown_in_word_too() {
    let [before, after, plain] = texts();
    let unseen = |file: &[u8]| {
        let count = |text: &str| text.matches(['\u{202e}', '\u{2066}', '\u{200b}', '\u{e0041}']).count();
        unpacked(file).iter().map(|(_, text)| count(text)).sum::<usize>()
    };
    let written =
        |old, new| redline_docx(&report(redlined(old, new), ReportOptions::default()), &WordOptions::default()).unwrap();
    assert!(unseen(&word()) > 10, "{}", unseen(&word()));
    let mut base = after.clone();
    base.package = None;
    for (old, new) in [(&plain, &after), (&base, &plain), (&base, &before)] {
        assert_eq!(unseen(&written(old, new)), 0);
    }
    let step = Step { old: 0, new: 1, links: redlined(&plain, &after).links };
    let table = table_docx(&table(&[plain.clone(), after.clone()], &[step], None)).unwrap();
    assert_eq!(unseen(&table), 0);
    assert!(unseen(&written(&after, &before)) <= unseen(&word()));
}

/// Control characters are no XML, whether they are written or counted; the error says so without them.
#[test]
fn a_word_file_with_control_characters_is_refused_in_one_plain_line() {
    let folder = Folder::new("control");
    for evil in ["\u{1b}[2J", "&#27;[2J", "\0"] {
        let body = format!("<w:document {NAMESPACE}><w:body><w:p><w:r><w:t>{evil}</w:t></w:r></w:p></w:body></w:document>");
        folder.write("control.docx", packed(&[("word/document.xml", body.clone())]));
        let said = folder.refused(&["diff", "control.docx", "control.docx"]);
        nothing_acts("the error", &said);
        assert_eq!(said.lines().count(), 1, "{said}");
        // So are names of parts.
        let named = packed(&[("word/document.xml", body.replace(evil, "all")), ("word/\u{1b}]0;owned\u{7}\n.xml", "<".into())]);
        if let Err(error) = read("file.docx", &named, &ReadOptions::default()) {
            assert_eq!(error.kind(), ErrorKind::Unreadable);
        }
        folder.write("named.docx", named);
        let output = folder.run(&["read", "named.docx"]);
        nothing_acts("what is said", &String::from_utf8([output.stdout, output.stderr].concat()).unwrap());
    }
}
