//! Spanish.

use super::{Lexicon, Words};

pub(super) static LEXICON: Lexicon = Lexicon {
    function_words: Words::new(&[
        "a", "al", "como", "con", "cuyo", "de", "del", "desde", "e", "el", "en", "entre", "es", "esa", "ese", "esta", "estas",
        "este", "estos", "fue", "ha", "han", "la", "las", "le", "les", "lo", "los", "ni", "o", "para", "por", "que", "se",
        "sido", "sobre", "son", "su", "sus", "un", "una", "unas", "unos", "y",
    ]),
    preambular: Words::new(&[
        "alarmada", "alarmado", "alentada", "alentado", "animada", "animado", "consciente", "conscientes", "convencida",
        "convencido", "decidida", "decidido", "determinada", "determinado", "firmemente", "gravemente", "guiada", "guiado",
        "inspirada", "inspirado", "muy", "preocupada", "preocupado", "profundamente", "resuelta", "resuelto", "sumamente",
        "vivamente",
    ]),
    preambular_endings: &["ando", "iendo", "yendo", "ándose", "iéndose", "ándole"],
    operative: Words::new(&[
        "acepta", "acoge", "adopta", "afirma", "agradece", "alienta", "anima", "apoya", "aprueba", "autoriza", "celebra",
        "condena", "confirma", "considera", "conviene", "decide", "declara", "deplora", "destaca", "encarga", "encomia",
        "establece", "exhorta", "exige", "expresa", "felicita", "hace", "insiste", "insta", "invita", "lamenta", "manifiesta",
        "nombra", "observa", "ordena", "pide", "pone", "proclama", "reafirma", "rechaza", "recomienda", "reconoce", "recuerda",
        "reitera", "renueva", "respalda", "señala", "solicita", "subraya", "toma", "valora",
    ]),
    articles: &["la", "el", "los", "las"],
    bodies: &[
        "asamblea", "comisión", "comité", "conferencia", "congreso", "consejo", "estados partes", "junta", "mesa", "parlamento",
        "reunión",
    ],
    months: [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
        "diciembre",
    ],
    before_years: &["en", "de", "desde", "hasta", "año"],
    annex: &["anexo", "anexos", "apéndice"],
    divisions: &["parte", "título", "capítulo", "libro", "sección"],
    articles_of_law: &["artículo", "art."],
    adopted: &["aprobada", "adoptada", "aprobado", "adoptado"],
    meeting: &["sesión"],
    circulation: &["general", "limitada", "provisional", "reservada", "restringida"],
    languages: &["chino", "español", "francés", "inglés", "ruso", "árabe"],
    imprint: &["se ruega reciclar"],
    page: "página",
    page_of: "de",
    and: &["y", "e", "o"],
    see: &["véase", "véanse"],
    numbered_nouns: &[
        "anexo", "artículo", "artículos", "cap.", "capítulo", "el", "fase", "meta", "metas", "no", "nota", "núm.", "objetivo",
        "objetivos", "párr.", "párrafo", "párrafos", "parte", "principio", "punto", "página", "páginas", "regla", "resolución",
        "resoluciones", "sección", "suplemento", "tema", "título", "vol.", "volumen",
    ],
    number_words: &[
        "primer", "primero", "primera", "segundo", "segunda", "tercer", "tercero", "tercera", "cuarto", "cuarta", "quinto",
        "quinta", "sexto", "sexta", "séptimo", "séptima", "octavo", "octava", "noveno", "novena", "décimo", "décima", "undécimo",
        "undécima", "duodécimo", "duodécima", "vigésimo", "vigésima", "trigésimo", "trigésima", "cuadragésimo", "cuadragésima",
        "quincuagésimo", "quincuagésima", "sexagésimo", "sexagésima", "septuagésimo", "septuagésima", "octogésimo", "octogésima",
        "nonagésimo", "nonagésima", "centésimo", "centésima",
    ],
    compounds: &[],
    hyphen_heads: &["ex", "norte", "sur"],
    always_hyphened: &["vice"],
    hyphen_tails: &[],
    solid: &[],
};
