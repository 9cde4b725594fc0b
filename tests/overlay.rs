//! Many proposals on one draft.

use proptest::prelude::*;
use rature::language::Language;
use rature::overlay::{Overlay, OverlayOptions, Stand, overlay};
use rature::read::{ReadOptions, read};
use rature::render::{
    Bom, Convention, TerminalOptions, compilation_csv, compilation_json, compilation_rolling, compilation_terminal,
    taken_of_rolling, visible,
};
use rature::report::{Attribution, compilation, compilation_report};
use rature::structure::{Document, structure};

use crate::generator::{Dice, paragraph};
use crate::promises::mangled::mangled;
use crate::promises::overlaid::{
    counts, every_text_comes_back, only_typography_is_left_out, the_order_is_indifferent, twins_agree,
};

/// Delegations that no text names.
const NAMES: [&str; 6] = ["Draft of it", "Côte Xanadu", "Zubrowka", "Zubrowka+", "Land of Qx", "Ruritania"];

pub(crate) fn document(name: &str, text: &str) -> Option<Document> {
    let mut document = read(name, text.as_bytes(), &ReadOptions::default()).ok().map(structure)?;
    name.clone_into(&mut document.label);
    Some(document)
}

/// From the printed rolling text, too, each text comes out to the character; labels and what is said beside the words are no text.
fn the_rolling_text_reads_back(base: &Document, proposals: &[Document], laid: &Overlay) {
    let mut base = base.clone();
    base.units.iter_mut().for_each(|unit| (unit.label, unit.status) = (None, None));
    let mut copies = proposals.to_vec();
    copies.iter_mut().flat_map(|copy| &mut copy.units).for_each(|unit| unit.status = None);
    let texts = |document: &Document| -> Vec<String> {
        document.units.iter().map(|unit| visible(&unit.text).into_owned()).filter(|text| !text.is_empty()).collect()
    };
    let names: Vec<&str> = proposals.iter().map(|proposal| proposal.label.as_str()).collect();
    for language in [Language::En, Language::Fr, Language::Es] {
        let compiled = compilation(base.clone(), copies.clone(), laid.clone(), Attribution::Named);
        let rolling = compilation_rolling(&compilation_report(compiled, Some(language)), Convention::Attributed);
        let taken = |taker| taken_of_rolling(&rolling, &names, taker, language);
        let same = |taken: Vec<String>, wanted: Vec<String>, who: &str| {
            let differs = taken.iter().zip(&wanted).find(|(taken, wanted)| taken != wanted);
            assert!(differs.is_none() && taken.len() == wanted.len(), "{who} on {} ({language:?}): {differs:?}", base.label);
        };
        same(taken(None), texts(&base), "nobody");
        for proposal in proposals {
            same(taken(Some(&proposal.label)), texts(proposal), &proposal.label);
        }
    }
}

/// Where names are withheld, none is in the bytes.
fn no_name_is_told(base: &Document, proposals: &[Document], laid: &Overlay) {
    let compiled = compilation(base.clone(), proposals.to_vec(), laid.clone(), Attribution::Withheld);
    let mut written = vec![compilation_json(&compiled)];
    let report = compilation_report(compiled, None);
    written.extend([Convention::Attributed, Convention::Brackets, Convention::Bare].map(|how| compilation_rolling(&report, how)));
    written.push(compilation_terminal(&report, &TerminalOptions::default()));
    written.push(compilation_csv(&report, Bom::Without));
    for proposal in proposals {
        assert!(written.iter().all(|text| !text.contains(&proposal.label)), "{} is told", proposal.label);
    }
}

fn all_promises(base: &Document, proposals: &[Document]) {
    let laid = every_text_comes_back(base, proposals);
    the_rolling_text_reads_back(base, proposals, &laid);
    no_name_is_told(base, proposals, &laid);
    the_order_is_indifferent(base, proposals);
    only_typography_is_left_out(base, proposals);
    twins_agree(base, &proposals[0]);
}

/// A draft, one paragraph after the other.
pub(crate) fn draft(dice: &mut Dice, paragraphs: usize) -> Vec<String> {
    let mut lines = vec!["The Assembly of States Parties,".to_owned(), "Recalling the Rome Statute,".to_owned()];
    lines.extend((0..paragraphs).map(|_| paragraph(dice)));
    lines
}

/// A delegation's copy of it: words changed, bracketed, paragraphs gone, come, moved.
pub(crate) fn copy(dice: &mut Dice, draft: &[String]) -> Vec<String> {
    let mut copy = draft.to_vec();
    for _ in 0..=dice.below(7) {
        let at = 2 + dice.below(copy.len() - 2);
        let mut words: Vec<String> = copy[at].split(' ').map(str::to_owned).collect();
        let word = dice.below(words.len());
        let end = word + dice.below(words.len() - word).min(3);
        match dice.below(8) {
            0 => drop(words.drain(word..end)),
            1 => words.insert(word, dice.pick(&["fully", "and promptly,", "as appropriate", "all"]).to_owned()),
            2 | 3 => dice.pick(&["promptly", "twelve", "the Court", "shall", "15"]).clone_into(&mut words[word]),
            4 => {
                words[word].insert(0, '[');
                words[end].push(']');
            }
            5 if copy.len() > 4 => {
                copy.remove(at);
                continue;
            }
            6 => {
                let mut shared = Dice(dice.below(3) as u64);
                copy.insert(at, paragraph(&mut shared));
                continue;
            }
            _ if copy.len() > 4 => {
                let moved = copy.remove(at);
                let place = 2 + dice.below(copy.len() - 2);
                copy.insert(place, moved);
                continue;
            }
            _ => {}
        }
        copy[at] = words.join(" ");
    }
    copy
}

/// A text of paragraphs, the operative ones numbered.
pub(crate) fn printed(lines: &[String]) -> String {
    let number = |(at, line): (usize, &String)| if at < 2 { format!("{line}\n\n") } else { format!("{}. {line}\n\n", at - 1) };
    lines.iter().enumerate().map(number).collect()
}

/// So many cases, unless `PROPTEST_CASES` asks for others.
pub(crate) fn cases(usual: u32) -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|asked| asked.parse().ok()).unwrap_or(usual)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(48), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn promises_hold_of_mangled_texts(texts in prop::collection::vec(mangled(), 2..5)) {
        let documents: Vec<Document> = texts.iter().enumerate().filter_map(|(at, text)| document(NAMES[at], text)).collect();
        if let Some((base, proposals)) = documents.split_first().filter(|(_, proposals)| !proposals.is_empty()) {
            all_promises(base, proposals);
        }
    }

    #[test]
    fn promises_hold_of_copies_of_a_draft(seed in any::<u64>()) {
        let dice = &mut Dice(seed);
        let lines = draft(dice, 8);
        let copies: Vec<Document> = (0..5).filter_map(|at| document(NAMES[at], &printed(&copy(dice, &lines)))).collect();
        all_promises(&document("draft", &printed(&lines)).unwrap(), &copies);
    }
}

/// Families of real texts, a base and three later years as if they were copies of it; none where the corpus is not beside this repository.
pub(crate) fn families(of: usize) -> Vec<Vec<Document>> {
    let corpus = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/un-series");
    let Ok(manifest) = std::fs::read_to_string(corpus.join("manifest.json")) else { return vec![] };
    let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    let family = |series: &serde_json::Value| {
        let versions = series["versions"].as_array().unwrap().iter().take(4);
        let text = |version: &serde_json::Value| {
            let file = version["file"].as_str().unwrap();
            document(version["symbol"].as_str().unwrap(), &std::fs::read_to_string(corpus.join(file)).unwrap())
        };
        versions.filter_map(text).collect::<Vec<_>>()
    };
    let many = manifest.as_array().unwrap();
    many.iter().step_by(of).map(family).filter(|family| family.len() == 4).collect()
}

#[test]
fn promises_hold_of_real_families() {
    promised_of_families(16);
}

#[test]
#[ignore = "every family: some minutes"]
fn promises_hold_of_every_real_family() {
    promised_of_families(1);
}

fn promised_of_families(of: usize) {
    let (mut exact, mut sum) = (0, [0, 0]);
    for family in families(of) {
        let (base, proposals) = family.split_first().unwrap();
        let laid = every_text_comes_back(base, proposals);
        the_rolling_text_reads_back(base, proposals, &laid);
        exact += family.len();
        sum = [0, 1].map(|of| sum[of] + counts(&laid)[of]);
        the_order_is_indifferent(base, proposals);
        twins_agree(base, &proposals[0]);
    }
    println!("{exact} texts exact; {} places, {} agreed", sum[0], sum[1]);
}

/// Places as "OP2.1 conflict: 12 → 15 (0), ten (1)".
fn places(base: &str, proposals: &[&str]) -> Vec<String> {
    let base = document("draft", base).unwrap();
    let proposals: Vec<Document> = proposals.iter().map(|text| document("copy", text).unwrap()).collect();
    let laid = overlay(&base, &proposals, &OverlayOptions::default());
    let said = |place: &rature::overlay::Place| {
        let unit: Vec<char> = place.unit.map(|unit| base.units[unit].text.chars().collect()).unwrap_or_default();
        let words: String = place.start.map(|start| unit[start..place.end.unwrap()].iter().collect()).unwrap_or_default();
        let words = if words.len() > 30 { "…" } else { &words };
        let alternatives: Vec<String> =
            place.alternatives.iter().map(|a| format!("{:?} {} {:?}", a.what, a.text.as_deref().unwrap_or("…"), a.by)).collect();
        let stand = match place.stand {
            Stand::Single => "single",
            Stand::Agreement => "agreement",
            Stand::SamePlace => "same place",
            _ => "conflict",
        };
        format!("{} {stand} <{words}> {}", place.id, alternatives.join(" | "))
    };
    laid.places.iter().map(said).collect()
}

const DRAFT: &str = "The Council,\n\nNoting the report of the panel on clean water,\n\n1. Urges States to fund 20 wells within two years;\n\n\
    2. Requests the Bureau to [kindly] convene a meeting of experts;\n\n3. Decides to remain seized of the matter.\n";

fn changed(edits: &[(&str, &str)]) -> String {
    edits.iter().fold(DRAFT.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    })
}

#[test]
fn words_of_several_hands_meet_or_stand_apart() {
    let one = changed(&[("20", "30"), ("within two years", "at once")]);
    let two = changed(&[("Urges States to fund 20 wells", "Urges all States to fund forty wells, mostly rural,")]);
    assert_eq!(
        places(DRAFT, &[&one, &two]),
        [
            "OP1.1 single <> Insert  all [1]",
            "OP1.2 conflict <20> Replace 30 [0] | Replace forty [1]",
            "OP1.3 single <> Insert , mostly rural, [1]",
            "OP1.4 single <within two years> Replace at once [0]",
        ]
    );
}

#[test]
fn insertions_in_one_gap_may_both_stand_and_equal_ones_agree() {
    let one = changed(&[("fund 20", "fund up to 20")]);
    let two = changed(&[("fund 20", "fund at least 20")]);
    assert_eq!(places(DRAFT, &[&one, &two]), ["OP1.1 same place <> Insert  up to [0] | Insert  at least [1]"]);
    assert_eq!(places(DRAFT, &[&one, &two, &one])[0], "OP1.1 same place <> Insert  up to [0, 2] | Insert  at least [1]");
    assert_eq!(places(DRAFT, &[&one, &one]), ["OP1.1 agreement <> Insert  up to [0, 1]"]);
}

#[test]
fn what_is_put_behind_a_replaced_word_does_not_collide_with_it() {
    let one = changed(&[("20 wells", "30 wells")]);
    let two = changed(&[("20 wells", "20 deep wells")]);
    assert_eq!(places(DRAFT, &[&one, &two]), ["OP1.1 single <20> Replace 30 [0]", "OP1.2 single <> Insert  deep [1]"]);
}

#[test]
fn brackets_are_a_layer_over_the_words() {
    let lifted = changed(&[("[kindly]", "kindly")]);
    let reworded = changed(&[("kindly", "urgently")]);
    let set = changed(&[("of experts", "[of experts]")]);
    assert_eq!(
        places(DRAFT, &[&lifted, &reworded, &lifted, &set]),
        [
            "OP2.1 agreement <[kindly]> Lift kindly [0, 2]",
            "OP2.2 single <kindly> Replace urgently [1]",
            "OP2.3 single <of experts> Set [of experts] [3]",
        ]
    );
    let gone = changed(&[("[kindly] ", "")]);
    assert_eq!(
        places(DRAFT, &[&lifted, &gone]),
        ["OP2.1 conflict <[kindly] > Replace kindly  [0] | Delete  [1]"],
        "who strikes the words strikes their brackets too"
    );
}

#[test]
fn places_are_not_joined_over_a_bracket_that_another_sets() {
    let set = changed(&[("20 wells", "[20 wells]")]);
    let reworded = changed(&[("20 wells within two years", "30 wells during five years")]);
    assert_eq!(
        places(DRAFT, &[&set, &reworded]),
        [
            "OP1.1 single <20 wells> Set [20 wells] [0]",
            "OP1.2 single <20> Replace 30 [1]",
            "OP1.3 single <within two> Replace during five [1]",
        ]
    );
    let alone = places(DRAFT, &[&reworded]);
    assert_eq!(alone, ["OP1.1 single <20 wells within two> Replace 30 wells during five [0]"]);
}

#[test]
fn a_paragraph_that_one_deletes_and_another_rewords_is_a_conflict_and_its_words_are_still_told() {
    let one = changed(&[("2. Requests the Bureau to [kindly] convene a meeting of experts;\n\n", ""), ("3. Dec", "2. Dec")]);
    let two = changed(&[("a meeting", "two meetings")]);
    let said = places(DRAFT, &[&one, &two]);
    assert_eq!(said, ["OP2.1 conflict <…> Delete  [0] | Reword … [1]", "OP2.2 single <a meeting> Replace two meetings [1]"]);
}

#[test]
fn a_paragraph_in_place_of_another_is_an_alternative() {
    let one = changed(&[("Noting the report of the panel on clean water,", "Mindful of the costs that such programmes entail,")]);
    let two = changed(&[("Noting the report of the panel on clean water,", "Alarmed by the spread of disease in schools,")]);
    assert_eq!(places(DRAFT, &[&one]), ["PP1.1 single <…> Alt Mindful of the costs that such programmes entail, [0]"]);
    let both = places(DRAFT, &[&one, &two, &one]);
    assert_eq!(
        both,
        [
            "PP1.1 conflict <…> Alt Mindful of the costs that such programmes entail, [0, 2] | Alt Alarmed by the spread of disease in schools, [1]"
        ]
    );
}

#[test]
fn new_paragraphs_of_several_are_one_and_are_counted_bis_and_ter() {
    let bis = "2 bis. Stresses that the meeting shall cost nothing;\n\n3. Dec";
    let one = changed(&[("3. Dec", bis)]);
    let two = changed(&[(
        "3. Dec",
        &format!(
            "{}4. Dec",
            bis.replace("2 bis. ", "3. ").replace("3. Dec", "4. Also requests the Secretariat to publish its list;\n\n")
        ),
    )]);
    assert_eq!(
        places(DRAFT, &[&one, &two]),
        [
            "OP2 bis agreement <> New Stresses that the meeting shall cost nothing; [0, 1]",
            "OP2 ter single <> New Also requests the Secretariat to publish its list; [1]",
        ]
    );
}

#[test]
fn orders_that_contradict_each_other_are_shown_apart() {
    let [p, q] = ["Stresses that the meeting shall cost nothing;\n\n", "Also requests the Secretariat to publish its list;\n\n"];
    let with = |first: &str, second: &str| changed(&[("3. Dec", &format!("3. {first}4. {second}5. Dec"))]);
    let said = places(DRAFT, &[&with(p, q), &with(q, p)]);
    assert_eq!(said.len(), 4, "{said:?}");
    assert!(said.iter().all(|place| place.contains("single")), "{said:?}");
}

#[test]
fn a_paragraph_that_moves_is_gone_at_its_place_and_new_at_the_other() {
    let moved = changed(&[
        ("1. Urges States to fund 20 wells within two years;\n\n2. Req", "1. Req"),
        ("3. Dec", "2. Urges States to fund 20 wells within two years;\n\n3. Dec"),
    ]);
    let base = document("draft", DRAFT).unwrap();
    let laid = overlay(&base, &[document("copy", &moved).unwrap()], &OverlayOptions::default());
    let told: Vec<_> =
        laid.places.iter().map(|p| (p.id.as_str(), p.alternatives[0].what, p.alternatives[0].other.as_deref())).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told.iter().all(|(_, what, _)| *what == rature::overlay::What::Moved), "{told:?}");
}
