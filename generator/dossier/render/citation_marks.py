"""Statements and citation marks as HTML within Markdown.

A statement is `<span class="dossier-statement" id="s-…">`: its prose, then a mark for each passage that it is based on.
A mark is `<sup data-for="…">` with a link to the passage in its source's text; `data-for` is the key by which
`render/cards.py` describes what the mark is for, a statement or a whole record.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from dossier.graph import Graph
from dossier.graph.statements import Statement
from dossier.graph.text_parts import passage_url
from dossier.graph.urls import relative_url
from dossier.model.base import FieldPath
from dossier.model.citation import Citation
from dossier.model.content_item import ContentItem
from dossier.model.passage import Span
from dossier.model.record import Record
from dossier.render.cards import statement_key
from dossier.render.filters import ARROW, party_name, short_name
from dossier.render.markdown import Markdown, escape_attribute, escape_block
from dossier.render.relays import Relay
from dossier.text.interface import gettext as _
from dossier.text.interface import gettext_noop, ngettext
from dossier.text.wording import truncate

MAX_TITLE_LENGTH = 240
"""Characters of a passage in the title of the link to it."""
MAX_TARGETS = 2**12
"""The passages whose address and title are kept: a passage is marked on several pages."""
HAIR_SPACE, WORD_JOINER = "\u200a", "\u2060"
"""The first separates a mark from what is before it; the second keeps it on that line."""
LOW_PUNCTUATION = (".", ",", ";", ":")
"""A number after these, which leave its height empty, needs no hair space."""
EDITOR_PAGE = "how-we-check.html#what-the-marks-mean"
EDITOR_TITLE = gettext_noop("The editor’s own sentence: an absence, a comparison or a caveat. No source says it.")

PassageNumbers = Mapping[tuple[str, Span], int]
RenderProse = Callable[[str, str], Markdown]
"""Returns prose as Markdown or HTML, given the page that its links start from, and the prose."""


def number_passages(citations: Iterable[Citation]) -> PassageNumbers:
    """Return the number on the page of each passage, from 1: the citations' order, each passage once."""
    passages = dict.fromkeys(citation.place for citation in citations)
    return {passage: number for number, passage in enumerate(passages, start=1)}


class CitationMarks:
    """The filters of statements and marks. The context of the calling template has the `page` that links start from."""

    def __init__(self, graph: Graph, render_prose: RenderProse, render_html_prose: RenderProse) -> None:
        self._graph, self._render_prose, self._render_html_prose = graph, render_prose, render_html_prose
        self._target = lru_cache(MAX_TARGETS)(self._describe_target)

    def filters(self) -> Mapping[str, Callable[..., Any]]:
        """Return the filters by name."""
        return {
            "cite": self.cite,
            "html_statement_as": self.html_statement_as,
            "html_statements": self.html_statements,
            "relay": self.relay,
            "record_marks": self.record_marks,
            "source_mark": self.source_mark,
            "source_marks": self.source_marks,
            "statements": self.statements,
        }

    @pass_context
    def statements(self, context: Context, item: ContentItem, *path: str | int) -> Markdown:
        """Return the statements in a field of an item, with numbered marks; the context has the page's `numbers`.

        A new paragraph of the text is one of the page.
        """
        return self._statements(context, self._render_prose, item, path, new_paragraph="\n\n")

    @pass_context
    def html_statements(self, context: Context, item: ContentItem, *path: str | int) -> Markdown:
        """Return the same in HTML, for a block that Markdown does not process."""
        return self._statements(context, self._render_html_prose, item, path, new_paragraph=" ")

    @pass_context
    def html_statement_as(self, context: Context, statement: Statement, words: Markdown) -> Markdown:
        """Return a statement with its numbered marks in HTML, shown as `words`: what is around it says the rest."""
        return Markdown(self._span(context["page"], context["numbers"], statement, words, to=""))

    @pass_context
    def source_marks(self, context: Context, statement: Statement) -> Markdown:
        """Return the marks of a statement of another page: by source name, each source once."""
        return self._by_source(context["page"], statement_key(statement), statement.citations)

    @pass_context
    def source_mark(self, context: Context, citation: Citation, statement: Statement) -> Markdown:
        """Return the mark of one passage of a statement of another page: the name of its source."""
        return Markdown(self._mark(context["page"], statement_key(statement), citation, self._source_name(citation)))

    @pass_context
    def cite(self, context: Context, record: Record) -> Markdown:
        """Return the marks of a record in a list: each of its sources once, linked to its first passage there."""
        evidence = (citation for citation in self._graph.evidence_of(record) if citation.is_found)
        return self._by_source(context["page"], record.key, evidence)

    @pass_context
    def relay(self, context: Context, relay: Relay, record: Record) -> Markdown:
        """Return how the words of a record reached us: a mark for each source, then the links behind them."""
        page = context["page"]
        marks = (self._mark(page, record.key, citation, self._source_name(citation)) for citation in relay.citations)
        links: list[str] = [escape_block(party_name(self._graph, link)) for link in relay.links]
        if links and not relay.ways:
            links[-1] = f"<b>{links[-1]}</b>"
        attribution = ARROW.join([", ".join(marks), *links])
        if not relay.ways:
            return Markdown(attribution)
        ways = ngettext("attributed in %(number)s way", "attributed in %(number)s ways", relay.ways)
        return Markdown(f"{attribution} ({ways})")

    @pass_context
    def record_marks(self, context: Context, citations: Iterable[Citation]) -> Markdown:
        """Return numbered marks for the record of the page as a whole."""
        page, numbers, record = context["page"], context["numbers"], context["record"]
        return _attach(self._numbered_mark(page, numbers, record.key, citation) for citation in citations)

    def _statements(
        self, context: Context, render: RenderProse, item: ContentItem, path: FieldPath, new_paragraph: str
    ) -> Markdown:
        page, numbers = context["page"], context["numbers"]
        pieces: list[str] = []
        for statement in self._graph.statements_in(item, *path):
            before = statement.field.text[: statement.start]
            space = new_paragraph if before.endswith("\n") else " " if before.endswith(" ") else ""
            pieces += [space, self._statement(page, numbers, statement, render)]
        return Markdown("".join(pieces))

    def _statement(self, page: str, numbers: PassageNumbers, statement: Statement, render: RenderProse) -> str:
        markup = statement.shown_markup
        prose = render(page, markup) if statement.has_markup else escape_block(markup)
        return self._span(page, numbers, statement, prose, to="" if statement.by == "editor" else markup)

    def _span(self, page: str, numbers: PassageNumbers, statement: Statement, prose: Markdown, to: str) -> str:
        """Return the element of a statement that shows `prose`, which ends in the text `to`."""
        key = statement_key(statement)
        marks = [self._numbered_mark(page, numbers, key, citation) for citation in statement.citations]
        by_editor = statement.by == "editor"
        if by_editor:
            link = f'<a href="{relative_url(EDITOR_PAGE, page)}" title="{_(EDITOR_TITLE)}">{_("editor")}</a>'
            marks.append(f'<sup class="dossier-by">{link}</sup>')
        classes = "dossier-statement dossier-editor" if by_editor else "dossier-statement"
        return f'<span class="{classes}" id="{statement.anchor}">{prose}{_attach(marks, to)}</span>'

    def _by_source(self, page: str, key: str, citations: Iterable[Citation]) -> Markdown:
        first: dict[str, Citation] = {}
        for citation in citations:
            first.setdefault(citation.passage.source, citation)
        marks = (self._mark(page, key, citation, self._source_name(citation)) for citation in first.values())
        return _attach(marks, separator=HAIR_SPACE)

    def _numbered_mark(self, page: str, numbers: PassageNumbers, key: str, citation: Citation) -> str:
        number = str(numbers[citation.place])
        return self._mark(
            page,
            key,
            citation,
            number,
            _("Evidence %(number)s: %(source)s", number=number, source=self._source_name(citation)),
        )

    def _mark(self, page: str, key: str, citation: Citation, words: str, name: str = "") -> str:
        """Return a mark that shows `words`; its accessible name is `name`, or else that of the source."""
        address, title = self._target(*citation.place)
        label = escape_attribute(name or _("Evidence: %(source)s", source=self._source_name(citation)))
        url = relative_url(address, page)
        link = f'<a href="{url}" title="{title}" aria-label="{label}">{escape_block(words)}</a>'
        return f'<sup data-for="{key}">{link}</sup>'

    def _describe_target(self, source: str, span: Span) -> tuple[str, str]:
        """Return the address of a passage from the root of the site, and its words as a title."""
        words = self._graph.dossier.source_texts[span.file].text[span.start : span.end]
        return passage_url(self._graph, source, span), escape_attribute(truncate(words, MAX_TITLE_LENGTH))

    def _source_name(self, citation: Citation) -> str:
        return short_name(self._graph, f"source:{citation.passage.source}")


def _attach(marks: Iterable[str], to: str = "", separator: str = HAIR_SPACE + WORD_JOINER) -> Markdown:
    """Return marks to follow the text `to`, the first on its line; `separator` is between them."""
    joined = separator.join(marks)
    space = "" if to.endswith(LOW_PUNCTUATION) else HAIR_SPACE
    return Markdown(f"{space}{WORD_JOINER}{joined}" if joined else "")
