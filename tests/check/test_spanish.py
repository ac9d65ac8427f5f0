"""Figures, dates, times and quotations of Spanish texts are checked, in dossiers in English and in Spanish."""

import hashlib

import pytest
from dossier.pipeline import check_dossier

TEXT = """El puerto de Brenn

30 de enero de 2019

El 21 de enero de 2019 huyeron unos 10.000 soldados, el 12,5 % de ellos por mar. Otros 567 se quedaron.
El domingo pasado cruzaron cientos de personas. El consejo se reunirá el lunes, a las 18.30 horas.
—No vamos a volver —dijo la capitana Ana Ruiz—. Nunca.
Pagaron 1,234 euros.
"""
SOURCE = """title: El puerto de Brenn
kind: news
language: {language}
text: puerto.txt
sha256: {sha256}
published: {{date: 2019-01-30}}
grade: {{letter: C, reason: It is one report.}}
rights: {{show: whole, statement: Written for the tests.}}
summary: A report from the port.[^editor]
review: published
"""
NUMBER = """value: {value}
qualifier: {qualifier}
unit: {unit}
measure: {{what: soldiers, basis: It is what the words say.}}
status: reported
summary: {summary}
passages: [{{source: puerto, exact: "{exact}"}}]
about: [event:walk-out]
note: It belongs to [[event:walk-out]].
review: published
"""
EVENT = """title: A flight
date: {date}
{basis}status: reported
summary: {summary}
passages: [{{source: puerto, exact: "{exact}"}}]
about: [event:walk-out]
note: It belongs to [[event:walk-out]].
review: published
"""


@pytest.fixture
def write(base):
    def write(path, text):
        (base / path).write_text(text, "utf-8", newline="\n")

    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    write("seeds/puerto.txt", TEXT)
    write("content/sources/puerto.yml", SOURCE.format(language="es-VE", sha256=sha256))
    return write


def rules_in(base):
    return [finding.rule for finding in check_dossier(base).findings]


@pytest.mark.parametrize(
    ("value", "qualifier", "unit", "exact", "summary", "rules"),
    [
        ("10000", "about", "soldiers", "unos 10.000 soldados", "About 10,000 fled.", []),
        ("10", "about", "soldiers", "unos 10.000 soldados", "So many.", ["number-figure-mismatch"]),
        ("10000", "exactly", "soldiers", "unos 10.000 soldados", "So many.", ["number-figure-mismatch"]),
        ("10000", "about", "soldiers", "unos 10.000 soldados", "About 11,000.", ["prose-figure-unsupported"]),
        ("12.5", "exactly", "percent", "el 12,5 %", "It was 12.5 percent.", []),
        ("125", "exactly", "percent", "el 12,5 %", "So many.", ["number-figure-mismatch"]),
        ("567", "exactly", "soldiers", "Otros 567", "So many.", []),
        ("1234", "exactly", "EUR", "Pagaron 1,234 euros", "So much.", ["number-figure-mismatch"]),
        ("1.234", "exactly", "EUR", "Pagaron 1,234 euros", "So much.", ["number-figure-mismatch"]),
    ],
)
def test_figures_are_read(base, write, value, qualifier, unit, exact, summary, rules):
    fields = {"value": value, "qualifier": qualifier, "unit": unit, "exact": exact, "summary": summary}
    write("content/numbers/case.yml", NUMBER.format(**fields))
    assert rules_in(base) == rules


@pytest.mark.parametrize(
    ("date", "basis", "exact", "summary", "rules"),
    [
        ("2019-01-21", "", "El 21 de enero de 2019 huyeron", "They fled on 21 January 2019.", []),
        ("2019-01-22", "", "El 21 de enero de 2019 huyeron", "They fled.", ["missing-date-basis"]),
        ("2019-01-21", "", "El 21 de enero de 2019 huyeron", "They fled on 22 January.", ["prose-date-unsupported"]),
        ("2019-01-27", "El domingo pasado", "El domingo pasado cruzaron", "They crossed.", []),
        ("2019-01-20", "El domingo pasado", "El domingo pasado cruzaron", "They crossed.", ["date-mismatch"]),
        ("2019-01-28", "El domingo pasado", "El domingo pasado cruzaron", "They crossed.", ["wrong-weekday"]),
        ("2019-02-04", "el lunes", "El consejo se reunirá el lunes, a las 18.30 horas", "It meets at 6:30 p.m.", []),
        ("2019-02-04", "el lunes", "El consejo se reunirá el lunes, a las 18.30 horas", "At 7:30 p.m.", ["prose-date"]),
    ],
)
def test_dates_and_times_are_read(base, write, date, basis, exact, summary, rules):
    basis = f"basis: {{phrase: {basis}, anchor: source:puerto}}\n" if basis else ""
    write("content/events/case.yml", EVENT.format(date=date, basis=basis, exact=exact, summary=summary))
    found = rules_in(base)
    assert [rule for rule in found if not any(rule.startswith(expected) for expected in rules)] == []
    assert len(set(found)) >= len(rules)


def test_speech_in_a_dialogue_is_a_quotation(base, write):
    quote = (
        "words: No vamos a volver\nform: full\nsummary: She said so.\n"
        'passages: [{source: puerto, exact: "—No vamos a volver —dijo la capitana Ana Ruiz"}]\n'
        "about: [event:walk-out]\nnote: It belongs to [[event:walk-out]].\nreview: published\n"
    )
    write("content/quotes/case.yml", quote)
    assert "quote-marks-missing" not in rules_in(base)
    write("content/quotes/case.yml", quote.replace("words: No vamos a volver", "words: dijo la capitana"))
    assert "quote-marks-missing" in rules_in(base)


def test_separators_are_those_of_the_country(base, write):
    text = NUMBER.format(
        value="1234", qualifier="exactly", unit="EUR", exact="Pagaron 1,234 euros", summary="They paid it."
    )
    write("content/numbers/case.yml", text)
    source = (base / "content/sources/puerto.yml").read_text("utf-8")
    write("content/sources/puerto.yml", source.replace("es-VE", "es-MX"))
    assert rules_in(base) == []


SPANISH = {
    "seeds/puerto.txt": TEXT,
    "content/sources/puerto.yml": SOURCE.replace("language: {language}\n", "").replace(
        "A report from", "Un informe de"
    ),
    "content/numbers/soldados.yml": "value: 10000\nqualifier: about\nunit: soldados\nmeasure: {{what: soldados}}\n"
    "status: reported\nsummary: Unos diez mil huyeron el 21 de enero.\n"
    "passages: [{{source: puerto, exact: El 21 de enero de 2019 huyeron unos 10.000 soldados}}]\nreview: published\n",
    "content/events/huida.yml": "title: La huida\ndate: 2019-01-21\nstatus: reported\n"
    "summary: Huyeron unos 10.000 soldados el lunes 21 de enero de 2019, el 12,5 % por mar.\n"
    "passages: [{{source: puerto, exact: 'El 21 de enero de 2019 huyeron unos 10.000 soldados, el 12,5 %'}}]\n"
    "about: [number:soldados]\nreview: published\n",
    "content/dossier.yml": "format: 2\ntitle: El puerto\nlanguage: es\ndescription: Un puerto.\norganization: Puerto\n",
}


@pytest.fixture
def spanish(tmp_path):
    for path, text in SPANISH.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
        (tmp_path / path).write_text(text if "seeds" in path else text.format(sha256=sha256), "utf-8", newline="\n")
    return tmp_path


def test_a_dossier_in_spanish_is_checked(spanish):
    assert rules_in(spanish) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "rule"),
    [
        ("numbers/soldados.yml", "diez mil", "doce mil", "prose-figure-unsupported"),
        ("numbers/soldados.yml", "el 21 de enero", "el 22 de enero", "prose-date-unsupported"),
        ("numbers/soldados.yml", "value: 10000", "value: 1000", "number-figure-mismatch"),
        ("events/huida.yml", "unos 10.000", "más de 10.000", "prose-figure-unsupported"),
        ("events/huida.yml", "el 12,5 %", "el 13,5 %", "prose-figure-unsupported"),
        ("events/huida.yml", "el lunes 21", "el domingo 21", "prose-date-unsupported"),
        ("events/huida.yml", "date: 2019-01-21", "date: 2019-01-22", "missing-date-basis"),
    ],
)
def test_a_mistake_in_a_dossier_in_spanish_is_found(spanish, path, old, new, rule):
    file = spanish / "content" / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8", newline="\n")
    assert rule in rules_in(spanish)
