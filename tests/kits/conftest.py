"""What the tests of the kits share: `rature` on the PATH, and a small project in a repository."""

import os
import pathlib
import shutil
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).parents[2]
FAMILY = ROOT / "fixtures/cooperation-fr"
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT")},
    # The program that was installed beside this Python.
    "PATH": str(pathlib.Path(sys.executable).parent) + os.pathsep + os.environ["PATH"],
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "CI": "",
}


class Repository:
    def __init__(self, path):
        self.path = path

    def run(self, command, code=0, **environment):
        """What a command of the shell prints, on both outputs."""
        done = subprocess.run(["bash", "-c", command], cwd=self.path, env={**ENVIRONMENT, **environment}, text=True, encoding="utf-8",
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300)
        assert done.returncode == code, f"{command}: {done.stdout}"
        return done.stdout

    def edit(self, name, before, after):
        text = (self.path / name).read_text(encoding="utf-8")
        assert before in text
        (self.path / name).write_text(text.replace(before, after), encoding="utf-8", newline="\n")


@pytest.fixture
def repository(tmp_path):
    """Two texts and their redlines, committed."""
    if shutil.which("git") is None:
        pytest.skip("git is not there")
    repository = Repository(tmp_path / "repository")
    (repository.path / "texts").mkdir(parents=True)
    for year in (2019, 2020):
        shutil.copy(FAMILY / f"{year}.txt", repository.path / "texts")
    (repository.path / ".gitattributes").write_text("texts/** -text\ngolden/** -text\n")
    repository.run("rature init texts && rature build && git init -q -b main && git add . && git commit -q -m 'Texts and redlines'")
    return repository
