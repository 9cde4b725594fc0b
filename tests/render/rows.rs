//! The rows of a report, as sentences.

use rature::language::Language;
use rature::render::{TerminalOptions, redline_terminal};
use rature::report::{Context, Editorial, Entry, Fold, Ink, Piece, Report, ReportOptions, Row, Standing, Stress, report};
use rature::structure::Note;

use crate::render::sample::{EVERYTHING, shown};

fn all(notation: &str) -> Report {
    shown(notation, |options| options.context = Context::All)
}

fn entry<'a>(report: &'a Report, label: &str) -> &'a Entry {
    let found = report.rows.iter().find_map(|row| match row {
        Row::Entry(entry) if entry.label == label => Some(entry),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("no {label}"))
}

fn said(entry: &Entry) -> Vec<&str> {
    entry.badges.iter().map(|badge| badge.text.as_str()).collect()
}

fn folds(report: &Report) -> Vec<&Fold> {
    report.rows.iter().filter_map(|row| if let Row::Fold(fold) = row { Some(fold) } else { None }).collect()
}

#[test]
fn a_renumbered_paragraph_says_its_old_number_and_is_not_changed() {
    let report = all("old: OP1\nnew: OP2\nkept renumbered OP1 > OP2 | Urges States;");
    let entry = entry(&report, "OP2");
    assert_eq!(entry.was.as_deref(), Some("was OP1"));
    assert!(!entry.is_changed());
    assert_eq!(
        report.renumberings.iter().map(|line| (line.old.as_str(), line.new.as_str())).collect::<Vec<_>>(),
        [("OP1", "OP2")]
    );
}

#[test]
fn a_moved_paragraph_stands_at_its_new_place_and_a_line_at_its_old_one() {
    let report = all("old: OP1 OP2 OP3\nnew: OP1 OP2 OP3\n\
        kept moved renumbered OP3 > OP1 | Three [-3-]{+three+};\nkept renumbered OP1 > OP2 | One;\nkept renumbered OP2 > OP3 | Two;");
    let moved = entry(&report, "OP1");
    assert_eq!((moved.was.as_deref(), said(moved)), (Some("was OP3"), vec!["moved"]));
    let Some(Row::Departure(line)) = report.rows.last() else { panic!("the old place is not shown") };
    assert_eq!((line.label.as_str(), line.text.as_str()), ("former OP3", "moved to OP1"));
    assert_eq!(moved.badges[0].target.as_deref(), Some(line.anchor.as_str()));
    assert_eq!(line.target, moved.anchor);
}

#[test]
fn a_paragraph_that_moved_and_kept_its_number_says_so() {
    let moved = "old: OP1 OP2\nnew: OP1 OP2\nkept moved OP1 > OP1 | Urges States;\nkept OP2 > OP2 | Requests the Bureau;";
    assert_eq!(said(entry(&all(moved), "OP1")), ["moved, same number"]);
    let french = shown(moved, |options| options.language = Some(Language::Fr));
    assert_eq!(said(entry(&french, "par.\u{a0}1")), ["déplacé, même numéro"]);
}

/// The lines that moved paragraphs left behind: what they were, and where they went.
fn departures(report: &Report) -> Vec<(&str, &str)> {
    let lines = report.rows.iter().filter_map(|row| if let Row::Departure(line) = row { Some(line) } else { None });
    lines.map(|line| (line.label.as_str(), line.text.as_str())).collect()
}

#[test]
fn parts_that_stand_apart_are_listed_and_no_range() {
    const APART: &str = "old: OP1 OP2 OP3 OP4\nnew: OP1 OP2 OP3 OP4 OP5 OP6\n\
        split moved OP4 > OP1 OP5 OP6 | Urges[- and-]{+;⏎+}invites[- and-]{+;⏎+}calls;\nkept renumbered OP1 > OP2 | One;\n\
        kept renumbered OP2 > OP3 | Two;\nkept renumbered OP3 > OP4 | Three;";
    let said = |language| {
        let report = shown(APART, |options| (options.context, options.language) = (Context::All, Some(language)));
        departures(&report).into_iter().map(|(_, text)| text.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(said(Language::En), ["moved to OP1, OP5 and OP6"]);
    assert_eq!(said(Language::Fr), ["déplacé, désormais par.\u{a0}1, par.\u{a0}5 et par.\u{a0}6"]);
    assert_eq!(said(Language::Es), ["trasladado, ahora párr.\u{a0}1, párr.\u{a0}5 y párr.\u{a0}6"]);
}

#[test]
fn parts_that_stand_together_are_a_range_among_those_apart() {
    let report = all("old: OP1 OP2 OP3\nnew: OP1 OP2 OP3 H1 OP4 OP5 OP6\n\
        split moved OP3 > OP1 OP4 OP5 OP6 | Urges[-,-]{+;⏎+}asks[-,-]{+;⏎+}invites[-,-]{+;⏎+}calls;\n\
        kept renumbered OP1 > OP2 | One;\nkept renumbered OP2 > OP3 | Two;\ninserted > H1 | Budget");
    assert_eq!(departures(&report), [("former OP3", "moved to OP1 and OP4–OP6")]);
}

#[test]
fn paragraphs_that_left_together_are_a_range() {
    let report = all("old: OP1 OP2 OP3 OP4\nnew: OP1 OP2 OP3 OP4\n\
        kept moved renumbered OP3 > OP1 | Three;\nkept moved renumbered OP4 > OP2 | Four;\n\
        kept renumbered OP1 > OP3 | One;\nkept renumbered OP2 > OP4 | Two;");
    assert_eq!(departures(&report), [("former OP3–OP4", "moved to OP1–OP2")]);
}

#[test]
fn a_fold_gives_no_range_of_old_numbers_over_one_that_is_elsewhere() {
    let report = shown(
        "old: OP1 OP2 OP3 OP4 OP5\nnew: OP1 OP2 OP3 OP4 OP5 OP6\ninserted > OP1 | New;\ninserted > OP2 | Too;\n\
         kept renumbered OP1 > OP3 | One;\nkept renumbered OP2 > OP4 | Two;\nkept renumbered OP4 > OP5 | Four;\n\
         merged OP3 OP5 > OP6 | Three[-;⏎-]{+ and +}five;",
        |options| options.context = Context::Paragraphs(0),
    );
    assert_eq!(folds(&report)[0].line, "OP3–OP4 (were OP1–OP2), OP5 (was OP4): unchanged");
}

#[test]
fn a_section_that_moved_leaves_one_line() {
    let report = all("old: H1 OP1 OP2 H2 OP3\nnew: H1 OP1 H2 OP2 OP3\n\
        kept renumbered H2 > H1 | Budget\nkept renumbered OP3 > OP1 | Decides;\n\
        kept moved renumbered H1 > H2 | Arrests\nkept moved renumbered OP1 > OP2 | Urges;\nkept moved renumbered OP2 > OP3 | Invites;");
    let lines: Vec<&str> = report
        .rows
        .iter()
        .filter_map(|row| if let Row::Departure(line) = row { Some(line.label.as_str()) } else { None })
        .collect();
    assert_eq!(lines, ["former section “Arrests” (OP1–OP2)"]);
    assert!(matches!(report.rows.first(), Some(Row::Departure(_))), "it stood first");
    for label in ["OP2", "OP3"] {
        let target = entry(&report, label).badges[0].target.clone();
        assert!(report.rows.iter().any(|row| matches!(row, Row::Departure(line) if Some(&line.anchor) == target.as_ref())));
    }
}

#[test]
fn the_parts_of_a_split_stand_apart_and_share_its_edits() {
    let report = all(EVERYTHING);
    for label in ["OP8", "OP9"] {
        assert_eq!(said(entry(&report, label)), ["split from former OP6"]);
    }
    assert_eq!(said(entry(&report, "OP10")), ["merged from former OP7 and OP8"]);
    assert_eq!(said(entry(&report, "OP11")), ["merged from former OP9 and OP10"]);
}

#[test]
fn the_parts_of_a_split_stand_where_the_new_text_has_them() {
    let report =
        all("old: OP1 OP2\nnew: OP1 OP2 OP3\nsplit OP1 > OP1 OP3 | Urges[- and-]{+;⏎+}Invites;\nkept OP2 > OP2 | Between;");
    let labels: Vec<&str> =
        report.rows.iter().filter_map(|row| if let Row::Entry(e) = row { Some(e.label.as_str()) } else { None }).collect();
    assert_eq!(labels, ["OP1", "OP2", "OP3"]);
}

#[test]
fn a_paragraph_that_kept_no_word_is_called_replaced() {
    let report = all(
        "old: OP1 OP2\nnew: OP1 OP2\nkept OP1 > OP1 | [-Urges all-]{+Invites some+};\nkept OP2 > OP2 | Takes [-note-]{+part+};",
    );
    assert_eq!(said(entry(&report, "OP1")), ["replaced", "operative verb, weaker: Urges → Invites"]);
    assert_eq!(said(entry(&report, "OP2")), ["operative verb: Takes note → Takes part"]);
}

#[test]
fn a_deleted_paragraph_is_called_by_its_former_number() {
    let report = all("old: OP1 OP2\nnew: OP1\ndeleted OP1 > | Goes;\nkept renumbered OP2 > OP1 | Stays;");
    assert_eq!(entry(&report, "former OP1").standing, Standing::Deleted);
    assert_eq!(entry(&report, "OP1").was.as_deref(), Some("was OP2"));
}

#[test]
fn a_note_stands_under_its_paragraph_and_its_change_unfolds_it() {
    let report = shown(
        "old: OP1 OP2 OP3 N1\nnew: OP1 OP2 OP3 N1\nkept OP1 > OP1 | A;\nkept notes OP2 > OP2 | B^4=N1^;\nkept OP3 > OP3 | C;\n\
         kept N1 > N1 | See [-A-]{+B+}.",
        |options| options.context = Context::Paragraphs(0),
    );
    let changed = entry(&report, "OP2");
    assert_eq!(changed.notes.len(), 1);
    assert_eq!(changed.notes[0].mark, "4");
    assert_eq!(folds(&report).iter().map(|fold| fold.line.as_str()).collect::<Vec<_>>(), ["OP1: unchanged", "OP3: unchanged"]);
}

#[test]
fn a_dropped_note_is_shown_where_it_was_called() {
    let report = all("old: OP1 N1\nnew: OP1\nkept notes OP1 > OP1 | Urges^old4=N1^ States;\ndeleted N1 > | See above.");
    let entry = entry(&report, "OP1");
    assert_eq!(entry.notes.iter().map(|note| note.standing).collect::<Vec<_>>(), [Standing::Deleted]);
    assert_eq!(report.rows.len(), 1, "the note has no row of its own");
}

#[test]
fn a_note_that_nothing_calls_has_a_row_of_its_own() {
    let report = all("old: OP1 N1\nnew: OP1 N1\nkept OP1 > OP1 | Urges;\nkept N1 > N1 | See [-A-]{+B+}.");
    assert_eq!(entry(&report, "Note 1").standing, Standing::Edited);
}

#[test]
fn a_fold_names_its_paragraphs_and_their_old_numbers() {
    let kept: Vec<String> = (2..9).map(|n| format!("kept renumbered OP{} > OP{n} | Text {n};\n", n - 1)).collect();
    let report = shown(
        &format!(
            "old: OP1 OP2 OP3 OP4 OP5 OP6 OP7\nnew: OP1 OP2 OP3 OP4 OP5 OP6 OP7 OP8\ninserted > OP1 | New;\n{}",
            kept.concat()
        ),
        |_| {},
    );
    assert_eq!(folds(&report)[0].line, "OP3–OP8 (were OP2–OP7): unchanged");
    assert_eq!(folds(&report)[0].entries.len(), 6);
}

#[test]
fn the_heading_above_a_change_is_never_folded() {
    let report = shown(
        "old: H1 OP1 OP2 OP3 H2 OP4\nnew: H1 OP1 OP2 OP3 H2 OP4\nkept H1 > H1 | Arrests\nkept OP1 > OP1 | A;\nkept OP2 > OP2 | B;\n\
         kept OP3 > OP3 | C [-c-]{+d+};\nkept H2 > H2 | Budget\nkept OP4 > OP4 | D;",
        |options| options.context = Context::Paragraphs(0),
    );
    assert!(matches!(&report.rows[0], Row::Entry(entry) if entry.printed.as_deref() == Some("I.")));
    assert_eq!(
        folds(&report).iter().map(|fold| fold.line.as_str()).collect::<Vec<_>>(),
        ["OP1–OP2: unchanged", "OP4: unchanged"]
    );
}

#[test]
fn every_unit_of_the_new_text_is_on_the_page_once() {
    for context in [Context::All, Context::Paragraphs(0), Context::Paragraphs(1)] {
        let report = shown(EVERYTHING, |options| options.context = context);
        let entries = report.rows.iter().flat_map(|row| match row {
            Row::Entry(entry) => std::slice::from_ref(entry),
            Row::Fold(fold) => &fold.entries,
            Row::Departure(_) => &[],
        });
        let mut anchors: Vec<&str> = entries
            .flat_map(|entry| std::iter::once(entry.anchor.as_str()).chain(entry.notes.iter().map(|note| note.anchor.as_str())))
            .filter(|anchor| !anchor.starts_with("old-"))
            .collect();
        anchors.sort_unstable();
        let mut ids: Vec<String> = report.redline.new.units.iter().map(|unit| unit.id.clone()).collect();
        ids.sort_unstable();
        assert_eq!(anchors, ids);
    }
}

#[test]
fn the_interface_speaks_the_language_of_the_later_text_unless_told() {
    let mut redline = crate::render::sample::redline("old: OP1\nnew: OP2\nkept renumbered OP1 > OP2 | Prie les États ;");
    redline.new.language = Language::Fr;
    let report = rature::report::report(redline.clone(), rature::report::ReportOptions::default());
    assert!(matches!(&report.rows[0], Row::Fold(fold) if fold.line == "par.\u{a0}2 (anc. 1)\u{a0}: sans changement"));
    let report = shown("old: OP1\nnew: OP2\nkept renumbered OP1 > OP2 | Urges;", |options| options.language = Some(Language::Es));
    assert_eq!(report.title.old.role, "Texto anterior");
}

#[test]
fn the_list_of_changes_leads_to_every_changed_paragraph() {
    let report = shown(EVERYTHING, |_| {});
    let changed: Vec<&str> = report
        .rows
        .iter()
        .filter_map(|row| match row {
            Row::Entry(entry) if entry.is_changed() => Some(entry.anchor.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(report.changes.iter().map(|item| item.anchor.as_str()).collect::<Vec<_>>(), changed);
}

/// White space, quotes, and a word.
const TOUCHED: &str = "old: OP1 OP2 OP3 OP4\nnew: OP1 OP2 OP3 OP4\nkept OP1 > OP1 | Urges;\nkept OP2 > OP2 | «[~ ~]{~\u{a0}~}A[~'~]{~’~}s »;\n\
    kept OP3 > OP3 | Recalls[~ ~];\nkept OP4 > OP4 | Takes [-note-]{+part+};";

fn touched(editorial: Editorial) -> Report {
    shown(TOUCHED, |options| {
        options.editorial = editorial;
        options.context = Context::Paragraphs(0);
    })
}

#[test]
fn editorial_changes_are_counted_whatever_is_shown_of_them() {
    for editorial in [Editorial::Show, Editorial::Light, Editorial::Hide] {
        let report = touched(editorial);
        assert!(report.tallies.iter().any(|tally| tally.text == "3 editorial changes"), "{editorial:?}");
    }
}

#[test]
fn a_change_of_white_space_alone_is_faint_and_what_can_be_seen_is_light() {
    let report = touched(Editorial::Light);
    let inks: Vec<Ink> = entry(&report, "OP2")
        .pieces
        .iter()
        .filter_map(|piece| if let Piece::Text { ink, .. } = piece { Some(*ink) } else { None })
        .filter(|ink| *ink != Ink::Plain)
        .collect();
    let [faint, light] = [Stress::Faint, Stress::Light];
    assert_eq!(inks, [Ink::Deleted(faint), Ink::Inserted(faint), Ink::Deleted(light), Ink::Inserted(light)]);
    let text = redline_terminal(&report, &TerminalOptions::default());
    assert!(text.contains("«\u{a0}A[-'-]{+’+}s »"), "{text}");
    assert!(text.contains("OP3: unchanged (but for 1 editorial change)"), "{text}");
}

#[test]
fn what_is_hidden_is_folded_and_the_fold_says_so() {
    let report = touched(Editorial::Hide);
    assert_eq!(folds(&report)[0].line, "OP1–OP3: unchanged (but for 3 editorial changes)");
    assert!(redline_terminal(&report, &TerminalOptions::default()).contains("Takes [-note-]{+part+};"));
}

#[test]
fn footnotes_are_shown_plainly_against_a_text_that_prints_none() {
    let report = all("old: OP1\nnew: OP1 N1\nkept OP1 > OP1 | Urges^4=N1^ States;\ninserted > N1 | See above.");
    let note = &entry(&report, "OP1").notes[0];
    assert_eq!((note.standing, &note.badge), (Standing::Same, &None));
    assert!(note.pieces.iter().all(|piece| matches!(piece, Piece::Text { ink: Ink::Plain, .. })));
    assert!(!entry(&report, "OP1").is_changed());
}

#[test]
fn the_operative_verb_is_pointed_at_and_nothing_beside_it() {
    let report = all(
        "old: OP1 OP2\nnew: OP1 OP2\nkept OP1 > OP1 | [-Urges strongly the-]{+Invites all+} States;\nkept OP2 > OP2 | [-Also requests-]{+Requests+} the Court;",
    );
    assert_eq!(said(entry(&report, "OP1")), ["operative verb, weaker: Urges strongly → Invites"]);
    let verbs: Vec<&str> = entry(&report, "OP1")
        .pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Text { text, signal, .. } if signal.is_verb => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(verbs, ["Urges strongly", "Invites"]);
    assert!(said(entry(&report, "OP2")).is_empty());
}

#[test]
fn a_filter_is_offered_for_what_there_is() {
    let report = all(
        "old: OP1 OP2\nnew: OP1 OP2 OP3\nkept OP1 > OP1 | Urges [-fifteen-]{+twelve+} States;\nkept OP2 > OP2 | A [-b-]{+c+};\n\
        inserted > OP3 | Welcomes the 3 reports;",
    );
    let filters: Vec<&str> = report.filters.iter().map(|filter| filter.text.as_str()).collect();
    assert_eq!(filters, ["All changes (3)", "Substantive (3)", "Reworded (2)", "Counts and dates (1)", "Inserted (1)"]);
    assert!(all("old: OP1\nnew: OP1\nkept OP1 > OP1 | A;").filters.is_empty());
}

#[test]
fn notes_of_other_stages_are_said_in_the_language_of_the_interface() {
    let mut redline = crate::render::sample::redline("old: OP1\nnew: OP1\nkept OP1 > OP1 | A;");
    redline.notes = vec![
        Note::new("tie", "old OP9 reads like new OP8").with(["OP9", "OP8"]),
        Note::new("numbering-gap", "paragraph 12. follows 10").with(["12.", "10", "11"]),
        Note::new("unheard-of", "In English."),
    ];
    let mut options = ReportOptions::default();
    options.language = Some(Language::Fr);
    let notes = report(redline, options).notes;
    assert!(notes[0].starts_with("Ancien texte, par.\u{a0}9\u{a0}:"), "{notes:?}");
    assert_eq!(notes[1..], ["Le paragraphe 12. suit le n° 10\u{a0}: le n° 11 manque.", "In English."]);
}
