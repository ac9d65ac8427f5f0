"""What the data page tells its readers to run does run, where it says so."""

import subprocess
import sys
from html import unescape

import pytest
from dossier.export import EXPORT_DOCS


@pytest.fixture(scope="module")
def folder(real_outputs, tmp_path_factory):
    """The data files, where the site has them."""
    made = tmp_path_factory.mktemp("site")
    for path, content in real_outputs.items():
        if path.startswith("data/"):
            (made / path).parent.mkdir(parents=True, exist_ok=True)
            (made / path).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return made


@pytest.mark.parametrize("text", EXPORT_DOCS, ids=[text.path for text in EXPORT_DOCS])
def test_the_example_of_each_format_runs_and_prints_something(folder, text):
    environment = {"PYTHONIOENCODING": "utf-8", "PYTHONPATH": ""}
    done = subprocess.run([sys.executable, "-c", text.example], cwd=folder, env=environment, capture_output=True)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    assert done.stdout.strip()


def test_the_data_page_shows_each(real_outputs):
    page = unescape(real_outputs["data.md"])
    assert all(text.example.strip() in page and text.summary.endswith(".") for text in EXPORT_DOCS)
