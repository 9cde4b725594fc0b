//! What is left out of a text as furniture of its pages, and what looks like it and stays.

use rature::read::{Layout, ReadOptions, Why, read};

/// What is left of `text`, a paragraph a block, and what was left out of it as furniture.
fn taken(text: &str, layout: Option<Layout>) -> (Vec<String>, Vec<String>) {
    let mut options = ReadOptions::default();
    options.layout = layout;
    let source = read("made", text.as_bytes(), &options).expect("a text");
    let left_out = source.repairs.into_iter().filter(|repair| repair.why == Why::Furniture).map(|repair| repair.before);
    (source.blocks.into_iter().map(|block| block.text).collect(), left_out.collect())
}

const LAYOUTS: [Option<Layout>; 3] = [None, Some(Layout::Wrapped), Some(Layout::Paragraphs)];

/// The enacting formula and a recital, the opening of a paragraph, and a last paragraph, in three languages.
const FRAMES: [(&str, &str); 3] = [
    ("The Assembly,\n\nRecalling its last session,\n\n1. Approves what follows:", "2. Decides to meet again."),
    ("L'Assemblée,\n\nRappelant sa dernière session,\n\n1. Approuve ce qui suit :", "2. Décide de se réunir à nouveau."),
    ("La Asamblea,\n\nRecordando su última sesión,\n\n1. Aprueba lo siguiente:", "2. Decide reunirse de nuevo."),
];

/// Asserts that every one of `lines`, alone between blank lines, stays text in a resolution of every language, in every layout, with
/// and without a paragraph after them.
fn assert_stays(lines: &[&str]) {
    for (before, after) in FRAMES {
        for text in [format!("{before}\n\n{}\n\n{after}\n", lines.join("\n\n")), format!("{before}\n\n{}\n", lines.join("\n\n"))]
        {
            for layout in LAYOUTS {
                let (blocks, left_out) = taken(&text, layout);
                assert_eq!(left_out, [""; 0], "{layout:?}: {text}");
                let whole = blocks.join(" ");
                // A rule is left out, and listed as one.
                let mut words = lines.iter().filter(|line| !line.starts_with('_'));
                assert!(words.all(|line| whole.contains(line)), "{layout:?}: {blocks:?}");
            }
        }
    }
}

#[test]
fn sums_votes_and_posts_alone_on_their_lines_are_text() {
    assert_stays(&["Library", "57", "Archive", "141", "Garden", "9"]);
    assert_stays(&["In favour", "118", "Against", "5", "Abstaining", "31"]);
    assert_stays(&["Gardeners", "1", "Librarians", "2", "Guards", "3"]);
    assert_stays(&["gardeners", "1", "librarians", "2"]);
    assert_stays(&["Votes", "1/3", "Posts", "2/3"]);
    assert_stays(&["Library", "57", "________", "58"]);
    assert_stays(&["Charter", "Page 3", "Rules", "Page 4"]);
}

#[test]
fn entries_of_lists_of_symbols_and_codes_are_text() {
    assert_stays(&["B/40/12", "B/40/17", "B/RES/41/3"]);
    assert_stays(&["B/40/12"]);
    assert_stays(&["Documents", "B/40/12"]);
    assert_stays(&["B/40/12 3", "B/40/17 4"]);
    assert_stays(&["Library", "B/40/12", "Garden", "B/40/12"]);
    for code in ["31-40725", "31-40725 (E)", "31-40725*", "GE.31-40725", "4-F-180342"] {
        assert_stays(&[code]);
        assert_stays(&["Telephone", code]);
        assert_stays(&["30-11111", code]);
    }
}

#[test]
fn paragraphs_that_begin_as_distribution_data_does_are_text() {
    for line in [
        "Original signed at Arden on 4 June.",
        "Original fait à Arden, le 4 juin.",
        "Original firmado en Arden el 4 de junio.",
        "Français et espagnol sont les langues de la session.",
        "General provisions",
        "Limited to three terms",
        "English",
        "Original: English",
        "Distribution of seats",
        "4 June 2031",
    ] {
        assert_stays(&[line]);
    }
    assert_stays(&["French", "Spanish", "Original: English"]);
}

#[test]
fn the_symbol_of_the_text_in_a_list_is_text() {
    let text = "B/RES/41/3\n\nThe Assembly,\n\nRecalling its last session,\n\n1. Lists its decisions:\n\nB/RES/41/3\n\nB/RES/41/4\n\n\
                2. Decides to meet again.\n";
    assert_eq!(taken(text, None).1, [""; 0]);
}

/// A recital of three languages in two pieces, and a paragraph.
const RECITALS: [(&str, &str, &str); 3] = [
    (
        "The Assembly,\n\nRecalling that the library of the house is open to all who",
        "live in the town and its valley,",
        "1. Decides.",
    ),
    ("L'Assemblée,\n\nRappelant que la bibliothèque de la maison est ouverte à tous les", "habitants de la ville,", "1. Décide."),
    (
        "La Asamblea,\n\nRecordando que la biblioteca de la casa está abierta a todos los",
        "habitantes de la ciudad,",
        "1. Decide.",
    ),
];

/// Asserts that `furniture`, set inside a recital, is left out whole, and the recital read as one.
fn assert_goes(furniture: &[&str]) {
    for (before, after, last) in RECITALS {
        let text = format!("{before}\n\n{}\n\n{after}\n\n{last}\n", furniture.join("\n\n"));
        for layout in LAYOUTS {
            let (blocks, left_out) = taken(&text, layout);
            assert_eq!(left_out, furniture, "{layout:?}: {blocks:?}");
            assert_eq!(blocks[1], format!("{} {after}", before.split("\n\n").last().unwrap()), "{layout:?}");
        }
    }
}

#[test]
fn the_code_of_a_left_hand_page_is_furniture() {
    for code in ["2/3 31-40725", "2/8 31-40725 (F)", "31-40725 3/8", "31-40725*", "GE.31-40725 (S) 120431 130431", "4 4-F-180342"]
    {
        assert_goes(&[code]);
    }
}

#[test]
fn a_distribution_block_inside_a_recital_is_furniture() {
    assert_goes(&["Distr. general"]);
    for (block, (before, after, last)) in [
        (["4 June 2031", "English", "Original: Spanish"], RECITALS[0]),
        (["4 juin 2031", "Français", "Original : anglais"], RECITALS[1]),
        (["4 de junio de 2031", "Español", "Original: inglés"], RECITALS[2]),
    ] {
        for lines in [&block[..], &block[1..], &block[2..]] {
            let text = format!("{before}\n\n{}\n\n{after}\n\n{last}\n", lines.join("\n\n"));
            for layout in LAYOUTS {
                let (blocks, left_out) = taken(&text, layout);
                assert_eq!(left_out, lines, "{layout:?}: {blocks:?}");
                assert_eq!(blocks.len(), 3, "{layout:?}: {blocks:?}");
            }
        }
        // The rest of the recital on the line of the last.
        let text = format!("{before}\n\n{} {after}\n\n{last}\n", block[2]);
        let (blocks, left_out) = taken(&text, Some(Layout::Paragraphs));
        assert_eq!(left_out, [block[2]]);
        assert!(blocks[1].ends_with(after), "{blocks:?}");
    }
}

/// Pages of wrapped lines under their heads, with a form feed before each but the first.
fn paged(heads: &[&str]) -> String {
    let line = |page: usize, n: usize| {
        format!("the keepers of hall {} and room {n} of the old house on the hill shall stay in", page * 31 + 7)
    };
    let pages: Vec<String> = heads
        .iter()
        .enumerate()
        .map(|(page, head)| format!("{head}\n\n{}", (0..14).map(|n| line(page, n)).collect::<Vec<_>>().join("\n")))
        .collect();
    format!("The Assembly,\n\n{}\n", pages.join("\n\u{c}"))
}

#[test]
fn a_running_head_is_the_same_on_three_pages_but_for_the_page_number() {
    let wrapped = |heads: &[&str]| taken(&paged(heads), Some(Layout::Wrapped)).1;
    assert_eq!(wrapped(&["", "Report of the keepers", "Report of the keepers", "Report of the keepers"]).len(), 3);
    let counted = ["", "Report of the keepers 2", "Report of the keepers 3", "Report of the keepers 4"];
    assert_eq!(wrapped(&counted), counted[1..]);
    // One twin is not enough, unless they name a symbol.
    assert_eq!(wrapped(&["", "Report of the keepers", "Report of the keepers"]), [""; 0]);
    assert_eq!(wrapped(&["", "B/RES/41/3 The keepers", "B/RES/41/3 The keepers"]).len(), 2);
    // Figures that do not count the pages are text.
    assert_eq!(wrapped(&["", "Report of the 20 keepers", "Report of the 40 keepers", "Report of the 30 keepers"]), [""; 0]);
}

#[test]
fn labels_and_headings_at_page_tops_are_text() {
    for heads in [
        ["", "Article 11", "Article 12", "Article 13"],
        ["", "ANNEX II", "ANNEX II", "ANNEX II"],
        ["", "Chapter 3", "Chapter 3", "Chapter 3"],
        ["", "(b) the keepers", "(b) the keepers", "(b) the keepers"],
        ["", "12. The keepers", "12. The keepers", "12. The keepers"],
    ] {
        assert_eq!(taken(&paged(&heads), Some(Layout::Wrapped)).1, [""; 0], "{heads:?}");
    }
}

#[test]
fn page_numbers_rise_with_the_pages() {
    let wrapped = |heads: &[&str]| taken(&paged(heads), Some(Layout::Wrapped)).1;
    assert_eq!(wrapped(&["", "2", "3", "4"]), ["2", "3", "4"]);
    assert_eq!(wrapped(&["41", "42", "43"]), ["41", "42", "43"]);
    assert_eq!(wrapped(&["", "Page 2"]), ["Page 2"]);
    assert_eq!(wrapped(&["", "Página 2 de 9", "Página 3 de 9"]).len(), 2);
    // Sums at page tops.
    assert_eq!(wrapped(&["", "57", "141", "9"]), [""; 0]);
    assert_eq!(wrapped(&["", "57"]), [""; 0]);
}

#[test]
fn without_form_feeds_page_numbers_rise_where_sentences_are_broken() {
    let (before, after, last) = RECITALS[0];
    let numbered = |first: u32, second: u32| {
        format!(
            "{before}\n\n{first}\n\n{after}\n\nNoting that the garden of the house was open to all those who\n\n{second}\n\nasked for it,\n\n{last}\n"
        )
    };
    for layout in LAYOUTS {
        assert_eq!(taken(&numbered(2, 3), layout).1, ["2", "3"], "{layout:?}");
        assert_eq!(taken(&numbered(2, 57), layout).1, [""; 0], "{layout:?}");
    }
}

#[test]
fn numbers_of_notes_in_a_stack_take_the_texts_below_them() {
    let text = "La Asamblea,\n\nRecordando sus resoluciones 12 y 13 1 y la carta 2 de los\n\n________\n\n1\n\n2\n\nResolución B/40/12.\n\n\
                Resolución B/40/17.\n\nestados del valle,\n\n1. Decide reunirse de nuevo.\n";
    let (blocks, left_out) = taken(text, Some(Layout::Paragraphs));
    assert_eq!(left_out, [""; 0]);
    assert!(
        blocks.contains(&"1 Resolución B/40/12.".to_owned()) && blocks.contains(&"2 Resolución B/40/17.".to_owned()),
        "{blocks:?}"
    );
    assert!(blocks.iter().any(|block| block.ends_with("2 de los estados del valle,")), "{blocks:?}");
}
