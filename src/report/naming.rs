//! Which unit a person means.
//!
//! ```text
//! OP12   op 12   par. 12   párr. 12      the unit OP12
//! OP412                                  nothing: near are OP41, OP42, OP12
//! ```
//!
//! A unit answers to its id and to its name in every language of the interface, whatever their case, spaces and accents.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::label::Name;
use super::phrases::Phrases;
use crate::language::Language;
use crate::structure::{Document, Unit};
use crate::text::fold;

/// How many ids are named when the one that was typed is none.
const NEAR: usize = 5;

/// The unit of `document` that is called `name`.
///
/// # Errors
/// The ids that are most like `name`, nearest first, when no unit is called so.
pub fn unit_named<'a>(document: &'a Document, name: &str) -> Result<&'a Unit, Vec<&'a str>> {
    let wanted = plain(name);
    let called = |unit: &&Unit| names(unit).contains(&wanted);
    document.units.iter().find(called).ok_or_else(|| near(document, &wanted))
}

/// The nearest ids by edits of any of their names; of equals the shorter, then the earlier.
fn near<'a>(document: &'a Document, wanted: &str) -> Vec<&'a str> {
    let distance =
        |unit: &Unit| names(unit).iter().map(|name| strsim::damerau_levenshtein(name, wanted)).min().unwrap_or(usize::MAX);
    let mut ranked: Vec<(usize, usize, usize)> =
        document.units.iter().map(|unit| (distance(unit), unit.id.len(), unit.index)).collect();
    ranked.sort_unstable();
    ranked.iter().take(NEAR).map(|&(_, _, index)| document.units[index].id.as_str()).collect()
}

fn names(unit: &Unit) -> Vec<String> {
    let spoken = [Language::En, Language::Fr, Language::Es].map(|language| Name::of_id(&unit.id, Phrases::of(language)).full());
    std::iter::once(unit.id.clone()).chain(spoken).map(|name| plain(&name)).collect()
}

/// Without case, accents and spaces; a stop tells "25.1" from "251", and says nothing behind a word.
fn plain(name: &str) -> String {
    let is_said = |c: &char| !c.is_whitespace() && !is_combining_mark(*c);
    let folded: Vec<char> = fold(name).nfd().filter(is_said).collect();
    let says = |at: usize| {
        let digit = |at: usize| folded.get(at).is_some_and(char::is_ascii_digit);
        folded[at] != '.' || at > 0 && digit(at - 1) && digit(at + 1)
    };
    (0..folded.len()).filter(|&at| says(at)).map(|at| folded[at]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stop_counts_between_figures_alone() {
        assert_eq!(plain("Párr.\u{a0}25.1"), plain("parr 25.1"));
        assert_eq!(plain("Annexe 1, par. 3."), "annexe1,par3");
        assert_ne!(plain("OP25.1"), plain("OP251"));
    }
}
