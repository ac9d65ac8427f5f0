"""A kind of record that no template mentions has an index and a page for each record, from the default templates."""

import subprocess
import sys

import pytest

RENDER_WITH_NEW_KIND = '''
import sys
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import Field

from dossier.model import kinds
from dossier.model.base import NonEmptyStr
from dossier.model.record import Record


class Vessel(Record):
    """A ship."""

    singular: ClassVar[str] = "vessel"
    plural: ClassVar[str] = "vessels"
    heading: ClassVar[str] = "Vessels"
    counted: ClassVar[tuple[str, str]] = ("%(number)s vessel", "%(number)s vessels")

    name: Annotated[NonEmptyStr, Field(description="The ship's name.")]

    @property
    def label(self) -> str:
        return self.name


kinds.KINDS = (*kinds.KINDS, Vessel)  # Before any other module reads it.

from dossier.pipeline import check_dossier, json_ld, render_pages
from dossier.render import iter_page_assets

root, folder = map(Path, sys.argv[1:])
graph, findings = check_dossier(root)
assert not findings, [str(finding) for finding in findings]
for output in (*render_pages(graph), *iter_page_assets(graph)):
    target = folder / output.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(b"".join(output.iter_bytes()))
    assert output.search_entry is None or output.search_entry()
(folder / "heron.jsonld").write_text(json_ld(graph).for_page("vessels/heron.md"), "utf-8")
'''
VESSEL = """\
name: The Heron
summary: A ferry.
about: [event:walk-out]
passages:
  - source: gazette
    exact: More than 500 dockers left the port
review: published
"""


@pytest.fixture
def read(tmp_path, base, write):
    """Return a function that reads a page of the small dossier with one vessel."""
    write("content/vessels/heron.yml", VESSEL)
    command = [sys.executable, "-c", RENDER_WITH_NEW_KIND, str(base), str(tmp_path / "pages")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return lambda path: (tmp_path / "pages" / path).read_text("utf-8")


def test_a_kind_without_templates_has_an_index_record_pages_and_documentation(read):
    assert read("vessels/index.md").startswith("# Vessels\n")
    assert "- [The Heron](heron.md)" in read("vessels/index.md")
    assert "A ferry." in read("vessels/index.md")
    assert "# The Heron" in read("vessels/heron.md")
    assert "1 source, 1 independent origin" in read("vessels/heron.md")
    assert "[1 vessel](vessels/index.md)" in read("index.md")
    assert "## Vessel\n" in read("handbook/fields.md")


def test_a_kind_without_templates_is_in_the_explore_table_and_has_json_ld(read):
    assert "The Heron" in read("data/explore.js")
    assert "The Heron" in read("heron.jsonld")
