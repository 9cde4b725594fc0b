//! The redline as Markdown and CSV, and the comparison table: nothing is lost, nothing of the input is taken for markup.

use rature::align::{AlignOptions, align};
use rature::compare::{Comparison, compare};
use rature::read::{ReadOptions, read};
use rature::render::{
    Bom, Signs, TerminalOptions, WordOptions, redline_csv, redline_docx, redline_html, redline_json, redline_markdown,
    redline_terminal, table_html,
};
use rature::report::{Context, Fate, Report, ReportOptions, Table, TableRow, redline, report, table};
use rature::series::{SeriesOptions, steps};
use rature::structure::{Document, Kind, structure};

fn document(name: &str, text: &str) -> Document {
    structure(read(name, text.as_bytes(), &ReadOptions::default()).expect("a text"))
}

fn fixture(path: &str) -> Document {
    let file = format!("{}/fixtures/{path}", env!("CARGO_MANIFEST_DIR"));
    document(path, &std::fs::read_to_string(file).expect("a fixture"))
}

fn compared(old: &Document, new: &Document) -> Comparison {
    compare(old, new, align(old, new, &AlignOptions::default()))
}

fn reported(old: &Document, new: &Document) -> Report {
    let mut options = ReportOptions::default();
    options.context = Context::All;
    report(redline(old.clone(), new.clone(), compared(old, new)), options)
}

fn tabled(documents: &[Document]) -> Table {
    table(documents, &steps(documents, &SeriesOptions::default()), None)
}

/// The cells of CSV as RFC 4180 reads them.
fn cells(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (vec![], vec![], String::new(), false);
    let mut characters = csv.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => cell.extend(characters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted && characters.next_if_eq(&'\n').is_some() => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    assert!(cell.is_empty() && row.is_empty(), "the last row ends too");
    rows
}

/// A text copied without the texts of those notes that `is_left`, its marks as they were.
fn without_notes(mut document: Document, is_left: impl Fn(&str) -> bool) -> Document {
    let kept: Vec<usize> =
        document.units.iter().filter(|unit| unit.kind != Kind::Note || !is_left(&unit.id)).map(|unit| unit.index).collect();
    let place = |index: usize| kept.binary_search(&index).ok();
    document.units.retain(|unit| place(unit.index).is_some());
    for (index, unit) in document.units.iter_mut().enumerate() {
        (unit.index, unit.parent) = (index, unit.parent.and_then(place));
        unit.footnotes.iter_mut().for_each(|footnote| footnote.note = footnote.note.and_then(place));
    }
    document
}

const OLD: &str = "The General Assembly,\nRecalling *its* resolution, \"as amended\" <b>&amp; [others],\n1. Urges fifteen States to report;\n\
                   2. Requests the Secretary-General to report;\n3. Decides to remain seized of the matter.\n";
const NEW: &str = "The General Assembly,\nRecalling *its* resolution, \"as revised\" <b>&amp; [others],\n1. Urges twelve States to report;\n\
                   2. Thanks {++all++} members for their work on the exchange of grain;\n\
                   3. Requests the Secretary-General to report;\n4. Decides to remain seized of the matter.\n";

#[test]
fn a_spreadsheet_has_one_row_a_change() {
    let rows = cells(&redline_csv(&reported(&document("old", OLD), &document("new", NEW)), Bom::Without));
    let row = |place: &str| rows.iter().find(|row| row[0] == place).unwrap_or_else(|| panic!("no {place} in {rows:?}")).clone();
    assert_eq!(rows[0], ["Paragraph", "Formerly", "Section", "Change", "Before", "After", "Weight"]);
    assert_eq!(
        row("OP1"),
        ["OP1", "", "", "reworded", "Urges fifteen States to report;", "Urges twelve States to report;", "substantive"]
    );
    assert_eq!(row("OP2")[3..5], ["inserted", ""]);
    assert_eq!(row("OP3")[..4], ["OP3", "OP2", "", "renumbered"]);
    assert!(rows.iter().all(|row| row.len() == 7));
    assert!(redline_csv(&reported(&document("old", OLD), &document("new", NEW)), Bom::With).starts_with('\u{feff}'));
}

#[test]
fn markdown_shows_changes_and_reads_nothing_of_the_text() {
    let report = reported(&document("old", OLD), &document("new", NEW));
    let shown = redline_markdown(&report, Signs::Html);
    assert!(shown.contains("Urges <del>fifteen</del><ins>twelve</ins> States to report;"), "{shown}");
    assert!(shown.contains("Recalling \\*its\\* resolution"), "{shown}");
    assert!(shown.contains("\\<b\\>&amp;amp; \\[others\\],"), "{shown}");
    let critic = redline_markdown(&report, Signs::Critic);
    assert!(critic.contains("Urges {--fifteen--}{++twelve++} States"), "{critic}");
    assert_eq!(critic.matches("{++").count(), critic.matches("++}").count());
    assert!(critic.contains("\\{+\\+all+\\+\\}"), "{critic}");
}

#[test]
fn every_paragraph_of_every_text_stands_once_in_the_table() {
    for series in [&["2018", "2019", "2020", "2021", "2022"][..], &["2020", "2021"]] {
        let documents: Vec<Document> = series.iter().map(|year| fixture(&format!("cooperation-fr/{year}.txt"))).collect();
        let table = tabled(&documents);
        for (column, document) in documents.iter().enumerate() {
            let mut shown: Vec<String> = table
                .rows
                .iter()
                .flat_map(|row| match row {
                    TableRow::Section(text) => vec![text.clone()],
                    TableRow::Texts(cells) => {
                        assert_eq!(cells.len(), documents.len());
                        cells[column].iter().map(|part| part.runs.iter().map(|run| run.text.as_str()).collect()).collect()
                    }
                })
                .collect();
            let printed = |unit: &rature::structure::Unit| {
                let label = unit.label.as_ref().filter(|_| matches!(unit.kind, Kind::Heading | Kind::Annex));
                let mut text: Vec<char> = unit.text.chars().collect();
                for footnote in unit.footnotes.iter().rev() {
                    text.splice(footnote.at..footnote.at, footnote.mark.chars());
                }
                label.map_or_else(String::new, |label| format!("{label} ")) + &text.into_iter().collect::<String>()
            };
            let mut expected: Vec<String> = document.units.iter().filter(|unit| unit.kind != Kind::Note).map(printed).collect();
            shown.sort();
            expected.sort();
            assert_eq!(shown, expected, "column {column}");
        }
    }
}

#[test]
fn a_row_is_a_paragraph_through_the_years() {
    let years = [OLD, NEW, &NEW.replace("twelve", "ten").replace("3. Requests the Secretary-General to report;\n", "")];
    let documents: Vec<Document> = years.iter().map(|text| document("text", text)).collect();
    let table = tabled(&documents);
    let told: Vec<Vec<String>> = table
        .rows
        .iter()
        .filter_map(|row| match row {
            TableRow::Texts(cells) => {
                Some(cells.iter().map(|cell| cell.iter().map(|part| part.label.clone()).collect::<Vec<_>>().join("+")).collect())
            }
            TableRow::Section(_) => None,
        })
        .collect();
    assert_eq!(
        told[1..],
        [["PP1", "PP1", "PP1"], ["OP1", "OP1", "OP1"], ["", "OP2", "OP2"], ["OP2", "OP3", ""], ["OP3", "OP4", "OP4"]]
    );
    let TableRow::Texts(cells) = &table.rows[2] else { panic!("a paragraph") };
    let changed =
        cells.iter().map(|cell| cell[0].runs.iter().find(|run| run.fate != Fate::Kept).map(|run| (run.text.as_str(), run.fate)));
    let expected = [Some(("fifteen", Fate::Went)), Some(("twelve", Fate::CameAndWent)), Some(("ten", Fate::Came))];
    assert_eq!(changed.collect::<Vec<_>>(), expected);
}

#[test]
fn the_page_of_the_table_is_one_safe_file() {
    let page = table_html(&tabled(&[document("old", OLD), document("new", NEW)]));
    assert!(page.contains("&lt;b&gt;&amp;amp;") && !page.contains("<b>"), "the text is escaped");
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">") && page.contains("default-src 'none'"));
    assert!(!page.contains("<script") && !page.contains("style=\"") && !page.contains("src="));
    assert!(page.contains("size: A4 landscape") && page.contains("table-header-group"));
}

#[test]
fn notes_that_one_text_does_not_print_neither_came_nor_went_in_any_output() {
    let printed = fixture("cooperation-fr/2021.txt");
    let all = without_notes(printed.clone(), |_| true);
    let one = without_notes(printed.clone(), |id| id == "N3");
    for [old, new] in [[&printed, &all], [&all, &printed], [&printed, &one], [&one, &printed]] {
        let redline = redline(old.clone(), new.clone(), compared(old, new));
        let summary = &redline.summary;
        let counted = [summary.words_inserted, summary.words_deleted, summary.inserted, summary.deleted];
        assert_eq!(counted, [0; 4], "{summary:?}");
        assert!(redline.known_links().all(|change| !change.edited));
        assert!(redline.known_links().count() < redline.links.len(), "the links of the notes are those of the contract");
        let table = tabled(&[old.clone(), new.clone()]);
        let cells = table.rows.iter().flat_map(|row| if let TableRow::Texts(cells) = row { cells.as_slice() } else { &[] });
        let notes = cells.flatten().flat_map(|part| &part.notes).flat_map(|(_, runs)| runs);
        assert!(notes.clone().count() > 0 && notes.clone().all(|run| run.fate == Fate::Kept));
    }
}

#[test]
fn a_note_that_went_with_its_mark_is_counted() {
    let old = fixture("cooperation-fr/2021.txt");
    let mut new = without_notes(old.clone(), |id| id == "N3");
    for unit in &mut new.units {
        unit.footnotes.retain(|footnote| footnote.note.is_some());
    }
    let redline = redline(old.clone(), new.clone(), compared(&old, &new));
    assert!(redline.summary.words_deleted > 0 && redline.summary.footnotes_changed == 1, "{:?}", redline.summary);
    assert_eq!(redline.known_links().count(), redline.links.len());
}

/// The remarks of a Word file.
fn remarks(docx: Vec<u8>) -> String {
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(docx)).expect("a package");
    std::io::read_to_string(package.by_name("word/comments.xml").expect("remarks")).expect("a text")
}

#[test]
fn words_that_moved_are_told_at_both_ends_in_every_output() {
    let clause = "invites the host country to waive all fees for the visas of experts who attend these sessions";
    let text = |first: &str, second: &str| {
        format!(
            "The Conference,\n\n1. Thanks the experts for their work on the archives of the courts of first instance, for the maps that they \
             drew, and for the lessons that they gave to young archivists in each region{first};\n\n2. Takes note of the budget of \
             the Office for the next two years, of the posts that it pays for, and of the savings that its director has \
             promised{second}.\n"
        )
    };
    let old = document("old", &text(&format!(", and {clause}"), ""));
    let new = document("new", &text("", &format!(", and {clause}")));
    let report = reported(&old, &new);
    let summary = &report.redline.summary;
    assert_eq!((summary.words_moved, summary.words_inserted, summary.words_deleted), (18, 0, 0));
    let ends = ["words moved to OP2: “and invites the host country", "words moved from OP1: “and invites the host country"];
    let outputs = [
        redline_terminal(&report, &TerminalOptions::default()),
        redline_html(&report),
        redline_markdown(&report, Signs::Html),
        redline_csv(&report, Bom::Without),
        remarks(redline_docx(&report, &WordOptions::default()).expect("a Word file")),
    ];
    for output in outputs {
        let shown = output.split_whitespace().collect::<Vec<_>>().join(" ");
        for end in ends {
            assert!(shown.contains(end), "{end}: {shown}");
        }
    }
    let json: serde_json::Value = serde_json::from_str(&redline_json(&report.redline)).expect("JSON");
    let passages = |link: usize| json["links"][link]["passages"].as_array().expect("a list").len();
    assert_eq!((passages(1), passages(2)), (1, 1));
}
