//! The labels of a list inside a sentence.
//!
//! ```text
//! Requests the Board: (a) to meet; (b) to vote; and (c) to report        a, b, c
//! Demande aux États : 1) de ratifier la Convention, 2) de payer           1, 2
//! as set out in paragraph 3 (b)                                           none: no list begins there
//! ```
//!
//! A label counts items, and says nothing by itself: it is the one that follows the label before it, from the first of its kind on, and
//! a bracket closes it. One alone is no list. `O(n)`.

use super::label::roman_value;

/// Which of `words`, the words and signs of a text without its white space, are labels of a list.
pub(crate) fn listed(words: &[&str]) -> Vec<usize> {
    let mut labels = vec![];
    // The list that is open: how it counts, and its labels.
    let mut list: (usize, Vec<usize>) = (0, vec![]);
    for (at, pair) in words.windows(2).enumerate() {
        let [before, ")"] = *pair else { continue };
        let goes_on =
            words.get(at + 2).is_some_and(|next| next.starts_with(|c: char| c.is_alphanumeric() || "«“\"[".contains(c)));
        let values = values(before);
        if !goes_on || values.iter().all(Option::is_none) {
            continue;
        }
        let (way, known) = &mut list;
        if !known.is_empty() && values[*way] == Some(known.len() as u32 + 1) {
            known.push(at);
        } else if let Some(way) = values.iter().position(|value| *value == Some(1)) {
            let done = std::mem::replace(&mut list, (way, vec![at])).1;
            if done.len() > 1 {
                labels.extend(done);
            }
        }
    }
    if list.1.len() > 1 {
        labels.extend(list.1);
    }
    labels
}

/// The place of a label in a list that counts in figures, in Roman ones, or in letters.
fn values(word: &str) -> [Option<u32>; 3] {
    const LONGEST: usize = 5;
    if word.len() > LONGEST {
        return [None; 3];
    }
    let letter = match word.as_bytes() {
        [letter @ (b'a'..=b'z' | b'A'..=b'Z')] => Some(u32::from(letter.to_ascii_lowercase() - b'a') + 1),
        _ => None,
    };
    [word.parse().ok(), roman_value(word), letter]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_follows_the_one_before_it() {
        let found = |text: &str| {
            let words: Vec<&str> = crate::text::tokens(text).iter().map(|token| token.text).filter(|text| *text != " ").collect();
            listed(&words).into_iter().map(|at| words[at].to_owned()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(found("asks it: (a) to meet; (b) to vote; and (c) to report"), "a b c");
        assert_eq!(found("prie : 1) de signer, 2) de payer"), "1 2");
        assert_eq!(found("(i) to meet; (ii) to vote; (iii) to go"), "i ii iii");
        assert_eq!(found("(a) one; (b) two, namely (i) this, (ii) that"), "a b i ii");
        assert_eq!(found("paragraph 3 (b) of it, and article 5 (a) of that"), "");
        assert_eq!(found("Mali (1), Peru (2)"), "");
    }
}
