//! A second look at what is left over.
mod features;
#[cfg(test)]
mod training;

use super::frame::Frame;
use super::matching::Matching;
use super::splits::Group;
use super::terms::Terms;
pub(super) use features::Row;
use features::Scene;

pub(super) fn rows(terms: &Terms, frame: &dyn Frame, found: &Matching, groups: &[Group], work: &mut u64) -> Vec<Row> {
    let scene = Scene::of(terms, frame, found, groups);
    found.candidates.iter().filter_map(|c| scene.row(c, work)).collect()
}
