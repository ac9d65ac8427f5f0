"""All pages of the site: pages about the whole dossier, one page per record, one per source text, and redirects."""

from collections.abc import Iterator, Sequence
from functools import partial

from dossier.graph import Graph
from dossier.graph.urls import page_path, text_page_path
from dossier.model.docs import CommandDoc
from dossier.model.kinds.source import Source
from dossier.model.output import OutputFile
from dossier.model.publish_context import NO_CONTEXT, PublishContext
from dossier.render.cards import render_cards
from dossier.render.citation_formats import Bibliography
from dossier.render.environment import StrictEnvironment, build_environment
from dossier.render.explore import explore_table
from dossier.render.handbook.chapters import render_handbook
from dossier.render.pages import PAGES
from dossier.render.record_context import record_context
from dossier.render.redirects import render_redirects
from dossier.render.search import search_entry, text_entry, withdrawn_entry
from dossier.render.source_text import ExemptSpan, cited_lines, cited_spans, render_lines


def iter_pages(
    graph: Graph, publication: PublishContext = NO_CONTEXT, commands: Sequence[CommandDoc] = ()
) -> Iterator[OutputFile]:
    """Yield every page. `commands` are those that the handbook documents: they are in a higher layer.

    Raises RenderError if a template fails.
    """
    environment = build_environment(graph)
    for page in PAGES:
        context = page.context(graph)
        content = environment.render_page(page.template, page.path, context, default=page.default_template)
        yield OutputFile(page.path, content, is_searchable=page.is_searchable)
    yield from render_handbook(environment, commands)
    bibliography = Bibliography(graph, publication)
    for record in graph.visible:
        context = record_context(graph, record)
        context |= {"entry": bibliography.entry(record), "changed": publication.changed_on(record)}
        template = f"{record.singular}.md.j2"
        content = environment.render_page(template, page_path(record), context, record.key, default="record.md.j2")
        yield OutputFile(page_path(record), content, partial(search_entry, graph, record))
    for record in graph.withdrawn:
        content = environment.render_page("withdrawn.md.j2", page_path(record), {"record": record}, record.key)
        yield OutputFile(page_path(record), content, partial(withdrawn_entry, graph, record))
    for source in graph.readable_sources:
        yield _text_page(graph, source, environment)
    yield from render_redirects(graph, publication, environment)


def iter_page_assets(graph: Graph, publication: PublishContext = NO_CONTEXT) -> Iterator[OutputFile]:
    """Yield the data of the scripts that pages load in browsers."""
    yield explore_table(graph)
    yield from render_cards(graph, publication)


def _text_page(graph: Graph, source: Source, environment: StrictEnvironment) -> OutputFile:
    text = graph.dossier.source_texts[source.text or ""].text
    cited = cited_spans(graph.citations_from(source.id), graph.visible_keys, text)
    excluded, exempt = graph.excluded_regions(source.id), _exempt_spans(graph, source)
    lines = render_lines(text, cited, excluded, exempt)
    context = {
        "source": source,
        "shows_full_text": source.shows_full_text,
        "lines": lines if source.shows_full_text else cited_lines(lines),
        "cited": cited,
        "excluded": excluded,
        "exempt": exempt,
    }
    path = text_page_path(source.id)
    content = environment.render_page("text.md.j2", path, context, source.key)
    searchable = text if source.shows_full_text else " … ".join(span.words for span in cited)
    return OutputFile(path, content, partial(text_entry, source, searchable))


def _exempt_spans(graph: Graph, source: Source) -> list[ExemptSpan]:
    """Return the mentions that a source exempts from coverage, in the order of its text, with the reasons."""
    return [
        ExemptSpan(item.mention.start, item.mention.end, source.exempt[item.exemption].reason)
        for item in graph.coverage_by_source.get(source.id, ())
        if item.exemption is not None
    ]
