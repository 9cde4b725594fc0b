"""The module, as installed from its wheel."""

import io
import json
import pathlib
import pickle
import re
import zipfile

import pytest
import rature

ROOT = pathlib.Path(__file__).parents[3]
FAMILY = ROOT / "fixtures/cooperation-fr"
OLD, NEW = FAMILY / "2019.txt", FAMILY / "2020.txt"


def test_a_redline_is_its_json_as_objects():
    redline = rature.diff(OLD, NEW)
    golden = json.loads((ROOT / "golden/cooperation-fr/2019-2020.json").read_text(encoding="utf-8"))
    assert redline.summary.to_dict() == golden["summary"]
    assert [edit.to_dict() for link in redline.links for edit in link.edits] == [e for link in golden["links"] for e in link["edits"]]
    change = next(link for link in redline.links if any(edit.text == "13" for edit in link.edits))
    assert isinstance(change, rature.forms.Change) and redline.new.units[change.new[0]].id == "OP2"


def test_rows_are_plain_and_each_change_is_one():
    rows = rature.diff(OLD, NEW).rows("en")
    row = next(row for row in rows if row["paragraph"] == "OP2")
    assert "13 personnes" in row["before"] and "12 personnes" in row["after"] and row["weight"] == "substantive"
    assert all(isinstance(value, str) for row in rows for value in row.values())


def test_a_text_is_a_path_bytes_an_open_file_or_a_document():
    expected = rature.diff(OLD, NEW).summary
    with open(OLD, encoding="utf-8") as old, open(NEW, "rb") as new:
        assert rature.diff(old, new).summary == expected
    assert rature.diff(OLD.read_bytes(), io.BytesIO(NEW.read_bytes())).summary == expected
    assert rature.diff(rature.read(str(OLD)), rature.read(NEW)).summary == expected
    assert rature.read(FAMILY.parent / "cooperation-es/2021.pdf").units


def test_a_str_with_lines_is_no_path():
    with pytest.raises(rature.Error, match="a str names a file"):
        rature.read("1. Urges all.\n2. Requests a report.")


def test_an_error_says_what_and_its_kind():
    with pytest.raises(rature.Error, match="nowhere.txt: cannot be found") as caught:
        rature.read("nowhere.txt")
    assert caught.value.kind == "unreadable"
    with pytest.raises(rature.Error) as caught:
        rature.read(b"  ")
    assert caught.value.kind == "empty"
    with pytest.raises(rature.Error, match="language: xx"):
        rature.read(OLD, language="xx")


def test_a_redline_becomes_a_page_a_word_file_and_text():
    redline = rature.diff(OLD, NEW)
    assert rature.to_html(redline) == (ROOT / "golden/cooperation-fr/2019-2020.html").read_text(encoding="utf-8")
    assert "[-13-]{+12+}" in rature.to_text(redline)
    assert "<del>13</del>" in rature.to_markdown(redline)
    with zipfile.ZipFile(io.BytesIO(rature.to_docx(redline, author="Secretariat"))) as file:
        assert 'w:author="Secretariat"' in file.read("word/document.xml").decode()


def test_a_series_has_a_row_a_paragraph_and_a_column_a_text():
    series = rature.series([FAMILY / f"{year}.txt" for year in (2019, 2018, 2020)])
    assert [text.label for text in series.documents] == ["ASP/17", "ASP/18", "ASP/19"]
    row = next(row for row in series.rows("en") if row["paragraph"] == "OP2")
    assert row["ASP/19"] == "reworded"
    assert rature.to_html(series).startswith("<!DOCTYPE html>")


def test_facts_and_lint_have_rows_with_their_paragraphs():
    facts = rature.facts(NEW)
    assert {"paragraph": "OP2", "value": "12 personnes", "kind": "count"}.items() <= next(
        row for row in facts.rows() if row["value"] == "12 personnes"
    ).items()
    lint = rature.lint(NEW, since=[FAMILY / "2018.txt", OLD])
    assert lint.documents == ["ASP/17", "ASP/18", "ASP/19"]
    assert all(row["paragraph"] and row["message"] for row in lint.rows())


def test_pins_decide_and_wrong_ones_are_refused():
    old, new = b"1. Urges all States.\n\n2. Requests a report.", b"1. Requests a report.\n\n2. Urges all States."
    assert rature.diff(old, new).summary.moved == 1
    pinned = rature.diff(old, new, pins=["OP1=OP1", "OP2=OP2"])
    assert pinned.summary.moved == 0 and pinned.summary.substantive == 2
    with pytest.raises(rature.Error, match="OP9"):
        rature.diff(old, new, pins=["OP9=OP1"])


def test_objects_compare_and_travel():
    redline = rature.diff(OLD, NEW)
    copy = pickle.loads(pickle.dumps(redline))
    assert copy == redline == rature.Redline.from_json(redline.to_dict())
    with pytest.raises(rature.Error, match="not made by this process"):
        rature.to_html(copy)
    with pytest.raises(TypeError):
        copy.rows()


def test_the_example_of_the_docs_runs(tmp_path, monkeypatch, capsys):
    page = (ROOT / "docs/python.md").read_text(encoding="utf-8")
    example = re.search(r"```python\n(.*?)```", page, re.S).group(1)
    printed = re.search(r"It prints:\n\n((?:    .*\n)+)", page).group(1)
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr("pathlib.Path.write_text", lambda path, text, **_: (tmp_path / path.name).open("w", encoding="utf-8").write(text))
    monkeypatch.setattr("pathlib.Path.write_bytes", lambda path, data: (tmp_path / path.name).open("wb").write(data))
    exec(compile(example, "docs/python.md", "exec"), {})
    assert capsys.readouterr().out == "".join(line[4:] for line in printed.splitlines(keepends=True))
    assert (tmp_path / "redline.html").is_file() and (tmp_path / "redline.docx").is_file()
