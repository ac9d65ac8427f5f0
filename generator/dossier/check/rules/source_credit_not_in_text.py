"""The authors of a source must be those that its text credits, or `credit_basis` says who they are.

Passes: `authors: [Ada Lind]` for `By Ada Lind, the Gazette`; an author where the text credits nobody.
Fails:  `authors: [Ada Lund]` for the same text.
"""

import re
from collections.abc import Iterator

from dossier.check.names import has_exact_name
from dossier.check.passages import first_and_last_lines
from dossier.detect.en.dates import find_dates
from dossier.detect.languages import reads_words
from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.kinds.source import Source
from dossier.text.suggest import did_you_mean

ID = "source-credit-not-in-text"
BYLINE = re.compile(
    r"^\W*(?i:(?:(?:written|posted|published|reporting|reported|story|text|words) )?by|author:)\s+"
    r"(?P<name>[^\W\d_][^,|·•;()\n]{2,60})",
    re.MULTILINE,
)


def check(graph: Graph) -> Iterator[Finding]:
    for source in graph.dossier.sources:
        text = graph.dossier.source_texts.get(source.text or "") if source.sha256 else None
        if text is None or not reads_words(graph.dossier, source):
            continue
        basis = graph.plain_text(source.credit_basis or "")
        yield from _check_authors(source, text.text, basis)


def _check_authors(source: Source, text: str, basis: str) -> Iterator[Finding]:
    bylines = [
        match["name"].strip()
        for match in BYLINE.finditer(first_and_last_lines(text))
        if match["name"][0].isupper() and not find_dates(match["name"])
    ]
    for index, author in enumerate(source.authors):
        if bylines and not has_exact_name(author, text) and not has_exact_name(author, basis):
            suggestion = did_you_mean(author, bylines) or f"; it has “by {bylines[0]}”"
            message = f"the text does not print `{author}`{suggestion}; correct it, or name them in `credit_basis`"
            yield Finding(source.location("authors", index), ID, message)
