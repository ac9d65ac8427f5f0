"""The built site of the real dossier: complete, linked both ways, and self-contained."""

import json
import re
from functools import cache
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from dossier.cli.app import cli
from dossier.cli.reference import subcommands

from tests.helpers import nonempty
from tests.site.conftest import ROOT, search_entries

FEED = re.compile(r'<link rel="alternate " type="application/atom\+xml" title="Changes" href="([^"]*)">')
INDEXES = {"events": "timeline.html", "places": "map.html"}
"""The pages that list the records of a kind that has no index of its own."""
KINDS = ("sources", "actors", "events", "numbers", "quotes", "disagreements", "places")
MARK = re.compile(r'<sup data-for="([^"]+)"><a [^>]*href="[./]*texts/([\w-]+)\.html#')
NUMBERED = re.compile(r'<sup data-for="[^"]+"><a [^>]*href="([^"]+)"[^>]*>(\d+)</a>')
COUNTS = re.compile(r"(\d+) sources?, (\d+) independent origins?(?: \(all from one publisher\))?")
OUTSIDE = re.compile(r"(?:https?:)?//[\w\[]")
IN_STYLE = re.compile(r"""@import\s+["']?([^"';]+)|url\(\s*["']?([^"')]+)""")


@pytest.fixture(scope="module")
def data(site):
    return json.loads((site / "data/dossier.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def records(data):
    return nonempty(record for kind in KINDS for record in data[kind])


@pytest.fixture(scope="module")
def statements(data, records):
    return nonempty([*data["lead"], *(statement for record in records for statement in record["statements"])])


def passages(value):
    """Every passage inside a record, as data."""
    if isinstance(value, dict) and {"exact", "start", "end"} <= value.keys():
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from passages(inner)


def anchor(passage):
    return f"p-{passage['start']}-{passage['end']}"


def resolved(href, page):
    """The address and anchor that a link on `page` leads to, within the site; what it asks of a page left out."""
    address, fragment = urldefrag(href)
    address = address.partition("?")[0]
    if address.startswith("/"):
        return unquote(address).lstrip("/"), unquote(fragment)
    return normpath(join(page, "..", unquote(address))) if address else page, unquote(fragment)


def missing(site, pages, page, href):
    """Whether a link leads to no file, or to an anchor that its page does not have."""
    path, fragment = resolved(href, page)
    file = site / path
    file = file / "index.html" if file.is_dir() else file
    if not file.is_file():
        return True
    target = pages.get(file.relative_to(site).as_posix())
    return bool(fragment and target and not fragment.startswith("__") and fragment not in target.ids)


def test_every_internal_link_leads_to_a_file_and_one_of_its_anchors(site, pages):
    inside = [
        (name, href)
        for name, page in pages.items()
        for href in (*page.links, *page.loads)
        if not urlsplit(href).scheme and not href.startswith("//")
    ]
    assert len(inside) > 10_000
    assert [link for link in inside if missing(site, pages, *link)] == []


def test_every_page_links_to_the_feed_of_changes(site, pages):
    for name in pages.keys() - {"404.html"}:
        (href,) = FEED.findall((site / name).read_text("utf-8"))
        assert normpath(join(dirname(name), href)) == "data/changes.atom"


def test_ids_on_a_page_are_unique(pages):
    assert {name: len(page.ids) - len(set(page.ids)) for name, page in pages.items()} == dict.fromkeys(pages, 0)


def test_a_page_loads_nothing_from_another_host(pages):
    assert [(name, load) for name, page in pages.items() for load in page.loads if OUTSIDE.match(load)] == []


def test_the_inline_scripts_of_a_page_name_no_other_host(pages):
    assert [name for name, page in pages.items() if any(map(OUTSIDE.search, page.scripts))] == []


def test_a_style_loads_nothing_from_another_host(site, pages):
    sheets = {file.name: IN_STYLE.findall(file.read_text("utf-8")) for file in site.rglob("*.css")}
    assert len(sheets) > 2
    sheets |= {name: IN_STYLE.findall(" ".join(page.styles)) for name, page in pages.items()}
    assert [
        name for name, loads in sheets.items() if any(OUTSIDE.match(address) for pair in loads for address in pair)
    ] == []


def test_our_own_scripts_name_no_other_host(site):
    own = list((site / "assets/dossier").rglob("*.js"))
    assert own and [file.name for file in own if OUTSIDE.search(file.read_text("utf-8"))] == []


def test_a_link_to_another_host_is_the_address_of_a_source(pages, data):
    sources = {source.get("original_url") for source in data["sources"]}
    about_the_story = [page for name, page in pages.items() if not name.startswith("handbook/")]
    outside = {href for page in about_the_story for href in page.links if urlsplit(href).scheme}
    assert outside <= sources


def test_a_marked_passage_is_the_text_of_its_source(site, pages, records):
    seeds = {file.name: file.read_bytes().decode("utf-8") for file in (site.parent / "seeds").iterdir()}
    cited = [passage for record in records for passage in passages(record)]
    assert len(cited) > 300
    for passage in cited:
        text = seeds[passage["file"]][passage["start"] : passage["end"]]
        assert passage["exact"] == text
        assert pages[f"texts/{passage['source']}.html"].marks[anchor(passage)] == text


def test_a_text_page_marks_only_what_records_cite(pages, data, records):
    cited = {(passage["source"], anchor(passage)) for record in records for passage in passages(record)}
    read = [source["id"] for source in data["sources"] if source.get("text")]
    assert {(name, mark) for name in read for mark in pages[f"texts/{name}.html"].marks} == cited


def test_a_marked_passage_lists_every_statement_that_cites_it(pages, statements):
    citing = {}
    for statement in statements:
        for passage in statement["evidence"]:
            citing.setdefault((passage["source"], anchor(passage)), set()).add(f"../{statement['url']}")
    for (source, mark), urls in citing.items():
        listed = pages[f"texts/{source}.html"].cited_by[mark]
        assert urls <= set(listed), (source, mark)
        assert len(listed) == len(set(listed))


def test_every_statement_has_its_address_on_its_page(pages, statements):
    assert [url for url in (statement["url"] for statement in statements) if missing_id(pages, url)] == []


def missing_id(pages, url):
    page, fragment = urldefrag(url)
    return fragment not in pages[page].ids


def test_a_number_means_one_passage_on_a_page(site, pages):
    numbered = {name: set(NUMBERED.findall((site / name).read_text("utf-8"))) for name in pages}
    assert sum(map(len, numbered.values())) > 500
    for name, marks in numbered.items():
        assert len({href for href, _ in marks}) == len({number for _, number in marks}) == len(marks), name


def test_the_card_of_every_statement_counts_its_own_evidence(site, pages, statements):
    by_url = {statement["url"]: statement for statement in statements}
    shown = 0
    for key, source in {mark for name in pages for mark in MARK.findall((site / name).read_text("utf-8"))}:
        card = cards(site, source)["cited"][key]
        if "#" not in key:
            assert card["scope"] == "record"
            continue
        statement = by_url[card["url"]]
        evidence = [
            [f"texts/{passage['source']}.html#{anchor(passage)}", passage["via"]] for passage in statement["evidence"]
        ]
        assert card["passages"] == evidence
        assert COUNTS.fullmatch(card["counts"]).groups() == (str(statement["documents"]), str(statement["origins"]))
        shown += 1
    assert shown > 500


@cache
def cards(site, source):
    """The data of the cards of a source's passages."""
    return json.loads((site / f"data/cards/{source}.js").read_text("utf-8").partition(" = ")[2].rstrip(";\n"))


def test_a_record_links_to_every_passage_it_cites(pages, records):
    for record in records:
        targets = {f"../texts/{passage['source']}.html#{anchor(passage)}" for passage in passages(record)}
        assert targets <= set(pages[record["url"]].links), record["url"]


def test_notes_in_a_text_link_only_to_what_cites_the_passage(pages, records, statements):
    citing = [(statement["url"], statement["evidence"]) for statement in statements]
    citing += [(record["url"], list(passages(record["passages"]))) for record in records]
    cites = {(url, passage["source"], anchor(passage)) for url, evidence in citing for passage in evidence}
    for name, page in pages.items():
        for mark, hrefs in page.cited_by.items():
            urls = ["#".join(filter(None, resolved(href, name))) for href in hrefs if not href.startswith("#")]
            assert urls and {(url, name[6:-5], mark) for url in urls} <= cites


@pytest.mark.parametrize("kind", KINDS)
def test_the_index_of_a_kind_lists_all_its_records_and_is_in_the_navigation(pages, data, kind):
    index = INDEXES.get(kind, f"{kind}/index.html")
    listed = {resolved(href, index)[0] for href in pages[index].links}
    assert {record["url"] for record in data[kind]} <= listed
    assert index in {resolved(href, "index.html")[0] for href in pages["index.html"].nav}


def test_no_record_is_in_the_navigation(pages, records):
    urls = {record["url"] for record in records}
    assert [
        name for name, page in pages.items() if urls & {resolved(href, name)[0] for href in page.nav} - {name}
    ] == []


def test_every_page_has_one_first_level_heading_one_title_and_its_language(pages):
    found = {name: (page.counts.get("h1"), page.counts.get("title"), page.lang) for name, page in pages.items()}
    assert found == dict.fromkeys(pages, (1, 1, "en"))


def test_every_record_text_and_hand_written_page_is_in_the_search_once(site, data, records):
    found = [entry[0] for entry in search_entries(site)]
    texts = {f"texts/{source['id']}.html" for source in data["sources"] if source.get("text")}
    assert {record["url"] for record in records} | texts | {"about.html", "how-we-check.html"} <= set(found)
    assert len(found) == len(set(found))


def test_search_entries_are_text_without_markup(site):
    assert [
        entry[0] for entry in search_entries(site) if re.search(r"</?(?:p|li|code|h\d)>", entry[2] + entry[3])
    ] == []


def test_the_search_index_that_every_page_loads_has_only_settings(site):
    index = (site / "search/search_index.json").read_text("utf-8")
    assert json.loads(index)["docs"] == [] and "config" in json.loads(index)
    assert (site / "search/search_index.js").read_text("utf-8") == f"var __index = {index}"


def test_the_search_worker_of_the_theme_is_replaced_by_ours(site):
    (worker,) = (site / "assets/javascripts/workers").iterdir()
    assert worker.read_bytes() == (ROOT / "generator/dossier/assets/search-worker.js").read_bytes()
    assert worker.name in (site / "index.html").read_text("utf-8")


def test_the_handbook_documents_every_command(pages):
    assert {f"dossier-{command.name}" for command in subcommands(cli)} <= set(pages["handbook/commands.html"].ids)


def test_only_the_index_of_the_handbook_is_in_the_navigation(pages):
    assert [href for href in pages["index.html"].nav if "handbook" in href] == ["handbook/index.html"]
