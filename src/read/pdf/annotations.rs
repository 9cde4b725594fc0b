//! What is laid over the content of a page: marks of a reviewer, comments, and the fields of a form.
//!
//! ```text
//! /StrikeOut /QuadPoints [100 712 140 712 100 700 140 700]     the words between 100 and 140 are struck out
//! /Widget /FT /Tx /V (Arden)                                   "Arden" stands in a field: text of the page
//! ```
//!
//! A comment is told beside the text, as one of a Word file is. `O(annotations)`.

use pdfboss_core::object::decode_text_string;
use pdfboss_core::{Dict, Object};

/// What an annotation does to the words that it covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Markup {
    StrikeOut,
    Underline,
}

/// The annotations of a page, in its own coordinates.
#[derive(Debug, Default)]
pub(super) struct Annotations {
    /// Where words are marked: left, lower, right and upper edge.
    pub(super) markups: Vec<(Markup, [f32; 4])>,
    /// What stands in the fields of a form.
    pub(super) fields: Vec<(String, [f32; 4])>,
    /// Who says what.
    pub(super) comments: Vec<(String, String)>,
}

/// The annotations of `page`; `resolve` follows references, and gives nothing beyond the limits.
pub(super) fn annotations(page: &Dict, resolve: impl Fn(&Object) -> Option<Object>) -> Annotations {
    /// Invisible, hidden, not on the screen.
    const UNSEEN: i64 = 1 << 1 | 1 << 5;
    let mut found = Annotations::default();
    let Some(Object::Array(items)) = page.get("Annots").and_then(&resolve) else { return found };
    for item in &items {
        let Some(object) = resolve(item) else { continue };
        let Some(dict) = object.as_dict().filter(|dict| dict.get_int("F").unwrap_or(0) & UNSEEN == 0) else { continue };
        let text = |dict: &Dict, key: &str| {
            let value = dict.get(key).and_then(&resolve)?;
            Some(decode_text_string(value.as_str_bytes()?)).filter(|text| !text.trim().is_empty())
        };
        let numbers = |key: &str| -> Vec<f32> {
            let Some(Object::Array(numbers)) = dict.get(key).and_then(&resolve) else { return vec![] };
            numbers.iter().filter_map(Object::as_f64).map(|number| number as f32).collect()
        };
        let kind = dict.get_name("Subtype").map_or("", |name| name.0.as_str());
        let markup = match kind {
            "StrikeOut" => Some(Markup::StrikeOut),
            "Underline" | "Squiggly" => Some(Markup::Underline),
            _ => None,
        };
        if let Some(markup) = markup {
            let quads = numbers("QuadPoints");
            found.markups.extend(quads.chunks_exact(8).map(|quad| (markup, bounds(quad))));
        }
        if kind == "Widget" {
            let parent = dict.get("Parent").and_then(&resolve);
            let parent = parent.as_ref().and_then(Object::as_dict);
            let name = |dict: &Dict| dict.get_name("FT").map(|name| name.0.clone());
            let is_text = name(dict).or_else(|| parent.and_then(name)).is_some_and(|kind| kind == "Tx" || kind == "Ch");
            let value = text(dict, "V").or_else(|| parent.and_then(|parent| text(parent, "V")));
            let rect = numbers("Rect");
            if let (true, Some(value), [_, _, _, _]) = (is_text, value, rect.as_slice()) {
                found.fields.push((value, bounds(&rect)));
            }
        } else if !matches!(kind, "Link" | "Popup") {
            let said = text(dict, "Contents").map(|said| (text(dict, "T").unwrap_or_default(), said));
            found.comments.extend(said);
        }
    }
    found
}

/// The edges of what has these corners: x, y, x, y, …
fn bounds(corners: &[f32]) -> [f32; 4] {
    let edge = |from: usize, first: f32, of: fn(f32, f32) -> f32| corners.iter().skip(from).step_by(2).copied().fold(first, of);
    [
        edge(0, f32::INFINITY, f32::min),
        edge(1, f32::INFINITY, f32::min),
        edge(0, f32::NEG_INFINITY, f32::max),
        edge(1, f32::NEG_INFINITY, f32::max),
    ]
}
