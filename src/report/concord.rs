//! Language versions side by side: what a renderer shows of a [`Concordance`], with nothing left to decide.

use std::path::Path;

use rustc_hash::FxHashMap;

use super::figures::unit_name;
use super::phrases::{ConcordWords, Phrases, counted, fill};
use super::sheet::{Sheet, SheetCell};
use crate::concord::{Concordance, Discordance, DiscordanceRule, Side};
use crate::findings::Severity;
use crate::language::Language;
use crate::structure::{Document, Kind};

/// Two to six versions of a resolution, and where they disagree.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ConcordReport {
    /// The language of the interface.
    pub language: Language,
    /// The words of the interface.
    pub words: &'static ConcordWords,
    /// What it shows.
    pub title: String,
    /// The label and language of each version.
    pub heads: Vec<(String, Language)>,
    /// What makes all of it doubtful.
    pub warnings: Vec<String>,
    /// How much was found.
    pub summary: String,
    /// The disagreements as a table, one a row.
    pub sheet: Sheet,
    /// The paragraphs side by side.
    pub rows: Vec<ConcordPart>,
    /// The rules that found something, with their names.
    pub rules: Vec<(DiscordanceRule, &'static str)>,
}

/// Paragraphs side by side.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ConcordPart {
    /// What disagrees in it: the rule and what is said.
    pub said: Vec<(DiscordanceRule, String)>,
    /// For each version its paragraphs.
    pub cells: Vec<Vec<ConcordParagraph>>,
}

/// A paragraph of a version.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ConcordParagraph {
    /// What it is called.
    pub name: String,
    /// Whether it is a heading.
    pub is_heading: bool,
    /// Its words in pieces, those that disagree marked by their rule.
    pub pieces: Vec<(String, Option<DiscordanceRule>)>,
}

/// What is shown of `concordance` of `versions` in `language`.
pub fn concord_report(concordance: &Concordance, versions: &[Document], language: Language) -> ConcordReport {
    let phrases = Phrases::of(language);
    let words = phrases.concord;
    let labels: Vec<&str> = versions.iter().map(|version| version.label.as_str()).collect();
    let title = fill(words.title, &[&labels.join(" · ")]);
    let found = &concordance.discordances;
    let rules: Vec<_> = DiscordanceRule::ALL
        .into_iter()
        .filter(|rule| found.iter().any(|one| one.rule == *rule))
        .map(|rule| (rule, rule_name(rule, words)))
        .collect();
    let teller = Teller { versions, phrases, words };
    ConcordReport {
        language,
        words,
        heads: versions.iter().map(|version| (version.label.clone(), version.language)).collect(),
        warnings: warnings(concordance, versions, words),
        summary: summary(concordance, words),
        sheet: teller.sheet(found, title.clone(), language),
        rows: teller.rows(concordance),
        rules,
        title,
    }
}

/// Calls each of `versions` by its language beside its label: "ASP/20 (fr)"; by its file, of those named `files`, where two have one language.
pub fn name_versions(versions: &mut [Document], files: &[&str]) {
    let languages: Vec<Language> = versions.iter().map(|version| version.language).collect();
    for (version, file) in versions.iter_mut().zip(files) {
        let is_alone = languages.iter().filter(|language| **language == version.language).count() == 1;
        let stem = Path::new(file).file_stem().unwrap_or_default().to_string_lossy();
        let of = if is_alone { version.language.code() } else { &stem };
        version.label = format!("{} ({of})", version.label);
    }
}

/// What `rule` is called.
fn rule_name(rule: DiscordanceRule, words: &ConcordWords) -> &'static str {
    let named = DiscordanceRule::ALL.iter().zip(words.rules).find(|(known, _)| **known == rule);
    named.map_or(rule.code(), |(_, name)| name)
}

fn warnings(concordance: &Concordance, versions: &[Document], words: &ConcordWords) -> Vec<String> {
    let mut said = vec![];
    let is_again = |(at, version): (usize, &Document)| versions[..at].iter().any(|other| other.language == version.language);
    if versions.iter().enumerate().any(is_again) {
        said.push(words.one_language.to_owned());
    }
    if concordance.is_doubtful() {
        said.push(fill(words.doubtful, &[&concordance.paired.to_string()]));
    }
    said
}

fn summary(concordance: &Concordance, words: &ConcordWords) -> String {
    let of = |severity: Severity| concordance.discordances.iter().filter(|one| one.severity == severity).count();
    let mut said = vec![fill(words.paired, &[&concordance.paired.to_string()])];
    let counts = [(Severity::Error, words.errors), (Severity::Warning, words.warnings), (Severity::Note, words.notes)];
    said.extend(counts.iter().filter(|(severity, _)| of(*severity) > 0).map(|&(severity, plural)| counted(plural, of(severity))));
    said.join(" · ")
}

struct Teller<'t> {
    versions: &'t [Document],
    phrases: &'t Phrases,
    words: &'t ConcordWords,
}

impl Teller<'_> {
    /// One row a disagreement: where, what, how much it matters, what each version has, what speaks for a side.
    fn sheet(&self, found: &[Discordance], title: String, language: Language) -> Sheet {
        let findings = &self.phrases.findings;
        let mut columns = vec![self.words.places.to_owned(), self.words.rule.to_owned(), findings.severity.to_owned()];
        columns.extend(self.versions.iter().map(|version| version.label.clone()));
        columns.push(self.words.evidence.to_owned());
        let severity = |severity: Severity| findings.severities[severity as usize];
        let row = |one: &Discordance| {
            let places: Vec<String> = one.sides.iter().enumerate().map(|(at, side)| self.place(at, side)).collect();
            let mut cells =
                vec![places.join(" · "), rule_name(one.rule, self.words).to_owned(), severity(one.severity).to_owned()];
            cells.extend(one.sides.iter().enumerate().map(|(at, side)| self.side(one.rule, at, side)));
            cells.push(self.evidence(one));
            cells.into_iter().map(SheetCell::plain).collect()
        };
        Sheet {
            language,
            title,
            columns,
            texts: 0..0,
            changes: "",
            rows: found.iter().map(row).collect(),
            nothing: self.words.nothing,
        }
    }

    /// "OP3 and OP4" of a version, or a dash.
    fn place(&self, version: usize, side: &Side) -> String {
        let name = |unit: usize| unit_name(&self.versions[version], unit, self.phrases);
        match side.units.as_slice() {
            [] => "–".to_owned(),
            [one] => name(*one),
            // The front matter is one thing.
            [first, .., last] if name(*first) == name(*last) => name(*first),
            [first, .., last] => format!("{} – {}", name(*first), name(*last)),
        }
    }

    /// What a version has: the words, and what they mean where that is said otherwise; of a paragraph how it begins.
    fn side(&self, rule: DiscordanceRule, version: usize, side: &Side) -> String {
        if side.units.is_empty() {
            return self.words.none.to_owned();
        }
        match (&side.text, &side.value) {
            (Some(text), Some(value)) if text != value => format!("{text} ({value})"),
            (Some(said), _) | (None, Some(said)) => said.clone(),
            (None, None) if matches!(rule, DiscordanceRule::Missing | DiscordanceRule::Moved) => self.opening(version, side),
            (None, None) => "–".to_owned(),
        }
    }

    fn opening(&self, version: usize, side: &Side) -> String {
        const LETTERS: usize = 60;
        let text = &self.versions[version].units[side.units[0]].text;
        match text.char_indices().nth(LETTERS) {
            Some((at, _)) => format!("{}…", text[..at].trim_end()),
            None => text.clone(),
        }
    }

    fn evidence(&self, one: &Discordance) -> String {
        let mut said = vec![];
        if let Some(wrong) = one.likelier_wrong {
            said.push(fill(self.words.wrong, &[&self.versions[wrong].label]));
        }
        for evidence in &one.evidence {
            for (template, count) in [(self.words.here, evidence.here), (self.words.earlier, evidence.earlier)] {
                if count > 0 {
                    said.push(fill(template, &[&evidence.value, &count.to_string()]));
                }
            }
        }
        said.join("; ")
    }

    /// All that is said of a disagreement in one line.
    fn line(&self, one: &Discordance) -> String {
        let sides: Vec<String> = one.sides.iter().enumerate().map(|(at, side)| self.side(one.rule, at, side)).collect();
        let said = self.phrases.said_of(rule_name(one.rule, self.words), &sides.join(" · "));
        let evidence = self.evidence(one);
        if evidence.is_empty() { said } else { format!("{said} ({evidence})") }
    }

    fn rows(&self, concordance: &Concordance) -> Vec<ConcordPart> {
        let versions = self.versions.len();
        let is_around = |kind: Kind| matches!(kind, Kind::Front | Kind::Enacting);
        let front =
            |version: &Document| version.units.iter().filter(|unit| is_around(unit.kind)).map(|unit| unit.index).collect();
        let front: Vec<Vec<usize>> = self.versions.iter().map(front).collect();
        let rows: Vec<&Vec<Vec<usize>>> = std::iter::once(&front).chain(concordance.rows.iter().map(|row| &row.units)).collect();
        let mut place: FxHashMap<(usize, usize), usize> = FxHashMap::default();
        for (at, units) in rows.iter().enumerate() {
            for (version, units) in units.iter().enumerate() {
                place.extend(units.iter().map(|&unit| ((version, unit), at)));
            }
        }
        let mut found: Vec<Vec<&Discordance>> = vec![vec![]; rows.len()];
        for one in &concordance.discordances {
            let of_side = |(version, side): (usize, &Side)| place.get(&(version, *side.units.first()?)).copied();
            found[one.sides.iter().enumerate().find_map(of_side).unwrap_or_default()].push(one);
        }
        let part = |(units, own): (&Vec<Vec<usize>>, Vec<&Discordance>)| {
            let cell = |at: usize| units[at].iter().map(|&unit| self.paragraph(at, unit, &own)).collect();
            ConcordPart {
                said: own.iter().map(|one| (one.rule, self.line(one))).collect(),
                cells: (0..versions).map(cell).collect(),
            }
        };
        rows.into_iter().zip(found).map(part).collect()
    }

    fn paragraph(&self, version: usize, unit: usize, found: &[&Discordance]) -> ConcordParagraph {
        let document = &self.versions[version];
        let own = &document.units[unit];
        let mut marks: Vec<(usize, usize, DiscordanceRule)> = found
            .iter()
            .filter(|one| one.sides[version].unit == Some(unit) && one.sides[version].end > one.sides[version].start)
            .map(|one| (one.sides[version].start, one.sides[version].end, one.rule))
            .collect();
        marks.sort_unstable();
        let characters: Vec<char> = own.text.chars().collect();
        let mut pieces = vec![];
        let mut at = 0;
        for (start, end, rule) in marks {
            let (start, end) = (start.min(characters.len()), end.min(characters.len()));
            if start >= at {
                pieces.push((characters[at..start].iter().collect::<String>(), None));
                pieces.push((characters[start..end].iter().collect(), Some(rule)));
                at = end;
            }
        }
        pieces.push((characters[at..].iter().collect(), None));
        pieces.retain(|(text, _)| !text.is_empty());
        ConcordParagraph {
            name: unit_name(document, unit, self.phrases),
            is_heading: matches!(own.kind, Kind::Heading | Kind::Annex),
            pieces,
        }
    }
}
