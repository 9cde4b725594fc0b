//! The comparison table as a Word document.

use std::fs;

use rature::render::table_docx;
use rature::report::{Fate, Table, TableRow, table};
use rature::series::{SeriesOptions, steps};

use crate::word_out::office::{As, Job, normal, said_by};
use crate::word_out::{document, folder, project, xml};

fn years() -> Table {
    let text = |year: &str| document(&project(&format!("fixtures/cooperation-en/{year}.txt"))).unwrap();
    let documents: Vec<_> = ["2019", "2020", "2021"].map(text).into();
    table(&documents, &steps(&documents, &SeriesOptions::default()), None)
}

#[test]
fn the_table_has_a_column_a_text_and_one_for_remarks() {
    let table = years();
    let bytes = table_docx(&table).unwrap();
    assert_eq!(bytes, table_docx(&table).unwrap());
    assert_eq!(xml::faults(&bytes, None), Vec::<String>::new());
    let text = xml::part(&bytes, "word/document.xml");
    let parsed = roxmltree::Document::parse(&text).unwrap();
    let of = |name: &'static str| parsed.descendants().filter(move |node| node.tag_name().name() == name);
    assert_eq!((of("gridCol").count(), of("tblHeader").count(), of("tr").count()), (4, 1, table.rows.len() + 1));
    let columns = |row: roxmltree::Node<'_, '_>| {
        let spans = row.descendants().filter(|node| node.tag_name().name() == "gridSpan").count() * 3;
        row.children().filter(|cell| cell.tag_name().name() == "tc").count() + spans
    };
    assert!(of("tr").all(|row| columns(row) == 4), "every row has four columns");
    let styled = |style: &str| of("rStyle").filter(|node| node.attributes().any(|a| a.value() == style)).count();
    let inked = |fate: Fate| {
        let cells = table.rows.iter().filter_map(|row| if let TableRow::Texts(cells) = row { Some(cells) } else { None });
        let parts = cells.flatten().flatten();
        parts
            .flat_map(|part| part.runs.iter().chain(part.notes.iter().flat_map(|(_, note)| note)))
            .filter(|run| run.fate == fate)
            .count()
    };
    // One more each in the legend.
    assert_eq!((styled("Came"), styled("Went")), (inked(Fate::Came) + 1, inked(Fate::Went) + 1));
    let file = folder().join("table.docx");
    fs::write(&file, &bytes).unwrap();
    if let Some(faults) = xml::audited(&file) {
        assert_eq!(faults, Vec::<String>::new());
    }
}

#[test]
fn libreoffice_reads_the_table_whole() {
    let table = years();
    let own = folder().join("table");
    fs::create_dir_all(&own).unwrap();
    let file = own.join("table.docx");
    fs::write(&file, table_docx(&table).unwrap()).unwrap();
    let Some(said) = said_by(&[Job::new(&file, As::Accepted)], &own) else { return };
    let lines = said[0].lines();
    let parts = table.rows.iter().flat_map(|row| match row {
        TableRow::Section(text) => vec![normal(text)],
        TableRow::Texts(cells) => {
            let words = |part: &rature::report::TablePart| part.runs.iter().map(|run| run.text.as_str()).collect::<String>();
            cells.iter().flatten().map(|part| normal(&words(part))).collect()
        }
    });
    let lost: Vec<String> = parts.filter(|text| !text.is_empty() && !lines.contains(text)).collect();
    assert_eq!(lost, Vec::<String>::new());
    assert!(lines.contains(&table.phrases.table.remarks.to_owned()));
}
