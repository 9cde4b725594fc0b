//! Which lines of a text are furniture: what their words could be, and evidence that a page ends where they stand.
//!
//! ```text
//! … l'engagement pris par les          the sentence is open
//! _______________
//! 2/3                     19-09556     the code of a left-hand page
//! E/RES/2019/13                        a symbol that comes back
//!
//! chefs d'État et de gouvernement      and goes on in lower case
//! ```
//!
//! Left out are, without more, what a printer says of the paper. All else needs its place: a form feed beside it, a sentence that it
//! interrupts, or furniture beside it. A symbol is the text's own or comes back; a page number is one of a count that rises page by
//! page; a line of words stands at the edge of three pages, with no figure changed but one that counts the pages. Where there is
//! doubt the line is text: a page number that is shown is a nuisance, a sum that is not is a fault.

use std::collections::{BTreeMap, BTreeSet};

use super::ends::{ends_paragraph, is_note};
use super::furniture::{Datum, Distribution, Printed, Shape, is_imprint, is_rule, page_shapes};
use super::line::Line;
use super::page_numbers::{Number, count_pages, rising};
use crate::language::Lexicon;
use crate::text::label::label;
use crate::text::{fold, is_stop, is_symbol};

/// What a line that is left out is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// A page number alone. Where a note awaits that number, it is the note's.
    Number,
    /// A running head, a code, distribution data, an imprint.
    Other,
}

/// Cuts distribution data from the head of a line that goes on with an open sentence: "Original : anglais bonnes pratiques, …".
pub(super) fn cut_distribution(lines: &[Line]) -> Vec<Line> {
    let mut cut: Vec<Line> = Vec::with_capacity(lines.len() + 1);
    for line in lines {
        let data = Distribution::read(&line.text).filter(Distribution::is_printed);
        match data.map(|data| line.text.split_at(data.len)) {
            Some((data, rest)) if goes_on(rest) => {
                cut.push(Line { text: data.trim_end().to_owned(), ..line.clone() });
                cut.push(Line { text: rest.trim_start().to_owned(), form_feed: false, after_blank: true, ..line.clone() });
            }
            _ => cut.push(line.clone()),
        }
    }
    cut
}

/// For each line, whether it is furniture.
pub(super) fn furniture(lines: &[Line], lexicon: &Lexicon) -> Vec<Option<Found>> {
    let enacting = lexicon.enacting_at(lines.iter().map(|line| line.text.as_str()));
    let printed: Vec<_> = lines.iter().map(|line| Printed::read(&line.text)).collect();
    let mut text = Text {
        lines,
        lexicon,
        body: enacting.map_or(0, |at| at + 1),
        own: own_names(&lines[..enacting.unwrap_or(0)]),
        front: front(&lines[..enacting.unwrap_or(0)]),
        tops: page_tops(lines),
        runs: vec![],
        run_of: vec![],
        printed,
        found: vec![None; lines.len()],
    };
    if enacting.is_some() {
        text.find_distribution();
    }
    text.find_running_heads();
    text.find_counted_heads();
    text.find_own_heads();
    text.find_runs();
    text.find_printed();
    text.find_page_numbers();
    text.find_heads_beside_numbers();
    text.found
}

/// What a text calls itself before its enacting formula: the symbol alone on its line, else the first one, and "70/137." of its title.
fn own_names(front: &[Line]) -> Vec<&str> {
    let words = || front.iter().flat_map(|line| line.text.split(' '));
    let alone = front.iter().map(|line| line.text.as_str()).find(|text| is_symbol(text) && !text.contains(' '));
    let title = words().find(|word| word.ends_with('.') && word.starts_with(|c: char| c.is_ascii_digit()) && word.contains('/'));
    let first = alone.or_else(|| words().find(|word| is_symbol(word)));
    first.into_iter().chain(title.map(|title| title.trim_end_matches('.'))).collect()
}

/// The last lines of `front`, folded: a title stands near the formula, and what is looked up for each line stays short.
fn front(front: &[Line]) -> String {
    const LINES: usize = 40;
    const LONGEST: usize = 400;
    let near = front[front.len().saturating_sub(LINES)..].iter().filter(|line| line.text.len() <= LONGEST);
    fold(&joined(near.flat_map(|line| line.text.split_whitespace())))
}

fn joined<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(" ")
}

/// Lines that stand first on a page: after a form feed, or set in by one column where lines are not, a page's length apart.
pub(super) fn page_tops(lines: &[Line]) -> Vec<bool> {
    const PAGE: usize = 10;
    let set_in: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].indent == 1).collect();
    let leading_space_tells = set_in.len() * 8 < lines.len().max(8)
        && set_in.windows(2).all(|pair| pair[1] - pair[0] >= PAGE)
        && lines.iter().filter(|line| line.indent == 0).count() * 2 > lines.len();
    lines.iter().map(|line| line.form_feed || leading_space_tells && line.indent == 1).collect()
}

/// Whether `text` goes on with a sentence: it begins in lower case.
fn goes_on(text: &str) -> bool {
    text.trim_start().starts_with(char::is_lowercase) && label(text).is_none()
}

struct Text<'a> {
    lines: &'a [Line],
    lexicon: &'a Lexicon,
    /// Where the body begins.
    body: usize,
    own: Vec<&'a str>,
    /// What stands before it, folded.
    front: String,
    tops: Vec<bool>,
    printed: Vec<Option<Printed<'a>>>,
    /// Stretches of lines that all could be furniture; for each line, which it is in.
    runs: Vec<Run>,
    run_of: Vec<Option<usize>>,
    found: Vec<Option<Found>>,
}

/// Lines one after the other that all could be furniture.
struct Run {
    from: usize,
    says: Vec<Evidence>,
    /// How many of them are found to be furniture.
    found: usize,
}

/// What the place of a run says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Evidence {
    /// A page's border is beside or between its lines.
    Border,
    /// It stands inside a sentence.
    Interrupts,
    /// It stands between two long lines.
    Between,
    /// One of its lines is a rule.
    Rule,
    /// Notes under a rule stand above it.
    Foot,
    /// A colon stands before it, or two of its lines are different symbols or codes: it is a list.
    List,
    /// One of its lines holds a code.
    Code,
}

impl Run {
    fn says(&self, evidence: Evidence) -> bool {
        self.says.contains(&evidence)
    }
}

impl<'a> Text<'a> {
    fn text(&self, at: usize) -> &'a str {
        &self.lines[at].text
    }

    /// A block of distribution data opens with "Distr.", interrupts a sentence, or says its day, its language and the original's.
    fn find_distribution(&mut self) {
        let data: Vec<Option<Distribution>> = (0..self.lines.len())
            .map(|at| Distribution::read(self.text(at)).filter(|data| data.is_all_of(self.text(at))))
            .collect();
        let mut at = self.body;
        while at < data.len() {
            let to = at + data[at..].iter().take_while(|data| data.is_some()).count();
            let says = |datum| data[at..to].iter().flatten().any(|data| data.says.contains(&datum));
            let is_whole = says(Datum::Day) && says(Datum::Language) && to < data.len();
            if says(Datum::Opening) || says(Datum::Original) && (is_whole || self.interrupts(at, to)) {
                self.found[at..to].fill(Some(Found::Other));
            }
            at = to.max(at + 1);
        }
    }

    /// Whether the lines `from..to` stand inside a sentence, or between a page's notes and the rest of a sentence.
    fn interrupts(&self, from: usize, to: usize) -> bool {
        let Some(before) = from.checked_sub(1) else { return false };
        let open = self.is_long(before) && !ends_paragraph(self.text(before), self.lexicon);
        to < self.lines.len() && goes_on(self.text(to)) && (open || is_note(self.text(before), self.lexicon))
    }

    /// Whether line `at` is too long for a cell or a heading.
    fn is_long(&self, at: usize) -> bool {
        const SHORTEST: usize = 40;
        self.lines.get(at).is_some_and(|line| line.width() >= SHORTEST)
    }

    /// Lines beside a page's border that stand there on three pages, on two if they name a symbol.
    fn find_running_heads(&mut self) {
        let mut seen: BTreeMap<Shape, BTreeSet<(i64, usize)>> = BTreeMap::new();
        let mut page = 0;
        for at in 0..self.lines.len() {
            page += i64::from(self.tops[at]);
            let beside = (at.saturating_sub(1)..=at + 2).any(|k| self.tops.get(k).is_some_and(|top| *top));
            if beside && self.could_head(at) {
                for shape in page_shapes(self.text(at), page, self.lexicon) {
                    seen.entry(shape).or_default().insert((page, at));
                }
            }
        }
        for ((words, rest, _), places) in seen {
            let pages: BTreeSet<i64> = places.iter().map(|(page, _)| *page).collect();
            let enough = if words.split(' ').chain(rest.split(' ')).any(is_symbol) { 2 } else { 3 };
            if pages.len() >= enough {
                for (_, at) in places {
                    self.found[at] = Some(Found::Other);
                }
            }
        }
    }

    /// Whether line `at` could be a running head by its words: short, and no sentence.
    fn could_head(&self, at: usize) -> bool {
        const LONGEST: usize = 90;
        let text = self.text(at);
        at >= self.body
            && self.lines[at].width() <= LONGEST
            && self.printed[at].is_none()
            && !text.ends_with(is_stop)
            && !text.starts_with(char::is_lowercase)
    }

    /// Lines of the same words with a number that rises by one, one of which stands inside a sentence: "Decisions of the Council 12".
    fn find_counted_heads(&mut self) {
        let mut seen: BTreeMap<(&str, &str), Vec<(usize, i64)>> = BTreeMap::new();
        for at in (self.body..self.lines.len()).filter(|at| self.could_head(*at)) {
            for (words, rest, number) in page_shapes(self.text(at), 0, self.lexicon) {
                if number != i64::MAX {
                    seen.entry((words, rest)).or_default().push((at, number));
                }
            }
        }
        for lines in seen.into_values() {
            let rises = lines.windows(2).all(|pair| pair[1].1 + 1 == pair[0].1);
            if lines.len() > 1 && rises && lines.iter().any(|(at, _)| self.interrupts(*at, at + 1)) {
                for (at, _) in lines {
                    self.found[at] = Some(Found::Other);
                }
            }
        }
    }

    /// Lines of words that stand beside page numbers on three pages.
    fn find_heads_beside_numbers(&mut self) {
        const ENOUGH: usize = 3;
        let is_number = |at: usize| self.found.get(at) == Some(&Some(Found::Number));
        let mut seen: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for at in (self.body..self.lines.len()).filter(|at| self.could_head(*at) && self.found[*at].is_none()) {
            if is_number(at + 1) || at > 0 && is_number(at - 1) {
                seen.entry(self.text(at)).or_default().push(at);
            }
        }
        for at in seen.into_values().filter(|lines| lines.len() >= ENOUGH).flatten() {
            self.found[at] = Some(Found::Other);
        }
    }

    /// Lines of the text's symbol and its title: nothing else is both.
    fn find_own_heads(&mut self) {
        for at in self.body..self.lines.len() {
            let words = || self.lines[at].text.split_whitespace();
            if words().filter(|word| is_symbol(word)).count() == 1 && words().any(|word| self.is_own(word)) {
                let title = fold(&joined(words().filter(|word| !is_symbol(word))));
                if title.contains(' ') && self.front.contains(&title) {
                    self.found[at] = Some(Found::Other);
                }
            }
        }
    }

    fn find_runs(&mut self) {
        self.run_of = vec![None; self.lines.len()];
        let mut from = 0;
        while from < self.lines.len() {
            let to = from + (from..self.lines.len()).take_while(|at| self.could_be_furniture(*at)).count();
            if from < to {
                self.runs.push(Run { from, says: self.evidence(from, to), found: self.found[from..to].iter().flatten().count() });
                self.run_of[from..to].fill(Some(self.runs.len() - 1));
            }
            from = to.max(from + 1);
        }
    }

    /// What the place of the run `from..to` says.
    fn evidence(&self, from: usize, to: usize) -> Vec<Evidence> {
        let printed = &self.printed[from..to];
        let differ = |part: fn(&Printed<'a>) -> Option<&'a str>| {
            let mut parts = printed.iter().flatten().filter_map(part);
            parts.next().is_some_and(|first| parts.any(|other| other != first))
        };
        let after_colon = from > 0 && self.text(from - 1).ends_with(':');
        let said = [
            (Evidence::Border, self.tops[from..self.tops.len().min(to + 1)].contains(&true)),
            (Evidence::Interrupts, self.interrupts(from, to)),
            (Evidence::Between, from > 0 && self.is_long(from - 1) && self.is_long(to)),
            (Evidence::Rule, (from..to).any(|at| is_rule(self.text(at)))),
            (Evidence::Foot, self.is_under_notes(from)),
            (Evidence::List, after_colon || differ(|printed| printed.symbol) || differ(|printed| printed.code)),
            (Evidence::Code, printed.iter().flatten().any(|printed| printed.code.is_some())),
        ];
        said.into_iter().filter(|(_, is_so)| *is_so).map(|(evidence, _)| evidence).collect()
    }

    /// Whether nothing but notes stands between a rule and line `at`.
    fn is_under_notes(&self, at: usize) -> bool {
        const MOST: usize = 12;
        let is_note_like = |text: &str| {
            let short = text.ends_with('.') && text.len() < 200 && label(text).is_none();
            let opens = self.lexicon.is_preambular(text) || self.lexicon.is_operative(text);
            is_note(text, self.lexicon) || short && !opens
        };
        let above = (at.saturating_sub(MOST)..at).rev().find(|k| self.printed[*k].is_none() && !is_note_like(self.text(*k)));
        above.is_some_and(|k| is_rule(self.text(k)))
    }

    fn could_be_furniture(&self, at: usize) -> bool {
        let text = self.text(at);
        self.printed[at].is_some() || self.found[at].is_some() || is_rule(text) || is_imprint(text, self.lexicon)
    }

    /// The run of a line that could be furniture.
    fn run(&self, at: usize) -> &Run {
        &self.runs[self.run_of[at].expect("a line that could be furniture is in a run")]
    }

    /// Furniture stands beside line `at`.
    fn is_beside_furniture(&self, at: usize) -> bool {
        self.run(at).found > usize::from(self.found[at].is_some())
    }

    /// A page ends beside line `at`: a form feed, a sentence that is interrupted, or furniture stands there.
    fn is_at_edge(&self, at: usize) -> bool {
        let run = self.run(at);
        run.says(Evidence::Border) || run.says(Evidence::Interrupts) || self.is_beside_furniture(at)
    }

    /// Imprints, codes and symbols. What is found is evidence for what stands beside it, hence the second look.
    fn find_printed(&mut self) {
        for _ in 0..2 {
            let known = self.repeated_symbols();
            for at in 0..self.lines.len() {
                let is_furniture = match &self.printed[at] {
                    Some(printed) => {
                        (printed.code.is_some() || printed.is_dated) && self.is_code(at, printed)
                            || printed.symbol.is_some_and(|symbol| self.is_head(at, symbol, printed, &known))
                    }
                    None => is_imprint(self.text(at), self.lexicon),
                };
                if is_furniture && self.found[at].is_none() {
                    self.found[at] = Some(Found::Other);
                    self.runs[self.run_of[at].expect("a run")].found += 1;
                }
            }
        }
    }

    /// A code stands before the body, at a page's edge, under a rule or its notes, beside the number of the page and of all pages, or,
    /// with its language or an asterisk, between two paragraphs.
    fn is_code(&self, at: usize, printed: &Printed) -> bool {
        let run = self.run(at);
        let apart = self.text(at).ends_with([')', '*']) && run.says(Evidence::Between);
        let paged = printed.page.is_some_and(|(_, of)| of.is_some());
        at < self.body
            || printed.is_dated
            || !run.says(Evidence::List)
                && (paged || apart || run.says(Evidence::Rule) || run.says(Evidence::Foot) || self.is_at_edge(at))
    }

    /// A symbol is a running head where it is the text's own or comes back, unless it stands in a list.
    fn is_head(&self, at: usize, symbol: &str, printed: &Printed, known: &BTreeSet<&str>) -> bool {
        let run = self.run(at);
        let may_be = printed.page.is_some() || at >= self.body;
        may_be && (!run.says(Evidence::List) || run.says(Evidence::Border)) && (self.is_own(symbol) || known.contains(symbol))
    }

    fn is_own(&self, symbol: &str) -> bool {
        self.own.iter().any(|name| symbol.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with("/RES/")))
    }

    /// Symbols that stand at the edges of two pages.
    fn repeated_symbols(&self) -> BTreeSet<&'a str> {
        let mut edges: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for at in self.body..self.lines.len() {
            if let Some(symbol) = self.printed[at].and_then(|printed| printed.symbol)
                && self.is_at_edge(at)
            {
                edges.entry(symbol).or_default().insert(self.run(at).from);
            }
        }
        edges.into_iter().filter(|(_, runs)| runs.len() > 1).map(|(symbol, _)| symbol).collect()
    }

    fn find_page_numbers(&mut self) {
        let numbers = self.numbers();
        let sure = numbers.iter().filter(|number| self.is_sure(number)).map(|number| number.at).collect();
        for at in rising(&numbers, sure) {
            self.found[at].get_or_insert(Found::Number);
        }
    }

    /// What could be page numbers, those with a symbol or a code too. Without form feeds the numbers themselves count the pages.
    fn numbers(&self) -> Vec<Number> {
        let mut numbers: Vec<Number> = vec![];
        let mut page = 0;
        for at in 0..self.lines.len() {
            page += i64::from(self.tops[at]);
            let found = self.found[at].is_some();
            if let Some((value, of)) =
                self.printed[at].filter(|printed| printed.is_number() || found).and_then(|printed| printed.page)
            {
                let is_worded = self.printed[at].is_some_and(|printed| printed.is_worded) && self.run(at).says(Evidence::Between);
                numbers.push(Number { at, value, of, page, at_edge: found || is_worded || self.is_at_edge(at) });
            }
        }
        if !self.tops.iter().skip(1).any(|top| *top) {
            count_pages(&mut numbers);
        }
        numbers
    }

    /// A number that needs no other: with its word and the number of all pages; with its word at an edge; with the number of all pages beside
    /// other furniture; on the page that it says; or what is left of a note, under a rule in the middle of a sentence.
    fn is_sure(&self, number: &Number) -> bool {
        let run = self.run(number.at);
        let printed = self.printed[number.at].unwrap_or_default();
        printed.is_framed
            || printed.is_worded && (run.says(Evidence::Border) || self.is_beside_furniture(number.at))
            || number.of.is_some() && self.is_beside_furniture(number.at)
            || run.says(Evidence::Border) && i64::from(number.value) == number.page + 1
            || run.says(Evidence::Rule) && run.says(Evidence::Interrupts)
    }
}
