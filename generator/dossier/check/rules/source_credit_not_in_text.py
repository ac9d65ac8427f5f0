"""The authors of a source must be those that its text credits, or `credit_basis` says who they are.

Passes: `authors: [Ada Lind]` for `By Ada Lind, the Gazette`; an author where the text credits nobody.
Fails:  `authors: [Ada Lund]` for the same text.
"""

from collections.abc import Iterator

from dossier.check.names import has_exact_name
from dossier.check.passages import first_and_last_lines
from dossier.detect.detectors import Detectors
from dossier.detect.languages import source_detectors
from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.kinds.source import Source
from dossier.text.suggest import did_you_mean

ID = "source-credit-not-in-text"


def check(graph: Graph) -> Iterator[Finding]:
    for source in graph.dossier.sources:
        text = graph.dossier.source_texts.get(source.text or "") if source.sha256 else None
        detectors = source_detectors(graph.dossier, source)
        if text is None or detectors is None or detectors.byline is None:
            continue
        basis = graph.plain_text(source.credit_basis or "")
        yield from _check_authors(source, text.text, basis, detectors)


def _check_authors(source: Source, text: str, basis: str, detectors: Detectors) -> Iterator[Finding]:
    bylines = [
        match["name"].strip()
        for match in (detectors.byline.finditer(first_and_last_lines(text)) if detectors.byline else ())
        if match["name"][0].isupper() and not detectors.find_dates(match["name"])
    ]
    for index, author in enumerate(source.authors):
        if bylines and not has_exact_name(author, text) and not has_exact_name(author, basis):
            suggestion = did_you_mean(author, bylines) or f"; it has “by {bylines[0]}”"
            message = f"the text does not print `{author}`{suggestion}; correct it, or name them in `credit_basis`"
            yield Finding(source.location("authors", index), ID, message)
