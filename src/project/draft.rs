//! Writes the first `rature.toml` of a series, from its texts.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::series::{Order, in_order};
use crate::structure::{Called, Document};

/// A text that was read for the draft.
#[derive(Debug)]
#[non_exhaustive]
pub struct Drafted {
    /// Its path from the folder of the project file, with `/` between folders.
    pub path: String,
    /// The text.
    pub document: Document,
}

impl Drafted {
    fn called(&self) -> Called<'_> {
        let file = self.path.rsplit('/').next().unwrap_or(&self.path);
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        Called { name: &self.path, stem }
    }

    fn date(&self) -> Option<&str> {
        self.document.adopted.as_ref().and_then(|adopted| adopted.date.as_deref())
    }
}

/// A project file for `texts`, the earliest first: by date of adoption where all have one, else by session where all have one, else
/// as given. `folder` names the series when no text has a title.
pub fn draft(mut texts: Vec<Drafted>, folder: &str) -> String {
    in_order(&mut texts, Order::Dates, |text| &text.document);
    let title = texts.iter().rev().find_map(|text| text.document.title.clone());
    let mut toml = "# The texts of one resolution through the years, and what rature makes of them.\n\
        # rature build writes the outputs, rature check compares them with what is on disk.\n\n[series]\n"
        .to_owned();
    let _ = writeln!(toml, "name = {}", quoted(&title.unwrap_or_else(|| folder.to_owned())));
    let languages: BTreeSet<&str> = texts.iter().map(|text| text.document.language.code()).collect();
    if let (Some(language), 1) = (languages.first(), languages.len()) {
        let _ = writeln!(toml, "language = {}", quoted(language));
    }
    for (text, label) in texts.iter().zip(labels(&texts)) {
        let _ = writeln!(toml, "\n[[series.documents]]\nlabel = {}\npath = {}", quoted(&label), quoted(&text.path));
        if let Some(date) = text.date() {
            let _ = writeln!(toml, "date = {}", quoted(date));
        }
    }
    toml.push_str(OUTPUTS);
    toml
}

/// What each text is called: as it says itself, else by its file, else with a count.
pub(crate) fn labels(texts: &[Drafted]) -> Vec<String> {
    let own: Vec<String> = texts.iter().map(|text| text.document.label.clone()).collect();
    let stems: Vec<String> = texts.iter().map(|text| text.called().stem.to_owned()).collect();
    let differ = |labels: &[String]| labels.iter().collect::<BTreeSet<_>>().len() == labels.len();
    if differ(&own) {
        own
    } else if differ(&stems) {
        stems
    } else {
        stems.iter().enumerate().map(|(at, stem)| format!("{stem} ({})", at + 1)).collect()
    }
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

const OUTPUTS: &str = r#"
# How redlines are shown: those of rature diff --help.
# [options]
# context = "all"
# ui-lang = "en"

# Paragraphs that belong together, whatever the words say.
# [[pins]]
# old = "label of the earlier text"
# new = "label of the later text"
# pins = ["OP12=OP14"]

# How each text was read: a change here is a change of the text, or of how rature reads it.
[[outputs]]
make = "structure"
format = "outline"
path = "golden/{label}.outline.txt"

# The redline of each text and the next: to read, to send, for programs.
[[outputs]]
make = "redline"
format = "terminal"
path = "golden/{old}-{new}.txt"

[[outputs]]
make = "redline"
format = "html"
path = "golden/{old}-{new}.html"

[[outputs]]
make = "redline"
format = "json"
path = "golden/{old}-{new}.json"
"#;
