//! What can be asked: each tool with what it is for and what it takes. The words are for the assistant that chooses among them.

use serde::Deserialize;
use serde_json::{Map, Value, json};

/// One tool.
pub(super) struct Tool {
    pub(super) name: &'static str,
    pub(super) description: &'static str,
    /// Its arguments: name, type, what they are.
    arguments: &'static [(&'static str, &'static str, &'static str)],
    /// Those that it cannot do without.
    required: &'static [&'static str],
}

const FROM: (&str, &str, &str) =
    ("from", "integer", "Where the page begins: the `next` of the answer before. Left out: the first page.");
const FILE: &str = "Name of a file in the allowed folders: .txt, .docx, .odt, .pdf, .html, .md.";

/// All of them.
pub(super) const TOOLS: [Tool; 5] = [
    Tool {
        name: "read",
        description: "The paragraphs of one formal resolution (UN, ICC, EU style), with the names people use for them (PP3, OP12, OP12(a), H2), its \
                      symbol, title and date. With `paragraph`: the whole text of that one.",
        arguments: &[
            ("file", "string", FILE),
            ("paragraph", "string", "Name of one paragraph: OP12."),
            ("from", "integer", "Where the page begins: the `next` of the answer before; of one paragraph, its first character."),
        ],
        required: &["file"],
    },
    Tool {
        name: "diff",
        description: "What changed between two texts of a resolution, paragraph by paragraph: matched by content, so a renumbered or moved paragraph is \
                      not called new. [-struck-] and {+inserted+} words. Begins with what matters most. With `paragraph`: that one in full.",
        arguments: &[
            ("old", "string", FILE),
            ("new", "string", FILE),
            ("paragraph", "string", "Name of one paragraph of the new text, or of the old one if it is gone: OP12."),
            FROM,
        ],
        required: &["old", "new"],
    },
    Tool {
        name: "series",
        description: "What became of each paragraph through the texts of several years: new, reworded, moved, dropped, back. Unchanged paragraphs are \
                      left out unless `all` is true.",
        arguments: &[
            ("files", "array", "Two names of files or more, the earliest first."),
            ("all", "boolean", "Also the paragraphs that never changed."),
            FROM,
        ],
        required: &["files"],
    },
    Tool {
        name: "lint",
        description: "What a careful reader would ask about a text: sessions that were not rolled forward, wrong cross-references, figures that disagree. \
                      With the texts of earlier years in `since` it asks more.",
        arguments: &[
            ("file", "string", FILE),
            ("since", "array", "Names of the files of earlier years, the earliest first."),
            FROM,
        ],
        required: &["file"],
    },
    Tool {
        name: "facts",
        description: "The figures of a text, each with its paragraph: counts, money, percentages, dates, periods, ordinals (sessions), symbols, citations, \
                      operative verbs.",
        arguments: &[
            ("file", "string", FILE),
            ("kinds", "array", "Only these: count, money, percent, date, period, ordinal, symbol, citation, verb."),
            FROM,
        ],
        required: &["file"],
    },
];

impl Tool {
    /// The JSON Schema of its arguments.
    pub(super) fn schema(&self) -> Map<String, Value> {
        let property = |&(name, kind, description): &(&str, &str, &str)| {
            let mut schema = json!({"type": kind, "description": description});
            match kind {
                "array" => schema["items"] = json!({"type": "string"}),
                "integer" => schema["minimum"] = json!(0),
                _ => {}
            }
            (name.to_owned(), schema)
        };
        let properties: Map<String, Value> = self.arguments.iter().map(property).collect();
        let schema =
            json!({"type": "object", "properties": properties, "required": self.required, "additionalProperties": false});
        schema.as_object().cloned().unwrap_or_default()
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Read {
    pub(super) file: String,
    pub(super) paragraph: Option<String>,
    #[serde(default)]
    pub(super) from: usize,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Diff {
    pub(super) old: String,
    pub(super) new: String,
    pub(super) paragraph: Option<String>,
    #[serde(default)]
    pub(super) from: usize,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Series {
    pub(super) files: Vec<String>,
    #[serde(default)]
    pub(super) all: bool,
    #[serde(default)]
    pub(super) from: usize,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lint {
    pub(super) file: String,
    #[serde(default)]
    pub(super) since: Vec<String>,
    #[serde(default)]
    pub(super) from: usize,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Facts {
    pub(super) file: String,
    #[serde(default)]
    pub(super) kinds: Vec<String>,
    #[serde(default)]
    pub(super) from: usize,
}
