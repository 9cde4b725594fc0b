//! Web pages: what is read of them, what is left out, and that no page can do harm.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use rature::ErrorKind;
use rature::read::{Block, ReadOptions, Role, Source, Why, read};
use rature::structure::{Document, Kind, structure};

fn source(page: &str) -> Source {
    read("page.html", page.as_bytes(), &ReadOptions::default()).expect("a page")
}

/// A block a line: `# ` before headings, `* ` before notes, `{4}` where a mark stands, `|` after a counted label.
fn told(source: &Source) -> Vec<String> {
    source.blocks.iter().map(told_block).collect()
}

fn told_block(block: &Block) -> String {
    let mut text: Vec<char> = block.text.chars().collect();
    for mark in block.marks.iter().flatten().rev() {
        let printed: Vec<char> = format!("{{{}}}", mark.printed).chars().collect();
        text.splice(mark.at..mark.at, printed);
    }
    if block.counted > 0 {
        text.insert(block.text[..block.counted].chars().count(), '|');
    }
    let role = match block.role {
        Role::Heading => "# ",
        Role::Note => "* ",
        _ => "",
    };
    role.to_owned() + &text.into_iter().collect::<String>()
}

fn blocks(body: &str) -> Vec<String> {
    told(&source(&format!("<!doctype html><html lang=en><body>{body}</body></html>")))
}

/// What was left out of the page, in order.
fn left_out(source: &Source) -> Vec<&str> {
    source.repairs.iter().filter(|r| r.why == Why::Furniture).map(|r| r.before.as_str()).collect()
}

const BODY: &str = "<p>The General Assembly,</p><p>Recalling its resolution 12/3 on the exchange of seed, which it adopted in 2019,</p>\
<p>1. Requests the Secretary-General to report every year on the exchange of seed between the members;</p>";

#[test]
fn lists_are_counted_as_a_browser_counts_them() {
    assert_eq!(
        blocks("<ol start=3><li>Urges<li>Requests<li value=9>Decides<li>Invites</ol>"),
        ["3.| Urges", "4.| Requests", "9.| Decides", "10.| Invites"]
    );
    assert_eq!(blocks("<ol reversed><li>Urges<li>Requests</ol>"), ["2.| Urges", "1.| Requests"]);
    assert_eq!(blocks("<ol type=a start=26><li>one<li>two</ol>"), ["(z)| one", "(aa)| two"]);
    assert_eq!(blocks("<ol type=I><li>Seed<li>Grain</ol>"), ["I.| Seed", "II.| Grain"]);
    assert_eq!(blocks("<ol style='list-style-type: lower-roman'><li>one<li>two</ol>"), ["(i)| one", "(ii)| two"]);
    assert_eq!(blocks("<ul><li>one<li>two</ul>"), ["–| one", "–| two"]);
}

#[test]
fn lists_within_lists_count_parts() {
    let body =
        "<ol><li>Decides:<ol type=a><li>To meet<ol type=i><li>in May<li>in June</ol><li>To report</ol>as before;<li>Urges</ol>";
    assert_eq!(
        blocks(body),
        ["1.| Decides:", "(a)| To meet", "(i)| in May", "(ii)| in June", "(b)| To report", "as before;", "2.| Urges"]
    );
    assert_eq!(blocks("<ol><li>Decides<ol><li>one<li>two</ol></ol>"), ["1.| Decides", "(1)| one", "(2)| two"]);
}

#[test]
fn a_label_that_is_typed_is_not_counted_again() {
    assert_eq!(blocks("<ol><li>1. Urges<li>2. Requests</ol>"), ["1. Urges", "2. Requests"]);
    assert_eq!(blocks("<ul><li>(a) one<li>two</ul>"), ["(a) one", "–| two"]);
    assert_eq!(blocks("<ol style='list-style:none'><li>Urges</ol>"), ["Urges"]);
    assert_eq!(blocks("<ol><li><p>Urges</p><p>Further</p></ol>"), ["1.| Urges", "Further"]);
}

#[test]
fn a_number_in_a_cell_of_its_own_belongs_to_the_next_cell() {
    let body = "<table><tr><td>1.</td><td>Urges</td></tr><tr><td>(a)</td><td>one</td></tr><tr><td>Kenya<td>12<tr><td>2.<td>(a)<td>two<tr><td>3.</table>";
    assert_eq!(blocks(body), ["1. Urges", "(a) one", "Kenya", "12", "2. (a) two", "3."]);
}

#[test]
fn names_in_a_table_of_figures_are_no_headings() {
    let rows = "<tr><td colspan=2>Seed</td></tr><tr><td>Member</td><td>Parcels</td></tr><tr><td>Kenya</td><td>12</td></tr>";
    let page = format!("{BODY}<table>{rows}</table>");
    let document = structure(source(&format!("<!doctype html>{page}")));
    let ids: Vec<_> = document.units.iter().rev().take(5).rev().map(|unit| unit.id.as_str()).collect();
    assert_eq!(ids, ["H1", "H1.2", "H1.3", "H1.4", "H1.5"]);
}

#[test]
fn a_decimal_in_a_cell_is_no_label_of_the_next() {
    let row = |cells: [&str; 3]| format!("<tr><td>{}</td><td>{}</td><td>{}</td></tr>", cells[0], cells[1], cells[2]);
    let texts = |cells: [&str; 3]| {
        let page = format!("<table>{}{}</table>", row(["Member", "Share", "Votes"]), row(cells));
        let blocks = read("page.html", page.as_bytes(), &ReadOptions::default()).expect("a page").blocks;
        blocks.into_iter().skip(3).map(|block| block.text).collect::<Vec<_>>()
    };
    assert_eq!(texts(["Kenya", "0.8", "12.5"]), ["Kenya", "0.8", "12.5"]);
    assert_eq!(texts(["Kenya", "(12)", "(15)"]), ["Kenya", "(12)", "(15)"]);
    assert_eq!(texts(["0.8", "12.5", "2"]), ["0.8", "12.5", "2"]);
    // One paragraph in a cell is the cell.
    assert_eq!(texts(["<p>Kenya</p>", "<p>0.8</p>", "<p>12.5</p>"]), ["Kenya", "0.8", "12.5"]);
    assert_eq!(texts(["<p>(a)</p>", "<p>lamps;</p>", "New"]), ["(a) lamps;", "New"]);
    assert_eq!(texts(["OP3 bis", "–", "Lamps"]), ["OP3 bis", "–", "Lamps"]);
    // Before words it is one.
    assert_eq!(texts(["2.1", "Lamps are lit.", "New"]), ["2.1 Lamps are lit.", "New"]);
}

#[test]
fn headings_are_known_by_their_tags() {
    let page = format!("<h1>Seed</h1>{BODY}<h2>Reports</h2><p>2. Urges all members to share what they have learned of seed;</p>");
    let document = structure(source(&format!("<!doctype html>{page}")));
    let kinds: Vec<_> = document.units.iter().map(|unit| unit.kind).collect();
    let expected = [Kind::Front, Kind::Enacting, Kind::Preambular, Kind::Operative, Kind::Heading, Kind::Operative];
    assert_eq!(kinds, expected);
    assert_eq!(document.units[5].section, ["Reports"]);
}

#[test]
fn a_raised_figure_is_a_mark_and_its_link_leads_to_the_note() {
    let body = "<p>Recalling the report<sup><a href='#n1' id=r1>1</a></sup>, and the plan <sup>[<a href='#n2' id=r2>2</a>]</sup> of 2007\
<sup>3</sup> ;</p><hr><p id=n1><sup>1</sup> A/12. <a href='#r1'>↩</a></p><ol><li><li id=n2>B/34. <a href='#r2'>Back</a></ol>\
<p><sup>3</sup> C/56.</p>";
    assert_eq!(blocks(body), ["Recalling the report{1}, and the plan{2} of 2007{3};", "* 1 A/12.", "* 2 B/34.", "* 3 C/56."]);
}

#[test]
fn the_notes_of_word_pages_are_found() {
    let body = "<p>Recalling the plan<a href='#_ftn1' name='_ftnref1'><span class=MsoFootnoteReference>[1]</span></a>,</p><div id=ftn1>\
<p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1'><span>[1]</span></a> See the <i>plan</i>.</p></div>";
    assert_eq!(blocks(body), ["Recalling the plan{1},", "* 1 See the plan."]);
}

#[test]
fn a_list_of_notes_without_links_is_known_by_its_name() {
    let body =
        "<p>Recalling the plan<sup>1</sup>,</p><section class=footnotes><h2>Notes</h2><ol><li>See the plan.</ol></section>";
    assert_eq!(blocks(body), ["Recalling the plan{1},", "* 1 See the plan."]);
}

#[test]
fn other_raised_and_lowered_letters_are_words() {
    assert_eq!(
        blocks("<p>The 8<sup>th</sup> meeting, 25 m<sup>2</sup>, CO<sub>2</sub>, 3 × 10<sup>6</sup></p>"),
        ["The 8th meeting, 25 m², CO₂, 3 × 10⁶"]
    );
    // Where no mark is told apart, the figures of the text are judged as in plain text.
    assert!(source("<!doctype html><p>Recalling").blocks[0].marks.is_none());
}

#[test]
fn a_cross_reference_is_no_mark() {
    let body = "<p id=p1>As in paragraph <a href='#p2'>2</a> below</p><p id=p2>and paragraph <a href='#p1'>1</a> above</p>";
    assert_eq!(blocks(body), ["As in paragraph 2 below", "and paragraph 1 above"]);
}

#[test]
fn a_line_break_parts_what_can_stand_apart() {
    assert_eq!(blocks("<h2>A/RES/74/9<br>Exchange of seed</h2>"), ["# A/RES/74/9", "# Exchange of seed"]);
    assert_eq!(blocks("<p>Decides to meet<br>in May;</p>"), ["Decides to meet in May;"]);
    assert_eq!(
        blocks("<p>Decides:<br>(a) to meet;<br>(b) to report<br><br>as before"),
        ["Decides:", "(a) to meet;", "(b) to report", "as before"]
    );
    assert_eq!(blocks("<h2>II.<br>Seed</h2>"), ["# II. Seed"]);
}

#[test]
fn what_a_page_deletes_is_not_read_and_said() {
    let page = source("<!doctype html><p>Requests a <del>yearly</del><ins>two-yearly</ins> report");
    assert_eq!(told(&page), ["Requests a two-yearly report"]);
    assert_eq!(page.notes[0].code, "page-revisions");
}

#[test]
fn entities_spaces_and_soft_hyphens_are_dealt_with() {
    let page =
        source("<!doctype html><p>12&nbsp;% of the R&eacute;so&shy;lution\n   &amp; its <b>an</b>nex<!-- no -->es&#x2019;");
    assert_eq!(told(&page), ["12\u{a0}% of the Résolution & its annexes’"]);
    assert_eq!(page.repairs[0].why, Why::SoftHyphen);
}

#[test]
fn lines_of_pre_are_put_together() {
    let mut text = String::from("<!doctype html><html lang=en><body><h1>Archive</h1><pre>\nThe General Assembly,\n\n");
    for number in 1..=9 {
        let _ = write!(
            text,
            "     {number}. Requests the Secretary-General to report every year on the\nexchange of seed between the members of the\nconference of the Organ-\nization;\n\n"
        );
    }
    let page = source(&(text + "</pre>"));
    assert_eq!(page.blocks.len(), 11, "{:?}", told(&page));
    assert_eq!(
        page.blocks[2].text,
        "1. Requests the Secretary-General to report every year on the exchange of seed between the members of the conference of the \
         Organization;"
    );
}

#[test]
fn the_site_around_the_text_is_left_out_and_listed() {
    let site = "<header><a href=/>Home</a></header><nav><ul><li><a href=/d>Documents</a></ul></nav>";
    let foot = "<aside><p>See also our news</p></aside><footer><p>About us</p></footer><script>x</script>";
    for page in [format!("{site}<main>{BODY}</main>{foot}"), format!("{site}<div><div>{BODY}</div></div>{foot}")] {
        let page = source(&format!("<!doctype html><html><head><title>T</title><style>p{{}}</style></head><body>{page}"));
        assert_eq!(page.blocks.len(), 3, "{:?}", told(&page));
        assert_eq!(left_out(&page), ["Home", "Documents", "See also our news", "About us"]);
    }
}

#[test]
fn what_is_hidden_is_left_out_and_listed() {
    let page = source(&format!("<!doctype html>{BODY}<p hidden>secret</p><p style='display: none'>draft</p>"));
    assert_eq!(left_out(&page), ["secret", "draft"]);
}

#[test]
fn a_paragraph_is_never_taken_for_the_site() {
    let more = "<p>2. Urges all members to share what they have learned of the exchange of seed;</p>";
    let filler = BODY.repeat(3);
    for wrapped in
        [format!("<aside>{more}</aside>"), format!("<footer>{more}</footer>"), format!("<div class=sidebar>{more}</div>")]
    {
        let page = source(&format!("<!doctype html><main>{filler}</main>{wrapped}"));
        assert_eq!(page.blocks.len(), 10, "{wrapped}");
    }
}

#[test]
fn notes_beside_the_text_are_kept() {
    let text = BODY.replace("seed between", "seed<sup><a href='#n1'>1</a></sup> between");
    let page = source(&format!("<!doctype html><main>{text}</main><footer><p id=n1>A/12.</p></footer>"));
    assert_eq!(told(&page)[3], "* 1 A/12.");
}

#[test]
fn the_charset_is_the_declared_one_unless_the_bytes_say_otherwise() {
    let text = |bytes: &[u8]| read("page", bytes, &ReadOptions::default()).expect("a page").blocks[0].text.clone();
    let (latin, utf8) = (b"R\xe9solution sur l\x92eau".as_slice(), "Résolution sur l’eau");
    let with = |head: &str, body: &[u8]| [format!("<html><head>{head}</head><p>").as_bytes(), body].concat();
    assert_eq!(text(&with("", latin)), utf8);
    assert_eq!(text(&with("<meta charset=windows-1252>", latin)), utf8);
    let old = "<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=ISO-8859-1'>";
    assert_eq!(text(&with(old, latin)), utf8);
    assert_eq!(text(&with(old, utf8.as_bytes())), utf8);
    assert_eq!(text(&with("<meta charset='iso-8859-2'>", b"\xe9\xb1")), "éą");
    assert_eq!(text(&[b"\xef\xbb\xbf", with("<meta charset=x>", utf8.as_bytes()).as_slice()].concat()), utf8);
}

#[test]
fn a_piece_of_a_page_is_read() {
    assert_eq!(told(&source("<h2>Seed</h2>\n<p>Urges")), ["# Seed", "Urges"]);
    assert_eq!(told(&source("<P>Urges<P>Requests")), ["Urges", "Requests"]);
}

#[test]
fn the_language_is_the_declared_one() {
    assert_eq!(source("<html lang=es-MX><p>Insta").language.code(), "es");
    assert_eq!(source("<html lang=de><p>Prie le Bureau de la Cour de faire un rapport sur les travaux").language.code(), "fr");
}

#[test]
fn no_page_can_do_harm() {
    let fails = |page: String| read("page", page.as_bytes(), &ReadOptions::default()).expect_err("too much").kind();
    assert_eq!(fails(format!("<html>{}", "<div>".repeat(200_000))), ErrorKind::TooLarge);
    assert_eq!(fails(format!("<html>{}", "<i><div>".repeat(200_000))), ErrorKind::TooLarge);
    assert_eq!(fails(format!("<html>{}", "<table><tr><td>".repeat(50_000))), ErrorKind::TooLarge);
    assert_eq!(fails(format!("<html>{}", "<p>x".repeat(1_000_001))), ErrorKind::TooLarge);
    let attributes = (0..200_000).fold(String::new(), |all, n| all + &format!("a{n} "));
    assert_eq!(fails(format!("<html><p {attributes}>text")), ErrorKind::TooLarge);
    assert_eq!(fails("<html><script>text</script>".to_owned()), ErrorKind::Empty);
    let picture = format!("<p><img src='data:image/png;base64,{}'>Urges", "iVBORw0KGgo/AAAANSUhEUg+".repeat(50_000));
    assert_eq!(told(&source(&picture)), ["Urges"]);
    // One long text in one element is no attack.
    let lines = "Requests the Secretary-General to report on seed and on grain.\n\n".repeat(12_000);
    assert_eq!(source(&format!("<html><pre>{lines}</pre>")).blocks.len(), 12_000);
    // What costs the square of its size elsewhere ends soon.
    for (piece, times) in [("<td>1.", 100_000), ("<td>", 200_000), ("2<sup>3</sup>", 60_000), ("<dt>(a)", 100_000)] {
        source(&format!("<html><table><tr><td>text<p>{}", piece.repeat(times)));
    }
    source(&format!("<html><p>text<sup>{}</sup><p id=n>note", "<a href=#n>1</a>".repeat(60_000)));
}

#[test]
fn the_limits_are_those_given() {
    let mut options = ReadOptions::default();
    options.limits.depth = 6;
    let page = format!("<html>{}text", "<div>".repeat(5));
    assert_eq!(read("page", page.as_bytes(), &options).expect_err("too deep").kind(), ErrorKind::TooLarge);
    options.limits.depth = 20;
    assert!(read("page", page.as_bytes(), &options).is_ok());
}

#[test]
fn a_page_that_rature_wrote_is_refused_by_name() {
    let page =
        std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/cooperation-en/2019-2020.html")).expect("a golden");
    let error = read("redline.html", &page, &ReadOptions::default()).expect_err("a redline");
    assert!(error.to_string().contains("a page that rature wrote"), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Pages of tags in any order, cut anywhere.
    #[test]
    fn no_page_makes_it_panic(parts in prop::collection::vec(piece(), 0..60), cut in 0_usize..400) {
        let mut page = String::from("<html>") + &parts.concat();
        let end = (0..=page.len().saturating_sub(cut.min(page.len() / 2))).rev().find(|at| page.is_char_boundary(*at)).unwrap_or(0);
        page.truncate(end);
        if let Ok(source) = read("page", page.as_bytes(), &ReadOptions::default()) {
            for block in &source.blocks {
                let length = block.text.chars().count();
                prop_assert!(!block.text.trim().is_empty() && block.text.is_char_boundary(block.counted));
                prop_assert!(block.marks.iter().flatten().all(|mark| mark.at <= length));
            }
            structure(source);
        }
    }
}

fn piece() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "<p>",
        "</p>",
        "<ol>",
        "<ol type=a start=-3 reversed>",
        "<li value=99999999999>",
        "<li>",
        "</ol>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<sup>",
        "</sup>",
        "<a href='#a'>",
        "<a id=a>",
        "</a>",
        "<pre>",
        "</pre>",
        "<br>",
        "<del>",
        "</del>",
        "<h2>",
        "</h2>",
        "<main>",
        "</main>",
        "<nav>",
        "</nav>",
        "<footer>",
        "<template>",
        "<select>",
        "<svg>",
        "<math>",
        "<b>",
        "</b>",
        "<section \
         class=footnotes>",
        "1",
        "[1]",
        "12.",
        "(a)",
        "\u{ad}",
        "\u{fdd0}",
        "\u{fdd1}",
        "&nbsp;",
        "The General Assembly,",
        "Urges seed;",
        "²",
        "\u{c}",
        "\r\n",
        "<!--",
        "<p ",
        "&#0;",
        "*",
    ])
    .prop_map(str::to_owned)
}

fn samples() -> Option<PathBuf> {
    let corpus = std::env::var_os("RATURE_CORPUS").map(|path| PathBuf::from(path).join("../samples"));
    let path = corpus.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/samples"));
    if !path.is_dir() {
        eprintln!("skipped: no samples at {}", path.display());
        return None;
    }
    Some(path)
}

fn sample(folder: &Path, name: &str) -> Document {
    let bytes = std::fs::read(folder.join(name)).expect("a sample");
    structure(read(name, &bytes, &ReadOptions::default()).expect("a text"))
}

#[test]
fn pages_have_the_units_of_the_text_that_they_were_made_from() {
    let Some(folder) = samples() else { return };
    for year in ["2021", "2022"] {
        let (truth, page) = (sample(&folder, &format!("truth-{year}.txt")), sample(&folder, &format!("res-{year}.html")));
        let units = |document: &Document| -> Vec<_> {
            let text = document.units.iter().filter(|unit| unit.kind != Kind::Note);
            let marks =
                |unit: &rature::structure::Unit| unit.footnotes.iter().map(|f| (f.mark.clone(), f.at)).collect::<Vec<_>>();
            text.map(|unit| (unit.id.clone(), unit.label.clone(), unit.section.clone(), unit.text.clone(), marks(unit))).collect()
        };
        assert_eq!(units(&truth), units(&page), "{year}");
        assert_eq!(page.units.iter().filter(|unit| unit.kind == Kind::Note).count(), 8);
        assert!(page.units.iter().flat_map(|unit| &unit.footnotes).all(|footnote| footnote.note.is_some()));
    }
}

#[test]
fn an_old_page_has_the_words_numbers_and_marks_of_the_text() {
    let Some(folder) = samples() else { return };
    let told = |document: &Document| -> Vec<_> {
        let said = |unit: &rature::structure::Unit| unit.text.replace(['\u{202f}', '\u{a0}'], " ");
        document.units.iter().map(|unit| (unit.label.clone(), said(unit), unit.footnotes.len())).collect()
    };
    let (truth, page) = (told(&sample(&folder, "truth-2021.txt")), told(&sample(&folder, "oldweb-cp1252-2021.html")));
    // The page has no enacting formula and no first line, a shorter second one, and a table at its end.
    assert_eq!(page[1..page.len() - 2], [&truth[2..4], &truth[5..]].concat());
}
