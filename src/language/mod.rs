//! What rature knows of each language, as data: a file a language; and how each says numbers, ordinals and dates.

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use unicode_normalization::char::is_combining_mark;

use crate::text::label::{Shape, article_of_heading, label, roman_value};
use crate::text::{fold, is_colon, is_comma, is_stop, lower, opens_with_capital};

mod ar;
mod articles;
mod date;
mod delegations;
mod en;
mod es;
mod facts;
mod fr;
mod instructions;
mod numerals;
mod openings;
mod ordinals;
mod others;
mod places;
mod ru;
mod script;
mod spelling;
#[cfg(test)]
mod tests;
mod verbs;
mod words;
mod zh;

pub(crate) use date::{Date, abbreviated_month, first_date, year};
pub(crate) use delegations::delegations;
pub(crate) use facts::{FactWords, NounPlace};
pub(crate) use instructions::Instructions;
pub(crate) use numerals::{first_parts, is_number_part, is_number_word, may_begin_number, number_in_words};
use openings::{Openings, folded_head};
pub(crate) use ordinals::{
    Ordinal, is_ordinal_ending, may_be_ordinal, meeting_in_figures, ordinal_figure, ordinal_in_words, ordinal_word,
    place_in_figures, place_in_words,
};
use others::is_other;
pub(crate) use others::is_unknown;
use script::{Script, script};
use spelling::Spelling;
pub use verbs::Scale;
pub(crate) use verbs::VerbWords;
pub use words::Words;

/// A language that rature reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Language {
    /// English.
    En,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// Russian.
    Ru,
    /// Arabic.
    Ar,
    /// Chinese.
    Zh,
}

impl Language {
    /// All of them.
    pub(crate) const ALL: [Self; Self::COUNT] = [Self::En, Self::Fr, Self::Es, Self::Ru, Self::Ar, Self::Zh];
    /// Those that are written in Latin letters.
    const LATIN: [Self; 3] = [Self::En, Self::Fr, Self::Es];
    /// How many there are; `language as usize` is below it.
    pub(crate) const COUNT: usize = 6;

    /// The code of the language: "en", "fr", "es", "ru", "ar", "zh".
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::Es => "es",
            Self::Ru => "ru",
            Self::Ar => "ar",
            Self::Zh => "zh",
        }
    }

    /// What is known of it.
    pub fn lexicon(self) -> &'static Lexicon {
        match self {
            Self::En => &en::LEXICON,
            Self::Fr => &fr::LEXICON,
            Self::Es => &es::LEXICON,
            Self::Ru => &ru::LEXICON,
            Self::Ar => &ar::LEXICON,
            Self::Zh => &zh::LEXICON,
        }
    }

    /// The tag of the place whose usage the institutions follow: "en-GB".
    pub fn locale(self) -> &'static str {
        self.lexicon().spelling.locale
    }

    /// Those that `word` may be of, by its letters.
    pub(crate) fn of_letters(word: &str) -> &'static [Self] {
        // Latin letters and their marks begin below; most words are ASCII.
        let is_latin = word.is_ascii() || !word.bytes().any(|byte| byte >= 0xD0 && byte != 0xE2);
        if is_latin { &Self::LATIN } else { &Self::ALL }
    }

    /// Whether it is read from right to left.
    pub fn is_leftward(self) -> bool {
        self == Self::Ar
    }

    /// A language that is written in the same letters, the same one for all of them.
    pub(crate) fn script(self) -> Self {
        match self {
            Self::En | Self::Fr | Self::Es => Self::En,
            Self::Ru | Self::Ar | Self::Zh => self,
        }
    }

    /// The stops that its typographers set a space before.
    pub fn spaced_stops(self) -> &'static [char] {
        self.lexicon().spelling.spaced_stops
    }

    /// Where the language's typographers would break `word`, which is in lower case: byte offsets, ascending.
    pub fn breaks(self, word: &str) -> Vec<usize> {
        // The longest word that the patterns are applied to, in bytes: `hypher` panics beyond it.
        const LONGEST: usize = 45;
        if word.len() > LONGEST {
            return vec![];
        }
        let lang = match self {
            Self::En => hypher::Lang::English,
            Self::Fr => hypher::Lang::French,
            Self::Es => hypher::Lang::Spanish,
            Self::Ru => hypher::Lang::Russian,
            // Neither breaks words.
            Self::Ar | Self::Zh => return vec![],
        };
        hypher::hyphenate(word, lang)
            .scan(0, |at, syllable| {
                *at += syllable.len();
                Some(*at)
            })
            .filter(|&at| at < word.len())
            .collect()
    }

    /// The language whose function words are most frequent in the first words of `text`; English when none is, or when it is in a language
    /// that is not read.
    pub fn detect(text: &str) -> Self {
        const ENOUGH: usize = 400;
        match script(text) {
            Script::Known(language) => return language,
            Script::Latin if !is_other(text) => {}
            Script::Latin | Script::Unknown => return Self::En,
        }
        let mut counts = [(Self::Es, 0_usize), (Self::Fr, 0), (Self::En, 0)];
        // Letters one after the other are no words: "D E C I S I O N".
        let mut after_letter = false;
        let is_in_word = |c: char| c.is_alphabetic() || is_combining_mark(c);
        for word in text.split(|c| !is_in_word(c)).filter(|w| !w.is_empty()).take(ENOUGH) {
            let is_letter = word.chars().nth(1).is_none();
            // "Document A", not "L'Assemblée".
            let is_symbol = matches!(word, "A" | "E" | "I" | "O" | "U" | "Y");
            if std::mem::replace(&mut after_letter, is_letter) && is_letter || is_symbol {
                continue;
            }
            let word = lower(word);
            for (language, count) in &mut counts {
                *count += usize::from(language.lexicon().function_words.contains(&word));
            }
        }
        counts.into_iter().max_by_key(|&(_, n)| n).map_or(Self::En, |(language, _)| language)
    }
}

/// The words of one language that say what a line is. All in lower case, apostrophes as `'`.
pub struct Lexicon {
    /// The language they are of.
    pub(crate) language: Language,
    /// Words that carry no meaning of their own, for detection and weighting.
    pub function_words: Words,
    /// Openings of preambular paragraphs that no ending tells: "mindful", "guidée", "profondément".
    pub preambular: Words,
    /// Endings of the first words of preambular paragraphs: "-ing", "-ant".
    pub preambular_endings: &'static [&'static str],
    /// First words of operative paragraphs: "urges", "prie".
    pub operative: Words,
    /// First words of enacting formulas: "the", "l'".
    pub articles: &'static [&'static str],
    /// The bodies that adopt resolutions, as their names begin after the article: "general assembly".
    pub bodies: &'static [&'static str],
    /// Bodies that sentences begin with too: only where the whole name is in capitals, "THE SUPREME COURT,", or short, "La Cour,".
    pub further_bodies: &'static [&'static str],
    /// Months, January first.
    pub months: [&'static str; 12],
    /// Words that stand before a year: "in", "since".
    pub before_years: &'static [&'static str],
    /// Words that open an annex.
    pub annex: &'static [&'static str],
    /// Words that open the name of a part of a law: "part", "titre".
    pub divisions: &'static [&'static str],
    /// Words that open the label of a section that is one paragraph: "section", "sec.".
    pub sections_of_law: &'static [&'static str],
    /// Words that open the label of an article of a law: "article", "art.".
    pub articles_of_law: &'static [&'static str],
    /// Words that open the label of a rule or a section of one: "rule", "§".
    pub rules_of_law: &'static [&'static str],
    /// Verbs of an enacting formula that ends in a colon: "adopts".
    pub enacts: &'static [&'static str],
    /// What the formula between recitals and provisions says, folded: "have agreed as follows".
    pub enacts_below: &'static [&'static str],
    /// How a paragraph opens that is resolved, folded and without commas: "be it further resolved".
    pub resolved: &'static [&'static str],
    /// How a paragraph opens that follows such a formula, folded: "que", "d'autoriser".
    pub resolved_so: &'static [&'static str],
    /// What ties a paragraph to the next one that is resolved, folded: "be it".
    pub be_it: &'static [&'static str],
    /// What the line opens with that says where and when a text was made, folded: "done at".
    pub done_at: &'static [&'static str],
    /// What the lines at the head of a mail begin with: "from".
    pub mail: &'static [&'static str],
    /// Titles of a table of contents.
    pub contents: &'static [&'static str],
    /// What stands before those who voted so: "in favour".
    pub votes: &'static [&'static str],
    /// Words that label alternatives in a draft: "option", "alt".
    pub alternatives: &'static [&'static str],
    /// How a bracket begins that holds the place of a text to come: "placeholder", "no text".
    pub placeholders: &'static [&'static str],
    /// What says in brackets that a paragraph was agreed: "agreed", "ad ref".
    pub agreed: &'static [&'static str],
    /// What delegations say in brackets of a paragraph: "delete", "reserves".
    pub positions: &'static [&'static str],
    /// How they say what they want of a text.
    pub(crate) instructions: Instructions,
    /// Words that turn what a paragraph asks: negations, duties and leave, conditions.
    pub turns: Words,
    /// Words that say a text was adopted.
    pub adopted: &'static [&'static str],
    /// Words for a meeting, after its ordinal.
    pub meeting: &'static [&'static str],
    /// How widely a document is distributed: "general", "limitée".
    pub circulation: &'static [&'static str],
    /// The official languages, as distribution data names them.
    pub languages: &'static [&'static str],
    /// What a printer adds at the foot of a page, whole.
    pub imprint: &'static [&'static str],
    /// The words printed before a page number.
    pub page: &'static [&'static str],
    /// The word between a page number and the number of all pages: "Page 2 of 7".
    pub page_of: &'static str,
    /// Conjunctions that may stand after the semicolon that ends a paragraph: "and".
    pub and: &'static [&'static str],
    /// What opens a note that only names its source: "Voir A/HRC/49/29."
    pub see: &'static [&'static str],
    /// What stands alone on a line above the notes at the end, in lower case: "endnotes".
    pub notes_below: &'static [&'static str],
    /// Nouns and abbreviations that take a number after them, so that the number is no footnote mark: "paragraphe"; those that do so
    /// only as a name with their capital: "Action 21".
    pub numbered_nouns: &'static [&'static str],
    /// Words that stand before a count, beside function words and number words: "under", "at least", "elects".
    pub before_counts: Words,
    /// What a figure before it counts or measures: "million", "years", "votes".
    pub measures: Words,
    /// Words, beside function words, that a sentence goes on with behind a footnote mark: "shall", "adopted".
    pub after_marks: Words,
    /// Number words and their parts, which keep the hyphens between them: "dix", "huitième".
    pub number_words: &'static [&'static str],
    /// Compounds that keep their hyphen, whole.
    pub compounds: &'static [&'static str],
    /// First parts that keep their hyphen when what follows is a word of the text or a name: "co", "inter".
    pub hyphen_heads: &'static [&'static str],
    /// First parts that keep their hyphen whatever follows: "non", "vice".
    pub always_hyphened: &'static [&'static str],
    /// Last parts that keep the hyphen before them: "making", "même".
    pub hyphen_tails: &'static [&'static str],
    /// Words that begin like a compound with `always_hyphened` and are none: "nonobstant".
    pub solid: &'static [&'static str],
    /// How it writes figures, dates and quotations.
    pub(crate) spelling: Spelling,
    /// What facts are made of.
    pub(crate) facts: FactWords,
    /// How operative paragraphs open.
    pub(crate) verbs: VerbWords,
}

impl Lexicon {
    /// Whether a word or sign parts the items of a list: a comma, "and".
    pub(crate) fn parts_items(&self, word: &str) -> bool {
        matches!(word, "," | ";") || self.and.contains(&&*lower(word))
    }

    /// Whether `text` is an enacting formula: "L'Assemblée des États Parties,", "The General Assembly,".
    pub fn is_enacting(&self, text: &str) -> bool {
        const LONGEST: usize = 140;
        if text.len() > LONGEST && text.chars().count() > LONGEST || !text.ends_with(is_comma) {
            return false;
        }
        if !self.is_spaced() {
            return self.is_a_body(text);
        }
        let folded = fold(text);
        self.names_a_body(&folded) || self.is_name_of_body(text, &folded)
    }

    /// Whether `text` is an article and a name in capitals one of whose words is a body: "The Marine Environment Protection Committee,".
    fn is_name_of_body(&self, text: &str, folded: &str) -> bool {
        const FEW: usize = 2;
        // "The World Conference (Dubai, 2023),"
        let name = text.trim_end_matches(',');
        let name = name.strip_suffix(')').and_then(|name| name.rsplit_once(" (")).map_or(name, |(name, _)| name);
        let words = name.split([' ', '\u{a0}', '\'', '’']).skip(1);
        let mut of_name = words.clone();
        let is_capital = |word: &str| word.starts_with(char::is_uppercase);
        let is_named = of_name.all(|word| is_capital(word) || self.function_words.contains(&lower(word)))
            || words.clone().next().is_some_and(is_capital) && words.count() <= FEW;
        let of_body =
            |word: &str| [self.bodies, self.further_bodies].iter().any(|bodies| bodies.contains(&word.trim_end_matches(',')));
        is_named
            && !name.contains(", ")
            && self.articles.iter().any(|article| folded.strip_prefix(article).is_some_and(|name| name.split(' ').any(of_body)))
    }

    /// Whether `text` is the name of a body, which stands at its end, and a comma: "第七十六届世界卫生大会，".
    fn is_a_body(&self, text: &str) -> bool {
        const LONGEST: usize = 16;
        let name = text.trim_end_matches(is_comma);
        name.chars().count() <= LONGEST && !name.contains(is_stop) && self.bodies.iter().any(|body| name.ends_with(body))
    }

    /// Whether a folded text opens with an article and the name of a body.
    fn names_a_body(&self, folded: &str) -> bool {
        // A language without articles begins with the name.
        let articles = if self.articles.is_empty() { &[""] } else { self.articles };
        articles.iter().any(|article| {
            let name = folded.strip_prefix(article).map(str::trim_start);
            name.is_some_and(|name| {
                let is_body = |name: &str| self.bodies.iter().any(|body| name.starts_with(body));
                let ordinal =
                    |name: &'_ str| name.split_once(' ').filter(|(first, _)| self.is_ordinal(first)).map(|(_, rest)| rest.len());
                is_body(name)
                    || ordinal(name).is_some_and(|len| {
                        let rest = &name[name.len() - len..];
                        is_body(rest) || ordinal(rest).is_some_and(|len| is_body(&name[name.len() - len..]))
                    })
            })
        })
    }

    /// "sixty-sixth", "76.ª": a number, as in "The Sixty-sixth World Health Assembly,".
    fn is_ordinal(&self, word: &str) -> bool {
        word.starts_with(|c: char| c.is_ascii_digit()) || word.split('-').all(|part| self.number_words.contains(&part))
    }

    /// Where the enacting formula stands among `texts`: the first that is one, or one without its comma before a paragraph.
    ///
    /// Behind the first label it is one only where a paragraph follows it: "The Council also hears appeals," may stand deep in a treaty.
    #[allow(clippy::needless_pass_by_value, reason = "an iterator is taken, as its siblings take theirs")]
    pub fn enacting_at<'a>(&self, texts: impl Iterator<Item = &'a str> + Clone) -> Option<usize> {
        const FEW: usize = 6;
        let opens = |next: &str| {
            let label = label(next).filter(|label| label.shape != Shape::Bare);
            let words = label.as_ref().map_or(next, |label| label.rest);
            self.is_preambular(words) || self.is_operative(words) || label.is_some_and(|label| label.is_negotiated())
        };
        let before_a_paragraph = |text: &str, next: &str| {
            let bare = text.split_whitespace().count() <= FEW && !text.ends_with(|c: char| c.is_ascii_punctuation());
            (bare && self.is_enacting(&format!("{text},")) || self.enacts_as_follows(text)) && opens(next)
        };
        let nexts = || texts.clone().skip(1).chain(std::iter::once(""));
        let mut labelled = false;
        let found = texts.clone().zip(nexts()).position(|(text, next)| {
            labelled |= label(text).is_some_and(|label| label.shape == Shape::Point);
            labelled |= article_of_heading(text, self.articles_of_law).is_some();
            self.is_enacting(text) && (!labelled || opens(next))
        });
        found.or_else(|| texts.clone().zip(nexts()).position(|(text, next)| before_a_paragraph(text, next)))
    }

    /// "The Board of Governors adopts the following resolution:"
    fn enacts_as_follows(&self, text: &str) -> bool {
        const LONGEST: usize = 240;
        let Some(text) = text.strip_suffix(':').filter(|text| text.len() <= LONGEST) else { return false };
        let folded = fold(text);
        self.names_a_body(&folded) && folded.split_whitespace().any(|word| self.enacts.contains(&word.trim_end_matches(',')))
    }

    /// Whether `text` is the formula between recitals and provisions: "Have agreed as follows:", "HAS ADOPTED THIS DECISION:".
    pub fn enacts_what_follows(&self, text: &str) -> bool {
        const LONGEST: usize = 240;
        let is_short = text.len() <= LONGEST && text.ends_with(|c| is_colon(c) || is_comma(c));
        is_short && {
            let folded = fold(text);
            self.enacts_below.iter().any(|formula| folded.contains(formula))
        }
    }

    /// Where the recitals of a resolution begin whose enacting formula is not there: the first of two paragraphs in a row that open as
    /// recitals do and end in a comma, before any number, or one before paragraph 1 and
    /// its verb, before an article or a chapter, or before what is resolved.
    pub fn recitals_at<'a>(&self, texts: impl Iterator<Item = &'a str> + Clone) -> Option<usize> {
        let recital = |text: &str| self.is_recital(text);
        let first = |text: &str| {
            let word = text.split(' ').next().unwrap_or_default();
            let opens_law = article_of_heading(text, self.articles_of_law).is_some() || self.divisions.contains(&&*lower(word));
            opens_law
                || self.is_resolved(text)
                || label(text).is_some_and(|label| label.value() == Some(1) && self.is_operative(label.rest))
        };
        let before_numbers = texts.clone().zip(texts.skip(1)).take_while(|(text, _)| label(text).is_none());
        before_numbers.map(|(text, next)| recital(text) && (recital(next) || first(next))).position(|begins| begins)
    }

    /// Which of `texts` are numbered paragraphs whose number lost its stop: "15 Invites" between "14." and "16."
    ///
    /// Footnotes begin so too, hence the verb and the neighbours of the count.
    pub fn stopless<'a>(&self, texts: impl Iterator<Item = &'a str>) -> Vec<usize> {
        let numbers = texts.enumerate().filter_map(|(at, text)| {
            let (digits, rest) = text.split_at(text.bytes().take_while(u8::is_ascii_digit).count());
            let value: u32 = digits.parse().ok()?;
            let stopped = rest.starts_with('.');
            (stopped || rest.starts_with([' ', '\u{a0}']) && self.is_operative(rest.trim_start())).then_some((at, value, stopped))
        });
        let numbers: Vec<_> = numbers.collect();
        let lost = numbers.windows(3).filter_map(|around| match *around {
            [(_, before, true), (at, own, false), (_, after, true)] if before + 1 == own && own + 1 == after => Some(at),
            _ => None,
        });
        lost.collect()
    }

    /// Whether `text` opens an annex: "Annexe", "Annex II", "Anexo 1", alone or before a title; "Appendix to Recommendation 5".
    pub fn is_annex(&self, text: &str) -> bool {
        let mut words = text.split_whitespace();
        let first = words.next().unwrap_or_default().to_lowercase();
        let first = first.trim_end_matches([':', '.']);
        let counted = |w: &str| w.chars().all(char::is_numeric) || roman_value(w).is_some() || w.chars().count() == 1;
        let is_of = |w: &str| self.facts.to.contains(&w) && !text.ends_with(is_stop);
        self.annex.contains(&first) && words.next().is_none_or(|w| is_of(w) || counted(w.trim_end_matches([':', '.'])))
    }

    /// Whether `text` is the number of a part and nothing else: "Annex 1", "Article 2", "CHAPTER IV", "Rule 3.", "Titre premier".
    pub(crate) fn is_part_number(&self, text: &str) -> bool {
        const LONGEST: usize = 24;
        let text = text.trim_end_matches(['.', ':', ' ']);
        let is_counted = |w: &str| {
            w.bytes().all(|b| b.is_ascii_digit())
                || roman_value(w).is_some()
                || matches!(w, "premier" | "première" | "1er" | "1re")
        };
        let names = [self.annex, self.divisions, self.articles_of_law, self.rules_of_law];
        text.len() <= LONGEST
            && text.split_once([' ', '\u{a0}']).is_some_and(|(name, number)| {
                is_counted(&lower(number.trim())) && names.iter().any(|names| names.contains(&&*lower(name)))
            })
    }

    /// Whether `text` stands after the last paragraph: "38th plenary meeting", "22 mars 2018", "[Adoptée sans vote.]"
    pub fn is_closing(&self, text: &str) -> bool {
        const LONGEST: usize = 120;
        if matches!(self.spelling.openings, Openings::Caseless | Openings::Solid) && !text.starts_with('[') {
            return self.is_caseless_closing(text);
        }
        let figure_first = text.starts_with(|c: char| c.is_ascii_digit());
        if !figure_first && !text.starts_with('[') {
            return self.is_done(text) || text.len() <= LONGEST && (self.is_adoption(text) || self.is_dated_meeting(text));
        }
        if figure_first && text.len() > LONGEST {
            return false;
        }
        let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty());
        if !figure_first {
            return words.take(3).any(|w| self.adopted.contains(&&*lower(w)));
        }
        let date = words.clone().take(2).any(|w| self.months.contains(&&*lower(w))) && text.split_whitespace().count() <= 5;
        let is_meeting = |w: &str| self.meeting.iter().any(|meeting| meeting.len() == w.len() && *meeting == lower(w));
        date || words.any(is_meeting)
    }

    /// "Done at Anse, this tenth day of December", "IN WITNESS WHEREOF, the undersigned have signed".
    fn is_done(&self, text: &str) -> bool {
        let folded = folded_head(text);
        let follows = |rest: &str| rest.is_empty() || rest.starts_with([' ', ',']);
        opens_with_capital(text) && self.done_at.iter().any(|done| folded.strip_prefix(done).is_some_and(follows))
    }

    /// "Seventh plenary meeting, 31 May 2021"
    fn is_dated_meeting(&self, text: &str) -> bool {
        const HEAD: usize = 3;
        let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let is = |words: &[&str], word: &str| words.contains(&&*lower(word));
        opens_with_capital(text)
            && words.by_ref().take(HEAD).any(|word| is(self.meeting, word))
            && words.by_ref().any(|word| is(&self.months, word))
            && words.next().is_some_and(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()))
    }

    /// "الجلسة العامة 50", "12 كانون الأول/ديسمبر 2023", "第50次全体会议": a whole date, or a meeting and its figure.
    fn is_caseless_closing(&self, text: &str) -> bool {
        const LONGEST: usize = 60;
        let folded = fold(text);
        let mut words = folded.split(' ');
        let is_meeting = if self.is_spaced() {
            words.next().is_some_and(|first| self.meeting.contains(&first))
                && words.next_back().is_some_and(|last| last.parse::<u32>().is_ok())
        } else {
            text.starts_with('第') && self.meeting.iter().any(|meeting| folded.ends_with(meeting))
        };
        text.chars().count() <= LONGEST
            && (is_meeting || Date::read(text).is_some_and(|date| date.day.is_some() && date.year.is_some()))
    }

    /// The noun of which `word`, folded, is a form: without its ending, and in Arabic without its article.
    pub(crate) fn noun<'t>(&self, word: &'t str) -> &'t str {
        /// Letters that must be left.
        const SHORTEST: usize = 3;
        let Spelling { noun_beginnings, noun_endings, .. } = self.spelling;
        let is_long = |stem: &&str| stem.chars().nth(SHORTEST - 1).is_some();
        let word = noun_beginnings.iter().find_map(|beginning| word.strip_prefix(beginning).filter(is_long)).unwrap_or(word);
        noun_endings.iter().find_map(|ending| word.strip_suffix(ending).filter(is_long)).unwrap_or(word)
    }

    /// Whether `text` opens as the line that says when it was adopted does: "Resolution adopted by", "Adoptée à la".
    pub fn is_adoption(&self, text: &str) -> bool {
        opens_with_capital(text) && text.split_whitespace().take(2).any(|w| self.adopted.contains(&&*lower(w)))
    }
}
