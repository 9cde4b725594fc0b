//! The comparison table as one page to open, print or send: A4 across, its head on each sheet, no row broken where it fits.
//!
//! The border that the style sets is an attribute too, for office programs, which know little of style. It holds no script, loads nothing, and its policy lets in nothing but its own style.

use super::markup::Markup;
use super::style;
use crate::report::{Fate, Lead, Party, Role, Set, Table, TablePart, TableRow, TableRun};

/// The page, with a final line feed.
pub fn table_html(table: &Table) -> String {
    tables_html(std::slice::from_ref(table))
}

/// The same of several tables that share title and language, one under the other; nothing for none.
pub fn tables_html(tables: &[Table]) -> String {
    let Some(table) = tables.first() else { return String::new() };
    let mut page = Markup::default();
    let words = &table.phrases.table;
    let wide = if table.lead == Lead::Wide { ".wide { width: 26%; }\n" } else { "" };
    let style = style::table_style(table) + wide;
    let title = table.phrases.said_of(words.comparison, &table.title);
    page.head(table.language, &style::policy(&style, "")).text(&title).raw("</title>\n").style(&style);
    page.raw("</head>\n<body>\n<header><h1>").text(&table.title).raw("</h1>\n<p>").text(words.comparison).raw(" · <ins>");
    page.text(table.phrases.page.insertion).raw("</ins> · <del>").text(table.phrases.page.deletion).raw("</del></p></header>\n");
    page.raw("<main class=\"scroll\">");
    for table in tables {
        rows(table, &mut page);
    }
    page.raw("</main>\n</body>\n</html>\n");
    page.finish()
}

fn rows(table: &Table, page: &mut Markup) {
    page.raw("<table border=\"1\" cellpadding=\"4\">\n<thead><tr>");
    for (at, party) in table.columns.iter().enumerate() {
        page.raw(if at == 0 && table.lead == Lead::Wide { "<th scope=\"col\" class=\"wide\">" } else { "<th scope=\"col\">" });
        head(party, page);
    }
    page.raw("<th scope=\"col\" class=\"remarks\">").text(table.phrases.table.remarks).raw("</th></tr></thead>\n<tbody>\n");
    for row in &table.rows {
        match row {
            TableRow::Section(text) => {
                let columns = (table.columns.len() + 1).to_string();
                page.raw("<tr class=\"section\"><th")
                    .attribute("colspan", &columns)
                    .raw(" dir=\"auto\">")
                    .text(text)
                    .raw("</th></tr>\n");
            }
            TableRow::Texts(cells) => {
                page.raw("<tr>");
                for (cell, party) in cells.iter().zip(&table.columns) {
                    page.raw("<td").attribute("lang", party.language.code()).raw(">");
                    for one in cell {
                        part(one, table, page);
                    }
                    page.raw("</td>");
                }
                page.raw("<td></td></tr>\n");
            }
        }
    }
    page.raw("</tbody>\n</table>");
}

fn head(party: &Party, page: &mut Markup) {
    if !party.role.is_empty() {
        page.raw("<p class=\"said\">").text(party.role).raw("</p>");
    }
    page.raw("<p>").text(party.short()).raw("</p>");
    if let Some(adopted) = &party.adopted {
        page.raw("<p class=\"said\">").text(adopted).raw("</p>");
    }
    page.raw("</th>");
}

fn part(part: &TablePart, table: &Table, page: &mut Markup) {
    if !part.label.is_empty() || part.said.is_some() {
        page.raw("<p class=\"tag\"").attribute("lang", table.language.code()).raw(">").text(&part.label);
        if let Some(said) = &part.said {
            page.raw(" <span>").text(said).raw("</span>");
        }
        page.raw("</p>");
    }
    page.raw(match part.role {
        Role::Heading(_) => "<p class=\"heading\" dir=\"auto\">",
        Role::Part(1) => "<p class=\"part1\" dir=\"auto\">",
        Role::Part(_) => "<p class=\"part2\" dir=\"auto\">",
        _ => "<p dir=\"auto\">",
    });
    runs(&part.runs, page);
    page.raw("</p>");
    for (mark, words) in &part.notes {
        page.raw("<p class=\"note\" dir=\"auto\"><sup>").text(mark).raw("</sup> ");
        runs(words, page);
        page.raw("</p>");
    }
}

fn runs(runs: &[TableRun], page: &mut Markup) {
    for run in runs {
        let (open, close) = match (run.set, run.fate) {
            (Set::Mark, _) => ("<sup>", "</sup>"),
            (Set::Words, Fate::Kept) => ("", ""),
            (Set::Words, Fate::Came) => ("<ins>", "</ins>"),
            (Set::Words, Fate::Went) => ("<del>", "</del>"),
            (Set::Words, Fate::CameAndWent) => ("<ins><del>", "</del></ins>"),
        };
        page.raw(open).text(&run.text).raw(close);
    }
}
