#!/usr/bin/env python3
"""What a redline strikes that still stands, counted over series of texts.

usage: counters.py RATURE MANIFEST.json [-v]
MANIFEST: [{"versions": [{"file": path beside the manifest}, …]}, …]; each text is compared with the next one.
Counts, over the paragraphs that stand in both texts and differ:
  replacements   a deletion with an insertion at the same place
  pure           replacements of which one side is the other with words left out at one place: an insertion or a deletion not shown as such
  within         the same, with words left out at any number of places: mostly small words that a rewriting took along
  names          entries of a list of names (four and more between commas, each with a capital) that both texts have in one order,
                 and that were struck and written anew all the same
  not rebuilt    paragraphs whose edits do not give back both texts
-v prints the first 40 of each.
"""
import json, os, re, subprocess, sys
from difflib import SequenceMatcher

TOKEN = re.compile(r"\w+(?:[’'./,\u2010\u2011-]\w+)*|[^\w\s]")
AND = re.compile(r",\s+(?:and|et|y)\s+|\s+(?:and|et|y)\s+(?=[^,]*$)|,\s+")


def is_pure(gone, come):
    """Whether one side is the other with words and signs left out at one place."""
    short, long = sorted((TOKEN.findall(gone), TOKEN.findall(come)), key=len)
    if not 0 < len(short) < len(long): return False
    head = next((k for k, (a, b) in enumerate(zip(short, long)) if a != b), len(short))
    tail = next((k for k, (a, b) in enumerate(zip(short[::-1], long[::-1])) if a != b), len(short))
    return head + tail >= len(short)


def is_within(gone, come):
    """The same, at any number of places."""
    short, long = sorted((TOKEN.findall(gone), TOKEN.findall(come)), key=len)
    rest = iter(long)
    return 0 < len(short) < len(long) and all(token in rest for token in short)


def lists(text):
    """The lists of names in a text, each a list of (start, end, name)."""
    for line in re.finditer(r"[^\n;:]+", text):
        parts, at = [], line.start()
        for gap in [*AND.finditer(line.group()), None]:
            end = line.end() if gap is None else line.start() + gap.start()
            parts.append((at, end, text[at:end].strip(" .]")))
            at = line.end() if gap is None else line.start() + gap.end()
        names = [p for p in parts if p[2][:1].isupper() and len(p[2].split()) <= 10]
        if len(parts) >= 4 and len(names) == len(parts): yield names


def struck(edits, op):
    """The stretches of one side's text that were struck or written, as (start, end)."""
    at, found = 0, []
    for kind, text, *_ in edits:
        if kind in ("equal", op):
            if kind == op: found.append((at, at + len(text)))
            at += len(text)
    return found


def names_struck(old, new, edits):
    """Names that both texts have, in one order, and that are struck in one and written in the other."""
    sides = [[name for names in lists(text) for name in names] for text in (old, new)]
    if not all(sides): return []
    blocks = SequenceMatcher(None, [n[2] for n in sides[0]], [n[2] for n in sides[1]], autojunk=False).get_matching_blocks()
    gone, come = struck(edits, "delete"), struck(edits, "insert")
    inside = lambda span, spans: any(a <= span[0] and span[1] <= b for a, b in spans)
    return [sides[0][b.a + k][2] for b in blocks for k in range(b.size)
            if inside(sides[0][b.a + k], gone) and inside(sides[1][b.b + k], come)]


def count(links, tally, cases):
    """Adds the links, as (old text, new text, edits), to the tally."""
    for old, new, edits in links:
        sides = ["".join(e[1] for e in edits if e[0] in ("equal", op)) for op in ("delete", "insert")]
        if not old or not new or old == new: continue
        tally["paragraphs"] += 1
        tally["not rebuilt"] += sides != [old, new]
        for a, b in zip(edits, edits[1:]):
            if (a[0], b[0]) == ("delete", "insert"):
                tally["replacements"] += 1
                tally["within"] += is_within(a[1], b[1])
                if is_pure(a[1], b[1]): tally["pure"] += 1; cases["pure"].append((a[1], b[1]))
        names = names_struck(old, new, edits)
        tally["names"] += len(names)
        if names: cases["names"].append((names, old[:200], new[:200]))


def main():
    program, manifest, *options = sys.argv[1:]
    base = os.path.dirname(manifest)
    tally = dict.fromkeys(("paragraphs", "replacements", "pure", "within", "names", "not rebuilt"), 0)
    cases = {"pure": [], "names": []}
    for series in json.load(open(manifest, encoding="utf8")):
        files = [os.path.join(base, version["file"]) for version in series["versions"]]
        for pair in zip(files, files[1:]):
            redline = json.loads(subprocess.run([program, "diff", *pair, "--format", "json"], capture_output=True).stdout)
            text = lambda side, units: "\n".join(redline[side]["units"][u]["text"] for u in units)
            count([(text("old", l["old"]), text("new", l["new"]), [(e["op"], e["text"]) for e in l["edits"]]) for l in redline["links"]], tally, cases)
    print(", ".join(f"{name} {n}" for name, n in tally.items()), f"(pure: {100 * tally['pure'] / max(1, tally['replacements']):.2f} % of replacements)")
    if "-v" in options:
        for kind in cases:
            for case in cases[kind][:40]: print(kind, *case, sep="\n   ")


if __name__ == "__main__": main()
