//! Paragraphs that come in whole: inserted, moved here, or written anew.
//!
//! ```text
//! model   <w:p><w:pPr>list, level 0</w:pPr><w:r>Urges</w:r>…            the paragraph of its kind nearest by
//! here    <w:p><w:pPr>list, level 0 + inserted mark</w:pPr><w:ins>…      looks like it
//! ```
//!
//! Words that stood in the old text keep the look of the runs that they come from; others look like the model.

use super::hand::{Gap, Hand};
use super::notes::Calls;
use super::properties::Properties;
use super::script::{Script, Step, Token, What};
use super::walk::Opened;
use crate::structure::Document;

/// How a fresh paragraph looks.
#[derive(Debug, Clone)]
pub(super) struct Look {
    pub(super) properties: Properties,
    /// `w:rPr` of its words.
    pub(super) words: String,
    /// `w:rPr` of its label.
    pub(super) label: String,
    /// Its label is typed, and this stands behind it; None when Word counts it.
    pub(super) gap: Option<Gap>,
}

/// What the words of a paragraph are taken from.
pub(super) struct Words<'a> {
    pub(super) script: &'a Script,
    pub(super) new: &'a Document,
    pub(super) opened: &'a [Option<Opened>],
    pub(super) hand: Hand<'a>,
    /// The part whose runs may be copied.
    pub(super) part: usize,
}

/// The runs of new unit `unit`.
pub(super) fn runs(unit: usize, words: &Words<'_>, look: &Look, calls: &mut Calls<'_>) -> String {
    let mut writer = Runs { words, look, done: String::new(), style: None, pending: String::new() };
    for step in &words.script.steps {
        match *step {
            Step::Keep(old, new) if words.script.new[new as usize].unit() == unit => {
                let style = writer.style_of(words.script.old[old as usize]);
                writer.token(words.script.new[new as usize], style, calls);
            }
            Step::Insert(new) if words.script.new[new as usize].unit() == unit => {
                writer.token(words.script.new[new as usize], None, calls);
            }
            _ => {}
        }
    }
    writer.flush();
    writer.done
}

struct Runs<'a> {
    words: &'a Words<'a>,
    look: &'a Look,
    done: String,
    /// The style of what is pending, and of what comes in next to it.
    style: Option<String>,
    pending: String,
}

impl Runs<'_> {
    fn style_of(&self, old: Token) -> Option<String> {
        let opened = self.words.opened.get(old.unit())?.as_ref().filter(|opened| opened.part == self.words.part)?;
        let What::Char(_, at) = old.what else { return None };
        let atoms = opened.places.characters.get(at as usize)?;
        Some(opened.style_of(self.words.hand.source, atoms.start).to_owned())
    }

    fn token(&mut self, token: Token, style: Option<String>, calls: &mut Calls<'_>) {
        let hand = self.words.hand;
        match token.what {
            What::Char(character, _) => {
                if style.is_some() && style != self.style {
                    self.flush();
                    self.style = style;
                }
                self.pending.push(character);
            }
            What::Mark(nth) => {
                self.flush();
                let style = self.style.clone().unwrap_or_else(|| self.look.words.clone());
                self.done.push_str(&calls.call(hand, token.unit(), nth as usize, &style));
            }
            What::Label => {
                let label = self.words.new.units[token.unit()].label.as_deref();
                if let Some((label, gap)) = label.zip(self.look.gap) {
                    self.done.push_str(&hand.run(&self.look.label, label));
                    self.done.push_str(&hand.gap(gap, &self.look.label));
                }
            }
            What::Border => {}
        }
    }

    fn flush(&mut self) {
        if !self.pending.is_empty() {
            let text = std::mem::take(&mut self.pending);
            let style = self.style.as_deref().unwrap_or(&self.look.words);
            self.done.push_str(&self.words.hand.run(style, &text));
        }
    }
}
