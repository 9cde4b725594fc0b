//! Rolling texts as the field writes them: which brackets and marks are proposals, and whose.
//!
//! ```text
//! PP1. Mindful of its lamps, [Peru: add "in every port"] [Norway, supported by Peru: delete]
//! PP2. Seeing with [concern] [deep concern (Peru)] that oil is dear,         brackets side by side: alternatives
//! PP2 alt. Taking note that oil is dear, (Japan)                             in place of PP2
//! OP1. Urges States to [ensure / Japan: promote] access;
//! OP3 bis. [Invites the Fund to contribute; (Chad, Peru)]                    a new paragraph
//! ```
//!
//! A bracket is a proposal only if a known name stands in one of these places. All else stays text; where a known name stands in it, it is listed
//! as not understood. `O(n)` for each delegation.

use super::forms::{OR, close_up};
use super::hands::Hands;
use super::instruct::Wish;
use crate::language::Language;
use crate::structure::names_alternative;
use crate::text::fold;
use crate::text::label::label;

/// A paragraph of a rolling text, read.
#[derive(Debug)]
pub(super) struct FieldParagraph {
    /// Its label as printed, with what may stand before it.
    pub(super) label: String,
    /// Its words in the draft, and what some would have there.
    pub(super) segments: Vec<Segment>,
    /// What is asked for in words.
    pub(super) asks: Vec<Ask>,
    /// Who brings it, if the draft does not have it.
    pub(super) coming: Option<Coming>,
    /// Brackets with a name in them that are not understood.
    pub(super) strange: Vec<String>,
}

/// Words of the draft, or a place.
#[derive(Debug)]
pub(super) enum Segment {
    Words(String),
    /// The words of the draft, and those that each wants instead.
    Choice(String, Vec<(Vec<String>, String)>),
}

/// What some ask for in words.
#[derive(Debug)]
pub(super) struct Ask {
    pub(super) by: Vec<String>,
    pub(super) supported: Vec<String>,
    pub(super) unsupported: Vec<String>,
    pub(super) wish: Wish,
    /// As printed.
    pub(super) said: String,
}

/// A paragraph that comes.
#[derive(Debug)]
pub(super) struct Coming {
    pub(super) by: Vec<String>,
    /// Whether it stands in place of the paragraph whose number it has.
    pub(super) is_alternative: bool,
}

/// What a bracket holds.
enum Item {
    Ask(Ask),
    Words(Vec<String>, String),
    Deletion(Vec<String>, String),
    Choice(String, Vec<(Vec<String>, String)>),
}

impl FieldParagraph {
    pub(super) fn read(text: &str, hands: &Hands) -> Self {
        let (printed, rest) = match label(text) {
            Some(label) => text.split_at(text.len() - label.rest.len()),
            None => ("", text),
        };
        let is_alternative = names_alternative(&fold(printed));
        let mut paragraph =
            Self { label: printed.trim_end().to_owned(), segments: vec![], asks: vec![], coming: None, strange: vec![] };
        let mut words = rest.to_owned();
        if let Some((by, inner)) = brought(printed, rest, hands) {
            if paragraph.label.starts_with('[') && !inner.contains('[') {
                paragraph.label.remove(0);
            }
            paragraph.coming = Some(Coming { by, is_alternative });
            words = inner;
        }
        paragraph.segments(&words, hands);
        paragraph
    }

    /// Reads the words, bracket by bracket.
    fn segments(&mut self, text: &str, hands: &Hands) {
        let mut words = String::new();
        let mut rest = text;
        while let Some(open) = rest.find(['[', '(']) {
            words.push_str(&rest[..open]);
            rest = &rest[open..];
            let Some(inner) = inside(rest) else {
                words.push_str(&rest[..1]);
                rest = &rest[1..];
                continue;
            };
            let is_square = rest.starts_with('[');
            rest = &rest[inner.len() + 2..];
            let item = if is_square { Item::of(inner, hands) } else { None };
            match item {
                Some(Item::Ask(ask)) => {
                    self.asks.push(ask);
                    self.push(&mut words, Segment::Choice(String::new(), vec![]));
                }
                Some(Item::Deletion(by, gone)) => self.push(&mut words, Segment::Choice(gone, vec![(by, String::new())])),
                Some(Item::Choice(draft, ways)) => self.push(&mut words, Segment::Choice(draft, ways)),
                Some(Item::Words(by, come)) => self.beside(&mut words, by, come),
                None if !is_square => {
                    self.strange.extend(names_in(inner, hands).then(|| format!("({inner})")));
                    words.extend(["(", inner, ")"]);
                }
                None => {
                    let before = (self.segments.len(), self.asks.len());
                    words.push('[');
                    let held = std::mem::take(&mut words);
                    self.segments.extend((!held.is_empty()).then_some(Segment::Words(held)));
                    self.segments(inner, hands);
                    if before == (self.segments.len().saturating_sub(2), self.asks.len()) {
                        self.strange.extend(names_in(inner, hands).then(|| format!("[{inner}]")));
                    }
                    words.push(']');
                }
            }
        }
        words.push_str(rest);
        if !words.is_empty() {
            self.segments.push(Segment::Words(words));
        }
    }

    fn push(&mut self, words: &mut String, segment: Segment) {
        let held = std::mem::take(words);
        self.segments.extend((!held.is_empty()).then_some(Segment::Words(held)));
        self.segments.push(segment);
    }

    /// Words of some: instead of those of the bracket right before, if there is one.
    fn beside(&mut self, words: &mut String, by: Vec<String>, come: String) {
        self.push(words, Segment::Words(String::new()));
        self.segments.pop();
        let before = self.bracket_before();
        match before {
            Some(at) => {
                let drafted: String = self.segments.drain(at..).map(|segment| segment.drafted()).collect();
                self.segments.push(Segment::Choice(drafted.trim_end().to_owned(), vec![(by, come)]));
            }
            None => match self.segments.as_mut_slice() {
                [.., Segment::Choice(_, ways), Segment::Words(space)] if space.trim().is_empty() && !ways.is_empty() => {
                    ways.push((by, come));
                    self.segments.pop();
                }
                _ => self.segments.push(Segment::Choice(String::new(), vec![(by, come)])),
            },
        }
    }

    /// Where the words of the draft begin that end in a bracket of their own, right here; parts it from what stands before.
    fn bracket_before(&mut self) -> Option<usize> {
        let drafted: Vec<String> = self.segments.iter().map(Segment::drafted).collect();
        let last = drafted.last()?.trim_end();
        if !last.ends_with(']') || !self.segments.iter().all(|segment| matches!(segment, Segment::Words(_))) {
            return None;
        }
        let whole = drafted.concat();
        let end = whole.trim_end().len();
        let mut depth = 0;
        let open = whole[..end].char_indices().rev().find_map(|(at, c)| {
            depth += i32::from(c == ']') - i32::from(c == '[');
            (depth == 0).then_some(at)
        })?;
        self.segments = vec![Segment::Words(whole[..open].to_owned()), Segment::Words(whole[open..].to_owned())];
        Some(1)
    }

    /// Its words when only what `taker` wants is taken, before what is asked for in words.
    pub(super) fn words(&self, taker: Option<&str>) -> String {
        let mut done = String::new();
        let mut is_closed = false;
        for segment in &self.segments {
            let text = match segment {
                Segment::Words(words) => words.as_str(),
                Segment::Choice(draft, ways) => {
                    let wanted = ways.iter().find(|(by, _)| taker.is_some_and(|taker| by.iter().any(|one| one == taker)));
                    wanted.map_or(draft, |(_, words)| words)
                }
            };
            if text.is_empty() {
                is_closed = true;
                continue;
            }
            let skipped = if std::mem::take(&mut is_closed) { close_up(&mut done, text) } else { 0 };
            done.push_str(&text[skipped..]);
        }
        if is_closed {
            close_up(&mut done, "");
        }
        done.trim_end().to_owned()
    }
}

impl Segment {
    fn drafted(&self) -> String {
        match self {
            Self::Words(words) | Self::Choice(words, _) => words.clone(),
        }
    }
}

impl Item {
    fn of(inner: &str, hands: &Hands) -> Option<Self> {
        if let Some((by, rest)) = hands.names(inner)
            && let Some(ask) = ask(by, rest, inner)
                // Who supports it is told behind the names.
                .or_else(|| supported(inner, hands))
        {
            return Some(Self::Ask(ask));
        }
        if let Some((words, by, is_gone)) = signed(inner, hands) {
            return Some(if is_gone { Self::Deletion(by, words) } else { Self::Words(by, words) });
        }
        let (draft, ways) = ways(inner, hands);
        (!ways.is_empty()).then_some(Self::Choice(draft, ways))
    }
}

/// "Japan: delete", "Chad reserves its position".
fn ask(by: Vec<String>, rest: &str, inner: &str) -> Option<Ask> {
    let plain = |wish| Ask { by, supported: vec![], unsupported: vec![], wish, said: inner.to_owned() };
    if let Some(said) = rest.trim_start().strip_prefix(':') {
        return Wish::of(said).map(plain);
    }
    let first = rest.strip_prefix(' ')?.split(|c: char| !c.is_alphabetic()).next().map(fold)?;
    let is_position = Language::ALL.iter().any(|language| language.lexicon().instructions.reserves.contains(&first.as_str()));
    is_position.then(|| plain(Wish::Position))
}

/// "Norway, supported by Peru, not supported by Chad: delete".
fn supported(inner: &str, hands: &Hands) -> Option<Ask> {
    let (by, mut rest) = hands.names(inner)?;
    let mut sides: [Vec<String>; 2] = [vec![], vec![]];
    while let Some(after) = rest.strip_prefix([',', ';']).map(str::trim_start) {
        let said = |list: &[&str]| {
            list.iter().find_map(|words| after.get(..words.len()).filter(|head| fold(head) == **words)).map(str::len)
        };
        let find = |side: usize| {
            Language::ALL.iter().find_map(|language| {
                let words = &language.lexicon().instructions;
                said(if side == 0 { words.supported } else { words.unsupported })
            })
        };
        let (side, length) = find(1).map(|length| (1, length)).or_else(|| find(0).map(|length| (0, length)))?;
        let (names, after) = hands.names(after[length..].trim_start())?;
        sides[side].extend(names);
        rest = after;
    }
    let wish = Wish::of(rest.trim_start().strip_prefix(':')?)?;
    let [supported, unsupported] = sides;
    Some(Ask { by, supported, unsupported, wish, said: inner.to_owned() })
}

/// "deep concern (Peru)", "words – EU, US", "words (Del. RUS)": the words, whose, and whether they go.
fn signed(inner: &str, hands: &Hands) -> Option<(String, Vec<String>, bool)> {
    let inner = inner.trim_end();
    if let Some((words, names)) = inner.strip_suffix(')').and_then(|inner| inner.rsplit_once('('))
        && !words.trim().is_empty()
    {
        let names = names.trim();
        let (is_gone, names) =
            ["Del. ", "Del ", "Suppr. ", "Supr. "].iter().find_map(|mark| names.strip_prefix(mark)).map_or_else(
                || {
                    (
                        false,
                        ["Add. ", "Add ", "Ajout ", "Añad. "].iter().find_map(|mark| names.strip_prefix(mark)).unwrap_or(names),
                    )
                },
                |names| (true, names),
            );
        return Some((words.trim_end().to_owned(), hands.all(names)?, is_gone));
    }
    let (words, names) = [" – ", " — ", " - "].iter().find_map(|dash| inner.rsplit_once(dash))?;
    Some((words.trim_end().to_owned(), hands.all(names)?, false)).filter(|(words, ..)| !words.is_empty())
}

/// "ensure / Japan: promote": the words of the draft, and those that each wants.
fn ways(inner: &str, hands: &Hands) -> (String, Vec<(Vec<String>, String)>) {
    let mut parts: Vec<(Vec<String>, String)> = vec![];
    let mut from = 0;
    let mut depth = 0;
    let mut by: Option<Vec<String>> = None;
    let mut draft = String::new();
    let mut close = |by: Option<Vec<String>>, words: &str| match by {
        None => words.trim().clone_into(&mut draft),
        Some(by) => {
            let is_gone = Wish::of(words) == Some(Wish::DeleteAll);
            parts.push((by, if is_gone { String::new() } else { words.trim().to_owned() }));
        }
    };
    for (at, c) in inner.char_indices() {
        depth += i32::from(c == '[') - i32::from(c == ']');
        let named = inner[at..].strip_prefix(OR).filter(|_| depth == 0 && at >= from).and_then(|rest| hands.names(rest));
        if let Some((names, words)) = named.and_then(|(names, rest)| Some((names, rest.trim_start().strip_prefix(':')?))) {
            close(by.replace(names), &inner[from..at]);
            from = inner.len() - words.len();
        }
    }
    if by.is_some() {
        close(by, &inner[from..]);
    }
    (draft, parts)
}

/// Who brings a paragraph that the draft does not have, and its words: a whole bracket that is signed, or a paragraph with a number put between others
/// that is.
fn brought(printed: &str, rest: &str, hands: &Hands) -> Option<(Vec<String>, String)> {
    let body = rest.trim();
    // "PP3 bis (EU). Recalling …"
    if let Some(inner) = body.strip_prefix('(').and_then(|inner| inner.split_once(')'))
        && let Some(by) = hands.all(inner.0)
        && !printed.is_empty()
    {
        return Some((by, inner.1.trim_start_matches(['.', ':', ' ', '\u{a0}']).to_owned()));
    }
    let whole = inside(body).filter(|inner| body.starts_with('[') && inner.len() + 2 == body.len());
    // "[OP3 bis. Invites … (EU)]": the bracket opens before the number.
    let opened = body.strip_suffix(']').filter(|inner| printed.starts_with('[') && !inner.contains('['));
    let is_between = printed.trim_end_matches(['.', ' ', ')', ':']).split(' ').count() > 1;
    let inner = whole.or(opened).or_else(|| is_between.then_some(body))?;
    let (words, by, is_gone) = signed(inner, hands)?;
    // Few words are a place in a paragraph and no paragraph.
    let is_paragraph = words.ends_with([',', ';', '.', ':']) || is_between;
    (!is_gone && is_paragraph).then_some((by, words))
}

/// What stands between the bracket that `text` opens with and the one that closes it.
fn inside(text: &str) -> Option<&str> {
    let (open, close) = if text.starts_with('(') { ('(', ')') } else { ('[', ']') };
    let mut depth = 0;
    let end = text.char_indices().find(|&(_, c)| {
        depth += i32::from(c == open) - i32::from(c == close);
        depth == 0
    })?;
    text.get(1..end.0)
}

/// Whether a known name opens `text`, or is what follows a short mark: "Del. RUS".
fn names_in(text: &str, hands: &Hands) -> bool {
    let after = text.split_once(". ").map(|(_, rest)| rest);
    [Some(text), after]
        .into_iter()
        .flatten()
        .any(|text| hands.names(text).is_some_and(|(_, rest)| rest.is_empty() || rest.starts_with([':', ','])))
}
