"""`dossier draft` of texts in other languages than English: speakers, titles, kinds, units, places and participants."""

import pytest
import yaml
from dossier.cli import main
from dossier.pipeline import check_dossier

TEXTS = {
    "es": """\
La huelga llega a Lisboa

“No vamos a parar”, dijo a la agencia Reuters la ministra de Trabajo, Yolanda Díaz. “El puerto es de todos”, añadió.

Unos 420 estibadores y Juan Pérez marcharon en Lisboa el 3 de noviembre de 2021, según el alcalde Carlos Moedas.
""",
    "fr": """\
La grève atteint Lisbonne

« Nous ne cesserons pas », a déclaré à l'agence Reuters la ministre du Travail, Yolanda Díaz. « Le port est à tous », \
a-t-elle ajouté.

Environ 420 dockers et Jean Moreau ont défilé à Lisbonne le 3 novembre 2021, selon le maire Carlos Moedas.
""",
    "de": """\
Der Streik erreicht Lissabon

„Wir hören nicht auf“, sagte Arbeitsministerin Yolanda Díaz der Nachrichtenagentur Reuters. „Der Hafen gehört allen“, \
sagte sie.

Rund 420 Hafenarbeiter und Anna Berg zogen am 3. November 2021 durch Lissabon, laut Bürgermeister Carlos Moedas.
""",
    "pt": """\
A greve chega a Lisboa

“Não vamos parar”, disse à agência Reuters a ministra do Trabalho, Yolanda Díaz. “O porto é de todos”, acrescentou.

Cerca de 420 estivadores e Rui Salas marcharam em Lisboa em 3 de novembro de 2021, segundo o prefeito Carlos Moedas.
""",
}
READ = {
    "es": ("ministra de Trabajo", "lisboa", "estibadores", "juan-perez"),
    "fr": ("ministre du Travail", "lisbonne", "dockers", "jean-moreau"),
    "de": ("Arbeitsministerin", "lissabon", "Hafenarbeiter", "anna-berg"),
    "pt": ("ministra do Trabalho", "lisboa", "estivadores", "rui-salas"),
}


@pytest.fixture(params=READ)
def drafted(request, run, base, tmp_path):
    """The drafts of a text in each language, by the folder they are in, and what they should say."""
    file = tmp_path / "strike.txt"
    file.write_text(TEXTS[request.param], "utf-8")
    options = ("--id", "strike", "--kind", "news", "--published", "2021-11-05", "--language", request.param)
    run("add", "source", str(file), *options)
    before = {*base.glob("content/*/*.yml")}
    code, _, err = run("draft", "strike")
    assert code == 0, err
    drafts = {}
    for path in sorted({*base.glob("content/*/*.yml")} - before):
        drafts.setdefault(path.parent.name, {})[path.stem] = yaml.safe_load(path.read_text("utf-8"))
    return drafts, READ[request.param]


def test_a_source_in_another_language_is_drafted_as_one_in_english(drafted):
    drafts, (title, place, unit, marcher) = drafted
    assert sorted(drafts["actors"]) == sorted(["carlos-moedas", "reuters", "yolanda-diaz", marcher])
    kinds = {id: actor["kind"] for id, actor in drafts["actors"].items()}
    assert (kinds["carlos-moedas"], kinds["reuters"], kinds[marcher]) == ("person", "outlet", "person")
    assert [role["title"] for role in drafts["actors"]["yolanda-diaz"]["roles"]] == [title]
    assert [*drafts["places"]] == [place]
    assert [quote["speaker"] for quote in drafts["quotes"].values()] == ["yolanda-diaz"] * 2
    vias = [quote["passages"][0]["via"] for quote in drafts["quotes"].values()]
    assert sorted(vias, key=len) == [["yolanda-diaz"], ["reuters", "yolanda-diaz"]]
    (number,) = drafts["numbers"].values()
    assert (number["value"], number["unit"], number["passages"][0]["via"]) == (420, unit, ["carlos-moedas"])
    (event,) = drafts["events"].values()
    assert (str(event["date"]), event["place"]) == ("2021-11-03", place)
    assert [part["actor"] for part in event["participants"]] == [marcher]


def test_of_a_language_that_is_not_read_only_quotations_are_drafted(run, base, tmp_path):
    file = tmp_path / "staking.txt"
    file.write_text("De staking\n\n“Wij stoppen niet”, zei Piet Jansen. Zo’n 420 dokwerkers liepen mee.\n", "utf-8")
    options = ("--id", "staking", "--kind", "news", "--published", "2021-11-05", "--language", "nl")
    run("add", "source", str(file), *options)
    before = {*base.glob("content/*/*.yml")}
    code, _, err = run("draft", "staking")
    assert code == 0, err
    (quote,) = {*base.glob("content/*/*.yml")} - before
    record = yaml.safe_load(quote.read_text("utf-8"))
    assert (record["words"], record["speaker"]) == ("Wij stoppen niet", "todo")


def test_british_english_has_the_statuses_of_english(run, base, tmp_path):
    file = tmp_path / "plan.txt"
    file.write_text("The plan\n\nThe Harbour Board pledged £20 million for the port.\n", "utf-8")
    options = ("--id", "plan", "--kind", "news", "--published", "2021-11-05", "--language", "en-GB")
    run("add", "source", str(file), *options)
    code, _, err = run("draft", "plan")
    assert code == 0, err
    (number,) = (path.read_text("utf-8") for path in base.glob("content/numbers/*20*.yml"))
    assert yaml.safe_load(number)["status"] == "pledged" and "not read here" not in number


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Anna Berg, eine Sprecherin von Carlos Moedas, trat am 3. November 2021 zurück."),
        ("de", "Anna Berg, die Anwältin der Paula Moedas, trat am 3. November 2021 zurück."),
        ("es", "Anna Berg, una portavoz de Carlos Moedas, dimitió el 3 de noviembre de 2021."),
        ("fr", "Anna Berg, une amie de Carlos Moedas, a quitté la ville le 3 novembre 2021."),
        ("pt", "Anna Berg, uma amiga de Carlos Moedas, deixou a cidade em 3 de novembro de 2021."),
    ],
)
def test_who_is_only_named_in_a_phrase_about_somebody_takes_no_part(run, base, tmp_path, language, sentence):
    (tmp_path / "news.txt").write_text(f"Alby\n\n{sentence}\n", "utf-8")
    options = ("--id", "news", "--kind", "news", "--published", "2021-11-05", "--language", language)
    run("add", "source", str(tmp_path / "news.txt"), *options)
    before = {*base.glob("content/events/*.yml")}
    run("draft", "news")
    (event,) = {*base.glob("content/events/*.yml")} - before
    record = yaml.safe_load(event.read_text("utf-8"))
    assert [part["actor"] for part in record["participants"]] == ["anna-berg"]


SUMMARIES = {
    "es": [
        "[[actor:yolanda-diaz|Yolanda Díaz]] dijo: “No vamos a parar”.",
        "[[actor:yolanda-diaz|Yolanda Díaz]] dijo: “El puerto es de todos”.",
    ],
    "fr": [
        "[[actor:yolanda-diaz|Yolanda Díaz]] a dit : « Nous ne cesserons pas. »",
        "[[actor:yolanda-diaz|Yolanda Díaz]] a dit : « Le port est à tous. »",
    ],
    "de": [
        "[[actor:yolanda-diaz|Yolanda Díaz]] benutzte die Worte „Der Hafen gehört allen“.",
        "[[actor:yolanda-diaz|Yolanda Díaz]] benutzte die Worte „Wir hören nicht auf“.",
    ],
    "pt": [
        "[[actor:yolanda-diaz|Yolanda Díaz]] disse: “Não vamos parar”.",
        "[[actor:yolanda-diaz|Yolanda Díaz]] disse: “O porto é de todos”.",
    ],
}


@pytest.mark.parametrize("language", SUMMARIES)
def test_a_short_quotation_has_a_summary_in_the_language_of_its_dossier(tmp_path, language):
    root = tmp_path / "strike"
    assert main(["init", str(root), "--empty"]) == 0
    settings = root / "content/dossier.yml"
    settings.write_text(settings.read_text("utf-8").replace("language: en", f"language: {language}"), "utf-8")
    (tmp_path / "strike.txt").write_text(TEXTS[language], "utf-8")
    options = ["--id", "strike", "--kind", "news", "--published", "2021-11-05", "--root", str(root)]
    assert main(["add", "source", str(tmp_path / "strike.txt"), *options]) == 0
    assert main(["draft", "strike", "--root", str(root)]) == 0
    quotes = [yaml.safe_load(path.read_text("utf-8")) for path in root.glob("content/quotes/*.yml")]
    assert sorted(quote["summary"] for quote in quotes) == sorted(SUMMARIES[language])
    findings = [finding for finding in check_dossier(root).findings if "/quotes/" in finding.location.path]
    assert [str(finding) for finding in findings if finding.rule.startswith(("prose-", "statement-", "link-"))] == []
