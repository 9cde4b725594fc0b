#!/usr/bin/env python3
"""The words that rature reads from PDFs beside those of pdftotext: how many of its words are read, and how many read are its.

usage: pdftotext.py RATURE FOLDER...
Words are runs of letters and figures, compared as bags, file by file; marks and what was left out or mended count as read, since the
question is whether anything is lost or made up. Needs poppler (pdftotext). Prints a line for each file below 0.99 and the sums.
"""
import collections, json, pathlib, re, subprocess, sys, time, unicodedata

FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def words(text):
    text = unicodedata.normalize("NFKC", text.translate(FIGURES)).lower().replace("\u00ad", "")
    text = re.sub(r"[-\u2010\u2011]\s*\n\s*", "", text)
    return collections.Counter(re.findall(r"[^\W_]+", text))


def read(rature, path):
    run = subprocess.run([rature, "read", "--format", "json", path], capture_output=True, timeout=120)
    if run.returncode:
        return None
    document = json.loads(run.stdout)
    parts = []
    for unit in document["units"]:
        parts += [unit.get("label") or "", unit["text"], *(mark["mark"] for mark in unit.get("footnotes", []))]
    return words("\n".join(part for part in parts if part)), words("\n".join(repair["before"] for repair in document["repairs"]))


rature, folders = sys.argv[1], sys.argv[2:]
sums = collections.Counter()
began = time.time()
for path in sorted(path for folder in folders for path in pathlib.Path(folder).rglob("*.pdf")):
    found = read(rature, path)
    theirs = words(subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], capture_output=True).stdout.decode("utf8", "replace"))
    if found is None or not theirs:
        print(f"{'refused' if found is None else 'no words':8} {path}")
        continue
    text, mended = found
    both = text + mended
    recall = sum((theirs & both).values()) / sum(theirs.values())
    precision = sum((text & theirs).values()) / max(1, sum(text.values()))
    sums += collections.Counter(theirs=sum(theirs.values()), read=sum((theirs & both).values()), in_text=sum((theirs & text).values()), text=sum(text.values()), kept=sum((text & theirs).values()), files=1)
    if min(recall, precision) < 0.99:
        print(f"{recall:.3f} {precision:.3f} {path}")
print(f"{sums['files']} files, recall {sums['read'] / sums['theirs']:.4f} (in the text {sums['in_text'] / sums['theirs']:.4f}), precision {sums['kept'] / sums['text']:.4f}, {time.time() - began:.1f} s")
