//! Amounts in figures: "1 200 000", "9,7", "12.5 %", "US$ 5.2", "10-20".
//!
//! What parts thousands in one language parts decimals in another: a comma before three digits is one thousand in English, and a point
//! before three digits in French and Spanish. Amounts are exact, in decimal digits.

use crate::language::Language;
use crate::text::currency_code;

/// An exact number: `digits` with the last `decimals` of them behind the point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Amount {
    /// "-" of "−2,5 %", "±"; nothing of "+2".
    sign: &'static str,
    digits: u128,
    decimals: u32,
}

impl Amount {
    pub(super) fn whole(value: u32) -> Self {
        Self { sign: "", digits: u128::from(value), decimals: 0 }
    }

    /// A thousand times as much for three `noughts`.
    pub(super) fn scaled(self, noughts: u32) -> Option<Self> {
        let shift = noughts.saturating_sub(self.decimals);
        let digits = self.digits.checked_mul(10_u128.checked_pow(shift)?)?;
        Some(Self { digits, decimals: self.decimals.saturating_sub(noughts), ..self })
    }

    /// So many quarters more of a whole number.
    pub(super) fn and_quarters(self, quarters: u32) -> Option<Self> {
        let digits = self.digits.checked_mul(100)?.checked_add(u128::from(quarters) * 25)?;
        (self.decimals == 0).then_some(Self { digits, decimals: 2, ..self })
    }

    pub(super) fn plus(self, more: u32) -> Option<Self> {
        let more = u128::from(more).checked_mul(10_u128.checked_pow(self.decimals)?)?;
        Some(Self { digits: self.digits.checked_add(more)?, ..self })
    }

    pub(super) fn is_below(self, limit: u32) -> bool {
        self.digits / 10_u128.pow(self.decimals) < u128::from(limit)
    }

    /// Ten thousand or more: neither a footnote mark nor a year.
    pub(super) fn is_large(self) -> bool {
        self.digits / 10_u128.pow(self.decimals) >= 10_000
    }

    pub(super) fn is_one(self) -> bool {
        self == Self::whole(1)
    }
}

impl std::fmt::Display for Amount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let digits = format!("{:0width$}", self.digits, width = self.decimals as usize + 1);
        let (whole, part) = digits.split_at(digits.len() - self.decimals as usize);
        let part = part.trim_end_matches('0');
        let point = if part.is_empty() { "" } else { "." };
        write!(f, "{}{whole}{point}{part}", self.sign)
    }
}

/// What is said of a figure in its own token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    None,
    Percent,
    /// The code of its money.
    Money(&'static str),
}

/// The amounts of a number's token, two of a range, with its unit; None for ordinals, "n° 5", "§ 3".
pub(super) fn amounts(text: &str, language: Language) -> Option<(Vec<Amount>, Unit)> {
    let is_digit = |c: char| c.is_ascii_digit();
    // "1 270万"
    let scaled = [('万', 4), ('亿', 8)].into_iter().find_map(|(sign, noughts)| Some((text.strip_suffix(sign)?, noughts)));
    let (text, noughts) = scaled.unwrap_or((text, 0));
    let (first, last) = (text.find(is_digit)?, text.rfind(is_digit)?);
    let before = text[..first].trim();
    let sign = match before.chars().next() {
        Some('-' | '\u{2212}' | '–') => "-",
        Some('±') => "±",
        _ => "",
    };
    let unit = unit(before.trim_start_matches(['-', '\u{2212}', '–', '±', '+']), text[last + 1..].trim())?;
    let one = |part| amount(part, language)?.scaled(noughts).map(|amount| Amount { sign, ..amount });
    let amounts = text[first..=last].split(['-', '–']).map(one).collect::<Option<Vec<_>>>()?;
    (amounts.len() <= 2).then_some((amounts, unit))
}

fn unit(before: &str, after: &str) -> Option<Unit> {
    match (before.trim(), after) {
        ("", "") => Some(Unit::None),
        ("", "%") => Some(Unit::Percent),
        ("", sign) | (sign, "") => money(sign).map(Unit::Money),
        _ => None,
    }
}

fn money(sign: &str) -> Option<&'static str> {
    Some(match sign {
        "$" | "US$" => "USD",
        "C$" | "CA$" | "CAN$" => "CAD",
        "A$" | "AU$" => "AUD",
        "€" => "EUR",
        "£" => "GBP",
        "¥" | "JP¥" => "JPY",
        "CN¥" => "CNY",
        "₹" => "INR",
        "₽" => "RUB",
        "₩" => "KRW",
        _ => return currency_code(sign),
    })
}

/// "1 200 000", "9,7", "1,200.50".
fn amount(text: &str, language: Language) -> Option<Amount> {
    let text: String = match language {
        // The groups of a number are typed so that they look right from right to left: "000 100" is a hundred thousand.
        Language::Ar => text.split_whitespace().rev().collect(),
        _ => text.chars().filter(|c| !c.is_whitespace()).collect(),
    };
    let decimal = language.lexicon().spelling.decimal;
    let thousands = if decimal == '.' { ',' } else { '.' };
    let groups: Vec<&str> = text.split(thousands).collect();
    let [first, others @ ..] = groups.as_slice() else { return None };
    // The other language's decimal sign, in a quotation or a slip: "0.7" in a French text.
    let is_grouped = |group: &&str| group.split(decimal).next().is_some_and(|whole| whole.len() == 3);
    let text = if others.iter().all(is_grouped) && *first != "0" {
        groups.concat()
    } else {
        text.replace(thousands, &decimal.to_string())
    };
    let (whole, part) = text.split_once(decimal).unwrap_or((&text, ""));
    let digits = format!("{whole}{part}").parse().ok()?;
    Some(Amount { sign: "", digits, decimals: part.len() as u32 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_exact_in_each_language() {
        let read = |text, language| {
            let (amounts, unit) = amounts(text, language)?;
            Some((amounts.iter().map(ToString::to_string).collect::<Vec<_>>().join("|"), unit))
        };
        let cases = [
            ("1 200 000", Language::Fr, "1200000", Unit::None),
            ("9,7", Language::Fr, "9.7", Unit::None),
            ("-2,5 %", Language::Fr, "-2.5", Unit::Percent),
            ("\u{2212}3", Language::En, "-3", Unit::None),
            ("–1,5", Language::Fr, "-1.5", Unit::None),
            ("-$3", Language::En, "-3", Unit::Money("USD")),
            ("–€250,000", Language::En, "-250000", Unit::Money("EUR")),
            ("+3", Language::En, "3", Unit::None),
            ("0.7", Language::Fr, "0.7", Unit::None),
            ("1.200", Language::Es, "1200", Unit::None),
            ("1,200.50", Language::En, "1200.5", Unit::None),
            ("12,5 %", Language::Fr, "12.5", Unit::Percent),
            ("US$ 5.2", Language::En, "5.2", Unit::Money("USD")),
            ("1 200 000 €", Language::Fr, "1200000", Unit::Money("EUR")),
            ("10-20", Language::Fr, "10|20", Unit::None),
            ("500 000 CAD", Language::Fr, "500000", Unit::Money("CAD")),
            ("XAF 600 000", Language::En, "600000", Unit::Money("XAF")),
            ("¥7,000", Language::En, "7000", Unit::Money("JPY")),
            ("1,5", Language::Ru, "1.5", Unit::None),
            ("1 270万", Language::Zh, "12700000", Unit::None),
            ("8.7亿", Language::Zh, "870000000", Unit::None),
            ("700 787 8", Language::Ar, "8787700", Unit::None),
        ];
        for (text, language, amount, unit) in cases {
            assert_eq!(read(text, language), Some((amount.to_owned(), unit)), "{text}");
        }
        assert_eq!(read("8e", Language::Fr), None);
        assert_eq!(Amount { sign: "", digits: 97, decimals: 1 }.scaled(6).map(|a| a.to_string()).as_deref(), Some("9700000"));
    }
}
