//! Mistakes planted in bilingual texts of our own, in Word: each is found once, and nothing else.

use rature::concord::{ConcordOptions, Discordance, concord};
use rature::read::{ReadOptions, read};
use rature::structure::{Document, structure};

/// A mistake: the words of one version, what they become, and the row that tells it, "figure OP5 OP5".
struct Plant {
    version: usize,
    was: &'static str,
    is: &'static str,
    row: &'static str,
}

const fn plant(version: usize, was: &'static str, is: &'static str, row: &'static str) -> Plant {
    Plant { version, was, is, row }
}

struct Family {
    texts: &'static [&'static str],
    plants: &'static [Plant],
}

const FAMILIES: [Family; 3] = [
    Family {
        texts: &[include_str!("../../fixtures/versions-ferries/en.txt"), include_str!("../../fixtures/versions-ferries/fr.txt")],
        plants: &[
            plant(1, "14 juin 2024", "24 juin 2024", "date PP1 PP1"),
            plant(1, "paragraphe 2 de l’article 8", "paragraphe 3 de l’article 8", "citation PP2 PP2"),
            plant(1, "61 des 204", "61 des 240", "figure PP3 PP3"),
            plant(0, "eighteenth session", "nineteenth session", "figure PP5 PP5"),
            plant(1, "38,5 millions", "35,8 millions", "figure PP6 PP6"),
            plant(1, "LAK/7/9", "LAK/7/6", "symbol OP1 OP1"),
            plant(1, "b) Tous les cinq ans", "b) Tous les six ans", "figure OP3(b) OP3(b)"),
            plant(1, "paragraphe 11 de", "paragraphe 12 de", "citation OP6 OP6"),
            plant(1, "les deux tiers", "les trois quarts", "figure OP10 OP10"),
            plant(
                1,
                "12. Demande aux autorités portuaires d’afficher les plans d’évacuation dans chaque salle d’attente ;\n\n13. Prie",
                "13. Prie",
                "missing OP12 –",
            ),
        ],
    },
    Family {
        texts: &[
            include_str!("../../fixtures/versions-archives/en.txt"),
            include_str!("../../fixtures/versions-archives/fr.txt"),
        ],
        plants: &[
            plant(1, "chapitres II et V", "chapitres III et V", "citation PP2 PP2"),
            plant(1, "23 % des", "32 % des", "figure PP3 PP3"),
            plant(0, "5 to 8 September 2028", "5 to 9 September 2028", "date PP6 PP6"),
            plant(1, "avant le 1er janvier 1980", "avant le 1er juin 1980", "date OP1 OP1"),
            plant(1, "GAR/15/CRP.6", "GAR/15/CRP.5", "symbol OP2 OP2"),
            plant(1, "14 magnétophones", "[14] magnétophones", "bracket OP5 OP5"),
            plant(1, "tous les six mois", "toutes les six semaines", "figure OP6 OP6"),
            plant(0, "articles 4, 6 and 9", "articles 4, 7 and 9", "citation OP9 OP9"),
            plant(1, "11. Approuve", "12. Approuve", "number OP11 OP12"),
            plant(
                0,
                "(b) Recordings of music, by instrument and by region;\n\n(c) Recordings of nature",
                "(b) Recordings of nature",
                "missing – OP3(b)",
            ),
        ],
    },
    Family {
        texts: &[
            include_str!("../../fixtures/versions-orchards/en.txt"),
            include_str!("../../fixtures/versions-orchards/fr.txt"),
            include_str!("../../fixtures/versions-orchards/es.txt"),
        ],
        plants: &[
            plant(1, "VAL/2/Dec.14", "VAL/2/Dec.41", "symbol PP1 PP1 PP1"),
            plant(2, "los párrafos 3 y 7", "los párrafos 3 y 8", "citation PP2 PP2 PP2"),
            plant(2, "112 variedades", "121 variedades", "figure PP3 PP3 PP3"),
            plant(1, "deuxième rapport", "troisième rapport", "figure PP5 PP5 PP5"),
            plant(2, "2032-2036", "2032-2035", "date OP1 OP1 OP1"),
            plant(0, "4,800 young", "4,008 young", "figure OP2 OP2 OP2"),
            plant(2, "veintiún días", "veintiún meses", "figure OP6 OP6 OP6"),
            plant(1, "cinquième séance", "quinzième séance", "figure OP8 OP8 OP8"),
            plant(2, "días 1 y 2 de octubre", "días 1 y 3 de octubre", "date OP11 OP11 OP11"),
            plant(2, "7. Decide conceder un premio de 900 euros al mejor apicultor;\n\n8. Toma", "8. Toma", "missing OP7 OP7 –"),
        ],
    },
];

/// A text as a Word file: a paragraph for each block.
fn word(text: &str) -> Document {
    structure(read("text.docx", &crate::cli_project::word_file(text), &ReadOptions::default()).unwrap())
}

fn rows(texts: &[String]) -> Vec<String> {
    let versions: Vec<Document> = texts.iter().map(|text| word(text)).collect();
    let found = concord(&versions, &[], &ConcordOptions::default());
    found.discordances.iter().map(|one: &Discordance| super::told(&versions, one)).collect()
}

#[test]
fn versions_without_a_mistake_have_no_row() {
    for family in &FAMILIES {
        let texts: Vec<String> = family.texts.iter().map(|text| (*text).to_owned()).collect();
        assert_eq!(rows(&texts), [""; 0]);
    }
}

#[test]
fn each_mistake_alone_is_one_row() {
    for family in &FAMILIES {
        for plant in family.plants {
            let mut texts: Vec<String> = family.texts.iter().map(|text| (*text).to_owned()).collect();
            assert_eq!(texts[plant.version].matches(plant.was).count(), 1, "{}", plant.was);
            texts[plant.version] = texts[plant.version].replace(plant.was, plant.is);
            assert_eq!(rows(&texts), [plant.row], "{} → {}", plant.was, plant.is);
        }
    }
}

#[test]
fn all_mistakes_together_are_found_and_little_else() {
    let (mut right, mut told, mut planted) = (0, 0, 0);
    for family in &FAMILIES {
        let mut texts: Vec<String> = family.texts.iter().map(|text| (*text).to_owned()).collect();
        for plant in family.plants {
            texts[plant.version] = texts[plant.version].replace(plant.was, plant.is);
        }
        let rows = rows(&texts);
        // Numbers are those of the texts with all mistakes: the rule and the paragraph of the version without the mistake say which.
        let rules = |rows: &[String]| rows.iter().map(|row| row.split(' ').next().unwrap().to_owned()).collect::<Vec<_>>();
        let mut open = rules(&family.plants.iter().map(|plant| plant.row.to_owned()).collect::<Vec<_>>());
        told += rows.len();
        planted += open.len();
        for rule in rules(&rows) {
            if let Some(at) = open.iter().position(|known| *known == rule) {
                open.remove(at);
                right += 1;
            }
        }
    }
    assert_eq!((planted, right), (30, 30), "of {told} rows");
    assert!(right * 10 >= told * 9, "{right} of {told}");
}
