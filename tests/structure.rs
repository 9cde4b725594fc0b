//! What a paragraph is, told in small texts of our own.

use rature::read::{Layout, ReadOptions, read};
use rature::structure::{Document, Kind, structure};

/// The document in `paragraphs`, one a line.
fn document(paragraphs: &[&str]) -> Document {
    let mut options = ReadOptions::default();
    options.layout = Some(Layout::Lines);
    structure(read("text", paragraphs.join("\n").as_bytes(), &options).expect("a text"))
}

/// The ids of a text as it arrives.
pub(crate) fn told(text: &str) -> Vec<String> {
    let document = structure(read("text", text.as_bytes(), &ReadOptions::default()).expect("a text"));
    document.units.into_iter().map(|unit| unit.id).collect()
}

fn ids(document: &Document) -> Vec<&str> {
    document.units.iter().map(|unit| unit.id.as_str()).collect()
}

fn of<'a>(document: &'a Document, id: &str) -> &'a rature::structure::Unit {
    document.units.iter().find(|unit| unit.id == id).unwrap_or_else(|| panic!("no {id} among {:?}", ids(document)))
}

#[test]
fn a_bracketed_paragraph_of_a_draft_keeps_its_number_and_its_brackets() {
    let draft = document(&[
        "The Assembly of States Parties,",
        "Recalling its earlier decisions,",
        "1. Urges all States to answer;",
        "[2. Calls upon the Bureau to report;]",
        "[2 bis.] Invites the Court to consult;",
        "OP3. Requests the Registrar to publish the list;",
    ]);
    assert_eq!(ids(&draft), ["E1", "PP1", "OP1", "OP2", "OP2 bis", "OP3"]);
    assert_eq!(
        (of(&draft, "OP2").label.as_deref(), of(&draft, "OP2").text.as_str()),
        (Some("2."), "[Calls upon the Bureau to report;]")
    );
    assert_eq!(of(&draft, "OP2 bis").label.as_deref(), Some("[2 bis.]"));
    assert_eq!(draft.notes, []);
}

#[test]
fn a_number_that_lost_its_stop_is_known_by_its_neighbours_and_its_verb() {
    let read_as = |layout: Layout, number: &str| {
        let paragraphs = [
            "The Assembly of States Parties,",
            "Recalling its earlier decisions on the lists of experts that the Court keeps,",
            "1. Urges all States to answer the questions that the Registrar put to them;",
            &format!("{number} Invites the Court to publish its lists and to keep them up to date;"),
            "3. Decides to remain seized of the matter;",
            "4. Requests the Bureau to report.",
        ];
        let mut options = ReadOptions::default();
        options.layout = Some(layout);
        let between = if layout == Layout::Paragraphs { "\n\n" } else { "\n" };
        structure(read("text", paragraphs.join(between).as_bytes(), &options).expect("a text"))
    };
    for layout in [Layout::Lines, Layout::Paragraphs, Layout::Wrapped] {
        let text = read_as(layout, "2");
        assert_eq!(ids(&text), ["E1", "PP1", "OP1", "OP2", "OP3", "OP4"], "{layout:?}");
        assert_eq!((of(&text, "OP2").label.as_deref(), text.notes.len()), (Some("2"), 0), "{layout:?}");
        // Out of the count it is a figure, or the number of a note.
        assert!(!ids(&read_as(layout, "7")).contains(&"OP7"), "{layout:?}");
    }
}

#[test]
fn lettered_parts_nest_and_the_letter_i_follows_h() {
    let text = document(&[
        "The General Assembly,",
        "1. Requests the Secretary-General:",
        "(g) To report;",
        "(h) To consult, in particular:",
        "(i) To publish;",
        "2. Invites States:",
        "(a) To answer:",
        "(i) In writing;",
        "(ii) In time;",
        "(b) To cooperate;",
    ]);
    let wanted = ["E1", "OP1", "OP1(g)", "OP1(h)", "OP1(i)", "OP2", "OP2(a)", "OP2(a)(i)", "OP2(a)(ii)", "OP2(b)"];
    assert_eq!(ids(&text), wanted);
    assert_eq!(of(&text, "OP2(a)(ii)").parent, Some(of(&text, "OP2(a)").index));
}

#[test]
fn sections_nest_by_the_way_their_headings_are_numbered() {
    let text = document(&[
        "L'Assemblée générale,",
        "I. Mise en œuvre",
        "A. Capacités",
        "1. Prie le Bureau de poursuivre ;",
        "B. Formation",
        "2. Invite les États à répondre ;",
        "C. Financement",
        "3. Décide de créer un fonds ;",
        "II. Suivi",
        "4. Décide de rester saisie de la question.",
    ]);
    let section = |id| of(&text, id).section.join(" / ");
    assert_eq!(section("OP1"), "I. Mise en œuvre / A. Capacités");
    assert_eq!(section("OP3"), "I. Mise en œuvre / C. Financement");
    assert_eq!(section("OP4"), "II. Suivi");
}

#[test]
fn a_count_that_begins_again_opens_a_part_and_an_annex_counts_on_its_own() {
    let text = document(&[
        "The General Assembly,",
        "Recalling its resolutions,",
        "I. Leave",
        "1. Decides to keep the scale;",
        "2. Requests a report;",
        "II. Travel",
        "1. Decides to change the rates;",
        "38th plenary meeting",
        "19 December 2024",
        "Annex",
        "1. The Fund shall be administered by the Court.",
        "2. The Court shall report every year.",
    ]);
    assert_eq!(ids(&text), ["E1", "PP1", "H1", "OP1", "OP2", "H2", "S2.OP1", "C1", "C2", "A1", "A1.OP1", "A1.OP2"]);
    assert_eq!(of(&text, "A1.OP1").parent, Some(of(&text, "A1").index));
}

#[test]
fn a_resolution_without_numbers_is_counted() {
    let text = document(&[
        "La Asamblea General,",
        "Recordando sus resoluciones anteriores,",
        "Profundamente preocupada por la demora,",
        "Pide al Secretario General que informe;",
        "Decide seguir ocupándose de la cuestión.",
    ]);
    assert_eq!(ids(&text), ["E1", "PP1", "PP2", "OP1", "OP2"]);
    assert!(text.units.iter().all(|unit| unit.label.is_none()));
}

#[test]
fn an_act_of_law_is_sections_paragraphs_and_headings() {
    let law = document(&[
        "PART I Release of Information",
        "Interpretation",
        "2 In this Part,",
        "court means a court of a province;",
        "(a) the Superior Court,",
        "(a.1) the Trial Division,",
        "25.1 The court may review the order.",
        "Article L123-4. – Nul ne peut agir sans mandat.",
    ]);
    assert_eq!(ids(&law), ["H1", "H2", "OP2", "OP2.2", "OP2.2(a)", "OP2.2(a.1)", "OP25.1", "ArtL123-4"]);
    assert_eq!(of(&law, "OP25.1").section, ["PART I Release of Information", "Interpretation"]);
}

#[test]
fn an_article_is_called_by_its_number_wherever_that_stands() {
    let labelled = document(&["Artículo 7 bis. Las tasas se pagan en junio.", "a) En efectivo;"]);
    assert_eq!(ids(&labelled), ["Art7 bis", "Art7 bis(a)"]);
    let headed = document(&[
        "LOI SUR LES BACS",
        "Article premier",
        "Le bac est gratuit.",
        "Il circule le jour.",
        "Article 2 bis",
        "Le maire fixe les horaires.",
        "Dispositions finales",
        "La présente loi est affichée.",
    ]);
    assert_eq!(ids(&headed), ["H1", "H2", "Artpremier", "Artpremier.2", "H3", "Art2 bis", "H4", "OP1"]);
    assert!(headed.units.iter().all(|unit| unit.label.is_none()));
}

#[test]
fn what_has_no_number_gets_none() {
    let before = document(&[
        "At its fifth meeting the Board decided:",
        "It then rose.",
        "1. Fees are due in June.",
        "2. They bear interest.",
    ]);
    assert_eq!(ids(&before), ["U1", "U1.2", "OP1", "OP2"]);
    let defined = document(&[
        "(a) a court of first instance;",
        "court means any of these;",
        "judge means a judge of it;",
        "2 The court sits.",
    ]);
    assert_eq!(ids(&defined), ["OP(a)", "U1", "U2", "OP2"]);
    let under_heading =
        document(&["Definitions", "(a) a court;", "court means any of these;", "judge means a judge;", "2 The court sits."]);
    assert_eq!(ids(&under_heading), ["H1", "H1(a)", "H1.2", "H1.3", "OP2"]);
}

#[test]
fn symbol_title_session_and_adoption_are_read_from_the_front() {
    let united_nations = document(&[
        "Soixante-neuvième session",
        "Résolution adoptée par l'Assemblée générale le 18 décembre 2014",
        "[sur la base du rapport de la Troisième Commission (A/69/484)]",
        "69/157. Droits de la personne",
        "L'Assemblée générale ,",
        "1. Décide de rester saisie de la question.",
        "73 e séance plénière 18 décembre 2014",
    ]);
    assert_eq!((united_nations.label.as_str(), united_nations.session.as_deref()), ("69/157", Some("69")));
    assert_eq!(united_nations.title.as_deref(), Some("Droits de la personne"));
    let adopted = united_nations.adopted.as_ref().expect("an adoption");
    assert_eq!((adopted.date.as_deref(), adopted.meeting.as_deref()), (Some("2014-12-18"), Some("73")));
}

#[test]
fn marks_are_a_rising_count_and_figures_stay() {
    let text = document(&[
        "L’Assemblée des États Parties,",
        "Saluant le rapport de la Cour 1 , présenté à sa 8e séance,",
        "Rappelant l’article 93 du Statut de Rome2 et la table ronde du 3 avril,",
        "1. Rappelle les 66 recommandations adoptées en 20073 et les articles 5 et 6 ;",
        "2. Invite les 12 États concernés, en 2021, à répondre au rapport 1 ;",
        "3. Modifie les sections 2, 4 et 5 du plan, du 4 au 6 juin ;",
    ]);
    let marks: Vec<(&str, &str, usize)> = text
        .units
        .iter()
        .flat_map(|unit| unit.footnotes.iter().map(|footnote| (unit.id.as_str(), footnote.mark.as_str(), footnote.at)))
        .collect();
    assert_eq!(marks, [("PP1", "1", 29), ("PP2", "2", 40), ("OP1", "3", 48), ("OP2", "1", 61)]);
    assert_eq!(of(&text, "PP1").text, "Saluant le rapport de la Cour, présenté à sa 8e séance,");
    assert_eq!(of(&text, "OP1").text, "Rappelle les 66 recommandations adoptées en 2007 et les articles 5 et 6 ;");
}

#[test]
fn a_gap_and_a_double_in_the_count_are_said() {
    let text = document(&["The General Assembly,", "1. Urges States;", "3. Invites States;", "3. Requests States;"]);
    let codes: Vec<&str> = text.notes.iter().map(|note| note.code.as_str()).collect();
    assert_eq!(codes, ["numbering-gap", "numbering-double"]);
    assert_eq!(text.units.iter().filter(|unit| unit.kind == Kind::Operative).count(), 3);
}

/// The document in `blocks`, set apart by blank lines as an extractor of PDF leaves them.
fn paged(blocks: &[&str]) -> Document {
    let mut options = ReadOptions::default();
    options.layout = Some(Layout::Paragraphs);
    structure(read("text", blocks.join("\n\n").as_bytes(), &options).expect("a text"))
}

#[test]
fn a_recital_that_a_page_broke_goes_on_behind_it() {
    let text = paged(&[
        "L'Assemblée des États Parties,",
        "Prenant note avec satisfaction du travail que les organes et les entités compétents de la Conférence des Nations",
        "______",
        "Voir ICC-ASP/19/25.",
        "Unies, ainsi que les organisations régionales, consacrent aux victimes,",
        "Affirmant que l'anniversaire a été l'occasion d'une réflexion utile aux échelles nationale,",
        "régionale et internationale, et sur ses incidences,",
        "1. Prie la Cour de faire rapport ;",
    ]);
    assert_eq!(ids(&text), ["E1", "PP1", "N.1", "PP2", "OP1"]);
    assert!(of(&text, "PP1").text.contains("des Nations Unies, ainsi que"));
    assert!(of(&text, "PP2").text.ends_with("nationale, régionale et internationale, et sur ses incidences,"));
}

#[test]
fn a_note_that_lost_its_number_is_a_note_at_a_foot_only() {
    let foot = |note: &str| {
        let text = paged(&[
            "The Assembly of States Parties,",
            "Recalling its decisions,",
            note,
            "2 Ibid.",
            "1. Asks the Court to report;",
        ]);
        of(&text, "PP1").kind == Kind::Preambular && text.units[2].kind == Kind::Note
    };
    for note in ["See ICC-ASP/19/25.", "Resolution 55/2, annex.", "ICC-ASP/19/25 (Part I), chap. III."] {
        assert!(foot(note), "{note}");
    }
    assert!(!foot("Resolution of the Assembly, which recalls 55/2."));
}

#[test]
fn a_title_above_paragraph_1_is_one_whatever_its_first_word() {
    let text = document(&[
        "The Assembly of States Parties,",
        "Recalling its earlier decisions,",
        "Taking stock: reviewing the outcomes of the review",
        "1. Asks the Court to report;",
        "2. Asks the Bureau to report;",
        "3. Conditions of service of staff in the field, in duty stations that are far from any seat of the Court and its organs, and allowances",
        "1. Asks the Registrar to report.",
    ]);
    assert_eq!(ids(&text), ["E1", "PP1", "H1", "OP1", "OP2", "H2", "S2.OP1"]);
}

#[test]
fn a_recital_above_paragraph_1_may_end_in_a_mark() {
    let text = document(&[
        "The General Assembly,",
        "Having considered the programme of work, 2014–2019,²",
        "1. Approves the programme;",
    ]);
    assert_eq!(ids(&text), ["E1", "PP1", "OP1"]);
}

#[test]
fn marks_after_a_plain_noun_or_a_symbol_are_lifted_and_a_numbered_name_is_not() {
    let text = document(&[
        "L'Assemblée des États Parties,",
        "Réaffirmant la Déclaration 1 et le Programme d'action 2 en faveur des victimes, et Action 21,",
        "1. Prend note de la mise en œuvre de sa résolution 66/199 3 ;",
        "2. Prend note du rapport 4 , et du point 5 de son ordre du jour.",
    ]);
    let marks = |id: &str| of(&text, id).footnotes.iter().map(|f| f.mark.as_str()).collect::<Vec<_>>().join(" ");
    assert_eq!([marks("PP1"), marks("OP1"), marks("OP2")], ["1 2", "3", "4"]);
    assert!(of(&text, "PP1").text.ends_with("et Action 21,"));
    assert!(of(&text, "OP1").text.ends_with("résolution 66/199 ;"));
}

#[test]
fn the_ending_of_an_ordinal_above_its_line_is_no_paragraph() {
    let text = paged(&[
        "L'Assemblée des États Parties,",
        "1. Prie la Cour de faire rapport.",
        "e",
        "57 séance plénière 22 novembre 2002",
    ]);
    assert_eq!(ids(&text), ["E1", "OP1", "C1"]);
}

#[test]
fn a_letter_that_begins_a_line_inside_a_quotation_opens_no_part() {
    let wrapped = |quote: [&str; 2]| {
        let lines = [
            "The Assembly of States Parties,".to_owned(),
            format!("Recalling its decision to ask the Bureau {}to take up in its report the following points:", quote[0]),
            format!("(a) the support of States; (b) the protection of witnesses{}, and its annex, which", quote[1]),
            "the Court was asked to study,".to_owned(),
            "1. Asks the Registrar, in the light of these decisions, to report to the States Parties on:".to_owned(),
            "(a) the support of States;".to_owned(),
            "(b) the protection of witnesses.".to_owned(),
        ];
        let mut options = ReadOptions::default();
        options.layout = Some(Layout::Wrapped);
        structure(read("text", lines.join("\n").as_bytes(), &options).expect("a text"))
    };
    for quote in [["“", "”"], ["« ", " »"], ["\"", "\""]] {
        assert_eq!(ids(&wrapped(quote)), ["E1", "PP1", "OP1", "OP1(a)", "OP1(b)"], "{quote:?}");
    }
}

#[test]
fn recitals_without_an_enacting_formula_are_recitals_and_what_stands_before_is_the_front() {
    let text = document(&[
        "ICC-ASP/20/Res.2",
        "Resolution on cooperation",
        "Recalling its earlier decisions,",
        "Determined to put an end to impunity,",
        "1. Asks the Court to report;",
        "2. Asks the Registrar to report.",
    ]);
    assert_eq!(ids(&text), ["F1", "F2", "PP1", "PP2", "OP1", "OP2"]);
    assert_eq!(text.symbol.as_deref(), Some("ICC-ASP/20/Res.2"));
    assert_eq!(text.notes.iter().map(|note| note.code.as_str()).collect::<Vec<_>>(), ["no-enacting"]);
}

#[test]
fn a_meeting_is_counted_in_figures_or_in_words() {
    let meeting = |adopted: &str, enacting: &str, recital: &str| {
        let text = document(&["ICC-ASP/20/Res.2", adopted, enacting, recital, "1. ICC;"]);
        text.adopted.and_then(|adopted| adopted.meeting)
    };
    let english = ("The Assembly of States Parties,", "Recalling its decisions,");
    let of = |adopted| meeting(adopted, english.0, english.1).unwrap_or_default();
    assert_eq!(of("Adopted at the 9th plenary meeting, on 9 December 2021, by consensus"), "9");
    assert_eq!(of("Adopted at its eighth plenary meeting, on 9 December 2021, by consensus"), "8");
    assert_eq!(of("Adopted at the twenty-first meeting, on 9 December 2021"), "21");
    assert_eq!(of("Adopted at a plenary meeting, on 9 December 2021"), "");
    let spanish =
        meeting("Aprobada en la octava sesión plenaria", "La Asamblea de los Estados Partes,", "Recordando sus decisiones,");
    assert_eq!(spanish.as_deref(), Some("8"));
}

#[test]
fn a_list_within_a_paragraph_opens_no_part() {
    let text = document(&[
        "The Council,",
        "1. Urges ports to report;",
        "2. Decides on this agenda:",
        "1. Election of a chair.",
        "2. Lamps.",
        "3. Other matters.",
        "3. Invites ports to attend;",
        "4. Decides to remain seized.",
    ]);
    assert_eq!(ids(&text), ["E1", "OP1", "OP2", "OP2(1)", "OP2(2)", "OP2(3)", "OP3", "OP4"]);
    assert_eq!(text.notes, []);
}

#[test]
fn a_paragraph_that_opens_with_its_first_part_has_both_labels() {
    let text = document(&["The Council,", "1. Urges ports;", "2. (a) Requests a list of lamps;", "(b) Requests a list of fees;"]);
    assert_eq!(ids(&text), ["E1", "OP1", "OP2", "OP2(b)"]);
    let second = of(&text, "OP2");
    assert_eq!((second.label.as_deref(), second.text.as_str()), (Some("2. (a)"), "Requests a list of lamps;"));
}

#[test]
fn dotted_numbers_are_labels_where_they_follow_each_other() {
    let text = document(&[
        "Agreement on lamps",
        "1. Terms",
        "1.1 \"Lamp\" means a light.",
        "1.2 \"Port\" means a harbour.",
        "2. Fees are due.",
    ]);
    assert_eq!(ids(&text), ["H1", "H2", "OP1.1", "OP1.2", "OP2"]);
}

#[test]
fn paragraphs_under_the_only_article_of_a_text_keep_their_numbers() {
    let text = document(&[
        "Article 9",
        "1. The Council sets the fees.",
        "2. (a) The Port pays the fees;",
        "(b) The Port keeps the lamp.",
    ]);
    assert_eq!(ids(&text), ["H1", "OP1", "OP2", "OP2(b)"]);
}

#[test]
fn paragraphs_under_an_article_are_called_by_it() {
    let text = document(&[
        "The Parties,",
        "Recalling their agreement on lamps,",
        "Chapter I",
        "Article premier",
        "Lamps",
        "1. Every port lights a lamp.",
        "2. A lamp burns oil.",
        "Art. 2 Fees",
        "A port pays nine crowns.",
        "Rule 3",
        "1. Notices are sent in May.",
    ]);
    let wanted = ["F1", "PP1", "H1", "H2", "H3", "Artpremier(1)", "Artpremier(2)", "H4", "Art2", "H5", "Rule 3(1)"];
    assert_eq!(ids(&text), wanted);
}

#[test]
fn an_enacting_formula_stands_at_the_beginning_or_before_a_paragraph() {
    let treaty = document(&[
        "CODE OF PORTS",
        "Article 1",
        "The Council meets in May.",
        "The Council also hears appeals that ports bring against fees,",
        "Article 2",
        "Fees are due in June.",
    ]);
    assert!(treaty.units.iter().all(|unit| unit.kind != Kind::Enacting && unit.kind != Kind::Front), "{:?}", ids(&treaty));
    let decision = document(&["Decision 5", "The Board of Ports adopts the following decision:", "1. Decides to light a lamp."]);
    assert_eq!(ids(&decision), ["F1", "E1", "OP1"]);
}

#[test]
fn a_verb_above_the_first_number_ends_the_formula() {
    for (formula, recital, verb, first) in [
        ("The Council,", "Recalling its decisions,", "Decides:", "1. To light the lamps;"),
        ("Le Conseil,", "Rappelant ses décisions,", "Décide\u{a0}:", "1. D’allumer les phares\u{a0};"),
        ("El Consejo,", "Recordando sus decisiones,", "Decide:", "1. Encender los faros;"),
    ] {
        assert_eq!(ids(&document(&[formula, recital, verb, first])), ["E1", "PP1", "E2", "OP1"]);
    }
}

#[test]
fn the_count_goes_on_behind_a_rule_that_is_quoted() {
    for [open, close] in [["« ", " »"], ["“", "”"]] {
        let text = document(&[
            "The Council,",
            "Recalling its rules,",
            "1. Decides to replace rule 7 by the following text:",
            &format!("{open}Rule 7"),
            "1. A keeper lights the lamp.",
            &format!("2. A second keeper watches it.{close};"),
            "2. Decides that the rule takes effect at once;",
            "3. Thanks the keepers.",
        ]);
        assert_eq!(ids(&text), ["E1", "PP1", "OP1", "H1", "S2.OP1", "S2.OP2", "OP2", "OP3"]);
    }
}

#[test]
fn what_enacts_below_the_recitals_and_what_closes_are_no_paragraphs() {
    let union = "THE COUNCIL OF THE LAMP UNION,\n\nHaving regard to the Treaty on Lamps,\n\nHAS ADOPTED THIS DECISION:\n\nArticle 1\n\nLamps shall be \
                 lit.\n\nArticle 2\n\nOil shall be bought.\n\nDone at Anse, 12 July 2021.\n\nFor the Council\n";
    assert_eq!(told(union), ["E1", "PP1", "E2", "H1", "Art1", "H2", "Art2", "C1", "C2"]);
    let treaty = "The States Parties to this Convention,\n\nRecognizing that ports need light,\n\nHave agreed as follows:\n\nArticle 1. Use of \
                  terms\n\n1. A lamp is any light.\n\n2. A port is any harbour.\n\nArticle 2. Scope\n\nThis Convention applies to all \
                  lamps.\n\nIN WITNESS WHEREOF the undersigned have signed it.\n";
    assert_eq!(told(treaty), ["E1", "PP1", "E2", "H1", "Art1(1)", "Art1(2)", "H2", "Art2", "C1"]);
    let french = "Le Conseil d'administration,\n\nVu la Convention,\n\nDécide ce qui suit :\n\nArticle premier. - Le budget des phares est \
                  arrêté.\n\nArt. 2. - Le Directeur en est chargé.\n\nFait à Anse, le 3 mai 2021.\n";
    assert_eq!(told(french), ["E1", "PP1", "E2", "Artpremier", "Art2", "C1"]);
    let town = "WHEREAS, the Town owns 45 lamps; and\n\nWHEREAS, the Council set $125,000 apart;\n\nNOW, THEREFORE, BE IT RESOLVED BY THE COUNCIL OF \
                ANSE:\n\nSECTION 1. The Keeper is authorized to sign a contract.\n\nSECTION 2. This takes effect at once.\n\nPASSED AND \
                ADOPTED this 14th day of June 2021.\n";
    assert_eq!(told(town), ["PP1", "PP2", "E1", "Section 1", "Section 2", "C1"]);
    let health = "The Assembly of Lamps,\n\nMindful of the ports,\n\n1. URGES ports to light them.\n\nSeventh plenary meeting, 31 May 2021\n";
    assert_eq!(told(health), ["E1", "PP1", "OP1", "C1"]);
    // Articles that are not titled are their words, and a list of them is no list of headings.
    let short = "Statutes\n\nArticle 1. The lamps are lit\n\nArticle 2. The oil is bought\n\nArticle 3. The wicks are cut\n";
    assert_eq!(told(short), ["H1", "Art1", "Art2", "Art3"]);
}

#[test]
fn a_foot_ends_where_its_page_does_and_the_head_of_the_next_is_no_text() {
    let page = "Lamp Union                                                LU/RES/7/12\n\n                    7/12.  Keeping of lamps\n\n      The \
                General Assembly,\n\n      Recalling its resolution 6/1 of 25 September 2015, entitled \u{201c}Light\nfor all\u{201d}, in which it set \
                goals that reach far and wide for ports,\n\n      Noting the report of the Secretary on lamps and oil, 1\n\n      1.    Takes note of \
                the report and of what is recommended in it to\nall the ports that keep lamps;\n\n__________________\n      1 LU/7/100.\n\n        \
                                                             1/3\n\nLU/RES/7/12                                              Keeping of lamps\n\n      \
                2.    Requests the Secretary to report again at its eighth session.\n\n                                                     54th plenary \
                meeting\n                                                         17 December 2021\n";
    for text in [page.to_owned(), page.replace("\nLU/RES/7/12 ", "\n\u{c}LU/RES/7/12 ")] {
        let read = structure(read("text", text.as_bytes(), &ReadOptions::default()).expect("a text"));
        assert_eq!(ids(&read), ["F1", "F2", "E1", "PP1", "PP2", "OP1", "N1", "OP2", "C1", "C2"], "{text}");
        assert_eq!((of(&read, "N1").text.as_str(), of(&read, "PP2").footnotes.len()), ("LU/7/100.", 1));
    }
}

#[test]
fn what_is_quoted_under_an_article_is_no_heading_and_its_parts_are_called_by_it() {
    let bill = "BILL\n\nArticle 1\n\nI. – The code is amended:\n\n1° In article L. 12, read four for three;\n\n2° After article L. 13, add:\n\n«\u{a0}Art. \
                L. 13-1. – Lamps are lit.\u{a0}»\n\nII. – Part I is of 2022.\n\nArticle 2\n\nA report is made.\n";
    assert_eq!(told(bill), ["H1", "H2", "Art1(I)", "Art1(I)(1)", "Art1(I)(2)", "H2.2", "Art1(II)", "H3", "Art2"]);
}

#[test]
fn items_on_lines_of_their_own_are_items_behind_and() {
    for (and, second) in [("; and", "(ii)"), (";", "(ii)"), (", or", "(ii)")] {
        let text = format!(
            "The Board,\n\n1. Approves the plan, subject to:\n\t(i)\tthe report{and}\n\t{second}\tthe checks.\n\n2. Thanks all.\n"
        );
        assert_eq!(told(&text), ["E1", "OP1", "OP1(i)", "OP1(ii)", "OP2"], "{text}");
    }
    let dashes = "The Board,\n\n1. Urges ports to:\n  - name a keeper; and\n  - report twice.\n\n2. Thanks all.\n";
    assert_eq!(told(dashes).len(), 5);
}

#[test]
fn what_is_resolved_is_a_provision_of_its_own() {
    let american = "RESOLUTION 12\n\nWHEREAS, the lamps are old; and\n\nWHEREAS, the State grants funds;\n\nNOW, THEREFORE, BE IT RESOLVED \
                    BY THE COUNCIL:\n\nRESOLVED, That the Clerk buy twelve lamps; and be it further\n\nRESOLVED, That $45,000 be set \
                    aside.\n\nPASSED AND ADOPTED this 12th day of March 2024.\n";
    assert_eq!(told(american), ["F1", "PP1", "PP2", "E1", "OP1", "OP2", "C1"]);
    let one = "Resolution on Lamps\n\nWhereas, the hall has twelve lamps; therefore be it\n\nResolved, That the Senate buy three more; and \
               be it finally\n\nResolved, That a copy be sent to the Board.\n";
    assert_eq!(told(one), ["F1", "PP1", "OP1", "OP2"]);
    let canadian = "RÉSOLUTION 118\n\nATTENDU QUE les lampes sont vieilles;\n\nATTENDU QUE la Ville a reçu une aide;\n\nIL EST PROPOSÉ par \
                    Mme Roy et résolu à l’unanimité :\n\nQUE le conseil achète douze lampes;\n\nD’AUTORISER le maire à \
                    signer.\n\nADOPTÉE À L’UNANIMITÉ\n";
    assert_eq!(told(canadian), ["F1", "PP1", "PP2", "E1", "OP1", "OP2", "C1"]);
    // What a session resolved is told in a preamble, and a recital may be resolved to act.
    let plain = "The Assembly,\n\nResolved to light the lamps,\n\nResolved that none shall go out,\n\n1. Buys oil.\n";
    assert_eq!(told(plain), ["E1", "PP1", "PP2", "OP1"]);
    // Without such a formula "D'adopter" and "Que" are items of what stands above.
    let asked = "L'Assemblée générale,\n\nDemande à tous les États :\n\nD'adopter des règles ;\n\nDe demander des comptes.\n";
    assert_eq!(told(asked), ["E1", "OP1", "OP1.2", "OP1.3"]);
    // Behind a comma "be it" goes on.
    let wrapped = "The Assembly,\n\nRecalling that a port keeps its lamps in whatever form they are, be it\noral or written, and that \
                   the keepers of all of them are heard in turn, be it\nin the morning or at night, when the boats of the bay come \
                   home,\n\n1. Urges all ports to light the lamps of the harbour of the town, be it\nby oil or by gas;\n";
    assert_eq!(told(wrapped), ["E1", "PP1", "OP1"]);
    // An item that ends with "or" is no heading.
    let items = "1. The fund pays for:\n\n(a) oil;\n\n(b) lamps, or\n\nHer Majesty, or\n\nthe port.\n";
    assert!(!told(items).iter().any(|id| id.starts_with('H')), "{:?}", told(items));
}

#[test]
fn an_article_may_end_with_a_colon_and_a_dash_opens_a_list() {
    let articles =
        "STATUTS\n\nArticle 1 : La caisse a pour but :\n- de payer l’huile ;\n- d’aider.\n\nArticle 2 : Le siège est à Anse.\n";
    assert_eq!(told(articles), ["H1", "Art1", "Art1.2", "Art1.3", "Art2"]);
    assert_eq!(
        told("Lamp Act\n\n1. In this Act—\n\n(a) a lamp is a light;\n\n(b) oil is fuel.\n")[1..],
        ["OP1", "OP1(a)", "OP1(b)"]
    );
    let fees = "The Board,\n\n1. Fixes the fees:\n\nChildren ....... 12\nYouths ......... 20\nStudents ....... 25\nAdults ......... 45\nFamilies \
                ....... 80\n\n2. Thanks all.\n";
    assert_eq!(told(fees).len(), 8, "a list of fees is no table of contents");
}
