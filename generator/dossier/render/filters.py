"""Filters of the templates that return text or HTML: names, dates, numbers of things and excerpts.

Those for HTML blocks, which Markdown does not process, return the addresses of the built pages.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from typing import Any, Literal

from jinja2 import pass_context
from jinja2.runtime import Context
from markdown.extensions.toc import slugify

from dossier.atlas.countries import territory_names
from dossier.check.date_support import dates_by_record, is_verified
from dossier.edtf.format import format_day, format_edtf
from dossier.edtf.parse import Edtf
from dossier.graph import Graph
from dossier.graph.statements import Statement
from dossier.graph.text_parts import passage_url
from dossier.graph.urls import page_url, relative_url, statement_url, text_page_path
from dossier.model.citation import Citation
from dossier.model.identifiers import identifiers_of
from dossier.model.kinds.event import Event
from dossier.model.kinds.quote import FORMS
from dossier.model.kinds.source import Source
from dossier.model.record import DateBasis, Record
from dossier.model.terms import count_of, term
from dossier.model.unit_words import unit_in_words
from dossier.render.charts.date_track import date_words, draw_track, legend_swatch
from dossier.render.charts.disagreement_glyphs import confidence_meter, draw_glyph
from dossier.render.charts.side_markers import SideMarker
from dossier.render.charts.time_axis import draw_axis
from dossier.render.charts.time_scale import build_scale
from dossier.render.evidence import PassageContexts, difference
from dossier.render.head import MAX_DESCRIPTION
from dossier.render.markdown import Markdown, escape_attribute, escape_block, escape_html
from dossier.render.rows import event_markers
from dossier.text.interface import active_interface, format_decimal, format_list, gettext, gettext_noop, language_name
from dossier.text.wording import truncate, upper_first

ARROW = " → "
UNNAMED = gettext_noop("someone the source does not name")
MAX_STATEMENT_LENGTH = 90
"""Characters of a statement in a link to it."""
MAX_EXCERPT_WORDS = 9
FIRST_WORDS, LAST_WORDS = 5, 3
"""The words that an excerpt of a longer passage keeps from its beginning and its end."""


def value_filters(graph: Graph) -> Mapping[str, Callable[..., Any]]:
    """Return the filters by name. Values that are not Markdown or HTML already are escaped by the environment."""
    return {
        "anchored": add_anchor,
        "attribute": escape_attribute,
        "confidence_meter": confidence_meter,
        "contact_url": contact_url,
        "count_of": count_of,
        "country_name": territory_names(graph.dossier.settings.language),
        "decimal": _decimal,
        "difference": difference,
        "disagreement_glyph": draw_glyph,
        "excerpt": excerpt,
        "file_name": _file_name,
        "format_day": format_day,
        "format_edtf": _format_date,
        "html": escape_html,
        "html_with_code": _code_as_html,
        "identifiers": identifiers_of,
        "in_context": PassageContexts(graph).as_markdown,
        "language_name": language_name,
        "list_marker": _list_marker,
        "listed": _format_texts,
        "passage_text": graph.passage_text,
        "rendered": Markdown,
        "quote_form": _quote_form,
        "statement_text": graph.statement_text,
        "statement_url": _statement_url,
        "shorten": partial(truncate, max_length=MAX_STATEMENT_LENGTH),
        "swatch": legend_swatch,
        "term": term,
        "unit_name": partial(unit_in_words, is_one=True),
        "upper_first": upper_first,
        **_record_filters(graph),
        **_citation_filters(graph),
    }


def _record_filters(graph: Graph) -> Mapping[str, Callable[..., Any]]:
    """Return the filters of records, their keys, prose and dates."""
    scale = build_scale(event.date for event in graph.visible_of(Event))
    markers = event_markers(graph)

    def event_track(event: Event, shares_grid: bool = False) -> Markdown:
        """Return an event's date on a track in the colour of its side."""
        return draw_track(event.date, scale, markers[event.key], f"date-{event.id}", shares_grid=shares_grid)

    def event_marker(event: Event) -> SideMarker:
        return markers[event.key]

    @pass_context  # Else the axis of one dossier would be part of the compiled template.
    def time_axis(_: Context, use: Literal["page", "list", "event"]) -> Markdown:
        """Return the axis of a page's tracks, of a list beside the text, or of one event; "" if no event is dated."""
        return axis(use, active_interface().tag)

    @cache
    def axis(use: str, language: str) -> Markdown:
        """Return the axis in the language of the interface: every event's page has the same."""
        return draw_axis(scale, is_shared=use == "page", is_small=use == "list") if scale else Markdown()

    def gives_date(basis: DateBasis, record: Record) -> bool:
        """Return whether the words of a basis give the date of its record, so that a passage verifies it."""
        dates = dates_by_record(graph).get(record.key, ())
        return all(is_verified(graph, dated) for dated in dates if dated.basis == basis)

    def description(prose: str) -> str:
        """Return prose as the description of a page: plain text, cut to what search engines show."""
        return truncate(graph.plain_text(prose), MAX_DESCRIPTION)

    return {
        "date_words": date_words,
        "description": description,
        "event_marker": event_marker,
        "event_track": event_track,
        "gives_date": gives_date,
        "short_name": partial(short_name, graph),
        "time_axis": time_axis,
    }


def _citation_filters(graph: Graph) -> Mapping[str, Callable[..., Any]]:
    """Return the filters of citations for HTML blocks."""

    def attribution_text(citation: Citation) -> str:
        """Return the attribution of a passage as text, from the source we read to who said it first."""
        source = short_name(graph, f"source:{citation.passage.source}")
        parties = (party_name(graph, link) for link in citation.passage.via)
        return ARROW.join([gettext("%(source)s (read in full)", source=source), *parties])

    @pass_context
    def html_passage_url(context: Context, citation: Citation) -> str:
        """Return the address of a passage on the built page with its source's text."""
        return relative_url(passage_url(graph, *citation.place), context["page"])

    @pass_context
    def html_text_url(context: Context, source: Source) -> str:
        """Return the address of the built page with a source's text."""
        return relative_url(page_url(text_page_path(source.id)), context["page"])

    return {
        "attribution_text": attribution_text,
        "html_passage_url": html_passage_url,
        "html_text_url": html_text_url,
    }


def contact_url(contact: str) -> Markdown:
    """Return the address to link to for an e-mail address or an https address."""
    return Markdown(escape_attribute(contact if contact.startswith("https://") else f"mailto:{contact}"))


def short_name(graph: Graph, key: str) -> str:
    """Return the short label of the record with this key, or its id if there is no such record."""
    record = graph.dossier.by_key.get(key)
    return record.short_label if record else key.partition(":")[2]


def party_name(graph: Graph, party_id: str) -> str:
    """Return the short label of the source or actor that is a link of an attribution."""
    key = graph.party_key(party_id)
    return short_name(graph, key) if key else gettext(UNNAMED)


def excerpt(passage: str) -> str:
    """Return the first and last words of a passage, which distinguish it from others with the same beginning or end."""
    words = passage.split()
    if len(words) > MAX_EXCERPT_WORDS:
        words = [*words[:FIRST_WORDS], "…", *words[-LAST_WORDS:]]
    return " ".join(words)


def _format_date(date: Edtf | None) -> str:
    return format_edtf(date) if isinstance(date, Edtf) else gettext("date unknown")


def _quote_form(form: str) -> str:
    return gettext(FORMS[form])


@pass_context
def _statement_url(context: Context, statement: Statement) -> str:
    """Return the address of a statement on its built page."""
    return relative_url(statement_url(statement), context["page"])


def add_anchor(heading: str, anchor: str) -> Markdown:
    """Return a heading with the anchor that links lead to, which Markdown gives the English heading by itself."""
    return Markdown(heading if slugify(heading, "-") == anchor else f'<span id="{anchor}"></span>{heading}')


def _format_texts(items: Iterable[str]) -> Markdown:
    """Return texts as `a, b and c`."""
    return Markdown(format_list([escape_block(item) for item in items]))


def _decimal(number: int) -> Markdown:
    """Return a number with the separators of the language."""
    return Markdown(format_decimal(number))


def _list_marker(number: int) -> Markdown:
    """Return the marker of a list item, padded to four columns, by which further paragraphs of it are indented."""
    return Markdown(f"{number}.".ljust(3) + " ")


def _code_as_html(text: str) -> Markdown:
    """Return text whose words between backquotes are code, for an HTML block, in which there is no Markdown."""
    parts = (escape_html(part) for part in text.split("`"))
    return Markdown("".join(f"<code>{part}</code>" if index % 2 else part for index, part in enumerate(parts)))


def _file_name(path: str) -> str:
    return path.rpartition("/")[2]
