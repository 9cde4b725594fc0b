//! The page read back: what has an address is a passage.

use html_escape::decode_html_entities;

use super::Passage;

/// Elements inside a line.
const INLINE: [&str; 12] = ["a", "span", "sup", "wbr", "ins", "del", "strong", "em", "b", "i", "bdi", "time"];

/// A longer first cell does not name its row, in bytes.
const LONGEST: usize = 80;

/// Parts of the page that hold no paragraphs of the text; what follows them is no longer of the paragraph before.
const PARTS: [&str; 8] = ["head", "header", "aside", "nav", "section", "main", "footer", "table"];

/// The text of each element that has an id, up to the next; `del` and `ins` as in the terminal. Outside paragraphs each row of a table and
/// each item of a list is a passage, called by the paragraph that it leads to: "OP2, in figures".
pub(super) fn passages(page: &str) -> Vec<Passage> {
    let mut passages = vec![Passage::new("head of the page")];
    let mut part = Part::default();
    let mut rest = page;
    while let Some((text, after)) = rest.split_once('<') {
        let Some((tag, after)) = after.split_once('>') else { break };
        add(&mut passages, &decode_html_entities(text));
        rest = after;
        let name = tag.trim_start_matches('/').split([' ', '\n', '/']).next().unwrap_or_default();
        if let ("style" | "script", false) = (name, tag.starts_with('/')) {
            rest = rest.split_once(&format!("</{name}")).map_or("", |(_, after)| after);
            continue;
        }
        if let Some(id) = attribute(tag, "id") {
            part = Part { name: decode_html_entities(id.trim_start_matches("s-")).into_owned(), ..Part::default() };
            passages.push(Passage::new(part.name.clone()));
        } else if PARTS.contains(&name) && !(name == "table" && part.is_listed()) {
            part = Part { name: format!("the page’s {name}"), ..Part::default() };
            passages.push(Passage::new(part.name.clone()));
        }
        part.row(tag, &mut passages);
        let mark = match tag.split(' ').next().unwrap_or_default() {
            "ins" => "{+",
            "/ins" => "+}",
            "del" => "[-",
            "/del" => "-]",
            _ if INLINE.contains(&name) => "",
            _ => " ",
        };
        add(&mut passages, mark);
    }
    passages
}

fn add(passages: &mut [Passage], text: &str) {
    if let Some(last) = passages.last_mut() {
        last.add(text);
        if let Some(cell) = last.cells.last_mut() {
            cell.push_str(text);
        }
    }
}

/// The part of the page that is read, and what of its rows is known.
#[derive(Default)]
struct Part {
    name: String,
    /// Whether a row or an item is open.
    is_in_row: bool,
    /// Whether what is open has a name of its own.
    is_named: bool,
}

impl Part {
    /// Whether its tables list what stands elsewhere: "figures", "changes", and no paragraph, which is called "OP2".
    fn is_listed(&self) -> bool {
        !self.name.is_empty() && self.name.chars().all(|c| c.is_ascii_lowercase())
    }

    fn has_rows(&self) -> bool {
        self.is_listed() || PARTS.iter().any(|part| self.name.ends_with(&format!("’s {part}")))
    }

    /// Opens, names and ends rows and items.
    fn row(&mut self, tag: &str, passages: &mut Vec<Passage>) {
        match tag.split(' ').next().unwrap_or_default() {
            "tr" | "li" if self.has_rows() && attribute(tag, "id").is_none() => {
                passages.push(Passage::new(self.name.clone()));
                (self.is_in_row, self.is_named) = (true, false);
            }
            "a" if self.is_in_row && !self.is_named => {
                if let (Some(to), Some(last)) = (attribute(tag, "href").and_then(|to| to.strip_prefix('#')), passages.last_mut())
                {
                    last.name = format!("{}, in {}", decode_html_entities(to), self.name);
                    self.is_named = true;
                }
            }
            "td" | "th" if self.is_in_row => {
                if let Some(last) = passages.last_mut() {
                    last.cells.push(String::new());
                }
            }
            "/tr" | "/li" if self.is_in_row => {
                for cell in passages.last_mut().into_iter().flat_map(|last| &mut last.cells) {
                    *cell = cell.trim().to_owned();
                }
                // What names the row is none of what it says.
                let names = |cell: &String| self.is_named || cell.len() <= LONGEST;
                if let Some(last) = passages.last_mut().filter(|last| last.cells.first().is_some_and(names)) {
                    let first = last.cells.remove(0);
                    if !self.is_named {
                        last.name = format!("{}, in {}", first.trim(), self.name);
                    }
                }
                self.is_in_row = false;
                passages.push(Passage::new(self.name.clone()));
            }
            _ => {}
        }
    }
}

/// The value of an attribute that stands in double quotes.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = tag.split_once(&format!(" {name}=\""))?;
    after.split_once('"').map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_called_by_the_paragraph_that_it_is_about() {
        let page = "<section><h2 id=\"s-figures\">Figures</h2><table><tbody><tr><td><a href=\"#OP2\">par. 2</a></td><td>count</td>\
            <td>13</td></tr><tr><td>par. 3</td><td>date</td></tr></tbody></table></section>";
        let found = passages(page);
        let cells = |name: &str| found.iter().find(|passage| passage.name == name).map(|passage| passage.cells.join("|"));
        assert_eq!(cells("OP2, in figures").as_deref(), Some("count|13"), "{found:?}");
        assert_eq!(cells("par. 3, in figures").as_deref(), Some("date"), "{found:?}");
    }

    #[test]
    fn a_paragraph_is_what_has_an_address() {
        let page = "<main id=\"text\"><div class=\"par\" id=\"OP1\"><p><a href=\"#OP1\">OP1</a></p><p>A &amp; \
            <del>x</del><ins>y</ins></p></div></main><p>end";
        let found = passages(page);
        let op1 = found.iter().find(|passage| passage.name == "OP1").expect("OP1");
        assert_eq!(op1.text.trim_end(), "OP1 A & [-x-]{+y+}");
    }
}
