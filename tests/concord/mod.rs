//! Language versions of one resolution: what is planted in one of them is found, once, and nothing else.

mod planted;

use rature::concord::{ConcordOptions, Concordance, Discordance, DiscordanceRule, concord};
use rature::read::{ReadOptions, read};
use rature::structure::{Document, structure};

/// A document of plain text, or of the same text as a Word file.
fn document(text: &str) -> Document {
    structure(read("text", text.as_bytes(), &ReadOptions::default()).unwrap())
}

fn compared(texts: &[&str]) -> (Vec<Document>, Concordance) {
    let versions: Vec<Document> = texts.iter().map(|text| document(text)).collect();
    let found = concord(&versions, &[], &ConcordOptions::default());
    (versions, found)
}

/// "missing OP7 –": the rule and the paragraphs of each version.
fn told(versions: &[Document], one: &Discordance) -> String {
    let place = |(at, side): (usize, &rature::concord::Side)| {
        side.units.first().map_or("–".to_owned(), |&unit| versions[at].units[unit].id.clone())
    };
    let places: Vec<String> = one.sides.iter().enumerate().map(place).collect();
    format!("{} {}", one.rule.code(), places.join(" "))
}

fn all_told(texts: &[&str]) -> Vec<String> {
    let (versions, found) = compared(texts);
    found.discordances.iter().map(|one| told(&versions, one)).collect()
}

/// A resolution whose operative paragraphs are `body`, each with its number.
fn resolution(head: &str, body: &[&str]) -> String {
    let numbered: Vec<String> = (1..).zip(body).map(|(number, text)| format!("{number}. {text}")).collect();
    format!("{head}\n\n{}\n", numbered.join("\n\n"))
}

fn english(body: &[&str]) -> String {
    resolution("The Assembly of Harbours,\n\nRecalling its resolution HAR/2/Res.1 of 4 May 2020,", body)
}

fn french(body: &[&str]) -> String {
    resolution("L’Assemblée des ports,\n\nRappelant sa résolution HAR/2/Res.1 du 4 mai 2020,", body)
}

const EN: [&str; 5] = [
    "Welcomes the opening of the eastern quay;",
    "Requests the Secretariat to count the cranes before 3 March 2031;",
    "Urges port authorities to repaint their buoys every six weeks;",
    "Invites fishing communities to declare their nets;",
    "Decides to remain seized of the matter.",
];

const FR: [&str; 5] = [
    "Se félicite de l’ouverture du quai est ;",
    "Prie le Secrétariat de compter les grues avant le 3 mars 2031 ;",
    "Demande instamment aux autorités portuaires de repeindre leurs bouées toutes les six semaines ;",
    "Invite les communautés de pêcheurs à déclarer leurs filets ;",
    "Décide de rester saisie de la question.",
];

#[test]
fn versions_that_say_the_same_agree() {
    assert_eq!(all_told(&[&english(&EN), &french(&FR)]), [""; 0]);
}

#[test]
fn a_missing_paragraph_is_one_row_though_all_numbers_shift() {
    let without = [FR[0], FR[1], FR[3], FR[4]];
    assert_eq!(all_told(&[&english(&EN), &french(&without)]), ["missing OP3 –"]);
    assert_eq!(all_told(&[&french(&without), &english(&EN)]), ["missing – OP3"]);
}

#[test]
fn a_number_that_no_missing_paragraph_explains_is_one_row() {
    let wrong = french(&FR).replace("4. Invite", "7. Invite");
    assert_eq!(all_told(&[&english(&EN), &wrong]), ["number OP4 OP7"]);
}

#[test]
fn neighbours_that_changed_places_are_one_row() {
    let swapped = [FR[0], FR[2], FR[1], FR[3], FR[4]];
    let found = all_told(&[&english(&EN), &french(&swapped)]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("moved "), "{found:?}");
}

#[test]
fn a_paragraph_elsewhere_has_moved() {
    let moved = [FR[2], FR[0], FR[1], FR[3], FR[4]];
    let found = all_told(&[&english(&EN), &french(&moved)]);
    assert_eq!(found, ["moved OP3 OP1"]);
}

#[test]
fn two_paragraphs_in_one_are_joined() {
    let joined =
        format!("{} et demande instamment aux autorités portuaires de repeindre leurs bouées toutes les six semaines ;", FR[1]);
    assert_eq!(all_told(&[&english(&EN), &french(&[FR[0], &joined, FR[3], FR[4]])]), ["joined OP2 OP2"]);
}

#[test]
fn a_list_that_is_written_out_is_one_row() {
    let en = english(&[
        EN[0],
        "Decides that nets are:\n\n(a) Counted in spring;\n\n(b) Mended in autumn;\n\n(c) Burnt after nine years;",
        EN[4],
    ]);
    let fr =
        french(&[FR[0], "Décide que les filets sont comptés au printemps, réparés en automne et brûlés après neuf ans ;", FR[4]]);
    assert_eq!(all_told(&[&en, &fr]), ["children OP2 OP2"]);
}

#[test]
fn what_is_missing_takes_its_parts_along() {
    let en = english(&[EN[0], "Decides that nets are:\n\n(a) Counted in spring;\n\n(b) Mended in autumn;", EN[3], EN[4]]);
    assert_eq!(all_told(&[&en, &french(&[FR[0], FR[3], FR[4]])]), ["missing OP2 –"]);
}

#[test]
fn one_thing_in_other_words_is_nothing() {
    for (en, fr) in [
        ("Decides to meet twice a year for two decades;", "Décide de se réunir deux fois par an pendant vingt ans ;"),
        (
            "Recalls paragraph 9 (a) of resolution HAR/2/Res.1;",
            "Rappelle l’alinéa a) du paragraphe 9 de la résolution HAR/2/Res.1 ;",
        ),
        ("Approves a nine-month plan for the 1990s;", "Approuve un plan de neuf mois pour les années 90 ;"),
        ("Notes that quays open at 3 p.m.;", "Note que les quais ouvrent à 15 heures ;"),
        ("Approves 1.5 million euros, half of it at once;", "Approuve 1 500 000 euros, dont la moitié sur-le-champ ;"),
        ("Approves the budget of the biennium 2030–2031;", "Approuve le budget de l’exercice biennal 2030-2031 ;"),
        ("Recalls the report of the Third Committee;", "Rappelle le rapport de la Troisième Commission ;"),
    ] {
        let found = all_told(&[&english(&[EN[0], en, EN[4]]), &french(&[FR[0], fr, FR[4]])]);
        assert_eq!(found, [""; 0], "{en}");
    }
}

#[test]
fn a_bracket_in_one_version_is_one_row() {
    let en = english(&[EN[0], "Requests the purchase of [14] cranes;", EN[4]]);
    let fr = french(&[FR[0], "Demande l’achat de 14 grues ;", FR[4]]);
    assert_eq!(all_told(&[&en, &fr]), ["bracket OP2 OP2"]);
}

#[test]
fn notes_are_asked_for() {
    let fr = FR.map(|text| {
        text.replace("Demande instamment", "Invite").replace("aux autorités portuaires de", "les autorités portuaires à")
    });
    let fr = french(&fr.each_ref().map(String::as_str));
    assert_eq!(all_told(&[&english(&EN), &fr]), [""; 0]);
    let mut options = ConcordOptions::default();
    options.rules = vec![DiscordanceRule::VerbStep];
    let versions = [document(&english(&EN)), document(&fr)];
    let found = concord(&versions, &[], &options);
    assert_eq!(found.discordances.iter().map(|one| told(&versions, one)).collect::<Vec<_>>(), ["verb-step OP3 OP3"]);
}

#[test]
fn texts_that_are_no_translations_are_doubtful() {
    let other = french(&[
        "Nomme le jardinier du parc ;",
        "Interdit les chiens dans les allées ;",
        "Ordonne la plantation de tilleuls devant la mairie ;",
        "Fixe le prix des bancs à 300 francs ;",
        "Remercie la fanfare.",
    ]);
    let (_, found) = compared(&[&english(&EN), &other]);
    assert!(found.is_doubtful(), "{}", found.paired);
    let (_, found) = compared(&[&english(&EN), &french(&FR)]);
    assert_eq!(found.paired, 100);
}

#[test]
fn earlier_texts_say_which_date_is_wrong() {
    let adopted = |day: &str| format!("Resolution HAR/2/Res.1\n\nAdopted at the 3rd plenary meeting, on {day}, by consensus\n\n");
    let earlier = vec![document(&(adopted("4 May 2020") + &english(&EN))), document(&french(&FR))];
    let wrong = french(&FR).replace("4 mai 2020", "14 mai 2020");
    let versions = [document(&english(&EN)), document(&wrong)];
    let found = concord(&versions, &[earlier], &ConcordOptions::default());
    assert_eq!(found.discordances.len(), 1);
    assert_eq!(found.discordances[0].rule, DiscordanceRule::Date);
    assert_eq!(found.discordances[0].likelier_wrong, Some(1));
    // Without them nothing says so.
    let found = concord(&versions, &[], &ConcordOptions::default());
    assert_eq!(found.discordances[0].likelier_wrong, None);
}

#[test]
fn a_translation_is_kept_redone_new_or_dropped() {
    use rature::concord::{Redo, redo};

    let before = document(&english(&EN));
    let translation = document(&french(&FR));
    let now = english(&[
        EN[0],
        "Thanks the pilots of the estuary;",
        "Requests the Secretariat to count the cranes before 3 March 2032;",
        EN[3],
        EN[4],
    ]);
    let list = redo(&document(&now), &before, &translation);
    let told: Vec<(Redo, Option<[String; 2]>)> = list.items.iter().map(|item| (item.what, item.renumber.clone())).collect();
    let renumber = |own: &str, new: &str| Some([own.to_owned(), new.to_owned()]);
    assert_eq!(
        told,
        [
            (Redo::Keep, None),
            (Redo::Keep, None),
            (Redo::New, None),
            (Redo::Redo, renumber("2", "3")),
            (Redo::Drop, None),
            (Redo::Keep, None),
            (Redo::Keep, None),
        ]
    );
    assert_eq!(list.items[3].why, "3 March 2031 → 3 March 2032");
}

#[test]
fn what_changed_in_one_version_alone_is_told() {
    let earlier = vec![document(&english(&EN)), document(&french(&FR))];
    let en = english(&[EN[0], "Requests the Secretariat to paint the cranes before 3 March 2031;", EN[2], EN[3], EN[4]]);
    let fr = french(&[FR[0], FR[1], FR[2], "Invite les communautés de pêcheurs à faire la déclaration de leurs filets ;", FR[4]]);
    let versions = [document(&en), document(&fr)];
    let mut options = ConcordOptions::default();
    options.rules.push(DiscordanceRule::Retranslated);
    let found = concord(&versions, &[earlier], &options);
    let told: Vec<String> = found.discordances.iter().map(|one| told(&versions, one)).collect();
    assert_eq!(told, ["not-followed OP2 OP2", "retranslated OP4 OP4"]);
}
