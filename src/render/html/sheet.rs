//! A table as one page that loads nothing.

use super::markup::Markup;
use super::style::{policy, string};
use crate::report::phrases::Phrases;
use crate::report::{Sheet, SheetCell, TraceReport};

/// On a narrow screen a row is a card: each cell on a line of its own, with the head of its column before it.
const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;padding:0 1rem;max-width:90rem;color-scheme:light dark}\
    h1{font-size:1.6rem;line-height:1.25}\
    table{border-collapse:collapse}th,td{text-align:start;vertical-align:top;padding:.3rem .9rem .3rem 0;border-bottom:1px solid #8886}\
    th{font-size:.85rem}td{unicode-bidi:plaintext}b{font-size:.85rem}tr:hover{background:#8881}\
    thead{position:sticky;top:0;background:Canvas}\
    @media screen and (max-width:45rem){table,tbody,tr,td{display:block}thead{display:none}\
    tr{padding:.5rem 0;border-bottom:1px solid #8886}td{border:0;padding:0;overflow-wrap:anywhere}td:empty{display:none}\
    td::before{font-weight:400;font-size:.85rem;opacity:.75;display:inline-block;margin-inline-end:.4em}}\
    @media print{@page{size:A4 landscape;margin:14mm}body{font-size:9pt;margin:0;padding:0;max-width:none;color-scheme:light}\
    thead{position:static;display:table-header-group}tr{break-inside:avoid}}";

/// The page, with a final line feed. Of a row of several texts, what is another than before is told, with the text in which it became so:
/// what lies between says nothing, and a table of it would be ten times as large.
pub fn sheet_html(table: &Sheet) -> String {
    let mut page = Markup::default();
    let style = STYLE.to_owned() + &heads_of_cards("", &heads(table));
    page.head(table.language, &policy(&style, "")).text(&table.title);
    page.raw("</title>\n").style(&style).raw("</head>\n<body>\n<h1>").text(&table.title).raw("</h1>\n");
    rows(table, "", &mut page);
    page.raw("</body>\n</html>\n");
    page.finish()
}

/// What became of the proposals on a draft, table by table on one page, with a final line feed.
pub fn trace_html(report: &TraceReport) -> String {
    let mut page = Markup::default();
    let class = |at: usize| format!("t{at}");
    let cards = report.sheets.iter().enumerate().map(|(at, sheet)| heads_of_cards(&format!(".{} ", class(at)), &heads(sheet)));
    let style = STYLE.to_owned() + "h2{font-size:1.2rem;margin:2rem 0 .5rem}" + &cards.collect::<String>();
    page.head(report.language, &policy(&style, "")).text(&report.title);
    page.raw("</title>\n").style(&style).raw("</head>\n<body>\n<h1>").text(&report.title).raw("</h1>\n<p>");
    page.text(report.legend).raw("</p>\n");
    for (at, sheet) in report.sheets.iter().enumerate() {
        page.raw("<h2>").text(&sheet.title).raw("</h2>\n");
        rows(sheet, &class(at), &mut page);
    }
    page.raw("</body>\n</html>\n");
    page.finish()
}

/// The columns that are shown, and where those of several texts are told as one.
fn shown(table: &Sheet) -> (Vec<usize>, usize) {
    let shown: Vec<usize> = (0..table.columns.len()).filter(|column| !table.texts.contains(column)).collect();
    // The course of numbers is the last column, and beside it stands what they were.
    let place = shown.len().saturating_sub(1);
    (shown, place)
}

fn heads(table: &Sheet) -> Vec<&str> {
    let (shown, place) = shown(table);
    let mut heads: Vec<&str> = shown.iter().map(|&column| table.columns[column].as_str()).collect();
    if !table.texts.is_empty() {
        heads.insert(place, table.changes);
    }
    heads
}

/// The table, or that there is nothing in it.
fn rows(table: &Sheet, class: &str, page: &mut Markup) {
    if table.rows.is_empty() {
        page.raw("<p>").text(table.nothing).raw("</p>\n");
        return;
    }
    page.raw("<table");
    if !class.is_empty() {
        page.attribute("class", class);
    }
    page.raw("><thead><tr>");
    for head in heads(table) {
        page.raw("<th scope=\"col\">").text(head).raw("</th>");
    }
    page.raw("</tr></thead>\n<tbody>\n");
    let (shown, place) = shown(table);
    for row in &table.rows {
        page.raw("<tr>");
        for (at, &column) in shown.iter().enumerate() {
            if at == place && !table.texts.is_empty() {
                steps(row, table, page);
            }
            // The last column is empty in most rows, and a row may be shorter than its head.
            if at < place || !row[column].text.is_empty() {
                page.raw("<td>").text(&row[column].text).raw("</td>");
            }
        }
        page.raw("</tr>\n");
    }
    page.raw("</tbody></table>\n");
}

/// The texts of a row in which it is another than before, each with what it says there: "**52/26** 8 (OP3) → **60/30** 12 (OP4)".
fn steps(row: &[SheetCell], table: &Sheet, page: &mut Markup) {
    let arrow = Phrases::of(table.language).arrow;
    page.raw("<td>");
    let mut is_first = true;
    for column in table.texts.clone().filter(|&column| row[column].is_changed || column == table.texts.start) {
        if is_first && row[column].text.is_empty() {
            continue;
        }
        page.text(if is_first { "" } else { arrow }).raw("<b>").text(&table.columns[column]).raw("</b> ");
        page.text(if row[column].text.is_empty() { "–" } else { &row[column].text });
        is_first = false;
    }
    page.raw("</td>");
}

/// What stands before each cell of a card, of the table that `of` selects.
fn heads_of_cards(of: &str, heads: &[&str]) -> String {
    let rule =
        |(at, head): (usize, &&str)| format!("{of}td:nth-child({})::before{{content:{}}}", at + 1, string(&format!("{head}: ")));
    let rules: String = heads.iter().enumerate().map(rule).collect();
    format!("@media screen and (max-width:45rem){{{rules}}}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn a_row_of_several_texts_tells_its_changes_alone() {
        let cell = |text: &str, is_changed| SheetCell { text: text.to_owned(), is_changed };
        let row = vec![
            cell("count", false),
            cell("beds", false),
            cell("8", false),
            cell("8", false),
            cell("", true),
            cell("9", true),
            cell("▇█", false),
        ];
        let sheet = Sheet {
            language: Language::En,
            title: "Figures".to_owned(),
            columns: ["Kind", "What", "A", "B", "C", "D", "Course"].map(str::to_owned).to_vec(),
            texts: 2..6,
            changes: "Changed",
            rows: vec![row],
            nothing: "",
        };
        let page = sheet_html(&sheet);
        assert!(
            page.contains("<tr><td>count</td><td>beds</td><td><b>A</b> 8 → <b>C</b> – → <b>D</b> 9</td><td>▇█</td></tr>"),
            "{page}"
        );
        assert_eq!(page.matches("<th scope").count(), 4, "{page}");
        assert!(page.contains("td:nth-child(3)::before{content:\"Changed\\3a  \"}"), "{page}");
    }
}
