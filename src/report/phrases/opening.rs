//! The words of the page of `rature open`, on which texts are dropped and read.

use super::Plural;
use super::explaining::Coded;
use crate::language::Language;

/// What the page says.
#[derive(Debug)]
#[non_exhaustive]
pub struct Opening {
    /// Its heading.
    pub title: &'static str,
    /// What to do, in a sentence.
    pub lead: &'static str,
    /// In the place where files are dropped.
    pub drop: &'static str,
    /// Which kinds of files.
    pub kinds: &'static str,
    /// The button that asks for files.
    pub choose: &'static str,
    /// What opens the place for text that is pasted.
    pub paste: &'static str,
    /// The name of a text that is pasted.
    pub name: &'static str,
    /// Its words.
    pub words: &'static str,
    /// The button that takes it.
    pub add: &'static str,
    /// Heading of the list of texts.
    pub texts: &'static str,
    /// Heading of what can be made.
    pub what: &'static str,
    /// What can be made, with a sentence each: redline, table, series, compilation, concordance.
    pub makes: [[&'static str; 2]; 5],
    /// The button that makes it.
    pub show: &'static str,
    /// The button that leads from what was made to the texts.
    pub back: &'static str,
    /// The link that opens what was made in a tab of its own.
    pub tab: &'static str,
    /// The link that saves the page.
    pub save_page: &'static str,
    /// The button that makes and saves a Word file.
    pub save_word: &'static str,
    /// What becomes of the texts.
    pub safe: &'static str,
    /// Before the languages of the page.
    pub language: &'static str,
    /// Where scripts are off.
    pub no_script: &'static str,
    /// How many recitals a text has.
    pub recitals: Plural,
    /// How many operative paragraphs.
    pub operative: Plural,
    /// The names of the languages, in the order of `Language::ALL`.
    pub languages: [&'static str; Language::COUNT],
    /// Kinds of files, by code.
    pub(crate) files: Coded,
    /// What the script of the page says, by code.
    pub(crate) said: Coded,
    /// What is wrong with a text and what to do about it, by code.
    pub(crate) errors: Coded,
}

impl Opening {
    /// The languages that the page speaks.
    pub(crate) const SPOKEN: [Language; 3] = [Language::En, Language::Fr, Language::Es];

    /// The words of `language`.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::En | Language::Ru | Language::Ar | Language::Zh => &EN,
            Language::Fr => &FR,
            Language::Es => &ES,
        }
    }
}

const EN: Opening = Opening {
    title: "What changed between two texts?",
    lead: "Give the earlier text and the later one. You see how each was read, and then every word that changed.",
    drop: "Drop the texts here",
    kinds: "Word, PDF, OpenDocument, web page or plain text",
    choose: "Choose files…",
    paste: "or paste a text",
    name: "Name of the text",
    words: "Its words",
    add: "Add this text",
    texts: "The texts",
    what: "What do you want to see?",
    makes: [
        ["Redline", "What changed from the earlier text to the later one, word by word."],
        ["Table", "The texts side by side, a row for each paragraph, with a column for remarks."],
        ["Series", "The life of each paragraph through all the years."],
        ["Compilation", "A draft and copies of it with what each delegation would change, in one text."],
        ["Concordance", "Where the language versions of one text disagree."],
    ],
    show: "Show",
    back: "Back to the texts",
    tab: "Open in its own tab",
    save_page: "Save the page",
    save_word: "Save for Word",
    safe: "Your texts stay on this computer. Nothing is sent over the network, and nothing is kept when you close this page: save what you need.",
    language: "Language of this page",
    no_script: "This page needs JavaScript, which is switched off in this browser.",
    recitals: ("{} preambular paragraph", "{} preambular paragraphs"),
    operative: ("{} operative paragraph", "{} operative paragraphs"),
    languages: ["English", "French", "Spanish", "Russian", "Arabic", "Chinese"],
    files: &[
        ("file-plain", "plain text"),
        ("file-word", "Word"),
        ("file-odt", "OpenDocument"),
        ("file-akn", "Akoma Ntoso"),
        ("file-html", "web page"),
        ("file-pdf", "PDF"),
    ],
    said: &[
        ("reading", "Being read…"),
        ("working", "Working on it…"),
        ("long", "Working on it: {} seconds so far, {} at most."),
        ("stop", "Stop"),
        ("earlier", "Earlier text"),
        ("later", "Later text"),
        ("draft", "Draft"),
        ("copy", "Copy {}"),
        ("nth", "Text {}"),
        ("up", "Move {} up"),
        ("down", "Move {} down"),
        ("remove", "Remove {}"),
        ("swap", "Swap the two"),
        ("reversed", "The first text seems to be later than the second."),
        ("pasted", "Pasted text {}"),
        ("one-more", "Now add the text to compare it with."),
        ("two-only", "for two texts"),
        ("unread", "Remove the texts that cannot be read, or give them in another form."),
        ("too-many", "No more than {} texts at a time: the others were left out."),
        ("too-large", "{} is larger than {} MB, which is more than a text needs: give it without its pictures."),
        ("not-readable", "{} cannot be opened: if it is a folder, open it and drop its files."),
        ("too-much", "Together the texts are larger than {} MB: remove some."),
        ("made", "Ready."),
        ("ended", "rature has ended. Start it again and give the texts again; what you saved is safe."),
    ],
    errors: &[
        (
            "old-word",
            "This is an old Word file (.doc) or a protected one. Open it in Word or LibreOffice, save it as .docx, and drop that.",
        ),
        ("mail", "This is a mail as its program stores it. Open it there, save its attachment or its text, and drop that."),
        ("rich-text", "This is a rich text file (.rtf). Open it in Word or LibreOffice, save it as .docx, and drop that."),
        (
            "binary",
            "This is no text that can be read here. Give a Word file (.docx), a PDF, an OpenDocument text, a web page or a plain text.",
        ),
        ("empty", "There is no text in it. Check that it is the right file."),
        (
            "scan",
            "This is a scan: pictures of pages, without text. Have its text recognised first (OCR), or ask for the Word file.",
        ),
        (
            "damaged",
            "The file is damaged or not complete. Get it again from its source; or open it, save it anew, and drop that.",
        ),
        (
            "fonts",
            "This PDF does not say which letters it shows. Save it again from the program that made it, or ask for the Word file.",
        ),
        ("password", "This PDF is protected by a password. Open it with the password, print it to a new PDF, and drop that."),
        (
            "too-large",
            "There is much more in this file than in any resolution, and it was left alone for your safety. Check that it is the right file.",
        ),
        (
            "memory",
            "This file takes more memory than any resolution does, and was left alone for your safety. Check that it is the right file.",
        ),
        ("stack", "This file is built in a way that cannot be taken apart. Open it, save it anew, and drop that."),
        ("time", "This takes longer than two minutes, and was stopped. Check that these are the right files, or give fewer."),
        ("fault", "rature itself failed on it. Please report it with the text, if you may share that."),
        ("languages", "{} is in another language than the draft. Compile copies in one language."),
        ("gone", "This page is no longer kept. Go back and make it again."),
        ("refused", "What was asked for is not understood. Load this page again."),
    ],
};

const FR: Opening = Opening {
    title: "Qu’est-ce qui a changé entre deux textes\u{a0}?",
    lead: "Donnez le texte antérieur et le texte postérieur. Vous voyez comment chacun a été lu, puis chaque mot qui a changé.",
    drop: "Déposez les textes ici",
    kinds: "Word, PDF, OpenDocument, page web ou texte brut",
    choose: "Choisir des fichiers…",
    paste: "ou coller un texte",
    name: "Nom du texte",
    words: "Son contenu",
    add: "Ajouter ce texte",
    texts: "Les textes",
    what: "Que voulez-vous voir\u{a0}?",
    makes: [
        ["Comparaison", "Ce qui a changé du texte antérieur au texte postérieur, mot à mot."],
        ["Tableau", "Les textes côte à côte, une ligne par paragraphe, avec une colonne pour les observations."],
        ["Série", "La vie de chaque paragraphe au fil des années."],
        ["Compilation", "Un projet et ses copies, avec ce que chaque délégation voudrait changer, en un seul texte."],
        ["Concordance", "Où les versions linguistiques d’un même texte divergent."],
    ],
    show: "Afficher",
    back: "Revenir aux textes",
    tab: "Ouvrir dans un onglet",
    save_page: "Enregistrer la page",
    save_word: "Enregistrer pour Word",
    safe: "Vos textes restent sur cet ordinateur. Rien n’est envoyé par le réseau, et rien n’est gardé quand vous fermez cette page\u{a0}: enregistrez ce dont vous avez besoin.",
    language: "Langue de cette page",
    no_script: "Cette page a besoin de JavaScript, qui est désactivé dans ce navigateur.",
    recitals: ("{} alinéa du préambule", "{} alinéas du préambule"),
    operative: ("{} paragraphe du dispositif", "{} paragraphes du dispositif"),
    languages: ["anglais", "français", "espagnol", "russe", "arabe", "chinois"],
    files: &[
        ("file-plain", "texte brut"),
        ("file-word", "Word"),
        ("file-odt", "OpenDocument"),
        ("file-akn", "Akoma Ntoso"),
        ("file-html", "page web"),
        ("file-pdf", "PDF"),
    ],
    said: &[
        ("reading", "Lecture en cours…"),
        ("working", "En cours…"),
        ("long", "En cours\u{a0}: {} secondes jusqu’ici, {} au plus."),
        ("stop", "Arrêter"),
        ("earlier", "Texte antérieur"),
        ("later", "Texte postérieur"),
        ("draft", "Projet"),
        ("copy", "Copie {}"),
        ("nth", "Texte {}"),
        ("up", "Monter {}"),
        ("down", "Descendre {}"),
        ("remove", "Retirer {}"),
        ("swap", "Échanger les deux"),
        ("reversed", "Le premier texte semble postérieur au second."),
        ("pasted", "Texte collé {}"),
        ("one-more", "Ajoutez maintenant le texte auquel le comparer."),
        ("two-only", "pour deux textes"),
        ("unread", "Retirez les textes qui ne peuvent pas être lus, ou donnez-les sous une autre forme."),
        ("too-many", "Pas plus de {} textes à la fois\u{a0}: les autres ont été laissés de côté."),
        ("too-large", "{} dépasse {} Mo, plus qu’il n’en faut à un texte\u{a0}: donnez-le sans ses images."),
        ("not-readable", "{} ne peut pas être ouvert\u{a0}: si c’est un dossier, ouvrez-le et déposez ses fichiers."),
        ("too-much", "Ensemble, les textes dépassent {} Mo\u{a0}: retirez-en."),
        ("made", "C’est prêt."),
        ("ended", "rature s’est terminé. Relancez-le et redonnez les textes\u{a0}; ce que vous avez enregistré est intact."),
    ],
    errors: &[
        (
            "old-word",
            "C’est un ancien fichier Word (.doc) ou un fichier protégé. Ouvrez-le dans Word ou LibreOffice, enregistrez-le en .docx et déposez celui-ci.",
        ),
        (
            "mail",
            "C’est un courriel tel que son logiciel le conserve. Ouvrez-le, enregistrez sa pièce jointe ou son texte et déposez celui-ci.",
        ),
        ("rich-text", "C’est un fichier RTF. Ouvrez-le dans Word ou LibreOffice, enregistrez-le en .docx et déposez celui-ci."),
        (
            "binary",
            "Ce n’est pas un texte qui puisse être lu ici. Donnez un fichier Word (.docx), un PDF, un texte OpenDocument, une page web ou un texte brut.",
        ),
        ("empty", "Il ne contient aucun texte. Vérifiez que c’est le bon fichier."),
        (
            "scan",
            "C’est un scan\u{a0}: des images de pages, sans texte. Faites d’abord reconnaître le texte (OCR), ou demandez le fichier Word.",
        ),
        (
            "damaged",
            "Le fichier est endommagé ou incomplet. Reprenez-le à sa source\u{a0}; ou ouvrez-le, enregistrez-le de nouveau et déposez celui-ci.",
        ),
        (
            "fonts",
            "Ce PDF ne dit pas quelles lettres il montre. Enregistrez-le de nouveau depuis le programme qui l’a fait, ou demandez le fichier Word.",
        ),
        (
            "password",
            "Ce PDF est protégé par un mot de passe. Ouvrez-le avec le mot de passe, imprimez-le en un nouveau PDF et déposez celui-ci.",
        ),
        (
            "too-large",
            "Ce fichier contient bien plus qu’une résolution, et il a été laissé de côté par sécurité. Vérifiez que c’est le bon fichier.",
        ),
        (
            "memory",
            "Ce fichier demande plus de mémoire qu’une résolution, et il a été laissé de côté par sécurité. Vérifiez que c’est le bon fichier.",
        ),
        (
            "stack",
            "Ce fichier est fait d’une manière qui ne peut pas être démontée. Ouvrez-le, enregistrez-le de nouveau et déposez celui-ci.",
        ),
        ("time", "Cela prend plus de deux minutes et a été arrêté. Vérifiez que ce sont les bons fichiers, ou donnez-en moins."),
        ("fault", "rature lui-même a échoué. Merci de le signaler avec le texte, si vous pouvez le partager."),
        ("languages", "{} est dans une autre langue que le projet. Compilez des copies dans une seule langue."),
        ("gone", "Cette page n’est plus gardée. Revenez en arrière et refaites-la."),
        ("refused", "Ce qui a été demandé n’est pas compris. Rechargez cette page."),
    ],
};

const ES: Opening = Opening {
    title: "¿Qué cambió entre dos textos?",
    lead: "Dé el texto anterior y el posterior. Verá cómo se leyó cada uno y, después, cada palabra que cambió.",
    drop: "Suelte aquí los textos",
    kinds: "Word, PDF, OpenDocument, página web o texto sin formato",
    choose: "Elegir archivos…",
    paste: "o pegar un texto",
    name: "Nombre del texto",
    words: "Su contenido",
    add: "Añadir este texto",
    texts: "Los textos",
    what: "¿Qué quiere ver?",
    makes: [
        ["Comparación", "Lo que cambió del texto anterior al posterior, palabra por palabra."],
        ["Cuadro", "Los textos lado a lado, una fila por párrafo, con una columna para observaciones."],
        ["Serie", "La vida de cada párrafo a lo largo de los años."],
        ["Recopilación", "Un proyecto y sus copias, con lo que cada delegación cambiaría, en un solo texto."],
        ["Concordancia", "Dónde discrepan las versiones lingüísticas de un mismo texto."],
    ],
    show: "Mostrar",
    back: "Volver a los textos",
    tab: "Abrir en una pestaña",
    save_page: "Guardar la página",
    save_word: "Guardar para Word",
    safe: "Sus textos no salen de este equipo. Nada se envía por la red y nada se conserva al cerrar esta página: guarde lo que necesite.",
    language: "Idioma de esta página",
    no_script: "Esta página necesita JavaScript, que está desactivado en este navegador.",
    recitals: ("{} párrafo del preámbulo", "{} párrafos del preámbulo"),
    operative: ("{} párrafo de la parte dispositiva", "{} párrafos de la parte dispositiva"),
    languages: ["inglés", "francés", "español", "ruso", "árabe", "chino"],
    files: &[
        ("file-plain", "texto sin formato"),
        ("file-word", "Word"),
        ("file-odt", "OpenDocument"),
        ("file-akn", "Akoma Ntoso"),
        ("file-html", "página web"),
        ("file-pdf", "PDF"),
    ],
    said: &[
        ("reading", "Leyendo…"),
        ("working", "En curso…"),
        ("long", "En curso: {} segundos hasta ahora, {} como máximo."),
        ("stop", "Detener"),
        ("earlier", "Texto anterior"),
        ("later", "Texto posterior"),
        ("draft", "Proyecto"),
        ("copy", "Copia {}"),
        ("nth", "Texto {}"),
        ("up", "Subir {}"),
        ("down", "Bajar {}"),
        ("remove", "Quitar {}"),
        ("swap", "Intercambiar los dos"),
        ("reversed", "El primer texto parece posterior al segundo."),
        ("pasted", "Texto pegado {}"),
        ("one-more", "Añada ahora el texto con el que compararlo."),
        ("two-only", "para dos textos"),
        ("unread", "Quite los textos que no se pueden leer, o délos en otra forma."),
        ("too-many", "No más de {} textos a la vez: los demás se dejaron fuera."),
        ("too-large", "{} ocupa más de {} MB, más de lo que necesita un texto: délo sin sus imágenes."),
        ("not-readable", "{} no se puede abrir: si es una carpeta, ábrala y suelte sus archivos."),
        ("too-much", "Juntos, los textos ocupan más de {} MB: quite alguno."),
        ("made", "Listo."),
        ("ended", "rature ha terminado. Iníciela de nuevo y vuelva a dar los textos; lo que guardó está a salvo."),
    ],
    errors: &[
        (
            "old-word",
            "Es un archivo antiguo de Word (.doc) o uno protegido. Ábralo en Word o LibreOffice, guárdelo como .docx y suelte ese.",
        ),
        ("mail", "Es un correo tal como lo guarda su programa. Ábralo, guarde su adjunto o su texto y suelte ese."),
        ("rich-text", "Es un archivo RTF. Ábralo en Word o LibreOffice, guárdelo como .docx y suelte ese."),
        (
            "binary",
            "No es un texto que pueda leerse aquí. Dé un archivo de Word (.docx), un PDF, un texto OpenDocument, una página web o un texto sin formato.",
        ),
        ("empty", "No contiene ningún texto. Compruebe que es el archivo correcto."),
        (
            "scan",
            "Es un escaneo: imágenes de páginas, sin texto. Haga primero reconocer el texto (OCR) o pida el archivo de Word.",
        ),
        (
            "damaged",
            "El archivo está dañado o incompleto. Consígalo de nuevo en su origen; o ábralo, guárdelo otra vez y suelte ese.",
        ),
        (
            "fonts",
            "Este PDF no dice qué letras muestra. Guárdelo de nuevo desde el programa que lo hizo, o pida el archivo de Word.",
        ),
        ("password", "Este PDF está protegido con contraseña. Ábralo con la contraseña, imprímalo en un PDF nuevo y suelte ese."),
        (
            "too-large",
            "Este archivo contiene mucho más que cualquier resolución, y se dejó de lado por su seguridad. Compruebe que es el archivo correcto.",
        ),
        (
            "memory",
            "Este archivo necesita más memoria que cualquier resolución, y se dejó de lado por su seguridad. Compruebe que es el archivo correcto.",
        ),
        ("stack", "Este archivo está hecho de un modo que no se puede desmontar. Ábralo, guárdelo otra vez y suelte ese."),
        ("time", "Esto tarda más de dos minutos y se detuvo. Compruebe que son los archivos correctos, o dé menos."),
        ("fault", "rature misma falló. Infórmelo con el texto, si puede compartirlo."),
        ("languages", "{} está en otro idioma que el proyecto. Recopile copias en un solo idioma."),
        ("gone", "Esta página ya no se conserva. Vuelva atrás y hágala de nuevo."),
        ("refused", "No se entiende lo que se pidió. Vuelva a cargar esta página."),
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_says_the_same_things() {
        let codes = |coded: Coded| coded.iter().map(|(code, said)| (*code, said.matches("{}").count())).collect::<Vec<_>>();
        for language in Language::ALL {
            let words = Opening::of(language);
            for (own, other) in [(words.files, EN.files), (words.said, EN.said), (words.errors, EN.errors)] {
                assert_eq!(codes(own), codes(other), "{}", language.code());
            }
        }
    }
}
