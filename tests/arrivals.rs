//! Texts as they arrive: by mail, numbered line by line, out of a recogniser, as Markdown, as tables, as drafts under negotiation.

use rature::align::{AlignOptions, Relation, align};
use rature::language::Language;
use rature::read::{Layout, ReadOptions, read};
use rature::structure::{Document, Kind, Unit, structure};

use crate::promises::{every_character_has_a_place, units_are_in_order};

fn document(text: &str) -> Document {
    let document = structure(read("text", text.as_bytes(), &ReadOptions::default()).expect("a text"));
    units_are_in_order(&document);
    if document.layout != Layout::Markdown {
        every_character_has_a_place(text, &document);
    }
    document
}

/// "OP1 Urges ports;" for each unit.
fn told(text: &str) -> Vec<String> {
    document(text).units.iter().map(|unit| format!("{} {}", unit.id, unit.text)).collect()
}

fn of<'a>(document: &'a Document, id: &str) -> &'a Unit {
    document.units.iter().find(|unit| unit.id == id).unwrap_or_else(|| panic!("no {id}"))
}

/// A resolution as it should be read.
const PLAIN: [&str; 4] = [
    "E1 The Council,",
    "PP1 Recalling its decision on lamps, which asked all ports to report on what they burn,",
    "OP1 Requests the Secretary to count the lamps of every port before the end of the year;",
    "OP2 Decides to meet again.",
];

#[test]
fn a_text_that_a_mail_quotes_is_the_text() {
    let mail = "On Monday, A. Keeper wrote:\n> The Council,\n>\n> Recalling its decision on lamps, which asked all ports to report\n> on \
                what they burn,\n>\n> 1. Requests the Secretary to count the lamps of every port before\n> the end of the year;\n>\n> \
                2. Decides to meet again.\n";
    assert_eq!(told(mail), PLAIN);
    let twice = mail.replace("\n>", "\n>>").replace("On Monday", "Dear all,\n\nOn Monday");
    let read = document(&twice);
    assert_eq!(told(&twice), PLAIN);
    assert!(read.notes.iter().any(|note| note.code == "mail-quoted"), "{:?}", read.notes);
    let signed = PLAIN.map(|line| line.split_once(' ').unwrap().1).join("\n\n");
    let signed =
        format!("From: A. Keeper\nSent: Monday\nTo: all\nSubject: text\n\n{signed}\n\n-- \nA. Keeper\nSecond Secretary\n");
    assert_eq!(told(&signed).len(), PLAIN.len(), "{:?}", told(&signed));
    // A table has bars too.
    assert!(told("The Board,\n\n1. Adopts the scale:\n\n| Port | Sum |\n| Anse | 5 |\n| Brem | 7 |\n").len() > 4);
}

#[test]
fn a_file_that_a_mail_carries_inside_its_text_is_no_text() {
    let base64 = "JVBERi0xLjQKMSAwIG9iago8PC9MYW1wIDEyPj4KZW5kb2JqCnRyYWlsZXI8PC9S\n".repeat(4) + "b290IDE+Pgo=\n";
    let uuencode = "begin 644 lamps.txt\nM3&%M<',@86YD('!O<G1S(&]F(%)O;64L($]S;&\\@86YD($QI;6$N(\"!,86UP\n#<PH \n`\nend\n";
    for encoded in [&base64, uuencode] {
        for text in [format!("{}\n{encoded}", body()), format!("{encoded}\n{}", body())] {
            let read = document(&text);
            assert_eq!(told(&text), PLAIN);
            assert!(read.notes.iter().any(|note| note.code == "encoded-lines"), "{:?}", read.notes);
        }
    }
    // Words, however long, and keys are text.
    let key = "1. Notes that the key is\n9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08;\n";
    assert!(told(key).concat().ends_with("a08;"), "{:?}", told(key));
    let begin = "The Council,\n\nbegin 644 lamps\n\n1. Urges all to end\n";
    assert!(told(begin).concat().contains("begin 644 lamps"));
}

#[test]
fn a_stored_mail_is_refused_and_a_copied_one_read() {
    let stored = "Return-Path: <a@example.org>\r\nFrom: A <a@example.org>\r\nSubject: Lamps\r\n of ports\r\nMIME-Version: 1.0\r\n\
                  Content-Type: text/plain\r\n\r\n1. Urges all=20ports;\r\n";
    for mail in [stored.to_owned(), format!("From a Mon Jan 1\n{stored}"), stored.replace("\r\n", "\n")] {
        let error = read("mail", mail.as_bytes(), &ReadOptions::default()).unwrap_err().to_string();
        assert!(error.contains("attachment"), "{error}");
    }
    let copied = format!("From: A. Keeper\nDate: 1 May 2031\nSubject: Lamps\n\n{}", body());
    assert_eq!(told(&copied), PLAIN);
    let agenda = "Received: five reports\nFrom: the ports\n1. Urges all ports to burn less;\n\n2. Decides to meet again.\n";
    assert_eq!(document(agenda).units.last().unwrap().text, "Decides to meet again.");
}

/// The text of [`PLAIN`].
fn body() -> String {
    "The Council,\n\nRecalling its decision on lamps, which asked all ports to report on what they burn,\n\n1. Requests the Secretary to \
     count the lamps of every port before the end of the year;\n\n2. Decides to meet again.\n"
        .to_owned()
}

#[test]
fn numbers_that_count_the_lines_are_no_text() {
    let lines = [
        "The Council,",
        "Recalling its decision on lamps, which asked all ports to report",
        "on what they burn,",
        "1. Requests the Secretary to count the lamps of every port before",
        "the end of the year;",
        "2. Decides to meet again.",
    ];
    let numbered: Vec<String> = lines.iter().enumerate().map(|(at, line)| format!("{:>3}  {line}", at + 1)).collect();
    assert_eq!(told(&numbered.join("\n")), PLAIN);
    // Sections of an act are numbered so too, and stay.
    let act =
        "1 This Act is the Lamps Act.\n2 A port burns oil.\n3 A port that burns coal pays a fee.\n4 The fee is nine crowns.\n";
    assert_eq!(document(act).units.iter().filter(|unit| unit.kind == Kind::Operative).count(), 4);
}

#[test]
fn letters_that_a_typewriter_spaced_are_words() {
    let read = told("D E C I S I O N   7\n\nThe Council,\n\nA. L a m p s\n\n1. Adopts options a b c d.\n");
    assert_eq!(read[0], "F1 DECISION 7");
    assert!(read.contains(&"H1 Lamps".to_owned()) && read.iter().any(|unit| unit.ends_with("options a b c d.")), "{read:?}");
    assert_eq!(
        document("L A   C O N F É R E N C E   D E S   P O R T S\n\n1. Adopte le budget des ports.\n").language,
        Language::Fr
    );
}

#[test]
fn what_a_recogniser_broke_is_mended() {
    let text = "Le Conseil,\n\nRappelant sa soixantedouzième session et la 41 e séance du 1 er mai, où il a examiné le n o 5 de la \
                coopéra¬\ntion,\n\n1. Décide de se réunir.\n";
    let read = told(text);
    assert_eq!(
        read[1],
        "PP1 Rappelant sa soixante-douzième session et la 41e séance du 1er mai, où il a examiné le no 5 de la coopération,"
    );
    assert!(told("Le Conseil,\n\nRappelant que onze ports et dix navires,\n\n1. Décide.\n")[1].contains("onze ports et dix"));
}

#[test]
fn the_rows_of_a_table_are_rows_and_keep_their_heads() {
    let gaps = |rows: &str| format!("The Council,\n\n1. Adopts the scale:\n\n{rows}\n\n2. Decides to meet again.\n");
    let before =
        gaps("Port          2020    2021\nAnse          1.25    1.30\nBrem          0.50    0.50\nCove          2.00    2.10");
    let after = gaps("Port\t2020\t2021\nAnse\t1.25\t1.35\nBrem\t0.50\t0.50\nBurg\t0.10\t0.10\nCove\t2.00\t2.00");
    let (old, new) = (document(&before), document(&after));
    let heads = |document: &Document| document.units.iter().filter_map(|unit| unit.row.clone()).collect::<Vec<_>>();
    assert_eq!(heads(&old), ["Port", "Anse", "Brem", "Cove"]);
    assert_eq!(heads(&new), ["Port", "Anse", "Brem", "Burg", "Cove"]);
    assert_eq!(of(&new, "OP1.6").text, "Cove 2.00 2.00");
    let links = align(&old, &new, &AlignOptions::default()).links;
    let inserted: Vec<_> = links.iter().filter(|link| link.relation != Relation::Kept).collect();
    assert!(inserted.len() == 1 && inserted[0].new == [5], "{inserted:?}");
    // A label and a tab make no cells.
    let tabbed = "The Council,\n\n1.\tUrges ports to report;\n\n2.\tDecides to meet again.\n";
    assert_eq!(told(tabbed), ["E1 The Council,", "OP1 Urges ports to report;", "OP2 Decides to meet again."]);
}

#[test]
fn notes_typed_at_the_end_are_notes() {
    for (first, second, third) in [("[1]", "[2]", "*"), ("¹", "²", "†"), (" 1/", " 2/", "*"), (" (1)", " (2)", " (3)")] {
        let text = format!(
            "The Council,\n\n1. Recalls its report of 2007{first} and that of the Panel;{second}\n\n2. Adopts the budget.{third}\n\n{} Records, \
             vol. II.\n{} L/62/10.\n{third} Without a vote.\n",
            first.trim(),
            second.trim()
        );
        let read = structure(read("text", text.as_bytes(), &ReadOptions::default()).expect("a text"));
        let marks = |id: &str| of(&read, id).footnotes.iter().map(|mark| mark.note.is_some()).collect::<Vec<_>>();
        assert_eq!((marks("OP1"), marks("OP2")), (vec![true, true], vec![true]), "{text}");
        assert_eq!((of(&read, "N1").text.as_str(), of(&read, "OP2").text.as_str()), ("Records, vol. II.", "Adopts the budget."));
    }
    for (first, second) in [("(1)", "(2)"), ("1", "2"), ("¹", "²")] {
        for title in ["Notes", "ENDNOTES:"] {
            let text = format!(
                "The Council,\n\nRecalling its report of 2 May 2007,{first}\n\n1. Adopts the budget of the ports.{second}\n\n{title}\n\n1. \
                 Records, vol. II, where the report\nis printed.\n\n2. See L/62/10.\n"
            );
            let wanted = [
                "E1 The Council,",
                "PP1 Recalling its report of 2 May 2007,",
                "OP1 Adopts the budget of the ports.",
                "N1 Records, vol. II, where the report is printed.",
                "N2 See L/62/10.",
            ];
            let words = |told: Vec<String>| told.iter().map(|line| line.replace(['¹', '²'], "")).collect::<Vec<_>>();
            assert_eq!(words(told(&text)), wanted, "{text}");
        }
    }
    // Without calls they are paragraphs.
    assert!(
        document("The Council,\n\n1. Urges ports.\n\nNotes\n\n1. Lamps burn oil.\n\n2. Ports buy it.\n")
            .units
            .iter()
            .all(|unit| unit.kind != Kind::Note)
    );
    assert!(document("The Council,\n\n1. Urges ports.\n\n* Lamps\n* Oil\n").units.iter().all(|unit| unit.kind != Kind::Note));
}

#[test]
fn a_table_of_contents_is_no_text_of_the_body() {
    let text =
        "Contents\n\nLamps ........ 2\nFees ......... 4\nNotices ...... 9\n\nThe Council,\n\n1. Adopts the rules on lamps.\n";
    assert_eq!(told(text), ["E1 The Council,", "OP1 Adopts the rules on lamps."]);
}

#[cfg(feature = "html")]
#[test]
fn markdown_is_read_as_what_it_stands_for() {
    let about =
        document("---\ntitle: Lamps\ndate: 2021-05-03\n---\n\n# Lamps\n\nThe Council,\n\n1. *Urges* ports;\n2. *Thanks* all.\n");
    assert_eq!((about.units.len(), about.repairs.len()), (4, 2), "{:?}", about.repairs);
    let text = "# Lamps\n\n**Recalling** its decision,\n\n1. **Requests** [the Secretary](https://x.example) to count;\n2. *Decides* to \
                meet.\n\n- oil\n";
    let read = document(text);
    assert_eq!(read.layout, Layout::Markdown);
    let units: Vec<&str> = read.units.iter().map(|unit| unit.text.as_str()).collect();
    assert_eq!(units, ["Lamps", "Recalling its decision,", "Requests the Secretary to count;", "Decides to meet.", "oil"]);
    assert_ne!(document("The Council,\n\n1. Adopts budget *12345* and #1 of 2_3_4.\n").layout, Layout::Markdown);
}

#[test]
fn labels_of_negotiation_are_labels_and_what_was_said_stands_beside() {
    let draft = document(
        "The Council,\n\nPP1: Recalling its decision,\n\nPP1bis Noting the lamps, [EU+: delete]\n\nOP1 Urges ports to report; (agreed ad \
         ref)\n\nOP2alt: Invites ports to report;\n\n(OP3) [Placeholder: money]\n\nOption 1: Decides to meet.\n\nOption 2: [no text]\n",
    );
    let ids: Vec<&str> = draft.units.iter().map(|unit| unit.id.as_str()).collect();
    assert_eq!(ids, ["E1", "PP1", "PP1 bis", "OP1", "OP2 alt", "OP3", "OP3 option 1", "OP3 option 2"]);
    let said = |id: &str| (of(&draft, id).text.as_str(), of(&draft, id).status.as_deref());
    assert_eq!(said("PP1 bis"), ("Noting the lamps,", Some("[EU+: delete]")));
    assert_eq!(said("OP1"), ("Urges ports to report;", Some("(agreed ad ref)")));
    assert_eq!(said("OP3"), ("[Placeholder: money]", None));
    // A recital that ends in one is no heading, and it is English in a French text too.
    let french = document(
        "Le Conseil,\n\nRappelant sa décision sur les phares,\n\nSaluant le rapport des pilotes, [agreed ad ref]\n\n1. Invite les \
         ports à répondre ; [Agreed]\n",
    );
    let statuses: Vec<_> = french.units.iter().map(|unit| (unit.id.as_str(), unit.status.as_deref())).collect();
    assert_eq!(statuses, [("E1", None), ("PP1", None), ("PP2", Some("[agreed ad ref]")), ("OP1", Some("[Agreed]"))]);
    // Without an enacting formula the labels say what it is.
    let bare = document("Zero draft\n\nPP1 Recalling its decision,\n\nOP1 Urges ports to report;\n");
    assert_eq!(bare.units.iter().map(|unit| unit.kind).collect::<Vec<_>>(), [Kind::Front, Kind::Preambular, Kind::Operative]);
}

#[test]
fn paragraphs_are_numbered_in_words_and_in_roman_figures() {
    let ids = |text: &str| document(text).units.into_iter().map(|unit| unit.id).collect::<Vec<_>>();
    let spanish = "El Consejo,\n\nRecordando sus faros,\n\nDecide:\n\nPrimero. Contar los faros y las lámparas de los puertos;\n\nSEGUNDO.- Pedir que se cuenten las \
                   lámparas;\n\nTercero: Reunirse de nuevo.\n";
    assert_eq!(ids(spanish), ["E1", "PP1", "E2", "OP1", "OP2", "OP3"]);
    let roman = "The Council,\n\nRecalling its lamps,\n\nI. Requests ports to count them;\n\nII. Decides to meet again.\n";
    assert_eq!(ids(roman), ["E1", "PP1", "OP1", "OP2"]);
    // The parts of a text are no paragraphs, nor is a sentence that opens with an ordinal.
    let parts = "The Council,\n\nI. Ports\n\n1. Requests ports to count lamps;\n\nII. Lamps\n\n2. Decides to meet again.\n";
    assert_eq!(ids(parts), ["E1", "H1", "OP1", "H2", "OP2"]);
    let code = "Code des phares\n\nArt. L. 12-1. - Les phares sont comptés.\n\nArt. R. 13-1. - Un registre est tenu.\n";
    assert_eq!(ids(code), ["H1", "ArtL12-1", "ArtR13-1"]);
}

#[test]
fn a_language_that_is_not_read_and_letters_wrongly_decoded_are_said() {
    let codes = |text: &str| document(text).notes.into_iter().map(|note| note.code).collect::<Vec<_>>();
    assert_eq!(codes("Рада,\n\n1. просить порти лічити ліхтарі;\n"), ["language-unknown"]);
    let portuguese = "O Conselho,\n\n1. Solicita aos portos que contem as lâmpadas e que apresentem um relatório sobre o estado dos faróis na \
                      sua próxima sessão, em nome da segurança das pessoas e dos navios;\n";
    assert_eq!(codes(portuguese), ["language-unknown"]);
    assert_eq!(codes("Le Conseil,\n\n1. DÃ©cide de se rÃ©unir dÃ©sormais.\n"), ["wrongly-decoded"]);
    assert!(codes("Le Conseil,\n\n1. Décide de se réunir désormais.\n").is_empty());
}

#[test]
fn what_an_annex_counts_without_stops_are_paragraphs() {
    let text = "The Council,\n\n1. Adopts the changes that are set out in the annex.\n\nAnnex\n\nChanges to the rules\n\n1 In rule 3, read \
                \u{201c}four\u{201d} for \u{201c}three\u{201d}.\n\n2 In rule 7, leave out the second sentence.\n\n3 Behind rule 9, add rule 9 bis.\n";
    let read = document(text);
    let annexed: Vec<(&str, &str)> = read.units[4..].iter().map(|unit| (unit.id.as_str(), unit.text.as_str())).collect();
    assert_eq!(annexed[1], ("A1.OP2", "In rule 7, leave out the second sentence."), "{annexed:?}");
    assert!(read.units.iter().all(|unit| unit.kind != Kind::Note) && annexed.len() == 3);
}

#[test]
fn nothing_goes_on_over_the_rows_of_a_table() {
    let text = "The Council,\n\n1. Approves the posts below for the year that ends on 30 June 2011\n\n| Lamps | 3 |\n\n| Buoys | 4 |\n\n\
                of pilots\n\n2. Requests a report.\n";
    let mut options = ReadOptions::default();
    options.layout = Some(Layout::Paragraphs);
    let document = structure(read("text", text.as_bytes(), &options).unwrap());
    let posts = document.units.iter().find(|unit| unit.id == "OP1").unwrap();
    assert_eq!(posts.text, "Approves the posts below for the year that ends on 30 June 2011");
}

#[test]
fn a_figure_in_another_column_is_another_row() {
    let told = |old: &str, new: &str| {
        let text = |rows: &str| format!("The Council,\n\n1. Adopts the posts:\n\n{rows}\n\n2. Thanks all.\n");
        let redline = rature::Options::default().diff(&text(old), &text(new)).expect("two texts");
        redline.links.iter().filter(|change| change.edited).count()
    };
    let bars = |row: &str| format!("| Post | 2020 | 2021 | Change |\n|---|---|---|---|\n| P-5 | 2 | 2 | 0 |\n{row}");
    assert_eq!(told(&bars("| P-4 | 4 | | -4 |"), &bars("| P-4 | | 4 | -4 |")), 1);
    let tabs = |row: &str| bars(row).replace("|---|---|---|---|\n", "").replace(" | ", "\t").replace(" |", "").replace("| ", "");
    assert_eq!(told(&tabs("| P-4 | 4 |  | -4 |"), &tabs("| P-4 |  | 4 | -4 |")), 1);
    let gaps = |row: &str| {
        format!("Post      2020    2021    Change\nP-5          2       2         0\nP-3          1       3         2\n{row}")
    };
    assert_eq!(told(&gaps("P-4          4                -4"), &gaps("P-4                  4        -4")), 1);
    // Cells of a page.
    let page = |cells: &str| {
        format!(
            "<p>The Council,</p><p>1. Adopts the posts:</p><table><tr><th>Post</th><th>2020</th><th>2021</th></tr><tr><td>Keeper</td>{cells}</tr>\
             <tr><td>Pilot</td><td>7</td><td>8</td></tr></table><p>2. Thanks all.</p>"
        )
    };
    let read = |cells: &str| structure(read("page.html", page(cells).as_bytes(), &ReadOptions::default()).expect("a page"));
    let (old, new) = (read("<td>4</td><td></td>"), read("<td></td><td>4</td>"));
    let alignment = align(&old, &new, &AlignOptions::default());
    let alone = [Relation::Deleted, Relation::Inserted]
        .map(|relation| alignment.links.iter().filter(|link| link.relation == relation).count());
    assert_eq!(alone, [1, 1]);
}

#[test]
fn raised_notes_at_a_foot_and_numbers_of_pages_are_no_text() {
    let ids = |text: &str| document(text).units.into_iter().map(|unit| unit.id).collect::<Vec<_>>();
    let feet = "The Council,\n\n1. Welcomes the report on lamps¹ and that on oil;²\n\n¹ Records, vol. II.\n\n² L/62/10.\n\n2. Urges ports to burn less;\n\n3. \
                Thanks the keepers.³\n\n³ L/62/12.\n\n4. Decides to meet again.\n";
    assert_eq!(ids(feet), ["E1", "OP1", "N1", "N2", "OP2", "OP3", "N3", "OP4"]);
    let union = "The Parliament of Ports,\n\n1. Recalls its resolution of 5 May 2020(1) and the rules(2);\n\n2. Urges ports under Rule 132(2).\n\n(1) OJ C 316, \
                 6.8.2021, p. 2.\n(2) OJ C 12, p. 4.\n";
    assert_eq!(ids(union), ["E1", "OP1", "OP2", "N1", "N2"]);
    let high = union.replace("(1)", "(¹)").replace("rules(2)", "rules(²)").replace("(2) OJ", "(²) OJ");
    assert_eq!(ids(&high), ["E1", "OP1", "OP2", "N1", "N2"]);
    assert_eq!(of(&document(&high), "OP1").text, "Recalls its resolution of 5 May 2020 and the rules;");
    let pages = "The Council,\n\n1. Takes note of the report of the Keeper on the lamps of the ports\n\n1/2\n\nand on their oil;\n\n2. Thanks all.\n\n2/2\n";
    assert_eq!(told(pages)[1], "OP1 Takes note of the report of the Keeper on the lamps of the ports and on their oil;");
}
