//! `rature batch`: many pairs and series in one run.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, BufWriter, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::args::ReadingArgs;
use super::input::{STANDARD_INPUT, shown_name};
use crate::batch::{BatchOptions, Counts, Done, Wanted, batch, in_order};
use crate::files::write_whole;
use crate::{Error, ErrorKind};

pub(super) const BATCH_EXAMPLES: &str = r#"Examples:
  rature batch jobs.jsonl -o summaries.jsonl
  rature batch jobs.jsonl --write redline --shard 1/4 -o part1.jsonl
  echo '{"id": "a", "texts": ["2020.txt", "2021.txt"]}' | rature batch -

A job is one line: {"id": "a", "texts": ["old.txt", "new.txt"]}; a text may also be {"text": "…", "label": "…"}.
Exit codes: 0 all jobs are done, 1 some failed and say so in their lines, 2 trouble."#;

#[derive(Debug, Args)]
pub(super) struct BatchArgs {
    /// The jobs, one line of JSON each; - is standard input.
    #[arg(value_parser = super::settings::file_name)]
    jobs: String,
    /// What is written of each job.
    #[arg(long, value_enum, default_value = "summary")]
    write: WriteArg,
    /// Write to FILE instead of standard output, line by line as jobs are done.
    #[arg(short, long, value_name = "FILE", value_parser = super::settings::file_name)]
    output: Option<String>,
    /// Keep what FILE of -o has, and do only the jobs whose ids it does not have, and those that failed.
    #[arg(long, requires = "output")]
    resume: bool,
    /// Do the I-th of every N jobs, so that N runs together do all.
    #[arg(long, value_name = "I/N", default_value = "1/1", value_parser = shard)]
    shard: (usize, usize),
    /// Threads; by default as many as there are cores.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    #[command(flatten)]
    reading: ReadingArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum WriteArg {
    /// The counts and doubts of each text and the next.
    Summary,
    /// What changed in the figures of each text and the next, and what should have.
    Findings,
    /// The redline of each text and the next.
    Redline,
    /// The whole series.
    Series,
}

/// "2/4": the second of four parts.
fn shard(typed: &str) -> Result<(usize, usize), String> {
    let parts = typed.split_once('/').and_then(|(part, parts)| Some((part.parse().ok()?, parts.parse().ok()?)));
    parts
        .filter(|&(part, parts)| 1 <= part && part <= parts)
        .ok_or_else(|| "a part and how many there are, such as 2/4".to_owned())
}

/// `rature batch`.
pub(super) fn command(args: &BatchArgs) -> Result<ExitCode, Error> {
    args.reading.refuse_inputs(args.output.as_deref(), [args.jobs.as_str()])?;
    let name = shown_name(&args.jobs);
    let options = BatchOptions {
        reading: args.reading.options()?,
        max_size: args.reading.max_size,
        wanted: match args.write {
            WriteArg::Summary => Wanted::Summary,
            WriteArg::Findings => Wanted::Findings,
            WriteArg::Redline => Wanted::Redline,
            WriteArg::Series => Wanted::Series,
        },
        shard: args.shard,
    };
    let input: Box<dyn BufRead + Send> = if args.jobs == STANDARD_INPUT {
        Box::new(BufReader::new(std::io::stdin()))
    } else {
        let cannot = |error| Error::io(ErrorKind::Unreadable, &name, "cannot be opened: check the name", error);
        Box::new(BufReader::new(File::open(&args.jobs).map_err(cannot)?))
    };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(args.threads.map_or(0, usize::from)).build();
    let pool =
        pool.map_err(|error| Error::new(ErrorKind::Usage, "--threads", format!("cannot be started ({error}): name fewer")))?;
    // The last that can fail before the first job: an earlier output is emptied here.
    let (mut output, done) = opened(args)?;
    let bar = progress(args);
    let counts = pool.install(|| batch((input, &name), &mut output, &done, &options, || bar.inc(1)));
    bar.finish_and_clear();
    let counts = counts?;
    drop(output);
    let left = match &args.output {
        Some(file) if done.failed() > 0 => put_in_order(file)?.failed().saturating_sub(counts.failed),
        _ => 0,
    };
    finish(counts, left);
    Ok(ExitCode::from(u8::from(counts.failed + left > 0)))
}

/// Gives the lines of jobs that were tried again the places of those that failed; what `file` says then.
fn put_in_order(file: &str) -> Result<Done, Error> {
    let cannot = |error| Error::io(ErrorKind::Unreadable, file, "cannot be read again: check its permissions", error);
    let ordered = in_order(&std::fs::read(file).map_err(cannot)?);
    write_whole(&ordered, Path::new(file), file)?;
    Ok(Done::of(&ordered))
}

/// Where lines go, and what was done before.
fn opened(args: &BatchArgs) -> Result<(Box<dyn Write + Send>, Done), Error> {
    let Some(file) = &args.output else { return Ok((Box::new(BufWriter::new(std::io::stdout())), Done::default())) };
    let cannot = |error| Error::io(ErrorKind::Unwritable, file, "cannot be written: check its folder and permissions", error);
    let earlier = std::fs::read(file).or_else(absent).map_err(cannot)?;
    if !Done::is_ours(&earlier) {
        // It may be one of the texts, which jobs name one after the other.
        let message = "is no output of rature batch, and is not overwritten: give -o another name";
        return Err(Error::new(ErrorKind::Usage, file, message));
    }
    let done = if args.resume { Done::of(&earlier) } else { Done::default() };
    let opened = OpenOptions::new().write(true).create(true).truncate(!args.resume).open(file).map_err(cannot)?;
    // A line that an earlier run was stopped in is written again.
    opened.set_len(done.whole() as u64).map_err(cannot)?;
    let mut output = opened;
    std::io::Seek::seek(&mut output, std::io::SeekFrom::End(0)).map_err(cannot)?;
    Ok((Box::new(BufWriter::new(output)), done))
}

fn absent(error: std::io::Error) -> std::io::Result<Vec<u8>> {
    if error.kind() == std::io::ErrorKind::NotFound { Ok(vec![]) } else { Err(error) }
}

/// What a terminal shows of the run: done, rate, and time left where the jobs can be counted. Nothing elsewhere.
fn progress(args: &BatchArgs) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let lines = || Some(BufReader::new(File::open(&args.jobs).ok()?).split(b'\n').count() as u64);
    let total = Some(&args.jobs).filter(|jobs| *jobs != STANDARD_INPUT).and_then(|_| lines());
    let (part, parts) = (args.shard.0 as u64, args.shard.1 as u64);
    let bar = ProgressBar::with_draw_target(total.map(|lines| (lines + parts - part) / parts), ProgressDrawTarget::stderr());
    let shown = match total {
        Some(_) => "{bar:30} {pos} of {len} jobs, {per_sec}, {eta} left",
        None => "{spinner} {pos} jobs, {per_sec}",
    };
    bar.with_style(ProgressStyle::with_template(shown).expect("the template is well-formed"))
}

/// Says how the run went, where that is asked for or something failed; `left` lines of an earlier run say an error and no job of this
/// one was theirs.
fn finish(counts: Counts, left: usize) {
    let mut said = std::io::stderr();
    let skipped = if counts.skipped > 0 { format!(", {} done before", counts.skipped) } else { String::new() };
    let left_over = if left > 0 { format!(", {left} failed before and not among these jobs") } else { String::new() };
    if said.is_terminal() || counts.failed + left > 0 {
        let _ = writeln!(said, "rature: {} jobs done, {} of them failed{skipped}{left_over}", counts.done, counts.failed);
    }
}
