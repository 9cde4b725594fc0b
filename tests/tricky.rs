//! The tricky cases: each file under `tests/tricky/` is two texts, the redline that is wanted, and the one that is shown.
//!
//! `cargo bless-tricky` rewrites the `shown` and `notes` lines and docs/tricky-cases.md; read their diff. In the notation `[-…-]` went,
//! `{+…+}` came, `[~…~]{~…~}` is typography only, `¶` parts two paragraphs, `^3^` is a footnote mark, `\u{A0}` a character that
//! cannot be seen.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use rature::align::{Alignment, Link, Relation};
use rature::compare::{Change, Comparison, Edit, EditWeight, Op, compare};
use rature::language::Language;
use rature::read::Layout;
use rature::structure::{Document, Footnote, Kind, Unit};
use similar::{Algorithm, DiffOp, capture_diff_slices};

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

struct Case {
    path: PathBuf,
    fields: Vec<(String, String)>,
}

impl Case {
    fn read(path: PathBuf) -> Self {
        let text = std::fs::read_to_string(&path).expect("a case");
        let field = |line: &str| {
            let (name, value) = line.split_once(": ").unwrap_or_else(|| panic!("{}: no field in {line}", path.display()));
            (name.to_owned(), value.to_owned())
        };
        let fields = text.lines().map(field).collect();
        Self { path, fields }
    }

    fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    fn language(&self) -> Language {
        match self.get("language") {
            "French" => Language::Fr,
            "Spanish" => Language::Es,
            "English" => Language::En,
            other => panic!("{}: language {other}", self.path.display()),
        }
    }

    fn comparison(&self) -> Comparison {
        let sides = ["old", "new"].map(|side| document(side, self.get(side), self.language()));
        let all = |side: usize| (0..sides[side].units.len()).collect::<Vec<_>>();
        let link = Link {
            relation: if all(0).len() > 1 || all(1).len() > 1 { Relation::Merged } else { Relation::Kept },
            moved: false,
            renumbered: false,
            old: all(0),
            new: all(1),
            score: None,
            why: vec![],
        };
        compare(&sides[0], &sides[1], Alignment { links: vec![link], perhaps: vec![], notes: vec![], work: 0 })
    }

    /// The file with the redline as it is now.
    fn blessed(&self) -> String {
        let comparison = self.comparison();
        let mut text = String::new();
        for (name, value) in self.fields.iter().filter(|(name, _)| !matches!(name.as_str(), "shown" | "notes")) {
            writeln!(text, "{name}: {value}").expect("a string");
        }
        writeln!(text, "shown: {}", redline(&comparison.changes[0])).expect("a string");
        if !comparison.notes.is_empty() {
            let notes: Vec<String> = comparison.notes.iter().map(|n| format!("{}: {}", n.code, n.message)).collect();
            writeln!(text, "notes: {}", escaped(&notes.join("; "))).expect("a string");
        }
        text
    }

    fn chapter(&self, number: usize) -> String {
        let mut text =
            format!("## {number}. {}\n\n{}. {}\n\n```text\n", self.get("title"), self.get("language"), self.get("because"));
        let rows = [("old", self.get("old").to_owned()), ("new", self.get("new").to_owned()), ("plain", self.plain())];
        let rows = rows.into_iter().chain(["wanted", "shown", "notes"].map(|name| (name, self.get(name).to_owned())));
        for (name, value) in rows.filter(|(_, value)| !value.is_empty()) {
            writeln!(text, "{:<8}{value}", if name == "shown" { "rature" } else { name }).expect("a string");
        }
        text + "```\n"
    }

    /// What a plain word diff shows: words are what stands between white space (`git diff --word-diff`).
    fn plain(&self) -> String {
        let texts = ["old", "new"].map(|side| unescaped(&self.get(side).replace(" ¶ ", " ")));
        let [old, new] = texts.each_ref().map(|text| text.split_whitespace().collect::<Vec<_>>());
        let mut shown: Vec<String> = vec![];
        for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
            let (gone, come) = (old[op.old_range()].join(" "), new[op.new_range()].join(" "));
            shown.push(match op {
                DiffOp::Equal { .. } => gone,
                DiffOp::Delete { .. } => format!("[-{gone}-]"),
                DiffOp::Insert { .. } => format!("{{+{come}+}}"),
                DiffOp::Replace { .. } => format!("[-{gone}-]{{+{come}+}}"),
            });
        }
        escaped(&shown.join(" "))
    }
}

/// A document of the paragraphs of `text`, with its footnote marks lifted.
fn document(label: &str, text: &str, language: Language) -> Document {
    let units = text.split(" ¶ ").enumerate().map(|(index, paragraph)| {
        let mut parts = paragraph.split('^');
        let mut text = unescaped(parts.next().unwrap_or_default());
        let mut footnotes = vec![];
        while let (Some(mark), Some(rest)) = (parts.next(), parts.next()) {
            footnotes.push(Footnote { mark: mark.to_owned(), printed: mark.to_owned(), at: text.chars().count(), note: None });
            text.push_str(&unescaped(rest));
        }
        Unit {
            index,
            id: format!("OP{}", index + 1),
            parent: None,
            kind: Kind::Operative,
            label: None,
            number: None,
            section: vec![],
            text,
            status: None,
            row: None,
            cell: None,
            footnotes,
        }
    });
    Document {
        label: label.to_owned(),
        symbol: None,
        title: None,
        adopted: None,
        session: None,
        language,
        layout: Layout::Blocks,
        units: units.collect(),
        repairs: vec![],
        beside: vec![],
        pages: vec![],
        notes: vec![],
        package: None,
    }
}

fn redline(change: &Change) -> String {
    let show = |edit: &Edit| match (edit.op, edit.weight == Some(EditWeight::Editorial)) {
        (Op::Equal, _) => edit.text.clone(),
        (Op::Delete, false) => format!("[-{}-]", edit.text),
        (Op::Delete, true) => format!("[~{}~]", edit.text),
        (Op::Insert, false) => format!("{{+{}+}}", edit.text),
        (Op::Insert, true) => format!("{{~{}~}}", edit.text),
    };
    let footnotes = if change.footnotes_changed { " (footnotes changed)" } else { "" };
    escaped(&change.edits.iter().map(show).collect::<String>()) + footnotes
}

fn is_hidden(c: char) -> bool {
    matches!(c, '\u{A0}' | '\u{AD}' | '\u{2000}'..='\u{200F}' | '\u{2028}'..='\u{202F}' | '\u{2060}'..='\u{206F}' | '\u{300}'..='\u{36F}')
}

fn escaped(text: &str) -> String {
    let mut shown = String::new();
    for c in text.chars() {
        match c {
            '\n' => shown.push('¶'),
            c if is_hidden(c) => write!(shown, "\\u{{{:X}}}", u32::from(c)).expect("a string"),
            c => shown.push(c),
        }
    }
    shown
}

fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').expect("an escape is closed");
        plain.push(u32::from_str_radix(code, 16).ok().and_then(char::from_u32).expect("a character"));
        plain.push_str(rest);
    }
    plain
}

fn cases() -> Vec<Case> {
    let folder = std::fs::read_dir(project("tests/tricky")).expect("a folder");
    let mut paths: Vec<PathBuf> = folder.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths.into_iter().map(Case::read).collect()
}

fn page(cases: &[Case]) -> String {
    let open = cases.iter().filter(|case| case.get("wanted") != case.get("shown")).count();
    let mut page = format!(
        "# Tricky cases\n\n\
        {} small texts on which word diffs go wrong: what a plain word diff shows (words are what stands between white space, as in\n\
        `git diff --word-diff`), what a reader wants, and what rature shows. Made by `cargo bless-tricky` from `tests/tricky/`, a file a\n\
        case; a test holds them together. In {open} of them rature does not yet show what is wanted.\n\n\
        `[-…-]` went, `{{+…+}}` came; `[~…~]{{~…~}}` is typography only (editorial); `¶` parts two paragraphs; `^3^` is a footnote mark;\n\
        `\\u{{A0}}` is a character that cannot be seen.\n",
        cases.len()
    );
    for (number, case) in cases.iter().enumerate() {
        page.push('\n');
        page.push_str(&case.chapter(number + 1));
    }
    page
}

#[test]
fn each_tricky_case_is_shown_as_its_file_says() {
    for case in cases() {
        assert_eq!(std::fs::read_to_string(&case.path).expect("a case"), case.blessed(), "{}", case.path.display());
    }
}

#[test]
fn the_page_of_tricky_cases_is_what_the_cases_make() {
    let page = page(&cases());
    assert!(std::fs::read_to_string(project("docs/tricky-cases.md")).expect("the page") == page, "run `cargo bless-tricky`");
}

#[test]
fn there_are_forty_tricky_cases_and_half_are_french() {
    let cases = cases();
    let french = cases.iter().filter(|case| case.language() == Language::Fr).count();
    assert!(cases.len() >= 40 && 2 * french >= cases.len(), "{} cases, {french} French", cases.len());
}

/// Rewrites what is shown; a person reads the diff.
#[test]
#[ignore = "rewrites tests/tricky and docs/tricky-cases.md"]
fn bless() {
    assert!(std::env::var_os("CI").is_none(), "goldens are blessed by a person, not by CI");
    for case in cases() {
        std::fs::write(&case.path, case.blessed()).expect("written");
    }
    std::fs::write(project("docs/tricky-cases.md"), page(&cases())).expect("written");
}
