//! The page in a real browser: keys, filters, layouts, print, accessibility, and that no change of the page loses a character.
//!
//! Needs Chromium (on the path, or named by `RATURE_CHROMIUM`), Node, and `npm ci` in `tests/browser`. Where one of them is missing the test
//! says that it was skipped; under CI that is a failure.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rature::align::{AlignOptions, Relation, align};
use rature::compare::{Op, compare};
use rature::findings::series_findings;
use rature::overlay::{OverlayOptions, overlay};
use rature::read::{ReadOptions, read};
use rature::render::{compilation_html, redline_html, series_html};
use rature::report::{
    Attribution, Context, Redline, ReportOptions, compilation, compilation_report, redline, report, series_page,
};
use rature::series::{Series, SeriesOptions, series};
use rature::structure::{Document, Kind, structure};

use crate::generator::Dice;
use crate::overlay::{copy, draft, printed};
use crate::promises::{HOSTILE, forms};
use crate::render::sample;

fn found(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|file| file.is_file())
}

/// Chromium and Node, or what is missing.
fn tools() -> Result<(PathBuf, PathBuf), String> {
    let named = env::var_os("RATURE_CHROMIUM").map(PathBuf::from);
    let chromium = named.or_else(|| found(&["chromium", "chromium-browser", "google-chrome"])).ok_or("no Chromium was found")?;
    let node = found(&["node", "nodejs"]).ok_or("no Node was found")?;
    let is_ready = folder().join("node_modules/playwright-core").is_dir() && folder().join("node_modules/axe-core").is_dir();
    if is_ready { Ok((chromium, node)) } else { Err("run `npm ci` in tests/browser first".to_owned()) }
}

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser")
}

fn document(family: &str, year: &str) -> Document {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("fixtures/{family}/{year}.txt"));
    structure(read(year, &fs::read(file).unwrap(), &ReadOptions::default()).unwrap())
}

fn compared(family: &str, old: &str, new: &str) -> Redline {
    let (old, new) = (document(family, old), document(family, new));
    let alignment = align(&old, &new, &AlignOptions::default());
    let comparison = compare(&old, &new, alignment);
    redline(old, new, comparison)
}

/// By anchor, the old text and the new one of every paragraph that has a row of its own and stayed one.
fn expected(redline: &Redline) -> BTreeMap<String, [Option<String>; 2]> {
    let notes = |document: &Document, units: &[usize]| units.iter().any(|&unit| document.units[unit].id.starts_with('N'));
    let is_row = |relation| matches!(relation, Relation::Kept | Relation::Merged | Relation::Inserted);
    let rows = redline.links.iter().filter(|change| is_row(change.link.relation) && !notes(&redline.new, &change.link.new));
    rows.map(|change| {
        let side = |other: Op| change.edits.iter().filter(|edit| edit.op != other).map(|edit| edit.text.as_str()).collect();
        let old = (!change.link.old.is_empty()).then(|| side(Op::Insert));
        let anchor = redline.new.units[change.link.new[0]].id.replace(' ', "_");
        (anchor, [old, Some(side(Op::Delete))])
    })
    .collect()
}

fn failures(name: &str, redline: Redline, context: Context, tools: &[PathBuf; 2]) -> Vec<String> {
    let wanted = serde_json::to_string(&expected(&redline)).unwrap();
    let mut options = ReportOptions::default();
    options.context = context;
    checked(name, "check.mjs", [&redline_html(&report(redline, options)), &wanted], tools)
}

/// What a script finds wrong with a page, given what is wanted of it.
fn checked(name: &str, script: &str, [html, json]: [&str; 2], [chromium, node]: &[PathBuf; 2]) -> Vec<String> {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&place).unwrap();
    let (page, wanted) = (place.join("page.html"), place.join("expected.json"));
    fs::write(&wanted, json).unwrap();
    fs::write(&page, html).unwrap();
    let mut check = Command::new(node);
    check.arg(folder().join(script)).args([chromium, &page, &wanted, &place]);
    let run = check.output().unwrap();
    let said = [run.stdout, run.stderr].concat();
    String::from_utf8_lossy(&said).lines().map(|line| format!("{name}: {line}")).collect()
}

/// By id of its life, the text that each paragraph has in each year.
fn wanted_years(series: &Series) -> BTreeMap<String, Vec<Option<String>>> {
    let is_told = |kind: Kind| !matches!(kind, Kind::Front | Kind::Enacting | Kind::Closing | Kind::Note);
    let unit = |document: usize, unit: usize| &series.documents[document].units[unit];
    let last = |lineage: &&rature::series::Lineage| lineage.units.last().is_some_and(|p| is_told(unit(p.document, p.unit).kind));
    let texts = |lineage: &rature::series::Lineage| {
        let years = 0..series.documents.len();
        // The part of a merge that was taken in is shown whole; it has no text of its own from there on.
        years.map(|year| lineage.unit_in(year).map(|at| unit(year, at).text.clone())).collect()
    };
    series.lineages.iter().filter(last).map(|lineage| (lineage.id.clone(), texts(lineage))).collect()
}

/// The browser and Node; where there is none the test says that it was skipped.
pub(crate) fn tools_or_skip() -> Option<[PathBuf; 2]> {
    match tools() {
        Ok((chromium, node)) => Some([chromium, node]),
        Err(missing) => {
            assert!(env::var_os("CI").is_none(), "{missing}");
            // A test may say that it did nothing.
            #[allow(clippy::print_stderr)]
            {
                eprintln!("skipped: {missing}");
            }
            None
        }
    }
}

#[test]
fn the_page_of_a_series_works_in_a_browser() {
    let Some(tools) = tools_or_skip() else { return };
    let families = [
        ("cooperation-fr", ["2018", "2019", "2020", "2021", "2022"].as_slice()),
        ("cooperation-en", &["2019", "2020", "2021"]),
        ("cooperation-es", &["2020", "2021"]),
    ];
    let failures: Vec<String> = families
        .into_iter()
        .flat_map(|(family, years)| {
            let series = series(years.iter().map(|year| document(family, year)).collect(), &SeriesOptions::default());
            let html = series_html(&series_page(&series, &series_findings(&series), years.len() - 1, None));
            let wanted = serde_json::to_string(&wanted_years(&series)).unwrap();
            checked(&format!("series-{family}"), "series.mjs", [&html, &wanted], &tools)
        })
        .collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn the_page_of_a_compilation_works_in_a_browser() {
    let Some(tools) = tools_or_skip() else { return };
    let dice = &mut Dice(11);
    let lines = draft(dice, 24);
    let read_as = |name: &str, text: &str| {
        let mut document = structure(read(name, text.as_bytes(), &ReadOptions::default()).unwrap());
        name.clone_into(&mut document.label);
        document
    };
    let names = ["Alba", "Borea", "Cydonia", "Doria", "Elis", "Faro", "Gades", "Hispania"];
    let copies: Vec<Document> = names.iter().map(|name| read_as(name, &printed(&copy(dice, &lines)))).collect();
    let base = read_as("draft", &printed(&lines));
    let laid = overlay(&base, &copies, &OverlayOptions::default());
    let texts: BTreeMap<&str, &str> = base.units.iter().map(|unit| (unit.id.as_str(), unit.text.as_str())).collect();
    let wanted = serde_json::to_string(&texts).unwrap();
    let html = compilation_html(&compilation_report(compilation(base.clone(), copies, laid, Attribution::Named), None));
    let failures = checked("compilation", "compilation.mjs", [&html, &wanted], &tools);
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn the_page_works_in_a_browser() {
    let Some(tools) = tools_or_skip() else { return };
    let pairs = [("cooperation-fr", "2019", "2020"), ("cooperation-en", "2020", "2021"), ("cooperation-es", "2020", "2021")];
    let everything = failures("everything", sample::redline(sample::EVERYTHING), Context::All, &tools);
    let failures: Vec<String> = pairs
        .into_iter()
        .flat_map(|(family, old, new)| failures(family, compared(family, old, new), Context::Paragraphs(1), &tools))
        .chain(everything)
        .collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

/// A text with something hostile in all that a page shows of it.
fn hostile(year: u32) -> Document {
    let text = format!(
        "The Assembly,\n\n1. Urges {year} States to cooperate;\n\n2. Requests a report[^1] in {year};\n\n[^1]: See A/12.\n"
    );
    let mut document = structure(read("hostile", text.as_bytes(), &ReadOptions::default()).unwrap());
    for unit in &mut document.units {
        unit.text.push_str(HOSTILE);
        unit.id.push_str(HOSTILE);
        unit.section = vec![HOSTILE.to_owned()];
    }
    document.label = format!("{year} {HOSTILE}");
    document.title = Some(HOSTILE.to_owned());
    document
}

#[test]
fn nothing_of_a_hostile_text_acts_in_a_browser() {
    let Some(tools) = tools_or_skip() else { return };
    let years = [2019, 2020, 2021].map(hostile);
    let redline = forms::of_redline(forms::redlined(&years[0], &years[1]));
    let forms = [redline, forms::of_series(&series(years.into(), &SeriesOptions::default()))].concat();
    let pages: Vec<_> = forms.iter().filter(|(name, _)| name.ends_with("html")).collect();
    assert_eq!(pages.len(), 5);
    let failures = pages.into_iter().flat_map(|(name, page)| {
        let own = i32::from(matches!(*name, "html" | "series html")).to_string();
        checked(&format!("hostile-{}", name.replace(' ', "-")), "hostile.mjs", [page, &own], &tools)
    });
    assert_eq!(failures.collect::<Vec<_>>(), [""; 0]);
}
