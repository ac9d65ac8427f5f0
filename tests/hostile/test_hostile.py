"""Nothing that an editor or a source writes runs on a page: pages show it literally."""

import re

import pytest
from dossier.load.loader import load_dossier
from dossier.model.dossier import Settings
from dossier.model.kinds import KINDS
from dossier.model.marks import split_statements
from dossier.pipeline import check_dossier
from dossier.render.site import findings_page
from markdown import markdown

from tests.browser.conftest import search
from tests.helpers import nonempty
from tests.hostile.conftest import ADDRESS, LONG_TEXT, WITHDRAWN, hostile_dossier, write
from tests.site.conftest import Html

TYPED_FIELDS = {"date", "value", "min", "max", "latitude", "longitude", "colour"}
"""Fields of text in a fixed format."""
STATEMENTS = {"summary", "assessment", "same_origin", "standfirst", "lead"}
"""Fields that pages show statement by statement, besides the statement of a position."""
NOT_ON_OWN_PAGE = re.compile(r"short|coordinates_basis|(exempt|.*\.(prefix|suffix))\b.*")
"""Fields that a record's own page does not show: its short title, its exemptions, the context of passages, and why
coordinates that it lacks are right."""

INJECTED_ELEMENTS = """() => {
  const markup = element => { // Of a drawing without the texts that it shows and its name.
    const copy = element.cloneNode(true)
    if (copy.matches('svg')) for (const part of [copy, ...copy.querySelectorAll('*')]) {
      part.removeAttribute('aria-label')
      for (const node of [...part.childNodes]) if (node.nodeType === Node.TEXT_NODE) node.remove()
    }
    return copy.outerHTML
  }
  return [...document.querySelectorAll('script, img, iframe, svg, style, base, object, embed')]
    .filter(element => element.type !== 'application/ld+json' && /pwned|evil/.test(markup(element)))
    .map(element => element.outerHTML)
}"""


def free_texts(schema, parts, path=()):
    """Yield the dotted path of every free-text field of a JSON schema."""
    schema = parts[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    for inner in schema.get("anyOf", ()):
        yield from free_texts(inner, parts, path)
    for name, inner in schema.get("properties", {}).items():
        yield from free_texts(inner, parts, (*path, name))
    if schema.get("type") == "array":
        yield from free_texts(schema["items"], parts, path)
    if (
        schema.get("type") == "string"
        and not schema.keys() & {"pattern", "enum", "const", "format"}
        and path[-1] not in TYPED_FIELDS
    ):
        yield ".".join(path)


def hostile_texts(value, path=()):
    """Yield the hostile texts of a record as (dotted path, text), each statement for itself."""
    if isinstance(value, str) and "pwned" in value:
        has_statements = path[0] in STATEMENTS or path == ("positions", "statement")
        texts = [statement.text for statement in split_statements(value)] if has_statements else [value]
        yield from ((".".join(path), text) for text in texts)
    elif isinstance(value, list):
        for inner in value:
            yield from hostile_texts(inner, path)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from hostile_texts(inner, (*path, name))


def squeeze(text):
    """Return a text without what a page may change: white space and case."""
    return "".join(text.split()).casefold()


def without_emphasis(text):
    """Return a text without the marks of emphasis and code that prose may use."""
    return re.sub("[*`]", "", text)


def assert_shows(page, texts):
    """Assert that a page shows each of these texts, given as (dotted path, text), literally."""
    article = squeeze(page.evaluate("document.querySelector('article').textContent"))
    article_without_emphasis = without_emphasis(article)
    texts = list(texts)
    assert texts
    for path, text in texts:
        if "[[" in text:
            assert squeeze(text) in article, (page.url, path)
        else:
            assert without_emphasis(squeeze(text)) in article_without_emphasis, (page.url, path)


def on_own_page(record):
    """Yield the hostile texts that a record's own page shows, as (dotted path, text)."""
    for path, text in hostile_texts(record):
        if not NOT_ON_OWN_PAGE.fullmatch(path):
            yield path, text


def assert_nothing_ran(page):
    """Assert that no hostile text became an element, ran as a script or made the page fail."""
    assert page.evaluate(INJECTED_ELEMENTS) == []
    assert page.evaluate("window.pwned") is None
    assert page.faults == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.plural)
def test_every_free_text_of_a_kind_is_attacked(kind):
    files, _ = hostile_dossier()
    schema = kind.model_json_schema()
    attacked = {path for path, _ in hostile_texts(files[f"{kind.plural}/{kind.singular}-one.yml"])}
    assert attacked == set(free_texts(schema, schema["$defs"])) - {"withdrawn.why"}
    assert "withdrawn.why" in {path for path, _ in hostile_texts(files[WITHDRAWN])}


def test_every_free_text_of_the_settings_is_attacked():
    schema = Settings.model_json_schema()
    files, _ = hostile_dossier()
    assert {path for path, _ in hostile_texts(files["dossier.yml"])} == set(free_texts(schema, schema["$defs"]))


def test_hostile_texts_cause_no_findings(hostile):
    assert check_dossier(hostile.folder).findings == ()


def test_no_page_runs_or_loads_what_a_text_contains(hostile, tab):
    page = tab(hostile.base)
    assert len(hostile.pages) > 40
    for name in hostile.pages:
        page.goto(hostile.base + name)
        assert page.evaluate(INJECTED_ELEMENTS) == [], name
        assert page.evaluate("window.pwned") is None, name
    assert page.faults == []


def test_no_page_for_frames_runs_or_loads_what_a_text_contains(hostile_frames, tab):
    page = tab(hostile_frames.base)
    names = [name for name in hostile_frames.pages if name.startswith("embed/")]
    assert len(names) > 20 and "embed/network.html" in names
    for name in names:
        page.goto(hostile_frames.base + name)
        assert page.evaluate(INJECTED_ELEMENTS) == [], name
        assert page.evaluate("window.pwned") is None, name
        html = hostile_frames.html(name)
        assert [link for link in (*html.links, *html.loads) if "evil" in link or not is_ours(link)] == [], name
        assert html.handlers == [], name
    assert page.faults == []


def is_ours(link):
    """Whether a link stays on the site."""
    return ":" not in link or link.startswith(ADDRESS)


def test_the_html_to_copy_is_one_frame(hostile_frames, tab):
    page = tab(hostile_frames.base)
    for name in ("actors/actor-one.html", "network.html", "timeline.html", "sources/index.html"):
        page.goto(hostile_frames.base + name)
        codes = page.eval_on_selector_all("pre", "all => all.map(pre => pre.textContent)")
        for code in nonempty([code for code in codes if code.startswith("<iframe")]):
            frame = Html.of(code)
            assert frame.counts == {"iframe": 1} and frame.handlers == []
            assert [address.startswith(f"{ADDRESS}embed/") for address in frame.loads] == [True]
    assert page.faults == []


def test_no_text_makes_a_link_or_an_event_handler(hostile):
    for name in (*hostile.pages, "404.html"):
        page = hostile.html(name)
        links = [] if name.startswith("handbook/") else page.links  # No text of a dossier is in the handbook.
        addresses = {href.partition("#")[0] for href in (*links, *page.loads)}
        addresses = {address for address in addresses if not address.startswith("mailto:mistakes@example.org")}
        if name.startswith("texts/"):  # The address that its source states, which is one of the Web.
            original = hostile.records.get(name.replace("texts/", "sources/"), {}).get("url", "")
            addresses.discard(original.partition("#")[0])
        assert [address for address in addresses if "evil" in address or ":" in address] == [], name
        assert page.handlers == [], name


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.plural)
def test_a_records_page_shows_its_texts_literally(hostile, tab, kind):
    page = tab(hostile.base)
    records = {url: record for url, record in hostile.records.items() if url.startswith(kind.plural)}
    assert len(records) == 3
    for url, record in records.items():
        page.goto(hostile.base + url)
        assert_shows(page, on_own_page(record))


def test_the_title_of_a_page_is_its_heading_literally(hostile, tab):
    page = tab(hostile.base)
    for kind, field in (
        ("actors/actor", "name"),
        ("events/event", "title"),
        ("disagreements/disagreement", "question"),
    ):
        page.goto(f"{hostile.base}{kind}-one.html")
        heading = squeeze(hostile.records[f"{kind}-one.html"][field])
        assert squeeze(page.title()).startswith(heading)
        assert squeeze(page.text_content("article h1")) == heading


def test_the_home_page_shows_the_settings_literally(hostile, tab):
    page = tab(hostile.base)
    page.goto(hostile.base + "index.html")
    settings = hostile.files["dossier.yml"]
    shown = ("headline", "standfirst", "description", "organization", "lead", "edited_by", "last_review")
    texts = hostile_texts({name: settings[name] for name in shown})
    assert_shows(page, [*texts, ("side", settings["sides"][0]["name"])])


def test_the_footer_shows_the_settings_literally(hostile, tab):
    page = tab(hostile.base)
    page.goto(hostile.base + "about.html")
    footer = squeeze(page.evaluate("document.querySelector('footer').textContent"))
    settings = hostile.files["dossier.yml"]
    for text in (*settings["edited_by"], settings["organization"], settings["last_review"]["by"]):
        assert squeeze(text) in footer


def test_the_coverage_page_shows_exemptions_literally(hostile, tab):
    page = tab(hostile.base)
    page.goto(hostile.base + "coverage.html")
    exemptions = (
        *hostile.records["sources/source-three.html"]["exempt"],
        *hostile.files["dossier.yml"]["exempt"],
    )
    assert_shows(page, ((name, exemption[name]) for exemption in exemptions for name in ("text", "note")))


def test_corrections_and_withdrawals_are_shown_literally(hostile, tab):
    page = tab(hostile.base)
    page.goto(hostile.base + "corrections.html")
    withdrawn = hostile.files[WITHDRAWN]
    why = ("withdrawn.why", withdrawn["withdrawn"]["why"])
    corrections = hostile_texts(hostile.files["dossier.yml"]["corrections"])
    assert_shows(page, [*corrections, ("name", withdrawn["name"]), why])
    page.goto(hostile.base + WITHDRAWN.replace(".yml", ".html"))
    assert_shows(page, [why])


def test_an_attribution_shows_a_short_title_literally(hostile, tab):
    page = tab(hostile.base)
    page.goto(hostile.base + "numbers/number-one.html")
    assert_shows(page, [("short", hostile.records["sources/source-one.html"]["short"])])


@pytest.mark.parametrize("name", ["one", "two", "three"])
def test_a_marked_passage_is_the_text_at_its_position(hostile, name):
    seed = hostile.seeds[f"{name}.txt"]
    marks = hostile.html(f"texts/source-{name}.html").marks
    assert len(marks) == 2
    for anchor, text in marks.items():
        start, end = map(int, anchor.split("-")[1:])
        assert text == seed[start:end]


@pytest.mark.parametrize("name", ["one", "three"])
def test_a_text_page_shows_all_of_a_hostile_text(hostile, tab, name):
    page = tab(hostile.base)
    page.goto(f"{hostile.base}texts/source-{name}.html")
    paragraphs = page.eval_on_selector_all(
        ".dossier-line > p", "paragraphs => paragraphs.map(paragraph => paragraph.textContent)"
    )
    assert "".join("".join(paragraphs).split()) == "".join(hostile.seeds[f"{name}.txt"].split())


def test_the_tooltip_of_a_passage_shows_its_words_literally(hostile, tab):
    page = tab(hostile.base)
    page.goto(hostile.base + "texts/source-one.html")
    tooltips = page.eval_on_selector_all(".dossier-cited-by a[title]", "links => links.map(link => link.title)")
    passages = hostile.records["places/place-one.html"]["passages"]
    assert sorted(map(squeeze, tooltips)) == sorted(squeeze(passage["exact"]) for passage in passages) != []


def test_the_card_of_a_hostile_passage_shows_its_words_and_attribution_literally(hostile, tab):
    page = tab(hostile.base)
    page.goto(hostile.base + "numbers/number-one.html")
    citations = page.locator("article sup[data-for] > a")
    passages = nonempty(hostile.records["numbers/number-one.html"]["passages"])
    assert citations.count() == len(passages)
    for index, passage in enumerate(passages):
        citations.nth(index).hover()
        page.wait_for_selector(".dossier-card:popover-open")
        card = squeeze(page.text_content(".dossier-card"))
        assert squeeze(passage["exact"]) in card
        assert squeeze(hostile.records["sources/source-one.html"]["short"]) in card
        if "via" in passage:
            assert squeeze(hostile.records["actors/actor-one.html"]["name"]) in card
        page.keyboard.press("Escape")
        page.wait_for_selector(".dossier-card", state="detached")
    assert_nothing_ran(page)


@pytest.mark.parametrize("words", ["pwned", "onerror", "evil", "klzzwxh", "script"])
def test_searching_for_a_hostile_text_runs_nothing_of_it(hostile, tab, words):
    page = tab(hostile.base)
    page.goto(hostile.base + "about.html")
    assert search(page, words)
    page.keyboard.press("ArrowDown")
    page.evaluate("document.querySelectorAll('.md-search-result details').forEach(details => details.open = true)")
    page.evaluate("new Promise(shown => requestAnimationFrame(() => requestAnimationFrame(shown)))")
    dangerous = ":is(script, img, iframe, style, base, [href^=http], [href^=java])"
    assert page.locator(f".md-search-result__list {dangerous}").count() == 0
    assert_nothing_ran(page)


def test_a_search_result_shows_hostile_text_literally(hostile, tab):
    page = tab(hostile.base)
    page.goto(hostile.base + "about.html")
    search(page, "pwned")
    assert "<script>window.pwned=1</script>" in page.text_content(".md-search-result__list")


def test_the_explore_page_shows_hostile_titles_literally(hostile, tab):
    page = tab(hostile.base)
    page.goto(hostile.base + "explore.html#kind=actor")
    page.wait_for_selector("output:not(:empty)")
    titles = page.locator(".dossier-explore-table td:nth-child(2) a").all_text_contents()
    names = [record["name"] for url, record in hostile.records.items() if url.startswith("actors/")]
    assert sorted(map(squeeze, titles)) == sorted(map(squeeze, names)) != []
    assert_nothing_ran(page)


def test_texts_of_more_than_65536_characters_are_shown_whole(long_texts, tab):
    page = tab(long_texts.base)
    assert len(long_texts.records) == 3
    for url, record in long_texts.records.items():
        assert all(len(text) > LONG_TEXT for _, text in nonempty(hostile_texts(record)))
        page.goto(long_texts.base + url)
        assert_shows(page, on_own_page(record))
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
    """Write a dossier with another value at the path in a file; return the findings of loading it."""

    def findings(file, path, value):
        files, seeds = hostile_dossier()
        container = files.setdefault(file, value)
        for step in path[:-1]:
            container = container[step]
        if path:
            container[path[-1]] = value
        return load_dossier(write(tmp_path, files, seeds)).findings

    return findings


@pytest.mark.parametrize(("file", "path", "value", "rule"), REFUSED)
def test_a_hostile_value_in_a_field_with_a_format_is_a_finding(faulty, file, path, value, rule):
    assert [(finding.location.path, finding.rule) for finding in faulty(file, path, value)] == [
        (f"content/{file}", rule)
    ]


def test_the_findings_page_shows_a_hostile_finding_literally(hostile, faulty, tab):
    findings = faulty("sources/source-one.yml", ("url",), "<script>window.pwned=1</script> {{ 7*7 }} [x](y) **z**")
    page = tab(hostile.base)
    page.set_content(f"<article>{markdown(findings_page(findings)[0].content)}</article>")
    assert_shows(page, [("finding", str(findings[0]))])
    assert page.evaluate(INJECTED_ELEMENTS) == []
    assert page.faults == []


def test_a_finding_is_one_line_whatever_it_quotes(faulty):
    finding = faulty("sources/source-one.yml", ("url",), "x\ncontent/a.yml:1:1: feigned\u202e\u2028")[0]
    assert finding.rule == "wrong-value"
    assert str(finding).isprintable()
