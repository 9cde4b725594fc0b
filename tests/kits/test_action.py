"""The steps of action.yml, run by hand on a small project."""

import functools
import hashlib
import http.server
import pathlib
import re
import shutil
import sys
import tarfile
import threading

import pytest
from conftest import ROOT

ACTION = (ROOT / "action.yml").read_text(encoding="utf-8")


class Runner:
    """What a runner of GitHub sets."""

    def __init__(self, repository, tmp_path):
        self.repository, self.temporary = repository, tmp_path / "runner"
        self.temporary.mkdir()
        self.summary, self.path = self.temporary / "summary.md", self.temporary / "path"
        self.summary.touch()
        self.path.touch()
        self.environment = {
            "RUNNER_TEMP": str(self.temporary), "GITHUB_STEP_SUMMARY": str(self.summary), "GITHUB_PATH": str(self.path),
            "GITHUB_ACTION_PATH": str(ROOT), "CONFIG": "rature.toml", "RUNNER_OS": "Linux",
        }

    def step(self, name, code=0, **environment):
        run = re.search(rf"- name: {name}\n(?:.*\n)*?      run: '(.*)'", ACTION).group(1)
        return self.repository.run(run, code=code, **{**self.environment, **environment})


@pytest.fixture
def runner(repository, tmp_path):
    return Runner(repository, tmp_path)


def test_a_change_of_a_text_is_one_annotation_a_redline_and_a_page(runner):
    repository = runner.repository
    assert "all as on disk" in runner.step("Compare the redlines with the texts")
    base = repository.run("git rev-parse HEAD").strip()
    repository.edit("texts/2020.txt", "12 personnes", "11 personnes")
    repository.run("git commit -q -a -m 'Eleven'")
    said = runner.step("Compare the redlines with the texts", code=1)
    annotations = [line for line in said.splitlines() if line.startswith("::")]
    assert len(annotations) == 1 and annotations[0].startswith("::error file=texts/2020.txt,line=109,title=OP2 "), said
    assert (runner.temporary / "rature/made-now/golden/ASP-18-ASP-19.html").is_file()
    runner.step("Show what changed in the texts", BASE=base)
    summary = runner.summary.read_text(encoding="utf-8")
    assert summary.startswith("### texts/2020.txt\n") and "<del>12</del><ins>11</ins>" in summary, summary
    assert "<ins>11</ins>" in (runner.temporary / "rature/redlines/texts-2020.txt.html").read_text(encoding="utf-8")


def test_without_a_commit_before_it_no_redline_is_made(runner):
    for base in ("", "0" * 40, "1" * 40):
        said = runner.step("Show what changed in the texts", BASE=base)
        assert "no redline is made" in said
    assert runner.summary.read_text() == ""


def test_redlines_are_no_texts(runner):
    base = runner.repository.run("git rev-parse HEAD").strip()
    runner.repository.edit("golden/ASP-18-ASP-19.txt", "12 personnes", "14 personnes")
    runner.step("Show what changed in the texts", BASE=base)
    assert runner.summary.read_text() == ""


@pytest.mark.skipif(sys.platform != "linux", reason="the pack that is served here is that of Linux")
def test_the_packed_program_is_installed_and_its_sum_is_checked(runner, tmp_path):
    release = tmp_path / "served/o/rature/releases/download/v9.9.9"
    packed = tmp_path / "rature-9.9.9-linux"
    release.mkdir(parents=True)
    packed.mkdir()
    (packed / "rature").write_text("#!/bin/sh\necho rature 9.9.9\n")
    (packed / "rature").chmod(0o755)
    pack = release / "rature-9.9.9-linux.tar.gz"
    with tarfile.open(pack, "w:gz") as archive:
        archive.add(packed, packed.name)
    sums = release / (pack.name + ".sha256")
    sums.write_text(f"{hashlib.sha256(pack.read_bytes()).hexdigest()}  {pack.name}\n")
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(tmp_path / "served"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    given = {"GITHUB_SERVER_URL": f"http://127.0.0.1:{server.server_port}", "REPOSITORY": "o/rature"}
    if shutil.which("curl") is None:
        pytest.skip("curl is not there")
    runner.step("Install rature", REF="v9.9.9", **given)
    program = pathlib.Path(runner.path.read_text().strip()) / "rature"
    assert runner.repository.run(f"'{program}'") == "rature 9.9.9\n"
    sums.write_text(f"{'0' * 64}  {pack.name}\n")
    said = runner.step("Install rature", code=1, VERSION="9.9.9", **given)
    assert "FAILED" in said
    server.shutdown()


def test_without_a_version_the_installed_program_is_taken(runner):
    assert runner.step("Install rature", REF="main").startswith("rature ")
