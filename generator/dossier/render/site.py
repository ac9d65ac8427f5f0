"""Every page of the site: the pages of the whole dossier, one page a record, one reader page a text."""

from collections.abc import Iterator, Sequence
from functools import partial

from jinja2 import Environment

from dossier.graph import Graph
from dossier.graph.urls import page_path, text_page_path
from dossier.model.docs import CommandDoc, ExportDoc, RuleDoc
from dossier.model.kinds import KINDS
from dossier.model.kinds.source import Source
from dossier.model.output import OutputFile
from dossier.model.publish_context import NO_CONTEXT, PublishContext
from dossier.render.cards import cards
from dossier.render.citation_formats import Bibliography
from dossier.render.environment import build_environment
from dossier.render.explore import explore_table
from dossier.render.handbook.pages import render_handbook
from dossier.render.pages import PAGES
from dossier.render.pages.page import PageInputs
from dossier.render.record_context import record_context
from dossier.render.redirects import render_redirects
from dossier.render.search import search_entry, text_entry, withdrawn_entry
from dossier.render.source_text import ExemptSpan, cited_lines, cited_spans, render_lines


def iter_pages(
    graph: Graph,
    rules: Sequence[RuleDoc],
    exports: Sequence[ExportDoc],
    publication: PublishContext = NO_CONTEXT,
    commands: Sequence[CommandDoc] = (),
) -> Iterator[OutputFile]:
    """Every Markdown page.

    `rules`, `exports` and `commands` are what the pages say of the checks, the data files and the program, `edition`
    what they are cited as, and when their records last changed.
    """
    made, told, bibliography = build_environment(graph), PageInputs(rules, exports), Bibliography(graph, publication)
    for page in PAGES:
        content = made.get_template(page.template).render(page=page.path, **page.context(graph, told))
        yield OutputFile(page.path, content, is_searchable=page.searched)
    yield from render_handbook(made, commands)
    templates = {kind: made.get_template(f"{kind.singular}.md.j2") for kind in KINDS}
    for record in graph.visible:
        path, template = page_path(record), templates[type(record)]
        given = {"page": path, "entry": bibliography.entry(record), "changed": publication.changed_on(record)}
        yield OutputFile(
            path, template.render(given | record_context(graph, record)), partial(search_entry, graph, record)
        )
    for record in graph.withdrawn:
        content = made.get_template("withdrawn.md.j2").render(page=page_path(record), record=record)
        yield OutputFile(page_path(record), content, partial(withdrawn_entry, graph, record))
    for source in graph.readable_sources:
        yield _reader_page(graph, source, made)
    yield from render_redirects(graph, publication, made)


def iter_page_assets(graph: Graph, publication: PublishContext = NO_CONTEXT) -> Iterator[OutputFile]:
    """What browsers load beside the pages: the data of their scripts."""
    yield explore_table(graph)
    yield from cards(graph, publication)


def _reader_page(graph: Graph, source: Source, made: Environment) -> OutputFile:
    text = graph.dossier.source_texts[source.text or ""].text
    cited = cited_spans(graph.citations_from(source.id), graph.visible_keys, text)
    excluded, exempt = graph.excluded_regions(source.id), _exempt(graph, source)
    shown = render_lines(text, cited, excluded, exempt)
    path = text_page_path(source.id)
    context = {
        "page": path,
        "source": source,
        "whole": source.shows_full_text,
        "lines": shown if source.shows_full_text else cited_lines(shown),
        "cited": cited,
        "excluded": excluded,
        "exempt": exempt,
    }
    searched = text if source.shows_full_text else " … ".join(one.words for one in cited)
    return OutputFile(path, made.get_template("text.md.j2").render(context), partial(text_entry, source, searched))


def _exempt(graph: Graph, source: Source) -> list[ExemptSpan]:
    """The mentions of a source's text that it exempts, in the order of the text, each with its reason."""
    covered = ((one.mention, one.exemption) for one in graph.coverage_by_source.get(source.id, ()))
    return [
        ExemptSpan(mention.start, mention.end, source.exempt[at].reason) for mention, at in covered if at is not None
    ]
