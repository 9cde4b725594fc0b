//! Phrases by how many there are.
//!
//! ```text
//!       1           2             5              21           100
//! en    1 question  2 questions   5 questions    21 questions 100 questions
//! ru    1 вопрос    2 вопроса     5 вопросов     21 вопрос    100 вопросов
//! ar    سؤال واحد   سؤالان        5 أسئلة        21 سؤالا     100 سؤال
//! zh    1个问题      2个问题        5个问题         21个问题      100个问题
//! ```
//!
//! The forms are those of Unicode's CLDR for whole numbers (Language Plural Rules: cardinals), but that none is several in French too, as
//! "0 ajoutés" beside "3 ajoutés" reads.

use super::fill;

/// A phrase with a `{}` for how many there are, in the forms that its language tells apart.
#[derive(Debug, Clone, Copy)]
pub enum Plural {
    /// Fits any number, as in Chinese, and where the number stands behind: "слов: {}".
    Any(&'static str),
    /// One; others: English, French, Spanish.
    Two(&'static str, &'static str),
    /// One, few, many: Russian.
    Three([&'static str; 3]),
    /// None, one, two, few, many, others: Arabic.
    Six([&'static str; 6]),
}

impl Plural {
    /// The form for `count`.
    pub fn form(self, count: usize) -> &'static str {
        let (tens, hundreds) = (count % 10, count % 100);
        match self {
            Self::Any(form) => form,
            Self::Two(one, other) => [one, other][usize::from(count != 1)],
            Self::Three(forms) => {
                forms[match (tens, hundreds) {
                    (_, 11..=14) => 2,
                    (1, _) => 0,
                    (2..=4, _) => 1,
                    _ => 2,
                }]
            }
            Self::Six(forms) => {
                forms[match (count, hundreds) {
                    (0..=2, _) => count,
                    (_, 3..=10) => 3,
                    (_, 11..=99) => 4,
                    _ => 5,
                }]
            }
        }
    }
}

/// `count` with the words for so many.
pub fn counted(plural: Plural, count: usize) -> String {
    fill(plural.form(count), &[&count.to_string()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_take_the_form_of_their_number() {
        let said = |plural: Plural, counts: &[usize]| counts.iter().map(|&count| plural.form(count)).collect::<String>();
        assert_eq!(said(Plural::Two("1", "n"), &[0, 1, 2, 21]), "n1nn");
        assert_eq!(
            said(Plural::Three(["1", "f", "m"]), &[0, 1, 2, 4, 5, 11, 12, 14, 20, 21, 22, 25, 101, 111, 112, 122]),
            "m1ffmmmmm1fm1mmf"
        );
        assert_eq!(
            said(Plural::Six(["0", "1", "2", "f", "m", "o"]), &[0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 111, 202]),
            "012ffmmooofmo"
        );
        assert_eq!(counted(Plural::Any("слов: {}"), 21), "слов: 21");
    }
}
