"""What is made for package managers, from packs that stand for those of a release."""

import hashlib
import json
import pathlib
import shutil
import subprocess
import sys

import pytest
from conftest import ENVIRONMENT, ROOT

PACKS = ["rature-1.2.3-linux.tar.gz", "rature-1.2.3-macos.tar.gz", "rature-1.2.3-windows.zip"]


@pytest.fixture
def manifests(tmp_path):
    sums = {}
    for name in PACKS:
        sums[name] = hashlib.sha256(name.encode()).hexdigest()
        (tmp_path / f"{name}.sha256").write_text(f"{sums[name]}  {name}\n")
    subprocess.run([sys.executable, ROOT / ".ci/manifests", tmp_path, "1.2.3", "o/rature"], check=True)
    return tmp_path, sums


def test_each_manifest_names_its_pack_with_its_sum(manifests):
    folder, sums = manifests
    address = "https://github.com/o/rature/releases/download/v1.2.3/"
    formula = (folder / "rature.rb").read_text()
    for name in PACKS[:2]:
        assert f'url "{address}{name}"\n    sha256 "{sums[name]}"' in formula
    assert "{{" not in formula and 'assert_match "[-13-]{+12+}"' in formula
    scoop = json.loads((folder / "rature.json").read_text())
    assert scoop["architecture"]["64bit"] == {"url": address + PACKS[2], "hash": sums[PACKS[2]], "extract_dir": "rature-1.2.3-windows"}
    # What Scoop's schema demands.
    assert {"version", "homepage", "license"} <= scoop.keys()


def test_winget_has_its_three_files_with_what_they_must_have(manifests):
    folder, sums = manifests
    files = {}
    for file in folder.glob("o.rature*.yaml"):
        fields = dict(line.split(": ", 1) for line in file.read_text().splitlines() if not line.startswith("#"))
        fields = {key: json.loads(value) for key, value in fields.items()}
        files[fields["ManifestType"]] = fields
        assert {"PackageIdentifier", "PackageVersion", "ManifestVersion"} <= fields.keys()
    required = {
        "version": {"DefaultLocale"},
        "installer": {"Installers", "InstallerType", "NestedInstallerType", "NestedInstallerFiles"},
        "defaultLocale": {"PackageLocale", "Publisher", "PackageName", "License", "ShortDescription"},
    }
    assert files.keys() == required.keys()
    for kind, fields in required.items():
        assert fields <= files[kind].keys(), kind
    assert files["installer"]["Installers"][0]["InstallerSha256"] == sums[PACKS[2]].upper()
    assert 3 <= len(files["defaultLocale"]["ShortDescription"]) <= 256


def test_a_sum_of_another_file_is_refused(manifests):
    folder, _ = manifests
    (folder / f"{PACKS[0]}.sha256").write_text(f"{'0' * 64}  other.tar.gz\n")
    done = subprocess.run([sys.executable, ROOT / ".ci/manifests", folder, "1.2.3", "o/rature"], capture_output=True, text=True)
    assert done.returncode == 1 and "holds no sum" in done.stderr


@pytest.mark.skipif(shutil.which("dpkg") is None, reason="dpkg is not there")
def test_the_package_for_debian_is_installed_and_removed_without_a_trace(tmp_path):
    folder, root, deb = tmp_path / "pack", tmp_path / "root", tmp_path / "rature.deb"
    subprocess.run([ROOT / ".ci/documents", folder], check=True)
    program = shutil.which("rature", path=ENVIRONMENT["PATH"])
    shutil.copy(program, folder / "rature")
    (folder / "completions").mkdir()
    run = lambda *command: subprocess.run(command, check=True, env=ENVIRONMENT, capture_output=True, text=True).stdout
    run(program, "man", str(folder / "man/man1"))
    for shell in ("bash", "zsh", "fish"):
        (folder / f"completions/rature.{shell}").write_text(run(program, "completions", shell))
    run(str(ROOT / ".ci/deb"), str(folder), "1.2.3", str(deb))
    assert run("dpkg-deb", "--field", str(deb), "Package", "Version") == "Package: rature\nVersion: 1.2.3\n"
    listed = [line.split() for line in run("dpkg-deb", "--contents", str(deb)).splitlines()]
    assert all(owner == "root/root" for _, owner, *_ in listed)
    database = root / "var/lib/dpkg"
    (database / "info").mkdir(parents=True)
    (database / "updates").mkdir()
    for name in ("status", "available"):
        (database / name).touch()
    before = sorted(path for path in root.rglob("*") if path.is_file() and database not in path.parents)
    dpkg = ["dpkg", f"--root={root}", "--force-not-root", "--force-bad-path", f"--log={tmp_path}/log"]
    run(*dpkg, "--install", str(deb))
    assert (root / "usr/share/man/man1/rature-diff.1.gz").is_file() and (root / "usr/share/doc/rature/docs/guide.md").is_file()
    assert (root / "usr/bin/rature").stat().st_mode & 0o777 == 0o755
    run(*dpkg, "--purge", "rature")
    assert sorted(path for path in root.rglob("*") if path.is_file() and database not in path.parents) == before
