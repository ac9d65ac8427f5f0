"""A translation of a passage supports statements as the passage does; the original comes first wherever both are."""

import hashlib
import json

import pytest
from dossier.pipeline import check_dossier, render_all

TEXT = """Порт

«Нас никто не предупредил», — сказала Eva Holm. Двенадцать судов ушли в понедельник, 28 января 2019 года.
"""
SOURCE = """title: Порт
kind: news
language: ru
text: port.txt
sha256: {sha256}
published:
  date: 2019-01-29
  basis: {{reasoning: It was handed in on that day.}}
grade: {{letter: C, reason: It is one report.}}
rights: {{show: whole, statement: Written for the tests.}}
summary: A report from the port.[^editor]
review: published
"""
QUOTE = """words: Нас никто не предупредил
translation: {{text: Nobody warned us, by: the editors}}
speaker: eva-holm
form: full
summary: {summary}
passages:
  - source: port
    exact: «Нас никто не предупредил», — сказала Eva Holm. Двенадцать судов ушли в понедельник, 28 января 2019 года.
    translation:
      text: “Nobody warned us,” said Eva Holm. Twelve ships left on Monday, 28 January 2019.
      by: the editors
    via: [eva-holm]
about: [event:walk-out]
note: It belongs to [[event:walk-out]].
review: published
"""


@pytest.fixture
def translated(base, write):
    """A function that adds a quote in Russian with this summary to the small dossier."""

    def add(summary):
        write("seeds/port.txt", TEXT)
        write("content/sources/port.yml", SOURCE.format(sha256=hashlib.sha256(TEXT.encode()).hexdigest()))
        write("content/quotes/warned.yml", QUOTE.format(summary=summary))
        return base

    return add


@pytest.mark.parametrize(
    "summary",
    [
        "Nobody warned them.",
        "She said that “nobody warned us”.",
        "They left on 28 January 2019.",
        "They left on Monday.",
        "12 ships left.",
        "Twelve ships left.",
        "She said «Нас никто не предупредил».",
    ],
)
def test_a_statement_may_have_what_the_translation_has(translated, findings, summary):
    assert findings(translated(summary)) == []


@pytest.mark.parametrize(
    ("summary", "rule"),
    [
        ("She said that “everybody warned us”.", "prose-quote-unsupported"),
        ("They left on 29 January 2019.", "prose-date-unsupported"),
        ("They left on Tuesday.", "prose-date-unsupported"),
        ("13 ships left.", "prose-figure-unsupported"),
    ],
)
def test_a_statement_may_not_have_what_neither_has(translated, findings, summary, rule):
    (finding,) = findings(translated(summary))
    assert (finding.path, finding.rule) == ("content/quotes/warned.yml", rule)


def test_the_original_comes_first_in_its_own_language(translated):
    outputs = {output.path: output for output in render_all(check_dossier(translated("Nobody warned them.")).graph)}
    page = outputs["quotes/warned.md"].content
    original, translation = page.index("Нас никто не предупредил"), page.index("Nobody warned us")
    assert original < translation
    assert '<span class="dossier-quote-words" lang="ru" dir="auto">' in page
    assert "Nobody warned us <small>(translation: the editors)</small>" in page
    assert page.count("Twelve ships left on Monday, 28 January 2019. <small>(translation: the editors)</small>") == 1
    assert '"translation":["“Nobody warned us,” said Eva Holm.' in outputs["data/cards/port.js"].content


def test_exports_have_the_original_and_its_translation(translated):
    outputs = {output.path: output for output in render_all(check_dossier(translated("Nobody warned them.")).graph)}
    quote = next(
        record for record in json.loads(outputs["data/dossier.json"].content)["quotes"] if record["id"] == "warned"
    )
    assert quote["translation"] == {"text": "Nobody warned us", "by": "the editors"}
    for passage in (quote["passages"][0], quote["statements"][0]["evidence"][0]):
        assert passage["exact"].startswith("«Нас никто")
        assert passage["translation"]["language"] == "en"
