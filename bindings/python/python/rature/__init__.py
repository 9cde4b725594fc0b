"""Redlines of formal resolutions: what changed between two years, paragraph by paragraph and word by word.

    >>> redline = rature.diff(b"1. Urges 13 States to cooperate.", b"1. Urges 12 States to cooperate.")
    >>> redline.rows()[0]["after"]
    'Urges 12 States to cooperate.'

A text is the name of a file (``str`` or ``pathlib.Path``), what is in a file (``bytes``, or an open file), or what ``read`` gave.
"""

from __future__ import annotations

import json
import os
from typing import IO, Any, Iterable, List, Literal, Optional, Union

from . import _rature, forms
from ._rature import Error, __version__
from .forms import Document, Facts, Language, Lint, Redline, Series

__all__ = [
    "Document",
    "Error",
    "Facts",
    "Lint",
    "Redline",
    "Series",
    "Source",
    "__version__",
    "diff",
    "facts",
    "forms",
    "lint",
    "read",
    "series",
    "to_docx",
    "to_html",
    "to_markdown",
    "to_text",
]

Source = Union[str, "os.PathLike[str]", bytes, IO[Any], Document]
Layout = Literal["wrapped", "lines", "paragraphs", "blocks"]
Revisions = Literal["accept", "reject", "keep"]


def _text(
    source: Source,
    name: str,
    language: Optional[Language] = None,
    layout: Optional[Layout] = None,
    revisions: Optional[Revisions] = None,
    password: Optional[str] = None,
) -> _rature.Text:
    options = {"language": language, "layout": layout, "revisions": revisions, "password": password}
    if isinstance(source, Document):
        return _native(source)
    if not isinstance(source, (str, os.PathLike)) and hasattr(source, "read"):
        held = source.read()
        source = held.encode() if isinstance(held, str) else held
    if isinstance(source, (bytes, bytearray, memoryview)):
        return _rature.text(None, bytes(source), name, **options)
    if not isinstance(source, (str, os.PathLike)):
        raise TypeError("a text is the name of a file, bytes, an open file, or what read gave")
    path = os.fspath(source)
    if "\n" in path:
        raise Error("a str names a file: give a text itself as bytes, text.encode()")
    return _rature.text(path, None, name, **options)


def _made(cls, text: str, native, rows):
    made = cls.from_json(json.loads(text))
    made._native, made._rows = native, rows
    return made


def _found(items, names: List[str]):
    """The rows of what was found in a text."""
    return lambda _: [{"paragraph": names[item.unit], **item.to_dict()} for item in items]


def _native(form):
    if form._native is None:
        raise Error("was not made by this process: read or compare the texts again")
    return form._native


def read(
    source: Source,
    *,
    language: Optional[Language] = None,
    layout: Optional[Layout] = None,
    revisions: Optional[Revisions] = None,
    password: Optional[str] = None,
    name: str = "text",
) -> Document:
    """One text: its symbol, title and date, and every paragraph by its name.

    What is not said is found from the text. ``revisions`` says what becomes of tracked changes; ``name`` is what a text without a
    symbol is called that is no file.
    """
    text = _text(source, name, language, layout, revisions, password)
    return _made(Document, text.json(), text, lambda _: json.loads(text.rows()))


def diff(
    old: Source,
    new: Source,
    *,
    language: Optional[Language] = None,
    layout: Optional[Layout] = None,
    revisions: Optional[Revisions] = None,
    password: Optional[str] = None,
    pins: Iterable[str] = (),
) -> Redline:
    """What changed between two texts.

    ``pins`` are decisions of a person: ``"OP12=OP14"`` ties two paragraphs, ``"OP3"`` is matched with nothing.
    """
    options = (language, layout, revisions, password)
    redline = _rature.diff(_text(old, "old", *options), _text(new, "new", *options), list(pins))
    return _made(Redline, redline.json(), redline, lambda language: json.loads(redline.rows(language)))


def series(sources: Iterable[Source], *, language: Optional[Language] = None) -> Series:
    """The life of every paragraph through the texts of many years, put in the order of their dates where all are dated."""
    texts = [_text(source, f"text {at + 1}", language) for at, source in enumerate(sources)]
    if len(texts) < 2:
        raise Error("a series needs two texts")
    followed = _rature.series(texts)
    return _made(Series, followed.json(), followed, lambda language: json.loads(followed.rows(language)))


def facts(source: Source, *, language: Optional[Language] = None) -> Facts:
    """The counts, dates, sessions, symbols, citations and verbs of a text."""
    text = _text(source, "text", language)
    found = _made(Facts, text.facts(), text, None)
    found._rows = _found(found.facts, text.names())
    return found


def lint(source: Source, since: Iterable[Source] = (), *, language: Optional[Language] = None) -> Lint:
    """What a careful reader would ask about a text; ``since`` are the texts of earlier years, the earliest first."""
    texts: List[_rature.Text] = [_text(one, f"text {at + 1}", language) for at, one in enumerate(since)]
    texts.append(_text(source, "text", language))
    found = _made(Lint, _rature.linted(texts), texts[-1], None)
    found._rows = _found(found.findings, texts[-1].names())
    return found


def to_html(form: Union[Redline, Series], *, ui_language: Optional[Language] = None, context: Optional[int] = 1) -> str:
    """One self-contained page of a redline or a series; ``context`` is how many unchanged paragraphs stand beside a change, None for all."""
    native = _native(form)
    return native.html(ui_language) if isinstance(form, Series) else native.html(ui_language, context)


def to_markdown(redline: Redline, *, ui_language: Optional[Language] = None, context: Optional[int] = 1) -> str:
    """A redline for issues, pull requests and mail."""
    return _native(redline).markdown(ui_language, context)


def to_text(redline: Redline, *, ui_language: Optional[Language] = None, context: Optional[int] = 1, width: int = 80) -> str:
    """A redline as in a terminal: [-struck-] and {+inserted+}."""
    return _native(redline).text(ui_language, context, width)


def to_docx(
    redline: Redline,
    *,
    author: str = "rature",
    date: Optional[str] = None,
    comments: bool = False,
    ui_language: Optional[Language] = None,
) -> bytes:
    """A Word document with tracked changes, on the earlier text itself where that is a Word file.

    ``date`` is a moment, ``2021-12-09T10:00:00Z``; without it the same texts always give the same bytes.
    """
    return _native(redline).docx(author, date, comments, ui_language)
