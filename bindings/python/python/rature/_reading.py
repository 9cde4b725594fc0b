"""From JSON to dataclasses, and back to plain rows."""

from __future__ import annotations

import dataclasses
import keyword
import typing

T = typing.TypeVar("T", bound="Form")


_READERS: typing.Dict[type, dict] = {}


def _readers(cls: typing.Type[Form]) -> dict:
    """For each field of a form, what reads it where it holds forms itself."""
    if cls not in _READERS:
        hints = typing.get_type_hints(cls)
        _READERS[cls] = {field.name: _reader(hints[field.name]) for field in dataclasses.fields(cls)}
    return _READERS[cls]


def _reader(hint):
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return hint.from_json
    inner = [part for part in typing.get_args(hint) if part is not type(None)]
    if typing.get_origin(hint) is typing.Literal or len(inner) != 1:
        return None
    read = _reader(inner[0])
    if read is None:
        return None
    if typing.get_origin(hint) is list:
        return lambda items: [read(item) for item in items]
    return lambda item: None if item is None else read(item)


@dataclasses.dataclass
class Form:
    """A part of a JSON form."""

    # Of what a function of the package gave: the texts themselves, and what makes rows of them. Neither is compared or copied.
    _native: typing.ClassVar[typing.Any] = None
    _rows: typing.ClassVar[typing.Any] = None

    def rows(self, ui_language: typing.Optional[str] = None) -> typing.List[dict]:
        """Plain rows, for ``pandas.DataFrame`` or ``csv.DictWriter``.

        A redline has one a change, a document one a paragraph, a series one a paragraph with a column a text, facts and lint one a
        finding.
        """
        if self._rows is None:
            raise TypeError("rows are of what read, diff, series, facts and lint give, in the process that made it")
        return self._rows(ui_language)

    def __getstate__(self) -> dict:
        return {name: value for name, value in self.__dict__.items() if not name.startswith("_")}

    @classmethod
    def from_json(cls: typing.Type[T], json: dict) -> T:
        """The object of what the program writes with ``--format json``."""
        readers = _readers(cls)
        known = ((field, json[_key(field)], read) for field, read in readers.items() if _key(field) in json)
        return cls(**{field: read(value) if read else value for field, value, read in known})

    def to_dict(self) -> dict:
        """Plain dictionaries and lists, as the JSON has them."""
        return dataclasses.asdict(self, dict_factory=lambda items: {_key(field): value for field, value in items})


def _key(field: str) -> str:
    """The key of a field in JSON: what is a word of Python has a line behind it in the field alone, ``with_``."""
    bare = field[:-1]
    return bare if field.endswith("_") and keyword.iskeyword(bare) else field
