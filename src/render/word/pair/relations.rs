//! What a part is related to: its pictures, the addresses of its links.

use std::collections::HashMap;

use super::super::xml::attribute;
use super::safe;
use super::side::Element;
use crate::read::{Package, resolved_part};

/// A relation of a part.
pub(super) struct Relation {
    /// The type, a URI.
    pub(super) kind: String,
    /// As written.
    pub(super) target: String,
    /// An address outside the file.
    pub(super) is_external: bool,
    /// The index of the part that it names.
    pub(super) part: Option<usize>,
}

/// The relations of one part, by their ids.
pub(super) struct Relations<'x> {
    package: &'x Package,
    pub(super) by_id: HashMap<String, Relation>,
}

impl<'x> Relations<'x> {
    /// Those of the part called `name`.
    pub(super) fn of(package: &'x Package, name: &str) -> Self {
        let (folder, _) = name.rsplit_once('/').unwrap_or(("", name));
        let rels = super::super::parts::relations_of(name);
        let mut by_id = HashMap::new();
        let bytes = part(package, &rels).map(|at| &package.parts[at].bytes);
        let source = bytes.and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default();
        let source = source.trim_start_matches('\u{feff}');
        if let Ok(xml) = roxmltree::Document::parse(source) {
            for node in xml.root_element().children().filter(roxmltree::Node::is_element) {
                let said = |name: &str| node.attribute(name).unwrap_or_default().to_owned();
                let (target, is_external) = (said("Target"), node.attribute("TargetMode") == Some("External"));
                let part = if is_external { None } else { part(package, &resolved_part(folder, &target)) };
                by_id.insert(said("Id"), Relation { kind: said("Type"), target, is_external, part });
            }
        }
        Self { package, by_id }
    }

    /// Where the link `node` leads outside the file, if that may be followed.
    pub(super) fn address(&self, node: Element<'_>) -> Option<String> {
        let id =
            node.attributes().find(|a| a.name() == "id" && a.namespace().is_some_and(|uri| uri.ends_with("/relationships")))?;
        let target = &self.by_id.get(id.value())?.target;
        safe::is_address(target).then(|| format!("{target}#{}", attribute(node, "anchor").unwrap_or_default()))
    }

    /// The bytes of the part that relation `id` names, or its address.
    pub(super) fn bytes(&self, id: &str) -> Option<&[u8]> {
        let relation = self.by_id.get(id)?;
        relation.part.map_or(Some(relation.target.as_bytes()), |at| Some(self.package.parts[at].bytes.as_slice()))
    }
}

/// The part of that name, in either case.
pub(super) fn part(package: &Package, name: &str) -> Option<usize> {
    let name = name.trim_start_matches('/');
    package.parts.iter().position(|part| part.name.trim_start_matches('/').eq_ignore_ascii_case(name))
}
