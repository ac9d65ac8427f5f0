"""The list of pages and data for programs that answer questions in words: `llms.txt`, by the proposal of llmstxt.org.

A title, a summary as a quotation, some paragraphs, and sections of links; what is in the section “Optional” may be left
out where there is little room.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from dossier.edtf.format import format_edtf
from dossier.export import annotations, claims_jsonl, data_package, dossier_json, records_json, texts
from dossier.graph import Graph
from dossier.graph.urls import HOME_PAGE, index_path, page_path, page_url
from dossier.model.kinds import KINDS
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.kinds.source import Source
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
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
"""Links in a section: a reader has room for some thousands of words."""
DATA = (claims_jsonl, records_json, dossier_json, data_package, texts, annotations)
SPECIAL = str.maketrans({character: f"\\{character}" for character in "\\[]*_`<>"})
"""What Markdown would act on within a line."""


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
    yield from _section(
        _("Full data"), (_link(module.PATH, site_url + module.PATH, _(module.DESCRIPTION)) for module in DATA)
    )
    yield from _section(_("Pages"), _pages(graph, site_url))
    disagreements = graph.visible_of(Disagreement)
    yield from _section(_(Disagreement.heading), (_record_link(graph, record, site_url) for record in disagreements))
    sources = (
        _link(source.label, site_url + page_url(page_path(source)), ", ".join(_about_source(graph, source)))
        for source in graph.visible_of(Source)
    )
    yield from _section(_(Source.heading), sources)
    yield from _section("Optional", [_link(_("Corrections"), f"{site_url}corrections.html")])


def _pages(graph: Graph, site_url: str) -> Iterator[str]:
    """Yield the home page, and for each kind the page that lists its records."""
    yield _link(_("Story"), site_url + page_url(HOME_PAGE))
    for kind in KINDS:
        records = graph.by_kind.get(kind.plural, ())
        if records:
            counted = ngettext(*kind.counted, len(records))
            yield _link(_(kind.heading), site_url + page_url(index_path(kind)), counted)


def _record_link(graph: Graph, disagreement: Disagreement, site_url: str) -> str:
    answers = " / ".join(graph.plain_text(position.statement) for position in disagreement.positions)
    return _link(disagreement.label, site_url + page_url(page_path(disagreement)), answers)


def _about_source(graph: Graph, source: Source) -> Iterator[str]:
    """Yield the kind of a source, its publisher and its date."""
    yield term(source.kind, "Source.kind")
    if publisher := graph.labels.get(f"actor:{source.publisher}"):
        yield publisher
    if source.main_date:
        yield format_edtf(source.main_date)


def _section(heading: str, links: Iterable[str]) -> Iterator[str]:
    """Yield a section of links, nothing if there are none."""
    lines = tuple(islice(links, MAX_LINKS))
    if lines:
        yield from ("", f"## {heading}", "", *lines)


def _link(name: str, address: str, note: str = "") -> str:
    return f"- [{_escape(name)}]({address})" + (f": {collapse_whitespace(note)}" if note else "")


def _escape(text: str) -> str:
    return collapse_whitespace(text).translate(SPECIAL)
