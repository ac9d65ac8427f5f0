"""The record that an editor means: by its id, or by a name that is its own alone."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dossier.match import simplify_text
from dossier.match.normalize import plain_letters
from dossier.model.dossier import Dossier
from dossier.model.errors import UserError
from dossier.model.kinds import KINDS
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.place import Place
from dossier.model.kinds.source import Source
from dossier.model.record import Record
from dossier.text.suggest import closest_match


class MatchingRecords(NamedTuple):
    """The records that some words may mean: one, unless several have this name. `by_id` if the words are its id."""

    records: Sequence[Record]
    by_id: bool


def find_matching_records(words: str, kinds: Sequence[type[Record]], dossier: Dossier) -> MatchingRecords:
    """Return the records of these kinds whose id, former id or name the words are; names without accents and case.

    An id may have its kind before it, as `actor:eva-holm`. Raises UserError, with the closest id, where there is none.
    """
    candidates = [record for record in dossier.records_with_pages if isinstance(record, tuple(kinds))]
    same_id = [record for record in candidates if words in (record.id, record.key)]
    if same_id:
        return MatchingRecords(same_id, by_id=True)
    former = [record for record in candidates if words in _former_ids(record)]
    plain = plain_name(words)
    named = former or [record for record in candidates if plain and plain in map(plain_name, all_names(record))]
    if named:
        return MatchingRecords(named, by_id=False)
    for kind in kinds:
        if {words, f"{kind.singular}:{words}"} & dossier.unreadable_keys:
            raise UserError(f"the {kind.singular} `{words}` cannot be read: see `dossier check`")
    nouns = " or ".join(kind.singular for kind in kinds) if len(kinds) < len(KINDS) else "record"
    raise UserError(f"no {nouns} `{words}`{_suggestion(words, candidates, is_key=len(kinds) > 1)}")


def all_names(record: Record) -> Iterator[str]:
    """Yield every name of a record: what pages call it, and the spellings of the sources."""
    yield from dict.fromkeys((record.label, record.short_label))
    if isinstance(record, Actor | Place):
        yield from record.aliases
    if isinstance(record, Source):
        yield record.title


def plain_name(name: str) -> str:
    """Return a name without case, accents and typographic marks."""
    return plain_letters(simplify_text(name))


def _former_ids(record: Record) -> Iterator[str]:
    for id in record.formerly:
        yield from (id, f"{record.singular}:{id}")


def _suggestion(words: str, candidates: Sequence[Record], *, is_key: bool) -> str:
    """Return the end of a message: the id of the record whose id or name is closest, with its name."""
    spelled: dict[str, Record] = {}
    for record in candidates:
        for spelling in (record.id, record.key, *map(plain_name, all_names(record))):
            spelled.setdefault(spelling, record)
    closest = closest_match(words, spelled) or closest_match(plain_name(words), spelled)
    if closest is None:
        return ""
    record = spelled[closest]
    return f"; did you mean `{record.key if is_key else record.id}` ({record.short_label})?"
