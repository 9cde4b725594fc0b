//! What a value of an option may be.

use crate::report::Context;

/// `--context`.
pub(super) fn context(typed: &str) -> Result<Context, String> {
    if typed == "all" {
        return Ok(Context::All);
    }
    typed.parse().map(Context::Paragraphs).map_err(|_| "a number of paragraphs, or all".to_owned())
}

/// The name of a file, or - for standard input.
pub(super) fn file_name(typed: &str) -> Result<String, String> {
    if typed.is_empty() { Err("the name of a file".to_owned()) } else { Ok(typed.to_owned()) }
}

/// `--max-size`: "65536", "64K", "64M", "64MiB", "1G".
pub(super) fn size(typed: &str) -> Result<u64, String> {
    let digits = typed.find(|c: char| !c.is_ascii_digit()).unwrap_or(typed.len());
    let shift = match &typed[digits..] {
        "" | "B" => 0,
        "K" | "KiB" => 10,
        "M" | "MiB" => 20,
        "G" | "GiB" => 30,
        _ => return Err("a number of bytes, such as 65536, 64K or 64M".to_owned()),
    };
    let number: u64 = typed[..digits].parse().map_err(|_| "a number of bytes, such as 65536, 64K or 64M".to_owned())?;
    number.checked_mul(1 << shift).ok_or_else(|| "a smaller number of bytes".to_owned())
}

/// `--date`: a day, or a moment as Word has it.
pub(super) fn moment(typed: &str) -> Result<String, String> {
    let wrong = || "a day such as 2021-12-09, or a moment such as 2021-12-09T10:00:00Z".to_owned();
    let parsed: toml::value::Datetime = typed.parse().map_err(|_| wrong())?;
    match (parsed.date, parsed.time, parsed.offset) {
        (Some(day), None, None) => Ok(format!("{day}T00:00:00Z")),
        (Some(_), Some(_), None | Some(toml::value::Offset::Z)) => Ok(format!("{}Z", parsed.to_string().trim_end_matches('Z'))),
        _ => Err(wrong()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_bytes_or_has_a_binary_unit() {
        assert_eq!(size("512"), Ok(512));
        assert_eq!(size("64M"), Ok(64 << 20));
        assert_eq!(size("2KiB"), Ok(2048));
        assert!(size("99999999999G").is_err());
        assert!(size("M").is_err());
        assert!(size("-1").is_err());
    }

    #[test]
    fn a_date_is_a_day_or_a_moment() {
        assert_eq!(moment("2021-12-09"), Ok("2021-12-09T00:00:00Z".to_owned()));
        assert_eq!(moment("2021-12-09T10:30:00Z"), Ok("2021-12-09T10:30:00Z".to_owned()));
        assert!(moment("yesterday").is_err());
        assert!(moment("2021-13-09").is_err());
    }

    #[test]
    fn a_context_is_a_number_or_all() {
        assert_eq!(context("all"), Ok(Context::All));
        assert_eq!(context("0"), Ok(Context::Paragraphs(0)));
        assert!(context("some").is_err());
    }
}
