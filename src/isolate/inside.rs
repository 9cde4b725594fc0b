//! The inside: what a process of its own does when it starts, and how it answers.

use std::io;

use super::{read_frame, write_frame};

/// Holds this process to `memory` bytes of address space. It leaves no image of itself when it fails, and ends with the one that
/// started it.
///
/// # Errors
/// When the system refuses.
pub(crate) fn limit(memory: u64) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{Resource, Rlimit, Signal, getrlimit, set_parent_process_death_signal, setrlimit};
        for (resource, most) in [(Resource::As, memory), (Resource::Core, 0)] {
            // A lower limit that was there before stays.
            let most = getrlimit(resource).maximum.map_or(most, |before| before.min(most));
            setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })?;
        }
        set_parent_process_death_signal(Some(Signal::KILL))?;
    }
    #[cfg(not(target_os = "linux"))]
    let _ = memory;
    Ok(())
}

/// Answers the questions that come on standard input until they end. The first is the greeting, of which `begin` makes what answers
/// the others; it is done on a thread with `stack` bytes of stack.
///
/// # Errors
/// When the thread cannot be started or a pipe is broken.
pub(crate) fn serve<A>(stack: usize, begin: impl FnOnce(Vec<u8>) -> io::Result<A> + Send) -> io::Result<()>
where
    A: FnMut(Vec<u8>) -> Vec<u8>,
{
    let answers = || {
        // All work is done on this thread: handing it over, and waiting, would take longer.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global();
        let (mut questions, mut answers) = (io::stdin().lock(), io::stdout().lock());
        let Some(greeting) = read_frame(&mut questions)? else { return Ok(()) };
        let mut answer = begin(greeting)?;
        while let Some(question) = read_frame(&mut questions)? {
            write_frame(&mut answers, &answer(question))?;
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(stack);
        thread.spawn_scoped(scope, answers)?.join().unwrap_or_else(|_| Err(io::Error::other("a panic")))
    })
}
