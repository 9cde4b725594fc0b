//! What rolled forward by itself: nobody decided it, the years did.
//!
//! ```text
//! twenty-third session        → twenty-fourth session         one more, as the session of the text is
//! 10 to 14 June 2024          → 23 to 27 June 2025            a year later, within a season
//! A/78/339                    → A/79/340                      a symbol
//! Recalling … , and resolution 78/272 of 24 April 2024        a recital that names the latest
//! by 1 May 2024               → by 1 November 2024            no: somebody gave more time
//! ```
//!
//! The step between two texts is that of their sessions, else of the years in which they were adopted, else one.

use super::{Redlined, weights};
use crate::findings::{FactKind, Finding, Rule};
use crate::structure::{Document, Kind};

/// For each finding, whether it rolled forward by itself.
pub(super) fn routine(redlined: Redlined<'_>) -> Vec<bool> {
    let step = step(redlined.documents);
    let new = redlined.documents[1];
    let rolls = |finding: &Finding| match (finding.rule, finding.kind) {
        (Rule::Changed, Some(kind)) => {
            let was = finding.was.as_ref().map_or("", |was| was.value.as_str());
            has_rolled(kind, [was, &finding.value], step)
        }
        // The lists of what a recital recalls grow and shrink each year.
        (Rule::Added | Rule::Dropped, Some(FactKind::Symbol | FactKind::Date | FactKind::Citation | FactKind::Ordinal)) => {
            new.units[finding.unit].kind == Kind::Preambular
        }
        _ => false,
    };
    redlined.findings.iter().map(rolls).collect()
}

/// How many sessions or years lie between two texts; one where that is unknown.
fn step([old, new]: [&Document; 2]) -> i64 {
    let session = |document: &Document| document.session.as_ref()?.parse::<i64>().ok();
    let year = |document: &Document| document.year()?.parse::<i64>().ok();
    let between = |of: &dyn Fn(&Document) -> Option<i64>| Some(of(new)? - of(old)?).filter(|&step| step > 0);
    between(&session).or_else(|| between(&year)).unwrap_or(1)
}

/// Whether a figure went from one value to another as the years do.
fn has_rolled(kind: FactKind, [was, now]: [&str; 2], step: i64) -> bool {
    match kind {
        FactKind::Symbol | FactKind::Citation => true,
        FactKind::Ordinal => {
            let [(was, of), (now, what)] = [was, now].map(|value| value.split_once(' ').unwrap_or((value, "")));
            let on = was.parse::<i64>().ok().zip(now.parse::<i64>().ok()).map(|(was, now)| now - was);
            of == what && on.is_some_and(|on| (1..=weights::MEETINGS_A_STEP * step).contains(&on))
        }
        FactKind::Date | FactKind::Period => match (moment(was), moment(now)) {
            (Some((year, None)), Some((later, _))) | (Some((year, _)), Some((later, None))) => later - year == step,
            (Some((year, Some(month))), Some((later, Some(other)))) => {
                let on = (later - year) * 12 + other - month;
                on == 0 || (on - 12 * step).abs() <= weights::SEASON
            }
            _ => false,
        },
        _ => false,
    }
}

/// The year of a date or of where a period begins, and its month: the last of several.
fn moment(value: &str) -> Option<(i64, Option<i64>)> {
    let date = value.split(", ").last()?.split('/').next()?;
    let mut parts = date.split('-');
    let year = parts.next()?.parse().ok()?;
    Some((year, parts.next().and_then(|month| month.parse().ok())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_years_do_is_routine_and_what_somebody_decides_is_not() {
        use FactKind::{Count, Date, Ordinal, Period, Symbol};
        let routine = [
            (Ordinal, "23 session", "24 session"),
            (Ordinal, "60 session", "63 session"),
            (Date, "2023-04-11", "2024-04-01"),
            (Date, "2023-07-31, 2023-08-01", "2024-10-21, 2024-10-22"),
            (Date, "2023", "2024"),
            (Period, "2024-06-10/2024-06-14", "2025-06-23/2025-06-27"),
            (Period, "2025-06", "2025-06-09/2025-06-13"),
            (Symbol, "A/78/339", "A/79/340"),
        ];
        let decided = [
            (Ordinal, "24 session", "23 session"),
            (Ordinal, "3 report", "4 session"),
            (Date, "2024-05-01", "2024-11-01"),
            (Date, "2025-12-31", "2027-12-31"),
            (Date, "2024", "2024-11-01"),
            (Count, "13 persons", "14 persons"),
        ];
        for (kind, was, now) in routine {
            assert!(has_rolled(kind, [was, now], 1), "{was} → {now}");
        }
        for (kind, was, now) in decided {
            assert!(!has_rolled(kind, [was, now], 1), "{was} → {now}");
        }
        assert!(has_rolled(Date, ["2021-12", "2023-12"], 2));
    }
}
