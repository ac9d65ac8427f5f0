"""The paragraphs of a text with their sentences and quotations, in which speakers are looked for."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from dossier.detect.noun_phrases import HIDDEN
from dossier.detect.quotations import QuotationMention
from dossier.text.spans import Bounds

_LINE = re.compile(r"[^\n]+")
_MAX_SENTENCE = 1000
"""How far from the quotation its sentence is looked at, in code points."""


class SpeechParagraph(NamedTuple):
    """A paragraph as `text[start:end]`."""

    start: int
    end: int
    sentences: Sequence[Bounds]
    quotations: Sequence[QuotationMention]

    def sentence_of(self, quotation: QuotationMention) -> Bounds:
        """Return the span from the start of the sentence in which a quotation begins to the end of that it ends in."""
        first = bisect_right(self.sentences, quotation.start, key=lambda sentence: sentence.start) - 1
        last = bisect_left(self.sentences, quotation.end, key=lambda sentence: sentence.end)
        start = self.sentences[first].start if first >= 0 else self.start
        end = self.sentences[last].end if last < len(self.sentences) else self.end
        return Bounds(max(start, quotation.start - _MAX_SENTENCE), min(end, quotation.end + _MAX_SENTENCE))


def read_speech_paragraphs(
    text: str, quotations: Sequence[QuotationMention], find_sentences: Callable[[str], Iterator[Bounds]]
) -> list[SpeechParagraph]:
    """Return the paragraphs of a text, given its quotations."""
    return [
        SpeechParagraph(
            *line.span(),
            [
                Bounds(line.start() + sentence.start, line.start() + sentence.end)
                for sentence in find_sentences(line[0])
            ],
            [quotation for quotation in quotations if line.start() <= quotation.start < line.end()],
        )
        for line in _LINE.finditer(text)
    ]


def hide_quotations(text: str, quotations: Sequence[QuotationMention]) -> str:
    """Return the text with `HIDDEN` for every character of the quotations but line ends."""
    parts, end = [], 0
    for quotation in quotations:
        parts += [text[end : quotation.start], re.sub(r"[^\n]", HIDDEN, text[quotation.start : quotation.end])]
        end = quotation.end
    return "".join(parts) + text[end:]
