//! Since when each phrase of the later text stands, where texts before the two are known: agreed language, beside the changes.
//!
//! ```text
//! old ASP/19   Urges States to pay on time          new ASP/20   Urges all States to pay on time
//! here         OP3 since ASP/16   Urges [all → inserted] States to pay {on time → ASP/18}
//! ```
//!
//! What a paragraph mostly says is dated beside its name, other phrases at their place. Words of one paragraph that are not in the texts
//! before the earlier of the two are since that one at most.

use super::label::Anchors;
use super::row::{Entry, Row, Since, SincePhrase};
use super::years::{Dated, dates};
use super::{Redline, Report};
use crate::series::Series;
use crate::structure::Kind;
use rustc_hash::FxHashMap;

impl Report {
    /// Says of each paragraph of the later text since when it stands; `series` ends with the two texts of this report.
    pub fn date(&mut self, series: &Series) {
        let labels: Vec<String> = series.documents.iter().map(|document| document.label.clone()).collect();
        let dated = dates(series, self.phrases);
        let by_anchor = by_anchor(&self.redline, &dated, &labels);
        for row in &mut self.rows {
            let entries: &mut [Entry] = match row {
                Row::Entry(entry) => std::slice::from_mut(entry),
                Row::Fold(fold) => &mut fold.entries,
                Row::Departure(_) => &mut [],
            };
            for entry in entries {
                entry.since = by_anchor.get(&entry.anchor).cloned();
            }
        }
    }
}

/// For each paragraph of the later text, by its anchor. Lines before and after the text change every year and are not dated.
fn by_anchor(redline: &Redline, dated: &[Dated], labels: &[String]) -> FxHashMap<String, Since> {
    let anchors = Anchors::of(&redline.old.units, &redline.new.units).new;
    let units = redline.new.units.iter().filter(|unit| unit.kind != Kind::Note).zip(dated);
    let told = units.filter(|(unit, _)| !matches!(unit.kind, Kind::Front | Kind::Enacting | Kind::Closing));
    told.map(|(unit, dated)| (anchors[unit.index].clone(), since(dated, labels))).collect()
}

fn since(dated: &Dated, labels: &[String]) -> Since {
    let mut end = 0;
    let mut mostly = labels[dated.mostly].clone();
    let mut phrases = vec![];
    for run in &dated.runs {
        let start = end;
        end += run.text.chars().count();
        if run.since == dated.mostly && !run.is_again {
            mostly.clone_from(&run.said);
        } else {
            let label = if run.is_again { format!("↺{}", labels[run.since]) } else { labels[run.since].clone() };
            phrases.push(SincePhrase { start, end, label, said: run.said.clone() });
        }
    }
    Since { mostly, phrases }
}
