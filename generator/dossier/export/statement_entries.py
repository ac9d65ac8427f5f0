"""Statements as data: each claim with its own evidence and counts.

A passage, a source, and what all formats say of a statement, is made once: copy a passage before you change it.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from dossier.edtf.format import format_edtf
from dossier.graph import Graph
from dossier.graph.statements import Statement
from dossier.graph.urls import citation_url, page_path, page_url, relative_url, statement_url
from dossier.model.base import FieldPath
from dossier.model.citation import Citation
from dossier.model.kinds.source import Source
from dossier.model.passage import UNIDENTIFIED
from dossier.text.whitespace import collapse_whitespace

FOLDER = "data/"
"""The folder of the data files, from which the addresses of annotations are."""


class StatementEntry(NamedTuple):
    """What all formats say of a statement: its path, its words on one line without markup, its counts and address.

    The address is from the site's root.
    """

    field: str
    text: str
    documents: int
    origins: int
    url: str


class _Made(NamedTuple):
    """What has been made of a graph: statements, and attributions."""

    statements: dict[Statement, StatementEntry]
    attributions: dict[tuple[str, tuple[str, ...]], tuple[str, ...]]


@lru_cache(maxsize=1)
def _made_of(graph: Graph) -> _Made:
    return _Made({}, {})


@lru_cache(maxsize=1)
def _passages_of(graph: Graph, site_url: str) -> dict[tuple[str, FieldPath], dict[str, Any]]:
    """Return what has been made of the passages of a graph, by their record's key and their path."""
    return {}


@lru_cache(maxsize=1)
def _sources_of(graph: Graph, site_url: str) -> dict[str, Mapping[str, Any]]:
    """Return what has been made of the sources of a graph, by their keys."""
    return {}


def absolute_or_relative(url: str, file: str, site_url: str) -> str:
    """Return an address, given from the site's root: absolute if `site_url` is known, else relative to `file`."""
    return site_url + url if site_url else relative_url(url, file)


def statement_entry(graph: Graph, statement: Statement) -> StatementEntry:
    """Return what all formats say of a statement of a published record or of the settings."""
    made = _made_of(graph).statements
    if statement not in made:
        corroboration = graph.corroboration_of_statement(statement)
        made[statement] = StatementEntry(
            ".".join(map(str, statement.path)),
            collapse_whitespace(graph.statement_text(statement)),
            len(corroboration.sources),
            len(corroboration.origins),
            statement_url(statement),
        )
    return made[statement]


def evidence_data(graph: Graph, citation: Citation, site_url: str = "") -> dict[str, Any]:
    """Return a passage as the evidence of a statement, which may be a passage of another record."""
    made, key = _passages_of(graph, site_url), (citation.record.key, citation.path)
    if key not in made:
        made[key] = _evidence_data(graph, citation, site_url)
    return made[key]


def annotation_id(citation: Citation, site_url: str = "") -> str:
    """Return the id of a passage's annotation: the address of its words on the page of its record.

    It is absolute if the address of the site is known, else relative to `data/`.
    """
    return absolute_or_relative(citation_url(citation), FOLDER, site_url)


def statement_data(graph: Graph, statement: Statement, site_url: str = "") -> dict[str, Any]:
    """Return a statement of a published record or of the settings; its counts are those of its own evidence."""
    entry = statement_entry(graph, statement)
    return {
        "id": statement.id,
        "field": entry.field,
        "text": entry.text,
        "markup": statement.shown_markup,
        "marks": [mark.target for mark in statement.marks],
        "by": statement.by,
        "evidence": [evidence_data(graph, citation, site_url) for citation in statement.citations],
        "documents": entry.documents,
        "origins": entry.origins,
        "url": site_url + entry.url,
    }


def source_data(graph: Graph, source: Source, site_url: str) -> Mapping[str, Any]:
    """Return what is known of a source, in names as far as it is shown in names; what is not known is left out."""
    made = _sources_of(graph, site_url)
    if source.key not in made:
        made[source.key] = _source_data(graph, source, site_url)
    return made[source.key]


def _source_data(graph: Graph, source: Source, site_url: str) -> dict[str, Any]:
    date = source.main_date
    fields = {
        "title": source.label,
        "publisher": graph.labels.get(f"actor:{source.publisher}"),
        "authors": list(source.authors) or None,
        "kind": source.kind,
        "published": date.text if date else None,
        "published_words": format_edtf(date) if date else None,
        "grade": source.grade.letter if source.has_text else None,
        "original_url": source.url,
        "archived": source.archived,
        "accessed": source.accessed.text if source.accessed else None,
        "url": site_url + page_url(page_path(source)),
    }
    return {name: value for name, value in fields.items() if value is not None}


def attribution_names(graph: Graph, citation: Citation) -> tuple[str, ...]:
    """Return the short labels of the source of a passage and of the links of its attribution, back to the speaker."""
    made, attribution = _made_of(graph).attributions, (citation.passage.source, citation.passage.via)
    if attribution not in made:
        made[attribution] = _attribution_names(graph, *attribution)
    return made[attribution]


def _attribution_names(graph: Graph, source_id: str, via: tuple[str, ...]) -> tuple[str, ...]:
    by_key = graph.dossier.by_key
    links = (by_key.get(graph.party_key(link) or "") for link in via)
    names = (link.short_label if link else UNIDENTIFIED for link in links)
    return (by_key[f"source:{source_id}"].short_label, *names)


def locator_data(graph: Graph, citation: Citation) -> dict[str, list[dict[str, Any]]]:
    """Return where in the original a passage is, as `locators`; {} if that is not known."""
    locators = [
        {name: value for name, value in locator._asdict().items() if value and name != "offset"}
        for locator in graph.locators_of(citation)
    ]
    return {"locators": locators} if locators else {}


def translation_data(graph: Graph, citation: Citation) -> dict[str, dict[str, str]]:
    """Return the translation of a passage with its language, as `translation`; {} if there is none."""
    translation = citation.passage.translation
    if translation is None:
        return {}
    language = translation.language or graph.dossier.settings.language
    return {"translation": {"text": translation.text, "language": language, "by": translation.by}}


def _evidence_data(graph: Graph, citation: Citation, site_url: str) -> dict[str, Any]:
    span = citation.span
    words, exact = graph.passage_text(citation), citation.passage.exact
    return {
        "annotation": annotation_id(citation, site_url),
        "source": citation.passage.source,
        "file": span.file,
        "start": span.start,
        "end": span.end,
        "exact": exact if exact == words else words,  # Most are equal, and there already.
        "via": citation.passage.via,
        **locator_data(graph, citation),
        **translation_data(graph, citation),
    }
