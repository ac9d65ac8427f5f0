"""A quote's speaker must be named with a verb of saying next to its words, unless `speaker_basis` says who it is.

Passes: the speaker `Silva` for words that `Silva said in the video` follows, or that a sentence about Silva precedes
    and `he said` follows. For written words, and in a language without rules of its own, it is enough that the speaker
    is named near them. In subtitles and transcripts, the line begins with the name: `EVA HOLM:`.
Fails:  a speaker who is named only inside the quotation, or as somebody spoken to or of; an attribution that ends with
    another person, or written words with that of another publisher; no speaker, where an actor is named in this way.
"""

import re
from collections.abc import Iterator

from dossier.check.names import actors_named_in, is_named, short_name_pattern, simplify_name
from dossier.check.passages import TextSpan, cited_span, direct_citations, is_from_recording, surrounding_lines
from dossier.detect.labelled_speech import find_labelled_speech, label_of
from dossier.detect.languages import notes_of, source_detectors, speakers_of
from dossier.graph import Graph
from dossier.match import SearchableText, find_all_spans
from dossier.model.citation import Citation
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source

ID = "quote-speaker-unnamed"
LINES_BEFORE = 2
WRITTEN_FORMS = ("document", "reader comment")
_NO_PART = "".join(rf"(?<!\b{word} )(?<!\b{word} the )" for word in ("at", "for", "from", "in", "of", "with"))
"""Before a name that is no part of the words before it: not `Russia` in `the government of Russia`."""


def check(graph: Graph) -> Iterator[Finding]:
    for quote in graph.dossier.quotes:
        speaker = graph.dossier.by_key.get(f"actor:{quote.speaker}")
        if quote.speaker is None:
            yield from _check_without_speaker(graph, quote)
        elif isinstance(speaker, Actor) and not _is_explained(graph, quote, speaker):
            yield from _check_speaker(graph, quote, speaker)


def _is_explained(graph: Graph, quote: Quote, speaker: Actor) -> bool:
    """Return whether `speaker_basis` names the speaker, by words that do not name another who ends the attribution."""
    basis = graph.plain_text(quote.speaker_basis or "")
    last = [actor for actor in _last_speakers(graph, quote) if _excludes(actor, speaker)]
    return is_named(speaker, basis) and not any(actor.unnamed and is_named(actor, basis) for actor in last)


def _check_speaker(graph: Graph, quote: Quote, speaker: Actor) -> Iterator[Finding]:
    texts = list(_speaker_texts(graph, quote))
    last = [
        actor for actor in _last_speakers(graph, quote) if _excludes(actor, speaker) or _says(actor, speaker, texts)
    ]
    if quote.form == "document" and not any(is_named(speaker, text) for text in _saying_texts(graph, quote)):
        last += [publisher for publisher in _publishers(graph, quote) if publisher is not speaker]
    others = sorted(actor.id for actor in last)
    if others:
        message = (
            f"the attribution ends with `{others[0]}`, not `{speaker.id}`; correct one, or explain in `speaker_basis`"
        )
        yield Finding(quote.location("speaker"), ID, message)
    elif any(_places(graph, quote)) and not any(is_named(speaker, text) for text in texts):
        message = f"`{speaker.id}` is not named as the speaker next to these words; say in `speaker_basis` who it is"
        yield Finding(quote.location("speaker"), ID, message)


def _check_without_speaker(graph: Graph, quote: Quote) -> Iterator[Finding]:
    is_read = all(speakers_of(graph.dossier, graph.source_of(citation)) for citation in direct_citations(graph, quote))
    if quote.speaker_basis is not None or quote.form in WRITTEN_FORMS or not is_read:
        return
    texts = list(_speaker_texts(graph, quote))
    named = {actor.id: actor for text in texts for actor in actors_named_in(graph, text)}
    if named:
        first = next(actor.id for actor in graph.dossier.actors if actor.id in named)
        message = f"`{first}` is named next to these words; give the `speaker`, or say in `speaker_basis` why not"
        yield Finding(quote.location(), ID, message)


def _last_speakers(graph: Graph, quote: Quote) -> list[Actor]:
    """Return the actors who are last in the attributions of the quote's own passages."""
    last_links = {citation.passage.via[-1] for citation in direct_citations(graph, quote) if citation.passage.via}
    actors = (graph.dossier.by_key.get(f"actor:{link}") for link in last_links)
    return [actor for actor in actors if isinstance(actor, Actor)]


def _excludes(last: Actor, speaker: Actor) -> bool:
    """Return whether somebody else must be the speaker: a person may speak for a body, but no body for another."""
    return last is not speaker and last.kind != "outlet" and (last.kind == "person" or speaker.kind != "person")


def _says(last: Actor, speaker: Actor, texts: list[str]) -> bool:
    """Return whether a body, and no person for it, is the subject of a verb of saying: `Russia` in `Russia said`."""
    if last is speaker or last.kind in ("person", "outlet"):
        return False
    return any(
        re.search(rf"{_NO_PART}{short_name_pattern(last)}\s*$", simplify_name(text), re.IGNORECASE) for text in texts
    )


def _publishers(graph: Graph, quote: Quote) -> Iterator[Actor]:
    """Yield who published the sources that end the attributions of written words, and so wrote them."""
    for citation in direct_citations(graph, quote):
        source = graph.dossier.by_key.get(f"source:{citation.passage.via[-1]}") if citation.passage.via else None
        publisher = graph.dossier.by_key.get(f"actor:{source.publisher}") if isinstance(source, Source) else None
        if isinstance(publisher, Actor):
            yield publisher


def _places(graph: Graph, quote: Quote) -> Iterator[tuple[Citation, TextSpan]]:
    """Yield where the quote's words are in the texts of its passages, each with the passage."""
    for citation in direct_citations(graph, quote):
        passage = cited_span(graph, citation.span)
        text = SearchableText("", passage.words)
        for span in (span for words in quote.words for span in find_all_spans(words, None, None, text)):
            yield citation, TextSpan(passage.text, passage.start + span.start, passage.start + span.end)


def _saying_texts(graph: Graph, quote: Quote) -> Iterator[str]:
    """Yield the words with verbs of saying around the quote's words, or the name that begins their line."""
    for citation, words in _places(graph, quote):
        if (label := _label_of(graph, quote, citation, words)) is not None:
            yield label
        elif speakers := speakers_of(graph.dossier, graph.source_of(citation)):
            yield from speakers.find_speaker_texts(words.text, words.start, words.end)


def _label_of(graph: Graph, quote: Quote, citation: Citation, words: TextSpan) -> str | None:
    """Return the name at the beginning of the words' line in a transcript or subtitles, None in any other text.

    In subtitles it is "" where there is none, as nothing else in them tells who speaks.
    """
    is_recording = is_from_recording(graph, citation)
    notes = notes_of(source_detectors(graph.dossier, graph.source_of(citation)))
    speeches = find_labelled_speech(words.text, notes, is_recording=is_recording) if quote.form != "nested" else ()
    said = next((speech for speech in speeches if speech.start <= words.start < speech.end), None)
    if said:
        return words.text[said.label.start : said.label.end]
    label = label_of(surrounding_lines(words).words, notes) if "\n" not in words.words else ""
    return label if is_recording or (_is_name(graph, label) and _is_transcript(graph, words.text, notes)) else None


def _is_transcript(graph: Graph, text: str, notes: frozenset[str]) -> bool:
    """Return whether several lines of a text begin with the name of an actor: one may be a headline."""
    return sum(_is_name(graph, label_of(line, notes)) for line in text.split("\n") if ":" in line) > 1


def _is_name(graph: Graph, label: str) -> bool:
    """Return whether a label is the name of an actor, and neither a sentence about one nor an outlet that reports."""
    return any(actor.kind != "outlet" for actor in actors_named_in(graph, label))


def _speaker_texts(graph: Graph, quote: Quote) -> Iterator[str]:
    """Yield the words around the quote's words among which its texts name the speaker."""
    yield from _saying_texts(graph, quote)
    for citation, words in _places(graph, quote):
        if _label_of(graph, quote, citation, words) is not None:
            continue
        if quote.form in WRITTEN_FORMS or not speakers_of(graph.dossier, graph.source_of(citation)):
            lines = surrounding_lines(cited_span(graph, citation.span), LINES_BEFORE)
            yield f"{lines.text[lines.start : words.start]} {TextSpan(lines.text, words.end, lines.end).words}"
