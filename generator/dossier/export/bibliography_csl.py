"""The sources as CSL-JSON, which Zotero, Pandoc and word processors cite from."""

from collections.abc import Iterator
from typing import Any

from dossier.edtf.format import format_edtf, iso_date
from dossier.edtf.parse import Edtf
from dossier.graph import Graph
from dossier.model.identifiers import identifiers_of
from dossier.model.kinds.source import Source
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.model.terms import term
from dossier.text.bibtex import percent_encode
from dossier.text.interface import gettext as _
from dossier.text.interface import gettext_noop
from dossier.text.serialize import json_line
from dossier.text.whitespace import collapse_whitespace

PATH = "data/bibliography.json"
MEDIA_TYPE = "application/json"
DESCRIPTION = gettext_noop(
    "the sources as CSL-JSON, for Zotero, Pandoc and other reference managers. `note` gives a date in EDTF if it is "
    "not a plain day, month or year, and marks sources that are known only second-hand."
)
EXAMPLE = """\
import json

for source in json.load(open("data/bibliography.json", encoding="utf-8"))[:3]:
    print(source["id"], source["type"], source["title"], source.get("issued", "undated"))
"""
TYPES = {
    "news": "article-newspaper",
    "opinion blog": "post-weblog",
    "blog post": "post-weblog",
    "report": "report",
    "broadcast": "broadcast",
    "aggregator": "webpage",
}
"""CSL types of the kinds of source; the other kinds are documents."""
TYPES_WITH_CONTAINER = {"article-newspaper", "post-weblog", "webpage"}
"""CSL types of which the publisher is the container title."""
SECOND_HAND_NOTE = gettext_noop("Second-hand: known only through the sources that cite it.")


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield a list with one source per line, in the order of sources."""
    sources = graph.visible_of(Source)
    lines = ",\n".join(json_line(csl_item(graph, source)) for source in sources)
    yield OutputFile(PATH, f"[\n{lines}\n]\n")


def csl_item(graph: Graph, source: Source) -> dict[str, Any]:
    """Return the item of a source, as `csl-data.json` of the Citation Style Language 1.0.2 defines it."""
    csl_type = TYPES.get(source.kind, "document")
    fields = {
        "id": source.id,
        "type": csl_type,
        "title": collapse_whitespace(source.title),
        "title-short": source.short,
        "author": [{"literal": author} for author in source.authors],
        "container-title" if csl_type in TYPES_WITH_CONTAINER else "publisher": graph.labels.get(
            f"actor:{source.publisher}"
        ),
        "issued": _issued(source.main_date) if source.main_date else None,
        "accessed": _issued(source.accessed) if source.accessed else None,
        "genre": term(source.kind, "Source.kind"),
        **identifier_fields(source),
        "URL": percent_encode(source.url) if source.url else None,
        "abstract": graph.plain_text(source.summary),
        "note": " ".join(source_notes(source)),
    }
    return {name: value for name, value in fields.items() if value}


def identifier_fields(source: Source) -> dict[str, str]:
    """Return the DOI and the ISSN of a source, in the fields that bibliographies have for them."""
    names = {"doi": "DOI", "issn": "ISSN"}
    codes = {identifier.scheme.name: identifier.code for identifier in identifiers_of(source)}
    return {field: codes[name] for name, field in names.items() if name in codes}


def source_notes(source: Source) -> Iterator[str]:
    """Yield what no field can express: an imprecise date, a copy in an archive, and that a source is second-hand."""
    if source.main_date and not iso_date(source.main_date):
        words, edtf = format_edtf(source.main_date), source.main_date.text
        yield _("Published: %(date)s (EDTF: %(edtf)s).", date=words, edtf=edtf)
    if source.archived:
        yield _("Archived at %(address)s.", address=percent_encode(source.archived))
    if not source.has_text:
        yield _(SECOND_HAND_NOTE)


def _issued(date: Edtf) -> dict[str, Any]:
    """Return a plain day, month or year in parts, and other dates in words, which programs do not cut down."""
    plain = iso_date(date)
    return {"date-parts": [[int(part) for part in plain.split("-")]]} if plain else {"literal": format_edtf(date)}
