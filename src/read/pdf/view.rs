//! How a page is looked at so that most of its text stands upright.
//!
//! ```text
//! /Rotate 90, or text that was drawn from the lower edge up     →     x to the right, y upwards, as for any other page
//! ```

use pdfboss_core::Rect;
use pdfboss_text::TextSpan;

/// How a page is looked at so that its text stands upright.
#[derive(Debug, Clone, Copy)]
pub(super) struct View {
    pub(super) turn: i32,
    /// The right and the upper edge of the page as drawn.
    right: f32,
    top: f32,
}

impl View {
    /// How a page is looked at that draws `spans` in `area`.
    pub(super) fn of(spans: &[TextSpan], area: Rect) -> Self {
        Self { turn: most_common_turn(spans), right: area.x1, top: area.y1 }
    }

    pub(super) fn upright(self, x: f32, y: f32) -> (f32, f32) {
        match self.turn {
            90 => (y, self.right - x),
            180 => (self.right - x, self.top - y),
            270 => (self.top - y, x),
            _ => (x, y),
        }
    }

    pub(super) fn upright_box(self, [left, lower, right, upper]: [f32; 4]) -> [f32; 4] {
        let (a, b) = (self.upright(left, lower), self.upright(right, upper));
        [a.0.min(b.0), a.1.min(b.1), a.0.max(b.0), a.1.max(b.1)]
    }
}

/// The direction of most of a page's characters: the turn of the page under which they stand upright.
fn most_common_turn(spans: &[TextSpan]) -> i32 {
    let mut counts = [(0, 0_usize), (90, 0), (180, 0), (270, 0)];
    for span in spans {
        for (upright, count) in &mut counts {
            *count += if *upright == turn(span) { span.text.len() } else { 0 };
        }
    }
    counts.into_iter().rev().max_by_key(|&(_, count)| count).map_or(0, |(turn, _)| turn)
}

/// The turn of the page under which a string stands upright. A size below zero turns it round.
pub(super) fn turn(span: &TextSpan) -> i32 {
    if span.size < 0.0 { (span.rotate + 180) % 360 } else { span.rotate }
}

/// Whether a string runs along one of the edges of its page.
pub(super) fn is_straight(span: &TextSpan) -> bool {
    const OFF: f32 = 0.05;
    let (dx, dy) = ((span.end_x - span.x).abs(), (span.end_y - span.y).abs());
    dx.min(dy) <= OFF * dx.max(dy)
}

/// A count, for shares of a width.
pub(super) fn float(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}
