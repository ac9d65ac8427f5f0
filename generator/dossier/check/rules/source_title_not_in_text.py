"""The title of a source with a text must be printed in the text, or `title_basis` says where it comes from.

Passes: `title: Dockers walk out at Port Brenn`, the first line of the text; another title with `title_basis`.
Fails:  `title: Dockers walked out of Port Brenn` for the same text.
"""

from collections import Counter
from collections.abc import Iterator

from dossier.graph import Graph
from dossier.match import simplify_text
from dossier.model.finding import Finding
from dossier.text.suggest import did_you_mean

ID = "source-title-not-in-text"
FIRST_LINES = 12
"""The lines of which one may be the title that is meant."""


def check(graph: Graph) -> Iterator[Finding]:
    owners = Counter(source.text for source in graph.dossier.sources)
    for source in graph.dossier.sources:
        text = graph.dossier.source_texts.get(source.text or "") if source.sha256 else None
        if (
            text is not None
            and owners[source.text] == 1
            and source.title_basis is None
            and simplify_text(source.title) not in simplify_text(text.text)
        ):
            lines = [line.strip() for line in text.text.splitlines()[:FIRST_LINES]]
            suggestion = did_you_mean(source.title, [line for line in lines if line])
            message = f"the text does not print this title{suggestion}; or add `title_basis`"
            yield Finding(source.location("title"), ID, message)
