//! Keeps an insertion at the end of a paragraph apart from one at the beginning of the next.
//!
//! ```text
//! text is    … until [del 2012][ins 2013]¶ [ins All] members …      LibreOffice, rejecting, joins both insertions and with them the paragraphs
//! here       … until [ins 2013][del 2012]¶ [ins All] members …      the deletion stands between them
//! ```
//!
//! Two insertions of one author at one time are one change to LibreOffice where nothing but the end of a paragraph parts them. Accepting and
//! rejecting give the same in any order of the two. Where nothing is deleted there, nothing helps. `O(bytes)`.

use std::path::Path;

use super::base::Part;
use super::parts::root_name;

/// `parts` in which insertions in a row are apart where they can be.
pub(super) fn insertions_apart(mut parts: Vec<Part>) -> Vec<Part> {
    let is_text = |part: &&mut Part| Path::new(&part.name).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xml"));
    for part in parts.iter_mut().filter(is_text) {
        if let Some(apart) = std::str::from_utf8(&part.bytes).ok().and_then(apart) {
            part.bytes = apart.into_bytes();
        }
    }
    parts
}

/// The XML of a part with deletions between insertions; None where there are none in a row.
fn apart(source: &str) -> Option<String> {
    let root = root_name(source);
    let prefix = root.split_once(':').map(|(prefix, _)| format!("{prefix}:")).unwrap_or_default();
    let [ins, del] = ["ins", "del"].map(|name| Change::called(&format!("{prefix}{name}")));
    let end = format!("{}</{prefix}p>", ins.close);
    let mut swaps = vec![];
    for (at, _) in source.match_indices(&end) {
        let behind = &source[at + end.len()..];
        if !begins_with(behind, &prefix, &ins.open) {
            continue;
        }
        let Some(insertion) = ins.last(&source[..at]) else { continue };
        if let Some(deletion) = source[..insertion].strip_suffix(del.close.as_str()).and_then(|before| del.last(before)) {
            swaps.push([deletion, insertion, at + ins.close.len()]);
        }
    }
    if swaps.is_empty() {
        return None;
    }
    let (mut text, mut from) = (String::with_capacity(source.len()), 0);
    for [deletion, insertion, end] in swaps {
        text.push_str(&source[from..deletion]);
        text.push_str(&source[insertion..end]);
        text.push_str(&source[deletion..insertion]);
        from = end;
    }
    text.push_str(&source[from..]);
    Some(text)
}

/// The tags of a kind of change.
struct Change {
    open: String,
    close: String,
}

impl Change {
    fn called(name: &str) -> Self {
        Self { open: format!("<{name} "), close: format!("</{name}>") }
    }

    /// Where the one begins that `source` ends in, which must hold no other.
    fn last(&self, source: &str) -> Option<usize> {
        source.rfind(&self.open).filter(|at| !source[*at..].contains(&self.close))
    }
}

/// Whether `source` is a paragraph that begins with `open`.
fn begins_with(source: &str, prefix: &str, open: &str) -> bool {
    let tag = format!("<{prefix}p");
    let Some(rest) = source.strip_prefix(&tag).filter(|rest| rest.starts_with([' ', '>'])) else { return false };
    let Some((_, content)) = rest.split_once('>') else { return false };
    let content = match content.strip_prefix(&format!("<{prefix}pPr>")) {
        Some(rest) => rest.split_once(&format!("</{prefix}pPr>")).map_or("", |(_, content)| content),
        None => content,
    };
    content.starts_with(open)
}

#[cfg(test)]
mod tests {
    use super::*;

    const INS: &str = "<w:ins w:id=\"1\"><w:r/></w:ins>";
    const DEL: &str = "<w:del w:id=\"2\"><w:r/></w:del>";

    fn body(paragraphs: &[String]) -> String {
        format!("<w:document>{}</w:document>", paragraphs.concat())
    }

    #[test]
    fn a_deletion_stands_between_two_insertions() {
        let p = |content: &str| format!("<w:p>{content}</w:p>");
        let next = format!("<w:p w:x=\"1\"><w:pPr><w:rPr/></w:pPr>{INS}</w:p>");
        let of = |end: String| body(&[p(&format!("<w:r/>{end}")), next.clone()]);
        assert_eq!(apart(&of(format!("{DEL}{INS}"))), Some(of(format!("{INS}{DEL}"))));
        // Nothing is there to stand between, or nothing to part.
        assert_eq!(apart(&of(INS.to_owned())), None);
        assert_eq!(apart(&body(&[p(&format!("{DEL}{INS}")), p("<w:r/>")])), None);
    }
}
