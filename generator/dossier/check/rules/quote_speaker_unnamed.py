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
from dossier.model.citation import Citation
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
    others = sorted(actor.id for actor in _last_speakers(graph, quote) if _excludes(actor, speaker))
    if others:
        message = (
            f"the attribution ends with `{others[0]}`, not `{speaker.id}`; correct one, or explain in `speaker_basis`"
        )
        yield Finding(quote.location("speaker"), ID, message)
    elif any(_places(graph, quote)) and not any(is_named(speaker, text) for text in _speaker_texts(graph, quote)):
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


def _last_speakers(graph: Graph, quote: Quote) -> list[Actor]:
    """Return the actors who are last in the attributions of the quote's own passages."""
    last_links = {citation.passage.via[-1] for citation in direct_citations(graph, quote) if citation.passage.via}
    actors = (graph.dossier.by_key.get(f"actor:{link}") for link in last_links)
    return [actor for actor in actors if isinstance(actor, Actor)]


def _excludes(last: Actor, speaker: Actor) -> bool:
    """Return whether somebody else must be the speaker: a person may speak for a body, but no body for another."""
    return last is not speaker and last.kind != "outlet" and (last.kind == "person" or speaker.kind != "person")


def _places(graph: Graph, quote: Quote) -> Iterator[tuple[Citation, TextSpan]]:
    """Yield where the quote's words are in the texts of its passages, each with the passage."""
    for citation in direct_citations(graph, quote):
        passage = cited_span(graph, citation.span)
        text = SearchableText("", passage.words)
        for span in (span for words in quote.words for span in find_all_spans(words, None, None, text)):
            yield citation, TextSpan(passage.text, passage.start + span.start, passage.start + span.end)


def _speaker_texts(graph: Graph, quote: Quote) -> Iterator[str]:
    """Yield the words around the quote's words among which its texts name the speaker."""
    for citation, words in _places(graph, quote):
        yield from find_speaker_texts(words.text, words.start, words.end)
        if quote.form in WRITTEN_FORMS or not graph.dossier.can_read(graph.source_of(citation)):
            lines = surrounding_lines(cited_span(graph, citation.span), LINES_BEFORE)
            yield f"{lines.text[lines.start : words.start]} {TextSpan(lines.text, words.end, lines.end).words}"
