//! Cells that are one with the cell above: what is written in their later rows Word does not show.

use crate::word_out::pairs::{OPENING, file, paragraph, redline};

/// A table: rows apart by "/", cells by "|"; a bracket that opens begins a merged cell, one that closes goes on with it.
fn table(text: &str) -> String {
    let cell = |text: &str| {
        let merged = match text.trim().chars().next() {
            Some('[') => "<w:vMerge w:val=\"restart\"/>",
            Some(']') => "<w:vMerge/>",
            _ => "",
        };
        format!("<w:tc><w:tcPr>{merged}</w:tcPr>{}</w:tc>", paragraph(text.trim_matches([' ', '[', ']'])))
    };
    let row = |row: &str| format!("<w:tr>{}</w:tr>", row.split('|').map(cell).collect::<String>());
    let rows: String = text.split('/').map(row).collect();
    paragraph(OPENING) + &format!("<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>") + &paragraph("The end of the report.")
}

/// How many rows go and come from the first table to the second.
fn rows(old: &str, new: &str) -> [usize; 2] {
    let text = redline(&file(&table(old), &[]), &file(&table(new), &[]));
    ["del", "ins"].map(|mark| text.matches(&format!("<w:trPr><w:{mark} ")).count())
}

#[test]
fn text_comes_into_no_cell_that_is_one_with_the_cell_above() {
    let merged = "[Staff | clerks | 10 / ] | translators | 20 / Rent | archives | 5";
    assert_eq!(rows(merged, "Staff | clerks | 10 / Language staff | translators | 20 / Rent | archives | 5"), [2, 2]);
    assert_eq!(rows("Staff | clerks | 10 / Others | translators | 20 / Rent | archives | 5", merged), [2, 2]);
    // The merging itself is what it was.
    assert_eq!(rows(merged, &merged.replace("20", "25").replace("clerks", "all clerks")), [0, 0]);
}
