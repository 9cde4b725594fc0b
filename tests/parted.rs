//! Where a paragraph of wrapped text ends: by its blank lines where they tell, by labels and headings where they stand full.

use rature::read::{Layout, ReadOptions, read};
use rature::structure::{Document, structure};

fn document(text: &str) -> Document {
    structure(read("text", text.as_bytes(), &ReadOptions::default()).expect("a text"))
}

fn ids(text: &str) -> Vec<String> {
    document(text).units.into_iter().map(|unit| unit.id).collect()
}

/// A text that is wrapped beyond doubt: its lines are about as long, and stop inside sentences.
const WRAPPED: &str = "Noting with appreciation the work that the keepers of the lamps have done in
every harbour of the region, and the reports that they have sent about it to
the council of the harbours since the great storm of the year before last,";

#[test]
fn blank_lines_part_recitals_however_wide_the_page_is() {
    // Most paragraphs fill one line, so most lines stand after a blank one; but no sentence is broken by one.
    let text = format!(
        "L'Assemblée des ports,

{}

Consciente que les phares jouent un rôle essentiel dans la navigation de nuit,

Soucieuse de promouvoir la sûreté des navires dans toutes les eaux de la région,

Compte tenu des difficultés que rencontrent les petits ports des îles lointaines,

1. Prend note du rapport des gardiens sur l'état des phares et des balises ;

2. Prie les gardiens de lui faire rapport.",
        "Rappelant ses décisions sur les phares, les balises et les bouées, ainsi que les\nrapports que les gardiens lui ont présentés \
        depuis la grande tempête de l'an\ndernier, et les réponses que les ports y ont apportées au cours des mois qui\nont suivi,"
    );
    assert_eq!(document(&text).layout, Layout::Wrapped);
    assert_eq!(ids(&text), ["E1", "PP1", "PP2", "PP3", "PP4", "OP1", "OP2"]);
}

#[test]
fn recitals_in_lower_case_that_stand_apart_break_no_sentence() {
    let text = "LA COMMISSION DES PORTS,

vu le traité sur les phares, et notamment son chapitre deux,

vu l'avis du comité des gardiens de la région du nord,

considérant que les balises sont vieilles et mal éclairées,

1. Décide de les remplacer.";
    assert_eq!(ids(text), ["E1", "PP1", "PP2", "PP3", "OP1"]);
}

#[test]
fn items_open_where_their_chapeau_ended_early_whatever_it_ends_in() {
    for (gap, layout) in [("\n", Layout::Wrapped), ("\n\n", Layout::Wrapped)] {
        let text = [
            "The Assembly of States Parties,",
            WRAPPED,
            "1. Requests the Registrar to",
            "(a) count the lamps;",
            "(b) light them;",
        ]
        .join(gap);
        assert_eq!(document(&text).layout, layout);
        assert_eq!(ids(&text), ["E1", "PP1", "OP1", "OP1(a)", "OP1(b)"], "{gap:?}");
    }
}

#[test]
fn the_number_of_an_article_opens_behind_a_full_line() {
    let text = "CONVENTION ON LAMPS
Article 1
Every State Party keeps the lamps of its harbours lit from dusk to dawn, and
has a keeper for each of them who answers to the council of all the harbours.
Article 2
The council meets once a year at a place that its president has chosen, and it
decides what each State Party has to pay for the oil of the lamps at its ports.
CHAPTER II
Members
Article 3
Any State may become a member.";
    assert_eq!(ids(text), ["H1", "H2", "Art1", "H3", "Art2", "H4", "H5", "H6", "Art3"]);
}

#[test]
fn the_number_of_a_heading_calls_no_note() {
    let body = "1. The group has twelve members whom the council elects for a term of three years
at its regular session, after the ports have named them.

2. The group meets twice a year.";
    for (heading, ids_of) in [("Annex 1", ["A1", "A1.OP1", "A1.OP2"]), ("Article 1", ["H1", "OP1", "OP2"])] {
        let before = if heading.starts_with("Annex") {
            format!("The Council,\n\n{WRAPPED}\n\n1. Adopts the annex.\n\n")
        } else {
            String::new()
        };
        let text = format!("{before}{heading}\n\n{body}");
        let read = ids(&text);
        assert_eq!(read[read.len() - 3..], ids_of, "{read:?}");
    }
}

#[test]
fn labels_of_negotiation_open_behind_a_status_and_a_placeholder() {
    let text = format!(
        "The Assembly of States Parties,
{}
PP1bis. [Recalling the fees of the ports,]
PP2 Recalling the report of the keepers on the lamps of the north, (agreed ad ref)
OP1. Welcomes the ports that have paid their fees for the oil in the past year; [agreed]
OP2 [Placeholder for the budget]
OP3 [no text]
OP4 Thanks the keepers.",
        WRAPPED.replacen("Noting", "PP1 Noting", 1)
    );
    assert_eq!(ids(&text), ["E1", "PP1", "PP1 bis", "PP2", "OP1", "OP2", "OP3", "OP4"]);
}

#[test]
fn an_adverb_before_a_verb_that_decides_opens_no_recital() {
    for (formula, recital, provision) in [
        ("The Council,", "Recalling its decisions,", "Also decides to light the lamps;"),
        ("The Council,", "Also aware of the dark,", "Strongly urges the keepers to stay;"),
        ("Le Conseil,", "Désireux de voir clair,", "Élit douze gardiens ;"),
        ("El Consejo,", "Habida cuenta de la oscuridad,", "Resuelve encender los faros;"),
    ] {
        assert_eq!(ids(&format!("{formula}\n\n{recital}\n\n{provision}")), ["E1", "PP1", "OP1"], "{provision}");
    }
}

#[test]
fn a_sentence_about_distribution_keeps_its_words() {
    let text = "Le Conseil,\n\nRappelant sa décision,\n\n1. Arrête ce qui suit :\n\nDistribution limitée des rapports ;\n\n2. Décide d'y revenir.";
    let document = document(text);
    assert!(document.units.iter().any(|unit| unit.text == "Distribution limitée des rapports ;"), "{:?}", document.units);
    assert_eq!(document.repairs, []);
}

#[test]
fn a_power_with_a_sign_is_no_mark() {
    let text = "The Council,\n\nRecalling its decisions,\n\n1. Sets the limit at 10⁻³ grams;\n\n2. Urges ports to keep it.";
    assert!(document(text).units.iter().all(|unit| unit.footnotes.is_empty()));
}

#[test]
fn a_sentence_broken_at_the_margin_goes_on_where_paragraphs_are_lines() {
    let text = "The Assembly of States Parties,
Recalling its decisions on the lamps,
1. Welcomes the report of the keepers;
2. Requests the Bureau of the Assembly to prepare for its twenty-third
session:
(a) a list of the lamps that burn;
(b) a list of those that do not;
(c) a list of the keepers;
(d) a list of the oils;
(e) a list of the ports that have paid;
3. Thanks the keepers of the north;
4. Thanks the keepers of the south;
5. Thanks the keepers of the east;
6. Thanks the keepers of the west;
7. Decides to remain seized of the matter.";
    let read = document(text);
    assert_eq!(read.layout, Layout::Lines);
    assert!(read.units.iter().any(|unit| unit.text.ends_with("for its twenty-third session:")), "{:?}", read.units);
}
