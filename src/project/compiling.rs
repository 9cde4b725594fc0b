//! `[[compilation]]` in a `rature.toml`: a draft, the copies of it, and what is made of them.
//!
//! ```toml
//! [[compilation]]
//! base = "zero.docx"
//! proposals = { EU = "eu.docx", Kenya = "kenya.docx" }
//! outputs = ["golden/compilation.html", "golden/rolling.txt"]
//! tables = ["golden/table.docx"]
//! ```

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::Path;

use toml::Spanned;

use super::fault::{Inspected, fault_at, instead};
use super::file::Compilation;
use super::loading::{Loading, missing};
use super::plan::{Compiled, Format, Project, Subject, Task, Text};
use super::template::normal;
use super::text::read;
use crate::Error;
use crate::overlay::{OverlayOptions, overlay};
use crate::render::{
    Bom, Convention, TerminalOptions, WordOptions, compilation_csv, compilation_docx, compilation_html, compilation_json,
    compilation_rolling, compilation_terminal, tables_docx, tables_html,
};
use crate::report::{Attribution, CompilationReport, compilation, compilation_report, compilation_tables, is_name};

/// The compilation that `one` asks for, its paths plain and known to be there.
pub(super) fn compiled(one: &Compilation, home: &Path, file: Inspected<'_>) -> Result<Compiled, Error> {
    let text = |label: &str, path: &Spanned<String>| {
        let plain = normal(path.get_ref());
        if !home.join(&plain).is_file() {
            return Err(file.fault(path.span().start, missing(home, &plain)));
        }
        Ok(Text { label: label.to_owned(), path: plain, date: None, versions: vec![], line: file.line(path.span().start) })
    };
    let stem = Path::new(one.base.get_ref()).file_stem().unwrap_or_default().to_string_lossy();
    let base = text(&stem, &one.base)?;
    let mut named: Vec<(&String, &Spanned<String>)> = one.proposals.get_ref().iter().collect();
    // As they are named in the file.
    named.sort_by_key(|(_, path)| path.span().start);
    if named.is_empty() {
        return Err(file.fault(one.proposals.span().start, "there are no proposals: name each delegation with its file"));
    }
    let proposals = named.iter().map(|(label, path)| text(label, path)).collect::<Result<Vec<_>, _>>()?;
    if let Some((label, path)) = named.iter().find(|(label, _)| !is_name(label)) {
        let message =
            format!("{label:?} is no name that can stand in a compilation: leave out commas, colons, slashes and brackets");
        return Err(file.fault(path.span().start, message));
    }
    let labels: Vec<&str> = proposals.iter().map(|text| text.label.as_str()).collect();
    let excerpt = |name: &Spanned<String>| {
        labels.iter().position(|label| label == name.get_ref()).ok_or_else(|| {
            let message = format!("no proposal is called {:?}: {}", name.get_ref(), instead(name.get_ref(), &labels));
            file.fault(name.span().start, message)
        })
    };
    let excerpts = one.excerpts.iter().map(excerpt).collect::<Result<Vec<_>, _>>()?;
    Ok(Compiled { base, proposals, excerpts, is_anonymous: one.anonymous, is_exact: one.typography })
}

impl Loading<'_> {
    /// The files that are made of one compilation.
    pub(super) fn compilation(&mut self, index: usize, one: &Compilation) -> Result<(), Error> {
        let outputs = one.outputs.iter().map(|path| (path, Subject::Compilation(index)));
        let tables = one.tables.iter().map(|path| (path, Subject::Proposals(index)));
        for (named, of) in outputs.chain(tables) {
            let at = named.span().start;
            let path = self.path(named, of)?;
            let ending = Path::new(&path).extension().unwrap_or_default().to_string_lossy().to_lowercase();
            let format = match (ending.as_str(), of) {
                ("html", _) => Format::Html,
                ("docx", _) => Format::Docx,
                (_, Subject::Proposals(_)) => return Err(self.file.fault(at, "a table is made as .html or .docx")),
                ("txt", _) => Format::Rolling,
                ("csv", _) => Format::Csv,
                ("json", _) => Format::Json,
                _ => return Err(self.file.fault(at, "a compilation is made as .html, .docx, .txt, .csv or .json")),
            };
            if of == Subject::Proposals(index) && one.anonymous {
                return Err(self
                    .file
                    .fault(at, "a table has a column for each delegation, whose names are withheld: leave it out"));
            }
            if self.take(&path, "a compilation").is_some() {
                return Err(self.file.fault(at, format!("two outputs have the path {path}: give one of them another")));
            }
            let line = self.file.line(at);
            self.make(Task { of, format, path, line });
        }
        Ok(())
    }
}

/// The compilation `index`, as it is shown in a format; worked out once for all formats that show the same of it.
#[derive(Default)]
pub(super) struct Compilations(BTreeMap<(usize, bool), CompilationReport>);

impl Compilations {
    /// The bytes of a file that is made of a compilation.
    pub(super) fn made(&mut self, project: &Project, index: usize, of: Subject, format: Format) -> Result<Vec<u8>, Error> {
        let is_exact = project.compilations[index].is_exact || format == Format::Json;
        let report = match self.0.entry((index, is_exact)) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(free) => free.insert(report(project, index, is_exact)?),
        };
        shown(report, of, format)
    }
}

fn report(project: &Project, index: usize, is_exact: bool) -> Result<CompilationReport, Error> {
    let one = &project.compilations[index];
    let base = read(project, &one.base)?;
    let mut proposals = vec![];
    for text in &one.proposals {
        let proposal = read(project, text)?;
        if proposal.language != base.language {
            let what = format!("{} is in another language than the draft: compile copies in one language", text.path);
            return Err(fault_at(&project.name, text.line, what));
        }
        proposals.push(proposal);
    }
    let options = OverlayOptions { editorial: is_exact, excerpts: one.excerpts.clone(), partial: false };
    let laid = overlay(&base, &proposals, &options);
    for (at, coverage) in laid.coverage.iter().enumerate() {
        if coverage.is_partial() && !one.excerpts.contains(&at) {
            let text = &one.proposals[at];
            let what =
                format!("{} lacks most of the draft, or both its ends: name it in excerpts if it is part of it", text.path);
            return Err(fault_at(&project.name, text.line, what));
        }
    }
    let names = if one.is_anonymous { Attribution::Withheld } else { Attribution::Named };
    let compiled = compilation(base, proposals, laid, names);
    Ok(compilation_report(compiled, project.showing.language))
}

fn shown(report: &CompilationReport, of: Subject, format: Format) -> Result<Vec<u8>, Error> {
    let is_table = matches!(of, Subject::Proposals(_));
    let text = match format {
        Format::Docx if is_table => return tables_docx(&compilation_tables(report)),
        Format::Html if is_table => tables_html(&compilation_tables(report)),
        Format::Docx => return compilation_docx(report, &WordOptions::default()),
        Format::Html => compilation_html(report),
        Format::Json => compilation_json(&report.compilation),
        Format::Csv => compilation_csv(report, Bom::default()),
        Format::Rolling => compilation_rolling(report, Convention::default()),
        _ => compilation_terminal(report, &TerminalOptions::default()),
    };
    Ok(text.into_bytes())
}
