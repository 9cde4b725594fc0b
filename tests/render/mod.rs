//! What the report and the renderers make of redlines written by hand.

mod hostile;
mod page;
mod rows;
pub(crate) mod sample;
mod schema;
mod years;
