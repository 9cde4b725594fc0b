//! Looks that changed where the words stayed, tracked where that is asked for.
//!
//! ```text
//! old   Urges States        <w:rPr/>                     new   <w:rPr><w:i/></w:rPr>
//! here  <w:rPr><w:i/><w:rPrChange><w:rPr/></w:rPrChange></w:rPr>       accept: italics   reject: none
//! ```
//!
//! Looks are the same where they say the same, in whatever order; styles by their names. Not looked at: languages, proofing, looks of complex
//! scripts alone, effects of later versions of Word, and the looks of tables and pages.

use super::super::properties::Properties;
use super::super::xml::{is, is_of_word};
use super::bring::elements;
use super::column::Track;
use super::diff::{Script, Step};
use super::fresh;
use super::side::Element;

/// What is not looked at.
const PASSED: [&str; 14] = [
    "rPr", "sectPr", "numPr", "rPrChange", "pPrChange", "lang", "noProof", "ins", "del", "moveFrom", "moveTo", "bCs", "iCs",
    "szCs",
];

/// What `properties` say of looks, one line a property; `style` gives a style's name in the terms of the old file.
fn looks(properties: Option<Element<'_>>, style: &mut dyn FnMut(&str) -> String) -> Vec<String> {
    let mut all = vec![];
    for node in properties.into_iter().flat_map(elements) {
        let name = node.tag_name().name();
        if PASSED.contains(&name) || !node.tag_name().namespace().is_some_and(is_of_word) {
            continue;
        }
        let mut line = vec![];
        describe(node, style, &mut line);
        all.push(line.join(" "));
    }
    all.sort_unstable();
    all
}

fn describe(node: Element<'_>, style: &mut dyn FnMut(&str) -> String, line: &mut Vec<String>) {
    let name = node.tag_name().name();
    let mut said = vec![];
    for attribute in node.attributes().filter(|a| a.name() != "hint" && !a.name().starts_with("rsid")) {
        let value = match (name, attribute.value()) {
            ("pStyle" | "rStyle", id) => style(id),
            (_, value) => value.to_owned(),
        };
        // A switch that is on.
        if !(attribute.name() == "val" && matches!(value.as_str(), "1" | "true" | "on")) {
            said.push(format!("{}={value}", attribute.name()));
        }
    }
    said.sort_unstable();
    line.push(format!("{name}({})", said.join(",")));
    elements(node).for_each(|inner| describe(inner, style, line));
}

fn properties_of<'x>(node: Option<Element<'x>>, name: &str) -> Option<Element<'x>> {
    elements(node?).find(|child| is(*child, name))
}

impl Track<'_, '_> {
    /// Tracks that kept characters of paragraphs that are one look otherwise now.
    pub(super) fn restyle_runs(&mut self, script: &Script, old: &[usize], new: &[usize]) {
        let known = self.known;
        // The runs of the last pair that was looked at, and how it looks now if otherwise.
        let mut last: Option<([usize; 4], Option<String>)> = None;
        for step in &script.steps {
            let Step::Keep(o, n) = *step else { continue };
            let (o, n) = (script.old[o as usize], script.new[n as usize]);
            if o.is_border() {
                continue;
            }
            let (before, after) = (&known.old.paragraphs[old[o.nth()]], &known.new.paragraphs[new[n.nth()]]);
            let pieces = [before.taken.piece_of(o.atoms().start), after.taken.piece_of(n.atoms().start)];
            let pair = [o.nth(), n.nth(), pieces[0], pieces[1]];
            if last.as_ref().is_none_or(|(known, _)| *known != pair) {
                let runs = [before.taken.run_of(o.atoms().start), after.taken.run_of(n.atoms().start)];
                let [Some(ours), Some(theirs)] = runs else { continue };
                let ours = known.old.sheet(before).root.document().get_node(ours.node).filter(|_| !ours.is_formula);
                let theirs = known.new.sheet(after).root.document().get_node(theirs.node).filter(|_| !theirs.is_formula);
                let [ours, theirs] = [properties_of(ours, "rPr"), properties_of(theirs, "rPr")];
                let was = looks(ours, &mut str::to_owned);
                let bringer = &mut self.bringer;
                let now = looks(theirs, &mut |id| bringer.styles.id(id, &mut bringer.lists));
                let face = (was != now).then(|| {
                    let goal = self.goal(before.sheet);
                    let inner = theirs.into_iter().flat_map(elements).filter(|child| !is(*child, "rPrChange"));
                    inner.map(|child| self.bringer.element(child, known.new.sheet(after), &goal)).collect()
                });
                last = Some((pair, face));
            }
            if let (Some((_, Some(face))), Some(edits)) = (&last, &mut self.edits[old[o.nth()]]) {
                match edits.faces.last_mut() {
                    Some((atoms, known)) if atoms.end == o.atoms().start && known == face => atoms.end = o.atoms().end,
                    _ => edits.faces.push((o.atoms(), face.clone())),
                }
            }
        }
    }

    /// Tracks that a paragraph looks otherwise now. Its place in a list is told elsewhere, unless it has another style.
    pub(super) fn restyle(&mut self, old: usize, new: usize) {
        let known = self.known;
        let (before, after) = (&known.old.paragraphs[old], &known.new.paragraphs[new]);
        let [ours, theirs] = [before, after].map(|para| properties_of(Some(para.node), "pPr"));
        let was = looks(ours, &mut str::to_owned);
        let bringer = &mut self.bringer;
        let now = looks(theirs, &mut |id| bringer.styles.id(id, &mut bringer.lists));
        let is_free = self.edits[old].as_ref().is_some_and(|edits| edits.properties.is_none());
        if was == now || !is_free {
            return;
        }
        let style = |looks: &[String]| looks.iter().find(|line| line.starts_with("pStyle(")).cloned();
        let own = Properties::of(known.old.sheet(before).source, before.node);
        let coming = fresh::properties(self, new, before.sheet);
        let now = own.looking_as(&coming, style(&was) != style(&now));
        if let Some(edits) = &mut self.edits[old] {
            edits.properties = Some(now);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(properties: &str) -> Vec<String> {
        let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        let xml = format!("<w:rPr xmlns:w=\"{space}\">{properties}</w:rPr>");
        let xml = roxmltree::Document::parse(&xml).expect("XML");
        looks(Some(xml.root_element()), &mut str::to_owned)
    }

    #[test]
    fn looks_are_the_same_in_any_order_and_however_a_switch_is_set() {
        assert_eq!(said("<w:b/><w:i w:val=\"true\"/>"), said("<w:i/><w:b w:val=\"1\"/><w:lang w:val=\"fr-FR\"/>"));
        assert_ne!(said("<w:b/>"), said("<w:b w:val=\"0\"/>"));
        assert_ne!(said("<w:sz w:val=\"20\"/>"), said("<w:sz w:val=\"22\"/>"));
    }
}
