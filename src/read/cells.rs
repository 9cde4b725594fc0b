//! What names the cells of a table: what heads the row, and what heads the column.
//!
//! ```text
//!            2021   2022      columns   2021, 2022
//! Registry     79     85      79        "Registry", "2021"
//! Total       170    181      181       "Total", "2022"
//! ```
//!
//! The columns are headed by the first row where it is marked as the head, or where no figure stands in it but years. A row is headed by
//! its first cell with letters. Cells that reach over several columns count as many. `O(cells)`, and columns of the head for each cell.

use super::Cell;
use crate::language::year;

/// Longer texts name nothing.
const LONGEST: usize = 60;

/// The table that is read.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The columns that each cell of the head reaches over, from and up to, and what it says; none where there is no head.
    columns: Vec<([usize; 2], String)>,
    has_begun: bool,
    /// What heads the row, and in which column.
    row: Option<(usize, String)>,
    /// The column of the next cell.
    at: usize,
}

impl Names {
    /// Begins a row of `cells`, each with how many columns it reaches over and what it says; `is_marked` as the head of the table.
    pub(super) fn row(&mut self, cells: impl Iterator<Item = (usize, String)>, is_marked: bool) {
        let is_first = !std::mem::replace(&mut self.has_begun, true);
        (self.at, self.row) = (0, None);
        let mut end = 0;
        let place = |(width, text): (usize, String)| {
            let start = end;
            end += clamped(width);
            ([start, end], text)
        };
        let cells: Vec<([usize; 2], String)> = cells.map(place).collect();
        let is_head = |text: &str| year(text).is_some() || !text.chars().any(|c| c.is_ascii_digit());
        if is_first && (is_marked || cells.iter().skip(1).all(|(_, text)| is_head(text))) {
            self.columns = cells;
        } else {
            self.row = cells.into_iter().find(|(_, text)| is_name(text)).map(|([at, _], text)| (at, text));
        }
    }

    /// What names the next cell of the row, which reaches over `width` columns; None where nothing does, or where it is what names others.
    pub(super) fn cell(&mut self, width: usize) -> Option<Cell> {
        let at = self.at;
        self.at += clamped(width);
        let (_, row) = self.row.as_ref().filter(|(head, _)| *head != at)?;
        let column = self.columns.iter().find(|([from, to], text)| (*from..*to).contains(&at) && !text.is_empty());
        let column = column.map(|(_, text)| text.clone()).filter(|text| text.chars().count() <= LONGEST);
        Some(Cell { row: row.clone(), column })
    }
}

fn is_name(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && text.chars().count() <= LONGEST
}

/// No table is wider.
fn clamped(width: usize) -> usize {
    width.clamp(1, 64)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of the cells of a table: rows apart by "/", cells by "|", a cell over two columns behind "2:".
    fn names(table: &str) -> String {
        let cell = |text: &str| text.trim().strip_prefix("2:").map_or((1, text.trim().to_owned()), |text| (2, text.to_owned()));
        let mut names = Names::default();
        let mut found = vec![];
        for row in table.split('/') {
            let cells: Vec<(usize, String)> = row.split('|').map(cell).collect();
            names.row(cells.iter().cloned(), false);
            found.extend(cells.iter().map(|(width, _)| names.cell(*width).map_or_else(|| "–".to_owned(), |cell| cell.name())));
        }
        found.join("; ")
    }

    #[test]
    fn a_cell_is_named_by_its_row_and_column() {
        assert_eq!(names("Organ|2020|2021/Court|4|5"), "–; –; –; –; Court, 2020; Court, 2021");
        assert_eq!(names("No.|Organ|Posts/1|Court|5"), "–; –; –; Court, No.; –; Court, Posts");
        assert_eq!(names("Organ|2:Posts/Court|4|5"), "–; –; –; Court, Posts; Court, Posts");
    }

    #[test]
    fn a_first_row_with_figures_heads_nothing() {
        assert_eq!(names("Rent|10/Staff|20"), "–; Rent; –; Staff");
        assert_eq!(names("1|2/3|4"), "–; –; –; –");
    }
}
