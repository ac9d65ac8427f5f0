"""Find speech in dialogue dashes: "—Nadie nos avisó —dijo Ana—. Volveremos." has two pieces of speech."""

import re
from collections.abc import Iterator

from dossier.detect.quotations import QuotationMention, find_quotations

_LINE = re.compile(r"^[^\S\n]*(?P<dash>[—―])(?P<gap>[^\S\n]?)(?=\S)(?P<rest>[^\n]+)", re.MULTILINE)
_NARRATION = re.compile(r"\s[—―](?=[^\W\d_])|\s[—―]\s(?=[^\W\d_A-ZÀ-Þ])")
"""The dash before the words of the narrator."""
_SPEECH_AGAIN = re.compile(r"[—―][.,;:]?\s*|\s[—―]\s")


def find_quotations_with_dialogue(text: str) -> list[QuotationMention]:
    """Return the quotations in marks, and the speech in lines that begin with a dash."""
    marked = find_quotations(text)
    spoken = [speech for line in _LINE.finditer(text) for speech in _speech_in(text, line)]
    nested = [
        mention._replace(depth=mention.depth + 1) if any(_contains(speech, mention) for speech in spoken) else mention
        for mention in marked
    ]
    return sorted((*nested, *spoken))


def _contains(speech: QuotationMention, mention: QuotationMention) -> bool:
    return speech.start <= mention.start and mention.end <= speech.end


def _speech_in(text: str, line: re.Match[str]) -> Iterator[QuotationMention]:
    start, inner, stop = line.start("dash"), line.start("rest"), line.end()
    while inner < stop:
        narration = _NARRATION.search(text, inner, stop)
        end = narration.start() if narration else stop
        end = inner + len(text[inner:end].rstrip())
        if end > inner:
            yield QuotationMention(start, end, inner, end, 0, closed=True)
        if narration is None:
            return
        again = _SPEECH_AGAIN.search(text, narration.end(), stop)
        if again is None:
            return
        start, inner = again.start(), again.end()
