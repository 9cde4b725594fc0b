//! Links the program for Linux at a fixed address.
//!
//! Its tables (entities of HTML, glyphs of PDF) hold some 34,000 addresses. At an address chosen at each start the loader writes them
//! all before the first line of `main` runs, which takes as long as a tenth of a redline; at a fixed one the linker has.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let target = |what: &str| env::var(format!("CARGO_CFG_TARGET_{what}")).unwrap_or_default();
    if target("OS") == "linux" && target("ENV") == "gnu" && target("ARCH") == "x86_64" {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
