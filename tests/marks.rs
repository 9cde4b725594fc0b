//! Which figures are footnote marks, and which are the text's own: a case a line, in three languages.

use rature::read::{Layout, ReadOptions, read};
use rature::structure::{Document, structure};

/// The document in `paragraphs`, one a line.
fn document(paragraphs: &[&str]) -> Document {
    let mut options = ReadOptions::default();
    options.layout = Some(Layout::Lines);
    structure(read("text", paragraphs.join("\n").as_bytes(), &options).expect("a text"))
}

/// Each unit that has marks: its text with the marks in braces.
fn marked(document: &Document) -> Vec<String> {
    let with_marks = document.units.iter().filter(|unit| !unit.footnotes.is_empty()).map(|unit| {
        let mut text: Vec<char> = unit.text.chars().collect();
        for mark in unit.footnotes.iter().rev() {
            text.splice(mark.at..mark.at, format!("{{{}}}", mark.mark).chars());
        }
        text.into_iter().collect()
    });
    with_marks.collect()
}

/// A language's enacting formula, two recitals with a place for a mark each, and a last paragraph.
type Frame = (&'static str, &'static str, &'static str, &'static str);

const EN: Frame = (
    "The General Assembly,",
    "Recalling the Charter{} of the Union and the reports of the Board,",
    "Noting the Statute of the Court on the law of the sea{} and the work of the Board,",
    "2. Decides to remain seized of the matter.",
);
const FR: Frame = (
    "L’Assemblée générale,",
    "Rappelant la Charte{} de l’Union et les rapports du Bureau,",
    "Notant le Statut de la Cour sur le droit de la mer{} et les travaux du Bureau,",
    "2. Décide de rester saisie de la question.",
);
const ES: Frame = (
    "La Asamblea General,",
    "Recordando la Carta{} de la Unión y los informes de la Mesa,",
    "Observando el Estatuto de la Corte sobre el derecho del mar{} y la labor de la Mesa,",
    "2. Decide seguir ocupándose de la cuestión.",
);

/// Figures of a sentence: none of them is a mark, alone or beside real marks that leave a gap for them.
const FIGURES: &[(Frame, &str)] = &[
    // Powers and indices.
    (EN, "Allots 30 m² to each stall and 4 m³ to each tank, of which 2 km² are dry;"),
    (EN, "Sets the load at 3 kg/m² and the price at 2 €/m³ of water;"),
    (EN, "Counts 2 × 10⁶ birds, 10³ nests, and 3 parts of CO² and CO2 in the air;"),
    (FR, "Attribue 30 m² à chaque étal, et limite le bruit à 2 heures par m³ ;"),
    (FR, "Constate une densité de 12 hab./km² et un flux de 3 W/m² ;"),
    (ES, "Asigna 30 m² a cada puesto y limita los vertidos a 2 m³ de agua por día;"),
    // Choices in brackets.
    (EN, "Decides that the keeper is appointed for a term of [2] [3] years;"),
    (EN, "Decides to elect [2] keepers and [3] deputies, and to meet [3] times;"),
    (FR, "Décide de nommer le gardien pour [2] [3] ans ;"),
    (ES, "Decide nombrar al guardián por [2] [3] años;"),
    // Codes.
    (EN, "Opens posts at GS2, GS3 and P3, under SDG2 and pathway SSP3;"),
    (EN, "Asks for the deletion of OP3 and PP2, and welcomes the G20 and the C40;"),
    (FR, "Ouvre des postes de classe GS2, GS3 et P3, au titre des ODD2 et ODD3 ;"),
    (ES, "Abre puestos de categoría GS2, GS3 y P3, según los ODS2 y ODS3;"),
    // Names with a number.
    (EN, "Meets in conference room 3, then in Room 2, under subprogramme 3, phase 2;"),
    (EN, "Refers to annex 3, Goal 2, table 3, figure 2, point 3, page 2 and Level 3;"),
    (EN, "Opens Pier2 and Pier3, asks bench 2, and bench 3, to sit;"),
    (EN, "Recalls Recommendation Rec(2010)2 and Recommendation CM(2012)3, as well as the reply;"),
    (FR, "Se réunit dans la salle 3, puis dans la salle 2, au titre du sous-programme 3 ;"),
    (FR, "Renvoie à l’annexe 3, à l’objectif 2, au tableau 3, au point 2 et au n° 3 ;"),
    (FR, "Note que l’équipe 2 et l’équipe 3 ont gagné ;"),
    (ES, "Se reúne en la sala 3, y luego en la sala 2, según el subprograma 3;"),
    (ES, "Se remite al anexo 3, al Objetivo 2, al cuadro 3, al punto 2 y a la página 3;"),
    // Counts and quantities.
    (EN, "Notes that the plan reached 2 billion people, or 3 million teachers;"),
    (EN, "Notes a rise of 3 per cent, warming of 2.5 degrees, and a fee of $ 3;"),
    (EN, "Notes that children under 3, and those under 2, are left out;"),
    (EN, "Decides that at least 3, and at most 2, keepers sit;"),
    (EN, "Orders the rows: halls 2, towers 3, mills 4;"),
    (EN, "Counts 20231 trees, 2 in favour and 3 against, and meets on 3 June;"),
    (FR, "Constate que 2 milliards de personnes et 3 millions d’élèves sont touchés ;"),
    (FR, "Constate une hausse de,7 pour cent et une baisse de 3 %, soit environ,2 million de voix ;"),
    (FR, "Note les effectifs : gardiens 2 ; adjoints 3 ; commis 4 ;"),
    (FR, "Note que la motion est adoptée par 3 voix contre 2 ;"),
    (ES, "Observa que llegó a 2 millones de personas y a 3 de cada 4 maestros;"),
    (ES, "Observa que la moción fue aprobada por 3 votos contra 2, con 2 abstenciones;"),
    // Dates, ratios, old names of resolutions.
    (EN, "Recalls Resolution 2 (I) and a ratio of 3 to 2, on 2 May and 3 July;"),
    (FR, "Rappelle la résolution 2 (I) et se réunit le 3 mai, de 2 h à 3 h ;"),
    (ES, "Recuerda la resolución 2 (I) y decide reunirse el 3 de mayo y el 2 de junio;"),
];

#[test]
fn figures_of_a_sentence_stay_in_it_whatever_the_count_of_marks_wants() {
    for ((enacting, first, second, last), sentence) in FIGURES {
        for (before, after) in [("", ""), ("1", "4"), ("¹", "⁴"), (" 1 ,", " 4 ,")] {
            let (first, second) = (first.replace("{}", before), second.replace("{}", after));
            let text = document(&[enacting, &first, &second, &format!("1. {sentence}"), last]);
            let found = text.units.iter().find(|unit| unit.id == "OP1").expect("a paragraph");
            assert_eq!((found.text.as_str(), found.footnotes.len()), (*sentence, 0), "beside {before:?} and {after:?}");
        }
    }
}

/// What is lifted of texts that have real marks.
const MARKS: &[(Frame, &[&str], &[&str])] = &[
    // Behind a stop or raised a mark can be nothing else.
    (
        EN,
        &["1. Welcomes the plan on the law of the sea,9 and asks for more;"],
        &["Welcomes the plan on the law of the sea,{9} and asks for more;"],
    ),
    (EN, &["1. Recalls its resolution 18/6;7"], &["Recalls its resolution 18/6;{7}"]),
    (
        EN,
        &["1. Notes the rust of 2019⁵ and COVID-19,6 and the rest;"],
        &["Notes the rust of 2019{5} and COVID-19,{6} and the rest;"],
    ),
    (EN, &["1. Welcomes the plan⁵ of 2007⁶ for 25 m² of floor;"], &["Welcomes the plan{5} of 2007{6} for 25 m² of floor;"]),
    (
        EN,
        &["1. Calls 7²,³ members and their deputies⁶⁻⁸ to meet;"],
        &["Calls 7{2}{3} members and their deputies{6}{7}{8} to meet;"],
    ),
    // Marks found one by one support each other.
    (
        EN,
        &["1. Recalls the meetings of Nairobi9 and Lima10 on trees;", "2. Recalls those of Quito11 and Accra12 on rivers."],
        &["Recalls the meetings of Nairobi{9} and Lima{10} on trees;", "Recalls those of Quito{11} and Accra{12} on rivers."],
    ),
    // A word that stands without the figure too.
    (
        EN,
        &["1. Welcomes the Board,3 the Court4 and what the Court does;"],
        &["Welcomes the Board,{3} the Court{4} and what the Court does;"],
    ),
    // Set apart by an extractor, between neighbours.
    (
        FR,
        &["1. Rappelle la Charte 1 , les plans 2 et les traités 3 ;", "2. Rappelle le pacte de 2007 4 et la Charte 1 ;"],
        &["Rappelle la Charte{1}, les plans{2} et les traités{3} ;", "Rappelle le pacte de 2007{4} et la Charte{1} ;"],
    ),
    (
        ES,
        &["1. Recuerda la Carta 1 , los planes 2 y el desarrollo sostenible 3;", "2. Recuerda el pacto de 2007 4 y sus fines;"],
        &["Recuerda la Carta{1}, los planes{2} y el desarrollo sostenible{3};", "Recuerda el pacto de 2007{4} y sus fines;"],
    ),
];

#[test]
fn marks_are_lifted_where_something_speaks_for_them() {
    for ((enacting, ..), paragraphs, wanted) in MARKS {
        let text = document(&[&[*enacting][..], paragraphs].concat());
        assert_eq!(marked(&text), *wanted);
    }
}

#[test]
fn a_figure_in_brackets_is_a_mark_only_where_its_note_is_printed() {
    let with = |notes: &str| {
        let text = format!(
            "The General Assembly,\n\nRecalling the Statute of the Court,[1]\n\n1. Elects keepers[2] for [2] years.\n\n{notes}"
        );
        let mut options = ReadOptions::default();
        options.layout = Some(Layout::Paragraphs);
        marked(&structure(read("text", text.as_bytes(), &options).expect("a text")))
    };
    assert_eq!(with(""), [""; 0]);
    let noted = with("_____\n\n1 See A/70/1.\n\n2 See A/70/2.\n\n");
    assert_eq!(noted, ["Recalling the Statute of the Court,{1}", "Elects keepers{2} for [2] years."]);
}

#[test]
fn marks_that_were_left_for_doubt_are_said_once() {
    let codes = |paragraphs: &[&str]| -> Vec<(String, Vec<String>)> {
        document(paragraphs).notes.into_iter().map(|note| (note.code, note.parts)).collect()
    };
    let doubtful = codes(&["The General Assembly,", "1. Recalls the meeting of Lima8 on trees;", "2. Recalls that of Quito5."]);
    let parts = ["2", "Lima8", "OP1"].map(str::to_owned).to_vec();
    assert_eq!(doubtful, [("doubtful-mark".to_owned(), parts)]);
    assert_eq!(codes(&["The General Assembly,", "1. Allots 25 m² to 3 keepers, in room 2, at GS1;"]), []);
}

#[test]
fn a_column_of_counts_stays() {
    let text =
        document(&["The Council,", "1. Approves the posts as follows:", "Judges\t1", "Clerks\t2", "Pilots\t3", "Cooks\t4"]);
    assert_eq!(marked(&text), [""; 0]);
}

#[test]
fn a_raised_mark_ends_a_recital_as_its_comma_does() {
    for mark in ["¹", "1", "¹,²", "[1]", ""] {
        let text = format!(
            "The General Assembly,\n\nRecalling the plan of action for the springs of the mountains,{mark}\n\nNoting the report of the \
             keeper on the state of the springs in the high\nvalleys of the region,{mark}\n\nRecognizing that the springs feed the \
             villages,\n\n1. Asks the keeper to report on the state of the springs in the high valleys\nof the region;\n\n2. Decides to \
             remain seized of the matter.\n"
        );
        let mut options = ReadOptions::default();
        options.layout = Some(Layout::Wrapped);
        let read = structure(read("text", text.as_bytes(), &options).expect("a text"));
        let ids: Vec<&str> = read.units.iter().map(|unit| unit.id.as_str()).collect();
        assert_eq!(ids, ["E1", "PP1", "PP2", "PP3", "OP1", "OP2"], "{mark:?}");
    }
}
