//! From texts to a redline in one call.

use std::path::Path;

use crate::Error;
use crate::align::Pin;
use crate::files::{Most, bytes_of};
use crate::read::ReadOptions;
use crate::report::{Redline, redline_with, step_of};
use crate::series::{Order, Series, SeriesOptions, SeriesPin, Years, in_order, series as series_of};
use crate::structure::{Called, Document, document_of};

/// How texts are read and aligned: take the default and set fields.
///
/// ```
/// use rature::{Options, language::Language};
///
/// let mut options = Options::default();
/// options.reading.language = Some(Language::Fr);
/// let redline = options.diff("1. Prie 13 États de coopérer.", "1. Prie 12 États de coopérer.")?;
/// assert_eq!((redline.new.language, redline.summary.substantive), (Language::Fr, 1));
/// # Ok::<(), rature::Error>(())
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Options {
    /// How texts are read.
    pub reading: ReadOptions,
    /// The largest file that is read, in bytes: 64 MiB by default.
    pub max_size: u64,
    /// Decisions of a person about the paragraphs of two texts; none by default, and none in a series.
    pub pins: Vec<Pin>,
}

impl Default for Options {
    fn default() -> Self {
        Self { reading: ReadOptions::default(), max_size: 64 << 20, pins: vec![] }
    }
}

/// The redline of two texts in memory, with the default [`Options`]. See [`Options::diff`].
///
/// # Errors
/// Those of [`Options::diff`].
pub fn diff(old: &str, new: &str) -> Result<Redline, Error> {
    Options::default().diff(old, new)
}

/// The redline of two files, with the default [`Options`]. See [`Options::redline`].
///
/// # Errors
/// Those of [`Options::redline`].
pub fn redline(old: impl AsRef<Path>, new: impl AsRef<Path>) -> Result<Redline, Error> {
    Options::default().redline(old, new)
}

/// A series of files, with the default [`Options`]. See [`Options::series`].
///
/// # Errors
/// Those of [`Options::series`].
pub fn series(paths: impl IntoIterator<Item = impl AsRef<Path>>) -> Result<Series, Error> {
    Options::default().series(paths)
}

impl Options {
    /// The redline of two texts in memory. Each is called by its symbol, else "old" and "new".
    ///
    /// # Errors
    /// When a text is empty, or is no text; those of [`read`](crate::read::read()).
    pub fn diff(&self, old: &str, new: &str) -> Result<Redline, Error> {
        let [old, new] =
            [("old", old), ("new", new)].map(|(name, text)| self.read(text.as_bytes(), &Called { name, stem: name }));
        Ok(self.compared([old?, new?]))
    }

    /// The redline of two files. Each is called by its symbol, else by the name of its file.
    ///
    /// # Errors
    /// When a file cannot be read, is too large, is empty, or is no text; those of [`read`](crate::read::read()).
    pub fn redline(&self, old: impl AsRef<Path>, new: impl AsRef<Path>) -> Result<Redline, Error> {
        Ok(self.compared([self.read_file(old)?, self.read_file(new)?]))
    }

    /// The resolution through the years that `paths` have, put in the order of the dates of the texts where all are dated.
    ///
    /// # Errors
    /// As [`Options::redline`].
    pub fn series(&self, paths: impl IntoIterator<Item = impl AsRef<Path>>) -> Result<Series, Error> {
        Ok(Self::followed(paths.into_iter().map(|path| self.read_file(path)).collect::<Result<_, _>>()?))
    }

    /// One text in memory, of any kind that is read.
    ///
    /// # Errors
    /// When it is empty, or is no text; those of [`read`](crate::read::read()).
    pub fn read(&self, bytes: &[u8], called: &Called<'_>) -> Result<Document, Error> {
        document_of(bytes, called, &self.reading)
    }

    /// One file. It is called by its symbol, else by its name.
    ///
    /// # Errors
    /// As [`Options::redline`].
    pub fn read_file(&self, path: impl AsRef<Path>) -> Result<Document, Error> {
        let path = path.as_ref();
        let name = path.display().to_string();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        self.read(&bytes_of(path, &name, Most::Asked(self.max_size))?, &Called { name: &name, stem: &stem })
    }

    /// The redline of two texts that were read, the earlier first.
    pub fn compared(&self, [old, new]: [Document; 2]) -> Redline {
        let mut options = SeriesOptions::default();
        options.pins.extend(self.pins.iter().map(|pin| SeriesPin { old: 0, new: 1, pin: pin.clone() }));
        let (comparison, facts) = step_of(&mut Years::of(vec![&old, &new], &options), 0);
        redline_with(old, new, comparison, facts)
    }

    /// The resolution through the years of texts that were read, put in the order of their dates where all are dated.
    pub fn followed(mut documents: Vec<Document>) -> Series {
        let notes = in_order(&mut documents, Order::Dates, |document| document);
        let mut series = series_of(documents, &SeriesOptions::default());
        series.notes.splice(0..0, notes);
        series
    }
}
