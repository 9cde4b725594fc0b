//! What holds of every redline, whatever the texts.

use proptest::prelude::*;

use rature::align::{AlignOptions, Alignment, Link, Relation, align};
use rature::compare::{Change, Op, Passage, Weight, compare};
use rature::language::Language;
use rature::read::Layout;
use rature::structure::{Document, Footnote, Kind, Unit};

fn unit(index: usize, text: &str) -> Unit {
    Unit {
        index,
        id: format!("OP{}", index + 1),
        parent: None,
        kind: Kind::Operative,
        label: None,
        number: None,
        section: vec![],
        text: text.to_owned(),
        status: None,
        row: None,
        cell: None,
        footnotes: vec![],
    }
}

fn document(texts: &[impl AsRef<str>], language: Language) -> Document {
    Document {
        label: "ASP/20".to_owned(),
        symbol: None,
        title: None,
        adopted: None,
        session: None,
        language,
        layout: Layout::Blocks,
        units: texts.iter().enumerate().map(|(index, text)| unit(index, text.as_ref())).collect(),
        repairs: vec![],
        beside: vec![],
        pages: vec![],
        notes: vec![],
        package: None,
    }
}

fn link(relation: Relation, old: Vec<usize>, new: Vec<usize>) -> Alignment {
    let link = Link { relation, moved: false, renumbered: false, old, new, score: None, why: vec![] };
    Alignment { links: vec![link], perhaps: vec![], notes: vec![], work: 0 }
}

/// The change that ties all units of one document to all of the other.
fn change(old: &Document, new: &Document) -> Change {
    let (from, to) = ((0..old.units.len()).collect(), (0..new.units.len()).collect());
    compare(old, new, link(Relation::Merged, from, to)).changes.remove(0)
}

fn rebuilt(change: &Change, side: Op) -> String {
    change.edits.iter().filter(|e| e.op == Op::Equal || e.op == side).map(|e| e.text.as_str()).collect()
}

fn marked(change: &Change, op: Op) -> Vec<&str> {
    change.edits.iter().filter(|e| e.op == op).map(|e| e.text.as_str()).collect()
}

const LANGUAGES: [Language; 3] = [Language::En, Language::Fr, Language::Es];

/// Words that meet often, so that texts share some.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => prop::sample::select(vec![
            "the", "of", "and", "States", "Parties", "parties", "report", "Court", "l'Assemblée", "l’Assemblée", "d'examen", "prie",
            "Urges", "urges", "et/ou", "soixante-six", "66", "1 200 000", "12,5", "%", "§", "3", "ICC-ASP/20/Res.2", "Rés.", "Res.",
            "inter-organes", "interorganes", "[", "]", "(a)", ",", ";", ".", "«", "»", "-", "–", "p.", "ex.", "$5", "U.S.", "9",
            "décembre", "2021", "cafe\u{301}", "café",
        ])
        .prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ]
}

fn gap() -> impl Strategy<Value = &'static str> {
    prop_oneof![12 => Just(" "), 1 => Just(""), 1 => Just("\u{A0}"), 1 => Just("\u{202F}"), 1 => Just("  ")]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec((word(), gap()), 0..40).prop_map(|parts| parts.into_iter().map(|(word, gap)| word + gap).collect())
}

proptest! {
    #[test]
    fn edits_rebuild_both_texts(
        old in prop::collection::vec(text(), 1..3),
        new in prop::collection::vec(text(), 1..3),
        language in prop::sample::select(LANGUAGES.to_vec()),
    ) {
        let change = change(&document(&old, language), &document(&new, language));
        prop_assert_eq!(rebuilt(&change, Op::Delete), old.join("\n"));
        prop_assert_eq!(rebuilt(&change, Op::Insert), new.join("\n"));
    }

    #[test]
    fn edits_are_in_canonical_order(old in text(), new in text()) {
        let change = change(&document(&[old.as_str()], Language::Fr), &document(&[new.as_str()], Language::Fr));
        prop_assert_eq!(change.edited, old != new);
        prop_assert_eq!(change.weight == Weight::None, old == new);
        for edit in &change.edits {
            prop_assert!(!edit.text.is_empty());
            prop_assert_eq!(edit.weight.is_none(), edit.op == Op::Equal);
        }
        for pair in change.edits.windows(2) {
            // Typography may touch a change of words, and whole sentences the change before them.
            prop_assert!((pair[0].op, pair[1].op) != (Op::Equal, Op::Equal));
            if (pair[0].op, pair[1].op) == (Op::Delete, Op::Insert) {
                prop_assert_eq!(pair[0].weight, pair[1].weight);
            }
        }
    }

    #[test]
    fn a_text_against_itself_has_no_change(texts in prop::collection::vec(text(), 1..6)) {
        let document = document(&texts, Language::Fr);
        let alignment = align(&document, &document, &AlignOptions::default());
        for change in compare(&document, &document, alignment).changes {
            prop_assert_eq!(change.weight, Weight::None);
            prop_assert!(!change.edited && !change.footnotes_changed);
        }
    }

    #[test]
    fn to_swap_the_texts_swaps_what_came_and_what_went(old in text(), new in text()) {
        let (old, new) = (document(&[old], Language::En), document(&[new], Language::En));
        let (there, back) = (change(&old, &new), change(&new, &old));
        prop_assert_eq!(there.weight, back.weight);
        prop_assert_eq!(marked(&there, Op::Insert), marked(&back, Op::Delete));
        prop_assert_eq!(marked(&there, Op::Delete), marked(&back, Op::Insert));
    }

    #[test]
    fn the_same_texts_give_the_same_redline(old in text(), new in text()) {
        let (old, new) = (document(&[old], Language::Fr), document(&[new], Language::Fr));
        prop_assert_eq!(change(&old, &new), change(&old, &new));
    }
}

#[test]
fn a_text_of_one_word_many_times_is_compared_in_bounded_time() {
    let (old, new) = ("the Court ".repeat(2_000), "Court the of ".repeat(1_500));
    let change = change(&document(&[old.as_str()], Language::En), &document(&[new.as_str()], Language::En));
    assert_eq!(rebuilt(&change, Op::Delete), old);
    assert_eq!(rebuilt(&change, Op::Insert), new);
}

#[test]
fn an_inserted_paragraph_is_one_insertion() {
    let (old, new) = (document(&[] as &[&str], Language::En), document(&["Urges States"], Language::En));
    let change = compare(&old, &new, link(Relation::Inserted, vec![], vec![0])).changes.remove(0);
    assert_eq!((change.edits.len(), change.edits[0].op, change.weight), (1, Op::Insert, Weight::Substantive));
    assert!(change.edited && !change.footnotes_changed);
}

/// A paragraph with one mark after so many characters, and the text of the note it calls.
fn noted(text: &str, at: usize, mark: &str, note: &str) -> Document {
    let mut document = document(&[text, note], Language::En);
    document.units[1].kind = Kind::Note;
    document.units[0].footnotes = vec![Footnote { mark: mark.to_owned(), printed: mark.to_owned(), at, note: Some(1) }];
    document
}

fn notes_changed(old: &Document, new: &Document) -> bool {
    compare(old, new, link(Relation::Kept, vec![0], vec![0])).changes[0].footnotes_changed
}

#[test]
fn a_mark_that_only_counts_differently_is_no_change() {
    let old = noted("as amended in 2007, recalls", 18, "3", "See the rules.");
    assert!(!notes_changed(&old, &noted("as amended in 2007, recalls", 18, "4", "See the rules.")));
    assert!(!notes_changed(&old, &noted("as duly amended in 2007, recalls", 23, "4", "See the rules.")));
    assert!(!notes_changed(&old, &noted("as amended in 2007, recalls", 19, "3", "See the rules.")), "before or after the comma");
    assert!(
        !notes_changed(&old, &noted("as amended in 2008, recalls", 18, "3", "See the rules;")),
        "the same change, typography"
    );
}

#[test]
fn a_mark_placed_elsewhere_or_a_note_reworded_is_a_change() {
    let old = noted("as amended in 2007, recalls", 18, "3", "See the rules.");
    assert!(notes_changed(&old, &noted("as amended in 2007, recalls", 10, "3", "See the rules.")), "placed elsewhere");
    assert!(notes_changed(&old, &noted("as amended in 2007, recalls", 18, "3", "See the statute.")), "reworded");
    assert!(notes_changed(&old, &document(&["as amended in 2007, recalls", ""], Language::En)), "dropped");
    assert!(notes_changed(&document(&["as amended in 2007, recalls", ""], Language::En), &old), "added");
}

#[test]
fn a_note_that_one_text_does_not_print_is_unknown_and_not_reworded() {
    let printed = noted("as amended in 2007, recalls", 18, "3", "See the rules.");
    let unprinted = |at: usize| {
        let mut document = noted("as amended in 2007, recalls", at, "3", "See the rules.");
        document.units.pop();
        document.units[0].footnotes[0].note = None;
        document
    };
    assert!(!notes_changed(&printed, &unprinted(18)) && !notes_changed(&unprinted(18), &printed));
    assert!(notes_changed(&printed, &unprinted(10)), "placed elsewhere all the same");
    let notes = compare(&printed, &unprinted(18), link(Relation::Kept, vec![0], vec![0])).notes;
    assert_eq!(notes.iter().map(|n| n.code.as_str()).collect::<Vec<_>>(), ["footnotes-unknown"]);
}

#[test]
fn a_deceptive_character_is_named_with_its_paragraph_on_each_side() {
    let (old, new) =
        (document(&["the Pa\u{200B}rties"], Language::En), document(&["the Parties", "the \u{420}arties"], Language::En));
    let notes = compare(&old, &new, link(Relation::Kept, vec![0], vec![0])).notes;
    assert!(notes.iter().all(|n| n.code == "deceptive-character"));
    let messages: Vec<&str> = notes.iter().map(|n| n.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "ASP/20 OP1: U+200B, an invisible character",
            "ASP/20 OP2: U+0420, “\u{420}”, a letter of another script inside a Latin word"
        ]
    );
}

/// The changes between two texts whose paragraphs stand in one order.
fn changes(old: &Document, new: &Document) -> Vec<Change> {
    let links = (0..old.units.len()).map(|at| link(Relation::Kept, vec![at], vec![at]).links.remove(0)).collect();
    compare(old, new, Alignment { links, perhaps: vec![], notes: vec![], work: 0 }).changes
}

/// The words of each passage of a change, with the unit of the other end.
fn moved(change: &Change) -> Vec<(Op, String, usize)> {
    let words =
        |passage: &Passage| rebuilt(change, passage.op).chars().skip(passage.start).take(passage.end - passage.start).collect();
    change.passages.iter().map(|passage| (passage.op, words(passage), passage.unit)).collect()
}

const CLAUSE: &str = "invites the host country to waive all fees for the visas of experts who attend these sessions";

#[test]
fn a_clause_that_left_one_paragraph_for_another_is_said_at_both_ends() {
    let old = document(&[&format!("Thanks the experts, and {CLAUSE};"), "Takes note of the budget"], Language::En);
    let new = document(&["Thanks the experts;", &format!("Takes note of the budget, and {CLAUSE}")], Language::En);
    let [thanks, budget] = changes(&old, &new).try_into().expect("two changes");
    assert_eq!(moved(&thanks), [(Op::Delete, format!(", and {CLAUSE}"), 1)]);
    assert_eq!(moved(&budget), [(Op::Insert, format!(", and {CLAUSE}"), 0)]);
    assert_eq!((thanks.passages[0].at, budget.passages[0].at), (24, 18), "where the other end begins");
}

#[test]
fn a_passage_keeps_its_own_edits() {
    let old = document(&[&format!("Thanks the experts, and {CLAUSE};"), "Takes note of the budget"], Language::En);
    let clause = CLAUSE.replace("all fees", "most of the fees");
    let new = document(&["Thanks the experts;", &format!("Takes note of the budget, and {clause}")], Language::En);
    let came: Vec<String> = moved(&changes(&old, &new)[1]).into_iter().map(|(_, words, _)| words).collect();
    assert_eq!(came, [", and invites the host country to waive", "fees for the visas of experts who attend these sessions"]);
}

#[test]
fn a_clause_that_moved_inside_its_paragraph_is_said() {
    let clause = "while respecting the privacy of those concerned";
    let old = document(
        &[&format!("Urges the Registry, {clause}, to publish the names of all candidates and the votes that they won")],
        Language::En,
    );
    let new = document(
        &[&format!("Urges the Registry to publish the names of all candidates and the votes that they won, {clause}")],
        Language::En,
    );
    let found: Vec<(Op, usize)> = moved(&changes(&old, &new)[0]).into_iter().map(|(op, _, unit)| (op, unit)).collect();
    assert_eq!(found, [(Op::Delete, 0), (Op::Insert, 0)]);
}

#[test]
fn a_name_or_what_also_stands_elsewhere_is_no_passage() {
    let name =
        "the Convention on the Prevention and Punishment of Crimes against Internationally Protected Persons, including Envoys";
    let old = document(&[&format!("Recalls {name},"), "Takes note of the budget"], Language::En);
    let new = document(&["Recalls its decisions,", &format!("Takes note of the budget under {name}")], Language::En);
    assert!(changes(&old, &new).iter().all(|change| change.passages.is_empty()), "a name");
    let kept = format!("Also {CLAUSE}");
    let old = document(&[&format!("Thanks the experts, and {CLAUSE};"), "Takes note of the budget", &kept], Language::En);
    let new = document(&["Thanks the experts;", &format!("Takes note of the budget, and {CLAUSE}"), &kept], Language::En);
    assert!(changes(&old, &new).iter().all(|change| change.passages.is_empty()), "a formula");
    let title = "the guiding rules on children who keep the lights of a harbour and on the schools that they visit (Rules";
    let old = document(&[&format!("Recalls {title} of Oslo),"), "Takes note of the budget"], Language::En);
    let new = document(&["Recalls of Oslo),", &format!("Takes note of the budget and {title} of Rome)")], Language::En);
    assert!(changes(&old, &new).iter().all(|change| change.passages.is_empty()), "a title that is cut through");
}

#[test]
fn a_passage_does_not_begin_with_the_stop_before_it() {
    let sentence = "The host country waives all fees for the visas of experts who attend these sessions";
    let old = document(&[&format!("Thanks the experts. {sentence};"), "Takes note of the budget"], Language::En);
    let new = document(&["Thanks the experts;", &format!("Takes note of the budget. {sentence}")], Language::En);
    let [thanks, budget] = changes(&old, &new).try_into().expect("two changes");
    assert_eq!(moved(&thanks), [(Op::Delete, sentence.to_owned(), 1)]);
    assert_eq!(moved(&budget), [(Op::Insert, sentence.to_owned(), 0)]);
}

#[test]
fn a_state_that_votes_otherwise_goes_from_one_list_to_the_other() {
    let lists = |against: &str, abstaining: &str| document(&["Contre :", against, "Abstentions :", abstaining], Language::Fr);
    let old = lists("Andorre, Bosnie-Herzégovine et Chypre", "Danemark, Estonie, Fidji et Gabon");
    let new = lists("Andorre, Chypre et Estonie", "Danemark, Fidji, Gabon et Haïti");
    let changes = changes(&old, &new);
    assert_eq!(moved(&changes[1]), [(Op::Insert, "Estonie".to_owned(), 3)]);
    assert_eq!(moved(&changes[3]), [(Op::Delete, "Estonie".to_owned(), 1)]);
}
