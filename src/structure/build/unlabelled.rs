//! The units that have no label: headings, recitals, provisions that nobody numbered, lines of lists.

use super::super::classify::{HeadingClass, Style, Zone, heading, paragraph_label};
use super::super::document::{Kind, Unit};
use super::super::drafts::without_status;
use super::{Builder, Numbering, unit};
use crate::read::{Block, Role};
use crate::text::label::label;
use crate::text::{capitalised, is_comma, is_stop, unmarked};

impl Builder {
    pub(super) fn unlabelled(&mut self, block: &Block, next: Option<&str>) {
        let text = block.text.as_str();
        // "Welcoming the report, [agreed ad ref]" ends as a recital does.
        let without = without_status(text, self.lexicon).filter(|_| self.style == Style::Resolution);
        let words = without.as_ref().map_or(text, |(words, _)| words.as_str());
        let preamble = self.zone == Zone::Preamble;
        let is_resolved = self.lexicon.is_resolved(words);
        let recital = preamble && !is_resolved && self.lexicon.is_preambular(words) && !self.is_title(words, next);
        let is_provision = self.lexicon.is_operative(text) || self.is_resolved && self.lexicon.is_resolved_so(text);
        let resolves = self.style == Style::Resolution && self.zone <= Zone::Body && is_provision;
        self.is_resolved |= is_resolved;
        let is_cell = block.role == Role::Cell;
        if !is_cell && self.is_verb_alone(text, next) {
            if resolves || self.lexicon.is_operative(&capitalised(text)) {
                self.zone = Zone::Body;
            }
            self.heading(HeadingClass::Plain, None, text);
            self.below_verb = true;
        } else if preamble && self.lexicon.enacts_what_follows(text) {
            self.zone = Zone::Body;
            self.plain(Kind::Enacting, text);
        } else if let (false, false, false, Some((class, label))) = (is_cell, recital, resolves, self.heading_of(text)) {
            if class == HeadingClass::Plain && self.is_listed(text, next) {
                self.listing = Some(self.units.len());
                self.further(text);
            } else {
                self.heading(self.letter_or_numeral(class, label), label, text);
            }
        } else if let Some(provision) = self.provision.as_mut().filter(|p| p.awaits_first && !is_cell && self.zone >= Zone::Body)
        {
            provision.awaits_first = false;
            let id = format!("{}{}", self.prefix, provision.stem);
            self.paragraph = Some(self.units.len());
            self.push(Unit { parent: self.annex, ..unit(Kind::Operative, id, text) });
        } else if resolves && !recital && self.number == 0 {
            self.zone = Zone::Body;
            if self.enacts_the_first(text, next) { self.plain(Kind::Enacting, text) } else { self.counted(Kind::Operative, text) }
        } else if self.zone == Zone::Body && (resolves || self.is_recital(text)) && self.stands_under_heading() {
            let id = self.unnumbered();
            self.parts.clear();
            self.paragraph = Some(self.units.len());
            let kind = if self.is_recital(text) { Kind::Preambular } else { Kind::Operative };
            self.push(unit(kind, id, text));
        } else if preamble {
            self.counted(Kind::Preambular, text);
        } else if self.zone == Zone::Annex && self.paragraph.is_none() {
            let number = self.count("P");
            let id = format!("{}P{number}", self.prefix);
            self.push(Unit { parent: self.annex, ..unit(Kind::Annex, id, text) });
        } else if self.paragraph.is_some() || !self.parts.is_empty() {
            if self.goes_on_listing() && !text.ends_with(is_stop) {
                self.listing = Some(self.units.len());
            }
            self.further(text);
        } else if is_cell {
            self.cell(text);
        } else if self.numbering.contains(&Numbering::Printed) {
            let id = self.unnumbered();
            self.paragraph = Some(self.units.len());
            self.push(Unit { parent: self.annex, ..unit(Kind::Operative, id, text) });
        } else {
            self.counted(Kind::Operative, text);
        }
    }

    /// Whether `text` is a verb alone, "considering", with what it says below it.
    pub(super) fn is_verb_alone(&self, text: &str, next: Option<&str>) -> bool {
        let says =
            |next: &str| next.starts_with(char::is_lowercase) || label(next).is_some_and(|label| label.brackets.is_empty());
        let is_inside = self.style == Style::Resolution && matches!(self.zone, Zone::Preamble | Zone::Body);
        is_inside && !self.is_below_colon() && next.is_some_and(says) && self.lexicon.is_verb_alone(text)
    }

    /// Whether the last unit, notes aside, is a line of a list without labels.
    pub(super) fn goes_on_listing(&self) -> bool {
        self.above().is_some_and(|above| self.listing == Some(above.index))
    }

    /// Whether `text`, which has no label and no stop, is a line of a list behind a colon. The last before the next number is a heading unless it
    /// is written like the line above it: with figures, or with a comma or parentheses.
    pub(super) fn is_listed(&self, text: &str, next: Option<&str>) -> bool {
        let Some(above) = self.above() else { return false };
        let is_quoted = text.starts_with(['«', '“', '"']);
        let is_paragraph =
            !is_quoted && matches!(above.kind, Kind::Operative | Kind::Subparagraph) && self.style == Style::Resolution;
        let goes_on = self.goes_on_listing();
        if !(is_paragraph && above.row.is_none() && self.zone == Zone::Body && (goes_on || self.is_below_colon())) {
            return false;
        }
        let numbered = next.and_then(|next| paragraph_label(next, self.style, self.lexicon)).and_then(|label| label.value());
        let traits =
            |text: &str| [text.contains(|c: char| c.is_ascii_digit()), text.contains([',', '(', ':']), text.contains('.')];
        let is_alike = |above: &str| traits(text).into_iter().zip(traits(above)).any(|(own, above)| own && above);
        numbered != Some(self.number + 1) || goes_on && is_alike(&above.text) || !goes_on && traits(text).contains(&true)
    }

    /// Whether `text` is a recital by its first word and its comma.
    pub(super) fn is_recital(&self, text: &str) -> bool {
        self.style == Style::Resolution && self.lexicon.is_preambular(text) && unmarked(text).ends_with(is_comma)
    }

    /// What kind of heading `text` can be: initials open names.
    pub(super) fn heading_of<'a>(&self, text: &'a str) -> Option<(HeadingClass, Option<&'a str>)> {
        let (class, label) = heading(text, self.lexicon)?;
        let is_initial = label.is_some_and(|label| self.initials.iter().any(|initial| initial == label));
        match is_initial {
            true if text.ends_with([';', '.', ',', ':']) => None,
            true => Some((HeadingClass::Plain, None)),
            false => Some((class, label)),
        }
    }

    /// Whether no numbered paragraph stands between here and the heading above.
    pub(super) fn stands_under_heading(&self) -> bool {
        self.last_heading.is_some_and(|heading| self.labelled.is_none_or(|labelled| labelled < heading))
    }

    /// Whether `text` stands without a stop above paragraph 1, whatever its first word: "Taking stock: reviewing progress".
    pub(super) fn is_title(&self, text: &str, next: Option<&str>) -> bool {
        let first = next.and_then(|next| paragraph_label(next, self.style, self.lexicon)).and_then(|label| label.value());
        first == Some(1) && !unmarked(text).ends_with(is_stop)
    }
}
