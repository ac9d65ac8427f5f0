"""The index page of each kind of record that has one of its own.

It comes from the template of its plural (`actors.md.j2`) or, if there is none, from `records.md.j2`. The
context has the `kind` and its published `records`; `EXTRAS` adds what the templates of some kinds also need.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from dossier.graph import Graph
from dossier.graph.urls import LISTED_ON, index_path
from dossier.model.kinds import KINDS
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.kinds.number import Number
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.record import Record
from dossier.render.figures import NumberFigure, build_figures, build_series, series_weight
from dossier.render.pages.actors import actors_context
from dossier.render.pages.disagreements import disagreement_sections
from dossier.render.pages.site_page import SitePage
from dossier.render.pages.sources import sources_context
from dossier.render.pull_quotes import Quotation, build_quotations, group_by_speaker
from dossier.text.interface import gettext as _
from dossier.text.interface import gettext_noop

READERS = gettext_noop("What readers wrote")
READERS_NOTE = gettext_noop("Comments that readers left under an article. They are those readers’ claims, never fact.")
QUOTATION_SHELVES = (
    (gettext_noop("In full sentences"), "large"),
    (gettext_noop("In writing"), "medium"),
    (gettext_noop("Parts of sentences"), "medium"),
    (gettext_noop("Single words"), "small"),
    (READERS, "medium"),
)
"""The headings of the quotations with the look of each; all that are spoken in full come first."""
MAX_JUMPS = 24
"""Speakers in the line of links at the top of the quotations: those with most."""


def _index_page(kind: type[Record]) -> SitePage:
    def context(graph: Graph) -> Mapping[str, Any]:
        extras = EXTRAS[kind](graph) if kind in EXTRAS else {}
        return {"kind": kind, "records": graph.visible_of(kind), **extras}

    return SitePage(index_path(kind), f"{kind.plural}.md.j2", context, default_template="records.md.j2")


class FigureShelf(NamedTuple):
    """Figures that cannot be compared with each other, under one heading."""

    heading: str
    figures: tuple[NumberFigure, ...]
    note: str = ""


def _numbers(graph: Graph) -> Mapping[str, Any]:
    """Return the series of several numbers, the weightiest first, then the others; readers' own last."""
    by_weight = sorted(graph.number_series.values(), key=lambda numbers: -series_weight(graph, numbers))
    numbers = [numbers[0] for numbers in by_weight]
    series = [build_series(graph, number) for number in numbers]
    single = [number for number, of_number in zip(numbers, series, strict=True) if of_number is None]
    from_sources = build_figures(graph, (number for number in single if not number.is_reader_comment))
    from_readers = build_figures(graph, (number for number in single if number.is_reader_comment))
    shelves = (
        FigureShelf(_("Single figures"), from_sources),
        FigureShelf(_(READERS), from_readers, _(READERS_NOTE)),
    )
    return {
        "compared": [of_number for of_number in series if of_number],
        "shelves": [shelf for shelf in shelves if shelf.figures],
        "usual_counts": _usual(figure.counts for figure in (*from_sources, *from_readers)),
    }


def _usual(counts: Iterable[str]) -> str:
    """Return what more than half of these say; "" if they differ more than that."""
    by_counts = Counter(counts)
    for words, number in by_counts.most_common(1):
        if number > by_counts.total() / 2:
            return words
    return ""


class QuotationShelf(NamedTuple):
    """Quotations of one kind, under one heading. `look` is `large`, `medium` or `small`."""

    heading: str
    look: str
    quotations: tuple[Quotation, ...]
    note: str = ""


def _quotes(graph: Graph) -> Mapping[str, Any]:
    """Return the quotations by kind, those of one speaker together, readers' own last."""
    by_heading: dict[tuple[str, str], list[Quotation]] = {shelf: [] for shelf in QUOTATION_SHELVES}
    quotations = build_quotations(graph, graph.visible_of(Quote))
    for quotation in quotations:
        by_heading[_shelf(quotation)].append(quotation)
    shelves = [
        QuotationShelf(
            _(heading),
            look,
            tuple(quotation for group in group_by_speaker(found) for quotation in group.quotations),
            _(READERS_NOTE) if heading == READERS else "",
        )
        for (heading, look), found in by_heading.items()
        if found
    ]
    on_page = [quotation for shelf in shelves for quotation in shelf.quotations]
    said = [q for q in on_page if q.speaker and not q.quote.is_reader_comment]
    speakers = sorted(group_by_speaker(said), key=lambda group: -len(group.quotations))[:MAX_JUMPS]
    return {
        "shelves": shelves,
        "jumps": speakers,
        "anchors": {
            group.quotations[0].quote.key: f"said-by-{group.quotations[0].quote.speaker}" for group in speakers
        },
        "usual_counts": _usual(quotation.counts for quotation in quotations),
    }


def _shelf(quotation: Quotation) -> tuple[str, str]:
    sentences, written, parts, single, readers = QUOTATION_SHELVES
    if quotation.quote.is_reader_comment:
        return readers
    if quotation.quote.form in ("full", "document"):
        return sentences if quotation.quote.form == "full" else written
    return single if quotation.is_single_words else parts


def _disagreements(graph: Graph) -> Mapping[str, Any]:
    return {"sections": disagreement_sections(graph)}


EXTRAS: Mapping[type[Record], Callable[[Graph], Mapping[str, Any]]] = {
    Source: sources_context,
    Actor: actors_context,
    Number: _numbers,
    Quote: _quotes,
    Disagreement: _disagreements,
}

INDEX_PAGES: tuple[SitePage, ...] = tuple(_index_page(kind) for kind in KINDS if kind.plural not in LISTED_ON)
