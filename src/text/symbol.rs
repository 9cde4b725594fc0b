//! Document symbols: "ICC-ASP/20/Res.2", "A/RES/79/144".

/// Whether `word` is a whole document symbol: at least two slashes, a capital first and a figure last.
pub fn is_symbol(word: &str) -> bool {
    word.matches('/').count() >= 2 && word.starts_with(char::is_uppercase) && word.ends_with(|c: char| c.is_ascii_digit())
}
