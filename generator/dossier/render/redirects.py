"""Redirects: a page at each former address, which leads to the present one even without scripts.

They are HTML files that MkDocs only copies, so that neither the search nor the sitemap includes them.
"""

from collections.abc import Iterator
from functools import partial

from dossier.graph import Graph
from dossier.graph.text_parts import text_part_path, text_parts
from dossier.graph.urls import former_urls, index_path, page_path, page_url, relative_url
from dossier.model.kinds import KINDS
from dossier.model.kinds.source import Source
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.render.environment import StrictEnvironment
from dossier.render.handbook import former_chapter_urls
from dossier.text.interface import active_interface, gettext


def render_redirects(graph: Graph, publication: PublishContext, environment: StrictEnvironment) -> Iterator[OutputFile]:
    """Yield a page at every former address of published or withdrawn records, indexes of kinds and chapters."""
    for old, target, label in _moves(graph):
        context = {
            "language": graph.dossier.settings.language,
            "label": label,
            "target": target,
            "canonical": f"{publication.site_url}{target}" if publication.site_url else relative_url(target, old),
        }
        yield OutputFile(old, partial(environment.render_page, "redirect.html.j2", old, context))


def _moves(graph: Graph) -> Iterator[tuple[str, str, str]]:
    """Yield each former address, the present one, and the title of the page."""
    for record in (*graph.visible, *graph.withdrawn):
        yield from ((old, target, record.label) for old, target in former_urls(record))
        if isinstance(record, Source) and record.text in graph.dossier.source_texts:
            yield from ((old, target, record.label) for old, target in _former_parts(graph, record))
    for kind in KINDS:
        index = page_url(index_path(kind))
        folders = (f"{plural}/index.html" for plural in (*kind.former_plurals, kind.plural))
        yield from ((old, index, gettext(kind.heading)) for old in folders if old != index)
    if active_interface().is_source:
        yield from former_chapter_urls()


def _former_parts(graph: Graph, source: Source) -> Iterator[tuple[str, str]]:
    """Yield the former addresses of the further parts of a source's text, as `former_urls` does those of the first."""
    former_ids = (*source.formerly, source.id) if source.withdrawn else source.formerly
    for part in text_parts(graph, source)[1:]:
        target = page_url(page_path(source) if source.withdrawn else text_part_path(source.id, part))
        yield from ((page_url(text_part_path(former_id, part)), target) for former_id in former_ids)
