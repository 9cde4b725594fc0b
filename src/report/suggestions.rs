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
use super::phrases::fill;
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
    let might = fill(template, &[&other.full()]);
    let why = Some(cut(&found.why)).filter(|why| !why.is_empty());
    let text = why.map_or_else(|| might.clone(), |why| pair.phrases.said_of(&might, &fill(words.quoted, &[&why])));
    let pin = Some(format!("--pin={}={}", old.id, new.id));
    Some(Badge { kind: BadgeKind::Perhaps, text, target: Some(target.clone()), pin })
}
