//! What became of proposals and brackets through the drafts.

use proptest::prelude::*;
use rature::read::{ReadOptions, read};
use rature::render::{Bom, TerminalOptions, trace_csv, trace_terminal};
use rature::report::trace_report;
use rature::structure::{Document, structure};
use rature::trace::{BracketFate, State, Trace, TracedBracket, TracedChange, TracedProposal, trace};

use crate::folder::Folder;
use crate::generator::Dice;
use crate::overlay::{cases, copy, draft, printed};

fn document(name: &str, text: &str) -> Document {
    let mut document = structure(read(name, text.as_bytes(), &ReadOptions::default()).unwrap());
    name.clone_into(&mut document.label);
    document
}

fn traced(drafts: &[&str], proposals: &[(usize, &str)], agreed: Option<&str>) -> Trace {
    let drafts = drafts.iter().enumerate().map(|(at, text)| document(&format!("rev{at}"), text)).collect();
    let proposal = |(at, (on, text)): (usize, &(usize, &str))| TracedProposal::new(*on, document(&format!("P{at}"), text));
    trace(drafts, proposals.iter().enumerate().map(proposal).collect(), agreed.map(|text| document("last year", text)))
}

const ZERO: &str = "The Council,\n\nNoting the list of the lamps,\n\n1. Urges ports to light 20 lamps before every winter;\n\n\
    2. Asks the keepers to report once a year;\n\n3. Decides to meet again.\n";

/// The draft with some words changed.
fn with(edits: &[(&str, &str)]) -> String {
    edits.iter().fold(ZERO.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    })
}

/// "P0 OP1 20 → 30: taken, –".
fn said(change: &TracedChange) -> String {
    let by = change.by.map_or("nobody".to_owned(), |by| format!("P{by}"));
    let stages: Vec<String> = change
        .stages
        .iter()
        .map(|stage| {
            let state = match stage.state {
                State::Taken => "taken",
                State::Brackets => "in brackets",
                State::Otherwise => "otherwise",
                State::Absent => "–",
                _ => "overtaken",
            };
            let back = if stage.back { "back " } else { "" };
            back.to_owned() + state + &stage.kept.map(|kept| format!(" {kept}")).unwrap_or_default()
        })
        .collect();
    let agreed = if change.agreed { " agreed" } else { "" };
    format!("{by} {} {} → {}: {}{agreed}", change.id, change.was, change.text, stages.join(", "))
}

fn all(trace: &Trace) -> Vec<String> {
    trace.changes.iter().map(said).collect()
}

fn fates(trace: &Trace) -> Vec<(&str, Vec<BracketFate>)> {
    let fates = |bracket: &TracedBracket| bracket.stages.iter().map(|stage| stage.fate).collect();
    trace.brackets.iter().map(|bracket| (bracket.text.as_str(), fates(bracket))).collect()
}

#[test]
fn a_change_is_taken_bracketed_reworded_left_out_or_back() {
    let one = with(&[("20 lamps", "30 lamps"), ("once a year", "twice in every year, in writing")]);
    let bracketed = with(&[("20 lamps", "[20][30] lamps"), ("once a year", "twice in a year, by word")]);
    let taken = with(&[("20 lamps", "30 lamps")]);
    assert_eq!(
        all(&traced(&[ZERO, &bracketed, &taken, ZERO, &taken], &[(0, &one)], None)),
        [
            "P0 OP1 20 → 30: in brackets, taken, –, back taken",
            "P0 OP2 once a → twice in every: otherwise 50, –, –, –",
            "P0 OP2  → , in writing: –, –, –, –",
            "nobody OP2  → by word: taken, –, –, –",
        ]
    );
}

#[test]
fn a_paragraph_that_is_gone_takes_changes_of_it_along() {
    let one = with(&[("before every winter", "before every storm")]);
    let gone = with(&[("1. Urges ports to light 20 lamps before every winter;\n\n2. Asks", "1. Asks"), ("3. Dec", "2. Dec")]);
    let found = traced(&[ZERO, ZERO, &gone], &[(0, &one), (0, &gone)], None);
    assert_eq!(
        all(&found),
        ["P0 OP1 winter → storm: –, overtaken", "P1 OP1 Urges ports to light 20 lamps before every winter; → : –, taken",]
    );
}

#[test]
fn new_paragraphs_are_known_by_their_words_whatever_their_number() {
    let bis = with(&[("3. Dec", "2 bis. Stresses that oil is dear;\n\n3. Dec")]);
    let rev1 = with(&[("3. Dec", "2 bis. [Stresses that oil is dear;]\n\n3. Dec")]);
    let rev2 = with(&[("3. Dec", "3. Stresses that oil is dear;\n\n4. Dec")]);
    let found = traced(&[ZERO, &rev1, &rev2], &[(0, &bis)], None);
    assert_eq!(all(&found), ["P0 OP2 bis  → Stresses that oil is dear;: in brackets, taken"]);
    assert_eq!(fates(&found), [("Stresses that oil is dear;", vec![BracketFate::Kept])]);
    let last = found.sources.iter().find(|source| source.by == [0]).unwrap();
    assert_eq!((found.drafts[2].units[last.unit].id.as_str(), last.draft, last.stood.len()), ("OP3", false, 1));
}

#[test]
fn what_nobody_proposed_is_told_and_what_was_dropped_again_is_not() {
    let one = with(&[("once a year", "twice a year")]);
    let rev1 = with(&[("once a year", "[twice] a year"), ("Decides to meet", "Decides to dine and to meet")]);
    let found = traced(&[ZERO, &rev1, ZERO], &[(0, &one)], None);
    assert_eq!(all(&found), ["P0 OP2 once → twice: in brackets, –", "nobody OP3  → to dine and: taken, –"]);
}

#[test]
fn words_that_would_go_are_bracketed_where_the_bracket_holds_nothing_else() {
    let one = with(&[(" before every winter", "")]);
    let rev1 = with(&[("ports to light 20 lamps before every winter", "ports [to light 20 lamps before every winter]")]);
    let rev2 = with(&[("before every winter", "[before every winter]")]);
    assert_eq!(all(&traced(&[ZERO, &rev1, &rev2], &[(0, &one)], None)), ["P0 OP1 before every winter → : –, in brackets"]);
}

#[test]
fn a_bracket_of_the_draft_itself_says_nothing_of_the_words_in_it() {
    let base = with(&[("before every winter", "[before every winter]")]);
    let one = base.replacen(" [before every winter]", "", 1);
    assert!(all(&traced(&[&base, &base], &[(0, &one)], None))[0].ends_with("before every winter → : –"));
}

#[test]
fn brackets_are_set_and_lifted_as_proposed() {
    let base = with(&[("20 lamps", "[20] lamps")]);
    let one = with(&[("every winter", "[every winter]")]);
    let found = traced(&[&base, &one, &base], &[(0, &one)], None);
    assert_eq!(all(&found), ["P0 OP1 20 → 20: taken, –", "P0 OP1 every winter → every winter: taken, –"]);
    assert_eq!(fates(&found)[0], ("20", vec![BracketFate::Kept]));
}

#[test]
fn brackets_are_followed_until_they_go() {
    let rev0 = with(&[("20 lamps", "[20] lamps"), ("once a year", "[once] a year[ly visit]")]);
    let rev1 = with(&[("20 lamps before", "[20 lamps] before"), ("once a year", "twice a year[ly visit]")]);
    let found = traced(&[&rev0, &rev1, ZERO], &[], None);
    assert_eq!(
        fates(&found),
        [
            ("20", vec![BracketFate::Other]),
            ("once", vec![BracketFate::Replaced]),
            ("ly visit", vec![BracketFate::There, BracketFate::Dropped]),
            ("20 lamps", vec![BracketFate::Kept]),
        ]
    );
}

#[test]
fn agreed_paragraphs_that_change_are_reopened_and_agreed_wording_is_said() {
    let rev1 = with(&[("once a year;", "once a year; (agreed ad ref)")]);
    let rev2 = with(&[("once a year", "twice a year")]);
    let found = traced(&[ZERO, &rev1, &rev2], &[(0, &rev2)], Some(&rev2));
    assert_eq!(all(&found), ["P0 OP2 once → twice: –, taken agreed"]);
    let [reopened] = found.reopened.as_slice() else { panic!("{:?}", found.reopened) };
    assert_eq!((reopened.draft, reopened.status.as_str()), (1, "(agreed ad ref)"));
    assert!(found.sources.iter().all(|source| source.against.is_empty()), "{:?}", found.sources);
}

/// The changes without who makes them; those who come first give new paragraphs their numbers.
fn unnamed(found: &Trace) -> Vec<String> {
    let said = |change: &TracedChange| {
        let mut unnamed = change.clone();
        if change.start.is_none() {
            unnamed.id.clear();
        }
        said(&unnamed).split_once(' ').unwrap().1.to_owned()
    };
    let mut all: Vec<String> = found.changes.iter().map(said).collect();
    all.sort();
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(48), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_a_revision_takes_whole_is_taken_and_what_it_leaves_is_not(seed in any::<u64>()) {
        let dice = &mut Dice(seed);
        let lines = draft(dice, 8);
        let [zero, copy] = [printed(&lines), printed(&copy(dice, &lines))];
        let found = traced(&[&zero, &copy, &zero, &copy], &[(0, &copy)], None);
        for change in &found.changes {
            let states: Vec<State> = change.stages.iter().map(|stage| stage.state).collect();
            prop_assert!(change.by.is_some() && states[0] == State::Taken && states[2] == State::Taken, "{}", said(change));
            prop_assert!(!states[1].is_in_text() && change.stages[2].back, "{}", said(change));
        }
    }

    #[test]
    fn one_draft_thrice_is_unchanged(seed in any::<u64>()) {
        let dice = &mut Dice(seed);
        let lines = draft(dice, 8);
        let [text, other] = [printed(&copy(dice, &lines)), printed(&copy(dice, &lines))];
        let found = traced(&[&text, &text, &text], &[], None);
        prop_assert!(found.changes.is_empty(), "{:?}", all(&found));
        prop_assert!(found.brackets.iter().all(|bracket| bracket.draft == 0 && bracket.stages.len() == 2), "{:?}", found.brackets);
        prop_assert!(fates(&found).iter().all(|(_, fates)| fates.iter().all(|fate| *fate == BracketFate::There)));
        // A proposal that is not taken is not in it.
        let found = traced(&[&text, &text], &[(0, &other)], None);
        prop_assert!(found.changes.iter().all(|change| change.by.is_some() && !change.stages[0].state.is_in_text()), "{:?}", all(&found));
    }

    #[test]
    fn the_order_of_proposals_is_indifferent(seed in any::<u64>()) {
        let dice = &mut Dice(seed);
        let lines = draft(dice, 6);
        let texts: Vec<String> = (0..4).map(|_| printed(&copy(dice, &lines))).collect();
        let zero = printed(&lines);
        let drafts = [zero.as_str(), &texts[2], &texts[3]];
        let [one, other] = [[(0, texts[0].as_str()), (0, texts[1].as_str())], [(0, texts[1].as_str()), (0, texts[0].as_str())]];
        prop_assert_eq!(unnamed(&traced(&drafts, &one, None)), unnamed(&traced(&drafts, &other, None)));
    }
}

/// What is made of the texts under `tests/stages`: for people, and for spreadsheets.
fn of_stages() -> [(&'static str, String); 2] {
    let read = |name: &str| document(name, &std::fs::read_to_string(stages(&format!("{name}.txt"))).unwrap());
    let drafts = ["zero", "rev1", "rev2", "adopted"].map(read).to_vec();
    let proposals = ["Alba", "Borea", "Cydonia"].map(|name| TracedProposal::new(0, read(name))).to_vec();
    let report = trace_report(trace(drafts, proposals, Some(read("last-year"))), None);
    [("drafts.txt", trace_terminal(&report, &TerminalOptions::default())), ("drafts.csv", trace_csv(&report, Bom::Without))]
}

pub(crate) fn stages(name: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stages").join(name)
}

#[test]
fn the_stages_are_told_as_they_were_read() {
    for (name, made) in of_stages() {
        let kept = std::fs::read_to_string(stages("golden").join(name)).unwrap_or_default();
        assert!(
            made == kept,
            "tests/stages/golden/{name} is another; if this is right, run trace::bless, and read the change:\n{made}"
        );
    }
}

#[test]
#[ignore = "rewrites tests/stages/golden"]
fn bless() {
    assert!(std::env::var_os("CI").is_none(), "goldens are not blessed under CI");
    for (name, made) in of_stages() {
        std::fs::write(stages("golden").join(name), made).unwrap();
    }
}

/// The worked example beside this repository, where it is.
#[test]
fn the_worked_example_of_stages_comes_out_as_expected() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/compile/examples/3-stages");
    if !folder.is_dir() {
        eprintln!("skipped: no {}", folder.display());
        return;
    }
    let read = |name: &str| document(name, &std::fs::read_to_string(folder.join(format!("{name}.txt"))).unwrap());
    let drafts = ["zero", "rev1", "rev2", "adopted"].map(read).to_vec();
    let proposals = ["EU", "Kenya", "Brazil"].map(|name| TracedProposal::new(0, read(name))).to_vec();
    let found = trace(drafts, proposals, Some(read("last-year")));
    let states = |text: &str| found.changes.iter().map(said).find(|said| said.contains(text)).unwrap();
    let wanted = [
        ("P0 OP2  → and cost", "taken, taken, taken"),
        ("P0 OP3 bis ", "in brackets, taken, taken"),
        ("P1 OP1 Urges → Invites", "–, –, –"),
        ("P1 OP1 conclude → consider concluding", "taken, taken, taken agreed"),
        ("P1 OP3 3 → 5", "in brackets, –, –"),
        ("P2 OP2 year → two years", "in brackets, –, – agreed"),
        ("P2 OP3 Decides to create → ", "–, taken, taken"),
        ("P2 OP3 of 3 million euros → ", "–, in brackets, taken"),
    ];
    for (change, course) in wanted {
        assert!(states(change).ends_with(&format!(": {course}")), "{}", states(change));
    }
    assert_eq!(found.changes.len(), wanted.len(), "nothing that nobody proposed");
    let fates: Vec<BracketFate> = found.brackets.iter().map(|bracket| bracket.stages[0].fate).collect();
    assert_eq!(format!("{fates:?}"), "[Dropped, Dropped, Reworded, Other, Dropped, Kept, Dropped]");
    let sources: Vec<(bool, Vec<usize>)> = found.sources.iter().map(|source| (source.draft, source.by.clone())).collect();
    assert_eq!(sources[1..], [(true, vec![1]), (true, vec![0]), (true, vec![2]), (false, vec![0]), (true, vec![])]);
}

#[test]
fn the_program_writes_every_form() {
    let folder = Folder::new("drafts");
    folder.write("zero.txt", ZERO);
    folder.write("rev1.txt", with(&[("20 lamps", "[20][30] lamps"), ("meet again", "meet and to dine")]));
    folder.write("adopted.txt", with(&[("20 lamps", "30 lamps"), ("once a year", "twice a year")]));
    for name in ["copies", "late"] {
        std::fs::create_dir(folder.0.join(name)).unwrap();
    }
    folder.write("copies/Xanadu.txt", with(&[("20 lamps", "30 lamps")]));
    folder.write(
        "late/Zubrowka.txt",
        with(&[("20 lamps", "[20][30] lamps"), ("meet again", "meet and to dine"), ("once", "twice")]),
    );
    let asked =
        ["drafts", "zero.txt", "rev1.txt", "adopted.txt", "--proposals", "copies/", "--proposals", "rev1=late/Zubrowka.txt"];
    let with = |more: &[&'static str]| folder.printed(&[&asked[..], more].concat());
    let csv = with(&["--format", "csv"]);
    assert!(csv.contains("Xanadu,OP1,“20” → “30”,in brackets,taken,\r\n"), "{csv}");
    assert!(csv.contains("Zubrowka (rev1),OP2,“once” → “twice”,,taken,\r\n"), "{csv}");
    assert!(csv.contains("rev1,OP3,“again” → “and to dine”,taken,–,\r\n"), "{csv}");
    let page = with(&["--format", "html", "--ui-lang", "fr"]);
    assert!(page.contains("<td>entre crochets</td><td>retenu</td>"), "{page}");
    let json: serde_json::Value = serde_json::from_str(&with(&["--format", "json", "--agreed", "zero.txt"])).unwrap();
    assert_eq!((&json["schema"], &json["changes"][0]["stages"][0]["state"]), (&"rature/drafts/1".into(), &"brackets".into()));
    assert!(with(&[]).contains("What became of the brackets"));
    assert!(folder.refused(&["drafts", "zero.txt", "rev1.txt", "--proposals", "rev3=copies/"]).contains("there are zero, rev1"));
}
