//! The stages of a draft, as a person reads them: tables of what became of each proposal, bracket and paragraph.
//!
//! ```text
//! Alba   OP2   + “and cost”              rev1 taken         rev2 taken   adopted taken
//! Doria  OP2   “year” → “two years”      rev1 in brackets   rev2 –       adopted –       wording of last year, left
//! ```
//!
//! [`Trace`] is for programs: `rature/drafts/1`. A renderer shows every table in order.

use super::label::Name;
use super::phrases::{Phrases, Tracing, fill};
use super::sheet::{Sheet, SheetCell, brackets_sheet};
use crate::language::Language;
use crate::overlay::{At, What, bracket_counts};
use crate::trace::{BracketStage, Difference, Source, Standing, State, Trace, TracedBracket, TracedChange};

/// A trace with all that is shown of it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct TraceReport {
    /// For programs.
    pub trace: Trace,
    /// The language of the interface.
    pub language: Language,
    /// What it is.
    pub title: String,
    /// What the states mean.
    pub legend: &'static str,
    /// What is shown, in order.
    pub sheets: Vec<Sheet>,
    /// For spreadsheets: a row a change.
    pub lines: Sheet,
}

/// All that is shown of `trace`, in the language of the first draft unless another is asked for.
pub fn trace_report(trace: Trace, language: Option<Language>) -> TraceReport {
    let own = trace.drafts.first().map(|draft| draft.language);
    let language = language.or(own).unwrap_or(Language::En);
    let phrases = Phrases::of(language);
    let teller = Teller { trace: &trace, language, phrases, words: phrases.tracing };
    let mut sheets = vec![];
    if !trace.proposals.is_empty() {
        sheets.push(teller.changes(teller.words.proposals, |change| change.by.is_some()));
    }
    sheets.push(teller.changes(teller.words.unproposed, |change| change.by.is_none()));
    if !trace.proposals.is_empty() {
        sheets.push(teller.shares());
    }
    let counts: Vec<_> = trace.drafts.iter().map(bracket_counts).collect();
    sheets.push(brackets_sheet(&trace.drafts, &counts, phrases, language));
    sheets.extend([teller.brackets(), teller.reopened(), teller.sources()]);
    sheets.extend(teller.left_out());
    let ends = [trace.drafts.first(), trace.drafts.last()].map(|draft| draft.map_or("", |draft| draft.label.as_str()));
    let title = fill(teller.words.title, &ends);
    let lines = teller.changes(teller.words.proposals, |_| true);
    TraceReport { language, title, legend: teller.words.legend, sheets, lines, trace }
}

struct Teller<'a> {
    trace: &'a Trace,
    language: Language,
    phrases: &'static Phrases,
    words: &'static Tracing,
}

impl Teller<'_> {
    fn sheet(&self, title: &str, columns: Vec<&str>, rows: Vec<Vec<String>>) -> Sheet {
        let rows = rows.into_iter().map(|row| row.into_iter().map(SheetCell::plain).collect()).collect();
        Sheet {
            language: self.language,
            title: title.to_owned(),
            columns: columns.into_iter().map(str::to_owned).collect(),
            texts: 0..0,
            rows,
            changes: "",
            nothing: self.words.none,
        }
    }

    fn draft(&self, draft: usize) -> &str {
        &self.trace.drafts[draft].label
    }

    fn label(&self, proposal: usize) -> &str {
        &self.trace.proposals[proposal].document.label
    }

    fn named(&self, by: &[usize]) -> String {
        by.iter().map(|&by| self.label(by)).collect::<Vec<_>>().join(self.phrases.comma)
    }

    fn name_of(&self, id: &str) -> String {
        Name::of_id(id, self.phrases).full()
    }

    fn unit(&self, draft: usize, unit: usize) -> String {
        Name::of(&self.trace.drafts[draft].units[unit], self.phrases).full()
    }

    fn agreed(&self) -> &str {
        self.trace.agreed.as_ref().map_or("", |agreed| &agreed.label)
    }

    fn quoted(&self, text: &str) -> String {
        fill(self.phrases.badges.quoted, &[text])
    }

    /// Some changes, each with what became of it in every draft.
    fn changes(&self, title: &str, is_shown: fn(&TracedChange) -> bool) -> Sheet {
        let [proposal, paragraph, change, remarks] = self.words.columns;
        let mut columns = vec![proposal, paragraph, change];
        columns.extend(self.trace.drafts.iter().skip(1).map(|draft| draft.label.as_str()));
        columns.push(remarks);
        let mut sheet = self.sheet(title, columns, vec![]);
        for change in self.trace.changes.iter().filter(|change| is_shown(change)) {
            // Of what nobody proposed, the draft that has it.
            let by = match (change.by, change.on) {
                (None, on) => self.draft(on + 1).to_owned(),
                (Some(by), 0) => self.label(by).to_owned(),
                (Some(by), on) => format!("{} ({})", self.label(by), self.draft(on)),
            };
            let head = [by, self.name_of(&change.id), self.said(change)];
            let mut row: Vec<SheetCell> = head.map(SheetCell::plain).to_vec();
            let mut last: Option<State> = None;
            for draft in 1..self.trace.drafts.len() {
                let stage = change.stages.iter().find(|stage| stage.draft == draft);
                let text = stage.map(|stage| self.standing(change, stage)).unwrap_or_default();
                let is_changed = stage.is_some_and(|stage| last.is_some_and(|last| last != stage.state));
                row.push(SheetCell { text, is_changed });
                last = stage.map(|stage| stage.state);
            }
            row.push(SheetCell::plain(self.remark(change)));
            sheet.rows.push(row);
        }
        sheet
    }

    /// "“year” → “two years”".
    fn said(&self, change: &TracedChange) -> String {
        let [new, alternative, deletes, moves, lifts, sets] = self.words.whats;
        let [was, text] = [&change.was, &change.text].map(|words| self.quoted(words));
        match (change.at, change.what) {
            (At::After, _) => fill(new, &[&text]),
            (_, What::Alt) => fill(alternative, &[&text]),
            (At::Paragraph, What::Moved) => moves.to_owned(),
            (At::Paragraph, _) => deletes.to_owned(),
            (_, What::Lift) => fill(lifts, &[&was]),
            (_, What::Set) => fill(sets, &[&was]),
            _ if change.was.is_empty() => format!("+ {text}"),
            _ if change.text.is_empty() => format!("− {was}"),
            _ => self.phrases.from_to(&was, &text),
        }
    }

    /// "taken (OP4)", "in other words (67 %)".
    fn standing(&self, change: &TracedChange, stage: &Standing) -> String {
        let named = self.words.states[stage.state as usize];
        let text = if stage.back { fill(self.words.back, &[named]) } else { named.to_owned() };
        let text = match stage.kept.filter(|kept| *kept < 100) {
            Some(kept) => format!("{text} ({kept} %)"),
            None => text,
        };
        let own = self.name_of(&change.id);
        let place = stage.unit.filter(|_| stage.state.is_in_text()).map(|unit| self.unit(stage.draft, unit));
        match place.filter(|place| *place != own) {
            Some(place) => format!("{text} ({place})"),
            None => text,
        }
    }

    fn remark(&self, change: &TracedChange) -> String {
        let is_in = change.stages.last().is_some_and(|stage| stage.state.is_in_text());
        let agreed =
            change.agreed.then(|| fill(if is_in { self.words.agreed } else { self.words.agreed_left }, &[self.agreed()]));
        let taken = self.taken_instead(change);
        let reworded = (!taken.is_empty()).then(|| fill(self.words.reworded, &[&self.named(&taken)]));
        [agreed, reworded].into_iter().flatten().collect::<Vec<_>>().join(self.phrases.semicolon)
    }

    /// Of a change that left the text: whose changes came into its paragraph with that draft.
    fn taken_instead(&self, change: &TracedChange) -> Vec<usize> {
        let mut taken = vec![];
        let left = change.stages.windows(2).rev().find(|pair| pair[0].state.is_in_text() && !pair[1].state.is_in_text());
        let Some(left) = left.map(|pair| pair[1]).filter(|_| change.stages.last().is_some_and(|stage| !stage.state.is_in_text()))
        else {
            return taken;
        };
        for other in self.trace.changes.iter().filter(|other| other.by != change.by && other.at != At::After) {
            let at = other.stages.iter().position(|stage| stage.draft == left.draft && stage.state.is_in_text());
            let Some(at) = at.filter(|&at| at.checked_sub(1).is_none_or(|before| !other.stages[before].state.is_in_text()))
            else {
                continue;
            };
            let is_here = left.unit.is_some() && other.stages[at].unit == left.unit;
            taken.extend(other.by.filter(|by| is_here && !taken.contains(by)));
        }
        taken
    }

    /// A row a proposal: how many of its changes are in each state.
    fn shares(&self) -> Sheet {
        let columns = self.words.share_columns.into_iter().chain(self.words.states).collect();
        let row = |by: usize| {
            let own = || self.trace.changes.iter().filter(move |change| change.by == Some(by));
            let of = |state: State| own().filter(|change| change.stages.last().is_some_and(|stage| stage.state == state)).count();
            let states = [State::Taken, State::Brackets, State::Otherwise, State::Absent, State::Overtaken].map(of);
            let counts = std::iter::once(own().count()).chain(states).map(|count| count.to_string());
            std::iter::once(self.label(by).to_owned()).chain(counts).collect()
        };
        self.sheet(self.words.shares, columns, (0..self.trace.proposals.len()).map(row).collect())
    }

    fn brackets(&self) -> Sheet {
        let row = |bracket: &TracedBracket| {
            let text = if bracket.whole { self.words.whole.to_owned() } else { format!("[{}]", bracket.text) };
            let stages: Vec<String> = bracket.stages.iter().map(|stage| self.bracket_stage(stage)).collect();
            let place = self.unit(bracket.draft, bracket.unit);
            vec![self.draft(bracket.draft).to_owned(), place, text, stages.join(self.phrases.semicolon)]
        };
        let rows = self.trace.brackets.iter().map(row).collect();
        self.sheet(self.words.brackets, self.words.bracket_columns.to_vec(), rows)
    }

    /// "rev2: words dropped".
    fn bracket_stage(&self, stage: &BracketStage) -> String {
        let fate = self.words.fates[stage.fate as usize];
        let by = if stage.by.is_empty() { String::new() } else { format!(" ({})", self.named(&stage.by)) };
        self.phrases.said_of(self.draft(stage.draft), &format!("{fate}{by}"))
    }

    fn reopened(&self) -> Sheet {
        let rows = self.trace.reopened.iter().map(|reopened| {
            let now = reopened.now.map_or_else(|| "–".to_owned(), |now| self.unit(reopened.draft + 1, now));
            let place = self.unit(reopened.draft, reopened.unit);
            vec![self.draft(reopened.draft).to_owned(), place, reopened.status.clone(), now]
        });
        self.sheet(self.words.reopened, self.words.reopened_columns.to_vec(), rows.collect())
    }

    fn sources(&self) -> Sheet {
        let against = fill(self.words.against, &[self.agreed()]);
        let mut columns = self.words.source_columns.to_vec();
        if self.trace.agreed.is_some() {
            columns.push(&against);
        }
        self.sheet(self.words.sources, columns, self.trace.sources.iter().map(|source| self.source(source)).collect())
    }

    fn source(&self, source: &Source) -> Vec<String> {
        let last = self.trace.drafts.len() - 1;
        let mut hands: Vec<String> = vec![];
        hands.extend(source.draft.then(|| self.words.draft.to_owned()));
        hands.extend(source.by.iter().map(|&by| self.label(by).to_owned()));
        hands.extend(source.nobody.then(|| self.words.nobody.to_owned()));
        let mut stood: Vec<String> = vec![];
        if let (Some(agreed), Some(unit)) = (&self.trace.agreed, source.agreed) {
            stood.push(format!("{} {}", agreed.label, Name::of(&agreed.units[unit], self.phrases).full()));
        }
        stood.extend(
            source.stood.iter().map(|stood| format!("{} {}", self.draft(stood.draft), self.unit(stood.draft, stood.unit))),
        );
        let done: Vec<String> = source.changes.iter().map(|&at| self.course(&self.trace.changes[at])).collect();
        let done = if done.is_empty() { self.words.unchanged.to_owned() } else { done.join(self.phrases.semicolon) };
        let mut row = vec![self.unit(last, source.unit), hands.join(self.phrases.comma), stood.join(self.phrases.comma), done];
        if self.trace.agreed.is_some() {
            row.push(match (source.agreed, source.against.as_slice()) {
                (None, _) => self.words.new.to_owned(),
                (_, []) => self.words.same.to_owned(),
                (_, against) => against.iter().map(|one| self.difference(one)).collect::<Vec<_>>().join(self.phrases.comma),
            });
        }
        row
    }

    /// "Doria: “year” → “two years”: rev1 in brackets, rev2 –".
    fn course(&self, change: &TracedChange) -> String {
        let by = change.by.map_or(self.words.nobody, |by| self.label(by));
        let mut steps: Vec<String> = vec![];
        let mut last = None;
        for stage in change.stages.iter().filter(|stage| last.replace(stage.state) != Some(stage.state)) {
            steps.push(format!("{} {}", self.draft(stage.draft), self.words.states[stage.state as usize]));
        }
        self.phrases.said_of(by, &format!("{} ({})", self.said(change), steps.join(self.phrases.comma)))
    }

    fn difference(&self, one: &Difference) -> String {
        let by = if one.by.is_empty() { String::new() } else { format!(" ({})", self.named(&one.by)) };
        let [was, text] = [&one.was, &one.text].map(|words| self.quoted(words));
        match (one.was.is_empty(), one.text.is_empty()) {
            (true, _) => format!("+ {text}{by}"),
            (_, true) => format!("− {was}{by}"),
            _ => self.phrases.from_to(&was, &text) + &by,
        }
    }

    /// The paragraphs of the agreed text that the last draft does not have, if there are any.
    fn left_out(&self) -> Option<Sheet> {
        let agreed = self.trace.agreed.as_ref().filter(|_| !self.trace.left_out.is_empty())?;
        let row = |&unit: &usize| {
            let unit = &agreed.units[unit];
            vec![Name::of(unit, self.phrases).full(), unit.text.clone()]
        };
        let title = fill(self.words.left_out, &[&agreed.label]);
        let [_, paragraph, ..] = self.words.columns;
        Some(self.sheet(&title, vec![paragraph, ""], self.trace.left_out.iter().map(row).collect()))
    }
}
