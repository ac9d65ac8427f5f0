"""data/network.gexf and data/network.graphml, read by networkx: the actors and relations that went in.

networkx reads GEXF up to 1.2, which names its elements as 1.3 does: the namespace is put for the other, nothing else.
"""

import re
from datetime import date
from io import BytesIO
from xml.etree import ElementTree

import networkx
import pytest
from dossier.export import gexf, graphml
from dossier.model.publish_context import NO_CONTEXT, PublishContext
from dossier.pipeline import check_dossier

READERS = {
    graphml: lambda text: networkx.read_graphml(BytesIO(text.encode())),
    gexf: lambda text: networkx.read_gexf(BytesIO(as_older(text).encode())),
}
EDITION = PublishContext(date(2019, 2, 12), "https://example.org/")
GEXF = f"{{{gexf.NAMESPACE}}}"


def as_older(text):
    return text.replace('"http://gexf.net/1.3', '"http://www.gexf.net/1.2draft')


def made(module, graph, publication=NO_CONTEXT):
    [output] = module.export(graph, publication)
    return output.content


@pytest.fixture(scope="module", params=READERS, ids=lambda module: module.PATH)
def network(request, real):
    return READERS[request.param](made(request.param, real.graph, EDITION))


@pytest.fixture(scope="module")
def root(real):
    return ElementTree.fromstring(made(gexf, real.graph, EDITION))


def given(value):
    return value if value else None


def test_every_actor_is_a_node_with_what_is_told_of_it(real, network):
    sides = {side.id: side.name for side in real.graph.dossier.settings.sides}
    assert set(network.nodes) == {actor.id for actor in real.graph.dossier.actors}
    for actor in real.graph.dossier.actors:
        node = network.nodes[actor.id]
        assert (node["label"], node["kind"], node["unnamed"]) == (actor.name, actor.kind, actor.unnamed)
        assert node.get("side") == given(sides.get(actor.side))
        assert node.get("aliases") == given("; ".join(actor.aliases))
        assert node.get("roles") == given("; ".join(role.title for role in actor.roles))
        assert node["page"] == f"https://example.org/actors/{actor.id}.html"


def test_every_relation_is_an_edge_of_its_direction_and_kind(real, network):
    told = {
        (actor.id, one.to, f"{actor.id}.relations.{at}", one.type)
        for actor in real.graph.dossier.actors
        for at, one in enumerate(actor.relations)
    }
    assert network.is_directed()
    read = {(one, other, key, data["relation"]) for one, other, key, data in network.edges(data=True, keys=True)}
    assert read == told


def test_every_edge_has_its_passages(real, network):
    lines = {key: data["passages"].splitlines() for *_, key, data in network.edges(data=True, keys=True)}
    cited = [one for one in real.graph.citations if one.path[0] == "relations"]
    told = {}
    for one in cited:
        words = " ".join(real.graph.passage_text(one).split())
        told.setdefault(f"{one.record.id}.relations.{one.path[1]}", []).append(f"{one.passage.source}: {words}")
    assert lines == told
    assert sum(map(len, lines.values())) == len(cited) > 100


def test_every_edge_names_its_documents(network):
    for *_, data in network.edges(data=True):
        assert set(data["documents"].split("; ")) == {line.split(": ")[0] for line in data["passages"].splitlines()}


def test_gexf_is_of_version_1_3(root):
    assert (root.tag, root.get("version")) == (f"{GEXF}gexf", "1.3")
    assert [child.tag for child in root] == [f"{GEXF}meta", f"{GEXF}graph"]
    graph = root[1]
    assert [child.tag for child in graph] == [
        f"{GEXF}{name}" for name in ("attributes", "attributes", "nodes", "edges")
    ]
    assert {node.tag for node in graph[2]} | {edge.tag for edge in graph[3]} == {f"{GEXF}node", f"{GEXF}edge"}
    assert all(edge.get("kind") == edge.find(".//*[@for='relation']").get("value") for edge in graph[3])


def test_gexf_declares_each_attribute_it_gives(root):
    declared = {(one.get("class"), attribute.get("id")) for one in root.iter(f"{GEXF}attributes") for attribute in one}
    given = {
        (name, value.get("for"))
        for name in ("node", "edge")
        for element in root.iter(f"{GEXF}{name}")
        for value in element.iter(f"{GEXF}attvalue")
    }
    assert given == declared


def test_gexf_shows_an_actor_in_the_colour_of_its_side(real, root):
    colours = {side.id: side.colour for side in real.graph.dossier.settings.sides}
    for node in root.iter(f"{GEXF}node"):
        colour = node.find("{http://gexf.net/1.3/viz}color")
        side = real.graph.dossier.by_key[f"actor:{node.get('id')}"].side
        told = colour is not None and "#" + "".join(f"{int(colour.get(channel)):02x}" for channel in "rgb")
        assert told == colours.get(side, False)


def test_gexf_has_the_day_of_the_edition_and_no_other(real):
    assert re.findall('lastmodifieddate="(.*?)"', made(gexf, real.graph, EDITION)) == ["2019-02-12"]
    assert "lastmodifieddate" not in made(gexf, real.graph)


@pytest.mark.parametrize("module", READERS, ids=lambda module: module.PATH)
def test_hostile_words_are_words(module, base, write):
    name = "content/actors/rolf-brandt.yml"
    hostile = 'name: "<b>&amp;\\"Rolf\\uFFFE"'
    text = (base / name).read_text("utf-8").replace("name: Rolf Brandt", hostile)
    network = READERS[module](made(module, check_dossier(write(name, text)).graph))
    assert network.nodes["rolf-brandt"]["label"] == '<b>&amp;"Rolf�'


@pytest.mark.parametrize("module", READERS, ids=lambda module: module.PATH)
def test_a_draft_is_left_out(module, base, write):
    name = "content/actors/rolf-brandt.yml"
    text = (base / name).read_text("utf-8").replace("review: published", "review: draft")
    network = READERS[module](made(module, check_dossier(write(name, text)).graph))
    assert set(network.nodes) == {"eva-holm", "nils-aker", "port-officials"}
    assert len(network.edges) == 0
