//! A simple field as runs that a change can hold: Word marks no `w:fldSimple` as inserted or deleted, and LibreOffice keeps one whose
//! insertion is rejected.
//!
//! ```text
//! <w:fldSimple w:instr="REF a">3</w:fldSimple>     begin · REF a · separate · 3 · end
//! ```

use super::xml::Names;

/// What stands before and behind the result of the field of that `code`, which is escaped.
pub(super) fn of_runs(names: &Names, code: &str, is_deleted: bool) -> [String; 2] {
    let character = |kind| names.element("r", "", &names.empty("fldChar", &names.attribute("fldCharType", kind)));
    let code = names.element(if is_deleted { "delInstrText" } else { "instrText" }, " xml:space=\"preserve\"", code);
    [character("begin") + &names.element("r", "", &code) + &character("separate"), character("end")]
}

/// The code of a simple field, as it stands in its start tag; None for another tag.
pub(super) fn code_of<'t>(names: &Names, tag: &'t str) -> Option<&'t str> {
    let rest = tag.strip_prefix('<')?.strip_prefix(names.tag("fldSimple").as_str())?;
    let said = rest.split_once("instr=")?.1;
    let quote = said.chars().next()?;
    said[1..].split(quote).next()
}
