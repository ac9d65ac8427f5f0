"""The tables of all passages, and of the links of their chains."""

from collections.abc import Iterable, Iterator

from generator.export.columns import layout
from generator.export.keys import ORDINAL, PLURALS, RECORD, foreign_of
from generator.export.table import Column, Foreign, Table
from generator.link import Graph
from generator.model.passage import Passage


def passage_tables(graph: Graph) -> Iterator[Table]:
    """Every passage with where it stands, in the order of records; then the links."""
    given = layout(Passage, ("source", "exact", "prefix", "suffix"))
    columns = (
        Column("id", "string", "The record's key, and the way to the passage within the record.", True),
        RECORD,
        *given.columns,
        Column("file", "string", "The file in `seeds/` that the words stand in.", True),
        Column("start", "integer", "The first code point of the words in the file's text.", True),
        Column("end", "integer", "The code point after the last one.", True),
    )
    cited = [
        (f"{record.key}#{'.'.join(map(str, one.path))}", record.key, one)
        for record in graph.shown
        for one in graph.citations_of(record)
    ]
    rows = [
        (name, key, one.passage.source, graph.words_of(one), one.passage.prefix, one.passage.suffix, *one.span)
        for name, key, one in cited
    ]
    foreign = (Foreign(("record",), "records", ("key",)), *foreign_of(given.references))
    yield Table("passages", "every passage, where it stands", columns, ("id",), foreign, rows)
    chained = ((name, at, link) for name, _, one in cited for at, link in enumerate(one.passage.via))
    yield _via(graph, chained)


def _via(graph: Graph, chained: Iterable[tuple[str, int, str]]) -> Table:
    """The links of the chains. One may be a source or an actor, or `unidentified`: no record."""
    columns = (
        Column("passage", "string", "The passage.", True),
        ORDINAL,
        Column("via", "string", "The link, as its passage names it.", True),
        RECORD._replace(says="The source or actor it is; none where it is `unidentified`.", required=False),
    )
    keys = {key.partition(":")[2]: key for kind in ("actor", "source") for key in _keys(graph, kind)}
    rows = [(name, at, link, keys.get(link)) for name, at, link in chained]
    foreign = (Foreign(("passage",), "passages", ("id",)), Foreign(("record",), "records", ("key",)))
    says = "the links of each passage's chain, from the document held back to who said it"
    return Table("passage_via", says, columns, ("passage", "ordinal"), foreign, rows)


def _keys(graph: Graph, kind: str) -> Iterator[str]:
    return (record.key for record in graph.by_kind.get(PLURALS[kind], ()))
