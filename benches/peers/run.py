#!/usr/bin/env python3
"""rature beside what people would use instead: whole processes on the same pairs, in turns, medians and ratios.

usage: benches/peers/run.py [--runs N] [--rature FILE] [--pairs FILE] [--office RUNS]

Without --pairs the two French texts of fixtures/ are compared. A file of pairs has OLD and NEW on a line, a tab between.
What is not installed is left out and named. See docs/performance.md for what installs the peers.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PYTHON = HERE / "venv" / "bin" / "python"
OFFICE_PYTHON = "/usr/bin/python3"


def peers(rature, out):
    """Name → what to run on OLD and NEW, for all that is there; then the names of what is not."""
    node = (HERE / "node_modules").is_dir() and shutil.which("node")
    all_peers = {
        "rature, HTML": (rature, ["diff", "OLD", "NEW", "--format", "html"]),
        "rature, JSON": (rature, ["diff", "OLD", "NEW", "--format", "json"]),
        "rature, terminal": (rature, ["diff", "OLD", "NEW", "--color", "always"]),
        "rature, Word": (rature, ["diff", "OLD", "NEW", "-o", f"{out}/redline.docx"]),
        "git --word-diff": (shutil.which("git"), ["diff", "--no-index", "--word-diff", "OLD", "NEW"]),
        "wdiff": (shutil.which("wdiff"), ["OLD", "NEW"]),
        "dwdiff": (shutil.which("dwdiff"), ["OLD", "NEW"]),
        "jsdiff": (node, [str(HERE / "jsdiff.mjs"), "OLD", "NEW"]),
        "diff-match-patch": (node, [str(HERE / "dmp.mjs"), "OLD", "NEW"]),
        "redlines": (PYTHON.exists() and str(PYTHON), [str(HERE / "with_redlines.py"), "OLD", "NEW"]),
    }
    found = {name: [program, *args] for name, (program, args) in all_peers.items() if program}
    return found, [name for name in all_peers if name not in found]


def once(command, old, new):
    """Seconds of one whole process."""
    args = [{"OLD": old, "NEW": new}.get(arg, arg) for arg in command]
    start = time.perf_counter()
    done = subprocess.run(args, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    seconds = time.perf_counter() - start
    # The peers exit with 1 where texts differ.
    if done.returncode > 1:
        raise SystemExit(f"{' '.join(args)}: {done.stderr.decode()}")
    return seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=40)
    parser.add_argument("--rature", default=str(ROOT / "target/release/rature"))
    parser.add_argument("--pairs")
    parser.add_argument("--office", type=int, default=3, help="runs of LibreOffice, which takes seconds; 0 leaves it out")
    args = parser.parse_args()
    texts = ROOT / "fixtures/cooperation-fr"
    pairs = [(str(texts / "2020.txt"), str(texts / "2021.txt"))]
    if args.pairs:
        pairs = [tuple(line.split("\t")) for line in Path(args.pairs).read_text().splitlines() if line]
    with tempfile.TemporaryDirectory() as out:
        commands, missing = peers(args.rature, out)
        times = {name: [] for name in commands}
        for _ in range(args.runs):
            # In turns, so that what else the machine does falls on all alike.
            for name, command in commands.items():
                times[name].append(sum(once(command, *pair) for pair in pairs) / len(pairs))
        try:
            subprocess.run([OFFICE_PYTHON, "-c", "import uno"], check=True, stderr=subprocess.DEVNULL)
            office = bool(shutil.which("soffice"))
        except (OSError, subprocess.CalledProcessError):
            office = False
        if office and args.office:
            command = [OFFICE_PYTHON, str(HERE / "with_libreoffice.py"), "OLD", "NEW", f"{out}/compared.docx"]
            times["LibreOffice"] = [once(command, *pairs[0]) for _ in range(args.office)]
        elif not office:
            missing.append("LibreOffice")
    own = statistics.median(times["rature, HTML"])
    size = sum(os.path.getsize(file) for pair in pairs for file in pair) / len(pairs) / 2
    print(f"{len(pairs)} pair(s), texts of {size / 1000:.0f} kB on average, {args.runs} runs in turns, {os.cpu_count()} cores\n")
    print("| whole process | median, ms | fastest, ms | beside rature's page |\n|---|---|---|---|")
    for name, seconds in sorted(times.items(), key=lambda item: statistics.median(item[1])):
        median = statistics.median(seconds)
        print(f"| {name} | {median * 1e3:.1f} | {min(seconds) * 1e3:.1f} | {median / own:.2f} |")
    if missing:
        print(f"\nnot installed: {', '.join(missing)}", file=sys.stderr)


if __name__ == "__main__":
    main()
