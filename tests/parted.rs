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

#[test]
fn a_date_that_a_form_asks_for_again_is_no_head_of_a_mail() {
    let text = "Le comité,\n\n1. Adopte le calendrier.\n\nDate : 3 mai 2021\n\n2. Nomme le trésorier.\n\nDate : 4 mai 2021\n\n3. Clôt la \
                séance.\n\nDate : 5 mai 2021\n";
    assert_eq!(document(text).units.iter().filter(|unit| unit.text.starts_with("Date : ")).count(), 3);
}

#[test]
fn initials_of_names_head_no_section() {
    let text = "COMPTE RENDU\n\n1. Mme Durand ouvre la séance.\n\nM. Roy présente le budget\n\nM. Petit vote contre\n";
    assert_eq!(document(text).units.iter().filter(|unit| unit.text.starts_with("M. ")).count(), 2);
}

#[test]
fn items_and_recitals_on_lines_of_their_own_stand_alone_though_no_blank_line_parts_them() {
    let items = "The Assembly,\n\n1. TAKES NOTE of the report of the keepers;\n\n2. REQUESTS:\n\ni) the keepers to count;\nii) the ports to pay in \
                 time;\n\n3. DECIDES to meet again.\n";
    assert_eq!(ids(items), ["E1", "OP1", "OP2", "OP2(i)", "OP2(ii)", "OP3"]);
    let stopped =
        "The Assembly,\n\n1. REQUESTS the ports:\n\na. to count the lamps;\nb. to pay in time;\n\n2. DECIDES to meet again.\n";
    assert_eq!(ids(stopped), ["E1", "OP1", "OP1(a)", "OP1(b)", "OP2"]);
    let visas = "DÉLIBÉRATION DU CONSEIL\n\nVu le code des ports, notamment son article 3 ;\nVu les statuts du port ;\nConsidérant l'avis de la \
                 commission du 12 mars,\n\nLe conseil d'administration, après en avoir délibéré,\n\nDÉCIDE\n\nArticle 1 : Les droits sont fixés à 5 \
                 euros.\n\nArticle 2 : Les lampes sont comptées.\n";
    assert_eq!(ids(visas), ["F1", "PP1", "PP2", "PP3", "E1", "E2", "Art1", "Art2"]);
}

#[test]
fn bodies_recitals_and_sections_are_read_as_each_house_writes_them() {
    let imo = "THE MARINE LAMPS COMMITTEE,\n\nRECALLING the convention on lamps,\n\n1 ADOPTS the plan for lamps;\n\n2 INVITES ports to pay.\n";
    assert_eq!(ids(imo), ["E1", "PP1", "OP1", "OP2"]);
    let town = "RESOLUTION OF THE TOWN\n\nWHEREAS, the town owns the lamp; and\n\nWHEREAS, the lamp was seen on March 3, 2021;\n\nNOW, \
                THEREFORE, BE IT RESOLVED that:\n\nSection 1. The lamp of the port shall be lit.\n\nSection 2. The cost of it shall not exceed \
                $25.\n";
    let read = ids(town);
    assert!(read.ends_with(&["Section 1".to_owned(), "Section 2".to_owned()]) && read.contains(&"PP2".to_owned()), "{read:?}");
    let parliament = "THE EUROPEAN PARLIAMENT,\n\n–   having regard to the treaty on lamps,\n\nA.   whereas lamps light the ports;\n\nB.   whereas \
                      storms put them out;\n\n1.   Calls on the ports to light them.\n";
    assert_eq!(ids(parliament), ["E1", "PP1", "PPA", "PPB", "OP1"]);
    let plenary = "EL AYUNTAMIENTO PLENO,\n\nVISTO el informe del interventor sobre las lámparas,\n\nACUERDA:\n\nPRIMERO.- Aprobar el gasto de las \
                   lámparas.\n\nSEGUNDO.- Notificar el acuerdo a los puertos.\n";
    assert_eq!(ids(plenary), ["E1", "PP1", "E2", "OP1", "OP2"]);
}
