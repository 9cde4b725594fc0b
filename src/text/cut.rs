//! A paragraph as the words, figures and marks that a reader sees as one.
//!
//! ```text
//! Prie l’Assemblée d'examiner 1 200 000 € et/ou la résolution 2728 (2024), p. ex. au § 3, le 9 mai 2021
//! Prie·l’·Assemblée·d'·examiner·1 200 000 €·et·/·ou·la·résolution·2728 (2024)·,·p. ex.·au·§ 3·,·le·9 mai 2021
//! ```
//!
//! What a reader reads whole must change whole: a figure with its separators, sign and unit, a [date](super::date), a document
//! symbol, an abbreviation, a hyphenated compound. What is two words though printed as one falls apart: an elided article, "et/ou".
//! White space is a token of its own.
//!
//! The text is cut at white space first, since UAX #29 glues U+202F to its word; each chunk is then cut by
//! [`chunk`](super::chunk), and what runs over a space is put together by [`join`](super::join). `O(n)`.

use super::chunk::{cut_chunk, latin_letters};
use super::join::join_over_space;
use super::token::{Token, TokenKind};

/// The tokens of `text`; their texts, joined, are `text`.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut cut = Vec::with_capacity(text.len() / 3);
    tokens_into(text, &mut cut);
    cut
}

/// The same, in a list whose memory is used again.
pub(crate) fn tokens_into<'a>(text: &'a str, cut: &mut Vec<Token<'a>>) {
    cut.clear();
    let mut rest = text;
    while !rest.is_empty() {
        let (space, after) = rest.split_at(blanks(rest));
        if !space.is_empty() {
            cut.push(Token { text: space, kind: TokenKind::Space });
        }
        let letters = latin_letters(after.as_bytes());
        // Most words are letters between spaces.
        let is_plain = letters > 0 && matches!(after.as_bytes()[letters..], [] | [b' ', ..]);
        let (chunk, after) = after.split_at(if is_plain { letters } else { letters + chunk_length(&after[letters..]) });
        let first = cut.len();
        if is_plain {
            cut.push(Token { text: chunk, kind: TokenKind::Word });
        } else {
            cut_chunk(chunk, letters, cut);
        }
        join_over_space(text, cut, first, text.len() - rest.len() + space.len());
        rest = after;
    }
}

/// How many bytes of white space `text` begins with.
fn blanks(text: &str) -> usize {
    match text.as_bytes() {
        // One space before ASCII is what stands between most words.
        [b' ', b'!'..=b'~', ..] => 1,
        [b'!'..=b'~', ..] => 0,
        _ => text.find(|c: char| !c.is_whitespace()).unwrap_or(text.len()),
    }
}

/// How many bytes of `text` come before its first white space.
fn chunk_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        match bytes.get(at) {
            None => return at,
            Some(b'!'..=b'~') => at += 1,
            // é and its like; U+0085 and U+00A0 are white space.
            Some(0xC3) => at += 2,
            Some(b) if b.is_ascii_whitespace() => return at,
            _ => return at + text[at..].find(char::is_whitespace).unwrap_or(bytes.len() - at),
        }
    }
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

    proptest::proptest! {
        #[test]
        fn tokens_tile_the_text(text in "([\\PC]{0,3}|Rés\\.|ICC-ASP/20/Res\\.2|12,5|1 200|cafe\u{301}|\\[|«|»|[ \u{A0}\u{202F}]){0,30}") {
            let cut = tokens(&text);
            proptest::prop_assert!(cut.iter().all(|token| !token.text.is_empty()));
            proptest::prop_assert_eq!(cut.iter().map(|token| token.text).collect::<String>(), text);
        }
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
            "ICC-ASP/20/Res.2", "ICC-ASP-18", "A/RES/79/186", "RC/Dec.2", "S/RES/2728", "A/HRC/RES/55/22", "34/14",
            "A/C.3/78/L.5/Rev.1", "WHA75.12/4",
        ] {
            is_one(symbol, TokenKind::Symbol);
        }
    }

    #[test]
    fn a_compound_or_an_abbreviation_is_one_token() {
        for word in [
            "vingt-et-unième", "twenty-first", "peut-être", "inter\u{2011}organes", "U.S.", "art.", "p. ex.", "p.ex.", "e.g.",
            "aujourd'hui", "Court's", "Nations-Unies",
        ] {
            is_one(word, TokenKind::Word);
        }
    }

    #[test]
    fn a_power_or_an_index_is_one_token_with_what_bears_it() {
        for word in ["m²", "km²", "CO₂", "H₂O"] {
            is_one(word, TokenKind::Word);
        }
        is_one("10⁶", TokenKind::Number);
        assert_eq!(cut("25 m², 2 €/m³; Rome² et"), "25|m²|,|2 €|/|m³|;|Rome|²|et");
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
    }

    #[test]
    fn a_date_is_one_token() {
        for date in [
            "9 décembre 2021", "1er\u{A0}mars 2021", "9 décembre", "décembre 2021", "9 December 2021", "December 9, 2021",
            "May 2021", "9 de diciembre de 2021", "diciembre de 2021", "1º de mayo",
        ] {
            is_one(date, TokenKind::Date);
        }
        assert_eq!(cut("le 9 décembre 2021 30 États"), "le|9 décembre 2021|30|États");
        assert_eq!(cut("32 mars 2021"), "32|mars 2021");
        assert_eq!(cut("article 12 may apply; 2021 mai"), "article|12|may|apply|;|2021|mai");
    }

    #[test]
    fn the_year_of_a_resolution_is_part_of_its_number() {
        is_one("S/RES/2728 (2024)", TokenKind::Symbol);
        is_one("1325 (2000)", TokenKind::Symbol);
        assert_eq!(cut("1325 (2000), 1820 (2008) et 12 (trois) (2008)"), "1325 (2000)|,|1820 (2008)|et|12|(|trois|)|(|2008|)");
    }
}
