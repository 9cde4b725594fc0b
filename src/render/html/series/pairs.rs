//! Two texts compared: the first and the last for all to read, the others kept until the script shows them.
//!
//! ```html
//! <div class="par edited">… <div class="body" data-b="17">Urges <del>fifteen</del><ins>twelve</ins> …</div></div>     where it is read first
//! <template data-pair="3-9">… <div class="body" data-b="17"></div> …</template>                     wherever it is shown again
//! ```

use rustc_hash::FxHashMap;

use crate::render::html::markup::Markup;
use crate::render::html::rows::{Tongues, beginning, body, departure};
use crate::report::{Between, Entry, Row, SeriesPage};

/// What is written already, by its number.
pub(super) struct Store {
    tongues: Tongues,
    numbers: FxHashMap<Markup, usize>,
    /// What no part of the page that is read without script has, with the numbers of it.
    kept: Vec<(usize, Markup)>,
}

impl Store {
    pub(super) fn of(tongues: Tongues) -> Self {
        Self { tongues, numbers: FxHashMap::default(), kept: vec![] }
    }

    /// Writes `entry`, body and all.
    pub(super) fn here(&mut self, entry: &Entry, page: &mut Markup) {
        let made = self.body(entry);
        let next = self.numbers.len();
        beginning(entry, self.tongues, page);
        // What stands here for the second time is not the place to fetch it from.
        if !self.numbers.contains_key(&made) {
            page.attribute("data-b", &next.to_string());
        }
        page.raw(">").add(&made).raw("</div></div>\n");
        self.numbers.entry(made).or_insert(next);
    }

    /// Writes `entry` with the number of its body.
    fn elsewhere(&mut self, entry: &Entry, page: &mut Markup) {
        let made = self.body(entry);
        let next = self.numbers.len();
        let number = *self.numbers.entry(made).or_insert(next);
        if number == next {
            self.kept.push((next, self.body(entry)));
        }
        beginning(entry, self.tongues, page);
        page.attribute("data-b", &number.to_string()).raw("></div></div>\n");
    }

    fn body(&self, entry: &Entry) -> Markup {
        let mut made = Markup::default();
        body(entry, self.tongues, &mut made);
        made
    }
}

/// The choice, and the first pair.
pub(super) fn section(series: &SeriesPage, store: &mut Store, page: &mut Markup) {
    let words = &series.report.phrases.years;
    page.raw("<section class=\"compare\" id=\"compare\" aria-labelledby=\"s-compare\"><h2 id=\"s-compare\">").text(words.compare);
    page.raw("</h2>\n<p class=\"choice\" hidden><label>").text(words.which).raw(" <select>");
    for group in &series.pairs {
        page.raw("<optgroup").attribute("label", group.name).raw(">");
        for pair in &group.pairs {
            page.raw("<option").attribute("value", &key(pair)).raw(">").text(&pair.name).raw("</option>");
        }
        page.raw("</optgroup>");
    }
    page.raw("</select></label></p>\n<div class=\"pair-view\">\n");
    if let Some(first) = series.pairs.first().and_then(|group| group.pairs.first()) {
        head(first, page);
        first.rows.iter().for_each(|row| self::row(row, page, |entry, page| store.here(entry, page)));
    }
    page.raw("</div>\n</section>\n");
}

/// All other pairs, and what they are made of.
pub(super) fn others(series: &SeriesPage, store: &mut Store, page: &mut Markup) {
    for pair in series.pairs.iter().flat_map(|group| &group.pairs).skip(1) {
        page.raw("<template").attribute("data-pair", &key(pair)).raw(">");
        head(pair, page);
        pair.rows.iter().for_each(|row| self::row(row, page, |entry, page| store.elsewhere(entry, page)));
        page.raw("</template>\n");
    }
    page.raw("<template data-store>");
    for (number, made) in &store.kept {
        page.raw("<div").attribute("data-b", &number.to_string()).raw(">").add(made).raw("</div>\n");
    }
    page.raw("</template>\n");
}

fn key(pair: &Between) -> String {
    format!("{}-{}", pair.old, pair.new)
}

fn head(pair: &Between, page: &mut Markup) {
    let tallies: Vec<&str> = pair.tallies.iter().map(|tally| tally.text.as_str()).collect();
    page.raw("<h3 class=\"which\">").text(&pair.name).raw("</h3>\n<p class=\"said\">").text(&tallies.join(" · ")).raw("</p>\n");
}

fn row(row: &Row, page: &mut Markup, mut entry: impl FnMut(&Entry, &mut Markup)) {
    match row {
        Row::Entry(one) => entry(one, page),
        Row::Departure(one) => departure(one, page),
        Row::Fold(fold) => {
            page.raw("<p class=\"folded\">").text(&fold.line).raw("</p>\n");
        }
    }
}
