"""The tables of all passages, and of the links of their chains."""

from collections.abc import Iterable, Iterator

from dossier.export.columns import layout
from dossier.export.keys import ORDINAL, RECORD, foreign_of
from dossier.export.table import Cell, Column, Foreign, Table
from dossier.link import Graph
from dossier.model.citation import Citation
from dossier.model.passage import Passage


def passage_tables(graph: Graph) -> Iterator[Table]:
    """Every passage with where it stands, in the order of records; then the links."""
    given = layout(Passage, ("source", "exact", "prefix", "suffix"))
    columns = (
        Column("id", "integer", "Its number in this table, from 1.", True),
        RECORD,
        Column("path", "string", "The way to it within the record: `passages.0`, or `roles.1.passages.0`.", True),
        *given.columns,
        Column("file", "string", "The file in `seeds/` that the words stand in.", True),
        Column("start", "integer", "The first code point of the words in the file's text.", True),
        Column("end", "integer", "The code point after the last one.", True),
    )
    cited = list(enumerate((one for record in graph.shown for one in graph.citations_of(record)), 1))
    rows = [
        (number, one.record.key, ".".join(map(str, one.path)), *_words(graph, one), *one.span) for number, one in cited
    ]
    foreign = (Foreign(("record",), "records", ("key",)), *foreign_of(given.references))
    yield Table("passages", "every passage, where it stands", columns, ("id",), foreign, rows)
    chained = ((number, at, link) for number, one in cited for at, link in enumerate(one.passage.via))
    yield _via(graph, chained)


def _words(graph: Graph, citation: Citation) -> tuple[Cell, ...]:
    passage = citation.passage
    return passage.source, graph.words_of(citation), passage.prefix, passage.suffix


def _via(graph: Graph, chained: Iterable[tuple[int, int, str]]) -> Table:
    """The links of the chains. One may be a source or an actor, or `unidentified`: no record."""
    columns = (
        Column("passage", "integer", "The passage.", True),
        ORDINAL,
        Column("via", "string", "The link, as its passage names it.", True),
        RECORD._replace(says="The source or actor it is; none where it is `unidentified`.", required=False),
    )
    keys = ((number, at, link, graph.link_key(link)) for number, at, link in chained)
    rows = [(number, at, link, key if key in graph.shown_keys else None) for number, at, link, key in keys]
    foreign = (Foreign(("passage",), "passages", ("id",)), Foreign(("record",), "records", ("key",)))
    says = "the links of each passage's chain, from the document held back to who said it"
    return Table("passage_via", says, columns, ("passage", "ordinal"), foreign, rows)
