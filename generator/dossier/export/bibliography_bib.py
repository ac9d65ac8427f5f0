"""The sources as BibTeX, which biblatex reads too; no date is made more precise.

`date` has only what readers of BibTeX understand: dates, and intervals with a start. The `note` has every other date.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from dossier.edtf.format import iso_date
from dossier.edtf.parse import Edtf
from dossier.export.bibliography_csl import identifier_fields, source_notes
from dossier.graph import Graph
from dossier.model.kinds.source import Source
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.model.terms import term
from dossier.text import bibtex
from dossier.text.interface import gettext_noop
from dossier.text.whitespace import collapse_whitespace

PATH = "data/bibliography.bib"
MEDIA_TYPE = "application/x-bibtex"
DESCRIPTION = gettext_noop(
    "the same sources as BibTeX, for LaTeX; `date` is EDTF, as in biblatex. A date that many programs do not read, "
    "such as one of several days, is in the `note`, and its year in `year`, if only one is possible."
)
EXAMPLE = """\
import pybtex.database

for key, source in list(pybtex.database.parse_file("data/bibliography.bib").entries.items())[:3]:
    print(key, source.type, source.fields["title"], source.fields.get("date", "undated"))
"""


_UNREAD = re.compile(r"[\[{X]")
"""In dates that many programs do not read."""


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield one entry per source, in the order of sources."""
    sources = graph.visible_of(Source)
    yield OutputFile(PATH, "\n".join(bibtex_entry(graph, source) for source in sources))


def bibtex_entry(graph: Graph, source: Source, place: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return an article in a newspaper, or a `misc` entry, since BibTeX has no type for the other kinds of source.

    `place` may have the `pages` that are cited, or another place as the beginning of the `note`.
    """
    entry_type, publisher_field = ("article", "journal") if source.kind == "news" else ("misc", "howpublished")
    texts = {
        "title": collapse_whitespace(source.title),
        "shorttitle": source.short,
        publisher_field: graph.labels.get(f"actor:{source.publisher}"),
        "type": term(source.kind, "Source.kind"),
        "abstract": graph.plain_text(source.summary),
        "note": " ".join(filter(None, (place.get("note"), *source_notes(source)))),
    }
    fields = {}
    if source.authors:
        fields["author"] = f"{{{' and '.join(map(bibtex.escape_bibtex, source.authors))}}}"
    fields |= {field: bibtex.protect(text) for field, text in texts.items() if text}
    if pages := place.get("pages"):
        fields["pages"] = bibtex.escape_bibtex(pages)  # In further braces, biblatex would see no range.
    for name, code in identifier_fields(source).items():
        fields[name.lower()] = bibtex.verbatim(code)
    if source.url:
        fields["url"] = bibtex.verbatim(bibtex.percent_encode(source.url))
    if source.accessed:
        fields["urldate"] = f"{{{source.accessed}}}"
    if source.main_date:
        fields |= _date_fields(source.main_date)
    return f"@{entry_type}{{{source.id},\n{bibtex.bibtex_fields(fields)}}}\n"


def _date_fields(date: Edtf) -> dict[str, str]:
    """Return the date in EDTF, and BibTeX's own `year` and `month`, as far as they are certain.

    Sets, dates without a start and unspecified digits have no `date`: some programs reject the whole file for one of
    them, or read `201X` as 2010.
    """
    fields = {} if date.earliest is None or _UNREAD.search(date.text) else {"date": f"{{{date.text}}}"}
    first, last = date.earliest, date.latest
    if first and last and first.year == last.year and not date.uncertain and not date.approximate:
        fields["year"] = f"{{{first.year:04}}}"
    _, _, rest = (iso_date(date) or "").partition("-")
    if rest:
        fields["month"] = bibtex.MONTH_MACROS[int(rest[:2]) - 1]
    return fields
