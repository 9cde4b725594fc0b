//! What a paragraph that came or went might be, and which ties may be none, said beside them; a pin decides, which only the terminal says,
//! where it is typed.
//!
//! ```text
//! OP19   inserted   perhaps from OP15: “meeting of the expert group on trafficking”
//! OP15   deleted    perhaps OP19 now: …
//! OP22   doubtful match
//! ```

use super::contents::cut;
use super::pair::Pair;
use super::phrases::{Phrases, fill};
use super::row::{Badge, BadgeKind};
use crate::align::{Evidence, Relation};
use crate::compare::Change;

/// Under this likeness of its words, in thousandths, a tie is doubtful: of such ties one in six is wrong in hard pairs that people have
/// read, of those above one in thirty.
const DOUBTFUL: u16 = 300;

/// Says that a tie of one to one is doubtful, if it is.
pub(super) fn doubtful(pair: &Pair<'_>, change: &Change) -> Option<Badge> {
    let link = &change.link;
    let is_sure = [Evidence::Pin, Evidence::Form, Evidence::Caller].iter().any(|why| link.why.contains(why));
    let is_doubtful = link.relation == Relation::Kept && !is_sure && link.score.is_some_and(|score| score < DOUBTFUL);
    let text = pair.phrases.badges.doubtful.to_owned();
    is_doubtful.then_some(Badge { kind: BadgeKind::Perhaps, text, target: None, pin: None })
}

/// What might be, with the words that speak for it if there are any.
fn quoting(might: String, why: &str, phrases: &Phrases) -> String {
    if why.is_empty() { might } else { phrases.said_of(&might, &fill(phrases.badges.quoted, &[&cut(why)])) }
}

/// The suggestion for a link that is an insertion or a deletion, if there is one.
pub(super) fn perhaps(pair: &Pair<'_>, change: &Change) -> Option<Badge> {
    let link = &change.link;
    let words = &pair.phrases.badges;
    let all = pair.redline.perhaps.iter();
    let (found, template) = match link.relation {
        Relation::Inserted => (all.clone().find(|maybe| link.new == [maybe.pair.new])?, words.perhaps_from),
        Relation::Deleted => (all.clone().find(|maybe| link.old == [maybe.pair.old])?, words.perhaps_now),
        Relation::Kept | Relation::Split | Relation::Merged => return None,
    };
    let (old, new) = (pair.old_unit(found.pair.old), pair.new_unit(found.pair.new));
    let (other, target) = match link.relation {
        Relation::Inserted => (pair.name(old), &pair.anchors.old[old.index]),
        _ => (pair.name(new), &pair.anchors.new[new.index]),
    };
    let text = quoting(fill(template, &[&other.full()]), &found.why, pair.phrases);
    let pin = Some(format!("--pin={}={}", old.id, new.id));
    Some(Badge { kind: BadgeKind::Perhaps, text, target: Some(target.clone()), pin })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn a_suggestion_quotes_only_what_there_is() {
        let said = |why, language| quoting("perhaps".to_owned(), why, Phrases::of(language));
        assert_eq!(said("stolen anchors", Language::En), "perhaps: “stolen anchors”");
        assert_eq!(said("ancres volées", Language::Fr), "perhaps\u{a0}: «\u{a0}ancres volées\u{a0}»");
        assert_eq!(said("", Language::Es), "perhaps");
    }
}
