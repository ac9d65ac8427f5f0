"""Places in the source texts as lines to choose from: file, line and column, and the words in their context."""

from dossier.editor.locate import CloseHit, QuoteHit
from dossier.match.resolve import READER_COMMENTS
from dossier.model.dossier import Dossier
from dossier.model.passage import Span
from dossier.text.whitespace import collapse_whitespace
from dossier.text.wording import truncate

CONTEXT_LENGTH = 32
"""How many characters of context are shown on each side."""
MAX_WORDS_LENGTH = 80


def place_line(match: QuoteHit | CloseHit, dossier: Dossier) -> str:
    """Return a place with its words in brackets, and whether it is in a region that is not evidence."""
    hit = match.hit if isinstance(match, CloseHit) else match
    line = context_line(hit.span, dossier)
    if hit.region:
        who = "reader comments only" if hit.region.kind in READER_COMMENTS else "not evidence"
        line += f" (in {hit.region.kind}: {who})"
    if isinstance(match, CloseHit):
        line += f"\n     {collapse_whitespace(match.difference)}"
    return line


def context_line(span: Span, dossier: Dossier) -> str:
    """Return where a span is, and its words in brackets between those before and after them."""
    text = dossier.source_texts[span.file]
    before = text.text[max(0, span.start - CONTEXT_LENGTH) : span.start]
    after = text.text[span.end : span.end + CONTEXT_LENGTH]
    if span.start > CONTEXT_LENGTH:
        before = f"…{before.partition(' ')[2]}"
    if span.end + CONTEXT_LENGTH < len(text.text):
        after = f"{after.rpartition(' ')[0]}…"
    words = truncate(text.text[span.start : span.end], MAX_WORDS_LENGTH)
    return f"{text.location(span.start)}  {collapse_whitespace(f'{before}[{words}]{after}')}"
