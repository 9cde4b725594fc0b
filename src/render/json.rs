//! The machine-readable forms: each noun under its schema name, and the JSON Schemas that say what is in them.
//!
//! ```text
//! {"schema": "rature/redline/1", "old": {"schema": "rature/document/1", "label": "ASP/19", …}, "new": {…}, "links": […], …}
//! ```
//!
//! Keys are always present, null when unknown. What a terminal or an editor could act upon is escaped in strings: JSON itself demands that
//! only below U+0020; here delete, the C1 controls and characters that change the direction of text are too. A parser gives back the same text.

use std::borrow::Cow;
use std::fmt::Write;

#[cfg(test)]
use schemars::{JsonSchema, generate::SchemaSettings};
use serde::Serialize;

use super::visible::is_hidden;
use crate::align::Explanation;
use crate::compare::{Change, LeftOut, Suggestion};
use crate::concord::{Concordance, ConcordanceRow, Discordance, RedoItem, RedoList};
use crate::findings::{Counts, Fact, FactKind, Finding, Meaning, SeriesFindings, Strength, strength};
use crate::language::Language;
use crate::overlay::{BracketCounts, Place, bracket_counts};
use crate::report::{
    Attribution, Carried, Compilation, CompilationSummary, Digest, Explained, Mentioned, ProposedFigure, Redline, RedoTexts,
    Summary, carried,
};
use crate::series::{Lineage, Series, Step, UnitProvenance};
use crate::structure::{Document, Note};
use crate::trace::{Reopened, Source, Trace, TracedBracket, TracedChange, TracedProposal};

const DOCUMENT: &str = "rature/document/1";
const REDLINE: &str = "rature/redline/1";
const EXPLANATION: &str = "rature/explanation/1";
const SERIES: &str = "rature/series/1";
const FACTS: &str = "rature/facts/1";
const COUNTS: &str = "rature/counts/1";
const CONCORD: &str = "rature/concord/1";
const REDO: &str = "rature/redo/1";
const LINT: &str = "rature/lint/1";
const COMPILATION: &str = "rature/compilation/1";
const DRAFTS: &str = "rature/drafts/1";

/// One text of one year, in units.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Document"))]
struct DocumentJson<'a> {
    /// The name and version of this form.
    #[cfg_attr(test, schemars(extend("const" = DOCUMENT)))]
    schema: &'static str,
    #[serde(flatten)]
    body: &'a Document,
}

/// A redline of two texts.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Redline"))]
pub(crate) struct RedlineJson<'a> {
    /// The name and version of this form.
    #[cfg_attr(test, schemars(extend("const" = REDLINE)))]
    schema: &'static str,
    /// The earlier text.
    old: DocumentJson<'a>,
    /// The later text.
    new: DocumentJson<'a>,
    /// In the order of the new text; deletions at their place.
    links: &'a [Change],
    /// Pairs that might be one and are not tied, for a person to decide: the likeliest first, each unit in one at most.
    perhaps: &'a [Suggestion],
    /// What differs in what reading left out of the texts, or stands beside them.
    left_out: &'a [LeftOut],
    /// What the figures say.
    findings: &'a [Finding],
    /// What matters, ranked.
    digest: &'a Digest,
    /// Counts.
    summary: &'a Summary,
    /// Doubts about the pair.
    notes: &'a [Note],
}

/// Why one unit is what a redline says.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Explanation"))]
struct ExplanationJson<'a> {
    /// The name and version of this form.
    #[cfg_attr(test, schemars(extend("const" = EXPLANATION)))]
    schema: &'static str,
    /// The label of the earlier text.
    old: &'a str,
    /// The label of the later text.
    new: &'a str,
    #[serde(flatten)]
    body: &'a Explanation,
    /// Every unit that is named, old ones first.
    units: &'a [Mentioned],
}

/// A resolution through the years.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Series"))]
pub(crate) struct SeriesJson<'a> {
    /// The name and version of this form.
    #[cfg_attr(test, schemars(extend("const" = SERIES)))]
    schema: &'static str,
    /// The texts, the earliest first.
    documents: Vec<DocumentJson<'a>>,
    /// The redline of each text and the next.
    redlines: &'a [Step],
    /// The life of every paragraph.
    lineages: &'a [Lineage],
    /// The years of the words of one text.
    provenance: &'a [UnitProvenance],
    /// What the figures say, text by text.
    findings: &'a [Finding],
    /// For each redline, how much of the later text stood in the earlier one.
    carried: Vec<Carried>,
    /// Doubts about the series.
    notes: &'a [Note],
}

/// The typed facts of one text.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Facts"))]
struct FactsJson<'a> {
    /// The name and version of this form.
    #[cfg_attr(test, schemars(extend("const" = FACTS)))]
    schema: &'static str,
    /// In the order of the text.
    facts: Vec<FactJson<'a>>,
}

/// A fact, and how strong it is.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "GradedFact"))]
struct FactJson<'a> {
    #[serde(flatten)]
    fact: &'a Fact,
    /// Its value in one spelling for all languages: "20 years" of "deux décennies"; null of verbs.
    meaning: Option<String>,
    /// Of verbs that are on a scale.
    strength: Option<Strength>,
}

/// Facts through the years.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Counts"))]
struct CountsJson<'a> {
    /// The name and version of this form.
    #[cfg_attr(test, schemars(extend("const" = COUNTS)))]
    schema: &'static str,
    #[serde(flatten)]
    body: &'a Counts,
}

/// What a careful reader would ask about the last text.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Lint"))]
struct LintJson<'a> {
    /// The name and version of this form.
    #[cfg_attr(test, schemars(extend("const" = LINT)))]
    schema: &'static str,
    /// The labels of the texts, the earliest first.
    documents: Vec<&'a str>,
    /// In the order of the last text.
    findings: &'a [Finding],
}

/// Where language versions of one resolution disagree.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Concord"))]
struct ConcordJson<'a> {
    /// The name and version of this form.
    #[cfg_attr(test, schemars(extend("const" = CONCORD)))]
    schema: &'static str,
    /// The versions, in the order in which rows name them.
    versions: Vec<DocumentJson<'a>>,
    /// Of a hundred paragraphs, how many have a partner in each other version.
    paired: usize,
    /// Whether so few have one that the texts are hardly translations of each other.
    doubtful: bool,
    /// The paragraphs side by side, in the order of the first version.
    rows: &'a [ConcordanceRow],
    /// Where they disagree, in the same order; those of the front matter first.
    discordances: &'a [Discordance],
}

/// The proposals of several delegations on one draft.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Compilation"))]
struct CompilationJson<'a> {
    /// The name and version of this form.
    #[cfg_attr(test, schemars(extend("const" = COMPILATION)))]
    schema: &'static str,
    /// The draft.
    base: DocumentJson<'a>,
    /// The proposals, in the order of their names; none where names are withheld.
    proposals: Vec<ProposalJson<'a>>,
    /// From the top of the draft to its end.
    places: Cow<'a, [Place]>,
    /// Counts.
    summary: Cow<'a, CompilationSummary>,
    /// The figures of the draft that someone would change.
    findings: Cow<'a, [ProposedFigure]>,
    /// Doubts.
    notes: &'a [Note],
}

/// What one delegation proposes.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Proposal"))]
struct ProposalJson<'a> {
    /// The delegation.
    label: &'a str,
    /// Its text.
    document: DocumentJson<'a>,
    /// The draft against it, as a redline has it.
    links: &'a [Change],
}

impl<'a> CompilationJson<'a> {
    fn of(compilation: &'a Compilation) -> Self {
        let (places, findings) = (&compilation.places, &compilation.findings);
        let base = DocumentJson::of(&compilation.base);
        let (schema, notes) = (COMPILATION, compilation.notes.as_slice());
        if compilation.names == Attribution::Withheld {
            let (mut places, mut findings) = (places.clone(), findings.clone());
            places.iter_mut().flat_map(|place| &mut place.alternatives).for_each(|alternative| alternative.by.clear());
            findings.iter_mut().flat_map(|figure| &mut figure.proposed).for_each(|proposed| proposed.by.clear());
            let summary = CompilationSummary { by: vec![], ..compilation.summary.clone() };
            let (places, findings, summary) = (Cow::Owned(places), Cow::Owned(findings), Cow::Owned(summary));
            return Self { schema, base, proposals: vec![], places, summary, findings, notes };
        }
        let proposals = compilation.proposals.iter().zip(&compilation.links).map(|(document, links)| ProposalJson {
            label: &document.label,
            document: DocumentJson::of(document),
            links,
        });
        let summary = Cow::Borrowed(&compilation.summary);
        let (places, findings) = (Cow::Borrowed(places.as_slice()), Cow::Borrowed(findings.as_slice()));
        Self { schema, base, proposals: proposals.collect(), places, summary, findings, notes }
    }
}

/// What became of the proposals on a draft, and of its brackets.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Drafts"))]
struct DraftsJson<'a> {
    /// The name and version of this form.
    #[cfg_attr(test, schemars(extend("const" = DRAFTS)))]
    schema: &'static str,
    /// The drafts, the first before all.
    drafts: Vec<DocumentJson<'a>>,
    /// The proposals on them.
    proposals: Vec<FollowedJson<'a>>,
    /// The agreed text that wording is compared with: last year's.
    agreed: Option<DocumentJson<'a>>,
    /// Those of each proposal in the order of the text, then those that nobody proposed.
    changes: &'a [TracedChange],
    /// From the draft in which each is first.
    brackets: &'a [TracedBracket],
    /// The brackets of each draft, in counts.
    counts: Vec<BracketCounts>,
    /// Paragraphs that were said to be agreed and changed all the same.
    reopened: &'a [Reopened],
    /// Of each paragraph of the last draft, where it is from.
    sources: &'a [Source],
    /// The units of the agreed text that the last draft does not have.
    left_out: &'a [usize],
}

/// A proposal that is followed.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "FollowedProposal"))]
struct FollowedJson<'a> {
    /// The delegation.
    label: &'a str,
    /// The index of the draft that it is on.
    on: usize,
    /// Its text.
    document: DocumentJson<'a>,
}

impl<'a> DraftsJson<'a> {
    fn of(trace: &'a Trace) -> Self {
        let followed = |proposal: &'a TracedProposal| FollowedJson {
            label: &proposal.document.label,
            on: proposal.on,
            document: DocumentJson::of(&proposal.document),
        };
        Self {
            schema: DRAFTS,
            drafts: trace.drafts.iter().map(DocumentJson::of).collect(),
            proposals: trace.proposals.iter().map(followed).collect(),
            agreed: trace.agreed.as_ref().map(DocumentJson::of),
            changes: &trace.changes,
            brackets: &trace.brackets,
            counts: trace.drafts.iter().map(bracket_counts).collect(),
            reopened: &trace.reopened,
            sources: &trace.sources,
            left_out: &trace.left_out,
        }
    }
}

/// What a translator has to do again.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Redo"))]
struct RedoJson<'a> {
    /// The name and version of this form.
    #[cfg_attr(test, schemars(extend("const" = REDO)))]
    schema: &'static str,
    /// The text as it is now.
    now: DocumentJson<'a>,
    /// As it was when it was translated.
    before: DocumentJson<'a>,
    /// Its translation.
    translation: DocumentJson<'a>,
    /// What becomes of each paragraph, in the order of the text.
    items: &'a [RedoItem],
}

impl<'a> DocumentJson<'a> {
    fn of(body: &'a Document) -> Self {
        Self { schema: DOCUMENT, body }
    }
}

impl<'a> RedlineJson<'a> {
    pub(crate) fn of(redline: &'a Redline) -> Self {
        Self {
            schema: REDLINE,
            old: DocumentJson::of(&redline.old),
            new: DocumentJson::of(&redline.new),
            links: &redline.links,
            perhaps: &redline.perhaps,
            left_out: &redline.left_out,
            findings: &redline.findings,
            digest: &redline.digest,
            summary: &redline.summary,
            notes: &redline.notes,
        }
    }
}

impl<'a> SeriesJson<'a> {
    pub(crate) fn of(series: &'a Series, found: &'a SeriesFindings, at: usize) -> Self {
        Self {
            schema: SERIES,
            documents: series.documents.iter().map(DocumentJson::of).collect(),
            redlines: &series.steps,
            lineages: &series.lineages,
            provenance: &series.provenance[at],
            findings: &found.findings,
            carried: series.steps.iter().map(|step| carried(&series.documents[step.new], &step.links)).collect(),
            notes: &series.notes,
        }
    }
}

/// `rature/document/1`, indented, with a final line feed.
pub fn document_json(document: &Document) -> String {
    written(&DocumentJson::of(document))
}

/// `rature/redline/1`, indented, with a final line feed.
pub fn redline_json(redline: &Redline) -> String {
    written(&RedlineJson::of(redline))
}

/// `rature/series/1`, with the years of the words of the text `at`; indented, with a final line feed.
pub fn series_json(series: &Series, found: &SeriesFindings, at: usize) -> String {
    written(&SeriesJson::of(series, found, at))
}

/// `rature/explanation/1`, indented, with a final line feed.
pub fn explanation_json(explained: &Explained) -> String {
    let [old, new] = &explained.labels;
    written(&ExplanationJson { schema: EXPLANATION, old, new, body: &explained.explanation, units: &explained.units })
}

/// `rature/facts/1` of a text in `language`, indented, with a final line feed.
pub fn facts_json(facts: &[Fact], language: Language) -> String {
    let graded = |fact| FactJson {
        fact,
        meaning: Meaning::of(fact, language).map(|meaning| meaning.written()),
        strength: strength(&fact.value, language).filter(|_| fact.kind == FactKind::Verb),
    };
    written(&FactsJson { schema: FACTS, facts: facts.iter().map(graded).collect() })
}

/// `rature/counts/1`, indented, with a final line feed.
pub fn counts_json(counts: &Counts) -> String {
    written(&CountsJson { schema: COUNTS, body: counts })
}

/// `rature/lint/1`, indented, with a final line feed.
pub fn lint_json(documents: &[Document], findings: &[Finding]) -> String {
    let documents = documents.iter().map(|document| document.label.as_str()).collect();
    written(&LintJson { schema: LINT, documents, findings })
}

/// `rature/concord/1`, indented, with a final line feed.
pub fn concord_json(concordance: &Concordance, versions: &[Document]) -> String {
    written(&ConcordJson {
        schema: CONCORD,
        versions: versions.iter().map(DocumentJson::of).collect(),
        paired: concordance.paired,
        doubtful: concordance.is_doubtful(),
        rows: &concordance.rows,
        discordances: &concordance.discordances,
    })
}

/// `rature/compilation/1`, indented, with a final line feed.
pub fn compilation_json(compilation: &Compilation) -> String {
    written(&CompilationJson::of(compilation))
}

/// `rature/drafts/1`, indented, with a final line feed.
pub fn trace_json(trace: &Trace) -> String {
    written(&DraftsJson::of(trace))
}

/// `rature/redo/1`, indented, with a final line feed.
pub fn redo_json(list: &RedoList, texts: RedoTexts<'_>) -> String {
    let [now, before, translation] = [texts.now, texts.before, texts.translation].map(DocumentJson::of);
    written(&RedoJson { schema: REDO, now, before, translation, items: &list.items })
}

/// The JSON Schemas of the forms: the name of each file under `schema/`, and what is in it.
#[cfg(test)]
pub(crate) fn schemas() -> [(&'static str, String); 11] {
    fn of<T: JsonSchema>() -> String {
        written(&SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>())
    }
    [
        ("compilation", of::<CompilationJson<'_>>()),
        ("concord", of::<ConcordJson<'_>>()),
        ("counts", of::<CountsJson<'_>>()),
        ("document", of::<DocumentJson<'_>>()),
        ("drafts", of::<DraftsJson<'_>>()),
        ("explanation", of::<ExplanationJson<'_>>()),
        ("facts", of::<FactsJson<'_>>()),
        ("lint", of::<LintJson<'_>>()),
        ("redo", of::<RedoJson<'_>>()),
        ("redline", of::<RedlineJson<'_>>()),
        ("series", of::<SeriesJson<'_>>()),
    ]
}

pub(super) fn written(value: &impl Serialize) -> String {
    safe(&serde_json::to_string_pretty(value).expect("only maps with string keys"))
}

/// `value` on one line, with its line feed.
pub(crate) fn json_line(value: &impl Serialize) -> String {
    safe(&serde_json::to_string(value).expect("only maps with string keys"))
}

fn safe(json: &str) -> String {
    let mut safe = String::with_capacity(json.len() + 1);
    for character in json.chars() {
        // Below U+007F all is escaped already; above it every character stands within a string.
        if character >= '\u{7F}' && is_hidden(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                let _ = write!(safe, "\\u{unit:04x}");
            }
        } else {
            safe.push(character);
        }
    }
    safe.push('\n');
    safe
}
