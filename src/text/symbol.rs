//! Document symbols, "ICC-ASP/20/Res.2", "A/RES/79/144", and how they are spelt.

/// Whether `word` is a whole document symbol: at least two slashes, a capital first and a figure last.
pub(crate) fn is_symbol(word: &str) -> bool {
    word.matches('/').count() >= 2 && word.starts_with(char::is_uppercase) && word.ends_with(|c: char| c.is_ascii_digit())
}

/// One spelling for a symbol: "ICC-ASP-18/Rés.3" is "ICC-ASP/18/Res.3".
pub(crate) fn symbol_spelling(symbol: &str) -> String {
    let spaced: Vec<&str> = symbol.split_whitespace().collect();
    let mut spelling = spaced.join(" ").replace(['\u{2010}', '\u{2011}'], "-");
    // "1591(2005)"
    if let Some((number, year)) = spelling.split_once('(').filter(|(number, _)| number.bytes().all(|b| b.is_ascii_digit())) {
        spelling = format!("{number} ({year}");
    }
    for (other, one) in [("Rés", "Res"), ("RÉS", "RES"), ("Déc", "Dec"), ("DÉC", "DEC")] {
        spelling = spelling.replace(other, one);
    }
    // The session after the name of a body, but not that of "ES-10" or "S-24".
    match spelling.match_indices('-').find(|&(at, _)| is_body(&spelling[..at]) && opens_figure(&spelling[at + 1..])) {
        Some((at, _)) => format!("{}/{}", &spelling[..at], &spelling[at + 1..]),
        None => spelling,
    }
}

fn is_body(name: &str) -> bool {
    name.len() > 2 && name.bytes().all(|b| b.is_ascii_uppercase() || b == b'-')
}

fn opens_figure(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_has_one_spelling() {
        for (printed, spelling) in [
            ("ICC-ASP-18/Rés.3", "ICC-ASP/18/Res.3"),
            ("ICC-ASP/20/Res.2", "ICC-ASP/20/Res.2"),
            ("A/ES-10/L.31", "A/ES-10/L.31"),
            ("S-24/2", "S-24/2"),
            ("1325\u{a0}(2000)", "1325 (2000)"),
            ("1325(2000)", "1325 (2000)"),
        ] {
            assert_eq!(symbol_spelling(printed), spelling);
        }
    }
}
