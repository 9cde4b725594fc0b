//! The compilation as a table: a row a paragraph, a column a delegation, each against the draft.
//!
//! ```text
//!        Draft                     EU                        Kenya      Japan
//! OP1    Calls upon States …       … its requests [-without  as EU      –
//!                                  delay-]{+promptly+};
//! OP3 ⚡ Requests the list;         –                         –          delete
//! ```
//!
//! What nobody touches is folded. Long stretches that a delegation keeps are cut to the words beside its changes. So that the columns stay
//! wide enough to read, so many delegations stand side by side and no more; the others follow in a table of their own, the draft again.

use super::{CompilationReport, CompiledPiece, CompiledRow};
use crate::overlay::{Stand, What};
use crate::report::phrases::fill;
use crate::report::table::{Fate, Lead, Set, Table, TablePart, TableRow, TableRun};
use crate::report::title::Party;

/// Delegations side by side.
const SIDE_BY_SIDE: usize = 6;

/// Kept words beside a change.
const BESIDE: usize = 5;

/// The tables of `report`: one for every six delegations.
pub fn compilation_tables(report: &CompilationReport) -> Vec<Table> {
    let all: Vec<usize> = (0..report.compilation.proposals.len()).collect();
    all.chunks(SIDE_BY_SIDE).map(|hands| table(report, hands)).collect()
}

fn table(report: &CompilationReport, hands: &[usize]) -> Table {
    let words = report.phrases.compiling;
    let party = |label: &str, role: &'static str| Party {
        role,
        label: label.to_owned(),
        symbol: None,
        title: None,
        adopted: None,
        language: report.compilation.base.language,
    };
    let mut columns = vec![party(&report.title, words.draft)];
    columns.extend(hands.iter().map(|&hand| party(&report.compilation.proposals[hand].label, "")));
    let mut rows = vec![];
    let mut untouched: Vec<&CompiledRow> = vec![];
    for row in report.rows.iter().filter(|row| row.coming.as_ref().is_none_or(|coming| coming.what != What::Alt)) {
        if !row.is_touched() {
            untouched.push(row);
            continue;
        }
        rows.extend(folded(report, &std::mem::take(&mut untouched)));
        // What only others touch stands in their table.
        if hands.iter().all(|&hand| wish(row, hand).is_none()) {
            continue;
        }
        rows.push(TableRow::Texts(cells(report, row, hands)));
    }
    rows.extend(folded(report, &untouched));
    Table { language: report.language, phrases: report.phrases, title: report.title.clone(), columns, rows, lead: Lead::Wide }
}

/// "PP1 – PP3: nobody proposes a change".
fn folded(report: &CompilationReport, rows: &[&CompiledRow]) -> Option<TableRow> {
    let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).filter(|name| !name.is_empty()).collect();
    let (first, last) = (names.first()?, names.last()?);
    let name = if first == last { (*first).to_owned() } else { format!("{first} – {last}") };
    Some(TableRow::Section(fill(report.phrases.compiling.untouched, &[&name])))
}

fn cells(report: &CompilationReport, row: &CompiledRow, hands: &[usize]) -> Vec<Vec<TablePart>> {
    let mut cells = vec![vec![draft(report, row)]];
    for &hand in hands {
        let own = wish(row, hand);
        let first = (0..hand).find(|&other| own.is_some() && wish(row, other) == own);
        cells.push(vec![match (own, first) {
            (None, _) => part(row, None, vec![run("–", Fate::Kept)]),
            (_, Some(first)) => part(row, Some(fill(report.phrases.compiling.same_as, &[&report.names(&[first])])), vec![]),
            (Some(_), None) => wanted(report, row, hand),
        }]);
    }
    cells
}

/// What a delegation wants of a row: equal for those who want the same; None where it wants nothing.
fn wish(row: &CompiledRow, hand: usize) -> Option<Vec<usize>> {
    if let Some(coming) = &row.coming {
        return coming.by.contains(&hand).then(Vec::new);
    }
    let whole = row.whole.as_ref().and_then(|whole| whole.wishes.iter().position(|(by, _)| by.contains(&hand)));
    let choices = row.pieces.iter().filter_map(|piece| match piece {
        CompiledPiece::Choice(choice) => Some(choice.ways.iter().position(|way| way.by.contains(&hand)).map_or(0, |way| way + 1)),
        _ => None,
    });
    let wishes: Vec<usize> = std::iter::once(whole.map_or(0, |whole| whole + 1)).chain(choices).collect();
    wishes.iter().any(|wish| *wish > 0).then_some(wishes)
}

fn draft(report: &CompilationReport, row: &CompiledRow) -> TablePart {
    let is_conflict = row.whole.as_ref().is_some_and(|whole| whole.stand == Stand::Conflict)
        || row.pieces.iter().any(|piece| matches!(piece, CompiledPiece::Choice(choice) if choice.stand == Stand::Conflict));
    let said = is_conflict.then(|| format!("⚡ {}", report.phrases.compiling.stands[Stand::Conflict as usize]));
    let runs = if row.coming.is_some() { vec![] } else { row.pieces.iter().map(of_draft).collect() };
    let said =
        said.or_else(|| row.coming.as_ref().map(|coming| coming.said.join(report.phrases.comma)).filter(|said| !said.is_empty()));
    TablePart { label: row.name.clone(), ..part(row, said, runs) }
}

fn of_draft(piece: &CompiledPiece) -> TableRun {
    match piece {
        CompiledPiece::Words(words) => run(words, Fate::Kept),
        CompiledPiece::Mark(mark) => TableRun { text: mark.clone(), fate: Fate::Kept, set: Set::Mark },
        CompiledPiece::Choice(choice) => run(&choice.words, Fate::Kept),
    }
}

/// The text that a delegation wants, against the draft.
fn wanted(report: &CompilationReport, row: &CompiledRow, hand: usize) -> TablePart {
    if let Some(coming) = &row.coming {
        let text: String = row.pieces.iter().map(|piece| of_draft(piece).text).collect();
        let said = (!coming.said.is_empty()).then(|| coming.said.join(report.phrases.comma));
        return part(row, said, vec![run(&text, Fate::Came)]);
    }
    if let Some(whole) = row.whole.as_ref() {
        let alternatives = report.compilation.places[whole.place].alternatives.iter().zip(&whole.wishes);
        let mut own = alternatives.filter(|(alternative, _)| alternative.by.contains(&hand) && alternative.what != What::Reword);
        if let Some((own, (_, said))) = own.next() {
            let said = said.clone();
            let text = own.text.as_deref().filter(|text| !text.is_empty());
            return TablePart {
                label: own.id.clone().unwrap_or_default(),
                ..part(row, Some(said), text.map(|text| run(text, Fate::Came)).into_iter().collect())
            };
        }
    }
    let mut runs: Vec<TableRun> = vec![];
    let mut kept = String::new();
    let mut is_first = true;
    for piece in &row.pieces {
        let way = match piece {
            CompiledPiece::Choice(choice) => choice.ways.iter().find(|way| way.by.contains(&hand)).map(|way| (choice, way)),
            _ => None,
        };
        let Some((choice, way)) = way else {
            if !matches!(piece, CompiledPiece::Mark(_)) {
                kept += &of_draft(piece).text;
            }
            continue;
        };
        runs.push(run(&cut(&kept, !is_first, true), Fate::Kept));
        kept.clear();
        is_first = false;
        runs.push(run(&choice.words, Fate::Went));
        runs.push(run(&way.text, Fate::Came));
    }
    runs.push(run(&cut(&kept, true, false), Fate::Kept));
    runs.retain(|run| !run.text.is_empty());
    part(row, None, runs)
}

/// The words of `text` beside what stands before and behind it.
fn cut(text: &str, before: bool, behind: bool) -> String {
    let words: Vec<&str> = text.split_inclusive(' ').collect();
    if words.len() <= 2 * BESIDE + 1 {
        return text.to_owned();
    }
    let head = if before { words[..BESIDE].concat() } else { String::new() };
    let tail = if behind { words[words.len() - BESIDE..].concat() } else { String::new() };
    format!("{head}… {tail}")
}

fn run(text: &str, fate: Fate) -> TableRun {
    TableRun { text: text.to_owned(), fate, set: Set::Words }
}

fn part(row: &CompiledRow, said: Option<String>, runs: Vec<TableRun>) -> TablePart {
    TablePart { role: row.role, label: String::new(), said, runs, notes: vec![] }
}
