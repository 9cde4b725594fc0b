//! Time of each stage on the fixtures, and how alignment grows with the number of paragraphs.
//!
//! `cargo bench --manifest-path benches/stages/Cargo.toml`; figures are quoted as ratios from one run.

use std::fmt::Write as _;
use std::hint::black_box;
use std::io::Write as _;
use std::path::Path;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use rature::align::{AlignOptions, align};
use rature::compare::compare;
use rature::read::{ReadOptions, read};
use rature::render::redline_html;
use rature::report::{ReportOptions, redline, report};
use rature::structure::{Document, structure};

fn document(name: &str, text: &str) -> Document {
    structure(read(name, text.as_bytes(), &ReadOptions::default()).expect("a text"))
}

fn fixture(year: u32) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../fixtures/cooperation-fr/{year}.txt"));
    std::fs::read_to_string(path).expect("a fixture")
}

/// Words drawn as a language draws them: few are frequent, many are rare.
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    fn word(&mut self) -> u64 {
        let widest = [20, 200, 2_000, 20_000][self.below(4) as usize];
        self.below(widest)
    }
}

/// Two texts of `paragraphs` paragraphs: in the later one every tenth is gone, every seventh reworded, every thirteenth moved.
fn pair(paragraphs: u64) -> (Document, Document) {
    let mut draw = Draw(7);
    let texts: Vec<Vec<u64>> = (0..paragraphs).map(|_| (0..40).map(|_| draw.word()).collect()).collect();
    let mut later: Vec<Vec<u64>> = vec![];
    let mut moved = vec![];
    for (n, words) in texts.iter().enumerate() {
        let mut words = words.clone();
        match n {
            n if n % 10 == 9 => continue,
            n if n % 7 == 6 => words.iter_mut().step_by(5).for_each(|word| *word = draw.word()),
            _ => {}
        }
        if n % 13 == 12 { moved.push(words) } else { later.push(words) }
    }
    later.extend(moved);
    let print = |texts: &[Vec<u64>]| {
        let mut text = String::from("The General Assembly,\n\n");
        for (n, words) in texts.iter().enumerate() {
            write!(text, "{}. Decides", n + 1).expect("a string");
            for word in words {
                write!(text, " w{word}x").expect("a string");
            }
            text.push_str(";\n\n");
        }
        document("drawn", &text)
    };
    (print(&texts), print(&later))
}

fn stages(c: &mut Criterion) {
    let (old, new) = (fixture(2020), fixture(2021));
    let (old_document, new_document) = (document("old", &old), document("new", &new));
    let alignment = align(&old_document, &new_document, &AlignOptions::default());
    let mut group = c.benchmark_group("fixture");
    group.bench_function("read and structure", |b| b.iter(|| document("new", black_box(&new))));
    group.bench_function("align", |b| {
        b.iter(|| align(black_box(&old_document), black_box(&new_document), &AlignOptions::default()));
    });
    group
        .bench_function("compare", |b| b.iter(|| compare(black_box(&old_document), black_box(&new_document), alignment.clone())));
    let options = ReportOptions::default();
    let redlined =
        || redline(old_document.clone(), new_document.clone(), compare(&old_document, &new_document, alignment.clone()));
    group.bench_function("report and page", |b| {
        b.iter_batched(redlined, |redline| redline_html(&report(redline, options)), BatchSize::SmallInput);
    });
    group.bench_function("two texts to a page", |b| {
        b.iter(|| {
            let (old, new) = (document("old", black_box(&old)), document("new", black_box(&new)));
            let comparison = compare(&old, &new, align(&old, &new, &AlignOptions::default()));
            redline_html(&report(redline(old, new, comparison), options))
        });
    });
    group.finish();
}

/// A Word file of some twenty pages: 200 numbered paragraphs of 60 words, each with a word in italics.
fn word_file() -> Vec<u8> {
    const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let mut draw = Draw(7);
    let mut body = String::new();
    for number in 1..=200 {
        let words: Vec<String> = (0..60).map(|_| format!("word{}", draw.word())).collect();
        let _ = write!(
            body,
            "<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{number}. </w:t></w:r><w:r><w:rPr><w:i/></w:rPr>\
             <w:t>Urges</w:t></w:r><w:r><w:t xml:space=\"preserve\"> {};</w:t></w:r></w:p>",
            words.join(" ")
        );
    }
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(vec![]));
    zip.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).expect("a part");
    let document = format!("<w:document xmlns:w=\"{NAMESPACE}\"><w:body>{body}</w:body></w:document>");
    zip.write_all(document.as_bytes()).expect("a part");
    zip.finish().expect("a file").into_inner()
}

/// A PDF of 20 pages of 45 lines: 200 numbered paragraphs in a font that every reader knows.
fn pdf_file() -> Vec<u8> {
    let mut draw = Draw(7);
    let mut lines = vec!["The Assembly,".to_owned()];
    for number in 1..=225 {
        lines.push(format!("{number}. Urges {}", (0..10).map(|_| format!("word{}", draw.word())).collect::<Vec<_>>().join(" ")));
        lines.extend((0..3).map(|_| (0..11).map(|_| format!("word{}", draw.word())).collect::<Vec<_>>().join(" ")));
        if let Some(last) = lines.last_mut() {
            last.push(';');
        }
    }
    let catalog = "<< /Type /Catalog /Pages 2 0 R >>".to_owned();
    let mut objects = vec![catalog, String::new(), "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned()];
    let mut kids = String::new();
    for page in lines.chunks(45).take(20) {
        let stream = format!("BT /F1 8 Tf 15 TL 72 780 Td\n({}) Tj ET", page.join(") Tj T*\n("));
        objects.push(format!("<< /Length {} >>\nstream\n{stream}\nendstream", stream.len()));
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
            objects.len()
        ));
        let _ = write!(kids, "{} 0 R ", objects.len());
    }
    objects[1] = format!("<< /Type /Pages /Count 20 /Kids [{kids}] >>");
    let mut file = "%PDF-1.4\n".to_owned();
    let mut offsets = String::new();
    for (at, object) in objects.iter().enumerate() {
        let _ = writeln!(offsets, "{:010} 00000 n ", file.len());
        let _ = writeln!(file, "{} 0 obj\n{object}\nendobj", at + 1);
    }
    let (start, size) = (file.len(), objects.len() + 1);
    let _ = write!(
        file,
        "xref\n0 {size}\n0000000000 65535 f \n{offsets}trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    );
    file.into_bytes()
}

fn office(c: &mut Criterion) {
    let pdf = pdf_file();
    c.bench_function("read a PDF of 20 pages", |b| {
        b.iter(|| read("adopted.pdf", black_box(&pdf), &ReadOptions::default()).expect("a text"));
    });
    let file = word_file();
    c.bench_function("read a Word file of 20 pages", |b| {
        b.iter(|| read("draft.docx", black_box(&file), &ReadOptions::default()).expect("a text"));
    });
}

fn growth(c: &mut Criterion) {
    let mut group = c.benchmark_group("align");
    group.sample_size(10);
    for paragraphs in [100, 1_000, 10_000] {
        let (old, new) = pair(paragraphs);
        group.throughput(Throughput::Elements(paragraphs));
        group.bench_with_input(BenchmarkId::from_parameter(paragraphs), &(old, new), |b, (old, new)| {
            b.iter(|| align(black_box(old), black_box(new), &AlignOptions::default()));
        });
    }
    group.finish();
}

criterion_group!(benches, stages, office, growth);
criterion_main!(benches);
