"""A quote's speaker is named in its passage or right before it, or `speaker_basis` says why it is this one.

Passes: a speaker `Silva` for words of a paragraph that ends in `Silva said in the video`.
Fails:  a speaker whom neither the line of the words nor the two lines before it name in any spelling.
"""

from collections.abc import Iterator

from generator.check.context import all_found, cited_words, line_around, own_citations
from generator.link import Graph
from generator.match import Text, stands
from generator.model.actor import Actor
from generator.model.finding import Finding

ID = "quote-speaker"
LINES_BEFORE = 2


def check(graph: Graph) -> Iterator[Finding]:
    for quote in graph.dossier.quotes:
        speaker = graph.dossier.by_key.get(f"actor:{quote.speaker}")
        if not isinstance(speaker, Actor) or quote.speaker_basis is not None or not all_found(graph, quote):
            continue
        around = [line_around(cited_words(graph, one.span), LINES_BEFORE).words for one in own_citations(graph, quote)]
        if not any(stands(name, Text("", text)) for text in around for name in (speaker.name, *speaker.aliases)):
            message = f"`{quote.speaker}` is not named at the words or right before them: say why in `speaker_basis`"
            yield Finding(quote.at("speaker"), ID, message)
