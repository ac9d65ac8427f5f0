"""What a card tells of each passage of a source: one script a source, which pages load when a reader first asks.

A script, since a page opened from a folder may load no other data. It holds, as `dossierCards[<id of the source>]`:

- `source`: the source's name in chains, its page, a line of facts, and how one names it;
- `text`: the address of its reader page; `title`: that of the dossier;
- `links`: for each link of a chain its name and its page, which is null where readers do not see it;
- `records`: for each record, by its key, its label, its page, and how many documents and origins it rests on;
- `passages`: by anchor the words, what stands before and after them, and for each record that cites them the links
  of the chain behind the source.

Pages are addresses relative to the site's root.
"""

from collections.abc import Iterable, Iterator, Mapping
from json import JSONEncoder
from typing import Any

from dossier.edtf.format import in_words
from dossier.graph import Graph
from dossier.graph.urls import anchor_of, page_of, reader_page_of, url_of
from dossier.model.citation import Citation
from dossier.model.kinds.source import Source
from dossier.model.output import Output
from dossier.model.publish_context import Edition
from dossier.model.record import Record
from dossier.render.citation_formats import source_in_words
from dossier.render.filters.html import UNNAMED
from dossier.render.quote_context import Surroundings
from dossier.text.plural import count

_json = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def cards(graph: Graph, edition: Edition) -> Iterator[Output]:
    """The script of each source that records rest on."""
    cited: dict[str, list[tuple[Record, Citation]]] = {}
    for record in graph.shown:
        for one in graph.evidence_of(record):
            if one.is_found:
                cited.setdefault(one.passage.source, []).append((record, one))
    for source in graph.shown_of(Source):
        if source.id in cited:
            told = _told(graph, edition, source, cited[source.id])
            script = f"dossierCards[{_json(source.id)}] = {_json(told)};\n"
            yield Output(f"data/cards/{source.id}.js", script.replace("</", "<\\/"))


def _told(
    graph: Graph, edition: Edition, source: Source, cited: Iterable[tuple[Record, Citation]]
) -> Mapping[str, object]:
    surroundings = Surroundings(graph)
    records: dict[str, tuple[str, str, str]] = {}
    passages: dict[str, dict[str, Any]] = {}
    links: dict[str, tuple[str, str | None]] = {}
    for record, one in cited:
        if record.key not in records:
            records[record.key] = _spread(graph, record)
        anchor = anchor_of(one.span)
        if anchor not in passages:
            passages[anchor] = {**surroundings.in_card(one, whole=source.shown_whole)._asdict(), "via": {}}
        passages[anchor]["via"].setdefault(record.key, one.passage.via)
        for name in one.passage.via:
            if name not in links:
                links[name] = _named(graph, name)
    return {
        "source": _facts(graph, source),
        "text": edition.address + url_of(reader_page_of(source.id)),
        "title": graph.dossier.settings.title,
        "links": links,
        "records": records,
        "passages": passages,
    }


def _facts(graph: Graph, source: Source) -> Mapping[str, str]:
    published = in_words(source.published.date) if source.published else "undated"
    return {
        "name": source.brief,
        "page": url_of(page_of(source)),
        "facts": f"{source.kind} · {published} · grade {source.grade.letter}: {source.grade.meaning}",
        "named": source_in_words(graph, source),
    }


def _spread(graph: Graph, record: Record) -> tuple[str, str, str]:
    """What a record is called, its page, and how its evidence is spread."""
    found = graph.corroboration_of(record)
    counted = f"{count(len(found.documents), 'document')}, {count(len(found.origins), 'independent origin')}"
    return record.label, url_of(page_of(record)), counted


def _named(graph: Graph, link: str) -> tuple[str, str | None]:
    """What a link of a chain is called, and its page."""
    record = graph.dossier.by_key.get(graph.link_key(link) or "")
    if record is None:
        return UNNAMED, None
    return record.brief, url_of(page_of(record)) if record.key in graph.shown_keys else None
