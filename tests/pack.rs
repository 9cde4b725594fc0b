//! What goes out without this repository, the pack of the program and the crate, holds what its pages lead to.

use std::path::Path;

/// What the links and pictures of a page lead to, but for the web and for places of the page itself.
fn targets(page: &str) -> Vec<&str> {
    let links = page.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
    let targets = links.map(|(target, _)| target.split('#').next().unwrap_or_default());
    targets.filter(|target| !target.is_empty() && !target.contains(':')).collect()
}

/// The script needs a shell.
#[cfg(unix)]
#[test]
fn every_link_of_what_is_packed_leads_somewhere() {
    use std::process::Command;

    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pack");
    let _ = std::fs::remove_dir_all(&folder);
    let packed = || Command::new("bash").arg(root.join(".ci/documents")).arg(&folder).output().unwrap();
    let done = packed();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    // What the guide walks through.
    for file in ["docs/guide.md", "docs/guide/ASP-19.pdf", "docs/guide/ASP-20.pdf", "docs/guide/page.png", "docs/guide/word.png"]
    {
        assert!(folder.join(file).is_file(), "{file}");
    }
    std::fs::write(folder.join("docs/new.md"), "[there](guide.md#2-look) [web](https://example.org) ![not there](gone.png)")
        .unwrap();
    let said = packed();
    assert!(!said.status.success());
    assert_eq!(String::from_utf8_lossy(&said.stderr), "docs/new.md: gone.png leads nowhere in the pack\n");
}

#[test]
fn the_readme_leads_to_what_the_crate_holds() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest: toml::Table = std::fs::read_to_string(root.join("Cargo.toml")).unwrap().parse().unwrap();
    let left_out: Vec<&str> = manifest["package"]["exclude"].as_array().unwrap().iter().filter_map(toml::Value::as_str).collect();
    let readme = std::fs::read_to_string(root.join("README.md")).unwrap();
    let targets = targets(&readme);
    assert!(targets.len() > 10, "{targets:?}");
    for target in targets {
        assert!(root.join(target).exists(), "{target} leads nowhere");
        assert!(!left_out.iter().any(|folder| format!("/{target}").starts_with(folder)), "{target} is not in the crate");
    }
}

/// A tag of an action can be moved to other code; a commit cannot.
#[test]
fn every_action_is_named_by_its_commit() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let pages = [".github/workflows/release.yml", "action.yml", "docs/git.md"]
        .map(|page| std::fs::read_to_string(root.join(page)).unwrap());
    let used: Vec<&str> =
        pages.iter().flat_map(|page| page.split("uses: ").skip(1)).filter_map(|rest| rest.lines().next()).collect();
    // Our own is named by its version, which its reader fills in.
    let used: Vec<&str> = used.into_iter().filter(|action| !action.starts_with("YOUR-")).collect();
    assert!(used.len() > 6, "{used:?}");
    for action in used {
        let (commit, version) =
            action.split_once('@').and_then(|(_, at)| at.split_once(" # v")).unwrap_or_else(|| panic!("{action}"));
        assert!(commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit()), "{action}");
        assert!(version.split('.').count() == 3, "{action}");
    }
}

#[test]
fn the_python_package_has_the_version_of_the_library() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let binding: toml::Table = std::fs::read_to_string(root.join("bindings/python/Cargo.toml")).unwrap().parse().unwrap();
    assert_eq!(binding["package"]["version"].as_str(), Some(env!("CARGO_PKG_VERSION")));
}
