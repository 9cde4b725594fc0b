//! From a script to the edits of the paragraphs that it runs through.
//!
//! ```text
//! steps   keep "Urges "  delete "fifteen"  insert "twelve"  keep " States"
//! atoms   0…5            6…12 go           before 13: twelve
//! ```

use std::collections::BTreeMap;
use std::ops::Range;

use super::atoms::Stuff;
use super::hand::{Gap, Hand};
use super::notes::Calls;
use super::paragraph::Paragraph;
use super::properties::Properties;
use super::script::{Script, Step, Token, What};
use super::tokens::Places;
use super::tracker::Mark;
use super::written::{Come, Edits};
use crate::structure::Document;

/// The paragraph of an old unit, found and taken apart.
#[derive(Debug)]
pub(super) struct Opened {
    /// Index of the part.
    pub(super) part: usize,
    pub(super) paragraph: Paragraph,
    pub(super) properties: Properties,
    pub(super) places: Places,
    /// How many elements it stands in.
    pub(super) depth: usize,
    /// Nothing follows it that its end could be joined with: it is the last of the text, of a cell, of a note.
    pub(super) is_last: bool,
    /// The first byte of the element after it.
    pub(super) next: Option<usize>,
}

impl Opened {
    /// Where its own text begins, behind the label.
    pub(super) fn text_start(&self) -> usize {
        self.places.characters.get(0).map_or(self.paragraph.atoms.len(), |atoms| atoms.start)
    }

    /// `w:rPr` of the run that a reader would go on writing in at the boundary before atom `at`.
    pub(super) fn style_at<'a>(&self, source: &'a str, at: usize) -> &'a str {
        // Marks stand in the order of the text.
        let marks = &self.places.marks;
        let is_mark = |at: &usize| marks.get(marks.partition_point(|mark| mark.end <= *at)).is_some_and(|mark| mark.contains(at));
        let is_text = |at: &usize| matches!(self.paragraph.atoms.what(*at), Some(Stuff::Char(_))) && !is_mark(at);
        let start = self.text_start().min(at);
        let before = (start..at).rfind(is_text);
        let found = before.or_else(|| (at..self.paragraph.atoms.len()).find(is_text)).or_else(|| (0..at).rfind(is_text));
        found.map_or("", |at| self.style_of(source, at))
    }

    /// `w:rPr` of the run of atom `at`.
    pub(super) fn style_of<'a>(&self, source: &'a str, at: usize) -> &'a str {
        let properties = self.paragraph.run_of(at).and_then(|run| run.properties.clone());
        properties.map_or("", |range| &source[range])
    }

    /// Everything goes, the end too.
    pub(super) fn gone(&self, source: &str, leaves_as: Mark) -> Edits {
        let keeps_fields = !self.has_whole_fields(source);
        let is_gone = |what: Stuff| !(keeps_fields && matches!(what, Stuff::Field(_)));
        Edits {
            gone: self.paragraph.atoms.iter().map(|atom| is_gone(atom.what)).collect(),
            mark: Some(leaves_as),
            leaves_as: Some(leaves_as),
            ..Edits::default()
        }
    }

    /// Whether every field that begins in the paragraph ends in it.
    fn has_whole_fields(&self, source: &str) -> bool {
        let fields = self.paragraph.atoms.iter().filter(|atom| matches!(atom.what, Stuff::Field(_)));
        let fields = fields.map(|atom| atom.raw(source));
        let (mut begun, mut ended) = (0, 0);
        for field in fields {
            begun += usize::from(field.contains("\"begin\""));
            ended += usize::from(field.contains("\"end\""));
        }
        begun == ended
    }
}

/// What a walk goes through.
pub(super) struct Ground<'a> {
    pub(super) script: &'a Script,
    pub(super) new: &'a Document,
    /// The paragraphs of all old units.
    pub(super) opened: &'a [Option<Opened>],
    pub(super) hand: Hand<'a>,
    /// What sets new labels apart.
    pub(super) gap: Gap,
    /// For an old unit that Word counts, and a new one, whether the count gives the new label.
    pub(super) counts: &'a dyn Fn(usize, usize) -> bool,
}

/// The edits of each old unit of the script; None where they cannot be written.
pub(super) fn walk(ground: &Ground<'_>, calls: &mut Calls<'_>) -> Option<BTreeMap<usize, Edits>> {
    let first = ground.script.old.first()?.unit();
    let mut edits = BTreeMap::new();
    for token in &ground.script.old {
        let opened = ground.opened.get(token.unit())?.as_ref()?;
        edits
            .entry(token.unit())
            .or_insert_with(|| Edits { gone: vec![false; opened.paragraph.atoms.len()], ..Edits::default() });
    }
    let mut walker = Walker { ground, calls, edits, unit: first, at: 0, joined: None, pending: String::new() };
    walker.begin(first)?;
    let steps = &ground.script.steps;
    for (index, step) in steps.iter().enumerate() {
        walker.step(*step, steps.get(index + 1))?;
    }
    walker.flush()?;
    walker.loose();
    Some(walker.edits)
}

struct Walker<'a, 'b> {
    ground: &'a Ground<'a>,
    calls: &'a mut Calls<'b>,
    edits: BTreeMap<usize, Edits>,
    /// Where it stands: a unit and the boundary before an atom.
    unit: usize,
    at: usize,
    /// The unit that goes on the paragraph before it.
    joined: Option<usize>,
    /// Characters that come in here and are not written yet.
    pending: String,
}

impl Walker<'_, '_> {
    fn opened(&self) -> Option<&Opened> {
        self.ground.opened.get(self.unit)?.as_ref()
    }

    fn edit(&mut self) -> Option<&mut Edits> {
        self.edits.get_mut(&self.unit)
    }

    fn begin(&mut self, unit: usize) -> Option<()> {
        self.unit = unit;
        let opened = self.opened()?;
        self.at = if opened.places.label.is_empty() { opened.text_start() } else { opened.places.label.start };
        Some(())
    }

    fn step(&mut self, step: Step, next: Option<&Step>) -> Option<()> {
        match step {
            Step::Keep(old, _) => {
                self.flush()?;
                self.pass(self.ground.script.old[old as usize])
            }
            Step::Delete(old) => {
                self.flush()?;
                let token = self.ground.script.old[old as usize];
                let replacing = match next {
                    Some(Step::Insert(new)) => Some(self.ground.script.new[*new as usize]),
                    _ => None,
                };
                self.delete(token, replacing.filter(|token| token.what == What::Label))
            }
            Step::Insert(new) => self.insert(self.ground.script.new[new as usize]),
        }
    }

    /// The atoms of an old token.
    fn atoms(&self, token: Token) -> Option<Range<usize>> {
        let places = &self.opened()?.places;
        match token.what {
            What::Label => Some(places.label.clone()),
            What::Char(_, at) => places.characters.get(at as usize),
            What::Mark(nth) => places.marks.get(nth as usize).cloned(),
            What::Border => None,
        }
    }

    fn pass(&mut self, token: Token) -> Option<()> {
        if token.what == What::Border {
            return self.begin(token.unit());
        }
        let end = self.atoms(token)?.end;
        self.at = if token.what == What::Label { self.opened()?.places.gap.end.max(end) } else { end };
        Some(())
    }

    fn delete(&mut self, token: Token, replacing: Option<Token>) -> Option<()> {
        match token.what {
            What::Border => return self.join(token.unit()),
            What::Label => return self.delete_label(replacing),
            What::Char(..) | What::Mark(_) => {}
        }
        let atoms = self.atoms(token)?;
        self.at = atoms.end;
        self.edit()?.gone[atoms].fill(true);
        Some(())
    }

    /// The end of the paragraph goes, and what stood in it goes on in that of old unit `next`, whose end stays. What they become looks
    /// like the first, and has its number.
    fn join(&mut self, next: usize) -> Option<()> {
        let own = self.opened()?.properties.clone();
        let edit = self.edit()?;
        edit.mark = Some(Mark::Deleted);
        let first = edit.properties.clone().unwrap_or(own);
        self.begin(next)?;
        let now = first.with_section_of(&self.opened()?.properties);
        if now != self.opened()?.properties {
            self.edit()?.properties = Some(now);
        }
        self.joined = Some(next);
        Some(())
    }

    fn delete_label(&mut self, replacing: Option<Token>) -> Option<()> {
        let (label, gap, properties) = {
            let opened = self.opened()?;
            (opened.places.label.clone(), opened.places.gap.clone(), opened.properties.clone())
        };
        if label.is_empty() {
            // Word counts it: nothing to delete, but for a count that gives another label than the new one.
            if self.joined != Some(self.unit) && !replacing.is_some_and(|token| (self.ground.counts)(self.unit, token.unit())) {
                self.edit()?.properties = Some(properties.uncounted(self.ground.hand.names));
            }
            return Some(());
        }
        let end = if replacing.is_some() { label.end } else { gap.end.max(label.end) };
        self.at = end;
        self.edit()?.gone[label.start..end].fill(true);
        Some(())
    }

    fn insert(&mut self, token: Token) -> Option<()> {
        match token.what {
            What::Char(character, _) => self.pending.push(character),
            What::Mark(nth) => {
                self.flush()?;
                let style = self.style()?;
                let run = self.calls.call(self.ground.hand, token.unit(), nth as usize, &style);
                self.come(Come::Runs(run))?;
            }
            What::Border => {
                self.flush()?;
                let paragraph = &self.opened()?.paragraph;
                let depth = |at: usize| paragraph.run_of(at).map_or(0, |run| run.depth);
                if self.at > 0 && depth(self.at - 1).min(depth(self.at)) > 0 {
                    return None;
                }
                let before = self.edit()?.properties.take();
                self.come(Come::Border(before))?;
                self.leave_unnumbered(token.unit())?;
            }
            What::Label => {
                self.flush()?;
                self.insert_label(token)?;
            }
        }
        Some(())
    }

    /// Where Word counts the paragraph that is split, a part that has no number is not counted.
    fn leave_unnumbered(&mut self, part: usize) -> Option<()> {
        let is_counted = self.opened()?.places.label.is_empty() && self.had_label();
        if is_counted && self.ground.new.units[part].label.is_none() {
            let uncounted = self.opened()?.properties.uncounted(self.ground.hand.names);
            self.edit()?.properties = Some(uncounted);
        }
        Some(())
    }

    /// Whether the old unit has a label, typed or counted.
    fn had_label(&self) -> bool {
        self.ground.script.old.iter().any(|old| old.unit() == self.unit && old.what == What::Label)
    }

    fn insert_label(&mut self, token: Token) -> Option<()> {
        let label = self.ground.new.units[token.unit()].label.clone()?;
        let opened = self.opened()?;
        let places = &opened.places;
        let is_replacing = !places.label.is_empty() && self.at == places.label.end;
        let is_counted_again = places.label.is_empty() && self.edits.get(&self.unit)?.properties.is_none();
        let had_label = self.had_label();
        if is_counted_again && had_label && (self.ground.counts)(self.unit, token.unit()) {
            return Some(());
        }
        if had_label && places.label.is_empty() {
            let uncounted = opened.properties.uncounted(self.ground.hand.names);
            self.edits.get_mut(&self.unit)?.properties.get_or_insert(uncounted);
        }
        let opened = self.opened()?;
        let places = &opened.places;
        let hand = self.ground.hand;
        let style = if is_replacing { opened.style_of(hand.source, places.label.start).to_owned() } else { self.style()? };
        let mut runs = hand.run(&style, &label);
        let gap_end = places.gap.end;
        if is_replacing && !places.gap.is_empty() {
            self.come(Come::Runs(runs))?;
            self.at = gap_end;
        } else {
            runs.push_str(&hand.gap(self.ground.gap, &style));
            self.come(Come::Runs(runs))?;
        }
        Some(())
    }

    fn style(&self) -> Option<String> {
        Some(self.opened()?.style_at(self.ground.hand.source, self.at).to_owned())
    }

    fn come(&mut self, come: Come) -> Option<()> {
        let at = self.at;
        self.edit()?.insert(at, come);
        Some(())
    }

    fn flush(&mut self) -> Option<()> {
        if self.pending.is_empty() {
            return Some(());
        }
        let text = std::mem::take(&mut self.pending);
        let run = self.ground.hand.run(&self.style()?, &text);
        self.come(Come::Runs(run))
    }

    /// What no token stands for (a soft hyphen, a space too many) goes with what stands on both sides of it.
    fn loose(&mut self) {
        for (unit, edits) in &mut self.edits {
            let Some(opened) = self.ground.opened.get(*unit).and_then(Option::as_ref) else { continue };
            let places = &opened.places;
            let mut is_token = vec![false; opened.paragraph.atoms.len()];
            let others = places.marks.iter().chain([&places.label, &places.gap]).cloned();
            let said = places.characters.iter().chain(others);
            said.for_each(|range| is_token[range].fill(true));
            let mut at = 0;
            while at < is_token.len() {
                let is_like = |other: &usize| is_token[*other] == is_token[at];
                let end = at + (at..is_token.len()).take_while(is_like).count();
                // Between two tokens that go.
                if !is_token[at] && at > 0 && edits.gone[at - 1] && edits.gone.get(end) == Some(&true) {
                    for loose in at..end {
                        let what = opened.paragraph.atoms.what(loose);
                        edits.gone[loose] |= !matches!(what, Some(Stuff::Field(_) | Stuff::Reference(_)));
                    }
                }
                at = end;
            }
        }
    }
}
