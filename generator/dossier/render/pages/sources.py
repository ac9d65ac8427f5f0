"""The sources: those that we read, with how much of the dossier is based on each, and those known second-hand."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from dossier.graph import Graph
from dossier.model.kinds.source import Source
from dossier.render.provenance_figure import whole_provenance
from dossier.text.interface import gettext as _


class SourceShare(NamedTuple):
    """A source that we read, and how many statements are based on it, of all with evidence."""

    source: Source
    statements: int
    of_all: int

    @property
    def percentage(self) -> float:
        """The share of all statements with evidence."""
        return 100 * self.statements / max(self.of_all, 1)

    @property
    def rounded(self) -> str:
        """The percentage as readers see it: what is not nothing, and not everything, does not look so."""
        if 0 < self.percentage < 1:
            return _("under %(percentage)s", percentage=1)
        return _("over %(percentage)s", percentage=99) if 99 < self.percentage < 100 else f"{self.percentage:.0f}"


def sources_read(graph: Graph) -> list[Source]:
    """Return the sources whose texts we have read."""
    return [source for source in graph.visible_of(Source) if source.has_text]


def sources_second_hand(graph: Graph) -> list[Source]:
    """Return the sources that we know only because others cite them."""
    return [source for source in graph.visible_of(Source) if not source.has_text]


def source_shares(graph: Graph) -> list[SourceShare]:
    """Return each source that we read with its share of the statements that have evidence, the largest first."""
    counts: Counter[str] = Counter()
    based = [statement for statement in graph.statements if statement.citations]
    for statement in based:
        counts.update({citation.passage.source for citation in statement.citations})
    shares = [SourceShare(source, counts[source.id], len(based)) for source in sources_read(graph)]
    return sorted(shares, key=lambda share: -share.statements)


def sources_context(graph: Graph) -> Mapping[str, Any]:
    """Return the context of the index of sources."""
    return {
        "provenance": whole_provenance(graph),
        "shares": source_shares(graph),
        "second_hand": sources_second_hand(graph),
    }
