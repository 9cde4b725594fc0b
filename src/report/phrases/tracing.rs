//! The words of `rature drafts`.

/// The words of a trace.
#[derive(Debug)]
#[non_exhaustive]
pub struct Tracing {
    /// What it is, before the names of the first draft and the last.
    pub title: &'static str,
    /// What became of the proposals.
    pub proposals: &'static str,
    /// Changes that nobody had proposed.
    pub unproposed: &'static str,
    /// There are none.
    pub none: &'static str,
    /// Heads: who proposes, the paragraph, the change, what else is to be said.
    pub columns: [&'static str; 4],
    /// A new paragraph, an alternative, a paragraph that goes, one that moves, brackets that are lifted, set.
    pub whats: [&'static str; 6],
    /// The states: taken, in brackets, in other words, not in the text, overtaken.
    pub states: [&'static str; 5],
    /// Before a state: it had been in the text, and left.
    pub back: &'static str,
    /// It is the wording of the agreed text, by name.
    pub agreed: &'static str,
    /// It is, and is not in the text.
    pub agreed_left: &'static str,
    /// Another proposal was taken in its paragraph.
    pub reworded: &'static str,
    /// How much of each proposal is in the last draft.
    pub shares: &'static str,
    /// Heads: who, how many changes, and how many of them are in each state.
    pub share_columns: [&'static str; 2],
    /// What became of the brackets.
    pub brackets: &'static str,
    /// Heads: the draft, the paragraph, the bracket, what became of it.
    pub bracket_columns: [&'static str; 4],
    /// All of a paragraph stands in a bracket.
    pub whole: &'static str,
    /// There, in another bracket, lifted, lifted and reworded, replaced, dropped.
    pub fates: [&'static str; 6],
    /// Paragraphs that were agreed, and changed.
    pub reopened: &'static str,
    /// Heads: the draft, the paragraph, what it said, the paragraph now.
    pub reopened_columns: [&'static str; 4],
    /// Where the paragraphs of the last draft are from.
    pub sources: &'static str,
    /// Heads: paragraph, contributors, where it stood, what was done.
    pub source_columns: [&'static str; 4],
    /// Head: against the agreed text, by name.
    pub against: &'static str,
    /// Words of the draft.
    pub draft: &'static str,
    /// Words that nobody had proposed.
    pub nobody: &'static str,
    /// Nothing was done.
    pub unchanged: &'static str,
    /// The same words as the agreed text.
    pub same: &'static str,
    /// Not in the agreed text.
    pub new: &'static str,
    /// Paragraphs of the agreed text, by name, that the last draft does not have.
    pub left_out: &'static str,
    /// What the states mean.
    pub legend: &'static str,
}

pub(super) static EN: Tracing = Tracing {
    title: "Drafts: {} to {}",
    proposals: "What became of the proposals",
    unproposed: "Changes that nobody had proposed",
    none: "None.",
    columns: ["Proposal", "Paragraph", "Change", "Remarks"],
    whats: [
        "new paragraph: {}",
        "in its place: {}",
        "delete the paragraph",
        "move the paragraph",
        "lift the brackets of {}",
        "set brackets: {}",
    ],
    states: ["taken", "in brackets", "in other words", "–", "overtaken"],
    back: "back, {}",
    agreed: "wording of {}",
    agreed_left: "wording of {}, left",
    reworded: "paragraph reworded as {} proposed",
    shares: "How much of each proposal is in the text",
    share_columns: ["Proposal", "Changes"],
    brackets: "What became of the brackets",
    bracket_columns: ["Draft", "Paragraph", "Bracket", "What became of it"],
    whole: "(whole paragraph)",
    fates: [
        "still there", "in another bracket", "lifted, words kept", "lifted, words changed", "words replaced", "words dropped",
    ],
    reopened: "Agreed, and changed all the same",
    reopened_columns: ["Draft", "Paragraph", "It said", "Now"],
    sources: "Where the paragraphs are from",
    source_columns: ["Paragraph", "Contributors", "Stood in", "What was done"],
    against: "Against {}",
    draft: "draft",
    nobody: "nobody’s proposal",
    unchanged: "unchanged",
    same: "same words",
    new: "new",
    left_out: "Of {}, not in the text",
    legend: "taken: word for word. in brackets: its words stand, but bracketed. in other words: the same place changed, otherwise (share of its words). \
             –: not in the text. overtaken: its paragraph is gone.",
};

pub(super) static FR: Tracing = Tracing {
    title: "Projets : de {} à {}",
    proposals: "Ce que sont devenues les propositions",
    unproposed: "Changements que personne n’avait proposés",
    none: "Aucun.",
    columns: ["Proposition", "Paragraphe", "Changement", "Remarques"],
    whats: [
        "nouveau paragraphe : {}",
        "à sa place : {}",
        "supprimer le paragraphe",
        "déplacer le paragraphe",
        "lever les crochets de {}",
        "mettre entre crochets : {}",
    ],
    states: ["retenu", "entre crochets", "en d’autres mots", "–", "dépassé"],
    back: "de retour, {}",
    agreed: "texte de {}",
    agreed_left: "texte de {}, abandonné",
    reworded: "paragraphe reformulé comme proposé par {}",
    shares: "Ce que le texte contient de chaque proposition",
    share_columns: ["Proposition", "Changements"],
    brackets: "Ce que sont devenus les crochets",
    bracket_columns: ["Projet", "Paragraphe", "Crochets", "Ce qu’ils sont devenus"],
    whole: "(tout le paragraphe)",
    fates: [
        "toujours là",
        "dans d’autres crochets",
        "levés, mots gardés",
        "levés, mots changés",
        "mots remplacés",
        "mots supprimés",
    ],
    reopened: "Convenus, et modifiés tout de même",
    reopened_columns: ["Projet", "Paragraphe", "Il était dit", "Maintenant"],
    sources: "D’où viennent les paragraphes",
    source_columns: ["Paragraphe", "Contributions", "Figurait dans", "Ce qui a été fait"],
    against: "Par rapport à {}",
    draft: "projet",
    nobody: "proposé par personne",
    unchanged: "inchangé",
    same: "mêmes mots",
    new: "nouveau",
    left_out: "De {}, absents du texte",
    legend: "retenu : mot pour mot. entre crochets : ses mots y sont, entre crochets. en d’autres mots : le même endroit a changé, autrement (part de ses mots). \
             – : absent du texte. dépassé : son paragraphe n’y est plus.",
};

pub(super) static ES: Tracing = Tracing {
    title: "Proyectos: de {} a {}",
    proposals: "Qué fue de las propuestas",
    unproposed: "Cambios que nadie había propuesto",
    none: "Ninguno.",
    columns: ["Propuesta", "Párrafo", "Cambio", "Observaciones"],
    whats: [
        "párrafo nuevo: {}",
        "en su lugar: {}",
        "suprimir el párrafo",
        "trasladar el párrafo",
        "quitar los corchetes de {}",
        "poner entre corchetes: {}",
    ],
    states: ["aceptado", "entre corchetes", "en otras palabras", "–", "superado"],
    back: "de nuevo, {}",
    agreed: "texto de {}",
    agreed_left: "texto de {}, abandonado",
    reworded: "párrafo redactado como propuso {}",
    shares: "Cuánto hay en el texto de cada propuesta",
    share_columns: ["Propuesta", "Cambios"],
    brackets: "Qué fue de los corchetes",
    bracket_columns: ["Proyecto", "Párrafo", "Corchetes", "Qué fue de ellos"],
    whole: "(todo el párrafo)",
    fates: [
        "siguen ahí",
        "en otros corchetes",
        "quitados, palabras mantenidas",
        "quitados, palabras cambiadas",
        "palabras sustituidas",
        "palabras suprimidas",
    ],
    reopened: "Acordados, y cambiados a pesar de ello",
    reopened_columns: ["Proyecto", "Párrafo", "Decía", "Ahora"],
    sources: "De dónde vienen los párrafos",
    source_columns: ["Párrafo", "Contribuciones", "Figuraba en", "Qué se hizo"],
    against: "Respecto de {}",
    draft: "proyecto",
    nobody: "no propuesto por nadie",
    unchanged: "sin cambios",
    same: "mismas palabras",
    new: "nuevo",
    left_out: "De {}, no están en el texto",
    legend: "aceptado: palabra por palabra. entre corchetes: sus palabras están, entre corchetes. en otras palabras: el mismo lugar cambió, de otro modo (parte de sus \
             palabras). –: no está en el texto. superado: su párrafo ya no está.",
};
