//! What a careful reader would ask about a text, given its earlier years.
//!
//! ```text
//! left-behind        "66 recommandations", where its siblings are 67 now
//! session-come       "à sa vingt-et-unième session", unchanged in the text of the twenty-first
//! stopped            "l'année 2022", which rolled forward every year before
//! no-such-paragraph  "paragraphe 87 de la résolution ICC-ASP/20/Rés.2", which has 44
//! other-paragraph    "paragraphe 37" of it, where the paragraph that was cited before is 44 now
//! ```
//!
//! A file a family of rules. Each rule can be switched off; docs/findings.md says how often each is right on real texts, and those that
//! are wrong more often than right are off unless asked for.

mod citation;
mod stale;
mod text;

use super::finding::{Finding, Rule};
use super::history::History;

/// Which rules are looked at.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct LintOptions {
    /// In any order.
    pub rules: Vec<Rule>,
}

/// The rules that are right more often than wrong.
impl Default for LintOptions {
    fn default() -> Self {
        let is_off = |rule: &Rule| matches!(rule, Rule::Stopped | Rule::Unbalanced | Rule::Numbering | Rule::Spelling);
        Self { rules: Rule::LINT.into_iter().filter(|rule| !is_off(rule)).collect() }
    }
}

/// What can be asked about the last text of `history`, in its order.
pub fn lint(history: &History<'_>, options: &LintOptions) -> Vec<Finding> {
    history.documents.len().checked_sub(1).map_or(vec![], |last| lint_of(history, last, options))
}

/// The same of text `at`, beside those before it.
pub(super) fn lint_of(history: &History<'_>, at: usize, options: &LintOptions) -> Vec<Finding> {
    let mut findings = if at == 0 { vec![] } else { stale::stale(history, at) };
    findings.extend(citation::citations(history, at));
    findings.extend(text::text(history.documents[at], at, &history.facts[at]));
    findings.retain(|finding| options.rules.contains(&finding.rule));
    findings.sort_by_key(|finding| (finding.unit, finding.start, finding.rule));
    findings
}
