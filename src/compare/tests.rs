//! Redlines as sentences: what is struck stands in `[-…-]`, what came in `{+…+}`; `[~…~]` and `{~…~}` are typography only.
//!
//! A case is one line. The old and the new text are read off it, compared, and the redline must come out as it was written.

use super::*;

/// The redline of two texts in the notation.
fn shown(old: &str, new: &str, language: Language) -> String {
    let show = |edit: Edit| match (edit.op, edit.weight == Some(EditWeight::Editorial)) {
        (Op::Equal, _) => edit.text,
        (Op::Delete, false) => format!("[-{}-]", edit.text),
        (Op::Delete, true) => format!("[~{}~]", edit.text),
        (Op::Insert, false) => format!("{{+{}+}}", edit.text),
        (Op::Insert, true) => format!("{{~{}~}}", edit.text),
    };
    redlined([old, new], [language; 2], Prices::DRAFTER).into_iter().map(show).collect()
}

/// One side of a marked text: without the stretches between `drop`, and without the brackets of `keep`.
fn side(marked: &str, drop: [[&str; 2]; 2], keep: [[&str; 2]; 2]) -> String {
    let mut text = marked.to_owned();
    for [open, close] in drop {
        while let Some(from) = text.find(open) {
            let to = from + text[from..].find(close).expect("a mark is closed") + close.len();
            text.replace_range(from..to, "");
        }
    }
    keep.iter().flatten().fold(text, |text, mark| text.replace(mark, ""))
}

fn check(language: Language, cases: &[&str]) {
    let deleted = [["[-", "-]"], ["[~", "~]"]];
    let inserted = [["{+", "+}"], ["{~", "~}"]];
    let found: Vec<String> =
        cases.iter().map(|case| shown(&side(case, inserted, deleted), &side(case, deleted, inserted), language)).collect();
    assert_eq!(found, cases);
}

fn english(cases: &[&str]) {
    check(Language::En, cases);
}

fn french(cases: &[&str]) {
    check(Language::Fr, cases);
}

#[test]
fn a_word_changes_whole() {
    english(&["Urges {+all +}States to report", "Urges [-States-]{+Members+} to report", "Urges States to report{+ annually+}"]);
    french(&[
        "Prie les [-États-]{+Parties+} de coopérer",
        "Prie l'[-Assemblée-]{+Organe+} de siéger",
        "Décide d'[-examiner-]{+étudier+} le point",
    ]);
}

#[test]
fn a_figure_changes_whole() {
    french(&[
        "engage [-1 200 000-]{+1 250 000+} euros",
        "engage [-12,5 %-]{+12,6 %+} du budget",
        "voir le [-§ 3-]{+§ 4+} du rapport",
        "la [-dix-huitième-]{+dix-neuvième+} session",
    ]);
    english(&["see [-ICC-ASP/19/Res.2-]{+ICC-ASP/20/Res.2+} and its annex", "a sum of [-$1,200,000-]{+$1,300,000+} in all"]);
}

#[test]
fn a_date_changes_in_one_piece() {
    french(&[
        "adoptée le [-9 décembre 2021-]{+8 décembre 2022+} à La Haye",
        "adoptée le [-9 décembre 2021-]{+8 décembre 2021+} à La Haye",
    ]);
    english(&["adopted on [-9 December 2021-]{+8 December 2022+} in The Hague"]);
}

#[test]
fn common_words_between_two_changes_are_absorbed() {
    english(&[
        "[-Urges States parties to report annually-]{+Invites all Members to submit a review+}",
        "Requests the Registry to [-prepare and submit-]{+draft and present+} a report on the matter",
    ]);
}

#[test]
fn a_list_item_comes_with_its_comma() {
    english(&[
        "Recalling resolutions 64/12, 65/14, {+66/13, +}67/11 and 68/10",
        "Thanks the Court, {+the Registry, +}the Prosecutor and the Presidency",
    ]);
}

#[test]
fn a_list_that_grows_keeps_its_items_and_signs() {
    english(&[
        "adopted resolutions 51/8, 53/2[- and-]{+,+} 54/6{+, 55/1 and 56/9+} on the matter",
        "Thanks Andorra, [-Belize, -]Cyprus, Denmark and Fiji",
        "Notes that the hall is {+not +}open, {+not +}heated, {+not +}guarded and has [-a narrow-]{+the main+} door",
        "invites judges, [-clerks-]{+ushers+}, notaries and bailiffs",
        "meets [in Oslo] [in April{+ or May+}]",
        "the accounts [for 2017[- and 2018-]]",
    ]);
    french(&[
        "les résolutions 51/8[- et-]{+,+} 53/2 {+et 55/1 +}sur la question",
        "remercie l'Andorre, le Belize{+, le Chili+} et Chypre",
    ]);
}

#[test]
fn what_stands_between_two_changes_stays() {
    english(&[
        "the High Commissioner [-shall-]{+will+} publish [-two-]{+three+} maps",
        "Welcomes the {+recent +}visits of the experts {+from all regions +}to the islands",
    ]);
    french(&["Prie le Greffe {+de la Cour +}de publier {+chaque année +}la liste des avocats"]);
}

#[test]
fn a_reference_changes_whole() {
    english(&[
        "Recalling resolution [-61/4 of 6 May 2018-]{+62/7 of 6 May 2018+} on the matter",
        "a loan of [-5 million-]{+6 million+} euros",
        "for the period from [-1 July 2020 to 30 June 2021-]{+1 July 2021 to 30 June 2022+} only",
        "resolutions 61/4 and [-62/7-]{+63/1+} on the matter",
    ]);
    french(&["la résolution [-61/4, en date du 6 mai 2018-]{+62/7, en date du 6 mai 2018+}, sur la question"]);
}

#[test]
fn detail_is_finer_or_coarser_as_asked() {
    let changes = |old: &str, new: &str| {
        [Detail::Fine, Detail::Drafter, Detail::Coarse].map(|detail| {
            let edits = redlined([old, new], [Language::En; 2], Prices::of(detail));
            edits.iter().filter(|edit| edit.op == Op::Delete).count()
        })
    };
    let [old, new] = ["Urges States to pay dues to the Court", "Invites Parties to report gifts to the Court"];
    assert_eq!(changes(old, new), [2, 1, 1], "a small word between two changes");
    let [old, new] = ["The Registrar shall publish two maps of the area", "The Registrar will publish three maps of the area"];
    assert_eq!(changes(old, new), [2, 2, 1], "a word that carries meaning");
}

#[test]
fn a_common_stop_stays_outside_the_change() {
    english(&[
        "to the members of the [-Bureau-]{+Committee+}, including their advisers",
        "sets out the powers of the Council;[- and-]",
        "referred to in [-subsection 21(3)-]{+paragraph 22(4)+} or elsewhere",
    ]);
}

#[test]
fn a_sentence_comes_from_its_capital_to_its_stop() {
    english(&["The Court shall report. {+The Court shall publish the report. +}The Court shall inform the Assembly."]);
}

#[test]
fn a_change_starts_where_a_phrase_starts() {
    english(&["the work {+of the Bureau and +}of the Court"]);
    french(&["le travail {+du Bureau, +}du Greffe et du Procureur"]);
}

#[test]
fn a_paragraph_beyond_recognition_is_replaced_whole() {
    let old = "Urges the Registrar to consider, with the host State, the lease of the premises";
    let new = "Welcomes the seminar that the universities held in the autumn for young lawyers of the region";
    assert_eq!(shown(old, new, Language::En), format!("[-{old}-]{{+{new}+}}"));
}

#[test]
fn typography_is_editorial() {
    english(&[
        "the [~Court's~]{~Court’s~} work",
        "the [~\"~]{~“~}Plan[~\"~]{~”~} of action",
        "the years [~2014-2018~]{~2014–2018~}",
        "the plan [~-~]{~–~} as amended",
        "a report[~ ~]{~\u{A0}~}of the Court",
        "reports to the Assembly[~;~]{~.~}",
        "reports to the Assembly{~.~}",
        "[~office~]{~oﬃce~} of the Court",
        "[~coordination~]{~co\u{AD}ordination~} of work",
        "[~cafe\u{301}~]{~café~} talks",
        "[~sixty-six~]{~66~} recommendations",
        "[~one hundred and twenty~]{~120~} States",
        "[~ICC-ASP-18~]{~ICC-ASP/18~} and its annexes",
        "[~Urges~]{~urges~} States to report",
    ]);
    french(&[
        "[~l'~]{~l’~}Assemblée",
        "[~inter-organes~]{~interorganes~} et suivants",
        "[~Rés.~]{~Res.~} de l'Assemblée",
        "mise en [~oeuvre~]{~œuvre~} du plan",
        "[~1 200 000~]{~1\u{202F}200\u{202F}000~} euros",
        "les États[~ ~]{~\u{202F}~}; et les autres",
        "[~soixante-six~]{~66~} recommandations",
    ]);
}

#[test]
fn substance_is_substantive_however_small() {
    english(&[
        "decides {+[+}to report{+]+} on the matter",
        "the States[-,-] that have reported shall meet",
        "States [-and/-]or organizations",
        "all [-Parties-]{+parties+} to the conflict",
        "by [-12-]{+12 %+} in a year",
        "by [-$5-]{+€5+} in a year",
        "by [-3-]{+-3+} in a year",
        "the [-Parties-]{+Pa\u{200B}rties+} shall meet",
        "the [-Parties-]{+\u{420}arties+} shall meet",
        "the {+\u{202E}+}Parties shall meet",
    ]);
}

#[test]
fn typography_apart_from_a_change_stays_apart() {
    french(&["[~l'~]{~l’~}Assemblée prie les [-États-]{+Parties+} de coopérer"]);
    english(&["Also [-urges-]{+invites+} States to report[~;~]{~.~}"]);
}

#[test]
fn typography_beside_a_change_stays_typography() {
    french(&[
        "Prie {+instamment +}[~l'~]{~l’~}Assemblée [~d'~]{~d’~}examiner la question",
        "Invite la Cour à publier {+chaque année +}[~l'~]{~l’~}état des navires",
        "Invite la Cour à publier [-souvent -][~l'~]{~l’~}état des navires",
        "sa {+prochaine +}[~vingt-deuxième~]{~vingt\u{2011}deuxième~} session",
        "les États {+parties\u{202F}+}; et les autres",
    ]);
    english(&[
        "Welcomes the {+new +}[~\"~]{~“~}Roadmap[~\"~]{~”~} of the harbour",
        "calls for help in {+sustained +}[~capacity-building~]{~capacity\u{2011}building~} and training",
        "the [~Court's~]{~Court’s~} {+annual +}budget",
        "the [-annual -][~Court's~]{~Court’s~} budget",
        "[~Rés.~]{~Res.~} [-3-]{+4+} of the Assembly",
        "a [-red-]{+green+}[~ ship's~]{~\u{A0}ship’s~} bell",
        "reports to the Assembly{+ each year+}[~;~]{~.~}",
    ]);
}

#[test]
fn a_capital_goes_with_the_opening_that_took_it() {
    english(&["[-Urges-]{+Also urges+} States to report", "[-Also urges-]{+Urges+} States to report"]);
    french(&["[-L'-]{+De nouveau, l’+}État fait rapport"]);
}

#[test]
fn a_figure_in_another_part_is_another_figure() {
    english(&[
        "by a vote of [-28 to 8-]{+27 to 11+}, with [-11-]{+9+} abstentions",
        "raises the number of boats from [-12 to 15-]{+15 to 19+}",
        "between [-15 and 20-]{+20 and 25+} boats",
        "costs rose from [-$3 in 2019 to $5 in 2020-]{+$5 in 2020 to $8 in 2021+}",
    ]);
    french(&[
        "par [-28-]{+30+} voix contre [-8-]{+11+}, avec [-11-]{+6+} abstentions",
        "porte le nombre des phares de [-onze à treize-]{+treize à dix-sept+}",
    ]);
    check(Language::Es, &["por [-28-]{+30+} votos contra [-8 y 11-]{+11 y 6+} abstenciones"]);
}

#[test]
fn a_list_of_figures_that_rolls_on_keeps_what_both_have() {
    english(&[
        "in [-2018, -]2019[- and-]{+,+} 2020{+ and 2021+}",
        "Notes that 12[- and-]{+,+} 15 {+and 20 +}boats were seen",
        "spent [-2018: 12 crowns, -]2019: 15 crowns, 2020: 18 crowns",
    ]);
}

#[test]
fn the_labels_of_a_list_are_no_common_ground() {
    english(&[
        "Requests the Board: (a) {+to name its Chair; (b) +}to meet; ([-b-]{+c+}) to vote; and ([-c-]{+d+}) to report",
        "Invites States: (i) [-to sign the Protocol; (ii) -]to ratify; and ([-iii-]{+ii+}) to cooperate",
    ]);
    french(&["Demande : a) un rapport ; b) {+un budget ; c) +}un plan{+ quinquennal+} ; [-c-]{+d+}) un état des dettes"]);
}

#[test]
fn a_sentence_that_goes_is_no_part_of_the_date_before_it() {
    english(&[
        "to report by [-30 June 2021-]{+30 June 2022+}[-. The report shall list the ships-];",
        "to report by [-30 June 2021-]{+30 June 2022+}{+. The report shall list the ships+};",
    ]);
}

#[test]
fn white_space_goes_with_the_phrase() {
    french(&["prie les États{+ parties+} ; invite", "prie, {+puis +}invite"]);
    english(&["States [-that report -]shall meet", "States{+, in particular new ones,+} shall meet", "{+All +}States meet"]);
}

#[test]
fn a_split_shows_as_a_new_line() {
    english(&["Urges States to report[-, and invites-]{+;\nInvites+} the Court to help"]);
}

#[test]
fn a_sign_that_both_have_is_kept_beside_a_new_bracket() {
    english(&[
        "the meetings {+[+}(held in Oslo{+ and in Rome+}){+]+} of the Group",
        "the mandate {+[+}(three years{+, renewable+}){+]+} is extended",
        "Visits {+[+}the {+[new] +}harbour master{+]+} of the port",
    ]);
    french(&["le rapport {+[+}« Notre avenir{+ commun+} »{+]+} du Groupe"]);
}

#[test]
fn a_bracket_closes_the_one_that_opened() {
    let decided = |old: &str, new: &str, language| {
        let edits = redlined([old, new], [language; 2], Prices::DRAFTER);
        edits.into_iter().filter(|edit| edit.op != Op::Equal).map(|edit| edit.text).collect::<Vec<_>>()
    };
    let old = "Decides [to form a committee [standing]] [to defer the matter];";
    let new = "Decides to form a committee [standing [and open to all]];";
    assert_eq!(decided(old, new, Language::En), ["[", " [and open to all]", "] [to defer the matter]"]);
    let old = "Décide [de créer un comité [permanent]] [de reporter l'examen];";
    let new = "Décide de créer un comité [permanent [et ouvert à tous]];";
    assert_eq!(decided(old, new, Language::Fr), ["[", " [et ouvert à tous]", "] [de reporter l'examen]"]);
}

#[test]
fn the_word_that_each_item_repeats_says_little_of_the_item() {
    english(&[
        "Notes article 5, [-article 9, -]article 12{+, article 15+} and article 18",
        "Meets [-on 8 May 2020, -]on 12 May 2020{+, on 15 May 2020+} and on 20 May 2020",
        // Once is no list.
        "adopts it by a vote of [-28 to 8-]{+27 to 11+}, with [-11-]{+9+} abstentions",
    ]);
    french(&["Prend note de l'article 5, [-de l'article 9, -]de l'article 12{+, de l'article 15+} et de l'article 18"]);
}

#[test]
fn a_sign_behind_a_figure_is_a_measure_and_no_quotation_mark() {
    english(&[
        "The bay lies at 12°30[-′-]{+″+}N.",
        "A board of 6[-'-]{+\"+} is used.",
        "The [~“~]{~‘~}Agenda 21[~”~]{~’~} stands.",
        "The bay lies at 12°30[~'~]{~′~}N.",
    ]);
}

#[test]
fn a_name_of_a_list_keeps_no_word_of_another() {
    english(&[
        "Elects Congo, [-Democratic Republic of the Congo, South Sudan-]{+Democratic People's Republic of Korea, Mali+}, Sudan and Yemen;",
        "Elects Chad, {+Equatorial +}Guinea, [-South Sudan and -]Sudan{+ and Togo+};",
        // What only grew is kept.
        "Elects Chad, Cuba, Venezuela {+(Bolivarian Republic of) +}and Yemen;",
    ]);
}

#[test]
fn a_bracket_that_is_lifted_is_not_the_one_that_comes_before_it() {
    let found = shown("Decides that the [first] report is due;", "Decides that the [initial] first report is due;", Language::En);
    assert_eq!(found, "Decides that the [-[-]{+[initial] +}first[-]-] report is due;");
}
