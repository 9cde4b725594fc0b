//! `rature batch`: many pairs and series in one run.

mod output;

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, IsTerminal, Read, Write};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::args::ReadingArgs;
use super::input::{STANDARD_INPUT, shown_name};
use super::isolate::IsolationArgs;
use super::threads;
use crate::batch::{BatchOptions, Counts, Done, STACK, Wanted, batch};
use crate::{Error, ErrorKind};
use output::Output;

pub(super) const BATCH_EXAMPLES: &str = r#"Examples:
  rature batch jobs.jsonl -o summaries.jsonl
  rature batch jobs.jsonl --write redline --shard 1/4 -o part1.jsonl
  echo '{"id": "a", "texts": ["2020.txt", "2021.txt"]}' | rature batch -

A job is one line: {"id": "a", "texts": ["old.txt", "new.txt"]}; a text may also be {"text": "…", "label": "…"}.
Exit codes: 0 all jobs are done, 1 some failed and say so in their lines, 2 trouble."#;

#[derive(Debug, Args)]
pub(super) struct BatchArgs {
    /// The jobs, one line of JSON each; - is standard input.
    #[arg(value_parser = super::values::file_name)]
    jobs: String,
    /// What to write for each job.
    #[arg(long, value_enum, default_value = "summary")]
    write: WriteArg,
    /// Write to FILE instead of standard output, line by line as jobs are done.
    #[arg(short, long, value_name = "FILE", value_parser = super::values::file_name)]
    output: Option<String>,
    /// Keep the lines that the -o file has, and do only the jobs that are missing in it or failed.
    #[arg(long, requires = "output")]
    resume: bool,
    /// Do every N-th job, beginning with the I-th, so that N runs together do all.
    #[arg(long, value_name = "I/N", default_value = "1/1", value_parser = shard)]
    shard: (usize, usize),
    /// Number of threads [default: one for each core].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    #[command(flatten)]
    reading: ReadingArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum WriteArg {
    /// Counts and doubts for each text and the next.
    Summary,
    /// Figures that changed from each text to the next, and those that should have.
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
pub(super) fn command(args: &BatchArgs, isolation: &IsolationArgs) -> Result<ExitCode, Error> {
    args.reading.refuse_inputs(args.output.as_deref(), [args.jobs.as_str()])?;
    let name = shown_name(&args.jobs);
    let mut options = BatchOptions::default();
    options.reading = args.reading.options()?;
    options.max_size = args.reading.max_size;
    options.wanted = match args.write {
        WriteArg::Summary => Wanted::Summary,
        WriteArg::Findings => Wanted::Findings,
        WriteArg::Redline => Wanted::Redline,
        WriteArg::Series => Wanted::Series,
    };
    options.shard = args.shard;
    options.isolation = isolation.always()?;
    let input: Box<dyn Read + Send> = if args.jobs == STANDARD_INPUT {
        Box::new(std::io::stdin())
    } else {
        let cannot = |error| Error::io(ErrorKind::Unreadable, &name, "cannot be opened: check the name", error);
        Box::new(File::open(&args.jobs).map_err(cannot)?)
    };
    let threads = args.threads.map_or_else(threads::asked, usize::from);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).stack_size(STACK).build();
    let pool =
        pool.map_err(|error| Error::new(ErrorKind::Usage, "--threads", format!("cannot be started ({error}): name fewer")))?;
    let bar = progress(args);
    let run = |output: &mut (dyn Write + Send), done| {
        let counts = pool.install(|| batch((input, &name), output, done, &options, || bar.inc(1)));
        bar.finish_and_clear();
        counts
    };
    let Some(file) = &args.output else {
        let counts = run(&mut BufWriter::new(std::io::stdout()), Done::default())?;
        return Ok(finish(counts, 0));
    };
    // The last that can fail before the first job: an earlier output is emptied here.
    let (output, done) = Output::open(file, args.resume.then_some(&options))?;
    let is_to_be_ordered = done.is_to_be_ordered();
    let counts = run(&mut BufWriter::new(output.file()), done)?;
    let left = if is_to_be_ordered { output.put_in_order()?.saturating_sub(counts.failed) } else { 0 };
    Ok(finish(counts, left))
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
/// one was theirs. What the program exits with.
fn finish(counts: Counts, left: usize) -> ExitCode {
    let mut said = std::io::stderr();
    let skipped = if counts.skipped > 0 { format!(", {} done before", counts.skipped) } else { String::new() };
    let left_over = if left > 0 { format!(", {left} failed before and not among these jobs") } else { String::new() };
    if said.is_terminal() || counts.failed + left > 0 {
        let _ = writeln!(said, "rature: {} jobs done, {} of them failed{skipped}{left_over}", counts.done, counts.failed);
    }
    ExitCode::from(u8::from(counts.failed + left > 0))
}
