"""Every page of the site: the pages of the whole dossier, one page a record, one reader page a text."""

from collections.abc import Iterator, Sequence
from functools import partial

from jinja2 import Environment

from dossier.graph import Graph
from dossier.graph.urls import page_of, reader_page_of
from dossier.model.docs import CommandText, ExportText, RuleText
from dossier.model.kinds import KINDS
from dossier.model.kinds.source import Source
from dossier.model.output import Output
from dossier.model.publish_context import UNTOLD, Edition
from dossier.render.cards import cards
from dossier.render.citation_formats import Bibliography
from dossier.render.environment import environment
from dossier.render.explore import explore_data
from dossier.render.handbook.pages import handbook
from dossier.render.head.icon import icons
from dossier.render.pages import PAGES
from dossier.render.pages.page import Told
from dossier.render.record_context import view
from dossier.render.redirects import moved
from dossier.render.search import record_entry, text_entry, withdrawn_entry
from dossier.render.source_text import ExemptSpan, cited_spans, excerpts, lines


def render(
    graph: Graph,
    rules: Sequence[RuleText],
    exports: Sequence[ExportText],
    edition: Edition = UNTOLD,
    commands: Sequence[CommandText] = (),
) -> Iterator[Output]:
    """Every Markdown page.

    `rules`, `exports` and `commands` are what the pages say of the checks, the data files and the program, `edition`
    what they are cited as, and when their records last changed.
    """
    made, told, bibliography = environment(graph), Told(rules, exports), Bibliography(graph, edition)
    for page in PAGES:
        content = made.get_template(page.template).render(page=page.path, **page.given(graph, told))
        yield Output(page.path, content, searched=page.searched)
    yield from handbook(made, commands)
    templates = {kind: made.get_template(f"{kind.singular}.md.j2") for kind in KINDS}
    for record in graph.shown:
        path, template = page_of(record), templates[type(record)]
        given = {"page": path, "entry": bibliography.entry(record), "changed": edition.changed(record)}
        yield Output(path, template.render(given | view(graph, record)), partial(record_entry, graph, record))
    for record in graph.withdrawn:
        content = made.get_template("withdrawn.md.j2").render(page=page_of(record), record=record)
        yield Output(page_of(record), content, partial(withdrawn_entry, graph, record))
    for source in graph.texts:
        yield _reader_page(graph, source, made)
    yield from moved(graph, edition, made)


def beside(graph: Graph, edition: Edition = UNTOLD) -> Iterator[Output]:
    """What browsers load beside the pages: the data of their scripts, and the icons."""
    yield explore_data(graph)
    yield from cards(graph, edition)
    yield from icons()


def _reader_page(graph: Graph, source: Source, made: Environment) -> Output:
    text = graph.dossier.seeds[source.text or ""].text
    cited = cited_spans(graph.citations_from(source.id), graph.shown_keys, text)
    excluded, exempt = graph.excluded_from(source.id), _exempt(graph, source)
    shown = lines(text, cited, excluded, exempt)
    path = reader_page_of(source.id)
    context = {
        "page": path,
        "source": source,
        "whole": source.shown_whole,
        "lines": shown if source.shown_whole else excerpts(shown),
        "cited": cited,
        "excluded": excluded,
        "exempt": exempt,
    }
    searched = text if source.shown_whole else " … ".join(one.words for one in cited)
    return Output(path, made.get_template("text.md.j2").render(context), partial(text_entry, source, searched))


def _exempt(graph: Graph, source: Source) -> list[ExemptSpan]:
    """The mentions of a source's text that it exempts, in the order of the text, each with its reason."""
    covered = ((one.mention, one.exemption) for one in graph.covered_in.get(source.id, ()))
    return [
        ExemptSpan(mention.start, mention.end, source.exempt[at].reason) for mention, at in covered if at is not None
    ]
