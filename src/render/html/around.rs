//! What stands around the text on the page: title block, summary, list of changes, tables.

use super::markup::Markup;
use super::rows::{Tongues, facet_letter, pieces};
use crate::language::Language;
use crate::report::phrases::fill;
use crate::report::{ChangeItem, DigestLine, Matter, Party, RepairList, Report, Row, Standing, Tally, TallyOf};

/// Where the list of what was left out and differs is found on the page.
const LEFT_OUT: &str = "left-out";

/// Kind of page, title, both texts, warnings.
pub(super) fn masthead(report: &Report, page: &mut Markup) {
    let title = &report.title;
    page.raw("<header class=\"masthead\">\n<p class=\"kind\">").text(report.phrases.page.redline).raw("</p>\n<h1");
    page.tongue(title.new.language)
        .raw(">")
        .text(&title.title)
        .raw("</h1>\n<p class=\"only\" hidden></p>\n<dl class=\"parties\">\n");
    party(&title.old, report.language, page);
    party(&title.new, report.language, page);
    page.raw("</dl>\n");
    for warning in &report.warnings {
        page.raw("<p class=\"warning\" role=\"note\"><strong>").text(report.phrases.page.warning).raw(".</strong> ");
        page.text(warning).raw("</p>\n");
    }
    page.raw("</header>\n");
}

fn party(party: &Party, language: Language, page: &mut Markup) {
    page.raw("<div><dt>").text(party.role).raw("</dt><dd><span class=\"symbol\">").apart(party.short(), language).raw("</span>");
    if party.symbol.as_ref().is_some_and(|symbol| *symbol != party.label) {
        page.raw(" <span class=\"label\">").apart(&party.label, language).raw("</span>");
    }
    if let Some(title) = &party.title {
        page.raw("<span class=\"own\"").tongue(party.language).raw(">").text(title).raw("</span>");
    }
    if let Some(adopted) = &party.adopted {
        page.raw("<span class=\"day\">").text(adopted).raw("</span>");
    }
    page.raw("</dd></div>\n");
}

/// What matters, above the text: a line a point, each leading to its paragraph. The others of a sort, and what is routine, open.
pub(super) fn digest(report: &Report, tongues: Tongues, page: &mut Markup) {
    let Some(digest) = &report.digest else { return };
    page.raw("<section class=\"digest\" aria-labelledby=\"s-digest\"><h2 id=\"s-digest\">").text(report.phrases.digest.title);
    page.raw("</h2> <p class=\"stands\">").text(&digest.stands).raw("</p>\n");
    if !digest.groups.is_empty() {
        page.raw("<dl>\n");
        for group in &digest.groups {
            page.raw("<div><dt>").text(group.head).raw("</dt><dd>");
            // What is asked is a sentence of the interface, whatever letters its first quotation has.
            let is_turned = tongues.new.is_leftward() != report.language.is_leftward();
            let spoken = (group.matter == Matter::Check && is_turned).then_some(report.language);
            points(&group.first, (tongues, spoken), page);
            folded("more", [&group.more, &group.rest], &group.others, (tongues, spoken), page);
            page.raw("</dd></div>\n");
        }
        page.raw("</dl>\n");
    }
    if let Some(routine) = &digest.routine {
        folded("routine", [&routine.head, ""], &routine.lines, (tongues, None), page);
    }
    page.raw("</section>\n");
}

/// The lines, in the language of the text or in another that they are spoken in.
fn points(lines: &[DigestLine], (tongues, spoken): (Tongues, Option<Language>), page: &mut Markup) {
    page.raw("<ul>");
    for line in lines {
        page.raw("<li>").link(&line.anchor, &line.label).raw(" ");
        if let Some(said) = &line.said {
            page.raw("<span class=\"said\">").text(said).raw("</span> ");
        }
        match spoken {
            Some(language) => page.raw("<span").spoken(language).raw(">"),
            None => page.raw("<span").tongue(tongues.new).raw(">"),
        };
        pieces(&line.pieces, Standing::Edited, tongues, page);
        page.raw("</span></li>");
    }
    page.raw("</ul>");
}

fn folded(
    class: &'static str,
    [head, rest]: [&str; 2],
    lines: &[DigestLine],
    tongues: (Tongues, Option<Language>),
    page: &mut Markup,
) {
    if !lines.is_empty() {
        page.raw("<details class=\"").raw(class).raw("\"><summary>").text(head).raw("</summary>");
        points(lines, tongues, page);
        if !rest.is_empty() {
            page.raw("<p>").link("s-changes", rest).raw("</p>");
        }
        page.raw("</details>\n");
    }
}

/// The counts, and the key to the marks.
pub(super) fn summary(report: &Report, page: &mut Markup) {
    let words = &report.phrases.page;
    page.raw("<section class=\"summary\" aria-labelledby=\"s-summary\"><h2 id=\"s-summary\">").text(words.summary).raw("</h2>\n");
    if report.tallies.is_empty() {
        page.raw("<p>").text(report.phrases.tallies.nothing).raw("</p>\n");
    } else {
        page.raw("<ul class=\"tallies\">");
        for tally in &report.tallies {
            page.raw("<li").raw(tally_class(tally));
            if let Some(facet) = tally.facet {
                page.attribute("data-show", facet_letter(facet));
            }
            page.raw(">");
            match tally.of {
                TallyOf::LeftOut => page.link(LEFT_OUT, &tally.text),
                _ => page.text(&tally.text),
            };
            page.raw("</li>");
        }
        page.raw("</ul>\n");
    }
    carried_sections(report, page);
    page.raw("<p class=\"key\"><span class=\"i\">").text(words.insertion).raw("</span> <span class=\"d\">").text(words.deletion);
    page.raw("</span> <span class=\"l\">").text(words.light).raw("</span></p>");
    let is_dated = |row: &Row| matches!(row, Row::Entry(entry) if entry.since.is_some());
    if report.rows.iter().any(is_dated) {
        page.raw("<p class=\"said\">").text(report.phrases.years.rest).raw("</p>");
    }
    page.raw("</section>\n");
}

fn tally_class(tally: &Tally) -> &'static str {
    match tally.of {
        TallyOf::Paragraphs | TallyOf::LeftOut | TallyOf::WordsMoved | TallyOf::Carried => "",
        TallyOf::Touches => " class=\"light\"",
        TallyOf::WordsInserted => " class=\"came\"",
        TallyOf::WordsDeleted => " class=\"went\"",
    }
}

/// The list of changes, each leading into the text.
pub(super) fn changes(report: &Report, tongues: Tongues, page: &mut Markup) {
    if report.changes.is_empty() {
        return;
    }
    let words = &report.phrases.tools;
    page.raw("<nav class=\"changes\" aria-labelledby=\"s-changes\"><h2 id=\"s-changes\">").text(report.phrases.page.changes);
    page.raw("</h2>\n<p class=\"order\"><button type=\"button\" data-do=\"order\" aria-pressed=\"false\" hidden>")
        .text(words.by_weight);
    page.raw("</button> <button type=\"button\" data-do=\"save\" hidden>").text(words.save).raw("</button></p>\n");
    page.raw("<ol class=\"ranked\" hidden></ol>\n");
    for part in report.changes.chunk_by(|before, item| before.section == item.section) {
        page.raw("<div class=\"part\">");
        if let Some(section) = &part[0].section {
            page.raw("<h3").tongue(report.title.new.language).raw(">");
            page.link(&section.anchor, &section.heading).raw("</h3>");
        }
        page.raw("\n<ol>\n");
        for item in part {
            change(item, report, tongues, page);
        }
        page.raw("</ol></div>\n");
    }
    page.raw("</nav>\n");
}

fn change(item: &ChangeItem, report: &Report, tongues: Tongues, page: &mut Markup) {
    page.raw("<li class=\"").raw(item_class(item.standing)).raw("\"");
    if let Some(rank) = item.rank {
        page.attribute("data-rank", &rank.to_string());
    }
    page.raw(">").link(&item.anchor, &item.label);
    let counts = [("came", "+", item.words_inserted), ("went", "−", item.words_deleted)];
    for (class, sign, count) in counts.into_iter().filter(|&(.., count)| count > 0) {
        page.raw(" <span class=\"").raw(class).raw("\">").raw(sign).text(&count.to_string()).raw("</span>");
    }
    if !item.what.is_empty() {
        page.raw(" <span class=\"what\">").text(&item.what.join(" · ")).raw("</span>");
    }
    let language = if item.standing == Standing::Deleted { report.title.old.language } else { report.title.new.language };
    page.raw(" <span class=\"opening\"").tongue(language).raw(">");
    pieces(&item.preview, item.standing, tongues, page);
    page.raw("</span></li>\n");
}

fn item_class(standing: Standing) -> &'static str {
    match standing {
        Standing::Same => "same",
        Standing::Editorial => "editorial",
        Standing::Edited => "edited",
        Standing::Inserted => "inserted",
        Standing::Deleted => "deleted",
    }
}

/// Renumbered paragraphs, notes, repairs: closed until somebody looks.
pub(super) fn tables(report: &Report, page: &mut Markup) {
    page.raw("<footer class=\"tables\">\n");
    checks(report, page);
    left_out(report, page);
    figures(report, page);
    renumberings(report, page);
    notes(report, page);
    if !report.repairs.is_empty() {
        page.raw("<section><h2>").text(report.phrases.page.repairs).raw("</h2>\n");
        for list in &report.repairs {
            repairs(list, report, page);
        }
        page.raw("</section>\n");
    }
    page.raw("</footer>\n");
}

/// How much of each section was carried over: folded, for those who review a mandate.
fn carried_sections(report: &Report, page: &mut Markup) {
    if report.redline.summary.carried.sections.is_empty() || report.tallies.is_empty() {
        return;
    }
    let words = &report.phrases.tallies;
    page.raw("<details class=\"carried\"><summary>").text(words.carried_by).raw("</summary>\n<table><tbody>\n");
    for section in &report.redline.summary.carried.sections {
        let heading = if section.heading.is_empty() { report.phrases.years.preamble } else { &section.heading };
        page.raw("<tr><td dir=\"auto\">").text(heading).raw("</td><td>");
        page.text(&fill(words.percent, &[&section.percent.to_string()])).raw("</td></tr>\n");
    }
    page.raw("</tbody></table></details>\n");
}

/// What to check: open, since it asks for somebody.
fn checks(report: &Report, page: &mut Markup) {
    if report.checks.is_empty() {
        return;
    }
    page.raw("<section class=\"checks\"><h2 id=\"s-checks\">").text(report.phrases.findings.check).raw("</h2>\n<ul>\n");
    for line in &report.checks {
        page.raw("<li>").link(&line.anchor, &line.label).raw(" ").text(&line.text).raw("</li>\n");
    }
    page.raw("</ul></section>\n");
}

fn figures(report: &Report, page: &mut Markup) {
    if report.figures.is_empty() {
        return;
    }
    let words = &report.phrases.findings;
    page.raw("<section class=\"figures\"><h2 id=\"s-figures\">").text(words.changed).raw("</h2>\n<table><thead><tr>");
    for head in [words.paragraph, words.kind, report.phrases.page.old, report.phrases.page.new] {
        page.raw("<th scope=\"col\">").text(head).raw("</th>");
    }
    page.raw("</tr></thead><tbody>\n");
    for line in &report.figures {
        page.raw("<tr><td>").link(&line.anchor, &line.label).raw("</td><td>").text(line.kind);
        page.raw("</td><td dir=\"auto\">").text(&line.old).raw("</td><td dir=\"auto\">").text(&line.new).raw("</td></tr>\n");
    }
    page.raw("</tbody></table></section>\n");
}

/// What was left out and differs: open, since it may be a change.
fn left_out(report: &Report, page: &mut Markup) {
    if report.left_out.is_empty() {
        return;
    }
    let words = &report.phrases.page;
    page.raw("<section class=\"left-out\"><h2").id(LEFT_OUT).raw(">").text(words.left_out);
    page.raw("</h2>\n<table><thead><tr>");
    for head in [report.phrases.table.place, report.phrases.findings.kind, words.old, words.new] {
        page.raw("<th scope=\"col\">").text(head).raw("</th>");
    }
    page.raw("</tr></thead><tbody>\n");
    for line in &report.left_out {
        page.raw("<tr><td>").text(&line.place).raw("</td><td>").text(&line.kind);
        page.raw("</td><td dir=\"auto\">").text(&line.old).raw("</td><td dir=\"auto\">").text(&line.new).raw("</td></tr>\n");
    }
    page.raw("</tbody></table></section>\n");
}

fn renumberings(report: &Report, page: &mut Markup) {
    if report.renumberings.is_empty() {
        return;
    }
    let words = &report.phrases.page;
    page.raw("<section><h2>").text(words.renumbering).raw("</h2>\n<details><summary>");
    page.text(&report.renumberings.len().to_string()).raw("</summary>\n<table class=\"numbers\"><thead><tr><th scope=\"col\">");
    page.text(words.old).raw("</th><th scope=\"col\">").text(words.new).raw("</th></tr></thead><tbody>\n");
    for line in &report.renumberings {
        page.raw("<tr><td>").text(&line.old).raw("</td><td>").link(&line.anchor, &line.new).raw("</td></tr>\n");
    }
    page.raw("</tbody></table></details></section>\n");
}

fn notes(report: &Report, page: &mut Markup) {
    if report.notes.is_empty() {
        return;
    }
    page.raw("<section><h2>").text(report.phrases.page.notes).raw("</h2>\n<ul>\n");
    for note in &report.notes {
        page.raw("<li>").text(note).raw("</li>\n");
    }
    page.raw("</ul></section>\n");
}

fn repairs(list: &RepairList, report: &Report, page: &mut Markup) {
    let words = &report.phrases.page;
    page.raw("<details><summary>").text(&list.label).raw(" · ").text(&list.count).raw("</summary>\n<table><thead><tr>");
    for head in [words.line, words.before, words.after, words.why] {
        page.raw("<th scope=\"col\">").text(head).raw("</th>");
    }
    page.raw("</tr></thead><tbody>\n");
    for repair in &list.repairs {
        page.raw("<tr><td>").text(&repair.line.to_string()).raw("</td><td dir=\"auto\">").text(&repair.before);
        page.raw("</td><td dir=\"auto\">").text(&repair.after).raw("</td><td>").text(&repair.why).raw("</td></tr>\n");
    }
    page.raw("</tbody></table>");
    if let Some(more) = &list.more {
        page.raw("<p>").text(more).raw("</p>");
    }
    page.raw("</details>\n");
}
