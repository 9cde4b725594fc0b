//! What a Word file has beside its text: headers and footers, pictures, how formulas are built and how its pages are set.
//!
//! ```text
//! header    "ICC-ASP/20/Res.2"                        the number of the page left out: Word counts it anew
//! picture   "Map of the area (4,812 bytes, 9f86d081)"  a digest of its bytes: another picture has another
//! formula   "f(num(a+b)den(2))"                        only where its letters alone do not say how it is built
//! attached  "chunk.htm (320 bytes, 5c1a77e0)"        text of another file that Word puts in when it opens this one
//! link      "the report (https://example.org/12)"   of an address outside the file
//! section   "next page, 11906 × 16838, 2 columns"
//! ```
//!
//! None of it is text of the resolution, and all of it is compared, so that two files are only called the same when they are.
//! Not looked at: charts, embedded documents, and what a picture shows.

use std::collections::HashMap;
use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::parts::Parts;
use super::xml::{Element, any_name, attribute, child, elements, name};
use crate::Error;
use crate::read::line::single_spaces;
use crate::read::{Beside, BesideKind, Note};

/// What stands beside the text of `body`, the main part: headers and footers first, each once and in the order of their words.
///
/// # Errors
/// Those of parts that are not XML as they should be.
pub(super) fn beside(parts: &Parts<'_>, body: Element<'_>) -> Result<Vec<Beside>, Error> {
    let mut found = vec![];
    for &at in &parts.margins {
        let xml = parts.xml(at)?;
        let kind = if any_name(xml.root_element()) == "hdr" { BesideKind::Header } else { BesideKind::Footer };
        let text = words(xml.root_element());
        found.extend((!text.is_empty()).then_some(Beside { kind, text, line: None }));
        found.extend(pictures(parts, at, xml.root_element())?.into_iter().map(|picture| Beside { line: None, ..picture }));
    }
    found.sort_by(|a, b| (a.kind, &a.text).cmp(&(b.kind, &b.text)));
    found.dedup();
    found.extend(pictures(parts, parts.document, body)?);
    found.extend(attached(parts, body)?);
    found.extend(links(parts, body)?);
    found.extend(numbered(body).filter_map(|(line, node)| {
        let line = Some(line);
        match any_name(node) {
            "rt" if name(node) == "rt" => {
                let text =
                    single_spaces(&node.descendants().filter(|n| name(*n) == "t").filter_map(|n| n.text()).collect::<String>());
                Some(Beside { kind: BesideKind::Ruby, text, line })
            }
            "textpath" => {
                let text = single_spaces(node.attribute("string")?);
                Some(Beside { kind: BesideKind::Picture, text, line })
            }
            "oMath" => formula(node).map(|text| Beside { kind: BesideKind::Formula, text, line }),
            "sectPr" => Some(Beside { kind: BesideKind::Section, text: section(node), line }),
            _ => None,
        }
    }));
    Ok(found)
}

/// Every element below `root`, each with the number of the paragraph that it stands in or after.
fn numbered(root: Element<'_>) -> impl Iterator<Item = (usize, Element<'_>)> {
    let mut line = 0;
    root.descendants().filter(Element::is_element).map(move |node| {
        line += usize::from(name(node) == "p");
        (line, node)
    })
}

/// The words of a header or footer, without the numbers that Word counts for each page.
fn words(root: Element<'_>) -> String {
    let mut text = String::new();
    // For each field that is open, whether it counts pages.
    let mut fields: Vec<bool> = vec![];
    // How many of them do.
    let mut counting = 0;
    let counts = |code: &str| code.split_whitespace().any(|word| matches!(word, "PAGE" | "NUMPAGES" | "SECTIONPAGES"));
    for node in root.descendants().filter(Element::is_element) {
        match name(node) {
            "p" | "tab" | "br" => text.push(' '),
            "fldChar" => match attribute(node, "fldCharType") {
                Some("begin") => fields.push(false),
                Some("end") => counting -= usize::from(fields.pop() == Some(true)),
                _ => {}
            },
            "instrText" => {
                if let Some(is_count) = fields.last_mut().filter(|is_count| !**is_count) {
                    *is_count = counts(node.text().unwrap_or_default());
                    counting += usize::from(*is_count);
                }
            }
            "t" => {
                let is_simple = |above: Element<'_>| attribute(above, "instr").is_some_and(counts);
                if counting == 0 && !node.ancestors().any(is_simple) {
                    text.push_str(node.text().unwrap_or_default());
                }
            }
            _ => {}
        }
    }
    single_spaces(&text)
}

/// The pictures of the part `at`, whose root is `root`: each by its alternative text and a digest of its bytes.
fn pictures(parts: &Parts<'_>, at: usize, root: Element<'_>) -> Result<Vec<Beside>, Error> {
    let is_picture = |node: Element<'_>| matches!(any_name(node), "blip" | "imagedata");
    if !root.descendants().any(is_picture) {
        return Ok(vec![]);
    }
    let related: HashMap<String, usize> = parts.related_of(at, "image")?.into_iter().collect();
    let mut digests: HashMap<usize, String> = HashMap::new();
    let (mut found, mut held) = (vec![], 0);
    let mut described = "";
    for (line, node) in numbered(root) {
        if any_name(node) == "docPr" {
            described = node.attribute("descr").unwrap_or_default();
        }
        let is_second = || node.ancestors().any(|above| any_name(above) == "Fallback");
        if is_picture(node) && !is_second() {
            let id = node.attributes().find(|one| matches!(one.name(), "embed" | "link" | "id") && one.namespace().is_some());
            let part = id.and_then(|id| related.get(id.value()));
            let digest = part.map(|&part| digests.entry(part).or_insert_with(|| digest(&parts.all[part].bytes)).as_str());
            let text = format!("{described} ({})", digest.unwrap_or("not in the file"));
            held += text.len() as u64;
            parts.reading.held(held)?;
            found.push(Beside { kind: BesideKind::Picture, text: single_spaces(&text), line: Some(line) });
        }
    }
    Ok(found)
}

/// A link that is open: the paragraph, the byte where its element ends, none of a field, its words, or the code so far, and its address.
struct OpenLink {
    line: usize,
    end: Option<usize>,
    words: String,
    target: String,
}

/// The links of `body` to addresses outside the file: each by its words and its address.
fn links(parts: &Parts<'_>, body: Element<'_>) -> Result<Vec<Beside>, Error> {
    let targets: HashMap<String, String> = parts.targets_of(parts.document, "hyperlink")?.into_iter().collect();
    let mut found = vec![];
    let mut open: Vec<OpenLink> = vec![];
    let link = |link: OpenLink| {
        let text = format!("{} ({})", single_spaces(&link.words), link.target);
        (!link.target.is_empty()).then_some(Beside { kind: BesideKind::Link, text, line: Some(link.line) })
    };
    for (line, node) in numbered(body) {
        while let Some(ended) = open.pop_if(|link| link.end.is_some_and(|end| end <= node.range().start)) {
            found.extend(link(ended));
        }
        let of = |end, target| OpenLink { line, end, words: String::new(), target };
        match (name(node), attribute(node, "fldCharType")) {
            ("hyperlink", _) => {
                let id = node.attributes().find(|one| one.name() == "id" && one.namespace().is_some());
                let target = id.and_then(|id| targets.get(id.value())).cloned();
                open.push(of(Some(node.range().end), target.unwrap_or_default()));
            }
            ("fldSimple", _) => {
                open.push(of(Some(node.range().end), address(attribute(node, "instr").unwrap_or_default())));
            }
            ("fldChar", Some("begin")) => open.push(of(None, String::new())),
            ("fldChar", Some("separate")) => {
                if let Some(link) = open.last_mut() {
                    link.target = address(&std::mem::take(&mut link.words));
                }
            }
            ("fldChar", Some("end")) => found.extend(open.pop_if(|link| link.end.is_none()).and_then(link)),
            ("t" | "instrText", _) => {
                if let Some(link) = open.last_mut() {
                    link.words.push_str(node.text().unwrap_or_default());
                }
            }
            _ => {}
        }
    }
    found.extend(open.into_iter().filter(|link| link.end.is_some()).filter_map(link));
    parts.reading.held(found.iter().map(|link| link.text.len() as u64).sum())?;
    Ok(found)
}

/// The address in the code of a field that is a link.
fn address(code: &str) -> String {
    let code = code.trim();
    let rest = if code.get(..9).is_some_and(|start| start.eq_ignore_ascii_case("HYPERLINK")) { &code[9..] } else { "" };
    let first = rest.split_whitespace().next().filter(|first| !first.starts_with('\\'));
    first.unwrap_or_default().trim_matches(['"', '\u{201c}', '\u{201d}']).to_owned()
}

/// The files whose text Word puts in where `body` names them.
fn attached(parts: &Parts<'_>, body: Element<'_>) -> Result<Vec<Beside>, Error> {
    if !body.descendants().any(|node| name(node) == "altChunk") {
        return Ok(vec![]);
    }
    let related: HashMap<String, usize> = parts.related_of(parts.document, "aFChunk")?.into_iter().collect();
    let chunk = |(line, node): (usize, Element<'_>)| {
        let id = node.attributes().find(|one| one.name() == "id" && one.namespace().is_some())?;
        let part = &parts.all[*related.get(id.value())?];
        let file = part.name.rsplit('/').next().unwrap_or(&part.name);
        let text = single_spaces(&format!("{file} ({})", digest(&part.bytes)));
        Some(Beside { kind: BesideKind::Attached, text, line: Some(line) })
    };
    Ok(numbered(body).filter(|(_, node)| name(*node) == "altChunk").filter_map(chunk).collect())
}

/// Says whose text was not read.
pub(super) fn attached_notes(beside: &[Beside]) -> impl Iterator<Item = Note> + '_ {
    beside.iter().filter(|one| one.kind == BesideKind::Attached).map(|one| {
        let message = format!(
            "text of another file, {}, which Word puts in, was not read: open the text in Word and save it anew",
            one.text
        );
        Note::new("attached-text", message).with([&one.text])
    })
}

/// "4812 bytes, 9f86d081": eight digits of SHA-256.
fn digest(bytes: &[u8]) -> String {
    let mut text = format!("{} bytes, ", bytes.len());
    for byte in &Sha256::digest(bytes)[..4] {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// How a formula is built, if there is more to it than letters in a row.
fn formula(node: Element<'_>) -> Option<String> {
    let is_built = node.descendants().filter(Element::is_element).any(|inner| {
        let name = any_name(inner);
        !matches!(name, "oMath" | "r" | "t" | "ctrlPr" | "sty") && !name.ends_with("Pr") && is_of_formulas(inner)
    });
    is_built.then(|| {
        let mut text = String::new();
        elements(node).for_each(|inner| build(inner, &mut text));
        text
    })
}

fn build(node: Element<'_>, text: &mut String) {
    match any_name(node) {
        "t" => text.push_str(node.text().unwrap_or_default()),
        "r" => elements(node).for_each(|inner| build(inner, text)),
        name if name.ends_with("Pr") || !is_of_formulas(node) => {}
        name => {
            text.push_str(name);
            text.push('(');
            elements(node).for_each(|inner| build(inner, text));
            text.push(')');
        }
    }
}

/// Whether `node` belongs to the language of formulas: its namespace ends in "math" in either form of the standard.
fn is_of_formulas(node: Element<'_>) -> bool {
    node.tag_name().namespace().is_some_and(|namespace| namespace.ends_with("/math"))
}

/// Where a section begins, the size of its pages in twentieths of a point, and its columns.
fn section(node: Element<'_>) -> String {
    let of = |inner: &str, key: &str| child(node, inner).and_then(|inner| attribute(inner, key)).map(str::to_owned);
    let begins = of("type", "val").unwrap_or_else(|| "nextPage".to_owned());
    let [wide, high] = ["w", "h"].map(|key| of("pgSz", key).unwrap_or_else(|| "–".to_owned()));
    let columns = of("cols", "num").unwrap_or_else(|| "1".to_owned());
    format!("{begins}, {wide} × {high}, columns: {columns}")
}
