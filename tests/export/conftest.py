"""Fixtures for the tests of data files."""

import shutil
from pathlib import Path

import pytest
from dossier.pipeline import check_dossier

from tests.conftest import BASE
from tests.export.helpers import export_files


@pytest.fixture(scope="module")
def base_folder(tmp_path_factory):
    """A copy of the small dossier for all tests of a module."""
    return Path(shutil.copytree(BASE, tmp_path_factory.mktemp("base") / "dossier"))


@pytest.fixture(scope="session")
def small():
    """The graph of the small dossier; never to be changed."""
    return check_dossier(BASE).graph


@pytest.fixture(scope="session")
def small_files():
    """The data files of the small dossier, by their paths."""
    return export_files(BASE)


@pytest.fixture
def graph_with(base, write):
    """Return the graph of the small dossier after a replacement in one of its files."""

    def check(file, old, new):
        text = (base / file).read_text("utf-8")
        assert old in text, f"{old!r} is not in {file}"
        return check_dossier(write(file, text.replace(old, new))).graph

    return check
