"""Nothing that an editor or a source writes acts on a page: it is shown, to the letter."""

import re

import pytest
from dossier.load import load_dossier
from dossier.model.dossier import Settings
from dossier.model.kinds import KINDS
from dossier.pipeline import check_dossier
from dossier.render.findings_page import findings_page
from markdown import markdown

from tests.browser.conftest import search
from tests.hostile.conftest import WITHDRAWN, attacked, write

TYPED = {"date", "value", "min", "max", "latitude", "longitude", "colour"}
"""Text that must have a form of its own."""
ELSEWHERE = re.compile(r"short|(exempt|.*\.(prefix|suffix))\b.*")
"""Not on a record's own page: what chains call it, what its text is exempt of, and the words around a passage."""

UNTAKEN = """() => [...document.querySelectorAll('script, img, iframe, svg, style, base, object, embed')]
  .filter(one => one.type !== 'application/ld+json' && /pwned|evil/.test(one.outerHTML)).map(one => one.outerHTML)"""


def free_texts(schema, parts, path=()):
    """The dotted paths of every text of a kind that has no form of its own."""
    schema = parts[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    for inner in schema.get("anyOf", ()):
        yield from free_texts(inner, parts, path)
    for name, inner in schema.get("properties", {}).items():
        yield from free_texts(inner, parts, (*path, name))
    if schema.get("type") == "array":
        yield from free_texts(schema["items"], parts, path)
    if schema.get("type") == "string" and not schema.keys() & {"pattern", "enum", "const"} and path[-1] not in TYPED:
        yield ".".join(path)


def hostile_texts(value, path=()):
    """The hostile texts of a record as (dotted path, text)."""
    if isinstance(value, str) and "pwned" in value:
        yield ".".join(path), value
    elif isinstance(value, list):
        for inner in value:
            yield from hostile_texts(inner, path)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from hostile_texts(inner, (*path, name))


def plain(text):
    """A text without what a page may change: white space and a first capital."""
    return "".join(text.split()).casefold()


def shown(text, page):
    """Whether a page shows a text to the letter, but for the marks of emphasis and code that prose may use."""
    whole = plain(page.evaluate("document.querySelector('article').textContent"))
    if "[[" in text:
        return plain(text) in whole
    return re.sub("[*`]", "", plain(text)) in re.sub("[*`]", "", whole)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.plural)
def test_every_free_text_of_a_kind_is_attacked(kind):
    files, _ = attacked()
    schema = kind.model_json_schema()
    given = {path for path, _ in hostile_texts(files[f"{kind.plural}/{kind.singular}-one.yml"])}
    assert given == set(free_texts(schema, schema["$defs"])) - {"withdrawn.why"}
    assert "withdrawn.why" in {path for path, _ in hostile_texts(files[WITHDRAWN])}


def test_every_free_text_of_the_settings_is_attacked():
    schema = Settings.model_json_schema()
    assert {path for path, _ in hostile_texts(attacked()[0]["dossier.yml"])} == set(free_texts(schema, schema["$defs"]))


def test_hostile_texts_are_no_findings(hostile):
    assert check_dossier(hostile.folder).findings == ()


def test_no_page_runs_loads_or_links_what_a_text_says(hostile, tab):
    page = tab(hostile.base)
    for name in hostile.pages:
        page.goto(hostile.base + name)
        assert page.evaluate(UNTAKEN) == [], name
        assert page.evaluate("window.pwned") is None, name
    assert page.faults == []


def test_no_page_has_a_link_or_a_handler_of_a_texts_making(hostile):
    for name in (*hostile.pages, "404.html"):
        page = hostile.html(name)
        addresses = {href.partition("#")[0] for href in (*page.links, *page.loads)}
        assert [address for address in addresses if "evil" in address or ":" in address] == [], name
        assert page.handlers == [], name


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.plural)
def test_a_records_page_shows_its_texts_to_the_letter(hostile, tab, kind):
    page = tab(hostile.base)
    records = {url: record for url, record in hostile.records.items() if url.startswith(kind.plural)}
    assert len(records) == 3
    for url, record in records.items():
        page.goto(hostile.base + url)
        for path, value in hostile_texts(record):
            assert ELSEWHERE.fullmatch(path) or shown(value, page), (url, path)


def test_the_title_of_a_page_is_its_heading_to_the_letter(hostile, tab):
    page = tab(hostile.base)
    for kind, field in (
        ("actors/actor", "name"),
        ("events/event", "title"),
        ("disagreements/disagreement", "question"),
    ):
        page.goto(f"{hostile.base}{kind}-one.html")
        heading = plain(hostile.records[f"{kind}-one.html"][field])
        assert plain(page.title()).startswith(heading)
        assert plain(page.text_content("article h1")) == heading


def test_the_first_page_shows_the_title_the_description_the_lead_and_the_sides_to_the_letter(hostile, tab):
    page = tab(hostile.base)
    page.goto(hostile.base + "index.html")
    settings = hostile.files["dossier.yml"]
    lead, side = settings["lead"][0]["statement"], settings["sides"][0]["name"]
    for text in (settings["title"], settings["description"], lead, side):
        assert shown(text, page)


def test_the_page_of_coverage_shows_what_is_exempt_to_the_letter(hostile, tab):
    page = tab(hostile.base)
    page.goto(hostile.base + "coverage.html")
    for exemption in hostile.records["sources/source-three.html"]["exempt"]:
        assert shown(exemption["text"], page) and shown(exemption["note"], page)


def test_what_was_corrected_and_withdrawn_is_told_to_the_letter(hostile, tab):
    page = tab(hostile.base)
    page.goto(hostile.base + "corrections.html")
    gone = hostile.files[WITHDRAWN]
    for path, value in hostile_texts(hostile.files["dossier.yml"]["corrections"]):
        assert shown(value, page), path
    assert shown(gone["name"], page) and shown(gone["withdrawn"]["why"], page)
    page.goto(hostile.base + WITHDRAWN.replace(".yml", ".html"))
    assert shown(gone["withdrawn"]["why"], page)


def test_a_chain_shows_a_short_title_to_the_letter(hostile, tab):
    page = tab(hostile.base)
    page.goto(hostile.base + "numbers/number-one.html")
    assert shown(hostile.records["sources/source-one.html"]["short"], page)


@pytest.mark.parametrize("name", ["one", "two", "three"])
def test_a_marked_passage_is_the_text_of_its_hostile_seed(hostile, name):
    seed = hostile.seeds[f"{name}.txt"]
    marks = hostile.html(f"texts/source-{name}.html").marks
    assert len(marks) == 2
    for anchor, text in marks.items():
        start, end = map(int, anchor.split("-")[1:])
        assert text == seed[start:end]


@pytest.mark.parametrize("name", ["one", "three"])
def test_a_reader_page_shows_the_whole_of_a_hostile_text(hostile, tab, name):
    page = tab(hostile.base)
    page.goto(f"{hostile.base}texts/source-{name}.html")
    paragraphs = page.eval_on_selector_all(".dossier-text > p", "all => all.map(one => one.textContent)")
    assert "".join("".join(paragraphs).split()) == "".join(hostile.seeds[f"{name}.txt"].split())


def test_the_tooltip_of_a_passage_holds_its_words_to_the_letter(hostile, tab):
    page = tab(hostile.base)
    page.goto(hostile.base + "texts/source-one.html")
    tips = page.eval_on_selector_all(".dossier-rests a[title]", "links => links.map(link => link.title)")
    records = (hostile.records[f"{kind}-one.html"] for kind in ("places/place",))
    assert sorted(map(plain, tips)) == sorted(plain(one["exact"]) for place in records for one in place["passages"])


def test_the_card_of_a_hostile_passage_shows_its_words_and_chain_to_the_letter(hostile, tab):
    page = tab(hostile.base)
    page.goto(hostile.base + "numbers/number-one.html")
    for at in range(page.locator("article sup[data-record] > a").count()):
        page.hover(f"article sup[data-record] > a >> nth={at}")
        page.wait_for_selector(".dossier-card:popover-open")
        card = plain(page.text_content(".dossier-card"))
        passage = hostile.records["numbers/number-one.html"]["passages"][at]
        assert plain(passage["exact"]) in card
        assert plain(hostile.records["sources/source-one.html"]["short"]) in card
        assert at or plain(hostile.records["actors/actor-one.html"]["name"]) in card
        page.keyboard.press("Escape")
        page.wait_for_selector(".dossier-card", state="detached")
    assert page.evaluate(UNTAKEN) == []
    assert page.evaluate("window.pwned") is None
    assert page.faults == []


@pytest.mark.parametrize("words", ["pwned", "onerror", "evil", "klzzwxh", "script"])
def test_searching_for_a_hostile_text_runs_nothing_of_it(hostile, tab, words):
    page = tab(hostile.base)
    page.goto(hostile.base + "about.html")
    assert search(page, words)
    page.keyboard.press("ArrowDown")
    page.evaluate("document.querySelectorAll('.md-search-result details').forEach(one => one.open = true)")
    page.wait_for_load_state("networkidle")
    assert (
        page.locator(
            ".md-search-result__list :is(script, img, iframe, style, base, [href^=http], [href^=java])"
        ).count()
        == 0
    )
    assert page.evaluate(UNTAKEN) == []
    assert page.evaluate("window.pwned") is None
    assert page.faults == []


def test_a_search_result_shows_hostile_text_to_the_letter(hostile, tab):
    page = tab(hostile.base)
    page.goto(hostile.base + "about.html")
    search(page, "pwned")
    assert "<script>window.pwned=1</script>" in page.text_content(".md-search-result__list")


def test_the_table_of_all_records_shows_hostile_titles_to_the_letter(hostile, tab):
    page = tab(hostile.base)
    page.goto(hostile.base + "explore.html#kind=actor")
    page.wait_for_selector("output:not(:empty)")
    shown = page.locator(".dossier-explore-table td:nth-child(2) a").all_text_contents()
    names = [record["name"] for url, record in hostile.records.items() if url.startswith("actors/")]
    assert sorted(map(plain, shown)) == sorted(map(plain, names))
    assert page.evaluate(UNTAKEN) == []
    assert page.evaluate("window.pwned") is None
    assert page.faults == []


def test_texts_of_a_hundred_thousand_characters_are_shown_whole(heavy, tab):
    page = tab(heavy.base)
    for url in ("actors/actor-one.html", "sources/source-one.html", "numbers/number-one.html"):
        page.goto(heavy.base + url)
        for path, value in hostile_texts(heavy.records[url]):
            assert len(value) > 100_000
            assert ELSEWHERE.fullmatch(path) or shown(value, page), (url, path)
    assert page.evaluate("window.pwned") is None
    assert page.faults == []


REFUSED = [
    # file, the value's path, the value, the rule
    ("sources/source-one.yml", ("url",), "javascript:window.pwned=1", "wrong-value"),
    ("sources/source-one.yml", ("url",), "data:text/html,<script>window.pwned=1</script>", "wrong-value"),
    ("sources/source-one.yml", ("url",), "//evil.example/", "wrong-value"),
    ("sources/source-one.yml", ("url",), "https://example.org/ javascript:", "wrong-value"),
    ("sources/source-one.yml", ("url",), "https://example.org/\njavascript:", "wrong-value"),
    ("sources/source-one.yml", ("url",), 'https://example.org/"onclick=window.pwned=1', "wrong-value"),
    ("sources/source-one.yml", ("url",), "https://example.org/<script>", "wrong-value"),
    ("sources/source-one.yml", ("text",), "../content/dossier.yml", "wrong-value"),
    ("sources/source-one.yml", ("text",), "/etc/passwd", "wrong-value"),
    ("sources/source-one.yml", ("text",), "..", "seed-missing"),
    ("sources/source-one.yml", ("sha256",), "<script>window.pwned=1</script>", "wrong-value"),
    ("sources/source-one.yml", ("publisher",), "<script>window.pwned=1</script>", "wrong-value"),
    ("sources/source-one.yml", ("kind",), "<script>window.pwned=1</script>", "wrong-value"),
    ("sources/source-one.yml", ("grade", "letter"), "<b>", "wrong-value"),
    ("sources/source-one.yml", ("<script>window.pwned=1</script>",), "x", "unknown-key"),
    ("actors/actor-one.yml", ("side",), "side\" onclick=window.pwned=1", "wrong-value"),
    ("actors/actor-one.yml", ("about",), ["actor:<script>"], "wrong-value"),
    ("actors/actor-one.yml", ("about",), ["actor:../../index"], "wrong-value"),
    ("events/event-one.yml", ("date",), "2019-01-26<script>", "wrong-value"),
    ("events/event-one.yml", ("place",), "javascript:window.pwned=1", "wrong-value"),
    ("numbers/number-one.yml", ("value",), "567<script>", "wrong-value"),
    ("numbers/number-one.yml", ("value",), "NaN", "wrong-value"),
    ("places/place-one.yml", ("country",), "<b>", "wrong-value"),
    ("places/place-one.yml", ("latitude",), "1;window.pwned=1", "wrong-value"),
    ("dossier.yml", ("sides", 0, "colour"), "red", "wrong-value"),
    ("dossier.yml", ("sides", 0, "colour"), "#1f6f54;background:url(http://evil.example)", "wrong-value"),
    ("dossier.yml", ("sides", 0, "colour"), "#1f6f54\n", "wrong-value"),
    ("dossier.yml", ("sides", 0, "id"), "<b>", "wrong-value"),
    ("dossier.yml", ("language",), 'en" onload="window.pwned=1', "wrong-value"),
    ("dossier.yml", ("policy", "overlap"), "12<b>", "wrong-value"),
    ("actors/<script>window.pwned=1<.yml", (), {}, "file-name"),
    ("actors/x%22onclick=.yml", (), {}, "file-name"),
    ("actors/Ünï.yml", (), {}, "file-name"),
    ("actors/index.yml", (), {}, "file-name"),
    ("<img src=x onerror=window.pwned=1>", (), {}, "unknown-folder"),
]  # fmt: skip


@pytest.fixture
def faulty(tmp_path):
    """Writes a dossier with a value put in at a place; what loading it says."""

    def loaded(file, path, value):
        files, seeds = attacked()
        holder = files.setdefault(file, value)
        for step in path[:-1]:
            holder = holder[step]
        if path:
            holder[path[-1]] = value
        return load_dossier(write(tmp_path, files, seeds)).findings

    return loaded


@pytest.mark.parametrize(("file", "path", "value", "rule"), REFUSED)
def test_a_hostile_value_where_a_form_is_asked_for_is_a_finding(faulty, file, path, value, rule):
    assert [(one.location.path, one.rule) for one in faulty(file, path, value)] == [(f"content/{file}", rule)]


def test_the_page_of_findings_shows_a_hostile_finding_to_the_letter(hostile, faulty, tab):
    findings = faulty("sources/source-one.yml", ("url",), "<script>window.pwned=1</script> {{ 7*7 }} [x](y) **z**")
    page = tab(hostile.base)
    page.set_content(f"<article>{markdown(findings_page(findings)[0].content)}</article>")
    assert shown(str(findings[0]), page)
    assert page.evaluate(UNTAKEN) == []
    assert page.faults == []


def test_a_finding_is_one_line_whatever_it_quotes(faulty):
    finding = faulty("sources/source-one.yml", ("url",), "x\ncontent/a.yml:1:1: feigned\u202e\u2028")[0]
    assert finding.rule == "wrong-value"
    assert str(finding).isprintable()
