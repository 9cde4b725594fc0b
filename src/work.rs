//! Steps of work, counted where an algorithm could look at everything again for each thing: tests hold them against the size of a text.
//! Outside tests nothing is counted.

/// Counts so many steps.
#[inline]
pub(crate) fn step(count: usize) {
    #[cfg(test)]
    tests::STEPS.with(|steps| steps.set(steps.get() + count));
    #[cfg(not(test))]
    let _ = count;
}

/// The steps that this thread has counted, for the thread that waits for it.
pub(crate) fn steps() -> usize {
    #[cfg(test)]
    return tests::STEPS.with(std::cell::Cell::get);
    #[cfg(not(test))]
    0
}

/// How work grows with a text. Each case is one that once grew with its square; docs/limits.md has them as measured.
#[cfg(test)]
#[allow(clippy::format_collect, reason = "texts of tests may take their time")]
mod tests {
    use std::cell::Cell;
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use crate::align::{AlignOptions, align};
    use crate::read::{ReadOptions, read};
    use crate::render::{WordOptions, redline_docx};
    use crate::report::{Redline, ReportOptions, redline, report};
    use crate::structure::{Document, structure};

    thread_local! {
        pub(super) static STEPS: Cell<usize> = const { Cell::new(0) };
    }

    /// Four times the text takes at most five times the steps, and is counted at all.
    fn assert_grows_in_step(of: impl Fn(usize) + Sync) {
        // All in one thread, whose steps they are.
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
        let [one, four] = [150, 600].map(|size| {
            pool.install(|| {
                STEPS.with(|steps| steps.set(0));
                of(size);
                STEPS.with(Cell::get)
            })
        });
        assert!(one >= 100, "{one} steps are counted");
        assert!(four <= 5 * one, "{one} steps became {four}");
    }

    fn document(bytes: &[u8]) -> Document {
        structure(read("text", bytes, &ReadOptions::default()).unwrap())
    }

    fn compared(old: &[u8], new: &[u8]) -> Redline {
        let [old, new] = [old, new].map(document);
        let comparison = crate::compare::compare(&old, &new, align(&old, &new, &AlignOptions::default()));
        redline(old, new, comparison)
    }

    fn word(body: &str, notes: &str) -> Vec<u8> {
        let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes";
        let mut zip = ZipWriter::new(Cursor::new(vec![]));
        let relation =
            format!("<Relationships><Relationship Id=\"a\" Type=\"{kind}\" Target=\"footnotes.xml\"/></Relationships>");
        for (name, text) in [
            ("word/document.xml", format!("<w:document xmlns:w=\"{main}\"><w:body>{body}</w:body></w:document>")),
            ("word/footnotes.xml", format!("<w:footnotes xmlns:w=\"{main}\">{notes}</w:footnotes>")),
            ("word/_rels/document.xml.rels", relation),
        ] {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn tracked(old: &[u8], new: &[u8]) {
        redline_docx(&report(compared(old, new), ReportOptions::default()), &WordOptions::default()).unwrap();
    }

    /// "States 12", differently for each `n`.
    fn name(n: usize) -> String {
        ["States", "experts", "members", "visits", "offices"][n % 5].to_owned() + " of " + ["Rome", "Oslo", "Lima"][n % 3]
    }

    #[test]
    fn figures_in_one_paragraph() {
        let text = |size: usize, add: usize| {
            let figures: Vec<String> =
                (0..size).map(|n| format!("the {} {}", n + 10 + add * usize::from(n.is_multiple_of(7)), name(n))).collect();
            format!("1. Urges {};\n", figures.join(", "))
        };
        assert_grows_in_step(|size| drop(compared(text(size, 0).as_bytes(), text(size, 1).as_bytes())));
    }

    #[test]
    fn figures_in_words_in_one_paragraph() {
        let text = |size: usize, span: &str| {
            let waits: Vec<String> = (0..size).map(|n| format!("the {} to wait {span}", name(n))).collect();
            format!("1. Urges {};\n", waits.join(", "))
        };
        assert_grows_in_step(|size| drop(compared(text(size, "one year").as_bytes(), text(size, "two years").as_bytes())));
    }

    #[test]
    fn rows_annexes_and_notes_of_a_plain_text() {
        let reads = |text: fn(usize) -> String| {
            assert_grows_in_step(|size| {
                drop(document(format!("The Council,\n\n1. Urges all(1) ports.\n\n{}\n", text(size)).as_bytes()));
            });
        };
        reads(|size| (0..size).map(|n| format!("| Port {n} | {n} | | 3 |\n")).collect());
        reads(|size| (0..size).map(|_| "Annex\n\n1 In rule 3, read four\n\n").collect());
        reads(|size| {
            let paragraphs: String = (2..size).map(|n| format!("{n}. Urges port {n};\n\n")).collect();
            paragraphs + "Notes\n\n" + &(1..size).map(|n| format!("{n}. Records.\n")).collect::<String>()
        });
    }

    #[test]
    fn decimals_in_one_paragraph() {
        let text = |size: usize, add: usize| {
            let figures: Vec<String> = (0..size).map(|n| format!("{}.{}", (n * 37 + add) % 900 + 10, n % 9)).collect();
            format!("1. Urges that {} be kept;\n", figures.join(" "))
        };
        assert_grows_in_step(|size| {
            let redline = compared(text(size, 0).as_bytes(), text(size, 7).as_bytes());
            assert!(redline.findings.len() * 10 >= size * 9, "{} rows of {size} figures", redline.findings.len());
        });
    }

    #[test]
    fn a_list_in_one_paragraph_that_is_turned_round() {
        type Item = (&'static str, fn(usize) -> String);
        let items: [Item; 5] = [
            (", ", |n| format!("the region {}", n + 10)),
            (", ", |n| format!("resolution {}/{}", n % 80 + 1, n + 10)),
            (" ", |n| format!("{}.{}", n + 10, n % 9)),
            ("; ", |n| format!("{}, with {} votes to {}", name(n), n + 10, n % 7 + 2)),
            (" and ", |n| format!("the office of {} opened on {} May {}", name(n), n % 28 + 1, 1900 + n % 99)),
        ];
        for (between, item) in items {
            assert_grows_in_step(|size| {
                let mut list: Vec<String> = (0..size).map(item).collect();
                let old = format!("1. Urges {} to report;\n", list.join(between));
                list.reverse();
                let new = format!("1. Urges {} to report;\n", list.join(between));
                drop(report(compared(old.as_bytes(), new.as_bytes()), ReportOptions::default()));
            });
        }
    }

    #[test]
    fn a_table_of_the_figures_in_one_paragraph() {
        let text = |size: usize| {
            let figures: Vec<String> = (0..size).map(|n| format!("{} {}", n + 10, name(n))).collect();
            format!("1. Urges {}\n", figures.join(" "))
        };
        assert_grows_in_step(|size| {
            let documents = [document(text(size).as_bytes()), document(text(size).as_bytes())];
            let rows = crate::findings::counts(&crate::findings::History::of(&documents)).rows;
            assert!(rows.len() >= size, "{} rows of {size} figures", rows.len());
        });
    }

    #[test]
    fn paragraphs_with_twenty_equal_figures() {
        let text = |size: usize, add: usize| -> String {
            let row = |n: usize| {
                (0..20)
                    .map(|at| format!("the {} {}", at + 12 + add * usize::from(n.is_multiple_of(9) && at == 3), name(at)))
                    .collect::<Vec<_>>()
            };
            (0..size).map(|n| format!("{}. Urges region {n} and {};\n\n", n + 1, row(n).join(", "))).collect()
        };
        assert_grows_in_step(|size| drop(compared(text(size, 0).as_bytes(), text(size, 1).as_bytes())));
    }

    #[test]
    fn footnotes_in_text() {
        let text = |size: usize| -> String {
            let paragraphs = (1..=size).map(|n| format!("{n}. Urges region {n} to visit {},{n} and to report;\n\n", name(n)));
            paragraphs.chain((1..=size).map(|n| format!("{n} See the report of {}.\n", name(n)))).collect()
        };
        assert_grows_in_step(|size| drop(compared(text(size).as_bytes(), text(size).replace("visit", "see").as_bytes())));
    }

    #[test]
    fn footnotes_from_word_to_word() {
        let file = |size: usize, verb: &str| {
            let run = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
            let body = |n: usize| {
                let words = run(&format!("{n}. Urges region {n} to {verb} {}", name(n)));
                format!("<w:p>{words}<w:r><w:footnoteReference w:id=\"{n}\"/></w:r>{}</w:p>", run(";"))
            };
            let note = |n: usize| {
                let words = run(&format!(" See the {verb} of {}.", name(n)));
                format!("<w:footnote w:id=\"{n}\"><w:p><w:r><w:footnoteRef/></w:r>{words}</w:p></w:footnote>")
            };
            word(&(1..=size).map(body).collect::<String>(), &(1..=size).map(note).collect::<String>())
        };
        assert_grows_in_step(|size| tracked(&file(size, "visit"), &file(size, "see")));
    }

    #[test]
    fn strange_paragraphs_with_footnotes_from_word_to_word() {
        let file = |size: usize, other: usize| {
            let words = |n: usize| (0..12).map(|at| format!(" w{:x}", (n * 12 + at) * 7919 % 65_521 * other)).collect::<String>();
            let body = |n: usize| {
                let text = format!("<w:r><w:t>{n}. Urges{}</w:t></w:r>", words(n));
                format!("<w:p>{text}<w:r><w:footnoteReference w:id=\"{n}\"/></w:r></w:p>")
            };
            let note = |n: usize| {
                format!(
                    "<w:footnote w:id=\"{n}\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> {}</w:t></w:r></w:p></w:footnote>",
                    name(n)
                )
            };
            word(&(1..=size).map(body).collect::<String>(), &(1..=size).map(note).collect::<String>())
        };
        assert_grows_in_step(|size| tracked(&file(size, 1), &file(size, 70_001)));
    }

    #[test]
    fn rows_of_a_table_from_word_to_word() {
        let file = |size: usize, other: usize| {
            let cell = |n: usize| format!("<w:tc><w:p><w:r><w:t>{} {}</w:t></w:r></w:p></w:tc>", name(n), n * other);
            let rows: String = (0..size).map(|n| format!("<w:tr>{}{}</w:tr>", cell(n), cell(n + other))).collect();
            word(&format!("<w:p><w:r><w:t>The Assembly,</w:t></w:r></w:p><w:tbl>{rows}</w:tbl>"), "")
        };
        assert_grows_in_step(|size| tracked(&file(size, 1), &file(size, 2)));
    }

    #[test]
    fn lines_that_a_page_breaks() {
        let page = |size: usize| {
            format!("<!doctype html><p>{}", "Urges all of them and<br>Others in each of the regions<br>".repeat(size))
        };
        assert_grows_in_step(|size| drop(document(page(size).as_bytes())));
    }

    #[test]
    fn labels_in_cells() {
        let page = |size: usize| {
            let rows = "<tr><td>(a)</td><td>all the lamps of the port;</td></tr>".repeat(size);
            let one_cell = "<p>(a)</p><p>all the lamps of the port;</p>".repeat(size);
            format!("<!doctype html><table>{rows}<tr><td>{one_cell}</table>")
        };
        assert_grows_in_step(|size| drop(document(page(size).as_bytes())));
    }

    #[test]
    fn pages_of_a_pdf() {
        let file = |size: usize| {
            let kids = (0..size).map(|page| format!("{} 0 R ", page + 5)).collect::<String>();
            let lines =
                (0..24).map(|line| format!("1 0 0 1 72 {} Tm (Urges all the States of region {line}) Tj ", 700 - 14 * line));
            let content = format!("BT /F 11 Tf {}ET", lines.collect::<String>());
            let mut file = format!(
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[{kids}]/Count {size}/MediaBox[0 0 595 842]\
                 /Resources<</Font<</F 3 0 R>>>>>>endobj\n3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>\
                 endobj\n4 0 obj<</Length {}>>stream\n{content}\nendstream endobj\n",
                content.len()
            );
            let page = |page: usize| format!("{} 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj\n", page + 5);
            file.extend((0..size).map(page));
            file + "trailer<</Root 1 0 R>>\n"
        };
        assert_grows_in_step(|size| drop(document(file(size).as_bytes())));
    }
}
