//! What the report and the renderers make of redlines written by hand.

// A test that cannot go on fails.
#![allow(clippy::unwrap_used)]

mod hostile;
mod page;
mod rows;
mod sample;
mod schema;
mod years;
