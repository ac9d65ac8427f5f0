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

from dossier.edtf.format import format_edtf
from dossier.graph import Graph
from dossier.graph.urls import page_path, page_url, passage_anchor, text_page_path
from dossier.model.citation import Citation
from dossier.model.kinds.source import Source
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.model.record import Record
from dossier.render.citation_formats import describe_source
from dossier.render.filters.html import UNNAMED
from dossier.render.quote_context import QuoteContext
from dossier.text.plural import pluralize

_json = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def cards(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """The script of each source that records rest on."""
    cited: dict[str, list[tuple[Record, Citation]]] = {}
    for record in graph.visible:
        for one in graph.evidence_of(record):
            if one.is_found:
                cited.setdefault(one.passage.source, []).append((record, one))
    for source in graph.visible_of(Source):
        if source.id in cited:
            told = _told(graph, publication, source, cited[source.id])
            script = f"dossierCards[{_json(source.id)}] = {_json(told)};\n"
            yield OutputFile(f"data/cards/{source.id}.js", script.replace("</", "<\\/"))


def _told(
    graph: Graph, publication: PublishContext, source: Source, cited: Iterable[tuple[Record, Citation]]
) -> Mapping[str, object]:
    surroundings = QuoteContext(graph)
    records: dict[str, tuple[str, str, str]] = {}
    passages: dict[str, dict[str, Any]] = {}
    links: dict[str, tuple[str, str | None]] = {}
    for record, one in cited:
        if record.key not in records:
            records[record.key] = _spread(graph, record)
        anchor = passage_anchor(one.span)
        if anchor not in passages:
            passages[anchor] = {**surroundings.for_card(one, whole=source.shows_full_text)._asdict(), "via": {}}
        passages[anchor]["via"].setdefault(record.key, one.passage.via)
        for name in one.passage.via:
            if name not in links:
                links[name] = _named(graph, name)
    return {
        "source": _facts(graph, source),
        "text": publication.site_url + page_url(text_page_path(source.id)),
        "title": graph.dossier.settings.title,
        "links": links,
        "records": records,
        "passages": passages,
    }


def _facts(graph: Graph, source: Source) -> Mapping[str, str]:
    published = format_edtf(source.published.date) if source.published else "undated"
    return {
        "name": source.short_label,
        "page": page_url(page_path(source)),
        "facts": f"{source.kind} · {published} · grade {source.grade.letter}: {source.grade.meaning}",
        "named": describe_source(graph, source),
    }


def _spread(graph: Graph, record: Record) -> tuple[str, str, str]:
    """What a record is called, its page, and how its evidence is spread."""
    found = graph.corroboration_of(record)
    counted = f"{pluralize(len(found.sources), 'document')}, {pluralize(len(found.origins), 'independent origin')}"
    return record.label, page_url(page_path(record)), counted


def _named(graph: Graph, link: str) -> tuple[str, str | None]:
    """What a link of a chain is called, and its page."""
    record = graph.dossier.by_key.get(graph.party_key(link) or "")
    if record is None:
        return UNNAMED, None
    return record.short_label, page_url(page_path(record)) if record.key in graph.visible_keys else None
