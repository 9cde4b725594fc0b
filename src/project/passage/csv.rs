//! A table read back: a passage is a line, called by its first cell.

use super::Passage;

/// The lines of a table. A name has no comma in it, or stands in quotes and is then not told apart from what follows.
pub(super) fn passages(text: &str) -> Vec<Passage> {
    let line = |line: &str| {
        let (name, cells) = line.split_once(',').unwrap_or((line, ""));
        let mut passage = Passage::new(name.trim_matches('"'));
        passage.add(cells);
        passage.cells = cells.split(',').map(str::to_owned).collect();
        passage
    };
    text.lines().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_called_by_its_first_cell() {
        let found = passages("paragraph,ASP/19\r\nOP1,new\r\n");
        assert_eq!(found[1], Passage::row("OP1", vec!["new".to_owned()]));
    }
}
