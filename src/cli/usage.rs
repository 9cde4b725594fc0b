//! What was typed and makes no sense, in one line as all other trouble.
//!
//! ```text
//! clap   error: invalid value 'htm' for '--format <FORMAT>'
//!          [possible values: terminal, html, json, markdown, csv, docx]
//!
//!          tip: a similar value exists: 'html'
//!
//!        For more information, try '--help'.
//! here   rature: --format htm: is none of terminal, html, json, markdown, csv, docx: did you mean html? (see rature help diff)
//! ```
//!
//! clap says what it met as a kind and pieces of context; the line is made of those, never of its own text.

use std::error::Error as _;
use std::ffi::OsString;
use std::io::{self, Write};
use std::num::ParseIntError;
use std::path::Path;
use std::process::ExitCode;

use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind as Kind};

use super::FAILED;
use super::typed::Typed;
use crate::render::visible;
use crate::{Error, ErrorKind};

/// Tells what clap answered instead of arguments: help and version as clap prints them, all else in one line.
pub(super) fn told(error: &clap::Error, arguments: &[String]) -> ExitCode {
    // With standard output or error gone there is nobody left to tell.
    if !error.use_stderr() || error.kind() == Kind::DisplayHelpOnMissingArgumentOrSubcommand {
        let _ = error.print();
    } else {
        let _ = writeln!(io::stderr(), "rature: {}", visible(&in_one_line(error, arguments).to_string()));
    }
    if error.use_stderr() { ExitCode::from(FAILED) } else { ExitCode::SUCCESS }
}

fn in_one_line(error: &clap::Error, arguments: &[String]) -> Error {
    let command = command_in(arguments);
    let said = Said { error, command: command.as_deref(), torn: torn(arguments) };
    let (on, what) = said.on_and_what();
    let help = command.as_deref().map_or("rature help".to_owned(), |command| format!("rature help {command}"));
    Error::new(ErrorKind::Usage, on, format!("{what} (see {help})"))
}

/// Of an error about what was typed: the same, with a name that was typed without quotes and is a file.
pub(super) fn with_quotes(error: Error, arguments: &[OsString]) -> Error {
    let arguments: Vec<String> = arguments.iter().map(|typed| typed.to_string_lossy().into_owned()).collect();
    match torn_file(&arguments).filter(|_| error.kind() == ErrorKind::Unreadable) {
        Some(name) => error.advised(&put_in_quotes(&name)),
        None => error,
    }
}

fn put_in_quotes(name: &str) -> String {
    format!("did you mean \"{name}\"? put it in quotes")
}

/// Words in a row that the shell took for several and that are the name of one file: "my", "draft.pdf".
fn torn_file(arguments: &[String]) -> Option<String> {
    runs(arguments).find(|name| Path::new(name).is_file())
}

/// The same, where no such file is there: a word that is nothing, and what follows it up to an ending.
fn torn(arguments: &[String]) -> Option<String> {
    let has_ending = |word: &str| Path::new(word).extension().is_some();
    torn_file(arguments).or_else(|| {
        runs(arguments).find(|name| {
            let words: Vec<&str> = name.split(' ').collect();
            let (last, others) = words.split_last().unwrap_or((&"", &[]));
            has_ending(last) && others.iter().all(|word| !has_ending(word) && !Path::new(word).exists())
        })
    })
}

/// Every two to eight words in a row, none of which is an option, as one; not the program, and not its command.
fn runs(arguments: &[String]) -> impl Iterator<Item = String> {
    const LONGEST: usize = 8;
    let begin = 1 + usize::from(command_in(arguments).is_some());
    let words = arguments.get(begin..).unwrap_or_default();
    let groups = words.split(|word| word.starts_with('-'));
    groups.flat_map(|group| {
        let lengths = (0..group.len()).flat_map(|from| (from + 2..=group.len().min(from + LONGEST)).map(move |to| (from, to)));
        lengths.map(|(from, to)| group[from..to].join(" "))
    })
}

/// The command that was typed.
fn command_in(arguments: &[String]) -> Option<String> {
    let program = Typed::command();
    let mut words = arguments.iter().skip(1).filter(|word| !word.starts_with('-'));
    words.next().filter(|word| program.find_subcommand(word).is_some()).cloned()
}

/// What clap says, and of which command.
struct Said<'a> {
    error: &'a clap::Error,
    command: Option<&'a str>,
    /// What may be the name of one file.
    torn: Option<String>,
}

impl Said<'_> {
    /// What it is about; what failed and what to do.
    fn on_and_what(&self) -> (String, String) {
        let argument = self.text(ContextKind::InvalidArg);
        match self.error.kind() {
            Kind::InvalidSubcommand => {
                let typed = self.text(ContextKind::InvalidSubcommand);
                let quotes = || self.torn.as_deref().map(put_in_quotes);
                (
                    typed,
                    format!(
                        "is no command: {}",
                        quotes().or_else(|| self.instead()).unwrap_or_else(|| "name one of them".to_owned())
                    ),
                )
            }
            Kind::UnknownArgument => (argument.clone(), self.unknown(&argument)),
            Kind::InvalidValue => self.invalid(&argument),
            Kind::ValueValidation => (self.with_value(&argument), format!("is not understood: give {}", self.wanted())),
            Kind::ArgumentConflict if self.text(ContextKind::PriorArg) == argument => {
                (option(&argument), "is given more than once: give it once".to_owned())
            }
            Kind::ArgumentConflict => {
                let prior = self.text(ContextKind::PriorArg);
                (option(&argument), format!("does not go with {prior}: leave one of them out"))
            }
            Kind::MissingRequiredArgument => (self.on(), format!("needs {argument}: add it")),
            Kind::NoEquals => (option(&argument), format!("takes its value behind an equals sign: write {argument}")),
            Kind::InvalidUtf8 => (self.on(), "has an argument that is not UTF-8: rename the file".to_owned()),
            // No option of rature counts its values so far: clap's own words, the first line of them.
            _ => (self.on(), self.first_line()),
        }
    }

    fn unknown(&self, argument: &str) -> String {
        let is_option = argument.starts_with('-');
        if let Some(name) = self.torn.as_deref().filter(|_| !is_option) {
            return format!("is one too many: {}", put_in_quotes(name));
        }
        let what = if is_option { format!("is no option of {}", self.whole()) } else { "is one too many".to_owned() };
        format!("{what}: {}", self.instead().unwrap_or_else(|| "leave it out".to_owned()))
    }

    fn invalid(&self, argument: &str) -> (String, String) {
        let known = self.text(ContextKind::ValidValue);
        if self.text(ContextKind::InvalidValue).is_empty() {
            let of = if known.is_empty() { String::new() } else { format!(" of {known}") };
            return (option(argument), format!("has no value: add one{of}"));
        }
        let instead = self.instead().unwrap_or_else(|| "choose one of them".to_owned());
        (self.with_value(argument), format!("is none of {known}: {instead}"))
    }

    /// "--context some".
    fn with_value(&self, argument: &str) -> String {
        let value = self.text(ContextKind::InvalidValue);
        format!("{} {}", option(argument), if value.is_empty() { "\"\"" } else { &value })
    }

    /// What a value should have been, as whoever read it says.
    fn wanted(&self) -> String {
        let Some(source) = self.error.source() else { return "another value".to_owned() };
        if source.is::<ParseIntError>() {
            return "a whole number".to_owned();
        }
        let said = source.to_string();
        // clap of a range: "3 is not in 20..=1000".
        match said.rsplit_once(" is not in ") {
            Some((_, range)) => format!("a number from {}", range.replace("..=", " to ")),
            None => said,
        }
    }

    /// What is like what was typed, or would do.
    fn instead(&self) -> Option<String> {
        let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
        let near = near.into_iter().map(|kind| self.text(kind)).find(|near| !near.is_empty());
        let tip = || Some(self.text(ContextKind::Suggested)).filter(|tip| !tip.is_empty());
        near.map(|near| format!("did you mean {near}?")).or_else(tip)
    }

    /// The command, as messages that begin with the program's name call it.
    fn on(&self) -> String {
        self.command.unwrap_or("what was typed").to_owned()
    }

    /// "rature diff".
    fn whole(&self) -> String {
        self.command.map_or_else(|| "rature".to_owned(), |command| format!("rature {command}"))
    }

    fn first_line(&self) -> String {
        let said = self.error.to_string();
        let line = said.lines().next().unwrap_or_default();
        line.strip_prefix("error: ").unwrap_or(line).to_owned()
    }

    /// A piece of the context, as one would type it; empty where there is none.
    fn text(&self, kind: ContextKind) -> String {
        match self.error.get(kind) {
            None | Some(ContextValue::None) => String::new(),
            Some(ContextValue::Strings(many)) => many.join(", "),
            Some(value) => value.to_string(),
        }
    }
}

/// `--format` of `--format <FORMAT>` and of `--exit-code[=<WHICH>]`; `FILE` of `<FILE>` and `[FILE]...`.
fn option(argument: &str) -> String {
    match argument.strip_prefix('-') {
        Some(_) => argument.split([' ', '[', '=']).next().unwrap_or(argument).to_owned(),
        None => argument.trim_end_matches("...").trim_matches(['<', '>', '[', ']']).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    fn line(typed: &str) -> String {
        let arguments: Vec<String> = format!("rature {typed}").split(' ').map(str::to_owned).collect();
        let error = Typed::try_parse_from(&arguments).expect_err(typed);
        in_one_line(&error, &arguments).to_string()
    }

    #[test]
    fn what_was_typed_wrongly_is_said_with_what_to_type() {
        assert_eq!(
            line("diff a b --format htm"),
            "--format htm: is none of terminal, html, json, markdown, csv, docx: did you mean html? (see rature help diff)"
        );
        assert_eq!(line("dif a b"), "dif: is no command: did you mean difftool, diff? (see rature help)");
        assert_eq!(
            line("diff a b --fromat=x"),
            "--fromat: is no option of rature diff: did you mean --format? (see rature help diff)"
        );
        assert_eq!(
            line("diff my draft.pdf their draft.pdf"),
            "their: is one too many: did you mean \"my draft.pdf\"? put it in quotes (see rature help diff)"
        );
        assert_eq!(
            line("my draft.pdf theirs.pdf"),
            "my: is no command: did you mean \"my draft.pdf\"? put it in quotes (see rature help)"
        );
        assert_eq!(line("diff a.txt b.txt c.txt"), "c.txt: is one too many: leave it out (see rature help diff)");
        assert_eq!(line("read a b"), "b: is one too many: leave it out (see rature help read)");
        assert_eq!(
            line("diff a b --context some"),
            "--context some: is not understood: give a number of paragraphs, or all (see rature help diff)"
        );
        assert_eq!(
            line("read a --width 3"),
            "--width 3: is not understood: give a number from 20 to 1000 (see rature help read)"
        );
        assert_eq!(line("read a --max-pages x"), "--max-pages x: is not understood: give a whole number (see rature help read)");
        assert_eq!(line("read a --format"), "--format: has no value: add one of outline, text, json (see rature help read)");
        assert_eq!(line("read a --width 30 --width 40"), "--width: is given more than once: give it once (see rature help read)");
        assert_eq!(line("check --force"), "check: needs --bless: add it (see rature help check)");
        assert_eq!(line("diff"), "diff: needs <OLD>: add it (see rature help diff)");
        assert_eq!(line("read "), "FILE \"\": is not understood: give the name of a file (see rature help read)");
    }

    #[test]
    fn no_message_of_clap_is_passed_on() {
        for typed in [
            "diff a b --exit-code=x", "help nothing", "batch a --shard 3/2", "batch a --threads 0", "lint a --off x", "-x",
            "series",
        ] {
            let said = line(typed);
            assert!(said.contains("(see rature help") && said.lines().count() == 1 && !said.contains('\''), "{typed}: {said}");
        }
    }
}
