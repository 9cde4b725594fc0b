//! What the report and the renderers make of redlines written by hand.

// A test that cannot go on fails.
#![allow(clippy::unwrap_used)]

mod hostile;
mod page;
#[path = "../promises/mod.rs"]
mod promises;
mod rows;
mod sample;
mod schema;
mod years;
