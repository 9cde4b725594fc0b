//! Where the weights come from.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::super::weighing::Course;
use super::super::{AlignOptions, align};
use super::rows;
use crate::prepare::Corpus;
use crate::read::{Layout, ReadOptions, read};
use crate::structure::{Document, structure};

fn document(path: &Path) -> Document {
    let options = ReadOptions { layout: Some(Layout::Blocks), ..ReadOptions::default() };
    structure(read(&path.display().to_string(), &std::fs::read(path).unwrap(), &options).unwrap())
}

fn dump(name: &str, old: &Document, new: &Document, truth: &BTreeSet<(usize, usize)>, out: &mut String) {
    let documents = [old, new];
    let corpus = Corpus::of(&documents);
    let course = Course::of(corpus.pair(&documents, [0, 1]), &AlignOptions::default());
    let w = &course.paragraphs;
    let to: BTreeSet<usize> = truth.iter().map(|p| p.0).collect();
    let tn: BTreeSet<usize> = truth.iter().map(|p| p.1).collect();
    for row in rows(&w.terms, w.frame.as_ref(), &w.found, &w.groups, &mut 0) {
        let (i, j) = (w.units[0][row.pair.old], w.units[1][row.pair.new]);
        let y = if truth.contains(&(i, j)) { 1 } else { 0 };
        let sure = to.contains(&i) || tn.contains(&j);
        write!(out, "{name}\t{i}\t{j}\t{y}\t{}\t{}", u8::from(sure), row.group.map_or(0, |_| 1)).unwrap();
        for f in row.features {
            write!(out, "\t{f}").unwrap();
        }
        out.push('\n');
    }
}

#[test]
#[ignore = "dump"]
fn dump_rows() {
    let mut out = String::new();
    if let Ok(hard) = std::env::var("DUMP_HARD") {
        let mut pairs: Vec<PathBuf> = std::fs::read_dir(hard).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_dir()).collect();
        pairs.sort();
        for p in pairs {
            let (old, new) = (document(&p.join("old.txt")), document(&p.join("new.txt")));
            dump(&p.file_name().unwrap().to_string_lossy(), &old, &new, &BTreeSet::new(), &mut out);
        }
    }
    if let Ok(series) = std::env::var("DUMP_SERIES") {
        // one line a series: paths
        for line in std::fs::read_to_string(series).unwrap().lines() {
            let files: Vec<&str> = line.split(' ').collect();
            let documents: Vec<Document> = files.iter().map(|f| document(Path::new(f))).collect();
            let steps: Vec<_> = documents.windows(2).map(|w| align(&w[0], &w[1], &AlignOptions::default())).collect();
            for far in [2, 4, 7] {
                for k in (0..documents.len().saturating_sub(far)).step_by(far.div_ceil(2)) {
                    let mut truth: BTreeSet<(usize, usize)> = (0..documents[k].units.len()).map(|i| (i, i)).collect();
                    for step in &steps[k..k + far] {
                        let mut next = BTreeSet::new();
                        for &(i, m) in &truth {
                            for link in step.links.iter().filter(|l| l.old.contains(&m)) {
                                next.extend(link.new.iter().map(|&j| (i, j)));
                            }
                        }
                        truth = next;
                    }
                    let name = format!("{}+{far}", files[k]);
                    dump(&name, &documents[k], &documents[k + far], &truth, &mut out);
                }
            }
        }
    }
    std::fs::write(std::env::var("DUMP_OUT").unwrap(), out).unwrap();
}
