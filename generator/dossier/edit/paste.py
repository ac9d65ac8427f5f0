"""Passages as YAML, ready to be pasted under `passages:`."""

from collections.abc import Sequence

from dossier.edit.locate import Located, Near
from dossier.edit.nodes import Block, Item, Plain, node_of
from dossier.edit.write import lines_of
from dossier.match.evidence import READER_COMMENTS
from dossier.model.dossier import Dossier
from dossier.model.passage import Passage

INDENT = 2


def plain_passage(passage: Passage) -> Plain:
    """A passage as its YAML says it."""
    return {key: value for key, value in passage.model_dump(exclude_defaults=True).items() if value}


def pasted(found: Sequence[Located | Near], dossier: Dossier) -> str:
    """Each passage under a comment that tells where it stands, and how it differs from what was looked for."""
    items = tuple(_item(one, dossier) for one in found)
    return "".join(f"{line}\n" for line in lines_of(Block(items, keyed=False), INDENT))


def not_found(near: Sequence[Near]) -> str:
    """That words stand in no text, and whether some like them do."""
    return f"these words stand in no text{'; the nearest:' if near else ', nor any like them'}\n"


def _item(one: Located | Near, dossier: Dossier) -> Item:
    located = one.located if isinstance(one, Near) else one
    said = [f"# {located.at(dossier)}"]
    if isinstance(one, Near):
        said.append(f"# {' '.join(one.difference.split())}")
    if located.region:
        said.append(f"# in {located.region.kind}: {_who_may(located.region.kind)}")
    return Item(node_of(plain_passage(located.passage)), above=tuple(said))


def _who_may(kind: str) -> str:
    return "only a record of a reader comment may cite it" if kind in READER_COMMENTS else "no record may cite it"
