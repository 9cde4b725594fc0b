//! What holds of proposals on a draft, whatever is in them.

use std::collections::BTreeSet;

use rature::compare::EditWeight;
use rature::overlay::{At, Overlay, OverlayOptions, Place, Stand, What, overlay, taken};
use rature::structure::Document;

fn exactly() -> OverlayOptions {
    let mut options = OverlayOptions::default();
    options.editorial = true;
    options
}

fn texts(document: &Document) -> Vec<String> {
    document.units.iter().map(|unit| unit.text.clone()).collect()
}

/// Nobody's changes give the draft, and those of one proposal alone give its text, to the character.
pub fn every_text_comes_back(base: &Document, proposals: &[Document]) -> Overlay {
    let laid = overlay(base, proposals, &exactly());
    assert_eq!(taken(base, &laid.places, None), texts(base), "nobody on {}", base.label);
    for (by, proposal) in proposals.iter().enumerate() {
        assert_eq!(taken(base, &laid.places, Some(by)), texts(proposal), "{} on {}", proposal.label, base.label);
    }
    every_change_stands_once(base, &laid);
    laid
}

/// Places of words tile what changed: none overlap, and each proposal has one alternative at most in each.
fn every_change_stands_once(base: &Document, laid: &Overlay) {
    let mut ids = BTreeSet::new();
    let mut end = (None, 0);
    for place in &laid.places {
        assert!(ids.insert(&place.id), "{} stands twice in {}", place.id, base.label);
        let hands: Vec<usize> = place.alternatives.iter().flat_map(|alternative| alternative.by.clone()).collect();
        assert_eq!(hands.iter().collect::<BTreeSet<_>>().len(), hands.len(), "{place:?}");
        let stand = match (hands.len(), place.alternatives.len()) {
            (1, _) => [Stand::Single; 2],
            (_, 1) => [Stand::Agreement; 2],
            _ => [Stand::Conflict, Stand::SamePlace],
        };
        assert!(stand.contains(&place.stand), "{place:?}");
        if place.at == At::Words {
            assert!((place.unit, place.start.unwrap()) >= end || place.unit != end.0, "{place:?} of {}", base.label);
            end = (place.unit, place.end.unwrap());
        }
    }
}

/// What a place says, without the order of names and the names that hang on it.
fn said(place: &Place, names: &[usize]) -> String {
    let mut alternatives: Vec<String> = place
        .alternatives
        .iter()
        .map(|alternative| {
            let by: BTreeSet<usize> = alternative.by.iter().map(|&by| names[by]).collect();
            let from = alternative.other.as_ref().filter(|_| place.at == At::After);
            format!("{:?} {:?} {by:?} {from:?}", alternative.what, alternative.text)
        })
        .collect();
    alternatives.sort();
    format!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {alternatives:?}",
        place.unit, place.at, place.start, place.end, place.stand, place.weight
    )
}

/// The order of the proposals changes nothing but the order of names.
pub fn the_order_is_indifferent(base: &Document, proposals: &[Document]) {
    let all = |laid: &Overlay, names: &[usize]| {
        let mut all: Vec<String> = laid.places.iter().map(|place| said(place, names)).collect();
        all.sort();
        all
    };
    let straight: Vec<usize> = (0..proposals.len()).collect();
    let back: Vec<usize> = straight.iter().rev().copied().collect();
    let reversed: Vec<Document> = proposals.iter().rev().cloned().collect();
    for options in [exactly(), OverlayOptions::default()] {
        let (one, other) = (all(&overlay(base, proposals, &options), &straight), all(&overlay(base, &reversed, &options), &back));
        let differs = one.iter().zip(&other).find(|(one, other)| one != other);
        assert!(differs.is_none() && one.len() == other.len(), "{}: {differs:?}", base.label);
    }
}

/// A proposal that is given twice is all agreement, and the draft itself proposes nothing.
pub fn twins_agree(base: &Document, proposal: &Document) {
    assert_eq!(overlay(base, std::slice::from_ref(base), &exactly()).places, []);
    let laid = overlay(base, &[proposal.clone(), proposal.clone()], &exactly());
    assert!(laid.places.iter().all(|place| place.stand == Stand::Agreement), "{:?}", laid.places);
    let alone = overlay(base, std::slice::from_ref(proposal), &exactly());
    assert_eq!(alone.places.len(), laid.places.len());
}

/// Without typography, what is left differs from the text in typography alone.
pub fn only_typography_is_left_out(base: &Document, proposals: &[Document]) {
    let laid = overlay(base, proposals, &OverlayOptions::default());
    assert!(laid.places.iter().all(|place| place.weight == EditWeight::Substantive));
    let letters = |texts: Vec<String>| texts.concat().chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    for (by, proposal) in proposals.iter().enumerate() {
        assert_eq!(letters(taken(base, &laid.places, Some(by))), letters(texts(proposal)), "{}", proposal.label);
    }
}

/// How many places there are, and how many are agreed by several.
pub fn counts(laid: &Overlay) -> [usize; 2] {
    let worded = laid.places.iter().filter(|place| place.alternatives.iter().any(|a| a.what != What::Reword));
    [worded.count(), laid.places.iter().filter(|place| place.stand == Stand::Agreement).count()]
}
