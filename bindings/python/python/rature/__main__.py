"""The program: what ``rature``, ``uvx rature`` and ``python -m rature`` run."""

import signal
import sys

# Where this package is found without the working folder, which may have a `rature` of its own.
AGAIN = "import sys; sys.path[:] = [p for p in sys.path if p]; from rature.__main__ import main; main()"


def main() -> None:
    from . import _rature

    # Python keeps Ctrl-C for itself, and would hear it only when the program is done.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    again = [sys.executable, "-c", AGAIN]
    sys.exit(_rature.main(["rature", *sys.argv[1:]], again))


if __name__ == "__main__":
    main()
