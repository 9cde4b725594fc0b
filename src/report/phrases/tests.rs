use std::collections::BTreeMap;

use super::*;

#[test]
fn a_part_of_a_name_that_looks_like_a_hole_is_not_filled_again() {
    assert_eq!(fill("moved from {} to {}", &["{}", "b"]), "moved from {} to b");
}

/// The phrases of `language` by the path of their fields, as `badges.moved_to` or `doubts.(2.1`, read from the debug form, which no field can
/// be missing in. A plural is all of its forms. The plurals and articles of names are left out: each language has its own.
fn said(language: Language) -> BTreeMap<String, Vec<String>> {
    const PLURALS: [&str; 4] = ["Any(", "Two(", "Three(", "Six("];
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    // The steps to here, and how many nameless members each has had.
    let mut path: Vec<(String, usize)> = vec![];
    for line in format!("{:#?}", Phrases::of(language)).lines().skip(1) {
        let text = line.trim().trim_end_matches(',');
        if matches!(text, "]" | ")" | "}") {
            path.pop();
            continue;
        }
        let is_named = text.starts_with(|c: char| c.is_ascii_lowercase());
        let (name, rest) = text.split_once(": ").filter(|_| is_named).map_or((None, text), |(name, rest)| (Some(name), rest));
        let at = path.last_mut().filter(|_| name.is_none()).map_or(0, |(_, count)| std::mem::replace(count, *count + 1));
        let step = name.map_or_else(|| at.to_string(), str::to_owned);
        if !rest.starts_with('"') && rest.ends_with(['[', '(', '{']) {
            let sort = if PLURALS.contains(&rest) { "*" } else { rest };
            path.push((if sort.len() == 1 && sort != "[" { format!("{sort}{step}") } else { step }, 0));
            continue;
        }
        let mut steps: Vec<&str> = path.iter().map(|(step, _)| step.as_str()).collect();
        match steps.iter().position(|step| step.starts_with('*')) {
            Some(plural) => steps.truncate(plural + 1),
            None => steps.push(&step),
        }
        let key = steps.join(".");
        if !["language", "names.plurals", "names.articles"].iter().any(|own| key.starts_with(own)) {
            found.entry(key).or_default().push(rest.trim_matches('"').to_owned());
        }
    }
    found
}

/// The holes of a phrase, and how many of each.
fn holes(said: &str) -> Vec<(&'static str, usize)> {
    // What stands before a number, "{p}", is said once, twice or not at all.
    let holes = ["{}", "{a}", "{b}", "{d}", "{m}", "{y}", "{n}", "{what}"].map(|hole| (hole, said.matches(hole).count()));
    holes.into_iter().filter(|&(_, count)| count > 0).collect()
}

#[test]
fn each_phrase_is_there_in_each_language_with_its_holes_and_codes() {
    let english = said(Language::En);
    assert!(english.len() > 600, "{}", english.len());
    for language in Language::ALL {
        let own = said(language);
        let keys = |said: &BTreeMap<String, Vec<String>>| said.keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(&own), keys(&english), "{}", language.code());
        for ((key, forms), model) in own.iter().zip(english.values()) {
            let place = format!("{} {key} {forms:?}", language.code());
            let is_code =
                key.ends_with(".0") && key.trim_end_matches(".0").rsplit('.').next().is_some_and(|step| step.starts_with('('));
            if is_code {
                assert_eq!(forms, model, "{place}");
            }
            // A form for none, one or two may say so in words.
            assert_eq!(forms.iter().map(|form| holes(form)).max(), model.iter().map(|form| holes(form)).max(), "{place}");
            assert!(forms.iter().all(|form| holes(form).len() <= holes(&model[0]).len() && !form.is_empty()), "{place}");
        }
    }
}

#[test]
fn no_phrase_is_left_in_english() {
    // Names of programs and of forms of files are the same everywhere.
    const NAMES: [&str; 5] = ["PDF", "Word", "OpenDocument", "Akoma Ntoso", "Akoma Ntoso (.xml)"];
    let english = said(Language::En);
    let letters = |said: &str| {
        holes(said)
            .iter()
            .fold(said.to_owned(), |said, (hole, _)| said.replace(hole, ""))
            .bytes()
            .any(|b| b.is_ascii_alphabetic())
    };
    for language in [Language::Ru, Language::Ar, Language::Zh] {
        for ((key, forms), model) in said(language).iter().zip(english.values()) {
            let is_code = key.contains(".(") && key.ends_with(".0");
            let is_same = forms[0] == model[0] && letters(&model[0]) && !NAMES.contains(&model[0].as_str());
            assert!(is_code || !is_same, "{} {key} {forms:?}", language.code());
        }
    }
}
