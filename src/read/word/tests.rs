//! Small Word files, written here, read whole.

use std::io::{Cursor, Write};
use std::sync::Arc;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::package::{LabelSource, Package};
use super::xml::scalars;
use crate::ErrorKind;
use crate::read::{BesideKind, ReadOptions, Revisions, Role, Source, Why, read};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A file with `body` and further parts, each with its kind and content.
fn file(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let relation = |kind: &str, target: &str| {
        format!(
            r#"<Relationship Id="{kind}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>"#
        )
    };
    let relations = |inner: String| {
        format!(r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>"#)
    };
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    let mut add = |name: &str, content: &str| {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    };
    add("_rels/.rels", &relations(relation("officeDocument", "word/document.xml")));
    let named: String = parts.iter().map(|(kind, _)| relation(kind, &format!("{kind}.xml"))).collect();
    add("word/_rels/document.xml.rels", &relations(named));
    add("word/document.xml", &format!(r#"<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>"#));
    for (kind, inner) in parts {
        let root = match *kind {
            "header" => "hdr",
            "footer" => "ftr",
            kind => kind,
        };
        add(&format!("word/{kind}.xml"), &format!(r#"<w:{root} xmlns:w="{W}">{inner}</w:{root}>"#));
    }
    zip.finish().unwrap().into_inner()
}

fn source(body: &str, parts: &[(&str, &str)], revisions: Revisions) -> Source {
    let options = ReadOptions { revisions, ..ReadOptions::default() };
    let source = read("draft.docx", &file(body, parts), &options).unwrap();
    assert_ways_back(&source);
    source
}

fn texts(body: &str, parts: &[(&str, &str)]) -> Vec<String> {
    source(body, parts, Revisions::Accept).blocks.into_iter().map(|block| block.text).collect()
}

fn settled(body: &str) -> [Vec<String>; 2] {
    [Revisions::Accept, Revisions::Reject].map(|how| source(body, &[], how).blocks.into_iter().map(|block| block.text).collect())
}

/// Every scalar of a block stands where its place says, and in the run that it says.
fn assert_ways_back(source: &Source) {
    let package: &Arc<Package> = source.package.as_ref().unwrap();
    assert_eq!(package.paragraphs.len(), source.blocks.len());
    for (paragraph, block) in package.paragraphs.iter().zip(&source.blocks) {
        let raw = std::str::from_utf8(&package.parts[paragraph.part].bytes).unwrap();
        assert!(raw[paragraph.element.clone()].starts_with("<w:p") && raw[paragraph.element.clone()].ends_with("</w:p>"));
        assert!(block.text.ends_with(paragraph.said.text()));
        assert_eq!(paragraph.marks.len(), block.marks.iter().flatten().count());
        for (_, c, place) in paragraph.said.iter() {
            let run = &paragraph.runs[place.run];
            assert!(run.element.start <= place.raw.start && place.raw.end <= run.element.end);
            let bytes = &raw[place.raw.clone()];
            if run.texts.iter().any(|text| text.content.start <= place.raw.start && place.raw.end <= text.content.end) {
                let mut said = None;
                scalars(raw, place.raw.clone(), |c, _| said = said.or(Some(c)));
                let same = said == Some(c) || c == ' ' && said.is_some_and(char::is_whitespace);
                assert!(same || !c.is_ascii(), "{c:?} at {bytes:?}");
            } else {
                assert!(bytes.starts_with('<') && bytes.ends_with('>'), "{c:?} at {bytes:?}");
            }
        }
    }
}

fn t(text: &str) -> String {
    format!(r#"<w:r><w:t xml:space="preserve">{text}</w:t></w:r>"#)
}

fn p(properties: &str, inner: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>")
}

/// A list of one abstract list with `levels`: figures, text, and further elements.
fn lists(levels: &[(&str, &str, &str)], lists: &str) -> String {
    let level = |(at, (figures, text, more)): (usize, &(&str, &str, &str))| {
        format!(
            r#"<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{figures}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>"#
        )
    };
    let levels: String = levels.iter().enumerate().map(level).collect();
    format!(r#"<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{lists}"#)
}

const LIST: &str = r#"<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#;

/// The labels of paragraphs on these lists and levels.
fn labels(numbering: &str, paragraphs: &[(u32, u32)]) -> String {
    let paragraph = |(list, level): &(u32, u32)| {
        p(&format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>"#), &t("x"))
    };
    let body: String = paragraphs.iter().map(paragraph).collect();
    let source = source(&body, &[("numbering", numbering)], Revisions::Accept);
    let labels: Vec<&str> = source.blocks.iter().map(|block| &block.text[..block.counted]).collect();
    labels.join(" ")
}

#[test]
fn a_level_begins_again_after_a_higher_one() {
    let list = lists(&[("decimal", "%1.", ""), ("lowerLetter", "(%2)", ""), ("lowerRoman", "%3)", "")], LIST);
    assert_eq!(labels(&list, &[(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)]), "1. (a) (b) i) 2. (a) i)");
}

#[test]
fn a_level_begins_again_only_where_the_list_says() {
    let never = r#"<w:lvlRestart w:val="0"/>"#;
    let list =
        lists(&[("decimal", "%1.", ""), ("decimal", "%1.%2", never), ("decimal", "%3", r#"<w:lvlRestart w:val="1"/>"#)], LIST);
    assert_eq!(labels(&list, &[(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)]), "1. 1.1 1 1.2 2 2. 2.3 1");
}

#[test]
fn an_override_starts_anew_and_others_go_on() {
    let more = r#"<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="41"/></w:lvlOverride></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>"#;
    let list = lists(&[("decimal", "%1.", "")], &format!("{LIST}{more}"));
    assert_eq!(labels(&list, &[(1, 0), (3, 0), (2, 0), (2, 0), (1, 0), (0, 0)]), "1. 2. 41. 42. 43. ");
}

#[test]
fn legal_levels_are_in_figures() {
    let list = lists(&[("upperRoman", "%1.", ""), ("decimal", "%1.%2", "<w:isLgl/>"), ("decimal", "%1.%3", "")], LIST);
    assert_eq!(labels(&list, &[(1, 0), (1, 0), (1, 1), (1, 2)]), "I. II. 2.1 II.1");
}

#[test]
fn numbers_come_from_the_style_too() {
    let styles = r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="Oper"><w:name w:val="Oper"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Alin"><w:name w:val="Alin"/><w:basedOn w:val="Oper"/></w:style>
        <w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>"#;
    let list = lists(&[("decimal", "%1.", ""), ("lowerLetter", "(%2)", r#"<w:pStyle w:val="Alin"/>"#)], LIST);
    let of_style = |style: &str, more: &str| p(&format!(r#"<w:pStyle w:val="{style}"/>{more}"#), &t("x"));
    let body = of_style("Oper", "")
        + &of_style("Alin", "")
        + &of_style("Oper", r#"<w:numPr><w:numId w:val="0"/></w:numPr>"#)
        + &of_style("Titre1", "");
    let source = source(&body, &[("numbering", &list), ("styles", styles)], Revisions::Accept);
    let read: Vec<&str> = source.blocks.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(read, ["1. x", "(a) x", "x", "x"]);
    assert_eq!(source.blocks.iter().map(|block| block.role).next_back(), Some(Role::Heading));
    let package = source.package.unwrap();
    assert_eq!(package.paragraphs[0].label, LabelSource::Automatic("1.".into()));
    assert_eq!(package.paragraphs[2].label, LabelSource::Typed);
}

#[test]
fn insertions_and_deletions_are_settled() {
    let body = p(
        "",
        &(t("Urges ")
            + r#"<w:del w:id="1"><w:r><w:delText>twelve</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>fifteen</w:t></w:r></w:ins>"#
            + &t(" States")),
    );
    assert_eq!(settled(&body), [["Urges fifteen States"], ["Urges twelve States"]]);
    let settled = source(&body, &[], Revisions::Accept);
    assert_eq!(settled.notes[0].code, "revisions-accepted");
    let package = settled.package.unwrap();
    let xml = std::str::from_utf8(&package.parts[package.document].bytes).unwrap();
    assert!(!xml.contains("w:ins") && !xml.contains("w:del"), "{xml}");
}

#[test]
fn changes_of_one_author_are_taken_and_those_of_others_are_not() {
    let by = |kind: &str, author: &str, inner: &str| format!(r#"<w:{kind} w:id="1" w:author="{author}">{inner}</w:{kind}>"#);
    let gone = |text: &str| format!(r#"<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>"#);
    let mark = |kind: &str, author: &str| format!("<w:rPr>{}</w:rPr>", by(kind, author, ""));
    let words = t("Urges ") + &by("del", "Ann", &gone("twelve")) + &by("ins", "Ann", &t("fifteen")) + &by("ins", "Bo", &t("ten"));
    let body = p("", &(words + &t(" States")))
        + &p(&mark("ins", "Bo"), &by("ins", "Bo", &(t("Invites ports") + &by("del", "Ann", &gone(" and towns")))))
        + &p(&mark("del", "Ann"), &by("del", "Ann", &gone("Notes the list")))
        + &p(&mark("moveFrom", "Bo"), &by("moveFrom", "Bo", &t("Moved")))
        + &p("", &t("Between"))
        + &p(&mark("moveTo", "Bo"), &by("moveTo", "Bo", &t("Moved")))
        + &p("", &t("Last"));
    let of = |authors: &[&str]| -> Vec<String> {
        let authors = authors.iter().map(|author| (*author).to_owned()).collect();
        let options = ReadOptions { authors, ..ReadOptions::default() };
        let source = read("draft.docx", &file(&body, &[]), &options).unwrap();
        assert_ways_back(&source);
        source.blocks.into_iter().map(|block| block.text).collect()
    };
    assert_eq!(of(&["Ann"]), ["Urges fifteen States", "Moved", "Between", "Last"]);
    assert_eq!(of(&["Bo"]), ["Urges twelveten States", "Invites ports and towns", "Notes the list", "Between", "Moved", "Last"]);
    assert_eq!(of(&["Cy"]), ["Urges twelve States", "Notes the list", "Moved", "Between", "Last"]);
    assert_eq!(of(&["Ann", "Bo"]), of(&[]));
    let package = source(&body, &[], Revisions::Reject).package.unwrap();
    assert_eq!(package.authors, ["Ann", "Bo"]);
    assert_eq!(package.nested, [["Ann", "Bo", " and towns"].map(str::to_owned)]);
}

#[test]
fn a_paragraph_mark_that_goes_joins_two() {
    let mark = |kind: &str| format!("<w:rPr><w:{kind} w:id=\"1\"/></w:rPr>");
    let body = p(&mark("del"), &t("Urges ")) + &p("", &t("States")) + &p(&mark("ins"), &t("Invites ")) + "<w:p/>";
    assert_eq!(settled(&body), [vec!["Urges States", "Invites"], vec!["Urges", "States", "Invites"]]);
    let inserted = p(&mark("ins"), &format!("<w:ins w:id=\"2\">{}</w:ins>", t("New"))) + &p("", &t("Old"));
    assert_eq!(settled(&inserted), [vec!["New", "Old"], vec!["Old"]]);
}

#[test]
fn joined_paragraphs_have_the_properties_of_the_last() {
    let list = lists(&[("decimal", "%1.", "")], LIST);
    let numbered = r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>"#;
    let body = p(r#"<w:rPr><w:del w:id="1"/></w:rPr>"#, &t("Urges ")) + &p(numbered, &t("States"));
    assert_eq!(texts(&body, &[("numbering", &list)]), ["1. Urges States"]);
}

#[test]
fn a_row_is_of_cells_when_two_have_words_and_none_two_paragraphs() {
    let row = |cells: &[&[&str]]| {
        let cell = |cell: &&[&str]| format!("<w:tc>{}</w:tc>", cell.iter().map(|text| p("", &t(text))).collect::<String>());
        format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>())
    };
    let rows =
        row(&[&["Contributions"], &[""]]) + &row(&[&["Kenya"], &["12", ""]]) + &row(&[&["Urges", "Requests"], &["Remarks"]]);
    let roles = source(&format!("<w:tbl>{rows}</w:tbl>{}", p("", &t("After"))), &[], Revisions::Accept).blocks.into_iter();
    let [cell, text] = [Role::Cell, Role::Unknown];
    assert_eq!(roles.map(|block| block.role).collect::<Vec<_>>(), [text, cell, cell, text, text, text, text]);
}

#[test]
fn moves_rows_and_properties_are_settled() {
    let mark = |kind: &str| format!("<w:rPr><w:{kind} w:id=\"1\"/></w:rPr>");
    let moved = p(&mark("moveFrom"), &format!("<w:moveFrom w:id=\"2\">{}</w:moveFrom>", t("Moved")))
        + &p("", &t("Between"))
        + &p(&mark("moveTo"), &format!("<w:moveTo w:id=\"3\">{}</w:moveTo>", t("Moved")))
        + &p("", &t("Last"));
    assert_eq!(settled(&moved), [["Between", "Moved", "Last"], ["Moved", "Between", "Last"]]);
    let row = |change: &str, text: &str| format!("<w:tr><w:trPr>{change}</w:trPr><w:tc>{}</w:tc></w:tr>", p("", &t(text)));
    let table =
        format!("<w:tbl>{}{}{}</w:tbl>", row("", "kept"), row("<w:del w:id=\"1\"/>", "gone"), row("<w:ins w:id=\"2\"/>", "come"));
    assert_eq!(settled(&table), [["kept", "come"], ["kept", "gone"]]);
    let heading = r#"<w:outlineLvl w:val="0"/><w:pPrChange w:id="1"><w:pPr/></w:pPrChange>"#;
    let role = |how| source(&p(heading, &t("Cooperation")), &[], how).blocks[0].role;
    assert_eq!([role(Revisions::Accept), role(Revisions::Reject)], [Role::Heading, Role::Unknown]);
}

#[test]
fn fields_print_their_results_and_nothing_hidden_is_printed() {
    let field = |kind: &str| format!(r#"<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>"#);
    let inner = t("See ")
        + &field("begin")
        + "<w:r><w:instrText> REF a </w:instrText></w:r>"
        + &field("separate")
        + &t("12")
        + &field("end")
        + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
        + "<w:r><w:t>, coo</w:t><w:softHyphen/><w:t>peration &amp; Nations</w:t><w:noBreakHyphen/><w:t>Unies e</w:t></w:r>"
        + &t("\u{301}  ")
        + r#"<w:r><w:tab/><w:sym w:font="Symbol" w:char="F0B3"/></w:r>"#;
    let source = source(&p("", &inner), &[], Revisions::Accept);
    assert_eq!(source.blocks[0].text, "See 12, cooperation & Nations\u{2011}Unies é ≥");
    let whys: Vec<Why> = source.repairs.iter().map(|repair| repair.why).collect();
    assert_eq!(whys, [Why::Hidden, Why::SoftHyphen, Why::Composed]);
}

#[test]
fn a_figure_raised_by_hand_may_be_a_mark_where_there_are_no_others() {
    let raised = r#"<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>4</w:t></w:r>"#;
    let source = source(&p("", &(t("in 2007") + raised + &t(", recalls"))), &[], Revisions::Accept);
    assert_eq!((source.blocks[0].text.as_str(), &source.blocks[0].marks), ("in 2007⁴, recalls", &None));
}

#[test]
fn notes_are_numbered_by_their_marks() {
    let mark = |id: u32, more: &str| format!(r#"<w:r><w:footnoteReference w:id="{id}"{more}/></w:r>"#);
    let custom = r#"<w:r><w:footnoteReference w:id="4" w:customMarkFollows="1"/><w:t>*</w:t></w:r>"#;
    let body = p("", &(t("Report ") + &mark(7, "") + &t(", noted") + custom + &t(" and") + &mark(3, "") + &t(" more")))
        + &p("", &(t("End") + r#"<w:r><w:endnoteReference w:id="1"/></w:r>"#));
    let note = |kind: &str, id: u32, text: &str| format!(r#"<w:{kind} w:id="{id}">{}</w:{kind}>"#, p("", &t(text)));
    let feet = note("footnote", 3, "12 of them.") + &note("footnote", 4, "* Starred.") + &note("footnote", 7, " First.");
    let parts = [("footnotes", feet.as_str()), ("endnotes", &note("endnote", 1, "Last."))];
    let read = source(&body, &parts, Revisions::Accept);
    let texts: Vec<&str> = read.blocks.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(texts, ["Report, noted and more", "End", "1 First.", "* Starred.", "2 12 of them.", "i Last."]);
    let marks = |at: usize| read.blocks[at].marks.iter().flatten().map(|m| (m.at, m.printed.clone())).collect::<Vec<_>>();
    assert_eq!(marks(0), [(6, "1".to_owned()), (13, "*".to_owned()), (17, "2".to_owned())]);
    assert_eq!(marks(1), [(3, "i".to_owned())]);
}

#[test]
fn notes_begin_anew_on_each_page_where_the_file_says_where_pages_end() {
    let mark = |id: u32| format!(r#"<w:r><w:footnoteReference w:id="{id}"/></w:r>"#);
    let note = |id: u32, text: &str| format!(r#"<w:footnote w:id="{id}">{}</w:footnote>"#, p("", &t(text)));
    let parts = [
        ("footnotes", note(1, "A.") + &note(2, "B.") + &note(3, "C.")),
        ("settings", r#"<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>"#.to_owned()),
    ];
    let parts = [(parts[0].0, parts[0].1.as_str()), (parts[1].0, parts[1].1.as_str())];
    let body = |page_end: &str| p("", &(t("Urges") + &mark(1) + &mark(2) + page_end + &t(" States") + &mark(3)));
    let notes = |page_end: &str| {
        let read = source(&body(page_end), &parts, Revisions::Accept);
        let texts: Vec<String> = read.blocks.iter().skip(1).map(|block| block.text.clone()).collect();
        (texts.join(" "), read.notes.iter().any(|note| note.code == "notes-by-page"))
    };
    assert_eq!(notes("<w:r><w:lastRenderedPageBreak/></w:r>"), ("1 A. 2 B. 1 C.".to_owned(), false));
    assert_eq!(notes(""), ("1 A. 2 B. 3 C.".to_owned(), true));
}

#[test]
fn a_bomb_is_refused_by_the_limit_that_it_breaks() {
    let body = p("", &t(&" ".repeat(3 << 20)));
    let mut options = ReadOptions::default();
    let refused = |options: &ReadOptions| read("bomb.docx", &file(&body, &[]), options).unwrap_err();
    options.limits.unpacked = 1 << 20;
    assert_eq!(refused(&options).kind(), ErrorKind::TooLarge);
    assert!(refused(&options).to_string().contains("--max-unpacked"));
    options.limits = crate::read::Limits { ratio: 100, ..Default::default() };
    assert!(refused(&options).to_string().contains("--max-ratio"));
    options.limits = crate::read::Limits { depth: 3, ..Default::default() };
    assert!(refused(&options).to_string().contains("--max-depth"));
}

#[test]
fn a_damaged_file_is_refused_not_guessed() {
    let whole = file(&p("", &t("Text")), &[]);
    for end in [10, whole.len() / 2, whole.len() - 5] {
        assert_eq!(read("cut.docx", &whole[..end], &ReadOptions::default()).unwrap_err().kind(), ErrorKind::Unreadable);
    }
    let open = read("open.docx", &file("<w:p>", &[]), &ReadOptions::default()).unwrap_err();
    assert!(open.to_string().contains("word/document.xml"), "{open}");
}

#[test]
fn headers_sections_and_formulas_are_kept_beside_the_text() {
    let page = r#"<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText><w:fldChar w:fldCharType="separate"/><w:t>7</w:t><w:fldChar w:fldCharType="end"/></w:r>"#;
    let header = format!("<w:p><w:r><w:t>ICC-ASP/20/Res.2 </w:t></w:r>{page}</w:p>");
    let formula = r#"<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"#;
    let body = format!(
        r#"<w:p><w:r><w:t>Half: </w:t></w:r>{formula}</w:p><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:cols w:num="2"/></w:sectPr>"#
    );
    let source = source(&body, &[("header", &header)], Revisions::Accept);
    let beside: Vec<(BesideKind, &str)> = source.beside.iter().map(|one| (one.kind, one.text.as_str())).collect();
    let expected = [
        (BesideKind::Header, "ICC-ASP/20/Res.2"),
        (BesideKind::Formula, "f(num(a)den(2))"),
        (BesideKind::Section, "nextPage, 11906 × 16838, columns: 2"),
    ];
    assert_eq!(beside, expected);
}

#[test]
fn another_picture_has_another_description() {
    let with_picture = |bytes: &str| {
        let relation = r#"<Relationship Id="p1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="map.png"/>"#;
        let mut zip = ZipWriter::new(Cursor::new(vec![]));
        let body = format!(
            r#"<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>See the map.</w:t><w:drawing><d:docPr xmlns:d="d" descr="Map"/><a:blip xmlns:a="a" xmlns:r="r" r:embed="p1"/></w:drawing></w:r></w:p></w:body></w:document>"#
        );
        let main = r#"<Relationship Id="m" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>"#;
        let relations = |inner: &str| {
            format!(
                r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>"#
            )
        };
        for (name, content) in [
            ("_rels/.rels", relations(main)),
            ("word/_rels/document.xml.rels", relations(relation)),
            ("word/document.xml", body),
            ("word/map.png", bytes.to_owned()),
        ] {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(content.as_bytes()).unwrap();
        }
        let file = zip.finish().unwrap().into_inner();
        read("draft.docx", &file, &ReadOptions::default()).unwrap().beside
    };
    let [old, new] = ["first", "other"].map(with_picture);
    assert_eq!(old.len(), 1);
    assert!(old[0].text.starts_with("Map (5 bytes, "), "{}", old[0].text);
    assert_ne!(old[0].text, new[0].text);
    assert_eq!(old, with_picture("first"));
}

/// Paragraphs of list 1.
fn listed(texts: &[&str]) -> String {
    let list = r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>"#;
    texts.iter().map(|text| p(list, &t(text))).collect()
}

#[test]
fn a_list_of_ordinals_counts_in_the_language_of_the_text() {
    let list = |format: &str| {
        format!(
            r#"<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="%1 —"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#
        )
    };
    let cases = [
        ["The members pay their fees to the treasurer of the union.", "The treasurer reports on them.", "Second —", "02 —"],
        ["Les membres versent leurs cotisations au trésorier de l’union.", "Le trésorier en rend compte.", "Deuxième —", "02 —"],
        ["Los miembros pagan sus cuotas al tesorero de la unión.", "El tesorero informa de ellas.", "Segundo —", "02 —"],
    ];
    for [first, second, words, zero] in cases {
        let read = texts(&listed(&[first, second]), &[("numbering", &list("ordinalText"))]);
        assert_eq!(read[1], format!("{words} {second}"));
        assert_eq!(texts(&listed(&[first, second]), &[("numbering", &list("decimalZero"))])[1], format!("{zero} {second}"));
    }
}

#[test]
fn a_large_first_letter_belongs_to_its_paragraph() {
    let letter = p(r#"<w:framePr w:dropCap="drop" w:lines="2"/>"#, &t("T"));
    assert_eq!(texts(&(letter.clone() + &p("", &t("he union meets in May."))), &[]), ["The union meets in May."]);
    // One that nothing follows is all there is, and other frames hold paragraphs.
    assert_eq!(texts(&letter, &[]), ["T"]);
    let framed = p(r#"<w:framePr w:w="200"/>"#, &t("Beside"));
    assert_eq!(texts(&(framed + &p("", &t("The text."))), &[]), ["Beside", "The text."]);
}

#[test]
fn text_of_another_file_is_named_and_told_apart() {
    let read = |inner: &str| {
        let chunk =
            r#"<w:altChunk xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="aFChunk"/>"#;
        source(&(p("", &t("The union meets in May.")) + chunk), &[("aFChunk", inner)], Revisions::Accept)
    };
    let [one, other] = [read("May"), read("June")];
    assert_eq!(one.notes[0].code, "attached-text");
    assert!(one.notes[0].message.contains("aFChunk.xml"), "{}", one.notes[0].message);
    assert_eq!(one.beside[0].kind, BesideKind::Attached);
    assert_ne!(one.beside, other.beside);
}

#[test]
fn kept_revisions_read_as_accepted_and_stay() {
    let body = p(
        "",
        &(t("The union ")
            + "<w:del><w:r><w:delText>meets</w:delText></w:r></w:del><w:ins>"
            + &t("sits")
            + "</w:ins>"
            + &t(" in May.")),
    );
    let read = source(&body, &[], Revisions::Keep);
    assert_eq!(read.blocks[0].text, "The union sits in May.");
    assert_eq!(read.notes[0].code, "revisions-kept");
    let package = read.package.unwrap();
    assert!(String::from_utf8_lossy(&package.parts[package.document].bytes).contains("<w:delText>meets</w:delText>"));
}
