//! Outlines of texts that number, list and page as bodies of other kinds do: each is told by its ids.

use crate::structure::told;

#[test]
fn a_number_may_have_a_dash_a_slash_or_a_colon_behind_it() {
    for sign in ["-", " –", " -", "/", ":", "º.-"] {
        let text = format!(
            "The Assembly,\n\nRecalling the lamps,\n\n1{sign} Decides to light them;\n\n2{sign} Requests oil;\n\n3{sign} Thanks all.\n"
        );
        assert_eq!(told(&text), ["E1", "PP1", "OP1", "OP2", "OP3"], "{sign}");
    }
    let tight = "L’Assemblée,\nRappelant les lampes,\n1- Décide de les allumer;\n2- Prie le gardien d’y veiller.\n";
    assert_eq!(told(tight), ["E1", "PP1", "OP1", "OP2"]);
    // A period, a time and a fraction are none.
    for head in ["14 – 16 May 2024 were kept free.", "12: noon is the hour.", "1/2 of the oil is left."] {
        let text = format!("The Assembly,\n\n1. Decides to meet:\n\n{head}\n\n2. Thanks all.\n");
        assert_eq!(told(&text), ["E1", "OP1", "OP1.2", "OP2"], "{head}");
    }
}

#[test]
fn numbers_alone_above_their_verbs_are_labels() {
    let text = "The Assembly,\n\nRecalling the lamps,\n\n1\n\nDecides to light them;\n\n2\n\nRequests oil of all ports.\n";
    assert_eq!(told(text), ["E1", "PP1", "OP1", "OP2"]);
    // Where a verb has none, they are what they were.
    let text = "The Assembly,\n\nRecalling the lamps,\n\n1\n\nDecides to light them;\n\nRequests oil.\n";
    assert!(!told(text).contains(&"OP2".to_owned()) || told(text).len() > 4, "{:?}", told(text));
}

#[test]
fn articles_and_clauses_may_be_counted_in_words_or_without_a_stop() {
    let words = "EL CONSEJO DEL PUERTO,\n\nCONSIDERANDO que la luz arde,\n\nRESUELVE:\n\nARTÍCULO PRIMERO. Aprobar el informe.\n\nARTÍCULO \
                 SEGUNDO.- Pedir aceite.\n\nPARÁGRAFO 1. El aceite será claro.\n\nARTÍCULO TERCERO. Publicar todo.\n";
    assert_eq!(told(words), ["E1", "PP1", "E2", "Art1", "Art2", "Parágrafo 1", "Art3"]);
    let clauses =
        "La Asamblea General,\n\nRecordando los faros,\n\nCláusula primera. El faro arde.\n\nCláusula segunda. Se informa.\n";
    assert_eq!(told(clauses), ["E1", "PP1", "Cláusula 1", "Cláusula 2"]);
    let bare = "Le Conseil municipal,\n\nVu le code du port,\n\nDécide :\n\nArt. 1 Le riverain entretient la berge.\n\nArt. 2 Le gardien y \
                veille.\n";
    assert_eq!(told(bare), ["E1", "PP1", "E2", "Art1", "Art2"]);
    let mayor = "Le maire,\n\nVu le code du port,\n\nConsidérant que la lampe doit brûler,\n\nARRÊTE\n\nARTICLE PREMIER. La lampe brûle.\n\nARTICLE 2. Le gardien y veille.\n";
    assert_eq!(told(mayor), ["F1", "PP1", "PP2", "E1", "Artpremier", "Art2"]);
    let noted = "L’Assemblée,\n\nRappelant les lampes,\n\nDécide :5\n\n1. De les allumer ;\n\n2. D’acheter l’huile.\n\n5 Par consensus.\n";
    assert_eq!(told(noted), ["E1", "PP1", "E2", "OP1", "OP2", "N5"]);
    // A section that says what it is about is a heading, as is a title behind the number of an article.
    let titles = "LAMP ACT\n\nArticle 1 Lamps\n\nLamps burn at night.\n\nArticle 2 Oil\n\nOil is bought by the port.\n";
    assert_eq!(told(titles), ["H1", "H2", "Art1", "H3", "Art2"]);
}

#[test]
fn items_may_be_pointed_or_lettered_with_a_sentence() {
    let pointed = "THE COMMITTEE,\n\n1 ADOPTS the lamps;\n\n2 DECIDES that they shall:\n\n.1 burn at night;\n\n.2 burn oil, that is:\n\n.2.1 whale \
                   oil; or\n\n.2.2 tallow;\n\n3 INVITES all ports to note it.\n";
    assert_eq!(told(pointed), ["E1", "OP1", "OP2", "OP2(1)", "OP2(2)", "OP2(2)(2.1)", "OP2(2)(2.2)", "OP3"]);
    for sign in [".", " –"] {
        let text = format!(
            "The Board,\n\n1. Decides as follows:\n\nA{sign} The lamp burns from dusk.\n\nB{sign} The keeper reports at noon.\n\n2. Thanks all.\n"
        );
        assert_eq!(told(&text), ["E1", "OP1", "OP1(A)", "OP1(B)", "OP2"], "{sign}");
    }
    let headings = "The Board,\n\n1. Thanks all:\n\nA. Fees\n\n2. Fixes them.\n\nB. Oil\n\n3. Buys it.\n";
    assert_eq!(told(headings), ["E1", "OP1", "H1", "OP2", "H2", "OP3"]);
    let code = "Le Conseil municipal,\n\nVu le code du port,\n\nDécide :\n\nI.-La lampe brûle.\n\nII.-Le gardien y veille.\n";
    assert_eq!(told(code), ["E1", "PP1", "E2", "OP(I)", "OP(II)"]);
}

#[test]
fn lines_without_stops_behind_a_colon_are_a_list() {
    let names =
        "The Board,\n\n1. Elects the following members:\n\nMs. Ana Holt (Anse)\n\nMr. Karl Mey (Bree)\n\n2. Thanks all.\n";
    assert_eq!(told(names), ["E1", "OP1", "OP1.2", "OP1.3", "OP2"]);
    let posts = "The Board,\n\n1. Approves the posts:\n\nP-5\n\n41\n\nKeepers\n\n12\n\n2. Thanks all.\n";
    assert_eq!(told(posts), ["E1", "OP1", "OP1.2", "OP1.3", "OP1.4", "OP1.5", "OP2"]);
    // The last line of words before the next number heads it.
    let headed = "The Board,\n\n1. Takes up these matters:\n\nLamps of the bay\n\nOil of the bay\n\nFees\n\n2. Fixes them.\n";
    assert_eq!(told(headed), ["E1", "OP1", "OP1.2", "OP1.3", "H1", "OP2"]);
    let alone = "The Board,\n\n1. Thanks all:\n\nFees\n\n2. Fixes them.\n";
    assert_eq!(told(alone), ["E1", "OP1", "H1", "OP2"]);
}

#[test]
fn a_verb_alone_heads_what_is_said_below_it() {
    let text = "The World Conference (Anse, 2023),\n\nconsidering\n\na) that lamps are needed;\n\nb) that oil is dear,\n\nrecognizing\n\nthat \
                ships pass by night,\n\nresolves\n\n1 to light the lamps;\n\n2 to buy oil,\n\ninstructs the Director\n\n1 to report.\n";
    assert_eq!(told(text), ["E1", "H1", "H1(a)", "H1(b)", "H2", "PP1", "H3", "OP1", "OP2", "H4", "S2.OP1"]);
}

#[test]
fn what_can_only_be_a_page_number_is_no_text() {
    for page in ["– 1 –", "- 1 -", "1 | P a g e", "Page 1 of 3", "Página 1 de 3", "p. 1"] {
        let text = format!(
            "The Board,\n\n1. Lights the lamps of the bay from dusk until dawn.\n\n{page}\n\n2. Buys the oil that is needed for all of them.\n\n{}\n\n3. Thanks the keepers of the lamps and their families.\n",
            page.replacen('1', "2", 1)
        );
        assert_eq!(told(&text), ["E1", "OP1", "OP2", "OP3"], "{page}");
    }
}

#[test]
fn a_head_that_counts_the_pages_and_stands_inside_a_sentence_is_no_text() {
    let text = "The Board,\n\n1. Urges the keepers of all the lamps of the bay to report\n\nDecisions of the Board 12\n\nto it on the oil \
                that was used in the year.\n\n2. Buys oil.\n\nDecisions of the Board 13\n\n3. Thanks all.\n";
    assert_eq!(told(text), ["E1", "OP1", "OP2", "OP3"]);
    let headings = "The Board,\n\n1. Buys oil.\n\nAims of part 1\n\n2. Lights lamps.\n\nAims of part 2\n\n3. Thanks all.\n";
    assert_eq!(told(headings), ["E1", "OP1", "H1", "OP2", "H2", "OP3"]);
}

#[test]
fn notes_may_stand_below_a_title_with_a_space_before_its_colon() {
    let text =
        "The Board,\n\nRecalling its lamps,(1)\n\n1. Buys oil;\n\n2. Thanks all.(2)\n\nNotes :\n\n(1) Of 2020.\n\n(2) Of 2021.\n";
    assert_eq!(told(text), ["E1", "PP1", "OP1", "OP2", "N1", "N2"]);
}

#[test]
fn an_appendix_to_something_is_an_annex() {
    let text = "The Committee,\n\nRecalling the lamps,\n\n1. Buys oil;\n\n2. Thanks all.\n\nAppendix to Recommendation 5\n\nI. \
                Lamps\n\n1. Ports light lamps.\n";
    assert_eq!(told(text), ["E1", "PP1", "OP1", "OP2", "A1", "H1", "A1.OP1"]);
}

#[test]
fn a_figure_at_the_head_of_a_line_is_no_label_where_nothing_counts() {
    for line in ["12 – Austria", "9 – Opening of the lamps", ".5 per cent of the oil", "– 12 –"] {
        let text =
            format!("The Assembly,\n\nRecalling the lamps,\n\n1. Fixes what follows:\n\nOil\n\n{line}\n\n2. Thanks all.\n");
        let documents = [text.clone(), text.replace("12", "14").replace("9 –", "8 –").replace(".5", ".6")];
        let redline = rature::Options::default().diff(&documents[0], &documents[1]).expect("two texts");
        assert_eq!(redline.findings.len(), 1, "{line}: {:?}", redline.findings);
    }
    let spanish = "La Asamblea,\n\nRecordando los faros del puerto,\n\n1. Toma nota de:\n\n3ª Reunión de los guardianes\n\n2. Decide seguir.\n";
    assert!(!told(spanish).iter().any(|id| id.contains("(3)")), "{:?}", told(spanish));
}

#[test]
fn what_opens_with_an_article_of_another_text_is_a_sentence() {
    let recital =
        "The Council,\n\nRecalling the lamps of the bay,\n\nArticle 101 TFEU applies to all undertakings.\n\n1. Buys oil.\n";
    assert_eq!(told(recital), ["E1", "PP1", "PP2", "OP1"]);
    let items = "The Board,\n\n1. Decides that:\n\nA. Members shall pay dues;\n\nB. Guests shall attend; and\n\nC. Keepers may speak there.\n\n2. Meets.\n";
    assert_eq!(told(items), ["E1", "OP1", "OP1(A)", "OP1(B)", "OP1(C)", "OP2"]);
}
