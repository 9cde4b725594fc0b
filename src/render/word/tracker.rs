//! Who changed what: the marks of tracked changes, each with an id of its own.

use super::xml::Names;

/// A kind of tracked change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Inserted,
    Deleted,
    MovedFrom,
    MovedTo,
}

impl Mark {
    /// What its element is called.
    pub(super) fn tag(self) -> &'static str {
        match self {
            Self::Inserted => "ins",
            Self::Deleted => "del",
            Self::MovedFrom => "moveFrom",
            Self::MovedTo => "moveTo",
        }
    }

    /// Whether text under it is of the old side alone.
    pub(super) fn is_gone(self) -> bool {
        matches!(self, Self::Deleted | Self::MovedFrom)
    }
}

/// The schema wants a date on the ends of a move, though nobody is shown it: one that is plainly none.
const NO_DATE: &str = "1970-01-01T00:00:00Z";

/// One of those whose the changes are; the first unless another is named.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Author(u32);

/// Signs changes and counts their ids.
#[derive(Debug)]
pub(super) struct Tracker {
    authors: Vec<String>,
    /// Who signs what comes next.
    signs: Author,
    date: Option<String>,
    next: u32,
}

impl Tracker {
    /// Ids count from `first`.
    pub(super) fn new(author: &str, date: Option<&str>, first: u32) -> Self {
        Self { authors: vec![author.to_owned()], signs: Author::default(), date: date.map(str::to_owned), next: first }
    }

    /// The author of this name.
    pub(super) fn author(&mut self, name: &str) -> Author {
        let known = self.authors.iter().position(|author| author == name);
        let at = known.unwrap_or_else(|| {
            self.authors.push(name.to_owned());
            self.authors.len() - 1
        });
        Author(u32::try_from(at).unwrap_or_default())
    }

    /// From here on `author` signs.
    pub(super) fn sign_as(&mut self, author: Author) {
        self.signs = author;
    }

    /// All whose changes there are.
    pub(super) fn authors(&self) -> &[String] {
        &self.authors
    }

    fn name(&self) -> &str {
        &self.authors[self.signs.0 as usize]
    }

    /// An id that nothing has yet.
    pub(super) fn id(&mut self) -> u32 {
        self.next += 1;
        self.next - 1
    }

    /// Id, author and date of a change.
    pub(super) fn signed(&mut self, names: &Names) -> String {
        let id = names.attribute("id", &self.id().to_string());
        id + &self.signature(names)
    }

    /// Author and date.
    pub(super) fn signature(&self, names: &Names) -> String {
        let date = self.date.as_ref().map(|date| names.attribute("date", date)).unwrap_or_default();
        names.attribute("author", self.name()) + &date
    }

    /// The author's initials, for comments.
    pub(super) fn initials(&self) -> String {
        self.name().split_whitespace().filter_map(|word| word.chars().next()).take(3).collect()
    }

    /// Runs under a mark; nothing for no runs.
    pub(super) fn wrap(&mut self, names: &Names, mark: Mark, runs: &str) -> String {
        if runs.is_empty() { String::new() } else { names.element(mark.tag(), &self.signed(names), runs) }
    }

    /// The same, at the end of `content`; what is under the same mark there already goes on.
    pub(super) fn wrap_on(&mut self, names: &Names, mark: Mark, runs: &str, content: &mut String) {
        let close = format!("</{}>", names.tag(mark.tag()));
        if !runs.is_empty() && content.ends_with(&close) {
            content.truncate(content.len() - close.len());
            content.push_str(runs);
            content.push_str(&close);
        } else {
            content.push_str(&self.wrap(names, mark, runs));
        }
    }

    /// The mark on the end of a paragraph, or on a row.
    pub(super) fn on_paragraph(&mut self, names: &Names, mark: Mark) -> String {
        names.empty(mark.tag(), &self.signed(names))
    }

    /// The start tag of a change that the file had already, for a second part of it.
    pub(super) fn again(&mut self, names: &Names, open: &str) -> String {
        let start = names.attribute("id", "");
        let Some((before, rest)) = open.split_once(start.trim_end_matches('"')) else { return open.to_owned() };
        let Some((_, after)) = rest.trim_start_matches('"').split_once('"') else { return open.to_owned() };
        format!("{before}{}{after}", names.attribute("id", &self.id().to_string()))
    }

    /// The two ends of a moved range called `name`; `mark` says of which place.
    pub(super) fn range(&mut self, names: &Names, mark: Mark, name: &str) -> [String; 2] {
        let id = names.attribute("id", &self.id().to_string());
        let author = names.attribute("author", self.name());
        let date = names.attribute("date", self.date.as_deref().unwrap_or(NO_DATE));
        let start = id.clone() + &names.attribute("name", name) + &author + &date;
        let tag = mark.tag();
        [names.empty(&format!("{tag}RangeStart"), &start), names.empty(&format!("{tag}RangeEnd"), &id)]
    }
}
