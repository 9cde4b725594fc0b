//! What the list of changed figures says of one change, in three languages.

use rature::findings::Rule;

const HEADS: [&str; 3] = [
    "The Conference of the Parties,\n\nRecalling the Convention on wetlands,",
    "La Conférence des Parties,\n\nRappelant la Convention sur les zones humides,",
    "La Conferencia de las Partes,\n\nRecordando la Convención sobre los humedales,",
];

/// The rows between two texts of the language with this place in [`HEADS`]: "two months → two weeks", "– → 3".
fn rows(language: usize, old: &str, new: &str) -> Vec<String> {
    let text = |body: &str| format!("{}\n\n{body}\n", HEADS[language]);
    let redline = rature::Options::default().diff(&text(old), &text(new)).expect("two texts");
    let row = |rule: Rule, parts: &[String]| match rule {
        Rule::Changed => Some(parts.join(" → ")),
        Rule::Added => Some(format!("– → {}", parts[0])),
        Rule::Dropped => Some(format!("{} → –", parts[0])),
        _ => None,
    };
    redline.findings.iter().filter_map(|finding| row(finding.rule, &finding.parts)).collect()
}

/// What became of the figures of the only paragraph.
fn of_one(language: usize, old: &str, new: &str) -> Vec<String> {
    rows(language, &format!("1. {old}"), &format!("1. {new}"))
}

fn all_are(cases: &[(usize, &str, &str, &[&str])]) {
    for &(language, old, new, wanted) in cases {
        assert_eq!(of_one(language, old, new), wanted, "{old} / {new}");
    }
}

#[test]
fn what_a_list_of_counts_had_is_kept_when_it_grows() {
    all_are(&[
        (0, "Notes that 12 and 15 herons nest.", "Notes that 12, 15 and 20 herons nest.", &["– → 20 herons"]),
        (0, "Allows pens of ten and five feet.", "Allows pens of ten, five and three feet.", &["– → three feet"]),
        (
            1,
            "Autorise des étangs de six et neuf hectares.",
            "Autorise des étangs de six, neuf et douze hectares.",
            &["– → douze hectares"],
        ),
        (2, "Observa que 12 y 15 garzas anidan.", "Observa que 12, 15 y 20 garzas anidan.", &["– → 20 garzas"]),
    ]);
}

#[test]
fn figures_in_words_that_moved_are_one_row_each() {
    let moved = of_one(
        0,
        "Asks the keeper of the reserve, in concert with the wardens and the mayor, to send a report on the 12 ponds for the twentieth meeting.",
        "Asks the keeper of the reserve to send a report on the 13 ponds for the twenty-first meeting, in concert with the wardens and the mayor.",
    );
    assert_eq!(moved, ["12 ponds → 13 ponds", "twentieth meeting → twenty-first meeting"]);
    let cases = [
        (
            0,
            [
                "Asks the keeper of the reserve to send the wardens a written report before the summer",
                "Invites all States to speak with one another of the work of the mayor",
            ],
            [
                "The report shall hold a survey of the ",
                " ponds that the fund has cleaned for the sake of the herons and of their young",
            ],
            ["12 ponds → 15 ponds"],
        ),
        (
            1,
            ["Prie le gardien de faire rapport avant juin", "Invite les États à parler des travaux du gardien"],
            [
                "Le rapport contient un relevé des ",
                " étangs nettoyés par le fonds dans l'intérêt des hérons et de leurs petits oiseaux",
            ],
            ["12 étangs → 15 étangs"],
        ),
        (
            2,
            ["Pide al custodio que informe antes de junio", "Invita a los Estados a hablar de la labor del custodio"],
            [
                "El informe contendrá un estudio de las ",
                " lagunas limpiadas por el fondo en interés de las garzas y de sus crías pequeñas",
            ],
            ["12 lagunas → 15 lagunas"],
        ),
    ];
    for (language, [first, second], [before, behind], wanted) in cases {
        let old = format!("1. {first}. {before}12{behind};\n\n2. {second};");
        let new = format!("1. {first};\n\n2. {second}. {before}15{behind};");
        assert_eq!(rows(language, &old, &new), wanted);
    }
}

#[test]
fn roman_numbers_of_one_letter_and_ordinals_on_them_are_figures() {
    all_are(&[
        (0, "Recalls Title V of the Code.", "Recalls Title X of the Code.", &["Title V → Title X"]),
        (0, "Recalls Book IX of the Code.", "Recalls Book X of the Code.", &["Book IX → Book X"]),
        (
            0,
            "Notes the report of the XXIst Meeting.",
            "Notes the report of the XXIInd Meeting.",
            &["XXIst Meeting → XXIInd Meeting"],
        ),
        (1, "Rappelle le livre I du Code.", "Rappelle le livre V du Code.", &["livre I → livre V"]),
        (2, "Recuerda el título V del Código.", "Recuerda el título X del Código.", &["título V → título X"]),
    ]);
}

#[test]
fn a_time_or_a_length_of_time_is_one_figure() {
    all_are(&[
        (
            0,
            "Opens the gates at 15:00 hours on 3 May.",
            "Opens the gates at 16:30 hours on 3 May.",
            &["15:00 hours → 16:30 hours"],
        ),
        (0, "Opens the gates at 04:00 hours.", "Opens the gates at 05:00 hours.", &["04:00 hours → 05:00 hours"]),
        (1, "Ouvre les vannes à 15 heures.", "Ouvre les vannes à 16 h 30.", &["15 heures → 16 h 30"]),
        (1, "Ouvre les vannes à 15 h 00 le 3 mai.", "Ouvre les vannes à 16 h 30 le 3 mai.", &["15 h 00 → 16 h 30"]),
        (1, "Décide que la visite durera 1 h 30.", "Décide que la visite durera 2 heures.", &["1 h 30 → 2 heures"]),
        (2, "Abre las compuertas a las 15:00 horas.", "Abre las compuertas a las 16:30 horas.", &["15:00 horas → 16:30 horas"]),
    ]);
}

#[test]
fn sums_with_a_half_are_whole() {
    all_are(&[
        (
            0,
            "Allots one million dollars.",
            "Allots one and a half million dollars.",
            &["one million dollars → one and a half million dollars"],
        ),
        (
            1,
            "Alloue un million de dollars.",
            "Alloue deux millions et demi de dollars.",
            &["un million de dollars → deux millions et demi de dollars"],
        ),
        (
            2,
            "Asigna un millón de dólares.",
            "Asigna dos millones y medio de dólares.",
            &["un millón de dólares → dos millones y medio de dólares"],
        ),
        (0, "Allots 1/12 of the pay to the fund.", "Allots 1/10 of the pay to the fund.", &["1/12 → 1/10"]),
    ]);
}

#[test]
fn dates_cut_short_are_dates_and_two_are_no_period_across_a_comma() {
    all_are(&[
        (0, "Notes that it ends on 31 Dec. 2021.", "Notes that it ends on 30 Sept. 2022.", &["31 Dec. 2021 → 30 Sept. 2022"]),
        (1, "Note qu'il expire le 31 déc. 2021.", "Note qu'il expire le 30 sept. 2022.", &["31 déc. 2021 → 30 sept. 2022"]),
        (2, "Observa que expira el 31 dic. 2021.", "Observa que expira el 30 sept. 2022.", &["31 dic. 2021 → 30 sept. 2022"]),
        (
            0,
            "Extends the term, which ends on 30 June, to 31 December 2021.",
            "Extends the term, which ends on 31 December, to 30 June 2022.",
            &["30 June → 31 December", "31 December 2021 → 30 June 2022"],
        ),
        (0, "Runs it from [2021] to [2024].", "Runs it from [2022] to [2025].", &["2021 → 2022", "2024 → 2025"]),
        (0, "Holds it in the second half of 2021.", "Holds it from 27 June to 1 July 2022.", &["2021 → 27 June to 1 July 2022"]),
        (0, "Meets on 3 and 4 May 2018.", "Meets on 5 and 6 June 2019.", &["3 and 4 May 2018 → 5 and 6 June 2019"]),
    ]);
}

#[test]
fn an_addendum_is_named_with_its_number() {
    all_are(&[
        (
            0,
            "Notes the report (A/70/15 and Corr.1).",
            "Notes the report (A/71/15 and Corr.2).",
            &["A/70/15 → A/71/15", "Corr.1 → Corr.2"],
        ),
        (0, "Notes A/70/16 and Add.1 and 2.", "Notes A/71/16 and Add.1–3.", &["A/70/16 → A/71/16", "Add.1 and 2 → Add.1–3"]),
        (0, "Notes the report (A/70/1).", "Notes the report (A/70/1 and Add.1).", &["– → Add.1"]),
        (
            1,
            "Prend note du document A/70/20 et Corr.1.",
            "Prend note du document A/71/20 et Corr.2.",
            &["A/70/20 → A/71/20", "Corr.1 → Corr.2"],
        ),
        (
            2,
            "Toma nota del documento A/70/15 y Corr.1.",
            "Toma nota del documento A/71/15 y Corr.2.",
            &["A/70/15 → A/71/15", "Corr.1 → Corr.2"],
        ),
    ]);
}

#[test]
fn letters_and_numbers_of_cited_parts_are_told() {
    all_are(&[
        (
            0,
            "Recalls article 36 (9) (b) of the Statute.",
            "Recalls article 36 (9) (c) of the Statute.",
            &["article 36 (9) (b) → article 36 (9) (c)"],
        ),
        (
            0,
            "Recalls paragraph 7 (a) to (c) of it.",
            "Recalls paragraph 7 (a) to (e) of it.",
            &["paragraph 7 (a) to (c) → paragraph 7 (a) to (e)"],
        ),
        (0, "Recalls subparagraph (b) of it.", "Recalls subparagraph (d) of it.", &["subparagraph (b) → subparagraph (d)"]),
        (
            1,
            "Rappelle l'alinéa b) du paragraphe 9.",
            "Rappelle l'alinéa c) du paragraphe 9.",
            &["alinéa b) du paragraphe 9 → alinéa c) du paragraphe 9"],
        ),
        (
            2,
            "Recuerda el apartado b) del párrafo 9.",
            "Recuerda el apartado c) del párrafo 9.",
            &["apartado b) del párrafo 9 → apartado c) del párrafo 9"],
        ),
    ]);
}

#[test]
fn the_numbers_of_a_vote_behind_the_text_are_told_and_its_day_is_not() {
    let vote = |day: &str, votes: &str| {
        format!("1. Décide de rester saisie de la question.\n\n35e séance\n{day}\n\n[Adoptée par {votes}.]")
    };
    let (old, new) = (
        vote("12 juillet 2020", "101 voix contre 5, avec 42 abstentions"),
        vote("12 juillet 2021", "98 voix contre 8, avec 40 abstentions"),
    );
    assert_eq!(rows(1, &old, &new), ["101 voix → 98 voix", "5 → 8", "42 abstentions → 40 abstentions"]);
}

#[test]
fn a_word_of_degree_makes_no_two_figures_one() {
    let old =
        "Notes that more than 20 million birds winter in the marshes of the south, where reeds are cut, and thanks the wardens.";
    let new = "Notes that hunters, who paid their dues in the year before, took more than 2 million, and thanks the wardens.";
    assert_eq!(of_one(0, old, new), ["20 million birds → –", "– → 2 million"]);
}

#[test]
fn names_are_told_whole() {
    all_are(&[
        (
            0,
            "Notes the sixteenth World Water Week.",
            "Notes the seventeenth World Water Week.",
            &["sixteenth World Water Week → seventeenth World Water Week"],
        ),
        (
            2,
            "Pide un informe para su vigésimo período de sesiones.",
            "Pide un informe para su vigésimo primer período de sesiones.",
            &["vigésimo período de sesiones → vigésimo primer período de sesiones"],
        ),
        (0, "Thanks several hundred wardens.", "Thanks many wardens.", &["hundred → –"]),
    ]);
}

#[test]
fn a_figure_in_words_that_are_no_number_is_told_where_it_changed() {
    all_are(&[
        // How often, how long, how many at a time.
        (0, "Asks the wardens to meet once a year.", "Asks the wardens to meet twice a year.", &["once → twice"]),
        (0, "Asks the wardens to meet three times.", "Asks the wardens to meet once.", &["three times → once"]),
        (0, "Closes the marsh for six months.", "Closes the marsh for one year.", &["six months → one year"]),
        (0, "Closes the marsh for two weeks.", "Closes the marsh for a month.", &["two weeks → a month"]),
        (0, "Counts herons every two years.", "Counts herons every year.", &["two years → every year"]),
        (0, "Asks for quarterly tallies of herons.", "Asks for monthly tallies of herons.", &["quarterly → monthly"]),
        (0, "Asks for tallies of herons.", "Asks for quarterly tallies of herons.", &["– → quarterly"]),
        (0, "Intends to double the nests.", "Intends to triple the nests.", &["double → triple"]),
        (0, "Notes that nests have doubled.", "Notes that nests have halved.", &["doubled → halved"]),
        (0, "Names one warden of the marsh.", "Names two wardens of the marsh.", &["one warden → two wardens"]),
        (
            1,
            "Prie les gardes de se réunir une fois par an.",
            "Prie les gardes de se réunir deux fois par an.",
            &["une fois → deux fois"],
        ),
        (1, "Note qu’une dizaine d’étangs ont gelé.", "Note qu’une vingtaine d’étangs ont gelé.", &["dizaine → vingtaine"]),
        (1, "Demande un relevé annuel des hérons.", "Demande un relevé semestriel des hérons.", &["annuel → semestriel"]),
        (1, "Ferme le marais pour six mois.", "Ferme le marais pour un an.", &["six mois → un an"]),
        (1, "Entend doubler le nombre des nids.", "Entend tripler le nombre des nids.", &["doubler → tripler"]),
        (
            2,
            "Pide a los guardas que se reúnan una vez al año.",
            "Pide a los guardas que se reúnan dos veces al año.",
            &["una vez → dos veces"],
        ),
        (2, "Observa que una docena de garzas anidan.", "Observa que una veintena de garzas anidan.", &["docena → veintena"]),
        (2, "Pide un recuento bienal de las garzas.", "Pide un recuento trienal de las garzas.", &["bienal → trienal"]),
        (2, "Se propone duplicar los nidos.", "Se propone triplicar los nidos.", &["duplicar → triplicar"]),
        // What stands against no other figure, or says the same, is none.
        (0, "Reopens the marsh once mended.", "Reopens the marsh when mended.", &[]),
        (0, "Keeps both of the ponds.", "Keeps all of the ponds.", &[]),
        (0, "Keeps two of the ponds.", "Keeps both of the ponds.", &[]),
        (0, "Asks for an annual tally of herons.", "Asks for a tally of herons.", &[]),
        (0, "Closes the marsh for a fortnight.", "Closes the marsh for two weeks.", &[]),
        (1, "Rouvre le marais une fois réparé.", "Rouvre le marais dès sa réparation.", &[]),
        (1, "Crée une commission du marais.", "Crée la commission du marais.", &[]),
        (2, "Subraya una vez más el valor del marjal.", "Subraya de nuevo el valor del marjal.", &[]),
    ]);
}

#[test]
fn signs_latin_counts_and_fractions_are_part_of_a_figure() {
    all_are(&[
        (
            0,
            "Notes that the level moved by -2.5 per cent.",
            "Notes that the level moved by 2.5 per cent.",
            &["-2.5 per cent → 2.5 per cent"],
        ),
        (
            0,
            "Notes that three-fourths of the nests are empty.",
            "Notes that one-half of the nests are empty.",
            &["three-fourths → one-half"],
        ),
        (0, "Opens the gates at 10 a.m. to all.", "Opens the gates at 3 p.m. to all.", &["10 a.m. → 3 p.m."]),
        (0, "Notes a ratio of 1:3 in the nests.", "Notes a ratio of 1:2 in the nests.", &["1:3 → 1:2"]),
        (
            0,
            "Reduces the nests from eighteen to sixteen.",
            "Reduces the nests from 21 to 18.",
            &["eighteen → 21", "sixteen → 18"],
        ),
        (1, "Rappelle l’article 103 bis du Code.", "Rappelle l’article 103 ter du Code.", &["article 103 bis → article 103 ter"]),
        (
            1,
            "Rappelle le paragraphe premier du Code.",
            "Rappelle le paragraphe 2 du Code.",
            &["paragraphe premier → paragraphe 2"],
        ),
        (1, "Note le premier semestre 2023.", "Note le second semestre 2023.", &["premier → second"]),
        (
            2,
            "Observa que la tercera parte de los nidos están vacíos.",
            "Observa que la cuarta parte de los nidos están vacíos.",
            &["tercera → cuarta"],
        ),
        (
            2,
            "Observa que un quinto informe ha llegado.",
            "Observa que un sexto informe ha llegado.",
            &["quinto informe → sexto informe"],
        ),
    ]);
}
