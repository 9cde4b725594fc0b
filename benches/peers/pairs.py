#!/usr/bin/env python3
"""Pairs for run.py of the jobs of benches/archive/jobs.py: those whose texts both have so many units.

usage: benches/archive/jobs.py MANIFEST.json | benches/peers/pairs.py [--units FROM-TO] [--most N] [--rature FILE] > pairs.tsv

Of more than N pairs every so many is taken.
"""

import argparse
import json
import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--units", default="54-68")
parser.add_argument("--most", type=int, default=24)
parser.add_argument("--rature", default=str(ROOT / "target/release/rature"))
args = parser.parse_args()
least, most = map(int, args.units.split("-"))


@cache
def units(text):
    read = subprocess.run([args.rature, "read", text, "--format", "json"], capture_output=True, text=True, check=True)
    return len(json.loads(read.stdout)["units"])


pairs = [json.loads(line)["texts"] for line in sys.stdin]
pairs = [pair for pair in pairs if all(least <= units(text) <= most for text in pair)]
step = max(1, -(-len(pairs) // args.most))
for pair in pairs[::step]:
    print("\t".join(pair))
