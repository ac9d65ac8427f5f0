"""The actors and places that the names of a source text are: records, or drafts of one each with its spellings."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from dossier.detect.detectors import Detectors
from dossier.detect.draft_words import DraftWords, NamedKind, NameParts
from dossier.detect.name_mentions import NameMention
from dossier.editor.draft_ids import free_id, slug
from dossier.editor.find_record import plain_name
from dossier.model.dossier import Dossier
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.place import Place
from dossier.text.whitespace import collapse_whitespace


class NamedRecord(NamedTuple):
    """The actor or place that a name of the text is: a record, or a draft of one with its fields.

    `mentions` are the places where the text names it, by any of its spellings.
    """

    kind: type[Actor | Place]
    id: str
    name: str
    mentions: Sequence[NameParts]
    named_kind: NamedKind | None = None
    exists: bool = False

    @property
    def spellings(self) -> list[str]:
        """The spellings of the text, the longest first."""
        return sorted(dict.fromkeys(mention.name for mention in self.mentions), key=lambda name: (-len(name), name))


class _Spelling(NamedTuple):
    """A spelling of a record, also without case and accents, and the key of the record."""

    name: str
    plain: str
    key: str


def find_named(
    dossier: Dossier,
    text: str,
    detectors: Detectors,
    taken: Collection[str],
    mentions: Sequence[NameMention],
    places: Iterable[str] = (),
) -> list[NamedRecord]:
    """Return the records and drafts that the names of a text are, in the order in which the text first names them.

    A name is a record's if a spelling of the record is equal but for accents and case or ends in it, or if it names the
    same country; or if it ends in a spelling of several words. The shorter of two names of the text is a spelling of
    the longer one that ends in it, if there is only one. A country is the end of no other name: Sudan, South Sudan.
    `places` are names that datelines show to be of places.
    """
    words = detectors.draft_words
    split = [words.split_name(mention, text) if words else NameParts(*mention) for mention in mentions]
    parts = [part for part in split if part]
    records: tuple[Actor | Place, ...] = (*dossier.actors, *dossier.places)
    mentioned, groups = _group_by_owner(parts, records, words)
    named = [_existing_record(record, mentioned[record.key]) for record in records if record.key in mentioned]
    used, plain_places = set(taken), set(map(plain_name, places))
    for name, found in groups.items():
        what: NamedKind | None = "place" if plain_name(name) in plain_places else None
        what = what or (words.kind_of_name(found[0], text, parts) if words else None)
        kind: type[Actor | Place] = Place if what == "place" else Actor
        id = slug(name)
        earlier = _unreadable_draft(id, name, taken, dossier)
        if earlier:
            named.append(NamedRecord(*earlier, name, sorted(found), what, exists=True))
        else:
            named.append(NamedRecord(kind, free_id(id, used), _without_capitals(name), sorted(found), what))
    return sorted(named, key=lambda record: record.mentions[0].start)


def _group_by_owner(
    parts: Iterable[NameParts], records: Iterable[Actor | Place], words: DraftWords | None
) -> tuple[Mapping[str, Sequence[NameParts]], Mapping[str, Sequence[NameParts]]]:
    """Return the names of a text that are of a record, by its key, and all others, by the longest spelling of each."""
    by_name: dict[str, list[NameParts]] = {}
    for part in parts:
        by_name.setdefault(collapse_whitespace(part.name), []).append(part)
    known = [
        _Spelling(name, plain_name(name), record.key) for record in records for name in (record.name, *record.aliases)
    ]
    mentioned: dict[str, list[NameParts]] = {}
    groups: dict[str, list[NameParts]] = {}
    for name in sorted(by_name, key=lambda name: (len(name), not name.isupper()), reverse=True):
        key = _owner(name, known, words)
        if key:
            mentioned.setdefault(key, []).extend(by_name[name])
            continue
        longer = [other for other in groups if _belongs_to(other, name, words)]
        groups.setdefault(longer[0] if len(longer) == 1 else name, []).extend(by_name[name])
    return mentioned, groups


def _existing_record(record: Actor | Place, found: Iterable[NameParts]) -> NamedRecord:
    kind = record.kind if isinstance(record, Actor) else "place"
    return NamedRecord(type(record), record.id, record.name, sorted(found), kind, exists=True)


def _unreadable_draft(
    id: str, name: str, taken: Collection[str], dossier: Dossier
) -> tuple[type[Actor | Place], str] | None:
    """Return the record that cannot be read and is probably a draft of an earlier run, for want of a kind.

    It has the id of the name; or, where another record has that, the id with a number, and the name in its file.
    """
    for kind in (Actor, Place):
        ids = [key.partition(":")[2] for key in sorted(dossier.unreadable_keys) if key.startswith(f"{kind.singular}:")]
        for used in ids:
            is_numbered = id in taken and re.fullmatch(rf"{id}-[0-9]+", used) and dossier.may_be_unread(name)
            if used == id or is_numbered:
                return kind, used
    return None


def words_name(words: str, actor: Actor, article: re.Pattern[str] | None) -> bool:
    """Return whether words are a spelling of an actor, but for case, accents and an article."""
    plain = _without_article(words, article)
    return any(_without_article(spelling, article) == plain for spelling in (actor.name, *actor.aliases))


def _without_article(words: str, article: re.Pattern[str] | None) -> str:
    plain = plain_name(words)
    found = article.match(plain) if article else None
    return plain[found.end() :] if found else plain


def _without_capitals(name: str) -> str:
    """Return a name as it is written where not all its words are in capitals: "Eva Holm" of the label "EVA HOLM"."""
    return name.title() if name.isupper() and len(name.split()) > 1 else name


def _owner(name: str, known: Sequence[_Spelling], words: DraftWords | None) -> str | None:
    """Return the key of the record that a name is, given all spellings of the records."""
    plain, country = plain_name(name), _country(name, words)
    equal = _only(spelling.key for spelling in known if spelling.plain == plain)
    if equal or country:
        return equal or _only(spelling.key for spelling in known if _country(spelling.name, words) == country)
    return _only(
        spelling.key
        for spelling in known
        if spelling.plain.endswith(f" {plain}") or (" " in spelling.plain and plain.endswith(f" {spelling.plain}"))
    )


def _belongs_to(longer: str, name: str, words: DraftWords | None) -> bool:
    """Return whether a name is a spelling of one that is as long or longer."""
    if plain_name(longer) == plain_name(name):
        return True
    country = _country(name, words)
    return _country(longer, words) == country if country else plain_name(longer).endswith(f" {plain_name(name)}")


def _country(name: str, words: DraftWords | None) -> str | None:
    return words.country_of(name) if words else None


def _only(keys: Iterable[str]) -> str | None:
    distinct = set(keys)
    return distinct.pop() if len(distinct) == 1 else None
