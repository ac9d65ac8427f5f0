"""A new kind of record needs one model file and one line in `KINDS`: its pages come from the default templates."""

import shutil
import subprocess
import sys
from pathlib import Path

import dossier
import pytest

MODEL = '''"""A vessel: a ship."""

from typing import Annotated, ClassVar

from dossier.model.base import NonEmptyStr, described
from dossier.model.record import Record


class Vessel(Record):
    """A ship that takes part in the story."""

    singular: ClassVar[str] = "vessel"
    plural: ClassVar[str] = "vessels"
    heading: ClassVar[str] = "Vessels"

    name: Annotated[NonEmptyStr, described("The ship's name.")]

    @property
    def label(self) -> str:
        return self.name
'''
RECORD = """name: The Heron
summary: A ferry.
about: [event:walk-out]
passages:
  - source: gazette
    exact: More than 500 dockers left the port
review: published
"""
RENDER = """
import sys
from pathlib import Path
from dossier.load import load_dossier
from dossier.graph import build_graph
from dossier.match import resolve_passages
from dossier.render import iter_pages
dossier, findings = load_dossier(Path(sys.argv[1]))
assert not findings, findings
for page in iter_pages(build_graph(dossier, resolve_passages(dossier))):
    path = Path(sys.argv[2], page.path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page.content, "utf-8")
"""


@pytest.fixture
def pages(tmp_path, base, write):
    """The pages of the small dossier with a vessel, rendered by a copy of the program that has the new kind."""
    package = Path(dossier.__file__).parent
    code = tmp_path / "code"
    shutil.copytree(package, code / "dossier", ignore=shutil.ignore_patterns("__pycache__"))
    kinds = code / "dossier/model/kinds"
    (kinds / "vessel.py").write_text(MODEL, "utf-8")
    text = (kinds / "__init__.py").read_text("utf-8")
    assert text.count(", Place)") == 1
    import_line = "from dossier.model.kinds.vessel import Vessel\n"
    text = text.replace(", Place)", ", Place, Vessel)").replace(
        "from dossier.model.record", f"{import_line}from dossier.model.record"
    )
    (kinds / "__init__.py").write_text(text, "utf-8")
    write("content/vessels/heron.yml", RECORD)
    command = [sys.executable, "-c", RENDER, str(base), str(tmp_path / "pages")]
    done = subprocess.run(command, env={"PYTHONPATH": str(code)}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return tmp_path / "pages"


def test_a_record_of_a_new_kind_has_a_page_an_index_and_documentation(pages):
    record = (pages / "vessels/heron.md").read_text("utf-8")
    assert "# The Heron" in record
    assert "1 source, 1 independent origin" in record
    index = (pages / "vessels/index.md").read_text("utf-8")
    assert index.startswith("# Vessels\n")
    assert "- [The Heron](heron.md)" in index
    assert "A ferry." in index
    assert "[Vessels](vessels/index.md): 1" in (pages / "index.md").read_text("utf-8")
    assert "## Vessel\n" in (pages / "handbook/fields.md").read_text("utf-8")
