//! What a line says of how it was made, so that no run goes on from one that was made otherwise.
//!
//! What is written shows in the line itself. How the texts were read stands in it where it is not as by default:
//! `{"id": "a", "settings": {"lang": "fr"}, "steps": […]}`. Limits do not count: what was read within them reads the same within wider ones.

use serde::{Deserialize, Serialize};

use crate::language::Language;
use crate::read::{Layout, ReadOptions, Revisions};

/// How texts are read, where that is not as by default.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Settings {
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<Language>,
    #[serde(skip_serializing_if = "Option::is_none")]
    layout: Option<Layout>,
    #[serde(skip_serializing_if = "Option::is_none")]
    revisions: Option<Revisions>,
}

impl Settings {
    pub(super) fn of(reading: &ReadOptions) -> Self {
        let revisions = Some(reading.revisions).filter(|revisions| *revisions != Revisions::default());
        Self { lang: reading.language, layout: reading.layout, revisions }
    }

    pub(super) fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// As options of the command line: " --lang fr --layout lines".
    pub(super) fn shown(&self) -> String {
        let set = serde_json::to_value(self).expect("a map of strings");
        let shown =
            |(option, value): (&String, &serde_json::Value)| format!(" --{option} {}", value.as_str().unwrap_or_default());
        set.as_object().into_iter().flatten().map(shown).collect::<Vec<_>>().concat()
    }
}
