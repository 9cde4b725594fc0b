//! The page and the table of a series: what each paragraph went through, and no more than that.

use rature::findings::series_findings;
use rature::read::{Layout, ReadOptions, read};
use rature::render::{TerminalOptions, Years, blame_terminal, series_csv, series_html, series_terminal};
use rature::report::{BandKind, Between, Chapter, Ink, Piece, Row, SeriesPage, Standing, series_page, series_report};
use rature::series::{Series, SeriesOptions, series};
use rature::structure::{Document, structure};

use crate::promises::forms::of_series;
use crate::promises::{HOSTILE, safe};

const ARREST: &str = "Urges States to arrest the 15 persons who are still at large and to surrender them to the Court;";
const FUND: &str = "Invites donors to contribute to the voluntary fund for the relocation of witnesses and their families;";
const REPORT: &str = "Requests the Registrar to report every year on the requests that have been left unanswered;";
const PLEDGES: &str =
    "Calls upon States to pay their pledges before the end of March, and asks the Bureau to publish the list of those pledges;";
const PAY: &str = "Calls upon States to pay their pledges before the end of March;";
const PUBLISH: &str = "Asks the Bureau to publish the list of those pledges;";

fn document(year: usize, paragraphs: &[&str]) -> Document {
    let numbered = paragraphs.iter().enumerate().map(|(at, text)| format!("{}. {text}", at + 1));
    let text = std::iter::once("The Assembly,".to_owned()).chain(numbered).collect::<Vec<_>>().join("\n");
    let mut options = ReadOptions::default();
    options.layout = Some(Layout::Lines);
    let mut document = structure(read("text", text.as_bytes(), &options).unwrap());
    document.label = format!("Y{year}");
    document
}

/// Four years: a figure changes, a paragraph goes and comes back changed, one is split, one moves.
fn history() -> Series {
    let now = ARREST.replace("15", "12");
    let back = FUND.replace("and their families", "and of their families");
    let years: [&[&str]; 4] = [
        &[ARREST, FUND, REPORT, PLEDGES],
        &[&ARREST.replace("15", "13"), REPORT, PLEDGES],
        &[&now, REPORT, PAY, PUBLISH],
        &[REPORT, &now, &back, PAY, PUBLISH],
    ];
    series(years.iter().enumerate().map(|(year, paragraphs)| document(year, paragraphs)).collect(), &SeriesOptions::default())
}

fn shown() -> SeriesPage {
    let history = history();
    series_page(&history, &series_findings(&history), history.documents.len() - 1, None)
}

/// The chapters of the life whose last text begins so, as "Y1 reworded", and what went and came in each.
fn told(page: &SeriesPage, opening: &str) -> Vec<String> {
    let life = page.report.lives.iter().position(|life| life.text.starts_with(opening)).unwrap();
    let ink = |pieces: &[Piece]| -> String {
        let words = pieces.iter().map(|piece| match piece {
            Piece::Text { ink: Ink::Inserted(_), text, .. } => format!(" +{}", text.trim()),
            Piece::Text { ink: Ink::Deleted(_), text, .. } => format!(" -{}", text.trim()),
            _ => String::new(),
        });
        words.collect()
    };
    let chapter = |chapter: &Chapter| match chapter {
        Chapter::Quiet(quiet) => format!("{} {}", quiet.label, quiet.said),
        Chapter::Read(entry) if matches!(entry.standing, Standing::Inserted | Standing::Deleted) => {
            format!("{} {:?}", entry.label, entry.standing)
        }
        Chapter::Read(entry) => format!("{}{}", entry.label, ink(&entry.pieces)),
    };
    page.chapters[life].iter().map(chapter).collect()
}

#[test]
fn a_life_shows_what_each_year_changed() {
    let page = shown();
    assert_eq!(told(&page, "Urges"), ["Y0", "Y1 -15 +13", "Y2 -13 +12", "Y3 unchanged"]);
}

#[test]
fn a_paragraph_that_is_back_is_compared_with_what_it_was() {
    let page = shown();
    assert_eq!(told(&page, "Invites"), ["Y0", "Y1 Deleted", "Y2 not in the text", "Y3 +of"]);
    let badge = page.chapters.iter().flatten().find_map(|chapter| match chapter {
        Chapter::Read(entry) => entry.badges.iter().find(|badge| badge.text.starts_with("back again")),
        Chapter::Quiet(_) => None,
    });
    assert_eq!(badge.unwrap().text, "back again; compared with Y0");
}

#[test]
fn a_split_is_told_with_all_its_parts_each_leading_to_its_life() {
    let page = shown();
    let life = page.report.lives.iter().position(|life| life.text == PAY).unwrap();
    let parts: Vec<_> = page.chapters[life]
        .iter()
        .filter_map(|chapter| match chapter {
            Chapter::Read(entry) if entry.badges.iter().any(|badge| badge.text.starts_with("split from")) => Some(entry),
            _ => None,
        })
        .collect();
    assert_eq!(parts.len(), 2);
    let publish = page.report.lives.iter().find(|life| life.text == PUBLISH).unwrap();
    assert_eq!(parts[1].badges.last().unwrap().target.as_deref(), Some(publish.id.as_str()));
    assert_eq!((parts[0].label.as_str(), parts[1].label.as_str()), ("Y2", "OP4"));
}

fn pair<'a>(page: &'a SeriesPage, name: &str) -> &'a Between {
    page.pairs.iter().flat_map(|group| &group.pairs).find(|pair| pair.name == name).unwrap()
}

#[test]
fn years_far_apart_are_tied_by_those_between() {
    let page = shown();
    assert_eq!(page.pairs[0].pairs[0].name, "Y0 → Y3");
    let rows = &pair(&page, "Y0 → Y3").rows;
    let badges: Vec<&str> = rows
        .iter()
        .filter_map(|row| if let Row::Entry(entry) = row { Some(entry) } else { None })
        .flat_map(|entry| entry.badges.iter().map(|badge| badge.text.as_str()))
        .collect();
    // The fund was away and is back: it neither came nor went.
    assert!(!badges.iter().any(|badge| badge.contains("inserted") || badge.contains("deleted")), "{badges:?}");
    assert_eq!(badges.iter().filter(|badge| **badge == "split from former OP4").count(), 2, "{badges:?}");
}

#[test]
fn a_return_is_not_called_new() {
    let page = shown();
    let rows = &pair(&page, "Y2 → Y3").rows;
    let said = rows.iter().filter_map(|row| if let Row::Entry(entry) = row { Some(&entry.badges) } else { None }).flatten();
    assert!(said.into_iter().any(|badge| badge.text == "back again; stood until Y0"));
}

#[test]
fn the_picture_has_every_way_that_a_paragraph_can_go() {
    let bands = shown().picture.bands;
    let count = |kind: BandKind| bands.iter().filter(|band| band.kind == kind).count();
    let kinds = [BandKind::Left, BandKind::Away, BandKind::Split, BandKind::Moved, BandKind::Came, BandKind::Merged];
    assert_eq!(kinds.map(count), [1, 1, 1, 1, 0, 0]);
    assert_eq!(bands.iter().filter(|band| band.is_edited).count(), 2 + 1, "15, 13, 12, and the part of the split that goes on");
}

#[test]
fn the_page_is_whole_loads_nothing_and_every_link_leads_somewhere() {
    let html = series_html(&shown());
    for forbidden in [" src=", "http:", "https:", "url(", "@import", " style="] {
        assert!(!html.contains(forbidden), "{forbidden}");
    }
    for target in html.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert_eq!(html.matches(&format!(" id=\"{target}\"")).count(), 1, "#{target}");
    }
    let body = html.split_once("</style>").unwrap().1.split_once("<script>").unwrap().0.to_owned() + "</body></html>";
    let mut open: Vec<&str> = vec![];
    for tag in body.split('<').skip(1).map(|rest| rest.split('>').next().unwrap()) {
        let name = tag.split_whitespace().next().unwrap();
        match name.strip_prefix('/') {
            Some("head" | "html") => {}
            Some(closed) => assert_eq!(open.pop(), Some(closed)),
            None if name == "wbr" => {}
            None => open.push(name),
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn a_text_that_many_views_show_is_written_once() {
    let long = "on the matter of cooperation and assistance between all of them ".repeat(40);
    let year = |year: usize| {
        let changing = format!("Urges the States {long}in the year {};", if year < 20 { 1 } else { 2 });
        document(year, &[&changing, REPORT])
    };
    let history = series((0..24).map(year).collect(), &SeriesOptions::default());
    let html = series_html(&series_page(&history, &series_findings(&history), 23, None));
    // The dated text, the row of the map, the first chapter, the redline; not one for each of the 23 pairs that show it.
    assert!(html.matches("on the matter of cooperation").count() < 5 * 40, "{}", html.matches("on the matter of").count());
}

#[test]
fn a_figure_that_changed_is_told_with_its_years_and_leads_to_its_paragraph() {
    let page = shown();
    let [course] = page.report.courses.as_slice() else { panic!("{:?}", page.report.courses) };
    assert_eq!(course.steps, [(0, "15".to_owned()), (1, "13".to_owned()), (2, "12".to_owned())]);
    let life = page.report.lives.iter().find(|life| life.id == course.life).unwrap();
    assert!(life.text.starts_with("Urges States to arrest the 12"));
    let html = series_html(&page);
    let row = format!("<a href=\"#{}\">OP2</a></th><td>count</td>", course.life);
    assert!(
        html.contains(&row) && html.contains("15&nbsp;<small>Y0</small> → 13&nbsp;<small>Y1</small> → 12&nbsp;<small>Y2</small>")
    );
    let shown = series_terminal(&page.report, &TerminalOptions::default());
    assert!(shown.contains("15 (Y0) → 13 (Y1) → 12 (Y2)"), "{shown}");
}

#[test]
fn twelve_texts_stand_side_by_side_in_eighty_columns_whatever_they_are_called() {
    let named = |year: usize| {
        let mut document = document(year, &[&ARREST.replace("15", &year.to_string()), FUND, REPORT]);
        document.label = format!("{}/{}", 60 + year, 100 + year);
        document
    };
    let history = series((1..=12).map(named).collect(), &SeriesOptions::default());
    let mut options = TerminalOptions::default();
    options.width = 80;
    let shown = series_terminal(&series_report(&history, &series_findings(&history), 11, None), &options);
    assert_eq!(shown.lines().filter(|line| line.starts_with("OP1 ")).count(), 2, "in the matrix and among the figures: {shown}");
    assert!(shown.contains("1\u{a0}=\u{a0}61/101") && shown.contains("12\u{a0}=\u{a0}72/112"), "{shown}");
    assert!(shown.lines().all(|line| line.chars().count() <= 80), "{shown}");
}

#[test]
fn a_phrase_of_another_year_is_seen_from_its_beginning_without_colours() {
    let shown = blame_terminal(&shown().report, Years::Inline, &TerminalOptions::default());
    assert!(shown.contains("arrest the ‹12›[Y2] persons"), "{shown}");
}

#[test]
fn the_table_has_a_column_a_text_and_no_formula() {
    let mut history = history();
    history.documents[0].label = "=cmd()".to_owned();
    let csv = series_csv(&series_report(&history, &series_findings(&history), 3, None));
    let lines: Vec<&str> = csv.split("\r\n").collect();
    assert_eq!(lines[0], "Paragraph,Opening words,'=cmd(),Y1,Y2,Y3");
    assert!(lines.contains(&format!("OP3,{},unchanged,dropped,,back again", opening(FUND)).as_str()), "{csv}");
    assert!(csv.ends_with("\r\n"));
}

fn opening(text: &str) -> String {
    let cut = text[..72].rfind(' ').unwrap();
    format!("{} …", &text[..cut])
}

#[test]
fn nothing_dangerous_reaches_the_outputs_of_a_series() {
    let mut documents = history().documents;
    for document in &mut documents {
        document.label.push_str(HOSTILE);
        document.title = Some(HOSTILE.to_owned());
        document.symbol = Some(HOSTILE.to_owned());
        document.units.iter_mut().for_each(|unit| unit.text.push_str(HOSTILE));
        document.units.iter_mut().for_each(|unit| unit.id.push_str(HOSTILE));
    }
    let series = series(documents, &SeriesOptions::default());
    safe(&of_series(&series));
    let html = series_html(&series_page(&series, &series_findings(&series), 3, None));
    let clean = series_html(&shown());
    for tag in ["<script", "<img", "</style>", "</title>", "<style"] {
        let own = if tag.contains("title") { html.matches("<title").count() } else { clean.matches(tag).count() };
        assert_eq!(html.matches(tag).count(), own, "{tag}");
    }
    let style = html.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
    assert!(!style.contains("} * {"), "a rule was written into the style");
}
