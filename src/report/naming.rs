//! Which unit a person means.
//!
//! ```text
//! OP12   op 12   par. 12   párr. 12   12      the unit OP12
//! Art4   article 4   art4   OP4   4           article 4 of a code
//! OP412                                       nothing: near are OP42, OP41, OP12
//! 12                                          where there are 11, nothing: near are PP12, OP11, PP11
//! ```
//!
//! A unit answers to its id and to its name in every language of the interface, whatever their case, spaces and accents. A number alone
//! is that of an operative paragraph, unless it is an id.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::label::Name;
use super::phrases::Phrases;
use crate::align::Pin;
use crate::language::Language;
use crate::structure::{Document, Kind, Unit};
use crate::text::fold;

/// How many ids are named when the one that was typed is none.
const NEAR: usize = 5;

/// What stands before the number of an operative paragraph, as [`plain`] has it.
const OPERATIVE: &str = "op";

/// The unit of `document` that is called `name`.
///
/// # Errors
/// The ids that are most like `name`, nearest first, when no unit is called so.
pub fn unit_named<'a>(document: &'a Document, name: &str) -> Result<&'a Unit, Vec<&'a str>> {
    let typed = plain(name);
    let called = |wanted: &str| document.units.iter().find(|unit| names(unit).iter().any(|name| name == wanted));
    let is_number = typed.starts_with(|c: char| c.is_ascii_digit());
    let numbered = || called(&format!("{OPERATIVE}{typed}")).filter(|_| is_number);
    called(&typed).or_else(numbered).ok_or_else(|| near(document, &typed))
}

/// `pin` with the ids of what it names otherwise, "par. 12". What names nothing stays, for [`check_pins`](crate::align::check_pins) to say.
pub fn named_pin(pin: Pin, documents: [&Document; 2]) -> Pin {
    let id = |side: usize, name: &str| unit_named(documents[side], name).ok().map(|unit| unit.id.clone());
    match pin {
        Pin::Tie { old, new } => Pin::Tie { old: id(0, &old).unwrap_or(old), new: id(1, &new).unwrap_or(new) },
        Pin::Never(name) => Pin::Never(id(1, &name).or_else(|| id(0, &name)).unwrap_or(name)),
        decided => decided,
    }
}

/// The nearest ids; of equals those of the nearest numbers, then operative paragraphs, then recitals.
fn near<'a>(document: &'a Document, typed: &str) -> Vec<&'a str> {
    let number = |name: &str| -> Option<u64> {
        let (_, tail) = parted(name);
        tail[..tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len())].parse().ok()
    };
    let apart =
        |unit: &Unit| number(&plain(&unit.id)).zip(number(typed)).map_or(u64::MAX, |(here, wanted)| here.abs_diff(wanted));
    let distance = |unit: &Unit| names(unit).iter().map(|name| edits(name, typed)).min().unwrap_or(usize::MAX);
    let mut ranked: Vec<_> =
        document.units.iter().map(|unit| (distance(unit), apart(unit), rank(unit.kind), unit.index)).collect();
    ranked.sort_unstable();
    ranked.iter().take(NEAR).map(|&(.., index)| document.units[index].id.as_str()).collect()
}

/// How soon a unit of this kind is meant.
fn rank(kind: Kind) -> usize {
    let order = [Kind::Operative, Kind::Preambular, Kind::Subparagraph];
    order.iter().position(|&other| other == kind).unwrap_or(order.len())
}

/// How far a name is from what was typed: the edits of what follows the first figure, and one more when it is of another kind. A number
/// alone may be that of a paragraph of either part.
fn edits(name: &str, typed: &str) -> usize {
    let ((kind, number), (typed_kind, typed_number)) = (parted(name), parted(typed));
    if typed_number.is_empty() {
        return strsim::damerau_levenshtein(name, typed);
    }
    let is_kind = kind == typed_kind || typed_kind.is_empty() && [OPERATIVE, "pp"].contains(&kind);
    strsim::damerau_levenshtein(number, typed_number) + usize::from(!is_kind)
}

/// A name before its first figure, and from there.
fn parted(name: &str) -> (&str, &str) {
    name.split_at(name.find(|c: char| c.is_ascii_digit()).unwrap_or(name.len()))
}

fn names(unit: &Unit) -> Vec<String> {
    let spoken = Language::ALL.map(|language| Name::of_id(&unit.id, Phrases::of(language)).full());
    // An article counts as a paragraph too.
    let counted = unit.id.replace("Art", "OP");
    [unit.id.clone(), counted].into_iter().chain(spoken).map(|name| plain(&name)).collect()
}

/// Without case, accents, spaces and the bracket before a letter ("12(a)", "12 a)"); a stop tells "25.1" from "251", and says nothing behind a word.
fn plain(name: &str) -> String {
    let is_said = |c: &char| !c.is_whitespace() && !is_combining_mark(*c) && *c != '(';
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

    #[test]
    fn another_kind_counts_as_one_edit_of_the_number() {
        assert_eq!([edits("op12", "12"), edits("pp12", "12"), edits("n12", "12"), edits("f2", "12")], [0, 0, 1, 2]);
        assert_eq!([edits("op12", "op412"), edits("op12", "x12"), edits("par12a)", "par12")], [1, 1, 2]);
    }
}
