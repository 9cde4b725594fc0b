//! OpenDocument texts and Akoma Ntoso, small ones of our own.

use std::io::{Cursor, Write};

use rature::read::{ReadOptions, Revisions, read};
use rature::structure::{Document, Kind, structure};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const SPACES: &str = "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' \
    xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' \
    xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' xmlns:dc='http://purl.org/dc/elements/1.1/'";

const STYLES: &str = "<text:list-style style:name='L'>\
    <text:list-level-style-number text:level='1' style:num-suffix='.' style:num-format='1'/>\
    <text:list-level-style-number text:level='2' style:num-prefix='(' style:num-suffix=')' style:num-format='a'/>\
    </text:list-style>\
    <style:style style:name='Up' style:family='text'><style:text-properties style:text-position='super 58%'/></style:style>\
    <style:style style:name='Gone' style:family='text'><style:text-properties text:display='none'/></style:style>";

/// An OpenDocument text of that body.
fn file(body: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version='1.0' encoding='UTF-8'?><office:document-content {SPACES}><office:automatic-styles>{STYLES}\
         </office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    zip.start_file("mimetype", stored).unwrap();
    zip.write_all(b"application/vnd.oasis.opendocument.text").unwrap();
    zip.start_file("content.xml", SimpleFileOptions::default()).unwrap();
    zip.write_all(content.as_bytes()).unwrap();
    zip.finish().unwrap().into_inner()
}

fn document(bytes: &[u8], revisions: Revisions) -> Document {
    let mut options = ReadOptions::default();
    options.revisions = revisions;
    structure(read("text", bytes, &options).unwrap())
}

fn told(document: &Document) -> Vec<String> {
    document.units.iter().map(|unit| format!("{} {}", unit.id, unit.text)).collect()
}

const BODY: &str = "<text:p>The Council,</text:p>\
    <text:p>Recalling 25 m<text:span text:style-name='Up'>2</text:span> of lamps<text:note text:note-class='footnote'>\
    <text:note-citation>1</text:note-citation><text:note-body><text:p>See L/1.</text:p></text:note-body></text:note>,</text:p>\
    <text:list text:style-name='L'><text:list-item><text:p>Urges ports:</text:p><text:list>\
    <text:list-item><text:p>To<text:s text:c='9'/>report;</text:p></text:list-item>\
    <text:list-item><text:p>To pay;</text:p></text:list-item></text:list></text:list-item></text:list>\
    <text:h text:outline-level='1'>Money</text:h>\
    <text:list text:style-name='L' text:continue-numbering='true'><text:list-item><text:p>Adopts<text:span \
    text:style-name='Gone'>secretly</text:span> the scale:</text:p></text:list-item></text:list>\
    <table:table><table:table-row><table:table-cell><text:p>Anse</text:p></table:table-cell><table:table-cell>\
    <text:p>5</text:p></table:table-cell></table:table-row></table:table>";

#[test]
fn lists_are_counted_and_notes_tables_and_styles_are_read() {
    let read = document(&file(BODY), Revisions::Accept);
    let wanted = [
        "E1 The Council,",
        "PP1 Recalling 25 m² of lamps,",
        "OP1 Urges ports:",
        "OP1(a) To report;",
        "OP1(b) To pay;",
        "H1 Money",
        "OP2 Adopts the scale:",
        "OP2.2 Anse",
        "OP2.3 5",
        "N1 See L/1.",
    ];
    assert_eq!(told(&read), wanted);
    assert_eq!(read.units[1].footnotes[0].note, Some(9));
    assert!(read.repairs.iter().any(|repair| repair.before == "secretly"));
}

#[test]
fn tracked_changes_are_settled_both_ways() {
    let body = "<text:tracked-changes><text:changed-region text:id='a'><text:insertion><office:change-info><dc:creator>A. Keeper\
        </dc:creator></office:change-info></text:insertion></text:changed-region><text:changed-region text:id='b'><text:deletion>\
        <text:p>two</text:p></text:deletion></text:changed-region><text:changed-region text:id='c'><text:insertion/>\
        </text:changed-region></text:tracked-changes>\
        <text:p>The Council urges <text:change text:change-id='b'/><text:change-start text:change-id='a'/>three<text:change-end \
        text:change-id='a'/> ports.</text:p><text:p>It meets in May<text:change-start text:change-id='c'/> and June.</text:p>\
        <text:p>It adjourns<text:change-end text:change-id='c'/>.</text:p>";
    let [accepted, rejected] = [Revisions::Accept, Revisions::Reject].map(|how| document(&file(body), how));
    let texts = |document: &Document| document.units.iter().map(|unit| unit.text.clone()).collect::<Vec<_>>();
    assert_eq!(texts(&accepted), ["The Council urges three ports.", "It meets in May and June.", "It adjourns."]);
    assert_eq!(texts(&rejected), ["The Council urges two ports.", "It meets in May."]);
    assert!(accepted.notes[0].message.contains("3 tracked changes by A. Keeper"), "{:?}", accepted.notes);
}

#[test]
fn what_unfolds_or_declares_entities_is_refused() {
    let mut options = ReadOptions::default();
    options.limits.text = 1_000;
    let long = format!("<text:p>{}</text:p>", "lamp ".repeat(400));
    let refused = |bytes: &[u8], options: &ReadOptions| read("text", bytes, options).expect_err("refused").to_string();
    assert!(refused(&file(&long), &options).contains("--max-text"));
    // One label, printed again and again.
    let label = "x".repeat(600);
    let items = "<text:list-item><text:p>a</text:p></text:list-item>".repeat(9);
    let styled = format!(
        "<text:list-style style:name='M'><text:list-level-style-number text:level='1' style:num-prefix='{label}' \
         style:num-format='1'/></text:list-style><text:list text:style-name='M'>{items}</text:list>"
    );
    assert!(refused(&file(&styled), &options).contains("--max-text"));
    let deep = format!("{}{}", "<text:span>".repeat(600), "</text:span>".repeat(600));
    assert!(refused(&file(&format!("<text:p>{deep}</text:p>")), &ReadOptions::default()).contains("--max-depth"));
    let entities =
        "<!DOCTYPE akomaNtoso [<!ENTITY a 'lamp'>]><akomaNtoso xmlns='x'><doc><mainBody><p>&a;</p></mainBody></doc></akomaNtoso>";
    let said = refused(entities.as_bytes(), &ReadOptions::default());
    assert!(said.contains("is not XML as it should be"), "{said}");
    let nested = format!("<akomaNtoso xmlns='x'>{}{}</akomaNtoso>", "<b>".repeat(600), "</b>".repeat(600));
    assert!(refused(nested.as_bytes(), &ReadOptions::default()).contains("--max-depth"));
}

const AKN: &str = "<?xml version='1.0'?><akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'><statement \
    name='resolution'><meta><identification source='#a'><FRBRExpression><FRBRlanguage language='eng'/></FRBRExpression>\
    </identification></meta><preface><p><docTitle>Lamps</docTitle></p></preface><preamble><formula name='enacting'>\
    <p>The Council,</p></formula><recitals><recital><p>Recalling its decision<authorialNote marker='1'><p>L/1.</p></authorialNote>\
    ,</p></recital></recitals></preamble><mainBody><paragraph><num>1.</num><intro><p>Urges <del>two</del><ins>three</ins> \
    ports:</p></intro><list><point><num>(a)</num><content><p>To report;</p></content></point></list></paragraph>\
    <article><num>Article 4</num><heading>Fees</heading><paragraph><num>1.</num><content><p>Fees are due.</p></content>\
    </paragraph></article></mainBody></statement></akomaNtoso>";

#[test]
fn akoma_ntoso_is_read_by_its_elements() {
    let read = document(AKN.as_bytes(), Revisions::Accept);
    let wanted = [
        "F1 Lamps",
        "E1 The Council,",
        "PP1 Recalling its decision,",
        "OP1 Urges three ports:",
        "OP1(a) To report;",
        "H1 Article 4 – Fees",
        "Art4(1) Fees are due.",
        "N1 L/1.",
    ];
    assert_eq!(told(&read), wanted);
    assert_eq!(read.units[2].footnotes[0].note, Some(7));
    assert_eq!(document(AKN.as_bytes(), Revisions::Reject).units[3].text, "Urges two ports:");
    assert_eq!(read.units[1].kind, Kind::Enacting);
}

#[test]
fn other_xml_is_refused_with_what_to_do() {
    for xml in ["<?xml version='1.0'?><rss><p>News</p></rss>", "<svg xmlns='http://www.w3.org/2000/svg'><text>News</text></svg>"]
    {
        let said = read("news.xml", xml.as_bytes(), &ReadOptions::default()).expect_err("refused").to_string();
        assert!(said.contains("save it as .docx, .odt, a web page or a plain text"), "{said}");
    }
    // A page may be written as XML.
    let page =
        "<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'><body><p>The Council,</p></body></html>";
    assert_eq!(told(&document(page.as_bytes(), Revisions::Accept)).len(), 1);
}
