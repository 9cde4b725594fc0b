"""What the functions of this package give: the JSON forms of the program as dataclasses.

Made by bindings/python/forms.py from the schemas of the program; docs/json.md describes the forms.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Literal, Optional

from ._reading import Form

__all__ = [
    "Adoption",
    "Beside",
    "BesideKind",
    "Carried",
    "CarriedSection",
    "Cell",
    "Change",
    "Digest",
    "Document",
    "Edit",
    "EditWeight",
    "Event",
    "EventKind",
    "Evidence",
    "FactKind",
    "Facts",
    "Figure",
    "Finding",
    "Footnote",
    "Force",
    "GradedFact",
    "Kind",
    "Language",
    "Layout",
    "LeftOut",
    "LeftOutKind",
    "LeftOutPiece",
    "Lineage",
    "Lint",
    "Matter",
    "Note",
    "Op",
    "Passage",
    "Place",
    "Point",
    "Redline",
    "Relation",
    "Repair",
    "Rule",
    "Run",
    "Scale",
    "Series",
    "Severity",
    "Spell",
    "Step",
    "Strength",
    "Suggestion",
    "Summary",
    "Unit",
    "UnitProvenance",
    "Weight",
    "Why",
]

# What stands beside a text.
BesideKind = Literal["header", "footer", "picture", "formula", "section", "attached", "link", "ruby"]

# How much a change of words matters.
EditWeight = Literal["editorial", "substantive"]

# What can happen to a paragraph.
EventKind = Literal["born", "reinstated", "split", "merged", "moved", "renumbered", "edited", "dropped"]

# What tied a link together: the decision itself, or all that counted for it.
Evidence = Literal["identical", "words", "label", "section", "neighbours", "coverage", "order", "form", "caller", "pin"]

# What a fact is.
FactKind = Literal["count", "money", "percent", "date", "period", "ordinal", "symbol", "citation", "verb", "figure"]

# How the new verb of a paragraph compares with the old one.
Force = Literal["stronger", "weaker"]

# What a unit is.
Kind = Literal["front", "enacting", "preambular", "heading", "operative", "subparagraph", "annex", "note", "closing"]

# A language that rature reads.
Language = Literal["en", "fr", "es", "ru", "ar", "zh"]

# How the lines of a text file make paragraphs.
Layout = Literal["wrapped", "lines", "paragraphs", "blocks", "word", "odt", "akn", "html", "markdown", "pdf"]

# What something that was left out was taken for.
LeftOutKind = Literal["furniture", "rule", "hidden", "turned", "mark", "note", "header", "footer", "picture", "formula", "section", "attached", "link", "ruby"]

# The sorts of what matters, in their order.
Matter = Literal["verb", "figure", "new", "gone", "words", "brackets", "moved", "check"]

# What happened to a run of tokens.
Op = Literal["equal", "delete", "insert"]

# How many units became how many.
Relation = Literal["kept", "split", "merged", "inserted", "deleted"]

# What can be found.
Rule = Literal["changed", "added", "dropped", "verb", "left-behind", "session-come", "stopped", "no-such-paragraph", "other-paragraph", "paragraph-gone", "unlike-paragraph", "doubled", "left-out", "not-added", "counted-otherwise", "dated-otherwise", "words-and-figure", "weekday", "no-such-day", "outside-session", "cites-itself", "list-and", "bracketed", "unbalanced", "numbering", "footnote-mark", "footnote-text", "spelling"]

# What a verb does. Its strength is compared within one scale.
Scale = Literal["asks", "notes", "approves", "criticizes"]

# How much a finding matters.
Severity = Literal["note", "warning", "error"]

# How much the change of a link matters.
Weight = Literal["none", "editorial", "substantive"]

# Why a repair was made.
Why = Literal["hyphen-joined", "hyphen-kept", "soft-hyphen", "furniture", "rule", "page-break", "composed", "control-character", "hidden", "ligature", "bullet", "overprint", "empty-cell", "quotation", "line-number", "letter-spaced", "turned", "revision", "note-sign"]


@dataclass
class Adoption(Form):
    """When a text was adopted, and at which meeting."""

    # `YYYY-MM-DD`.
    date: Optional[str]
    # The meeting's number: "8".
    meeting: Optional[str]


@dataclass
class Beside(Form):
    """Something that a file has beside its text: not read as text, and kept to be compared."""

    # What it is.
    kind: BesideKind
    # The line of the source, from 1, or the paragraph of a Word file, after which it stands; None where it belongs to whole pages.
    line: Optional[int]
    # Its words; of what has none, a description that differs where the thing does.
    text: str


@dataclass
class Carried(Form):
    """The share of a text that was carried over from the one before."""

    # Those that stood in the text before.
    kept: int
    # The same of a hundred, rounded down; 100 of a text without words.
    percent: int
    # The same by section, in the order of the text; empty where it has no headings.
    sections: List[CarriedSection]
    # Its words.
    words: int


@dataclass
class CarriedSection(Form):
    """The share of one section."""

    # Its heading, the outermost; empty before the first.
    heading: str
    # Those that stood in the text before.
    kept: int
    # The same of a hundred, rounded down.
    percent: int
    # Its words.
    words: int


@dataclass
class Cell(Form):
    """What names a cell of a table."""

    # What heads its column, where the table has a head.
    column: Optional[str]
    # What heads its row: the first cell with letters.
    row: str


@dataclass
class Change(Form):
    """A link with what changed inside it."""

    # Any difference of text.
    edited: bool
    # From the old text to the new, a delete before its insert.
    edits: List[Edit]
    # A mark added, removed or placed elsewhere, or its note reworded.
    footnotes_changed: bool
    # Taken off the longest run that keeps the order.
    moved: bool
    # Indices into the new document's units, ascending.
    new: List[int]
    # Indices into the old document's units, ascending.
    old: List[int]
    # Words that moved: those that left the old text here, then those that came to the new one, in order. They are among the deleted and inserted ones.
    passages: List[Passage]
    # How many became how many.
    relation: Relation
    # The printed labels differ; never for preambular paragraphs.
    renumbered: bool
    # How alike the two sides are, 0 to 1000; None when inserted or deleted.
    score: Optional[int]
    # The heaviest edit; substantive also where square brackets came or went about the number.
    weight: Weight
    # What decided that they belong together; empty when inserted or deleted, unless by hand.
    why: List[Evidence]


@dataclass
class Digest(Form):
    """What matters of a redline. All indices are into it."""

    # By sort, the heaviest first.
    points: List[Point]
    # The findings that rolled forward by themselves, by their indices.
    routine: List[int]
    # How many of a hundred words of the earlier text stand in the later one, rounded down; 100 of a text without words.
    stands: int


@dataclass
class Document(Form):
    """One text of one year, in units."""

    # When and where the text was adopted.
    adopted: Optional[Adoption]
    # What the file has beside its text: headers, footers, pictures.
    beside: List[Beside]
    # Short name in tables: "ASP/20" from the symbol, else the file's stem; unique among the documents of one run.
    label: str
    # The language of the text.
    language: Language
    # How the lines of the source were taken.
    layout: Layout
    # Doubts.
    notes: List[Note]
    # The line of the source on which each page after the first begins, ascending; empty where the source does not say.
    pages: List[int]
    # Everything that was changed or left out on the way from the source to the units.
    repairs: List[Repair]
    # The name and version of this form.
    schema: str
    # The session, as a number: "20".
    session: Optional[str]
    # The symbol as printed first: "ICC-ASP/20/Res.2".
    symbol: Optional[str]
    # The title, without the symbol's number before it.
    title: Optional[str]
    # Every paragraph, heading and note, in the order of the source.
    units: List[Unit]


@dataclass
class Edit(Form):
    """A run of whole tokens that stayed, went or came."""

    # Stayed, went or came.
    op: Op
    # The characters. Equal and delete rebuild the old text, equal and insert the new one; several units are joined by a line feed.
    text: str
    # None for equal; the same for a delete and its insert.
    weight: Optional[EditWeight]


@dataclass
class Event(Form):
    """Something that happened to a paragraph."""

    # The index of the text in which it is first seen.
    document: int
    # What happened.
    kind: EventKind
    # The ids of the other lineages that it happened with: split from, split into, merged with.
    with_: List[str]


@dataclass
class Facts(Form):
    """The typed facts of one text."""

    # In the order of the text.
    facts: List[GradedFact]
    # The name and version of this form.
    schema: str


@dataclass
class Figure(Form):
    """A figure of the text before."""

    # Characters up to its end.
    end: int
    # Characters of that unit's text before it.
    start: int
    # Index of its unit there.
    unit: int
    # Its value.
    value: str


@dataclass
class Finding(Form):
    """What a careful reader would point at."""

    # Index of the text, the earliest first.
    document: int
    # Characters up to its end.
    end: int
    # Of a verb that changed, whether it is stronger or weaker, where both are on one scale.
    force: Optional[Force]
    # What the fact is, if it is about one.
    kind: Optional[FactKind]
    # What is the matter, in English.
    message: str
    # Which rule says so.
    rule: Rule
    # How much it matters.
    severity: Severity
    # Characters of the unit's text before it.
    start: int
    # What it could be instead.
    suggestion: Optional[str]
    # Index of the unit.
    unit: int
    # The fact's value, or the words that it is about.
    value: str
    # What it was in the text before, where it changed or is gone.
    was: Optional[Figure]


@dataclass
class Footnote(Form):
    """A footnote mark lifted out of a text."""

    # Where it stood: Unicode scalar values of the unit's text before it.
    at: int
    # The number: "4".
    mark: str
    # The index of the unit that holds the footnote's text.
    note: Optional[int]


@dataclass
class GradedFact(Form):
    """A fact, and how strong it is."""

    # Characters up to its end.
    end: int
    # What it is.
    kind: FactKind
    # Its value in one spelling for all languages: "20 years" of "deux décennies"; null of verbs.
    meaning: Optional[str]
    # Characters of the unit's text before it.
    start: int
    # Of verbs that are on a scale.
    strength: Optional[Strength]
    # As printed.
    text: str
    # Index of the unit.
    unit: int
    # In one spelling: "12 personnes", "2021-12-09", "21 session".
    value: str


@dataclass
class LeftOut(Form):
    """A difference in what was left out of the two texts, or stands beside them."""

    # What it was taken for.
    kind: LeftOutKind
    # In the new text; None where it has no counterpart there.
    new: Optional[LeftOutPiece]
    # In the old text; None where it has no counterpart there.
    old: Optional[LeftOutPiece]


@dataclass
class LeftOutPiece(Form):
    """What was left out of one text, and where."""

    # The line of the source, from 1, or the paragraph of a Word file; None of what belongs to whole pages, and of marks.
    line: Optional[int]
    # The page, from 1, where the source says where its pages end.
    page: Optional[int]
    # As it stood there; of a picture, a description.
    text: str
    # Of a mark, the index of the unit that it was lifted out of; of a footnote, its own.
    unit: Optional[int]


@dataclass
class Lineage(Form):
    """One paragraph's life."""

    # What happened to it, the earliest first.
    events: List[Event]
    # "L1", "L2", …, in the order of [`super::Series::lineages`].
    id: str
    # What it was, the earliest first; at most one unit a text.
    units: List[Place]


@dataclass
class Lint(Form):
    """What a careful reader would ask about the last text."""

    # The labels of the texts, the earliest first.
    documents: List[str]
    # In the order of the last text.
    findings: List[Finding]
    # The name and version of this form.
    schema: str


@dataclass
class Note(Form):
    """A doubt that a person should know of; stages that cannot fail leave these."""

    # From a fixed vocabulary, in kebab case: "numbering-gap", "tie".
    code: str
    # One sentence.
    message: str


@dataclass
class Passage(Form):
    """Words that left one place and came to another, at one of the two ends."""

    # Where the other end begins: Unicode scalar values before it in the text of that unit.
    at: int
    # Where they end.
    end: int
    # Delete where they left the old text, insert where they came to the new one.
    op: Op
    # Where they begin: Unicode scalar values before them in the text of their side, whose units are joined by a line feed.
    start: int
    # The unit of the other document that has the other end.
    unit: int


@dataclass
class Place(Form):
    """A unit of a text of the series."""

    # The index of the text.
    document: int
    # The index of the unit.
    unit: int


@dataclass
class Point(Form):
    """One thing that matters."""

    # Characters up to their end; nothing stands between the two where words are gone.
    end: int
    # The finding that says it, by its index, if one does.
    finding: Optional[int]
    # The link that it is about, by its index; the first of several.
    link: int
    # What sort of thing it is.
    matter: Matter
    # The words that came, if any did.
    now: Optional[str]
    # Characters of the first unit's text before the words that it is about.
    start: int
    # The units that it is about, by their indices: of the later text, or of the earlier one where they are gone.
    units: List[int]
    # The words that went, if any did.
    was: Optional[str]
    # How much it matters among those of its sort.
    weight: int


@dataclass
class Redline(Form):
    """A redline of two texts."""

    # What matters, ranked.
    digest: Digest
    # What the figures say.
    findings: List[Finding]
    # What differs in what reading left out of the texts, or stands beside them.
    left_out: List[LeftOut]
    # In the order of the new text; deletions at their place.
    links: List[Change]
    # The later text.
    new: Document
    # Doubts about the pair.
    notes: List[Note]
    # The earlier text.
    old: Document
    # Pairs that might be one and are not tied, for a person to decide: the likeliest first, each unit in one at most.
    perhaps: List[Suggestion]
    # The name and version of this form.
    schema: str
    # Counts.
    summary: Summary


@dataclass
class Repair(Form):
    """One change that reading or structure made to the source. The characters of `before` that are not in `after` were left out on purpose; white space does not count."""

    # What stands there now; empty when it was left out.
    after: str
    # What stood there.
    before: str
    # The line of the source, from 1.
    line: int
    # Why.
    why: Why


@dataclass
class Run(Form):
    """A stretch of text that has stood since one year."""

    # When it had stood there before, the earliest first.
    earlier: List[Spell]
    # Where it ends.
    end: int
    # The index of the text in which it entered, to stay.
    since: int
    # Unicode scalar values of the unit's text before it.
    start: int


@dataclass
class Series(Form):
    """A resolution through the years."""

    # For each redline, how much of the later text stood in the earlier one.
    carried: List[Carried]
    # The texts, the earliest first.
    documents: List[Document]
    # What the figures say, text by text.
    findings: List[Finding]
    # The life of every paragraph.
    lineages: List[Lineage]
    # Doubts about the series.
    notes: List[Note]
    # The years of the words of one text.
    provenance: List[UnitProvenance]
    # The redline of each text and the next.
    redlines: List[Step]
    # The name and version of this form.
    schema: str


@dataclass
class Spell(Form):
    """A time during which a wording stood."""

    # The index of the first text that had it.
    from_: int
    # The index of the last.
    until: int


@dataclass
class Step(Form):
    """What changed from one text to the next."""

    # As in a redline of the two.
    links: List[Change]
    # The index of the later text.
    new: int
    # The index of the earlier text.
    old: int


@dataclass
class Strength(Form):
    """How strong a verb is."""

    # Whether an adverb makes it stronger: "strongly urges".
    intensified: bool
    # What it is compared within.
    scale: Scale
    # The step on that scale.
    step: int


@dataclass
class Suggestion(Form):
    """Two units that might be one and are not tied, and why. One of the two may be tied to another: then the first would be a piece."""

    # Index into the new document's units.
    new: int
    # Index into the old document's units.
    old: int
    # How many of a thousand such pairs are one, by those that the weights were learned from.
    score: int
    # Of the words in a row that both hold, those whose rare words weigh most; empty where they hold none.
    why: str


@dataclass
class Summary(Form):
    """How many paragraphs changed, and how. Footnote texts that a mark calls count with their paragraph."""

    # How much of the new text stood in the old one.
    carried: Carried
    # Only in the old text.
    deleted: int
    # Typography only.
    editorial: int
    # Footnotes added, dropped, moved or reworded.
    footnotes_changed: int
    # Only in the new text.
    inserted: int
    # Differences in what reading left out of the texts.
    left_out: int
    # Several became one.
    merged: int
    # Moved; a section that moved whole counts once.
    moved: int
    # Labels that differ.
    renumbered: int
    # One paragraph became several.
    split: int
    # A draft says something else of them beside their words.
    status_changed: int
    # Words, figures or brackets differ.
    substantive: int
    # Not a character differs.
    unchanged: int
    # Words that went, but for those that moved; editorial changes have none.
    words_deleted: int
    # Words that came, but for those that moved; editorial changes have none.
    words_inserted: int
    # Words that left one place in a paragraph and came to another, there or elsewhere.
    words_moved: int


@dataclass
class Unit(Form):
    """One paragraph as people count it."""

    # What names it, where it is a cell of a table.
    cell: Optional[Cell]
    # The marks that were lifted out of the text, in order.
    footnotes: List[Footnote]
    # Unique and readable: "PP3", "OP12 bis", "OP4 alt", "OP4 option 1", "OP12(a)(i)", "Art4" of a code, "H4", "A1.OP3", "N2"; "U1" for what has no number and stands under nothing.
    id: str
    # Place in [`Document::units`].
    index: int
    # What the unit is.
    kind: Kind
    # As printed: "12.", "(a)". None for preambular paragraphs.
    label: Optional[str]
    # The label without its punctuation, or the count of a preambular paragraph.
    number: Optional[str]
    # The unit above: the paragraph of a sub-paragraph, the annex of its parts.
    parent: Optional[int]
    # What heads it, where it is a row of a table: the words of its first cell.
    row: Optional[str]
    # The headings above, outermost first.
    section: List[str]
    # What a draft says of the paragraph beside its words, brackets included: "[agreed ad ref]", "(EU+: delete brackets)".
    status: Optional[str]
    # The words, repaired, without label and footnote marks.
    text: str


@dataclass
class UnitProvenance(Form):
    """The years of one unit's words."""

    # The index of the text.
    document: int
    # They tile the unit's text.
    runs: List[Run]
    # The index of the unit.
    unit: int
