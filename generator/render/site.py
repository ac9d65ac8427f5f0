"""Every page of the site: the pages of the whole dossier, one page a record, one reader page a text."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from jinja2 import Environment

from generator.link import Graph
from generator.link.address import page_of, reader_page_of
from generator.link.tally import tallies
from generator.model.actor import Actor
from generator.model.event import Event
from generator.model.kinds import KINDS
from generator.model.number import Number
from generator.model.output import Output
from generator.model.quote import Quote
from generator.model.source import Source, Waiver
from generator.model.texts import ExportText, RuleText
from generator.render.environment import environment
from generator.render.reader import cited_spans, excerpts, lines
from generator.render.search import record_entry, text_entry
from generator.render.views import HEADINGS, view

LONG = 60
"""Days from which on a span is told by its year alone."""


class Page(NamedTuple):
    """A page of the whole dossier: its address in the pages folder, its template."""

    path: str
    template: str
    searched: bool = False
    """Whether a search reads it; what lists records is left to their own pages."""


PAGES: tuple[Page, ...] = (
    Page("index.md", "home.md.j2"),
    Page("timeline.md", "timeline.md.j2"),
    *(Page(f"{kind.plural}/index.md", f"{kind.plural}.md.j2") for kind in KINDS),
    Page("coverage.md", "coverage.md.j2"),
    Page("how-we-check.md", "how-we-check.md.j2", searched=True),
    Page("data.md", "data.md.j2", searched=True),
)


def render(graph: Graph, rules: Sequence[RuleText], exports: Sequence[ExportText]) -> Iterator[Output]:
    """Every Markdown page. `rules` and `exports` are what the pages say of the checks and the data files."""
    made = environment(graph)
    shared = _shared(graph, rules, exports)
    for page in PAGES:
        content = made.get_template(page.template).render(page=page.path, **shared)
        yield Output(page.path, content, searched=page.searched)
    for record in graph.shown:
        page_path = page_of(record)
        template = made.get_template(f"{record.singular}.md.j2")
        yield Output(page_path, template.render(page=page_path, **view(graph, record)), record_entry(graph, record))
    for source in graph.by_kind.get("sources", ()):
        if isinstance(source, Source) and source.text in graph.dossier.seeds:
            yield _reader_page(graph, source, made)


def _shared(graph: Graph, rules: Sequence[RuleText], exports: Sequence[ExportText]) -> dict[str, Any]:
    return {
        "settings": graph.dossier.settings,
        "headings": HEADINGS,
        "kinds": {plural: graph.by_kind.get(plural, ()) for plural in HEADINGS},
        "months": _months(graph),
        "series": _series(graph),
        "speakers": _speakers(graph),
        "sides": _sides(graph),
        "corroboration": {key: graph.corroboration_of(record) for key, record in _corroborated(graph)},
        "weighty": [one for one in graph.by_kind.get("disputes", ()) if len(graph.corroboration_of(one).origins) > 1],
        "held": sum(source.held for source in graph.dossier.sources if source.key in graph.shown_keys),
        "coverage": _coverage(graph),
        "rules": rules,
        "exports": exports,
    }


def _months(graph: Graph) -> list[tuple[str, list[Event]]]:
    """Events under the headings of the timeline, in the order of each heading's first event."""
    found: dict[str, list[Event]] = {}
    for event in graph.by_kind.get("events", ()):
        if isinstance(event, Event):
            found.setdefault(_month(event), []).append(event)
    return list(found.items())


def _month(event: Event) -> str:
    """The heading of the timeline that an event stands under: no more exact than its date."""
    first, last = (event.date.earliest, event.date.latest) if event.date else (None, None)
    if first is None:
        return "Undated" if last is None else "Known only by its latest date"
    if last is None or (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[: len("2019-01")]
    return first.isoformat()[: len("2019-01" if (last - first).days < LONG else "2019")]


def _series(graph: Graph) -> list[tuple[Number, list[Number]]]:
    return [(some[0], list(some)) for some in graph.series.values()]


def _speakers(graph: Graph) -> list[tuple[str | None, list[Quote]]]:
    """Quotes by speaker, in the order of the speakers' names; those of nobody named last."""
    names = {actor.id: actor.label.casefold() for actor in graph.dossier.actors}
    quotes = [quote for quote in graph.by_kind.get("quotes", ()) if isinstance(quote, Quote)]
    quotes.sort(
        key=lambda one: (one.is_reader_comment, not one.speaker, names.get(one.speaker or "", ""), one.speaker or "")
    )
    found = groupby(quotes, key=lambda quote: quote.speaker)
    return [(f"actor:{speaker}" if speaker else None, list(some)) for speaker, some in found]


def _sides(graph: Graph) -> list[tuple[str, list[Actor]]]:
    actors = [actor for actor in graph.by_kind.get("actors", ()) if isinstance(actor, Actor)]
    found = [(side.name, [actor for actor in actors if actor.side == side.id]) for side in graph.dossier.settings.sides]
    found.append(("No side told", [actor for actor in actors if actor.side is None]))
    return [(name, some) for name, some in found if some]


def _corroborated(graph: Graph) -> Iterator[tuple[str, Any]]:
    return ((record.key, record) for plural in ("disputes", "numbers") for record in graph.by_kind.get(plural, ()))


def _coverage(graph: Graph) -> list[tuple[str, list[tuple[str, Any]], tuple[Waiver, ...]]]:
    """For each text: its source's key, the counts of each kind of mention, what its source waives."""
    waived = {source.id: source.waived for source in graph.dossier.sources}
    shown = (tally for tally in tallies(graph.coverage) if f"source:{tally.source}" in graph.shown_keys)
    found = groupby(shown, key=lambda tally: tally.source)
    return [(f"source:{source}", [(one.kind, one.counts) for one in some], waived[source]) for source, some in found]


def _reader_page(graph: Graph, source: Source, made: Environment) -> Output:
    text = graph.dossier.seeds[source.text or ""].text
    cited = cited_spans(graph.citations_from(source.id), graph.shown_keys, text)
    shown = lines(text, cited, graph.excluded_from(source.id))
    whole = source.rights is not None and source.rights.show == "whole"
    path = reader_page_of(source.id)
    context = {
        "page": path,
        "source": source,
        "whole": whole,
        "lines": shown if whole else excerpts(shown),
        "cited": cited,
    }
    return Output(path, made.get_template("text.md.j2").render(context), text_entry(source, text))
