"""Statements as data: each claim with its own evidence and counts, and the JSON Schema of both."""

from typing import Any

from dossier.export.annotations import annotation_id
from dossier.graph import Graph
from dossier.graph.statements import Statement
from dossier.graph.urls import statement_url
from dossier.model.citation import Citation
from dossier.model.passage import UNIDENTIFIED
from dossier.text.whitespace import collapse_whitespace


def statement_data(graph: Graph, statement: Statement) -> dict[str, Any]:
    """Return a statement of a published record or of the settings; its counts are those of its own evidence."""
    corroboration = graph.corroboration_of_statement(statement)
    return {
        "id": statement.id,
        "field": ".".join(map(str, statement.path)),
        "text": statement_line(graph, statement),
        "markup": statement.markup,
        "marks": [mark.target for mark in statement.marks],
        "by": statement.by,
        "evidence": [evidence_data(graph, citation) for citation in statement.citations],
        "documents": len(corroboration.sources),
        "origins": len(corroboration.origins),
        "url": statement_url(statement),
    }


def statement_line(graph: Graph, statement: Statement) -> str:
    """Return the words of a statement on one line, without markup and marks."""
    return collapse_whitespace(graph.statement_text(statement))


def attribution_names(graph: Graph, citation: Citation) -> tuple[str, ...]:
    """Return the short labels of the source of a passage and of the links of its attribution, back to the speaker."""
    by_key = graph.dossier.by_key
    links = (by_key.get(graph.party_key(link) or "") for link in citation.passage.via)
    names = (link.short_label if link else UNIDENTIFIED for link in links)
    return (by_key[f"source:{citation.passage.source}"].short_label, *names)


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


def evidence_data(graph: Graph, citation: Citation) -> dict[str, Any]:
    """Return a passage as the evidence of a statement, which may be a passage of another record."""
    span = citation.span
    return {
        "annotation": annotation_id(citation),
        "source": citation.passage.source,
        "file": span.file,
        "start": span.start,
        "end": span.end,
        "exact": graph.passage_text(citation),
        "via": list(citation.passage.via),
        **locator_data(graph, citation),
        **translation_data(graph, citation),
    }
