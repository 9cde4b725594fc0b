//! What facts are made of in a language: counts, amounts, ordinals, citations.

/// The words of one language that make a figure a fact. All in small letters.
pub(crate) struct FactWords {
    /// What is cited by its number: the singular, then other forms; those of `lists` may have several numbers.
    pub(crate) cited: &'static [(&'static str, &'static [&'static str])],
    /// What is counted through the years, so that its ordinal rolls: singular and plural.
    pub(crate) rolled: &'static [(&'static str, &'static str)],
    /// Nouns whose number says nothing by itself: volumes, pages, supplements.
    pub(crate) shelved: &'static [&'static str],
    /// "and", "or".
    pub(crate) and: &'static [&'static str],
    /// What stands before the letter of a part that is cited: "lettre".
    pub(crate) letters: &'static [&'static str],
    /// From one to another.
    pub(crate) to: &'static [&'static str],
    /// Before two ends that "and" joins.
    pub(crate) between: &'static [&'static str],
    /// An article before the second end.
    pub(crate) the: &'static [&'static str],
    /// "per cent".
    pub(crate) percent: &'static [&'static [&'static str]],
    /// Words that multiply the figure before them, with how many noughts they stand for.
    pub(crate) scales: &'static [(&'static str, u32)],
    /// Between such a word and what is counted.
    pub(crate) of: &'static [&'static str],
    /// Names of money, with their codes; the longer first.
    pub(crate) money: &'static [(&'static str, &'static str)],
    /// Whose money it is, before its name.
    pub(crate) whose: &'static [&'static str],
    /// Adjectives that may stand before what is counted.
    pub(crate) adjectives: &'static [&'static str],
    /// What ends a group of words, beside the function words of the language.
    pub(crate) ties: &'static [&'static str],
    /// Parts of a whole, with what they divide by.
    pub(crate) parts: &'static [(&'static str, u32)],
    /// Words for the half.
    pub(crate) halves: &'static [&'static str],
    /// What stands about a part that no number counts: "a third of".
    pub(crate) shares: Around,
    /// Between a number and the whole that it is a part of: "34 of the 90 fisheries".
    pub(crate) among: &'static [&'static [&'static str]],
    /// The last word of those between a count and its whole: "3 personnes sur 10".
    pub(crate) out_of: &'static [&'static str],
    /// What makes the figure before it a time of the day.
    pub(crate) clock: &'static [&'static str],
    /// What a time of the day in figures is followed by where it may be a number too: "10.30 horas".
    pub(crate) hours: &'static [&'static str],
    /// The noun of `cited` whose number is that of an operative paragraph.
    pub(crate) paragraph: &'static str,
    /// The noun of `rolled` by which the body counts its sessions.
    pub(crate) session: &'static str,
    /// How participles begin that say what was done at a session: "held", "adopté".
    pub(crate) done: &'static [&'static str],
    /// What stands before such a participle where it is to be done: "to be held".
    pub(crate) to_be: &'static [&'static str],
    /// Beside a session that goes on after a pause: "resumed".
    pub(crate) resumed: &'static [&'static str],
    /// Monday first.
    pub(crate) weekdays: [&'static str; 7],
    /// What follows a citation of a part of another text: "of the Charter".
    pub(crate) of_another: &'static [&'static str],
    /// What follows a citation of the text itself: "above".
    pub(crate) here: &'static [&'static str],
    /// What stands between the symbol of a resolution and its day.
    pub(crate) dated: &'static [&'static str],
    /// Before what is spoken of as known: "the 66 recommendations".
    pub(crate) definite: &'static [&'static str],
    /// What adds a half to the number before it.
    pub(crate) and_a_half: &'static [&'static [&'static str]],
    /// Before a hundred or a thousand that is none: "several".
    pub(crate) several: &'static [&'static str],
    /// What stands behind the noun by which the body counts its sessions, and is part of it: "período de sesiones".
    pub(crate) of_sessions: &'static [&'static str],
    /// Words that say how near a number is, and nothing of what is counted: "more than", "about".
    pub(crate) degrees: &'static [&'static str],
    /// Before what a noun or its verb belongs to: "members of the Board", "ratified the Convention". What is elided has no apostrophe.
    pub(crate) belongings: &'static [&'static str],
    /// What a clause of its own begins with, beside "and" and "or": "that", "which".
    pub(crate) clauses: &'static [&'static str],
    /// Units of time and measure, the forms of each together, in one order in all languages: two periods of three years need have
    /// nothing in common, and two months are not two weeks.
    pub(crate) units: &'static [&'static [&'static str]],
    /// What the nouns of `cited` and `rolled` are in every language, by one English name: "séance" and "meeting" are one, and so are nouns
    /// that translators choose between, as "commission" and "committee".
    pub(crate) concepts: &'static [(&'static str, &'static str)],
    /// Words that are a number by themselves, with the unit that they count in English, if any: "decade" is 10 years, "twice" is 2. One
    /// that ends in `*` stands for all that begin so: "annuel*". A word that says two things has two entries.
    pub(crate) said: &'static [(&'static str, u32, &'static str)],
    /// Those of `said` that mostly are no figure where no other stands against them: "once", "both", "annual", "decade".
    pub(crate) loose: &'static [&'static str],
    /// What may stand for "one" before a noun, beside the number: "a month".
    pub(crate) one: &'static [&'static str],
    /// Where the noun stands.
    pub(crate) noun: NounPlace,
}

impl FactWords {
    /// The entries of `said` that `word`, in small letters, is one of.
    pub(crate) fn said_by(&self, word: &str) -> impl Iterator<Item = &'static (&'static str, u32, &'static str)> {
        let is_it = move |name: &str| name.strip_suffix('*').map_or(word == name, |stem| word.starts_with(stem));
        self.said.iter().filter(move |(name, ..)| is_it(name))
    }
}

/// Words before and after something.
pub(crate) struct Around {
    pub(crate) before: &'static [&'static str],
    pub(crate) after: &'static [&'static str],
}

/// Where the noun stands among the words of its group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NounPlace {
    /// "recommandations utiles"
    First,
    /// "small island States"
    Last,
}
