//! The years of paragraphs and words, against texts whose history is known.

// Helpers of tests may panic like tests; the oracle prints its figures.

use std::path::Path;

use crate::generator::{ACTORS, ACTS, Dice, MANNERS, OBJECTS, paragraph};
use rature::align::Pin;
use rature::findings::{Rule, series_findings};
use rature::read::{Layout, ReadOptions, read};
use rature::series::{EventKind, Lineage, Order, Series, SeriesOptions, SeriesPin, check_series_pins, in_order, series};
use rature::structure::{Document, structure};

fn document(label: &str, paragraphs: &[String]) -> Document {
    let mut options = ReadOptions::default();
    options.layout = Some(Layout::Lines);
    let mut document = structure(read("text", paragraphs.join("\n").as_bytes(), &options).unwrap());
    label.clone_into(&mut document.label);
    document
}

/// A series of resolutions with these operative paragraphs, numbered from 1.
fn years(years: &[&[&str]]) -> Series {
    let text = |paragraphs: &&[&str]| {
        let numbered = paragraphs.iter().enumerate().map(|(at, text)| format!("{}. {text}", at + 1));
        std::iter::once("The Assembly,".to_owned()).chain(numbered).collect::<Vec<_>>()
    };
    let documents = years.iter().enumerate().map(|(year, paragraphs)| document(&format!("Y{year}"), &text(paragraphs)));
    series(documents.collect(), &SeriesOptions::default())
}

/// The same series, with decisions.
fn decided(series: Series, pins: &[(usize, usize, Pin)]) -> Series {
    let mut options = SeriesOptions::default();
    options.pins = pins.iter().map(|(old, new, pin)| SeriesPin { old: *old, new: *new, pin: pin.clone() }).collect();
    check_series_pins(&options.pins, &series.documents).unwrap();
    rature::series::series(series.documents, &options)
}

fn tie(old: &str, new: &str) -> Pin {
    Pin::Tie { old: old.to_owned(), new: new.to_owned() }
}

const ARREST: &str =
    "Urges States to arrest the 15 persons who are still at large and to surrender them to the Court without delay;";
const FUND: &str = "Invites donors to contribute to the voluntary fund for the relocation of witnesses and their families;";
const REPORT: &str =
    "Requests the Registrar to report every year on the requests for cooperation that have been left unanswered;";
const SEATS: &str = "Encourages regional organizations to consider agreements on privileges and on the enforcement of sentences;";

fn lineage<'a>(series: &'a Series, opening: &str) -> &'a Lineage {
    let is_it = |lineage: &&Lineage| {
        lineage.units.iter().any(|place| series.documents[place.document].units[place.unit].text.starts_with(opening))
    };
    series.lineages.iter().find(is_it).unwrap()
}

fn events(lineage: &Lineage) -> Vec<(usize, EventKind)> {
    lineage.events.iter().map(|event| (event.document, event.kind)).collect()
}

/// "Urges|0 thirteen|2": each run of the unit of `text` that begins so, with its year.
fn dated(series: &Series, text: usize, opening: &str) -> String {
    let unit = series.documents[text].units.iter().find(|unit| unit.text.starts_with(opening)).unwrap();
    let characters: Vec<char> = unit.text.chars().collect();
    let run = |run: &rature::series::Run| {
        let words: String = characters[run.start..run.end].iter().collect();
        let before: Vec<String> = run.earlier.iter().map(|spell| format!("({}-{})", spell.from, spell.until)).collect();
        format!("{}|{}{}", words.trim(), run.since, before.concat())
    };
    series.provenance[text][unit.index].runs.iter().map(run).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_paragraph_that_comes_back_is_reinstated_not_new() {
    let series = years(&[&[ARREST, FUND, REPORT], &[ARREST, REPORT], &[ARREST, REPORT], &[ARREST, FUND, REPORT]]);
    let fund = lineage(&series, "Invites donors");
    assert_eq!(events(fund)[..3], [(0, EventKind::Born), (1, EventKind::Dropped), (3, EventKind::Reinstated)]);
    assert_eq!(fund.units.len(), 2);
    assert!(dated(&series, 3, "Invites donors").ends_with("|3(0-0)"));
}

#[test]
fn a_return_that_a_person_denies_is_new() {
    let texts: &[&[&str]] = &[&[ARREST, FUND, REPORT], &[ARREST, REPORT], &[ARREST, FUND, REPORT]];
    let series = decided(years(texts), &[(1, 2, Pin::Came("OP2".to_owned()))]);
    let funds: Vec<_> = series.lineages.iter().filter(|l| l.units.iter().any(|p| p.document != 1 && p.unit == 2)).collect();
    assert_eq!(funds.len(), 2);
    assert!(dated(&series, 2, "Invites donors").ends_with("|2"));
}

#[test]
fn a_tie_over_the_years_between_brings_a_paragraph_back() {
    let texts: &[&[&str]] = &[&[ARREST, FUND, REPORT], &[ARREST, REPORT], &[ARREST, SEATS, REPORT]];
    assert_eq!(lineage(&years(texts), "Encourages").units.len(), 1);
    let series = decided(years(texts), &[(0, 2, tie("OP2", "OP2"))]);
    assert_eq!(lineage(&series, "Invites donors").units.len(), 2);
    assert!(events(lineage(&series, "Encourages")).contains(&(2, EventKind::Reinstated)));
    assert!(series.notes.iter().all(|note| note.code != "pin-idle"));
}

/// What each note "link-undone" says: the paragraph of one text was away in the next, and is back.
fn notes_agree(series: &Series) -> usize {
    let place = |label: &str, id: &str| {
        let document = series.documents.iter().position(|document| document.label == label).unwrap();
        let unit = series.documents[document].units.iter().position(|unit| unit.id == id).unwrap();
        (document, unit)
    };
    let undone = series.notes.iter().filter(|note| note.code == "link-undone");
    for note in undone.clone() {
        let [from, between, back] = [0, 2, 4].map(|at| place(&note.parts[at], &note.parts[at + 1]));
        let life = |place: (usize, usize)| series.lineages.iter().find(|one| one.unit_in(place.0) == Some(place.1)).unwrap();
        assert_eq!(life(from).id, life(back).id, "{}", note.message);
        assert_eq!(life(from).unit_in(between.0), None, "{}", note.message);
        assert!(events(life(back)).contains(&(back.0, EventKind::Reinstated)), "{}", note.message);
    }
    undone.count()
}

#[test]
fn notes_agree_with_links() {
    for seed in 0..12 {
        notes_agree(&made_up(seed, 6, Twins::Some).0);
    }
}

const TREATIES: &str =
    "Encourages Member States to use the mediation of the seminar and of regional bodies, and to promote it in their treaties;";
const STEPS: &str =
    "Notes and encourages steps by Member States and by regional bodies to further mediation in their own neighbourhoods;";

#[test]
fn a_paragraph_that_a_text_lacks_is_not_another_one_in_its_place() {
    let steps_again = STEPS.replace("their own neighbourhoods", "every neighbourhood");
    let years = years(&[&[ARREST, TREATIES, REPORT], &[ARREST, STEPS, REPORT], &[ARREST, &steps_again, REPORT, FUND, TREATIES]]);
    assert_eq!(notes_agree(&years), 1, "{:?}", years.notes);
}

#[test]
fn a_tie_that_the_years_between_forbid_is_said() {
    let texts: &[&[&str]] = &[&[ARREST, FUND], &[ARREST, FUND], &[ARREST, FUND]];
    let series = decided(years(texts), &[(0, 2, tie("OP1", "OP2"))]);
    assert_eq!(series.notes.iter().filter(|note| note.code == "pin-idle").count(), 1, "{:?}", series.notes);
    // What the years between lead to anyway is nothing to speak of.
    assert!(decided(years(texts), &[(0, 2, tie("OP2", "OP2"))]).notes.iter().all(|note| note.code != "pin-idle"));
}

#[test]
fn a_tie_of_neighbours_holds_for_the_whole_life() {
    let texts: &[&[&str]] = &[&[ARREST, FUND], &[SEATS, FUND], &[SEATS, FUND]];
    assert_eq!(lineage(&years(texts), "Encourages").units.len(), 2);
    let series = decided(years(texts), &[(0, 1, tie("OP1", "OP1"))]);
    assert_eq!(lineage(&series, "Encourages").units.len(), 3);
}

#[test]
fn figures_are_found_in_every_step() {
    let with = |count: &str| ARREST.replace("15", count);
    let series = years(&[&[ARREST, FUND], &[&with("13"), FUND], &[&with("13"), FUND], &[&with("12"), FUND]]);
    let found = series_findings(&series);
    let changed = found.findings.iter().filter(|finding| finding.rule == Rule::Changed);
    let told: Vec<_> = changed.map(|finding| (finding.document, finding.unit, finding.parts.join(" → "))).collect();
    let persons = |count: u32| format!("{count} persons");
    let unit = |text: usize| lineage(&series, "Urges").unit_in(text).unwrap();
    let step = |text, old, new| (text, unit(text), format!("{} → {}", persons(old), persons(new)));
    assert_eq!(told, [step(1, 15, 13), step(3, 13, 12)]);
}

#[test]
fn a_figure_has_the_year_in_which_it_entered() {
    let with = |count: &str| ARREST.replace("15", count);
    let (thirteen, twelve) = (with("13"), with("12"));
    let series = years(&[&[ARREST, FUND], &[&thirteen, FUND], &[&twelve, FUND], &[ARREST, FUND]]);
    let of = |text| dated(&series, text, "Urges");
    assert_eq!(
        of(1),
        "Urges States to arrest the|0 13|1 persons who are still at large and to surrender them to the Court without delay;|0"
    );
    assert!(of(2).contains(" 12|2 "), "{}", of(2));
    assert!(of(3).contains(" 15|3(0-0) "), "{}", of(3));
}

#[test]
fn a_moved_paragraph_carries_its_years() {
    let series = years(&[&[ARREST, FUND, REPORT, SEATS], &[FUND, REPORT, SEATS, ARREST]]);
    assert!(events(lineage(&series, "Urges")).contains(&(1, EventKind::Moved)));
    assert!(dated(&series, 1, "Urges").ends_with("|0"));
}

#[test]
fn typography_does_not_reset_a_year() {
    let quoted = SEATS.replace("agreements", "“agreements”").replace("sentences;", "sentences ;");
    let requoted = quoted.replace(['“', '”'], "\"");
    let series = years(&[&[&quoted, FUND], &[&requoted, FUND]]);
    assert!(!dated(&series, 1, "Encourages").contains("|1"));
}

#[test]
fn a_split_forks_a_lineage_and_a_merge_joins_two() {
    let both = format!("{} {}", REPORT.trim_end_matches(';').to_owned() + ", and", FUND.replace("Invites", "invites"));
    let series = years(&[&[ARREST, &both, SEATS], &[ARREST, REPORT, FUND, SEATS], &[ARREST, &both, SEATS]]);
    let kinds = |kind| series.lineages.iter().flat_map(|l| &l.events).filter(|e| e.kind == kind).collect::<Vec<_>>();
    let splits = kinds(EventKind::Split);
    assert_eq!(splits.iter().map(|e| (e.document, e.with.len())).collect::<Vec<_>>(), [(1, 1), (1, 1)]);
    assert_eq!(kinds(EventKind::Merged).iter().map(|e| e.document).collect::<Vec<_>>(), [2, 2]);
}

#[test]
fn every_unit_is_in_one_lineage_and_runs_tile_every_text() {
    let series = made_up(7, 6, Twins::None).0;
    for (at, document) in series.documents.iter().enumerate() {
        for unit in &document.units {
            let owners = series.lineages.iter().filter(|lineage| lineage.unit_in(at) == Some(unit.index)).count();
            assert_eq!(owners, 1, "{} of {}", unit.id, document.label);
            let runs = &series.provenance[at][unit.index].runs;
            let ends: Vec<usize> = runs.iter().map(|run| run.end).collect();
            let starts: Vec<usize> = runs.iter().map(|run| run.start).collect();
            assert_eq!(starts.first().copied().unwrap_or(0), 0);
            assert_eq!(starts[1.min(starts.len())..], ends[..ends.len().saturating_sub(1)]);
            assert_eq!(ends.last().copied().unwrap_or(0), unit.text.chars().count());
            assert!(runs.iter().all(|run| run.since <= at && run.earlier.iter().all(|spell| spell.until < run.since)));
        }
    }
}

#[test]
fn the_same_whatever_the_number_of_threads() {
    let made = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let series = pool.install(|| made_up(11, 5, Twins::Some).0);
        rature::render::series_json(&series, &series_findings(&series), 4)
    };
    assert_eq!(made(1), made(4));
}

#[test]
fn texts_are_put_in_the_order_of_their_days() {
    let text = |day: &str, session: &str| {
        let lines =
            [format!("ICC-ASP/{session}/Res.2"), format!("Adopted on {day}"), "The Assembly,".to_owned(), format!("1. {FUND}")];
        document(session, &lines)
    };
    let mut texts = vec![text("9 December 2021", "20"), text("16 December 2020", "19"), text("4 December 2019", "18")];
    assert_eq!(in_order(&mut texts.clone(), Order::Given, |text| text).len(), 2);
    assert!(in_order(&mut texts, Order::Dates, |text| text).is_empty());
    assert_eq!(texts.iter().map(|text| text.label.as_str()).collect::<Vec<_>>(), ["18", "19", "20"]);
}

/// Whether paragraphs are made that read nearly like others.
#[derive(Clone, Copy, PartialEq)]
enum Twins {
    None,
    Some,
}

/// A word and the year that wrote it.
type Written = Vec<(String, usize)>;

/// A made-up series, and for its last text the words of each paragraph with the year that wrote them.
fn made_up(seed: u64, texts: usize, twins: Twins) -> (Series, Vec<Written>) {
    let mut dice = Dice(seed);
    let write = |text: &str, year: usize| text.split(' ').map(|word| (word.to_owned(), year)).collect::<Written>();
    let mut paragraphs: Vec<Written> = (0..25).map(|_| write(&paragraph(&mut dice), 0)).collect();
    if twins == Twins::Some {
        for at in 0..4 {
            let mut twin = paragraphs[at].clone();
            let last = twin.len() - 1;
            twin[last / 2] = (dice.name(), 0);
            paragraphs.push(twin);
        }
    }
    let mut documents = vec![];
    for year in 0..texts {
        if year > 0 {
            next_year(&mut paragraphs, year, &mut dice);
        }
        let lines = paragraphs.iter().enumerate().map(|(at, words)| {
            let text = words.iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>().join(" ");
            format!("{}. {text}", at + 1)
        });
        documents
            .push(document(&format!("Y{year}"), &std::iter::once("The Assembly,".to_owned()).chain(lines).collect::<Vec<_>>()));
    }
    (series(documents, &SeriesOptions::default()), paragraphs)
}

/// What a year does to a text: a phrase here and there reworded, inserted or dropped; paragraphs moved, dropped and added.
fn next_year(paragraphs: &mut Vec<Written>, year: usize, dice: &mut Dice) {
    let phrases = [ACTORS, ACTS, OBJECTS, MANNERS].concat();
    for words in paragraphs.iter_mut().filter(|words| words.len() > 8) {
        let before = words.clone();
        for _ in 0..dice.below(3) {
            let at = 1 + dice.below(words.len() - 4);
            let phrase = dice.pick(&phrases);
            // Nobody can tell a word from the same word beside it, so those that come in are others.
            let mut fresh = |word: &str| {
                if before.iter().chain(words.iter()).any(|(known, _)| known.trim_end_matches([',', ';']) == word) {
                    dice.name()
                } else {
                    word.to_owned()
                }
            };
            let phrase: Written = phrase.split(' ').map(|word| (fresh(word), year)).collect();
            match dice.below(4) {
                0 => drop(words.splice(at..at, phrase)),
                1 => drop(words.drain(at..at + 1 + dice.below(3))),
                2 => words[at] = (dice.name(), year),
                _ => drop(words.splice(at..at + 2, phrase)),
            }
        }
    }
    for _ in 0..dice.below(3) {
        let (from, to) = (dice.below(paragraphs.len()), dice.below(paragraphs.len()));
        let moved = paragraphs.remove(from);
        paragraphs.insert(to, moved);
    }
    for _ in 0..dice.below(3) {
        paragraphs.remove(dice.below(paragraphs.len()));
        // Of its own words: a made-up paragraph of stock phrases is a near-twin of others.
        let names = (0..20 + dice.below(20)).map(|_| (dice.name().to_lowercase(), year));
        let fresh = std::iter::once(("Recalls".to_owned(), year)).chain(names).collect();
        paragraphs.insert(dice.below(paragraphs.len()), fresh);
    }
}

/// How many words of the last text there are, and how many have the year that wrote them.
fn right(seeds: std::ops::Range<u64>, twins: Twins) -> [usize; 2] {
    let mut counts = [0, 0];
    for seed in seeds {
        let (series, paragraphs) = made_up(seed, 6, twins);
        let last = series.documents.len() - 1;
        let units = series.documents[last].units.iter().filter(|unit| unit.label.is_some());
        for (unit, words) in units.zip(&paragraphs) {
            let runs = &series.provenance[last][unit.index].runs;
            let mut at = 0;
            for (word, year) in words {
                let run = runs.iter().find(|run| (run.start..run.end).contains(&at)).unwrap();
                counts[0] += 1;
                counts[1] += usize::from(run.since == *year);
                at += word.chars().count() + 1;
            }
        }
    }
    counts
}

#[test]
fn words_have_the_year_that_wrote_them() {
    for (twins, least) in [(Twins::None, 1000), (Twins::Some, 980)] {
        let [words, right] = right(0..12, twins);
        println!("{right} of {words} words have the right year");
        assert!(right * 1000 >= words * least, "{right} of {words}");
    }
}

#[test]
fn the_french_fixtures_tell_their_story() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/cooperation-fr");
    let text = |year: usize| {
        let bytes = std::fs::read(folder.join(format!("{year}.txt"))).unwrap();
        structure(read("text", &bytes, &ReadOptions::default()).unwrap())
    };
    let series = series((2018..=2022).map(text).collect(), &SeriesOptions::default());
    let by_name = |text: usize, id: &str| {
        let unit = series.documents[text].units.iter().find(|unit| unit.id == id).unwrap().index;
        series.lineages.iter().find(|lineage| lineage.unit_in(text) == Some(unit)).unwrap()
    };
    let overflight = events(by_name(4, "OP6"));
    assert!(overflight.contains(&(2, EventKind::Dropped)) && overflight.contains(&(4, EventKind::Reinstated)), "{overflight:?}");
    let moved = events(by_name(4, "OP16"));
    assert!(moved.contains(&(2, EventKind::Moved)) && moved.contains(&(2, EventKind::Edited)), "{moved:?}");
    assert!(events(by_name(4, "OP34")).contains(&(3, EventKind::Split)));
    assert!(events(by_name(4, "OP27")).contains(&(4, EventKind::Merged)));
    let persons = dated(&series, 4, "Se déclare profondément préoccupée");
    assert!(persons.contains(" 12|2 personnes visées"), "{persons}");
}
