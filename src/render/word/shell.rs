//! The parts of a Word file of ours that are not its text.
//!
//! ```text
//! [Content_Types].xml  _rels/.rels  docProps/core.xml  word/_rels/document.xml.rels        named after the parts that there are
//! ```
//!
//! Nothing in them says when, where or by whom the file was made.

use super::xml::escaped;
use crate::language::Language;

pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
pub(super) const NAMESPACES: &str = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
pub(super) const DOCUMENT: &str = "word/document.xml";

/// What is known of the file.
pub(super) struct Shell<'a> {
    pub(super) title: &'a str,
    pub(super) language: Language,
    /// The parts beside the text, without folder and ending: the text knows the first as rId1, the second as rId2.
    pub(super) related: &'a [&'a str],
}

impl Shell<'_> {
    /// The parts that name all others.
    pub(super) fn parts(&self) -> Vec<(&'static str, String)> {
        let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
        let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        let whole = [(format!("{kinds}officeDocument"), DOCUMENT.to_owned()), (core.to_owned(), "docProps/core.xml".to_owned())];
        let related: Vec<(String, String)> =
            self.related.iter().map(|part| (format!("{kinds}{}", kind(part)), format!("{part}.xml"))).collect();
        vec![
            ("[Content_Types].xml", self.content_types()),
            ("_rels/.rels", relations(&whole)),
            ("docProps/core.xml", self.properties()),
            ("word/_rels/document.xml.rels", relations(&related)),
        ]
    }

    fn content_types(&self) -> String {
        let types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        let of = |part: &str, name: &str| format!("<Override PartName=\"/word/{part}.xml\" ContentType=\"{types}{name}+xml\"/>");
        let related: String = self.related.iter().map(|part| of(part, kind(part))).collect();
        format!(
            "{DECLARATION}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>{}{related}\
             <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>",
            of("document", "document.main")
        )
    }

    /// Title and language, and neither a date nor a person.
    fn properties(&self) -> String {
        format!(
            "{DECLARATION}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
             xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:language>{}</dc:language></cp:coreProperties>",
            escaped(self.title),
            self.language.locale()
        )
    }
}

/// What a part is, by its name: "header" of "header1".
fn kind(part: &str) -> &str {
    part.trim_end_matches(|c: char| c.is_ascii_digit())
}

fn relations(list: &[(String, String)]) -> String {
    let one = |(at, (kind, target)): (usize, &(String, String))| {
        format!("<Relationship Id=\"rId{}\" Type=\"{kind}\" Target=\"{target}\"/>", at + 1)
    };
    let all: String = list.iter().enumerate().map(one).collect();
    let space = "http://schemas.openxmlformats.org/package/2006/relationships";
    format!("{DECLARATION}<Relationships xmlns=\"{space}\">{all}</Relationships>")
}

/// `word/settings.xml`; `notes` are the properties of notes.
pub(super) fn settings(notes: &str) -> String {
    format!(
        "{DECLARATION}<w:settings{NAMESPACES}><w:zoom w:percent=\"100\"/>{notes}<w:compat><w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>"
    )
}

/// A foot with the number of the page.
pub(super) fn foot() -> String {
    let field = "<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple>";
    format!("{DECLARATION}<w:ftr{NAMESPACES}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{field}</w:p></w:ftr>")
}
