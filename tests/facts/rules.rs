//! What each rule asks about and what it does not, in three languages: two short texts a case.

use rature::findings::{Finding, History, LintOptions, Rule, lint};
use rature::read::{ReadOptions, read};
use rature::structure::{Document, structure};

/// How a text of each language begins.
const HEADS: [&str; 3] = [
    "The Conference of the Parties,\n\nRecalling the Convention on wetlands,",
    "La Conférence des Parties,\n\nRappelant la Convention sur les zones humides,",
    "La Conferencia de las Partes,\n\nRecordando la Convención sobre los humedales,",
];

/// A text of the language with this place in [`HEADS`], its paragraphs numbered.
fn text(language: usize, paragraphs: &[&str]) -> Document {
    let body: Vec<String> = paragraphs.iter().enumerate().map(|(at, words)| format!("{}. {words};", at + 1)).collect();
    written(&format!("{}\n\n{}\n", HEADS[language], body.join("\n\n")))
}

fn written(text: &str) -> Document {
    structure(read("text", text.as_bytes(), &ReadOptions::default()).expect("a text"))
}

/// The paragraphs of the last text that are asked about, with the rule.
fn asked(texts: &[Document]) -> Vec<(String, Rule)> {
    let last = texts.last().expect("a text");
    let short = |finding: Finding| (last.units[finding.unit].id.clone(), finding.rule);
    lint(&History::of(texts), &LintOptions::default()).into_iter().map(short).collect()
}

fn rules(texts: &[Document]) -> Vec<Rule> {
    asked(texts).into_iter().map(|(_, rule)| rule).collect()
}

#[test]
fn each_paragraph_of_the_text_itself_that_a_list_or_a_range_cites_is_followed() {
    let cases: [(usize, [&str; 3], &[&str]); 3] = [
        (
            0,
            ["Thanks the hosts of the meeting", "Sets up a register of marshes", "Names a keeper of the register"],
            &[
                "Asks for news of what paragraphs 1 and 2 of the present resolution brought",
                "Asks for news of the register that paragraph 1 of this resolution set up",
                "Asks for news of the matters in paragraphs 1 to 2 above",
                "Asks for news of the matters in paragraphs 1–2 above",
            ],
        ),
        (
            1,
            ["Remercie les hôtes de la réunion", "Crée un registre des marais", "Nomme un gardien du registre"],
            &[
                "Demande des nouvelles de l'application des paragraphes 1 et 2 de la présente résolution",
                "Demande des nouvelles du registre visé au paragraphe 1 du dispositif",
                "Demande des nouvelles des questions visées aux paragraphes 1 à 2 ci-dessus",
            ],
        ),
        (
            2,
            ["Agradece la acogida de los anfitriones", "Establece un registro de marismas", "Nombra un custodio del registro"],
            &[
                "Pide noticias sobre la aplicación de los párrafos 1 y 2 de la presente resolución",
                "Pide noticias sobre los asuntos de los párrs. 1 y 2",
                "Pide noticias sobre los asuntos de los párrafos 1 a 2 supra",
            ],
        ),
    ];
    for (language, [first, second, third], citing) in cases {
        let old: Vec<&str> = [second, third].into_iter().chain(citing.iter().copied()).collect();
        let new: Vec<&str> = [first].into_iter().chain(old.iter().copied()).collect();
        let found = asked(&[text(language, &old), text(language, &new)]);
        assert!(found.iter().all(|(_, rule)| *rule == Rule::OtherParagraph), "{found:?}");
        let cited =
            |words: &&&str| if words.contains(" and ") || words.contains(" et ") || words.contains(" y ") { 2 } else { 1 };
        assert_eq!(found.len(), citing.iter().map(|words| cited(&words)).sum::<usize>(), "{found:?}");
        assert_eq!(rules(&[text(language, &old), text(language, &old)]), []);
    }
}

#[test]
fn a_cited_paragraph_that_is_gone_or_never_was_is_asked_about() {
    let old = [
        "Sets up a register of marshes",
        "Names a keeper of the register",
        "Thanks the hosts of the meeting",
        "Asks for news of the keeper named in paragraph 2 above",
    ];
    let new = [old[0], old[2], old[3]];
    assert_eq!(asked(&[text(0, &old), text(0, &new)]), [("OP3".to_owned(), Rule::ParagraphGone)]);
    // What was written anew in its place may be cited as before.
    let anew = [old[0], "Entrusts two wardens with keeping it, each for a year", old[2], old[3]];
    assert_eq!(asked(&[text(0, &old), text(0, &anew)]), []);
    for (language, words) in [
        (0, "Asks for news of the matters in paragraph 9 above"),
        (1, "Demande des nouvelles des questions visées au paragraphe 9 de la présente résolution"),
        (2, "Pide noticias sobre los asuntos del párrafo 9 de la presente resolución"),
    ] {
        assert_eq!(rules(&[text(language, &[words])]), [Rule::NoSuchParagraph], "{words}");
    }
    assert_eq!(rules(&[text(0, &["Asks for news of the matters in paragraph 9 of the report"])]), []);
}

#[test]
fn two_counts_are_held_against_each_other_only_where_they_count_one_thing() {
    for (language, one, other) in [
        (0, "Thanks the 12 wardens of the lake", "Thanks the 14 wardens of the river"),
        (0, "Thanks the 12 wardens chosen in 2019", "Thanks the 14 wardens chosen in 2020"),
        (1, "Remercie les 12 gardiens du lac", "Remercie les 14 gardiens de la rivière"),
        (2, "Agradece a los 12 guardas del lago", "Agradece a los 14 guardas del río"),
    ] {
        assert_eq!(rules(&[text(language, &[one, other])]), [], "{one} / {other}");
    }
    for (language, one, other) in [
        (0, "Thanks the 12 wardens of the lake for their work", "Pays the 14 wardens of the lake"),
        (0, "Thanks the 12 wardens of the lake", "Pays the 14 wardens, who work at night"),
        (1, "Remercie les 12 gardiens du lac", "Paie les 14 gardiens"),
        (2, "Agradece a los 12 guardas del lago", "Paga a los 14 guardas"),
    ] {
        assert_eq!(rules(&[text(language, &[one, other])]), [Rule::CountedOtherwise], "{one} / {other}");
    }
}

#[test]
fn what_was_left_on_purpose_is_not_left_behind() {
    for (language, stays, old, new) in [
        (
            0,
            "Recalls that in 2018 the reserve had 18 wardens",
            "Decides that it shall have 18 wardens",
            "Decides that it shall have 21 wardens",
        ),
        (
            0,
            "Notes that 20 States joined the Register",
            "Notes that 20 States joined the Fund",
            "Notes that 25 States joined the Fund",
        ),
        (
            0,
            "Rests",
            "Pays 10 boats on the lake and 10 boats on the river",
            "Pays 12 boats on the lake and 10 boats on the river",
        ),
        (
            1,
            "Rappelle qu'en 2018 la réserve comptait 18 gardiens",
            "Décide qu'elle comptera 18 gardiens",
            "Décide qu'elle comptera 21 gardiens",
        ),
        (
            1,
            "Note que 20 États ont rejoint le Registre",
            "Note que 20 États ont rejoint le Fonds",
            "Note que 25 États ont rejoint le Fonds",
        ),
        (2, "Recuerda que en 2018 la reserva tenía 18 guardas", "Decide que tenga 18 guardas", "Decide que tenga 21 guardas"),
        (
            2,
            "Observa que 20 Estados se han sumado al Registro",
            "Observa que 20 Estados se han sumado al Fondo",
            "Observa que 25 Estados se han sumado al Fondo",
        ),
    ] {
        assert_eq!(rules(&[text(language, &[stays, old]), text(language, &[stays, new])]), [], "{stays} / {new}");
    }
    let stays = "Recalls the 18 wardens of the reserve";
    let [old, new] =
        ["Pays the 18 wardens of the reserve", "Pays the 21 wardens of the reserve"].map(|words| text(0, &[stays, words]));
    assert!(rules(&[old, new]).contains(&Rule::LeftBehind));
}

#[test]
fn lists_in_operative_paragraphs_are_lists() {
    let list = |words: &str, symbols: &[&str]| format!("{words} {}", symbols.join(", "));
    for (language, words) in [(0, "Recalls its resolutions"), (1, "Rappelle ses résolutions"), (2, "Recuerda sus resoluciones")]
    {
        let old = text(language, &[&list(words, &["61/4", "61/5", "61/6", "61/7"])]);
        let twice = text(language, &[&list(words, &["61/4", "61/5", "61/6", "61/5", "61/7"])]);
        let without = text(language, &[&list(words, &["61/4", "61/5", "61/7"])]);
        assert_eq!(rules(&[old.clone(), twice]), [Rule::Doubled], "{words}");
        assert_eq!(rules(&[old.clone(), without]), [Rule::LeftOut], "{words}");
        assert_eq!(rules(&[old.clone(), old]), [], "{words}");
    }
}

#[test]
fn days_of_the_week_belong_to_the_dates_behind_them_in_their_order() {
    for (language, words) in [
        (0, "Decides to meet on Monday and Tuesday, 6 and 7 December 2021"),
        (0, "Decides to meet from Monday to Friday, 6 to 10 December 2021"),
        (1, "Décide de se réunir les lundi et mardi 6 et 7 décembre 2021"),
        (1, "Décide de se réunir les lundi 6 et mardi 7 décembre 2021"),
        (2, "Decide reunirse el lunes y el martes 6 y 7 de diciembre de 2021"),
        (0, "Decides to meet by 29 February 2024"),
    ] {
        assert_eq!(rules(&[text(language, &[words])]), [], "{words}");
    }
    for (language, words, rule) in [
        (0, "Decides to meet on Monday and Wednesday, 6 and 7 December 2021", Rule::Weekday),
        (1, "Décide de se réunir les lundi et jeudi 6 et 7 décembre 2021", Rule::Weekday),
        (2, "Decide reunirse el lunes y el jueves 6 y 7 de diciembre de 2021", Rule::Weekday),
        (0, "Decides to meet on Monday, 31 June 2021", Rule::NoSuchDay),
        (0, "Asks for news by 29 February 2023", Rule::NoSuchDay),
        (1, "Demande des nouvelles d'ici au 31 novembre 2022", Rule::NoSuchDay),
        (2, "Pide noticias a más tardar el 31 de abril de 2022", Rule::NoSuchDay),
    ] {
        assert_eq!(rules(&[text(language, &[words])]), [rule], "{words}");
    }
    let texts = [text(0, &["Decides to meet on Friday, 9 December 2021"])];
    let found = lint(&History::of(&texts), &LintOptions::default());
    assert_eq!(found[0].suggestion.as_deref(), Some("Thursday"));
}

#[test]
fn a_verb_or_a_choice_in_brackets_was_left_and_a_letter_of_a_quotation_was_not() {
    let quoted = |language: usize, words: &str| {
        let found = lint(&History::of(&[text(language, &[words])]), &LintOptions::default());
        found.into_iter().map(|finding| finding.parts.join("")).collect::<Vec<_>>()
    };
    for (language, words, left) in [
        (0, "[Urges] States to drain no marsh", "[Urges]"),
        (0, "Decides and [Urges] States to drain no marsh", "[Urges]"),
        (0, "Asks the [Bureau] [Board] for news", "[Bureau]"),
        (0, "Adopts the plan [as changed [aloud] by the Bureau]", "[as changed [aloud] by the Bureau]"),
        (0, "Asks each State[s] for news", "[s]"),
        (1, "[Exhorte] les États à ne drainer aucun marais", "[Exhorte]"),
        (2, "[Insta] a los Estados a no drenar marismas", "[Insta]"),
    ] {
        assert_eq!(quoted(language, words), [left], "{words}");
    }
    for (language, words) in [
        (0, "Recalls that “[t]he wardens shall walk” and “stat[ed] so”"),
        (0, "Thanks Burma [Myanmar] for its news"),
        (1, "Rappelle que « [l]es gardiens marchent » et « [L]’eau monte »"),
        (2, "Recuerda que «[l]os guardas caminarán»"),
    ] {
        assert_eq!(quoted(language, words), [""; 0], "{words}");
    }
}

#[test]
fn one_footnote_mark_in_a_few_is_asked_about_and_so_is_one_out_of_order() {
    const RAISED: [&str; 9] = ["", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸"];
    const REPORTS: [&str; 8] = ["water", "birds", "reeds", "frogs", "boats", "mills", "paths", "eels"];
    let with = |marks: &[usize], notes: &[usize]| {
        let body = marks.iter().zip(REPORTS).enumerate();
        let body = body
            .map(|(at, (mark, on))| format!("{}. Takes note of the report of the keeper on {on};{}\n\n", at + 1, RAISED[*mark]));
        let notes = notes.iter().map(|note| format!("{} WET/19/{}.\n", RAISED[*note], 20 + note));
        let text = format!("{}\n\n{}_______________\n{}", HEADS[0], body.collect::<String>(), notes.collect::<String>());
        rules(&[written(&text)])
    };
    assert_eq!(with(&[1, 2, 3, 4], &[1, 2, 3, 4]), []);
    assert_eq!(with(&[1, 2, 3, 4], &[1, 2, 4]), [Rule::FootnoteText]);
    assert_eq!(with(&[1, 2, 4], &[1, 2, 3, 4]), [Rule::FootnoteMark]);
    assert_eq!(with(&[1, 2, 3, 5, 4, 6, 7, 8], &[1, 2, 3, 4, 5, 6, 7, 8]), [Rule::FootnoteMark]);
}

#[test]
fn a_part_that_a_paragraph_has_not_is_asked_about() {
    let two = [
        "Asks the wardens:\n\n(a) To count the herons;\n\n(b) To mend the gates",
        "Prie les gardes :\n\na) De compter les hérons ;\n\nb) De réparer les vannes",
        "Pide a los guardas:\n\na) Que cuenten las garzas;\n\nb) Que reparen las compuertas",
    ];
    let one = [
        "Asks the wardens to count the herons",
        "Prie les gardes de compter les hérons",
        "Pide a los guardas que cuenten las garzas",
    ];
    let cites = [
        ["Thanks those who act under paragraph 1 (c)", "Thanks those who act under paragraph 1 (b)"],
        ["Remercie ceux qui agissent en vertu du paragraphe 1 c)", "Remercie ceux qui agissent en vertu du paragraphe 1 b)"],
        ["Agradece a quienes actúan en virtud del párrafo 1 c)", "Agradece a quienes actúan en virtud del párrafo 1 b)"],
    ];
    let above = [" above", " ci-dessus", " supra"];
    for language in 0..3 {
        let [wrong, right] = cites[language];
        assert_eq!(rules(&[text(language, &[two[language], wrong])]), [Rule::NoSuchParagraph], "{wrong}");
        assert_eq!(rules(&[text(language, &[two[language], right])]), [], "{right}");
        let cited_above = format!("{wrong}{}", above[language]);
        assert_eq!(rules(&[text(language, &[one[language], &cited_above])]), [Rule::NoSuchParagraph], "{cited_above}");
        // Of a paragraph without parts the citation may be of another text.
        assert_eq!(rules(&[text(language, &[one[language], wrong])]), [], "{wrong}");
    }
    let in_words = "Asks the wardens (a) to count, (b) to mend and (c) to report";
    assert_eq!(rules(&[text(0, &[in_words, "Thanks those who act under paragraph 1 (c) above"])]), []);
}
