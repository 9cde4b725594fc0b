//! Names of delegations in a rolling text. Where no known name stands, nothing is a proposal.

use crate::language::{Language, delegations};

/// The names that are known, the longest first.
pub(super) struct Hands {
    known: Vec<String>,
}

/// What may stand between two names.
const BETWEEN: [&str; 9] = [", and ", ", ", "; ", " / ", "/", " and ", " et ", " y ", " & "];

impl Hands {
    /// The names `given`, else those of states and groups in every language.
    pub(super) fn of(given: &[String]) -> Self {
        let usual = || Language::ALL.into_iter().flat_map(delegations).map(str::to_owned).collect();
        let mut known: Vec<String> = if given.is_empty() { usual() } else { given.to_vec() };
        known.sort_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
        known.dedup();
        Self { known }
    }

    fn name<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-');
        let name = self.known.iter().find(|name| text.strip_prefix(name.as_str()).is_some_and(ends))?;
        let end = name.len() + usize::from(text[name.len()..].starts_with('+'));
        Some(text.split_at(end))
    }

    /// The names that `text` begins with, and what follows them.
    pub(super) fn names<'t>(&self, text: &'t str) -> Option<(Vec<String>, &'t str)> {
        let (first, mut rest) = self.name(text)?;
        let mut names = vec![first.to_owned()];
        while let Some((name, after)) = BETWEEN.iter().find_map(|between| self.name(rest.strip_prefix(between)?)) {
            names.push(name.to_owned());
            rest = after;
        }
        Some((names, rest))
    }

    /// The names that all of `text` is.
    pub(super) fn all(&self, text: &str) -> Option<Vec<String>> {
        self.names(text.trim()).filter(|(_, rest)| rest.is_empty()).map(|(names, _)| names)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_words() {
        let hands = Hands::of(&[]);
        let names = |text| hands.names(text).map(|(names, rest)| (names.join("|"), rest.to_owned()));
        let found = |names: &str, rest: &str| Some((names.to_owned(), rest.to_owned()));
        assert_eq!(names("Chad/Japan: as it stands"), found("Chad|Japan", ": as it stands"));
        assert_eq!(
            names("Niger, Nigeria and Guinea-Bissau, supported by Peru"),
            found("Niger|Nigeria|Guinea-Bissau", ", supported by Peru")
        );
        assert_eq!(names("EU+: delete"), found("EU+", ": delete"));
        assert_eq!(names("Pérou et Tchad : supprimer"), found("Pérou|Tchad", " : supprimer"));
        assert_eq!(names("Chadian proposals"), None);
        assert_eq!(hands.all("Iran (Islamic Republic of)").map(|names| names.len()), Some(1));
    }
}
