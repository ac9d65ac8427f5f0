"""Filters for links: to records, to source texts and to cited passages, relative to the page being rendered."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from dossier.graph import Graph
from dossier.graph.text_parts import passage_path
from dossier.graph.urls import index_path, page_path, page_url, passage_anchor, relative_url, text_page_path
from dossier.model.citation import Citation
from dossier.model.kinds.source import Source
from dossier.model.locator import describe_locators
from dossier.model.record import Record
from dossier.render.citation_marks import CitationMarks
from dossier.render.filters import ARROW, UNNAMED, short_name
from dossier.render.markdown import Markdown, escape_html, escape_inline, render_prose
from dossier.render.source_language import in_language, language_of
from dossier.text.interface import format_list
from dossier.text.interface import gettext as _

MAX_LINKS = 2**13
"""The links that are kept: most records are linked to from several pages of a folder."""


def link_filters(graph: Graph) -> Mapping[str, Callable[..., Any]]:
    """Return the filters by name."""
    links = Links(graph)
    return {
        "actor": links.actor,
        "attribution": links.attribution,
        "html_chain": links.html_chain,
        "html_link": links.html_link,
        "html_links": links.html_links,
        "html_prose": links.html_prose,
        "html_trail": links.html_trail,
        "html_short_links": links.html_short_links,
        "html_url": links.html_url,
        "index_url": links.index_url,
        "link": links.link,
        "links": links.links,
        "passage_url": links.passage_url,
        "place": links.place,
        "prose": links.prose,
        "short_link": links.short_link,
        "short_links": links.short_links,
        "source_name": links.source_name,
        "source_names": links.source_names,
        "text_url": links.text_url,
        "url": links.url,
        **CitationMarks(graph, links.render_prose, links.render_html_prose).filters(),
    }


class Links:
    """The link filters of a graph. The context of the calling template has the `page` that links start from."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._paths = {record.key: page_path(record) for record in graph.visible}
        self._link_from = lru_cache(MAX_LINKS)(self._make_link)
        self._html_link_from = lru_cache(MAX_LINKS)(self._make_html_link)

    @pass_context
    def link(self, context: Context, record: Record | str, words: str | None = None) -> Markdown:
        """Return a link to a record, given itself or its key; only the words if the record has no page."""
        return self._link(context["page"], record if isinstance(record, str) else record.key, words)

    @pass_context
    def actor(self, context: Context, actor_id: str | None) -> Markdown:
        """Return a link to the actor with this id, or “not stated”."""
        return self._link(context["page"], f"actor:{actor_id}") if actor_id else Markdown(_("not stated"))

    @pass_context
    def place(self, context: Context, place_id: str) -> Markdown:
        """Return a link to the place with this id."""
        return self._link(context["page"], f"place:{place_id}")

    @pass_context
    def links(self, context: Context, records: Iterable[Record], separator: str = "; ") -> Markdown:
        """Return links to records in one line."""
        return Markdown(separator.join(self._link(context["page"], record.key) for record in records))

    @pass_context
    def html_url(self, context: Context, record: Record) -> Markdown:
        """Return the address of a record's page, for a block that Markdown does not process."""
        return Markdown(self._html_url(context["page"], record.key))

    @pass_context
    def html_links(self, context: Context, records: Iterable[Record]) -> Markdown:
        """Return links to records in HTML, for a block that Markdown does not process."""
        return Markdown("; ".join(self._html_link(context["page"], record.key) for record in records))

    @pass_context
    def html_chain(self, context: Context, citation: Citation) -> Markdown:
        """Return the attribution of a passage behind its source as links in HTML; "" if the source names nobody."""
        parties = self._html_parties(context["page"], citation)
        return Markdown(ARROW.join(["", *parties[:-1], f"<b>{parties[-1]}</b>"]).lstrip()) if parties else Markdown()

    @pass_context
    def html_trail(self, context: Context, citation: Citation) -> Markdown:
        """Return the attribution of a passage as an HTML list, from the source we read to who said it first."""
        page = context["page"]
        source = self._html_short_link(page, f"source:{citation.passage.source}")
        locator = describe_locators(self._graph.locators_of(citation))
        note = escape_html(", ".join(filter(None, (_("read in full"), locator))))
        parties = [f"{source} <small>{note}</small>", *self._html_parties(page, citation)]
        items = "".join(f"<li>{party}</li>" for party in parties)
        return Markdown(f'<ol class="dossier-trail">{items}</ol>')

    @pass_context
    def html_link(self, context: Context, record: Record, words: str | None = None) -> Markdown:
        """Return a link to a record in HTML."""
        return self._html_link(context["page"], record.key, words)

    @pass_context
    def html_short_links(self, context: Context, keys: Iterable[str], separator: str = "; ") -> Markdown:
        """Return links to records by their short labels in HTML."""
        return Markdown(separator.join(self._html_short_link(context["page"], key) for key in keys))

    @pass_context
    def index_url(self, context: Context, record: Record) -> Markdown:
        """Return the address of the built page that lists all records of a record's kind."""
        return Markdown(relative_url(page_url(index_path(type(record))), context["page"]))

    @pass_context
    def short_link(self, context: Context, key: str) -> Markdown:
        """Return a link to a record by its short label."""
        return self._short_link(context["page"], key)

    @pass_context
    def short_links(self, context: Context, keys: Iterable[str]) -> Markdown:
        """Return links to records by their short labels, in one line."""
        return Markdown("; ".join(self._short_link(context["page"], key) for key in keys))

    @pass_context
    def attribution(self, context: Context, citation: Citation) -> Markdown:
        """Return the attribution of a passage as links, from the source we read to who said it first."""
        page = context["page"]
        source = self._short_link(page, f"source:{citation.passage.source}")
        note = _("read in full")
        if locator := describe_locators(self._graph.locators_of(citation)):
            note = f"{note}, {escape_inline(locator)}"
        keys = map(self._graph.party_key, citation.passage.via)
        parties = [self._short_link(page, key) if key else _(UNNAMED) for key in keys]
        return Markdown(ARROW.join([f"{source} ({note})", *parties]))

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
        return Markdown(_passage_url(self._graph, context["page"], citation))

    @pass_context
    def prose(self, context: Context, text: str) -> Markdown:
        """Return an editor's prose with its cross-links as links."""
        return self.render_prose(context["page"], text)

    def render_prose(self, page: str, text: str) -> Markdown:
        """Return prose on a page with its cross-links as links."""
        return render_prose(text, lambda key, words: self._link(page, key, words))

    @pass_context
    def html_prose(self, context: Context, text: str) -> Markdown:
        """Return an editor's prose with its cross-links as links in HTML."""
        return self.render_html_prose(context["page"], text)

    def render_html_prose(self, page: str, text: str) -> Markdown:
        """Return prose on a page as HTML, for a block that Markdown does not process."""
        return render_prose(text, lambda key, words: self._html_link(page, key, words), as_html=True)

    def source_name(self, citation: Citation) -> Markdown:
        """Return the short name of a passage's source."""
        return Markdown(self._source_name(citation.passage.source))

    def source_names(self, source_ids: Iterable[str]) -> Markdown:
        """Return the short names of sources, joined with “and”."""
        return Markdown(format_list([*map(self._source_name, source_ids)]))

    def _link(self, page: str, key: str, words: str | None = None) -> Markdown:
        return self._link_from(page[: page.rfind("/") + 1], key, words)

    def _make_link(self, folder: str, key: str, words: str | None) -> Markdown:
        label = self._label(key, words)
        return Markdown(f"[{label}]({relative_url(self._paths[key], folder)})") if key in self._paths else label

    def _html_link(self, page: str, key: str, words: str | None = None) -> Markdown:
        return self._html_link_from(page[: page.rfind("/") + 1], key, words)

    def _make_html_link(self, folder: str, key: str, words: str | None) -> Markdown:
        label = self._label(key, words)
        return Markdown(f'<a href="{self._html_url(folder, key)}">{label}</a>') if key in self._paths else label

    def _label(self, key: str, words: str | None) -> Markdown:
        """Return the words of a link, in the language of the record if they are what it is called."""
        record = self._graph.dossier.by_key.get(key)
        language = language_of(self._graph, record) if record else None
        if record and language and words not in (None, record.label, record.short_label, record.list_label):
            language = None
        return in_language(words or self._graph.labels.get(key, key), language)

    def _html_url(self, page: str, key: str) -> str:
        return relative_url(page_url(self._paths[key]), page)

    def _short_link(self, page: str, key: str) -> Markdown:
        return self._link(page, key, self._short_label(key))

    def _html_short_link(self, page: str, key: str) -> Markdown:
        return self._html_link(page, key, self._short_label(key))

    def _html_parties(self, page: str, citation: Citation) -> list[str]:
        """Return the links of an attribution behind its source in HTML."""
        keys = map(self._graph.party_key, citation.passage.via)
        return [self._html_short_link(page, key) if key else _(UNNAMED) for key in keys]

    def _short_label(self, key: str) -> str | None:
        record = self._graph.dossier.by_key.get(key)
        return record.short_label if record else None

    def _source_name(self, source_id: str) -> str:
        key = f"source:{source_id}"
        return self._label(key, short_name(self._graph, key))


def _passage_url(graph: Graph, page: str, citation: Citation) -> str:
    return f"{relative_url(passage_path(graph, *citation.place), page)}#{passage_anchor(citation.span)}"
