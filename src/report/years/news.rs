//! What each text changed, in words: the picture of a series for those who do not see it, and for those who count.

use super::cell::Sign;
use super::life::Life;
use crate::report::phrases::{Phrases, fill};

/// What one text changed.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct News {
    /// The index of the text.
    pub document: usize,
    /// By what happened; nothing that happened to none.
    pub items: Vec<NewsItem>,
}

/// One thing that happened to paragraphs.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct NewsItem {
    /// What happened.
    pub sign: Sign,
    /// In words.
    pub said: &'static str,
    /// To which: name and id of each life; those that went by the names they had.
    pub lives: Vec<(String, String)>,
}

/// What every text but the first changed.
pub(super) fn news(lives: &[Life], texts: usize, phrases: &'static Phrases) -> Vec<News> {
    (1..texts).map(|document| News { document, items: items(lives, document, phrases) }).collect()
}

fn items(lives: &[Life], document: usize, phrases: &'static Phrases) -> Vec<NewsItem> {
    let of = |sign: Sign| {
        let touched = lives.iter().filter(|life| life.cells[document].signs.contains(&sign));
        let former = |life: &Life| life.cells[document - 1].name.as_ref().map(|name| fill(phrases.badges.former, &[name]));
        let name = |life: &Life| life.cells[document].name.clone().or_else(|| former(life));
        touched.map(|life| (name(life).unwrap_or_default(), life.id.clone())).collect::<Vec<_>>()
    };
    let signs = Sign::ALL.into_iter().filter(|sign| sign.is_change());
    let items = signs.map(|sign| NewsItem { sign, said: sign.said(phrases), lives: of(sign) });
    items.filter(|item| !item.lives.is_empty()).collect()
}
