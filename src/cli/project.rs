//! `rature init`, `build`, `check` and `watch`: a series of texts with the redlines kept beside them.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::input::stem;
use super::output;
use super::texts::named;
use crate::files::{Most, bytes_of};
use crate::project::{
    Drafted, FILE_NAME, Outcome, Project, Rewrite, Written, bless, build as build_one, check as check_one, draft, find, github,
    junit, keep_actual, load, plain,
};
use crate::read::ReadOptions;
use crate::render::visible;
use crate::structure::{Called, document_of};
use crate::{Error, ErrorKind};

pub(super) const INIT_EXAMPLES: &str = "Examples:
  rature init texts/
  rature init 2019.txt 2020.txt 2021.txt";

pub(super) const BUILD_EXAMPLES: &str = "Examples:
  rature build
  rature build --config fr/rature.toml --config en/rature.toml";

pub(super) const CHECK_EXAMPLES: &str = "Examples:
  rature check
  rature check --bless
  rature check --format github
  rature check --format junit -o rature.xml

Exit codes: 0 all is as on disk, 1 something differs, is missing or extra, 2 trouble: nothing was compared.";

pub(super) const WATCH_EXAMPLES: &str = "Example:
  rature watch";

/// The largest text that `rature init` reads.
const LARGEST: u64 = 64 << 20;

#[derive(Debug, Args)]
pub(super) struct InitArgs {
    /// The texts, or a folder of them.
    #[arg(required = true, value_name = "FILE|FOLDER", value_parser = super::values::file_name)]
    pub(super) texts: Vec<String>,
    /// Overwrite an existing rature.toml.
    #[arg(long)]
    pub(super) force: bool,
}

#[derive(Debug, Args)]
pub(super) struct ProjectArgs {
    /// The project file [default: rature.toml here or in the nearest folder above]. May be repeated.
    #[arg(long, value_name = "FILE")]
    pub(super) config: Vec<PathBuf>,
    /// Allow outputs in this folder too, besides that of the project file, even if it is hidden or behind a link. May be
    /// repeated.
    #[arg(long, value_name = "FOLDER")]
    pub(super) outputs_in: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct BuildArgs {
    #[command(flatten)]
    pub(super) project: ProjectArgs,
    /// Write all outputs, also those that have not changed, and overwrite files that rature did not write.
    #[arg(long)]
    pub(super) force: bool,
}

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    pub(super) project: ProjectArgs,
    /// How differences are reported.
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: CheckFormat,
    /// Write the report to FILE; standard output then has only the counts.
    #[arg(short, long, value_name = "FILE", value_parser = super::values::file_name)]
    pub(super) output: Option<String>,
    /// Folder for the outputs made now that differ, for you to look at.
    #[arg(long, value_name = "FOLDER", default_value = "target/rature")]
    pub(super) actual_dir: PathBuf,
    /// Accept the outputs made now: write those that differ or are missing, and remove those that the project wrote and no longer
    /// makes. Refused when CI is set.
    #[arg(long)]
    pub(super) bless: bool,
    /// With --bless, accept even when CI is set.
    #[arg(long, requires = "bless")]
    pub(super) force: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum CheckFormat {
    /// For people.
    Text,
    /// Annotations of a GitHub workflow.
    Github,
    /// JUnit XML, for other programs.
    Junit,
}

impl ProjectArgs {
    /// The project files meant.
    pub(super) fn files(&self) -> Result<Vec<PathBuf>, Error> {
        if !self.config.is_empty() {
            return Ok(self.config.clone());
        }
        let here = std::env::current_dir().map_err(|error| {
            Error::io(
                ErrorKind::Unreadable,
                ".",
                "the working folder cannot be read: go to another, or name a file with --config",
                error,
            )
        })?;
        Ok(vec![find(&here)?])
    }

    fn projects(&self) -> Result<Vec<Project>, Error> {
        self.files()?.iter().map(|file| self.project(file)).collect()
    }

    /// The project of one of the files.
    pub(super) fn project(&self, file: &Path) -> Result<Project, Error> {
        Ok(self.outputs_in.iter().fold(load(file)?, Project::outputs_in))
    }
}

/// `rature init`.
pub(super) fn init(args: &InitArgs) -> Result<ExitCode, Error> {
    if Path::new(FILE_NAME).exists() && !args.force {
        return Err(Error::new(ErrorKind::Usage, FILE_NAME, "is there already, and is not overwritten: edit it, or add --force"));
    }
    let mut texts = vec![];
    for path in named(&args.texts)? {
        let bytes = bytes_of(Path::new(&path), &path, Most::Fixed(LARGEST))?;
        let document = document_of(&bytes, &Called { name: &path, stem: &stem(&path) }, &ReadOptions::default())?;
        texts.push(Drafted { path, document });
    }
    if texts.len() < 2 {
        return Err(Error::new(ErrorKind::Usage, args.texts.join(" "), "a series needs two texts: name another"));
    }
    let count = texts.len();
    let folder = std::env::current_dir().ok().and_then(|here| Some(here.file_name()?.to_string_lossy().into_owned()));
    output::write(&draft(texts, folder.as_deref().unwrap_or("series")), Some(FILE_NAME))?;
    let said = format!("wrote {FILE_NAME}: {count} texts; look at their labels and order in it, then: rature build\n");
    output::write(&said, None)?;
    Ok(ExitCode::SUCCESS)
}

/// `rature build`.
pub(super) fn build(args: &BuildArgs) -> Result<ExitCode, Error> {
    let rewrite = if args.force { Rewrite::All } else { Rewrite::Changed };
    for project in args.project.projects()? {
        say(&built(&project, &build_one(&project, rewrite)?))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// What `rature build` says of a project.
pub(super) fn built(project: &Project, done: &Written) -> String {
    let mut said = String::new();
    for file in &done.written {
        let _ = writeln!(said, "wrote {file}");
    }
    for file in &done.extra {
        let _ = writeln!(said, "left {file}: no output of the project makes it, rature check will fail");
    }
    let (written, same) = (done.written.len(), done.same.len());
    let _ = writeln!(said, "{}: {written} written, {same} unchanged", project.series());
    said
}

fn say(text: &str) -> Result<(), Error> {
    let lines: Vec<String> = text.lines().map(|line| visible(line).into_owned() + "\n").collect();
    output::write(&lines.concat(), None)
}

/// `rature check`.
pub(super) fn check(args: &CheckArgs) -> Result<ExitCode, Error> {
    let projects = args.project.projects()?;
    if args.bless {
        return accept(&projects, args.force);
    }
    let mut outcomes = vec![];
    let mut kept = vec![];
    for project in &projects {
        output::refuse_inputs(args.output.as_deref(), project.inputs().iter().map(PathBuf::as_path))?;
        let (outcome, made) = check_one(project)?;
        kept.extend(keep_actual(project, &outcome, &made, &args.actual_dir)?);
        outcomes.push(outcome);
    }
    let counts: String = outcomes.iter().map(counts).collect();
    let told = match args.format {
        CheckFormat::Text => outcomes.iter().map(plain).collect::<String>(),
        CheckFormat::Github => outcomes.iter().map(github).collect::<String>() + &counts,
        CheckFormat::Junit => junit(&outcomes),
    };
    let is_fine = outcomes.iter().all(|outcome| outcome.faults.is_empty());
    let advice = advice(&outcomes, &kept, &args.actual_dir);
    match (&args.output, args.format) {
        (Some(file), _) => {
            output::write(&told, Some(file))?;
            say(&format!("{counts}what was found is in {file}\n{advice}"))?;
        }
        // Nothing but XML, for the program that reads it.
        (None, CheckFormat::Junit) => output::write(&told, None)?,
        (None, _) => say(&(told + &advice))?,
    }
    Ok(ExitCode::from(u8::from(!is_fine)))
}

/// The last line of what is told of a project.
fn counts(outcome: &Outcome) -> String {
    plain(outcome).lines().next_back().map(|line| format!("{line}\n")).unwrap_or_default()
}

/// What to do, when something is wrong.
fn advice(outcomes: &[Outcome], kept: &[String], folder: &Path) -> String {
    if outcomes.iter().all(|outcome| outcome.faults.is_empty()) {
        return String::new();
    }
    let mut said = String::new();
    if !kept.is_empty() {
        let _ = writeln!(said, "what is made now is in {}, to look at", folder.display());
    }
    said.push_str("if it is right: rature check --bless, then commit the goldens with the texts; if not: correct the text\n");
    said
}

fn accept(projects: &[Project], force: bool) -> Result<ExitCode, Error> {
    let is_ci = std::env::var_os("CI").is_some_and(|value| !matches!(value.to_str(), Some("" | "0" | "false")));
    if is_ci && !force {
        let what = "a person accepts goldens, and CI is set: run it on your own machine and commit them, or add --force";
        return Err(Error::new(ErrorKind::Usage, "--bless", what));
    }
    for project in projects {
        let done = bless(project)?;
        let mut said = String::new();
        for file in &done.written {
            let _ = writeln!(said, "accepted {file}");
        }
        for file in &done.removed {
            let _ = writeln!(said, "removed {file}");
        }
        for file in &done.extra {
            let _ = writeln!(said, "left {file}: the project did not write it, or it was changed since; rature check will fail");
        }
        let (written, removed, same) = (done.written.len(), done.removed.len(), done.same.len());
        let _ = writeln!(said, "{}: {written} accepted, {removed} removed, {same} unchanged", project.series());
        say(&said)?;
    }
    Ok(ExitCode::SUCCESS)
}
