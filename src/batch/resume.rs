//! Which jobs an earlier run has done: those whose whole line is in its output.

use std::collections::BTreeSet;

use serde::Deserialize;

/// The ids that are done.
#[derive(Debug, Default)]
pub struct Done {
    ids: BTreeSet<String>,
    /// Bytes of the output up to the end of its last whole line.
    whole: usize,
}

#[derive(Deserialize)]
struct Line {
    id: String,
}

impl Done {
    /// Reads the output of an earlier run. A last line that was cut off is not done.
    pub fn of(output: &[u8]) -> Self {
        let whole = output.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let lines = output[..whole].split(|byte| *byte == b'\n');
        let ids = lines.filter_map(|line| serde_json::from_slice::<Line>(line).ok()).map(|line| line.id).collect();
        Self { ids, whole }
    }

    /// Whether `output` can be that of an earlier run: nothing, or a line that begins as all do.
    pub fn is_ours(output: &[u8]) -> bool {
        output.is_empty() || output.starts_with(b"{\"id\":")
    }

    /// Whether the job called `id` is done.
    pub fn has(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    /// How many bytes of the earlier output can stay.
    pub fn whole(&self) -> usize {
        self.whole
    }
}
