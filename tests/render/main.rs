//! What the renderers make of redlines written by hand.

mod sample;

use rature::language::Language;
use rature::render::{TerminalOptions, redline_html, redline_terminal};
use rature::report::Context;

#[test]
fn draft() {
    let r = sample::shown(sample::EVERYTHING, |_| {});
    std::fs::write("/tmp/render/en.html", redline_html(&r)).unwrap();
    std::fs::write("/tmp/render/en.txt", redline_terminal(&r, TerminalOptions::default())).unwrap();
    let r = sample::shown(sample::EVERYTHING, |o| {
        o.language = Some(Language::Fr);
        o.context = Context::All
    });
    std::fs::write("/tmp/render/fr.html", redline_html(&r)).unwrap();
    std::fs::write("/tmp/render/fr.txt", redline_terminal(&r, TerminalOptions::default())).unwrap();
}
