//! The words for language versions that are compared.

use super::Plural;
use crate::language::Language;

/// What is said of language versions side by side.
#[derive(Debug)]
#[non_exhaustive]
pub struct ConcordWords {
    /// Title, with the labels.
    pub title: &'static str,
    /// Where nothing disagrees.
    pub nothing: &'static str,
    /// How many disagreements there are, by how much they matter.
    pub errors: Plural,
    /// The same, of warnings.
    pub warnings: Plural,
    /// The same, of notes.
    pub notes: Plural,
    /// How many of a hundred paragraphs have a partner.
    pub paired: &'static str,
    /// Where too few have.
    pub doubtful: &'static str,
    /// Where two versions are in one language.
    pub one_language: &'static str,
    /// Head of a column: which paragraphs.
    pub places: &'static str,
    /// Head of a column: what disagrees.
    pub rule: &'static str,
    /// Head of a column: what speaks for a side.
    pub evidence: &'static str,
    /// A side is likelier wrong: which.
    pub wrong: &'static str,
    /// How often a value stands elsewhere in the versions.
    pub here: &'static str,
    /// How often it stands in earlier texts.
    pub earlier: &'static str,
    /// A version has no such paragraph.
    pub none: &'static str,
    /// Choice of the filter: all paragraphs.
    pub all: &'static str,
    /// Choice of the filter: those that disagree.
    pub disagreeing: &'static str,
    /// Name of the filter.
    pub show: &'static str,
    /// What disagrees, in the order of [`DiscordanceRule::ALL`](crate::concord::DiscordanceRule::ALL).
    pub rules: [&'static str; 15],
    /// Title of what a translator has to do, with the labels of the text and of the translation.
    pub redo: &'static str,
    /// What becomes of a paragraph, in the order of [`Redo::ALL`](crate::concord::Redo::ALL).
    pub deeds: [&'static str; 4],
    /// The number of a translation and the number that it gets.
    pub renumber: &'static str,
    /// Head of a column: what to do.
    pub deed: &'static str,
    /// Head of a column: the paragraph of the translation.
    pub translation: &'static str,
    /// Head of a column: what changed.
    pub why: &'static str,
}

impl ConcordWords {
    /// The words of `language`.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::En | Language::Ru | Language::Ar | Language::Zh => &EN,
            Language::Fr => &FR,
            Language::Es => &ES,
        }
    }
}

const EN: ConcordWords = ConcordWords {
    title: "Where the language versions disagree: {}",
    nothing: "The versions agree in all that is compared.",
    errors: ("{} disagreement", "{} disagreements"),
    warnings: ("{} question", "{} questions"),
    notes: ("{} note", "{} notes"),
    paired: "{}% of the paragraphs have a partner",
    doubtful: "Only {}% of the paragraphs have a partner: these texts are hardly translations of each other. Check the files.",
    one_language: "Two of the texts were read as being in one language: name it with --lang if that is wrong, or check the files.",
    places: "Paragraph",
    rule: "What disagrees",
    evidence: "Evidence",
    wrong: "likelier wrong: {}",
    here: "{} elsewhere in these texts: {}",
    earlier: "{} in earlier texts: {}",
    none: "no such paragraph",
    all: "all paragraphs",
    disagreeing: "only disagreements",
    show: "Show",
    rules: [
        "missing paragraph",
        "two paragraphs are one",
        "another place",
        "another number",
        "other sub-paragraphs",
        "square brackets",
        "date",
        "symbol",
        "citation",
        "figure",
        "in one version only",
        "changed in the first version only",
        "changed in the translation only",
        "footnote marks",
        "strength of the verb",
    ],
    redo: "To translate again: {}, from {}",
    deeds: ["keep", "redo", "new", "drop"],
    renumber: "number {} becomes {}",
    deed: "To do",
    translation: "Translation",
    why: "What changed",
};

const FR: ConcordWords = ConcordWords {
    title: "Discordances entre les versions linguistiques : {}",
    nothing: "Les versions concordent en tout ce qui est comparé.",
    errors: ("{} discordance", "{} discordances"),
    warnings: ("{} question", "{} questions"),
    notes: ("{} remarque", "{} remarques"),
    paired: "{} % des paragraphes ont un correspondant",
    doubtful: "{} % seulement des paragraphes ont un correspondant : ces textes ne sont sans doute pas la traduction l’un de l’autre. Vérifiez les fichiers.",
    one_language: "Deux des textes ont été lus comme étant dans une même langue : indiquez-la avec --lang si c’est une erreur, ou vérifiez les fichiers.",
    places: "Paragraphe",
    rule: "Ce qui diffère",
    evidence: "Indices",
    wrong: "plus probablement fautif : {}",
    here: "{} ailleurs dans ces textes : {}",
    earlier: "{} dans les textes antérieurs : {}",
    none: "pas de tel paragraphe",
    all: "tous les paragraphes",
    disagreeing: "discordances seulement",
    show: "Afficher",
    rules: [
        "paragraphe manquant",
        "deux paragraphes en un",
        "autre place",
        "autre numéro",
        "autres alinéas",
        "crochets",
        "date",
        "cote",
        "renvoi",
        "nombre",
        "dans une seule version",
        "modifié dans la seule première version",
        "modifié dans la seule traduction",
        "appels de note",
        "force du verbe",
    ],
    redo: "À retraduire : {}, à partir de {}",
    deeds: ["garder", "reprendre", "nouveau", "supprimer"],
    renumber: "le numéro {} devient {}",
    deed: "À faire",
    translation: "Traduction",
    why: "Ce qui a changé",
};

const ES: ConcordWords = ConcordWords {
    title: "Discordancias entre las versiones lingüísticas: {}",
    nothing: "Las versiones concuerdan en todo lo que se compara.",
    errors: ("{} discordancia", "{} discordancias"),
    warnings: ("{} pregunta", "{} preguntas"),
    notes: ("{} observación", "{} observaciones"),
    paired: "{} % de los párrafos tienen correspondencia",
    doubtful: "Solo {} % de los párrafos tienen correspondencia: estos textos difícilmente son traducción uno del otro. Revise los archivos.",
    one_language: "Dos de los textos se leyeron como si estuvieran en un mismo idioma: indíquelo con --lang si es un error, o revise los archivos.",
    places: "Párrafo",
    rule: "Qué difiere",
    evidence: "Indicios",
    wrong: "más probablemente erróneo: {}",
    here: "{} en otros lugares de estos textos: {}",
    earlier: "{} en textos anteriores: {}",
    none: "no hay tal párrafo",
    all: "todos los párrafos",
    disagreeing: "solo las discordancias",
    show: "Mostrar",
    rules: [
        "párrafo que falta",
        "dos párrafos en uno",
        "otro lugar",
        "otro número",
        "otros apartados",
        "corchetes",
        "fecha",
        "signatura",
        "referencia",
        "cifra",
        "solo en una versión",
        "modificado solo en la primera versión",
        "modificado solo en la traducción",
        "llamadas de nota",
        "fuerza del verbo",
    ],
    redo: "Por retraducir: {}, a partir de {}",
    deeds: ["conservar", "rehacer", "nuevo", "suprimir"],
    renumber: "el número {} pasa a ser {}",
    deed: "Por hacer",
    translation: "Traducción",
    why: "Qué cambió",
};
