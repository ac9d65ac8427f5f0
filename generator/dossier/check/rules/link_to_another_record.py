"""The words of a cross-link must fit the record that it leads to.

Passes: `[[actor:juan-guaido|Guaidó]]`; `[[actor:juan-guaido|he]]`; `[[source:cnn-report|CNN]]`, which CNN published.
Fails:  `[[actor:russia|Juan Guaidó]]`: the words are another record's name, or a name that shares no word with those of
    the record.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from dossier.detect.named_entities import find_names
from dossier.detect.word_forms import has_word, iter_words, simplify_word
from dossier.graph import Graph
from dossier.graph.markup import CrossLink, find_cross_links, strip_markup
from dossier.match import ascii_punctuation
from dossier.model.base import ProseField
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.place import Place
from dossier.model.kinds.source import Source
from dossier.model.record import Record
from dossier.text.whitespace import collapse_whitespace

ID = "link-to-another-record"


def check(graph: Graph) -> Iterator[Finding]:
    for item in graph.dossier.all_items:
        for path, mark, text in item.prose_fields:
            for link in find_cross_links(text) if isinstance(mark, ProseField) and mark.has_markup else ():
                record = graph.dossier.by_key.get(link.key)
                message = _mismatch(graph, record, link) if record is not None else ""
                if message:
                    yield Finding(item.location(*path, words=text[link.start : link.end]), ID, message)


def _mismatch(graph: Graph, record: Record, link: CrossLink) -> str:
    """Return what is wrong with the words of a link to a record; "" if nothing."""
    words = collapse_whitespace(strip_markup(link.words or "", {}))
    owners = _records_by_name(graph).get(_simplify(words), ())
    if not words or record.key in owners or f" {_simplify(words)} " in f" {_plain_label(record)} ":
        return ""
    if not isinstance(record, Actor | Place) and any(owner in graph.references_from(record) for owner in owners):
        return ""  # "the [[source:cnn-report|CNN]] report": a record of whom it names.
    if owners:
        return f"“{words}” is a name of `{owners[0]}`, but the link leads to `{record.key}`; correct one"
    if isinstance(record, Actor | Place) and _is_name(words) and not _shares_word(graph, record, words):
        return f"“{words}” is not a name of `{record.key}`, called “{record.label}”; correct the link or the words"
    return ""


@cache
def _records_by_name(graph: Graph) -> Mapping[str, tuple[str, ...]]:
    """Return the keys of the records with each name, simplified."""
    owners: dict[str, tuple[str, ...]] = {}
    for record in graph.dossier.records:
        for name in _names(record):
            owners[_simplify(name)] = (*owners.get(_simplify(name), ()), record.key)
    return owners


def _names(record: Record) -> tuple[str, ...]:
    names = (record.name, *record.aliases) if isinstance(record, Actor | Place) else ()
    return (*names, *((record.label, record.short_label) if isinstance(record, Source) else ()))


def _simplify(words: str) -> str:
    plain = ascii_punctuation(collapse_whitespace(words)).casefold().removesuffix("'s").removesuffix("'")
    return plain.removeprefix("the ")


def _plain_label(record: Record) -> str:
    return " ".join(_simplify(word) for word in record.label.split())


def _is_name(words: str) -> bool:
    """Return whether the words are a proper name and nothing else, read as in the middle of a sentence."""
    names = find_names(f"It was {words}.")
    return len(names) == 1 and names[0].text == words.removeprefix("the ").removeprefix("The ")


def _shares_word(graph: Graph, record: Actor | Place, words: str) -> bool:
    texts = [*_names(record), record.id.replace("-", " "), graph.plain_text(record.summary)]
    if isinstance(record, Actor):
        texts += [role.title for role in record.roles]
    known = [simplify_word(match[0]) for text in texts for match in iter_words(text)]
    return any(has_word(known, simplify_word(match[0])) for match in iter_words(words))
