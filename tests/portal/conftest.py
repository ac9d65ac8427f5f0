"""Three small dossiers with their sites, built once, and the portal over them."""

import shutil
from collections import namedtuple
from pathlib import Path

import pytest
from dossier.cli import main
from dossier.editor.scaffold import create_dossier

from tests.build.conftest import replace
from tests.site.conftest import build, once

TESTS = Path(__file__).parents[1]
NAMES = ("port-brenn", "lindholm-ferry", "punta-lanza")
WIKIDATA, ORCID, VIAF = "wikidata:Q42", "orcid:0000-0002-1825-0097", "viaf:113230702"

Portal = namedtuple("Portal", "folder dossiers")


def append(file, text):
    file.write_text(file.read_text("utf-8") + text, "utf-8")


def make_dossiers(folder):
    """Build the three: Eva Holm and Ines Falk are one by Wikidata, Ines Falk and Marta Ríos by ORCID."""
    brenn, ferry, lanza = (folder / name for name in NAMES)
    shutil.copytree(TESTS / "check/base", brenn)
    shutil.copytree(TESTS / "spanish", lanza)
    create_dossier(ferry)
    shutil.copy(ferry / "mkdocs.yml", brenn)
    append(brenn / "content/actors/eva-holm.yml", f"same_as: [{WIKIDATA}]\n")
    append(brenn / "content/actors/rolf-brandt.yml", f"same_as: [{VIAF}]\n")
    append(ferry / "content/actors/ines-falk.yml", f"same_as: [{WIKIDATA}, {ORCID}]\n")
    for dossier in (brenn, lanza):  # The third has its name from `dossier init`.
        append(dossier / "content/dossier.yml", f"name: {dossier.name}\n")
    replace(ferry / "mkdocs.yml", "\nextra:\n", "\nextra:\n  portal_url: ../../index.html\n")
    for dossier in (brenn, ferry, lanza):
        build(dossier)


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The folder of the three dossiers; never to be changed."""
    return once(tmp_path_factory, "portal-dossiers", make_dossiers)


@pytest.fixture(scope="session")
def portal(built, tmp_path_factory):
    """The portal of the three, in a folder whose name must be percent-encoded."""
    folder = tmp_path_factory.mktemp("portals") / "Dossiers d'été #1 100%"
    dossiers = [built / NAMES[0], built / NAMES[1] / "site", built / NAMES[2]]
    assert main(["portal", *map(str, dossiers), "--to", str(folder), "--title", "Our <dossiers>"]) == 0
    return Portal(folder, dossiers)
