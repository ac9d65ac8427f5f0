"""Pipelines of FollowTheMoney over two dossiers: their entities in one stream, and the same actor found in both."""

import json
import os
import shutil
import subprocess

import pytest
from dossier.export import ftm
from dossier.pipeline import check_dossier

from tests.conftest import BASE
from tests.export.helpers import export_one
from tests.export.test_ftm import COMMANDS
from tests.helpers import nonempty

NEWEST = "`make newest-ftm` installs it; it needs a compiler and ICU's headers"
NOMENKLATURA = COMMANDS["newest"].with_name("nomenklatura")
"""The program of the makers of FollowTheMoney that finds and merges the same entities."""


@pytest.fixture(scope="module")
def streams(tmp_path_factory):
    """The entities of two dossiers that differ in their titles, and have one actor with an identifier in common."""
    streams = []
    for title in ("The walk-out at Port Brenn", "The strike at Port Brenn"):
        root = shutil.copytree(BASE, tmp_path_factory.mktemp("dossier") / "dossier")
        settings = root / "content/dossier.yml"
        settings.write_text(settings.read_text("utf-8").replace("The walk-out at Port Brenn", title), "utf-8")
        with (root / "content/actors/eva-holm.yml").open("a", encoding="utf-8") as file:
            file.write("same_as: [wikidata:Q42]\n")
        content = export_one(ftm, check_dossier(root).graph)
        streams.append(content if isinstance(content, str) else content.decode("utf-8"))
    return streams


def entities_in(text):
    """Return the entities of a stream by id, with the values of each property as a set."""
    entities = nonempty(json.loads(line) for line in text.splitlines())
    return {
        entity["id"]: (entity["schema"], {name: set(values) for name, values in entity["properties"].items()})
        for entity in entities
    }


def run(program, *arguments, cwd):
    environment = os.environ | {"NOMENKLATURA_DB_URL": f"sqlite:///{cwd}/resolver.db"}
    subprocess.run([str(program), *arguments], cwd=cwd, env=environment, check=True, capture_output=True)


@pytest.mark.parametrize("release", COMMANDS)
@pytest.mark.parametrize("subcommand", ["aggregate", "sorted-aggregate"])
def test_two_dossiers_are_one_stream_in_which_nothing_is_lost_or_mixed(streams, tmp_path, release, subcommand):
    if not COMMANDS[release].exists():
        pytest.skip(NEWEST)
    first, second = streams
    lines = [*first.splitlines(), *second.splitlines(), *first.splitlines()]
    (tmp_path / "all.json").write_text("\n".join(sorted(lines)) + "\n", "utf-8")
    run(COMMANDS[release], subcommand, "-i", "all.json", "-o", "merged.json", cwd=tmp_path)
    merged = (tmp_path / "merged.json").read_text("utf-8")
    assert len(merged.splitlines()) == len(first.splitlines()) + len(second.splitlines())
    assert entities_in(merged) == entities_in(first) | entities_in(second)


@pytest.mark.skipif(not NOMENKLATURA.exists(), reason=NEWEST)
def test_an_actor_with_the_same_identifier_is_found_in_both_and_merged(streams, tmp_path):
    (tmp_path / "all.json").write_text("".join(streams), "utf-8")
    run(NOMENKLATURA, "xref", "--auto-threshold", "0.95", "all.json", cwd=tmp_path)
    run(NOMENKLATURA, "apply", "all.json", "-o", "applied.json", cwd=tmp_path)
    run(NOMENKLATURA, "make-sortable", "applied.json", "-o", "sortable.txt", cwd=tmp_path)
    lines = (tmp_path / "sortable.txt").read_text("utf-8").splitlines()
    (tmp_path / "sorted.txt").write_text("\n".join(sorted(lines)) + "\n", "utf-8")
    run(NOMENKLATURA, "sorted-aggregate", "-i", "sorted.txt", "-o", "merged.json", cwd=tmp_path)
    merged = [json.loads(line) for line in (tmp_path / "merged.json").read_text("utf-8").splitlines()]
    before = [entities_in(stream) for stream in streams]
    same = [id for entities in before for id, (_, values) in entities.items() if values.get("wikidataId") == {"Q42"}]
    [actor] = [entity for entity in merged if entity["properties"].get("wikidataId") == ["Q42"]]
    assert len(merged) == sum(map(len, before)) - 1
    assert (len(same), {entity["id"] for entity in merged}.isdisjoint(same)) == (2, True)
    participants = [id for entity in merged for id in entity["properties"].get("involved", ())]
    assert participants.count(actor["id"]) == 2
