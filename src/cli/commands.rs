//! What each command does.

use std::mem::ManuallyDrop;
use std::process::ExitCode;

use super::args::{DiffArgs, DiffFormat, ExitOn, ReadArgs, ReadFormat};
use super::input::{PairOfTexts, document, pair};
use super::output;
use crate::align::{Relation, align};
use crate::compare::{Weight, compare};
use crate::read::Layout;
use crate::render::{Columns, document_json, document_outline, redline_html, redline_json, redline_terminal, repairs_list};
use crate::report::phrases::Phrases;
use crate::report::{Redline, ReportOptions, redline, report};
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
    let sides = args.sides()?;
    output::refuse_inputs(target, &[sides[0].0, sides[1].0])?;
    let labels = [args.old_label.as_deref(), args.new_label.as_deref()];
    let [old, new] = pair(&PairOfTexts { sides, labels, max_size: args.reading.max_size })?;
    if args.new.is_none() && old.layout != Layout::Word {
        return Err(Error::new(ErrorKind::Usage, &args.old, "is no Word file: only those have tracked changes to compare"));
    }
    let alignment = align(&old, &new, &args.pins.options([&old, &new])?);
    let comparison = compare(&old, &new, alignment);
    let redline = redline(old, new, comparison);
    let code = exit_code(&redline, args.exit_code);
    let text = match format {
        DiffFormat::Json => redline_json(&redline),
        DiffFormat::Terminal | DiffFormat::Html => {
            let options = ReportOptions {
                language: args.showing.ui_lang.resolved(),
                context: args.context,
                editorial: args.editorial.resolved(),
            };
            // The process ends with it: nobody needs its memory back piece by piece.
            let report = ManuallyDrop::new(report(redline, options));
            if format == DiffFormat::Html { redline_html(&report) } else { redline_terminal(&report, &args.terminal()) }
        }
    };
    output::write(&text, target)?;
    Ok(code)
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
