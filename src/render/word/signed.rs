//! The name of the program in a Word file that it wrote, by which such a file is known again and not taken for a text of a series.
//!
//! ```text
//! old.docx   <Application>Microsoft Office Word</Application>     here   <Application>rature</Application>
//! ```
//!
//! The rest of the part stays as it was; where there is none, one is made that says nothing else.

use super::base::Part;
use super::parts::{CONTENT_TYPES, NAMESPACE, appended, contains, insert, root_name};
use crate::read::{WRITTEN_BY_US, about_part, application};

const RELATIONS: &str = "_rels/.rels";
const ABOUT: &str = "docProps/app.xml";

/// The namespace of the part and the type of its relation, each as most files have it and as strict ones do.
const SPACE: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "http://purl.oclc.org/ooxml/officeDocument/extendedProperties",
];
const RELATION: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/extendedProperties",
];

/// `parts` with the name of the program in them.
pub(super) fn signed(mut parts: Vec<Part>) -> Vec<Part> {
    let relations =
        parts.iter().find(|part| part.name == RELATIONS).map(|part| String::from_utf8_lossy(&part.bytes).into_owned());
    match relations.map(|relations| about_part(&relations)) {
        Some(Some(name)) => parts.iter_mut().filter(|part| part.name.eq_ignore_ascii_case(&name)).for_each(sign),
        Some(None) => add(&mut parts),
        // Without relations of the whole file it is found by the usual name of its text alone, and there is nothing to add to.
        None => {}
    }
    parts
}

fn sign(part: &mut Part) {
    let Ok(about) = std::str::from_utf8(&part.bytes) else { return };
    let prefix = root_name(about).split_once(':').map(|(prefix, _)| format!("{prefix}:")).unwrap_or_default();
    let ours = format!("<{prefix}Application>{WRITTEN_BY_US}</{prefix}Application>");
    let signed = match application(about) {
        Some(place) => format!("{}{ours}{}", &about[..place.start], &about[place.end..]),
        None => appended(about, &ours),
    };
    part.bytes = signed.into_bytes();
}

fn add(parts: &mut Vec<Part>) {
    let is_strict = parts.iter().any(|part| part.name.ends_with("document.xml") && contains(&part.bytes, NAMESPACE[1]));
    let [space, relation] = [SPACE, RELATION].map(|both| both[usize::from(is_strict)]);
    parts.retain(|part| part.name != ABOUT);
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Properties xmlns=\"{space}\"><Application>{WRITTEN_BY_US}</Application></Properties>"
    );
    parts.push(Part { name: ABOUT.to_owned(), bytes: text.into_bytes() });
    let kind = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
    insert(parts, CONTENT_TYPES, &format!("<Override PartName=\"/{ABOUT}\" ContentType=\"{kind}\"/>"));
    insert(parts, RELATIONS, &format!("<Relationship Id=\"rIdRatureAbout\" Type=\"{relation}\" Target=\"{ABOUT}\"/>"));
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::super::zipped;
    use super::*;
    use crate::read::is_own_word_file;

    fn package(about: Option<&str>) -> Vec<Part> {
        let part = |name: &str, text: &str| Part { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
        let relation = format!("<Relationship Id=\"rId9\" Type=\"{}\" Target=\"/docProps/app.xml\"/>", RELATION[0]);
        let relations = format!("<Relationships>{}</Relationships>", about.map_or("", |_| &relation));
        let mut parts =
            vec![part(CONTENT_TYPES, "<Types></Types>"), part(RELATIONS, &relations), part("word/document.xml", "<w/>")];
        parts.extend(about.map(|text| part(ABOUT, text)));
        parts
    }

    #[test]
    fn a_word_file_is_known_again_whatever_it_was_written_onto() {
        let word = "<ep:Properties xmlns:ep=\"e\"><ep:Pages>3</ep:Pages><ep:Application>Microsoft Office Word</ep:Application></ep:Properties>";
        for about in
            [None, Some(word), Some("<Properties xmlns=\"e\"><Application/></Properties>"), Some("<Properties xmlns=\"e\"/>")]
        {
            let is_ours = |parts: &[Part]| is_own_word_file(Cursor::new(zipped(parts).expect("a file")));
            let before = package(about);
            assert!(!is_ours(&before), "{about:?}");
            let after = signed(before.clone());
            assert!(is_ours(&after), "{about:?}");
            assert_eq!(after[2].bytes, before[2].bytes, "its text is as it was");
        }
        let about = String::from_utf8(signed(package(Some(word)))[3].bytes.clone()).expect("text");
        assert_eq!(about, word.replace("Microsoft Office Word", "rature"));
    }
}
