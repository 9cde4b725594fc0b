//! One resolution in two to six languages: which paragraphs are each other's translation, and where they disagree.
//!
//! ```text
//! en  PP1  Recalling RIV/11/Res.6 of 9 December 2030        OP7  Invites the Bureau …
//! fr  PP1  Rappelant RIV/11/Res.6 du 19 décembre 2030       –
//! here     date   PP1 · PP1   2030-12-09 · 2030-12-19       missing   OP7 · –
//! ```
//!
//! Documents become versions with what is free of language in each paragraph (`version`); versions are paired by a monotone alignment
//! (`pairing`) over the likeness of paragraphs (`likeness`); pairs are compared by rules (`rules`, `figures`), and evidence is
//! gathered on which side is likelier wrong (`evidence`). Cannot fail: texts that are no translations of each other have few pairs,
//! and the result says so. With more than two versions each is compared with the first, and rows with one cause are one (`several`).

mod changes;
mod discordance;
mod evidence;
mod figures;
mod front;
mod likeness;
mod numbering;
mod pairing;
mod redo;
mod rules;
mod several;
mod since;
mod version;

pub use discordance::{Concordance, ConcordanceRow, Discordance, DiscordanceRule, Evidence, Side};
pub use redo::{Redo, RedoItem, RedoList, redo};

use crate::findings::Severity;
use crate::structure::Document;
use version::Version;

/// What is compared and how.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ConcordOptions {
    /// The rules that are asked; by default all but the notes.
    pub rules: Vec<DiscordanceRule>,
    /// Whether the printed numbers of paragraphs help to pair them; true by default. Without them a number that is wrong cannot mislead.
    pub numbers: bool,
}

impl Default for ConcordOptions {
    fn default() -> Self {
        let is_asked = |rule: &DiscordanceRule| rule.severity() != Severity::Note;
        Self { rules: DiscordanceRule::ALL.into_iter().filter(is_asked).collect(), numbers: true }
    }
}

/// Where `versions` of one resolution disagree. Each element of `earlier` holds the same resolution of an earlier year in the same languages,
/// in the order of `versions`, the latest year last: evidence on which side is wrong, and what changed since in one version alone.
///
/// Fewer than two versions have nothing to disagree with.
pub fn concord(versions: &[Document], earlier: &[Vec<Document>], options: &ConcordOptions) -> Concordance {
    let known: Vec<Version<'_>> = versions.iter().map(Version::of).collect();
    let Some((first, others)) = known.split_first() else { return Concordance::default() };
    let compared: Vec<_> = others
        .iter()
        .map(|other| {
            let pairing = pairing::pairing([first, other], options.numbers);
            let found = rules::discordances([first, other], &pairing, &options.rules);
            (pairing, found)
        })
        .collect();
    let mut concordance = several::joined(&known, compared);
    evidence::weigh(&mut concordance, &known, earlier);
    if let Some(before) = earlier.last() {
        since::compared(&mut concordance, versions, before, &options.rules);
        several::sorted(&mut concordance);
    }
    concordance
}
