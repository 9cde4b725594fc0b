//! Small PDFs made here, and what is read of them; and what the reader promises on every PDF at hand.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::*;
use crate::read::Limits;

mod pages;
mod redlines;

/// A PDF of one page with `content` in Helvetica, `F1`; `F2` is a font that does not say its characters.
fn pdf(content: &str) -> Vec<u8> {
    pdf_of(&[content.to_owned()])
}

/// The same of several pages.
fn pdf_of(pages: &[String]) -> Vec<u8> {
    const FIXED: usize = 5;
    let kids: Vec<String> = (0..pages.len()).map(|page| format!("{} 0 R", FIXED + 1 + 2 * page)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), pages.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
        "<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [5 0 R] >>".to_owned(),
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) \
         /Supplement 0 >> /DW 500 >>"
            .to_owned(),
    ];
    for content in pages {
        let at = objects.len() + 2;
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {at} 0 R \
             /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
    }
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut places = vec![];
    for (number, object) in (1..).zip(&objects) {
        places.push(bytes.len());
        bytes.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
    }
    let xref = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in places {
        bytes.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let trailer = format!("trailer << /Size {} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n", objects.len() + 1);
    bytes.extend(trailer.bytes());
    bytes
}

/// One piece of text at a place, in points.
fn at(x: u32, y: u32, size: u32, text: &str) -> String {
    format!("BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n")
}

fn texts(content: &str) -> Vec<String> {
    let source = read("made", &pdf(content), &ReadOptions::default()).expect("a text");
    source.blocks.into_iter().map(|block| block.text).collect()
}

#[test]
fn gaps_are_spaces_and_raised_figures_are_marks() {
    let line = at(72, 700, 10, "cooperation") + &at(130, 700, 10, "of the") + &at(155, 704, 6, "4") + &at(162, 700, 10, "States");
    assert_eq!(texts(&line), ["cooperation of the⁴ States"]);
}

#[test]
fn bold_type_that_is_drawn_twice_is_read_once() {
    assert_eq!(texts(&(at(72, 700, 10, "Annex") + &at(72, 700, 10, "Annex"))), ["Annex"]);
}

#[test]
fn an_accent_that_is_drawn_over_its_letter_becomes_one_with_it() {
    let accent = "BT /F1 10 Tf 72 700 Td (d\\264) Tj -0.5 0 Td 6 0 Td (efini) Tj ET\n";
    assert_eq!(texts(accent), ["défini"]);
}

#[test]
fn lines_are_joined_and_space_above_parts_paragraphs() {
    let page = at(72, 700, 10, "The text of a paragraph that is long enough to fill the line and goes on")
        + &at(72, 688, 10, "In another line, which ends here.")
        + &at(72, 660, 10, "Another paragraph.");
    assert_eq!(
        texts(&page),
        [
            "The text of a paragraph that is long enough to fill the line and goes on In another line, which ends here.",
            "Another paragraph."
        ]
    );
}

/// What is left out, as furniture, of pages of prose that hold `edges` as well: lines at a height, in a size.
fn left_out(pages: &[&[(u32, u32, &str)]]) -> Vec<String> {
    let prose = |page: usize, n: u32| format!("the keepers of hall {} and room {n} of the old house stay in", page * 31 + 7);
    let page = |(page, edges): (usize, &&[(u32, u32, &str)])| {
        let edges = edges.iter().map(|(y, size, text)| at(72, *y, *size, text));
        let lines = (0..14).map(|n| at(72, 740 - 12 * n, 10, &prose(page, n)));
        edges.chain(lines).collect::<String>()
    };
    let pages: Vec<String> = pages.iter().enumerate().map(page).collect();
    let source = read("made", &pdf_of(&pages), &ReadOptions::default()).expect("a text");
    source.repairs.into_iter().filter(|repair| repair.why == Why::Furniture).map(|repair| repair.before).collect()
}

const NOTHING: [&str; 0] = [];

#[test]
fn headings_at_page_tops_stay_whatever_their_figures() {
    assert_eq!(left_out(&[&[(752, 10, "Article 7")], &[(752, 10, "Article 11")], &[(752, 10, "Article 15")]]), NOTHING);
    assert_eq!(left_out(&[&[(775, 10, "ANNEX II")], &[(775, 10, "ANNEX II")], &[(775, 10, "ANNEX II")]]), NOTHING);
    assert_eq!(
        left_out(&[&[(775, 10, "Cap\\355tulo 1")], &[(775, 10, "Cap\\355tulo 2")], &[(775, 10, "Cap\\355tulo 3")]]),
        NOTHING
    );
    assert_eq!(left_out(&[&[(775, 10, "Table 1")], &[(775, 10, "Table 2")], &[(775, 10, "Table 3")]]), NOTHING);
}

#[test]
fn rows_of_tables_at_page_edges_stay() {
    let row = |page: &str, i: u32| (552 - 14 * i, 10, page.to_owned());
    let pages: Vec<Vec<(u32, u32, String)>> =
        ["2 255 1 460,00", "3 275 1 480,00", "4 295 1 500,00"].iter().map(|text| vec![row(text, 0), row(text, 1)]).collect();
    let borrowed: Vec<Vec<(u32, u32, &str)>> =
        pages.iter().map(|page| page.iter().map(|(y, size, text)| (*y, *size, text.as_str())).collect()).collect();
    assert_eq!(left_out(&borrowed.iter().map(Vec::as_slice).collect::<Vec<_>>()), NOTHING);
    // A column of figures, each one more than on the page before.
    let column: [[(u32, u32, &str); 3]; 2] =
        [[(570, 10, "30"), (558, 10, "37"), (546, 10, "44")], [(570, 10, "31"), (558, 10, "38"), (546, 10, "45")]];
    assert_eq!(left_out(&[&column[0], &column[1]]), NOTHING);
}

#[test]
fn a_clause_that_ends_every_page_alike_stays() {
    let clause = (572, 10, "all of which shall be kept in good order and shown;");
    assert_eq!(left_out(&[&[clause], &[clause], &[clause]]), NOTHING);
}

#[test]
fn running_heads_and_page_numbers_go_in_files_of_two_and_of_more_pages() {
    let head = (790, 9, "Report of the keepers");
    assert_eq!(
        left_out(&[&[head, (40, 9, "1")], &[head, (40, 9, "2")]]),
        ["Report of the keepers", "1", "Report of the keepers", "2"]
    );
    assert_eq!(left_out(&[&[head], &[(790, 9, "B/RES/41/3")], &[head], &[(790, 9, "B/RES/41/3")]]).len(), 4);
    assert_eq!(left_out(&[&[(790, 9, "B/RES/41/3   7")], &[(790, 9, "8   B/RES/41/3")]]), ["B/RES/41/3 7", "8 B/RES/41/3"]);
    // The page in the middle of a line, and of how many.
    let counted = |n: &'static str| [(40, 9, n)];
    assert_eq!(left_out(&[&counted("Hall 8 of the house, 12 to 20"), &counted("Hall 8 of the house, 13 to 20")]).len(), 2);
    assert_eq!(left_out(&[&counted("P\\341gina 1 de 2"), &counted("P\\341gina 2 de 2")]), ["Página 1 de 2", "Página 2 de 2"]);
    assert_eq!(left_out(&[&[(40, 9, "31-40725   1/2")], &[(40, 9, "2/2   31-40725")]]), ["31-40725 1/2", "2/2 31-40725"]);
}

#[test]
fn heads_of_left_and_right_pages_in_small_type_go() {
    let heads = [[(790, 8, "The keepers")], [(790, 8, "Halls and rooms")], [(790, 8, "The garden")]];
    // What stands over the first page may be its masthead.
    assert_eq!(left_out(&[&heads[0], &heads[1], &heads[2]]), ["Halls and rooms", "The garden"]);
}

#[test]
fn what_cannot_be_read_is_said() {
    let said = |content: &str| read("made", &pdf(content), &ReadOptions::default()).expect_err("no text").to_string();
    assert!(said("").contains("hold no text"));
    assert!(said("BT /F2 10 Tf 72 700 Td <000100020003> Tj ET").contains("/ToUnicode"));
    let arabic = |content: &str| {
        let plain = String::from_utf8(pdf(content)).unwrap();
        let made = plain.replace("/Encoding /WinAnsiEncoding", "/Encoding << /Differences [65 /uni0627 /uni0628 /uni062A] >>");
        read("made", made.as_bytes(), &ReadOptions::default())
    };
    assert!(arabic(&at(72, 700, 10, "ABC CBA")).expect_err("backwards").to_string().contains("right to left"));
    let quoted = arabic(&at(72, 700, 10, "the word ABC of the poem")).expect("mostly rightward");
    assert!(quoted.notes.iter().any(|note| note.code == "pdf-leftward"));
    let cut = &pdf("")[..40];
    assert!(read("made", cut, &ReadOptions::default()).expect_err("cut").to_string().contains("damaged"));
}

#[test]
fn limits_are_kept_and_named() {
    let page = pdf(&at(72, 700, 10, "text"));
    let with = |limits: Limits| read("made", &page, &ReadOptions { limits, ..ReadOptions::default() });
    assert!(with(Limits::default()).is_ok());
    let narrow = [
        ("unpacked", Limits { unpacked: 8, ..Limits::default() }),
        ("pages", Limits { pages: 0, ..Limits::default() }),
        ("objects", Limits { objects: 3, ..Limits::default() }),
    ];
    for (name, limits) in narrow {
        let error = with(limits).expect_err("beyond a limit");
        assert_eq!(error.kind(), ErrorKind::TooLarge);
        assert!(error.to_string().contains(name), "{error}");
    }
}

fn pdfs_under(folder: &Path) -> Vec<PathBuf> {
    let mut found = vec![];
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(pdfs_under(&path));
        } else if path.extension().is_some_and(|ending| ending == "pdf") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The fixtures, and the real files beside the project where they are.
fn pdfs() -> Vec<PathBuf> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let beside = std::env::var_os("RATURE_CORPUS").map_or_else(|| project.join("../shared/corpus"), PathBuf::from);
    let folders = [project.join("fixtures"), beside.join("pdf"), beside.join("../samples")];
    folders.iter().flat_map(|folder| pdfs_under(folder)).collect()
}

fn count(counts: &mut BTreeMap<char, i64>, text: &str, by: i64) {
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        // Raised figures are read from figures.
        *counts.entry(superscript(c).unwrap_or(c)).or_default() += by;
    }
}

#[test]
fn every_character_that_is_drawn_is_in_a_block_a_mark_or_a_repair() {
    let mut read_files = 0;
    for path in pdfs() {
        let bytes = std::fs::read(&path).expect("a file");
        let Ok(source) = read("file", &bytes, &ReadOptions::default()) else { continue };
        read_files += 1;
        let mut counts = BTreeMap::new();
        let engine = engine::open(&bytes, "", &Limits::default()).expect("it was read");
        for page in (0..engine.pages()).map(|page| engine.page(page).expect("it was read")) {
            page.pieces.iter().for_each(|piece| count(&mut counts, &piece.text, 1));
        }
        for block in &source.blocks {
            count(&mut counts, &block.text, -1);
            block.marks.iter().flatten().for_each(|mark| count(&mut counts, &mark.printed, -1));
        }
        for repair in &source.repairs {
            count(&mut counts, &repair.before, -1);
            count(&mut counts, &repair.after, 1);
        }
        counts.retain(|_, n| *n != 0);
        assert!(counts.is_empty(), "{}: characters without a place: {counts:?}", path.display());
    }
    assert!(read_files >= 2, "the fixtures");
}

#[test]
fn mangled_files_end_with_a_text_or_an_error() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/cooperation-es/2021.pdf");
    let whole = std::fs::read(path).expect("a fixture");
    let mut state = 7_u64;
    let mut draw = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).expect("31 bits") % below
    };
    for round in 0..150 {
        let mut bytes = whole.clone();
        if round % 3 == 0 {
            bytes.truncate(draw(bytes.len()));
        } else {
            for _ in 0..=draw(40) {
                let at = draw(bytes.len());
                bytes[at] = u8::try_from(draw(256)).expect("a byte");
            }
        }
        // Only that it comes back.
        let _ = read("mangled", &bytes, &ReadOptions::default());
    }
}

#[test]
fn a_panic_of_the_reader_is_damage_of_the_file() {
    let read = super::contained("odd.pdf", || -> Result<(), Error> { panic!("odd") });
    assert_eq!(read.unwrap_err().kind(), ErrorKind::NotText);
}

/// Ten lines of text, so that small type is known to be small.
fn filler() -> String {
    (0..10)
        .map(|line| at(72, 780 - 14 * line, 10, "The text of a paragraph that fills the line and goes on in the next one"))
        .collect()
}

#[test]
fn raised_lists_are_lists_of_marks() {
    let list = at(72, 700, 10, "calls 7") + &at(101, 704, 6, "2, 3") + &at(116, 700, 10, "members and deputies");
    let range = list + &at(215, 704, 6, "6-8") + &at(228, 700, 10, "to meet");
    assert_eq!(texts(&range), ["calls 7²,³ members and deputies⁶⁻⁸ to meet"]);
}

#[test]
fn rows_in_small_type_are_notes_only_where_a_mark_calls_them() {
    let rows = at(72, 500, 7, "1. Propane 6.15 cents a litre") + &at(72, 490, 7, "2. Butane 7.97 cents a litre");
    let notes = |above: &str| {
        let source = read("made", &pdf(&(filler() + above + &rows)), &ReadOptions::default()).expect("a text");
        source.blocks.iter().filter(|block| block.role == Role::Note).count()
    };
    assert_eq!(notes(&at(72, 600, 10, "Schedule of rates")), 0);
    assert_eq!(notes(&(at(72, 600, 10, "Schedule of rates") + &at(160, 604, 6, "1"))), 2);
}

#[test]
fn a_note_with_an_asterisk_leaves_the_marks_of_the_others() {
    let marked = at(72, 600, 10, "recalls the rule") + &at(146, 604, 6, "1") + &at(152, 600, 10, "of the house");
    let notes = at(72, 500, 7, "* Printed anew.") + &at(72, 490, 7, "1 See document A/70/1.");
    let source = read("made", &pdf(&(filler() + &marked + &notes)), &ReadOptions::default()).expect("a text");
    assert!(source.blocks.iter().any(|block| block.text.ends_with("recalls the rule of the house") && block.marks.is_some()));
}

#[test]
fn a_power_is_no_mark_beside_a_real_one() {
    let marked =
        at(72, 600, 10, "allots 25 m") + &at(121, 604, 6, "2") + &at(128, 600, 10, "to each of the") + &at(189, 604, 6, "2");
    let note = at(72, 500, 7, "2 See document A/70/1.");
    let source = read("made", &pdf(&(filler() + &marked + &note)), &ReadOptions::default()).expect("a text");
    let marks: Vec<_> =
        source.blocks.iter().flat_map(|block| block.marks.iter().flatten()).map(|mark| mark.printed.as_str()).collect();
    assert_eq!(marks, ["2"]);
    assert!(source.blocks.iter().any(|block| block.text.contains("25 m² to each")));
}
