//! The styles of a clean document.
//!
//! ```text
//! Operative     12.    Urges States …      number in the margin of the text
//! Part1                (a)   To report …   one step in
//! Continued1                 Further …     the same, without a number
//! ```

use crate::language::Language;

/// How deep parts of a paragraph are told apart.
pub(super) const PARTS: usize = 4;

/// How deep headings are.
pub(super) const HEADINGS: usize = 4;

/// Twentieths of a point from the margin to the words of a paragraph.
const STEP: usize = 720;

struct Style<'a> {
    id: &'a str,
    name: &'a str,
    paragraph: &'a str,
    run: &'a str,
    /// What the next paragraph is when somebody types on; itself when empty.
    next: &'a str,
}

const fn style<'a>(id: &'a str, name: &'a str, paragraph: &'a str, run: &'a str) -> Style<'a> {
    Style { id, name, paragraph, run, next: "" }
}

/// `word/styles.xml` for text in `language`, without its declaration, with `more` styles.
pub(in crate::render::word) fn styles(language: Language, more: &str) -> String {
    // Word has a language for each of three kinds of letters.
    let lang = match language {
        Language::Ar => "w:val=\"en-GB\" w:bidi=\"ar-SA\"".to_owned(),
        Language::Zh => "w:val=\"en-GB\" w:eastAsia=\"zh-CN\"".to_owned(),
        _ => format!("w:val=\"{}\"", language.locale()),
    };
    let east = if language == Language::Zh { "SimSun" } else { "Times New Roman" };
    let [leftward, leftwards] = if language.is_leftward() { ["<w:rtl/>", "<w:bidi/>"] } else { [""; 2] };
    let fonts = format!(
        "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"{east}\" w:cs=\"Times New Roman\"/>"
    );
    let defaults = format!(
        "<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>{leftward}<w:lang {lang}/></w:rPr>\
         </w:rPrDefault><w:pPrDefault><w:pPr>{leftwards}<w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
    );
    let normal = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>\
                  <w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/>\
                  <w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>\
                  <w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote reference\"/>\
                  <w:basedOn w:val=\"DefaultParagraphFont\"/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>";
    let fixed: String = FIXED.iter().map(xml).collect();
    let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    format!("<w:styles xmlns:w=\"{space}\">{defaults}{normal}{fixed}{}{}{more}</w:styles>", headings(), parts())
}

const BOLD: &str = "<w:b/><w:bCs/>";
const ITALIC: &str = "<w:i/><w:iCs/>";

const FIXED: [Style<'static>; 10] = [
    style("Front", "Front matter", "<w:spacing w:after=\"60\"/>", ""),
    Style {
        next: "Preambular",
        ..style(
            "Title",
            "Title",
            "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"240\"/>",
            "<w:b/><w:bCs/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>",
        )
    },
    Style { next: "Preambular", ..style("Enacting", "Enacting formula", "<w:keepNext/><w:ind w:firstLine=\"720\"/>", ITALIC) },
    style("Preambular", "Preambular paragraph", "<w:ind w:firstLine=\"720\"/>", ""),
    style(
        "Operative",
        "Operative paragraph",
        "<w:tabs><w:tab w:val=\"left\" w:pos=\"720\"/></w:tabs><w:ind w:left=\"720\" w:hanging=\"720\"/>",
        "",
    ),
    Style {
        next: "Operative",
        ..style(
            "Annex",
            "Annex heading",
            "<w:keepNext/><w:pageBreakBefore/><w:spacing w:after=\"240\"/><w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/>",
            "<w:b/><w:bCs/><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>",
        )
    },
    style("Closing", "Closing", "<w:spacing w:before=\"120\"/><w:jc w:val=\"right\"/>", ITALIC),
    style(
        "FootnoteText",
        "footnote text",
        "<w:spacing w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
    style("Header", "header", "<w:spacing w:after=\"0\"/><w:jc w:val=\"right\"/>", "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>"),
    style("Footer", "footer", "<w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>", "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>"),
];

fn headings() -> String {
    let of = |level: usize| {
        let run = match level {
            1 => "<w:b/><w:bCs/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>",
            2 => BOLD,
            _ => "<w:b/><w:bCs/><w:i/><w:iCs/>",
        };
        let paragraph = format!(
            "<w:keepNext/><w:tabs><w:tab w:val=\"left\" w:pos=\"{STEP}\"/></w:tabs><w:spacing w:before=\"240\" w:after=\"120\"/><w:outlineLvl w:val=\"{}\"/>",
            level - 1
        );
        let (id, name) = (format!("Heading{level}"), format!("heading {level}"));
        xml(&Style { next: "Operative", ..style(&id, &name, &paragraph, run) })
    };
    (1..=HEADINGS).map(of).collect()
}

fn parts() -> String {
    let of = |level: usize| {
        let left = STEP * (level + 1);
        let (id, name) = (format!("Part{level}"), format!("Part {level}"));
        let paragraph =
            format!("<w:tabs><w:tab w:val=\"left\" w:pos=\"{left}\"/></w:tabs><w:ind w:left=\"{left}\" w:hanging=\"{STEP}\"/>");
        let labelled = xml(&style(&id, &name, &paragraph, ""));
        let (id, name) = (format!("Continued{level}"), format!("Part {level} continued"));
        let paragraph = format!("<w:ind w:left=\"{}\"/>", STEP * level);
        labelled + &xml(&style(&id, &name, &paragraph, ""))
    };
    (1..=PARTS).map(of).collect()
}

fn xml(style: &Style<'_>) -> String {
    let Style { id, name, paragraph, run, next } = style;
    let next = if next.is_empty() { String::new() } else { format!("<w:next w:val=\"{next}\"/>") };
    let run = if run.is_empty() { String::new() } else { format!("<w:rPr>{run}</w:rPr>") };
    format!(
        "<w:style w:type=\"paragraph\" w:customStyle=\"{}\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>{next}\
         <w:qFormat/><w:pPr>{paragraph}</w:pPr>{run}</w:style>",
        u8::from(name.starts_with(char::is_uppercase) && !["Title"].contains(name))
    )
}
