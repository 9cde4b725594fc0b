//! A paragraph as the words, figures and marks that a reader sees as one.
//!
//! ```text
//! Prie l’Assemblée d'examiner 1 200 000 € et/ou la résolution ICC-ASP/20/Res.2, p. ex. au § 3
//! Prie·l’·Assemblée·d'·examiner·1 200 000 €·et·/·ou·la·résolution·ICC-ASP/20/Res.2·,·p. ex.·au·§ 3
//! ```
//!
//! What a reader reads whole must change whole: a figure with its separators, sign and unit, a document symbol, an
//! abbreviation, a hyphenated compound. What is two words though printed as one falls apart: an elided article, "et/ou".
//! White space is a token of its own.
//!
//! The text is cut at white space first, since UAX #29 glues U+202F to its word; each chunk is then cut by
//! [`chunk`](super::chunk), and the figures and abbreviations that run over a space are joined here. `O(n)`.
//!
//! Incomplete: a date is several tokens, and "(2024)" is not part of the symbol before it.

use super::chunk::cut_chunk;

/// A piece of a text that changes whole or not at all. Tokens tile the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Token<'a> {
    /// The characters, as they stand.
    pub text: &'a str,
    /// What a reader takes it for.
    pub kind: TokenKind,
}

/// What a reader takes a token for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A run of white space.
    Space,
    /// A word, an elided article, a compound, an abbreviation.
    Word,
    /// A figure with all that belongs to it: "1 200 000", "12.5 %", "§ 3", "8e".
    Number,
    /// A document symbol: "ICC-ASP/20/Res.2", "34/14".
    Symbol,
    /// Punctuation, a bracket, a quotation mark, a sign that stands alone.
    Mark,
}

/// The tokens of `text`; their texts, joined, are `text`.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut cut = Vec::with_capacity(text.len() / 3);
    let mut rest = text;
    while !rest.is_empty() {
        let blank = rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len());
        let (space, after) = rest.split_at(blank);
        if !space.is_empty() {
            cut.push(Token { text: space, kind: TokenKind::Space });
        }
        let (chunk, after) = after.split_at(after.find(char::is_whitespace).unwrap_or(after.len()));
        cut_chunk(chunk, &mut cut);
        rest = after;
    }
    join_over_spaces(text, cut)
}

/// Joins what a space keeps apart though it is read as one: "1 200 000", "12 %", "§ 3", "p. ex.".
fn join_over_spaces<'a>(text: &'a str, cut: Vec<Token<'a>>) -> Vec<Token<'a>> {
    let mut joined: Vec<Token<'a>> = Vec::with_capacity(cut.len());
    let mut end = 0;
    for token in cut {
        end += token.text.len();
        // A join leaves the place of the space before it, so a third group meets the two that are one already.
        if let [.., before, space] = joined.as_slice()
            && space.kind == TokenKind::Space
            && let Some(kind) = reads_on(*before, space.text, token)
        {
            let start = end - token.text.len() - space.text.len() - before.text.len();
            joined.truncate(joined.len() - 2);
            joined.push(Token { text: &text[start..end], kind });
        } else {
            joined.push(token);
        }
    }
    joined
}

/// The kind of `before` and `token` read as one, if they are.
fn reads_on(before: Token, space: &str, token: Token) -> Option<TokenKind> {
    let mut blanks = space.chars();
    if !matches!((blanks.next(), blanks.next()), (Some(' ' | '\u{A0}' | '\u{202F}' | '\u{2009}'), None)) {
        return None;
    }
    let whole = match (before.kind, token.kind) {
        (TokenKind::Number, TokenKind::Number) => is_grouped(before.text) && is_group(token.text),
        (TokenKind::Number, TokenKind::Mark) => is_unit(token.text) && before.text.ends_with(|c: char| c.is_ascii_digit()),
        (TokenKind::Number, TokenKind::Word) => {
            is_currency_code(token.text) && !before.text.get(..3).is_some_and(is_currency_code)
        }
        (TokenKind::Mark | TokenKind::Word, TokenKind::Number) => opens_number(before.text),
        (TokenKind::Word, TokenKind::Word) => matches!((before.text, token.text), ("p." | "P.", "ex.")),
        _ => false,
    };
    let kind = if token.kind == TokenKind::Word && before.kind == TokenKind::Word { TokenKind::Word } else { TokenKind::Number };
    whole.then_some(kind)
}

/// Whether a group of three digits may follow: one to three digits, or groups already, whatever sign stands before.
fn is_grouped(number: &str) -> bool {
    let digits = number.trim_start_matches(|c: char| !c.is_ascii_digit());
    let mut groups = digits.split(char::is_whitespace);
    let first = groups.next().is_some_and(|g| (1..=3).contains(&g.len()) && g.bytes().all(|b| b.is_ascii_digit()));
    first && !digits.starts_with('0') && groups.all(|g| g.len() == 3)
}

/// Whether a figure is a further group of a number: three digits, and what may follow the last of them.
fn is_group(number: &str) -> bool {
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &number[digits..];
    let decimals = rest.strip_prefix([',', '.']).map(|d| d.trim_start_matches(|c: char| c.is_ascii_digit()));
    digits == 3 && (rest.is_empty() || decimals.is_some_and(|after| after.is_empty() || is_unit(after)) || is_unit(rest))
}

pub(super) fn is_unit(text: &str) -> bool {
    matches!(text, "%" | "‰") || is_currency(text)
}

pub(super) fn is_currency(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next_back().is_some_and(|c| matches!(c, '$' | '\u{A2}'..='\u{A5}' | '\u{20A0}'..='\u{20CF}'))
        && text.len() <= 6
        && chars.all(|c| c.is_ascii_uppercase())
}

fn is_currency_code(text: &str) -> bool {
    matches!(text, "USD" | "EUR" | "GBP" | "CHF" | "CAD" | "XAF" | "JPY")
}

/// Whether a mark or word is read as one with the figure after it.
fn opens_number(text: &str) -> bool {
    matches!(text, "§" | "§§" | "n°" | "N°" | "nº" | "Nº" | "№") || is_currency(text) || is_currency_code(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tokens that are not white space, with a bar between.
    fn cut(text: &str) -> String {
        let cut = tokens(text);
        assert_eq!(cut.iter().map(|t| t.text).collect::<String>(), text);
        cut.iter().filter(|t| t.kind != TokenKind::Space).map(|t| t.text).collect::<Vec<_>>().join("|")
    }

    fn is_one(whole: &str, kind: TokenKind) {
        for text in [whole.to_owned(), format!("voir {whole}, ainsi"), format!("({whole})"), format!("« {whole} »")] {
            let found = tokens(&text).into_iter().find(|t| t.text == whole).map(|t| t.kind);
            assert_eq!(found, Some(kind), "{text}: {}", cut(&text));
        }
    }

    #[test]
    fn a_figure_is_one_token() {
        for figure in [
            "2021",
            "1 200 000",
            "1\u{A0}200\u{A0}000",
            "1\u{202F}200\u{202F}000",
            "1\u{2009}200",
            "1,200,000",
            "1 200 000,50",
            "12.5 %",
            "12,5\u{A0}%",
            "12,5",
            "12%",
            "-3",
            "§ 3",
            "§3",
            "n° 5",
            "n°5",
            "1 200 000 €",
            "$1,200,000",
            "US$500",
            "5 000 EUR",
            "8e",
            "1er",
            "20th",
            "2014-2018",
            "2014–2018",
            "+5",
        ] {
            is_one(figure, TokenKind::Number);
        }
    }

    #[test]
    fn a_symbol_is_one_token() {
        for symbol in [
            "ICC-ASP/20/Res.2",
            "ICC-ASP-18",
            "A/RES/79/186",
            "RC/Dec.2",
            "S/RES/2728",
            "A/HRC/RES/55/22",
            "34/14",
            "A/C.3/78/L.5/Rev.1",
            "WHA75.12/4",
        ] {
            is_one(symbol, TokenKind::Symbol);
        }
    }

    #[test]
    fn a_compound_or_an_abbreviation_is_one_token() {
        for word in [
            "vingt-et-unième",
            "twenty-first",
            "peut-être",
            "inter\u{2011}organes",
            "U.S.",
            "art.",
            "p. ex.",
            "p.ex.",
            "e.g.",
            "aujourd'hui",
            "Court's",
            "Nations-Unies",
        ] {
            is_one(word, TokenKind::Word);
        }
    }

    #[test]
    fn an_elision_is_two_tokens() {
        assert_eq!(cut("l'Assemblée"), "l'|Assemblée");
        assert_eq!(cut("d’examen qu'il jusqu’à"), "d’|examen|qu'|il|jusqu’|à");
        assert_eq!(cut("L’après-guerre qu'aujourd’hui"), "L’|après-guerre|qu'|aujourd’hui");
        assert_eq!(cut("l'« Organe »"), "l'|«|Organe|»");
        assert_eq!(cut("l'ICC-ASP/20/Res.2"), "l'|ICC-ASP/20/Res.2");
    }

    #[test]
    fn marks_and_slashes_stand_alone() {
        assert_eq!(cut("et/ou"), "et|/|ou");
        assert_eq!(cut("[12 ter.] (a);"), "[|12|ter|.|]|(|a|)|;");
        assert_eq!(cut("fin.Le début"), "fin|.|Le|début");
        assert_eq!(cut("etc... « oui »"), "etc|...|«|oui|»");
        assert_eq!(cut("recommandations\u{202F}; 12 personnes"), "recommandations|;|12|personnes");
    }

    #[test]
    fn figures_that_only_stand_side_by_side_stay_apart() {
        assert_eq!(cut("en 2019 200 personnes"), "en|2019|200|personnes");
        assert_eq!(cut("articles 12 et 13, 14 15"), "articles|12|et|13|,|14|15");
        assert_eq!(cut("le 9 décembre 2021"), "le|9|décembre|2021");
    }
}
