"""A cross-link in prose must be complete: `[[kind:id]]` or `[[kind:id|words]]`.

Passes: `[[actor:juan-guaido|Guaidó]] named himself president.`
Fails:  `[[juan-guaido]]`, `[[actor:juan-guaido]`, `[[actor:Juan Guaido]]`.
"""

import re
from collections.abc import Iterator

from dossier.graph import Graph
from dossier.graph.markup import KEY, find_cross_links
from dossier.model.base import ProseField
from dossier.model.finding import Finding

ID = "malformed-link"
MAX_EXCERPT_LENGTH = 60
VALID_LINK = re.compile(rf"\[\[(?:{KEY.pattern})(?:\|[^\[\]\n]*)?\]\]")
BRACKETS = re.compile(r"\[\[|\]\]")


def check(graph: Graph) -> Iterator[Finding]:
    for record in graph.dossier.all_items:
        for path, mark, text in record.prose_fields:
            if isinstance(mark, ProseField) and mark.has_markup and _has_brackets(VALID_LINK.sub(" ", text)):
                for fragment in _malformed_fragments(text):
                    message = f"`{fragment}` is not a valid cross-link; write [[kind:id]] or [[kind:id|words]]"
                    yield Finding(record.location(*path, words=fragment), ID, message)


def _has_brackets(text: str) -> bool:
    return "[[" in text or "]]" in text


def _malformed_fragments(text: str) -> Iterator[str]:
    """Yield each link whose key is not `kind:id`, then the text from each bracket that belongs to no link."""
    links = list(find_cross_links(text))
    for link in links:
        if not KEY.fullmatch(link.key):
            yield text[link.start : link.end]
    starts = [0, *(link.end for link in links)]
    ends = [*(link.start for link in links), len(text)]
    for start, end in zip(starts, ends, strict=True):
        for match in BRACKETS.finditer(text, start, end):
            yield text[match.start() : end][:MAX_EXCERPT_LENGTH]
