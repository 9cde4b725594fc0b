//! The page of `rature open`: texts are dropped on it, and what can be made of them is chosen.
//!
//! ```text
//! ┌ masthead   what this is, in a sentence
//! ├ desk       the place to drop · the texts and how each was read · what to make of them
//! ├ result     what was made, in a frame of its own, and how to save it
//! └ footer     what becomes of the texts, languages
//! ```
//!
//! Unlike the other pages it talks to a server, the one that sent it, and to no other: its policy says so. All that it shows of a text is put in by
//! its script as text. What was made stands in a frame of another origin, so that not even a fault of that page reaches this one.

use serde::Serialize;
use serde_json::json;

use super::markup::Markup;
use super::style;
use crate::language::Language;
use crate::report::phrases::{Opening, Phrases};

const STYLE: &str = concat!(include_str!("../palette.css"), include_str!("opening.css"));
/// It must hold neither `</script` nor `<!--`.
const SCRIPT: &str = include_str!("opening.js");

/// What can be made of texts, as the page asks for it: the code, the fewest texts and the most, and whether there is a Word file of it.
const MAKES: [(&str, usize, Option<usize>, bool); 5] = [
    ("redline", 2, Some(2), true),
    ("table", 2, None, true),
    ("series", 2, None, false),
    ("compilation", 2, None, true),
    ("concordance", 2, None, false),
];

/// What the page holds its reader to.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct OpenLimits {
    /// Texts at a time.
    pub(crate) texts: usize,
    /// Bytes of one text.
    pub(crate) each: u64,
    /// Bytes of all together.
    pub(crate) all: u64,
    /// Seconds that work may take.
    pub(crate) seconds: u64,
    /// Seconds after which the program must have heard of the page.
    pub(crate) idle: u64,
}

/// A page, and the policy that it must be sent with.
#[derive(Debug)]
pub(crate) struct Served {
    pub(crate) html: String,
    pub(crate) policy: String,
}

/// The page in `language`. `is_chosen` when a person chose that language, so that what is made is in it too.
pub(crate) fn open_page(language: Language, is_chosen: bool, limits: OpenLimits) -> Served {
    let words = Phrases::of(language).opening;
    let style = [STYLE, style::letters(language)].concat();
    let policy = style::policy(&style, SCRIPT) + "; connect-src 'self'; frame-src 'self'";
    let mut page = Markup::default();
    page.head(language, &policy).raw("rature</title>\n").style(&style).raw("</head>\n<body");
    page.attribute("data-said", &said(words, is_chosen.then_some(language), limits)).raw(">\n<header class=\"masthead\">\n");
    page.raw("<p class=\"kind\">rature</p>\n<h1>").text(words.title).raw("</h1>\n<p class=\"lead\">").text(words.lead);
    page.raw("</p>\n</header>\n<main>\n<noscript><p class=\"warning\">").text(words.no_script).raw("</p></noscript>\n");
    page.raw("<p class=\"warning\" id=\"alert\" role=\"alert\" hidden></p>\n<div id=\"desk\" hidden>\n");
    dropping(words, &mut page);
    page.raw("<section id=\"texts\" aria-labelledby=\"texts-head\" hidden>\n<h2 id=\"texts-head\">").text(words.texts);
    page.raw("</h2>\n<ol></ol>\n<p class=\"hint\" id=\"hint\" role=\"status\"></p>\n</section>\n");
    makes(words, &mut page);
    page.raw("</div>\n");
    result(words, &mut page);
    page.raw("</main>\n<footer>\n<p>").text(words.safe).raw("</p>\n");
    languages(language, words, &mut page);
    page.raw("</footer>\n").script(SCRIPT).raw("</body>\n</html>\n");
    Served { html: page.finish(), policy }
}

/// A page that says one thing.
pub(crate) fn message_page(language: Language, message: &str) -> Served {
    let style = [STYLE, style::letters(language)].concat();
    let policy = style::policy(&style, "");
    let mut page = Markup::default();
    page.head(language, &policy).raw("rature</title>\n").style(&style).raw("</head>\n<body>\n<header class=\"masthead\">\n");
    page.raw("<h1 class=\"kind\">rature</h1>\n</header>\n<main><p class=\"warning\">")
        .text(message)
        .raw("</p></main>\n</body>\n</html>\n");
    Served { html: page.finish(), policy }
}

/// What the script of the page needs, as JSON.
fn said(words: &Opening, headings: Option<Language>, limits: OpenLimits) -> String {
    let makes = MAKES.map(|(code, least, most, word)| json!({ "code": code, "least": least, "most": most, "word": word }));
    let said: serde_json::Map<_, _> = words.said.iter().map(|(code, words)| ((*code).to_owned(), json!(words))).collect();
    json!({ "said": said, "makes": makes, "limits": limits, "headings": headings.map(Language::code) }).to_string()
}

/// Where texts come in.
fn dropping(words: &Opening, page: &mut Markup) {
    page.raw("<section id=\"drop\" aria-labelledby=\"drop-head\">\n<h2 id=\"drop-head\">").text(words.drop).raw("</h2>\n<p>");
    page.raw("<button type=\"button\" id=\"choose\">")
        .text(words.choose)
        .raw("</button></p>\n<p class=\"kinds\">")
        .text(words.kinds);
    page.raw("</p>\n<input type=\"file\" id=\"files\" multiple hidden>\n<details><summary>")
        .text(words.paste)
        .raw("</summary>\n");
    page.raw("<form id=\"paste\">\n<p><label for=\"paste-name\">").text(words.name).raw("</label>");
    page.raw("<input id=\"paste-name\" autocomplete=\"off\" spellcheck=\"false\"></p>\n<p><label for=\"paste-words\">")
        .text(words.words);
    page.raw("</label><textarea id=\"paste-words\" rows=\"8\" required spellcheck=\"false\"></textarea></p>\n<p><button>")
        .text(words.add);
    page.raw("</button></p>\n</form>\n</details>\n</section>\n");
}

/// What can be made, one of which is chosen.
fn makes(words: &Opening, page: &mut Markup) {
    page.raw("<form id=\"makes\" hidden>\n<fieldset><legend>").text(words.what).raw("</legend>\n");
    for ((code, ..), [name, what]) in MAKES.iter().zip(words.makes) {
        page.raw("<label><input type=\"radio\" name=\"make\"").attribute("value", code).raw("> <span><strong>").text(name);
        page.raw("</strong> <span class=\"what\">").text(what).raw("</span> <em class=\"only\"></em></span></label>\n");
    }
    page.raw("</fieldset>\n<p><button class=\"go\">").text(words.show).raw("</button></p>\n</form>\n");
    page.raw("<div id=\"working\" hidden><p role=\"status\" id=\"doing\"></p><progress aria-labelledby=\"doing\"></progress>");
    page.raw("<p><button type=\"button\" id=\"stop\"></button></p></div>\n");
}

/// What was made.
fn result(words: &Opening, page: &mut Markup) {
    page.raw("<section id=\"result\" aria-labelledby=\"result-head\" hidden>\n<div class=\"bar\">\n<button type=\"button\" id=\"back\">");
    page.text(words.back).raw("</button>\n<h1 id=\"result-head\" tabindex=\"-1\"></h1>\n<p class=\"save\"><a id=\"tab\" target=\"_blank\" rel=\"noopener\">");
    page.text(words.tab).raw("</a> <a id=\"save-page\" download>").text(words.save_page);
    page.raw("</a> <button type=\"button\" id=\"save-word\">").text(words.save_word).raw("</button></p>\n</div>\n");
    page.raw("<ul class=\"warnings\" id=\"warnings\" hidden></ul>\n<iframe id=\"frame\"></iframe>\n</section>\n");
}

/// The page in the other languages. Texts that were given would be lost, so that the script hides this once there are some.
fn languages(own: Language, words: &Opening, page: &mut Markup) {
    const NAMES: [&str; Language::COUNT] = ["English", "Français", "Español", "Русский", "العربية", "中文"];
    page.raw("<nav id=\"languages\"").attribute("aria-label", words.language).raw(">");
    for (language, name) in Language::ALL.into_iter().zip(NAMES) {
        page.raw(" <a").attribute("href", &format!("?lang={}", language.code())).attribute("lang", language.code());
        page.raw(if language == own { " aria-current=\"true\">" } else { ">" }).raw(name).raw("</a>");
    }
    page.raw("</nav>\n");
}
