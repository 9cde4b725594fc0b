//! What alignment says of small texts.

// Helpers of tests may panic like tests.

use std::fmt::Write;

use rature::align::{
    AlignOptions, Alignment, Clue, CoverageClue, CoverageScore, Decision, Evidence, Link, Pin, Relation, Side, Verdict, align,
    check_pins, explain,
};
use rature::read::{Layout, ReadOptions, read};
use rature::structure::{Document, Footnote, Kind, structure};

fn document(paragraphs: &[&str]) -> Document {
    if paragraphs.is_empty() {
        return Document { units: vec![], ..document(&[WATER]) };
    }
    let mut options = ReadOptions::default();
    options.layout = Some(Layout::Blocks);
    structure(read("text", paragraphs.join("\n\n").as_bytes(), &options).unwrap())
}

fn aligned(old: &[&str], new: &[&str]) -> Alignment {
    align(&document(old), &document(new), &AlignOptions::default())
}

/// Links in a line: "0=0 1=2m -1 +3": kept, kept and moved, deleted, inserted; "1=2,3" is a split.
fn line(alignment: &Alignment) -> String {
    let side = |units: &[usize]| units.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
    let mut line = String::new();
    for link in &alignment.links {
        let separator = if line.is_empty() { "" } else { " " };
        match link.relation {
            Relation::Inserted => write!(line, "{separator}+{}", side(&link.new)).unwrap(),
            Relation::Deleted => write!(line, "{separator}-{}", side(&link.old)).unwrap(),
            _ => {
                let moved = if link.moved { "m" } else { "" };
                write!(line, "{separator}{}={}{moved}", side(&link.old), side(&link.new)).unwrap();
            }
        }
    }
    line
}

fn of_new(alignment: &Alignment, new: usize) -> &Link {
    alignment.links.iter().find(|link| link.new.contains(&new)).unwrap()
}

const WATER: &str = "Urges States parties to ratify the agreement on access to clean water before the next review conference;";
const FUND: &str = "Invites donors to contribute generously to the trust fund for victims and their families;";
const ARREST: &str = "Stresses that pending arrest warrants remain the most serious challenge to the credibility of the Court;";
const AUDIT: &str = "Requests the Registrar to publish the biennial audit of the detention unit in all six languages;";
const SCHOOL: &str = "Welcomes the school meals programme launched by local authorities in coastal districts;";

#[test]
fn a_text_is_its_own_twin() {
    let text = [WATER, FUND, ARREST, AUDIT, SCHOOL];
    assert_eq!(line(&aligned(&text, &text)), "0=0 1=1 2=2 3=3 4=4");
}

#[test]
fn empty_texts_have_no_links() {
    assert_eq!(line(&aligned(&[], &[])), "");
    assert_eq!(line(&aligned(&[WATER], &[])), "-0");
    assert_eq!(line(&aligned(&[], &[WATER])), "+0");
}

#[test]
fn a_move_is_one_link_and_the_rest_stays() {
    assert_eq!(line(&aligned(&[WATER, FUND, ARREST, AUDIT], &[FUND, ARREST, AUDIT, WATER])), "1=0 2=1 3=2 0=3m");
}

#[test]
fn a_moved_paragraph_may_be_edited() {
    let edited = "Urges all States parties to ratify the agreement on access to clean water and sanitation without delay;";
    assert_eq!(line(&aligned(&[WATER, FUND, ARREST, AUDIT], &[FUND, ARREST, AUDIT, edited])), "1=0 2=1 3=2 0=3m");
}

#[test]
fn a_moved_section_takes_its_heading_along() {
    let old = ["Cooperation", ARREST, FUND, "Management", AUDIT, WATER, SCHOOL];
    let new = ["Management", AUDIT, WATER, SCHOOL, "Cooperation", ARREST, FUND];
    assert_eq!(line(&aligned(&old, &new)), "3=0 4=1 5=2 6=3 0=4m 1=5m 2=6m");
}

#[test]
fn a_deletion_stands_after_the_unit_before_it() {
    assert_eq!(line(&aligned(&[WATER, FUND, ARREST], &[WATER, ARREST])), "0=0 -1 2=1");
    assert_eq!(line(&aligned(&[WATER, FUND, ARREST], &[FUND, ARREST])), "-0 1=0 2=1");
}

/// A resolution: its lines about the text, its recitals and its provisions.
fn resolution(front: &[&str], recitals: &[&str], provisions: &[&str], closing: &[&str]) -> Vec<String> {
    let mut text: Vec<String> = front.iter().map(ToString::to_string).collect();
    text.push("The General Assembly,".to_owned());
    text.extend(recitals.iter().map(ToString::to_string));
    text.extend(provisions.iter().enumerate().map(|(n, provision)| format!("{}. {provision}", n + 1)));
    text.extend(closing.iter().map(ToString::to_string));
    text
}

fn line_of(old: &[String], new: &[String]) -> String {
    let [old, new] = [old, new].map(|text| text.iter().map(String::as_str).collect::<Vec<_>>());
    line(&aligned(&old, &new))
}

const RECITAL: &str = "Recalling the seed banks that universities maintain in arid regions,";

#[test]
fn lines_about_the_text_are_tied_by_their_form() {
    let old =
        resolution(&["Sixtieth session", "Agenda item 17 (c)"], &[RECITAL], &[WATER], &["38th plenary meeting", "4 May 2005"]);
    let new =
        resolution(&["Sixty-first session", "Agenda item 16"], &[RECITAL], &[WATER], &["35th plenary meeting", "12 July 2006"]);
    assert_eq!(line_of(&old, &new), "0=0 1=1 2=2 3=3 4=4 5=5 6=6");
}

#[test]
fn lines_that_were_joined_or_broken_are_pieces() {
    let old =
        resolution(&["Assembly of Ponds Sixtieth session Agenda item 17"], &[RECITAL], &[WATER], &["38th meeting 4 May 2005"]);
    let front = ["Assembly of Ponds", "Sixty-first session", "Agenda item 16"];
    let new = resolution(&front, &[RECITAL], &[WATER], &["35th meeting", "12 July 2006"]);
    assert_eq!(line_of(&old, &new), "0=0,1,2 1=3 2=4 3=5 4=6,7");
    assert_eq!(line_of(&new, &old), "0,1,2=0 3=1 4=2 5=3 6,7=4");
}

#[test]
fn who_voted_how_is_told_by_the_line_above() {
    let votes = |votes: [&str; 2]| {
        resolution(&[], &[RECITAL], &[WATER, FUND], &["38th meeting", "In favour:", votes[0], "Against:", votes[1]])
    };
    let old = votes(["Albania, Belgium, Chile, Denmark, Egypt", "Fiji, Ghana"]);
    let new = votes(["Haiti, India, Jordan, Kenya, Latvia", "Malta, Nepal"]);
    assert_eq!(line_of(&old, &new), "0=0 1=1 2=2 3=3 4=4 5=5 6=6 7=7 8=8");
}

#[test]
fn what_left_the_preamble_has_moved_though_it_kept_the_order() {
    let recital = "Noting that the school meals of coastal districts feed ten thousand children,";
    let provision = "Notes that the school meals of coastal districts feed ten thousand children;";
    let old = resolution(&[], &[RECITAL, recital], &[WATER, FUND], &[]);
    let new = resolution(&[], &[RECITAL], &[provision, WATER, FUND], &[]);
    assert_eq!(line_of(&old, &new), "0=0 1=1 2=2m 3=3 4=4");
}

#[test]
fn a_date_is_no_piece_of_a_line_that_says_more() {
    let adopted = "Resolution adopted by the General Assembly on 3 May 2011";
    let old = resolution(&[adopted], &[RECITAL], &[WATER, FUND], &[]);
    let new = resolution(&["4 March 2013"], &[RECITAL], &[WATER, FUND], &[]);
    assert_eq!(line_of(&old, &new), "-0 +0 1=1 2=2 3=3 4=4");
}

#[test]
fn a_page_with_several_resolutions_is_cut_at_their_titles() {
    let ponds = resolution(&["36/1. Fish ponds of the delta"], &[RECITAL], &[WATER], &["97th meeting", "14 December 1981"]);
    let banks = |number, recital, meeting: &[&str]| {
        let title = format!("{number}. Seed banks of universities");
        vec![title, "The General Assembly,".to_owned(), recital, AUDIT.to_owned(), meeting[0].to_owned(), meeting[1].to_owned()]
    };
    let recital = |year| format!("Recalling the seed banks that universities maintain in arid regions since {year},");
    let old = [ponds, banks("36/2", recital(1975), &["101st meeting", "16 December 1981"])].concat();
    let new = banks("49/7", recital(1990), &["94th meeting", "23 December 1994"]);
    let [before, after] = [&old, &new].map(|text| text.iter().map(String::as_str).collect::<Vec<_>>());
    let alignment = aligned(&before, &after);
    for unit in 0..new.len() {
        assert_eq!(of_new(&alignment, unit).old, [old.len() - new.len() + unit], "{}", line(&alignment));
    }
}

#[test]
fn what_falls_short_of_a_tie_is_suggested() {
    let convened = "Welcomes the decision of the Council to convene an additional meeting of the expert group on the safety of \
                    village wells, and encourages all States to take part in it;";
    let held = "Takes note of the recommendations which the expert group on the safety of village wells, in its additional meeting, \
                convened by the Council at Lima from 2 to 4 June 2012, made about pumps and filters, and calls for their use by every ministry of \
                health and of rural works, by engineers, farmers and teachers, and by the makers of pipes, taps and tanks;";
    let text = |formula: &str, provisions: &[&str]| {
        let mut text = resolution(&[], &[RECITAL], provisions, &[]);
        formula.clone_into(&mut text[0]);
        text
    };
    let suggested = |formula| {
        let [old, new] = [[convened, WATER, FUND, ARREST, AUDIT, SCHOOL], [WATER, FUND, ARREST, AUDIT, held, SCHOOL]]
            .map(|provisions| text(formula, &provisions));
        let [old, new] = [&old, &new].map(|text| text.iter().map(String::as_str).collect::<Vec<_>>());
        let alignment = aligned(&old, &new);
        assert!(of_new(&alignment, 6).old.is_empty(), "{}", line(&alignment));
        alignment.perhaps.iter().map(|maybe| (maybe.old, maybe.new)).collect::<Vec<_>>()
    };
    assert_eq!(suggested("The General Assembly,"), [(2, 6)]);
    // Not in an act of law: there strangers are as like each other.
    assert_eq!(suggested("Part one"), []);
}

#[test]
fn a_line_about_the_text_is_no_piece_of_a_recital() {
    let adopted = |date| format!("Resolution adopted by the General Assembly on {date}");
    let (before, after) = (adopted("3 May 2011"), adopted("13 September 2012"));
    let recalls = "Recalling its resolution 65/283 of 3 May 2011 on the seed banks of universities,";
    let old = resolution(&[&before], &[RECITAL], &[WATER, FUND], &[]);
    let new = resolution(&[&after], &[recalls, RECITAL], &[WATER, FUND], &[]);
    assert_eq!(line_of(&old, &new), "0=0 1=1 +2 2=3 3=4 4=5");
}

#[test]
fn a_deleted_recital_is_shown_among_recitals() {
    let old = resolution(&[], &[RECITAL, SCHOOL, "Noting the customs controls of small islands,"], &[ARREST, FUND], &[]);
    let new = resolution(&[], &[RECITAL], &[ARREST, FUND, SCHOOL], &[]);
    assert_eq!(line_of(&old, &new), "0=0 1=1 -3 4=2 5=3 2=4m");
}

#[test]
fn a_renumbered_paragraph_is_not_an_edit() {
    let old = [format!("1. {WATER}"), format!("2. {FUND}")];
    let new = [format!("1. {WATER}"), format!("2. {SCHOOL}"), format!("3. {FUND}")];
    let alignment = aligned(&old.each_ref().map(String::as_str), &new.each_ref().map(String::as_str));
    assert_eq!(line(&alignment), "0=0 +1 1=2");
    assert!(!of_new(&alignment, 0).renumbered && of_new(&alignment, 2).renumbered);
    assert_eq!(of_new(&alignment, 2).score, Some(1000));
    assert!(of_new(&alignment, 2).why.contains(&Evidence::Identical));
}

#[test]
fn a_split_is_found_where_the_pieces_stand_apart() {
    let whole = format!("{} and {}", WATER.trim_end_matches(';'), AUDIT);
    let alignment = aligned(&[FUND, &whole, ARREST, SCHOOL], &[FUND, WATER, ARREST, SCHOOL, AUDIT]);
    assert_eq!(line(&alignment), "0=0 1=1,4 2=2 3=3");
    assert!(of_new(&alignment, 4).why.contains(&Evidence::Coverage));
}

#[test]
fn a_merge_is_a_split_read_backwards() {
    let whole = format!("{} and {}", WATER.trim_end_matches(';'), AUDIT);
    assert_eq!(line(&aligned(&[FUND, WATER, ARREST, SCHOOL, AUDIT], &[FUND, &whole, ARREST, SCHOOL])), "0=0 1,4=1 2=2 3=3");
}

#[test]
fn an_edited_piece_is_known_by_its_passage() {
    let whole = format!("{} and {}", WATER.trim_end_matches(';'), AUDIT);
    let edited = "Further asks the Registrar to print the triennial audit of the detention unit in both working languages;";
    let (old, new) = ([FUND, &whole, ARREST, SCHOOL], [FUND, WATER, ARREST, edited, SCHOOL]);
    assert_eq!(line(&aligned(&old, &new)), "0=0 1=1,3 2=2 3=4");
}

#[test]
fn halves_that_are_too_small_alone_are_known_together() {
    let whole = format!("{} and {}", WATER.trim_end_matches(';'), AUDIT);
    let water = "Calls upon Governments to respect the agreement on access to clean water in cities before the next session;";
    let audit = "Trusts that the Registrar will publish the audit of the detention unit in four languages;";
    let (one, two) = ([FUND, &whole, ARREST, SCHOOL], [FUND, ARREST, SCHOOL, water, audit]);
    assert_eq!(line(&aligned(&one, &two)), "0=0 2=1 3=2 1=3,4m");
    assert_eq!(line(&aligned(&two, &one)), "0=0 3,4=1m 1=2 2=3");
    // Each alone is refused, and so are both when they do not stand beside each other.
    assert_eq!(line(&aligned(&one, &[FUND, ARREST, SCHOOL, audit])), "0=0 -1 2=1 3=2 +3");
    assert_eq!(line(&aligned(&one, &[FUND, ARREST, water, SCHOOL, audit])), "0=0 -1 2=1 +2 3=3 +4");
    let pieces = explain(&document(&one), &document(&two), &AlignOptions::default(), (Side::New, 4)).pieces;
    let together =
        |score: &CoverageScore| score.clue == CoverageClue::Together && score.enough.is_some_and(|enough| score.points > enough);
    assert!(pieces.len() == 1 && pieces[0].taken && pieces[0].clues.iter().any(together), "{pieces:?}");
}

#[test]
fn a_name_that_another_paragraph_repeats_is_no_piece() {
    let name =
        "the United Convention on the Protection of Lakes in Countries Experiencing Serious Drought, Particularly in the North";
    let report = format!("Takes note of the report of the secretariat of {name};");
    let old = [FUND, &format!("Encourages the parties to {name} to finance pumps and wells;"), ARREST, &report, SCHOOL];
    let new = [
        FUND,
        "Encourages the parties to the Convention to finance pumps and wells;",
        ARREST,
        &report,
        SCHOOL,
        &format!("Invites Member States to celebrate the anniversary of {name};"),
    ];
    assert_eq!(line(&aligned(&old, &new)), "0=0 1=1 2=2 3=3 4=4 +5");
}

#[test]
fn a_symbol_with_its_date_is_no_piece() {
    let cites = "Recalling also its resolution 71/312 of 6 July 2017,";
    let plain = "Welcomes the preparations for the second forum on seed banks, to be held in Quito;";
    let listed = "Welcomes the preparations for the second forum on seed banks, to be held in Lima in line with its resolutions 70/226 \
                  of 22 December 2015, 71/312 of 6 July 2017 and 73/292 of 9 May 2019;";
    let old = resolution(&[], &[RECITAL, cites, "Noting the customs controls of small islands,"], &[WATER, plain, FUND], &[]);
    let new = resolution(&[], &[RECITAL, "Noting the customs controls of small islands,"], &[WATER, listed, FUND], &[]);
    assert_eq!(line_of(&old, &new), "0=0 1=1 -2 3=2 4=3 5=4 6=5");
}

#[test]
fn a_sentence_with_its_old_beginning_and_end_was_reworded() {
    let old = "The annex holds the list of stations, among them the number of gauges and of trained observers.";
    let new = "The annex holds maps of both rivers, and a table of every basin with its owner, among them the number of gauges and \
               of trained observers.";
    assert_eq!(line(&aligned(&[old], &[new])), "0=0");
}

#[test]
fn a_rewritten_and_moved_paragraph_is_known_by_its_passage() {
    let census = "Notes the contribution of the census of river life to the study of lakes, and encourages participation in it;";
    let longer = "Notes the contribution of the census of river life to the study of lakes over the past decade, thanks the universities \
                  that took part, and looks forward to the atlas of springs, with maps of every valley, that they will publish;";
    // The same words, scattered.
    let rival =
        "Hopes for participation in the study of lakes, for a contribution to life by every river, and for a census each decade;";
    let (old, new) = ([WATER, rival, FUND, ARREST, AUDIT, SCHOOL, census], [longer, WATER, FUND, ARREST, AUDIT, SCHOOL]);
    assert_eq!(line(&aligned(&old, &new)), "6=0m 0=1 -1 2=2 3=3 4=4 5=5");
    // A passage that another paragraph holds too says nothing.
    let kept =
        "Requests the Registrar to print the contribution of the census of river life to the study of lakes in all languages;";
    let (old, new) = ([WATER, rival, FUND, ARREST, AUDIT, kept, census], [longer, WATER, FUND, ARREST, AUDIT, kept]);
    assert_eq!(line(&aligned(&old, &new)), "+0 0=1 -1 2=2 3=3 4=4 5=5 -6");
}

#[test]
fn a_heading_is_no_paragraph_that_takes_up_its_words() {
    let [water, arrest, fund, school, audit] =
        [(1, WATER), (2, ARREST), (3, FUND), (3, SCHOOL), (4, AUDIT)].map(|(n, text)| format!("{n}. {text}"));
    let review = "4. Reaffirms what its earlier resolution says of the committee, of reporting and review, and of visits;";
    let around = ["The General Assembly,", RECITAL, &water, &arrest];
    let old = [&around[..], &[&fund, "Reporting and review", &audit, "5. Thanks the hosts of the session."]].concat();
    let new = [&around[..], &[&school, review, "5. Notes the ferry;", "6. Thanks the hosts of the session."]].concat();
    assert_eq!(line(&aligned(&old, &new)), "0=0 1=1 2=2 3=3 -4 -5 -6 +4 +5 +6 7=7");
}

#[test]
fn phrases_exchanged_between_two_paragraphs_are_changes_of_both() {
    let join = |a: &str, b: &str| format!("{} {b}", a.trim_end_matches(';'));
    let old = [SCHOOL.to_owned(), join(WATER, FUND), join(ARREST, AUDIT)];
    let new = [SCHOOL.to_owned(), join(WATER, AUDIT), join(ARREST, FUND)];
    let alignment = aligned(&old.each_ref().map(String::as_str), &new.each_ref().map(String::as_str));
    assert_eq!(line(&alignment), "0=0 1=1 2=2");
}

#[test]
fn one_clause_that_went_over_is_a_change_of_both() {
    let join = |a: &str, b: &str| format!("{} {b}", a.trim_end_matches(';'));
    let (both, back) = (join(WATER, FUND), join(ARREST, FUND));
    assert_eq!(line(&aligned(&[SCHOOL, &both, ARREST, AUDIT], &[SCHOOL, WATER, &back, AUDIT])), "0=0 1=1 2=2 3=3");
}

#[test]
fn twins_are_taken_in_turn() {
    let twin = "(repealed)";
    assert_eq!(line(&aligned(&[WATER, twin, twin, FUND], &[WATER, twin, twin, FUND])), "0=0 1=1 2=2 3=3");
}

#[test]
fn an_entry_of_a_list_that_stands_elsewhere_has_moved() {
    let list = |entries: &[&str]| -> Vec<String> {
        [&["Annex", "Members that were visited"][..], entries].concat().iter().map(|&line| line.to_owned()).collect()
    };
    let old = list(&["Andorra", "Belize", "Cyprus", "Denmark", "Ecuador", "Fiji", "Gabon"]);
    let new = list(&["Andorra", "Cyprus", "Denmark", "Ecuador", "Belize", "Fiji", "Gabon"]);
    assert!(line_of(&old, &new).contains("3=6m"), "{}", line_of(&old, &new));
}

#[test]
fn a_tie_is_refused_and_said() {
    let twin = "This article was repealed.";
    let alignment = aligned(&[WATER, twin, twin, twin, twin, FUND], &[WATER, twin, twin, FUND]);
    assert!(alignment.links.iter().filter(|link| link.relation == Relation::Kept).count() == 2, "{}", line(&alignment));
    assert_eq!(alignment.notes.len(), 2);
    assert!(alignment.notes.iter().all(|note| note.code == "tie"));
}

#[test]
fn labels_break_a_tie() {
    let old = ["3. Repealed by law.", "4. Repealed by law.", "5. Repealed by law.", "6. Repealed by law."];
    let alignment = aligned(&old, &["4. Repealed by law.", "6. Repealed by law."]);
    assert_eq!(line(&alignment), "-0 1=0 -2 3=1");
}

#[test]
fn a_pin_overrules_the_words() {
    let (old, new) = (document(&[WATER, FUND, ARREST]), document(&[WATER, FUND, ARREST]));
    let id = |document: &Document, unit: usize| document.units[unit].id.clone();
    let mut options = AlignOptions::default();
    options.pins = vec![Pin::Tie { old: id(&old, 0), new: id(&new, 2) }, Pin::Never(id(&old, 1))];
    check_pins(&options.pins, &old, &new).unwrap();
    let alignment = align(&old, &new, &options);
    assert_eq!(line(&alignment), "+0 +1 0=2 -1 -2");
    assert!(of_new(&alignment, 2).why.contains(&Evidence::Pin));
}

#[test]
fn a_pin_that_names_nothing_is_an_error() {
    let (old, new) = (document(&[WATER]), document(&[WATER, FUND]));
    for pin in ["OP99=OP1", "OP99"] {
        let error = check_pins(&[pin.parse().unwrap()], &old, &new).unwrap_err();
        assert!(error.to_string().contains("OP99"), "{error}");
    }
    assert!("=OP1".parse::<Pin>().is_err() && "".parse::<Pin>().is_err());
    let twice = Pin::Never(new.units[0].id.clone());
    assert!(check_pins(&[twice.clone(), twice], &old, &new).is_err());
}

#[test]
fn footnotes_follow_the_paragraphs_that_call_them() {
    let with_notes = |paragraphs: &[&str]| {
        let mut document = document(paragraphs);
        let half = paragraphs.len() / 2;
        for at in 0..half {
            document.units[half + at].kind = Kind::Note;
            document.units[at].footnotes =
                vec![Footnote { mark: (at + 1).to_string(), printed: (at + 1).to_string(), at: 3, note: Some(half + at) }];
        }
        document
    };
    let old = with_notes(&[WATER, FUND, "United Nations, Treaty Series, volume 12.", "See the annual report of the board."]);
    let new = with_notes(&[FUND, WATER, "Quarterly bulletin, issue seven.", "United Nations, Treaty Series, volume 19."]);
    let alignment = align(&old, &new, &AlignOptions::default());
    for (old, new) in [(0, 1), (1, 0), (2, 3), (3, 2)] {
        assert_eq!(of_new(&alignment, new).old, [old], "{}", line(&alignment));
    }
    assert!(of_new(&alignment, 2).why.contains(&Evidence::Caller));
}

#[test]
fn footnotes_of_other_references_of_a_list_are_strangers() {
    let citing = |paragraph: &str, notes: &[&str]| {
        let mut document = document(&[&[paragraph], notes].concat());
        for (at, sign) in paragraph.match_indices(',').map(|(at, _)| at).take(notes.len()).enumerate() {
            document.units[1 + at].kind = Kind::Note;
            let mark = (at + 1).to_string();
            document.units[0].footnotes.push(Footnote { mark: mark.clone(), printed: mark, at: sign, note: Some(1 + at) });
        }
        document
    };
    let old = citing(
        "Recalling the Rome Statute, the Declaration on Lakes, and the report of the Registrar, in full,",
        &["A/CONF.183/9.", "Records of the lake meeting, part two.", "RC/11/4."],
    );
    let new = citing(
        "Recalling the Rome Statute, the report of the Registrar, and the Charter of Forests, in full,",
        &["A/CONF.183/9.", "RC/12/9.", "Sylvan collection, volume 40."],
    );
    let alignment = align(&old, &new, &AlignOptions::default());
    assert_eq!(line(&alignment), "0=0 1=1 -2 3=2 +3");
}

/// How the work grows when the text doubles, in percent.
fn growth(text: impl Fn(usize) -> Vec<String>) -> u64 {
    let work = |n: usize, kept: usize| {
        let text = text(n);
        let old: Vec<&str> = text.iter().map(String::as_str).collect();
        let new: Vec<&str> = old.iter().rev().skip(3).step_by(kept).copied().collect();
        align(&document(&old), &document(&new), &AlignOptions::default()).work
    };
    // Of every paragraph a twin, and of every other one: half of them are left over.
    [1, 2].map(|kept| work(4_000, kept) * 100 / work(2_000, kept)).into_iter().max().unwrap()
}

#[test]
fn work_on_nasty_texts_grows_with_the_text() {
    let words = ["registry", "session", "budget", "victims", "report", "court", "fund", "state", "annual", "audit"];
    // Ten words, of which one or two differ from paragraph to paragraph.
    let nearly = |n: usize| (0..n).map(|k| format!("{} {} {}", words.join(" "), words[k % 10], words[k / 10 % 10])).collect();
    assert!(growth(nearly) < 250, "nearly equal: {}", growth(nearly));
    let equal = |n: usize| vec!["the same words in every paragraph".to_owned(); n];
    assert!(growth(equal) < 250, "equal: {}", growth(equal));
    let one_word = |n: usize| (0..n).map(|k| "word ".repeat(1 + k % 40)).collect();
    assert!(growth(one_word) < 250, "one word: {}", growth(one_word));
}

/// One of a schedule whose items differ in a word.
fn item(member: &str) -> String {
    format!("the contribution of the member {member} for the period that ends with the review conference, in equal shares;")
}

#[test]
fn a_near_twin_that_is_left_over_is_named() {
    let (one, two, other) = (item("Narvik"), item("Tromso"), item("Bergen"));
    let alignment = aligned(&[WATER, &one, &two, FUND], &[WATER, &other, FUND]);
    let codes: Vec<&str> = alignment.notes.iter().map(|note| note.code.as_str()).collect();
    assert_eq!(codes, ["near-twin-old"], "{:?}", alignment.notes);
    // Nobody doubts a paragraph that is word for word one of the two.
    let alignment = aligned(&[WATER, &one, FUND, ARREST, AUDIT, SCHOOL, &two], &[WATER, &one, FUND, ARREST, AUDIT, SCHOOL]);
    assert!(alignment.notes.is_empty(), "{:?}", alignment.notes);
}

/// What a link says where this clue spoke for it.
fn evidence(clue: Clue, similarity: i32) -> Evidence {
    match clue {
        Clue::Words | Clue::Opening if similarity == 1000 => Evidence::Identical,
        Clue::Words | Clue::Opening | Clue::Kind => Evidence::Words,
        Clue::Before | Clue::After => Evidence::Neighbours,
        Clue::Section => Evidence::Section,
        Clue::Label => Evidence::Label,
        Clue::Order | Clue::Place | Clue::Turn | Clue::Naming | Clue::Habit => Evidence::Order,
        other => panic!("{other:?} speaks for no link"),
    }
}

#[test]
fn every_unit_is_explained_by_the_link_that_it_is_in() {
    let old = [WATER, FUND, ARREST, AUDIT, SCHOOL];
    let new = [FUND, ARREST, "Urges States parties to ratify the agreement on access to water;", SCHOOL];
    let (documents, options) = ([document(&old), document(&new)], AlignOptions::default());
    let alignment = align(&documents[0], &documents[1], &options);
    for (side, units) in [(Side::Old, old.len()), (Side::New, new.len())] {
        for unit in 0..units {
            let explanation = explain(&documents[0], &documents[1], &options, (side, unit));
            let [link] = alignment
                .links
                .iter()
                .filter(|link| [&link.old, &link.new][side as usize].contains(&unit))
                .collect::<Vec<_>>()[..]
            else {
                panic!("one link a unit");
            };
            assert_eq!(&explanation.link, link);
            let tied: Vec<_> = explanation.candidates.iter().filter(|pair| pair.verdict == Verdict::Tied).collect();
            assert_eq!(tied.len(), usize::from(link.relation == Relation::Kept), "{explanation:?}");
            assert!(tied.iter().all(|pair| pair.total > explanation.enough), "{explanation:?}");
            for pair in tied.iter().filter(|_| explanation.decision == Decision::Evidence) {
                let mut named: Vec<Evidence> = pair
                    .clues
                    .iter()
                    .filter(|score| score.points > 0)
                    .map(|score| evidence(score.clue, pair.similarity))
                    .collect();
                named.sort_unstable();
                named.dedup();
                assert_eq!(link.why, named, "{explanation:?}");
            }
        }
    }
}

/// Texts of articles whose numbers are lines of their own.
fn of_articles(articles: &[(&str, &str)]) -> Document {
    let mut lines = vec!["STATUTE OF THE HARBOUR FUND"];
    lines.extend(articles.iter().flat_map(|(number, text)| [*number, *text]));
    document(&lines)
}

#[test]
fn a_number_goes_with_what_it_heads() {
    let (lamps, oil, wicks) = (
        "The lamps of the harbour are lit at dusk.",
        "Oil for the lamps is bought each spring.",
        "No wick is cut by a stranger to the port.",
    );
    let old = of_articles(&[("Article 1", lamps), ("Article 2", oil)]);
    let new = of_articles(&[("Article 1", lamps), ("Article 2", wicks), ("Article 3", oil)]);
    let options = AlignOptions::default();
    let there = align(&old, &new, &options);
    assert_eq!(line(&there), "0=0 1=1 2=2 +3 +4 3=5 4=6");
    assert_eq!(line(&align(&new, &old, &options)), "0=0 1=1 2=2 -3 -4 5=3 6=4");
    assert!(there.notes.is_empty(), "{:?}", there.notes);
    assert_eq!(explain(&old, &new, &options, (Side::New, 5)).decision, Decision::Headed);
    // A person who says that the numbers are one is believed.
    let mut pinned = AlignOptions::default();
    pinned.pins = vec![Pin::Tie { old: old.units[3].id.clone(), new: new.units[3].id.clone() }];
    assert_eq!(line(&align(&old, &new, &pinned)), "0=0 1=1 2=2 3=3 +4 +5 4=6");
    // What one heads was written anew, and everything else stands: it keeps its number.
    let replaced = of_articles(&[("Article 1", lamps), ("Article 2", wicks)]);
    assert_eq!(line(&align(&old, &replaced, &options)), "0=0 1=1 2=2 3=3 -4 +4");
}

/// A table in Markdown of members, their shares and their votes.
fn of_members(rows: &[&str]) -> Document {
    let text = format!("# Scale\n\n| Member | Share | Votes |\n|---|---|---|\n{}\n\n1. Asks for payment.\n", rows.join("\n"));
    structure(read("scale.md", text.as_bytes(), &ReadOptions::default()).unwrap())
}

#[test]
fn a_row_that_went_gives_its_figures_to_no_other_row() {
    let (austria, chile, peru) = ("| Austria | 0.8 | 2 |", "| Chile | 2.013 | 2 |", "| Peru | 0.42 | 1 |");
    // Heading and head of the table, 0 to 3; then three cells a row.
    let old = of_members(&[austria, chile, peru]);
    let new = of_members(&[austria, "| Cuba | 1.1 | 2 |", "| Peru | 0.5 | 1 |"]);
    let options = AlignOptions::default();
    assert_eq!(line(&align(&old, &new, &options)), "0=0 1=1 2=2 3=3 4=4 5=5 6=6 -7 -8 -9 +7 +8 +9 10=10 11=11 12=12 13=13");
    let turned = of_members(&[peru, austria, chile]);
    assert_eq!(line(&align(&old, &turned, &options)), "0=0 1=1 2=2 3=3 10=4m 11=5m 12=6m 4=7 5=8 6=9 7=10 8=11 9=12 13=13");
    // A row that was renamed keeps its figures.
    let renamed = of_members(&[austria, "| Chile (Republic of) | 2.013 | 2 |", peru]);
    assert_eq!(line(&align(&old, &renamed, &options)), "0=0 1=1 2=2 3=3 4=4 5=5 6=6 7=7 8=8 9=9 10=10 11=11 12=12 13=13");
}

#[test]
fn of_near_equals_the_words_say_which_is_which() {
    let paid = |amounts: &[(&str, &str)]| {
        let items = amounts.iter().map(|(port, amount)| format!("{port} shall pay {amount} euros for its lamps;"));
        let all: Vec<String> = items.collect();
        document(&all.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let old = paid(&[("Anse", "500"), ("Brest", "400"), ("Dinard", "300"), ("Erquy", "200")]);
    let new = paid(&[("Anse", "400"), ("Brest", "500"), ("Cancale", "300"), ("Dinard", "200"), ("Erquy", "300")]);
    assert_eq!(line(&align(&old, &new, &AlignOptions::default())), "0=0 1=1 +2 2=3 3=4");
    assert_eq!(line(&align(&new, &old, &AlignOptions::default())), "0=0 1=1 -2 3=2 4=3");
}
