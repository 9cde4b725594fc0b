"""The commands of docs/git.md, as printed there."""

import re

from conftest import ROOT

PAGE = (ROOT / "docs/git.md").read_text(encoding="utf-8")


def commands(section):
    """The indented lines under a heading."""
    under = PAGE.split(f"## {section}\n")[1].split("\n## ")[0]
    return re.findall(r"^    (.*)$", under, re.M)


def test_git_diff_shows_words_of_paragraphs(repository):
    for line in commands("git diff, git log -p, git show"):
        if line.startswith("git config"):
            repository.run(line)
        else:
            with open(repository.path / ".gitattributes", "a", encoding="utf-8") as attributes:
                attributes.write(line + "\n")
    repository.run("git commit -q -a -m 'How git shows texts'")
    # Other line ends and breaks of the same words are no change.
    text = (repository.path / "texts/2020.txt").read_text(encoding="utf-8")
    (repository.path / "texts/2020.txt").write_text(text.replace("12 personnes visées par un mandat\n", "12 personnes visées par un\nmandat "), encoding="utf-8")
    assert repository.run("git diff") == ""
    repository.edit("texts/2020.txt", "12 personnes", "11 personnes")
    shown = repository.run("git diff --word-diff")
    assert "[-12-]{+11+} personnes visées par un mandat d’arrêt" in shown and shown.count("{+") == 1, shown


def test_a_redline_stands_where_git_shows_lines(repository):
    with open(repository.path / ".gitattributes", "a", encoding="utf-8") as attributes:
        attributes.write("texts/*.txt diff=rature\n")
    repository.edit("texts/2020.txt", "12 personnes", "11 personnes")
    repository.run("git commit -q -a -m 'Eleven' && cp texts/2020.txt texts/new.txt && git add texts/new.txt && git commit -q -m 'One more'")
    lines = commands("A redline instead of lines")
    assert len(lines) == 4
    repository.run(lines[0])
    redline = "[-12-]{+11+}"
    assert redline in repository.run(lines[1].replace("HEAD~1", "HEAD~2"))
    repository.run(lines[2])
    shown = repository.run(lines[3].replace("HEAD~1", "HEAD~2"))
    assert shown.startswith("texts/2020.txt\n") and redline in shown
    assert "\n+2. Se déclare profondément préoccupée" in repository.run("git diff HEAD~1 -- texts/new.txt")
    assert repository.run("git diff --no-ext-diff HEAD~2 -- texts/2020.txt").startswith("diff --git")


def test_the_hook_of_pre_commit_stops_a_commit_whose_redlines_are_old(repository):
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    entry = re.search(r"- id: rature-check-system\n(?:.*\n)*?  entry: (.*)\n", hooks).group(1)
    assert "all as on disk" in repository.run(entry)
    repository.edit("texts/2020.txt", "12 personnes", "11 personnes")
    assert "OP2" in repository.run(entry, code=1)
    repository.run("rature check --bless")
    repository.run(entry)
