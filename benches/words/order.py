#!/usr/bin/env python3
"""The order of the words that rature reads from the pages of PDFs: pairs of neighbours that pdftotext does not have, page by page.

usage: order.py RATURE... -- PAGE.pdf...
Each PAGE is a PDF of one page (`pdfseparate`), chosen for its layout. A pair that is not there is not always a fault (rows of a table are
read across by one and down by the other, accents, marks): they are counted, and those of the last RATURE printed, to be read beside the
picture of the page. Needs poppler.
"""
import collections, json, re, subprocess, sys, unicodedata

FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def words(text):
    text = unicodedata.normalize("NFKC", text.translate(FIGURES)).lower().replace("\u00ad", "")
    return re.findall(r"[^\W_]+", re.sub(r"[-\u2010]\s*\n\s*", "", text))


def pairs(words):
    return list(zip(words, words[1:]))


split = sys.argv.index("--")
programs, pages = sys.argv[1:split], sys.argv[split + 1 :]
sums = collections.Counter()
for page in pages:
    theirs = set(pairs(words(subprocess.run(["pdftotext", page, "-"], capture_output=True).stdout.decode("utf8", "replace"))))
    counts, odd = [], []
    for program in programs:
        run = subprocess.run([program, "read", "--format", "json", page], capture_output=True, timeout=120)
        units = json.loads(run.stdout)["units"] if run.returncode == 0 else []
        odd = [" ".join(pair) for unit in units for pair in pairs(words(unit["text"])) if pair not in theirs]
        counts.append(len(odd))
        sums[program] += len(odd)
    print(page, *counts, "; ".join(odd[:12]))
print("all", *(sums[program] for program in programs))
