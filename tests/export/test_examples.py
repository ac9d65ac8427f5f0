"""The examples on the data page run in the folder of the site."""

import subprocess
import sys
from html import unescape

import pytest
from dossier.export.registry import EXPORT_DOCS

from tests.export.helpers import write_files


@pytest.fixture(scope="module")
def site(small_files, tmp_path_factory):
    """A folder with the data files where the site has them."""
    folder = tmp_path_factory.mktemp("site")
    write_files(small_files, folder)
    return folder


@pytest.mark.parametrize("doc", EXPORT_DOCS, ids=[doc.path for doc in EXPORT_DOCS])
def test_the_example_of_each_format_runs_and_prints_something(site, doc):
    environment = {"PYTHONIOENCODING": "utf-8", "PYTHONPATH": ""}
    done = subprocess.run([sys.executable, "-c", doc.example], cwd=site, env=environment, capture_output=True)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    assert done.stdout.strip()


@pytest.mark.parametrize("doc", EXPORT_DOCS, ids=[doc.path for doc in EXPORT_DOCS])
def test_the_data_page_shows_each_example(real_outputs, doc):
    assert doc.example.strip() in unescape(real_outputs["data.md"])
