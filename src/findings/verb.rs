//! The verb that an operative paragraph decides with: its change is the political signal of a resolution.
//!
//! ```text
//! old   Urges the Bureau to report              Also requests the Court
//! new   Strongly encourages the Bureau …        Requests the Court
//! here  Urges → Strongly encourages             nothing: "also" counts paragraphs, and asks for nothing
//! ```
//!
//! The opening of a paragraph is its adverbs, a verb that the language's lexicon knows to be operative, and the adverbs behind it; verbs
//! that say little alone bring their words ("takes note", "exprime sa vive préoccupation"), and any the feeling behind it ("notes with
//! concern"). What only goes on or is said again is the verb itself: "continues to condemn", "reiterates its call". Incomplete: a verb that the lexicon does not know is not seen, nor one
//! behind an opening participle ("Recognizing the need, urges").

use std::cmp::Ordering;

use super::strength::{compare, strength};
use crate::compare::{Change, Weight};
use crate::language::{Language, Lexicon, VerbWords};
use crate::structure::{Document, Kind};
use crate::text::{alike, fold};

/// One opening became another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct VerbChange {
    /// "Invite instamment".
    pub(crate) old: String,
    /// "Encourage".
    pub(crate) new: String,
    /// Whether the new one is stronger or weaker, where both are on one scale ([`strength`]).
    pub(crate) force: Option<Ordering>,
    /// Characters of the old text up to the end of its opening.
    pub(crate) old_end: usize,
    /// The same of the new text.
    pub(crate) new_end: usize,
}

/// The change of the verb of an operative paragraph that `change` keeps.
pub(crate) fn verb_of(documents: [&Document; 2], change: &Change) -> Option<VerbChange> {
    let ([old], [new]) = (change.link.old.as_slice(), change.link.new.as_slice()) else { return None };
    let (old, new) = (&documents[0].units[*old], &documents[1].units[*new]);
    let is_operative = old.kind == Kind::Operative && new.kind == Kind::Operative && change.weight == Weight::Substantive;
    is_operative.then(|| verb_change(&old.text, &new.text, documents.map(|document| document.language))).flatten()
}

/// The change of the verb from `old` to `new`; None when both open with the same, or one with none that is known.
fn verb_change(old: &str, new: &str, languages: [Language; 2]) -> Option<VerbChange> {
    let (before, after) = (opening(old, languages[0])?, opening(new, languages[1])?);
    let deed = |opening: &Opening<'_>, language: Language| {
        let particles = language.lexicon().verbs.after;
        opening.sense.iter().filter(|word| !particles.contains(&word.as_str())).cloned().collect::<Vec<_>>()
    };
    (deed(&before, languages[0]) != deed(&after, languages[1])).then(|| VerbChange {
        force: strength(&before.value(), languages[0])
            .zip(strength(&after.value(), languages[1]))
            .and_then(|(old, new)| compare(old, new)),
        old: before.shown.to_owned(),
        new: after.shown.to_owned(),
        old_end: before.shown.chars().count(),
        new_end: after.shown.chars().count(),
    })
}

/// How an operative paragraph opens.
pub(super) struct Opening<'a> {
    /// As it stands.
    pub(super) shown: &'a str,
    /// Folded, without what is neutral.
    sense: Vec<String>,
}

impl Opening<'_> {
    /// "strongly urges", "exprime vive préoccupation".
    pub(super) fn value(&self) -> String {
        self.sense.join(" ").replace("' ", "'")
    }
}

/// The opening of `text`; None where no operative verb is known in it.
pub(super) fn opening(text: &str, language: Language) -> Option<Opening<'_>> {
    let known = &language.lexicon().verbs;
    let words = words(text, language.lexicon());
    let mut sense = vec![];
    let mut end = 0;
    let mut verb = Verb::Awaited;
    let mut at = 0;
    while let Some(&(word, to)) = words.get(at) {
        let folded = fold(word);
        let word = language.lexicon().verb(&folded).to_owned();
        let mut pairs = known.neutral_pairs.iter().filter(|pair| pair[0] == word);
        if let Some(&(next, to)) = words.get(at + 1)
            && pairs.any(|pair| pair[1] == fold(next))
        {
            (at, end) = (at + 2, to);
            continue;
        }
        if verb == Verb::Awaited
            && let Some(again) = going_on(&words[at..], language).or_else(|| said_again(&words[at..], known))
        {
            (verb, end) = (again.verb, words[at + again.len - 1].1);
            sense.extend(again.sense);
            at += again.len;
            continue;
        }
        let is_neutral = known.neutral.contains(&word.as_str());
        if !is_neutral {
            match verb.next(&word, language) {
                Step::Sense(next) => {
                    verb = next;
                    sense.push(word);
                }
                Step::Over => {
                    at += 1;
                    continue;
                }
                Step::End => {
                    let manner = manner(&words[at..], known).filter(|_| verb != Verb::Awaited);
                    if let Some((words, to)) = manner {
                        sense.extend(words.into_iter().filter(|word| !known.determiners.contains(&word.as_str())));
                        end = to;
                    }
                    break;
                }
            }
        }
        (at, end) = (at + 1, to);
    }
    (verb != Verb::Awaited).then(|| Opening { shown: &text[..end], sense })
}

/// A verb that is said in other words: what it means, and how many words were read.
struct Again {
    sense: Vec<String>,
    verb: Verb,
    len: usize,
}

/// "continues to condemn", "continue de se féliciter": the verb behind what goes on.
fn going_on(rest: &[(&str, usize)], language: Language) -> Option<Again> {
    let known = &language.lexicon().verbs;
    let is_here =
        |words: &&&[&str]| words.len() < rest.len() && words.iter().zip(rest).all(|(wanted, (word, _))| fold(word) == *wanted);
    let from = known.goes_on.iter().find(is_here)?.len();
    let mut sense = vec![];
    for (at, (word, _)) in rest.iter().enumerate().skip(from) {
        let word = fold(word);
        let forms = known.forms.iter().filter_map(|(ending, of_verb)| Some(format!("{}{of_verb}", word.strip_suffix(ending)?)));
        let verb = forms.filter_map(|form| match Verb::Awaited.next(&form, language) {
            Step::Sense(verb) if verb != Verb::Awaited => Some((form, verb)),
            _ => None,
        });
        if let Some((form, verb)) = verb.into_iter().next() {
            sense.push(form);
            return Some(Again { sense, verb, len: at + 1 });
        }
        match Verb::Awaited.next(&word, language) {
            Step::Sense(Verb::Awaited) => sense.push(word),
            _ => return None,
        }
    }
    None
}

/// "reiterates its strong call": the verb of the noun.
fn said_again(rest: &[(&str, usize)], known: &VerbWords) -> Option<Again> {
    /// "its strong".
    const MOST: usize = 2;
    let [(first, _), behind @ ..] = rest else { return None };
    let behind: Vec<String> = behind.iter().take(MOST + 1).map(|(word, _)| fold(word)).collect();
    let of_noun = |word: &String| known.deeds.iter().find(|(noun, _)| noun == word);
    let is_again = known.again.contains(&fold(first).as_str());
    let (at, &(_, verb)) = behind.iter().enumerate().find_map(|(at, word)| Some((at, of_noun(word)?))).filter(|_| is_again)?;
    let about = behind[..at].iter().filter(|word| !known.determiners.contains(&word.as_str())).cloned();
    Some(Again { sense: about.chain(verb.split(' ').map(str::to_owned)).collect(), verb: Verb::Read, len: at + 2 })
}

/// The words of `rest` that say with what feeling, folded, and where they end: "with deep concern".
fn manner(rest: &[(&str, usize)], known: &VerbWords) -> Option<(Vec<String>, usize)> {
    /// "avec une profonde préoccupation".
    const REACH: usize = 4;
    let mut words = vec![];
    for &(word, to) in rest.iter().take(REACH) {
        words.push(fold(word));
        if words[0] != known.with {
            return None;
        }
        if words.last().is_some_and(|word| known.manners.contains(&word.as_str())) {
            return Some((words, to));
        }
    }
    None
}

/// How far the verb of an opening has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verb {
    Awaited,
    /// Its adverbs may follow.
    Read,
    /// A light verb, with so many of its words.
    Light(usize),
}

/// What a word is to an opening.
enum Step {
    /// Part of it.
    Sense(Verb),
    /// Passed over.
    Over,
    /// Behind it.
    End,
}

impl Verb {
    fn next(self, word: &str, language: Language) -> Step {
        /// "grave preoccupation", "deep and growing concern" without its "and".
        const MOST: usize = 3;
        let Lexicon { verbs, operative, function_words, .. } = language.lexicon();
        let ends = |ending: &str| !ending.is_empty() && word.len() > ending.len() + 2 && word.ends_with(ending);
        let is_adverb = ends(verbs.adverb_ending) || verbs.adverbs.contains(&word);
        match self {
            Self::Light(0) if verbs.determiners.contains(&word) => Step::Over,
            Self::Light(MOST..) => Step::End,
            Self::Light(_) if function_words.contains(word.trim_end_matches('\'')) || verbs.ends.contains(&word) => Step::End,
            Self::Light(read) => Step::Sense(Self::Light(read + 1)),
            Self::Read if is_adverb || verbs.after.contains(&word) => Step::Sense(Self::Read),
            Self::Awaited if is_adverb || verbs.before.contains(&word) => Step::Sense(Self::Awaited),
            Self::Awaited if verbs.light.contains(&word) => Step::Sense(Self::Light(0)),
            Self::Awaited if operative.contains(word) => Step::Sense(Self::Read),
            _ => Step::End,
        }
    }
}

/// The first words, each with where it ends; what is elided is a word of its own. Without spaces, as many as are known.
fn words<'t>(text: &'t str, lexicon: &Lexicon) -> Vec<(&'t str, usize)> {
    const ENOUGH: usize = 8;
    let mut words = Vec::with_capacity(ENOUGH);
    let mut start = 0;
    if !lexicon.is_spaced() {
        while let Some(word) = lexicon.known_word(&text[start..]).filter(|_| words.len() < ENOUGH) {
            start += word.len();
            words.push((word, start));
        }
        return words;
    }
    for (at, character) in text.char_indices() {
        if words.len() == ENOUGH {
            break;
        }
        let is_apostrophe = matches!(character, '\'' | '’');
        if character.is_alphabetic() || character == '-' || alike(character).is_none() {
            continue;
        }
        if at > start {
            let end = if is_apostrophe { at + character.len_utf8() } else { at };
            words.push((&text[start..end], end));
        }
        // A sign other than a comma ends the opening.
        if !character.is_whitespace() && !is_apostrophe && character != ',' {
            return words;
        }
        start = at + character.len_utf8();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(old: &str, new: &str, language: Language) -> Option<String> {
        verb_change(old, new, [language; 2]).map(|change| format!("{} → {}", change.old, change.new))
    }

    #[test]
    fn a_change_of_the_verb_or_of_its_force_is_told() {
        let cases = [
            (Language::En, "Urges States Parties to", "Invites all States to", "Urges → Invites"),
            (Language::En, "Strongly urges States", "Calls upon States", "Strongly urges → Calls upon"),
            (Language::En, "Takes note of the report", "Welcomes the report", "Takes note → Welcomes"),
            (Language::Fr, "Invite instamment les États", "Encourage les États", "Invite instamment → Encourage"),
            (Language::Fr, "Se félicite de", "Prend note de", "Se félicite → Prend note"),
            (Language::Es, "Insta a los Estados", "Invita a los Estados", "Insta → Invita"),
            (Language::Ru, "предлагает портам", "настоятельно призывает порты", "предлагает → настоятельно призывает"),
            (Language::Ru, "отмечает план", "с удовлетворением отмечает план", "отмечает → с удовлетворением отмечает"),
            (Language::Ar, "تدعو الموانئ إلى", "تحث الموانئ على", "تدعو → تحث"),
            (Language::Zh, "邀请各港口报告", "强烈敦促各港口报告", "邀请 → 强烈敦促"),
            (
                Language::En,
                "Takes note of the report",
                "Takes note with appreciation of",
                "Takes note → Takes note with appreciation",
            ),
            (
                Language::Fr,
                "Prend note avec une vive préoccupation du",
                "Prend note du",
                "Prend note avec une vive préoccupation → Prend note",
            ),
        ];
        for (language, old, new, wanted) in cases {
            assert_eq!(change(old, new, language).as_deref(), Some(wanted));
        }
    }

    #[test]
    fn a_stronger_or_weaker_verb_is_called_so() {
        let force = |old, new| verb_change(old, new, [Language::En; 2]).expect("another verb").force;
        assert_eq!(force("Urges States Parties", "Invites States Parties"), Some(Ordering::Less));
        assert_eq!(force("Encourages States Parties", "Strongly encourages States Parties"), Some(Ordering::Greater));
        assert_eq!(force("Takes note of the report", "Takes note with appreciation of the report"), Some(Ordering::Greater));
        assert_eq!(force("Requests the Court", "Calls upon the Court"), None);
        for (language, weaker, stronger) in [
            (Language::Ru, "призывает порты", "настоятельно призывает порты"),
            (Language::Ru, "выражает озабоченность тем", "выражает серьезную озабоченность тем"),
            (Language::Ar, "تدين الهجوم", "تدين بشدة الهجوم"),
            (Language::Zh, "关切地注意到此事", "谴责此事"),
        ] {
            let force = verb_change(weaker, stronger, [language; 2]).expect("another verb").force;
            assert_eq!(force, Some(Ordering::Greater), "{stronger}");
        }
        // The body is a woman or a man, and asks for the same.
        assert_eq!(change("تقرر أن تنظر", "يقرر أن ينظر", Language::Ar), None);
    }

    #[test]
    fn an_adverb_that_only_numbers_requests_is_no_change_of_the_verb() {
        assert_eq!(change("Also requests the Court", "Requests the Court", Language::En), None);
        assert_eq!(change("Prie la Cour", "Prie de nouveau la Cour", Language::Fr), None);
        assert_eq!(change("Prie également la Cour", "Prie la Cour", Language::Fr), None);
        assert_eq!(change("The Court shall", "Requests the Court", Language::En), None);
    }

    #[test]
    fn what_goes_on_or_is_said_again_is_no_change_of_the_verb() {
        use Language::{En, Es, Fr};
        let same = [
            (En, "Condemns the attacks", "Continues to condemn the attacks"),
            (En, "Strongly urges States", "Continues to strongly urge States"),
            (En, "Calls upon States to pay", "Reiterates its call to States to pay"),
            (En, "Requests the Court", "Renews its request to the Court"),
            (Fr, "Demande aux États", "Réitère sa demande aux États"),
            (Fr, "Condamne les attaques", "Continue de condamner les attaques"),
            (Es, "Condena los ataques", "Sigue condenando los ataques"),
            (Es, "Pide a los Estados", "Reitera su petición a los Estados"),
        ];
        for (language, old, new) in same {
            assert_eq!(change(old, new, language), None, "{new}");
        }
        let weaker = change("Condemns the attacks", "Continues to regret the attacks", En);
        assert_eq!(weaker.as_deref(), Some("Condemns → Continues to regret"));
        assert_eq!(change("Stresses that", "Reiterates that", En).as_deref(), Some("Stresses → Reiterates"));
    }

    #[test]
    fn what_the_body_does_itself_is_neither_stronger_nor_weaker_than_what_it_asks() {
        for (old, new, language) in [("Prie le Bureau", "Décide de", Language::Fr), ("Decides to", "Urges States", Language::En)]
        {
            assert_eq!(verb_change(old, new, [language; 2]).expect("another verb").force, None, "{old}");
        }
    }
}
