//! Links: accepting gives those of the new file, rejecting those of the old one.

use crate::word_out::fields::without;
use crate::word_out::pairs::{OPENING, changes, file, of_files, paragraph, redline, run};
use crate::word_out::xml;

const MINUTES: (&str, &str) = ("minutes", "https://www.example.org/minutes");
const ANNEX: (&str, &str) = ("annex", "https://www.example.org/annex");

/// "See the [minutes:minutes of May] for more."
fn of(text: &str) -> Vec<u8> {
    let mut content = String::new();
    for (nth, part) in text.split(['[', ']']).enumerate() {
        match part.split_once(':') {
            Some((id, words)) if nth % 2 == 1 => {
                content = format!("{content}<w:hyperlink r:id=\"{id}\">{}</w:hyperlink>", run(words));
            }
            _ => content += &run(part),
        }
    }
    file(&(paragraph(OPENING) + &format!("<w:p>{content}</w:p>")), &[MINUTES, ANNEX])
}

/// The links of `file` without what stands under `mark`: "minutes:minutes of May".
fn links(file: &[u8], mark: &str) -> Vec<String> {
    let relations = xml::part(file, "word/_rels/document.xml.rels");
    let left = without(&xml::part(file, "word/document.xml"), mark);
    let mut found = vec![];
    for link in left.split("<w:hyperlink ").skip(1).filter_map(|rest| rest.split_once("</w:hyperlink>")) {
        let id = link.0.split("r:id=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let relation = relations.split("<Relationship ").find(|one| one.contains(&format!("Id=\"{id}\""))).unwrap();
        let name = if relation.contains(MINUTES.1) { MINUTES.0 } else { ANNEX.0 };
        let text = link.0.replace("w:delText", "w:t");
        let texts = text.split("<w:t").skip(1);
        let words: String = texts.filter_map(|text| text.split_once('>')?.1.split_once('<')).map(|(text, _)| text).collect();
        found.extend((!words.is_empty()).then(|| format!("{name}:{words}")));
    }
    found
}

#[test]
fn a_link_is_accepted_with_its_words_and_its_address() {
    let plain = "See the minutes of the spring session, and the annex to them.";
    let linked = "See the [minutes:minutes of the spring session], and the annex to them.";
    for (old, new) in [
        (linked, "See the [minutes:approved minutes of the spring session], and the annex to them."),
        (linked, "See the [minutes:minutes of the spring session in Rome], and the annex to them."),
        (linked, "See the [annex:minutes of the spring session], and the annex to them."),
        (linked, "See the [minutes:minutes] of the spring session, and the annex to them."),
        (linked, "See the [minutes:minutes] of the [minutes:spring session], and the annex to them."),
        (linked, "See the [minutes:minutes] [annex:of the spring session], and the [annex:annex] to them."),
        (linked, plain),
        (plain, linked),
        ("For more see [minutes:the minutes]", "For more see [minutes:the minutes of May]"),
        ("See [minutes:the minutes][annex:the annex] too.", "See [annex:the minutes][annex:the annex] too."),
    ] {
        for (old, new) in [(old, new), (new, old)] {
            let [was, now] = [old, new].map(of);
            redline(&was, &now);
            let done = of_files(&was, &now);
            assert_eq!(links(&done, "del"), links(&now, "del"), "{old} → {new}");
            assert_eq!(links(&done, "ins"), links(&was, "ins"), "{old} → {new}");
        }
    }
}

#[test]
fn a_link_that_is_the_same_one_stays() {
    let old = of("See the [minutes:minutes of the spring session], and the annex to them.");
    let inside = redline(&old, &of("See the [minutes:minutes of the long spring session], and the annex to them."));
    assert_eq!((changes(&inside), inside.matches("<w:hyperlink ").count()), (1, 1), "{inside}");
    let beside = redline(&old, &of("See also the [minutes:minutes of the spring session] of May, and the annex to them."));
    assert_eq!((changes(&beside), beside.matches("<w:hyperlink ").count()), (2, 1), "{beside}");
}
