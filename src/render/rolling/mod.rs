//! The compilation as a rolling text: the draft with everything that is proposed, in brackets that say by whom.
//!
//! ```text
//! 1. Urges ports to work [Del. Japan: closely] with the keepers [Add Kenya: and each other];
//! 2. Appoints a panel of [12 / EU: 15 / Kenya: ten] keepers;
//! [OP2 bis, Kenya, Brazil: Stresses that it shall cost nothing;]
//! [PP2 alt, Japan: Mindful of the costs,]
//! [Del. Japan: 3. Asks for a list of the lamps;]
//! ```
//!
//! There are these forms and no others, so that a program can read each delegation's text back out of it (`read`), and every paragraph is
//! read back before it is written: what does not come out to the character is written as whole paragraphs beside each other. One space
//! goes out of a bracket; when the bracket goes, one of two spaces does, and one before a sign that closes. Where the brackets of the
//! text itself do not pair, ours are ⟦ ⟧.

mod field;
mod forms;
mod hands;
mod instruct;
mod read;
mod texts;
mod write;

pub use read::taken_of_rolling;
pub use texts::{RollingTexts, rolling_texts};
pub use write::{Convention, compilation_rolling};
