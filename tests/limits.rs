//! Files that unfold, nest or run on beyond what a person writes: an error that names its option, or a text; never a fall. The table is
//! docs/limits.md.

use std::io::{Cursor, Read, Write};

use crate::promises::{compared, every_word_has_its_year};
use rature::align::{AlignOptions, align};
use rature::compare::{Op, compare};
use rature::language::Language;
use rature::read::{Limits, ReadOptions, read};
use rature::render::{TerminalOptions, WordOptions, document_json, document_outline, redline_docx, redline_html};
use rature::report::phrases::Phrases;
use rature::report::{ReportOptions, redline, report};
use rature::series::{Series, SeriesOptions, series};
use rature::structure::{Document, structure};
use rature::{Error, ErrorKind};

fn within(bytes: &[u8], change: impl FnOnce(&mut Limits)) -> Result<Document, Error> {
    let mut options = ReadOptions::default();
    change(&mut options.limits);
    read("file", bytes, &options).map(structure)
}

fn read_plainly(bytes: &[u8]) -> Result<Document, Error> {
    within(bytes, |_| {})
}

/// A Word file with this body.
fn word(body: &str) -> Vec<u8> {
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let mut zip = zip::ZipWriter::new(Cursor::new(vec![]));
    zip.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(format!("<w:document xmlns:w=\"{namespace}\"><w:body>{body}</w:body></w:document>").as_bytes()).unwrap();
    zip.finish().unwrap().into_inner()
}

fn tables(depth: usize) -> Vec<u8> {
    let (open, close) = ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>");
    word(&format!("{}<w:p><w:r><w:t>Urges all;</w:t></w:r></w:p>{}", open.repeat(depth), close.repeat(depth)))
}

fn page(depth: usize) -> Vec<u8> {
    format!("<!doctype html>{}<p>Urges all;", "<div>".repeat(depth)).into_bytes()
}

/// The least limit with which a file is read: with one less, the error is `TooLarge` and names the option.
fn least(option: &str, file: &[u8], set: fn(&mut Limits, usize)) -> usize {
    let read = |limit| within(file, |limits| set(limits, limit));
    let (mut refused, mut least) = (0, 1 << 20);
    assert!(read(least).is_ok(), "{option}: {:?}", read(least).err());
    while least - refused > 1 {
        let middle = usize::midpoint(refused, least);
        *(if read(middle).is_ok() { &mut least } else { &mut refused }) = middle;
    }
    assert_limit(option, &read(least), read(least - 1));
    least
}

/// A file in zlib's form, as the streams of a PDF are.
fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(vec![]));
    zip.start_file("a", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(bytes).unwrap();
    let mut archive = zip.finish_into_readable().unwrap();
    let mut deflated = vec![];
    archive.by_index_raw(0).unwrap().read_to_end(&mut deflated).unwrap();
    let (a, b) = bytes.iter().fold((1, 0), |(a, b), byte| ((a + u32::from(*byte)) % 65_521, (b + a + u32::from(*byte)) % 65_521));
    [&[0x78, 0x9c], deflated.as_slice(), &(b << 16 | a).to_be_bytes()].concat()
}

/// A PDF of so many pages with this content, packed.
fn pdf(pages: usize, content: &[u8]) -> Vec<u8> {
    let kids = (0..pages).map(|page| format!("{} 0 R", page + 5)).collect::<Vec<_>>().join(" ");
    let stream = packed(content);
    let mut file = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n".to_vec();
    file.extend(
        format!("2 0 obj<</Type/Pages/Kids[{kids}]/Count {pages}/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>>>endobj\n")
            .bytes(),
    );
    file.extend(b"3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n");
    file.extend(format!("4 0 obj<</Filter/FlateDecode/Length {}>>stream\n", stream.len()).bytes());
    file.extend(stream);
    file.extend(b"\nendstream endobj\n");
    for page in 0..pages {
        file.extend(format!("{} 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj\n", page + 5).bytes());
    }
    file.extend(b"trailer<</Root 1 0 R>>\n");
    file
}

fn strings(count: usize) -> Vec<u8> {
    format!("BT /F 11 Tf 72 700 Td (1. Urges all) Tj {}ET", "( States) Tj ".repeat(count - 1)).into_bytes()
}

/// At the limit a text is read; one beyond, the error is `TooLarge` and names the option.
fn assert_limit(option: &str, at: &Result<Document, Error>, beyond: Result<Document, Error>) {
    assert!(at.is_ok(), "{option}: {:?}", at.as_ref().err());
    let error = beyond.expect_err(option);
    assert!(error.kind() == ErrorKind::TooLarge && error.to_string().contains(option), "{option}: {error}");
}

#[test]
fn lines_of_a_text_are_counted() {
    let text = "1. Urges all;\n\n".repeat(10);
    assert_limit("--max-objects", &within(text.as_bytes(), |l| l.objects = 10), within(text.as_bytes(), |l| l.objects = 9));
}

#[test]
fn elements_of_a_page_are_counted() {
    let page = |paragraphs: usize| format!("<!doctype html>{}", "<p>Urges all;".repeat(paragraphs)).into_bytes();
    let least = |paragraphs| least("--max-objects", &page(paragraphs), |limits, n| limits.objects = n);
    // An element and its text.
    assert_eq!(least(2000) - least(1000), 2000);
}

#[test]
fn pieces_of_a_word_file_are_counted() {
    let file = |paragraphs: usize| word(&"<w:p><w:r><w:t>Urges all;</w:t></w:r></w:p>".repeat(paragraphs));
    let least = |paragraphs| least("--max-objects", &file(paragraphs), |limits, n| limits.objects = n);
    // Three elements and their text.
    assert_eq!(least(200) - least(100), 400);
}

#[test]
fn objects_of_a_pdf_and_the_strings_of_one_page_are_counted() {
    let least = |pages, count| least("--max-objects", &pdf(pages, &strings(count)), |limits, n| limits.objects = n);
    assert_eq!(least(20, 2) - least(10, 2), 10);
    assert_eq!(least(2, 300), 600, "two for a string");
}

#[test]
fn what_a_file_unpacks_to_is_counted() {
    let unpacked: fn(&mut Limits, usize) = |limits, n| limits.unpacked = n as u64;
    let file = |paragraphs: usize| word(&"<w:p><w:r><w:t>Urges all;</w:t></w:r></w:p>".repeat(paragraphs));
    let least_of = |paragraphs| least("--max-unpacked", &file(paragraphs), unpacked);
    assert_eq!(least_of(200) - least_of(100), 100 * "<w:p><w:r><w:t>Urges all;</w:t></w:r></w:p>".len());
    let content = strings(100);
    assert_eq!(least("--max-unpacked", &pdf(1, &content), unpacked), content.len());
}

#[test]
fn how_much_larger_than_its_packed_form_a_part_is_is_counted() {
    let ratio: fn(&mut Limits, usize) = |limits, n| limits.ratio = n as u64;
    let paragraph = "<w:p><w:r><w:t>Urges all;</w:t></w:r></w:p>";
    let tight = |paragraphs: usize| least("--max-ratio", &word(&paragraph.repeat(paragraphs)), ratio);
    // Text packs well; what is small may do so as well as it likes.
    assert!((100..1_000).contains(&tight((1 << 20) / paragraph.len() + 1)));
    assert!(within(&word(&paragraph.repeat(1_000)), |limits| limits.ratio = 1).is_ok());
    let content = |spaces: usize| [strings(1), vec![b' '; spaces]].concat();
    let bomb = least("--max-ratio", &pdf(1, &content(1 << 20)), ratio);
    assert_eq!(bomb, content(1 << 20).len() / packed(&content(1 << 20)).len());
    assert!(within(&pdf(1, &content(1 << 19)), |limits| limits.ratio = 1).is_ok());
}

#[test]
fn pages_of_a_pdf_are_counted() {
    assert_eq!(least("--max-pages", &pdf(7, &strings(1)), |limits, n| limits.pages = n), 7);
}

#[test]
fn elements_within_elements_are_counted() {
    let depth: fn(&mut Limits, usize) = |limits, n| limits.depth = n;
    for (make, each) in [(page as fn(usize) -> Vec<u8>, 1), (tables, 3)] {
        assert_eq!(least("--max-depth", &make(30), depth) - least("--max-depth", &make(20), depth), 10 * each);
        assert_limit("--max-depth", &within(&make(100), |_| {}), within(&make(1000), |_| {}));
    }
}

/// Attributes of one tag are compared with each other.
#[test]
fn parts_of_one_tag_are_counted() {
    // A page is looked at in pieces of 4,096 bytes.
    let page = |spaces: usize| format!("<!doctype html><p>Urges all;<p{}>Requests more;", " ".repeat(spaces)).into_bytes();
    assert_eq!(read_plainly(&page(50_000 - 4_096)).unwrap().units.len(), 2);
    let error = read_plainly(&page(50_000 + 3 * 4_096)).unwrap_err();
    assert!(error.kind() == ErrorKind::TooLarge && error.to_string().contains("50,000"), "{error}");
    // A picture within the page is one long attribute.
    let picture = format!(
        "<!doctype html><p>Urges all;<img src=\"data:image/png;base64,{}\">",
        "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4/8/w38GIA".repeat(20_000)
    );
    assert_eq!(read_plainly(picture.as_bytes()).unwrap().units.len(), 1);
}

/// A Word file with further parts, by their kinds, which its text has relations to.
fn word_with(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let relation =
        |(part, _): &(&str, &str)| format!("<Relationship Id=\"{part}\" Type=\"{kind}/{part}\" Target=\"{part}.xml\"/>");
    let relations = format!("<Relationships>{}</Relationships>", parts.iter().map(relation).collect::<String>());
    let mut all = vec![("word/_rels/document.xml.rels".to_owned(), relations)];
    for (part, inner) in [("document", format!("<w:body>{body}</w:body>").as_str())].iter().chain(parts) {
        all.push((format!("word/{part}.xml"), format!("<w:{part} xmlns:w=\"{main}\">{inner}</w:{part}>")));
    }
    let mut zip = zip::ZipWriter::new(Cursor::new(vec![]));
    for (name, text) in all {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const PARAGRAPH: &str = "<w:p><w:r><w:t>Urges all;</w:t></w:r></w:p>";

/// XML compares attributes of one tag with each other, and looks for each name among all namespaces.
#[test]
fn attributes_and_namespaces_are_counted_in_every_part_of_a_word_file() {
    let attributes = |count: usize| (0..count).map(|n| format!(" a{n}=\"x\"")).collect::<String>();
    let namespaces = |count: usize| (0..count).map(|n| format!(" xmlns:a{n}=\"u{n}\"")).collect::<String>();
    let work: fn(&mut Limits, usize) = |limits, n| limits.work = n as u64;
    let cost = |count| least("--max-work", &word(&format!("{PARAGRAPH}<w:p{}/>", attributes(count))), work);
    assert_eq!(cost(1_000) - cost(0), 1_000 * 1_000 / 2 + 1_000);
    for inner in [format!("<w:x{}/>", attributes(60_000)), format!("<w:x{}><w:y/></w:x>", namespaces(40_000))] {
        for part in ["styles", "numbering", "footnotes", "endnotes", "header", "comments", "settings", "unheard-of"] {
            let error = read_plainly(&word_with(PARAGRAPH, &[(part, &inner)])).unwrap_err();
            assert!(error.kind() == ErrorKind::TooLarge && error.to_string().contains("--max-work"), "{part}: {error}");
        }
    }
    // Many tags with many are many too.
    let error = read_plainly(&word(&format!("<w:p{}/>", attributes(2_000)).repeat(300))).unwrap_err();
    assert!(error.to_string().contains("--max-work"), "{error}");
}

#[test]
fn text_of_a_word_file_is_counted_with_its_labels_and_with_notes_that_are_called_again() {
    let text: fn(&mut Limits, usize) = |limits, n| limits.text = n as u64;
    let plain = |paragraphs: usize| least("--max-text", &word(&PARAGRAPH.repeat(paragraphs)), text);
    assert_eq!(plain(20) - plain(10), 10 * "Urges all;".len());
    let label = "A".repeat(100);
    let list = format!(
        "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"{label}\"/></w:lvl>\
         </w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    );
    let counted = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>Urges all;</w:t></w:r></w:p>";
    let labelled =
        |paragraphs: usize| least("--max-text", &word_with(&counted.repeat(paragraphs), &[("numbering", &list)]), text);
    assert!(labelled(20) - labelled(10) >= 10 * (label.len() + 10));
    // A note of 800 KB that 100,000 marks call.
    let note = format!("<w:footnote w:id=\"1\"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:footnote>", "See here ".repeat(90_000));
    let marks = "<w:r><w:footnoteReference w:id=\"1\"/></w:r>".repeat(100_000);
    let body = format!("<w:p><w:r><w:t>Urges all</w:t></w:r>{marks}</w:p>");
    let error = read_plainly(&word_with(&body, &[("footnotes", &note)])).unwrap_err();
    assert!(error.kind() == ErrorKind::TooLarge && error.to_string().contains("--max-text"), "{error}");
}

/// Some hundred bytes of memory are needed for each byte of a paragraph whose changes are tracked.
#[test]
fn a_paragraph_of_megabytes_is_not_tracked_in_a_word_file() {
    let written = |paragraphs: &str| {
        let [old, new] = [";", "."]
            .map(|end| structure(read("text", format!("1. {paragraphs}{end}\n").as_bytes(), &ReadOptions::default()).unwrap()));
        let redline = redline(old.clone(), new.clone(), compare(&old, &new, align(&old, &new, &AlignOptions::default())));
        redline_docx(&report(redline, ReportOptions::default()), &WordOptions::default())
    };
    let long = "Urges all States ".repeat(250_000);
    let error = written(&long).unwrap_err();
    assert!(error.kind() == ErrorKind::TooLarge && error.to_string().contains("4 MiB"), "{error}");
    assert!(written(&long[..100_000]).is_ok());
}

/// Tables of widths, maps of characters and what pages inherit unfold for each font and each page.
#[test]
fn what_the_fonts_and_pages_of_a_pdf_unfold_to_is_counted() {
    let pdf = |pages: usize, fonts: usize, font: &str, tree: &str, more: &str| {
        let kids = (0..pages).map(|page| format!("{} 0 R ", page + 9)).collect::<String>();
        let named = (0..fonts).map(|at| format!("/F{at}<<{font}>>")).collect::<String>();
        let content = (0..fonts).map(|at| format!("BT /F{at} 11 Tf 72 700 Td (Urges all) Tj ET ")).collect::<String>();
        let pages = (0..pages).map(|page| format!("{} 0 obj<</Type/Page/Parent 2 0 R/Contents 3 0 R>>endobj\n", page + 9));
        format!(
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[{kids}]/Count 1/MediaBox[0 0 595 842]\
             /Resources<</Font<</F 4 0 R {named}>>{tree}>>>>endobj\n3 0 obj<</Length {}>>stream\n{content}\nendstream endobj\n4 0 obj<<\
             /Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n{more}{}trailer<</Root 1 0 R>>\n",
            content.len(),
            pages.collect::<String>()
        )
        .into_bytes()
    };
    let composite = "/Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 6 0 R";
    let wide = |key: &str| format!("5 0 obj<</Type/Font/Subtype/CIDFontType2/{key}[0 65535 500 0 0]>>endobj\n");
    let map = format!("beginbfrange {}endbfrange", "<0000> <FFFF> <0041> ".repeat(20_000));
    let mapped = format!("{}6 0 obj<</Length {}>>stream\n{map}\nendstream endobj\n", "5 0 obj<<>>endobj\n", map.len());
    let named = (0..20_000).map(|at| format!("/R{at} 0")).collect::<String>();
    for (what, file) in [
        ("/W", pdf(1, 2_000, composite, "", &wide("W"))),
        ("/W2", pdf(1, 2_000, composite, "", &wide("W2"))),
        ("/ToUnicode", pdf(1, 2_000, composite, "", &mapped)),
        ("/Resources", pdf(4_000, 0, "", &format!("/Properties<<{named}>>"), "")),
    ] {
        let error = read_plainly(&file).expect_err(what);
        assert!(error.kind() == ErrorKind::TooLarge && error.to_string().contains("--max-work"), "{what}: {error}");
    }
    // One font and its map are read.
    let plain = pdf(2, 1, "/Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding", "", "");
    assert!(read_plainly(&plain).is_ok(), "{:?}", read_plainly(&plain).err());
}

#[test]
fn one_object_of_a_pdf_and_its_states_and_lines_are_counted() {
    let objects: fn(&mut Limits, usize) = |limits, n| limits.objects = n;
    let saved = |count: usize| [b"q ".repeat(count), strings(1)].concat();
    assert_eq!(least("--max-objects", &pdf(1, &saved(500)), objects), 500);
    let mut large = pdf(1, &strings(1));
    large.extend(format!("900 0 obj[{}]endobj\n", "0 ".repeat(4_100_000)).bytes());
    assert!(read_plainly(&large).unwrap_err().to_string().contains("--max-objects"));
    // Each line is held against each string.
    let crossed = [strings(60_000), b" 0 0 m 9 9 l S".repeat(60_000)].concat();
    assert!(read_plainly(&pdf(1, &crossed)).unwrap_err().to_string().contains("--max-work"));
}

#[test]
fn attributes_of_many_tags_of_a_page_are_counted() {
    let tag = format!("<p {}>x", (0..9_000).map(|n| format!("a{n} ")).collect::<String>());
    let page = |tags: usize| format!("<!doctype html><p>Urges all;{}", tag.repeat(tags));
    assert!(read_plainly(page(2).as_bytes()).is_ok());
    let error = read_plainly(page(100).as_bytes()).unwrap_err();
    assert!(error.kind() == ErrorKind::TooLarge && error.to_string().contains("--max-work"), "{error}");
}

/// Each stands in the next: insertions, links, controls, text boxes.
#[test]
fn ten_thousand_elements_within_each_other_are_walked_on_a_small_stack() {
    let run = "<w:r><w:t>Urges all;</w:t></w:r>";
    let nested = |depth: usize, open: &str, close: &str| format!("<w:p>{}{run}{}</w:p>", open.repeat(depth), close.repeat(depth));
    let boxed = ["<w:r><w:pict><w:txbxContent><w:p>", "</w:p></w:txbxContent></w:pict></w:r>"];
    for body in [
        nested(9_900, "<w:ins w:id=\"1\" w:author=\"a\">", "</w:ins>"),
        nested(9_900, "<w:hyperlink>", "</w:hyperlink>"),
        nested(9_900, "<w:sdt>", "</w:sdt>"),
        nested(2_400, boxed[0], boxed[1]),
    ] {
        let file = word(&format!("{PARAGRAPH}{body}"));
        let read = std::thread::scope(|scope| {
            let small = std::thread::Builder::new().stack_size(1 << 20);
            small.spawn_scoped(scope, || within(&file, |limits| limits.depth = usize::MAX).map(|_| ())).unwrap().join().unwrap()
        });
        assert!(read.is_ok(), "{:?}", read.err());
    }
}

/// Trees are walked by calls: a limit that is raised too far is lowered.
#[test]
fn a_hundred_thousand_elements_within_each_other_are_refused_whatever_the_limit_says() {
    for make in [page, tables] {
        let file = make(100_000);
        for depth in [512, usize::MAX] {
            let error = within(&file, |limits| limits.depth = depth).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::TooLarge, "{error}");
        }
        // A thread has a smaller stack than the program.
        let read = std::thread::scope(|scope| {
            scope.spawn(|| within(&make(3_000), |limits| limits.depth = usize::MAX).map(|_| ())).join().unwrap()
        });
        assert!(read.is_ok(), "{:?}", read.err());
    }
}

#[test]
fn brackets_within_brackets_are_text() {
    for (open, close) in [("[", "]"), ("(", ")"), ("«", "»"), ("(a) ", ""), ("\"", "\"")] {
        let text = format!("1. Urges {}all{};\n", open.repeat(100_000), close.repeat(100_000));
        let document = read_plainly(text.as_bytes()).unwrap();
        let letters: usize = document.units.iter().map(|unit| unit.text.chars().filter(|c| !c.is_whitespace()).count()).sum();
        assert!(letters > 100_000, "{letters}");
        document_outline(&document, Phrases::of(Language::En), &TerminalOptions::default());
    }
}

#[test]
fn one_line_of_fifty_million_bytes_is_one_paragraph() {
    let sentence = "Urges all States parties to cooperate. ";
    let document = read_plainly(sentence.repeat((50 << 20) / sentence.len()).as_bytes()).unwrap();
    assert_eq!(document.units.len(), 1);
    assert!(document.units[0].text.len() > 50_000_000);
    let outline = document_outline(&document, Phrases::of(Language::En), &TerminalOptions::default());
    assert!(outline.lines().all(|line| line.len() <= 80) && outline.lines().count() > 600_000);
}

#[test]
fn one_word_of_a_million_letters_is_one_word() {
    let document = read_plainly(format!("1. {}", "a".repeat(1_000_000)).as_bytes()).unwrap();
    assert_eq!(document.units[0].text.len(), 1_000_000);
}

#[test]
fn a_hundred_years_are_a_series() {
    let year = |n: usize| format!("1. Urges {n} States to cooperate;\n\n2. Requests a report on matter {};\n", n / 7);
    let documents: Vec<Document> = (0..100).map(|n| read_plainly(year(n).as_bytes()).unwrap()).collect();
    let series = series(documents, &SeriesOptions::default());
    assert_eq!((series.documents.len(), series.lineages.len()), (100, 2));
}

fn resolution(paragraphs: impl IntoIterator<Item = String>) -> Document {
    let text = (1..).zip(paragraphs).map(|(n, words)| format!("{n}. Urges {words};\n\n")).collect::<Vec<_>>().concat();
    let mut options = ReadOptions::default();
    options.layout = Some(rature::read::Layout::Paragraphs);
    structure(read("text", text.as_bytes(), &options).unwrap())
}

/// So many words that stand nowhere else.
fn words(name: &str, count: usize) -> String {
    (0..count).map(|n| format!("{name}{n}")).collect::<Vec<_>>().join(" ")
}

/// More share a rare word with it than are heard, and more words ask than are answered: the most alike is found all the same.
#[test]
fn of_more_paragraphs_than_are_weighed_the_most_alike_is_found() {
    for others in [15, 16, 17, 47, 48, 49, 200] {
        // Each of 30 words stands in all of the old paragraphs: 30 × 49 is more than 768.
        let old = |n: usize| format!("{} {}", words("common", 30), words(&format!("own{n}x"), 12));
        let before = resolution((0..others).map(old));
        let sought = others - 1;
        let after = resolution([format!("{} {}", words("common", 30), words(&format!("own{sought}x"), 11))]);
        let alignment = align(&before, &after, &AlignOptions::default());
        let tied = alignment.links.iter().find(|link| link.new == [0]).unwrap();
        assert_eq!(tied.old, [sought], "{others}");
    }
}

/// 511 words against 511 are the largest grid that is searched; what is longer is divided at words that stay.
#[test]
fn two_paragraphs_too_long_to_be_laid_against_each_other_are_divided() {
    for count in [511, 512, 1_000, 20_000] {
        // Of six words four stay.
        let word = |side: &str, n: usize| if n % 6 < 4 { format!("stays{n}") } else { format!("{side}{n}") };
        let row = |side: &str| (0..count).map(|n| word(side, n)).collect::<Vec<_>>().join(" ");
        let [old, new] = ["old", "new"].map(|side| resolution([row(side)]));
        let comparison = compared(&old, &new);
        let kept = comparison.changes[0].edits.iter().filter(|edit| edit.op == Op::Equal && edit.text.contains("stays")).count();
        assert!(kept > count / 12, "{count}: {kept}");
    }
    // Where nothing stays there is nothing to divide at.
    let [old, new] = ["old", "new"].map(|side| resolution([words(side, 20_000)]));
    compared(&old, &new);
}

/// 2,000 words that come back, against 2,000 that went.
#[test]
fn a_stretch_longer_than_is_looked_for_counts_as_new() {
    let years = |count: usize| -> Series {
        let stays = words("stays", 1_000);
        let [with, without] = [format!("{stays} {}", words("gone", count)), stays];
        series([&with, &without, &with].map(|text| resolution([text.clone()])).into(), &SeriesOptions::default())
    };
    for (count, is_known) in [(2_000, true), (2_001, false)] {
        let series = years(count);
        every_word_has_its_year(&series);
        let is_back = series.provenance[2][0].runs.iter().any(|run| !run.earlier.is_empty());
        assert_eq!(is_back, is_known, "{count}");
    }
}

#[test]
fn repairs_beyond_those_that_a_page_lists_are_counted_on_it() {
    let mut document = read_plainly("1. Urges all States parties to co-\noperate with the Court at once;\n".as_bytes()).unwrap();
    let repair = document.repairs[0].clone();
    for (count, more) in [(60, None), (61, Some("and 1 more")), (1_060, Some("and 1000 more"))] {
        document.repairs = vec![repair.clone(); count];
        let comparison = compare(&document, &document, align(&document, &document, &AlignOptions::default()));
        let page = redline_html(&report(redline(document.clone(), document.clone(), comparison), ReportOptions::default()));
        assert_eq!(page.contains("and 1"), more.is_some(), "{count}");
        assert!(more.is_none_or(|more| page.contains(more)), "{count}");
        assert_eq!(document_json(&document).matches("\"hyphen-joined\"").count(), count);
    }
}
