"""A cross-link in prose is whole: `[[kind:id]]` or `[[kind:id|words]]`.

Passes: `[[actor:juan-guaido|Guaidó]] named himself president.`
Fails:  `[[juan-guaido]]`, `[[actor:juan-guaido]`, `[[actor:Juan Guaido]]`.
"""

import re
from collections.abc import Iterator

from dossier.graph import Graph
from dossier.graph.markup import KEY, find_cross_links
from dossier.model.finding import Finding

ID = "malformed-link"
SHOWN = 60
WHOLE = re.compile(rf"\[\[(?:{KEY.pattern})(?:\|[^\[\]\n]*)?\]\]")


def check(graph: Graph) -> Iterator[Finding]:
    for record in graph.dossier.all_items:
        for path, _, text in record.prose_fields:
            rest = WHOLE.sub(" ", text)
            if "[[" in rest or "]]" in rest:
                for piece in _faulty(text):
                    message = f"`{piece}` is no cross-link: write [[kind:id]] or [[kind:id|words]]"
                    yield Finding(record.location(*path, words=piece), ID, message)


def _faulty(text: str) -> Iterator[str]:
    links = list(find_cross_links(text))
    yield from (text[link.start : link.end] for link in links if not KEY.fullmatch(link.key))
    rest, last = [], 0
    for link in links:
        rest.append(text[last : link.start])
        last = link.end
    for piece in (one for one in (*rest, text[last:]) if "[[" in one or "]]" in one):
        yield from (piece[found.start() :][:SHOWN] for found in re.finditer(r"\[\[|\]\]", piece))
