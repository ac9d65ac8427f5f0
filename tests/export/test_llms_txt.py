"""llms.txt: a title, a summary and sections of links, as llmstxt.org proposes."""

import re
from urllib.parse import urljoin

import pytest
from dossier.export import llms_txt
from dossier.export.llms_txt import MAX_LINKS
from dossier.model.publish_context import PublishContext
from dossier.pipeline import check_dossier

from tests.export.helpers import EXAMPLE_ADDRESS, export_one
from tests.helpers import nonempty

LINK = re.compile(r"- \[((?:[^\[\]\\]|\\.)+)\]\((\S+)\)(?:: (.+))?")


def sections(text):
    """Return the links of each section by its heading: name, address and note; all other lines are an error."""
    found = {}
    for block in text.split("\n## ")[1:]:
        heading, _, body = block.partition("\n")
        found[heading] = [LINK.fullmatch(line).groups() for line in body.splitlines() if line]
    return found


def test_it_has_the_parts_of_the_proposal_in_their_order(real_outputs):
    text = real_outputs[llms_txt.PATH]
    title, blank, summary, *_ = text.splitlines()
    assert (title, blank) == ("# Venezuelan military defections, early 2019", "")
    assert summary.startswith("> In early 2019 ")
    assert [*sections(text)] == ["Full data", "Pages", "Disagreements", "Sources", "Optional"]
    assert all(0 < len(links) <= MAX_LINKS for links in sections(text).values())
    assert "[[" not in text and "[^" not in text


def test_every_address_is_a_file_of_the_site(real_outputs):
    names = {re.sub(r"\.md$", ".html", path) for path in real_outputs}
    links = [link for links in sections(real_outputs[llms_txt.PATH]).values() for link in links]
    assert {address for _, address, _ in nonempty(links)} <= names


def test_addresses_are_absolute_if_that_of_the_site_is_known(small):
    text = export_one(llms_txt, small, PublishContext(site_url=EXAMPLE_ADDRESS))
    here = {address for links in sections(export_one(llms_txt, small)).values() for _, address, _ in links}
    there = {address for links in sections(text).values() for _, address, _ in links}
    assert {urljoin(EXAMPLE_ADDRESS, address) for address in here} == there


def test_a_disagreement_has_its_answers_and_a_source_its_kind_and_date(small):
    found = sections(export_one(llms_txt, small))
    assert found["Disagreements"] == [
        ("How many dockers left?", "disagreements/how-many.html", "More than 500. / 567, no less.")
    ]
    notes = {name: note for name, _, note in found["Sources"]}
    assert notes["Dockers walk out at Port Brenn"] == "news, 27 January 2019"


def test_names_with_markup_are_escaped(graph_with):
    graph = graph_with("content/disagreements/how-many.yml", "How many dockers left?", "How [many](x) *left*?")
    assert r"- [How \[many\](x) \*left\*?](disagreements/how-many.html)" in export_one(llms_txt, graph)


def test_notes_with_markup_are_escaped(graph_with):
    graph = graph_with("content/disagreements/how-many.yml", "567, no less.", "567, *no* <less>.")
    text = export_one(llms_txt, graph)
    assert r"More than 500. / 567, no \<less\>." in text
    assert "(`markup`)" in text


def test_a_section_that_is_cut_ends_in_the_list_of_all(small, monkeypatch):
    sources = sections(export_one(llms_txt, small))["Sources"]
    monkeypatch.setattr(llms_txt, "MAX_LINKS", len(sources) - 1)
    cut = sections(export_one(llms_txt, small))
    assert cut["Sources"] == [*sources[:-2], ("Sources", "sources/index.html", "2 more")]
    assert len(cut["Disagreements"]) == 1


@pytest.mark.parametrize("language", ["es"])
def test_it_is_in_the_language_of_the_dossier(base, write, language):
    from dossier.pipeline import render_exports

    text = (base / "content/dossier.yml").read_text("utf-8")
    root = write("content/dossier.yml", text.replace("language: en", f"language: {language}"))
    files = {output.path: output for output in render_exports(check_dossier(root).graph)}
    assert "## Discrepancias" in files[llms_txt.PATH].content
