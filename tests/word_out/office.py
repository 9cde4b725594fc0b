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
import signal
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


class Office:
    """A LibreOffice that runs, begun again when it has died: beside other tests the machine may have run out of memory."""

    def __init__(self, profile):
        self.profile = profile
        self.begun = 0
        self.begin()

    def begin(self):
        port = 20000 + (os.getpid() + self.begun) % 20000
        self.begun += 1
        self.process = subprocess.Popen(
            [
                "soffice",
                "--headless",
                "--norestore",
                f"--accept=socket,host=127.0.0.1,port={port};urp;",
                f"-env:UserInstallation={self.profile.resolve().as_uri()}",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        context = self.connect(port)
        self.desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        self.dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)

    def connect(self, port):
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(240):
            try:
                return resolver.resolve(f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext")
            except Exception:
                time.sleep(0.5)
        self.kill()
        sys.exit("LibreOffice did not answer")

    def is_alive(self):
        try:
            self.desktop.getComponents()
            return True
        except Exception:
            return False

    def read(self, job):
        """What a file says. One that LibreOffice dies on is tried again, alone, with the next."""
        for _ in range(3):
            try:
                return read(self.desktop, self.dispatcher, job, self.profile)
            except Exception as error:
                told = str(error)
            if self.is_alive():
                return {"error": told}
            print(f"LibreOffice died on {job['file']}: {told}", file=sys.stderr)
            self.kill()
            self.begin()
        return {"error": f"LibreOffice dies on it: {told}"}

    def end(self):
        try:
            self.desktop.terminate()
            self.process.wait(30)
        except Exception:
            pass
        self.kill()

    def kill(self):
        """Ends the program and what it has started: `soffice` is a script that waits for the program itself."""
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()


def main():
    jobs_file, results_file, profile = map(pathlib.Path, sys.argv[1:4])
    office = Office(profile)
    try:
        results = [office.read(job) for job in json.loads(jobs_file.read_text(encoding="utf-8"))]
    finally:
        office.end()
    results_file.write_text(json.dumps(results, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
