"""A source's text as HTML: cited passages are marked, with the statements that cite them; exempt mentions, with why.

The marked-up text is exactly the source's. Marks nest as passages do; if two overlap in part, the later one is resumed
in a second mark that names the first by `data-of`.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from math import ceil
from typing import NamedTuple

from dossier.graph import Graph
from dossier.graph.urls import page_path, page_url, passage_anchor, statement_url
from dossier.model.citation import Citation
from dossier.model.kinds.source import Source
from dossier.model.locator import Locator, describe_locators
from dossier.model.passage import ExcludedRegion, Span
from dossier.model.record import Record
from dossier.model.terms import term
from dossier.render.cards import statement_title
from dossier.render.markdown import Markdown, escape_attribute, escape_html
from dossier.render.previews import kind_name
from dossier.text.interface import gettext as _
from dossier.text.interface import gettext_noop
from dossier.text.wording import truncate

STORY = gettext_noop("story")
"""What the statements of the dossier's settings, which are on the front page, are called in notes."""
OFTEN, MOST = 2, 4
"""From so many records that cite a passage on, it is underlined more heavily, and most heavily."""
MAX_NOTE_TITLE = 90
"""Characters of a record's title in a note in the margin."""
TEXT_WIDTH, NOTE_WIDTH = 65, 38
"""Characters in a line of the text, and in a line of the margin."""
NOTE_LINES = 1.6
"""Lines of notes in the margin that are as high as one line of the text."""


class Citing(NamedTuple):
    """What cites a passage: a statement, or a record of which no statement does.

    `key`, `kind` and `label` are those of the page.
    """

    text: str
    url: str
    label: str
    key: str
    kind: str


class CitedSpan(NamedTuple):
    """A cited span and what cites it."""

    span: Span
    anchor: str
    words: str
    citing: tuple[Citing, ...]

    @property
    def weight(self) -> str:
        """How heavily it is underlined: the class of its marks, "" for the lightest."""
        records = len({citing.key for citing in self.citing})
        return "dossier-most" if records >= MOST else "dossier-often" if records >= OFTEN else ""


class Note(NamedTuple):
    """A record that cites passages which begin in a line, or the story: its kind, its title, and the statement."""

    kind: str
    title: str
    url: str


class ExemptSpan(NamedTuple):
    """A mention that needs no record: its span, in code points, and the reason."""

    start: int
    end: int
    reason: str


class _Markup(NamedTuple):
    """An element around a span: its attributes where it begins, and where it is resumed after an overlap."""

    start: int
    end: int
    element: str
    attributes: str
    attributes_resumed: str


class TextLine(NamedTuple):
    """A line of the text as HTML, the cited spans that begin in it, and the kind of excluded region that it lies in.

    `start`: where it begins in the text, in code points. `words`: its number of characters. `is_blank`: it has no words
    and no marks. `locator` is where in the original it begins, or what begins in it, such as `p. 7`, unless that is the
    locator of the line before it.
    """

    html: Markdown
    cited: tuple[CitedSpan, ...]
    region: str | None
    words: int
    is_blank: bool
    start: int
    locator: str = ""

    @property
    def notes(self) -> tuple[Note, ...]:
        """The records that cite passages which begin in the line, those that cite most of them first."""
        citing: dict[str, list[Citing]] = {}
        for item in (item for span in self.cited for item in span.citing):
            citing.setdefault(item.key, []).append(item)
        by_count = sorted(citing.values(), key=len, reverse=True)
        return tuple(Note(first.kind, truncate(first.label, MAX_NOTE_TITLE), first.url) for first, *_ in by_count)

    @property
    def notes_beside(self) -> tuple[Note, ...]:
        """The first of the notes: as many as the margin has room for beside the line, and no fewer than one."""
        room = ceil(self.words / TEXT_WIDTH) * NOTE_LINES
        shown: list[Note] = []
        for note in self.notes:
            room -= ceil((len(note.kind) + len(note.title) + 1) / NOTE_WIDTH)
            if shown and room < 0:
                break
            shown.append(note)
        return tuple(shown)


class TextBlock(NamedTuple):
    """Lines of the text that lie in excluded regions of one kind, or in none."""

    region: str | None
    lines: tuple[TextLine, ...]

    @property
    def is_cited(self) -> bool:
        """Whether any of its words are cited."""
        return any("<mark" in line.html for line in self.lines)


def cited_spans(graph: Graph, source: Source) -> tuple[CitedSpan, ...]:
    """Return every span of a source's text that is cited once, in the order of the text, longer ones first."""
    citations: dict[Span, list[Citation]] = {}
    for citation in graph.citations_from(source.id):
        if citation.record.key in graph.visible_keys:
            citations.setdefault(citation.span, []).append(citation)
    return tuple(
        CitedSpan(
            span, passage_anchor(span), graph.passage_text(citations[span][0]), tuple(_citing(graph, citations[span]))
        )
        for span in sorted(citations, key=lambda span: (span.start, -span.end))
    )


def _citing(graph: Graph, citations: Sequence[Citation]) -> Iterator[Citing]:
    """Yield the statements that cite a passage, given its citations, then the records without such a statement."""
    statements = graph.statements_citing(citations[0])
    for statement in statements:
        item, title = statement.item, statement_title(graph, statement)
        settings = graph.dossier.settings
        label, kind = (item.label, kind_name(item)) if isinstance(item, Record) else (settings.title, _(STORY))
        yield Citing(title, statement_url(statement), label, item.key, kind)
    keys = {statement.item.key for statement in statements}
    for record in dict.fromkeys(citation.record for citation in citations):
        if record.key not in keys:
            yield Citing(record.label, page_url(page_path(record)), record.label, record.key, kind_name(record))


def render_lines(
    text: str,
    cited: Sequence[CitedSpan],
    regions: Sequence[ExcludedRegion] = (),
    exempt: Sequence[ExemptSpan] = (),
    locators: Sequence[Locator] = (),
) -> list[TextLine]:
    """Return the text line by line; a line includes its line end."""
    markup = _in_order((*map(_cited_markup, cited), *map(_exempt_markup, exempt)))
    lines: list[TextLine] = []
    start, first_cited, first_mark, first_locator = 0, 0, 0, 0
    open_marks: list[_Markup] = []
    for line in text.splitlines(keepends=True) or [text]:
        end = start + len(line)
        next_cited = bisect_left(cited, end, first_cited, key=lambda span: span.span.start)
        next_mark = bisect_left(markup, end, first_mark, key=lambda mark: mark.start)
        next_locator = bisect_left(locators, end, first_locator, key=lambda locator: locator.offset)
        open_marks = [*(mark for mark in open_marks if mark.end > start), *markup[first_mark:next_mark]]
        here = [region for region in regions if region.start < end and start < region.end]
        whole = next((region.kind for region in here if _covers(region, text, start, end)), None)
        quiet = [] if whole else map(_excluded_markup, here)
        lines.append(
            TextLine(
                html=_mark_up(text, start, end, _in_order((*open_marks, *quiet))),
                cited=tuple(cited[first_cited:next_cited]),
                region=whole,
                words=len(line),
                is_blank=not open_marks and line.isspace(),
                start=start,
                locator=describe_locators(locators[first_locator:next_locator]),
            )
        )
        start, first_cited, first_mark, first_locator = end, next_cited, next_mark, next_locator
    return lines


def cited_lines(lines: Iterable[TextLine]) -> list[TextLine]:
    """Return only the lines with cited words, for a source whose rights allow no more."""
    return [line for line in lines if "<mark" in line.html]


def text_blocks(lines: Iterable[TextLine]) -> Iterator[TextBlock]:
    """Yield the lines that have words, those of excluded regions of the same kind together."""
    for region, block in groupby((line for line in lines if not line.is_blank), key=lambda line: line.region):
        yield TextBlock(region, tuple(block))


def _covers(region: ExcludedRegion, text: str, start: int, end: int) -> bool:
    """Return whether a region holds every word of the line from `start` to `end`."""
    outside = text[start : max(start, region.start)] + text[min(end, region.end) : end]
    return not outside.strip()


def _in_order(markup: Iterable[_Markup]) -> list[_Markup]:
    return sorted(markup, key=lambda mark: (mark.start, -mark.end))


def _cited_markup(cited: CitedSpan) -> _Markup:
    weight = f' class="{cited.weight}"' if cited.weight else ""
    attributes, resumed = f'id="{cited.anchor}"{weight}', f'data-of="{cited.anchor}"{weight}'
    return _Markup(cited.span.start, cited.span.end, "mark", attributes, resumed)


def _exempt_markup(exempt: ExemptSpan) -> _Markup:
    title = _("exempt: %(reason)s", reason=term(exempt.reason, "Exemption.reason"))
    attributes = f'class="dossier-exempt" title="{escape_attribute(title)}"'
    return _Markup(exempt.start, exempt.end, "span", attributes, attributes)


def _excluded_markup(region: ExcludedRegion) -> _Markup:
    title = _("%(kind)s, not used as evidence", kind=term(region.kind, "Region.kind"))
    attributes = f'class="dossier-excluded-words" title="{escape_attribute(title)}"'
    return _Markup(region.start, region.end, "span", attributes, attributes)


def _mark_up(text: str, start: int, end: int, markup: Sequence[_Markup]) -> Markdown:
    """Return the part of the text from `start` to `end` as HTML.

    An element that overlaps in part with one opened before it is closed with that one, and resumed.
    """
    if not markup:
        return escape_html(text[start:end])
    edges = (edge for mark in markup for edge in (mark.start, mark.end) if start < edge < end)
    pieces: list[str] = []
    open_marks: list[_Markup] = []
    waiting = deque(markup)
    for piece_start, piece_end in pairwise(sorted({start, end, *edges})):
        kept = next((depth for depth, mark in enumerate(open_marks) if mark.end <= piece_start), len(open_marks))
        pieces += [f"</{mark.element}>" for mark in reversed(open_marks[kept:])]
        opening = [mark for mark in open_marks[kept:] if mark.end > piece_start]
        while waiting and waiting[0].start <= piece_start:
            opening.append(waiting.popleft())
        for mark in opening:
            attributes = mark.attributes if mark.start == piece_start else mark.attributes_resumed
            pieces.append(f"<{mark.element} {attributes}>")
        open_marks = [*open_marks[:kept], *opening]
        pieces.append(escape_html(text[piece_start:piece_end]))
    pieces += [f"</{mark.element}>" for mark in reversed(open_marks)]
    return Markdown("".join(pieces))
