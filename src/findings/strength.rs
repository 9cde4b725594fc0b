//! How strong the verb of a paragraph is, on a coarse scale.
//!
//! ```text
//! asks        1 invites, encourages   2 requests, calls upon, recommends   3 urges            4 demands, decides
//! approves    0 notes, takes note     1 acknowledges, takes note with interest   2 … with appreciation, welcomes   3 endorses, approves
//! criticizes  0 notes, takes note     1 expresses concern, regrets         2 deplores         3 condemns
//! ```
//!
//! The United Nations has no official scale, which the first of these sources says outright; the steps are where the sources agree, and verbs on
//! which they differ share a step:
//!
//! - Legal Response International, *Legal interpretation of verbs* (28 November 2010), *Definitions of verbs used in COP decisions* (4
//!   December 2010): "decides" and "agrees" are the strongest, "urges" and "requests" leave discretion, "urges" is stronger than "recommends".
//! - J. S. Gruenberg, *An Analysis of United Nations Security Council Resolutions*, 41 Case W. Res. J. Int'l L. 513 (2009): from weak to
//!   strong, calls upon, recommends, requests, urges, warns, demands; concerned, deplored, condemned. It puts "decides" first, since it
//!   asks how harsh a verb is to whom it names; here it is the strongest, as above.
//! - General Assembly decision 55/488, annex: "takes note of" and "notes" are neutral terms, neither approval nor disapproval.
//! - French: which verb stands for which English one, counted over 14 resolutions adopted in both ("exhorte", "invite instamment" and "prie
//!   instamment" for "urges", "prie" for "requests", "demande" for "calls upon"). Spanish follows the same meanings, and was not counted.
//!
//! An adverb makes the same verb stronger and never changes its step. Verbs of two scales are not compared, nor those that are on none
//! ("recalls", "reaffirms").

use std::cmp::Ordering;

use schemars::JsonSchema;
use serde::Serialize;

/// What a verb does, which is what its strength is compared within.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Scale {
    /// It asks somebody for something, or decides it: 1 to 4.
    Asks,
    /// It is neutral: 0, below approval and criticism alike.
    Notes,
    /// It says that something is good: 1 to 3.
    Approves,
    /// It says that something is bad: 1 to 3.
    Criticizes,
}

impl Scale {
    /// As it is written in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Asks => "asks",
            Self::Notes => "notes",
            Self::Approves => "approves",
            Self::Criticizes => "criticizes",
        }
    }
}

/// How strong a verb is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Strength {
    /// What it is compared within.
    pub scale: Scale,
    /// The step on that scale.
    pub step: u8,
    /// Whether an adverb makes it stronger: "strongly urges".
    pub intensified: bool,
}

/// The table: all words of an entry stand in the verb, each word by its beginning where it ends in `*`. The first that fits counts.
const STEPS: &[(Scale, u8, &[&str])] = &[
    // What is noted with a feeling is on the scale of the feeling.
    (Scale::Criticizes, 3, &["condemns", "condamne", "condena"]),
    (Scale::Criticizes, 2, &["deplores", "déplore", "deplora"]),
    (
        Scale::Criticizes,
        1,
        &[
            "concern*", "alarm*", "regret*", "préoccup*", "inquiè*", "inquiét*", "consterné*", "preocup*", "inquiet*", "lamenta",
            "pesar",
        ],
    ),
    (
        Scale::Approves,
        3,
        &["endorses", "approves", "adopts", "approuve", "adopte", "entérine", "fait sienne*", "aprueba", "adopta", "hace suy*"],
    ),
    (
        Scale::Approves,
        2,
        &[
            "welcomes", "commends", "congratulates", "appreciat*", "satisfaction", "gratitude", "tribute", "thanks", "supports",
            "félicite", "salue", "accueille", "apprécie", "applaudit", "hommage", "remercie", "remerciements", "gré",
            "reconnaissance", "appuie", "soutient", "soutien", "acoge", "celebra", "encomia", "felicita", "aprecio",
            "reconocimiento", "agradec*", "satisfacción", "beneplácito", "apoya", "valora",
        ],
    ),
    (Scale::Approves, 1, &["acknowledges", "interest", "intérêt", "reconnaît", "interés", "reconoce"]),
    (
        Scale::Notes,
        0,
        &["takes note", "notes", "observes", "prend note", "prend acte", "note", "constate", "toma nota", "observa"],
    ),
    (
        Scale::Asks,
        4,
        &[
            "decides", "demands", "directs", "instructs", "resolves", "décide", "exige", "enjoint", "ordonne", "charge",
            "decide", "encarga", "ordena",
        ],
    ),
    (Scale::Asks, 3, &["urges", "instamment", "exhorte", "presse", "insta", "encarecidamente"]),
    (
        Scale::Asks,
        2,
        &[
            "requests", "calls", "recommends", "asks", "appeals", "prie", "demande", "recommande", "préconise", "appelle",
            "lance appel", "pide", "solicita", "recomienda", "exhorta", "hace llamamiento",
        ],
    ),
    (Scale::Asks, 1, &["invites", "encourages", "invite", "encourage", "engage", "invita", "alienta", "anima"]),
];

/// Adverbs that change nothing of a verb's strength are no part of `verb`, which is what [`FactKind::Verb`](super::FactKind::Verb) has as
/// its value: "strongly urges", "takes note with appreciation".
pub fn strength(verb: &str) -> Option<Strength> {
    let words: Vec<&str> = verb.split(' ').map(|word| word.rsplit('\'').next().unwrap_or(word)).collect();
    let has = |wanted: &str| match wanted.strip_suffix('*') {
        Some(beginning) => words.iter().any(|word| word.starts_with(beginning)),
        None => words.contains(&wanted),
    };
    let fits = |entry: &&str| entry.split(' ').all(&has);
    let (scale, step, _) = STEPS.iter().find(|(.., entries)| entries.iter().any(&fits))?;
    Some(Strength { scale: *scale, step: *step, intensified: words.iter().any(|word| is_intensifier(word)) })
}

/// How `new` compares with `old`, where both are on one scale.
pub(super) fn compare(old: Strength, new: Strength) -> Option<Ordering> {
    let is_comparable = old.scale == new.scale
        || old.scale == Scale::Notes && new.scale != Scale::Asks
        || new.scale == Scale::Notes && old.scale != Scale::Asks;
    let order = (new.step, new.intensified).cmp(&(old.step, old.intensified));
    Some(order).filter(|order| is_comparable && order.is_ne())
}

fn is_intensifier(word: &str) -> bool {
    const INTENSIFIERS: &[&str] = &[
        "categorically", "continued", "deep", "deepest", "deeply", "firmly", "grave", "gravely", "highly", "particular",
        "profound", "serious", "solemnly", "strong", "strongly", "unequivocally", "utmost", "vehemently", "warmly",
        "catégoriquement", "chaleureusement", "énergiquement", "extrême", "extrêmement", "fermement", "fortement", "gravement",
        "instamment", "particulière", "profond", "profonde", "profondément", "solennellement", "vif", "vive", "vigoureusement",
        "vivement", "categóricamente", "encarecidamente", "enérgicamente", "firmemente", "gran", "honda", "hondo", "profunda",
        "profundamente", "profundo", "seria", "vivamente",
    ];
    INTENSIFIERS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_that_the_sources_rank_are_ranked_so() {
        let rising = [
            ["encourages", "requests", "urges", "demands"].as_slice(),
            &["invite", "prie", "exhorte", "exige"],
            &["invita", "pide", "insta", "exige"],
            &["encourages", "strongly encourages", "calls upon"],
            &["prie", "prie instamment"],
            &["takes note", "takes note with appreciation", "endorses"],
            &[
                "prend note",
                "se déclare préoccupée",
                "se déclare profondément préoccupée",
                "déplore",
                "condamne",
                "condamne fermement",
            ],
            &["toma nota", "acoge beneplácito", "hace suyo"],
        ];
        for verbs in rising {
            for pair in verbs.windows(2) {
                let [old, new] = [pair[0], pair[1]].map(|verb| strength(verb).unwrap_or_else(|| panic!("{verb}")));
                assert_eq!(compare(old, new), Some(Ordering::Greater), "{pair:?}");
                assert_eq!(compare(new, old), Some(Ordering::Less), "{pair:?}");
            }
        }
    }

    #[test]
    fn verbs_of_two_scales_and_of_one_step_are_not_compared() {
        for (old, new) in [("takes note", "requests"), ("welcomes", "condemns"), ("calls upon", "requests"), ("demande", "prie")]
        {
            let [before, after] = [old, new].map(|verb| strength(verb).expect("a verb of the table"));
            assert_eq!(compare(before, after), None, "{old} → {new}");
        }
        assert_eq!(strength("recalls"), None);
    }
}
