"""The rows of the Parquet files: claims as in `claims.jsonl`, passages and records, with typed values."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from dossier.edtf.parse import Edtf
from dossier.export.claims_jsonl import item_claims, passage_entry
from dossier.export.parquet_schema import CLAIMS, PASSAGES
from dossier.graph import Graph
from dossier.graph.origins import Corroboration
from dossier.graph.urls import page_path, page_url
from dossier.model.citation import Citation
from dossier.model.identifiers import SCHEMES, identifiers_of
from dossier.model.kinds.source import Source
from dossier.model.record import Record
from dossier.text.whitespace import collapse_whitespace

ParquetRow = Mapping[str, str | int | bool | date | list[str] | None]
"""The values of a row by column."""


CLAIM_NAMES, PASSAGE_NAMES = ([column.name for column in table.columns] for table in (CLAIMS, PASSAGES))
"""The columns; most have the same names and values as in `claims.jsonl`."""


def parquet_rows(graph: Graph, site_url: str, name: str) -> dict[str, Iterator[ParquetRow]]:
    """Return the rows of each table, by its name, each row as it is made; `name` is that of the dossier."""
    return {
        "claims": _claim_rows(graph, site_url),
        "passages": _passage_rows(graph, site_url),
        "records": (
            {**_record_row(graph, site_url, record), "identity": _identity(record, name)} for record in graph.visible
        ),
    }


def _claim_rows(graph: Graph, site_url: str) -> Iterator[ParquetRow]:
    """Yield the claims in the order of `claims.jsonl`."""
    for item in (graph.dossier.settings, *graph.visible):
        record = item if isinstance(item, Record) else None
        claims = item_claims(graph, site_url, item)
        for statement, claim in zip(graph.statements_of(item), claims, strict=True):
            corroboration = graph.corroboration_of_statement(statement)
            yield {
                **{name: claim[name] for name in CLAIM_NAMES if name in claim},
                **_date_cells("date", record.main_date if record else None),
                "roots": _root_keys(graph, corroboration),
                "sources": [f"{Source.singular}:{source}" for source in corroboration.sources],
                "passages": [_passage_id(citation) for citation in statement.citations],
                "actors": [actor["key"] for actor in claim["actors"]],
                "places": [place["key"] for place in claim["places"]],
                "dossier_title": claim["dossier"],
            }


def _passage_rows(graph: Graph, site_url: str) -> Iterator[ParquetRow]:
    for record in graph.visible:
        for citation in graph.citations_of(record):
            entry: dict[str, Any] = passage_entry(graph, site_url, citation)
            source = graph.source_of(citation)
            yield {
                **{name: entry[name] for name in PASSAGE_NAMES if name in entry},
                **_date_cells("published", source.main_date if source else None),
                "id": _passage_id(citation),
                "record": record.key,
                "source": f"{Source.singular}:{citation.passage.source}",
                "via": list(citation.passage.via),
                "attribution": list(entry["attribution"]),
                "root": next(iter(_root_keys(graph, graph.count_origins([citation]))), None),
                "translation": citation.passage.translation.text if citation.passage.translation else None,
            }


def _record_row(graph: Graph, site_url: str, record: Record) -> ParquetRow:
    settings, corroboration = graph.dossier.settings, graph.corroboration_of(record)
    publisher = record.publisher if isinstance(record, Source) else None
    return {
        "key": record.key,
        "kind": record.singular,
        "id": record.id,
        "label": record.label,
        "names": list(getattr(record, "aliases", ())),
        "same_as": [str(identifier) for identifier in identifiers_of(record)],
        "country": getattr(record, "country", None),
        "summary": collapse_whitespace(graph.plain_text(record.summary)),
        **_date_cells("date", record.main_date),
        "original_url": record.url if isinstance(record, Source) else None,
        "publisher": f"actor:{publisher}" if publisher else None,
        "about": list(record.about),
        "documents": len(corroboration.sources),
        "origins": len(corroboration.origins),
        "roots": _root_keys(graph, corroboration),
        "dossier_title": settings.title,
        "language": settings.language,
        "page": site_url + page_url(page_path(record)),
    }


def _identity(record: Record, name: str) -> str:
    """Return what a record is called in all dossiers, as far as that is known."""
    identifiers = sorted(identifiers_of(record), key=lambda identifier: SCHEMES.index(identifier.scheme))
    if identifiers:
        return str(identifiers[0])
    return (record.url if isinstance(record, Source) else None) or f"{name}/{record.key}"


def _date_cells(name: str, edtf: Edtf | None) -> dict[str, str | date | None]:
    if edtf is None:
        return {}
    return {name: edtf.text, f"{name}_earliest": edtf.earliest, f"{name}_latest": edtf.latest}


def _root_keys(graph: Graph, corroboration: Corroboration) -> list[str]:
    """Return the keys of the published records that the origins are named after."""
    keys = (graph.party_key(origin.root) or "" for origin in corroboration.origins if origin.root)
    return [key for key in keys if key in graph.visible_keys]


def _passage_id(citation: Citation) -> str:
    return f"{citation.record.key}#{'.'.join(map(str, citation.path))}"
