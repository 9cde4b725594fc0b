//! What facts are made of in each language, as data.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::{Language, first_parts};

/// The words of one language that make a figure a fact. All in small letters.
pub(super) struct FactWords {
    /// What is cited by its number: the singular, then other forms; those of `lists` may have several numbers.
    pub(super) cited: &'static [(&'static str, &'static [&'static str])],
    /// What is counted through the years, so that its ordinal rolls: singular and plural.
    pub(super) rolled: &'static [(&'static str, &'static str)],
    /// Nouns whose number says nothing by itself: volumes, pages, supplements.
    pub(super) shelved: &'static [&'static str],
    /// "and", "or".
    pub(super) and: &'static [&'static str],
    /// From one to another.
    pub(super) to: &'static [&'static str],
    /// Before two ends that "and" joins.
    pub(super) between: &'static [&'static str],
    /// An article before the second end.
    pub(super) the: &'static [&'static str],
    /// "per cent".
    pub(super) percent: &'static [&'static [&'static str]],
    /// Words that multiply the figure before them, with how many noughts they stand for.
    pub(super) scales: &'static [(&'static str, u32)],
    /// Between such a word and what is counted.
    pub(super) of: &'static [&'static str],
    /// Names of money, with their codes.
    pub(super) money: &'static [(&'static str, &'static str)],
    /// Whose money it is, before its name.
    pub(super) whose: &'static [&'static str],
    /// Adjectives that may stand before what is counted.
    pub(super) adjectives: &'static [&'static str],
    /// What ends a group of words, beside the function words of the language.
    pub(super) ties: &'static [&'static str],
    /// Parts of a whole, with what they divide by.
    pub(super) parts: &'static [(&'static str, u32)],
    /// Where the noun stands.
    pub(super) noun: NounPlace,
}

/// Where the noun stands among the words of its group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NounPlace {
    /// "recommandations utiles"
    First,
    /// "small island States"
    Last,
}

impl FactWords {
    pub(super) fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &ENGLISH,
            Language::Fr => &FRENCH,
            Language::Es => &SPANISH,
        }
    }
}

/// Whether `word`, in small letters, is one that a number or a citation begins with, by its first part: "soixante" of "soixante-six".
pub(super) fn begins(word: &str, language: Language) -> bool {
    type First = LazyLock<FxHashSet<&'static str>>;
    static FIRST: [First; 3] = [
        First::new(|| first_words(Language::En)),
        First::new(|| first_words(Language::Fr)),
        First::new(|| first_words(Language::Es)),
    ];
    // Few words have a hyphen; two of the three begin with 0xE2.
    let is_whole = !word.bytes().any(|byte| matches!(byte, b'-' | 0xE2));
    let first = if is_whole { word } else { word.split(['-', '\u{2010}', '\u{2011}']).next().unwrap_or(word) };
    FIRST[language as usize].contains(first)
}

fn first_words(language: Language) -> FxHashSet<&'static str> {
    let cited = FactWords::of(language).cited.iter().flat_map(|&(one, others)| others.iter().copied().chain([one]));
    first_parts(language).chain(cited).collect()
}

static ENGLISH: FactWords = FactWords {
    cited: &[
        ("article", &["articles", "art.", "arts."]),
        ("paragraph", &["paragraphs", "para.", "paras."]),
        ("subparagraph", &["subparagraphs"]),
        ("chapter", &["chapters", "chap."]),
        ("section", &["sections", "sect."]),
        ("annex", &["annexes"]),
        ("appendix", &["appendices"]),
        ("part", &["parts"]),
        ("rule", &["rules"]),
        ("regulation", &["regulations"]),
        ("principle", &["principles"]),
        ("item", &["items"]),
        ("goal", &["goals"]),
        ("target", &["targets"]),
    ],
    rolled: &[
        ("session", "sessions"),
        ("meeting", "meetings"),
        ("anniversary", "anniversaries"),
        ("conference", "conferences"),
        ("committee", "committees"),
        ("congress", "congresses"),
        ("assembly", "assemblies"),
        ("decade", "decades"),
        ("seminar", "seminars"),
        ("workshop", "workshops"),
        ("forum", "forums"),
        ("summit", "summits"),
        ("report", "reports"),
        ("review", "reviews"),
        ("cycle", "cycles"),
        ("round", "rounds"),
        ("phase", "phases"),
        ("period", "periods"),
    ],
    shelved: &["vol.", "volume", "no.", "nos.", "supplement", "p.", "pp.", "page", "pages", "note", "notes", "footnote"],
    and: &["and", "or"],
    to: &["to", "-", "–", "—"],
    between: &["between"],
    the: &["the"],
    percent: &[&["per", "cent"], &["percent"]],
    scales: &[("hundred", 2), ("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12)],
    of: &["of"],
    money: &[("dollars", "USD"), ("dollar", "USD"), ("euros", "EUR"), ("euro", "EUR"), ("pounds", "GBP"), ("francs", "CHF")],
    whose: &["united", "states", "us", "u.s.", "swiss", "sterling"],
    adjectives: &[
        "other", "others", "further", "additional", "more", "past", "last", "first", "next", "new", "previous", "remaining",
        "main", "coming", "such", "different", "additional",
    ],
    ties: &[
        "about", "above", "below", "before", "after", "during", "when", "who", "whom", "within", "per", "under", "until", "over",
    ],
    parts: &[("third", 3), ("thirds", 3), ("quarter", 4), ("quarters", 4), ("fifths", 5), ("tenths", 10)],
    noun: NounPlace::Last,
};

static FRENCH: FactWords = FactWords {
    cited: &[
        ("article", &["articles", "art."]),
        ("paragraphe", &["paragraphes", "par."]),
        ("alinéa", &["alinéas"]),
        ("chapitre", &["chapitres", "chap."]),
        ("section", &["sections", "sect."]),
        ("annexe", &["annexes"]),
        ("appendice", &["appendices"]),
        ("partie", &["parties"]),
        ("règle", &["règles"]),
        ("principe", &["principes"]),
        ("point", &["points"]),
        ("objectif", &["objectifs"]),
        ("cible", &["cibles"]),
    ],
    rolled: &[
        ("session", "sessions"),
        ("séance", "séances"),
        ("anniversaire", "anniversaires"),
        ("conférence", "conférences"),
        ("commission", "commissions"),
        ("comité", "comités"),
        ("congrès", "congrès"),
        ("assemblée", "assemblées"),
        ("décennie", "décennies"),
        ("séminaire", "séminaires"),
        ("atelier", "ateliers"),
        ("forum", "forums"),
        ("sommet", "sommets"),
        ("réunion", "réunions"),
        ("rapport", "rapports"),
        ("examen", "examens"),
        ("cycle", "cycles"),
        ("phase", "phases"),
        ("période", "périodes"),
    ],
    shelved: &[
        "vol.", "volume", "no", "nos", "n°", "supplément", "suppl.", "p.", "pp.", "page", "pages", "note", "notes", "notes",
    ],
    and: &["et", "ou"],
    to: &["à", "au", "aux", "-", "–", "—"],
    between: &["entre"],
    the: &["le", "la", "du"],
    percent: &[&["pour", "cent"], &["pour-cent"]],
    scales: &[("mille", 3), ("million", 6), ("millions", 6), ("milliard", 9), ("milliards", 9), ("billions", 12)],
    of: &["de", "d'"],
    money: &[("dollars", "USD"), ("dollar", "USD"), ("euros", "EUR"), ("euro", "EUR"), ("livres", "GBP"), ("francs", "CHF")],
    whose: &[],
    adjectives: &[
        "autres", "premiers", "premières", "derniers", "dernières", "prochains", "prochaines", "nouveaux", "nouvelles", "grands",
        "grandes", "petits", "petites", "principaux", "principales", "mêmes", "seuls", "seules",
    ],
    ties: &[
        "afin", "avant", "après", "chez", "comme", "contre", "depuis", "durant", "entre", "lors", "mais", "pendant", "quant",
        "sans", "selon", "sous", "vers", "laquelle", "lesquels", "lesquelles", "duquel", "plus",
    ],
    parts: &[("tiers", 3), ("quart", 4), ("quarts", 4), ("cinquièmes", 5), ("dixièmes", 10)],
    noun: NounPlace::First,
};

static SPANISH: FactWords = FactWords {
    cited: &[
        ("artículo", &["artículos", "art."]),
        ("párrafo", &["párrafos", "párr.", "párrs."]),
        ("apartado", &["apartados"]),
        ("capítulo", &["capítulos", "cap."]),
        ("sección", &["secciones", "secc."]),
        ("anexo", &["anexos"]),
        ("apéndice", &["apéndices"]),
        ("parte", &["partes"]),
        ("regla", &["reglas"]),
        ("principio", &["principios"]),
        ("tema", &["temas"]),
        ("objetivo", &["objetivos"]),
        ("meta", &["metas"]),
    ],
    rolled: &[
        ("período", "períodos"),
        ("sesión", "sesiones"),
        ("reunión", "reuniones"),
        ("aniversario", "aniversarios"),
        ("conferencia", "conferencias"),
        ("comisión", "comisiones"),
        ("comité", "comités"),
        ("congreso", "congresos"),
        ("asamblea", "asambleas"),
        ("decenio", "decenios"),
        ("seminario", "seminarios"),
        ("taller", "talleres"),
        ("foro", "foros"),
        ("cumbre", "cumbres"),
        ("informe", "informes"),
        ("examen", "exámenes"),
        ("ciclo", "ciclos"),
        ("fase", "fases"),
    ],
    shelved: &[
        "vol.", "volumen", "núm.", "núms.", "suplemento", "p.", "pp.", "pág.", "págs.", "página", "páginas", "nota", "notas",
    ],
    and: &["y", "e", "o", "u"],
    to: &["a", "al", "hasta", "-", "–", "—"],
    between: &["entre"],
    the: &["el", "la", "del"],
    percent: &[&["por", "ciento"], &["por", "cien"]],
    scales: &[("mil", 3), ("millón", 6), ("millones", 6), ("billones", 12)],
    of: &["de"],
    money: &[("dólares", "USD"), ("dólar", "USD"), ("euros", "EUR"), ("euro", "EUR"), ("libras", "GBP"), ("francos", "CHF")],
    whose: &[],
    adjectives: &[
        "otros", "otras", "primeros", "primeras", "últimos", "últimas", "próximos", "próximas", "nuevos", "nuevas", "grandes",
        "principales", "mismos", "mismas",
    ],
    ties: &["ante", "antes", "bajo", "cuales", "contra", "después", "durante", "pero", "según", "sin", "tras", "hasta", "más"],
    parts: &[("tercio", 3), ("tercios", 3), ("cuartas", 4), ("cuartos", 4), ("quintos", 5), ("décimos", 10)],
    noun: NounPlace::First,
};
