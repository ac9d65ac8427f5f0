"""What a page tells programs of itself: data of schema.org's own terms, and tags that hold texts to the letter."""

import json
from html import unescape
from html.parser import HTMLParser

import pytest
from dossier.edtf.format import format_edtf
from dossier.edtf.iso import iso_date
from dossier.model.kinds.place import Place
from dossier.model.publish_context import NO_CONTEXT, PublishContext
from dossier.pipeline import check_dossier, json_ld, render_pages
from dossier.render.head.tags import LENGTH, Head, first_words, locale_of
from dossier.text.truncate import truncate
from rdflib.namespace import SDO

EDITIONS = {"told": PublishContext(None, "https://example.org/a/"), "untold": NO_CONTEXT}
HOSTILE = "\"'></script><script>pwned</script><!-- & &amp; \u2028 \\ -->"
SENTENCES = [
    # the page's HTML, its first words
    ("<h1>A</h1>\n<p>One <a href='b'>two</a>.</p><p>Three.</p>", "One two."),
    ("<p>He left<sup>[<a href='c'>1</a>]</sup> on\nfoot &amp; went.</p>", "He left on foot & went."),
    ("<ul><li>no paragraph</li></ul>", ""),
]


@pytest.fixture(scope="module", params=EDITIONS)
def told(request, real):
    """The linked data of each page, by its path."""
    told, made = (
        json_ld(real.graph, EDITIONS[request.param]).for_page,
        render_pages(real.graph, EDITIONS[request.param]),
    )
    return {output.path: json.loads(told(output.path)) for output in made}


def nodes(value):
    """Every node inside linked data."""
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(inner)
    if isinstance(value, dict):
        yield value


def test_each_page_has_its_own(told):
    pages = [data["@graph"][0]["@id"] for data in told.values()]
    assert len(pages) > 300 and {data["@context"] for data in told.values()} == {"https://schema.org"}
    assert [path for path, data in told.items() if not data["@graph"][0]["@type"]] == []


def test_it_uses_the_terms_of_schema_org_alone(told):
    found = [node for data in told.values() for node in nodes(data)]
    types = [node.get("@type", []) for node in found]
    terms = {name for node in found for name in node}
    terms |= {term for type in types for term in ([type] if isinstance(type, str) else type)}
    assert {term for term in terms if not term.startswith("@")} - set(SDO.__annotations__) == set()


def test_a_node_that_is_referred_to_is_named_on_the_same_page(told):
    for path, data in told.items():
        named = {node["@id"] for node in nodes(data) if "@id" in node and len(node) > 1}
        assert {node["@id"] for node in nodes(data) if node.keys() == {"@id"}} <= named, path


def test_the_first_page_is_a_site_and_the_data_a_set_of_files(told, real_outputs):
    assert told["index.md"]["@graph"][0]["@type"] == "WebSite"
    data = told["data.md"]["@graph"][0]["mainEntity"]
    files = {one["contentUrl"].removeprefix("https://example.org/a/") for one in data["distribution"]}
    assert data["@type"] == "Dataset" and files <= set(real_outputs)
    assert "text/plain" not in {one["encodingFormat"] for one in data["distribution"]}


def test_a_record_rests_on_the_words_of_its_passages(told, real):
    record = real.graph.dossier.by_key["number:defectors-to-colombia-567"]
    page = told["numbers/defectors-to-colombia-567.md"]["@graph"][0]
    words = {real.graph.passage_text(one) for one in real.graph.citations_of(record)}
    assert {one["text"] for one in page["citation"]} == words
    assert all("texts/wnu-defected-567.html#p-" in one["url"] for one in page["citation"])


def test_no_page_claims_to_have_reviewed_a_claim(told):
    types = {str(node.get("@type")) for data in told.values() for node in nodes(data)}
    assert {"Claim", "['Answer', 'Claim']"} <= types
    assert not [type for type in types if "Review" in type or "Rating" in type]


def test_a_date_or_a_place_that_is_not_exact_says_so(told, real):
    for record in real.graph.visible:
        page = told[f"{record.plural}/{record.id}.md"]["@graph"][0]
        thing = page["mainEntity"]
        if record.main_date and not iso_date(record.main_date):
            assert format_edtf(record.main_date) in thing["disambiguatingDescription"]
            assert not {"startDate", "dateCreated", "datePublished"} & thing.keys()
        if isinstance(record, Place):
            assert record.precision in thing["additionalProperty"]["value"]
            assert "geo" not in thing or record.precision in thing["geo"]["description"]


@pytest.mark.parametrize("field", Head._fields[:6])
def test_a_hostile_text_stands_in_a_tag_to_the_letter(field):
    class Tags(HTMLParser):
        def handle_starttag(self, tag, attributes):
            found.append((tag, dict(attributes)))

    found = []
    head = Head("title", "description", "site", "en_US", "../data/changes.atom", "https://example.org/")
    Tags().feed(head._replace(**{field: HOSTILE}).tags())
    assert {tag for tag, _ in found} == {"meta", "link"}
    assert HOSTILE in [given.get("content", given.get("href")) for _, given in found]


def test_linked_data_cannot_end_its_element(base, write):
    file = "content/sources/wire-report.yml"
    text = (base / file).read_text("utf-8").splitlines()
    lines = [f"title: {json.dumps(HOSTILE)}" if line.startswith("title:") else line for line in text]
    graph = check_dossier(write(file, "\n".join(lines))).graph
    told = json_ld(graph).for_page("sources/wire-report.md")
    assert not set("<>&") & set(told) and told.isascii()
    assert json.loads(told)["@graph"][0]["name"] == HOSTILE


@pytest.mark.parametrize(("html", "words"), SENTENCES)
def test_a_page_that_does_not_describe_itself_is_described_by_how_it_begins(html, words):
    assert first_words(html) == words


def test_a_description_is_cut_between_words():
    assert truncate("one  two\nthree", 9) == "one two…"
    assert truncate("one two", 7) == "one two"


def test_a_record_is_described_by_its_summary(real, real_outputs):
    for record in real.graph.visible:
        line = real_outputs[f"{record.plural}/{record.id}.md"].split("\n")[2]
        described = unescape(line.removeprefix('description: "').removesuffix('"'))
        assert line.startswith("description: ") and 20 < len(described) <= LENGTH


@pytest.mark.parametrize(
    ("language", "locale"),
    [("en", "en_US"), ("en-GB", "en_GB"), ("pt-BR", "pt_BR"), ("es", "es_ES"), ("xx", ""), ("en-x1y2z3", "")],
)
def test_a_language_is_named_with_its_territory(language, locale):
    assert locale_of(language) == locale
