//! The labels of lists, as a browser counts them.
//!
//! ```text
//! <ol start=5>       5.   6.   7.
//! <ol type=a>        (a)  (b)  (c)        browsers print "a."; resolutions print "(a)"
//! <ol> in an <ol>    (1)  (2)  (3)        else it would count as a paragraph
//! <ul>               –    –    –
//! ```

use super::tree::Tree;
use crate::text::label::roman;

/// A list that is open.
pub(super) struct List {
    count: Count,
    next: i64,
    step: i64,
    /// An ordered list stands around it.
    inner: bool,
}

enum Count {
    Figures,
    Letters,
    Capitals,
    Roman,
    RomanCapitals,
    Dashes,
    Nothing,
}

impl List {
    /// Opens the list `node` within the lists `around`.
    pub(super) fn open(tree: &Tree, node: usize, around: &[Self]) -> Self {
        let ordered = tree.tag(node) == "ol";
        let number = |name| tree.attribute(node, name).and_then(|value| value.trim().parse::<i64>().ok());
        let reversed = ordered && tree.attribute(node, "reversed").is_some();
        let items = || tree.nodes[node].children.iter().filter(|child| tree.tag(**child) == "li").count();
        let first = if reversed { i64::try_from(items()).unwrap_or(1) } else { 1 };
        Self {
            count: Self::count(tree, node, ordered),
            next: number("start").filter(|_| ordered).unwrap_or(first),
            step: if reversed { -1 } else { 1 },
            inner: around.iter().any(|list| !matches!(list.count, Count::Dashes | Count::Nothing)),
        }
    }

    fn count(tree: &Tree, node: usize, ordered: bool) -> Count {
        let style = tree.attribute(node, "style").unwrap_or_default().to_ascii_lowercase();
        let named =
            style.split(';').filter_map(|rule| rule.split_once(':')).filter(|(name, _)| name.trim().starts_with("list-style"));
        for value in named.flat_map(|(_, value)| value.split_whitespace()) {
            return match value {
                "none" => Count::Nothing,
                "decimal" | "decimal-leading-zero" => Count::Figures,
                "lower-alpha" | "lower-latin" => Count::Letters,
                "upper-alpha" | "upper-latin" => Count::Capitals,
                "lower-roman" => Count::Roman,
                "upper-roman" => Count::RomanCapitals,
                "disc" | "circle" | "square" => Count::Dashes,
                _ => continue,
            };
        }
        match tree.attribute(node, "type").unwrap_or_default().trim() {
            "a" => Count::Letters,
            "A" => Count::Capitals,
            "i" => Count::Roman,
            "I" => Count::RomanCapitals,
            _ if ordered => Count::Figures,
            _ => Count::Dashes,
        }
    }

    /// The label of the item `node`, which counts on.
    pub(super) fn label(&mut self, tree: &Tree, node: usize) -> Option<String> {
        let value = tree.attribute(node, "value").and_then(|value| value.trim().parse::<i64>().ok()).unwrap_or(self.next);
        self.next = value.saturating_add(self.step);
        // Browsers print figures where letters and numerals have no such number.
        let small = u32::try_from(value).ok().filter(|v| (1..=399).contains(v));
        let figures = || if self.inner { format!("({value})") } else { format!("{value}.") };
        let spelled = |spell: fn(u32) -> String| small.map_or_else(figures, |value| format!("({})", spell(value)));
        match self.count {
            Count::Nothing => None,
            Count::Dashes => Some("–".to_owned()),
            Count::Figures => Some(figures()),
            Count::Letters => Some(spelled(letters)),
            Count::Capitals => Some(spelled(|value| letters(value).to_uppercase())),
            Count::Roman => Some(spelled(roman)),
            Count::RomanCapitals => Some(small.map_or_else(figures, |value| format!("{}.", roman(value).to_uppercase()))),
        }
    }
}

/// a … z, aa, ab …
fn letters(mut value: u32) -> String {
    let mut out = vec![];
    while value > 0 {
        value -= 1;
        out.insert(0, char::from(b'a' + u8::try_from(value % 26).unwrap_or(0)));
        value /= 26;
    }
    out.into_iter().collect()
}
