//! What a reader of the page does not see: text outside the page, white on white, and under a box that was painted over it.
//!
//! ```text
//! 1 g BT (never shown) Tj ET              white, and nothing dark is painted there
//! BT (withdrawn) Tj ET 1 g 70 690 99 12 re f     covered
//! ```
//!
//! The crate says the colour of a string but not what is painted before and after it, so the page's own content is read once more, for
//! its filled shapes, where it has any. What is painted by forms, patterns and pictures is not known: white text near them is taken for seen. A white or
//! black rectangle covers what was drawn before it, unless text is drawn on it later, as on the cells of a table. `O(strings × shapes)`
//! of one page, with at most [`MOST`] shapes.

use pdfboss_core::content::{ContentOps, Op};
use pdfboss_core::{Document, Matrix, Object, Page, Point, Rect};
use pdfboss_text::{TextSpan, placed_images};

/// Pages that paint more shapes are drawings.
const MOST: usize = 4_000;
/// Smaller shapes, in square points, cover nothing.
const SMALLEST: f32 = 20.0;
/// Lighter than this, a colour is white; darker than the other, black.
const WHITE: f32 = 0.97;
const BLACK: f32 = 0.1;

/// For each of `spans`, whether it is drawn but not seen; `has_shapes` says that the page fills some after text.
pub(super) fn unseen(document: &Document, page: &Page, spans: &[TextSpan], has_shapes: bool) -> Vec<bool> {
    let area = page.crop_box.intersect(page.media_box).unwrap_or(page.media_box);
    let is_outside = |span: &TextSpan| {
        let Rect { x0, y0, x1, y1 } = span.bbox;
        span.rotate == 0 && (x1 < area.x0 || x0 > area.x1 || span.y > area.y1 || span.y < area.y0 || y1 < y0)
    };
    let mut unseen: Vec<bool> = spans.iter().map(is_outside).collect();
    let is_white = |span: &TextSpan| span.color.is_some_and(|(r, g, b)| r.min(g).min(b) > WHITE) && !span.highlight;
    let has_white = spans.iter().any(is_white);
    if !has_white && !has_shapes {
        return unseen;
    }
    let Some(painted) = Painted::read(document, page) else { return unseen };
    let covers = painted.covers();
    let pictures = if has_white && painted.objects > 0 { placed_images(document, page).unwrap_or_default() } else { vec![] };
    for (span, unseen) in spans.iter().zip(&mut unseen) {
        let middle = Point { x: f32::midpoint(span.x, span.end_x), y: span.y + span.size / 4.0 };
        let is_lost = || {
            let is_under = |shape: &Shape| shape.rect.contains(middle) && !shape.is_white();
            let on_picture = pictures.iter().any(|picture| picture.bbox.contains(middle)) || painted.objects > pictures.len();
            !on_picture && !painted.has_patterns && !painted.has_inks && !painted.shapes.iter().any(is_under)
        };
        *unseen |= is_white(span) && is_lost() || !span.invisible && painted.is_covered(span, &covers);
    }
    unseen
}

/// A shape that the page fills.
struct Shape {
    rect: Rect,
    /// None for a pattern.
    color: Option<[f32; 3]>,
    is_box: bool,
    /// How many strings are drawn before it.
    after: usize,
}

impl Shape {
    fn is_white(&self) -> bool {
        self.color.is_some_and(|color| color.into_iter().all(|part| part > WHITE))
    }

    fn is_black(&self) -> bool {
        self.color.is_some_and(|color| color.into_iter().all(|part| part < BLACK))
    }
}

/// What the content of a page paints beside its text.
#[derive(Default)]
struct Painted {
    shapes: Vec<Shape>,
    /// Where strings begin, in the order in which they are drawn; one that goes on after another has its place.
    strings: Vec<Point>,
    /// Forms and pictures.
    objects: usize,
    has_patterns: bool,
    /// It counts ink, not light: 1 may be black.
    has_inks: bool,
}

impl Painted {
    fn read(document: &Document, page: &Page) -> Option<Self> {
        let content = page.content(document).ok()?;
        let mut ops = ContentOps::new(&content);
        let mut painter = Painter::default();
        while let Ok(Some((op, _))) = ops.next_op() {
            if let Op::SetFillColorSpace(name) = &op {
                painter.is_ink = counts_ink(document, page, &name.0);
                painter.painted.has_inks |= painter.is_ink;
            }
            painter.take(&op);
            if painter.painted.shapes.len() > MOST {
                return None;
            }
        }
        Some(painter.painted)
    }

    /// The boxes that hide what was drawn before them.
    fn covers(&self) -> Vec<&Shape> {
        let hides = |shape: &&Shape| shape.is_box && shape.after > 0 && (shape.is_white() || shape.is_black());
        self.shapes.iter().filter(hides).collect()
    }

    fn is_covered(&self, span: &TextSpan, covers: &[&Shape]) -> bool {
        let is_over = |rect: Rect| {
            rect.x0 <= span.bbox.x0 + 0.5
                && rect.x1 >= span.bbox.x1 - 0.5
                && rect.y0 <= span.y
                && rect.y1 >= span.y + span.size / 2.0
        };
        covers.iter().filter(|shape| is_over(shape.rect)).any(|shape| {
            let is_on = |string: &Point| (shape.rect.y0..shape.rect.y1).contains(&string.y) && string.x < shape.rect.x1;
            !self.strings[shape.after..].iter().any(is_on)
        })
    }
}

/// Whether a colour space of `page` is one of inks, or of a table.
fn counts_ink(document: &Document, page: &Page, name: &str) -> bool {
    let resolved = |object: &Object| document.resolve(object).ok();
    let spaces = page.resources.get("ColorSpace").and_then(resolved);
    let space = spaces.as_ref().and_then(Object::as_dict).and_then(|spaces| resolved(spaces.get(name)?));
    let family = space.as_ref().and_then(Object::as_array).and_then(|parts| resolved(parts.first()?));
    let family = family.as_ref().and_then(Object::as_name).map(|family| family.0.as_str());
    matches!(family, Some("Separation" | "DeviceN" | "Indexed" | "Pattern"))
}

/// The state that the content changes.
#[derive(Clone)]
struct State {
    ctm: Matrix,
    color: Option<[f32; 3]>,
}

struct Painter {
    painted: Painted,
    state: State,
    kept: Vec<State>,
    /// Subpaths, and whether each is a rectangle.
    path: Vec<(Rect, usize, bool)>,
    text: Matrix,
    leading: f32,
    is_ink: bool,
}

impl Default for Painter {
    fn default() -> Self {
        let state = State { ctm: Matrix::identity(), color: Some([0.0; 3]) };
        Self {
            painted: Painted::default(),
            state,
            kept: vec![],
            path: vec![],
            text: Matrix::identity(),
            leading: 0.0,
            is_ink: false,
        }
    }
}

impl Painter {
    fn take(&mut self, op: &Op) {
        /// No page keeps more states.
        const DEEPEST: usize = 256;
        match op {
            Op::Save if self.kept.len() < DEEPEST => self.kept.push(self.state.clone()),
            Op::Restore => self.state = self.kept.pop().unwrap_or_else(|| self.state.clone()),
            Op::Concat(matrix) => self.state.ctm = matrix.concat(self.state.ctm),
            Op::SetFillColorSpace(_) => self.state.color = Some([0.0; 3]),
            Op::SetFillGray(gray) => self.state.color = Some([*gray; 3]),
            Op::SetFillRGB(r, g, b) => self.state.color = Some([*r, *g, *b]),
            Op::SetFillCMYK(c, m, y, k) => self.state.color = Some(rgb(&[*c, *m, *y, *k])),
            Op::SetFillColor(parts) => self.state.color = color(parts).filter(|_| !self.is_ink),
            Op::SetFillColorN(parts, pattern) => self.state.color = color(parts).filter(|_| pattern.is_none() && !self.is_ink),
            Op::XObject(_) | Op::InlineImage(_) => self.painted.objects += 1,
            Op::Shading(_) => self.painted.has_patterns = true,
            Op::Rect(x, y, width, height) => self.rectangle(*x, *y, *width, *height),
            Op::MoveTo(x, y) => self.path.push((at(*x, *y), 1, false)),
            Op::LineTo(x, y) | Op::CurveTo(.., x, y) | Op::CurveToV(.., x, y) | Op::CurveToY(.., x, y) => self.point(*x, *y),
            Op::Fill
            | Op::FillEvenOdd
            | Op::FillStroke
            | Op::FillStrokeEvenOdd
            | Op::CloseFillStroke
            | Op::CloseFillStrokeEvenOdd => {
                self.fill();
            }
            Op::Stroke | Op::CloseStroke | Op::EndPath => self.path.clear(),
            _ => self.text(op),
        }
    }

    fn text(&mut self, op: &Op) {
        let moved = |matrix: Matrix, x: f32, y: f32| Matrix::translate(x, y).concat(matrix);
        match op {
            Op::BeginText => self.text = Matrix::identity(),
            Op::SetTextMatrix(matrix) => self.text = *matrix,
            Op::SetLeading(leading) => self.leading = *leading,
            Op::TextMove(x, y) => self.text = moved(self.text, *x, *y),
            Op::TextMoveSetLeading(x, y) => (self.leading, self.text) = (-y, moved(self.text, *x, *y)),
            Op::TextNextLine => self.text = moved(self.text, 0.0, -self.leading),
            Op::NextLineShowText(_) | Op::NextLineShowTextSpaced(..) => {
                self.text = moved(self.text, 0.0, -self.leading);
                self.string();
            }
            Op::ShowText(_) | Op::ShowTextAdjusted(_) => self.string(),
            _ => {}
        }
    }

    fn string(&mut self) {
        let place = self.text.concat(self.state.ctm).apply(Point { x: 0.0, y: 0.0 });
        self.painted.strings.push(place);
    }

    fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32) {
        let rect = Rect { x0: x, y0: y, x1: x + width, y1: y + height };
        self.path.push((rect.normalize(), 4, true));
    }

    fn point(&mut self, x: f32, y: f32) {
        if let Some((rect, points, _)) = self.path.last_mut() {
            *rect = rect.union(at(x, y));
            *points += 1;
        }
    }

    fn fill(&mut self) {
        for (rect, points, is_rectangle) in self.path.drain(..) {
            let rect = rect.transform(self.state.ctm);
            self.painted.has_patterns |= self.state.color.is_none();
            if rect.width() * rect.height() >= SMALLEST {
                let is_box = is_rectangle || points == 4 || points == 5;
                let (color, after) = (self.state.color, self.painted.strings.len());
                self.painted.shapes.push(Shape { rect, color, is_box, after });
            }
        }
    }
}

fn at(x: f32, y: f32) -> Rect {
    Rect { x0: x, y0: y, x1: x, y1: y }
}

/// One, three or four parts of a colour, by their number.
fn color(parts: &[f32]) -> Option<[f32; 3]> {
    match parts {
        [gray] => Some([*gray; 3]),
        [r, g, b] => Some([*r, *g, *b]),
        [_, _, _, _] => Some(rgb(parts)),
        _ => None,
    }
}

fn rgb(parts: &[f32]) -> [f32; 3] {
    [0, 1, 2].map(|at| (1.0 - parts[at]) * (1.0 - parts[3]))
}
