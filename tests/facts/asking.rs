//! Every verb that asks or decides looks ahead, in three languages; what looks back does not.

use rature::findings::{Finding, History, LintOptions, Rule, lint};
use rature::read::{ReadOptions, read};
use rature::structure::{Document, structure};

fn document(text: &str) -> Document {
    structure(read("text", text.as_bytes(), &ReadOptions::default()).expect("a text"))
}

/// Two years of a resolution of two paragraphs, the second of which is `paragraph` in both.
fn years(head: [&str; 2], symbols: [&str; 2], paragraph: &str) -> Vec<Document> {
    let text = |symbol: &str| format!("{symbol}\n\n{}\n\n1. {}\n\n2. {paragraph}\n", head[0], head[1]);
    symbols.map(|symbol| document(&text(symbol))).to_vec()
}

const EN: [&str; 2] = ["The Assembly of States Parties,\n\nRecalling the Rome Statute,", "Welcomes the work of the Registry;"];
const FR: [&str; 2] = ["L'Assemblée des États Parties,\n\nRappelant le Statut de Rome,", "Se félicite du travail du Greffe ;"];
const ES: [&str; 2] =
    ["La Asamblea de los Estados Partes,\n\nRecordando el Estatuto de Roma,", "Acoge con beneplácito la labor de la Secretaría;"];

fn asked(head: [&str; 2], paragraph: &str) -> Vec<Rule> {
    let texts = years(head, ["ICC-ASP/19/Res.4", "ICC-ASP/20/Res.4"], paragraph);
    lint(&History::of(&texts), &LintOptions::default()).into_iter().map(|finding: Finding| finding.rule).collect()
}

#[test]
fn a_session_that_has_come_is_asked_about_behind_every_verb_that_asks() {
    let english = [
        "Requests",
        "Urges",
        "Directs",
        "Demands",
        "Decides that",
        "Recommends that",
        "Encourages",
        "Invites",
        "Calls upon",
        "Exhorts",
        "Instructs",
        "Asks",
        "Appeals to",
        "Authorizes",
        "Strongly urges",
        "Also requests",
        "Agrees that",
        "Expects",
        "Mandates",
        "Takes note of the plan and requests",
        "Resolves that",
        "Requires",
        "Suggests that",
        "Entrusts",
        "Tasks",
        "Charges",
        "Commits",
        "Expresses its intention to ask",
        "Takes note of the plan and intends to ask",
    ];
    for verb in english {
        let paragraph = format!("{verb} the Bureau to present a statement of arrears to the Assembly at its twentieth session.");
        assert_eq!(asked(EN, &paragraph), [Rule::Come], "{verb}");
    }
    let french = [
        "Prie",
        "Exhorte",
        "Recommande",
        "Ordonne",
        "Encourage",
        "Décide que",
        "Demande",
        "Invite",
        "Charge",
        "Engage",
        "Demande instamment",
        "Exige que",
        "Enjoint",
        "Autorise",
        "Prie de nouveau",
        "Convient que",
        "Appelle",
        "Prend note du plan et prie",
        "Confie",
        "Préconise",
        "Donne pour instruction à",
        "Donne mandat à",
        "Prend note du plan et donne pour instruction à",
        "Exprime son intention d'inviter",
        "Entend inviter",
    ];
    for verb in french {
        let paragraph = format!("{verb} le Bureau de présenter un état des arriérés à l'Assemblée à sa vingtième session.");
        assert_eq!(asked(FR, &paragraph), [Rule::Come], "{verb}");
    }
    let spanish = [
        "Pide",
        "Insta",
        "Exhorta",
        "Recomienda",
        "Decide",
        "Solicita",
        "Encarga",
        "Invita",
        "Alienta",
        "Exige",
        "Ordena",
        "Autoriza",
        "Ruega",
        "Pide también",
        "Toma nota del plan y pide",
        "Encomienda",
        "Da instrucciones",
        "Toma nota del plan y da instrucciones",
        "Expresa su intención de invitar",
        "Faculta",
    ];
    for verb in spanish {
        let paragraph =
            format!("{verb} a la Mesa que presente un estado de las cuotas a la Asamblea en su vigésimo período de sesiones.");
        assert_eq!(asked(ES, &paragraph), [Rule::Come], "{verb}");
    }
}

#[test]
fn a_session_that_was_or_goes_on_is_not_asked_about() {
    for paragraph in [
        "Recalls the decision that the Assembly took at its twentieth session.",
        "Requests the Bureau to report to the Assembly at its resumed twentieth session.",
        "Requests the Bureau to report at the resumption of its twentieth session.",
        "Requests the Bureau, recalling the talks at its twentieth session, to report at its twenty-first session.",
    ] {
        assert_eq!(asked(EN, paragraph), [], "{paragraph}");
    }
    assert_eq!(asked(FR, "Prie le Bureau de faire rapport à la reprise de sa vingtième session."), []);
    assert_eq!(asked(ES, "Pide a la Mesa que informe en la continuación de su vigésimo período de sesiones."), []);
}

#[test]
fn a_part_of_a_paragraph_that_asks_looks_ahead() {
    let paragraph =
        "Requests the Bureau:\n\n(a) To consult the Registry;\n\n(b) To report to the Assembly at its twentieth session.";
    assert_eq!(asked(EN, paragraph), [Rule::Come]);
}

/// What is asked about `new`, with `old` before it, of three languages in turn.
fn asked_of(old: &str, new: &str) -> Vec<(Rule, Option<String>)> {
    let texts = [document(old), document(new)];
    lint(&History::of(&texts), &LintOptions::default()).into_iter().map(|finding| (finding.rule, finding.suggestion)).collect()
}

#[test]
fn a_part_of_a_paragraph_is_cited_by_its_letter() {
    let text = |letter: &str, first: &str| {
        format!(
            "The Assembly,\n\nRecalling the Statute,\n\n1. Requests the Bureau:\n\n{first}(b) To consult the Registry about arrears;\n\n\
             (c) To publish the scale of dues;\n\n2. Decides to return to paragraph 1 ({letter}) next year."
        )
    };
    let (old, new) = (text("b", ""), text("b", "(a) To meet in The Hague twice;\n\n"));
    assert_eq!(
        asked_of(
            &old.replace("(b) To", "(a) To").replace("(c) To", "(b) To").replace("1 (b)", "1 (a)"),
            &new.replace("1 (b)", "1 (a)")
        ),
        [(Rule::OtherParagraph, Some("1(b)".to_owned()))]
    );
    assert_eq!(asked_of(&old.replace("(b) To", "(a) To").replace("(c) To", "(b) To").replace("1 (b)", "1 (a)"), &new), []);
}

#[test]
fn words_and_figure_weekday_and_session_of_a_text_agree() {
    let old = "The Assembly,\n\nRecalling the Statute,\n\n1. Decides to meet.";
    let with = |words: &str| format!("The Assembly,\n\nRecalling the Statute,\n\n1. Decides to meet {words}.");
    let asked = |words: &str| asked_of(old, &with(words)).into_iter().map(|(rule, _)| rule).collect::<Vec<_>>();
    assert_eq!(asked("within thirty (31) days"), [Rule::WordsAndFigure]);
    assert_eq!(asked("within thirty (30) days, in cases one (a) and two (2)"), []);
    assert_eq!(asked("within one hundred and twenty (130) days"), [Rule::WordsAndFigure]);
    assert_eq!(asked("and to pay two thousand (2,500) euros"), [Rule::WordsAndFigure]);
    assert_eq!(asked("and to pay one million five hundred thousand (1,400,000) euros"), [Rule::WordsAndFigure]);
    assert_eq!(asked("and to pay one and a half million (1,500,000) euros"), []);
    assert_eq!(asked("at a rate of fifteen per cent (12 per cent)"), [Rule::WordsAndFigure]);
    assert_eq!(asked("in the years of one hundred (2001) and two (2001)"), [Rule::WordsAndFigure]);
    let french = |words: &str| {
        let text = |words: &str| format!("L'Assemblée,\n\nRappelant le Statut,\n\n1. Décide de verser {words} euros au fonds.");
        asked_of(&text("cent"), &text(words)).into_iter().map(|(rule, _)| rule).collect::<Vec<_>>()
    };
    assert_eq!(french("deux mille (2 500)"), [Rule::WordsAndFigure]);
    assert_eq!(french("un million cinq cent mille (1 500 000)"), []);
    let spanish = |words: &str| {
        let text = |words: &str| format!("La Asamblea,\n\nRecordando el Estatuto,\n\n1. Decide pagar {words} euros al fondo.");
        asked_of(&text("cien"), &text(words)).into_iter().map(|(rule, _)| rule).collect::<Vec<_>>()
    };
    assert_eq!(spanish("dos mil (2.500)"), [Rule::WordsAndFigure]);
    assert_eq!(spanish("dos millones y medio (2.500.000) de"), []);
    assert_eq!(asked("and to pay ten thousand dollars ($20,000) a year"), [Rule::WordsAndFigure]);
    assert_eq!(asked("and to pay ten thousand euros (€10,000) a year"), []);
    assert_eq!(asked("from Monday through Friday, 6 to 10 December 2021"), []);
    assert_eq!(asked("on [...] May"), [Rule::Bracketed]);
    assert_eq!(asked("on Monday, 9 December 2021"), [Rule::Weekday]);
    assert_eq!(asked("on Thursday, 9 December 2021"), []);
    assert_eq!(asked("with [TBC] members"), [Rule::Bracketed]);
    assert_eq!(asked("in [Myanmar] and elsewhere"), []);
}

#[test]
fn a_list_that_lost_its_and_is_asked_about() {
    let text = |second: &str, fourth: &str| {
        format!(
            "The Assembly,\n\nRecalling the Statute,\n\n1. Requests the Bureau:\n\n(a) To consult the Registry;\n\n(b) To publish the \
             scale of dues;{second}\n\n(c) To meet in The Hague{fourth}"
        )
    };
    let (whole, longer) = (text(" and", "."), text(" and", ";\n\n(d) To report."));
    assert_eq!(asked_of(&whole, &whole), []);
    assert_eq!(asked_of(&whole, &longer).first().map(|asked| asked.0), Some(Rule::ListAnd));
    assert_eq!(asked_of(&whole, &text("", ".")).first().map(|asked| asked.0), Some(Rule::ListAnd));
    assert_eq!(asked_of(&whole, &text("", "; and\n\n(d) To report.")), []);
}
