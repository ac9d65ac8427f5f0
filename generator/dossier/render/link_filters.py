"""Filters for links: to records, to source texts and to cited passages, relative to the page being rendered."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from dossier.graph import Graph
from dossier.graph.urls import page_path, page_url, passage_anchor, relative_url, text_page_path
from dossier.model.citation import Citation
from dossier.model.kinds.source import Source
from dossier.model.record import Record
from dossier.render.filters import ARROW, UNNAMED
from dossier.render.markdown import Markdown, escape_attribute, escape_block, render_prose

MAX_TITLE_LENGTH = 240
"""Characters of a passage in the title of the link to it."""
NOT_STATED = Markdown("not stated")
HAIR_SPACE = "\u200a"
"""Separates a citation mark from the word before it, for readers and for the search index."""
WORD_JOINER = "\u2060"
"""Keeps a citation mark on the line of the word before it."""


def link_filters(graph: Graph) -> Mapping[str, Callable[..., Any]]:
    """Return the filters by name."""
    links = Links(graph)
    return {
        "actor": links.actor,
        "attribution": links.attribution,
        "cite": links.cite,
        "footnote_marks": links.footnote_marks,
        "html_links": links.html_links,
        "link": links.link,
        "links": links.links,
        "list_item": links.list_item,
        "marks_for": links.marks_for,
        "passage_mark": links.passage_mark,
        "passage_url": links.passage_url,
        "place": links.place,
        "prose": links.prose,
        "short_link": links.short_link,
        "short_links": links.short_links,
        "source_marks": links.source_marks,
        "source_name": links.source_name,
        "source_names": links.source_names,
        "text_url": links.text_url,
        "url": links.url,
    }


class Links:
    """The link filters of a graph. The context of the calling template has the `page` that links start from."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._paths = {record.key: page_path(record) for record in graph.visible}

    @pass_context
    def link(self, context: Context, record: Record | str, words: str | None = None) -> Markdown:
        """Return a link to a record, given itself or its key; only the words if the record has no page."""
        return self._link(context["page"], record if isinstance(record, str) else record.key, words)

    @pass_context
    def actor(self, context: Context, actor_id: str | None) -> Markdown:
        """Return a link to the actor with this id, or “not stated”."""
        return self._link(context["page"], f"actor:{actor_id}") if actor_id else NOT_STATED

    @pass_context
    def place(self, context: Context, place_id: str) -> Markdown:
        """Return a link to the place with this id."""
        return self._link(context["page"], f"place:{place_id}")

    @pass_context
    def links(self, context: Context, records: Iterable[Record], separator: str = "; ") -> Markdown:
        """Return links to records in one line."""
        return Markdown(separator.join(self._link(context["page"], record.key) for record in records))

    @pass_context
    def html_links(self, context: Context, records: Iterable[Record]) -> Markdown:
        """Return links to records in HTML, for a block that Markdown does not process."""
        return Markdown("; ".join(self._html_link(context["page"], record) for record in records))

    @pass_context
    def short_link(self, context: Context, key: str) -> Markdown:
        """Return a link to a record by its short label."""
        return self._short_link(context["page"], key)

    @pass_context
    def short_links(self, context: Context, keys: Iterable[str]) -> Markdown:
        """Return links to records by their short labels, in one line."""
        return Markdown("; ".join(self._short_link(context["page"], key) for key in keys))

    @pass_context
    def list_item(self, context: Context, record: Record, words: str | None = None) -> Markdown:
        """Return a list item: a link to the record, then its citations as `cite` returns them."""
        page = context["page"]
        return Markdown(self._link(page, record.key, words or record.list_label) + self._cite(page, [record.key]))

    @pass_context
    def cite(self, context: Context, record: Record) -> Markdown:
        """Return the citations of a record in a list: each of its sources once, linked to its first passage there."""
        return self._cite(context["page"], [record.key])

    @pass_context
    def marks_for(self, context: Context, keys: Iterable[str]) -> Markdown:
        """Return the citations of a statement that is based on several records: each source once."""
        return self._cite(context["page"], keys)

    @pass_context
    def footnote_marks(self, context: Context, citations: Iterable[Citation]) -> Markdown:
        """Return numbered citations on their record's page; the numbers are those of its list of evidence."""
        page, key, numbers = context["page"], context["record"].key, context["numbers"]
        return Markdown(
            "".join(
                self._mark(page, key, citation, str(numbers[citation.passage.source, citation.span]))
                for citation in citations
            )
        )

    @pass_context
    def source_marks(self, context: Context, citations: Iterable[Citation]) -> Markdown:
        """Return citations by source name, each source once, in the order of the sources' ids."""
        first: dict[str, Citation] = {}
        for citation in citations:
            first.setdefault(citation.passage.source, citation)
        page = context["page"]
        return Markdown(
            "".join(
                self._mark(page, citation.record.key, citation, self._source_name(source))
                for source, citation in sorted(first.items())
            )
        )

    @pass_context
    def passage_mark(self, context: Context, citation: Citation) -> Markdown:
        """Return a citation where its source is clear from the context; it stays on the line of the word before."""
        mark = self._mark(context["page"], citation.record.key, citation, "¶")
        return Markdown(mark.replace(HAIR_SPACE, HAIR_SPACE + WORD_JOINER, 1))

    @pass_context
    def attribution(self, context: Context, citation: Citation) -> Markdown:
        """Return the attribution of a passage as links, from the source we read to who said it first."""
        page = context["page"]
        source = self._short_link(page, f"source:{citation.passage.source}")
        keys = map(self._graph.party_key, citation.passage.via)
        parties = [self._short_link(page, key) if key else UNNAMED for key in keys]
        return Markdown(ARROW.join([f"{source} (read in full)", *parties]))

    @pass_context
    def url(self, context: Context, path: str) -> Markdown:
        """Return the address of a page or file."""
        return Markdown(relative_url(path, context["page"]))

    @pass_context
    def text_url(self, context: Context, source: Source) -> Markdown:
        """Return the address of the page with a source's text."""
        return Markdown(relative_url(text_page_path(source.id), context["page"]))

    @pass_context
    def passage_url(self, context: Context, citation: Citation) -> Markdown:
        """Return the address of a passage on the page with its source's text."""
        return Markdown(_passage_url(context["page"], citation))

    @pass_context
    def prose(self, context: Context, text: str) -> Markdown:
        """Return an editor's prose with its cross-links as links."""
        page = context["page"]
        return render_prose(text, lambda key, words: self._link(page, key, words))

    def source_name(self, citation: Citation) -> Markdown:
        """Return the short name of a passage's source."""
        return Markdown(self._source_name(citation.passage.source))

    def source_names(self, source_ids: Iterable[str]) -> Markdown:
        """Return the short names of sources, joined with “and”."""
        return Markdown(" and ".join(map(self._source_name, source_ids)))

    def _link(self, page: str, key: str, words: str | None = None) -> Markdown:
        label = escape_block(words or self._graph.labels.get(key, key))
        return Markdown(f"[{label}]({relative_url(self._paths[key], page)})") if key in self._paths else label

    def _html_link(self, page: str, record: Record) -> str:
        return f'<a href="{relative_url(page_url(self._paths[record.key]), page)}">{escape_block(record.label)}</a>'

    def _short_link(self, page: str, key: str) -> Markdown:
        record = self._graph.dossier.by_key.get(key)
        return self._link(page, key, record.short_label if record else None)

    def _cite(self, page: str, keys: Iterable[str]) -> Markdown:
        first: dict[str, tuple[str, Citation]] = {}
        for key in keys:
            for citation in self._graph.evidence_of(self._graph.dossier.by_key[key]):
                if citation.is_found:
                    first.setdefault(citation.passage.source, (key, citation))
        return Markdown(
            "".join(
                self._mark(page, key, citation, self._source_name(source)) for source, (key, citation) in first.items()
            )
        )

    def _mark(self, page: str, key: str, citation: Citation, label: str) -> str:
        """Return a citation mark; `key` names the record whose statement it backs, for the card of the passage."""
        words = self._graph.passage_text(citation)
        if len(words) > MAX_TITLE_LENGTH:
            words = words[: MAX_TITLE_LENGTH - 1] + "…"
        link = f'[{label}]({_passage_url(page, citation)} "{escape_attribute(words)}")'
        return f'{HAIR_SPACE}<sup data-record="{key}">{link}</sup>'

    def _source_name(self, source_id: str) -> str:
        record = self._graph.dossier.by_key.get(f"source:{source_id}")
        return escape_block(record.short_label if record else source_id)


def _passage_url(page: str, citation: Citation) -> str:
    return f"{relative_url(text_page_path(citation.passage.source), page)}#{passage_anchor(citation.span)}"
