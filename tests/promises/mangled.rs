//! Texts that look like resolutions and are none.

use proptest::prelude::*;

/// Lines that look like the pieces of a resolution, in any order.
pub fn mangled() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just("L’Assemblée des États Parties,".to_owned()),
        Just("The General Assembly,".to_owned()),
        Just("Annexe I".to_owned()),
        Just("\u{c}".to_owned()),
        Just("_________".to_owned()),
        Just("14-67605 (F)".to_owned()),
        (1..60_u32).prop_map(|n| format!("{n}. Prie le Bureau de coo-")),
        (1..60_u32).prop_map(|n| format!("{n} Voir ICC-ASP/20/{n}.")),
        (1..60_u32).prop_map(|n| format!("pération{n}, en 2007{n}, la coopération {n} , et[^{n}] ou {n}")),
        "[a-z]\\) [a-zéà’'\\-]{1,20}",
        "\\PC{0,60}",
        "[ \\t\u{a0}\u{202f}\u{ad}\u{1}]{0,6}[A-Za-z,;\\-/¹²]{0,30}",
    ];
    (proptest::collection::vec(line, 0..40), prop_oneof![Just("\n"), Just("\n\n"), Just("\r\n")])
        .prop_map(|(lines, end)| lines.join(end))
}
