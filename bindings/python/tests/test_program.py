"""The program, as the wheel installs it."""

import os
import pathlib
import signal
import subprocess
import sys
import time

import pytest

ROOT = pathlib.Path(__file__).parents[3]
FAMILY = ROOT / "fixtures/cooperation-fr"
PROGRAM = pathlib.Path(sys.executable).with_name("rature")


def run(*arguments, cwd=FAMILY, **options):
    return subprocess.run([PROGRAM, *arguments], cwd=cwd, capture_output=True, text=True, timeout=120, **options)


def test_it_prints_and_exits_as_the_program_does():
    assert run("--version").stdout.startswith("rature ")
    done = run("diff", "2019.txt", "2020.txt", "--exit-code")
    assert done.returncode == 1 and "[-13-]{+12+}" in done.stdout and done.stderr == ""
    wrong = run("diff", "2019.txt", "nowhere.txt")
    assert wrong.returncode == 2 and wrong.stderr.startswith("rature: nowhere.txt: cannot be found")
    assert run("difff").returncode == 2


def test_reading_has_a_process_of_its_own_where_asked_for(tmp_path):
    # What lies in the working folder under the name of the package is not taken for it.
    (tmp_path / "rature.py").write_text("raise SystemExit('taken')")
    (tmp_path / "rature").mkdir()
    for year in (2019, 2020):
        (tmp_path / f"{year}.txt").write_bytes((FAMILY / f"{year}.txt").read_bytes())
    done = run("diff", "2019.txt", "2020.txt", "--isolate", "--exit-code", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "") and "[-13-]{+12+}" in done.stdout
    job = '{"id": "a", "texts": ["2019.txt", "2020.txt"]}\n'
    done = run("batch", "-", input=job, cwd=tmp_path)
    assert done.returncode == 0 and '"substantive":' in done.stdout, done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_ctrl_c_ends_it_at_once(tmp_path):
    for year in (2019, 2020):
        (tmp_path / f"{year}.txt").write_bytes((FAMILY / f"{year}.txt").read_bytes())
    assert run("init", ".", cwd=tmp_path).returncode == 0
    watching = subprocess.Popen([PROGRAM, "watch"], cwd=tmp_path, stdout=subprocess.PIPE, text=True)
    assert watching.stdout.readline()
    begun = time.monotonic()
    watching.send_signal(signal.SIGINT)
    assert watching.wait(timeout=20) == -signal.SIGINT
    assert time.monotonic() - begun < 5


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes of a shell there")
def test_a_reader_that_has_seen_enough_is_no_fault():
    done = subprocess.run(f"'{PROGRAM}' read 2019.txt | head -1", shell=True, cwd=FAMILY, capture_output=True, text=True)
    assert done.stderr == "" and done.stdout.count("\n") == 1


def test_the_module_is_the_program_too():
    done = subprocess.run([sys.executable, "-m", "rature", "--version"], capture_output=True, text=True, env={**os.environ})
    assert done.stdout.startswith("rature ")
