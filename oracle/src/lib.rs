//! The words of a PDF as a second engine, hayro, draws them.
//!
//! ```text
//! glyphs "l" "a" " " "c" "o" "o" "-"   next line: "p" "é" "r" …      →      la coopér…
//! ```
//!
//! It is a witness for `rature::read`, which reads PDF with a young crate: what both say of a file is there. It knows no more of layout than a
//! witness needs: a word ends at a gap, a smaller one where a space is drawn, and where the next glyph stands on another line; a hyphen at the end of a
//! line joins.

use hayro_interpret::font::GlyphRun;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache, InterpreterSettings,
    SoftMask, interpret_page,
};
use kurbo::{Affine, BezPath, Point, Rect, Shape};
use unicode_normalization::UnicodeNormalization;

/// The letters and figures of the file in `bytes`, as words in the order in which they are drawn; None when it cannot be opened.
pub fn words(bytes: Vec<u8>) -> Option<Vec<String>> {
    let pdf = Pdf::new(bytes).ok()?;
    let cache = InterpreterCache::new();
    let mut words = Words::default();
    for page in pdf.pages().iter() {
        // Nothing is painted: where the page stands does not matter.
        let everywhere = Rect::new(0.0, 0.0, 1.0, 1.0);
        let mut context = Context::new(Affine::IDENTITY, everywhere, &cache, pdf.xref(), InterpreterSettings::default());
        interpret_page(page, &mut context, &mut words);
        words.last = None;
    }
    words.end();
    Some(words.done)
}

/// A glyph of which the engine cannot say what it draws, as a ligature by its name alone; its word is left out.
const UNKNOWN: char = '\u{fffd}';

#[derive(Default)]
struct Words {
    done: Vec<String>,
    open: String,
    /// Where the last glyph ended, how high it stood, and its size.
    last: Option<(f64, f64, f64)>,
    /// A space was drawn since.
    is_spaced: bool,
}

impl Words {
    fn end(&mut self) {
        let word: String = self.open.nfkc().filter(|c| c.is_alphanumeric()).collect();
        let is_known = !self.open.contains(UNKNOWN);
        self.open.clear();
        self.is_spaced = false;
        if is_known && !word.is_empty() {
            self.done.push(word);
        }
    }

    fn take(&mut self, text: &str, start: Point, end: f64, size: f64) {
        if text.trim().is_empty() {
            // Some are as narrow as the soft hyphen that they stand for: the gap that they leave decides.
            self.is_spaced = true;
            return;
        }
        if let Some((before, y, last_size)) = self.last {
            let size = size.max(last_size);
            let gap = if self.is_spaced { 0.1 } else { 0.2 };
            let is_other_line = (start.y - y).abs() > size * 0.7;
            let is_broken = is_other_line && self.open.ends_with(['-', '\u{2010}', '\u{ad}']);
            if !is_broken && (is_other_line || (start.x - before).abs() > gap * size) {
                self.end();
            }
        }
        self.open.push_str(text);
        self.is_spaced = false;
        self.last = Some((end, start.y, size));
    }
}

impl Device<'_> for Words {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        use hayro_interpret::font::Glyph;
        for glyph in run.glyphs() {
            let text = match glyph.as_unicode() {
                Some(BfString::Char(c)) => c.to_string(),
                Some(BfString::String(text)) => text,
                None => UNKNOWN.to_string(),
            };
            let place = props.transform * glyph.transform();
            let start = place * Point::ZERO;
            // Glyphs have a thousand units a side.
            let size = (place * Point::new(0.0, 1000.0) - start).hypot();
            let end = match &**glyph {
                Glyph::Outline(outline) if !text.trim().is_empty() => {
                    (place * Point::new(outline.outline().bounding_box().x1, 0.0)).x
                }
                _ => start.x,
            };
            self.take(&text, start, end, size);
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {}
}
