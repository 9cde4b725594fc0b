//! What a paragraph that came or went might be, said beside it with the pin that would make it so.
//!
//! ```text
//! OP19   inserted   perhaps from OP15: “meeting of the expert group on trafficking” (--pin OP15=OP19)
//! OP15   deleted    perhaps OP19 now: …
//! ```

use super::contents::cut;
use super::pair::Pair;
use super::phrases::fill;
use super::row::{Badge, BadgeKind};
use crate::align::Relation;
use crate::compare::Change;

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
    let pin = format!("{}={}", old.id, new.id);
    let text = fill(template, &[&other.full(), &cut(&found.why), &pin]);
    Some(Badge { kind: BadgeKind::Perhaps, text, target: Some(target.clone()) })
}
