//! The terminal form and the outline read back: a passage begins where a line does, without indent.

use super::{Names, Passage};

/// What a line without a name of its own is called, by its first characters.
const NAMELESS: [(&str, &str); 3] = [("──", "heading"), (" ·", "folded paragraphs"), (" ", "continued")];

/// What is said about the whole text.
const AROUND: &str = "around the text";

/// No name is longer, in bytes.
const LONGEST: usize = 40;

/// The entries of a redline or an outline.
pub(super) fn passages(text: &str, names: &Names) -> Vec<Passage> {
    let mut passages: Vec<Passage> = vec![];
    let mut is_after_blank = true;
    for line in text.lines() {
        if line.trim().is_empty() {
            is_after_blank = true;
            continue;
        }
        if is_after_blank || !line.starts_with(' ') {
            let name = name(line, names);
            // Lines about the whole text are wrapped without an indent.
            if is_after_blank || name != AROUND || passages.last().is_none_or(|last| last.name != AROUND) {
                passages.push(Passage::new(name));
            }
        }
        is_after_blank = false;
        if let Some(last) = passages.last_mut() {
            last.add(line);
            last.add(" ");
            // "par. 2   13 personnes → 12 personnes", in the list of figures.
            let figures = || line.rsplit_once("  ").filter(|_| !line.starts_with(' '));
            if let Some((old, new)) = figures().and_then(|(_, figures)| figures.split_once(" → ")) {
                last.cells = [old, new].map(|cell| cell.trim().to_owned()).into();
            }
        }
    }
    passages
}

/// "OP12" of "OP12 (was OP11) · moved from OP9" and of "OP12    Urges …".
fn name(line: &str, names: &Names) -> String {
    if let Some((_, name)) = NAMELESS.iter().find(|(start, _)| line.starts_with(start)) {
        return (*name).to_owned();
    }
    if let Some(name) = names.at_start(line) {
        return name.to_owned();
    }
    let end = ["  ", " (", " ·", " →", ": "].iter().filter_map(|end| line.find(end)).min();
    end.filter(|&end| end <= LONGEST).map_or(AROUND, |end| &line[..end]).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_goes_on_while_it_is_indented() {
        let found =
            passages("Redline\n\nOP1     Urges\n        all\nOP2 (was OP1) · moved\n        Requests\n", &Names::default());
        let names: Vec<&str> = found.iter().map(|passage| passage.name.as_str()).collect();
        assert_eq!(names, [AROUND, "OP1", "OP2"]);
        assert_eq!(found[1].text.trim_end(), "OP1 Urges all");
    }
}
