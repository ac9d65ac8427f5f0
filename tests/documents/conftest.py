"""What tests of readers share: a document is added to the small dossier, and a figure in it is cited."""

import re

import pytest
import yaml
from dossier.documents.reader import ReadOptions
from dossier.documents.reading import find_reader, read_document
from dossier.pipeline import check_dossier

NUMBER = """\
value: {value}
qualifier: exactly
unit: {unit}
measure: {{what: what the document counts, where: port-brenn, basis: The document says so.}}
status: reported
summary: The document has {value} {unit}.
passages:
  - source: added
    exact: "{words}"
about: [event:walk-out]
review: published
"""


@pytest.fixture(scope="session")
def read():
    """Read a document as `dossier add` does; return what was read."""

    def read_bytes(data, name, **options):
        data = data.encode() if isinstance(data, str) else data
        reader = find_reader(data, name, f".{name.rpartition('.')[2]}")
        return read_document(reader, data, ReadOptions(name, options))

    return read_bytes


@pytest.fixture
def add_document(run, base, tmp_path):
    """Add a document to the small dossier as the source `added`, finish its record, and return that."""

    def add_bytes(data, name, *options):
        (tmp_path / name).write_bytes(data)
        code, _, err = run("add", "source", str(tmp_path / name), "--id", "added", "--kind", "news", *options)
        assert code == 0, err
        record = base / "content/sources/added.yml"
        draft = re.sub("(summary: >-\n +)TODO: .*", "\\1A document.[^editor]", record.read_text("utf-8"))
        record.write_text(re.sub("TODO: .*", "Told.", draft).replace("review: draft", "review: published"), "utf-8")
        assert {finding.rule for finding in check_dossier(base).findings} <= {"orphan-record"}
        return yaml.load(record.read_text("utf-8"), yaml.CBaseLoader)

    return add_bytes


@pytest.fixture
def cite_figure(base):
    """Cite words of the added document for a figure; return the findings of the check."""

    def cite(words, value, unit):
        record = NUMBER.format(words=words, value=value, unit=unit)
        (base / "content/numbers/cited.yml").write_text(record, "utf-8")
        return check_dossier(base).findings

    return cite
