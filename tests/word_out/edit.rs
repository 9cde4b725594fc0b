//! A copy of a text with changes of every kind.

use rature::structure::{Document, Footnote, Kind, Unit};

/// `old`, edited: words replaced, paragraphs in, out and elsewhere, footnotes in and out.
pub(crate) fn edited(old: &Document) -> Document {
    let mut units: Vec<(Option<usize>, Unit)> = vec![];
    for (index, unit) in old.units.iter().enumerate() {
        let unit = unit.clone();
        if unit.kind == Kind::Note {
            units.push((Some(index), unit));
            continue;
        }
        match index % 11 {
            3 => units.push((Some(index), with_words(unit))),
            5 if unit.footnotes.is_empty() => {}
            7 => {
                let fresh = Unit {
                    label: None,
                    number: None,
                    text: format!("An added paragraph & more <than> {index} words."),
                    footnotes: vec![],
                    ..unit.clone()
                };
                units.push((Some(index), unit));
                units.push((None, fresh));
            }
            8 if !unit.footnotes.is_empty() => units.push((Some(index), Unit { footnotes: vec![], ..unit })),
            _ => units.push((Some(index), unit)),
        }
    }
    move_one(&mut units);
    add_note(&mut units);
    renumbered(old, units)
}

/// With its middle word replaced, and one at the end.
fn with_words(unit: Unit) -> Unit {
    let words: Vec<&str> = unit.text.split(' ').collect();
    let middle = words.len() / 2;
    let mut changed: Vec<&str> = words.clone();
    changed[middle] = "otherwise";
    let text = format!("{} at last", changed.join(" "));
    let length = text.chars().count();
    let footnotes = unit.footnotes.iter().cloned().map(|footnote| Footnote { at: footnote.at.min(length), ..footnote }).collect();
    Unit { text, footnotes, ..unit }
}

/// A long paragraph of the first third goes to the last.
fn move_one(units: &mut Vec<(Option<usize>, Unit)>) {
    let body: Vec<usize> = (0..units.len()).filter(|&at| units[at].1.kind != Kind::Note && units[at].0.is_some()).collect();
    let long = |at: &&usize| units[**at].1.text.split(' ').count() > 8;
    if let (Some(&from), Some(&to)) = (body[..body.len() / 3].iter().find(long), body.get(body.len() * 3 / 4)) {
        let unit = units.remove(from);
        units.insert(to - 1, unit);
    }
}

/// A new footnote at the end of the first paragraph.
fn add_note(units: &mut Vec<(Option<usize>, Unit)>) {
    let note = units.len();
    let Some((_, unit)) = units.iter_mut().find(|(_, unit)| unit.kind != Kind::Note && unit.text.len() > 20) else { return };
    let model = unit.clone();
    // Indices of the new units are those of the list until they are numbered; a note that came in is behind all others.
    unit.footnotes.push(Footnote {
        mark: "99".to_owned(),
        printed: "99".to_owned(),
        at: unit.text.chars().count(),
        note: Some(usize::MAX),
    });
    let fresh = Unit {
        kind: Kind::Note,
        id: "N99".to_owned(),
        label: Some("99".to_owned()),
        number: Some("99".to_owned()),
        text: "An added note.".to_owned(),
        footnotes: vec![],
        parent: None,
        ..model
    };
    units.insert(note, (Some(usize::MAX), fresh));
}

/// A document of `units`, each with the index that it had, without notes that nothing calls any more.
fn renumbered(old: &Document, mut units: Vec<(Option<usize>, Unit)>) -> Document {
    let calls: Vec<usize> =
        units.iter().flat_map(|(_, unit)| unit.footnotes.iter().filter_map(|footnote| footnote.note)).collect();
    let was_called = |note: usize| old.units.iter().any(|unit| unit.footnotes.iter().any(|footnote| footnote.note == Some(note)));
    units.retain(|(was, unit)| unit.kind != Kind::Note || was.is_none_or(|was| calls.contains(&was) || !was_called(was)));
    let places: Vec<Option<usize>> = units.iter().map(|(was, _)| *was).collect();
    let now = |was: usize| places.iter().position(|place| *place == Some(was));
    let renumber = |(at, (_, unit)): (usize, (Option<usize>, Unit))| {
        let footnotes =
            unit.footnotes.iter().cloned().map(|footnote| Footnote { note: footnote.note.and_then(now), ..footnote }).collect();
        Unit { index: at, parent: unit.parent.and_then(now), footnotes, ..unit }
    };
    let units = units.into_iter().enumerate().map(renumber).collect();
    Document { units, package: None, label: format!("{} edited", old.label), ..old.clone() }
}
