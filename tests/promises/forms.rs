//! Every form that a text, a redline and a series can be shown in, by name.

use rature::align::{AlignOptions, Side, align, explain};
use rature::compare::compare;
use rature::findings::{History, LintOptions, counts, facts, lint, series_findings};
use rature::render::{
    Bom, Columns, Signs, TerminalOptions, Years, blame_terminal, counts_json, document_json, document_outline, explanation_json,
    explanation_terminal, facts_json, facts_terminal, lint_json, redline_csv, redline_html, redline_json, redline_markdown,
    redline_terminal, repairs_list, series_csv, series_html, series_json, series_terminal, sheet_csv, sheet_html, sheet_markdown,
    sheet_terminal, table_html,
};
use rature::report::phrases::Phrases;
use rature::report::{
    Context, Redline, ReportOptions, counts_sheet, explained, findings_sheet, report, series_page, series_report, table,
};
use rature::series::{Series, Step};
use rature::structure::Document;

/// A form and what is written in it; lines of CSV end in a line feed alone.
pub type Form = (&'static str, String);

fn two_columns() -> TerminalOptions {
    let mut options = TerminalOptions::default();
    options.columns = Columns::Two;
    options
}

/// Those of one text.
pub fn of_document(document: &Document) -> Vec<Form> {
    let terminal = TerminalOptions::default();
    let phrases = Phrases::of(document.language);
    let facts = facts(document);
    vec![
        ("document json", document_json(document)),
        ("outline", document_outline(document, phrases, &terminal)),
        ("repairs", repairs_list(document, phrases, &terminal)),
        ("facts json", facts_json(&facts, document.language)),
        ("facts", facts_terminal(document, &facts, phrases, &terminal)),
    ]
}

/// Those of a redline of two texts.
pub fn of_redline(redline: Redline) -> Vec<Form> {
    let terminal = TerminalOptions::default();
    let documents = [redline.old.clone(), redline.new.clone()];
    let step = Step { old: 0, new: 1, links: redline.links.clone() };
    let mut options = ReportOptions::default();
    options.context = Context::All;
    let report = report(redline, options);
    let mut forms = vec![
        ("redline json", redline_json(&report.redline)),
        ("terminal", redline_terminal(&report, &terminal)),
        ("side by side", redline_terminal(&report, &two_columns())),
        ("markdown", redline_markdown(&report, Signs::Html)),
        ("critic", redline_markdown(&report, Signs::Critic)),
        ("csv", redline_csv(&report, Bom::Without).replace("\r\n", "\n")),
        ("html", redline_html(&report)),
        ("table html", table_html(&table(&documents, &[step], None))),
    ];
    let [old, new] = &documents;
    if !new.units.is_empty() {
        let account = explained([old, new], explain(old, new, &AlignOptions::default(), (Side::New, 0)), None);
        forms.push(("explain", explanation_terminal(&account, &terminal)));
        forms.push(("explain json", explanation_json(&account)));
    }
    forms
}

/// Those of all the years.
pub fn of_series(series: &Series) -> Vec<Form> {
    let terminal = TerminalOptions::default();
    let documents = &series.documents;
    let Some(last) = documents.last() else { return vec![] };
    let at = documents.len() - 1;
    let found = series_findings(series);
    let report = series_report(series, &found, at, None);
    let history = History::of(documents);
    let phrases = Phrases::of(last.language);
    let (table, findings) = (counts(&history), lint(&history, &LintOptions::default()));
    let mut forms = vec![
        ("series html", series_html(&series_page(series, &found, at, None))),
        ("series csv", series_csv(&report).replace("\r\n", "\n")),
        ("series json", series_json(series, &found, at)),
        ("series", series_terminal(&report, &terminal)),
        ("blame", blame_terminal(&report, Years::Margin, &terminal)),
        ("blame inline", blame_terminal(&report, Years::Inline, &terminal)),
        ("counts json", counts_json(&table)),
        ("lint json", lint_json(documents, &findings)),
    ];
    let sheets = [
        (["counts", "counts html", "counts csv", "counts markdown"], counts_sheet(&table, documents, phrases, last.language)),
        (["lint", "lint html", "lint csv", "lint markdown"], findings_sheet(&findings, last, phrases, last.language)),
    ];
    for ([plain, html, csv, markdown], sheet) in sheets {
        forms.push((plain, sheet_terminal(&sheet, &terminal)));
        forms.push((html, sheet_html(&sheet)));
        forms.push((csv, sheet_csv(&sheet).replace("\r\n", "\n")));
        forms.push((markdown, sheet_markdown(&sheet)));
    }
    forms
}

/// The redline of two texts, as `rature diff` makes it.
pub fn redlined(old: &Document, new: &Document) -> Redline {
    let comparison = compare(old, new, align(old, new, &AlignOptions::default()));
    rature::report::redline(old.clone(), new.clone(), comparison)
}
