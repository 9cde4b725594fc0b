//! From comparison to report: all that a renderer shows, with nothing left to decide.
//!
//! ```text
//! links of the comparison          rows of the page
//! OP11 → OP12, two words changed   OP12 (was OP11)  Urges [-fifteen-]{+twelve+} States …
//! OP9 → OP34, moved                OP9 moved to OP34      and, at its new place,      OP34  moved from OP9
//! note 4, under OP12               under OP12
//! OP3–OP7, nothing changed         OP3–OP7: unchanged
//! ```
//!
//! [`Redline`] is for programs: the JSON contract, in English and in codes. [`Report`] is for people: the same redline, and what is shown
//! of it, in the language of the interface. A renderer shows every row in order and decides nothing, so no two formats can disagree.

mod carried;
mod changes;
mod compilation;
mod concord;
mod contents;
mod departures;
mod digest;
mod doubts;
mod editorial;
mod entries;
mod explained;
mod facets;
mod figures;
mod fold;
mod headline;
mod label;
mod left_out;
mod lines;
mod margin;
mod naming;
mod numbers;
mod pair;
mod passages;
pub mod phrases;
mod pieces;
mod redo;
mod row;
mod several;
mod sheet;
mod signals;
mod since;
mod strip;
mod suggestions;
mod summary;
mod table;
mod title;
mod traced;
mod unknown;
mod years;

pub use carried::{Carried, CarriedSection, carried};
pub use changes::{ChangeItem, Section};
pub use compilation::{
    Attribution, Choice, Coming, Compilation, CompilationReport, CompilationSummary, CompiledLine, CompiledPiece, CompiledRow,
    HandCounts, HandRow, Proposed, ProposedFigure, Way, Whole, compilation, compilation_report, compilation_tables, is_name,
};
pub use concord::{ConcordParagraph, ConcordPart, ConcordReport, concord_report, name_versions};
pub(crate) use contents::coded;
pub use contents::{Renumbering, RepairLine, RepairList, Tally, TallyOf, reason};
pub use digest::{Digest, DigestGroup, DigestLine, Digested, Matter, Point, Routine};
pub(crate) use doubts::{doubtful_reading, is_later, message};
pub use editorial::Editorial;
pub use explained::{Account, Explained, Line, Mentioned, explained};
pub use facets::{Facet, Filter};
pub use figures::{CheckLine, FigureLine, kind_name, strength_words, unit_name};
pub use fold::Context;
pub use label::beside;
pub use left_out::LeftOutLine;
pub use lines::ChangeLine;
pub use margin::Margin;
pub use naming::{named_pin, unit_named};
pub(crate) use numbers::numbering;
pub use redo::{RedoTexts, redo_sheet, redo_table};
pub use row::{
    Badge, BadgeKind, Departure, Entry, Fold, Ink, NoteEntry, Piece, Role, Row, Signal, Since, SincePhrase, Standing, Stress,
};
pub use sheet::{Sheet, SheetCell, brackets_sheet, counts_sheet, findings_sheet};
pub use strip::Tick;
pub use summary::Summary;
pub use table::{Fate, Lead, Set, Table, TablePart, TableRow, TableRun, table};
pub use title::{Party, TitleBlock};
pub use traced::{TraceReport, trace_report};
pub use years::{
    Age, Band, BandKind, Bar, Between, Cell, Chapter, Course, Dated, DatedRun, FirstLine, Life, Lost, News, NewsItem, PairGroup,
    Picture, Quiet, SeriesPage, SeriesReport, Sign, Spot, Stability, series_page, series_report,
};

use crate::align::Relation;
use crate::compare::{Change, Comparison, LeftOut, Suggestion, Weight};
use crate::findings::{Fact, Finding, facts_between, findings, pair_facts};
use crate::language::Language;
use crate::series::Years;
use crate::structure::{Document, Note};
use fold::Item;
use pair::Pair;
use phrases::Phrases;

/// A redline of two texts: the contract `rature/redline/1`.
#[derive(Debug, Clone)]
pub struct Redline {
    /// The earlier text.
    pub old: Document,
    /// The later text.
    pub new: Document,
    /// In the order of the new text; deletions at their place.
    pub links: Vec<Change>,
    /// Pairs that might be one and are not tied, for a person to decide: the likeliest first.
    pub perhaps: Vec<Suggestion>,
    /// What differs in what reading left out of the texts, or stands beside them.
    pub left_out: Vec<LeftOut>,
    /// What the figures say.
    pub findings: Vec<Finding>,
    /// What matters, ranked.
    pub digest: Digest,
    /// Counts.
    pub summary: Summary,
    /// Doubts about the pair.
    pub notes: Vec<Note>,
}

impl Redline {
    /// Whether anything differs, be it only a number or what was left out of the texts.
    pub fn differs(&self) -> bool {
        let is_any = |change: &Change| {
            let link = &change.link;
            link.relation != Relation::Kept || link.moved || link.renumbered || change.edited || change.footnotes_changed
        };
        self.known_links().any(is_any) || self.summary.status_changed > 0 || !self.left_out.is_empty()
    }

    /// Whether more than typography and numbers differs.
    pub fn differs_in_substance(&self) -> bool {
        self.known_links().any(|change| change.weight == Weight::Substantive) || !self.left_out.is_empty()
    }

    /// All links but those of footnotes that one of the texts does not print: nothing is known of what came or went there.
    pub fn known_links(&self) -> impl Iterator<Item = &Change> {
        let unknown = unknown::unknown_notes([&self.old, &self.new], &self.links);
        self.links.iter().zip(unknown).filter(|(_, is_unknown)| !is_unknown).map(|(change, _)| change)
    }
}

/// How a report is made for people; the redline in it does not depend on these.
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct ReportOptions {
    /// The language of the interface; that of the later text when None.
    pub language: Option<Language>,
    /// How many unchanged paragraphs are shown beside each change.
    pub context: Context,
    /// What is shown of editorial changes.
    pub editorial: Editorial,
}

/// A redline with all that is shown of it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Report {
    /// For programs.
    pub redline: Redline,
    /// The language of the interface.
    pub language: Language,
    /// Its words.
    pub phrases: &'static Phrases,
    /// What is compared with what.
    pub title: TitleBlock,
    /// What must not be overlooked.
    pub warnings: Vec<String>,
    /// What those must know of the whole who write on the old text itself: what became of its own tracked changes, and what was left out
    /// of the texts and differs.
    pub remarks: Vec<String>,
    /// What matters, in words; None where nothing differs.
    pub digest: Option<Digested>,
    /// The counts that are not nought; empty when nothing differs.
    pub tallies: Vec<Tally>,
    /// The list of changes.
    pub changes: Vec<ChangeItem>,
    /// The changes one by one, for spreadsheets.
    pub lines: Vec<ChangeLine>,
    /// What can be looked at alone; all of it first.
    pub filters: Vec<Filter>,
    /// Where the changes are.
    pub strip: Vec<Tick>,
    /// The page itself.
    pub rows: Vec<Row>,
    /// For each link, what those must know who write on the old text itself.
    pub margins: Vec<Margin>,
    /// Figures, dates and references that changed.
    pub figures: Vec<FigureLine>,
    /// What to check in the later text.
    pub checks: Vec<CheckLine>,
    /// What differs in what reading left out of the texts, or stands beside them.
    pub left_out: Vec<LeftOutLine>,
    /// Old numbers and new.
    pub renumberings: Vec<Renumbering>,
    /// What was mended in the sources.
    pub repairs: Vec<RepairList>,
    /// Other doubts, each with the label of its text, if of one.
    pub notes: Vec<String>,
}

/// The redline of two documents.
pub fn redline(old: Document, new: Document, comparison: Comparison) -> Redline {
    let facts = pair_facts(&old, &new);
    redline_with(old, new, comparison, facts)
}

/// The same, of documents whose facts are read already.
pub fn redline_with(old: Document, new: Document, comparison: Comparison, facts: [Vec<Fact>; 2]) -> Redline {
    let ((left_out, (summary, notes)), findings) =
        rayon::join(|| counted(&old, &new, &comparison), || findings(&old, &new, &comparison.changes, facts));
    let digest = digest::digest([&old, &new], &comparison.changes, &findings);
    Redline { old, new, links: comparison.changes, perhaps: comparison.perhaps, left_out, findings, digest, summary, notes }
}

/// What [`redline_with`] asks for of text `old` and the next. Facts are read from each text by itself: that takes about as long as aligning
/// and comparing the two.
pub(crate) fn step_of(years: &mut Years<'_>, old: usize) -> (Comparison, [Vec<Fact>; 2]) {
    let (_, facts) = rayon::join(|| years.step(old).changes.len(), || facts_between(years, [old, old + 1]));
    (years.take_step(old), facts)
}

/// What a redline says first, without making it: its counts, and the doubts about both texts and their alignment.
pub fn summary(old: &Document, new: &Document, comparison: &Comparison) -> (Summary, Vec<Note>) {
    counted(old, new, comparison).1
}

fn counted(old: &Document, new: &Document, comparison: &Comparison) -> (Vec<LeftOut>, (Summary, Vec<Note>)) {
    let left_out = left_out::left_out(old, new, &comparison.changes);
    let mut notes = doubts::doubts(old, new, &left_out);
    notes.extend(comparison.notes.iter().cloned());
    let summary = Summary::of(old, new, &comparison.changes, &left_out);
    (left_out, (summary, notes))
}

/// All that is shown of `redline`.
pub fn report(redline: Redline, options: ReportOptions) -> Report {
    let language = options.language.unwrap_or(redline.new.language);
    let phrases = Phrases::of(language);
    // A language without phrases of its own is spoken of in English.
    let language = phrases.language;
    let mut pair = Pair::of(&redline, phrases, options.editorial);
    let runs = departures::runs(&pair);
    for run in &runs {
        let anchor = pair.anchors.left[run.units[0]].clone();
        run.units.iter().for_each(|&unit| pair.anchors.left[unit].clone_from(&anchor));
    }
    let rows = fold::fold(items(&pair, &runs), options.context, &pair);
    let left_out = left_out::lines(&pair);
    Report {
        language,
        phrases,
        title: TitleBlock::of(&redline.old, &redline.new, language),
        warnings: doubts::warnings(&redline.notes, language).into_iter().chain(doubts::doubtful(&redline, phrases)).collect(),
        remarks: settled(&redline.old, phrases).into_iter().chain(left_out::remark(&left_out, phrases)).collect(),
        digest: digest::digested(&pair),
        tallies: contents::tallies(&redline, phrases),
        changes: changes::changes(&rows, &digest::anchors(&pair), phrases),
        lines: lines::lines(&rows, &left_out, phrases),
        filters: facets::filters(&rows, phrases),
        strip: strip::strip(&rows),
        margins: margin::margins(&pair),
        figures: figures::figures(&pair),
        checks: figures::checks(&pair),
        left_out,
        renumberings: contents::renumberings(&pair),
        repairs: contents::repairs([&redline.old, &redline.new], phrases),
        notes: notes(&redline, phrases),
        rows,
        redline,
    }
}

/// The entries of the page with the lines that moved paragraphs left behind.
fn items(pair: &Pair<'_>, runs: &[departures::Run]) -> Vec<Item> {
    let mut departures = departures::departures(pair, runs);
    let drafts = entries::entries(pair);
    let mut last_of = vec![0; pair.redline.links.len()];
    for (index, draft) in drafts.iter().enumerate() {
        last_of[draft.link] = index;
    }
    let mut items: Vec<Item> = departures.remove(&None).into_iter().flatten().map(Item::Departure).collect();
    for (index, draft) in drafts.into_iter().enumerate() {
        let link = draft.link;
        items.push(Item::Draft(Box::new(draft)));
        if last_of[link] == index {
            items.extend(departures.remove(&Some(link)).into_iter().flatten().map(Item::Departure));
        }
    }
    items
}

fn settled(old: &Document, phrases: &Phrases) -> Option<String> {
    let note = old.notes.iter().find(|note| note.code.starts_with("revisions-") && note.code != "revisions-kept")?;
    Some(phrases.said_of(&old.label, &doubts::message(note, phrases)))
}

fn notes(redline: &Redline, phrases: &Phrases) -> Vec<String> {
    let pair = redline.notes.iter().filter(|note| !doubts::is_warning(note)).map(|note| doubts::message(note, phrases));
    let of = |document: &Document| {
        let said = |note| phrases.said_of(&document.label, &doubts::message(note, phrases));
        document.notes.iter().map(said).collect::<Vec<_>>()
    };
    pair.chain(of(&redline.old)).chain(of(&redline.new)).collect()
}
