//! What the front matter and the last lines of two versions disagree about: symbol, session, day and meeting of adoption, and the figures
//! of the title.

use super::discordance::{Discordance, DiscordanceRule, Side};
use super::version::Version;
use crate::structure::{Document, Kind};

/// Discordances of the lines around the paragraphs. What only one version prints there is none: printers differ in what they put on a first page.
pub(super) fn discordances(versions: [&Version<'_>; 2]) -> Vec<Discordance> {
    type Asked = fn(&Document) -> Option<String>;
    let asked: [(DiscordanceRule, Asked); 4] = [
        (DiscordanceRule::Symbol, |document| document.symbol.as_deref().map(crate::text::symbol_spelling)),
        (DiscordanceRule::Date, |document| document.adopted.as_ref()?.date.clone()),
        (DiscordanceRule::Figure, |document| document.adopted.as_ref()?.meeting.clone()),
        (DiscordanceRule::Figure, title_figures),
    ];
    let side = |side: usize, value: &str| {
        let front = versions[side].document.units.iter().filter(|unit| unit.kind == Kind::Front);
        let mut side = Side::with_value(&front.map(|unit| unit.index).collect::<Vec<_>>(), value);
        side.text = side.value.clone();
        side
    };
    let found = asked.iter().filter_map(|(rule, ask)| {
        let [one, other] = [ask(versions[0].document)?, ask(versions[1].document)?];
        (one != other).then(|| Discordance {
            rule: *rule,
            severity: rule.severity(),
            sides: vec![side(0, &one), side(1, &other)],
            likelier_wrong: None,
            evidence: vec![],
        })
    });
    found.collect()
}

/// The runs of digits of the title, in order; None of a title without them.
fn title_figures(document: &Document) -> Option<String> {
    let title = document.title.as_deref()?;
    let mut runs: Vec<&str> = title.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    runs.sort_unstable();
    (!runs.is_empty()).then(|| runs.join(" "))
}
