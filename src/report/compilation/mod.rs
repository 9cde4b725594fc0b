//! Proposals on a draft, as a person reads them.
//!
//! ```text
//! places of the overlay                  rows of the compilation
//! OP2.1 conflict  12: EU 15, Kenya ten   OP2  Decides … of [12 | EU 15 | Kenya ten] persons …
//! PP2.1 single    Japan: PP2 alt         PP2 alt  (Japan)  Mindful of …
//! OP3 bis         Kenya, Brazil          OP3 bis  (Kenya, Brazil)  Stresses …
//! ```
//!
//! [`Compilation`] is for programs: `rature/compilation/1`. [`CompilationReport`] is for people: the rows from top to bottom, and the
//! summary of who wants what. Names may be withheld, which leaves counts.

mod figures;
mod rows;
mod summary;
mod table;

pub use figures::{Proposed, ProposedFigure};
pub use rows::{Choice, Coming, CompiledPiece, CompiledRow, Way, Whole};
pub use summary::{CompilationSummary, CompiledLine, HandCounts, HandRow};
pub use table::compilation_tables;

use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};

use super::phrases::{Phrases, counted};
use crate::compare::{Change, CompareOptions, compare_pair};
use crate::language::Language;
use crate::overlay::{Overlay, Place};
use crate::prepare::Corpus;
use crate::structure::{Document, Note};

/// Proposals on a draft: the contract `rature/compilation/1`.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Compilation {
    /// The draft.
    pub base: Document,
    /// The proposals, in the order of their names.
    pub proposals: Vec<Document>,
    /// For each proposal, the draft against it.
    pub links: Vec<Vec<Change>>,
    /// From the top of the draft to its end.
    pub places: Vec<Place>,
    /// Counts.
    pub summary: CompilationSummary,
    /// The figures of the draft that someone would change.
    pub findings: Vec<ProposedFigure>,
    /// Doubts.
    pub notes: Vec<Note>,
    /// Whether the names of the delegations are told.
    pub names: Attribution,
    /// The unit that alone is shown, with its parts and what comes behind it.
    pub unit: Option<usize>,
}

/// Whether it is told who wants what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Attribution {
    /// By name.
    #[default]
    Named,
    /// By count.
    Withheld,
}

/// Whether a delegation may be called so: its name can be told from the signs about it.
pub fn is_name(label: &str) -> bool {
    label.trim() == label && !label.is_empty() && !label.contains([',', ':', '/', '[', ']', '⟦', '⟧', '\n'])
}

/// The compilation of `laid`, which is `proposals` over `base`.
pub fn compilation(base: Document, proposals: Vec<Document>, laid: Overlay, names: Attribution) -> Compilation {
    let documents: Vec<&Document> = [&base].into_iter().chain(&proposals).collect();
    let corpus = Corpus::of(&documents);
    let redlined =
        |(at, alignment)| compare_pair(corpus.pair(&documents, [0, at + 1]), alignment, CompareOptions::default()).changes;
    let links: Vec<Vec<Change>> = laid.alignments.into_par_iter().enumerate().map(redlined).collect();
    let findings = figures::figures(&base, &proposals, &links);
    let summary = CompilationSummary::of(&base, proposals.len(), &laid.places);
    Compilation { base, proposals, links, places: laid.places, summary, findings, notes: laid.notes, names, unit: None }
}

impl Compilation {
    /// The same of one unit of the draft alone, with its parts and what comes behind it.
    #[must_use]
    pub fn of_unit(mut self, unit: usize) -> Self {
        self.unit = Some(unit);
        let is_shown = |of: Option<usize>| of.is_some_and(|of| is_of(&self.base, of, unit));
        self.places.retain(|place| is_shown(place.unit));
        self.findings.retain(|figure| is_shown(Some(figure.unit)));
        self.summary = CompilationSummary::of(&self.base, self.proposals.len(), &self.places);
        self
    }
}

/// Whether `unit` is `whole`, or stands under it.
fn is_of(base: &Document, unit: usize, whole: usize) -> bool {
    unit == whole || base.units[unit].parent.is_some_and(|parent| is_of(base, parent, whole))
}

/// A compilation with all that is shown of it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct CompilationReport {
    /// For programs.
    pub compilation: Compilation,
    /// The language of the interface.
    pub language: Language,
    /// Its words.
    pub phrases: &'static Phrases,
    /// The name of the draft.
    pub title: String,
    /// "EU, Kenya, Japan", or "3 delegations".
    pub hands: String,
    /// From top to bottom.
    pub rows: Vec<CompiledRow>,
    /// How many paragraphs are touched, and what is proposed beside.
    pub counts: String,
    /// How many places, agreements, conflicts.
    pub digest: String,
    /// What several agree on, what collides and so on, under their headings.
    pub sections: Vec<(&'static str, Vec<CompiledLine>)>,
    /// A row a delegation; none where names are withheld.
    pub table: Vec<HandRow>,
    /// For spreadsheets: a row an alternative.
    pub lines: Vec<[String; 8]>,
    /// Of those who propose nothing, that they do not.
    pub silent: Vec<String>,
}

/// All that is shown of `compilation`, in the language of the draft unless another is asked for.
pub fn compilation_report(compilation: Compilation, language: Option<Language>) -> CompilationReport {
    let language = language.unwrap_or(compilation.base.language);
    let phrases = Phrases::of(language);
    let teller = Teller { compilation: &compilation, phrases };
    let all: Vec<usize> = (0..compilation.proposals.len()).collect();
    CompilationReport {
        language,
        phrases,
        title: compilation.base.label.clone(),
        hands: teller.names(&all),
        rows: teller.rows(),
        counts: teller.counts(),
        digest: teller.digest(),
        sections: teller.sections(),
        table: teller.table(),
        lines: teller.lines(),
        silent: teller.silent(),
        compilation,
    }
}

impl CompilationReport {
    /// Who `by` are: "EU, Kenya", or "2 delegations".
    pub fn names(&self, by: &[usize]) -> String {
        Teller { compilation: &self.compilation, phrases: self.phrases }.names(by)
    }

    /// Whether names are told.
    pub fn is_named(&self) -> bool {
        self.compilation.names == Attribution::Named
    }
}

/// Tells of a compilation in one language.
struct Teller<'a> {
    compilation: &'a Compilation,
    phrases: &'static Phrases,
}

impl Teller<'_> {
    fn names(&self, by: &[usize]) -> String {
        match self.compilation.names {
            Attribution::Withheld => counted(self.phrases.compiling.delegations, by.len()),
            Attribution::Named => {
                let labels = by.iter().map(|&by| self.compilation.proposals[by].label.as_str());
                labels.collect::<Vec<_>>().join(", ")
            }
        }
    }

    /// The same for a line that must stay short: three names at most.
    fn few_names(&self, by: &[usize]) -> String {
        const FEW: usize = 3;
        match (self.compilation.names, by.split_at_checked(FEW)) {
            (Attribution::Named, Some((few, rest @ [_, _, ..]))) => format!("{} + {}", self.names(few), rest.len()),
            _ => self.names(by),
        }
    }
}
