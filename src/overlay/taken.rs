//! The text that stands when only one delegation's changes are taken: the draft for nobody, its own text for each.

use super::place::{At, Place, What};
use crate::structure::Document;

/// The paragraphs of `base` when what `by` wants at `places` is taken, and nothing else; labels and marks are no text.
pub fn taken(base: &Document, places: &[Place], by: Option<usize>) -> Vec<String> {
    let mut done = vec![];
    let mut places = places.iter().peekable();
    for unit in std::iter::once(None).chain(base.units.iter().map(Some)) {
        let index = unit.map(|unit| unit.index);
        let mut text = unit.map(|unit| unit.text.chars().collect::<Vec<char>>());
        let mut edits: Vec<(usize, usize, &str)> = vec![];
        let mut behind = vec![];
        while let Some(place) = places.next_if(|place| place.unit == index) {
            let wanted = by.and_then(|by| place.alternatives.iter().find(|alternative| alternative.by.contains(&by)));
            let Some(wanted) = wanted else { continue };
            let words = wanted.text.as_deref().unwrap_or_default();
            let (start, end) = (place.start.unwrap_or_default(), place.end.unwrap_or_default());
            match (place.at, wanted.what) {
                (At::After, _) => behind.push(words.to_owned()),
                (At::Paragraph, What::Delete | What::Moved) => text = None,
                (At::Paragraph, What::Alt) => text = Some(words.chars().collect()),
                (At::Brackets, What::Lift) => edits.extend([(start, start + 1, ""), (end - 1, end, "")]),
                (At::Brackets, _) => edits.extend([(start, start, "["), (end, end, "]")]),
                (At::Words, _) => edits.push((start, end, words)),
                (At::Paragraph, _) => {}
            }
        }
        edits.sort_by_key(|edit| (edit.0, edit.1));
        done.extend(text.map(|text| applied(&text, &edits)));
        done.extend(behind);
    }
    done
}

fn applied(text: &[char], edits: &[(usize, usize, &str)]) -> String {
    let mut done = String::new();
    let mut at = 0;
    for &(start, end, words) in edits {
        done.extend(&text[at..start]);
        done.push_str(words);
        at = end;
    }
    done.extend(&text[at..]);
    done
}
