//! What the guide says to type does what it says, and no page names a command or an option that is not there.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

#[test]
fn every_line_of_the_guide_that_is_typed_runs() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guide");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    for text in ["ASP-19.pdf", "ASP-20.pdf"] {
        std::fs::copy(docs.join("guide").join(text), folder.join(text)).unwrap();
    }
    let guide = std::fs::read_to_string(docs.join("guide.md")).unwrap();
    let mut said = String::new();
    let typed: Vec<&str> = guide.lines().filter_map(|line| line.strip_prefix("    rature ")).collect();
    for line in &typed {
        let run = Command::new(env!("CARGO_BIN_EXE_rature")).args(line.split(' ')).current_dir(&folder).output().unwrap();
        let told = String::from_utf8(run.stderr).unwrap();
        assert!(run.status.success() && !told.contains("rature: ") && told.lines().count() <= 1, "rature {line}: {told}");
        said += &String::from_utf8(run.stdout).unwrap();
    }
    assert!(typed.len() >= 8, "{typed:?}");
    // The last numbers that the two resolutions print.
    assert!(said.contains("28 × operative") && said.contains("30 × operative"), "{said}");
    for made in ["redline.html", "redline.docx", "years.html"] {
        assert!(folder.join(made).is_file(), "{made}");
    }
}

/// What `rature help COMMAND` prints; None where there is no such command.
fn help(command: &str) -> Option<String> {
    let run = Command::new(env!("CARGO_BIN_EXE_rature")).args(["help", command]).output().unwrap();
    run.status.success().then(|| String::from_utf8(run.stdout).unwrap())
}

/// What `page` sets between back quotes.
fn quoted(page: &str) -> impl Iterator<Item = Vec<&str>> {
    page.split('`').skip(1).step_by(2).map(|span| span.split_whitespace().collect())
}

/// The option in `word`: "--exit-code" of "--exit-code=substantive"; None for a word that is none.
fn option(word: &str) -> Option<&str> {
    let name = word.split(|c: char| !c.is_ascii_lowercase() && c != '-').next().unwrap_or_default();
    (name.starts_with("--") && name.len() > 2 && !name.ends_with('-')).then_some(name)
}

#[test]
fn every_command_and_option_that_a_page_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let docs = std::fs::read_dir(root.join("docs")).unwrap().map(|entry| entry.unwrap().path());
    let pages = docs.chain([root.join("README.md")]).filter(|path| path.extension().is_some_and(|ending| ending == "md"));
    let mut known: BTreeMap<String, Option<String>> = BTreeMap::new();
    let (mut wrong, mut named) = (vec![], 0);
    for path in pages {
        let page = std::fs::read_to_string(&path).unwrap();
        let typed = page
            .lines()
            .filter_map(|line| line.strip_prefix("    rature "))
            .map(|line| line.split('#').next().unwrap_or_default());
        let typed = typed.map(|line| std::iter::once("rature").chain(line.split_whitespace()).collect());
        for words in quoted(&page).chain(typed) {
            let (["rature", "help", command, ..] | ["rature", command, ..]) = words[..] else { continue };
            // "rature" is also how a column is headed.
            if !command.chars().all(|c| c.is_ascii_lowercase()) {
                continue;
            }
            let said = |what: &str| format!("{}: `{}`: no {what}", path.display(), words.join(" "));
            named += 1;
            match known.entry(command.to_owned()).or_insert_with(|| help(command)) {
                None => wrong.push(said(command)),
                Some(help) => {
                    wrong.extend(words.iter().filter_map(|word| option(word)).filter(|name| !help.contains(name)).map(said));
                }
            }
        }
    }
    assert!(named > 60, "{named}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_option_that_the_guide_names_alone_is_there() {
    let guide = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/guide.md")).unwrap();
    let all: String = ["read", "diff", "explain", "lint", "counts", "blame", "series"].into_iter().filter_map(help).collect();
    let alone: Vec<&str> = quoted(&guide).filter_map(|words| option(words.first()?)).collect();
    assert!(alone.len() >= 3, "{alone:?}");
    for name in alone {
        assert!(all.contains(name), "{name}");
    }
}
