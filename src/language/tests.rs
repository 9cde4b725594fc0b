//! Every list has every language, and holds what its users look for.

use super::*;
use crate::text::capitalised;

/// A list of words by its name.
type Named = (&'static str, Vec<&'static str>);

#[allow(clippy::too_many_lines, reason = "a line for each list")]
/// All lists of a language, but those of one word. Without `..`, so that a new list is not forgotten here.
fn lists(lexicon: &'static Lexicon) -> Vec<Named> {
    let Lexicon {
        language: _,
        function_words,
        preambular,
        preambular_endings,
        operative,
        articles,
        bodies,
        further_bodies,
        months,
        before_years,
        annex,
        divisions,
        articles_of_law,
        rules_of_law,
        sections_of_law,
        enacts,
        enacts_below,
        resolved,
        resolved_so,
        be_it,
        done_at,
        mail,
        contents,
        votes,
        alternatives,
        placeholders,
        agreed,
        positions,
        instructions,
        turns,
        adopted,
        meeting,
        circulation,
        languages,
        imprint,
        page,
        page_of,
        and,
        see,
        notes_below,
        numbered_nouns,
        before_counts,
        measures,
        after_marks,
        number_words,
        compounds,
        hyphen_heads,
        always_hyphened,
        hyphen_tails,
        solid,
        spelling: _,
        facts,
        verbs,
    } = lexicon;
    let FactWords {
        cited,
        rolled,
        shelved,
        and: joins,
        to,
        between,
        the,
        percent,
        scales,
        of,
        money,
        whose,
        adjectives,
        ties,
        parts,
        halves,
        letters,
        shares,
        among,
        out_of,
        clock,
        hours,
        paragraph,
        session,
        done,
        to_be,
        resumed,
        weekdays,
        of_another,
        here,
        dated,
        definite,
        and_a_half,
        several,
        of_sessions,
        degrees,
        belongings,
        clauses,
        units,
        concepts,
        said,
        loose,
        one,
        noun: _,
    } = facts;
    let VerbWords {
        neutral,
        neutral_pairs,
        light,
        determiners,
        ends,
        with,
        manners,
        adverb_ending,
        adverbs,
        before,
        after,
        persons,
        goes_on,
        forms,
        again,
        deeds,
        steps,
        intensifiers,
        asks,
    } = verbs;
    macro_rules! named {
        ($($list:ident),*) => { vec![$((stringify!($list), $list.to_vec())),*] };
    }
    let mut named = named![
        preambular_endings, articles, bodies, further_bodies, months, before_years, annex, divisions, articles_of_law,
        rules_of_law, sections_of_law, enacts, enacts_below, resolved, resolved_so, be_it, done_at, mail, contents, votes,
        alternatives, placeholders, agreed, positions, adopted, meeting, circulation, languages, imprint, page, and, see,
        notes_below, numbered_nouns, number_words, compounds, hyphen_heads, always_hyphened, hyphen_tails, solid, shelved, joins,
        to, between, the, of, whose, adjectives, ties, here, dated, definite, several, of_sessions, degrees, belongings, clauses,
        neutral, light, determiners, ends, manners, adverbs, before, after, persons, again, intensifiers, asks, halves, out_of,
        clock, hours, done, to_be, resumed, weekdays, of_another, loose, one, letters
    ];
    let Instructions { add, delete, replace, by, after: behind, before: ahead, stands, supported, unsupported, reserves } =
        instructions;
    named.extend([
        ("add", add.to_vec()),
        ("delete", delete.to_vec()),
        ("replace", replace.to_vec()),
        ("by", by.to_vec()),
        ("after what", behind.to_vec()),
        ("before what", ahead.to_vec()),
        ("stands", stands.to_vec()),
        ("supported", supported.to_vec()),
        ("unsupported", unsupported.to_vec()),
        ("reserves", reserves.to_vec()),
    ]);
    for (name, words) in [
        ("function_words", function_words),
        ("preambular", preambular),
        ("operative", operative),
        ("turns", turns),
        ("before_counts", before_counts),
        ("measures", measures),
        ("after_marks", after_marks),
    ] {
        named.push((name, words.all().to_vec()));
    }
    named.push((
        "single words",
        [*page_of, *paragraph, *session, *with]
            .into_iter()
            .chain((!adverb_ending.is_empty()).then_some(*adverb_ending))
            .collect(),
    ));
    let first = |pairs: &'static [(&'static str, &'static str)]| pairs.iter().map(|pair| pair.0).collect::<Vec<_>>();
    let numbered = |pairs: &'static [(&'static str, u32)]| pairs.iter().map(|pair| pair.0).collect::<Vec<_>>();
    named.extend([
        ("cited", cited.iter().map(|(one, _)| *one).collect::<Vec<_>>()),
        ("rolled", first(rolled)),
        ("money", first(money)),
        ("percent", percent.iter().map(|words| words[0]).collect()),
        ("scales", numbered(scales)),
        ("parts", numbered(parts)),
        ("shares before", shares.before.to_vec()),
        ("shares after", shares.after.to_vec()),
        ("goes_on", goes_on.concat()),
        ("forms", forms.iter().map(|(_, verb)| *verb).filter(|verb| !verb.is_empty()).collect()),
        ("deeds", first(deeds)),
        ("units", units.concat()),
        ("concepts", first(concepts)),
        ("said", said.iter().map(|(word, ..)| *word).collect()),
        ("and_a_half", and_a_half.concat()),
        ("among", among.iter().map(|words| words[0]).collect()),
        ("neutral_pairs", neutral_pairs.iter().map(|pair| pair[0]).collect()),
        ("steps", steps.iter().flat_map(|(.., entries)| entries.iter().copied()).collect()),
    ]);
    named
}

#[test]
fn every_list_has_every_language() {
    /// Lists that a language may have no words for.
    const MAY_BE_EMPTY: [&str; 12] = [
        "letters", "resolved_so", "whose", "of_sessions", "neutral_pairs", "adverbs", "before", "after", "persons", "compounds",
        "solid", "hyphen_tails",
    ];
    /// What a language does not have: articles of their own, endings that tell, hyphens, "be it resolved".
    const HAS_NONE: [(Language, &[&str]); 3] = [
        (Language::Ru, &["articles", "the", "of", "resolved", "be_it"]),
        (Language::Ar, &["preambular_endings", "the", "hyphen_heads", "always_hyphened", "forms", "resolved", "be_it"]),
        (
            Language::Zh,
            &[
                "preambular_endings", "articles", "the", "determiners", "hyphen_heads", "always_hyphened", "forms", "resolved",
                "be_it",
            ],
        ),
    ];
    /// Words that are looked for as they are printed.
    const MAY_HAVE_CAPITALS: [&str; 1] = ["numbered_nouns"];
    for language in Language::ALL {
        for (name, list) in lists(language.lexicon()) {
            let has_none = HAS_NONE.iter().any(|(known, names)| *known == language && names.contains(&name));
            assert!(!list.is_empty() || has_none || MAY_BE_EMPTY.contains(&name), "{}: {name} is empty", language.code());
            assert!(list.is_empty() || !has_none, "{}: {name} has words", language.code());
            assert!(list.iter().all(|word| !word.trim().is_empty()), "{}: {name} has an empty word", language.code());
            let capital = list.iter().find(|word| word.to_lowercase() != **word);
            assert!(capital.is_none() || MAY_HAVE_CAPITALS.contains(&name), "{}: {name} has {capital:?}", language.code());
        }
    }
}

#[test]
fn what_one_table_names_stands_in_the_other() {
    for language in Language::ALL {
        let Lexicon { facts, operative, verbs, months, .. } = language.lexicon();
        assert!(facts.cited.iter().any(|(one, _)| *one == facts.paragraph), "{}", language.code());
        assert!(facts.rolled.iter().any(|(one, _)| *one == facts.session), "{}", language.code());
        let unknown = verbs.asks.iter().find(|verb| !operative.contains(verb.split(' ').next().unwrap_or_default()));
        assert_eq!(unknown, None, "{}: asks, and is no operative verb", language.code());
        // The tokens of dates are cut before the language of a text is known.
        let has_capital = language.lexicon().spelling.has_capital_months;
        for month in months {
            let printed = if has_capital { capitalised(month) } else { (*month).to_owned() };
            // "9月" has its day behind it.
            let date = if language.lexicon().is_spaced() { format!("9 {printed}") } else { format!("{printed}9日") };
            let cut = crate::text::tokens(&date).len();
            assert_eq!(cut, 1, "{printed} makes no date");
        }
    }
}

#[test]
fn the_units_are_the_same_in_every_language() {
    let place = |language: Language, unit: &str| language.lexicon().facts.units.iter().position(|forms| forms.contains(&unit));
    for units in [["months", "mois", "meses"], ["hectares", "hectares", "hectáreas"], ["°f", "°f", "°f"]] {
        let places = [(Language::En, units[0]), (Language::Fr, units[1]), (Language::Es, units[2])].map(|(l, u)| place(l, u));
        assert!(places[0].is_some() && places.iter().all(|other| *other == places[0]), "{units:?}");
    }
}

#[test]
fn every_head_is_a_concept_that_every_language_has() {
    let concepts = |language: Language| language.lexicon().facts.concepts;
    for language in Language::ALL {
        let facts = &language.lexicon().facts;
        let heads = facts.cited.iter().map(|(one, _)| *one).chain(facts.rolled.iter().map(|(one, _)| *one));
        for head in heads {
            assert!(concepts(language).iter().any(|(noun, _)| *noun == head), "{}: {head} is no concept", language.code());
        }
        for (noun, concept) in concepts(language) {
            // "Period" is the "período" of a session in Spanish.
            let is_said = |other: Language| concepts(other).iter().any(|(_, same)| same == concept);
            assert!(*concept == "period" || Language::ALL.into_iter().all(is_said), "{}: {noun}", language.code());
        }
        let units = Language::En.lexicon().facts.units;
        let unknown = facts.said.iter().find(|(.., unit)| !unit.is_empty() && !units.iter().any(|forms| forms[0] == *unit));
        assert_eq!(unknown, None, "{}: counts no unit", language.code());
    }
}
