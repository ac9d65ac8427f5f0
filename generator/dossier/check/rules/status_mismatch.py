"""The status of an event or a number must fit the words of its passages, or `status_basis` explains it.

Passes: `status: planned` for `they will meet`; `reported` for `they met`; `pledged` for `it pledged aid`.
Fails:  `status: forecast` for `it rose to 5`; `reported` where all passages look ahead (`is seen rising to 5`), or
    one does and the date is after the publication of every source.
"""

import re
from collections.abc import Iterator

from dossier.check.passages import direct_citations, read_citations
from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.kinds.event import Event
from dossier.model.kinds.number import Number
from dossier.model.kinds.source import Source
from dossier.model.units import TIME_UNITS

ID = "status-mismatch"
AHEAD = re.compile(
    r"\b(?:will|shall|would|plan(?:s|ned|ning)?|expect(?:s|ed|ing)?|forecasts?|predict(?:s|ed)?|project(?:s|ed)|"
    r"pledg(?:e[sd]?|ing)|promis(?:e[sd]?|ing)|announc(?:e[sd]?|ing|ement)|prepared to|set to|due to|intend(?:s|ed)?|"
    r"vow(?:s|ed)?|propos(?:e[sd]?|al)|scheduled|seen (?:rising|falling)|is to|are to|going to|deadline|ultimatum|"
    r"by the end|within|in \w+ (?:days|weeks|months|years)|hopes? to|aims? to|seeks? to|could|may|might|agreed to|"
    r"(?:withdraw|leave|go|end|start|begin|arrive|open|close)\w* by)\b|[’']ll\b",
    re.IGNORECASE,
)
"""Words about what has not happened yet."""
CERTAINLY_AHEAD = re.compile(
    r"\b(?:will|shall|plans? to|expects? to|(?:is|are|was|were) (?:expected|scheduled|set|due|forecast|projected) to|"
    r"(?:is|are) seen (?:rising|falling)|prepared to|pledg(?:es|ed)|promis(?:es|ed)|announced (?:that|plans)|"
    r"would (?:require|take|be needed))\b",
    re.IGNORECASE,
)
"""Words that rule out that it is reported as having happened."""
LOOKING_AHEAD = ("planned", "announced", "forecast", "pledged")


def check(graph: Graph) -> Iterator[Finding]:
    records: tuple[Event | Number, ...] = (*graph.dossier.events, *graph.dossier.numbers)
    for record in records:
        if record.status_basis is None:
            message = _mismatch(graph, record)
            if message:
                yield Finding(record.location("status"), ID, message)


def _mismatch(graph: Graph, record: Event | Number) -> str:
    texts = [graph.passage_text(citation) for citation in read_citations(graph, record)]
    if not texts or len(texts) < len(direct_citations(graph, record)):
        return ""  # Words about the future are known in English only.
    if record.status in LOOKING_AHEAD:
        if any(AHEAD.search(text) for text in texts):
            return ""
        return f"no passage looks ahead, with words such as “will” or “plans”; correct `{record.status}`"
    if record.status == "reported" and not (isinstance(record, Number) and record.unit in TIME_UNITS):
        found = [CERTAINLY_AHEAD.search(text) for text in texts]
        first = found[0]
        if first is not None and all(found):
            return f"the passages look ahead (“{first[0]}”): correct `reported`, or explain in `status_basis`"
        if isinstance(record, Event) and any(map(AHEAD.search, texts)) and _is_later(graph, record):
            return "the date is after the publication of every source; is it planned or announced?"
    return ""


def _is_later(graph: Graph, event: Event) -> bool:
    """Return whether an event is dated after the day on which each of its sources was published."""
    sources = {
        graph.dossier.by_key.get(f"source:{citation.passage.source}") for citation in direct_citations(graph, event)
    }
    dates = [source.published.date if isinstance(source, Source) and source.published else None for source in sources]
    if event.date is None or event.date.earliest is None or not dates:
        return False
    return all(date is not None and date.latest is not None and event.date.earliest > date.latest for date in dates)
