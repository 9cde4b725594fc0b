//! Mistakes planted by program into real texts, and how many of them are asked about.
//!
//! In the last of up to four successive texts of a series one thing is made wrong, as a tired drafter would: last year's session, a list
//! entry gone or doubled, a bracket or a footnote mark lost. A mistake is found if a rule for it asks in the paragraph that holds it, and
//! did not ask before.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rature::align::{AlignOptions, align};
use rature::findings::{Fact, FactKind, Finding, History, LintOptions, Rule, counts, facts, lint};
use rature::read::{ReadOptions, read};
use rature::structure::{Document, Kind, Unit, structure};

use crate::facts::text;

/// A mistake in the last text: the unit that holds it, and the text with it; where the text before has to be another too, that as well.
type Mistake = (usize, Document, Option<Document>);

/// What is planted, the rules that should ask, and how many of a hundred they have to find.
type Plant = (&'static str, &'static [Rule], usize, fn(&[Document]) -> Option<Mistake>);

const PLANTS: [Plant; 14] = [
    ("session of the year before", &[Rule::Come, Rule::LeftBehind, Rule::Stopped], 90, session),
    ("paragraph above, of the year before", &[Rule::OtherParagraph], 90, |texts| citation(texts, ["above", "ci-dessus"])),
    ("paragraph of the year before", &[Rule::OtherParagraph], 90, |texts| citation(texts, ["", ""])),
    ("other figure than words", &[Rule::WordsAndFigure], 100, words),
    ("other day of the week", &[Rule::Weekday], 100, weekday),
    ("the resolution itself cited", &[Rule::CitesItself], 90, itself),
    ("square brackets left", &[Rule::Bracketed], 100, left),
    ("list without an entry", &[Rule::LeftOut], 70, left_out),
    ("list without the text before", &[Rule::NotAdded, Rule::LeftOut], 40, not_added),
    ("symbol doubled", &[Rule::Doubled], 80, doubled),
    ("bracket lost", &[Rule::Unbalanced], 90, bracket),
    ("resolution of another year", &[Rule::DatedOtherwise], 80, date),
    ("paragraph numbered twice", &[Rule::Numbering], 80, number),
    ("footnote mark lost", &[Rule::FootnoteMark], 25, mark),
];

/// What came of the mistakes planted into some series.
#[derive(Default)]
struct Tally {
    /// For each sort of mistake, how many were found of how many.
    found: BTreeMap<&'static str, (usize, usize)>,
    missed: Vec<String>,
    /// The texts as they are, and the questions about them.
    texts: usize,
    questions: usize,
}

impl Tally {
    /// Plants into the newest step of a series, and one in the middle.
    fn series(&mut self, files: &[PathBuf]) {
        let texts: Vec<Document> = files.iter().map(|file| document(file)).collect();
        for last in BTreeSet::from([texts.len() / 2, texts.len() - 1]) {
            let texts = &texts[last.saturating_sub(3)..=last];
            let before = asked(texts);
            (self.texts, self.questions) = (self.texts + 1, self.questions + before.len());
            for (name, rules, _, plant) in PLANTS {
                let Some((unit, wrong, old)) = plant(texts) else { continue };
                let mut texts = texts.to_vec();
                *texts.last_mut().expect("a text") = wrong;
                if let Some(old) = old {
                    let before = texts.len() - 2;
                    texts[before] = old;
                }
                let is_new = |finding: &&Finding| rules.contains(&finding.rule) && !before.contains(finding);
                let is_found = asked(&texts).iter().filter(is_new).any(|finding| finding.unit.abs_diff(unit) <= 1);
                if !is_found {
                    let last = &texts[texts.len() - 1];
                    self.missed.push(format!("missed: {name}: {} {}", last.label, last.units[unit].id));
                }
                let found = self.found.entry(name).or_default();
                *found = (found.0 + usize::from(is_found), found.1 + 1);
            }
        }
    }

    fn add(&mut self, other: Self) {
        for (name, (found, planted)) in other.found {
            let sum = self.found.entry(name).or_default();
            *sum = (sum.0 + found, sum.1 + planted);
        }
        self.missed.extend(other.missed);
        (self.texts, self.questions) = (self.texts + other.texts, self.questions + other.questions);
    }
}

/// One series in so many: all of them take some ten minutes of a processor.
const OF: usize = 4;

#[test]
fn planted_mistakes_are_asked_about() {
    planted(OF);
}

#[test]
#[ignore = "every series: some ten minutes"]
fn planted_mistakes_of_every_series_are_asked_about() {
    planted(1);
}

fn planted(of: usize) {
    let manifest = text("un-series/manifest.json");
    let Ok(manifest) = std::fs::read_to_string(&manifest) else {
        eprintln!("skipped: no {}", manifest.display());
        return;
    };
    let manifest: serde_json::Value = serde_json::from_str(&manifest).expect("a manifest");
    let files = |series: &serde_json::Value| -> Vec<PathBuf> {
        let versions = series["versions"].as_array().expect("versions").iter();
        versions.map(|version| text("un-series").join(version["file"].as_str().expect("a file"))).collect()
    };
    let all: Vec<Vec<PathBuf>> = manifest.as_array().expect("series").iter().step_by(of).map(files).collect();
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let mut tally = Tally::default();
    std::thread::scope(|scope| {
        let worker = |first: usize| {
            let all = &all;
            scope.spawn(move || {
                let mut tally = Tally::default();
                all.iter().skip(first).step_by(workers).for_each(|files| tally.series(files));
                tally
            })
        };
        let running: Vec<_> = (0..workers).map(worker).collect();
        for part in running {
            tally.add(part.join().expect("no panic"));
        }
    });
    eprintln!("{}", tally.missed.join("\n"));
    eprintln!("{} questions about {} texts as they are", tally.questions, tally.texts);
    let of = |name: &str| tally.found.get(name).copied().unwrap_or_default();
    for (name, ..) in PLANTS {
        let (found, planted) = of(name);
        eprintln!("{name:40} {found} of {planted}");
    }
    // One in twenty, and one more that chance may put among few texts.
    assert!(tally.questions * 20 <= tally.texts + 20, "{} questions about {} texts", tally.questions, tally.texts);
    for (name, _, least, _) in PLANTS {
        let (found, planted) = of(name);
        assert!(found * 100 >= planted * least, "{name}: {found} of {planted}");
    }
}

fn document(path: &Path) -> Document {
    let bytes = std::fs::read(path).expect("a text");
    structured(&bytes)
}

fn structured(bytes: &[u8]) -> Document {
    structure(read("text", bytes, &ReadOptions::default()).expect("a text"))
}

fn asked(texts: &[Document]) -> Vec<Finding> {
    lint(&History::of(texts), &LintOptions::default())
}

/// `document` with `new` in place of the characters `start..end` of unit `unit`.
fn with(document: &Document, unit: usize, start: usize, end: usize, new: &str) -> Mistake {
    let mut wrong = document.clone();
    let old: Vec<char> = document.units[unit].text.chars().collect();
    let joined = |part: &[char]| part.iter().collect::<String>();
    wrong.units[unit].text = joined(&old[..start]) + new + &joined(&old[end..]);
    (unit, wrong, None)
}

/// The same with `words` before the last sign of unit `unit`.
fn with_words(document: &Document, unit: usize, words: &str) -> Mistake {
    let end = document.units[unit].text.trim_end_matches([' ', ';', '.', ',', ':', '\u{a0}']).chars().count();
    with(document, unit, end, end, words)
}

fn said<'a>(document: &Document, [en, fr]: [&'a str; 2]) -> &'a str {
    if document.language.code() == "fr" { fr } else { en }
}

fn last_two(texts: &[Document]) -> (&Document, &Document) {
    (&texts[texts.len() - 2], &texts[texts.len() - 1])
}

fn is_recital(document: &Document, fact: &Fact) -> bool {
    document.units[fact.unit].kind == Kind::Preambular
}

/// A session that was to come in both texts, each time another, is that of the old text.
fn session(texts: &[Document]) -> Option<Mistake> {
    let (old, new) = last_two(texts);
    let number = |text: Option<&String>| text.and_then(|text| text.parse::<u64>().ok());
    let (before, now) = (number(old.session.as_ref())?, number(new.session.as_ref())?);
    let table = counts(&History::of(&[old.clone(), new.clone()]));
    table.rows.iter().find_map(|row| {
        let [[was], [is]] = [row.cells[0].as_slice(), row.cells[1].as_slice()] else { return None };
        let is_session = row.kind == FactKind::Ordinal && is.noun() == Some("session");
        let rolled = was.number().is_some_and(|number| before < number && number <= now) && is.number() > Some(now);
        (is_session && rolled && new.units[is.unit].kind == Kind::Operative)
            .then(|| with(new, is.unit, is.start, is.end, &was.text))
    })
}

/// The symbols of the first recital with a list of four and more.
fn list(document: &Document) -> Option<Vec<Fact>> {
    let symbols: Vec<Fact> =
        facts(document).into_iter().filter(|fact| fact.kind == FactKind::Symbol && is_recital(document, fact)).collect();
    symbols
        .chunk_by(|one, other| one.unit == other.unit && other.start < one.end + 36)
        .find(|list| list.len() >= 4)
        .map(<[Fact]>::to_vec)
}

/// `document` without what stands from one entry of a list to the next.
fn without(document: &Document, entry: &Fact, next: &Fact) -> Mistake {
    with(document, entry.unit, entry.start, next.start, "")
}

fn left_out(texts: &[Document]) -> Option<Mistake> {
    let (old, new) = last_two(texts);
    let (before, after) = (list(old)?, list(new)?);
    let is_old = |fact: &Fact| before.iter().any(|other| other.value == fact.value);
    let middle = after.windows(3).find(|three| three.iter().all(is_old))?;
    Some(without(new, &middle[1], &middle[2]))
}

/// The text before is cut out of the last place of a list that it was added to.
fn not_added(texts: &[Document]) -> Option<Mistake> {
    let [.., earlier, old, new] = texts else { return None };
    let names = |list: &[Fact], text: &Document| list.iter().position(|fact| Some(fact.value.as_str()) == text.symbol.as_deref());
    let (before, after) = (list(old)?, list(new)?);
    names(&before, earlier)?;
    let at = names(&after, old).filter(|at| *at > 0)?;
    // From the end of the entry before, so that its own words go with it.
    Some(with(new, after[at].unit, after[at - 1].end, after[at].end, ""))
}

fn doubled(texts: &[Document]) -> Option<Mistake> {
    let new = texts.last()?;
    let list = list(new)?;
    let entry = &list[1];
    Some(with(new, entry.unit, entry.end, entry.end, &format!(", {}", entry.text)))
}

/// The first closing bracket or quotation mark is lost.
fn bracket(texts: &[Document]) -> Option<Mistake> {
    let new = texts.last()?;
    let is_body = |kind| matches!(kind, Kind::Preambular | Kind::Operative);
    new.units.iter().filter(|unit| is_body(unit.kind)).find_map(|unit| {
        let close = [('(', ')'), ('«', '»'), ('“', '”')].iter().find_map(|(open, close)| {
            let from = unit.text.find(*open)?;
            unit.text[from..].find(*close).map(|at| unit.text[..from + at].chars().count())
        })?;
        Some(with(new, unit.index, close, close + 1, ""))
    })
}

/// The day of a resolution that the text before named too is in another year.
fn date(texts: &[Document]) -> Option<Mistake> {
    let (old, new) = last_two(texts);
    let pairs = |document: &Document| -> Vec<(Fact, Fact)> {
        let facts = facts(document);
        let is_pair = |pair: &&[Fact]| {
            let [symbol, date] = pair else { return false };
            let is_near = symbol.unit == date.unit && date.start < symbol.end + 6;
            symbol.kind == FactKind::Symbol && date.kind == FactKind::Date && date.value.len() == 10 && is_near
        };
        facts.windows(2).filter(is_pair).map(|pair| (pair[0].clone(), pair[1].clone())).collect()
    };
    let known = pairs(old);
    pairs(new).into_iter().find_map(|(symbol, date)| {
        let is_known = known.iter().any(|(other, day)| other.value == symbol.value && day.value == date.value);
        let year: usize = date.value.get(..4)?.parse().ok()?;
        let wrong = date.text.replace(&year.to_string(), &(year - 1).to_string());
        is_known.then(|| with(new, date.unit, date.start, date.end, &wrong))
    })
}

/// The units of `document` written out again, a block a unit, with another `label` for one of them, and all footnote marks but one glued to the
/// words before: to be read as a text of its own.
fn written(document: &Document, label: Option<(usize, &str)>, lost: Option<&str>) -> Document {
    let mut text = String::new();
    for unit in &document.units {
        let printed = label.filter(|(at, _)| *at == unit.index).map(|(_, label)| label).or(unit.label.as_deref());
        text += &printed.map_or(String::new(), |label| format!("{label} "));
        let marks = |at: usize| unit.footnotes.iter().filter(move |mark| mark.at == at && Some(mark.mark.as_str()) != lost);
        for (at, character) in unit.text.chars().enumerate() {
            marks(at).for_each(|mark| text += &mark.mark);
            text.push(character);
        }
        marks(unit.text.chars().count()).for_each(|mark| text += &mark.mark);
        text += "\n\n";
    }
    structured(text.as_bytes())
}

/// A paragraph in the middle has the number of the one before.
fn number(texts: &[Document]) -> Option<Mistake> {
    let new = texts.last()?;
    let is_counted = |unit: &&Unit| unit.kind == Kind::Operative && unit.label.is_some() && unit.id.starts_with("OP");
    let numbered: Vec<usize> = new.units.iter().filter(is_counted).map(|unit| unit.index).collect();
    let middle = numbered.len() / 2;
    let [before, wrong] = [*numbered.get(middle.checked_sub(1)?)?, *numbered.get(middle)?];
    Some((wrong, written(new, Some((wrong, new.units[before].label.as_deref()?)), None), None))
}

/// A paragraph that both texts have cites another by the number that it had in the text before, though its number changed since.
fn citation(texts: &[Document], here: [&str; 2]) -> Option<Mistake> {
    let (old, new) = last_two(texts);
    let links = align(old, new, &AlignOptions::default()).links;
    let kept = links.iter().filter_map(|link| {
        let ([old_unit], [new_unit]) = (link.old.as_slice(), link.new.as_slice()) else { return None };
        let units = [&old.units[*old_unit], &new.units[*new_unit]];
        units.iter().all(|unit| unit.kind == Kind::Operative && unit.id.starts_with("OP")).then_some(units)
    });
    let kept: Vec<[&Unit; 2]> = kept.collect();
    let [was, is] = *kept.iter().find(|[was, is]| was.number.is_some() && was.number != is.number)?;
    let [citing_old, citing] = *kept.iter().rev().find(|[_, unit]| unit.index != is.index)?;
    let number = was.number.as_deref()?;
    let words = said(new, [", in accordance with paragraph {}", ", conformément au paragraphe {}"]).replace("{}", number);
    let words = format!("{words} {}", said(new, here)).trim_end().to_owned();
    let (unit, wrong, _) = with_words(new, citing.index, &words);
    Some((unit, wrong, Some(with_words(old, citing_old.index, &words).1)))
}

/// The last operative paragraph of the body.
fn last_paragraph(document: &Document) -> Option<usize> {
    document.units.iter().rev().find(|unit| unit.kind == Kind::Operative && unit.id.starts_with("OP")).map(|unit| unit.index)
}

fn words(texts: &[Document]) -> Option<Mistake> {
    let new = texts.last()?;
    Some(with_words(new, last_paragraph(new)?, said(new, [", within thirty (31) days", ", dans les trente (31) jours"])))
}

fn weekday(texts: &[Document]) -> Option<Mistake> {
    let new = texts.last()?;
    Some(with_words(new, last_paragraph(new)?, said(new, [", on Monday, 9 December 2021", ", le lundi 9 décembre 2021"])))
}

fn itself(texts: &[Document]) -> Option<Mistake> {
    let new = texts.last()?;
    let symbol = new.symbol.as_deref()?;
    Some(with_words(
        new,
        last_paragraph(new)?,
        &said(new, [", as resolution {} says", ", comme le dit la résolution {}"]).replace("{}", symbol),
    ))
}

fn left(texts: &[Document]) -> Option<Mistake> {
    let new = texts.last()?;
    Some(with_words(new, last_paragraph(new)?, said(new, [" [, if possible,]", " [, si possible,]"])))
}

/// One mark in the middle of the count is lost, where the text is read alike with all of them.
fn mark(texts: &[Document]) -> Option<Mistake> {
    const FEWEST: usize = 6;
    let new = texts.last()?;
    let marks = |document: &Document| -> Vec<(String, usize)> {
        let marks = document.units.iter().flat_map(|unit| unit.footnotes.iter().map(move |mark| (mark.mark.clone(), unit.index)));
        marks.collect()
    };
    let all = marks(new);
    let (lost, unit) = all.get(all.len() / 2).filter(|_| all.len() >= FEWEST)?;
    let is_once = all.iter().filter(|(mark, _)| mark == lost).count() == 1;
    (is_once && marks(&written(new, None, None)) == all).then(|| (*unit, written(new, None, Some(lost)), None))
}
