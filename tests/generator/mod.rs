//! Made-up resolutions: paragraphs of phrases that real ones have, and dice that fall the same everywhere.

// Each test that uses them leaves some.
#![allow(dead_code)]

/// Steele, Lea and Flood's `SplitMix64`: small, and the same everywhere.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n as u64).unwrap()
    }

    pub(crate) fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    pub(crate) fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }

    /// A word that is in no dictionary, so that a paragraph has something of its own.
    pub(crate) fn name(&mut self) -> String {
        let parts = ["ka", "lo", "mi", "ren", "tus", "bar", "sol", "ve", "dan", "ir", "po", "gal", "ne", "stu", "wan", "que"];
        let mut name: String = (0..2 + self.below(2)).map(|_| self.pick(&parts)).collect();
        name[..1].make_ascii_uppercase();
        name
    }
}

pub(crate) const VERBS: &[&str] =
    &["Recalls", "Urges", "Invites", "Requests", "Welcomes", "Encourages", "Notes", "Stresses", "Decides", "Commends", "Affirms"];
pub(crate) const ACTORS: &[&str] = &[
    "States parties", "the Registrar", "the Secretariat", "the working group", "civil society", "the Bureau",
    "regional organizations", "the Committee", "the host country", "donors", "parliaments", "the focal points", "judges",
    "the Presidency", "universities", "the private sector", "local authorities", "the oversight body",
];
pub(crate) const ACTS: &[&str] = &[
    "strengthen", "review", "fund", "consider", "promote", "share", "renew", "assess", "publish", "translate", "monitor",
    "simplify", "harmonize", "prevent", "extend", "verify", "finance", "document",
];
pub(crate) const OBJECTS: &[&str] = &[
    "the protection of witnesses",
    "voluntary contributions",
    "technical assistance",
    "the budget proposal",
    "training programmes",
    "national legislation",
    "the exchange of information",
    "early warning systems",
    "relocation agreements",
    "access to water",
    "the annual questionnaire",
    "gender balance",
    "the archives",
    "outreach activities",
    "arrest strategies",
    "the pension scheme",
    "maritime surveys",
    "seed banks",
    "the detention unit",
    "interpretation services",
    "asset recovery",
    "the code of conduct",
    "forensic laboratories",
    "school meals",
    "satellite imagery",
    "the reparations order",
    "biennial audits",
    "safe passage",
    "vaccination campaigns",
    "the staff rules",
    "customs controls",
    "coral reefs",
];
pub(crate) const MANNERS: &[&str] = &[
    "without delay",
    "at its next session",
    "within existing resources",
    "as appropriate",
    "by the end of the year",
    "through open consultations",
    "in all six languages",
    "on a yearly basis",
    "in full transparency",
    "wherever possible",
    "before the review conference",
    "under its supervision",
    "at the regional level",
    "by secret ballot",
];

fn clause(dice: &mut Dice) -> String {
    let (actor, act, object, other) = (dice.pick(ACTORS), dice.pick(ACTS), dice.pick(OBJECTS), dice.pick(OBJECTS));
    let (manner, name, count) = (dice.pick(MANNERS), dice.name(), 2 + dice.below(90));
    match dice.below(5) {
        0 => format!("{actor} to {act} {object} and {other} {manner}, as set out in the {name} Declaration"),
        1 => format!(
            "that {object} remain a concern of {actor}, who should {act} {other} with {count} experts from {name} {manner}"
        ),
        2 => format!("{manner} the efforts of {actor} in {name} to {act} {object}, including {other}"),
        3 => format!("the {name} Initiative on {object}, which allows {actor} to {act} {other} {manner}"),
        _ => format!("{actor}, in particular those of {name}, to provide {count} reports on how they {act} {object} and {other}"),
    }
}

pub(crate) fn paragraph(dice: &mut Dice) -> String {
    let clauses: Vec<String> = (0..2 + dice.below(2)).map(|_| clause(dice)).collect();
    format!("{} {};", dice.pick(VERBS), clauses.join(", and further encourages "))
}
