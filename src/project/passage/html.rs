//! The page read back: what has an address is a passage.

use html_escape::decode_html_entities;

use super::Passage;

/// Elements inside a line.
const INLINE: [&str; 12] = ["a", "span", "sup", "wbr", "ins", "del", "strong", "em", "b", "i", "bdi", "time"];

/// Parts of the page that hold no paragraphs of the text; what follows them is no longer of the paragraph before.
const PARTS: [&str; 8] = ["head", "header", "aside", "nav", "section", "main", "footer", "table"];

/// The text of each element that has an id, up to the next; `del` and `ins` as in the terminal.
pub(super) fn passages(page: &str) -> Vec<Passage> {
    let mut passages = vec![Passage::new("head of the page")];
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
            passages.push(Passage::new(decode_html_entities(id.trim_start_matches("s-"))));
        } else if PARTS.contains(&name) {
            passages.push(Passage::new(format!("the page’s {name}")));
        }
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
    fn a_paragraph_is_what_has_an_address() {
        let page = "<main id=\"text\"><div class=\"par\" id=\"OP1\"><p><a href=\"#OP1\">OP1</a></p><p>A &amp; \
            <del>x</del><ins>y</ins></p></div></main><p>end";
        let found = passages(page);
        let op1 = found.iter().find(|passage| passage.name == "OP1").expect("OP1");
        assert_eq!(op1.text.trim_end(), "OP1 A & [-x-]{+y+}");
    }
}
