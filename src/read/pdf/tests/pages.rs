//! Pages in regions: columns, tables, notes and numbers in the margin, what is drawn behind the text.

use super::*;

/// A page with lines `leading` apart, from `y` down at `x`.
fn column(x: u32, y: u32, size: u32, leading: u32, lines: &[&str]) -> String {
    lines.iter().zip(0..).map(|(line, n)| at(x, y - leading * n, size, line)).collect()
}

const LEFT: [&str; 4] = [
    "The keepers of the old house shall",
    "open the garden every morning and",
    "close it when the lamps of the town",
    "are lit, in summer and in winter,",
];
const RIGHT: [&str; 4] = [
    "except on days of rain, when the hall",
    "alone is open to those who ask for",
    "a place by the fire and who bring",
    "their own books with them.",
];

#[test]
fn short_columns_are_read_one_after_the_other() {
    let page = at(200, 740, 14, "House rules") + &column(60, 700, 10, 12, &LEFT) + &column(320, 700, 10, 12, &RIGHT);
    let whole = [LEFT, RIGHT].concat().join(" ");
    assert_eq!(texts(&page), ["House rules", &whole]);
}

#[test]
fn three_columns_are_read_one_after_the_other() {
    let third = ["and no one may carry a lamp", "into the rooms where the old", "maps of the valley are kept."];
    let first = ["Nobody shall light a fire in", "the rooms under the roof of", "the house without a keeper,"];
    let second = ["nor leave a window open at", "night when the wind comes", "from the hills in the north,"];
    let page = column(50, 700, 9, 11, &first) + &column(220, 700, 9, 11, &second) + &column(390, 700, 9, 11, &third);
    assert_eq!(texts(&page), [[first, second, third].concat().join(" ")]);
}

#[test]
fn a_gap_between_words_of_loose_lines_is_no_gutter() {
    let loose = |y: u32, left: &str, x: u32, right: &str| at(60, y, 10, left) + &at(x, y, 10, right);
    let page = loose(700, "the keepers of the house and all", 230, "those who live in the valley and")
        + &loose(688, "visit it in the summer may walk in", 238, "the garden when the gate is open")
        + &loose(676, "and the lamps are lit along the", 224, "way, and shall leave before dark.");
    assert!(texts(&page)[0].starts_with("the keepers of the house and all those who live"), "{:?}", texts(&page));
}

#[test]
fn cells_of_several_lines_are_read_cell_by_cell() {
    let rule = |y: u32| format!("60 {y} m 520 {y} l S\n");
    let rows = column(60, 700, 9, 11, &["Repair of the roof over", "the hall and the stairs"])
        + &column(230, 700, 9, 11, &["The keepers, with two", "masons of the town", "and their apprentices"])
        + &column(400, 700, 9, 11, &["Before the first snow"])
        + &rule(668)
        + &column(60, 656, 9, 11, &["Painting of the gate"])
        + &column(230, 656, 9, 11, &["The gardener"])
        + &column(400, 656, 9, 11, &["In spring, when the", "wood is dry again"]);
    let cells = [
        "Repair of the roof over the hall and the stairs",
        "The keepers, with two masons of the town and their apprentices",
        "Before the first snow",
        "Painting of the gate",
        "The gardener",
        "In spring, when the wood is dry again",
    ];
    assert_eq!(texts(&(rule(712) + &rows + &rule(632))), cells);
}

#[test]
fn rows_whose_cells_have_one_line_stay_rows() {
    let row = |y: u32, a: &str, b: &str| at(60, y, 10, a) + &at(400, y, 10, b);
    let page = row(700, "Garden", "118") + &row(688, "Library", "57") + &row(676, "Archive", "141") + &row(664, "Tower", "9");
    assert_eq!(texts(&page).join(" "), "Garden 118 Library 57 Archive 141 Tower 9");
}

#[test]
fn notes_in_the_margin_stand_before_the_paragraph_beside_which_they_begin() {
    let text = column(
        80,
        700,
        11,
        13,
        &["1. This rule may be cited as the rule of the garden and", "comes into force on the day on which the gate is painted."],
    ) + &column(
        80,
        660,
        11,
        13,
        &[
            "2. Every keeper shall write in the book of the house what",
            "was found in the garden, and shall keep the book for ten",
            "years from the day on which it was opened.",
        ],
    );
    let notes = column(430, 700, 8, 9, &["Name."]) + &column(430, 660, 8, 9, &["The book of", "the house."]);
    assert_eq!(
        texts(&(text + &notes)),
        [
            "Name.",
            "1. This rule may be cited as the rule of the garden and comes into force on the day on which the gate is painted.",
            "The book of the house.",
            "2. Every keeper shall write in the book of the house what was found in the garden, and shall keep the book for ten \
             years from the day on which it was opened."
        ]
    );
}

#[test]
fn numbers_of_lines_are_left_out() {
    let lines = [LEFT, RIGHT].concat();
    let numbered = |every: usize| {
        let numbers = (0..lines.len()).filter(|n| (n + 1) % every == 0);
        let numbers: String =
            numbers.map(|n| at(40, 700 - 12 * u32::try_from(n).expect("few"), 8, &(n + 1).to_string())).collect();
        numbers + &column(72, 700, 10, 12, &lines)
    };
    for every in [1, 2] {
        assert_eq!(texts(&numbered(every)), [lines.join(" ")], "{every}");
    }
    // A list that is counted has labels, not numbers of lines.
    let list = ["Garden", "Library", "Archive", "Tower"];
    let counted: String = (0..4).map(|n| at(40, 700 - 12 * n, 10, &(n + 1).to_string())).collect();
    assert!(texts(&(counted + &column(72, 700, 10, 12, &list))).join(" ").contains("3 Archive"));
}

/// What was left out of a page, and why.
fn left_out_of(content: &str) -> Vec<(String, Why)> {
    let source = read("made", &pdf(content), &ReadOptions::default()).expect("a text");
    source.repairs.into_iter().filter(|repair| repair.after.is_empty()).map(|repair| (repair.before, repair.why)).collect()
}

#[test]
fn a_watermark_behind_the_text_or_at_an_angle_is_no_text() {
    let text = column(72, 700, 10, 12, &[LEFT, RIGHT].concat());
    let level = text.clone() + &at(90, 640, 60, "COPY");
    assert_eq!(left_out_of(&level), [("COPY".to_owned(), Why::Turned)]);
    let slanted = text + "BT /F1 40 Tf 0.87 0.5 -0.5 0.87 100 500 Tm (COPY) Tj ET\n";
    assert_eq!(left_out_of(&slanted), [("COPY".to_owned(), Why::Turned)]);
    // A large title over no other text stays.
    assert_eq!(left_out_of(&(at(72, 740, 40, "RULES") + &column(72, 700, 10, 12, &LEFT))), []);
}

#[test]
fn a_letter_over_two_lines_opens_the_first() {
    let page =
        at(72, 676, 32, "T") + &column(95, 688, 10, 12, &["he keepers of the old house shall open", "the garden every morning."]);
    assert_eq!(texts(&page), ["The keepers of the old house shall open the garden every morning."]);
}

#[test]
fn what_nobody_sees_is_left_out_and_said() {
    let text = column(72, 700, 10, 12, &LEFT);
    let white = "1 g ".to_owned() + &at(72, 600, 10, "white words") + "0 g ";
    let covered = at(72, 560, 10, "covered words") + "1 g 60 550 300 30 re f 0 g ";
    let outside = at(72, 900, 10, "words above the page");
    let source = read("made", &pdf(&(text.clone() + &white + &covered + &outside)), &ReadOptions::default()).expect("a text");
    let hidden: Vec<&str> = source.repairs.iter().filter(|r| r.why == Why::Hidden).map(|r| r.before.as_str()).collect();
    assert_eq!(hidden, ["white words", "covered words", "words above the page"]);
    assert_eq!(source.notes.iter().map(|note| note.code.as_str()).collect::<Vec<_>>(), ["pdf-hidden"]);
    // White letters on a dark box, and text that is drawn on a white one, are seen.
    let seen = text
        + "0.2 0.3 0.6 rg 60 590 300 30 re f 1 g "
        + &at(72, 600, 10, "white on blue")
        + "1 g 60 540 300 30 re f 0 g "
        + &at(72, 550, 10, "black on white");
    assert_eq!(left_out_of(&seen), []);
}

#[test]
fn a_space_drawn_under_a_ligature_parts_no_word() {
    // The font says "fi" is as wide as two letters, the space is drawn in the middle of it.
    let page = at(72, 700, 10, "The of") + &at(99, 700, 10, "\\336") + &at(101, 700, 10, " ce is open");
    assert!(texts(&page)[0].contains("ce is open"));
}

#[test]
fn an_accent_lands_on_the_letter_that_it_stands_over() {
    // TeX draws the accent before the letter, and a little before the end of the one before.
    let before = at(72, 700, 10, "vac") + "BT /F1 10 Tf 86.5 700 Td (\\264) Tj 1.5 0 Td (\\151o) Tj ET\n";
    assert_eq!(texts(&before), ["vacío"]);
    // Over the fourth letter of a piece that was drawn whole.
    let within = at(72, 700, 10, "the plat of") + "BT /F1 10 Tf 98.5 700 Td (\\136) Tj ET\n";
    assert_eq!(texts(&within), ["the plât of"]);
}

#[test]
fn what_stands_in_a_field_or_a_comment_is_not_lost() {
    let annotations = "/Annots [<< /Subtype /Widget /FT /Tx /V (Ana) /Rect [160 696 300 712] >> \
                       << /Subtype /FreeText /Contents (look here) /T (Bea) /Rect [300 600 400 620] >> \
                       << /Subtype /StrikeOut /QuadPoints [71 690 110 690 71 680 110 680] /Rect [71 680 110 690] >>]";
    let page = pdf(&(at(72, 700, 10, "Name of keeper:") + &at(72, 680, 10, "Closed on Monday.")));
    let page = String::from_utf8(page).expect("letters").replace("/MediaBox", &format!("{annotations} /MediaBox"));
    let source = read("made", page.as_bytes(), &ReadOptions::default()).expect("a text");
    let text: Vec<&str> = source.blocks.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(text.join(" "), "Name of keeper: Ana on Monday.");
    let said: Vec<&str> = source.notes.iter().map(|note| note.code.as_str()).collect();
    assert_eq!(said, ["pdf-rebuilt", "revisions-accepted", "pdf-fields", "comment"]);
}

#[test]
fn a_string_of_a_size_below_zero_stands_upright() {
    assert_eq!(texts("BT /F1 -10 Tf -1 0 0 -1 72 700 Tm (The gate is open.) Tj ET\n"), ["The gate is open."]);
}

#[test]
fn text_beside_text_that_is_neither_columns_nor_cells_is_said() {
    let narrow = ["the old", "gate of", "the red", "hall in", "the sun"];
    let page = column(60, 700, 10, 12, &narrow) + &column(130, 700, 10, 12, &[LEFT, RIGHT].concat()[..5]);
    let source = read("made", &pdf(&page), &ReadOptions::default()).expect("a text");
    let said: Vec<&str> = source.notes.iter().map(|note| note.code.as_str()).collect();
    assert_eq!(said, ["pdf-order-doubtful"]);
}

#[test]
fn a_number_before_a_first_letter_opens_its_paragraph() {
    let lines = [
        "1. The keepers shall keep the garden in good order in summer, as told in rule 36.",
        "2. \\(a\\) Quarrels about the garden shall be brought before the town within thirty",
        "days, unless the keepers agree on something else.",
        "\\(b\\) Quarrels about the hall are no matter of the town.",
    ];
    let read = texts(&column(72, 700, 10, 12, &lines));
    assert!(read.iter().any(|text| text.starts_with("2. (a) Quarrels")), "{read:?}");
}
