"""A quote's speaker must be named with a verb of saying next to its words, unless `speaker_basis` says who it is.

Passes: the speaker `Silva` for words that `Silva said in the video` follows, or that a sentence about Silva precedes
    and `he said` follows. For written words, and in a language without rules of its own, it is enough that the speaker
    is named near them.
Fails:  a speaker who is named only inside the quotation, or as somebody spoken to or of; an attribution that ends with
    another person; no speaker, where an actor is named in this way.
"""

from collections.abc import Iterator

from dossier.check.names import is_named
from dossier.check.passages import TextSpan, cited_span, direct_citations, surrounding_lines
from dossier.detect.speakers import find_speaker_texts
from dossier.graph import Graph
from dossier.match import SearchableText, find_all_spans
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.quote import Quote

ID = "quote-speaker-unnamed"
LINES_BEFORE = 2
WRITTEN_FORMS = ("document", "reader comment")


def check(graph: Graph) -> Iterator[Finding]:
    for quote in graph.dossier.quotes:
        speaker = graph.dossier.by_key.get(f"actor:{quote.speaker}")
        if quote.speaker is None:
            yield from _check_without_speaker(graph, quote)
        elif isinstance(speaker, Actor) and not is_named(speaker, graph.plain_text(quote.speaker_basis or "")):
            yield from _check_speaker(graph, quote, speaker)


def _check_speaker(graph: Graph, quote: Quote, speaker: Actor) -> Iterator[Finding]:
    others = sorted(_last_persons(graph, quote) - {speaker.id})
    if others:
        message = (
            f"the attribution ends with `{others[0]}`, not `{speaker.id}`; correct one, or explain in `speaker_basis`"
        )
        yield Finding(quote.location("speaker"), ID, message)
    elif not any(is_named(speaker, text) for text in _speaker_texts(graph, quote)):
        message = f"`{speaker.id}` is not named as the speaker next to these words; say in `speaker_basis` who it is"
        yield Finding(quote.location("speaker"), ID, message)


def _check_without_speaker(graph: Graph, quote: Quote) -> Iterator[Finding]:
    is_read = all(graph.dossier.can_read(graph.source_of(citation)) for citation in direct_citations(graph, quote))
    if quote.speaker_basis is not None or quote.form in WRITTEN_FORMS or not is_read:
        return
    texts = list(_speaker_texts(graph, quote))
    named = [actor.id for actor in graph.dossier.actors if any(is_named(actor, text) for text in texts)]
    if named:
        message = f"`{named[0]}` is named next to these words; give the `speaker`, or say in `speaker_basis` why not"
        yield Finding(quote.location(), ID, message)


def _last_persons(graph: Graph, quote: Quote) -> set[str]:
    """Return the ids of the persons who are last in the attributions of the quote's own passages."""
    last_links = {citation.passage.via[-1] for citation in direct_citations(graph, quote) if citation.passage.via}
    actors = (graph.dossier.by_key.get(f"actor:{link}") for link in last_links)
    return {actor.id for actor in actors if isinstance(actor, Actor) and actor.kind == "person"}


def _speaker_texts(graph: Graph, quote: Quote) -> Iterator[str]:
    """Yield the words around the quote's words among which its texts name the speaker."""
    for citation in direct_citations(graph, quote):
        passage = cited_span(graph, citation.span)
        lines = surrounding_lines(passage, LINES_BEFORE)
        text = SearchableText("", passage.words)
        spans = [span for words in quote.words for span in find_all_spans(words, None, None, text)]
        if not spans:
            yield lines.words  # `quote-words-not-found` reports it.
        for span in spans:
            start, end = passage.start + span.start, passage.start + span.end
            yield from find_speaker_texts(passage.text, start, end)
            if quote.form in WRITTEN_FORMS or not graph.dossier.can_read(graph.source_of(citation)):
                yield f"{lines.text[lines.start : start]} {TextSpan(lines.text, end, lines.end).words}"
