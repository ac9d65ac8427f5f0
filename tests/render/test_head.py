"""The head of a page: JSON-LD in schema.org's terms, and tags that contain texts literally."""

import json
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urljoin

import pytest
from dossier.edtf.format import format_edtf, iso_date
from dossier.graph.urls import item_page_path, page_url, passage_anchor, text_page_path
from dossier.model.kinds.place import Place
from dossier.model.publish_context import NO_CONTEXT, PublishContext
from dossier.pipeline import check_dossier, json_ld, render_pages
from dossier.render.evidence import page_evidence
from dossier.render.head import MAX_DESCRIPTION, Head, first_words, locale_of
from dossier.text.wording import truncate
from rdflib.namespace import SDO

from tests.helpers import nonempty

SITE_URL = "https://example.org/a/"
PUBLICATIONS = {"with site URL": PublishContext(None, SITE_URL), "without": NO_CONTEXT}
HOSTILE = "\"'></script><script>pwned</script><!-- & &amp; \u2028 \\ -->"
SENTENCES = [
    # the page's HTML, its description
    ("<h1>A</h1>\n<p>One <a href='b'>two</a>.</p><p>Three.</p>", "One two."),
    ("<p>He left<sup>[<a href='c'>1</a>]</sup> on\nfoot &amp; went.</p>", "He left on foot & went."),
    ("<ul><li>no paragraph</li></ul>", ""),
]


@pytest.fixture(scope="module", params=PUBLICATIONS)
def json_ld_of(request, real):
    """The parsed JSON-LD of each page, by its path; redirects, which are HTML, have none."""
    publication = PUBLICATIONS[request.param]
    for_page = json_ld(real.graph, publication).for_page
    paths = [page.path for page in render_pages(real.graph, publication) if page.path.endswith(".md")]
    return {path: json.loads(for_page(path)) for path in nonempty(paths)}


def nodes(value):
    """Yield every node of parsed JSON-LD."""
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(inner)
    if isinstance(value, dict):
        yield value


def test_each_page_has_its_own_data(json_ld_of):
    assert len(json_ld_of) > 300
    assert {data["@context"] for data in json_ld_of.values()} == {"https://schema.org"}
    ids = [urljoin(page_url(path), data["@id"]) for path, data in json_ld_of.items()]
    assert len(set(ids)) == len(ids)


def test_only_terms_of_schema_org_are_used(json_ld_of):
    found = [node for data in json_ld_of.values() for node in nodes(data)]
    types = [node.get("@type", []) for node in found]
    terms = {name for node in found for name in node}
    terms |= {term for type in types for term in ([type] if isinstance(type, str) else type)}
    assert {"WebPage", "Claim"} <= terms
    assert {term for term in terms if not term.startswith("@")} - set(SDO.__annotations__) == set()


def test_whatever_a_page_links_to_is_described_at_that_address(json_ld_of, real):
    found = [
        (urljoin(page_url(path), node["@id"]), len(node) == 1)
        for path, data in json_ld_of.items()
        for node in nodes(data)
        if "@id" in node
    ]
    linked, described = ({id for id, is_link in found if is_link == kind} for kind in (True, False))
    passages = {
        f"{page_url(text_page_path(citation.passage.source))}#{passage_anchor(citation.span)}"
        for record in real.graph.visible
        for citation in page_evidence(real.graph, record)
    }
    assert {id.removeprefix(SITE_URL) for id in linked - described} == passages


def test_a_records_page_describes_its_subject_in_short(json_ld_of, real):
    for record in real.graph.visible:
        page = json_ld_of[f"{record.plural}/{record.id}.md"]
        assert 10 < len(page["mainEntity"]["description"]) <= MAX_DESCRIPTION
        assert not any("text" in claim for claim in page.get("hasPart", ()))


def test_the_home_page_is_a_site_and_the_data_page_a_data_set(json_ld_of, real_outputs):
    assert json_ld_of["index.md"]["@type"] == "WebSite"
    dataset = json_ld_of["data.md"]["mainEntity"]
    files = {file["contentUrl"].removeprefix(SITE_URL) for file in dataset["distribution"]}
    assert dataset["@type"] == "Dataset"
    assert files and files <= set(real_outputs)
    assert "text/plain" not in {file["encodingFormat"] for file in dataset["distribution"]}


def test_a_records_page_links_to_its_passages(json_ld_of, real):
    record = real.graph.dossier.numbers[0]
    cited = [link["@id"] for link in json_ld_of[f"numbers/{record.id}.md"]["citation"]]
    assert len(cited) == len(real.graph.citations_of(record)) > 0
    assert all(f"texts/{real.graph.citations_of(record)[0].passage.source}.html#p-" in address for address in cited)


def test_each_statement_is_a_claim_on_its_page(json_ld_of, real):
    for item in (real.graph.dossier.settings, *real.graph.visible):
        claims, page = json_ld_of[item_page_path(item)].get("hasPart", []), page_url(item_page_path(item))
        expected = [f"{page}#{entry.anchor}" for entry in real.graph.statements_of(item)]
        assert [urljoin(page, claim["@id"]).removeprefix(SITE_URL) for claim in claims] == expected
        assert all(claim["@type"] == "Claim" and claim.keys() & {"author", "appearance"} for claim in claims)


def test_no_page_claims_to_review_a_claim(json_ld_of):
    types = {str(node.get("@type")) for data in json_ld_of.values() for node in nodes(data)}
    assert {"Answer", "Claim"} <= types
    assert not [type for type in types if "Review" in type or "Rating" in type]


def test_an_imprecise_date_or_place_is_described_as_such(json_ld_of, real):
    for record in real.graph.visible:
        entity = json_ld_of[f"{record.plural}/{record.id}.md"]["mainEntity"]
        if record.main_date and not iso_date(record.main_date):
            assert format_edtf(record.main_date) in entity["disambiguatingDescription"]
            assert not {"dateCreated", "datePublished"} & entity.keys()
            assert record.main_date.is_interval or "startDate" not in entity
        if isinstance(record, Place):
            assert record.precision in entity["additionalProperty"]["value"]
            assert "geo" not in entity or record.precision in entity["geo"]["description"]


@pytest.mark.parametrize("field", Head._fields[:7])
def test_a_tag_contains_a_hostile_text_literally(field):
    tags = []

    class TagParser(HTMLParser):
        def handle_starttag(self, tag, attributes):
            tags.append((tag, dict(attributes)))

    addresses = "../data/changes.atom", "../assets/interface.js", "https://example.org/"
    head = Head("title", "description", "site", "en_US", *addresses)
    TagParser().feed(head._replace(**{field: HOSTILE}).tags())
    assert {tag for tag, _ in tags} == {"meta", "link", "script"}
    assert HOSTILE in [next(filter(None, map(attributes.get, ("content", "href", "src")))) for _, attributes in tags]


def test_json_ld_cannot_end_its_element(base, write):
    file = "content/sources/wire-report.yml"
    text = (base / file).read_text("utf-8").splitlines()
    lines = [f"title: {json.dumps(HOSTILE)}" if line.startswith("title:") else line for line in text]
    graph = check_dossier(write(file, "\n".join(lines))).graph
    data = json_ld(graph).for_page("sources/wire-report.md")
    assert not set("<>&") & set(data) and data.isascii()
    assert json.loads(data)["name"] == HOSTILE


@pytest.mark.parametrize(("html", "words"), SENTENCES)
def test_a_page_without_a_description_is_described_by_its_first_paragraph(html, words):
    assert first_words(html) == words


def test_a_description_is_cut_between_words():
    assert truncate("one  two\nthree", 9) == "one two…"
    assert truncate("one two", 7) == "one two"


def test_a_record_is_described_by_its_summary(real, real_outputs):
    for record in real.graph.visible:
        line = real_outputs[f"{record.plural}/{record.id}.md"].split("\n")[2]
        description = unescape(line.removeprefix('description: "').removesuffix('"'))
        assert line.startswith("description: ") and 20 < len(description) <= MAX_DESCRIPTION


@pytest.mark.parametrize(
    ("language", "locale"),
    [("en", "en_US"), ("en-GB", "en_GB"), ("pt-BR", "pt_BR"), ("es", "es_ES"), ("xx", ""), ("en-x1y2z3", "")],
)
def test_a_language_is_named_with_its_territory(language, locale):
    assert locale_of(language) == locale
