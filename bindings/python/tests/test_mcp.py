"""`rature mcp` as an assistant speaks with it: JSON-RPC, a message a line."""

import json
import os
import pathlib
import re
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).parents[3]
FAMILY = ROOT / "fixtures/cooperation-fr"
PROGRAM = pathlib.Path(sys.executable).with_name("rature")


class Client:
    def __init__(self, *arguments, cwd):
        self.process = subprocess.Popen([PROGRAM, "mcp", *arguments], cwd=cwd, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        self.asked = 0
        self.about = self.ask("initialize", protocolVersion="2025-06-18", capabilities={}, clientInfo={"name": "test", "version": "1"})
        self.send({"jsonrpc": "2.0", "method": "notifications/initialized"})

    def send(self, message):
        self.process.stdin.write(json.dumps(message) + "\n")
        self.process.stdin.flush()

    def ask(self, method, **params):
        self.asked += 1
        self.send({"jsonrpc": "2.0", "id": self.asked, "method": method, "params": params})
        line = self.process.stdout.readline()
        answer = json.loads(line)
        assert answer["id"] == self.asked, answer
        assert len(line) < 40_000, f"{len(line)} characters of {method}"
        return answer["result"]

    def call(self, tool, **arguments):
        result = self.ask("tools/call", name=tool, arguments=arguments)
        text = result["content"][0]["text"]
        return text if result.get("isError") else json.loads(text)

    def all(self, tool, part, **arguments):
        """Every item of a list that comes in pages."""
        items, at = [], 0
        while at is not None:
            page = self.call(tool, **arguments, **{"from": at})[part]
            items += page["items"]
            at = page["next"]
        assert len(items) == page["total"]
        return items


@pytest.fixture
def client():
    client = Client("--allow", str(FAMILY), cwd=ROOT)
    yield client
    client.process.stdin.close()
    assert client.process.wait(timeout=10) == 0


def test_it_says_what_it_can_do(client):
    assert client.about["serverInfo"]["name"] == "rature" and client.about["capabilities"]["tools"] is not None
    tools = {tool["name"]: tool for tool in client.ask("tools/list")["tools"]}
    assert sorted(tools) == ["diff", "facts", "lint", "read", "series"]
    assert tools["diff"]["inputSchema"]["required"] == ["old", "new"] and tools["diff"]["annotations"]["readOnlyHint"]


def test_a_diff_says_what_matters_and_then_each_change(client):
    answer = client.call("diff", old="2019.txt", new="2020.txt")
    assert any("[-13 personnes-]{+12 personnes+}" in line.replace(" → ", "") for line in answer["matters"]), answer["matters"]
    changes = client.all("diff", "changes", old="2019.txt", new="2020.txt")
    assert any(change["paragraph"] == "OP2" and "[-13-]{+12+} personnes" in change["words"] for change in changes)
    whole = client.call("diff", old="2019.txt", new="2020.txt", paragraph="op2")["change"]
    assert whole["words"].startswith("Se déclare") and "…" not in whole["words"]


def test_a_text_is_read_in_pages_and_a_paragraph_whole(client):
    paragraphs = client.all("read", "paragraphs", file="2020.txt")
    assert {"F1", "PP1", "OP2", "H1"} <= {one["paragraph"] for one in paragraphs}
    assert client.call("read", file="2020.txt", paragraph="OP2")["text"].startswith("Se déclare")
    assert "is no paragraph" in client.call("read", file="2020.txt", paragraph="OP99")


def test_series_facts_and_lint_answer(client):
    files = [f"{year}.txt" for year in range(2018, 2023)]
    lives = client.all("series", "paragraphs", files=files)
    assert any(life["texts"].get("ASP/19") == "reworded" for life in lives)
    facts = client.all("facts", "facts", file="2020.txt", kinds=["count"])
    assert any(fact["paragraph"] == "OP2" and fact["value"] == "12 personnes" for fact in facts)
    assert {fact["kind"] for fact in facts} == {"count"}
    client.all("lint", "questions", file="2022.txt", since=files[:-1])


def test_what_makes_no_sense_is_said(client):
    assert "is no kind of fact" in client.call("facts", file="2020.txt", kinds=["colour"])
    assert "unknown field" in client.call("read", file="2020.txt", page=2)
    assert "there is no such file; there is 2018.txt, 2019.txt" in client.call("read", file="2017.txt")
    assert "is no tool" in client.call("write", file="2020.txt")


def test_nothing_outside_the_folders_is_read(tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts/a.txt").write_text("1. Urges all States to cooperate.\n")
    (tmp_path / "texts/.env").write_text("1. Urges nobody to see this secret.\n")
    (tmp_path / "secret.txt").write_text("1. Urges nobody to see this secret.\n")
    (tmp_path / "texts2").mkdir()
    (tmp_path / "texts2/b.txt").write_text("1. Urges nobody to see this secret.\n")
    links = hasattr(os, "symlink") and sys.platform != "win32"
    if links:
        (tmp_path / "texts/link.txt").symlink_to("../secret.txt")
        (tmp_path / "texts/inside.txt").symlink_to("a.txt")
        (tmp_path / "texts/up").symlink_to("..")
        os.mkfifo(tmp_path / "texts/pipe.txt")
    client = Client("--allow", "texts", cwd=tmp_path)
    assert client.call("read", file="a.txt")["paragraphs"]["total"] == 1
    assert client.call("read", file=str(tmp_path / "texts/a.txt"))["paragraphs"]["total"] == 1
    outside = ["../secret.txt", "../nothing.txt", str(tmp_path / "secret.txt"), "../texts2/b.txt", "/etc/passwd", "x/../../secret.txt"]
    for name in outside:
        said = client.call("read", file=name)
        assert said == f"{name}: lies outside the folders that may be read: name a file in them"
    hidden = [".env"] + (["link.txt", "up/secret.txt", "up/texts2/b.txt", "pipe.txt"] if links else [])
    for name in hidden:
        said = client.call("read", file=name)
        assert isinstance(said, str) and "secret." not in said.replace(name, ""), said
    if links:
        assert client.call("read", file="inside.txt")["paragraphs"]["total"] == 1
    for tool, arguments in [("diff", {"old": "a.txt", "new": "../secret.txt"}), ("series", {"files": ["a.txt", "../secret.txt"]}), ("lint", {"file": "a.txt", "since": ["../secret.txt"]}), ("facts", {"file": "../secret.txt"})]:
        assert "lies outside" in client.call(tool, **arguments)
    client.process.stdin.close()
    assert client.process.wait(timeout=10) == 0


def test_the_example_of_the_docs_answers():
    page = (ROOT / "docs/mcp.md").read_text(encoding="utf-8")
    example = "\n".join(re.findall(r"^    (.*)$", page.split("the same by hand:")[1].split("##")[0], re.M))
    environment = {**os.environ, "PATH": f"{PROGRAM.parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(["bash", "-c", example], cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=60)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0 and [answer["id"] for answer in answers] == [1, 2], done.stderr
    assert "12 personnes" in answers[1]["result"]["content"][0]["text"]


def test_answers_stay_small_whatever_the_text(tmp_path):
    (tmp_path / "long.txt").write_text("1. Urges " + "all States to cooperate and " * 20_000 + "report.\n")
    (tmp_path / "many.txt").write_text("".join(f"{n}. Urges region {n} to report twice.\n\n" for n in range(1, 1500)))
    (tmp_path / "other.txt").write_text("".join(f"{n}. Requests region {n} to report thrice.\n\n" for n in range(1, 1500)))
    client = Client(cwd=tmp_path)
    first = client.call("read", file="long.txt", paragraph="OP1")
    assert len(first["text"]) == 16_000 and first["next"] == 16_000
    assert len(client.all("read", "paragraphs", file="many.txt")) >= 1499
    assert len(client.all("diff", "changes", old="many.txt", new="other.txt")) >= 1499
    client.process.stdin.close()
    assert client.process.wait(timeout=10) == 0
