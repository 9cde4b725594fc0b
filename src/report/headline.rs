//! What a redline holds, in half a line: "25 reworded, 6 inserted, 2 to check".

use super::phrases::counted;
use super::{Report, Tally, TallyOf};

impl Report {
    /// What changed and what is to be checked; where no paragraph was reworded, came, went or moved, every count that there is.
    pub fn headline(&self) -> String {
        let (summary, words) = (&self.redline.summary, &self.phrases.tallies);
        let main = [
            (summary.substantive, words.substantive),
            (summary.inserted, words.inserted),
            (summary.deleted, words.deleted),
            (summary.moved, words.moved),
        ];
        let mut said: Vec<String> =
            main.into_iter().filter(|(count, _)| *count > 0).map(|(count, plural)| counted(plural, count)).collect();
        if said.is_empty() {
            let unchanged = counted(words.unchanged, summary.unchanged);
            let told = |tally: &&Tally| tally.of != TallyOf::Carried && tally.text != unchanged;
            said.extend(self.tallies.iter().filter(told).map(|tally| tally.text.clone()));
        }
        if said.is_empty() {
            said.push(words.nothing.trim_end_matches('.').to_owned());
        }
        if !self.checks.is_empty() {
            said.push(counted(words.to_check, self.checks.len()));
        }
        said.join(self.phrases.comma)
    }
}
