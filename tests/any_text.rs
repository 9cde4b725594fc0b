//! What holds of every stage, on texts that look like resolutions and are none.

use std::path::Path;

use crate::promises::forms::{of_document, of_redline, of_series, redlined};
use crate::promises::mangled::mangled;
use crate::promises::{compared, every_word_has_its_year, safe, the_same_text_has_no_change};
use proptest::prelude::*;
use rature::findings::facts;
use rature::project::load;
use rature::read::{ReadOptions, read};
use rature::series::{SeriesOptions, series};
use rature::structure::{Document, structure};

fn document(name: &str, text: &str) -> Option<Document> {
    read(name, text.as_bytes(), &ReadOptions::default()).ok().map(structure)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn two_texts_are_tied_and_redlined(old in mangled(), new in mangled()) {
        if let (Some(old), Some(new)) = (document("old", &old), document("new", &new)) {
            compared(&old, &new);
            the_same_text_has_no_change(&new);
            safe(&of_document(&new));
            safe(&of_redline(redlined(&old, &new)));
        }
    }

    #[test]
    fn years_are_followed(texts in prop::collection::vec(mangled(), 2..5)) {
        let documents: Vec<Document> = texts.iter().enumerate().filter_map(|(year, text)| document(&format!("{year}"), text)).collect();
        if documents.len() > 1 {
            let series = series(documents, &SeriesOptions::default());
            every_word_has_its_year(&series);
            safe(&of_series(&series));
        }
    }

    #[test]
    fn a_fact_stands_where_it_says(text in mangled()) {
        if let Some(document) = document("text", &text) {
            for fact in facts(&document) {
                let unit: Vec<char> = document.units[fact.unit].text.chars().collect();
                let there: String = unit[fact.start..fact.end].iter().collect();
                prop_assert_eq!(there, fact.text);
            }
        }
    }

    #[test]
    fn a_project_file_is_read_or_refused_with_its_name(lines in prop::collection::vec(line_of_toml(), 0..14)) {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("any-project");
        std::fs::create_dir_all(&folder).unwrap();
        for text in ["a.txt", "b.txt"] {
            std::fs::write(folder.join(text), "1. Urges all;\n").unwrap();
        }
        let file = folder.join("rature.toml");
        std::fs::write(&file, lines.join("\n")).unwrap();
        if let Err(error) = load(&file) {
            prop_assert!(error.to_string().contains("rature.toml"), "{}", error);
        }
    }
}

fn line_of_toml() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "[series]",
            "name = \"s\"",
            "[[series.documents]]",
            "label = \"A\"",
            "label = \"B\"",
            "path = \"a.txt\"",
            "path = \"./b.txt\"",
            "[options]",
            "width = 99999999999999999999",
            "context = \"all\"",
            "[[outputs]]",
            "make = \"redline\"",
            "make = \"structure\"",
            "format = \"html\"",
            "path = \"{old}/{new}/{\"",
            "path = \"golden/{series}.json\"",
            "[[pins]]",
            "pins = [\"OP1=OP1\"]",
        ])
        .prop_map(str::to_owned),
        "[a-z\\[\\]\"= {}\\\\.]{0,24}",
    ]
}
