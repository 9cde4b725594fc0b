//! Since when something stands, each answer once.

use rustc_hash::FxHashMap;
#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

/// A time during which a wording stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Spell {
    /// The index of the first text that had it.
    pub from: usize,
    /// The index of the last.
    pub until: usize,
}

/// Names an origin in [`Origins`].
pub(super) type OriginId = u32;

/// Since when a character stands, and when it had stood there before.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Origin {
    pub(super) since: usize,
    pub(super) earlier: Vec<Spell>,
}

/// Every origin once.
#[derive(Default)]
pub(super) struct Origins {
    all: Vec<Origin>,
    ids: FxHashMap<Origin, OriginId>,
}

impl Origins {
    fn id(&mut self, origin: Origin) -> OriginId {
        *self.ids.entry(origin).or_insert_with_key(|origin| {
            self.all.push(origin.clone());
            self.all.len() as OriginId - 1
        })
    }

    pub(super) fn of(&self, id: OriginId) -> &Origin {
        &self.all[id as usize]
    }

    /// New in the text `since`.
    pub(super) fn fresh(&mut self, since: usize) -> OriginId {
        self.id(Origin { since, earlier: vec![] })
    }

    /// What was there, as `before` says, until the text `until`, and is back in the text `since`.
    pub(super) fn again(&mut self, before: OriginId, until: usize, since: usize) -> OriginId {
        let Origin { since: from, mut earlier } = self.all[before as usize].clone();
        earlier.push(Spell { from, until });
        self.id(Origin { since, earlier })
    }
}
