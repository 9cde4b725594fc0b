//! What `rature.toml` says, as written.
//!
//! ```toml
//! [series]
//! name = "Cooperation"
//! documents = [{ label = "ASP/19", path = "2020.txt" }, { label = "ASP/20", path = "2021.txt" }]
//!
//! [[outputs]]
//! make = "redline"
//! format = "html"
//! path = "golden/{old}-{new}.html"
//! ```
//!
//! Values keep their place in the file, so that a message about one of them can name the line. [`super::load`] resolves them.

use std::collections::BTreeMap;
use std::fmt;

#[cfg(test)]
use schemars::JsonSchema;
#[cfg(test)]
use schemars::generate::SchemaSettings;
use serde::de::{Deserialize, Deserializer, Error as _, Visitor};
use toml::Spanned;

use crate::compare::Detail;
use crate::language::Language;
use crate::read::{Layout, Limits, Revisions};
use crate::report::{Context, Editorial};

/// A series of texts, how they are read and shown, and what is made of them.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[cfg_attr(test, schemars(title = "rature.toml"))]
pub(super) struct ProjectFile {
    /// The texts.
    pub(super) series: Option<Series>,
    /// How they are read and shown, as the options of `rature diff` of the same names.
    #[serde(default)]
    pub(super) options: Options,
    /// Paragraphs that a person has paired.
    #[serde(default)]
    pub(super) pins: Vec<Pins>,
    /// What is made.
    #[serde(default)]
    pub(super) outputs: Vec<Output>,
    /// Drafts with the proposals of several delegations.
    #[serde(default, rename = "compilation")]
    pub(super) compilations: Vec<Compilation>,
}

/// A draft with the proposals on it.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Compilation {
    /// The draft, from the folder of rature.toml.
    #[cfg_attr(test, schemars(with = "String"))]
    pub(super) base: Spanned<String>,
    /// The copies, each by the name of its delegation, in the order in which they are named.
    #[cfg_attr(test, schemars(with = "BTreeMap<String, String>"))]
    pub(super) proposals: Spanned<BTreeMap<String, Spanned<String>>>,
    /// What is made, from the folder of rature.toml: .html, .docx, .txt (a rolling text), .csv or .json by its ending.
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    pub(super) outputs: Vec<Spanned<String>>,
    /// The tables that are made: .html or .docx.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    pub(super) tables: Vec<Spanned<String>>,
    /// Whether the names of the delegations are withheld.
    #[serde(default)]
    pub(super) anonymous: bool,
    /// Whether differences of mere typography are proposals too.
    #[serde(default)]
    pub(super) typography: bool,
    /// The names of those whose copy is part of the draft: what it lacks is not deleted.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    pub(super) excerpts: Vec<Spanned<String>>,
}

/// One resolution through the years.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Series {
    /// What the series is called: {series} in paths of outputs.
    pub(super) name: String,
    /// The language of the texts; found from the words of each when left out.
    pub(super) language: Option<Language>,
    /// The texts, the earliest first.
    #[cfg_attr(test, schemars(with = "Vec<Text>", length(min = 1)))]
    pub(super) documents: Spanned<Vec<Text>>,
}

/// None: a project of compilations alone.
impl Default for Series {
    fn default() -> Self {
        Self { name: String::new(), language: None, documents: Spanned::new(0..0, vec![]) }
    }
}

/// One text.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Text {
    /// What the text is called, no two the same: {label}, {old} and {new} in paths of outputs.
    #[cfg_attr(test, schemars(with = "String"))]
    pub(super) label: Spanned<String>,
    /// The file, from the folder of rature.toml.
    #[cfg_attr(test, schemars(with = "String"))]
    pub(super) path: Spanned<String>,
    /// When it was adopted, YYYY-MM-DD; as the text says when left out.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub(super) date: Option<Date>,
    /// The same text in other languages: one or two files, from the folder of rature.toml. An output of concord compares them with it.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Vec<String>", length(max = 2)))]
    pub(super) versions: Vec<Spanned<String>>,
}

/// How texts are read and redlines shown.
#[derive(Debug, Default, serde::Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Options {
    /// How lines make paragraphs; found from the lines of each text when left out.
    pub(super) layout: Option<Layout>,
    /// The language of headings and remarks; that of the later text when left out.
    pub(super) ui_lang: Option<Language>,
    /// What becomes of tracked changes in Word files; accept when left out.
    #[serde(default)]
    pub(super) revisions: Revisions,
    /// A file whose first line is the password of encrypted PDFs, from the folder of rature.toml.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub(super) password_file: Option<Spanned<String>>,
    /// How many unchanged paragraphs are shown beside each change, or "all"; 1 when left out.
    #[cfg_attr(test, schemars(with = "Option<ContextSchema>"))]
    pub(super) context: Option<ContextValue>,
    /// What is shown of editorial changes; light when left out.
    #[serde(default)]
    pub(super) editorial: Editorial,
    /// How finely the changes of redlines and tables are told apart; drafter when left out.
    #[serde(default)]
    pub(super) detail: Detail,
    /// Columns of the terminal form and of outlines, 20 to 1000; 100 when left out.
    #[cfg_attr(test, schemars(with = "Option<u16>", range(min = 20, max = 1000)))]
    pub(super) width: Option<Spanned<i64>>,
    /// What a file may unfold into, as the options --max-unpacked, --max-ratio, --max-depth, --max-pages, --max-objects, --max-text and --max-work.
    #[serde(default)]
    pub(super) limits: Limits,
}

/// Decisions about one pair of texts.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Pins {
    /// The label of the earlier text.
    #[cfg_attr(test, schemars(with = "String"))]
    pub(super) old: Spanned<String>,
    /// The label of the later text.
    #[cfg_attr(test, schemars(with = "String"))]
    pub(super) new: Spanned<String>,
    /// "OP12=OP14": old OP12 became new OP14. "OP3": OP3 is matched with nothing.
    #[serde(rename = "pins")]
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    pub(super) decisions: Vec<Spanned<String>>,
}

/// Files that are made.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Output {
    /// Of what.
    pub(super) make: Make,
    /// In which form: outline or json for a structure; terminal, html, json, markdown, csv or docx for a redline; html or docx for
    /// a table; terminal, html, json or csv for the series; terminal, html, json, markdown or csv for a concord.
    #[cfg_attr(test, schemars(with = "FormatName"))]
    pub(super) format: Spanned<FormatName>,
    /// Where, from the folder of rature.toml: {series}, {label} and {stem} in that of a structure or a concord; {series}, {old}, {new},
    /// {old-stem} and {new-stem} in that of a redline; {series} in that of a table or the series.
    #[cfg_attr(test, schemars(with = "String"))]
    pub(super) path: Spanned<String>,
    /// The labels of the texts whose structure is made, or whose versions are compared; all when left out.
    #[cfg_attr(test, schemars(with = "Option<Vec<String>>"))]
    pub(super) documents: Option<Spanned<Vec<Spanned<String>>>>,
    /// The labels, old and new, of the pairs whose redline is made; all neighbours when left out.
    #[cfg_attr(test, schemars(with = "Option<Vec<[String; 2]>>"))]
    pub(super) pairs: Option<Spanned<Vec<[Spanned<String>; 2]>>>,
}

/// What an output shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
pub(super) enum Make {
    /// How each text was read: its paragraphs and every repair.
    Structure,
    /// What changed between each text and the next.
    Redline,
    /// All texts side by side, a paragraph a row.
    Table,
    /// Every paragraph through all texts.
    Series,
    /// Where the versions of a text in several languages disagree.
    Concord,
}

/// The form of an output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
pub(super) enum FormatName {
    /// For people: paragraphs, then repairs.
    Outline,
    /// For people, without colours.
    Terminal,
    /// One page to open, print or send.
    Html,
    /// For programs.
    Json,
    /// For issues, pull requests and mail.
    Markdown,
    /// One row a change, for spreadsheets.
    Csv,
    /// A Word document: with tracked changes, or with the table.
    Docx,
}

/// As it is shown: a number of paragraphs, or "all".
#[derive(Debug, Clone, Copy)]
pub(super) struct ContextValue(pub(super) Context);

/// A number of paragraphs, or "all".
#[cfg(test)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Context"))]
#[cfg_attr(test, schemars(untagged))]
#[allow(dead_code, reason = "only its schema is used")]
enum ContextSchema {
    Paragraphs(usize),
    #[cfg_attr(test, schemars(extend("const" = "all")))]
    All(String),
}

impl<'de> Deserialize<'de> for ContextValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;
        impl Visitor<'_> for Read {
            type Value = ContextValue;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number of paragraphs, or \"all\"")
            }

            fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<ContextValue, E> {
                let wrong = || E::invalid_value(serde::de::Unexpected::Signed(number), &self);
                usize::try_from(number).map(|n| ContextValue(Context::Paragraphs(n))).map_err(|_| wrong())
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<ContextValue, E> {
                if text == "all" {
                    return Ok(ContextValue(Context::All));
                }
                Err(E::invalid_value(serde::de::Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_any(Read)
    }
}

/// A day, in quotes or as TOML has it.
#[derive(Debug, Clone)]
pub(super) struct Date(pub(super) String);

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let wrong = || D::Error::custom("date is no day: write it as \"2021-12-09\"");
        let day = match toml::Value::deserialize(deserializer)? {
            toml::Value::String(text) => text.parse::<toml::value::Datetime>().map_err(|_| wrong())?,
            toml::Value::Datetime(day) => day,
            _ => return Err(wrong()),
        };
        match (day.date, day.time) {
            (Some(date), None) => Ok(Self(date.to_string())),
            _ => Err(wrong()),
        }
    }
}

/// The JSON Schema (draft 2020-12) of `rature.toml`, with a final line feed.
#[cfg(test)]
pub(crate) fn schema() -> String {
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<ProjectFile>();
    let mut text = serde_json::to_string_pretty(&schema).expect("only maps with string keys");
    text.push('\n');
    text
}
