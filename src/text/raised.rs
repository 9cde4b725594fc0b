//! Figures set high.
//!
//! ```text
//! Statute²   7²,³ members   members⁶⁻⁸       marks: 2; 2 and 3; 6, 7 and 8
//! 25 m²      1 €/m³      3 × 10⁶   CO²       powers and indices: part of the words
//! ```

use std::ops::Range;

/// A footnote mark, or a power, as small raised figures; after a caret where a sign has no raised form.
pub(crate) fn raised(mark: &str) -> String {
    let raise = |c: char| match c {
        '0' => Some('⁰'),
        '1' => Some('¹'),
        '2' => Some('²'),
        '3' => Some('³'),
        '4'..='9' => char::from_u32(u32::from('⁴') + u32::from(c) - u32::from('4')),
        '*' | '†' | '‡' => Some(c),
        _ => None,
    };
    mark.chars().map(raise).collect::<Option<String>>().unwrap_or_else(|| format!("^{mark}"))
}

/// The figure that a raised character stands for.
pub(crate) fn superscript(c: char) -> Option<char> {
    match c {
        '⁰' => Some('0'),
        '¹' => Some('1'),
        '²' => Some('2'),
        '³' => Some('3'),
        '\u{2074}'..='\u{2079}' => char::from_digit(u32::from(c) - 0x2070, 10),
        _ => None,
    }
}

/// The numbers in one run of raised figures, each with its bytes: of "²,³" 2 and 3, of "⁶⁻⁸" 6, 7 and 8. A sign between two figures
/// goes with the first; a number that is only meant has no bytes.
pub(crate) type RaisedRun = Vec<(Range<usize>, u32)>;

/// The number in raised figures that `text` opens with, and what stands behind it: 4 and "Report" of "⁴ Report".
pub(crate) fn raised_opening(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c| superscript(c).is_none()).unwrap_or(text.len());
    let digits: String = text[..end].chars().filter_map(superscript).collect();
    Some((digits.parse().ok()?, &text[end..]))
}

/// The runs of raised figures in `text`, in order.
pub(crate) fn raised_runs(text: &str) -> Vec<RaisedRun> {
    let mut runs: Vec<RaisedRun> = vec![];
    let mut from = 0;
    while let Some(start) = text[from..].find(|c| superscript(c).is_some()).map(|at| from + at) {
        let run = raised_run(text, start);
        from = run.last().map_or(start, |(span, _)| span.end);
        from += figures(&text[from..]);
        if !run.is_empty() {
            runs.push(run);
        }
    }
    runs
}

/// The run of raised figures that begins at byte `start`; empty when its first number is too large for a mark.
pub(crate) fn raised_run(text: &str, start: usize) -> RaisedRun {
    const LONGEST_RANGE: u32 = 20;
    let mut run: RaisedRun = vec![];
    let (mut at, mut is_range) = (start, false);
    loop {
        let length = figures(&text[at..]);
        let digits: String = text[at..at + length].chars().filter_map(superscript).collect();
        let Ok(number) = digits.parse::<u32>() else { return run };
        let first = run.last().map_or(number, |(_, first)| *first);
        if is_range && first < number && number - first <= LONGEST_RANGE {
            run.extend((first + 1..number).map(|meant| (at..at, meant)));
        }
        let end = at + length;
        let tie = text[end..].chars().next().filter(|c| matches!(c, ',' | '⁻' | '-' | '–' | '\u{2011}'));
        let Some(tie) = tie.filter(|c| text[end + c.len_utf8()..].starts_with(|c| superscript(c).is_some())) else {
            run.push((at..end, number));
            return run;
        };
        run.push((at..end + tie.len_utf8(), number));
        (at, is_range) = (end + tie.len_utf8(), tie != ',');
    }
}

/// How many bytes of raised figures `text` begins with.
fn figures(text: &str) -> usize {
    text.find(|c| superscript(c).is_none()).unwrap_or(text.len())
}

/// Whether a figure set high or low behind `head` is a power or an index: "25 m", "kg/m", "× 10", "CO".
pub(crate) fn takes_power(head: &str) -> bool {
    // Units of length, time and their multiples, and signs of chemistry, of which figures are part; a letter alone is a variable.
    const UNITS: [&str; 21] = [
        "km", "cm", "mm", "dm", "hm", "dam", "nm", "µm", "μm", "Mm", "Gm", "Nm", "Sm", "ft", "in", "yd", "mi", "sq", "sec",
        "min", "sr",
    ];
    const FORMULAS: [&str; 18] =
        ["CO", "NO", "SO", "PO", "CH", "NH", "SF", "OH", "HO", "NF", "PM", "Ca", "Mg", "Fe", "Na", "CaCO", "HCO", "TiO"];
    let head = head.trim_end();
    let last = head.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let unit = last.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_ten = matches!(last, "10" | "x10") && !head[..head.len() - last.len()].ends_with(['/', '.', ',', '-', '–']);
    let is_formula = FORMULAS.contains(&last) || last.contains(|c: char| ('₀'..='₉').contains(&c));
    let is_letter = unit.chars().count() == 1 && unit.chars().all(char::is_alphabetic);
    is_ten || is_formula || is_letter || UNITS.contains(&unit)
}

#[cfg(test)]
mod tests {
    use super::{raised_runs, takes_power};

    #[test]
    fn lists_and_ranges_of_raised_figures_are_taken_apart() {
        let numbers = |text: &str| -> Vec<Vec<u32>> {
            raised_runs(text).iter().map(|run| run.iter().map(|(_, number)| *number).collect()).collect()
        };
        assert_eq!(numbers("7²,³ members, plans⁶⁻⁸ and treaties¹, ⁴"), [vec![2, 3], vec![6, 7, 8], vec![1], vec![4]]);
        assert_eq!(numbers("x⁹⁻² y⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹ z"), [vec![9, 2]]);
        let spans: Vec<_> = raised_runs("a⁶–⁸").concat().into_iter().map(|(span, _)| "a⁶–⁸"[span].to_owned()).collect();
        assert_eq!(spans, ["⁶–", "", "⁸"]);
    }

    #[test]
    fn a_figure_behind_a_unit_is_a_power() {
        for head in
            ["25 m", "25m", "the km", "kg/m", "2 €/m", "hab./km", "W/m", "W·m", "25 m ", "3 × 10", "CO", "H₂O", "CaCO", "x"]
        {
            assert!(takes_power(head), "{head}");
        }
        for head in ["Rome", "in 2007", "71/10", "7", "Goals,", "the aim", "UNESCO", "plan)", "", "coopération "] {
            assert!(!takes_power(head), "{head}");
        }
    }
}
