//! What stands firm and what is fought over: how often paragraphs and sections changed, and how old their oldest wording is.

use super::life::Life;
use crate::language::Language;
use crate::report::phrases::Phrases;
use crate::report::row::Role;

/// How stable one paragraph, or a section, is.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Stability {
    /// What it is called.
    pub name: String,
    /// The id of its life; of a section none.
    pub life: Option<String>,
    /// How many paragraphs there are, and how many of them never changed.
    pub paragraphs: [usize; 2],
    /// The label of the text since which nothing changed; of a section, since which none of its paragraphs did.
    pub unchanged_since: String,
    /// In how many texts it changed; of a section, its paragraphs taken together.
    pub changes: usize,
    /// How often a paragraph changed, for each text after the first that had it: "0.4".
    pub rate: String,
    /// The label of the text that its oldest words stem from.
    pub oldest: String,
}

/// Sections in the order of the latest text, and its paragraphs, the most often changed first.
pub(super) fn stability(lives: &[Life], labels: &[String], tongue: (Language, &Phrases)) -> [Vec<Stability>; 2] {
    let alive = || lives.iter().filter(|life| life.lost.is_none() && !matches!(life.role, Role::Heading(_)));
    let mut sections: Vec<(Option<&str>, Vec<&Life>)> = vec![];
    for life in alive() {
        let section = life.section.as_deref();
        match sections.iter_mut().find(|(name, _)| *name == section) {
            Some((_, lives)) => lives.push(life),
            None => sections.push((section, vec![life])),
        }
    }
    let named = sections.into_iter().map(|(name, lives)| Stability {
        name: name.unwrap_or(tongue.1.years.preamble).to_owned(),
        ..of(&lives, labels, tongue.0)
    });
    let mut paragraphs: Vec<&Life> = alive().collect();
    paragraphs.sort_by_key(|life| std::cmp::Reverse(life.changes));
    let single =
        |life: &Life| Stability { name: life.name.clone(), life: Some(life.id.clone()), ..of(&[life], labels, tongue.0) };
    [named.collect(), paragraphs.into_iter().map(single).collect()]
}

fn of(lives: &[&Life], labels: &[String], language: Language) -> Stability {
    let texts = labels.len();
    let possible: usize = lives.iter().map(|life| life.chances()).sum();
    let changes = lives.iter().map(|life| life.changes).sum();
    let steady = lives.iter().map(|life| life.steady).min().unwrap_or(texts);
    let oldest = lives.iter().map(|life| life.oldest).min().unwrap_or_default();
    Stability {
        name: String::new(),
        life: None,
        paragraphs: [lives.len(), lives.iter().filter(|life| life.steady == texts).count()],
        unchanged_since: labels[texts - steady.clamp(1, texts)].clone(),
        changes,
        rate: rate(changes, possible, language),
        oldest: labels[oldest].clone(),
    }
}

/// `count` in `chances`, to a tenth; a dash where there was no chance.
fn rate(count: usize, chances: usize, language: Language) -> String {
    let Some(tenths) = (20 * count + chances).checked_div(2 * chances) else { return "–".to_owned() };
    let point = language.lexicon().spelling.decimal;
    format!("{}{point}{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_rounded_to_a_tenth_and_written_as_the_language_does() {
        assert_eq!([rate(1, 3, Language::En), rate(2, 3, Language::Fr), rate(4, 4, Language::Es)], ["0.3", "0,7", "1,0"]);
        assert_eq!(rate(0, 0, Language::En), "–");
    }
}
