//! What each command does.

use std::process::ExitCode;

use super::args::{DiffArgs, DiffFormat, ExitOn, ReadArgs, ReadFormat};
use super::input::{STANDARD_INPUT, document, stem};
use super::output;
use crate::align::{AlignOptions, Relation, align};
use crate::compare::{Weight, compare};
use crate::read::Layout;
use crate::render::{
    Columns, document_json, document_outline, redline_docx, redline_html, redline_json, redline_terminal, repairs_list,
};
use crate::report::phrases::Phrases;
use crate::report::{Redline, ReportOptions, redline, report};
use crate::structure::Document;
use crate::{Error, ErrorKind};

/// `rature read`.
pub(super) fn read(args: &ReadArgs) -> Result<ExitCode, Error> {
    let target = args.showing.output.as_deref();
    let format = args.showing.read_format(args.format)?;
    output::refuse_inputs(target, &[&args.file])?;
    let mut document = document(&args.file, args.reading.max_size, &args.reading.options()?)?;
    if let Some(label) = &args.label {
        document.label.clone_from(label);
    }
    let terminal = args.showing.terminal(Columns::One);
    let text = match format {
        ReadFormat::Json => document_json(&document),
        ReadFormat::Outline => {
            let language = args.showing.ui_lang.resolved().unwrap_or(document.language);
            let repairs = args.repairs.then(|| repairs_list(&document, Phrases::of(language), &terminal));
            document_outline(&document, &terminal) + &repairs.map(|list| format!("\n{list}")).unwrap_or_default()
        }
    };
    output::write(&text, target)?;
    Ok(ExitCode::SUCCESS)
}

/// `rature diff`.
pub(super) fn diff(args: &DiffArgs) -> Result<ExitCode, Error> {
    let target = args.showing.output.as_deref();
    let format = args.showing.diff_format(args.format)?;
    if format == DiffFormat::Docx {
        output::refuse_terminal(target)?;
    }
    let sides = args.sides()?;
    let [(old_file, old_options), (new_file, new_options)] = &sides;
    if [*old_file, *new_file] == [STANDARD_INPUT; 2] {
        return Err(Error::new(ErrorKind::Usage, "-", "both texts cannot be standard input: name a file for one of them"));
    }
    output::refuse_inputs(target, &[old_file, new_file])?;
    let max_size = args.reading.max_size;
    let (old, new) = std::thread::scope(|scope| {
        let new = scope.spawn(|| document(new_file, max_size, new_options));
        (document(old_file, max_size, old_options), new.join())
    });
    let (mut old, mut new) = (old?, new.expect("reading does not panic")?);
    if args.new.is_none() && old.layout != Layout::Word {
        return Err(Error::new(ErrorKind::Usage, *old_file, "is no Word file: only those have tracked changes to compare"));
    }
    name(&mut old, &mut new, args);
    let alignment = align(&old, &new, &AlignOptions::default());
    let comparison = compare(&old, &new, alignment);
    let redline = redline(old, new, comparison);
    let code = exit_code(&redline, args.exit_code);
    let options =
        ReportOptions { language: args.showing.ui_lang.resolved(), context: args.context, editorial: args.editorial.resolved() };
    let bytes = match format {
        DiffFormat::Json => redline_json(&redline).into_bytes(),
        DiffFormat::Terminal => redline_terminal(&report(redline, options), &args.terminal()).into_bytes(),
        DiffFormat::Html => redline_html(&report(redline, options)).into_bytes(),
        DiffFormat::Docx => redline_docx(&report(redline, options), &args.word())?,
    };
    output::write_bytes(&bytes, target)?;
    Ok(code)
}

/// Gives the two texts their labels, and makes them differ: by the names of the files, else by their order.
fn name(old: &mut Document, new: &mut Document, args: &DiffArgs) {
    if let Some(label) = &args.old_label {
        old.label.clone_from(label);
    }
    if let Some(label) = &args.new_label {
        new.label.clone_from(label);
    }
    if old.label != new.label {
        return;
    }
    let (old_stem, new_stem) = (stem(&args.old), stem(args.new.as_deref().unwrap_or(&args.old)));
    let [before, after] = if old_stem == new_stem { ["old".to_owned(), "new".to_owned()] } else { [old_stem, new_stem] };
    old.label = format!("{} ({before})", old.label);
    new.label = format!("{} ({after})", new.label);
}

fn exit_code(redline: &Redline, on: Option<ExitOn>) -> ExitCode {
    let is_any = |change: &crate::compare::Change| {
        let link = &change.link;
        link.relation != Relation::Kept || link.moved || link.renumbered || change.edited || change.footnotes_changed
    };
    let differs = match on {
        None => false,
        Some(ExitOn::Any) => redline.links.iter().any(is_any),
        Some(ExitOn::Substantive) => redline.links.iter().any(|change| change.weight == Weight::Substantive),
    };
    ExitCode::from(u8::from(differs))
}
