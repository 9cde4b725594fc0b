"""Words of two files compared by the PyPI package redlines: with_redlines.py OLD NEW"""

import sys
from pathlib import Path

from redlines import Redlines

old, new = (Path(file).read_text(encoding="utf-8") for file in sys.argv[1:3])
sys.stdout.write(Redlines(old, new).output_markdown)
