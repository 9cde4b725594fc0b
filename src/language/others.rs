//! Languages that rature does not read, told by their small words or their letters, so that it can say so.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::Language;
use super::script::{Script, script};
use crate::text::lower;

/// Small words of some languages that have letters in common with those that are read.
const OTHERS: [&[&str]; 14] = [
    // Portuguese
    &[
        "a", "ao", "as", "com", "da", "das", "de", "do", "dos", "e", "em", "na", "no", "não", "o", "os", "para", "pela", "que",
        "são", "um", "uma",
    ],
    // Italian
    &[
        "che", "con", "degli", "dei", "del", "della", "delle", "di", "e", "gli", "i", "il", "in", "la", "le", "nel", "non",
        "per", "sono", "una",
    ],
    // German
    &[
        "auf", "das", "dem", "den", "der", "des", "die", "ein", "eine", "für", "im", "ist", "mit", "nicht", "und", "von",
        "werden", "zu", "zur",
    ],
    // Dutch
    &["aan", "als", "dat", "de", "een", "en", "het", "in", "met", "niet", "op", "te", "van", "voor", "worden", "zijn"],
    // Romanian
    &["al", "ale", "care", "cu", "de", "din", "este", "în", "la", "nu", "pe", "pentru", "prin", "să", "se", "și", "un"],
    // Catalan
    &["als", "amb", "de", "del", "dels", "el", "els", "i", "la", "les", "no", "per", "que", "són", "una"],
    // Polish
    &["do", "i", "jest", "na", "nie", "o", "od", "oraz", "po", "przez", "się", "w", "z", "za", "że"],
    // Czech
    &["a", "do", "je", "jsou", "na", "nebo", "o", "pro", "s", "se", "v", "ve", "z", "za", "že"],
    // Swedish, Danish, Norwegian
    &[
        "af", "att", "av", "det", "en", "er", "et", "ett", "för", "for", "i", "och", "og", "om", "på", "på", "som", "til",
        "till", "är",
    ],
    // Finnish
    &["että", "ja", "joka", "jotka", "mukaan", "on", "ovat", "sekä", "tai"],
    // Hungarian
    &["a", "az", "egy", "és", "hogy", "is", "nem", "vagy"],
    // Turkish
    &["bir", "bu", "da", "de", "için", "ile", "olan", "olarak", "ve", "veya"],
    // Indonesian, Malay
    &["dan", "dalam", "dengan", "di", "ini", "itu", "kepada", "oleh", "pada", "untuk", "yang"],
    // Swahili
    &["katika", "kwa", "la", "na", "ni", "ya", "za", "wa", "kuwa"],
];

/// The languages that have a small word, by their places in the list.
static OF_WORD: LazyLock<FxHashMap<&str, Vec<usize>>> = LazyLock::new(|| {
    let mut of_word: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (at, word) in OTHERS.iter().enumerate().flat_map(|(at, words)| words.iter().map(move |word| (at, *word))) {
        let languages = of_word.entry(word).or_default();
        if languages.last() != Some(&at) {
            languages.push(at);
        }
    }
    of_word
});

/// How many words are looked at.
const ENOUGH: usize = 400;

/// Whether `text` is in none of the languages that are read: its letters are of another script, or small words of another language are
/// more frequent in it. A short text, or a list of names, is not doubted.
pub(crate) fn is_unknown(text: &str) -> bool {
    match script(text) {
        Script::Known(_) => false,
        Script::Unknown => true,
        Script::Latin => is_other(text),
    }
}

/// Whether small words of another language are more frequent in a text of Latin letters.
pub(super) fn is_other(text: &str) -> bool {
    const FEWEST: usize = 30;
    let words: Vec<_> =
        text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).take(ENOUGH).map(lower).collect();
    let known =
        Language::ALL.map(|language| words.iter().filter(|word| language.lexicon().function_words.contains(word)).count());
    let mut other = [0; OTHERS.len()];
    for at in words.iter().filter_map(|word| OF_WORD.get(&**word)).flatten() {
        other[*at] += 1;
    }
    let (known, other) = (known.into_iter().max().unwrap_or(0), other.into_iter().max().unwrap_or(0));
    words.len() >= FEWEST && other > known
}
