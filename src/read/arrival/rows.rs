//! Rows of tables in plain text: cells apart by tabs, by bars, by columns of spaces, or by dots that lead to a sum.
//!
//! ```text
//! Member<TAB>2020<TAB>2021       | Member | 2020 |       Member     2020   2021       Travel ......... 1,200
//! ```
//!
//! Each row is a paragraph of its own, its cells with a space between them. A label and a tab ("1.", a tab, "Requests") make no cells.
//! Columns of spaces must stand one below the other, and end in figures or be three or more: prose set in two columns is no table.

use super::Lines;
use crate::language::Lexicon;
use crate::read::{Block, Repair, Role, Why};
use crate::text::label::{Shape, article_of_heading, label, stopped_item};
use crate::work::step;

/// What parts the cells of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Parted {
    Tabs,
    Bars,
    Gaps,
    Dots,
    /// "In favour: Anse, Brem".
    Votes,
}

/// One row.
struct Row {
    at: usize,
    parted: Parted,
    /// The cells, with the columns that each begins before and ends at.
    cells: Vec<(usize, usize, String)>,
}

/// Takes the rows of tables out of the lines.
pub(super) fn take(lines: &mut Lines, lexicon: &Lexicon) -> Vec<Block> {
    let worded = lines.worded();
    let rows: Vec<Option<Row>> = worded.iter().map(|&at| row(&lines.lines[at], at, lexicon)).collect();
    let mut blocks = vec![];
    let mut from = 0;
    while from < rows.len() {
        let Some(first) = &rows[from] else {
            from += 1;
            continue;
        };
        let goes_on = |row: &Option<Row>| row.as_ref().is_some_and(|row| row.parted == first.parted);
        let run = rows[from..].iter().take_while(|row| goes_on(row)).count();
        let table: Vec<&Row> = rows[from..from + run].iter().flatten().collect();
        if is_table(&table) {
            // What heads the columns may be set otherwise.
            let above = from.checked_sub(1).and_then(|above| rows[above].as_ref());
            let head = above.filter(|above| {
                above.at + 1 == table[0].at
                    && !lines.lines[above.at].trim().is_empty()
                    && first.parted == Parted::Dots
                    && above.parted == Parted::Gaps
            });
            let heading = if counts_rows(&table) { 2 } else { 1 };
            blocks.extend(head.and_then(|head| take_row(lines, head, 1, &[])));
            let columns = columns(lines, &table);
            blocks.extend(table.iter().zip(columns).filter_map(|(row, columns)| take_row(lines, row, heading, &columns)));
        }
        from += run;
    }
    blocks
}

/// Whether the first column counts the rows, below what heads it, and the second names them: "1 Nordia", "2 Sudia".
fn counts_rows(table: &[&Row]) -> bool {
    let number = |row: &&&Row| row.cells[0].2.trim_end_matches('.').parse::<u32>().ok();
    let is_named = |row: &&Row| row.cells.get(1).is_some_and(|(_, _, cell)| cell.starts_with(char::is_alphabetic));
    let numbered: Vec<u32> = table.iter().skip_while(|row| number(row).is_none()).map_while(|row| number(&row)).collect();
    numbered.len() > 1
        && numbered.len() + 1 >= table.len()
        && numbered.windows(2).all(|pair| pair[0] + 1 == pair[1])
        && table.iter().all(is_named)
}

/// The column that each cell of each row stands in, where empty cells show in the lines; what heads the columns says nothing of them.
///
/// With bars and tabs all rows have as many signs; with gaps a cell stands below one of the longest row. Without bars an empty cell is seen
/// among figures alone: two tabs may be one wide gap. `O(n)`, and for gaps the cells of the longest row for each cell.
fn columns(lines: &Lines, table: &[&Row]) -> Vec<Vec<usize>> {
    const OFF: usize = 2;
    let longest = table.iter().max_by_key(|row| row.cells.len()).expect("a table has rows");
    let sign = if longest.parted == Parted::Bars { '|' } else { '\t' };
    let signs = |row: &Row| {
        step(1);
        lines.lines[row.at].matches(sign).count()
    };
    let is_grid = longest.parted != Parted::Gaps && table.windows(2).all(|pair| signs(pair[0]) == signs(pair[1]));
    let parts = |row: &Row| -> Vec<usize> {
        let parts = lines.lines[row.at].trim_matches([' ', '|']).split(sign).map(|part| !part.trim().is_empty());
        parts.enumerate().filter_map(|(column, is_full)| is_full.then_some(column)).collect()
    };
    let below = |row: &Row| -> Vec<usize> {
        let stands = |cell: &(usize, usize, String)| {
            let near = |of: &(usize, usize, String)| of.0.abs_diff(cell.0) <= OFF || of.1.abs_diff(cell.1) <= OFF;
            longest.cells.iter().position(near)
        };
        row.cells.iter().filter_map(stands).collect()
    };
    let counts = |(_, _, cell): &(usize, usize, String)| is_figure(cell) || cell.len() == 1;
    let is_plain = |row: &Row| row.cells[1..].iter().all(counts);
    let found = |row: &&Row| match row.parted {
        Parted::Bars if is_grid && row.cells[1..].iter().any(counts) => parts(row),
        Parted::Tabs if is_grid && is_plain(row) => parts(row),
        Parted::Gaps if is_plain(row) => below(row),
        _ => vec![],
    };
    let whole = |(at, row): (usize, &&Row)| {
        let columns = if at == 0 { vec![] } else { found(row) };
        // A label that was joined to what stands behind it has a column of its own.
        let columns = columns.get(columns.len().saturating_sub(row.cells.len())..).unwrap_or_default().to_vec();
        if columns.len() == row.cells.len() && columns.is_sorted_by(|one, next| one < next) { columns } else { vec![] }
    };
    table.iter().enumerate().map(whole).collect()
}

/// Takes one row, which its first `heading` cells name; the line under a head of bars is a rule. An empty cell before a full one is written
/// "–", so that a figure in another column is another row: `columns` are those of the cells, or none are known.
fn take_row(lines: &mut Lines, row: &Row, heading: usize, columns: &[usize]) -> Option<Block> {
    let text: Vec<&str> = row.cells.iter().map(|(_, _, cell)| cell.as_str()).collect();
    let is_rule = text.iter().all(|cell| cell.chars().all(|c| matches!(c, '-' | ':' | '=' | '_')));
    let signs: String = match row.parted {
        Parted::Bars => lines.lines[row.at].chars().filter(|c| *c == '|').collect(),
        Parted::Dots => {
            let within: usize = text.iter().map(|cell| cell.matches(['.', '…']).count()).sum();
            lines.lines[row.at].chars().filter(|c| matches!(c, '.' | '…')).skip(within).collect()
        }
        _ => String::new(),
    };
    if is_rule {
        lines.leave_out(row.at, Why::Rule);
        return None;
    }
    if !signs.is_empty() {
        lines.repairs.push(Repair { line: row.at + 1, before: signs, after: String::new(), why: Why::Rule });
    }
    lines.blank(row.at);
    let mut counted = 0;
    let mut words = String::new();
    let mut column = columns.first().copied().unwrap_or(0);
    for (at, cell) in text.iter().enumerate() {
        let own = columns.get(at).copied().unwrap_or(column);
        let empty = " –".repeat(if at < heading { 0 } else { own - column });
        if !empty.is_empty() {
            let repair = Repair { line: row.at + 1, before: String::new(), after: empty.trim().to_owned(), why: Why::EmptyCell };
            lines.repairs.push(repair);
        }
        words.push_str(&empty);
        words.push_str(if at > 0 { between(&words, cell) } else { "" });
        words.push_str(cell);
        counted = if at < heading { words.len() } else { counted };
        column = own + 1;
    }
    Some(Block { role: Role::Row, counted, ..Block::new(words, row.at + 1) })
}

/// The space between two cells: a wide one where a narrow one would make one figure of two, "88 101".
fn between(before: &str, cell: &str) -> &'static str {
    const GROUP: usize = 3;
    let is_group = cell.bytes().take_while(u8::is_ascii_digit).count() == GROUP;
    if is_group && before.ends_with(|c: char| c.is_ascii_digit()) { "\u{2003}" } else { " " }
}

fn row(line: &str, at: usize, lexicon: &Lexicon) -> Option<Row> {
    const LONGEST: usize = 80;
    /// What stands behind a tab and has so many words is a sentence.
    const SENTENCE: usize = 4;
    /// No row is so long, in bytes.
    const WIDEST: usize = 1_000;
    let bare = line.trim();
    if let Some((head, names)) = bare.split_once(':')
        && lexicon.votes.contains(&&*head.to_lowercase())
    {
        let names = names.split_whitespace().collect::<Vec<_>>().join(" ");
        let cells = vec![(0, 0, format!("{head}:")), (0, 0, names)];
        return Some(Row { at, parted: Parted::Votes, cells });
    }
    if line.len() > WIDEST && !bare.starts_with('|') {
        return None;
    }
    let parted = if bare.starts_with('|') && bare.matches('|').count() > 1 {
        Parted::Bars
    } else if bare.contains('\t') {
        Parted::Tabs
    } else if bare.contains("....") || bare.contains(". . . .") || bare.contains("……") {
        Parted::Dots
    } else if bare.contains("  ") {
        Parted::Gaps
    } else {
        return None;
    };
    let mut cells = cells(line, parted);
    let heads = |cell: &str| label(&format!("{cell} Xx")).is_some_and(|label| label.shape != Shape::Bare && label.rest == "Xx");
    if parted != Parted::Bars && cells.len() > 1 && heads(&cells[0].2) {
        let (start, _, label) = cells.remove(0);
        cells[0] = (start, cells[0].1, format!("{label} {}", cells[0].2));
    }
    // "a.", a tab, and a sentence: what Word counts, copied.
    let is_item = match cells.as_slice() {
        [(_, _, first), (_, _, words)]
            if parted == Parted::Tabs && (words.split(' ').count() >= SENTENCE || words.starts_with(char::is_lowercase)) =>
        {
            let counts = label(&format!("{first} Xx")).is_some_and(|label| label.rest == "Xx");
            counts || stopped_item(&format!("{first} x")).is_some() || first.len() == 1 && first.starts_with(char::is_lowercase)
        }
        _ => false,
    };
    let is_heading = cells.first().is_some_and(|(_, _, cell)| article_of_heading(cell, lexicon.articles_of_law).is_some());
    let fits = parted == Parted::Bars || cells.iter().all(|(_, _, cell)| cell.chars().count() <= LONGEST);
    (cells.len() > 1 && fits && !is_heading && !is_item).then_some(Row { at, parted, cells })
}

fn cells(line: &str, parted: Parted) -> Vec<(usize, usize, String)> {
    let mut cells: Vec<(usize, usize, String)> = vec![];
    let chars: Vec<char> = line.chars().collect();
    let run = |from: usize, wanted: fn(char) -> bool| chars[from..].iter().take_while(|c| wanted(**c)).count();
    let gap = |from: usize| match parted {
        Parted::Tabs => run(from, |c| c == '\t'),
        Parted::Bars => run(from, |c| c == '|'),
        Parted::Gaps => Some(run(from, char::is_whitespace)).filter(|run| *run > 1).unwrap_or(0),
        Parted::Dots => Some(run(from, |c| matches!(c, '.' | ' ' | '…')))
            .filter(|run| chars[from..from + run].iter().filter(|c| **c != ' ').count() >= 4 || chars[from] == '…' && *run > 1)
            .unwrap_or(0),
        Parted::Votes => 0,
    };
    let (mut at, mut start) = (0, 0);
    let mut push = |start: usize, end: usize| {
        let text: String = chars[start..end].iter().collect();
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !words.is_empty() {
            let lead = text.chars().take_while(|c| c.is_whitespace()).count();
            cells.push((start + lead, start + text.trim_end().chars().count(), words));
        }
    };
    while at < chars.len() {
        let width = gap(at);
        if width > 0 {
            push(start, at);
            at += width;
            start = at;
        } else {
            at += 1;
        }
    }
    push(start, chars.len());
    cells
}

/// Whether the rows of one kind make a table.
fn is_table(rows: &[&Row]) -> bool {
    let Some(parted) = rows.first().map(|row| row.parted) else { return false };
    let is_figure = |row: &Row| row.cells.last().is_some_and(|(_, _, cell)| is_figure(cell));
    let figures = rows.iter().filter(|row| is_figure(row)).count();
    match parted {
        Parted::Tabs | Parted::Bars | Parted::Votes => rows.len() > 1,
        Parted::Dots => rows.len() > 1 && figures * 2 >= rows.len(),
        Parted::Gaps => {
            rows.len() > 2 && are_columns(rows) && (figures * 2 >= rows.len() || rows.iter().all(|row| is_narrow(row)))
        }
    }
}

/// "1,250.00", "12 %", "–", "$5".
fn is_figure(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    digits > 0 && letters <= 3 || matches!(cell, "–" | "—" | "-" | "..")
}

/// Three cells or more, each short.
fn is_narrow(row: &Row) -> bool {
    const SHORT: usize = 30;
    row.cells.len() > 2 && row.cells.iter().all(|(_, _, cell)| cell.chars().count() <= SHORT)
}

/// Whether most rows have as many cells, which begin or end one below the other.
fn are_columns(rows: &[&Row]) -> bool {
    const OFF: usize = 2;
    let mut counts: Vec<usize> = rows.iter().map(|row| row.cells.len()).collect();
    counts.sort_unstable();
    let usual = counts[counts.len() / 2];
    let same: Vec<&&Row> = rows.iter().filter(|row| row.cells.len() == usual).collect();
    let spread = |of: fn(&(usize, usize, String)) -> usize, column: usize| {
        let places = || same.iter().map(|row| of(&row.cells[column]));
        places().max().unwrap_or(0) - places().min().unwrap_or(0)
    };
    same.len() * 10 >= rows.len() * 7
        && (1..usual).all(|column| spread(|cell| cell.0, column) <= OFF || spread(|cell| cell.1, column) <= OFF)
}
