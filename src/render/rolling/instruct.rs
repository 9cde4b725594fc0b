//! What a delegation asks for in words: `add "orally" after "report"`.
//!
//! ```text
//! delete                                   the paragraph goes
//! replace "in 2027" by "every two years"   quoted words give way
//! after "report" insert "orally"           words come at quoted ones
//! add "and its annex"                      words come at the end, before its last sign: a guess, and said to be one
//! PP2 as it stands                         a position: no word changes
//! ```
//!
//! Quoted words must stand in the paragraph exactly once; else the proposal is not placed, and never guessed.

use crate::language::{Instructions, Language};

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wish {
    /// The paragraph goes.
    DeleteAll,
    /// These words go.
    Delete(String),
    /// The first words give way to the second.
    Replace(String, String),
    /// Words come, behind the quoted ones.
    After(String, String),
    /// Words come, before the quoted ones.
    Before(String, String),
    /// Words come at the end.
    AddAtEnd(String),
    /// No word changes.
    Position,
}

/// Why a wish changed nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unplaced {
    /// The quoted words do not stand there.
    Missing,
    /// They stand there more than once.
    Several,
}

/// A piece of an instruction.
#[derive(Debug, PartialEq, Eq)]
enum Piece {
    Said(String),
    Quoted(String),
}

impl Wish {
    /// What `text` asks for, in any language; None where it is not understood.
    pub(super) fn of(text: &str) -> Option<Self> {
        let pieces = pieces(text);
        Language::ALL.iter().find_map(|language| of_pieces(&pieces, &language.lexicon().instructions))
    }

    /// The paragraph with the wish granted; None where it goes.
    pub(super) fn applied(&self, text: &str) -> Result<Option<String>, Unplaced> {
        let place = |words: &str| match text.match_indices(words).map(|(at, _)| at).collect::<Vec<_>>().as_slice() {
            [at] => Ok(*at),
            [] => Err(Unplaced::Missing),
            _ => Err(Unplaced::Several),
        };
        let spliced = |from: usize, to: usize, words: &str| Some(format!("{}{words}{}", &text[..from], &text[to..]));
        Ok(match self {
            Self::DeleteAll => None,
            Self::Position => Some(text.to_owned()),
            Self::Delete(words) => {
                let at = place(words)?;
                let mut before = text[..at].to_owned();
                let after = &text[at + words.len()..];
                let skipped = super::forms::close_up(&mut before, after);
                Some(before + &after[skipped..])
            }
            Self::Replace(old, new) => {
                let at = place(old)?;
                spliced(at, at + old.len(), new)
            }
            Self::After(quoted, words) => {
                let end = place(quoted)? + quoted.len();
                let space = if words.starts_with([',', ';', '.', ' ']) { "" } else { " " };
                spliced(end, end, &format!("{space}{words}"))
            }
            Self::Before(quoted, words) => {
                let at = place(quoted)?;
                spliced(at, at, &format!("{words} "))
            }
            Self::AddAtEnd(words) => {
                let end =
                    text.trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, ')' | ']' | '”' | '»' | '"')).len();
                let space = if words.starts_with([',', ';', '.', ' ']) { "" } else { " " };
                spliced(end, end, &format!("{space}{words}"))
            }
        })
    }
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = vec![];
    let mut rest = text;
    while let Some(open) = rest.find(['"', '“', '«', '„']) {
        let sign = rest[open..].chars().next().unwrap_or('"');
        let close: &[char] = match sign {
            '"' => &['"'],
            '«' => &['»'],
            _ => &['”', '“', '"'],
        };
        let inner = &rest[open + sign.len_utf8()..];
        let Some(end) = inner.find(close) else { break };
        pieces.push(Piece::Said(said(&rest[..open])));
        pieces.push(Piece::Quoted(inner[..end].trim().to_owned()));
        rest = &inner[end + inner[end..].chars().next().map_or(0, char::len_utf8)..];
    }
    pieces.push(Piece::Said(said(rest)));
    pieces.retain(|piece| *piece != Piece::Said(String::new()));
    pieces
}

/// In small letters, without signs at its ends.
fn said(text: &str) -> String {
    crate::text::fold(text.trim_matches(|c: char| !c.is_alphanumeric()))
}

fn of_pieces(pieces: &[Piece], words: &Instructions) -> Option<Wish> {
    use Piece::{Quoted, Said};
    let is = |said: &str, list: &[&str]| list.contains(&said);
    let opens = |said: &str, list: &[&str]| {
        list.iter().any(|word| said.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
    };
    let has = |said: &str, list: &[&str]| list.iter().any(|word| format!(" {said} ").contains(&format!(" {word} ")));
    let opened =
        |said: &str, list: &[&str]| list.iter().find_map(|word| said.strip_prefix(word)?.strip_prefix(' ')).map(str::to_owned);
    Some(match pieces {
        [Said(delete)] if is(delete, words.delete) || opens(delete, words.delete) && delete.split(' ').count() <= 3 => {
            Wish::DeleteAll
        }
        [Said(stands)] if has(stands, words.stands) => Wish::Position,
        [Said(delete), Quoted(old)] if opens(delete, words.delete) => Wish::Delete(old.clone()),
        [Said(add), Quoted(new)] if is(add, words.add) => Wish::AddAtEnd(new.clone()),
        [Said(replace), Quoted(old), Said(by), Quoted(new)] if opens(replace, words.replace) && is(by, words.by) => {
            Wish::Replace(old.clone(), new.clone())
        }
        [Said(add), Quoted(new), Said(place), Quoted(old)] if is(add, words.add) && is(place, words.after) => {
            Wish::After(old.clone(), new.clone())
        }
        [Said(add), Quoted(new), Said(place), Quoted(old)] if is(add, words.add) && is(place, words.before) => {
            Wish::Before(old.clone(), new.clone())
        }
        // "after “report” insert “orally”", "add after “report” “orally”".
        [Said(place), Quoted(old), rest @ .., Quoted(new)] => {
            let place = opened(place, words.add).unwrap_or_else(|| place.clone());
            match rest {
                [] => {}
                [Said(add)] if is(add, words.add) => {}
                _ => return None,
            }
            if is(&place, words.after) {
                Wish::After(old.clone(), new.clone())
            } else if is(&place, words.before) {
                Wish::Before(old.clone(), new.clone())
            } else {
                return None;
            }
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instructions_are_read_in_each_language() {
        let of = |text| Wish::of(text).unwrap_or_else(|| panic!("{text}"));
        let [a, b] = ["x", "y"].map(str::to_owned);
        assert_eq!(of("delete"), Wish::DeleteAll);
        assert_eq!(of("supprimer le paragraphe"), Wish::DeleteAll);
        assert_eq!(of("delete \"x\""), Wish::Delete(a.clone()));
        assert_eq!(of("replace “x” with “y”"), Wish::Replace(a.clone(), b.clone()));
        assert_eq!(of("remplacer « x » par « y »"), Wish::Replace(a.clone(), b.clone()));
        assert_eq!(of("después de «x» insertar «y»"), Wish::After(a.clone(), b.clone()));
        assert_eq!(of("add after \"x\" \"y\""), Wish::After(a.clone(), b.clone()));
        assert_eq!(of("insert \"y\" before \"x\""), Wish::Before(a, b));
        assert_eq!(of("OP2 as it stands"), Wish::Position);
        for text in ["prefers the agreed wording", "\"x\"", "see \"x\" and \"y\" there"] {
            assert_eq!(Wish::of(text), None, "{text}");
        }
    }

    #[test]
    fn quoted_words_stand_there_once_or_are_not_placed() {
        let replace = |old: &str| Wish::Replace(old.into(), "all".into()).applied("Urges some ports and some towns;");
        assert_eq!(replace("some ports"), Ok(Some("Urges all and some towns;".into())));
        assert_eq!((replace("some"), replace("any")), (Err(Unplaced::Several), Err(Unplaced::Missing)));
        let end = Wish::AddAtEnd("by ship".into()).applied("Urges ports to pay;");
        assert_eq!(end, Ok(Some("Urges ports to pay by ship;".into())));
        assert_eq!(Wish::Delete("old".into()).applied("Notes old lamps"), Ok(Some("Notes lamps".into())));
    }
}
