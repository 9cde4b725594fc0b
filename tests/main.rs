//! All integration tests as one program: each further program would be linked again, which is what `cargo test` waits for.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![allow(clippy::format_collect, reason = "texts of tests may take their time")]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a test that is skipped says so")]

mod alignment;
mod alignment_generator;
mod any_text;
mod arrivals;
mod batch;
mod browser;
mod cli;
mod cli_project;
mod cli_writing;
mod compare;
mod compile;
mod concord;
mod digest;
mod facts;
mod folder;
mod furniture;
mod generator;
mod golden;
mod guide;
mod hostile_word;
mod html;
mod isolation;
mod layers;
mod left_out;
mod limits;
mod marks;
mod nothing_lost;
mod odt;
mod open;
mod outlines;
mod outputs;
mod overlay;
mod pack;
mod parted;
mod pdf;
mod printing;
mod promises;
mod reading;
mod render;
mod rolling;
mod series;
mod since;
mod structure;
mod surface;
mod told;
mod trace;
mod tricky;
mod unseen;
mod word;
mod word_out;
