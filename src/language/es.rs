//! Spanish.

use super::Lexicon;

pub(super) static LEXICON: Lexicon = Lexicon {
    function_words: &[
        "el", "la", "los", "las", "de", "del", "y", "en", "a", "al", "que", "para", "por", "con", "una", "un", "su", "sus", "se",
        "como", "lo", "o", "esta", "este", "es", "e", "sobre",
    ],
    preambular: &[],
    operative: &[],
    enacting: &[],
    months: [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    annex: &["anexo", "apéndice"],
    adopted: &["aprobada", "adoptada"],
};
