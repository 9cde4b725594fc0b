//! The JSON Schemas under `schema/` are those of the types. They are made in tests alone: no program needs the crate that makes them.

use std::path::{Path, PathBuf};

fn made() -> impl Iterator<Item = (PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema");
    let forms = crate::render::schemas().into_iter().chain([("rature-toml", crate::project::schema())]);
    forms.map(move |(name, schema)| (folder.join(format!("{name}.schema.json")), schema))
}

#[test]
fn the_schemas_are_those_of_the_types() {
    for (path, schema) in made() {
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == schema, "{} is not what the types say: `cargo bless-schemas`, and read the change", path.display());
    }
}

#[test]
#[ignore = "rewrites schema/"]
fn bless() {
    assert!(std::env::var_os("CI").is_none(), "schemas are not blessed under CI");
    for (path, schema) in made() {
        std::fs::write(path, schema).unwrap();
    }
}
