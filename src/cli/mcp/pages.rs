//! Answers that stay small: lists in pages, long texts cut where they can be asked for further.
//!
//! ```text
//! {"total": 412, "from": 0, "items": […], "next": 57}     →     ask again with "from": 57
//! ```

use serde::Serialize;

/// Characters of the items of one page, about 5,000 of the tokens in which assistants count.
const PAGE: usize = 20_000;

/// Characters of one text in a list.
pub(super) const TEXT: usize = 2_000;

/// A part of a list.
#[derive(Debug, Serialize)]
pub(super) struct Page<T> {
    /// Items of the whole list.
    total: usize,
    /// The index of the first one here.
    from: usize,
    items: Vec<T>,
    /// Where to go on; null at the end.
    next: Option<usize>,
}

/// What fits on a page of `items`, from the one with index `from`: one at least, where there is one.
pub(super) fn page<T: Serialize>(items: impl IntoIterator<Item = T>, from: usize) -> Page<T> {
    let mut page = Page { total: 0, from, items: vec![], next: None };
    let mut length = 0;
    for item in items {
        let index = page.total;
        page.total += 1;
        if index < from || page.next.is_some() {
            continue;
        }
        length += serde_json::to_string(&item).map_or(0, |json| json.chars().count());
        if length > PAGE && !page.items.is_empty() {
            page.next = Some(index);
        } else {
            page.items.push(item);
        }
    }
    page
}

/// At most `most` characters of `text` from the one with index `from`, and how many are left.
pub(super) fn part(text: &str, from: usize, most: usize) -> (String, usize) {
    let part: String = text.chars().skip(from).take(most).collect();
    let left = text.chars().count().saturating_sub(from + part.chars().count());
    (part, left)
}

/// `text`, cut after [`TEXT`] characters.
pub(super) fn cut(text: &str) -> String {
    let (part, left) = part(text, 0, TEXT);
    if left == 0 { part } else { format!("{part} … ({left} more characters: ask for this paragraph)") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_hold_every_item_once() {
        let items: Vec<String> = (0..90).map(|n| n.to_string().repeat(500)).collect();
        let (mut from, mut seen, mut pages) = (Some(0), vec![], 0);
        while let Some(at) = from {
            let page = page(&items, at);
            assert!(serde_json::to_string(&page).unwrap().len() < 22_000 && page.total == 90);
            seen.extend(page.items.into_iter().cloned());
            (from, pages) = (page.next, pages + 1);
        }
        assert!(seen == items && pages > 3, "{pages} pages");
    }

    #[test]
    fn a_long_text_is_cut_and_can_be_asked_for_further() {
        let text = "é".repeat(TEXT + 7);
        assert!(cut(&text).ends_with("é … (7 more characters: ask for this paragraph)"));
        assert_eq!(part(&text, TEXT, 5), ("é".repeat(5), 2));
        assert_eq!(part(&text, TEXT * 2, 5), (String::new(), 0));
    }
}
