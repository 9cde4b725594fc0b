#!/usr/bin/env python3
"""Jobs for `rature batch`: every text of a folder of series and the next, a line of JSON a pair.

usage: benches/archive/jobs.py MANIFEST.json [--series] > jobs.jsonl

MANIFEST has [{"series": …, "versions": [{"file": …, "symbol": …}, …]}, …], the earliest version first, files beside it.
With --series each series is one job.
"""

import json
import sys
from pathlib import Path

manifest = Path(sys.argv[1])
for one in json.loads(manifest.read_text(encoding="utf-8")):
    versions = one["versions"]
    step = len(versions) if "--series" in sys.argv else 2
    for at in range(len(versions) - step + 1):
        chosen = versions[at : at + step]
        texts = [str(manifest.parent / version["file"]) for version in chosen]
        print(json.dumps({"id": f"{one.get('lang', '')} {chosen[0]['symbol']} {chosen[-1]['symbol']}".strip(), "texts": texts}))
