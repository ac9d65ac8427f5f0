"""Licences: every file says under which one it is, and the texts of others are not under ours."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
METADATA = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def reuse(*arguments, root):
    """Run the checker of the REUSE specification; the finished process."""
    program = Path(sys.executable).with_name("reuse")
    return subprocess.run([program, "--root", root, *arguments], capture_output=True, text=True, check=False)


def test_every_file_has_a_licence_and_a_holder_of_its_rights():
    done = reuse("lint", root=ROOT)
    assert done.returncode == 0, done.stdout


def test_a_file_without_a_licence_would_be_noticed(tmp_path):
    settings = (ROOT / "REUSE.toml").read_text("utf-8")
    (tmp_path / "REUSE.toml").write_text(settings.replace('path = "**"', 'path = "tests/**"'), "utf-8")
    (tmp_path / "new.py").write_text("x = 1\n", "utf-8")
    done = reuse("lint", root=tmp_path)
    assert done.returncode == 1 and "new.py" in done.stdout


def test_the_source_texts_are_under_no_licence_of_ours(tmp_path):
    """As in the list that the checker writes: for each file its licences, in the format SPDX."""
    listed = reuse("spdx", "--output", str(tmp_path / "bill.spdx"), root=ROOT)
    assert listed.returncode == 0, listed.stderr
    files = (tmp_path / "bill.spdx").read_text("utf-8").split("\nFileName: ./")[1:]
    licences = {entry.splitlines()[0]: re.findall("LicenseInfoInFile: (.*)", entry) for entry in files}
    texts = {f"seeds/{file.name}" for file in (ROOT / "seeds").iterdir()}
    assert texts == {name for name, found in licences.items() if found == ["LicenseRef-Publishers"]}
    assert {tuple(found) for name, found in licences.items() if name not in texts} == {("MIT",)}


def test_the_publishers_named_are_those_of_the_sources():
    text = (ROOT / "LICENSES/LicenseRef-Publishers.txt").read_text("utf-8")
    for record in (ROOT / "content/sources").iterdir():
        source = yaml.safe_load(record.read_text("utf-8"))
        if "text" in source:
            (line,) = [line for line in text.splitlines() if line.startswith(f"- seeds/{source['text']}: ")]
            rights = " ".join(source["rights"]["statement"].split())
            assert "states no licence" in rights
            for name in re.split("; | and ", line.partition(": ")[2]):
                assert name.removeprefix("a publisher ") in rights, name


def test_our_licence_is_the_same_wherever_it_is():
    assert (ROOT / "LICENSES/MIT.txt").read_bytes() == (ROOT / "LICENSE").read_bytes()
    assert METADATA["license"] == "MIT"


def test_the_citation_is_of_this_software():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= citation.keys()
    assert citation["version"] == METADATA["version"] and citation["license"] == METADATA["license"]
    assert citation["repository-code"] == METADATA["urls"]["Source"]
    assert citation["authors"] == METADATA["authors"]
