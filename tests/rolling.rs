//! Rolling texts read back into proposals.

use proptest::prelude::*;
use rature::overlay::{OverlayOptions, overlay, taken};
use rature::read::{Layout, ReadOptions};
use rature::render::{Convention, RollingTexts, compilation_rolling, rolling_texts, visible};
use rature::report::{Attribution, compilation, compilation_report};
use rature::structure::{Called, Document, document_of};

use crate::folder::Folder;
use crate::generator::Dice;
use crate::overlay::{cases, copy, document, draft, printed};
use crate::trace::stages;

fn split(text: &str) -> Vec<(usize, String)> {
    text.trim().split("\n\n").enumerate().map(|(at, paragraph)| (at + 1, paragraph.to_owned())).collect()
}

fn read_back(text: &str) -> RollingTexts {
    rolling_texts(&split(text), &[])
}

fn of<'r>(read: &'r RollingTexts, name: &str) -> Vec<&'r str> {
    let (_, text) = read.proposals.iter().find(|(label, _)| label == name).unwrap_or_else(|| panic!("{name}: {read:?}"));
    text.iter().map(String::as_str).collect()
}

fn noted<'r>(read: &'r RollingTexts, code: &str) -> Vec<&'r str> {
    read.notes.iter().filter(|note| note.code == code).map(|note| note.message.as_str()).collect()
}

const FIELD: &str = "The Council,\n\n\
    PP1. Noting the [old] [new (Mali)] list of lamps, [Oman/Fiji: PP1 as it stands]\n\n\
    PP1 alt. Noting that lamps are few, (Fiji)\n\n\
    PP2 bis. [Alarmed by the dark, (Togo and Benin)]\n\n\
    OP1. Urges ports to light [all / Mali: some / Togo, Oman: delete] lamps [before winter (Benin)]; (agreed ad ref)\n\n\
    OP2. Requests a report in 2030. [Mali: replace \"in 2030\" by \"every year\"] [Fiji: after “report” insert “on oil”] [Oman reserves its position]\n\n\
    [OP2 bis. Thanks the keepers; (Oman)]\n\n\
    OP3. Decides to meet; [Togo, supported by Mali, not supported by Fiji: delete]\n\n\
    OP4. Invites towns to meet and to pay; [Benin: delete \"and\"] [Mali: replace \"to\" by \"at\"] [Chad: prefers silence]\n\n\
    OP5. [Placeholder: money] [Asks] for [5] [7] keepers (Del. Peru).";

#[test]
fn a_rolling_text_of_the_field_gives_the_draft_and_each_text() {
    let read = read_back(FIELD);
    let draft = [
        "The Council,",
        "PP1. Noting the [old] list of lamps,",
        "OP1. Urges ports to light all lamps; (agreed ad ref)",
        "OP2. Requests a report in 2030.",
        "OP3. Decides to meet;",
        "OP4. Invites towns to meet and to pay; [Chad: prefers silence]",
        "OP5. [Placeholder: money] [Asks] for [5] [7] keepers (Del. Peru).",
    ];
    assert_eq!(read.draft, draft);
    let names: Vec<&str> = read.proposals.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Benin", "Fiji", "Mali", "Oman", "Togo"]);
    let changed = |name: &str, at: usize| of(&read, name)[at].to_owned();
    assert_eq!(changed("Mali", 1), "PP1. Noting the new list of lamps,");
    assert_eq!(changed("Mali", 2), "OP1. Urges ports to light some lamps; (agreed ad ref)");
    assert_eq!(changed("Mali", 3), "OP2. Requests a report every year.");
    assert_eq!(of(&read, "Fiji")[1], "PP1. Noting that lamps are few,");
    assert_eq!(changed("Fiji", 3), "OP2. Requests a report on oil in 2030.");
    assert_eq!(of(&read, "Togo")[2], "PP2 bis. Alarmed by the dark,");
    assert_eq!(of(&read, "Togo")[3], "OP1. Urges ports to light lamps; (agreed ad ref)");
    assert!(!of(&read, "Togo").contains(&"OP3. Decides to meet;"));
    assert_eq!(of(&read, "Benin")[3], "OP1. Urges ports to light all lamps before winter; (agreed ad ref)");
    assert_eq!(of(&read, "Benin")[6], "OP4. Invites towns to meet to pay; [Chad: prefers silence]");
    assert!(of(&read, "Oman").contains(&"OP2 bis. Thanks the keepers;"), "{read:?}");
}

#[test]
fn doubts_of_a_rolling_text_are_listed() {
    let read = read_back(FIELD);
    assert_eq!(noted(&read, "position"), ["PP1. Oman/Fiji: PP1 as it stands", "OP2. Oman reserves its position"]);
    assert!(noted(&read, "not-placed")[0].contains("[Mali: replace \"to\" by \"at\"] is not placed"), "{:?}", read.notes);
    assert_eq!(noted(&read, "not-understood").len(), 2, "{:?}", read.notes);
    assert_eq!(noted(&read, "agreed-but-open").len(), 1);
    assert!(noted(&read, "contrary-positions")[0].starts_with("PP1. Fiji says two things"), "{:?}", read.notes);
    assert!(noted(&read, "read-back")[0].contains("of 5 delegations (Benin, Fiji, Mali, Oman, Togo), 2 positions, 2 marks"));
    let guessed = read_back("The Council,\n\nPP1. Recalling the list, [Peru: add “of lamps”]\n\n1. Decides to meet.");
    assert_eq!(of(&guessed, "Peru")[1], "PP1. Recalling the list of lamps,");
    assert_eq!(noted(&guessed, "place-guessed").len(), 1);
}

#[test]
fn without_a_known_name_a_bracket_is_text() {
    let text = "The Council,\n\n1. Urges [Ruritania: all] ports [and towns (Zubrowka)] to pay / Qx: some;";
    assert_eq!(read_back(text).proposals, []);
    let known = rolling_texts(&split(text), &["Zubrowka".to_owned()]);
    assert_eq!(of(&known, "Zubrowka")[1], "1. Urges [Ruritania: all] ports and towns to pay / Qx: some;");
    assert_eq!(known.draft[1], "1. Urges [Ruritania: all] ports to pay / Qx: some;");
}

/// The texts of a document that was made of paragraphs.
fn texts(paragraphs: &[String]) -> Vec<String> {
    let mut options = ReadOptions::default();
    options.layout = Some(Layout::Blocks);
    let document = document_of(paragraphs.join("\n\n").as_bytes(), &Called { name: "text", stem: "text" }, &options).unwrap();
    shown(&document)
}

fn shown(document: &Document) -> Vec<String> {
    document.units.iter().map(|unit| visible(&unit.text).into_owned()).filter(|text| !text.is_empty()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(48), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_rature_wrote_gives_the_proposals_back(seed in any::<u64>()) {
        let dice = &mut Dice(seed);
        let lines = draft(dice, 8);
        let names = ["Zubrowka", "Land of Qx", "Côte Xanadu"];
        let copies: Vec<Document> = names.iter().filter_map(|name| document(name, &printed(&copy(dice, &lines)))).collect();
        let base = document("draft", &printed(&lines)).unwrap();
        let mut options = OverlayOptions::default();
        options.editorial = true;
        let laid = overlay(&base, &copies, &options);
        prop_assert_eq!(taken(&base, &laid.places, None).len(), base.units.len());
        let report = compilation_report(compilation(base.clone(), copies.clone(), laid, Attribution::Named), None);
        let read = read_back(&compilation_rolling(&report, Convention::Attributed));
        prop_assert_eq!(texts(&read.draft), shown(&base));
        for (copy, (name, text)) in copies.iter().zip(&read.proposals) {
            prop_assert_eq!(name, &copy.label);
            prop_assert_eq!(texts(text), shown(copy));
        }
    }
}

#[test]
fn the_program_compiles_a_rolling_text() {
    let folder = Folder::new("rolling");
    folder.write("field.txt", FIELD);
    let rolling = folder.printed(&["compile", "field.txt", "--rolling", "--format", "rolling"]);
    assert!(rolling.contains("Proposals by: Benin, Fiji, Mali, Oman, Togo\n"), "{rolling}");
    assert!(rolling.contains("[OP2 bis, Oman: Thanks the keepers;]"), "{rolling}");
    folder.write("again.txt", &rolling);
    let json = |file: &str| -> serde_json::Value {
        serde_json::from_str(&folder.printed(&["compile", file, "--rolling", "--format", "json"])).unwrap()
    };
    assert_eq!(json("field.txt")["places"], json("again.txt")["places"]);
    folder.write("plain.txt", "The Council,\n\n1. Decides to meet.\n");
    assert!(folder.refused(&["compile", "plain.txt", "--rolling"]).contains("no proposal is read in it"));
}

/// What is read out of the rolling text under `tests/stages`: the draft, the paragraphs of each that are others, and what is noted.
fn of_stages() -> String {
    let read = read_back(&std::fs::read_to_string(stages("rolling.txt")).unwrap());
    let mut lines = read.draft.clone();
    for (name, text) in &read.proposals {
        lines.extend([String::new(), name.clone()]);
        lines.extend(text.iter().filter(|paragraph| !read.draft.contains(paragraph)).map(|paragraph| format!("  {paragraph}")));
        lines.extend(read.draft.iter().filter(|paragraph| !text.contains(paragraph)).map(|gone| format!("  not: {gone}")));
    }
    lines.push(String::new());
    lines.extend(read.notes.iter().map(|note| format!("{}: {}", note.code, note.message)));
    lines.join("\n") + "\n"
}

#[test]
fn a_rolling_text_is_read_as_it_was() {
    let kept = std::fs::read_to_string(stages("golden/rolling.txt")).unwrap_or_default();
    let made = of_stages();
    assert!(
        made == kept,
        "tests/stages/golden/rolling.txt is another; if this is right, run rolling::bless, and read the change:\n{made}"
    );
}

#[test]
#[ignore = "rewrites tests/stages/golden"]
fn bless() {
    assert!(std::env::var_os("CI").is_none(), "goldens are not blessed under CI");
    std::fs::write(stages("golden/rolling.txt"), of_stages()).unwrap();
}

/// The worked example beside this repository, where it is.
#[test]
fn the_worked_example_of_reading_back_comes_out_as_expected() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/compile/examples/2-read-back");
    let Ok(text) = std::fs::read_to_string(folder.join("rolling.txt")) else {
        eprintln!("skipped: no {}", folder.display());
        return;
    };
    let read = read_back(&text);
    let base = std::fs::read_to_string(folder.join("expected-base.txt")).unwrap();
    let without_status = |text: &str| text.replace(" (agreed ad ref)", "");
    let from_first: Vec<String> =
        read.draft.iter().skip_while(|text| *text != "The Council,").map(|text| without_status(text)).collect();
    assert_eq!(from_first, split(&base).into_iter().map(|(_, text)| text).collect::<Vec<_>>());
    assert!(!read.draft.iter().any(|text| text.contains("received by")), "{:?}", read.draft);
    let names: Vec<&str> = read.proposals.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Chad", "Japan", "Norway", "Peru"]);
    let has = |name: &str, [label, words]: [&str; 2]| {
        of(&read, name).into_iter().any(|text| text.starts_with(label) && text.contains(words))
    };
    for (name, paragraph) in [
        ("Norway", ["PP1 bis. ", "Recalling also"]),
        ("Norway", ["PP2. ", " with [concern] the "]),
        ("Norway", ["OP3. ", " every two years."]),
        ("Peru", ["PP1. ", " and its annex,"]),
        ("Peru", ["PP2. ", " with deep concern the "]),
        ("Peru", ["OP3. ", " orally in 2027."]),
        ("Peru", ["OP3 bis. Invites ", " contribute;"]),
        ("Japan", ["PP2. Taking note ", " in schools,"]),
        ("Japan", ["OP1. ", " to promote access "]),
        ("Chad", ["OP3 bis. Invites ", " contribute;"]),
    ] {
        assert!(has(name, paragraph), "{name}: {paragraph:?} in {:?}", of(&read, name));
    }
    assert!(!of(&read, "Norway").iter().any(|text| text.starts_with("PP1. ")));
    assert_eq!(of(&read, "Chad").len(), read.draft.len() + 1);
    let [message] = &noted(&read, "read-back")[..] else { panic!("{:?}", read.notes) };
    assert!(
        ["9 proposals", "4 delegations", "2 positions", "2 marks of support"].iter().all(|what| message.contains(what)),
        "{message}"
    );
    assert_eq!(noted(&read, "contrary-positions").len(), 2, "{:?}", read.notes);
    let codes = |code: &str| noted(&read, code).len();
    assert_eq!((codes("place-guessed"), codes("agreed-but-open"), codes("not-placed"), codes("not-understood")), (1, 1, 0, 0));
}
