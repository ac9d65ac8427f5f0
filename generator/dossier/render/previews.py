"""The data of previews of links to records: scripts of a few records each, loaded when a reader first needs one.

Each sets entries of `dossierPreviews`, by the folder and id of a record's page (`actors/juan-guaido`): what the record
is, its title, the first sentence of its summary, and its counts of sources and independent origins. The script of a
record has the number `script_number`, which browsers find out from the address of the page.
"""

from collections.abc import Iterator, Mapping
from json import JSONEncoder

from dossier.detect.languages import find_sentences_in, prose_detectors
from dossier.graph import Graph
from dossier.graph.urls import page_path
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.number import Number
from dossier.model.kinds.quote import Quote
from dossier.model.output import OutputFile
from dossier.model.record import Record
from dossier.model.terms import KIND_NAMES, term
from dossier.render.cards import describe_counts
from dossier.text.interface import pgettext
from dossier.text.wording import truncate

SCRIPTS = 64
"""The number of scripts: at 5,000 records each has about 80."""
MAX_SENTENCE = 240
"""Characters of a sentence."""

_json = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def kind_name(record: Record) -> str:
    """Return the word for what a record is about, as readers know it: `figure`, `government`."""
    if isinstance(record, Actor):
        return term(record.kind, "Actor.kind")
    if isinstance(record, Number):
        return pgettext("kind of record", "figure")
    if isinstance(record, Quote):
        return pgettext("kind of record", "quotation")
    return term(record.singular, KIND_NAMES)


def script_number(record: Record) -> int:
    """Return the number of the script with the preview of a record."""
    return sum(map(ord, _name(record))) % SCRIPTS


def render_previews(graph: Graph) -> Iterator[OutputFile]:
    """Yield the scripts that have the preview of any record."""
    scripts: dict[int, dict[str, tuple[str, ...]]] = {}
    for record in graph.visible:
        scripts.setdefault(script_number(record), {})[_name(record)] = _preview(graph, record)
    for number, previews in sorted(scripts.items()):
        yield OutputFile(f"data/previews/{number}.js", _script(previews))


def first_sentence(graph: Graph, record: Record) -> str:
    """Return the first sentence of a record's summary as plain text; "" if there is none."""
    text = graph.plain_text(record.summary)
    bounds = next(find_sentences_in(text, prose_detectors(graph.dossier)), None)
    return truncate(text[bounds.start : bounds.end], MAX_SENTENCE) if bounds else ""


def _preview(graph: Graph, record: Record) -> tuple[str, ...]:
    corroboration = graph.corroboration_of(record)
    counts = describe_counts(corroboration) if corroboration.sources else ""
    return kind_name(record), record.list_label, first_sentence(graph, record), counts


def _name(record: Record) -> str:
    return page_path(record).removesuffix(".md")


def _script(previews: Mapping[str, tuple[str, ...]]) -> str:
    return f"Object.assign(dossierPreviews, {_json(previews)});\n".replace("</", "<\\/")
