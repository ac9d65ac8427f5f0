"""The statements as JSON Lines: one self-contained claim per line, with its evidence, its attribution and its counts.

The statements by the sources and by the editor are all included; `by` tells them apart. What a line says of its record,
and of each source, it says in names as well as in ids, so that no line needs another file.
"""

import hashlib
from collections import deque
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple, cast

from dossier.export.claim_context import disagreements_of, named_records, record_facts
from dossier.export.statement_entries import attribution_names, evidence_data, source_data, statement_entry
from dossier.graph import Graph
from dossier.graph.statements import Statement
from dossier.graph.text_parts import passage_url
from dossier.graph.urls import item_page_path, page_url
from dossier.model.citation import Citation
from dossier.model.content_item import ContentItem
from dossier.model.kinds.source import Source
from dossier.model.marks import strip_marks
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.model.record import Record
from dossier.text.interface import gettext_noop
from dossier.text.serialize import json_bytes
from dossier.text.whitespace import collapse_whitespace

PATH = "data/claims.jsonl"
NO_DATE = {"status": None, "date": None, "date_words": None}
MEDIA_TYPE = "application/jsonl"
DESCRIPTION = gettext_noop(
    "every statement of the records and of the home page, one per line (JSON Lines), each complete in itself, so that "
    "questions can be answered from this file alone: its text without markup, and with its links (`markup`), with "
    "`context` if it is one of several in a text (the whole text) or a role or relation (whose it is); the record's "
    "key, kind, label, page, review and main date (EDTF, and in words), a number's `figure`, a quote's `words` and "
    "`speaker`; the `actors` and `places` that it names; whether it is by the sources or by the editor (`by`); its "
    "passages, each with its exact words and position, who said them (`said_by`), `through` whom we have them, and "
    "its source with publisher, date and grade; the number of sources (`documents`) and of independent `origins`; "
    "the `disagreements` that it is part of, with all of their answers, and whether it is `disputed`: those of the "
    "weight `wording`, in which only names or spellings differ, do not count. Addresses are from the site's root "
    "unless the site's address is known."
)
EXAMPLE = """\
import json

with open("data/claims.jsonl", encoding="utf-8") as file:
    claims = [json.loads(line) for line in file]
for claim in [claim for claim in claims if claim["kind"] == "number"][:3]:
    print(claim["figure"]["words"], "|", claim["text"], "|", "disputed" if claim["disputed"] else "")
    for passage in claim["evidence"]:
        print("   ", passage["said_by"], "through", " and ".join(passage["through"]) or "nobody", "|", passage["exact"])
"""


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield the claims: those of the home page first, then those of each record, in the order of its page."""
    yield OutputFile(PATH, claims_of(graph, publication.site_url).iter_lines)


@lru_cache(maxsize=1)
def claims_of(graph: Graph, site_url: str) -> "Claims":
    """Return the content of the file for a graph."""
    return Claims(graph, site_url)


class Claims:
    """The content of the file, made a line at a time, and its checksum, which the data package has."""

    def __init__(self, graph: Graph, site_url: str) -> None:
        self._graph, self._site_url = graph, site_url
        self._checksum: Checksum | None = None

    def iter_lines(self) -> Iterator[bytes]:
        """Yield every statement as a line of JSON."""
        size, digest = 0, hashlib.sha256()
        for item in (self._graph.dossier.settings, *self._graph.visible):
            for claim in item_claims(self._graph, self._site_url, item):
                line = json_bytes(claim) + b"\n"
                size += len(line)
                digest.update(line)
                yield line
        self._checksum = Checksum(size, digest.hexdigest())

    @property
    def checksum(self) -> "Checksum":
        """The checksum; the lines are made for it only if they have not been made before."""
        if self._checksum is None:
            deque(self.iter_lines(), maxlen=0)
        return cast(Checksum, self._checksum)


class Checksum(NamedTuple):
    """The number of bytes of a file, and their SHA-256."""

    size: int
    sha256: str


def item_claims(graph: Graph, site_url: str, item: ContentItem) -> Iterator[dict[str, Any]]:
    """Yield each statement of a record or of the settings, in the order of its page."""
    settings, record = graph.dossier.settings, item if isinstance(item, Record) else None
    label = record.label if record else settings.title
    origin = {"dossier": settings.title, "language": settings.language}
    about = {
        "record": record.key if record else None,
        "kind": item.singular,
        "label": label,
        **(record_facts(graph, record) if record else {"review": None} | NO_DATE),
    }
    page = site_url + page_url(item_page_path(item))
    for statement in graph.statements_of(item):
        field, text, documents, origins, url = statement_entry(graph, statement)
        disagreements = disagreements_of(graph, statement, site_url)
        context = _context(graph, statement) if statement.is_prose else f"{label}: {text}"
        yield {
            "id": f"{item.key}#{statement.anchor}",
            "text": text,
            "markup": statement.shown_markup,
            **({"context": context} if context != text else {}),
            "by": statement.by,
            **origin,
            **about,
            **named_records(graph, statement, site_url),
            "field": field,
            "documents": documents,
            "origins": origins,
            "evidence": [passage_entry(graph, site_url, citation) for citation in statement.citations],
            "disputed": any(disagreement["weight"] != "wording" for disagreement in disagreements),
            "disagreements": disagreements,
            "page": page,
            "url": site_url + url,
        }


def _context(graph: Graph, statement: Statement) -> str:
    """Return the whole text that a statement is in, on one line, without markup and marks."""
    text = statement.field.text
    return collapse_whitespace(graph.plain_text(text) if statement.has_markup else strip_marks(text))


def passage_entry(graph: Graph, site_url: str, citation: Citation) -> dict[str, Any]:
    """Return a passage with its source, who said its words, and through whom we have them, all in names."""
    source = cast(Source, graph.dossier.by_key[f"source:{citation.passage.source}"])
    attribution = attribution_names(graph, citation)
    about = source_data(graph, source, site_url)
    return {
        **evidence_data(graph, citation, site_url),
        **{name: about.get(name) for name in ("title", "publisher", "published", "published_words", "grade")},
        "said_by": attribution[-1],
        "through": attribution[:-1],
        "attribution": attribution,
        "source_url": about["url"],
        "url": site_url + passage_url(graph, *citation.place),
    }
