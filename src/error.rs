//! The one error of the library: what failed, on what, and what to do about it.

use std::fmt;

/// Why a text could not be read or a result not be written.
///
/// Displayed as `name: what failed: what to do`; an error of the operating system behind it is its
/// [`source`](std::error::Error::source). Opaque beyond [`Error::kind`], so that causes can change without breaking callers.
#[derive(Debug)]
pub struct Error {
    kind: ErrorKind,
    on: String,
    message: String,
    code: &'static str,
    source: Option<std::io::Error>,
}

/// What sort of trouble an [`Error`] reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The input could not be opened or read.
    Unreadable,
    /// The input has nothing to read.
    Empty,
    /// The input is not text in an encoding or a format that rature knows.
    NotText,
    /// The input is larger than the limit.
    TooLarge,
    /// The output could not be written.
    Unwritable,
    /// What was asked for makes no sense.
    Usage,
}

impl Error {
    /// An error about `on` (a file name, an option), with a message that says what failed and what to do.
    pub fn new(kind: ErrorKind, on: impl Into<String>, message: impl Into<String>) -> Self {
        Self { kind, on: on.into(), message: message.into(), code: "", source: None }
    }

    /// The same, known by `code` to whoever says it in words of its own.
    #[must_use]
    pub(crate) fn coded(self, code: &'static str) -> Self {
        Self { code, ..self }
    }

    /// What it is known by; empty for most.
    pub(crate) fn code(&self) -> &'static str {
        self.code
    }

    /// The same, caused by an error of the operating system.
    pub fn io(kind: ErrorKind, on: impl Into<String>, message: impl Into<String>, source: std::io::Error) -> Self {
        Self { source: Some(source), ..Self::new(kind, on, message) }
    }

    /// The same, with more to do about it.
    #[must_use]
    pub(crate) fn advised(self, more: &str) -> Self {
        Self { message: format!("{}: {more}", self.message), ..self }
    }

    /// The message with its cause, in one line.
    pub fn with_cause(&self) -> String {
        self.source.as_ref().map_or_else(|| self.to_string(), |source| format!("{self} ({source})"))
    }

    /// What sort of trouble this is.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.on, self.message)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_ref().map(|s| s as _)
    }
}
