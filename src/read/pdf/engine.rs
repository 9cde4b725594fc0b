//! What a PDF draws, as the reader needs it: pieces of text with their place on a page.
//!
//! ```text
//! BT /F1 11 Tf 72 700 Td [(la coo) -20 (pération)] TJ ET   →   "la coo" at (72, 700), "pération" at (106, 700), 11 points
//! ```
//!
//! With `annotations`, `paint` and `tally`, this is the only file that knows the crate that reads PDF (pdfboss, pure Rust): all else sees [`Engine`]. Another crate takes its
//! place by implementing that trait.
//!
//! Its habits are met here, before a file reaches it. It trusts the number of objects that an object stream says it holds (`/N`) and makes
//! room for so many at once; it caps what *one* stream may unpack to, not what all of them may; and it does not count what it does.
//! So object streams are looked at first, and all that it takes from the file goes through a meter ([`Metered`]), which adds up what
//! [`tally`](super::tally) says of each thing.

use std::cell::{Cell, RefCell};

use pdfboss_core::parser::{NoResolve, Parser};
use pdfboss_core::xref::{XrefEntry, load_xref};
use pdfboss_core::{Document, Immediate, ObjRef, Object, ObjectSource, OcState, Result as Read, Stream, block_on};
use pdfboss_text::{FontCache, ReadingOrder, TextSpan, extract_spans_and_rulings_reporting_cached_with, placed_images};

use super::super::Limits;
pub(super) use super::annotations::Markup;
use super::annotations::{Annotations, annotations};
use super::paint;
use super::tally::{self, Tally};
use super::view::{View, float, is_straight, turn};

/// A piece of text as it was drawn by one operator, in a page whose text stands upright: `x` to the right, `y` upwards, in points.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) x: f32,
    /// Where the next glyph would stand.
    pub(super) end: f32,
    /// The baseline.
    pub(super) y: f32,
    /// The size of the font as drawn.
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) place: Place,
    /// Red, green and blue from 0 to 1; None for a pattern.
    pub(super) color: Option<[f32; 3]>,
    pub(super) drawn: Drawn,
}

/// What is drawn on the letters of a piece.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Drawn {
    pub(super) struck: bool,
    pub(super) lines_under: usize,
}

/// What the file says of a piece beyond its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Text of the page.
    Text,
    /// Text that is not painted, as recognised characters under a scanned picture are.
    Unpainted,
    /// Marked by the producer as no part of the text: running heads, page numbers.
    Artifact,
    /// It runs in another direction than the page's text, or behind it.
    Turned,
    /// It is drawn where nobody sees it.
    Hidden,
    /// Struck out, or inserted, in a redline that is read as if it were not there.
    Revised,
}

/// A horizontal line that a page draws.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stroke {
    pub(super) x: f32,
    pub(super) end: f32,
    pub(super) y: f32,
}

/// What one page draws.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) pieces: Vec<Piece>,
    pub(super) strokes: Vec<Stroke>,
    /// Words that annotations mark: left, lower, right and upper edge.
    pub(super) markups: Vec<(Markup, [f32; 4])>,
    /// Who says what in a comment.
    pub(super) comments: Vec<(String, String)>,
    /// How many pieces are what stands in the fields of a form.
    pub(super) fields: usize,
    /// Parts of the page could not be read.
    pub(super) damaged: bool,
}

/// Why a file or a page could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Trouble {
    /// It needs a password, or another one than was given.
    Password,
    /// It holds no pages that can be found.
    Damaged,
    /// It unfolds beyond a limit: which, and how much it is.
    Limit(&'static str, u64),
}

/// A crate that reads PDF.
pub(super) trait Engine {
    /// How many pages there are.
    fn pages(&self) -> usize;

    /// What a page draws; `index` is below [`Engine::pages`].
    ///
    /// # Errors
    /// `Limit` when the file unfolds beyond its limits; damage is said in the page.
    fn page(&self, index: usize) -> Result<Page, Trouble>;

    /// Whether the file's index was damaged and its parts were found by searching.
    fn is_rebuilt(&self) -> bool;

    /// Whether a page draws a picture.
    fn has_picture(&self, index: usize) -> bool;

    /// What the file has beside its pages.
    fn beside(&self) -> Beside;
}

/// What a file has beside its pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Beside {
    /// Files are attached.
    pub(super) has_files: bool,
    /// It is a form whose pages a program makes when it is opened (XFA).
    pub(super) is_made_when_opened: bool,
}

/// The file in `bytes`, opened with `password` ("" for none).
///
/// # Errors
/// `Password`, `Damaged`, `Limit`.
pub(super) fn open(bytes: &[u8], password: &str, limits: &Limits) -> Result<Box<dyn Engine>, Trouble> {
    check_objects(bytes, limits)?;
    let document = Document::load_with_password(bytes.to_vec(), password).map_err(|error| match error {
        pdfboss_core::Error::Encrypted => Trouble::Password,
        _ => Trouble::Damaged,
    })?;
    let unpacked = unpack_object_streams(&document, limits)?;
    let work = tally::pages(&document, limits.work);
    if work > limits.work {
        return Err(Trouble::Limit("work", work));
    }
    let opened = Opened {
        visible: document.oc_state(),
        fonts: FontCache::default(),
        limits: *limits,
        spent: Spent { unpacked: Cell::new(unpacked), work: Cell::new(work), ..Spent::default() },
        document,
    };
    match opened.document.flattened_page_count() {
        0 => Err(Trouble::Damaged),
        pages if pages > limits.pages => Err(Trouble::Limit("pages", pages as u64)),
        _ => Ok(Box::new(opened)),
    }
}

/// Refuses files of too many objects, and object streams that claim to hold more than the whole file may.
fn check_objects(bytes: &[u8], limits: &Limits) -> Result<(), Trouble> {
    let largest = tally::largest_object(bytes);
    if largest > limits.objects {
        return Err(Trouble::Limit("objects", largest as u64));
    }
    let xref = load_xref(bytes).map_err(|_| Trouble::Damaged)?;
    if xref.len() > limits.objects {
        return Err(Trouble::Limit("objects", xref.len() as u64));
    }
    for stream in object_streams(&xref) {
        let Some(XrefEntry::InFile { offset, .. }) = xref.get(stream) else { continue };
        let Ok(offset) = usize::try_from(offset) else { continue };
        if offset >= bytes.len() {
            continue;
        }
        let Ok((_, Object::Stream(stream))) = Parser::at(bytes, offset).parse_indirect(&NoResolve) else { continue };
        // The count must stand in the stream itself: one that is looked up elsewhere could be anything.
        let count = stream.dict.get("N").map_or(Some(0), Object::as_int).unwrap_or(i64::MAX);
        if usize::try_from(count).is_ok_and(|count| count > limits.objects) {
            return Err(Trouble::Limit("objects", count.unsigned_abs()));
        }
    }
    Ok(())
}

fn object_streams(xref: &pdfboss_core::xref::Xref) -> Vec<u32> {
    let mut streams: Vec<u32> = xref
        .iter()
        .filter_map(|(_, entry)| match entry {
            XrefEntry::InStream { stream_num, .. } => Some(stream_num),
            _ => None,
        })
        .collect();
    streams.sort_unstable();
    streams.dedup();
    streams
}

/// What the object streams unpack to; the crate keeps all of them in memory.
fn unpack_object_streams(document: &Document, limits: &Limits) -> Result<u64, Trouble> {
    let mut unpacked = 0;
    for num in object_streams(document.xref()) {
        let Ok(Object::Stream(stream)) = document.get(ObjRef { num, r#gen: 0 }) else { continue };
        let data = match document.stream_data(&stream) {
            Err(error) if is_beyond_the_cap(&error) => return Err(Trouble::Limit("unpacked", limits.unpacked)),
            data => data.unwrap_or_default(),
        };
        unpacked += data.len() as u64;
        if unpacked > limits.unpacked {
            return Err(Trouble::Limit("unpacked", unpacked));
        }
        let largest = tally::largest_object(&data);
        if largest > limits.objects {
            return Err(Trouble::Limit("objects", largest as u64));
        }
    }
    Ok(unpacked)
}

/// The crate's own cap on one stream.
fn is_beyond_the_cap(error: &pdfboss_core::Error) -> bool {
    matches!(error, pdfboss_core::Error::Decode(message) if message.contains("exceeds"))
}

struct Opened {
    document: Document,
    visible: Option<OcState>,
    fonts: FontCache,
    limits: Limits,
    spent: Spent,
}

/// What was taken from the file so far.
#[derive(Default)]
struct Spent {
    /// Bytes unpacked.
    unpacked: Cell<u64>,
    /// Bytes in strings.
    bytes: Cell<u64>,
    /// Bytes of text.
    text: Cell<u64>,
    /// Steps of work.
    work: Cell<u64>,
    /// Steps that each character takes, by the worst map so far.
    character: Cell<u64>,
}

impl Engine for Opened {
    fn pages(&self) -> usize {
        self.document.flattened_page_count()
    }

    fn page(&self, index: usize) -> Result<Page, Trouble> {
        let Ok(page) = self.document.page(index) else { return Ok(Page { damaged: true, ..Page::default() }) };
        let meter = Metered { opened: self, page: Cell::default(), trouble: RefCell::new(None) };
        let _ = meter.work(tally::copying_dict(&page.resources));
        let read = block_on(extract_spans_and_rulings_reporting_cached_with(
            Immediate(&meter),
            &page,
            &self.fonts,
            self.visible.as_ref(),
            None,
            ReadingOrder::Content,
        ));
        if let Some(trouble) = meter.trouble.take() {
            return Err(trouble);
        }
        let Ok((spans, rulings, report)) = read else { return Ok(Page { damaged: true, ..Page::default() }) };
        let text = self.spent.text.get() + spans.iter().map(|span| span.text.len() as u64).sum::<u64>();
        self.spent.text.set(text);
        if text > self.limits.text {
            return Err(Trouble::Limit("text", text));
        }
        let laid_over = annotations(page.dict(), |object| meter.resolve(object).ok());
        // Strings are held against annotations, and against the shapes that are painted.
        let shapes = meter.page.get().shapes;
        let _ = meter.work(spans.len() as u64 * (laid_over.markups.len() as u64 + shapes) / 4);
        if let Some(trouble) = meter.trouble.take() {
            return Err(trouble);
        }
        let unseen = paint::unseen(&self.document, &page, &spans, shapes > 0);
        let view = View::of(&spans, page.media_box);
        let strokes = rulings.iter().map(|ruling| {
            let (a, b) = (view.upright(ruling.start.x, ruling.start.y), view.upright(ruling.end.x, ruling.end.y));
            (Stroke { x: a.0.min(b.0), end: a.0.max(b.0), y: a.1 }, (a.1 - b.1).abs())
        });
        let Annotations { markups, fields, comments } = laid_over;
        let mut pieces: Vec<Piece> = spans.into_iter().zip(unseen).map(|(span, unseen)| piece(span, view, unseen)).collect();
        let printed = pieces.len();
        pieces.extend(fields.into_iter().flat_map(|(value, place)| field(&value, view.upright_box(place))));
        Ok(Page {
            strokes: strokes.filter(|(_, rise)| *rise < 0.5).map(|(stroke, _)| stroke).collect(),
            markups: markups.into_iter().map(|(markup, place)| (markup, view.upright_box(place))).collect(),
            comments,
            fields: pieces.len() - printed,
            pieces,
            damaged: !report.is_complete(),
        })
    }

    fn is_rebuilt(&self) -> bool {
        self.document.xref().newest_section().is_none()
    }

    fn has_picture(&self, index: usize) -> bool {
        let page = self.document.page(index);
        page.and_then(|page| placed_images(&self.document, &page)).is_ok_and(|images| !images.is_empty())
    }

    fn beside(&self) -> Beside {
        let resolved = |dict: &Object, key: &str| self.document.resolve(dict.as_dict()?.get(key)?).ok();
        let root = self.document.xref().trailer.get("Root").and_then(|root| self.document.resolve(root).ok());
        let has = |path: [&str; 2]| root.as_ref().and_then(|root| resolved(&resolved(root, path[0])?, path[1])).is_some();
        Beside { has_files: has(["Names", "EmbeddedFiles"]), is_made_when_opened: has(["AcroForm", "XFA"]) }
    }
}

/// The lines of what stands in a field.
fn field(value: &str, [left, lower, right, upper]: [f32; 4]) -> Vec<Piece> {
    const LARGEST: f32 = 11.0;
    let lines: Vec<&str> = value.lines().filter(|line| !line.trim().is_empty()).collect();
    let height = (upper - lower) / float(lines.len().max(1));
    let size = (0.7 * height).clamp(1.0, LARGEST);
    let baseline = |at: usize| upper - (float(at) + 0.5) * height - 0.35 * size;
    let piece = |(at, line): (usize, &&str)| Piece {
        text: (*line).to_owned(),
        x: left,
        end: right.min(left + float(line.chars().count()) * size / 2.0),
        y: baseline(at),
        size,
        bold: false,
        italic: false,
        place: Place::Text,
        color: Some([0.0; 3]),
        drawn: Drawn::default(),
    };
    lines.iter().enumerate().map(piece).collect()
}

fn piece(span: TextSpan, view: View, unseen: bool) -> Piece {
    let place = if turn(&span) != view.turn || span.vertical || !is_straight(&span) {
        Place::Turned
    } else if unseen {
        Place::Hidden
    } else if span.artifact.is_some() {
        Place::Artifact
    } else if span.invisible {
        Place::Unpainted
    } else {
        Place::Text
    };
    let (x, y) = view.upright(span.x, span.y);
    let (end, _) = view.upright(span.end_x, span.end_y);
    let end = if end.is_finite() { end } else { x };
    let color = span.color.map(|(r, g, b)| [r, g, b]);
    let TextSpan { text, size, bold, italic, .. } = span;
    Piece { text, x, end, y, size: size.abs(), bold, italic, place, color, drawn: Drawn::default() }
}

/// The document behind a meter: stops when what the crate took from it goes beyond the limits.
struct Metered<'a> {
    opened: &'a Opened,
    /// What the streams of the page hold.
    page: Cell<Tally>,
    trouble: RefCell<Option<Trouble>>,
}

impl Metered<'_> {
    /// What was stopped stays so.
    fn go_on(&self) -> Read<()> {
        if self.trouble.borrow().is_some() { self.stop("work", 0) } else { Ok(()) }
    }

    fn stop(&self, what: &'static str, size: u64) -> Read<()> {
        self.trouble.borrow_mut().get_or_insert(Trouble::Limit(what, size));
        Err(pdfboss_core::Error::Other(format!("beyond the limit on {what}")))
    }

    /// Adds `more` to what was spent; stops beyond `most`.
    fn spend(&self, what: &'static str, spent: &Cell<u64>, more: u64, most: u64) -> Read<()> {
        spent.set(spent.get().saturating_add(more));
        if spent.get() > most { self.stop(what, spent.get()) } else { Ok(()) }
    }

    fn work(&self, steps: u64) -> Read<()> {
        self.spend("work", &self.opened.spent.work, steps, self.opened.limits.work)
    }

    /// Pays for `object`, which the crate has a copy of now.
    fn copied(&self, object: Object) -> Read<Object> {
        let resolve = |object: &Object| self.opened.document.resolve(object).ok();
        self.work(tally::copying(&object) + tally::widths(&object, resolve))?;
        Ok(object)
    }

    /// Pays for what a stream of the page holds.
    fn held(&self, data: &[u8]) -> Read<()> {
        let Opened { spent, limits, .. } = self.opened;
        let (own, before) = (Tally::of(data), self.page.get());
        let page = Tally {
            strings: before.strings + own.strings,
            bytes: before.bytes + own.bytes,
            lines: before.lines + own.lines,
            saves: before.saves + own.saves,
            shapes: before.shapes + own.shapes,
            ..own
        };
        self.page.set(page);
        // A string takes the time and memory of two objects: half a million on a page take some two seconds.
        let most = usize::try_from(page.strings.saturating_mul(2).max(page.saves)).unwrap_or(usize::MAX);
        if most > limits.objects {
            return self.stop("objects", most as u64);
        }
        self.spend("text", &spent.bytes, own.bytes, limits.text.saturating_mul(4))?;
        // Lines are held against strings, and each character against the ranges of its map.
        let crossed = |tally: &Tally| tally.strings * tally.lines / 4;
        let character = spent.character.get().max((own.ranges + own.longest) / 4);
        let dearer = character - spent.character.replace(character);
        self.work(own.steps + crossed(&page) - crossed(&before) + own.bytes * character + before.bytes * dearer)
    }
}

impl ObjectSource for Metered<'_> {
    fn get(&self, r: ObjRef) -> Read<Object> {
        self.go_on()?;
        self.copied(self.opened.document.get(r)?)
    }

    fn resolve(&self, object: &Object) -> Read<Object> {
        self.go_on()?;
        self.copied(self.opened.document.resolve(object)?)
    }

    fn stream_data(&self, stream: &Stream) -> Read<Vec<u8>> {
        // Packed small, unpacked large: a bomb, whatever it holds.
        const SMALL: u64 = 1 << 20;
        let Opened { spent, limits, document, .. } = self.opened;
        self.go_on()?;
        let data = match document.stream_data(stream) {
            Err(error) if is_beyond_the_cap(&error) => {
                self.stop("unpacked", limits.unpacked)?;
                vec![]
            }
            read => read?,
        };
        let (packed, unpacked) = (stream.data.len() as u64, data.len() as u64);
        if unpacked > SMALL && unpacked / packed.max(1) > limits.ratio {
            self.stop("ratio", unpacked / packed.max(1))?;
        }
        self.spend("unpacked", &spent.unpacked, unpacked, limits.unpacked)?;
        self.held(&data)?;
        Ok(data)
    }
}
