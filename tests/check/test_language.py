"""Text in a language without rules of its own is never read by the rules for English."""

import hashlib
import re

import pytest
from dossier.detect.language import seems_to_be_in
from dossier.pipeline import check_dossier

TEXT = """El puerto

El 21 de enero de 2019 huyeron 10.000 soldados, el 12,5 % de ellos; quedaron 567.
"""
SOURCE = """title: El puerto
kind: news
language: {language}
text: puerto.txt
sha256: {sha256}
published:
  date: 2019-01-27
  basis: {{reasoning: It was handed in on that day.}}
grade: {{letter: C, reason: It is one report.}}
rights: {{show: whole, statement: Written for the tests.}}
summary: A report from the port.[^editor]
review: published
"""
NUMBER = """value: {value}
qualifier: exactly
unit: {unit}
{basis}measure: {{what: who fled}}
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
passages: [{{source: puerto, exact: "El 21 de enero de 2019 huyeron"}}]
about: [event:walk-out]
note: It belongs to [[event:walk-out]].
review: published
"""
FIGURE_BASIS = "figure_basis: In Spanish, a full stop separates thousands.\n"


@pytest.fixture
def write(base):
    def write(path, text):
        (base / path).write_text(text, "utf-8", newline="\n")

    return write


@pytest.fixture
def with_source(write):
    def with_source(language):
        write("seeds/puerto.txt", TEXT)
        sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
        write("content/sources/puerto.yml", SOURCE.format(language=language, sha256=sha256))

    return with_source


@pytest.mark.parametrize(
    ("value", "unit", "exact", "basis", "summary", "rules"),
    [
        ("10000", "soldiers", "huyeron 10.000 soldados", "", "So many.", ["number-figure-mismatch"]),
        ("10", "soldiers", "huyeron 10.000 soldados", "", "So many.", ["number-figure-mismatch"]),
        ("567", "soldiers", "quedaron 567", "", "So many.", ["number-figure-mismatch"]),
        ("10000", "soldiers", "huyeron 10.000 soldados", FIGURE_BASIS, "So many.", []),
        ("10000", "soldiers", "huyeron 10.000 soldados", FIGURE_BASIS, "10,000 fled.", []),
        ("10000", "soldiers", "huyeron 10.000 soldados", FIGURE_BASIS, "11,000 fled.", ["prose-figure-unsupported"]),
        ("12.5", "percent", "el 12,5 %", "", "So many.", ["number-figure-mismatch"]),
    ],
)
def test_a_figure_in_another_language_takes_a_basis(
    with_source, write, base, value, unit, exact, basis, summary, rules
):
    with_source("gl")
    write(
        "content/numbers/case.yml",
        NUMBER.format(value=value, unit=unit, exact=exact, basis=basis, summary=summary),
    )
    found = check_dossier(base).findings
    assert [finding.rule for finding in found] == rules
    assert all("`gl`" in finding.message for finding in found)


@pytest.mark.parametrize(
    ("date", "basis", "summary", "rules"),
    [
        ("2019-01-21", "", "They fled.", ["missing-date-basis"]),
        ("2019-01-21", "basis: {phrase: 21 de enero de 2019}\n", "They fled.", ["date-mismatch"]),
        ("2019-01-21", "basis: {phrase: 21 de enero de 2019, reasoning: Enero is January.}\n", "They fled.", []),
        (
            "2019-01-21",
            "basis: {phrase: 21 de enero de 2019, reasoning: Enero.}\n",
            "They fled on 21 January 2019.",
            [],
        ),
        (
            "2019-01-21",
            "basis: {phrase: 21 de enero de 2019, reasoning: Enero.}\n",
            "They fled on 22 January 2019.",
            ["prose-date-unsupported"],
        ),
    ],
)
def test_a_date_in_another_language_takes_a_reasoning(with_source, write, base, date, basis, summary, rules):
    with_source("gl")
    write("content/events/case.yml", EVENT.format(date=date, basis=basis, summary=summary))
    found = check_dossier(base).findings
    assert [finding.rule for finding in found] == rules
    assert all("`gl`" in finding.message for finding in found)


def test_english_of_any_country_is_read(with_source, write, base):
    with_source("en-GB")
    text = NUMBER.format(value="567", unit="soldados", exact="quedaron 567", basis="", summary="So many.")
    write("content/numbers/case.yml", text)
    assert list(check_dossier(base).findings) == []


def test_a_figure_that_can_be_read_in_two_ways_takes_a_basis(with_source, write, base):
    with_source("en")
    text = NUMBER.format(
        value="10000", unit="soldiers", exact="huyeron 10.000 soldados", basis="{basis}", summary="So many."
    )
    write("content/numbers/case.yml", text.replace("{basis}", ""))
    [finding] = check_dossier(base).findings
    assert finding.rule == "number-figure-mismatch"
    assert "can be read in several ways: add `figure_basis`" in finding.message
    write("content/numbers/case.yml", text.replace("{basis}", FIGURE_BASIS))
    assert list(check_dossier(base).findings) == []


NUMBERS_BY_FILE = {f"content/numbers/case-{index}.yml": str(10000 + index) for index in range(4)}


def test_missing_bases_for_one_text_are_one_finding(with_source, write, base):
    with_source("gl")
    for path, value in NUMBERS_BY_FILE.items():
        fields = {"value": value, "unit": "soldiers", "exact": "huyeron 10.000 soldados", "summary": "So many."}
        write(path, NUMBER.format(**fields, basis=""))
    found = [finding for finding in check_dossier(base).findings if finding.rule == "number-figure-mismatch"]
    assert [finding.location.path for finding in found] == ["content/numbers/case-0.yml"]
    assert found[0].message.endswith("add `figure_basis`, and to 3 more numbers")


FOREIGN = [
    "Klinik zählt 1.240 Patienten. Die Klinik behandelte im Winter 1.240 Patienten, sagte Ines Falk am Donnerstag. Der "
    "Andrang war groß, sagte sie. Der Neubau kostete 2,5 Millionen Euro.",
    "Los pescadores de la isla huyeron del puerto el lunes, dijo el alcalde de la ciudad. Unos 10.000 soldados "
    "llegaron "
    "por la tarde a los muelles y no dejaron salir a los barcos.",
    "Le maire de la ville a dit lundi que les bateaux ne sortiraient pas du port dans les jours qui viennent, "
    "et que la "
    "grève des dockers, la plus longue depuis des années, est suivie par 10.000 personnes.",
    "Der Bürgermeister sagte am Montag, dass die Schiffe den Hafen nicht verlassen und die Arbeiter mit dem Streik auf "
    "eine Lohnerhöhung von 2,5 Prozent dringen, die von der Stadt nicht bezahlt wird.",
    "O presidente da câmara disse na segunda-feira que os barcos não vão sair do porto e que a greve dos trabalhadores "
    "da doca é uma das mais longas da história, com 10.000 pessoas em greve.",
    "Il sindaco della città ha detto che le barche non lasceranno il porto e che lo sciopero dei portuali, seguito da "
    "10.000 persone, è il più lungo di tutta la storia della città, per il momento.",
    "De burgemeester zei maandag dat de schepen van de haven niet uitvaren en dat een staking van het personeel, met "
    "10.000 deelnemers, niet de eerste is van dit jaar en dat het lang kan duren.",
    "Мэр города сказал в понедельник, что корабли не выйдут из порта и что забастовка докеров продолжится до весны.",
    "قال رئيس البلدية يوم الاثنين إن السفن لن تغادر الميناء وإن إضراب عمال الميناء سيستمر حتى الربيع القادم",
    "市长星期一说，船只不会离开港口，码头工人的罢工将持续到春天，大约有一万人参加了这次罢工，这是历史上最长的一次。",
    "Borgmästaren sade i måndags att båtarna inte lämnar hamnen och att strejken, som 10.000 deltar i, är den "
    "längsta på "
    "länge och att det kommer att ta tid innan den är över.",
]
ENGLISH = [
    "The mayor of the town said on Monday that the boats would not leave the port, and that the strike, in "
    "which 10,000 "
    "people take part, is the longest in its history.",
    "Results: Leeds 2, York 1; Hull 0, Derby 0; Bath 3, Ely 2; Ayr 1, Stirling 4; Perth 0, Dundee 1; Oban 2, Fort "
    "William 2; Inverness 5, Wick 0; Lerwick 1, Kirkwall 1; Stornoway 0, Portree 3; Dover 1, Deal 1.",
    "Ana de la Cruz, José del Río, Luis de los Santos and María de las Casas were members of the Universidad "
    "Nacional de "
    "la Plata team that won the final by two points, the organisers said on Sunday.",
    "Ley del puerto.",
    "",
    "“Vamos a la calle,” he said, meaning that the dockers of the port would walk out with the others, and so "
    "they did, by "
    "the hundred, to the square.",
    "Council tax bands: A 1,200; B 1,400; C 1,600; D 1,800; E 2,200; F 2,600; G 3,000; H 3,600. Payable monthly.",
    "Prices rose 3.1% in May from 2.9% in April, driven by food and fuel. Analysts had expected 3.0%.",
    "Q. Were you there? A. I was. Q. Who else? A. My brother, and two men I did not know. Q. When? A. About ten.",
    "Die-cast toys, van hire, et al.: a list of do-it-yourself shops and des res flats for sale by the sea, "
    "with prices.",
]


@pytest.mark.parametrize("text", FOREIGN)
def test_a_text_that_is_not_in_english_has_a_language(text):
    assert not seems_to_be_in("en", text)


@pytest.mark.parametrize("text", ENGLISH)
def test_english_with_foreign_names_figures_or_few_words_is_english(text):
    assert seems_to_be_in("en", text)


def test_a_source_in_another_language_says_so(with_source, write, base):
    with_source("en")
    write("seeds/puerto.txt", f"El puerto\n\n{FOREIGN[0]}\n")
    record = (base / "content/sources/puerto.yml").read_text("utf-8")
    sha256 = hashlib.sha256((base / "seeds/puerto.txt").read_bytes()).hexdigest()
    record = re.sub("sha256: .*", f"sha256: {sha256}", record)
    for language, rules in (("", ["unread-language"]), ("language: en\n", []), ("language: gl\n", [])):
        write("content/sources/puerto.yml", record.replace("language: en\n", language))
        found = check_dossier(base).findings
        assert [finding.rule for finding in found if finding.rule != "orphan-record"] == rules
        if not language:
            assert "add its `language`, such as `de`, or `language: en`" in found[0].message


UNREAD = {
    "seeds/puerto.txt": "El puerto de Brenn\n\nEl 21 de enero de 2019 huyeron unos 10.000 soldados del puerto "
    "de Brenn.\n"
    "«No vamos a volver», dijo la capitana Ana Ruiz, que dirige la guarnición.\nEl consejo se reunirá en marzo.\n",
    "content/sources/puerto.yml": "title: El puerto de Brenn\nkind: news\ntext: puerto.txt\nsha256: {sha256}\n"
    "grade: {{letter: C, reason: Es un informe.}}\nrights: {{show: whole, statement: Escrito para las pruebas.}}\n"
    "summary: Un informe de enero de 2019 sobre 10.000 soldados.[^editor]\nreview: published\n",
    "content/actors/ana-ruiz.yml": "name: Ana Ruiz\nkind: person\nroles:\n  - title: capitana\n    passages:\n"
    "      - {{source: puerto, exact: la capitana Ana Ruiz}}\nrelations:\n  - type: leads\n    to: guarnicion\n"
    "    passages:\n      - {{source: puerto, exact: 'Ana Ruiz, que dirige la guarnición'}}\n"
    "summary: Dirige la guarnición.\npassages:\n  - {{source: puerto, exact: la capitana Ana Ruiz}}\nreview: "
    "published\n",
    "content/actors/guarnicion.yml": "name: la guarnición\nkind: group\nsummary: La guarnición de Brenn.\n"
    "passages:\n  - {{source: puerto, exact: la guarnición}}\nreview: published\n",
    "content/places/brenn.yml": "name: Brenn\nprecision: city\nsummary: Un puerto.\n"
    "passages:\n  - {{source: puerto, exact: del puerto de Brenn}}\nreview: published\n",
    "content/quotes/no-volver.yml": "words: No vamos a volver\nspeaker: ana-ruiz\nform: full\nsummary: Lo dijo "
    "en el puerto.\n"
    "passages:\n  - {{source: puerto, exact: '«No vamos a volver», dijo la capitana Ana Ruiz'}}\n"
    "about: [event:huida]\nreview: published\n",
    "content/events/huida.yml": "title: La huida de los soldados\ndate: 2019-01-21\n"
    "basis: {{phrase: 21 de enero de 2019, reasoning: Enero es el primer mes.}}\nplace: brenn\nstatus: reported\n"
    "summary: Huyeron unos 10.000 el 21 de enero de 2019.\n"
    "passages:\n  - {{source: puerto, exact: 'El 21 de enero de 2019 huyeron unos 10.000 soldados del puerto de "
    "Brenn'}}\n"
    "about: [number:soldados]\nreview: published\n",
    "content/events/consejo.yml": "title: La reunión del consejo\nstatus: planned\nsummary: El consejo se "
    "reunirá en marzo.\n"
    "passages:\n  - {{source: puerto, exact: El consejo se reunirá en marzo.}}\nabout: [event:huida]\nreview: "
    "published\n",
    "content/numbers/soldados.yml": "value: 10000\nqualifier: about\nunit: soldados\n"
    "figure_basis: El punto separa los millares.\nmeasure: {{what: soldados que huyeron}}\nstatus: reported\n"
    "summary: Unos 10.000 soldados.\npassages:\n  - {{source: puerto, exact: unos 10.000 soldados}}\nreview: "
    "published\n",
    "content/dossier.yml": "format: 2\ntitle: El puerto\nlanguage: gl\ndescription: Un puerto.\norganization: Dossier\n"
    "policy: {{unchecked_languages: [gl], coverage: true}}\n",
}


@pytest.fixture
def unread(tmp_path):
    for path, text in UNREAD.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        sha256 = hashlib.sha256(UNREAD["seeds/puerto.txt"].encode()).hexdigest()
        (tmp_path / path).write_text(text if "seeds" in path else text.format(sha256=sha256), "utf-8", newline="\n")
    return tmp_path


def found_in(root):
    return [(finding.location.path, finding.rule) for finding in check_dossier(root).findings]


def test_a_dossier_in_a_language_that_is_not_read_can_be_published(unread):
    assert found_in(unread) == []


def test_a_dossier_in_a_language_that_is_not_read_says_once_that_it_is_not_checked(unread):
    settings = unread / "content/dossier.yml"
    settings.write_text(settings.read_text("utf-8").replace("unchecked_languages: [gl], ", ""), "utf-8")
    assert found_in(unread) == [("content/dossier.yml", "unread-language")]


@pytest.mark.parametrize(
    ("path", "old", "new", "rule"),
    [
        ("numbers/soldados.yml", "figure_basis: El punto separa los millares.\n", "", "number-figure-mismatch"),
        ("events/huida.yml", ", reasoning: Enero es el primer mes.", "", "date-mismatch"),
        ("quotes/no-volver.yml", "words: No vamos", "words: No van", "quote-words-not-found"),
        ("quotes/no-volver.yml", "speaker: ana-ruiz", "speaker: ana-ruis", "unknown-reference"),
        ("actors/ana-ruiz.yml", "title: capitana", "title: alcaldesa", "role-not-in-passage"),
        ("numbers/soldados.yml", "exact: unos 10.000 soldados", "exact: unos 10.000 marineros", "passage-absent"),
    ],
)
def test_what_needs_no_rules_of_the_language_is_checked_in_every_language(unread, path, old, new, rule):
    file = unread / "content" / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    assert rule in [found for _, found in found_in(unread)]
