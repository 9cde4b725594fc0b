#!/usr/bin/env python3
"""The passages that a redline says moved, over series of texts, to be read.

usage: moved.py RATURE MANIFEST.json [--show N]
MANIFEST: [{"lang": …, "versions": [{"file": path beside the manifest}, …]}, …]; each text is compared with the next one.
Prints how many passages went to another paragraph or moved inside their own, by the number of their words, and N of them spread evenly over all.
"""
import collections, json, os, subprocess, sys


def passages(program, pair):
    """(is within its paragraph, from where, to where, text) of each passage, once."""
    redline = json.loads(subprocess.run([program, "diff", *pair, "--format", "json"], capture_output=True).stdout)
    link_of = {u: n for n, l in enumerate(redline["links"]) for u in l["old"]}
    for n, link in enumerate(redline["links"]):
        text = "".join(e["text"] for e in link["edits"] if e["op"] != "delete")
        for p in link["passages"]:
            if p["op"] == "insert":
                names = redline["old"]["units"][p["unit"]]["id"], "+".join(redline["new"]["units"][u]["id"] for u in link["new"])
                yield link_of.get(p["unit"]) == n, *names, text[p["start"]:p["end"]]


def main():
    program, manifest, *options = sys.argv[1:]
    show = int(options[options.index("--show") + 1]) if "--show" in options else 0
    base, found = os.path.dirname(manifest), []
    for series in json.load(open(manifest, encoding="utf8")):
        files = [os.path.join(base, version["file"]) for version in series["versions"]]
        for pair in zip(files, files[1:]):
            found += [(os.path.basename(pair[1]), *p) for p in passages(program, pair)]
    for within, name in ((False, "to another paragraph"), (True, "inside the paragraph")):
        sizes = collections.Counter(min(len(p[4].split()) // 5 * 5, 30) for p in found if p[1] == within)
        print(f"{sum(sizes.values())} {name}:", ", ".join(f"{n} of {size}+ words" for size, n in sorted(sizes.items())))
    for p in found[:: max(1, len(found) // show)] if show else []:
        print(f"\n{p[0]} {p[2]} -> {p[3]}{' (within)' if p[1] else ''}\n   {p[4]}")


if __name__ == "__main__": main()
