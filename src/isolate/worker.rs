//! The outside: a process that answers one question after the other.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStderr, ChildStdin, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::Builder;
use std::time::Duration;

use super::{End, Isolation, read_frame, write_frame};

/// A process of its own. It ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Worker<'a> {
    isolation: &'a Isolation,
    child: Running,
    questions: ChildStdin,
    answers: Receiver<Vec<u8>>,
    said: Receiver<Vec<u8>>,
}

impl<'a> Worker<'a> {
    /// Starts one; `greeting` is the first that it hears.
    ///
    /// # Errors
    /// When no process or thread can be started.
    pub(crate) fn start(isolation: &'a Isolation, greeting: &[u8]) -> io::Result<Self> {
        let mut command = isolation.command();
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = Running(command.spawn()?);
        let missing = || io::Error::other("a pipe is missing");
        let mut questions = child.0.stdin.take().ok_or_else(missing)?;
        let mut answered = BufReader::new(child.0.stdout.take().ok_or_else(missing)?);
        let said = child.said()?;
        let (sender, answers) = channel();
        // The thread ends with the process, whose end of the pipe is then closed.
        Builder::new().spawn(move || {
            while let Ok(Some(answer)) = read_frame(&mut answered) {
                if sender.send(answer).is_err() {
                    break;
                }
            }
        })?;
        // One that is dead already is told of when it is asked.
        let _ = write_frame(&mut questions, greeting);
        Ok(Self { isolation, child, questions, answers, said })
    }

    /// The answer to `question`. After an [`End`] there are no others.
    pub(crate) fn ask(&mut self, question: &[u8]) -> Result<Vec<u8>, End> {
        // One that is dead does not hear it; then its answers have ended, too.
        let _ = write_frame(&mut self.questions, question);
        match within(self.isolation.seconds, &self.answers) {
            Ok(answer) => Ok(answer),
            Err(RecvTimeoutError::Timeout) => Err(End::Time(self.isolation.seconds)),
            Err(RecvTimeoutError::Disconnected) => {
                // One that has closed its output and lives is ended when it is dropped.
                let said = within(1, &self.said);
                let status = said.as_ref().ok().and_then(|_| self.child.0.wait().ok());
                Err(self.isolation.end(status, &said.unwrap_or_default()))
            }
        }
    }
}

/// A child that does not outlive this.
#[derive(Debug)]
pub(super) struct Running(pub(super) Child);

impl Running {
    /// Hands on what the child says for people, and gives the rest when it has ended.
    pub(super) fn said(&mut self) -> io::Result<Receiver<Vec<u8>>> {
        let said = self.0.stderr.take().ok_or_else(|| io::Error::other("a pipe is missing"))?;
        let (sender, rest) = channel();
        Builder::new().spawn(move || sender.send(handed_on(said)))?;
        Ok(rest)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Writes the lines that are ours to standard error; the others, in which the runtime says why it aborts.
fn handed_on(said: ChildStderr) -> Vec<u8> {
    const MOST: usize = 1 << 16;
    let (mut said, mut line, mut rest) = (BufReader::new(said), vec![], vec![]);
    while said.by_ref().take(MOST as u64).read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
        if line.starts_with(b"rature: ") {
            // With standard error gone there is nobody left to tell.
            let _ = io::stderr().write_all(&line);
        } else if rest.len() < MOST {
            rest.extend_from_slice(&line);
        }
        line.clear();
    }
    rest
}

/// What comes within so many seconds. They are counted one by one, so that a program that was stopped for a night has not waited longer.
pub(super) fn within<T>(seconds: u64, coming: &Receiver<T>) -> Result<T, RecvTimeoutError> {
    for _ in 0..seconds {
        match coming.recv_timeout(Duration::from_secs(1)) {
            Err(RecvTimeoutError::Timeout) => {}
            come => return come,
        }
    }
    Err(RecvTimeoutError::Timeout)
}
