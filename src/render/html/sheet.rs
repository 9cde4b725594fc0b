//! A table as one page that loads nothing.

use super::markup::Markup;
use super::style::policy;
use crate::report::Sheet;

const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;padding:0 1rem;max-width:90rem;color-scheme:light dark}\
    table{border-collapse:collapse}th,td{text-align:start;vertical-align:top;padding:.3rem .9rem .3rem 0;border-bottom:1px solid #8886}\
    th{font-size:.85rem}td.changed{font-weight:700;text-decoration:underline}tr:hover{background:#8881}\
    thead{position:sticky;top:0;background:Canvas}";

/// The page, with a final line feed. What changed is bold and underlined.
pub fn sheet_html(table: &Sheet) -> String {
    let mut page = Markup::default();
    page.raw("<!DOCTYPE html>\n<html").attribute("lang", table.language.code()).raw(">\n<head>\n<meta charset=\"utf-8\">\n");
    page.raw("<meta http-equiv=\"Content-Security-Policy\"").attribute("content", &policy(STYLE, "")).raw(">\n");
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>").text(&table.title);
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
            for cell in row {
                page.raw(if cell.is_changed { "<td class=\"changed\" dir=\"auto\">" } else { "<td dir=\"auto\">" });
                page.text(&cell.text).raw("</td>");
            }
            page.raw("</tr>\n");
        }
        page.raw("</tbody></table>\n");
    }
    page.raw("</body>\n</html>\n");
    page.finish()
}
