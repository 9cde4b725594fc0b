//! A stack for trees as deep as are read: they are walked by calls, and the caller's stack may be small.

use std::panic::resume_unwind;
use std::thread::{Builder, Result as Joined, scope};

use crate::work::{step, steps};
use crate::{Error, ErrorKind};

/// What `work` gives, done in a thread called `thread` with a large stack; the outer error is a panic in it.
///
/// # Errors
/// When no thread can be started to read the file `name`.
pub(super) fn apart<T: Send>(name: &str, thread: &str, work: impl FnOnce() -> T + Send) -> Result<Joined<T>, Error> {
    const STACK: usize = 64 << 20;
    scope(|scope| {
        let work = || (work(), steps());
        let started = Builder::new().name(thread.to_owned()).stack_size(STACK).spawn_scoped(scope, work);
        let failed =
            |error| Error::io(ErrorKind::Unreadable, name, "no thread can be started to read it: end other programs", error);
        Ok(started.map_err(failed)?.join().map(|(made, steps)| {
            step(steps);
            made
        }))
    })
}

/// The same; a panic goes on.
///
/// # Errors
/// As [`apart`], and those of `work`.
pub(crate) fn deep<T: Send>(name: &str, work: impl FnOnce() -> Result<T, Error> + Send) -> Result<T, Error> {
    apart(name, "rature-deep", work)?.unwrap_or_else(|panic| resume_unwind(panic))
}
