//! What is found between the fixtures, and what through their years.

use std::path::Path;

use rature::findings::{Counts, FactKind, Finding, History, LintOptions, Rule, counts, lint};
use rature::read::{ReadOptions, read};
use rature::structure::{Document, structure};

fn documents(family: &str, years: std::ops::RangeInclusive<u16>) -> Vec<Document> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(family);
    let document = |year: u16| {
        let bytes = std::fs::read(folder.join(format!("{year}.txt"))).expect("a fixture");
        structure(read(&year.to_string(), &bytes, &ReadOptions::default()).expect("a text"))
    };
    years.map(document).collect()
}

fn table(documents: &[Document]) -> Counts {
    counts(&History::of(documents))
}

fn asked(documents: &[Document]) -> Vec<(String, Rule, Option<String>)> {
    let newest = &documents[documents.len() - 1];
    let short = |finding: Finding| (newest.units[finding.unit].id.clone(), finding.rule, finding.suggestion);
    lint(&History::of(documents), &LintOptions::default()).into_iter().map(short).collect()
}

#[test]
fn the_persons_of_five_years_are_one_row() {
    let texts = documents("cooperation-fr", 2018..=2022);
    let counts = table(&texts);
    let row = counts.rows.iter().find(|row| row.kind == FactKind::Count && row.what.starts_with("personnes")).expect("a row");
    let values: Vec<&str> = row.cells.iter().map(|cell| cell[0].value.as_str()).collect();
    assert_eq!(values, ["15 personnes", "13 personnes", "12 personnes", "12 personnes", "12 personnes"]);
    assert!(row.changed);
    assert!(row.what.starts_with("personnes visées par un mandat"), "{}", row.what);
}

#[test]
fn a_count_is_one_row_in_words_and_in_figures() {
    let texts = documents("cooperation-fr", 2018..=2022);
    let counts = table(&texts);
    let recommendations: Vec<_> = counts.rows.iter().filter(|row| row.what.starts_with("recommandations")).collect();
    assert!(recommendations.iter().all(|row| row.cells.iter().flatten().all(|fact| fact.value == "66 recommandations")));
    assert!(recommendations.iter().any(|row| row.cells.iter().all(|cell| cell.len() == 1) && !row.changed));
}

#[test]
fn what_was_not_rolled_forward_and_what_cites_the_wrong_paragraph_is_asked() {
    let wanted =
        [("PP4".to_owned(), Rule::OtherParagraph, Some("paragraphe 44".to_owned())), ("OP28".to_owned(), Rule::Come, None)];
    assert_eq!(asked(&documents("cooperation-fr", 2018..=2022)), wanted);
}

#[test]
fn nothing_is_asked_of_texts_that_are_right() {
    for years in [2018..=2019, 2018..=2020, 2018..=2021] {
        assert_eq!(asked(&documents("cooperation-fr", years)), []);
    }
    assert_eq!(asked(&documents("cooperation-en", 2019..=2021)), []);
    assert_eq!(asked(&documents("cooperation-es", 2020..=2021)), []);
}

#[test]
fn a_paragraph_that_is_not_there_is_asked_for() {
    let mut texts = documents("cooperation-en", 2020..=2021);
    let citing = texts[1].units.iter_mut().find(|unit| unit.id == "PP4").expect("PP4");
    citing.text = citing.text.replace("paragraph 28", "paragraph 87");
    assert_eq!(asked(&texts), [("PP4".to_owned(), Rule::NoSuchParagraph, None)]);
}

#[test]
fn a_count_that_changed_in_one_place_alone_is_left_behind_in_the_other() {
    let mut texts = documents("cooperation-es", 2020..=2021);
    let counted = texts[1].units.iter_mut().find(|unit| unit.id == "OP12").expect("OP12");
    counted.text = counted.text.replace("66 recomendaciones", "67 recomendaciones");
    assert_eq!(asked(&texts), [("OP12".to_owned(), Rule::LeftBehind, Some("67 recomendaciones".to_owned()))]);
}

/// The newest text of `family` with `old` in place of `new` in unit `id`, and what is asked of it in that unit.
fn asked_with(texts: &mut [Document], id: &str, old: &str, new: &str) -> Vec<(Rule, Option<String>)> {
    let unit = texts.last_mut().and_then(|text| text.units.iter_mut().find(|unit| unit.id == id)).expect("a unit");
    assert!(unit.text.contains(old), "{}", unit.text);
    unit.text = unit.text.replace(old, new);
    asked(texts).into_iter().filter(|(unit, ..)| unit == id).map(|(_, rule, suggestion)| (rule, suggestion)).collect()
}

#[test]
fn a_count_that_is_another_in_two_paragraphs_of_one_text_is_asked_about() {
    let mut texts = documents("cooperation-fr", 2021..=2021);
    for (id, count) in [("OP29", 66), ("OP31", 65)] {
        let unit = texts[0].units.iter_mut().find(|unit| unit.id == id).expect("a unit");
        unit.text = format!("Prend note des {count} recommandations adoptées par les États Parties ;");
    }
    let found = asked(&texts);
    assert!(found.contains(&("OP31".to_owned(), Rule::CountedOtherwise, None)), "{found:?}");
}

#[test]
fn a_resolution_of_another_date_than_its_own_is_asked_about() {
    let mut texts = documents("cooperation-fr", 2021..=2022);
    let found = asked_with(
        &mut texts,
        "OP2",
        "12 personnes",
        "12 personnes visées par la résolution ICC-ASP/20/Res.2 du 9 décembre 2020",
    );
    assert!(found.iter().any(|(rule, _)| *rule == Rule::DatedOtherwise), "{found:?}");
}

#[test]
fn a_list_without_one_of_its_years_or_with_one_twice_is_asked_about() {
    let list = ("PP1", "ICC-ASP-19/Rés.2");
    let mut texts = documents("cooperation-fr", 2020..=2022);
    let found = asked_with(&mut texts, list.0, list.1, "");
    assert!(
        found.iter().any(|(rule, missing)| *rule == Rule::LeftOut && missing.as_deref() == Some("ICC-ASP-19/Rés.2")),
        "{found:?}"
    );
    let mut texts = documents("cooperation-fr", 2020..=2022);
    let found = asked_with(&mut texts, list.0, list.1, "ICC-ASP-19/Rés.2, ICC-ASP-19/Rés.2");
    assert!(found.iter().any(|(rule, _)| *rule == Rule::Doubled), "{found:?}");
}

#[test]
fn a_list_that_does_not_name_the_text_before_is_asked_about() {
    let mut texts = documents("cooperation-fr", 2020..=2022);
    for id in ["PP1", "PP4"] {
        let unit = texts[2].units.iter_mut().find(|unit| unit.id == id).expect("a unit");
        unit.text = unit.text.replace("ICC-ASP/20/Res.2", "").replace("ICC-ASP/20/Rés.2", "");
    }
    assert!(
        asked(&texts).contains(&("PP1".to_owned(), Rule::NotAdded, Some("ICC-ASP/20/Res.2".to_owned()))),
        "{:?}",
        asked(&texts)
    );
}

#[test]
fn a_version_of_the_same_resolution_is_not_asked_to_name_itself() {
    let adopted = || documents("cooperation-fr", 2021..=2021).remove(0);
    let mut draft = adopted();
    draft.symbol = draft.symbol.map(|symbol| symbol.replace("Res", "Rés"));
    assert_eq!(asked(&[adopted(), adopted()]), []);
    assert_eq!(asked(&[draft, adopted()]), []);
}

#[test]
fn a_citation_is_looked_for_in_the_last_version_of_a_resolution() {
    let mut texts = documents("cooperation-fr", 2020..=2021);
    let mut draft = documents("cooperation-fr", 2020..=2020).remove(0);
    // The paragraph that the text after cites had another number in the draft.
    let cited = draft.units.iter_mut().find(|unit| unit.id == "OP42").expect("OP42");
    cited.number = Some("142".to_owned());
    texts.insert(0, draft);
    assert_eq!(asked(&texts), []);
}

#[test]
fn a_bracket_without_its_half_is_asked_about_and_one_of_a_label_is_not() {
    let mut texts = documents("cooperation-fr", 2021..=2022);
    assert_eq!(asked_with(&mut texts, "OP2", "12 personnes", "12 personnes (dont deux"), [(Rule::Unbalanced, None)]);
    let mut texts = documents("cooperation-fr", 2021..=2022);
    assert_eq!(asked_with(&mut texts, "OP2", "12 personnes", "12 personnes au paragraphe 52 d)"), []);
}

#[test]
fn a_paragraph_number_that_stands_twice_is_asked_about() {
    let mut texts = documents("cooperation-fr", 2021..=2022);
    let unit = texts[1].units.iter_mut().find(|unit| unit.id == "OP6").expect("OP6");
    unit.number = Some("5".to_owned());
    assert!(asked(&texts).contains(&("OP6".to_owned(), Rule::Numbering, None)), "{:?}", asked(&texts));
}

#[test]
fn a_footnote_mark_that_is_lost_is_asked_about() {
    let mut texts = documents("cooperation-fr", 2021..=2022);
    let marks =
        |text: &Document| text.units.iter().filter(|unit| !unit.footnotes.is_empty()).map(|unit| unit.index).collect::<Vec<_>>();
    let called = marks(&texts[1]);
    assert!(called.len() > 5, "{called:?}");
    texts[1].units[called[2]].footnotes.clear();
    let rules: Vec<Rule> = asked(&texts).into_iter().map(|(_, rule, _)| rule).collect();
    assert!(rules.contains(&Rule::FootnoteMark), "{rules:?}");
}

/// What became of each figure of one paragraph: "two months → two weeks".
fn changed(old: &str, new: &str) -> Vec<String> {
    let text = |body: &str| format!("The Assembly,\n\nRecalling the Statute,\n\n1. {body}\n");
    let redline = rature::Options::default().diff(&text(old), &text(new)).expect("two texts");
    let rows = redline.findings.iter().filter(|finding| finding.rule.is_change() && finding.rule != Rule::Verb);
    rows.map(|finding| finding.parts.join(" → ")).collect()
}

#[test]
fn another_unit_or_currency_is_another_figure_and_another_word_for_the_same_is_not() {
    let told = [
        ("Requests a list two months before it meets.", "Requests a list two weeks before it meets.", "two months → two weeks"),
        ("Decides to pay 300,000 euros a year.", "Decides to pay 300,000 dollars a year.", "300,000 euros → 300,000 dollars"),
        ("Urges States to protect 40 hectares.", "Urges States to protect 40 acres.", "40 hectares → 40 acres"),
    ];
    for (old, new, wanted) in told {
        assert_eq!(changed(old, new), [wanted]);
    }
    assert_eq!(changed("Notes that 12 persons were at large.", "Notes that 12 suspects were at large."), [""; 0]);
}

#[test]
fn signs_letters_fractions_and_symbols_are_part_of_a_figure() {
    let told: [(&str, &str, &[&str]); 20] = [
        (
            "Urges all to meet the costs, which grew by –1.5 per cent.",
            "Urges all to meet the costs, which grew by 1.5 per cent.",
            &["–1.5 per cent → 1.5 per cent"],
        ),
        ("Notes a balance of -$3 million in oil.", "Notes a balance of $3 million in oil.", &["-$3 million → $3 million"]),
        ("Keeps the oil at –18 °C at night.", "Keeps the oil at –20 °C at night.", &["–18 °C → –20 °C"]),
        (
            "Applies Article 15.b of the rules of the port.",
            "Applies Article 15.c of the rules of the port.",
            &["Article 15.b → Article 15.c"],
        ),
        (
            "Applies article 10, letter a, of the rules.",
            "Applies article 10, letter b, of the rules.",
            &["article 10, letter a → article 10, letter b"],
        ),
        ("Adopts the third plan of the port.", "Adopts the fourth plan of the port.", &["third plan → fourth plan"]),
        ("Recalls MSC.421(98) on lamps.", "Recalls MSC.474(102) on lamps.", &["MSC.421(98) → MSC.474(102)"]),
        (
            "Recalls Recommendation CM/Rec(2010)5 on lamps.",
            "Recalls Recommendation CM/Rec(2019)1 on lamps.",
            &["CM/Rec(2010)5 → CM/Rec(2019)1"],
        ),
        (
            "Notes that one in four ports is dark.",
            "Notes that one in three ports is dark.",
            &["one in four ports → one in three ports"],
        ),
        (
            "Fixes the rate at 4½ per cent of the dues.",
            "Fixes the rate at 4¾ per cent of the dues.",
            &["4½ per cent → 4¾ per cent"],
        ),
        ("Approves £2½ million for lamps.", "Approves £3½ million for lamps.", &["£2½ million → £3½ million"]),
        ("Fixes the rate at 3 1/2 per cent.", "Fixes the rate at 3 3/4 per cent.", &["3 1/2 per cent → 3 3/4 per cent"]),
        ("Ends the year on June 30 of each term.", "Ends the year on September 30 of each term.", &["June 30 → September 30"]),
        (
            "Asks each crew of 12 to meet three times a year.",
            "Asks each crew of 12 to meet four times a year.",
            &["three times → four times"],
        ),
        (
            "Ships of 5,000 gross tonnage carry four boats.",
            "Ships of 5,000 gross tonnage carry six boats.",
            &["four boats → six boats"],
        ),
        ("Decides that five shall be a quorum.", "Decides that four shall be a quorum.", &["five → four"]),
        ("Fixes a depth of –3,000 m for the cable.", "Fixes a depth of –3,500 m for the cable.", &["–3,000 m → –3,500 m"]),
        (
            "Gives a notice of two and one-half months.",
            "Gives a notice of three and one-half months.",
            &["two and one-half months → three and one-half months"],
        ),
        // What stands as it did is no row.
        ("Meets in one of six ports.", "Meets in one of seven ports.", &["six ports → seven ports"]),
        (
            "Names nine mandatory oils of the port.",
            "Names ten mandatory oils of the port.",
            &["nine mandatory oils → ten mandatory oils"],
        ),
    ];
    for (old, new, wanted) in told {
        assert_eq!(changed(old, new), wanted, "{new}");
    }
}

#[test]
fn the_hour_and_its_minutes_are_told_once() {
    let french = |old: &str, new: &str| {
        let text = |body: &str| format!("L'Assemblée,\n\nRappelant le Statut de la Cour,\n\n1. {body}\n");
        let redline = rature::Options::default().diff(&text(old), &text(new)).expect("two texts");
        let rows = redline.findings.iter().filter(|finding| finding.rule.is_change() && finding.rule != Rule::Verb);
        rows.map(|finding| finding.parts.join(" → ")).collect::<Vec<_>>()
    };
    assert_eq!(french("Fixe la séance à 14 h 30 au port.", "Fixe la séance à 15 h au port."), ["14 h 30 → 15 h"]);
    let two = french("Fixe les séances de 9 h 30 à 12 h 30 au port.", "Fixe les séances de 10 h à 13 h au port.");
    assert_eq!(two, ["9 h 30 → 10 h", "12 h 30 → 13 h"]);
    assert_eq!(french("Gèle 12 postes sur 30 qui seront vacants.", "Gèle 12 postes sur 32 qui seront vacants."), ["30 → 32"]);
    assert_eq!(
        french("Ouvre un crédit de 154 855,0 milliers d'euros.", "Ouvre un crédit de 169 649,2 milliers d'euros."),
        ["154 855,0 milliers d'euros → 169 649,2 milliers d'euros"]
    );
}

#[test]
fn figures_in_two_cells_of_a_row_are_two() {
    for row in ["| Oil | 12 | 250 |", "Oil        12    250"] {
        let head = if row.starts_with('|') {
            "| Item | 2020 | 2021 |\n|---|---|---|\n| Boats | 88 | 101 |\n"
        } else {
            "Boats      88    101\nPiers      70    106\n"
        };
        let text = |row: &str| {
            format!("The Assembly,\n\nRecalling the lamps,\n\n1. Approves the table:\n\n{head}{row}\n\n2. Thanks all.\n")
        };
        let (old, new) = (text(row), text(&row.replace("12", "14").replace("250", "300")));
        let redline = rature::Options::default().diff(&old, &new).expect("two texts");
        let told: Vec<String> = redline.findings.iter().map(|finding| finding.parts.join(" → ")).collect();
        assert_eq!(told, ["12 → 14", "250 → 300"], "{row}");
    }
}

#[test]
fn a_dash_behind_a_figure_and_a_month_before_a_count_make_no_other_figure() {
    assert_eq!(
        changed("Notes that by March 15 members had paid.", "Notes that by March 35 members had paid."),
        ["15 members → 35 members"]
    );
    assert_eq!(changed("Approves the 2019 –2020 plan for 5 –7 lamps.", "Approves the 2019–2020 plan for 5–7 lamps."), [""; 0]);
    assert_eq!(changed("Names 20 two day courses.", "Names 25 two day courses.").len(), 1);
}
