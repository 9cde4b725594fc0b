//! The figures of a text that may be footnote marks: how each is set, how likely that makes it a mark, and what must speak for it.

use super::super::document::{Kind, Unit};
use super::around::{Around, begins_as_year, is_year};
use crate::language::Lexicon;
use crate::text::{raised_run, superscript, takes_power};

/// The highest number that is looked for.
pub(super) const MOST: usize = 400;

/// What must speak for a figure before it is taken for a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Proof {
    /// Nothing: it can be nothing else ("Development,2 and", "Rome²").
    None,
    /// Its word stands elsewhere in the text without it, or what [`Proof::Neighbour`] asks ("Rome2").
    Word,
    /// A note of its number, or the number before or after it in the count ("the plan 3 , which").
    Neighbour,
    /// A note of its number and one of these, or two of them ("in 20074", "des enfants 4 et").
    Neighbours,
    /// A note of its number ("[2]").
    Note,
    /// Both what [`Proof::Word`] and what [`Proof::Note`] ask ("UNESCO2").
    Code,
}

/// A figure that may be a mark.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figure {
    /// Index of its unit.
    pub(super) unit: usize,
    /// Bytes of the unit's text, brackets included; none for a number that a raised range only means.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) value: usize,
    /// What taking it adds to the chain; negative: only where the count needs it.
    pub(super) likely: i32,
    pub(super) proof: Proof,
    /// It is set apart from the word before it.
    pub(super) apart: bool,
    /// It may call a note that was called before, behind another word than there.
    pub(super) again: bool,
}

/// How likely a figure is a mark, and what must speak for it.
type Judgement = (i32, Proof);

/// The figures of `unit` that may be marks, in order.
pub(super) fn find(unit: &Unit, lexicon: &Lexicon, figures: &mut Vec<Figure>) {
    let text = unit.text.as_str();
    let mut from = 0;
    while let Some(start) = next_figure(text, from) {
        if superscript(text[start..].chars().next().unwrap_or_default()).is_some() {
            from = take_raised(unit, start, figures);
            continue;
        }
        let end = start + text[start..].find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len() - start);
        from = end;
        let run = Run { around: Around::new(text, start, end, lexicon), digits: &text[start..end], kind: unit.kind };
        if let Some((start, end, value, (likely, proof))) = run.judge(start, end)
            && (1..=MOST).contains(&value)
        {
            let apart = text[..start].ends_with(char::is_whitespace);
            let again = match proof {
                Proof::Word => false,
                Proof::Neighbours => run.around.stands_between_words(),
                _ => true,
            };
            figures.push(Figure { unit: unit.index, start, end, value, likely, proof, apart, again });
        }
    }
}

/// Takes the run of raised figures at `start`, unless it is a power; gives where it ends.
fn take_raised(unit: &Unit, start: usize, figures: &mut Vec<Figure>) -> usize {
    let text = unit.text.as_str();
    let run = raised_run(text, start);
    let end = run.last().map_or(start, |(span, _)| span.end);
    let end = end + text[end..].find(|c| superscript(c).is_none()).unwrap_or(text.len() - end);
    let (head, tail) = (&text[..start], &text[end..]);
    let ends = !tail.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '⁺' | '⁻' | '⁄' | '/'));
    // "10⁻³"
    let is_signed = head.ends_with(['⁻', '⁺']);
    if is_signed || takes_power(head) || head.is_empty() || !ends && head.ends_with(char::is_whitespace) {
        return end;
    }
    let number = head.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    let is_symbol = head.rsplit(char::is_whitespace).next().unwrap_or_default().contains('/');
    let capitals = head.len() - head.trim_end_matches(char::is_uppercase).len();
    let proof = match () {
        () if run.len() > 1 || number.is_empty() && capitals != 2 || is_year(number) || is_symbol => Proof::None,
        () => Proof::Note,
    };
    let apart = head.ends_with(char::is_whitespace);
    let figure = |span: &std::ops::Range<usize>, value| Figure {
        unit: unit.index,
        start: span.start,
        end: span.end,
        value,
        likely: RAISED,
        proof,
        apart,
        again: true,
    };
    let marks = run.iter().filter_map(|(span, number)| Some(figure(span, usize::try_from(*number).ok()?)));
    figures.extend(marks.filter(|figure| (1..=MOST).contains(&figure.value)));
    end
}

/// What the setting of a figure adds to the chain.
const RAISED: i32 = 12;
const CARET: i32 = 14;
/// Behind a comma or a semicolon, nothing between: never seen on a figure of a sentence.
const BEHIND_STOP: i32 = 30;
pub(super) const SET_AS_MARKS_ARE: i32 = 8;

/// A run of plain figures.
struct Run<'a> {
    around: Around<'a>,
    digits: &'a str,
    kind: Kind,
}

impl Run<'_> {
    /// Bytes and number of the mark that the figures between `start` and `end` may be or end in.
    fn judge(&self, start: usize, end: usize) -> Option<(usize, usize, usize, Judgement)> {
        let (around, digits) = (&self.around, self.digits);
        if around.tail.starts_with(']') {
            return match () {
                () if around.head.ends_with("[^") => Some((start - 2, end + 1, digits.parse().ok()?, (CARET, Proof::None))),
                () if around.head.ends_with('[') => {
                    let whole = Around::new(around.text, start - 1, end + 1, around.lexicon);
                    whole.may_be_bracketed_mark().then_some(())?;
                    Some((start - 1, end + 1, digits.parse().ok()?, (SET_AS_MARKS_ARE, Proof::Note)))
                }
                () => None,
            };
        }
        if !around.ends() || digits.starts_with('0') {
            return None;
        }
        if digits.len() > 4 || digits.len() == 4 && !begins_as_year(digits) {
            let is_year = digits.len() <= 7 && begins_as_year(digits);
            let behind_year = is_year && around.head.ends_with(char::is_whitespace) && !digits[4..].starts_with('0');
            let likely = if around.names_a_date() { 4 } else { -2 };
            return (behind_year && around.goes_on() && !around.measures_something())
                .then(|| Some((start + 4, end, digits[4..].parse().ok()?, (likely, Proof::Neighbours))))?;
        }
        if around.is_counted() {
            return None;
        }
        let value: usize = digits.parse().ok().filter(|_| digits.len() <= 3)?;
        Some((start, end, value, self.setting(value)?))
    }

    /// How a plain figure is set, by what stands on either side.
    fn setting(&self, value: usize) -> Option<Judgement> {
        let around = &self.around;
        let mut before = around.head.chars().rev();
        let (last, two_before) = (before.next()?, before.next());
        let short = self.digits.len() <= 2;
        match last {
            c if c.is_whitespace() => self.set_apart(value),
            c if c.is_lowercase() && around.is_behind_a_word() => {
                Some(if around.names_a_number() { (4, Proof::Neighbours) } else { (10, Proof::Word) })
            }
            c if c.is_lowercase() => None,
            c if c.is_alphabetic() => (two_before.is_some_and(char::is_uppercase) && short).then_some((2, Proof::Code)),
            ')' | '»' | '”' | '"' | '’' | ']' => around.is_behind_a_close().then_some((SET_AS_MARKS_ARE, Proof::Neighbour)),
            ',' | ';' if !around.is_behind_a_phrase() || around.is_listed() => None,
            ',' if two_before.is_some_and(|c| c.is_ascii_digit()) => {
                (short && around.closes() && around.goes_on()).then_some((5, Proof::Neighbour))
            }
            ',' | ';' if around.closes() && !around.has_plural_next() => Some((BEHIND_STOP, Proof::None)),
            ',' | ';' => Some((SET_AS_MARKS_ARE, Proof::Neighbour)),
            ':' => (around.is_behind_a_phrase() && around.tail.is_empty()).then_some((SET_AS_MARKS_ARE, Proof::Note)),
            '.' => (around.closes() && around.is_behind_a_sentence()).then_some((4, Proof::Neighbour)),
            _ => None,
        }
    }

    /// A figure with white space before it: "coopération 1 , soumis", "l'enfant 1 et".
    fn set_apart(&self, value: usize) -> Option<Judgement> {
        let around = &self.around;
        let is_year = is_year(&around.last);
        // A symbol says its own number: "résolution 64/200 8 ;".
        let after_figure = around.last.ends_with(|c: char| c.is_ascii_digit()) && !around.last.contains('/');
        // "the report of the Secretary, 1" is where a recital ends.
        let bare = around.head.trim_end();
        let behind_word = |stopped: &str| stopped.ends_with(|c: char| c.is_alphabetic() || matches!(c, ')' | '»' | '”' | '"'));
        if around.tail.is_empty() && bare.strip_suffix([',', ';']).is_some_and(behind_word) {
            return Some((6, Proof::Note));
        }
        if !around.may_end_a_phrase() || around.names_a_number() || around.is_listed() && !is_year {
            return None;
        }
        let apart = around.tail.starts_with(char::is_whitespace);
        let quoted = around.head.trim_end().ends_with(['»', '”', '"', ')']);
        match around.tail.trim_start().chars().next() {
            None => (!around.is_short()).then_some((if self.kind == Kind::Heading { 2 } else { -1 }, Proof::Neighbours)),
            Some(',' | '.') if apart => Some((9, Proof::Neighbour)),
            Some(',' | '.' | ')' | ';' | ':') if !apart && value < 100 && (!after_figure || is_year) => {
                Some((-3, Proof::Neighbours))
            }
            _ if after_figure && !is_year => None,
            Some(')') if apart => Some((6, Proof::Neighbour)),
            Some(';' | ':' | '»') if apart => Some((if value < 100 { 3 } else { -2 }, Proof::Neighbour)),
            Some(c) if apart && c.is_lowercase() && around.goes_on() => {
                Some(if quoted { (4, Proof::Neighbour) } else { (-3, Proof::Neighbours) })
            }
            _ => None,
        }
    }
}

/// Where the first figure of `text` stands from byte `from` on, by a look at each byte.
fn next_figure(text: &str, from: usize) -> Option<usize> {
    // ¹ to ³ begin with 0xC2, the other raised figures with 0xE2.
    let may_begin = |byte: &u8| byte.is_ascii_digit() || matches!(byte, 0xC2 | 0xE2);
    let mut at = from;
    loop {
        at += text.as_bytes()[at..].iter().position(may_begin)?;
        if text[at..].starts_with(|c: char| c.is_ascii_digit() || !c.is_ascii() && superscript(c).is_some()) {
            return Some(at);
        }
        at += 1;
    }
}
