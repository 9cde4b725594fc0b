//! French.

use super::{Lexicon, Words};

pub(super) static LEXICON: Lexicon = Lexicon {
    function_words: Words::new(&[
        "ainsi", "au", "aux", "avec", "ce", "ces", "cet", "cette", "d", "dans", "de", "des", "dont", "du", "elle", "elles", "en",
        "est", "et", "il", "ils", "l", "la", "le", "les", "leur", "leurs", "n", "ne", "ont", "ou", "où", "par", "pour", "qu",
        "que", "qui", "s", "sa", "se", "ses", "son", "sont", "sur", "un", "une", "à", "été", "être",
    ]),
    preambular: Words::new(&[
        "alarmé", "alarmée", "animé", "animée", "attaché", "attachée", "attristé", "attristée", "conscient", "consciente",
        "consterné", "consternée", "convaincu", "convaincue", "déterminé", "déterminée", "décidé", "décidée", "encouragé",
        "encouragée", "extrêmement", "fermement", "gravement", "guidé", "guidée", "horrifié", "horrifiée", "indigné", "indignée",
        "inquiet", "inquiète", "inspiré", "inspirée", "profondément", "préoccupé", "préoccupée", "résolu", "résolue",
        "sérieusement", "troublé", "troublée", "très", "vivement", "également",
    ]),
    preambular_endings: &["ant"],
    operative: Words::new(&[
        "accepte", "accueille", "adopte", "affirme", "appelle", "applaudit", "apporte", "apprécie", "approuve", "appuie",
        "attend", "autorise", "charge", "condamne", "confirme", "conseille", "considère", "constate", "convient", "crée",
        "célèbre", "demande", "demeure", "déclare", "décide", "déplore", "encourage", "engage", "enjoint", "entérine", "estime",
        "exhorte", "exige", "exprime", "fait", "félicite", "inquiète", "insiste", "invite", "juge", "lance", "mesure", "met",
        "nomme", "note", "ordonne", "prend", "presse", "prie", "proclame", "préconise", "rappelle", "reconnaît", "recommande",
        "redit", "regrette", "rejette", "relève", "remercie", "rend", "renouvelle", "réaffirme", "réitère", "sait", "salue",
        "souhaite", "soutient", "souligne", "souscrit",
    ]),
    articles: &["l'", "le", "la", "les"],
    bodies: &[
        "assemblée", "bureau", "comité", "commission", "conférence", "congrès", "conseil", "parlement", "réunion",
        "états parties",
    ],
    months: [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ],
    before_years: &["en", "de", "depuis", "dès", "année", "l'année", "d'ici"],
    annex: &["annexe", "annexes", "appendice"],
    divisions: &["partie", "titre", "chapitre", "livre", "section", "sous-section", "annexe", "paragraphe"],
    articles_of_law: &["article", "art."],
    adopted: &["adoptée", "adopté"],
    meeting: &["séance"],
    circulation: &["générale", "limitée", "provisoire", "restreinte", "réservée"],
    languages: &["anglais", "arabe", "chinois", "espagnol", "français", "russe"],
    imprint: &["merci de recycler"],
    page: "page",
    page_of: "sur",
    and: &["et", "ou"],
    see: &["voir"],
    numbered_nouns: &[
        "Action", "agenda", "alinéa", "annexe", "art.", "article", "articles", "au", "chap.", "chapitre", "cible", "cibles",
        "du", "figure", "le", "n°", "no", "nos", "note", "objectif", "objectifs", "p.", "page", "pages", "par.", "paragraphe",
        "paragraphes", "partie", "phase", "point", "points", "principe", "protocole", "règle", "résolution", "résolutions",
        "sect.", "section", "supplément", "tableau", "titre", "vol.", "volume", "étape",
    ],
    number_words: &[
        "premier", "première", "un", "une", "unième", "deux", "deuxième", "trois", "troisième", "quatre", "quatrième", "cinq",
        "cinquième", "six", "sixième", "sept", "septième", "huit", "huitième", "neuf", "neuvième", "dix", "dixième", "onze",
        "onzième", "douze", "douzième", "treize", "treizième", "quatorze", "quatorzième", "quinze", "quinzième", "seize",
        "seizième", "vingt", "vingts", "vingtième", "trente", "trentième", "quarante", "quarantième", "cinquante",
        "cinquantième", "soixante", "soixantième", "cent", "centième", "mille", "et",
    ],
    compounds: &[
        "co-auteur", "co-auteurs", "co-facilitateur", "co-facilitateurs", "co-facilitatrice", "co-facilitatrices",
        "co-président", "co-présidents", "inter-organes", "inter-états", "inter-sessions",
    ],
    hyphen_heads: &["après", "au", "avant", "ci", "co", "est", "ex", "là", "mi", "nord", "peut", "plus", "sous", "sud", "vis"],
    always_hyphened: &["demi", "non", "quasi", "semi", "vice"],
    hyphen_tails: &[
        "ci", "là", "même", "mêmes", "être", "delà", "dessus", "dessous", "dire", "vis", "à", "elle", "elles", "il", "ils", "on",
        "être", "value", "cadre", "cadres", "clé", "clés", "d'œuvre", "d'oeuvre",
    ],
    solid: &["nonobstant", "nonchalant"],
};
