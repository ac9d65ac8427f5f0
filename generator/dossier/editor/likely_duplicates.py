"""Records that a new one is probably about: a name in another spelling, the same words, figure or event."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from dossier.editor.find_record import plain_name
from dossier.editor.name_spellings import SAME_NAME, Spelling, other_spelling, spelling_of
from dossier.editor.yaml.nodes import YamlValue
from dossier.edtf.parse import Edtf
from dossier.match import SearchableText, occurs
from dossier.match.normalize import normalize
from dossier.model.dossier import Dossier
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.kinds.event import Event
from dossier.model.kinds.number import Number
from dossier.model.kinds.place import Place
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.record import TODO_PREFIX, Record
from dossier.text.wording import truncate

_MIN_SHARED_WORDS = 5
"""So many words in a row make one quotation a part of another."""
_MAX_NAME_LENGTH = 60
_QUOTED = ("typography", "unicode form", "case", "diacritics", "punctuation")
Fields = Mapping[str, YamlValue]


class LikelyDuplicate(NamedTuple):
    """A record that a new one is probably about, and what both have in common."""

    record: Record
    reason: str

    def __str__(self) -> str:
        """Return the record and its file, what it has in common with the new one, and what to do."""
        record, name = self.record, truncate(self.record.label, _MAX_NAME_LENGTH)
        also = " and the spelling" if isinstance(record, Actor | Place) and self.reason != SAME_NAME else ""
        advice = f"if it is the same, add the passage{also} to that record instead"
        return f"this may be {record.key} ({record.path}), “{name}”, which has {self.reason}: {advice}"


class DuplicateFinder:
    """Finds the records of a dossier that new ones, given by their fields, are probably about."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._by_word: dict[str, list[tuple[Actor | Place, Spelling]]] = defaultdict(list)
        named: tuple[Actor | Place, ...] = (*dossier.actors, *dossier.places)
        for record in named:
            for spelling in map(spelling_of, dict.fromkeys((record.name, *record.aliases))):
                for word in {*spelling.words, *spelling.acronyms}:
                    self._by_word[word].append((record, spelling))

    def find(self, kind: type[Record], fields: Fields) -> list[LikelyDuplicate]:
        """Return the records of this kind that a new one with these fields is probably about, each once."""
        finders: Mapping[type[Record], Callable[[type[Record], Fields], Iterator[LikelyDuplicate]]] = {
            Actor: self._same_name,
            Place: self._same_name,
            Quote: self._same_words,
            Number: self._same_figure,
            Event: self._same_event,
            Disagreement: self._same_title,
        }
        found: dict[str, LikelyDuplicate] = {}
        for duplicate in finders[kind](kind, fields) if kind in finders else ():
            found.setdefault(duplicate.record.key, duplicate)
        return list(found.values())

    def _same_name(self, kind: type[Record], fields: Fields) -> Iterator[LikelyDuplicate]:
        name, what = spelling_of(_text(fields, "name")), fields.get("kind")
        for spelling in (name, *map(spelling_of, _texts(fields, "aliases"))):
            if spelling is not name and _is_part(spelling, name):
                continue
            near = [entry for word in {*spelling.words, *spelling.acronyms} for entry in self._by_word.get(word, ())]
            for record, known in near:
                is_short = len(name.words) == 1 or known.name == record.name
                is_surname_only = len(known.words) == 1 and known.name != record.name and len(spelling.words) > 1
                if not isinstance(record, kind) or is_surname_only:
                    continue
                is_person = isinstance(record, Actor) and record.kind == "person" and what in (None, "person")
                reason = other_spelling(spelling, known, are_people=is_person, is_short=is_short)
                if reason:
                    yield LikelyDuplicate(record, reason)

    def _same_words(self, kind: type[Record], fields: Fields) -> Iterator[LikelyDuplicate]:
        new, sources = _plain_words(_texts(fields, "words")), _sources_of(fields)
        for quote in self._dossier.quotes if new else ():
            known = _plain_words(quote.words)
            shorter, longer = sorted((new, known), key=len)
            is_part = len(shorter.split()) >= _MIN_SHARED_WORDS and f" {shorter} " in f" {longer} "
            if new == known or is_part:
                others = sorted({passage.source for _, passage in quote.iter_passages()} - sources)
                words = "these words" if new == known else "a part of these words"
                if new == shorter != known:
                    words = "these words and more"
                yield LikelyDuplicate(quote, f"{words}, from {' and '.join(others)}" if others else words)

    def _same_figure(self, kind: type[Record], fields: Fields) -> Iterator[LikelyDuplicate]:
        new = _figures(fields)
        days, text = self._days(_date_of(fields, "as_of"), _sources_of(fields)), _passage_text(fields)
        measure = fields.get("measure")
        what = plain_name(_text(measure, "what")) if isinstance(measure, Mapping) else ""
        for number in self._dossier.numbers if new else ():
            figures = number.value, number.min, number.max
            known = (number.qualifier, *(format(figure, "f") if figure is not None else "" for figure in figures))
            is_other = number.qualifier == "vague" and not _is_within(_text(fields, "words"), number.words or "")
            is_unit_unknown = not _text(fields, "unit") and _shares_words(fields, number)
            if new != known or is_other:
                continue
            if not is_unit_unknown and not _is_same_unit(number.unit, _text(fields, "unit"), text):
                continue
            sources = {passage.source for _, passage in number.iter_passages()}
            is_same_day = _may_be_same(days, self._days(number.main_date, sources))
            if is_same_day and what in ("", plain_name(number.measure.what)):
                yield LikelyDuplicate(number, "this figure, unit and day")

    def _same_event(self, kind: type[Record], fields: Fields) -> Iterator[LikelyDuplicate]:
        date, actors = _text(fields, "date"), _actors_of(fields)
        text = SearchableText("", _passage_text(fields))
        for event in self._dossier.events:
            known = {participant.actor for participant in event.participants}
            if date and event.date and date == event.date.text:
                is_named = bool(known) and not actors and all(self._is_named(actor, text) for actor in known)
                if is_named or (known and known == actors):
                    yield LikelyDuplicate(event, "this date and these participants")
                elif _shares_words(fields, event) and not (known and actors):
                    yield LikelyDuplicate(event, "this date and passage")
            elif not date and _shares_passage(fields, event) and (known == actors or not actors):
                yield LikelyDuplicate(event, "this passage")
        yield from self._same_title(kind, fields)

    def _same_title(self, kind: type[Record], fields: Fields) -> Iterator[LikelyDuplicate]:
        title = plain_name(_text(fields, "title") or _text(fields, "question"))
        for record in self._dossier.records if title else ():
            if isinstance(record, kind) and plain_name(record.label) == title:
                yield LikelyDuplicate(record, "this title")

    def _is_named(self, actor: str, text: SearchableText) -> bool:
        record = self._dossier.by_key.get(f"{Actor.singular}:{actor}")
        return isinstance(record, Actor) and any(occurs(name, text) for name in (record.name, *record.aliases))

    def _days(self, date: Edtf | None, sources: set[str]) -> list[Edtf]:
        """Return the day that a figure refers to, and those on which its sources were published."""
        records = [self._dossier.by_key.get(f"{Source.singular}:{id}") for id in sources]
        published = [source.main_date for source in records if isinstance(source, Source)]
        return [day for day in (date, *published) if day is not None]


def _text(fields: Fields, key: str) -> str:
    value = fields.get(key)
    return "" if not isinstance(value, str) or value.startswith(TODO_PREFIX) else value


def _texts(fields: Fields, key: str) -> list[str]:
    """Return the texts of a field that has one or several."""
    value = fields.get(key)
    if isinstance(value, str | Mapping) or value is None:
        return [*filter(None, [_text(fields, key)])]
    return [item for item in value if isinstance(item, str)]


def _mappings(fields: Fields, key: str) -> list[Fields]:
    value = fields.get(key)
    if isinstance(value, str | Mapping) or value is None:
        return []
    return [item for item in value if isinstance(item, Mapping)]


def _date_of(fields: Fields, key: str) -> Edtf | None:
    """Return the date of a dated field; None if it has none that can be read."""
    value = fields.get(key)
    try:
        return Edtf.parse(_text(value, "date")) if isinstance(value, Mapping) else None
    except ValueError:
        return None


def _sources_of(fields: Fields) -> set[str]:
    return {_text(passage, "source") for passage in _mappings(fields, "passages")}


def _actors_of(fields: Fields) -> set[str]:
    return {_text(participant, "actor") for participant in _mappings(fields, "participants")}


def _passage_text(fields: Fields) -> str:
    return "\n".join(_text(passage, "exact") for passage in _mappings(fields, "passages"))


def _shares_passage(fields: Fields, record: Record) -> bool:
    """Return whether a passage of the fields is one of the record."""
    known = {(passage.source, passage.exact) for _, passage in record.iter_passages()}
    return any((_text(new, "source"), _text(new, "exact")) in known for new in _mappings(fields, "passages"))


def _shares_words(fields: Fields, record: Record) -> bool:
    """Return whether a passage of the fields is one of the record, or a part of one, or has one as a part."""
    return any(
        _text(new, "source") == passage.source and _is_within(_text(new, "exact"), passage.exact)
        for _, passage in record.iter_passages()
        for new in _mappings(fields, "passages")
    )


def _is_within(words: str, others: str) -> bool:
    """Return whether one of two texts is a part of the other."""
    words, others = plain_name(words), plain_name(others)
    return words in others or others in words


def _figures(fields: Fields) -> tuple[str, ...] | None:
    """Return the qualifier and the figures, None if there are none."""
    figures = tuple(_text(fields, key) for key in ("value", "min", "max"))
    qualifier = _text(fields, "qualifier")
    return (qualifier, *figures) if any(figures) or qualifier == "vague" else None


def _is_same_unit(known: str, unit: str, text: str) -> bool:
    """Return whether two units are the same but for a plural; an unknown one, if the passage has the other."""
    singular = plain_name(known).removesuffix("s")
    return plain_name(unit).removesuffix("s") == singular if unit else singular in plain_name(text)


def _may_be_same(days: Sequence[Edtf], others: Sequence[Edtf]) -> bool:
    """Return whether a day of the one may be a day of the other, or either has none."""
    return not days or not others or any(day.overlaps(other) for day in days for other in others)


def _is_part(spelling: Spelling, name: Spelling) -> bool:
    """Return whether a spelling is a shorter form of the name itself, such as its surname."""
    return len(spelling.words) < len(name.words) and set(spelling.words) <= set(name.words)


def _plain_words(words: Sequence[str]) -> str:
    """Return the words of a quotation without case, accents and punctuation."""
    return normalize(" ".join(words), _QUOTED).chars.strip()
