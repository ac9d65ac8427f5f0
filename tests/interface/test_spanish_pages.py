"""Pages of dossiers in Spanish have no English word: those of the example for a new dossier, and of `tests/spanish`."""

import shutil
from pathlib import Path

import pytest
from dossier.cli import main
from dossier.edtf.parse import Edtf
from dossier.plugin.theme_environment import translate_theme
from jinja2 import Environment

from tests.interface.words import unknown_words
from tests.render.test_explore import parse_data_file
from tests.site.conftest import build

SPANISH = Path(__file__).parents[1] / "spanish"


@pytest.fixture(params=["the example", "tests/spanish"])
def dossier(request, tmp_path):
    """The folder of a dossier in Spanish, with its site."""
    folder = tmp_path / "dossier"
    if request.param == "tests/spanish":
        shutil.copytree(SPANISH, folder)
    else:
        assert main(["init", "--language", "es", str(folder)]) == 0
    build(folder)
    return folder


def test_no_word_is_english(dossier):
    unknown = unknown_words(dossier / "site", dossier)
    assert {page: texts for page, texts in unknown.items() if texts} == {}
    assert (dossier / "site/index.html").is_file()
    assert '<html lang="es"' in (dossier / "site/index.html").read_text("utf-8")
    assert not (dossier / "site/handbook").exists()
    kinds = {kind for _, kind, *_ in parse_data_file((dossier / "site/search/entries.js").read_text("utf-8"))}
    assert kinds >= {"Página", "Texto", "Fuente"} and "Page" not in kinds


def test_the_theme_writes_dates_in_the_language_of_the_pages():
    environment = Environment(autoescape=False)
    translate_theme(environment, "es")
    date = Edtf.parse("2023-04-01")
    assert environment.from_string("{{ date | format_edtf }}").render(date=date) == "1 de abril de 2023"


def test_an_english_word_is_found(tmp_path):
    page = '<html lang="es"><p>Fuentes <b>evidence</b><code>a</code><i lang="en">by</i><i title="Actores">read</i></p>'
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x", "utf-8")
    (tmp_path / "page.html").write_text(page, "utf-8")
    assert {**unknown_words(tmp_path, tmp_path)} == {"page.html": {"evidence": "evidence", "read": "read"}}
