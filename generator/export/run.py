"""All data files, made from one graph."""

from collections.abc import Iterator
from typing import Protocol, cast

from generator.export import annotations, dossier_json
from generator.link import Graph
from generator.model.output import Output
from generator.model.texts import ExportText


class Export(Protocol):
    """A module of this room: where its file stands, what it says of it, and how it is made."""

    PATH: str
    SAYS: str

    def export(self, graph: Graph) -> str:
        """The file's text."""
        ...


EXPORTS: tuple[Export, ...] = cast(tuple[Export, ...], (dossier_json, annotations))
EXPORT_TEXTS: tuple[ExportText, ...] = tuple(ExportText(one.PATH, one.SAYS) for one in EXPORTS)


def export(graph: Graph) -> Iterator[Output]:
    """Every data file, one after the other."""
    return (Output(one.PATH, one.export(graph)) for one in EXPORTS)
