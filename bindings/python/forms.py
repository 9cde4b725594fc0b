"""Writes python/rature/forms.py: the JSON forms of the program as dataclasses, from the schemas that the types themselves make.

    python3 bindings/python/forms.py           writes it
    python3 bindings/python/forms.py --check   fails where it is not what the schemas say
"""

import json
import keyword
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
SCHEMAS = HERE.parent.parent / "schema"
FORMS = ["document", "redline", "series", "facts", "lint"]
PLAIN = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None", "object": "dict"}

HEAD = '''"""What the functions of this package give: the JSON forms of the program as dataclasses.

Made by bindings/python/forms.py from the schemas of the program; docs/json.md describes the forms.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Literal, Optional

from ._reading import Form
'''


def words(text):
    """A description as the lines of a docstring or comment."""
    return " ".join(text.split()).replace("\\", "\\\\").replace('"""', "'''")


def kind(schema):
    """The type of a value, as it is written in Python."""
    if "$ref" in schema:
        return schema["$ref"].rsplit("/", 1)[1]
    if "anyOf" in schema:
        kinds = [kind(one) for one in schema["anyOf"] if one.get("type") != "null"]
        assert len(kinds) == 1, schema
        return f"Optional[{kinds[0]}]"
    if "const" in schema:
        return "str"
    if isinstance(schema.get("type"), list):
        kinds = [one for one in schema["type"] if one != "null"]
        assert len(kinds) == 1, schema
        return f"Optional[{kind({**schema, 'type': kinds[0]})}]"
    if schema.get("type") == "array":
        return f"List[{kind(schema['items'])}]" if "items" in schema else "list"
    return PLAIN[schema["type"]]


def values(schema):
    """The strings that an enumeration has; None for what is none."""
    if "enum" in schema:
        return list(schema["enum"])
    found = []
    for one in schema.get("oneOf", []):
        if "const" in one:
            found.append(one["const"])
        elif "enum" in one:
            found.extend(one["enum"])
        else:
            return None
    return found or None


def class_of(name, schema):
    """A dataclass, or the strings of an enumeration."""
    about = words(schema.get("description", name))
    known = values(schema)
    if known:
        return f"# {about}\n{name} = Literal[{', '.join(json.dumps(one) for one in known)}]\n"
    lines = ["@dataclass", f"class {name}(Form):", f'    """{about}"""', ""]
    for key, value in schema["properties"].items():
        lines += [f"    # {words(value['description'])}"] if "description" in value else []
        # A word of Python has a line behind it: with_.
        lines.append(f"    {key}{'_' if keyword.iskeyword(key) else ''}: {kind(value)}")
    return "\n".join(lines) + "\n"


def forms():
    found, tops = {}, []
    for form in FORMS:
        schema = json.loads((SCHEMAS / f"{form}.schema.json").read_text(encoding="utf-8"))
        for name, part in schema.get("$defs", {}).items():
            # A document inside another form is the form itself.
            found.setdefault(name, part)
        found[schema["title"]] = schema
        tops.append(schema["title"])
    enumerations = sorted(name for name in found if values(found[name]))
    classes = sorted(name for name in found if not values(found[name]))
    names = "__all__ = [\n" + "".join(f"    {json.dumps(name)},\n" for name in sorted(found)) + "]\n"
    parts = [HEAD, names] + [class_of(name, found[name]) for name in enumerations]
    parts += ["\n" + class_of(name, found[name]) for name in classes]
    return "\n".join(parts)


if __name__ == "__main__":
    written = HERE / "python/rature/forms.py"
    if "--check" in sys.argv:
        if written.read_text(encoding="utf-8") != forms():
            sys.exit(f"{written} is not what the schemas say: python3 bindings/python/forms.py writes it")
    else:
        written.write_text(forms(), encoding="utf-8", newline="\n")
