//! Ordinals in words and in figures: "vingtième" is "20e". Those of Russian, Arabic and Chinese are in [`places`].
//!
//! ```text
//! vingt-et-unième = 21e      twenty-first = 21st      vigésimo octavo = 28º      première = 1re, not 1er
//! ```
//!
//! The last part of an ordinal gives away what it is; what stands before it is a [number in words](super::numerals). Gender is part
//! of an ordinal, so that "premier" and "première" stay two words. `O(n)` in words.
//!
//! Incomplete: "second" in French and Spanish, which is a word of its own; Roman figures (`XXe`).

use super::numerals::{cardinal, number_in_words};
use super::{Language, places};
use crate::text::lower;

/// A place in a row, with the gender that its ending shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ordinal {
    value: u32,
    ending: Ending,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// "20e", "20th", "premier", "vigésimo".
    Plain,
    /// "1re", "20ª", "première", "vigésima".
    Feminine,
    /// "3er", "tercer", before a Spanish noun.
    Short,
}

impl Ordinal {
    /// The place: 21 of "vingt-et-unième".
    pub(crate) fn value(self) -> u32 {
        self.value
    }

    /// A comparison form that no word has.
    pub(crate) fn key(self) -> String {
        let ending = match self.ending {
            Ending::Plain => "",
            Ending::Feminine => "ª",
            Ending::Short => "er",
        };
        format!("{}.{ending}", self.value)
    }
}

/// Whether `text` is the ending of an ordinal in figures, set apart: "e" of "57 e", "th".
pub(crate) fn is_ordinal_ending(text: &str) -> bool {
    matches!(text, "e" | "er" | "ère" | "o" | "th" | "st" | "nd" | "rd" | "ª" | "º")
}

/// "20e", "20ème", "1re", "21st", "20º", "20.ª".
pub(crate) fn ordinal_figure(text: &str, language: Language) -> Option<Ordinal> {
    if matches!(language, Language::Ru | Language::Ar | Language::Zh) {
        return places::in_figures(text, language).map(|value| Ordinal { value, ending: Ending::Plain });
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let value = text[..digits].parse().ok()?;
    let ending = match (language, &text[digits..]) {
        (Language::Fr, "er") if value == 1 => Ending::Plain,
        (Language::Fr, "re" | "ère" | "ere") if value == 1 => Ending::Feminine,
        (Language::Fr, "e" | "ème" | "ᵉ") if value > 1 => Ending::Plain,
        (Language::En, "st" | "nd" | "rd" | "th") | (Language::Es, "º" | ".º" | "°" | ".°" | "o") => Ending::Plain,
        (Language::Es, "ª" | ".ª" | "a") => Ending::Feminine,
        (Language::Es, "er") => Ending::Short,
        _ => return None,
    };
    Some(Ordinal { value, ending })
}

/// "vingt-et-unième", "twenty-first", "vigésimo octavo": words joined by spaces or hyphens.
pub(crate) fn ordinal_word(text: &str, language: Language) -> Option<Ordinal> {
    if !may_be_ordinal(text, language) {
        return None;
    }
    let lower = lower(text);
    match language {
        Language::En => english(&lower),
        Language::Fr => french(&lower),
        Language::Es => spanish(&lower),
        _ => places::in_words(&lower, language).map(|value| Ordinal { value, ending: Ending::Plain }),
    }
}

/// Whether `text` ends as ordinals in words do: cheap, since every word comes here.
pub(crate) fn may_be_ordinal(text: &str, language: Language) -> bool {
    // One by one, so that the compiler compares each at once.
    let ends = |ending: &str| text.ends_with(ending);
    match language {
        Language::En => {
            ends("th") || ends("first") || ends("second") || ends("third") || ends("First") || ends("Second") || ends("Third")
        }
        Language::Fr => ends("ième") || ends("premier") || ends("première") || ends("Premier") || ends("Première"),
        Language::Es => ends("o") || ends("a") || ends("er"),
        _ => places::may_be(text, language),
    }
}

/// "39th", "39e", "39ª": of a session or a meeting, which is feminine in French and Spanish.
pub(crate) fn ordinal_in_figures(value: u32, language: Language) -> String {
    if matches!(language, Language::Ru | Language::Ar | Language::Zh) {
        return places::figures(value, language, false);
    }
    let ending = match (language, value % 100, value % 10) {
        (Language::Fr, ..) if value == 1 => "re",
        (Language::Fr, ..) => "e",
        (Language::Es, ..) => "ª",
        (Language::En, 11..=13, _) => "th",
        (Language::En, _, 1) => "st",
        (Language::En, _, 2) => "nd",
        (Language::En, _, 3) => "rd",
        _ => "th",
    };
    format!("{value}{ending}")
}

/// "8th", "8e", "8-е": of a meeting, which is neuter in Russian.
pub(crate) fn meeting_in_figures(value: u32, language: Language) -> String {
    if language == Language::Ru { format!("{value}-е") } else { ordinal_in_figures(value, language) }
}

/// "sixty-eighth", "soixante-huitième", "sexagésimo octavo", as before "session" and "período"; in figures from a hundred on.
pub(crate) fn ordinal_in_words(value: u32, language: Language) -> String {
    // The one spelling that is read back as this place: units of the language's own tables, joined as it joins them.
    let (tens, unit) = (value / 10 * 10, value % 10);
    let said = match language {
        _ if value == 0 || value > 99 => None,
        Language::En => english_words(tens, unit),
        Language::Fr if value == 1 => Some("première".to_owned()),
        Language::Fr => french_words(value),
        Language::Es => spanish_words(value),
        _ => places::words(value, language, false),
    };
    said.unwrap_or_else(|| ordinal_in_figures(value, language))
}

/// "39th", "39e", "39º": of what is counted by itself, a part or an article, which is masculine in French and Spanish.
pub(crate) fn place_in_figures(value: u32, language: Language) -> String {
    match language {
        Language::Fr if value == 1 => "1er".to_owned(),
        Language::Es => format!("{value}º"),
        Language::Ru => places::figures(value, language, true),
        _ => ordinal_in_figures(value, language),
    }
}

/// "third", "troisième", "tercero", of the same.
pub(crate) fn place_in_words(value: u32, language: Language) -> String {
    match language {
        _ if value == 0 || value > 99 => place_in_figures(value, language),
        Language::Fr if value == 1 => "premier".to_owned(),
        Language::Ru => places::words(value, language, true).unwrap_or_else(|| place_in_figures(value, language)),
        Language::Es => {
            let said = ordinal_in_words(value, language);
            // The short forms stand before a noun only.
            let shortened = ["primer", "tercer"].iter().any(|short| said.ends_with(short));
            if shortened { said + "o" } else { said }
        }
        _ => ordinal_in_words(value, language),
    }
}

fn english_words(tens: u32, unit: u32) -> Option<String> {
    const UNITS: [&str; 20] = [
        "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
        "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    ];
    if tens < 20 {
        return Some(UNITS[(tens + unit) as usize].to_owned());
    }
    let tens = cardinal(tens, Language::En)?;
    Some(if unit == 0 { format!("{}ieth", tens.trim_end_matches('y')) } else { format!("{tens}-{}", UNITS[unit as usize]) })
}

fn french_words(value: u32) -> Option<String> {
    let one = |value: u32| cardinal(value, Language::Fr).map(str::to_owned);
    let small = |value: u32| one(value).or_else(|| Some(format!("dix-{}", one(value - 10)?)));
    let said = match value {
        ..20 => small(value)?,
        80..=99 if value > 80 => format!("quatre-vingt-{}", small(value - 80)?),
        80 => "quatre-vingt".to_owned(),
        _ => {
            let tens = if value < 70 { value / 10 * 10 } else { 60 };
            let head = if tens == 20 { "vingt".to_owned() } else { one(tens)? };
            match value - tens {
                0 => head,
                rest @ (1 | 11) => format!("{head} et {}", small(rest)?),
                rest => format!("{head}-{}", small(rest)?),
            }
        }
    };
    let stem = match said
        .strip_suffix("cinq")
        .map(|head| format!("{head}cinqu"))
        .or_else(|| Some(format!("{}neuv", said.strip_suffix("neuf")?)))
    {
        Some(stem) => stem,
        None => said.trim_end_matches('e').to_owned(),
    };
    Some(format!("{stem}ième"))
}

fn spanish_words(value: u32) -> Option<String> {
    let stem = |value: u32| SPANISH.iter().find(|&&(_, known)| known == value).map(|&(stem, _)| stem);
    // "primer", "tercer" before their noun.
    let ended = |stem: &str| if stem.ends_with("er") { stem.to_owned() } else { format!("{stem}o") };
    stem(value).map(ended).or_else(|| Some(format!("{}o {}", stem(value / 10 * 10)?, ended(stem(value % 10)?))))
}

fn split_last(text: &str) -> (&str, &str) {
    text.rfind([' ', '-', '\u{2010}', '\u{2011}', '\u{A0}']).map_or(("", text), |at| {
        let (head, last) = text.split_at(at);
        (head, last.trim_start_matches([' ', '-', '\u{2010}', '\u{2011}', '\u{A0}']))
    })
}

fn english(text: &str) -> Option<Ordinal> {
    const IRREGULAR: [(&str, &str); 7] = [
        ("first", "one"),
        ("second", "two"),
        ("third", "three"),
        ("fifth", "five"),
        ("eighth", "eight"),
        ("ninth", "nine"),
        ("twelfth", "twelve"),
    ];
    let (head, last) = split_last(text);
    // The hyphen before it may be lost: "seventyninth".
    let irregular = |(ordinal, cardinal): &(&str, &str)| Some(format!("{}{cardinal}", last.strip_suffix(ordinal)?));
    let cardinal = IRREGULAR.iter().find_map(irregular).or_else(|| {
        let last = last.strip_suffix("th")?;
        Some(last.strip_suffix("ie").map_or_else(|| last.to_owned(), |tens| format!("{tens}y")))
    })?;
    value(head, &cardinal, Language::En, Ending::Plain)
}

fn french(text: &str) -> Option<Ordinal> {
    match text {
        "premier" => return Some(Ordinal { value: 1, ending: Ending::Plain }),
        "première" => return Some(Ordinal { value: 1, ending: Ending::Feminine }),
        _ => {}
    }
    let (head, last) = split_last(text);
    let stem = last.strip_suffix("ième")?;
    // The hyphen before it may be lost, so its end is looked at: "soixantedouzième".
    let cardinal = if stem.ends_with("cinqu") {
        stem.trim_end_matches('u').to_owned()
    } else if let Some(head) = stem.strip_suffix("neuv") {
        format!("{head}neuf")
    } else if ["quatr", "nz", "uz", "iz", "orz", "ant", "trent", "mill"].iter().any(|end| stem.ends_with(end)) {
        format!("{stem}e")
    } else {
        stem.to_owned()
    };
    value(head, &cardinal, Language::Fr, Ending::Plain)
}

fn value(head: &str, cardinal: &str, language: Language, ending: Ending) -> Option<Ordinal> {
    // "vingt-cents" is no number: the cardinal has to be one word by itself first.
    number_in_words(cardinal, language)?;
    let value = number_in_words(format!("{head} {cardinal}").trim(), language)?;
    Some(Ordinal { value, ending })
}

fn spanish(text: &str) -> Option<Ordinal> {
    let mut value = 0;
    let mut ending = Ending::Plain;
    for word in text.split_whitespace() {
        let (stem, found) = match word {
            // "primer", "decimotercer"
            _ if word.ends_with("er") => (word, Ending::Short),
            _ => match (word.strip_suffix('o'), word.strip_suffix('a')) {
                (Some(stem), _) => (stem, Ending::Plain),
                (_, Some(stem)) => (stem, Ending::Feminine),
                _ => return None,
            },
        };
        let part = spanish_part(stem).or_else(|| spanish_compound(stem))?;
        // Tens before units: "vigésimo octavo".
        if value != 0 && (value % 10 != 0 || part > 9) {
            return None;
        }
        (value, ending) = (value + part, found);
    }
    (value > 0).then_some(Ordinal { value, ending })
}

fn spanish_part(stem: &str) -> Option<u32> {
    SPANISH.iter().find(|(known, _)| *known == stem).map(|&(_, value)| value)
}

/// "vigesimoprimer", "trigesimoctav": tens and units in one word.
fn spanish_compound(stem: &str) -> Option<u32> {
    let plain = stem.replace("gésim", "gesim");
    let (tens, unit) = plain.split_once("gesim").map(|(tens, unit)| (format!("{tens}gésim"), unit))?;
    let tens = spanish_part(&tens)?;
    let unit = spanish_part(unit).or_else(|| spanish_part(unit.strip_prefix(['o', 'a'])?))?;
    (unit < 10).then_some(tens + unit)
}

#[rustfmt::skip]
const SPANISH: &[(&str, u32)] = &[
    ("primer", 1), ("segund", 2), ("tercer", 3), ("cuart", 4), ("quint", 5), ("sext", 6), ("séptim", 7), ("octav", 8), ("noven", 9),
    ("décim", 10), ("undécim", 11), ("duodécim", 12), ("decimotercer", 13), ("decimocuart", 14), ("decimoquint", 15),
    ("decimosext", 16), ("decimoséptim", 17), ("decimoctav", 18), ("decimonoven", 19), ("vigésim", 20), ("trigésim", 30),
    ("cuadragésim", 40), ("quincuagésim", 50), ("sexagésim", 60), ("septuagésim", 70), ("octogésim", 80), ("nonagésim", 90),
    ("centésim", 100),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_in_words_are_those_in_figures() {
        let cases = [
            (Language::Fr, "vingtième", "20e"),
            (Language::Fr, "Vingt-et-unième", "21ème"),
            (Language::Fr, "soixante-dix-neuvième", "79e"),
            (Language::Fr, "quatre-vingtième", "80e"),
            (Language::Fr, "première", "1re"),
            (Language::Fr, "premier", "1er"),
            (Language::En, "twentieth", "20th"),
            (Language::En, "seventy-second", "72nd"),
            (Language::En, "twelfth", "12th"),
            (Language::Es, "vigésimo octavo", "28º"),
            (Language::Es, "tercer", "3er"),
            (Language::Es, "vigésima", "20.ª"),
            (Language::Es, "vigesimoctavo", "28º"),
            (Language::Es, "trigesimoprimera", "31ª"),
            (Language::Fr, "soixantedouzième", "72e"),
            (Language::Fr, "soixante-dixhuitième", "78e"),
            (Language::Fr, "vingtetunième", "21e"),
            (Language::En, "seventyninth", "79th"),
        ];
        for (language, words, figure) in cases {
            assert_eq!(ordinal_word(words, language), ordinal_figure(figure, language), "{words}");
            assert!(ordinal_word(words, language).is_some(), "{words}");
        }
    }

    #[test]
    fn an_ordinal_that_is_said_is_read_back() {
        for language in Language::ALL {
            for value in 1..=99 {
                let said = ordinal_in_words(value, language);
                let read = ordinal_word(&said, language).map(Ordinal::value);
                assert_eq!(read, Some(value), "{said}");
            }
        }
        assert_eq!(ordinal_in_words(68, Language::Fr), "soixante-huitième");
        assert_eq!(ordinal_in_words(71, Language::Fr), "soixante et onzième");
        assert_eq!(ordinal_in_words(79, Language::Fr), "soixante-dix-neuvième");
        assert_eq!(ordinal_in_words(81, Language::Fr), "quatre-vingt-unième");
        assert_eq!(ordinal_in_words(68, Language::Es), "sexagésimo octavo");
        assert_eq!(ordinal_in_words(72, Language::En), "seventy-second");
        assert_eq!(["1st", "12th", "23rd"].map(str::to_owned), [1, 12, 23].map(|value| ordinal_in_figures(value, Language::En)));
    }

    #[test]
    fn other_words_are_no_ordinals() {
        for (language, word) in [
            (Language::Fr, "une quatrième"),
            (Language::En, "health"),
            (Language::En, "north"),
            (Language::Fr, "crème"),
            (Language::Es, "Estado"),
        ] {
            assert_eq!(ordinal_word(word, language), None, "{word}");
        }
        assert_ne!(ordinal_word("premier", Language::Fr), ordinal_word("première", Language::Fr));
        assert_eq!(ordinal_figure("20e", Language::En), None);
    }
}
