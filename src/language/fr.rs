//! French.

use super::Lexicon;

pub(super) static LEXICON: Lexicon = Lexicon {
    function_words: &[
        "le", "la", "les", "des", "du", "de", "et", "en", "à", "au", "aux", "que", "qui", "dans", "pour", "par", "sur", "une",
        "un", "l", "d", "ses", "leur", "ainsi", "avec", "ce", "son", "sa", "est", "ou",
    ],
    preambular: &[],
    operative: &[],
    enacting: &[],
    months: [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    annex: &["annexe", "appendice"],
    adopted: &["adoptée"],
};
