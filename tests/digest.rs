//! What matters: what is in a digest, how it is ranked, and that every output shows the same.

use std::io::Read;

use rature::Options;
use rature::language::Language;
use rature::render::{
    Signs, TerminalOptions, WordOptions, digest_markdown, digest_terminal, redline_docx, redline_html, redline_json,
    redline_markdown,
};
use rature::report::{DigestLine, Ink, Matter, Piece, Redline, Report, ReportOptions, report};

const OLD: &str = "The Assembly of States Parties,

Recalling its resolution ICC-ASP/19/Res.7 of 16 December 2020 on the seed bank,

Noting the report of the twenty-third session of the Committee on Seeds,

I. Seeds

1. Urges States Parties to send seeds of barley to the bank of the islands before winter;

2. Decides that 13 persons shall guard the harbour store during the night of the market;

3. Takes note of the garden that the elder gardeners planted behind the old lighthouse;

4. Requests the Registrar to keep the keys of the store in a dry place;

5. Invites all fishermen to lend a boat to the bank whenever the bridge is closed by snow;

II. Boats

6. Welcomes the paint that the sailors gave for the hulls of the two rowing boats;

7. Recalls that the ferry leaves at noon, and that the harbour master rings the bell twice;
";

const NEW: &str = "The Assembly of States Parties,

Recalling its resolution ICC-ASP/20/Res.3 of 9 December 2021 on the seed bank,

Noting the report of the twenty-fourth session of the Committee on Seeds,

I. Seeds

1. Invites States Parties to send seeds of barley to the bank of the islands before winter;

2. Decides that 12 persons shall guard the harbour store during the night of the market;

3. Welcomes the garden that the elder gardeners planted behind the old lighthouse;

4. Requests the Registrar to keep the keys of the store in a dry place [and to report thereon];

5. Asks for a new roof over the drying floor:

(a) made of slate from the northern quarry;

(b) paid for with the proceeds of the summer fair;

II. Boats

6. Recalls that the ferry should leave at noon, and that the harbour master rings the bell twice;

7. Welcomes the paint that the sailors gave for the hulls of the two rowing boats;
";

fn redline(old: &str, new: &str) -> Redline {
    Options::default().diff(old, new).expect("two texts")
}

fn shown(old: &str, new: &str) -> Report {
    report(redline(old, new), ReportOptions::default())
}

fn signed(line: &DigestLine) -> String {
    let pieces: String = line
        .pieces
        .iter()
        .map(|piece| match piece {
            Piece::Text { ink: Ink::Inserted(_), text, .. } => format!("{{+{text}+}}"),
            Piece::Text { ink: Ink::Deleted(_), text, .. } => format!("[-{text}-]"),
            piece => piece.text().to_owned(),
        })
        .collect();
    let said = line.said.as_ref().map(|said| format!(" ({said})")).unwrap_or_default();
    format!("{}{said} {pieces}", line.label)
}

/// The points of one sort, as they are shown.
fn of(report: &Report, matter: Matter) -> Vec<String> {
    let digest = report.digest.as_ref().expect("something differs");
    let groups = digest.groups.iter().filter(|group| group.matter == matter);
    groups.flat_map(|group| group.first.iter().chain(&group.others)).map(signed).collect()
}

#[test]
fn what_matters_is_told_by_sort_and_the_rest_is_routine() {
    let report = shown(OLD, NEW);
    let digest = report.digest.as_ref().expect("something differs");
    let heads: Vec<&str> = digest.groups.iter().map(|group| group.head).collect();
    assert_eq!(heads, ["Verbs", "Figures", "New", "Gone", "Reworded", "Brackets left", "Moved"]);
    let verbs = of(&report, Matter::Verb);
    assert_eq!(verbs[0], "OP1 (weaker) [-Urges-] → {+Invites+} States Parties to send seeds of barley to the bank of the …");
    assert!(verbs[1].starts_with("OP3 (stronger) [-Takes note-] → {+Welcomes+} the garden"), "{verbs:?}");
    assert_eq!(
        of(&report, Matter::Figure),
        ["OP2 Decides that [-13 persons-] → {+12 persons+} shall guard the harbour store during …"]
    );
    // Its parts are told with it.
    assert_eq!(of(&report, Matter::New), ["OP5 {+Asks for a new roof over the drying floor:+}"]);
    assert_eq!(
        of(&report, Matter::Gone),
        ["OP5 [-Invites all fishermen to lend a boat to the bank whenever the bridge is closed by snow;-]"]
    );
    let words = of(&report, Matter::Words);
    assert!(words[0].starts_with("OP6 Recalls that the ferry [-leaves-] → {+should leave+} at noon"), "{words:?}");
    assert!(words[1].contains("[and to report thereon]"), "{words:?}");
    assert_eq!(of(&report, Matter::Brackets).len(), 1);
    assert_eq!(of(&report, Matter::Moved).len(), 1);
    let routine = digest.routine.as_ref().expect("sessions and symbols rolled forward");
    assert_eq!(routine.head, "3 routine updates: sessions, dates, symbols");
    assert!(routine.lines.iter().any(|line| signed(line) == "PP2 [-twenty-third session-] → {+twenty-fourth session+}"));
}

#[test]
fn every_output_shows_the_same_digest() {
    let report = shown(OLD, NEW);
    let mut wide = TerminalOptions::default();
    wide.width = 1000;
    let mut commented = WordOptions::default();
    commented.comments = true;
    let word = redline_docx(&report, &commented).unwrap();
    let mut remarks = String::new();
    let mut file = zip::ZipArchive::new(std::io::Cursor::new(word)).unwrap();
    file.by_name("word/comments.xml").unwrap().read_to_string(&mut remarks).unwrap();
    let forms = [
        ("terminal", digest_terminal(&report, &wide)),
        ("markdown", digest_markdown(&report, Signs::Html)),
        ("whole markdown", redline_markdown(&report, Signs::Html)),
        ("page", redline_html(&report)),
        ("word", remarks),
    ];
    let digest = report.digest.as_ref().unwrap();
    for (form, text) in &forms {
        assert!(text.contains("What matters") && text.contains(&digest.stands), "{form}");
        for group in &digest.groups {
            assert!(text.contains(group.head), "{form}: {}", group.head);
            for line in &group.first {
                assert!(text.contains(&line.label), "{form}: {}", line.label);
                let plain = line.pieces.iter().map(|piece| piece.text().replace(['[', ']'], ""));
                let bare = text.replace(['[', ']', '\\'], "");
                plain.for_each(|words| assert!(bare.contains(words.trim()), "{form}: {words}"));
            }
        }
        assert!(text.contains(&digest.routine.as_ref().unwrap().head), "{form}: routine");
    }
    assert!(redline_docx(&report, &WordOptions::default()).is_ok_and(|plain| !plain.windows(12).any(|w| w == b"What matters")));
    let json: serde_json::Value = serde_json::from_str(&redline_json(&report.redline)).unwrap();
    let first = &json["digest"]["points"][0];
    assert_eq!(
        (first["matter"].as_str(), first["was"].as_str(), first["now"].as_str()),
        (Some("verb"), Some("Urges"), Some("Invites"))
    );
    assert_eq!(json["digest"]["routine"].as_array().map(Vec::len), Some(3));
}

#[test]
fn two_texts_that_are_the_same_have_no_digest() {
    assert_eq!(shown(OLD, OLD).digest, None);
    assert_eq!(redline(OLD, OLD).digest.stands, 100);
}

#[test]
fn a_whole_section_that_came_or_went_is_one_line() {
    let section = "III. Nets\n\n8. Decides to mend the nets in spring;\n\n9. Urges weavers to teach the art of the knot;\n\n(a) to children;\n\n";
    let grown = NEW.to_owned() + "\n" + section;
    let new = of(&shown(NEW, &grown), Matter::New);
    assert_eq!(new, ["OP8–OP9 {+Nets – Decides to mend the nets in spring;+}"]);
    assert_eq!(of(&shown(&grown, NEW), Matter::Gone), ["OP8–OP9 [-Nets – Decides to mend the nets in spring;-]"]);
}

#[test]
fn a_word_that_turns_what_is_asked_comes_before_a_long_rewording_in_each_language() {
    let cases = [
        (
            "The Assembly,\n\n1. Decides that the bank {} open its doors on the day of the fair;\n\n2. Notes with great satisfaction that the elders of the village still walk along {} every Sunday morning;\n",
            [
                "shall",
                "the grey stones of the quay",
                "may",
                "the long and winding road that leads from the mill to the upper pasture",
            ],
        ),
        (
            "L’Assemblée,\n\n1. Décide que la banque {} ouvrir ses portes le jour de la foire ;\n\n2. Note avec une grande satisfaction que les anciens du village longent toujours {} chaque dimanche matin ;\n",
            [
                "doit",
                "les pierres grises du quai",
                "peut",
                "le long chemin sinueux qui mène du moulin au pâturage du haut de la vallée",
            ],
        ),
        (
            "La Asamblea,\n\n1. Decide que el banco {} abrir sus puertas el día de la feria;\n\n2. Observa con gran satisfacción que los ancianos del pueblo recorren todavía {} cada domingo por la mañana;\n",
            [
                "debe",
                "las piedras grises del muelle",
                "puede",
                "el largo camino sinuoso que lleva del molino al prado alto del valle",
            ],
        ),
    ];
    for (language, (template, [must, short, may, long])) in [Language::En, Language::Fr, Language::Es].into_iter().zip(cases) {
        let text = |one: &str, other: &str| template.replacen("{}", one, 1).replacen("{}", other, 1);
        let report = shown(&text(must, short), &text(may, long));
        assert_eq!(report.language, language);
        let words = of(&report, Matter::Words);
        assert!(words[0].contains(&format!("[-{must}-] → {{+{may}+}}")), "{words:?}");
        assert!(words[1].contains(long.split_once(' ').unwrap().1), "{words:?}");
    }
}
