"""A source in one line, as a bibliography names it."""

from dossier.edtf.format import format_edtf
from dossier.graph import Graph
from dossier.model.kinds.source import Source
from dossier.text.interface import gettext as _
from dossier.text.interface import pgettext
from dossier.text.whitespace import collapse_whitespace


def describe_source(graph: Graph, source: Source) -> str:
    """Return a source in words: its title, its publisher, its date and its address."""
    publisher = graph.dossier.by_key.get(f"actor:{source.publisher}")
    published = format_edtf(source.published.date) if source.published else pgettext("bibliography", "undated")
    accessed = _("accessed on %(day)s", day=format_edtf(source.accessed)) if source.accessed else None
    archived = _("archived at %(address)s", address=source.archived) if source.archived else None
    parts = (source.title, publisher and publisher.label, published, source.url, accessed, archived)
    return collapse_whitespace(", ".join(part for part in parts if part))
