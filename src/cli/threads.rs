//! The threads that work is shared among: as many as there can be, however many are asked for.

use std::io;
use std::sync::mpsc::channel;
use std::thread;

use rayon::{ThreadBuilder, ThreadPoolBuilder};

/// More are of no use, whatever `RAYON_NUM_THREADS` says.
const MOST: usize = 256;

/// Starts them. Where the system gives fewer than are asked for, those share the work: a pool that were to start them itself would fail.
pub(super) fn start() {
    let mut started = vec![];
    for _ in 1..asked() {
        let (give, given) = channel::<ThreadBuilder>();
        let work = move || given.recv().map_or((), ThreadBuilder::run);
        if thread::Builder::new().spawn(work).is_err() {
            break;
        }
        started.push(give);
    }
    // This thread takes its share of the work: handing all of it over, and waiting, is a twelfth of a small redline.
    let pool = ThreadPoolBuilder::new().num_threads(started.len() + 1).use_current_thread();
    let pool = pool.spawn_handler(|thread| {
        let waiting = started.pop().ok_or(io::ErrorKind::WouldBlock)?;
        waiting.send(thread).map_err(|_| io::ErrorKind::BrokenPipe.into())
    });
    // Where the threads are there already, nothing is lost.
    let _ = pool.build_global();
}

/// As many as `RAYON_NUM_THREADS` says, or as there are cores.
pub(super) fn asked() -> usize {
    let named = std::env::var("RAYON_NUM_THREADS").ok().and_then(|number| number.parse().ok()).filter(|&number| number > 0);
    named.unwrap_or_else(|| thread::available_parallelism().map_or(1, usize::from)).min(MOST)
}
