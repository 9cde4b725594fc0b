//! The paper that a page is printed on.

use clap::ValueEnum;

use crate::render::on_letter_paper;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum PaperArg {
    /// A4.
    A4,
    /// US Letter.
    Letter,
}

impl PaperArg {
    /// `page`, a web page of rature, to be printed on this paper.
    pub(super) fn on(self, page: String) -> String {
        if self == Self::Letter { on_letter_paper(&page) } else { page }
    }
}
