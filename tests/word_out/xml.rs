//! What Word demands of the XML and LibreOffice forgives.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;

use roxmltree::{Document, Node};
use zip::ZipArchive;

/// The text of a part.
pub(crate) fn part(file: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// How many paragraphs of the text have tracked changes of their numbering.
pub(crate) fn tracked_numbers(file: &[u8]) -> usize {
    let text = part(file, "word/document.xml");
    let xml = Document::parse(&text).unwrap();
    let has = |node: Node<'_, '_>, name: &str| node.children().any(|child| child.tag_name().name() == name);
    xml.descendants().filter(|node| node.tag_name().name() == "pPr" && has(*node, "numPr") && has(*node, "pPrChange")).count()
}

fn parts(file: &[u8]) -> BTreeMap<String, String> {
    let archive = ZipArchive::new(Cursor::new(file)).unwrap();
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .filter(|name| name.contains(".xml") || name.contains(".rels"))
        .collect();
    names.into_iter().map(|name| (name.clone(), part(file, &name))).collect()
}

/// What is wrong with a written file, beyond what was wrong with its base.
pub(crate) fn faults(file: &[u8], base: Option<&Path>) -> Vec<String> {
    let before = base.map(|path| found(&fs::read(path).unwrap())).unwrap_or_default();
    found(file).into_iter().filter(|fault| !before.contains(fault)).collect()
}

fn found(file: &[u8]) -> Vec<String> {
    let parts = parts(file);
    let mut faults = vec![];
    let mut ids: BTreeMap<String, usize> = BTreeMap::new();
    for (name, text) in &parts {
        let Ok(xml) = Document::parse(text) else {
            faults.push(format!("{name}: not well formed"));
            continue;
        };
        if !name.starts_with("word/") {
            continue;
        }
        for node in xml.descendants().filter(Node::is_element) {
            let at = |what: String| format!("{name}: {what} in <{}>", node.tag_name().name());
            faults.extend(nested(node).map(at));
            faults.extend(order(node).map(at));
            if is_change(node) {
                *ids.entry(value(node, "id").unwrap_or_default()).or_default() += 1;
            }
        }
        faults.extend(moves(&xml).map(|what| format!("{name}: {what}")));
        faults.extend(references(&xml, &parts).map(|what| format!("{name}: {what}")));
    }
    faults.extend(ids.into_iter().filter(|(_, count)| *count > 1).map(|(id, count)| format!("{count} changes have the id {id}")));
    faults
}

/// What openxml-audit says of a file; None where it is missing.
pub(crate) fn audited(file: &Path) -> Option<Vec<String>> {
    let program = std::env::var_os("RATURE_OPENXML_AUDIT").unwrap_or_else(|| "openxml-audit".into());
    let Ok(done) = Command::new(program).args(["-m", "0", "-o", "json"]).arg(file).output() else {
        assert!(std::env::var_os("CI").is_none(), "openxml-audit is missing: pip install openxml-audit");
        eprintln!("skipped: no openxml-audit");
        return None;
    };
    let told: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    let errors = told[0]["errors"].as_array().cloned().unwrap_or_default();
    let fault = |error: serde_json::Value| {
        let text = |key: &str| error[key].as_str().unwrap_or_default().to_owned();
        // No numbering at all has the number 0.
        let is_none = text("description").contains("definition '0'");
        // Word itself writes rows whose only property is that they are tracked.
        let is_tracked_row = text("path").ends_with("/trPr[1]") && text("description") == "Required sequence content is missing";
        (text("node") != "Relationship" && !is_none && !is_tracked_row)
            .then(|| format!("{} {}", text("description"), text("part_uri")))
    };
    Some(errors.into_iter().filter_map(fault).collect())
}

fn value(node: Node<'_, '_>, name: &str) -> Option<String> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value().to_owned())
}

const CHANGES: [&str; 9] =
    ["ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart", "pPrChange", "rPrChange", "commentRangeStart"];

fn is_change(node: Node<'_, '_>) -> bool {
    CHANGES.contains(&node.tag_name().name())
}

/// Changes within changes, and text of the wrong kind.
fn nested(node: Node<'_, '_>) -> Option<String> {
    let name = node.tag_name().name();
    // Text boxes have paragraphs of their own.
    let above: Vec<&str> =
        node.ancestors().skip(1).map(|above| above.tag_name().name()).take_while(|name| *name != "p").collect();
    let is_in = |names: &[&str]| above.iter().any(|above| names.contains(above));
    let fault = match name {
        // The letters of a formula are no text of Word's.
        "t" | "instrText" if is_in(&["del"]) && !is_in(&["oMath"]) => Some("text that is not deleted text under a deletion"),
        "delText" | "delInstrText" if !is_in(&["del"]) => Some("deleted text that nothing deletes"),
        "ins" | "del" | "moveFrom" | "moveTo" if is_in(&["ins", "del", "moveFrom", "moveTo"]) => Some("a change within a change"),
        _ => None,
    };
    fault.map(str::to_owned)
}

/// The order of elements in paragraphs and in their properties.
fn order(node: Node<'_, '_>) -> Option<String> {
    const PARAGRAPH: [&str; 12] = [
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers", "pBdr",
        "shd", "tabs", "suppressAutoHyphens",
    ];
    const LATER: [&str; 8] = ["spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr", "sectPr", "pPrChange"];
    const RUN: [&str; 18] = [
        "ins", "del", "moveFrom", "moveTo", "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "color", "sz", "szCs", "u",
        "vertAlign", "lang", "rPrChange",
    ];
    let children: Vec<&str> = node.children().filter(Node::is_element).map(|child| child.tag_name().name()).collect();
    let is_first = |name: &str| children.iter().skip(1).all(|child| *child != name);
    match node.tag_name().name() {
        "p" if !is_first("pPr") => Some("pPr not first".to_owned()),
        "r" if !is_first("rPr") => Some("rPr not first".to_owned()),
        "pPr" => sorted(&children, &[&PARAGRAPH[..], &LATER[..]].concat()),
        "rPr" => sorted(&children, &RUN),
        _ => None,
    }
}

fn sorted(children: &[&str], order: &[&str]) -> Option<String> {
    let ranks: Vec<usize> = children.iter().filter_map(|child| order.iter().position(|name| name == child)).collect();
    (!ranks.windows(2).all(|pair| pair[0] < pair[1])).then(|| format!("{children:?} out of order"))
}

/// Ranges of moves without their other end or their other place.
fn moves(xml: &Document<'_>) -> impl Iterator<Item = String> {
    let all = |name: &str, attribute: &str| {
        let mut found: Vec<String> =
            xml.descendants().filter(|node| node.tag_name().name() == name).filter_map(|node| value(node, attribute)).collect();
        found.sort();
        found
    };
    let pairs = [
        (all("moveFromRangeStart", "id"), all("moveFromRangeEnd", "id"), "moveFrom ranges"),
        (all("moveToRangeStart", "id"), all("moveToRangeEnd", "id"), "moveTo ranges"),
        (all("moveFromRangeStart", "name"), all("moveToRangeStart", "name"), "names of moves"),
        (all("commentRangeStart", "id"), all("commentRangeEnd", "id"), "ranges of comments"),
    ];
    pairs.into_iter().filter(|(a, b, _)| a != b).map(|(_, _, what)| format!("unpaired {what}")).collect::<Vec<_>>().into_iter()
}

/// References to notes and comments that are not there.
fn references(xml: &Document<'_>, parts: &BTreeMap<String, String>) -> impl Iterator<Item = String> {
    let mut faults = vec![];
    for (reference, part, element) in
        [("footnoteReference", "footnotes.xml", "footnote"), ("commentReference", "comments.xml", "comment")]
    {
        let there = parts.iter().find(|(name, _)| name.ends_with(part)).map(|(_, text)| text.clone()).unwrap_or_default();
        let ids: Vec<String> = Document::parse(&there)
            .map(|xml| xml.descendants().filter(|n| n.tag_name().name() == element).filter_map(|n| value(n, "id")).collect())
            .unwrap_or_default();
        let called = xml.descendants().filter(|node| node.tag_name().name() == reference).filter_map(|node| value(node, "id"));
        faults.extend(called.filter(|id| !ids.contains(id)).map(|id| format!("{reference} to {id}, which is not there")));
    }
    faults.into_iter()
}
