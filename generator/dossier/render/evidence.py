"""Evidence: passages with the words around them in their source, and comparisons of similar passages."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from dossier.graph import Graph
from dossier.match import DiffOp, word_diff
from dossier.match.boundaries import is_inside_word
from dossier.model.citation import Citation, distinct_citations
from dossier.model.passage import Span
from dossier.model.record import Record
from dossier.render import markdown
from dossier.render.markdown import Markdown
from dossier.render.source_language import in_language, language_of

MAX_CONTEXT_IN_CARD = 160
"""Code points of context on each side of a passage in its card."""
MAX_CONTEXT_ON_PAGE = 80
"""Code points of context on each side of a passage on its record's page, within the passage's line."""
MIN_SIMILARITY = 70
"""Of 100: passages less similar than this only share some words, and are not compared."""
MAX_WORD = 60
"""Characters within which a word ends, in scripts with spaces."""
EMPTY_LINES = re.compile(r"\n\s*\n")


def page_evidence(graph: Graph, record: Record) -> tuple[Citation, ...]:
    """Return the passages of a record's page, each once: those of its statements in their order, then any others."""
    of_statements = (citation for statement in graph.statements_of(record) for citation in statement.citations)
    return distinct_citations((*of_statements, *graph.evidence_of(record)))


class ContextSnippet(NamedTuple):
    """The words of a passage, as its source has them, and the words before and after it; cuts have an ellipsis."""

    before: str
    exact: str
    after: str


class PassageContexts:
    """The contexts of the passages of a graph. None of them extends over a region that is excluded from evidence."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._boundaries: dict[str, list[int]] = {}

    def for_card(self, citation: Citation, *, shows_full_text: bool) -> ContextSnippet:
        """Return what the card of a passage shows: as many whole lines as fit, or else a part of the nearest line.

        Without `shows_full_text`, which is for the rights to decide, only the passage's own line.
        """
        return self._snippet(citation, MAX_CONTEXT_IN_CARD, within_line=not shows_full_text)

    def for_page(self, citation: Citation) -> ContextSnippet:
        """Return what the page of the passage's record shows: the rest of its line, cut if it is long."""
        return self._snippet(citation, MAX_CONTEXT_ON_PAGE, within_line=True)

    def as_markdown(self, citation: Citation, anchors: Sequence[str], *, with_context: bool = True) -> Markdown:
        """Return a passage in its context for its record's page, its words in `<mark>`, which has the anchors."""
        before, exact, after = self.for_page(citation)
        first, *others = (*anchors, "")
        id = f' id="{first}"' if first else ""
        words = "".join(f'<span id="{anchor}"></span>' for anchor in others if anchor) + markdown.escape_inline(exact)
        marked = f"<mark{id}>{words}</mark>"
        text = f"{markdown.escape_start(before)}{marked}{markdown.escape_inline(after)}" if with_context else marked
        return in_language(Markdown(text), language_of(self._graph, citation))

    def _snippet(self, citation: Citation, limit: int, *, within_line: bool) -> ContextSnippet:
        text = self._graph.dossier.source_texts[citation.span.file].text
        boundaries = self._boundaries_of(citation.passage.source, len(text))
        before, exact, after = _cut(text, citation.span, boundaries, limit)
        if within_line:
            before, after = _last_line(before), _first_line(after)
        else:
            before, after = _drop_partial_first_line(before, limit), _drop_partial_last_line(after, limit)
        return ContextSnippet(_truncate_start(before, limit), exact, _truncate_end(after, limit))

    def _boundaries_of(self, source_id: str, length: int) -> list[int]:
        """Return the offsets, sorted, at which a text and its excluded regions begin and end."""
        if source_id not in self._boundaries:
            regions = self._graph.excluded_regions(source_id)
            ends = [offset for region in regions for offset in (region.start, region.end)]
            self._boundaries[source_id] = sorted([0, length, *ends])
        return self._boundaries[source_id]


def _cut(text: str, span: Span, boundaries: Sequence[int], limit: int) -> ContextSnippet:
    """Return a passage with up to `limit` + 1 code points on each side, none of them beyond a boundary."""
    start, end = span.start, span.end
    before = max(start - limit - 1, boundaries[bisect_right(boundaries, start) - 1])
    after = min(end + limit + 1, boundaries[bisect_left(boundaries, end)])
    return ContextSnippet(text[before:start], text[start:end], text[end:after])


def _last_line(text: str) -> str:
    """Return `text` from its last line break on, "" if it ends with one."""
    return f"{text}|".splitlines()[-1].removesuffix("|")


def _first_line(text: str) -> str:
    """Return `text` up to its first line break."""
    return next(iter(text.splitlines()), "")


def _drop_partial_first_line(text: str, limit: int) -> str:
    """Return `text`, if it is too long, without its first line, unless that is its only line."""
    return text if len(text) <= limit else text[text.find("\n") + 1 :].lstrip() or text


def _drop_partial_last_line(text: str, limit: int) -> str:
    """Return `text`, if it is too long, without its last line, unless that is its only line."""
    return text if len(text) <= limit or "\n" not in text else text[: text.rfind("\n")].rstrip() or text


def _truncate_start(text: str, limit: int) -> str:
    """Return `text` without empty lines; if it is too long, an ellipsis replaces its first word."""
    truncated = text if len(text) <= limit else "… " + text[_end_of_word(text) :].lstrip()
    return EMPTY_LINES.sub("\n", truncated).lstrip()


def _truncate_end(text: str, limit: int) -> str:
    """Return `text` without empty lines; if it is too long, an ellipsis replaces its last word."""
    truncated = text if len(text) <= limit else text[: _start_of_last_word(text)].rstrip() + " …"
    return EMPTY_LINES.sub("\n", truncated).rstrip()


def _end_of_word(text: str) -> int:
    """Return where the first word ends: at a space or, in a script without spaces, after a character."""
    space = text.find(" ", 0, MAX_WORD)
    offsets = range(1, len(text))
    return space if space >= 0 else next((offset for offset in offsets if not is_inside_word(text, offset)), len(text))


def _start_of_last_word(text: str) -> int:
    """Return where the last word starts: after a space or, in a script without spaces, at a character."""
    space = text.rfind(" ", len(text) - MAX_WORD)
    offsets = range(len(text) - 1, 0, -1)
    return space if space >= 0 else next((offset for offset in offsets if not is_inside_word(text, offset)), 0)


class PassagePair(NamedTuple):
    """Two similar passages of different sources; `changes` is empty if their words are the same."""

    first: Citation
    second: Citation
    changes: tuple[DiffOp, ...]


def compare_passages(passages: Sequence[tuple[Citation, str]]) -> tuple[PassagePair, ...]:
    """Pair each passage, given as a citation and its words, with the most similar earlier one of another source."""
    pairs = (_pair(*passage, passages[:index]) for index, passage in enumerate(passages))
    return tuple(pair for pair in pairs if pair is not None)


def _pair(citation: Citation, words: str, earlier: Sequence[tuple[Citation, str]]) -> PassagePair | None:
    others = [passage for passage in earlier if passage[0].passage.source != citation.passage.source]
    scores = [fuzz.token_sort_ratio(words, text, score_cutoff=MIN_SIMILARITY) for _, text in others]
    if not any(scores):
        return None
    closest, text = others[scores.index(max(scores))]
    changes = tuple(word_diff(text, words))
    return PassagePair(closest, citation, () if all(change.is_same for change in changes) else changes)


def difference(changes: Iterable[DiffOp]) -> Markdown:
    """Return a diff with the words of the first text only in `<del>`, those of the second only in `<ins>`."""
    pieces = [markdown.escape_inline(change.removed) if change.is_same else _changed(change) for change in changes]
    return Markdown("".join(pieces).strip())


def _changed(change: DiffOp) -> str:
    """Return a change with the space before it outside the elements."""
    space, *sides = change.split_leading_space()
    removed, added = map(markdown.escape_inline, sides)
    return space + (f"<del>{removed}</del>" if removed else "") + (f"<ins>{added}</ins>" if added else "")
