//! The words of `rature compile` and `rature brackets`.

use super::Plural;

/// The words of a compilation.
#[derive(Debug)]
#[non_exhaustive]
pub struct Compiling {
    /// What it is, before the name of the draft.
    pub compilation: &'static str,
    /// The word for it.
    pub compilation_word: &'static str,
    /// Before the names of the delegations.
    pub by: &'static str,
    /// Before words that come, and who wants them.
    pub add: &'static str,
    /// Before words that go, and who wants that.
    pub del: &'static str,
    /// In place of words of an alternative: they go.
    pub delete: &'static str,
    /// So many delegations, where names are withheld.
    pub delegations: Plural,
    /// Paragraphs, untouched, touched.
    pub counts: &'static str,
    /// What is proposed beside: so many alternatives, so many new paragraphs.
    pub besides: &'static str,
    /// So many alternatives, by name.
    pub alternatives: Plural,
    /// So many new paragraphs, by name.
    pub new: Plural,
    /// Places, agreements, conflicts.
    pub digest: &'static str,
    /// Nothing is proposed.
    pub nothing: &'static str,
    /// A delegation whose copy differs in typography at most.
    pub proposes_nothing: &'static str,
    /// Heading of what several want.
    pub agreements: &'static str,
    /// Heading of what cannot all stand.
    pub conflicts: &'static str,
    /// Heading of insertions in one gap.
    pub same_place: &'static str,
    /// Heading of brackets that are set or lifted.
    pub brackets: &'static str,
    /// Heading of new paragraphs that are nearly the same.
    pub near: &'static str,
    /// Heading of figures.
    pub figures: &'static str,
    /// Head of the column of names.
    pub delegation: &'static str,
    /// The heads of the other columns.
    pub columns: [&'static str; 5],
    /// Words come.
    pub adds: &'static str,
    /// Words go.
    pub deletes: &'static str,
    /// Words give way to others.
    pub replaces: &'static str,
    /// A paragraph goes.
    pub deletes_paragraph: &'static str,
    /// A paragraph goes elsewhere.
    pub moves_to: &'static str,
    /// A paragraph comes from elsewhere.
    pub moved_from: &'static str,
    /// A paragraph is part of what was another.
    pub split_from: &'static str,
    /// A paragraph stays, with other words.
    pub rewords: &'static str,
    /// Another paragraph in place of one.
    pub in_place_of: &'static str,
    /// A new paragraph is nearly another.
    pub is_near: &'static str,
    /// Brackets go.
    pub lifts: &'static str,
    /// Words come into brackets.
    pub sets: &'static str,
    /// How alternatives relate, said of a place.
    pub stands: [&'static str; 4],
    /// What is done, in a word, in the order of [`What`](crate::overlay::What).
    pub whats: [&'static str; 9],
    /// Ends the comment at a conflict.
    pub take_one: &'static str,
    /// Why not all changes can be accepted at once.
    pub not_all: &'static str,
    /// Where the draft and our forms need different brackets.
    pub white_brackets: &'static str,
    /// Of the table: the same as another delegation wants.
    pub same_as: &'static str,
    /// What the draft is, as head of a column.
    pub draft: &'static str,
    /// Paragraphs that nobody touches, folded.
    pub untouched: &'static str,
    /// Heads of the columns for spreadsheets.
    pub sheet: [&'static str; 8],
    /// On the page: before the choice of delegations.
    pub shown: &'static str,
    /// The choice of places.
    pub choices: [&'static str; 3],
    /// Above the paragraph as each delegation would have it.
    pub each: &'static str,
    /// To the place before.
    pub previous: &'static str,
    /// To the place after.
    pub next: &'static str,
    /// What the table of brackets is.
    pub bracket_title: &'static str,
    /// Its heads.
    pub bracket_columns: [&'static str; 9],
}

pub(super) static EN: Compiling = Compiling {
    compilation: "Compilation of proposals on",
    compilation_word: "compilation",
    by: "Proposals by",
    add: "Add",
    del: "Del.",
    delete: "delete",
    delegations: ("{} delegation", "{} delegations"),
    counts: "{} paragraphs: {} nobody touches, {} touched",
    besides: "; proposed besides: {}",
    alternatives: ("{} alternative ({})", "{} alternatives ({})"),
    new: ("{} new ({})", "{} new ({})"),
    digest: "Places: {}, agreed by two or more: {}, conflicts: {}",
    nothing: "Nobody proposes a change.",
    proposes_nothing: "{}: proposes nothing",
    agreements: "Agreements",
    conflicts: "Conflicts",
    same_place: "Same place",
    brackets: "Brackets",
    near: "Nearly the same",
    figures: "Figures proposed",
    delegation: "Delegation",
    columns: ["reworded", "deleted", "alt", "new", "moved"],
    adds: "add “{}”",
    deletes: "delete “{}”",
    replaces: "“{}” → “{}”",
    deletes_paragraph: "delete the paragraph",
    moves_to: "move the paragraph to {}",
    moved_from: "moved from {}",
    split_from: "split from {}",
    rewords: "keep the paragraph, with other words",
    in_place_of: "another paragraph in its place, {}",
    is_near: "nearly the same as {}",
    lifts: "lift the brackets of “{}”",
    sets: "set brackets: “{}”",
    stands: ["one delegation", "agreement", "same place", "conflict"],
    whats: ["insert", "delete", "replace", "alternative", "new", "moved", "brackets lifted", "brackets set", "reword"],
    take_one: "Take one.",
    not_all: "The text that stands when all changes are accepted is nobody’s: at each conflict take one.",
    white_brackets: "Square brackets of the text do not pair here, so those of the proposals are ⟦ ⟧.",
    same_as: "as {}",
    draft: "Draft",
    untouched: "{}: nobody proposes a change",
    sheet: ["Place", "Paragraph", "Stand", "What", "Draft", "Proposed", "By", "Count"],
    shown: "Proposals of",
    choices: ["All places", "Agreements", "Conflicts"],
    each: "Each delegation’s text",
    previous: "Previous place",
    next: "Next place",
    bracket_title: "Brackets",
    bracket_columns: [
        "Text", "Pairs", "Words in brackets", "Clean", "Partly", "Wholly bracketed", "Options", "Placeholders", "Stray brackets",
    ],
};

pub(super) static FR: Compiling = Compiling {
    compilation: "Compilation des propositions sur",
    compilation_word: "compilation",
    by: "Propositions de",
    add: "Ajout",
    del: "Suppr.",
    delete: "supprimer",
    delegations: ("{} délégation", "{} délégations"),
    counts: "Paragraphes : {}, dont {} que personne ne touche et {} touchés",
    besides: " ; proposés en plus : {}",
    alternatives: ("{} variante ({})", "{} variantes ({})"),
    new: ("{} nouveau ({})", "{} nouveaux ({})"),
    digest: "Endroits : {}, accords de deux ou plus : {}, conflits : {}",
    nothing: "Personne ne propose de changement.",
    proposes_nothing: "{} : ne propose rien",
    agreements: "Accords",
    conflicts: "Conflits",
    same_place: "Même endroit",
    brackets: "Crochets",
    near: "Presque identiques",
    figures: "Chiffres proposés",
    delegation: "Délégation",
    columns: ["reformulés", "supprimés", "alt", "nouveaux", "déplacés"],
    adds: "ajouter « {} »",
    deletes: "supprimer « {} »",
    replaces: "« {} » → « {} »",
    deletes_paragraph: "supprimer le paragraphe",
    moves_to: "déplacer le paragraphe en {}",
    moved_from: "déplacé, auparavant {}",
    split_from: "détaché de {}",
    rewords: "garder le paragraphe, en d’autres mots",
    in_place_of: "un autre paragraphe à sa place, {}",
    is_near: "presque identique à {}",
    lifts: "lever les crochets de « {} »",
    sets: "mettre entre crochets : « {} »",
    stands: ["une délégation", "accord", "même endroit", "conflit"],
    whats: [
        "insérer", "supprimer", "remplacer", "variante", "nouveau", "déplacé", "crochets levés", "crochets mis", "reformuler",
    ],
    take_one: "En choisir une.",
    not_all: "Le texte obtenu en acceptant toutes les modifications n’est celui de personne : à chaque conflit, il faut en prendre une.",
    white_brackets: "Les crochets du texte ne vont pas par paires ici ; ceux des propositions sont donc ⟦ ⟧.",
    same_as: "comme {}",
    draft: "Projet",
    untouched: "{} : personne ne propose de changement",
    sheet: ["Endroit", "Paragraphe", "Rapport", "Quoi", "Projet", "Proposé", "Par", "Nombre"],
    shown: "Propositions de",
    choices: ["Tous les endroits", "Accords", "Conflits"],
    each: "Le texte de chaque délégation",
    previous: "Endroit précédent",
    next: "Endroit suivant",
    bracket_title: "Crochets",
    bracket_columns: [
        "Texte",
        "Paires",
        "Mots entre crochets",
        "Sans",
        "En partie",
        "Tout entre crochets",
        "Options",
        "Emplacements réservés",
        "Crochets isolés",
    ],
};

pub(super) static ES: Compiling = Compiling {
    compilation: "Compilación de las propuestas sobre",
    compilation_word: "compilación",
    by: "Propuestas de",
    add: "Añad.",
    del: "Supr.",
    delete: "suprimir",
    delegations: ("{} delegación", "{} delegaciones"),
    counts: "Párrafos: {}, de ellos {} que nadie toca y {} tocados",
    besides: "; propuestos además: {}",
    alternatives: ("{} variante ({})", "{} variantes ({})"),
    new: ("{} nuevo ({})", "{} nuevos ({})"),
    digest: "Lugares: {}, acuerdos de dos o más: {}, conflictos: {}",
    nothing: "Nadie propone cambios.",
    proposes_nothing: "{}: no propone nada",
    agreements: "Acuerdos",
    conflicts: "Conflictos",
    same_place: "Mismo lugar",
    brackets: "Corchetes",
    near: "Casi iguales",
    figures: "Cifras propuestas",
    delegation: "Delegación",
    columns: ["reformulados", "suprimidos", "alt", "nuevos", "trasladados"],
    adds: "añadir «{}»",
    deletes: "suprimir «{}»",
    replaces: "«{}» → «{}»",
    deletes_paragraph: "suprimir el párrafo",
    moves_to: "trasladar el párrafo a {}",
    moved_from: "trasladado, antes {}",
    split_from: "separado de {}",
    rewords: "mantener el párrafo, con otras palabras",
    in_place_of: "otro párrafo en su lugar, {}",
    is_near: "casi igual que {}",
    lifts: "quitar los corchetes de «{}»",
    sets: "poner entre corchetes: «{}»",
    stands: ["una delegación", "acuerdo", "mismo lugar", "conflicto"],
    whats: [
        "insertar", "suprimir", "sustituir", "variante", "nuevo", "trasladado", "corchetes quitados", "corchetes puestos",
        "reformular",
    ],
    take_one: "Elíjase una.",
    not_all: "El texto que queda al aceptar todos los cambios no es de nadie: en cada conflicto hay que elegir uno.",
    white_brackets: "Los corchetes del texto no van por pares aquí; los de las propuestas son por ello ⟦ ⟧.",
    same_as: "como {}",
    draft: "Proyecto",
    untouched: "{}: nadie propone cambios",
    sheet: ["Lugar", "Párrafo", "Relación", "Qué", "Proyecto", "Propuesto", "De", "Número"],
    shown: "Propuestas de",
    choices: ["Todos los lugares", "Acuerdos", "Conflictos"],
    each: "El texto de cada delegación",
    previous: "Lugar anterior",
    next: "Lugar siguiente",
    bracket_title: "Corchetes",
    bracket_columns: [
        "Texto",
        "Pares",
        "Palabras entre corchetes",
        "Sin corchetes",
        "En parte",
        "Todo entre corchetes",
        "Opciones",
        "Marcadores",
        "Corchetes sueltos",
    ],
};
