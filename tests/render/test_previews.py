"""The data of previews of links to records: every record has one, whose words and counts are those of the graph."""

import json
import re

import pytest
from dossier.render.cards import describe_counts
from dossier.render.previews import MAX_SENTENCE, SCRIPTS, first_sentence, kind_name, script_number

MAX_BYTES = 40_000


@pytest.fixture(scope="module")
def previews(real_outputs):
    """The previews of every script of the real dossier, by number."""
    scripts = {path: text for path, text in real_outputs.items() if path.startswith("data/previews/")}
    found = {}
    for path, script in scripts.items():
        match = re.fullmatch(r"Object\.assign\(dossierPreviews, (.+)\);\n", script)
        found[int(path.removeprefix("data/previews/").removesuffix(".js"))] = json.loads(match[1])
    assert found
    return found


def test_every_record_has_its_words_and_counts_in_the_script_of_its_number(previews, real):
    for record in real.graph.visible:
        kind, title, sentence, counts = previews[script_number(record)][f"{record.plural}/{record.id}"]
        corroboration = real.graph.corroboration_of(record)
        assert (kind, title) == (kind_name(record), record.list_label)
        assert counts == (describe_counts(corroboration) if corroboration.sources else "")
        assert real.graph.plain_text(record.summary).startswith(sentence.removesuffix("…").rstrip())
    assert sum(map(len, previews.values())) == len(real.graph.visible)


def test_the_scripts_are_small(previews, real_outputs):
    assert max(previews) < SCRIPTS
    assert max(len(real_outputs[f"data/previews/{number}.js"].encode()) for number in previews) < MAX_BYTES


def test_a_preview_has_the_first_sentence_of_the_summary(base_graph):
    sentences = {record.key: first_sentence(base_graph, record) for record in base_graph.visible}
    assert sentences["number:gone-567"] == "567 had gone."
    assert max(map(len, sentences.values())) <= MAX_SENTENCE


def test_kinds_are_called_as_readers_call_them(base_graph):
    names = {record.singular: kind_name(record) for record in base_graph.visible}
    assert (names["number"], names["quote"], names["source"]) == ("figure", "quotation", "source")
    assert kind_name(base_graph.dossier.by_key["actor:port-officials"]) == "group"


def test_a_preview_cannot_end_its_script_element(base, write, render):
    actor = base / "content/actors/port-officials.yml"
    write("content/actors/port-officials.yml", actor.read_text("utf-8").replace("name: ", "name: </script>", 1))
    scripts = "".join(output.content for path, output in render().items() if path.startswith("data/previews/"))
    assert "<\\/script>" in scripts and "</script>" not in scripts
