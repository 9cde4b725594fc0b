//! What a careful reader would ask about a text, given its earlier years.
//!
//! ```text
//! left-behind        "66 recommandations", where its siblings are 67 now
//! session-come       "à sa vingt-et-unième session", unchanged in the text of the twenty-first
//! stopped            "l'année 2022", which rolled forward every year before
//! no-such-paragraph  "paragraphe 87 de la résolution ICC-ASP/20/Rés.2", which has 44
//! other-paragraph    "paragraphe 37" of it, where the paragraph that was cited before is 44 now
//! paragraph-gone     "paragraph 2 above", which was another and is gone
//! unlike-paragraph   "paragraphe 37" of it, where 44 has the words of the citing paragraph
//! left-out           a list of resolutions without one that stood in it
//! counted-otherwise  "66 recommandations" here, "65 recommandations" there
//! dated-otherwise    "67/78 of 11 December 2013", which the text before dates 2012
//! words-and-figure   "thirty (31) days"
//! weekday            "Monday, 9 December 2021", a Thursday
//! no-such-day        "31 June 2022"
//! list-and           a list that lost its "and"
//! ```
//!
//! A file a family of rules. Each rule can be switched off; docs/findings.md says how often each is right on real texts, and those that
//! are wrong more often than right are off unless asked for.

mod agreement;
mod citation;
mod conjunction;
mod likeness;
mod list;
mod numbers;
mod signs;
mod stale;
mod thing;
mod twice;

use super::fact::Fact;
use super::finding::{Finding, Rule};
use super::history::History;
use crate::structure::Document;
use crate::text::symbol_spelling;

/// Which rules are looked at.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct LintOptions {
    /// In any order.
    pub rules: Vec<Rule>,
}

/// The rules that are right more often than wrong, and ask about what matters: one symbol in two spellings ("Res.", "Rés.") is common.
impl Default for LintOptions {
    fn default() -> Self {
        let is_off = |rule: &Rule| matches!(rule, Rule::Stopped | Rule::UnlikeParagraph | Rule::Spelling);
        Self { rules: Rule::LINT.into_iter().filter(|rule| !is_off(rule)).collect() }
    }
}

/// What can be asked about the last text of `history`, in its order.
pub fn lint(history: &History<'_>, options: &LintOptions) -> Vec<Finding> {
    history.documents.len().checked_sub(1).map_or(vec![], |last| lint_of(history, last, options))
}

/// The same of text `at`, beside those before it.
pub(super) fn lint_of(history: &History<'_>, at: usize, options: &LintOptions) -> Vec<Finding> {
    let document = history.documents[at];
    let mut findings = if at == 0 { vec![] } else { stale::stale(history, at) };
    findings.extend(citation::citations(history, at, options));
    findings.extend(list::lists(history, at));
    findings.extend(twice::twice(history, at));
    findings.extend(agreement::agreement(history, at));
    findings.extend(conjunction::conjunctions(history, at));
    findings.extend(numbers::numbers(document, at));
    findings.extend(signs::signs(document, at));
    findings.retain(|finding| options.rules.contains(&finding.rule));
    findings.sort_by_key(|finding| (finding.unit, finding.start, finding.rule));
    findings
}

/// Whether both are versions of one resolution, a draft and what was adopted: their symbol is the same.
fn is_same_resolution(one: &Document, other: &Document) -> bool {
    let [one, other] = [one, other].map(|document| document.symbol.as_deref().map(symbol_spelling));
    one.is_some() && one == other
}

/// Whether `symbol` names `document`.
fn is_symbol_of(document: &Document, symbol: &Fact) -> bool {
    let own = document.symbol.as_deref().map(symbol_spelling);
    let resolution = |own: &String| own.strip_prefix("A/RES/").is_some_and(|number| number == symbol.value);
    own.is_some_and(|own| own == symbol.value || resolution(&own))
}
