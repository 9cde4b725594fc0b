#!/usr/bin/env python3
"""Opens Word files in LibreOffice, settles their tracked changes, and prints what they say then.

usage: office.py JOBS.json RESULTS.json PROFILE
JOBS: [{"file": path, "as": "accepted" | "rejected"}, ...]
RESULTS, in the same order: {"body": [line], "notes": [line], "left": changes that could not be settled} or {"error": text}

One line a paragraph, cells of tables in their place, text boxes behind the paragraph that holds them, automatic numbers in front; a
footnote's mark is a black square. LibreOffice makes frames of paragraphs and tables that float on the page, and loses tracked changes
around them: what floats stands in line in the copy that it opens.
One process for all files, with a profile folder of its own. Needs LibreOffice Writer and its Python bridge (Debian: libreoffice-writer,
python3-uno); run with the system's python3.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import time
import zipfile

import uno
from com.sun.star.beans import PropertyValue

MARK = "\u25a0"
COMMANDS = {"accepted": ".uno:AcceptAllTrackedChanges", "rejected": ".uno:RejectAllTrackedChanges"}


def prop(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def all_of(enumeration):
    while enumeration.hasMoreElements():
        yield enumeration.nextElement()


def items(enumerable):
    return all_of(enumerable.createEnumeration())


def words(paragraph):
    found = []
    for portion in items(paragraph):
        kind = portion.TextPortionType
        if kind == "Footnote":
            found.append(MARK)
        elif kind in ("Text", "TextField"):
            found.append(portion.getString())
    # Paragraphs of drawn boxes have none.
    label = getattr(paragraph, "ListLabelString", "")
    return (label + " " if label else "") + "".join(found)


def boxes(paragraph):
    """The texts of the boxes that are anchored in a paragraph."""
    holders = [paragraph] + [portion for portion in items(paragraph) if portion.TextPortionType == "Frame"]
    for holder in (holder for holder in holders if hasattr(holder, "createContentEnumeration")):
        for content in all_of(holder.createContentEnumeration("com.sun.star.text.TextContent")):
            if hasattr(content, "getText"):
                yield content.getText()


def lines(text):
    for element in items(text):
        if element.supportsService("com.sun.star.text.Paragraph"):
            yield words(element)
            for box in boxes(element):
                yield from lines(box)
        elif element.supportsService("com.sun.star.text.TextTable"):
            for name in element.getCellNames():
                yield from lines(element.getCellByName(name))


def in_line(file, folder):
    """The file, or a copy of it in which nothing floats."""
    floats = re.compile(rb"<w:(?:tblpPr|framePr)[ />][^>]*>")
    with zipfile.ZipFile(file) as package:
        parts = [(name, package.read(name)) for name in package.namelist()]
    if not any(floats.search(data) for _, data in parts):
        return file
    copy = folder / "in-line.docx"
    with zipfile.ZipFile(copy, "w") as package:
        for name, data in parts:
            package.writestr(name, floats.sub(b"", data))
    return copy


def read(desktop, dispatcher, job, folder):
    url = in_line(pathlib.Path(job["file"]), folder).resolve().as_uri()
    document = desktop.loadComponentFromURL(url, "_blank", 0, (prop("Hidden", True),))
    if document is None:
        return {"error": "LibreOffice did not open it"}
    try:
        frame = document.getCurrentController().getFrame()
        dispatcher.executeDispatch(frame, COMMANDS[job["as"]], "", 0, ())
        document.TextFields.refresh()
        notes = document.Footnotes
        return {
            "body": list(lines(document.Text)),
            "notes": ["\n".join(lines(notes.getByIndex(at))) for at in range(notes.getCount())],
            "left": sum(1 for _ in items(document.Redlines)),
        }
    finally:
        document.close(True)


def connect(port):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    sys.exit("LibreOffice did not answer")


def main():
    jobs_file, results_file, profile = sys.argv[1:4]
    jobs = json.loads(pathlib.Path(jobs_file).read_text(encoding="utf-8"))
    port = 20000 + os.getpid() % 20000
    accept = f"--accept=socket,host=127.0.0.1,port={port};urp;"
    profile_url = pathlib.Path(profile).resolve().as_uri()
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", accept, f"-env:UserInstallation={profile_url}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        manager = connect(port).ServiceManager
        context = connect(port)
        desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        results = []
        for job in jobs:
            try:
                results.append(read(desktop, dispatcher, job, pathlib.Path(profile)))
            except Exception as error:
                results.append({"error": str(error)})
        pathlib.Path(results_file).write_text(json.dumps(results, ensure_ascii=False, indent=1), encoding="utf-8")
        try:
            desktop.terminate()
        except Exception:
            pass
        office.wait(30)
    finally:
        if office.poll() is None:
            office.kill()


if __name__ == "__main__":
    main()
