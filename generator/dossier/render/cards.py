"""The data of the cards of citations: one script for each source, loaded when a reader first opens a card of it.

It is a script because a page opened from a folder (`file:`) cannot load other data. It sets
`dossierCards[<source's id>]` to an object with:

- `source`: the source's short name, its page, a line of facts, and how to cite it;
- `text`: the address of the page of its text; `title`: that of the dossier;
- `links`: for each link of an attribution, its name and its page, null where it has none;
- `records`: for each record, by its key, its label, its page, and how many sources and independent origins support it;
- `passages`: by anchor, the words and the text before and after them, and `via`: for each record that cites them, the
  links of the attribution behind the source.

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
from dossier.render.evidence import PassageContexts
from dossier.render.filters import UNNAMED
from dossier.text.wording import pluralize

_json = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def render_cards(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield the script of each source that a visible record cites."""
    cited: dict[str, list[tuple[Record, Citation]]] = {}
    for record in graph.visible:
        for citation in graph.evidence_of(record):
            if citation.is_found:
                cited.setdefault(citation.passage.source, []).append((record, citation))
    for source in graph.visible_of(Source):
        if source.id in cited:
            data = _card_data(graph, publication, source, cited[source.id])
            script = f"dossierCards[{_json(source.id)}] = {_json(data)};\n"
            yield OutputFile(f"data/cards/{source.id}.js", script.replace("</", "<\\/"))


def _card_data(
    graph: Graph, publication: PublishContext, source: Source, cited: Iterable[tuple[Record, Citation]]
) -> Mapping[str, object]:
    contexts = PassageContexts(graph)
    records: dict[str, tuple[str, str, str]] = {}
    passages: dict[str, dict[str, Any]] = {}
    links: dict[str, tuple[str, str | None]] = {}
    for record, citation in cited:
        if record.key not in records:
            records[record.key] = _evidence_summary(graph, record)
        anchor = passage_anchor(citation.span)
        if anchor not in passages:
            context = contexts.for_card(citation, shows_full_text=source.shows_full_text)
            passages[anchor] = {**context._asdict(), "via": {}}
        passages[anchor]["via"].setdefault(record.key, citation.passage.via)
        for link in citation.passage.via:
            if link not in links:
                links[link] = _link(graph, link)
    return {
        "source": _source_info(graph, source),
        "text": publication.site_url + page_url(text_page_path(source.id)),
        "title": graph.dossier.settings.title,
        "links": links,
        "records": records,
        "passages": passages,
    }


def _source_info(graph: Graph, source: Source) -> Mapping[str, str]:
    published = format_edtf(source.published.date) if source.published else "undated"
    return {
        "name": source.short_label,
        "page": page_url(page_path(source)),
        "facts": f"{source.kind} · {published} · grade {source.grade.letter}: {source.grade.meaning}",
        "reference": describe_source(graph, source),
    }


def _evidence_summary(graph: Graph, record: Record) -> tuple[str, str, str]:
    """Return a record's label, its page, and how many sources and independent origins support it."""
    corroboration = graph.corroboration_of(record)
    sources = pluralize(len(corroboration.sources), "source")
    origins = pluralize(len(corroboration.origins), "independent origin")
    return record.label, page_url(page_path(record)), f"{sources}, {origins}"


def _link(graph: Graph, link: str) -> tuple[str, str | None]:
    """Return the name of a link of an attribution and its page, None where it has none."""
    record = graph.dossier.by_key.get(graph.party_key(link) or "")
    if record is None:
        return UNNAMED, None
    return record.short_label, page_url(page_path(record)) if record.key in graph.visible_keys else None
