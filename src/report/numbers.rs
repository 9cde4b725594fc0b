//! How the operative paragraphs of a text are counted, in a line that a person checks against the source.
//!
//! ```text
//! 1. 2. 3. … 30.       OP 1 to 30, no gap
//! 1. 2. 4. 5.          OP 1 to 5, without 3
//! ```

use std::collections::BTreeSet;

use super::label::Name;
use super::phrases::{Phrases, fill};
use crate::structure::{Document, Kind};

/// How many gaps are named.
const NAMED: usize = 8;

/// The counts of `document`, one for the body and one for each part and annex that counts anew; None where nothing is numbered.
pub(crate) fn numbering(document: &Document, phrases: &Phrases) -> Option<String> {
    let mut runs: Vec<(&str, &str, BTreeSet<u32>)> = vec![];
    for unit in document.units.iter().filter(|unit| unit.kind == Kind::Operative) {
        let Some(number) = &unit.number else { continue };
        let digits = number.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
        // A twin has a sign behind its number: "OP3~2".
        let Some((prefix, Ok(value))) = unit.id.find(number.as_str()).map(|at| (&unit.id[..at], digits.parse())) else {
            continue;
        };
        match runs.iter_mut().find(|(known, ..)| *known == prefix) {
            Some((.., values)) => drop(values.insert(value)),
            None => runs.push((prefix, &unit.id, BTreeSet::from([value]))),
        }
    }
    let said: Vec<String> = runs.iter().map(|(_, first, values)| run(first, values, phrases)).collect();
    (!said.is_empty()).then(|| said.join(phrases.semicolon))
}

/// What is said of one count that begins with the paragraph `id`.
fn run(id: &str, values: &BTreeSet<u32>, phrases: &Phrases) -> String {
    let [whole, lacking, more] = phrases.reading.numbering;
    let name = Name::of_id(id, phrases);
    let (first, last) = (values.first().copied().unwrap_or_default(), values.last().copied().unwrap_or_default());
    if first == last {
        return format!("{} {first}", name.before_number().trim_end());
    }
    let ends = [name.before_number().trim_end(), &first.to_string(), &last.to_string()];
    let gap = |(before, after): (&u32, &u32)| match after - before {
        1 => None,
        2 => Some((before + 1).to_string()),
        _ => Some(format!("{}–{}", before + 1, after - 1)),
    };
    let gaps: Vec<String> = values.iter().zip(values.iter().skip(1)).filter_map(gap).collect();
    if gaps.is_empty() {
        return fill(whole, &ends);
    }
    let shown = gaps[..gaps.len().min(NAMED)].join(phrases.comma) + if gaps.len() > NAMED { more } else { "" };
    fill(lacking, &[ends[0], ends[1], ends[2], &shown])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::read::{ReadOptions, read};
    use crate::structure::structure;

    fn said(labels: &[&str], language: Language) -> Option<String> {
        let paragraphs: Vec<String> = labels.iter().map(|label| format!("{label}. Urges States to report;\n\n")).collect();
        let text = format!("The Assembly,\n\n{}", paragraphs.concat());
        numbering(&structure(read("text", text.as_bytes(), &ReadOptions::default()).unwrap()), Phrases::of(language))
    }

    #[test]
    fn a_count_is_said_with_what_it_lacks() {
        assert_eq!(said(&["1", "2", "3"], Language::En).unwrap(), "OP 1 to 3, no gap");
        assert_eq!(said(&["1", "2", "2 bis", "3"], Language::En).unwrap(), "OP 1 to 3, no gap");
        assert_eq!(said(&["1", "2", "4", "5"], Language::En).unwrap(), "OP 1 to 5, without 3");
        assert_eq!(said(&["1", "3", "9"], Language::En).unwrap(), "OP 1 to 9, without 2, 4–8");
        assert_eq!(said(&["1", "2"], Language::Fr).unwrap(), "par. 1 à 2, sans lacune");
        assert_eq!(said(&["1", "3"], Language::Es).unwrap(), "párr. 1 a 3, sin 2");
        assert_eq!(said(&["1"], Language::En).unwrap(), "OP 1");
        assert_eq!(said(&[], Language::En), None);
    }
}
