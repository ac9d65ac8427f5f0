"""Filters for HTML blocks, which Markdown does not read: addresses are those of the built pages."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from dossier.graph import Graph
from dossier.graph.urls import page_url, passage_anchor, relative_url, text_page_path
from dossier.model.citation import Citation
from dossier.render.head.tags import LENGTH
from dossier.render.markdown import html
from dossier.text.truncate import truncate

ARROW = " → "
UNNAMED = "someone the text does not name"


def html_filters(graph: Graph) -> Mapping[str, Callable[..., Any]]:
    """The filters by name; what they give is text, and escaped as such, but for `html`."""
    by_key = graph.dossier.by_key

    def name(key: str) -> str:
        """What chains call the record of this key."""
        record = by_key.get(key)
        return record.short_label if record else key.partition(":")[2]

    def names(keys: Iterable[str]) -> str:
        return "; ".join(map(name, keys))

    def link_name(link: str) -> str:
        key = graph.party_key(link)
        return name(key) if key else UNNAMED

    def html_chain(citation: Citation) -> str:
        """The chain as text, from the document held back to who said it."""
        return ARROW.join(
            [f"{name(f'source:{citation.passage.source}')} (read here)", *map(link_name, citation.passage.via)]
        )

    @pass_context
    def html_passage(context: Context, citation: Citation) -> str:
        """The address of a passage on its built reader page."""
        page = relative_url(page_url(text_page_path(citation.passage.source)), context["page"])
        return f"{page}#{passage_anchor(citation.span)}"

    return {
        "name": name,
        "names": names,
        "plain": graph.plain_text,
        "description": lambda prose: truncate(graph.plain_text(prose), LENGTH),
        "html": html,
        "html_chain": html_chain,
        "html_passage": html_passage,
    }
