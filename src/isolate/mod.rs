//! Work in a process of its own, with limits of memory and time, so that its end is an error and not the end of the program.
//!
//! ```text
//! this process                         rature isolated 4294967296
//! Worker::ask(question)   ─────────→   serve: answer(question)
//!                         ←─────────   answer
//!                         ←── dies     out of memory, out of stack, an abort: End, and the next worker starts
//!                         kills ──→    longer than the limit of time: End::Time
//! ```
//!
//! A panic can be caught, an abort cannot: memory that is refused, a stack that overflows, and whatever the code of others ends
//! itself with. So the program is started again, and the two talk through pipes. A worker answers many questions: starting one takes
//! some milliseconds, a question and its answer some microseconds. [`whole`] does a whole command in one process of its own.
//!
//! The limit of memory is one of address space. It holds on Linux; elsewhere the limit of time stands alone. Time is counted by the
//! clock, and is the last resort: work is limited where it arises, so that results do not depend on the speed of a machine.
//!
//! Not a stage of the text's way: it knows bytes and processes, and nothing of resolutions.

mod inside;
mod whole;
mod worker;

pub(crate) use inside::{limit, serve};
pub(crate) use whole::whole;
pub(crate) use worker::Worker;

use std::ffi::OsString;
use std::fmt;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::sync::OnceLock;

use crate::{Error, ErrorKind};

/// Where Linux has the program that is running.
const ITSELF: &str = "/proc/self/exe";

/// What starts the program again where it is part of another one: that other one, then its arguments.
static STARTED_BY: OnceLock<Vec<OsString>> = OnceLock::new();

/// Says, once, what starts the program again: an interpreter that has loaded it, say.
pub(crate) fn started_by(command: Vec<OsString>) {
    let _ = STARTED_BY.set(command);
}

/// How a process of its own is started, and what it may take.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Isolation {
    /// The program.
    pub program: PathBuf,
    /// Its arguments; the limit of memory in bytes comes behind them.
    pub arguments: Vec<OsString>,
    /// Bytes of address space.
    pub memory: u64,
    /// Seconds, for one question or for a whole command.
    pub seconds: u64,
}

impl Isolation {
    /// The program that is running, started with `arguments` and the limit of memory.
    ///
    /// # Errors
    /// When the system does not say which program that is.
    pub fn again(arguments: impl IntoIterator<Item = impl Into<OsString>>) -> io::Result<Self> {
        let (program, before) = match STARTED_BY.get().map(Vec::as_slice) {
            Some([program, before @ ..]) => (program.into(), before),
            // The name may by now be that of another version; this is the program itself.
            _ if Path::new(ITSELF).exists() => (ITSELF.into(), [].as_slice()),
            _ => (std::env::current_exe()?, [].as_slice()),
        };
        let arguments = before.iter().cloned().chain(arguments.into_iter().map(Into::into)).collect();
        Ok(Self { program, arguments, memory: Self::MEMORY, seconds: Self::SECONDS })
    }

    /// 4 GiB: two texts at the limits of size take less.
    pub const MEMORY: u64 = 4 << 30;
    /// Two minutes: 20,000 times what a pair of ordinary texts takes.
    pub const SECONDS: u64 = 120;

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).arg(self.memory.to_string());
        command
    }

    /// What became of a process that ended without an answer, from how it ended and what it said.
    fn end(&self, status: Option<ExitStatus>, said: &[u8]) -> End {
        let says = |what: &str| said.windows(what.len()).any(|part| part == what.as_bytes());
        if says("memory allocation of") {
            End::Memory(self.memory)
        } else if says("overflowed its stack") {
            End::Stack
        } else {
            End::Fault(status.map_or_else(String::new, |status| format!(" ({status})")))
        }
    }
}

/// Why a process of its own gave no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum End {
    /// It needed more than these bytes.
    Memory(u64),
    /// Things within things: it ran out of stack.
    Stack,
    /// It took more than these seconds.
    Time(u64),
    /// Any other: with its exit status.
    Fault(String),
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Memory(most) => {
                write!(f, "needs more memory than {}: if you trust its texts, allow more with --max-memory", size(*most))
            }
            Self::Stack => write!(f, "nests deeper than can be read, and was ended: look at what its texts nest"),
            Self::Time(most) => {
                let unit = if *most == 1 { "second" } else { "seconds" };
                write!(f, "takes longer than {most} {unit}: if you trust its texts, allow more with --max-time")
            }
            Self::Fault(status) => {
                write!(f, "ended the process that did it{status}: please report it with its texts")
            }
        }
    }
}

/// The error of a process of its own that cannot be started.
pub(crate) fn unstarted(error: io::Error) -> Error {
    let message = "a process of its own cannot be started: end other programs, or give --isolate=no";
    Error::io(ErrorKind::Usage, "--isolate", message, error)
}

/// "512M", as an option takes it.
fn size(bytes: u64) -> String {
    [(30, "G"), (20, "M"), (10, "K")]
        .into_iter()
        .find(|(shift, _)| bytes > 0 && bytes.is_multiple_of(1 << shift))
        .map_or_else(|| format!("{bytes} bytes"), |(shift, unit)| format!("{}{unit}", bytes >> shift))
}

/// Writes `bytes` behind their number.
fn write_frame(to: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    to.write_all(&(bytes.len() as u64).to_le_bytes())?;
    to.write_all(bytes)?;
    to.flush()
}

/// What [`write_frame`] wrote; None at the end.
fn read_frame(from: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 8];
    if from.read(&mut length[..1])? == 0 {
        return Ok(None);
    }
    from.read_exact(&mut length[1..])?;
    let (length, mut bytes) = (u64::from_le_bytes(length), vec![]);
    from.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == length { Ok(Some(bytes)) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}
