//! PDF files: lines by their place on the pages, then paragraphs as from wrapped text.
//!
//! ```text
//! engine → pieces → row, glue → lines → furniture → margin, regions → notes → paragraphs, wrapped → blocks → marks
//! ```
//!
//! A PDF says where characters stand and nothing else for sure. Each step adds what that place tells: which pieces are one line and
//! where its spaces are, which lines belong to the page and not to the text, in which order columns are read, what is a footnote,
//! and where a line opens a paragraph. The words decide the rest, in the same code that reads the wrapped lines of other programs.

mod annotations;
mod backdrop;
mod engine;
mod furniture;
mod glue;
mod legible;
mod margin;
mod marks;
mod notes;
mod paint;
mod paragraphs;
mod redline;
mod regions;
mod row;
mod streams;
mod tally;
#[cfg(test)]
mod tests;
mod view;

use self::engine::{Engine, Page, Place, Stroke, Trouble};
use self::legible::Tally;
use self::notes::{Column, Part};
use self::regions::{Region, Regions};
use self::row::{Baseline, Kind, Row};
use super::hyphen::{Joiner, folded};
use super::line::{self, Line};
use super::stack::apart;
use super::{Block, Layout, Note, ReadOptions, Repair, Revisions, Role, Source, Why, wrapped};
use crate::language::{Language, Lexicon};
use crate::text::superscript;
use crate::{Error, ErrorKind};

/// Reads the PDF in `bytes`.
///
/// # Errors
/// `NotText` without its password, for damage and for fonts that hide their characters; `Empty` without text; `TooLarge` beyond a
/// limit.
pub(super) fn read(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Source, Error> {
    let (pages, mut notes) = contained(name, || {
        let password = options.password.as_deref();
        let trouble = |trouble| explained(name, &trouble, password);
        let engine = engine::open(bytes, password.unwrap_or_default(), &options.limits).map_err(trouble)?;
        let (pages, tally) = pages(&*engine, options.revisions).map_err(trouble)?;
        Ok((pages, legible::judge(name, &tally, &*engine)?))
    })?;
    let mut reader = Reader::new(pages, options.language);
    let blocks = reader.blocks();
    let pages = reader.page_starts();
    let mut repairs = reader.repairs;
    repairs.sort_by_key(|repair| repair.line);
    let language = reader.language;
    if !reader.doubtful.is_empty() {
        let pages = legible::listed(&reader.doubtful);
        let message = format!("text stands beside text, and it is not clear in which order it is read: pages {pages}");
        notes.push(Note::new("pdf-order-doubtful", message).with([&pages]));
    }
    Ok(Source {
        name: name.to_owned(),
        language,
        layout: Layout::Pdf,
        blocks,
        repairs,
        beside: vec![],
        pages,
        notes,
        package: None,
    })
}

/// The thread in which a PDF is taken apart. A panic in it is damage of the file, and told as such.
pub(crate) const THREAD: &str = "rature-pdf";

/// What `work` gives, done in a thread of its own: the crate that reads PDF may fail on files that nobody thought of, and takes
/// things within things apart by calls, for which a small stack is soon too small.
fn contained<T: Send>(name: &str, work: impl FnOnce() -> Result<T, Error> + Send) -> Result<T, Error> {
    apart(name, THREAD, work)?.unwrap_or_else(|_| {
        let message =
            "the PDF is damaged in a way that its reader fails on: open it in a browser, print it to a new PDF and give that";
        Err(Error::new(ErrorKind::NotText, name, message).coded("damaged"))
    })
}

fn explained(name: &str, trouble: &Trouble, password: Option<&str>) -> Error {
    match trouble {
        Trouble::Password if password.is_some() => {
            Error::new(ErrorKind::NotText, name, "the password does not open the PDF: look at the file of --password-file")
        }
        Trouble::Password => {
            Error::new(ErrorKind::NotText, name, "needs a password: write it in a file and give that with --password-file FILE")
                .coded("password")
        }
        Trouble::Damaged => Error::new(
            ErrorKind::NotText,
            name,
            "the PDF is damaged: no page can be found in it; get the file again from its source",
        )
        .coded("damaged"),
        Trouble::Limit(what, size) => {
            let message =
                format!("the PDF unfolds to more than is read ({what}: {size}): if you trust it, allow more with --max-{what}");
            Error::new(ErrorKind::TooLarge, name, message)
        }
    }
}

/// One page, in lines.
struct Sheet {
    lines: Vec<Baseline>,
    strokes: Vec<Stroke>,
    /// Text that is left out, and why.
    left_out: Vec<(String, Why)>,
}

fn pages(engine: &dyn Engine, revisions: Revisions) -> Result<(Vec<Sheet>, Tally), Trouble> {
    let mut tally = Tally::default();
    let mut pages = vec![];
    for index in 0..engine.pages() {
        let mut page = engine.page(index)?;
        tally.take(index + 1, &mut page);
        pages.push(page);
    }
    backdrop::set_apart(&mut pages);
    tally.redline = (redline::settle(&mut pages, revisions), revisions);
    let sheet = |mut page: Page| {
        let strokes = std::mem::take(&mut page.strokes);
        let (lines, apart) = row::baselines(page);
        let (lines, numbers) = margin::without_numbers(lines);
        let apart = apart.into_iter().map(|piece| {
            let why = match piece.place {
                Place::Hidden => Why::Hidden,
                Place::Revised => Why::Revision,
                _ => Why::Turned,
            };
            (piece.text, why)
        });
        let numbers = numbers.into_iter().map(|piece| (piece.text, Why::Furniture));
        Sheet { lines, strokes, left_out: apart.chain(numbers).collect() }
    };
    Ok((pages.into_iter().map(sheet).collect(), tally))
}

/// Lines on their way to blocks.
struct Reader {
    language: Language,
    lexicon: &'static Lexicon,
    /// Every line of the text, in reading order, furniture included.
    rows: Vec<Row>,
    left_out: Vec<Option<Why>>,
    /// Columns so far.
    columns: usize,
    /// Rules by page.
    strokes: Vec<Vec<Stroke>>,
    repairs: Vec<Repair>,
    /// Pages whose order is not clear, from 1.
    doubtful: Vec<usize>,
}

impl Reader {
    /// Puts the lines of all pages in reading order.
    fn new(sheets: Vec<Sheet>, language: Option<Language>) -> Self {
        let whole: Vec<Vec<Row>> =
            sheets.iter().enumerate().map(|(page, sheet)| sheet.lines.iter().map(|line| line.row(page, 0)).collect()).collect();
        let language = language.unwrap_or_else(|| {
            let words: Vec<&str> = whole.iter().flatten().map(|row| row.text.as_str()).collect();
            Language::detect(&words.join("\n"))
        });
        let lexicon = language.lexicon();
        let furniture = furniture::furniture(&whole, lexicon);
        let mut reader = Self {
            language,
            lexicon,
            rows: vec![],
            left_out: vec![],
            columns: 0,
            strokes: vec![],
            repairs: vec![],
            doubtful: vec![],
        };
        for (page, ((sheet, rows), why)) in sheets.into_iter().zip(whole).zip(furniture).enumerate() {
            reader.take_page(page, sheet, &rows, &why);
        }
        reader
    }

    fn take_page(&mut self, page: usize, sheet: Sheet, rows: &[Row], why: &[Option<Why>]) {
        let mut strokes = sheet.strokes;
        let rules = rows.iter().zip(why).filter(|(_, why)| **why == Some(Why::Rule));
        strokes.extend(rules.map(|(row, _)| Stroke { x: row.x, end: row.end, y: row.y }));
        self.strokes.push(strokes);
        let first = why.iter().position(Option::is_none).unwrap_or(why.len());
        let left_out = |range: std::ops::Range<usize>| {
            range.filter_map(|at| why[at].map(|why| (rows[at].clone(), Some(why)))).collect::<Vec<_>>()
        };
        let mut taken = left_out(0..first);
        let text: Vec<Baseline> =
            sheet.lines.into_iter().zip(why).filter(|(_, why)| why.is_none()).map(|(line, _)| line).collect();
        taken.extend(self.in_order(page, text).into_iter().map(|row| (row, None)));
        taken.extend(left_out(first..rows.len()));
        for (row, why) in taken {
            self.rows.push(row);
            self.left_out.push(why);
        }
        let line = self.rows.len().max(1);
        let repair = |(before, why)| Repair { line, before, after: String::new(), why };
        self.repairs.extend(sheet.left_out.into_iter().map(repair));
    }

    /// The rows of a page as they are read: region by region, each note of the margin before the row beside which it begins.
    fn in_order(&mut self, page: usize, text: Vec<Baseline>) -> Vec<Row> {
        let (text, beside) = margin::without_notes(text);
        let Regions { found: regions, is_doubtful, .. } = regions::regions(text, &self.strokes[page]);
        if is_doubtful {
            self.doubtful.push(page + 1);
        }
        let masthead = if page == 0 { self.masthead(&regions) } else { 0 };
        let mut rows: Vec<Row> = vec![];
        for Region { kind, lines } in regions {
            for line in lines {
                let cells = if rows.len() < masthead { regions::cells(&line) } else { vec![] };
                let lines = if cells.is_empty() { vec![line] } else { cells };
                rows.extend(lines.iter().map(|line| Row { kind, ..line.row(page, self.columns) }));
            }
            self.columns += 1;
        }
        for note in beside {
            let Some(first) = note.first() else { continue };
            let begins = |row: &Row| row.kind != Kind::Beside && row.y < first.y + 0.6 * first.size;
            let at = rows.iter().position(begins).unwrap_or(rows.len());
            rows.splice(at..at, note.iter().map(|line| Row { kind: Kind::Beside, ..line.row(page, self.columns) }));
            self.columns += 1;
        }
        rows
    }

    /// How many lines stand before the enacting formula.
    fn masthead(&self, regions: &[Region]) -> usize {
        let lines = regions.iter().flat_map(|region| &region.lines);
        let texts: Vec<String> = lines.map(|line| line.row(0, 0).text.trim().to_owned()).collect();
        self.lexicon.enacting_at(texts.iter().map(String::as_str)).unwrap_or(0)
    }

    /// The paragraphs and notes, in order.
    fn blocks(&mut self) -> Vec<Block> {
        let lines = self.cleaned();
        let body_size = self.body_size();
        self.doubt_bold(body_size);
        let parts = self.parts(body_size);
        let folded = folded(&lines);
        let joiner = Joiner::new(&lines, &folded, self.language);
        let (mut body, mut rows, mut notes): (Vec<Line>, Vec<&Row>, Vec<Block>) = (vec![], vec![], vec![]);
        let mut beside: Vec<Block> = vec![];
        let mut margin = None;
        for line in lines {
            let at = line.number - 1;
            match (self.left_out[at], parts[at]) {
                (Some(why), _) => {
                    self.repairs.push(Repair { line: line.number, before: line.text, after: String::new(), why });
                }
                (None, _) if self.rows[at].kind == Kind::Beside => match beside.last_mut() {
                    Some(open) if margin == Some(self.rows[at].column) => joiner.append(&mut open.text, &line, &mut self.repairs),
                    _ => {
                        margin = Some(self.rows[at].column);
                        beside.push(Block { role: Role::Heading, ..Block::new(line.text, line.number) });
                    }
                },
                (None, Some(Part::Opens(length))) => notes.push(note(&line, length, &mut self.repairs)),
                (None, Some(Part::GoesOn)) if !notes.is_empty() => {
                    let open = notes.last_mut().expect("a note");
                    joiner.append(&mut open.text, &line, &mut self.repairs);
                }
                _ => {
                    rows.push(&self.rows[at]);
                    body.push(line);
                }
            }
        }
        paragraphs::set_places(&mut body, &rows, self.lexicon);
        let lines: Vec<&Line> = body.iter().collect();
        let mut blocks = wrapped::assemble(&lines, self.lexicon, &joiner, &mut self.repairs);
        set_headings(&mut blocks, &rows, &lines);
        blocks = with_margin(blocks, beside, &lines);
        blocks.extend(notes);
        blocks.sort_by_key(|block| block.line);
        marks::find_end_notes(&mut blocks);
        for note in blocks.iter_mut().filter(|block| block.role == Role::Note) {
            let kept = note.text.trim_end_matches(['↩', '\u{fe0e}', ' ']).len();
            let arrow = note.text.split_off(kept);
            if !arrow.is_empty() {
                self.repairs.push(Repair { line: note.line, before: arrow, after: String::new(), why: Why::NoteSign });
            }
        }
        marks::set_marks(&mut blocks);
        blocks
    }

    /// The lines with their characters cleaned; what was mended is listed.
    fn cleaned(&mut self) -> Vec<Line> {
        let text: Vec<String> = self.rows.iter().map(|row| row.text.replace('\n', " ")).collect();
        for (at, row) in self.rows.iter_mut().enumerate() {
            let mended = row.mended.drain(..);
            self.repairs.extend(mended.map(|m| Repair { line: at + 1, before: m.before, after: m.after, why: m.why }));
        }
        let lines = line::lines(&text.join("\n"), &mut self.repairs);
        for line in &lines {
            self.rows[line.number - 1].text.clone_from(&line.text);
        }
        lines
    }

    /// The first line of each page after the first.
    fn page_starts(&self) -> Vec<usize> {
        let last = self.rows.last().map_or(0, |row| row.page);
        (1..=last).map(|page| self.rows.partition_point(|row| row.page < page) + 1).collect()
    }

    /// The size of most characters of the text, titles aside.
    fn body_size(&self) -> f32 {
        let text = || self.rows.iter().zip(&self.left_out).filter(|(_, why)| why.is_none()).map(|(row, _)| row);
        let plain: usize = text().filter(|row| !row.bold).map(|row| row.text.len()).sum();
        let is_all_bold = plain * 5 < text().map(|row| row.text.len()).sum();
        let counted = text().filter(|row| is_all_bold || !row.bold).map(|row| (row.size, row.text.len()));
        row::most_common_size(counted).unwrap_or(10.0)
    }

    /// Where a third of the lines of the body's size are bold, by what their fonts say, bold says nothing.
    fn doubt_bold(&mut self, body: f32) {
        let of_body = || self.rows.iter().filter(|row| (row.size - body).abs() < 0.5);
        if of_body().filter(|row| row.bold).count() * 3 > of_body().count() {
            self.rows.iter_mut().for_each(|row| row.bold = false);
        }
    }

    /// For each line, whether it is part of a note.
    fn parts(&self, body: f32) -> Vec<Option<Part>> {
        let mut parts = vec![None; self.rows.len()];
        let mut open = false;
        let is_text = |at: &usize| self.left_out[*at].is_none() && self.rows[*at].kind != Kind::Beside;
        let text: Vec<usize> = (0..self.rows.len()).filter(is_text).collect();
        let called: Vec<u32> = text.iter().flat_map(|at| marks::calls(&self.rows[*at].text)).collect();
        for column in text.chunk_by(|a, b| self.rows[*a].column == self.rows[*b].column) {
            let rows: Vec<Row> = column.iter().map(|at| self.rows[*at].clone()).collect();
            let rules = &self.strokes[rows[0].page];
            let found = notes::notes(&Column { rows: &rows, rules, body, lexicon: self.lexicon, called: &called }, open);
            open = found.last().is_some_and(Option::is_some);
            for (at, part) in column.iter().zip(found) {
                parts[*at] = part;
            }
        }
        parts
    }
}

/// Puts the notes of the margin before the blocks beside which they begin; `lines` are those of the blocks.
fn with_margin(blocks: Vec<Block>, mut beside: Vec<Block>, lines: &[&Line]) -> Vec<Block> {
    for note in &mut beside {
        let next = lines.partition_point(|line| line.number < note.line);
        let Some(next) = lines.get(next) else { continue };
        let open = blocks.partition_point(|block| block.line <= next.number);
        note.line = open.checked_sub(1).map_or(note.line, |open| blocks[open].line);
    }
    beside.extend(blocks);
    beside
}

/// The block of a note that `line` opens; its number takes `length` bytes.
fn note(line: &Line, length: usize, repairs: &mut Vec<Repair>) -> Block {
    let (printed, rest) = line.text.split_at(length);
    let number: String = printed.chars().map(|c| superscript(c).unwrap_or(c)).collect();
    let words = rest.trim_start_matches(['.', ')']);
    if words.len() < rest.len() {
        let before = rest[..rest.len() - words.len()].to_owned();
        repairs.push(Repair { line: line.number, before, after: String::new(), why: Why::NoteSign });
    }
    Block::note(format!("{number} {}", words.trim_start()), line.number)
}

/// Blocks of a few bold lines are headings, unless they read as a paragraph.
fn set_headings(blocks: &mut [Block], rows: &[&Row], lines: &[&Line]) {
    const LONGEST: usize = 200;
    let mut from = 0;
    let starts: Vec<usize> = blocks.iter().skip(1).map(|block| block.line).chain([usize::MAX]).collect();
    for (block, next) in blocks.iter_mut().zip(starts) {
        let to = from + lines[from..].iter().take_while(|line| line.number < next).count();
        let is_cell = rows.get(from).is_some_and(|row| row.kind == Kind::Cell);
        let is_bold = rows[from..to].iter().all(|row| row.bold);
        let open_end = !block.text.ends_with([';', ',', '.']);
        let labelled = block.text.starts_with(|c: char| c.is_ascii_digit());
        if is_cell {
            block.role = Role::Cell;
        } else if is_bold && open_end && !labelled && block.text.chars().count() <= LONGEST {
            block.role = Role::Heading;
        }
        from = to;
    }
}
