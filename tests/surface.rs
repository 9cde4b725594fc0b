//! What the library makes public stands in `tests/surface.txt`, so that a change of it is seen when it is made, and meant.

use std::path::{Path, PathBuf};

const BLESS: &str = "cargo test --test all -- --ignored --exact surface::bless";

/// The paths that begin with `rature::`, from the declarations of the public modules and what they export again.
fn surface() -> String {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let crate_root = std::fs::read_to_string(src.join("lib.rs")).unwrap();
    let mut found = public("rature", &crate_root);
    let modules: Vec<String> = modules(&crate_root).collect();
    assert!(modules.len() > 6, "{modules:?}");
    for module in modules {
        let code = std::fs::read_to_string(src.join(&module).join("mod.rs")).unwrap();
        found.extend(public(&format!("rature::{module}"), &code));
    }
    found.sort();
    found.join("\n") + "\n"
}

/// The modules that `code` makes public, but for those that its documentation hides.
fn modules(code: &str) -> impl Iterator<Item = String> {
    let lines: Vec<&str> = code.lines().collect();
    let shown = |at: usize| at == 0 || lines[at - 1] != "#[doc(hidden)]";
    let named = |line: &&str| line.strip_prefix("pub mod ").and_then(|rest| rest.strip_suffix(';')).map(str::to_owned);
    let found: Vec<String> = (0..lines.len()).filter(|&at| shown(at)).filter_map(|at| named(&lines[at])).collect();
    found.into_iter()
}

/// The public items of one module: what it declares, and what it exports again.
fn public(module: &str, code: &str) -> Vec<String> {
    let mut found = vec![];
    let mut rest = code;
    while let Some(at) = rest.find("\npub ") {
        rest = &rest[at + "\npub ".len()..];
        let (kind, item) = rest.split_once(' ').unwrap();
        match kind {
            "use" => {
                let paths = item.split_once(';').unwrap().0;
                let names = paths.split_once('{').map_or_else(
                    || paths.rsplit("::").next().unwrap(),
                    |(_, list)| list.strip_suffix('}').expect("one list a line of use"),
                );
                let names = names.split(',').map(str::trim).filter(|name| !name.is_empty());
                found.extend(names.map(|name| format!("{module}::{name}")));
            }
            "fn" | "struct" | "enum" | "const" | "type" | "trait" => {
                let name: String = item.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                found.push(format!("{module}::{name}"));
            }
            _ => {}
        }
    }
    found
}

fn kept() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/surface.txt")
}

#[test]
fn what_is_public_is_what_was_agreed() {
    let agreed = std::fs::read_to_string(kept()).unwrap_or_default();
    let (agreed, now): (Vec<&str>, String) = (agreed.lines().collect(), surface());
    let now: Vec<&str> = now.lines().collect();
    let gone: Vec<_> = agreed.iter().filter(|item| !now.contains(item)).collect();
    let new: Vec<_> = now.iter().filter(|item| !agreed.contains(item)).collect();
    assert!(
        gone.is_empty() && new.is_empty(),
        "gone: {gone:?}, new: {new:?}; if it is meant: `{BLESS}`, and a line in the changelog"
    );
}

#[test]
#[ignore = "rewrites tests/surface.txt"]
fn bless() {
    assert!(std::env::var_os("CI").is_none(), "the surface is not blessed under CI");
    std::fs::write(kept(), surface()).unwrap();
}

#[test]
fn items_are_found_in_every_form() {
    let code = "//! x\npub use cut::{tokens, words};\npub use a::B;\npub(crate) use c::D;\npub fn align(\npub struct Link {\nfn pub_less() {}\n";
    assert_eq!(public("m", code), ["m::tokens", "m::words", "m::B", "m::align", "m::Link"]);
    assert_eq!(modules("#[doc(hidden)]\npub mod cli;\npub mod read;\nmod text;").collect::<Vec<_>>(), ["read"]);
}
