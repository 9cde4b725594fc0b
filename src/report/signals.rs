//! What a change is about, where that is worth pointing at: a figure or a date, or the verb that a paragraph decides with.
//!
//! ```text
//! [-fifteen-]{+12+} persons            a figure
//! by 1 [-May-]{+June+}                 a date
//! [-Urges-]{+Invites+} the Bureau      the operative verb
//! ```
//!
//! A deletion and the insertion that follows it are one change: what one of them says, both are about. Only changes of substance are
//! looked at, and only inside paragraphs that both texts have. Of number words, articles do not count ("un", "one").

use super::row::Signal;
use crate::align::Relation;
use crate::compare::{Change, Edit, EditWeight, Op};
use crate::findings::VerbChange;
use crate::language::{Language, is_number_word};
use crate::text::fold;

/// The signal of each edit of `change`.
pub(super) fn signals(change: &Change, languages: [Language; 2], verb: Option<&VerbChange>) -> Vec<Signal> {
    if matches!(change.link.relation, Relation::Inserted | Relation::Deleted) {
        return vec![Signal::default(); change.edits.len()];
    }
    let mut signals = Vec::with_capacity(change.edits.len());
    let (mut old_at, mut new_at) = (0, 0);
    for edits in super::editorial::changes(&change.edits) {
        let is_substantive = edits[0].weight == Some(EditWeight::Substantive);
        let is_figure = is_substantive && edits.iter().any(|edit| has_figure(&edit.text, language(edit, languages)));
        let is_verb = is_substantive && verb.is_some_and(|verb| old_at < verb.old_end || new_at < verb.new_end);
        signals.extend(edits.iter().map(|_| Signal { is_figure, is_verb }));
        for edit in edits {
            let length = edit.text.chars().count();
            old_at += if edit.op == Op::Insert { 0 } else { length };
            new_at += if edit.op == Op::Delete { 0 } else { length };
        }
    }
    signals
}

fn language(edit: &Edit, [old, new]: [Language; 2]) -> Language {
    if edit.op == Op::Delete { old } else { new }
}

/// Whether `text` holds a figure, a number word or a month.
fn has_figure(text: &str, language: Language) -> bool {
    let lexicon = language.lexicon();
    let is_figure = |word: &str| {
        let folded = fold(word);
        // "may" is a month with a capital only.
        let has_case = !lexicon.spelling.has_capital_months || word.starts_with(char::is_uppercase);
        let is_month = has_case && lexicon.months.contains(&folded.as_str());
        let is_number = lexicon.number_words.contains(&folded.as_str()) && !is_article(&folded, language);
        is_month || is_number || is_number_word(&folded, language).is_some()
    };
    text.contains(char::is_numeric) || text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).any(is_figure)
}

fn is_article(word: &str, language: Language) -> bool {
    word == "one" || language.lexicon().function_words.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_number_words_and_months_are_figures() {
        for (text, language) in [
            ("12 persons", Language::En),
            ("ICC-ASP/20/Res.2", Language::En),
            ("twelve", Language::En),
            ("in May", Language::En),
            ("dix-huitième", Language::Fr),
            ("le mois de décembre", Language::Fr),
            ("veintidós", Language::Es),
            ("diciembre", Language::Es),
        ] {
            assert!(has_figure(text, language), "{text}");
        }
        for (text, language) in [("may wish", Language::En), ("one of them", Language::En), ("une session", Language::Fr)] {
            assert!(!has_figure(text, language), "{text}");
        }
    }
}
