"""The sources as BibTeX, which biblatex reads too: its `date` is EDTF, so that no date is narrowed."""

from collections.abc import Iterator

from dossier.edtf.iso import iso_date
from dossier.edtf.parse import Edtf
from dossier.export.bibliography_csl import notes
from dossier.graph import Graph
from dossier.model.kinds.source import Source
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.text import bibtex
from dossier.text.bibtex import percent_encode
from dossier.text.whitespace import collapse_whitespace

PATH = "data/bibliography.bib"
SAYS = "the same sources as BibTeX, for LaTeX; `date` is EDTF, as biblatex has it."
EXAMPLE = """\
import pybtex.database

for key, source in list(pybtex.database.parse_file("data/bibliography.bib").entries.items())[:3]:
    print(key, source.type, source.fields["title"], source.fields.get("date", "undated"))
"""


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """An entry a source, in the order of sources."""
    sources = graph.visible_of(Source)
    yield OutputFile(PATH, "\n".join(_entry(graph, source) for source in sources))


def _entry(graph: Graph, source: Source) -> str:
    """An article of a newspaper, or what BibTeX has no type for; each text is kept in its own letters."""
    kind, holder = ("article", "journal") if source.kind == "news" else ("misc", "howpublished")
    values = {
        "title": collapse_whitespace(source.title),
        "shorttitle": source.short,
        holder: graph.labels.get(f"actor:{source.publisher}"),
        "type": source.kind,
        "abstract": graph.plain_text(source.summary),
        "note": " ".join(notes(source)),
    }
    authors = {"author": f"{{{' and '.join(map(bibtex.escape_bibtex, source.authors))}}}"} if source.authors else {}
    told = {field: bibtex.protect(value) for field, value in values.items() if value}
    url = {"url": bibtex.verbatim(percent_encode(source.url))} if source.url else {}
    return f"@{kind}{{{source.id},\n{bibtex.bibtex_fields(authors | told | url | _dated(source.main_date))}}}\n"


def _dated(when: Edtf | None) -> dict[str, str]:
    """The date as the record has it; BibTeX's own year and month only where the date is a plain one."""
    if when is None:
        return {}
    year, _, rest = (iso_date(when) or "").partition("-")
    own = {"year": f"{{{year}}}"} if year else {}
    month = {"month": bibtex.MONTH_MACROS[int(rest[:2]) - 1]} if rest else {}
    return {"date": f"{{{when.text}}}"} | own | month
