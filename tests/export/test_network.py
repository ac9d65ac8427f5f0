"""data/network.gexf and data/network.graphml, read by networkx: all actors and relations.

networkx reads GEXF up to 1.2, whose elements have the same names as in 1.3: only the namespace is replaced for it.
"""

import re
from datetime import date
from io import BytesIO
from xml.etree import ElementTree

import networkx
import pytest
from dossier.export import gexf, graphml
from dossier.model.publish_context import PublishContext

from tests.export.helpers import EXAMPLE_ADDRESS, export_one
from tests.helpers import nonempty

READERS = {
    graphml: lambda text: networkx.read_graphml(BytesIO(text.encode())),
    gexf: lambda text: networkx.read_gexf(BytesIO(as_gexf_1_2(text).encode())),
}
HOSTED = PublishContext(date(2019, 2, 12), EXAMPLE_ADDRESS)
GEXF = f"{{{gexf.NAMESPACE}}}"
BRANDT = "content/actors/rolf-brandt.yml"


def as_gexf_1_2(text):
    return text.replace('"http://gexf.net/1.3', '"http://www.gexf.net/1.2draft')


@pytest.fixture(scope="module")
def actors(real):
    return nonempty(real.graph.dossier.actors)


@pytest.fixture(scope="module", params=READERS, ids=lambda module: module.PATH)
def network(request, real):
    return READERS[request.param](export_one(request.param, real.graph, HOSTED))


@pytest.fixture(scope="module")
def gexf_root(real):
    return ElementTree.fromstring(export_one(gexf, real.graph, HOSTED))


def edges_of(network):
    """Return the edges as (source, target, key, attributes)."""
    return nonempty(network.edges(data=True, keys=True))


def test_every_actor_is_a_node_with_its_fields(real, actors, network):
    sides = {side.id: side.name for side in real.graph.dossier.settings.sides}
    assert set(network.nodes) == {actor.id for actor in actors}
    for actor in actors:
        node = network.nodes[actor.id]
        assert (node["label"], node["kind"], node["unnamed"]) == (actor.name, actor.kind, actor.unnamed)
        assert node.get("side") == sides.get(actor.side)
        assert node.get("aliases", "") == "; ".join(actor.aliases)
        assert node.get("roles", "") == "; ".join(role.title for role in actor.roles)
        assert node["page"] == f"{EXAMPLE_ADDRESS}actors/{actor.id}.html"


def test_every_relation_is_a_directed_edge_of_its_type(actors, network):
    expected = {
        (actor.id, relation.to, f"{actor.id}.relations.{index}", relation.type)
        for actor in actors
        for index, relation in enumerate(actor.relations)
    }
    assert network.is_directed()
    assert {(source, target, key, data["relation"]) for source, target, key, data in edges_of(network)} == expected


def test_every_edge_has_its_passages_and_their_sources(real, network):
    expected = {}
    for citation in nonempty(citation for citation in real.graph.citations if citation.path[0] == "relations"):
        words = " ".join(real.graph.passage_text(citation).split())
        key = f"{citation.record.id}.relations.{citation.path[1]}"
        expected.setdefault(key, []).append(f"{citation.passage.source}: {words}")
    assert {key: data["passages"].splitlines() for *_, key, data in edges_of(network)} == expected
    for *_, data in edges_of(network):
        sources = {line.split(": ")[0] for line in data["passages"].splitlines()}
        assert set(data["documents"].split("; ")) == sources


def test_gexf_has_the_structure_of_version_1_3(gexf_root):
    assert (gexf_root.tag, gexf_root.get("version")) == (f"{GEXF}gexf", "1.3")
    assert [child.tag for child in gexf_root] == [f"{GEXF}meta", f"{GEXF}graph"]
    graph = gexf_root[1]
    names = ("attributes", "attributes", "nodes", "edges")
    assert [child.tag for child in graph] == [f"{GEXF}{name}" for name in names]
    assert {node.tag for node in graph[2]} | {edge.tag for edge in graph[3]} == {f"{GEXF}node", f"{GEXF}edge"}
    assert all(edge.get("kind") == edge.find(".//*[@for='relation']").get("value") for edge in nonempty(graph[3]))


def test_gexf_declares_the_attributes_that_it_uses(gexf_root):
    declared = {
        (attributes.get("class"), attribute.get("id"))
        for attributes in gexf_root.iter(f"{GEXF}attributes")
        for attribute in attributes
    }
    used = {
        (name, value.get("for"))
        for name in ("node", "edge")
        for element in gexf_root.iter(f"{GEXF}{name}")
        for value in element.iter(f"{GEXF}attvalue")
    }
    unused = {("node", "country"), ("node", "same_as")}  # The first dossier has neither: test_identifiers.py does.
    assert used == declared - unused


def test_gexf_shows_an_actor_in_the_colour_of_its_side(real, gexf_root):
    colours = {side.id: side.colour for side in real.graph.dossier.settings.sides}
    for node in nonempty(gexf_root.iter(f"{GEXF}node")):
        element = node.find("{http://gexf.net/1.3/viz}color")
        side = real.graph.dossier.by_key[f"actor:{node.get('id')}"].side
        channels = [int(element.get(channel)) for channel in "rgb"] if element is not None else None
        assert channels == (list(bytes.fromhex(colours[side][1:])) if side else None)


def test_gexf_has_no_date_but_the_day_of_publication(real):
    assert re.findall('lastmodifieddate="(.*?)"', export_one(gexf, real.graph, HOSTED)) == ["2019-02-12"]
    assert "lastmodifieddate" not in export_one(gexf, real.graph)


@pytest.mark.parametrize("module", READERS, ids=lambda module: module.PATH)
def test_markup_in_a_name_is_escaped(module, graph_with):
    graph = graph_with(BRANDT, "name: Rolf Brandt", 'name: "<b>&amp;\\"Rolf\\uFFFE"')
    network = READERS[module](export_one(module, graph))
    assert network.nodes["rolf-brandt"]["label"] == '<b>&amp;"Rolf�'


@pytest.mark.parametrize("module", READERS, ids=lambda module: module.PATH)
def test_a_draft_is_left_out(module, graph_with):
    graph = graph_with(BRANDT, "review: published", "review: draft")
    network = READERS[module](export_one(module, graph))
    assert set(network.nodes) == {"eva-holm", "nils-aker", "port-officials"}
    assert set(network.edges()) == {("eva-holm", "nils-aker")}


def test_a_relation_has_the_days_on_which_its_sources_were_published(real, gexf_root):
    edges = {edge.get("id"): edge for edge in gexf_root.iter(f"{GEXF}edge")}
    dates = {source.id: source.published.date for source in real.graph.dossier.sources if source.published}
    known = {id: (str(day.earliest), str(day.latest)) for id, day in dates.items() if day.earliest and day.latest}
    for actor in real.graph.dossier.actors:
        for index, relation in enumerate(actor.relations):
            sources = {passage.source for passage in relation.passages}
            days = {known[source] for source in sources & {*known}}
            spells = edges[f"{actor.id}.relations.{index}"].iter(f"{GEXF}spell")
            assert {(spell.get("start"), spell.get("end")) for spell in spells} == days


def test_networkx_reads_the_days(real):
    network = READERS[gexf](export_one(gexf, real.graph, HOSTED))
    assert network.graph["mode"] == "dynamic"
    assert ("2019-01-27", "2019-01-27") in {
        spell for _, _, edge in network.edges(data=True) for spell in edge.get("spells", ())
    }
