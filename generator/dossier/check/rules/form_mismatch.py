"""A reader's comment and written words must be such in the texts, unless `form_basis` or `status_basis` says why.

Passes: `form` or `status: reader comment` for words in a region of readers' comments, or of a `reader` or `commenter`;
    `form: document` for the words of a headline, a letter or a post.
Fails:  `reader comment` for the words of a report; another `form` or `status` for the words or the figure of a reader;
    `form: document` for `“Nobody asked us,” Falk said`.
"""

import re
from collections.abc import Iterator, Sequence

from dossier.check.passages import cited_span, read_citations, surrounding_lines
from dossier.graph import Graph
from dossier.match import ascii_punctuation
from dossier.model.citation import Citation
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.number import Number
from dossier.model.kinds.quote import Quote
from dossier.model.record import READER_COMMENT
from dossier.text.whitespace import collapse_whitespace

ID = "form-mismatch"
_READER = re.compile(
    r"\b(?:readers?|commenters?|subscribers?|users?|viewers?|letters? to the editor|forum|thread"
    r"|(?:in|the|a|one|his|her|online|web) comments?|comments? (?:section|below|under|on|beneath|from)|commented)\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"\b(?:said|says|saying|tol[d]|tells|added|shouted|chanted|asked|replied|called|calling|warned)\b")
_DISTANCE = 120
"""How many characters from the words a verb of speaking may be."""
_WRITTEN = re.compile(
    r"\b(?:wr[io]tes?|written|wrote|letter|tweet\w*|post(?:s|ed)?|statement|document|memo|e-?mails?|filing|book|article"
    r"|ruling|judge?ment|op-ed|message|text(?:s|ed)?|headline|heading|caption|report|communique|release|diary|note|paper|blog"
    r"|account|website|page|leaflet|banner|sign|placard|contract|agreement|treaty|resolution|law|bill|constitution|indictment"
    r"|complaint|transcript|manifesto|column|editorial|study)\b",
    re.IGNORECASE,
)


def check(graph: Graph) -> Iterator[Finding]:
    records: tuple[Quote | Number, ...] = (*graph.dossier.quotes, *graph.dossier.numbers)
    for record in records:
        key, basis = ("form", record.form_basis) if isinstance(record, Quote) else ("status", record.status_basis)
        citations = read_citations(graph, record)
        if basis is not None or not citations:
            continue
        value = getattr(record, key)
        reader = next((actor for actor in _sayers(graph, record, citations) if actor.status == READER_COMMENT), None)
        if value == READER_COMMENT:
            if reader is None and not any(_is_of_reader(graph, record, citation) for citation in citations):
                message = f"no passage is a reader's comment; correct the `{key}`, or say why in `{key}_basis`"
                yield Finding(record.location(key), ID, message)
        elif reader is not None and all(citation.passage.via[-1:] in ((), (reader.id,)) for citation in citations):
            message = f"`{reader.id}` wrote this in a comment: write `{key}: reader comment`, or a `{key}_basis`"
            yield Finding(record.location(key), ID, message)
        elif isinstance(record, Quote) and value == "document" and _is_spoken(graph, record, citations):
            message = "the text has these words as said aloud; correct the `form`, or say why in `form_basis`"
            yield Finding(record.location("form"), ID, message)


def _sayers(graph: Graph, record: Quote | Number, citations: list[Citation]) -> Iterator[Actor]:
    """Yield who said or counted something, or else is last in the attribution of its passages."""
    named = record.speaker if isinstance(record, Quote) else record.counted_by
    ids = [named] if named else [citation.passage.via[-1] for citation in citations if citation.passage.via]
    actors = (graph.dossier.by_key.get(f"actor:{actor_id}") for actor_id in ids)
    yield from (actor for actor in actors if isinstance(actor, Actor))


def _is_of_reader(graph: Graph, record: Quote | Number, citation: Citation) -> bool:
    """Return whether a passage is in a region of readers' comments, or a reader is named with it."""
    span, regions = citation.span, graph.excluded_regions(citation.passage.source)
    if any(region.kind == "reader comments" and region.start <= span.start <= region.end for region in regions):
        return True
    names = " ".join(actor.name for actor in _sayers(graph, record, [citation]))
    return (
        _READER.search(names) is not None
        or _READER.search(surrounding_lines(cited_span(graph, span), 1).words) is not None
    )


def _is_spoken(graph: Graph, quote: Quote, citations: list[Citation]) -> bool:
    """Return whether all passages have a person's words as said aloud, and none speaks of a document."""
    speaker = graph.dossier.by_key.get(f"actor:{quote.speaker}")
    if not isinstance(speaker, Actor) or speaker.kind not in ("person", "group"):
        return False
    lines = [_plain(surrounding_lines(cited_span(graph, citation.span)).words) for citation in citations]
    return not any(map(_WRITTEN.search, lines)) and all(_is_quoted_speech(line, quote.words) for line in lines)


def _is_quoted_speech(line: str, pieces: Sequence[str]) -> bool:
    """Return whether a line has a piece of a quote in quotation marks, with a verb of speaking near it."""
    for piece in pieces:
        words = _plain(piece).strip(" .,;")
        start = line.find(f'"{words}')
        if start >= 0:
            end = start + len(words) + 1
            return (
                _SPOKEN.search(line[max(0, start - _DISTANCE) : start] + " | " + line[end : end + _DISTANCE])
                is not None
            )
    return False


def _plain(text: str) -> str:
    return ascii_punctuation(collapse_whitespace(text))
