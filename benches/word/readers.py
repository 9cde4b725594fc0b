#!/usr/bin/env python3
"""What other readers of Word files make of redlines: accepted the new file, rejected the old one?

usage: readers.py RATURE FOLDER... [--sample 60] [--npm FOLDER] [--audit PROGRAM] [-v]
Of the pairs NAME.old.docx and NAME.new.docx in the folders, as many as asked for, evenly spread, are redlined. Each reader reads the redline
accepted and rejected, and the two files themselves: so what it does not read of a file does not count. Compared are the letters, figures and
signs in their order, without white space; marks of notes and lists where the reader prints them.

pandoc        `pandoc --track-changes accept` and `reject` (PATH, or pypandoc-binary)
docx-preview  in headless Chromium with `renderChanges`, leaving out `del` or `ins`; --npm names the folder of node_modules with docx-preview and jszip
LibreOffice   tests/word_out/office.py (needs the system's python3 with uno)
audit         openxml-audit: faults that the old file does not have
"""
import argparse, base64, html, json, os, pathlib, re, shutil, signal, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).resolve()
OFFICE = HERE.parents[2] / "tests/word_out/office.py"


# How long LibreOffice may take for a pair.
SECONDS = 90


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, timeout=300)


def bare(text):
    return re.sub(r"[\s\u00ad\u200b\u25a0]+", "", text)


def pandoc_program():
    found = shutil.which("pandoc")
    if found:
        return found
    import pypandoc

    return pypandoc.get_pandoc_path()


def said_by_pandoc(node):
    if isinstance(node, list):
        return "".join(map(said_by_pandoc, node))
    if not isinstance(node, dict):
        return ""
    kind, content = node.get("t"), node.get("c")
    if kind == "Str":
        return content
    if kind in ("Math", "Code"):
        return content[1]
    if kind == "Note":
        return "[" + said_by_pandoc(content) + "]"
    return "".join(said_by_pandoc(value) for value in (node.get("blocks", []), content))


def pandoc(file, how):
    done = run(pandoc_program(), "-f", "docx", "-t", "json", f"--track-changes={how}", str(file))
    return said_by_pandoc(json.loads(done.stdout))


PAGE = """<!doctype html><meta charset="utf-8"><body><div id="out"></div><script>{jszip}</script><script>{preview}</script><script>
const bytes = Uint8Array.from(atob("{file}"), c => c.charCodeAt(0));
const options = {{ renderChanges: true, renderHeaders: false, renderFooters: false, ignoreLastRenderedPageBreak: true, inWrapper: false }};
docx.renderAsync(bytes, document.getElementById("out"), null, options).then(() => {{
  const said = gone => {{
    const copy = document.getElementById("out").cloneNode(true);
    copy.querySelectorAll("style, " + gone).forEach(node => node.remove());
    return copy.textContent;
  }};
  const both = JSON.stringify({{ accept: said("del"), reject: said("ins") }});
  document.body.innerHTML = "<pre id=said></pre>";
  document.getElementById("said").textContent = both;
}}).catch(error => {{ document.body.innerHTML = "<pre id=said></pre>"; document.getElementById("said").textContent = JSON.stringify({{ error: String(error) }}); }});
</script>"""


def docx_preview(file, npm, folder):
    """What is left without deletions and without insertions."""
    modules = pathlib.Path(npm) / "node_modules"
    script = lambda path: (modules / path).read_text().replace("</script", "<\\/script")
    page = PAGE.format(
        jszip=script("jszip/dist/jszip.min.js"),
        preview=script("docx-preview/dist/docx-preview.min.js"),
        file=base64.b64encode(pathlib.Path(file).read_bytes()).decode(),
    )
    place = pathlib.Path(folder) / "page.html"
    place.write_text(page)
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or "google-chrome"
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000", "--dump-dom"]
    dom = run(browser, *flags, f"--user-data-dir={folder}/profile", place.as_uri()).stdout
    found = re.search(r'<pre id="?said"?>(.*?)</pre>', dom, re.S)
    return json.loads(html.unescape(found.group(1))) if found else {"error": "nothing was drawn"}


def libreoffice(files, folder):
    """For each file and way what LibreOffice says then; one pair at a time, since it hangs on some files."""
    jobs, results = pathlib.Path(folder) / "jobs.json", pathlib.Path(folder) / "results.json"
    jobs.write_text(json.dumps([{"file": str(file), "as": how} for file, how in files]))
    results.unlink(missing_ok=True)
    office = subprocess.Popen(["/usr/bin/python3", str(OFFICE), str(jobs), str(results), f"{folder}/office"], stderr=subprocess.DEVNULL)
    try:
        office.wait(SECONDS)
    except subprocess.TimeoutExpired:
        # So that it ends what it has started.
        office.send_signal(signal.SIGINT)
        office.wait()
    if not results.exists():
        return None
    of = lambda result: "".join(result.get("body", []) + result.get("notes", [])) or result.get("error", "")
    return [of(result) for result in json.loads(results.read_text())]


def audit(program, file):
    done = run(program, "-m", "0", "-o", "json", str(file))
    errors = json.loads(done.stdout)[0]["errors"]
    # Word itself writes rows whose only property is that they are tracked.
    is_row = lambda error: error["path"].endswith("/trPr[1]") and error["description"] == "Required sequence content is missing"
    return [f"{error['description']} {error['part_uri']}" for error in errors if error["node"] != "Relationship" and not is_row(error)]


def first_difference(ours, theirs):
    same = len(os.path.commonprefix([ours, theirs]))
    return f"…{ours[max(0, same - 25):same + 35]!r} not …{theirs[max(0, same - 25):same + 35]!r}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rature")
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--npm")
    parser.add_argument("--audit")
    parser.add_argument("-v", action="store_true")
    args = parser.parse_args()
    pairs = [old for folder in args.folders for old in sorted(folder.glob("*.old.docx"))]
    step = max(1.0, len(pairs) / args.sample)
    pairs = [pairs[int(at * step)] for at in range(min(args.sample, len(pairs)))]
    wrong, hung = {}, {}
    with tempfile.TemporaryDirectory() as folder:
        sets = []
        for at, given in enumerate(pairs):
            # Copies: a reader may leave its own files beside what it opens.
            old, new, out = (pathlib.Path(folder) / f"{at}.{side}.docx" for side in ("old", "new", "redline"))
            shutil.copyfile(given, old)
            shutil.copyfile(str(given).replace(".old.docx", ".new.docx"), new)
            done = run(args.rature, "diff", str(old), str(new), "-o", str(out))
            if done.returncode:
                sys.exit(f"{given.name}: {done.stderr}")
            sets.append((given.name.removesuffix(".old.docx"), old, new, out))
        for name, old, new, out in sets:
            checks = {
                "pandoc": [pandoc(file, how) for file, how in ((out, "accept"), (new, "accept"), (out, "reject"), (old, "accept"))],
                "LibreOffice": libreoffice([(out, "accepted"), (new, "accepted"), (out, "rejected"), (old, "accepted")], folder),
            }
            if args.npm:
                redline, after, before = (docx_preview(file, args.npm, folder) for file in (out, new, old))
                shown = lambda said, how: said.get(how, said.get("error", ""))
                checks["docx-preview"] = [shown(redline, "accept"), shown(after, "accept"), shown(redline, "reject"), shown(before, "accept")]
            for reader, said in checks.items():
                if said is None:
                    hung.setdefault(reader, []).append(name)
                    continue
                accepted, wanted, rejected, was = map(bare, said)
                for how, ours, theirs in (("accept", accepted, wanted), ("reject", rejected, was)):
                    if ours != theirs:
                        wrong.setdefault((reader, how), []).append(name)
                        if args.v:
                            print(f"{name}: {reader}, {how}: {first_difference(ours, theirs)}", flush=True)
            if args.audit:
                known = audit(args.audit, old)
                faults = [fault for fault in audit(args.audit, out) if fault not in known]
                if faults:
                    wrong.setdefault(("audit", "faults"), []).append(name)
                    if args.v:
                        print(f"{name}: audit: {faults[0]}")
    print(f"{len(pairs)} redlines")
    readers = ["pandoc", "LibreOffice"] + ["docx-preview"] * bool(args.npm)
    for reader in readers:
        for how in ("accept", "reject"):
            names = wrong.get((reader, how), [])
            count = len(pairs) - len(names) - len(hung.get(reader, []))
            print(f"{reader}, {how}: {count} right; wrong: {' '.join(names) or '–'}; hangs on: {' '.join(hung.get(reader, [])) or '–'}")
    if args.audit:
        names = wrong.get(("audit", "faults"), [])
        print(f"openxml-audit: {len(pairs) - len(names)} without a new fault; with: {' '.join(names) or '–'}")


if __name__ == "__main__":
    main()
