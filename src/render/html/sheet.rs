//! A table as one page that loads nothing.

use super::markup::Markup;
use super::style::policy;
use crate::report::Sheet;

/// On a narrow screen a row is a card: each cell on a line of its own, with the head of its column before it.
const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;padding:0 1rem;max-width:90rem;color-scheme:light dark}\
    h1{font-size:1.6rem;line-height:1.25}\
    table{border-collapse:collapse}th,td{text-align:start;vertical-align:top;padding:.3rem .9rem .3rem 0;border-bottom:1px solid #8886}\
    th{font-size:.85rem}td.changed{font-weight:700;text-decoration:underline}tr:hover{background:#8881}\
    thead{position:sticky;top:0;background:Canvas}\
    @media screen and (max-width:45rem){table,tbody,tr,td{display:block}thead{display:none}\
    tr{padding:.5rem 0;border-bottom:1px solid #8886}td{border:0;padding:0;overflow-wrap:anywhere}td:empty{display:none}\
    td::before{content:attr(data-head)': ';font-weight:400;font-size:.85rem;opacity:.75;display:inline-block;margin-inline-end:.4em}}\
    @media print{@page{size:A4 landscape;margin:14mm}body{font-size:9pt;margin:0;padding:0;max-width:none;color-scheme:light}\
    thead{position:static;display:table-header-group}tr{break-inside:avoid}}";

/// The page, with a final line feed. What changed is bold and underlined.
pub fn sheet_html(table: &Sheet) -> String {
    let mut page = Markup::default();
    page.head(table.language, &policy(STYLE, "")).text(&table.title);
    page.raw("</title>\n").style(STYLE).raw("</head>\n<body>\n<h1>").text(&table.title).raw("</h1>\n");
    if table.rows.is_empty() {
        page.raw("<p>").text(table.nothing).raw("</p>\n");
    } else {
        page.raw("<table><thead><tr>");
        for column in &table.columns {
            page.raw("<th scope=\"col\">").text(column).raw("</th>");
        }
        page.raw("</tr></thead>\n<tbody>\n");
        for row in &table.rows {
            page.raw("<tr>");
            for (cell, column) in row.iter().zip(&table.columns) {
                page.raw(if cell.is_changed { "<td class=\"changed\"" } else { "<td" });
                page.attribute("data-head", column).raw(" dir=\"auto\">").text(&cell.text).raw("</td>");
            }
            page.raw("</tr>\n");
        }
        page.raw("</tbody></table>\n");
    }
    page.raw("</body>\n</html>\n");
    page.finish()
}
