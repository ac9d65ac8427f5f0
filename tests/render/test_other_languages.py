"""Pages in another language than that of the messages in the code."""

import re

import pytest


@pytest.fixture
def spanish(base, write, page):
    """Return a function that renders the small dossier in Spanish and returns the page at a path."""
    settings = (base / "content/dossier.yml").read_text("utf-8").replace("language: en", "language: es")
    write("content/dossier.yml", f"{settings}edited_by: [Ana Ruiz, Luis Peña, Eva Sol]\n")
    return page


@pytest.mark.parametrize(
    ("path", "heading"),
    [
        ("corrections.md", '## <span id="report-an-error"></span>Informar de un error'),
        ("how-we-check.md", '## <span id="what-the-marks-mean"></span>Qué significan las marcas'),
        ("actors/eva-holm.md", '## <span id="relationships"></span>Relaciones'),
        ("events/walk-out.md", '## <span id="mentioned-in"></span>Se menciona en'),
        ("disagreements/how-many.md", '## <span id="positions"></span>Posiciones'),
        ("coverage.md", '# <span id="coverage"></span>Cobertura'),
    ],
)
def test_a_heading_keeps_the_anchor_that_links_and_style_sheets_name(path, heading, spanish):
    assert f"\n{heading}\n" in spanish(path)


def test_names_are_listed_as_in_the_language(spanish):
    assert "Edición: Ana Ruiz, Luis Peña y Eva Sol." in spanish("index.md")


@pytest.mark.parametrize("path", ["index.md", "timeline.md"])
def test_a_heading_begins_with_a_capital_where_months_do_not(path, spanish):
    headings = re.findall("^## (.*)", spanish(path), re.MULTILINE)
    assert headings
    assert [heading for heading in headings if heading[0].islower()] == []


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("actors/eva-holm.md", "Apoya a"),
        ("sources/gazette.md", "27 de enero de 2019"),
        ("sources/gazette.md", "En: The walk-out at Port Brenn."),
        ("numbers/more-than-500.md", "más de 500"),
        ("disagreements/how-many.md", "<strong>Precisión.</strong> Una respuesta es más precisa"),
    ],
)
def test_words_that_code_makes_are_in_the_language(path, words, spanish):
    assert words in spanish(path)
