//! What the program makes of the fixtures, compared byte for byte with `golden/`, as `rature check` does it.
//!
//! Every folder under `fixtures/` is one resolution through the years, with a rature.toml. `cargo bless` accepts what is made now;
//! read its diff.

use std::path::{Path, PathBuf};

use rature::project::{Project, bless, check, load, plain};

/// The folders in `folder`, by name.
fn folders(folder: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let Ok(entries) = std::fs::read_dir(root) else { return vec![] };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_dir()).collect();
    paths.sort();
    paths
}

fn families() -> Vec<Project> {
    let goldens = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden");
    let load = |folder: PathBuf| load(&folder.join("rature.toml")).unwrap_or_else(|error| panic!("{error}")).outputs_in(&goldens);
    folders("fixtures").into_iter().map(load).collect()
}

#[test]
fn the_goldens_are_what_the_program_makes() {
    let families = families();
    assert!(!families.is_empty(), "no family under fixtures/");
    let outcomes: Vec<_> = families.iter().map(|project| check(project).unwrap_or_else(|error| panic!("{error}")).0).collect();
    let told: String = outcomes.iter().filter(|outcome| !outcome.faults.is_empty()).map(plain).collect();
    assert!(told.is_empty(), "\n{told}if this is right: `cargo bless`, and read the diff of golden/");
}

#[test]
fn every_family_and_no_other_has_goldens() {
    let names = |folder| folders(folder).iter().map(|path| path.file_name().expect("a name").to_owned()).collect::<Vec<_>>();
    assert_eq!(names("golden"), names("fixtures"), "a folder of golden/ that no family makes, or a family without goldens");
    for (project, name) in families().iter().zip(names("fixtures")) {
        assert_eq!(project.series(), name.to_string_lossy(), "a series is called as its folder");
    }
}

#[test]
#[ignore = "rewrites golden/: `cargo bless`"]
fn bless_all() {
    assert!(std::env::var_os("CI").is_none(), "goldens are not blessed under CI");
    for project in families() {
        bless(&project).unwrap_or_else(|error| panic!("{error}"));
    }
}
