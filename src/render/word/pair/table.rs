//! Tables: which rows go, which come, and what changes in the cells of the others.
//!
//! ```text
//! old   Rent | 10     Staff | 20                        Rent | [10→12]
//! new   Rent | 12     Travel | 5    Staff | 20          Travel | 5        <w:trPr><w:ins/></w:trPr>
//! ```
//!
//! A row whose cells are merged otherwise goes, and the new one comes: Word tracks no merging, and shows nothing of a cell that is one with
//! the cell above.

use super::super::tracker::Mark;
use super::super::xml::{attribute, is};
use super::bring::{elements, val};
use super::column::Track;
use super::fresh;
use super::rows;
use super::side::{Block, Cell, Row};

/// For each cell of a row that has merged ones, how it is merged with the cell above, and over how many columns it goes.
fn merging<'x>(row: &Row<'x>) -> Vec<[&'x str; 2]> {
    let of = |cell: &Cell<'x>| {
        let properties = elements(cell.node).find(|child| is(*child, "tcPr"));
        let merged = properties.and_then(|pr| elements(pr).find(|child| is(*child, "vMerge")));
        let columns = properties.and_then(|pr| val(pr, "gridSpan")).unwrap_or("1");
        [merged.map_or("", |merged| attribute(merged, "val").unwrap_or("continue")), columns]
    };
    let all: Vec<_> = row.cells.iter().map(of).collect();
    if all.iter().any(|[merged, _]| !merged.is_empty()) { all } else { vec![] }
}

impl Track<'_, '_> {
    /// Old table `old` became `new`.
    pub(super) fn table(&mut self, old: usize, new: usize) {
        let known = self.known;
        let (before, after) = (&known.old.tables[old], &known.new.tables[new]);
        let mut pairs = rows::pairs(&known.old.cells(old), &known.new.cells(new));
        pairs.retain(|&[o, n]| merging(&before.rows[o]) == merging(&after.rows[n]));
        let mut from = [0, 0];
        for pair in pairs.into_iter().map(Some).chain([None]) {
            let to = pair.unwrap_or([before.rows.len(), after.rows.len()]);
            for row in &before.rows[from[0]..to[0]] {
                self.row_goes(row, before.sheet);
            }
            let place = match to[0].checked_sub(1).and_then(|last| before.rows.get(last)) {
                Some(above) => above.node.range().end,
                None => before.rows.first().map_or(before.node.range().end, |first| first.node.range().start),
            };
            for row in &after.rows[from[1]..to[1]] {
                let xml = self.row_comes(row, after.sheet, before.sheet);
                self.splices.entry(before.sheet).or_default().put(place..place, xml);
            }
            let Some([o, n]) = pair else { break };
            for (o, n) in before.rows[o].cells.iter().zip(&after.rows[n].cells) {
                self.column(&o.blocks, &n.blocks, true);
            }
            from = [o + 1, n + 1];
        }
    }

    /// All of an old table goes.
    pub(super) fn table_goes(&mut self, at: usize) {
        let table = &self.known.old.tables[at];
        for row in &table.rows {
            self.row_goes(row, table.sheet);
        }
    }

    fn row_goes(&mut self, row: &Row<'_>, sheet: usize) {
        let (names, source) = (&self.known.old.sheets[sheet].names, self.known.old.sheets[sheet].source);
        let mark = self.tracker.on_paragraph(names, Mark::Deleted);
        let properties = elements(row.node).find(|child| is(*child, "trPr"));
        let own = properties.iter().flat_map(|pr| elements(*pr));
        let (was, own): (Vec<_>, Vec<_>) = own.partition(|child| is(*child, "trPrChange"));
        let [own, was] = [own, was].map(|all| all.into_iter().map(|child| &source[child.range()]).collect::<String>());
        let first = elements(row.node).find(|child| !is(*child, "tblPrEx")).map_or(row.node.range().end, |c| c.range().start);
        let range = properties.map_or(first..first, |pr| pr.range());
        let xml = names.element("trPr", "", &(own + &mark + &was));
        self.splices.entry(sheet).or_default().put(range, xml);
        for cell in &row.cells {
            for block in &cell.blocks {
                self.goes(*block, true);
                if let Block::Paragraph(at) = block {
                    self.in_gone_rows.insert(*at);
                }
            }
        }
    }

    /// New table `at`, for a sheet of the old file.
    pub(super) fn table_comes(&mut self, at: usize, sheet: usize) -> String {
        let known = self.known;
        let table = &known.new.tables[at];
        let goal = self.goal(sheet);
        let from = &known.new.sheets[table.sheet];
        let mut xml = String::new();
        for child in elements(table.node).filter(|child| is(*child, "tblPr") || is(*child, "tblGrid")) {
            xml.push_str(&self.bringer.element(child, from, &goal));
        }
        for row in &table.rows {
            xml.push_str(&self.row_comes(row, table.sheet, sheet));
        }
        goal.names.element("tbl", "", &xml)
    }

    fn row_comes(&mut self, row: &Row<'_>, from: usize, sheet: usize) -> String {
        let known = self.known;
        let goal = self.goal(sheet);
        let from = &known.new.sheets[from];
        let node_of = |node: super::side::Element<'_>| from.root.document().get_node(node.id());
        let Some(node) = node_of(row.node) else { return String::new() };
        let exceptions = elements(node).find(|child| is(*child, "tblPrEx"));
        let mut xml = exceptions.map(|child| self.bringer.element(child, from, &goal)).unwrap_or_default();
        let own: Vec<_> = elements(node).filter(|child| is(*child, "trPr")).flat_map(elements).collect();
        let mut properties: String =
            own.into_iter().filter(|c| !is(*c, "ins") && !is(*c, "del")).map(|c| self.bringer.element(c, from, &goal)).collect();
        properties.push_str(&self.tracker.on_paragraph(goal.names, Mark::Inserted));
        xml.push_str(&goal.names.element("trPr", "", &properties));
        for cell in &row.cells {
            let mut content = String::new();
            let own = node_of(cell.node).and_then(|node| elements(node).find(|child| is(*child, "tcPr")));
            if let Some(own) = own {
                content.push_str(&self.bringer.element(own, from, &goal));
            }
            for block in &cell.blocks {
                match *block {
                    Block::Table(at) => content.push_str(&self.table_comes(at, sheet)),
                    Block::Paragraph(at) => {
                        let written = fresh::paragraph(self, at, sheet, &|_| Mark::Inserted, Mark::Inserted);
                        content.push_str(&written.xml(goal.names, &mut self.tracker));
                    }
                }
            }
            xml.push_str(&goal.names.element("tc", "", &content));
        }
        goal.names.element("tr", "", &xml)
    }
}
