//! The comparison table as a Word document: A4 across, its head on each sheet, no row broken where it fits.
//!
//! ```text
//! <w:tr> OP11 ¶ Urges [Went: fifteen] … | OP12 ¶ Urges [Came: twelve] … | (remarks) </w:tr>
//! ```
//!
//! It is there to be filled in: words that came and went are styles ("Came", "Went"), not tracked changes, so that nobody accepts them by
//! accident and what delegations write can be tracked itself.

use super::clean::styles::styles;
use super::shell::{DECLARATION, DOCUMENT, NAMESPACES, Shell, foot, settings};
use super::signed::signed;
use super::xml::escaped;
use super::{Part, zipped};
use crate::Error;
use crate::report::{Fate, Lead, Party, Role, Set, Table, TablePart, TableRow, TableRun};
use crate::text::is_leftward;

/// Twentieths of a point between the margins of A4 across.
const WIDTH: usize = 15_138;

const SECTION: &str = "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId3\"/><w:pgSz w:w=\"16838\" w:h=\"11906\" \
    w:orient=\"landscape\"/><w:pgMar w:top=\"850\" w:right=\"850\" w:bottom=\"850\" w:left=\"850\" w:header=\"510\" w:footer=\"510\" \
    w:gutter=\"0\"/></w:sectPr>";

/// The table's own styles: its text, what is said about it, and what came and went.
const STYLES: &str = "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Cell\"><w:name w:val=\"Cell\"/><w:basedOn w:val=\"Normal\"/>\
    <w:qFormat/><w:pPr><w:spacing w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:rPr><w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>\
    </w:rPr></w:style>\
    <w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"CellHeading\"><w:name w:val=\"Cell heading\"/><w:basedOn w:val=\"Cell\"/>\
    <w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>\
    <w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"CellPart1\"><w:name w:val=\"Cell part 1\"/><w:basedOn w:val=\"Cell\"/>\
    <w:pPr><w:ind w:left=\"284\"/></w:pPr></w:style>\
    <w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"CellPart2\"><w:name w:val=\"Cell part 2\"/><w:basedOn w:val=\"Cell\"/>\
    <w:pPr><w:ind w:left=\"567\"/></w:pPr></w:style>\
    <w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"CellLabel\"><w:name w:val=\"Cell label\"/><w:basedOn w:val=\"Cell\"/>\
    <w:pPr><w:spacing w:after=\"0\"/></w:pPr><w:rPr><w:b/><w:bCs/><w:color w:val=\"1F3A5F\"/><w:sz w:val=\"16\"/>\
    <w:szCs w:val=\"16\"/></w:rPr></w:style>\
    <w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"CellNote\"><w:name w:val=\"Cell note\"/><w:basedOn w:val=\"Cell\"/>\
    <w:rPr><w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/></w:rPr></w:style>\
    <w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"Came\"><w:name w:val=\"Came\"/><w:rPr><w:color w:val=\"0A4A9C\"/>\
    <w:u w:val=\"single\"/></w:rPr></w:style>\
    <w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"Went\"><w:name w:val=\"Went\"/><w:rPr><w:strike/><w:color w:val=\"9A3B00\"/>\
    </w:rPr></w:style>\
    <w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"CameAndWent\"><w:name w:val=\"Came and went\"/><w:rPr><w:strike/>\
    <w:color w:val=\"6B2D5C\"/><w:u w:val=\"single\"/></w:rPr></w:style>\
    <w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"Said\"><w:name w:val=\"Said of it\"/><w:rPr><w:b w:val=\"0\"/>\
    <w:bCs w:val=\"0\"/><w:i/><w:iCs/></w:rPr></w:style>";

/// The bytes of a .docx.
///
/// # Errors
/// None but those of the machine, as `Unwritable`.
pub fn table_docx(table: &Table) -> Result<Vec<u8>, Error> {
    tables_docx(std::slice::from_ref(table))
}

/// The bytes of a .docx with several tables that share title and language, each on pages of its own; an empty document for none.
///
/// # Errors
/// None but those of the machine, as `Unwritable`.
pub fn tables_docx(tables: &[Table]) -> Result<Vec<u8>, Error> {
    let Some(table) = tables.first() else { return zipped(&[]) };
    let title = table.phrases.said_of(table.phrases.table.comparison, &table.title);
    let shell = Shell { title: &title, language: table.language, related: &["styles", "settings", "footer1"] };
    let mut parts = shell.parts();
    parts.push((DOCUMENT, document(tables)));
    parts.push(("word/styles.xml", format!("{DECLARATION}{}", styles(table.language, STYLES))));
    parts.push(("word/settings.xml", settings("")));
    parts.push(("word/footer1.xml", foot()));
    let part = |(name, text): (&str, String)| Part { name: name.to_owned(), bytes: text.into_bytes() };
    zipped(&signed(parts.into_iter().map(part).collect()))
}

struct Writer<'a> {
    table: &'a Table,
}

/// The part of the text.
fn document(tables: &[Table]) -> String {
    let mut body = String::new();
    for (nth, table) in tables.iter().enumerate() {
        if nth == 0 {
            let page = &table.phrases.page;
            let legend = run("", &format!("{} · ", table.phrases.table.comparison))
                + &styled("Came", page.insertion)
                + &run("", " · ")
                + &styled("Went", page.deletion);
            body += &paragraph("Title", &table.title, &run("", &table.title));
            body += &paragraph("Cell", table.phrases.table.comparison, &legend);
        } else {
            body += "<w:p><w:pPr><w:pStyle w:val=\"Cell\"/><w:pageBreakBefore/></w:pPr></w:p>";
        }
        body += &Writer { table }.table();
    }
    format!(
        "{DECLARATION}<w:document{NAMESPACES}><w:body>{body}<w:p><w:pPr><w:pStyle w:val=\"Cell\"/></w:pPr></w:p>{SECTION}</w:body></w:document>"
    )
}

impl Writer<'_> {
    fn table(&self) -> String {
        let Table { columns, rows, .. } = self.table;
        let widths = widths(columns.len(), self.table.lead);
        let grid = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect::<Vec<_>>().concat();
        let body: String = rows.iter().map(|row| self.row(row, &widths)).collect();
        format!("<w:tbl>{PROPERTIES}<w:tblGrid>{grid}</w:tblGrid>{}{body}</w:tbl>", self.head(&widths))
    }

    fn head(&self, widths: &[usize]) -> String {
        let of = |party: &Party| {
            let quiet = |text: &str| paragraph("CellLabel", text, &styled("Said", text));
            let role = Some(party.role).filter(|role| !role.is_empty()).map(quiet).unwrap_or_default();
            let name = paragraph("CellHeading", party.short(), &run("", party.short()));
            role + &name + &party.adopted.as_deref().map(quiet).unwrap_or_default()
        };
        let remarks = self.table.phrases.table.remarks;
        let heads = self.table.columns.iter().map(of).chain([paragraph("CellHeading", remarks, &run("", remarks))]);
        let cells: String = heads.zip(widths).map(|(content, &width)| cell(width, SHADED, &content)).collect();
        format!("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>")
    }

    fn row(&self, row: &TableRow, widths: &[usize]) -> String {
        let cells = match row {
            TableRow::Section(text) => {
                let across = format!("<w:gridSpan w:val=\"{}\"/>{SHADED}", widths.len());
                cell(widths.iter().sum(), &across, &paragraph("CellHeading", text, &run("", text)))
            }
            TableRow::Texts(cells) => {
                let texts = cells.iter().zip(&self.table.columns).map(|(parts, party)| {
                    let language = (party.language != self.table.language).then(|| party.language.locale());
                    parts.iter().map(|part| paragraphs(part, language)).collect::<String>()
                });
                texts.chain([String::new()]).zip(widths).map(|(content, &width)| cell(width, "", &content)).collect()
            }
        };
        format!("<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>")
    }
}

/// A part of a cell: what it is called, its words, its notes.
fn paragraphs(part: &TablePart, language: Option<&str>) -> String {
    let style = match part.role {
        Role::Heading(_) => "CellHeading",
        Role::Part(1) => "CellPart1",
        Role::Part(_) => "CellPart2",
        _ => "Cell",
    };
    let said = part.said.as_ref().map(|said| styled("Said", &format!(" {said}"))).unwrap_or_default();
    let label = run("", &part.label) + &said;
    let label =
        if part.label.is_empty() && said.is_empty() { String::new() } else { paragraph("CellLabel", &part.label, &label) };
    let words = |runs: &[TableRun]| runs.iter().map(|run| run.text.as_str()).collect::<String>();
    let notes = part.notes.iter().map(|(mark, note)| {
        let mark = TableRun { text: mark.clone(), fate: Fate::Kept, set: Set::Mark };
        paragraph("CellNote", &words(note), &(inked(&mark, language) + &run("", " ") + &all(note, language)))
    });
    label + &paragraph(style, &words(&part.runs), &all(&part.runs, language)) + &notes.collect::<String>()
}

const PROPERTIES: &str = "<w:tblPr><w:tblW w:w=\"15138\" w:type=\"dxa\"/><w:tblBorders><w:top w:val=\"single\" w:sz=\"4\" w:color=\"857E73\"/>\
    <w:left w:val=\"single\" w:sz=\"4\" w:color=\"857E73\"/><w:bottom w:val=\"single\" w:sz=\"4\" w:color=\"857E73\"/>\
    <w:right w:val=\"single\" w:sz=\"4\" w:color=\"857E73\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:color=\"857E73\"/>\
    <w:insideV w:val=\"single\" w:sz=\"4\" w:color=\"857E73\"/></w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>\
    <w:top w:w=\"57\" w:type=\"dxa\"/><w:left w:w=\"100\" w:type=\"dxa\"/><w:bottom w:w=\"28\" w:type=\"dxa\"/>\
    <w:right w:w=\"100\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>";

const SHADED: &str = "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F2F2F2\"/>";

/// The widths of so many texts and of the remarks, which have two thirds of a text's.
fn widths(texts: usize, lead: Lead) -> Vec<usize> {
    let shares = if lead == Lead::Wide { texts + 1 } else { texts };
    let text = WIDTH * 3 / (3 * shares + 2);
    let mut widths = vec![text; texts];
    widths[0] = text * (shares - texts + 1);
    widths.push(WIDTH - text * shares);
    widths
}

fn cell(width: usize, properties: &str, content: &str) -> String {
    let content = if content.is_empty() { paragraph("Cell", "", "") } else { content.to_owned() };
    format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{properties}</w:tcPr>{content}</w:tc>")
}

/// A paragraph that says `words`, in the direction of the first of them.
fn paragraph(style: &str, words: &str, runs: &str) -> String {
    let is_leftward = words.chars().find(|c| c.is_alphabetic()).is_some_and(is_leftward);
    let direction = if is_leftward { "<w:bidi/>" } else { "" };
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{direction}</w:pPr>{runs}</w:p>")
}

fn all(runs: &[TableRun], language: Option<&str>) -> String {
    runs.iter().map(|run| inked(run, language)).collect()
}

fn inked(words: &TableRun, language: Option<&str>) -> String {
    let style = match words.fate {
        _ if words.set == Set::Mark => "<w:rStyle w:val=\"FootnoteReference\"/>",
        Fate::Kept => "",
        Fate::Came => "<w:rStyle w:val=\"Came\"/>",
        Fate::Went => "<w:rStyle w:val=\"Went\"/>",
        Fate::CameAndWent => "<w:rStyle w:val=\"CameAndWent\"/>",
    };
    let direction = if words.text.chars().any(is_leftward) { "<w:rtl/>" } else { "" };
    let language = language.map(|language| format!("<w:lang w:val=\"{language}\"/>")).unwrap_or_default();
    run(&format!("{style}{direction}{language}"), &words.text)
}

fn styled(style: &str, text: &str) -> String {
    run(&format!("<w:rStyle w:val=\"{style}\"/>"), text)
}

/// A run with what stands in its `w:rPr`.
fn run(properties: &str, text: &str) -> String {
    let properties = if properties.is_empty() { String::new() } else { format!("<w:rPr>{properties}</w:rPr>") };
    format!("<w:r>{properties}<w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(text))
}
