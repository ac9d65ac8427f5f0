"""The list of pages and data for programs that answer questions in words: `llms.txt`, by the proposal of llmstxt.org.

A title, a summary as a quotation, some paragraphs, and sections of links; what is in the section “Optional” may be left
out where there is little room.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from dossier.edtf.format import format_edtf
from dossier.export import annotations, claims_jsonl, data_package, dossier_json, records_json, texts
from dossier.graph import Graph
from dossier.graph.urls import HOME_PAGE, index_path, page_path, page_url
from dossier.model.kinds import KINDS
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.kinds.source import Source
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.model.record import Record
from dossier.model.terms import term
from dossier.text.interface import gettext as _
from dossier.text.interface import gettext_noop, ngettext
from dossier.text.whitespace import collapse_whitespace

PATH = "llms.txt"
MEDIA_TYPE = "text/markdown"
DESCRIPTION = gettext_noop(
    "what this site is and where its pages and data are, in Markdown, for language models and other programs that read "
    "(llmstxt.org): its story in short, the disagreements and the sources, each with its address."
)
EXAMPLE = """\
import re

text = open("llms.txt", encoding="utf-8").read()
for name, address in re.findall(r"^- \\[(.*?)\\]\\((.*?)\\)", text, re.MULTILINE)[:3]:
    print(name, "|", address)
"""
MAX_LINKS = 100
"""Links in a section of records: a reader has room for some thousands of words."""
DATA = (claims_jsonl, records_json, dossier_json, data_package, texts, annotations)
SPECIAL = str.maketrans({character: f"\\{character}" for character in "\\[]*_`<>"})
"""What Markdown would act on within a line."""

R = TypeVar("R", bound=Record)


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield the file, in the language of the dossier; addresses are relative to it if that of the site is unknown."""
    yield OutputFile(PATH, lambda: "\n".join(_lines(graph, publication.site_url)) + "\n")


def _lines(graph: Graph, site_url: str) -> Iterator[str]:
    settings = graph.dossier.settings
    yield f"# {_escape(settings.title)}"
    yield ""
    yield f"> {_escape(graph.plain_text(settings.description))}"
    yield ""
    yield _(
        "Each sentence of this site is a statement, based on exact passages of sources. Cite a statement by its "
        "address, with the words of its passages and with who said them. What sources answer differently is a "
        "disagreement: give each answer with its sources."
    )
    for paragraph in settings.lead:
        yield from ("", _escape(graph.plain_text(paragraph)))
    described = ((module.PATH, collapse_whitespace(_(module.DESCRIPTION))) for module in DATA)
    yield from _section(_("Full data"), (f"{_link(path, site_url + path)}: {text}" for path, text in described))
    yield from _section(_("Pages"), _pages(graph, site_url))
    yield from _section(_(Disagreement.heading), _records(graph, Disagreement, _answers, site_url))
    yield from _section(_(Source.heading), _records(graph, Source, _about_source, site_url))
    yield from _section("Optional", [_link(_("Corrections"), f"{site_url}corrections.html")])


def _pages(graph: Graph, site_url: str) -> Iterator[str]:
    """Yield the home page, and for each kind the page that lists its records."""
    yield _link(_("Story"), site_url + page_url(HOME_PAGE))
    for kind in KINDS:
        records = graph.by_kind.get(kind.plural, ())
        if records:
            counted = ngettext(*kind.counted, len(records))
            yield _link(_(kind.heading), site_url + page_url(index_path(kind)), counted)


def _records(graph: Graph, kind: type[R], note: Callable[[Graph, R], str], site_url: str) -> Iterator[str]:
    """Yield the records of a kind with their notes; if there are too many, the last link is that of their list."""
    records = graph.visible_of(kind)
    more = len(records) - MAX_LINKS + 1 if len(records) > MAX_LINKS else 0
    for record in records[: len(records) - more]:
        yield _link(record.label, site_url + page_url(page_path(record)), note(graph, record))
    if more:
        counted = ngettext("%(number)s more", "%(number)s more", more)
        yield _link(_(kind.heading), site_url + page_url(index_path(kind)), counted)


def _answers(graph: Graph, disagreement: Disagreement) -> str:
    return " / ".join(graph.plain_text(position.statement) for position in disagreement.positions)


def _about_source(graph: Graph, source: Source) -> str:
    """Return the kind of a source, its publisher and its date."""
    date = format_edtf(source.main_date) if source.main_date else None
    parts = (term(source.kind, "Source.kind"), graph.labels.get(f"actor:{source.publisher}"), date)
    return ", ".join(filter(None, parts))


def _section(heading: str, links: Iterable[str]) -> Iterator[str]:
    """Yield a section of links, nothing if there are none."""
    lines = tuple(links)
    if lines:
        yield from ("", f"## {heading}", "", *lines)


def _link(name: str, address: str, note: str = "") -> str:
    return f"- [{_escape(name)}]({address})" + (f": {_escape(note)}" if note else "")


def _escape(text: str) -> str:
    return collapse_whitespace(text).translate(SPECIAL)
