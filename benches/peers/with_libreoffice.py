"""Two files compared by LibreOffice Writer and saved as Word: with_libreoffice.py OLD NEW OUT.docx

Runs under the Python that has LibreOffice's `uno` (Debian: /usr/bin/python3 with python3-uno). Starts an office of its own.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def property_(name, value):
    return PropertyValue(Name=name, Value=value)


def connected(pipe):
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(1200):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.05)
    raise SystemExit("LibreOffice does not answer")


old, new, out = (Path(file).resolve().as_uri() for file in sys.argv[1:4])
with tempfile.TemporaryDirectory() as profile:
    pipe = f"peers{Path(profile).name}"
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;", f"-env:UserInstallation={Path(profile).as_uri()}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    manager = connected(pipe).ServiceManager
    desktop = manager.createInstance("com.sun.star.frame.Desktop")
    text = [property_("Hidden", True), property_("FilterName", "Text (encoded)"), property_("FilterOptions", "UTF8")]
    document = desktop.loadComponentFromURL(new, "_blank", 0, text)
    dispatcher = manager.createInstance("com.sun.star.frame.DispatchHelper")
    against = (property_("URL", old), *text[1:])
    dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:CompareDocuments", "", 0, against)
    document.storeToURL(out, (property_("FilterName", "MS Word 2007 XML"),))
    document.close(True)
    try:
        desktop.terminate()
    except Exception:  # the bridge closes under the call
        pass
    office.wait()
