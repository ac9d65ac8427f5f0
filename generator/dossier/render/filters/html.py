"""Filters for HTML blocks, which Markdown does not process: addresses in them are those of the built pages."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from dossier.graph import Graph
from dossier.graph.urls import page_url, passage_anchor, relative_url, text_page_path
from dossier.model.citation import Citation
from dossier.render.head.tags import MAX_DESCRIPTION
from dossier.render.markdown import html
from dossier.text.wording import truncate

ARROW = " → "
UNNAMED = "someone the source does not name"


def html_filters(graph: Graph) -> Mapping[str, Callable[..., Any]]:
    """Return the filters by name. All but `html` return plain text, which the environment escapes."""
    by_key = graph.dossier.by_key

    def short_name(key: str) -> str:
        """Return the short label of the record with this key, or its id if there is no such record."""
        record = by_key.get(key)
        return record.short_label if record else key.partition(":")[2]

    def short_names(keys: Iterable[str]) -> str:
        return "; ".join(map(short_name, keys))

    def description(prose: str) -> str:
        """Return prose as the description of a page: plain text, cut to what search engines show."""
        return truncate(graph.plain_text(prose), MAX_DESCRIPTION)

    def html_attribution(citation: Citation) -> str:
        """Return the attribution of a passage as text, from the source we read to who said it first."""
        source = short_name(f"source:{citation.passage.source}")
        keys = map(graph.party_key, citation.passage.via)
        return ARROW.join([f"{source} (read here)", *(short_name(key) if key else UNNAMED for key in keys)])

    @pass_context
    def html_passage_url(context: Context, citation: Citation) -> str:
        """Return the address of a passage on the built page with its source's text."""
        page = relative_url(page_url(text_page_path(citation.passage.source)), context["page"])
        return f"{page}#{passage_anchor(citation.span)}"

    return {
        "description": description,
        "html": html,
        "html_attribution": html_attribution,
        "html_passage_url": html_passage_url,
        "plain_text": graph.plain_text,
        "short_name": short_name,
        "short_names": short_names,
    }
