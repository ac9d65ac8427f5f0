"""What tests of several commands share."""

import pytest
from dossier.pipeline import check_dossier


@pytest.fixture
def misspelt(base):
    """Misspell the side of an actor of the small dossier; return the file."""
    file = base / "content/actors/nils-aker.yml"
    file.write_text(file.read_text("utf-8").replace("side: dockers", "side: dokers"), "utf-8")
    return file


@pytest.fixture
def misspelt_report(base, misspelt):
    """The only finding of the small dossier with the misspelt side, as text."""
    (finding,) = check_dossier(base).findings
    assert str(finding.location) == "content/actors/nils-aker.yml:3:7"
    return f"{finding.location}: {finding.message} [unknown-side]\n     3 | side: dokers\n       |       ^\n"
