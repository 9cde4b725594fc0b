//! The units that have a label, or stand under one that does: paragraphs, their parts, their alternatives, rows.

use super::super::classify::{Zone, part_label, rule};
use super::super::document::{Kind, Unit};
use super::{Builder, Part, Provision, unit};
use crate::read::{Block, Note};
use crate::text::label::{Label, Shape, roman_value};
use crate::text::lower;

impl Builder {
    /// The paragraph `text` behind its `label`.
    pub(super) fn operative(&mut self, label: &Label, text: &str) {
        if self.zone < Zone::Body || self.zone == Zone::Closing {
            self.zone = Zone::Body;
        }
        if label.is_recital() {
            self.preambular(label);
            return;
        }
        let value = label.value().unwrap_or(0);
        if label.shape == Shape::Point {
            let again = value == 1 && self.number == 1 && self.heading_since && !label.number.contains(' ');
            let begins = value < self.number && (value == 1 || self.heading_since) || again;
            if begins && self.provision.is_none() {
                self.open_part();
            }
            if !(begins || self.heading_since && self.provision.is_some()) {
                self.check_count(value, label);
            }
            self.number = value;
        }
        self.heading_since = false;
        if let Some(provision) = &mut self.provision {
            provision.awaits_first = false;
        }
        self.loose = None;
        let word = lower(label.printed.split([' ', '\u{a0}']).next().unwrap_or_default());
        let stem = match &self.provision {
            _ if self.lexicon.articles_of_law.contains(&&*word) => format!("Art{}", label.number),
            _ if [self.lexicon.rules_of_law, self.lexicon.sections_of_law].iter().any(|words| words.contains(&&*word)) => {
                rule(label.printed, &label.number)
            }
            Some(Provision { stem: provision, .. }) if self.articles > 1 && !label.is_negotiated() => {
                // "1.2" of article 1 says so itself.
                let own = provision.strip_prefix("Art").and_then(|article| label.number.strip_prefix(article));
                let names_it = own.is_some_and(|rest| rest.starts_with('.'));
                if names_it { format!("Art{}", label.number) } else { format!("{provision}({})", label.number) }
            }
            _ => format!("OP{}", label.number),
        };
        let id = format!("{}{stem}", self.prefix);
        self.parts.clear();
        self.paragraph = Some(self.units.len());
        // "2. (a) Requests": the paragraph opens with its first part.
        let first =
            part_label(label.rest).filter(|part| part.brackets.is_empty() && matches!(&*part.number, "a" | "i" | "1" | "A"));
        let (printed, words) = match &first {
            Some(part) => (&text[label.brackets.len()..text.len() - part.rest.len()], format!("{}{}", label.brackets, part.rest)),
            None => (label.printed, label.words()),
        };
        if let Some(part) = first {
            self.parts.push(Part { shape: self.shape_of(&part), number: part.number, unit: self.units.len() });
        }
        self.push(Unit {
            label: Some(printed.trim_end().to_owned()),
            number: Some(label.number.clone()),
            parent: self.annex,
            ..unit(Kind::Operative, id, &words)
        });
    }

    /// One of several wordings of the paragraph above: "Option 1:".
    pub(super) fn alternative_of(&mut self, label: &Label) {
        let above = self.whole.map(|at| (self.units[at].kind, self.units[at].id.clone()));
        let kind = if self.zone == Zone::Preamble { Kind::Preambular } else { Kind::Operative };
        let letters = if kind == Kind::Preambular { "PP" } else { "OP" };
        let base = above.filter(|(of, _)| *of == kind).map_or_else(|| format!("{}{letters}", self.prefix), |(_, id)| id);
        self.parts.clear();
        self.paragraph = Some(self.units.len());
        let (printed, number) = (Some(label.printed.to_owned()), Some(label.number.clone()));
        let id = format!("{base} {}", label.number);
        self.push(Unit { label: printed, number, parent: self.annex, ..unit(kind, id, &label.words()) });
    }

    /// A recital that a draft numbers: "PP2 bis."
    pub(super) fn preambular(&mut self, label: &Label) {
        let id = format!("PP{}", label.number);
        self.parts.clear();
        self.paragraph = Some(self.units.len());
        let (printed, number) = (Some(label.printed.to_owned()), Some(label.number.clone()));
        self.push(Unit { label: printed, number, ..unit(Kind::Preambular, id, &label.words()) });
    }

    /// The count begins again: a part of its own, in the annex or in the body.
    pub(super) fn open_part(&mut self) {
        self.part_count += 1;
        let annex = self.annex.map(|at| format!("{}.", self.units[at].id)).unwrap_or_default();
        self.prefix = format!("{annex}S{}.", self.part_count);
        self.number = 0;
    }

    pub(super) fn check_count(&mut self, value: u32, label: &Label) {
        let printed = label.printed;
        if value > self.number + 1 && self.number > 0 {
            let missing = self.number + 1;
            let note = Note::new("numbering-gap", format!("paragraph {printed} follows {}.: {missing}. is missing", self.number));
            self.notes.push(note.with([printed, &self.number.to_string(), &missing.to_string()]));
        } else if value == self.number && !label.number.contains(|c: char| !c.is_ascii_digit()) {
            self.notes.push(Note::new("numbering-double", format!("two paragraphs are numbered {printed}")).with([printed]));
        }
    }

    pub(super) fn part(&mut self, label: &Label) {
        let shape = self.shape_of(label);
        if self.loose == Some(shape) {
            (self.paragraph, self.loose) = (None, None);
            self.parts.clear();
        }
        let level = self.parts.iter().position(|part| part.shape == shape).unwrap_or(self.parts.len());
        self.parts.truncate(level);
        let parent = self.parts.last().map(|part| part.unit).or(self.paragraph);
        if parent.is_none() {
            self.loose = Some(shape);
        }
        let provision =
            self.provision.as_ref().filter(|_| parent.is_none()).map(|above| format!("{}{}", self.prefix, above.stem));
        if let Some(provision) = &mut self.provision {
            provision.awaits_first = false;
        }
        let above = provision.or_else(|| parent.or(self.last_heading).map(|at| self.units[at].id.clone()));
        let id = match above {
            Some(above) if shape == Shape::Dash => self.nth_under(&above),
            None if shape == Shape::Dash => self.unnumbered(),
            above => format!("{}({})", above.unwrap_or_else(|| format!("{}OP", self.prefix)), label.number),
        };
        self.parts.push(Part { shape, number: label.number.clone(), unit: self.units.len() });
        let parent = parent.or(self.last_heading).or(self.annex);
        self.push(Unit {
            label: Some(label.printed.to_owned()),
            number: Some(label.number.clone()),
            parent,
            ..unit(Kind::Subparagraph, id, &label.words())
        });
    }

    /// The id of what has no number and stands in no paragraph: "H4.2" under a heading, else "U1".
    pub(super) fn unnumbered(&mut self) -> String {
        if let Some(at) = self.last_heading {
            return self.nth_under(&self.units[at].id.clone());
        }
        let number = self.count("U");
        format!("{}U{number}", self.prefix)
    }

    /// A letter that is also a Roman numeral is what the open lists say it is: after "(h)" a letter, else "(i)" is one.
    pub(super) fn shape_of(&self, label: &Label) -> Shape {
        if label.shape != Shape::Letter || label.number.len() != 1 {
            return label.shape;
        }
        let Some(roman) = roman_value(&label.number) else { return Shape::Letter };
        let last = |shape| self.parts.iter().find(|part| part.shape == shape).map(|part| part.number.as_str());
        let goes_on_in_roman = last(Shape::Roman).and_then(roman_value).is_some_and(|before| before + 1 == roman);
        let next_letter = last(Shape::Letter).and_then(|n| n.bytes().next()).is_some_and(|b| label.number.as_bytes() == [b + 1]);
        if goes_on_in_roman || !next_letter && roman == 1 { Shape::Roman } else { Shape::Letter }
    }

    /// A paragraph without a label that goes on with a numbered one.
    pub(super) fn further(&mut self, text: &str) {
        let is_part = |at: &usize| self.units[*at].kind == Kind::Subparagraph;
        let base = self.paragraph.and_then(|at| if is_part(&at) { self.units[at].parent } else { Some(at) });
        let id = match base {
            Some(at) => self.nth_under(&self.units[at].id.clone()),
            None => self.unnumbered(),
        };
        self.parts.clear();
        self.paragraph = Some(self.units.len());
        let parent = base.or(self.last_heading).or(self.annex);
        self.push(Unit { parent, ..unit(Kind::Subparagraph, id, text) });
    }

    /// A row of a table: a part of the paragraph above, whose own parts go on below it.
    pub(super) fn row(&mut self, block: &Block) {
        let text = block.text.as_str();
        if self.zone == Zone::Closing {
            self.plain(Kind::Closing, text);
            return;
        }
        let is_annexed = self.zone == Zone::Annex && self.paragraph.is_none();
        let id = match self.paragraph {
            Some(at) => self.nth_under(&self.units[at].id.clone()),
            None if is_annexed => {
                let number = self.count("P");
                format!("{}P{number}", self.prefix)
            }
            None => self.unnumbered(),
        };
        let heading = self.last_heading.filter(|_| !is_annexed);
        let parent = self.paragraph.or(heading).or(self.annex);
        let head = text[..block.counted].to_owned();
        self.push(Unit { parent, row: Some(head), ..unit(Kind::Subparagraph, id, text) });
    }

    /// A cell of a table right under a heading.
    pub(super) fn cell(&mut self, text: &str) {
        let id = self.unnumbered();
        self.push(Unit { parent: self.last_heading.or(self.annex), ..unit(Kind::Subparagraph, id, text) });
    }

    /// The id of the next part without a letter under `above`: "OP12.2".
    pub(super) fn nth_under(&mut self, above: &str) -> String {
        let nth = self.further.entry(above.to_owned()).or_insert(1);
        *nth += 1;
        format!("{above}.{nth}")
    }
}
