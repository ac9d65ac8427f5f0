"""How much of what an editor may get wrong is rejected, and how much of what is right passes.

On a copy of a dossier without findings, one value at a time is replaced: by a wrong one, of each class of mistake, or
by a right one that is written differently. Each copy is checked as a pull request would be.
"""

import argparse
import json
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from statistics import mean, median
from typing import Any, NamedTuple, get_args

from dossier.check.run import run_revision_rules
from dossier.detect.en.quantities import find_quantities
from dossier.detect.en.word_forms import has_word
from dossier.graph import Graph
from dossier.io.yaml_reader import read_yaml
from dossier.model.base import FieldPath
from dossier.model.citation import Citation
from dossier.model.kinds.actor import Actor, RelationType
from dossier.model.kinds.event import Event
from dossier.model.kinds.number import Number
from dossier.model.kinds.place import Place
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.record import Record
from dossier.model.units import TIME_UNITS
from dossier.pipeline import check_dossier

from benchmarks.wordings import WORDINGS, Swap, rank_rewordings, reword

ROOT = Path(__file__).parents[1]
STARTER = ROOT / "generator/dossier/editor/starters/en"
DIGITS = re.compile(r"[0-9]")
WORD = re.compile(r"[A-Za-zÀ-ÿ]{4,}")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
DAY_IN_PROSE = re.compile(rf"\b([1-9]|[12]\d|3[01]) ({'|'.join(MONTHS)})( \d{{4}})?\b")
NUMBER_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NOT_COUNTED = ("hundreds", "thousands", "millions", "billions", "continues", "says")
"""Words like plurals that are no nouns, or whose number is the figure."""
PLURAL = re.compile(r"\b[a-z]{3,}[a-rt-z]s\b")


class Mutation(NamedTuple):
    """A value to replace: the record, the path of the field, the value, and what it becomes."""

    record: Record
    path: FieldPath
    before: str
    after: str

    def __str__(self) -> str:
        field = ".".join(map(str, self.path))
        return f"{self.record.path} {field}: {_around_change(self.before, self.after)}"


Generator = Callable[[Graph, Random], Iterator[Mutation]]


class Outcome(NamedTuple):
    """What became of the mutations of a class: all of them, those rejected, those a review asks to correct."""

    tried: int
    rejected: int
    corrections: int
    survivors: tuple[Mutation, ...]
    """The mutations without findings."""
    refused: tuple[Mutation, ...]
    """The mutations with findings."""


def _around_change(before: str, after: str, width: int = 30) -> str:
    """Return the two texts around the first character that differs."""
    pairs = zip(before, after, strict=False)
    start = next((index for index, (old, new) in enumerate(pairs) if old != new), min(len(before), len(after)))
    start = max(0, start - 10)
    return f"{before[start : start + width]!r} -> {after[start : start + width]!r}"


def _value(record: Record, path: FieldPath) -> str:
    value: Any = record
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return str(value)


def _replace(record: Record, path: FieldPath, after: str) -> Iterator[Mutation]:
    before = _value(record, path)
    if after and after != before:
        yield Mutation(record, path, before, after)


def _other(random: Random, choices: Sequence[str], value: str) -> str:
    """Return a random choice other than the value, "" if there is none."""
    others = [choice for choice in choices if choice != value]
    return random.choice(others) if others else ""


def _change_digit(random: Random, text: str) -> str:
    """Return the text with one of its digits replaced by another."""
    places = [match.start() for match in DIGITS.finditer(text)]
    if not places:
        return ""
    place = random.choice(places)
    digit = _other(random, "123456789", text[place])
    return text[:place] + digit + text[place + 1 :]


def _change_word(random: Random, text: str, words: Sequence[str]) -> str:
    """Return the text with one of its longer words replaced by a word of the dossier."""
    matches = list(WORD.finditer(text))
    if not matches:
        return ""
    match = random.choice(matches)
    return text[: match.start()] + _other(random, words, match[0]) + text[match.end() :]


def _own_passages(graph: Graph) -> Iterator[Citation]:
    return (citation for citation in graph.citations if citation.record.key in graph.visible_keys)


def evidence(graph: Graph, random: Random) -> Iterator[Mutation]:
    """Yield passages with a word changed, left out or negated, or with another source."""
    words = sorted({word for text in graph.dossier.source_texts.values() for word in WORD.findall(text.text)})
    sources = [source.id for source in graph.readable_sources]
    for citation in _own_passages(graph):
        path, exact = (*citation.path, "exact"), citation.passage.exact
        inner = exact.split()
        if random.random() < 0.25:
            yield from _replace(
                citation.record, (*citation.path, "source"), _other(random, sources, citation.passage.source)
            )
        elif len(inner) > 3 and random.random() < 0.3:
            dropped = random.randrange(1, len(inner) - 1)
            yield from _replace(citation.record, path, " ".join(inner[:dropped] + inner[dropped + 1 :]))
        elif len(inner) > 3 and random.random() < 0.3:
            yield from _replace(citation.record, path, " ".join([*inner[:2], "not", *inner[2:]]))
        else:
            yield from _replace(citation.record, path, _change_word(random, exact, words))


def values(graph: Graph, random: Random) -> Iterator[Mutation]:
    """Yield numbers with another value or qualifier."""
    for number in graph.visible_of(Number):
        for name in ("value", "min", "max"):
            if getattr(number, name) is not None:
                yield from _replace(number, (name,), _change_digit(random, _value(number, (name,))))
        if number.qualifier in ("exactly", "more than", "at least", "about"):
            choices = ("exactly", "more than", "at least", "less than")
            yield from _replace(number, ("qualifier",), _other(random, choices, number.qualifier))


def _dates(graph: Graph) -> Iterator[tuple[Record, FieldPath, str]]:
    for record in graph.visible:
        if isinstance(record, Event) and record.date is not None:
            yield record, ("date",), record.date.text
        for path, field in record.dated_fields:
            yield record, (*path, "date"), field.date.text


def _shift_part(text: str, start: int, end: int, by: int, lowest: int, highest: int) -> str:
    """Return a date with the number between two offsets shifted, within its bounds."""
    number = int(text[start:end])
    shifted = number + by if lowest <= number + by <= highest else number - by
    return f"{text[:start]}{shifted:0{end - start}}{text[end:]}"


def _date_parts(pattern: str, group: int, bounds: tuple[int, int]) -> Generator:
    def generate(graph: Graph, random: Random) -> Iterator[Mutation]:
        for record, path, text in _dates(graph):
            match = re.search(pattern, text)
            if match:
                by = random.choice((-2, -1, 1, 2))
                yield from _replace(record, path, _shift_part(text, *match.span(group), by, *bounds))

    return generate


days = _date_parts(r"\d{4}-\d\d-(\d\d)", 1, (1, 28))
months = _date_parts(r"\d{4}-(\d\d)", 1, (1, 12))
years = _date_parts(r"(\d{4})", 1, (1900, 2100))


def names(graph: Graph, random: Random) -> Iterator[Mutation]:
    """Yield names and aliases with a letter changed, and names of other actors."""
    actors = [actor.name for actor in graph.visible_of(Actor)]
    for record in (*graph.visible_of(Actor), *graph.visible_of(Place)):
        if isinstance(record, Actor) and record.unnamed:
            continue
        yield from _replace(record, ("name",), _change_letter(random, record.name))
        if isinstance(record, Actor):
            yield from _replace(record, ("name",), _other(random, actors, record.name))
        for index, alias in enumerate(record.aliases):
            yield from _replace(record, ("aliases", index), _change_letter(random, alias))


def _change_letter(random: Random, text: str) -> str:
    places = [index for index, letter in enumerate(text) if letter.isalpha() and letter.islower()]
    if not places:
        return ""
    place = random.choice(places)
    return text[:place] + _other(random, "abdefghiklmnoprstuvz", text[place]) + text[place + 1 :]


def titles(graph: Graph, random: Random) -> Iterator[Mutation]:
    """Yield titles and questions in which a name or a figure is another one."""
    actors = [actor.name for actor in graph.visible_of(Actor) if not actor.unnamed]
    for record in graph.visible:
        path = ("title",) if isinstance(record, Event) else ("question",)
        if not hasattr(record, path[0]):
            continue
        text = _value(record, path)
        for name in (name for name in actors if re.search(rf"\b{re.escape(name)}\b", text)):
            yield from _replace(record, path, text.replace(name, _other(random, actors, name), 1))
        yield from _replace(record, path, _change_digit(random, text))
        yield from _replace(record, path, f"{text.rstrip('?')} in {random.choice(('Geneva', 'Helsinki', 'Ottawa'))}")


def _ids(graph: Graph, kind: type[Record]) -> list[str]:
    return [record.id for record in graph.visible_of(kind)]


def speakers(graph: Graph, random: Random) -> Iterator[Mutation]:
    """Yield quotes with another speaker."""
    for quote in graph.visible_of(Quote):
        if quote.speaker is not None:
            yield from _replace(quote, ("speaker",), _other(random, _ids(graph, Actor), quote.speaker))


def attribution(graph: Graph, random: Random) -> Iterator[Mutation]:
    """Yield passages with another link in their attribution."""
    parties = [*_ids(graph, Actor), *_ids(graph, Source)]
    for citation in _own_passages(graph):
        for index, link in enumerate(citation.passage.via):
            yield from _replace(citation.record, (*citation.path, "via", index), _other(random, parties, link))


def roles(graph: Graph, random: Random) -> Iterator[Mutation]:
    """Yield roles with the title of another one."""
    everything = [role.title for actor in graph.visible_of(Actor) for role in actor.roles]
    for actor in graph.visible_of(Actor):
        for index, role in enumerate(actor.roles):
            yield from _replace(actor, ("roles", index, "title"), _other(random, everything, role.title))


def relations(graph: Graph, random: Random) -> Iterator[Mutation]:
    """Yield relations to another actor."""
    for actor in graph.visible_of(Actor):
        for index, relation in enumerate(actor.relations):
            others = [id for id in _ids(graph, Actor) if id != actor.id]
            yield from _replace(actor, ("relations", index, "to"), _other(random, others, relation.to))


def relation_types(graph: Graph, random: Random) -> Iterator[Mutation]:
    """Yield relations of another type, other than one that is right too: who is interviewed is in contact."""
    for actor in graph.visible_of(Actor):
        for index, relation in enumerate(actor.relations):
            wrong = [name for name in get_args(RelationType) if name not in RIGHT_TOO.get(relation.type, ())]
            yield from _replace(actor, ("relations", index, "type"), _other(random, wrong, relation.type))


RIGHT_TOO: Mapping[RelationType, tuple[RelationType, ...]] = {
    "relays": ("in contact with",),
    "recognises": ("supports",),
    "does not recognise": ("opposes",),
    "member of": ("part of",),
}
"""The types of relation that hold as well where one holds, although they say less."""


def participants(graph: Graph, random: Random) -> Iterator[Mutation]:
    """Yield events with another participant."""
    for event in graph.visible_of(Event):
        for index, participant in enumerate(event.participants):
            yield from _replace(
                event, ("participants", index, "actor"), _other(random, _ids(graph, Actor), participant.actor)
            )


def units(graph: Graph, random: Random) -> Iterator[Mutation]:
    """Yield numbers with the unit of another, or with another noun of their passage."""
    everything = sorted({number.unit for number in graph.visible_of(Number)})
    for number in graph.visible_of(Number):
        yield from _replace(number, ("unit",), _other(random, everything, number.unit))
        texts = [graph.passage_text(citation) for citation in _own_passages(graph) if citation.record is number]
        nouns = sorted({noun for text in texts for noun in PLURAL.findall(text)})
        known = number.unit.casefold().split()
        known += NOT_COUNTED if number.unit != "USD" else (*NOT_COUNTED, "dollars")
        beside = " ".join(
            re.findall(rf".{{0,40}}{re.escape(number.words or number.figure.split()[0])}.{{0,40}}", " ".join(texts))
        )
        others = [noun for noun in nouns if not any(has_word([noun], word) for word in known) and noun not in beside]
        yield from _replace(number, ("unit",), _other(random, others, number.unit))


def places(graph: Graph, random: Random) -> Iterator[Mutation]:
    """Yield places with coordinates swapped, of another place or in another country, and events elsewhere."""
    located = [place for place in graph.visible_of(Place) if place.has_coordinates]
    for place in located:
        yield from _replace(place, ("latitude",), str(place.longitude) if abs(place.longitude or 0) <= 90 else "12.5")
        yield from _replace(place, ("longitude",), str(place.latitude))
        yield from _replace(place, ("longitude",), str(-(place.longitude or 0)))
        other = random.choice([other for other in located if other is not place] or [place])
        yield from _replace(place, ("latitude",), str(other.latitude))
        if place.country is not None:
            yield from _replace(place, ("country",), _other(random, ("SE", "ZZ", "AR", "NO"), place.country))
    for event in graph.visible_of(Event):
        if event.place is not None:
            elsewhere = [place.id for place in graph.visible_of(Place) if not _is_around(graph, place, event.place)]
            yield from _replace(event, ("place",), _other(random, elsewhere, event.place))


def _is_around(graph: Graph, place: Place, other_id: str) -> bool:
    """Return whether a place is one in which, or at which, another is: it is right too, although less exact."""
    other = graph.dossier.by_key[f"place:{other_id}"]
    return place.name in other.label or (isinstance(other, Place) and place.country == other.country is not None)


def sides(graph: Graph, random: Random) -> Iterator[Mutation]:
    """Yield actors on another side."""
    choices = [side.id for side in graph.dossier.settings.sides]
    for actor in graph.visible_of(Actor):
        if actor.side is not None:
            yield from _replace(actor, ("side",), _other(random, choices, actor.side))


def statuses(graph: Graph, random: Random) -> Iterator[Mutation]:
    """Yield planned events and forecasts as reported ones, and reported ones as planned and forecast.

    An announced event may be reported too: that somebody announced something has happened. So may a time that is set.
    """
    for record in (*graph.visible_of(Event), *graph.visible_of(Number)):
        if isinstance(record, Number) and record.unit in TIME_UNITS:
            continue
        if record.status in ("planned", "forecast", "pledged"):
            yield from _replace(record, ("status",), "reported")
        elif record.status == "reported":
            yield from _replace(record, ("status",), "planned" if isinstance(record, Event) else "forecast")


def _prose(graph: Graph) -> Iterator[tuple[Record, FieldPath, str]]:
    for record in graph.visible:
        for field in record.statement_fields:
            if field.path[0] in ("summary", "positions"):
                yield record, field.path, field.text


def statement_figures(graph: Graph, random: Random) -> Iterator[Mutation]:
    """Yield statements with a digit changed, outside dates, links and marks."""
    for record, path, text in _prose(graph):
        hidden = re.sub(rf"\[\[[^\]|]*|\[\^[^\]]*\]|{DAY_IN_PROSE.pattern}", lambda match: " " * len(match[0]), text)
        figures = list(re.finditer(r"\d[\d,.]*\d|\d", hidden))
        for figure in figures[:1]:
            changed = _change_digit(random, figure[0])
            yield from _replace(record, path, text[: figure.start()] + changed + text[figure.end() :])


def statement_dates(graph: Graph, random: Random) -> Iterator[Mutation]:
    """Yield statements with another day, month or year in a date."""
    for record, path, text in _prose(graph):
        for match in DAY_IN_PROSE.finditer(text):
            day, month, year = match.groups()
            part = random.randrange(3 if year else 2)
            if part == 0:
                day = str(int(day) % 28 + 1)
            elif part == 1:
                month = _other(random, MONTHS, month)
            else:
                year = f" {int(year) + random.choice((-1, 1))}"
            yield from _replace(record, path, f"{text[: match.start()]}{day} {month}{year or ''}{text[match.end() :]}")


def statement_words(graph: Graph, random: Random) -> Iterator[Mutation]:
    """Yield statements with another number word, weekday or quoted word."""
    texts = " ".join(text.text for text in graph.dossier.source_texts.values())
    words = sorted(set(WORD.findall(texts)))
    for record, path, text in _prose(graph):
        for choices in (NUMBER_WORDS, WEEKDAYS):
            for match in re.finditer(rf"\b({'|'.join(choices)})\b", text):
                yield from _replace(
                    record, path, text[: match.start()] + _other(random, choices, match[0]) + text[match.end() :]
                )
        for match in re.finditer("“([^”]+)”", text):
            changed = _change_word(random, match[1], words)
            yield from _replace(
                record, path, text[: match.start(1)] + changed + text[match.end(1) :] if changed else ""
            )


def statement_names(graph: Graph, random: Random) -> Iterator[Mutation]:
    """Yield statements in which an actor's name is that of another."""
    actors = [actor.name for actor in graph.visible_of(Actor) if not actor.unnamed]
    pattern = re.compile(rf"(?<![\w:|-])({'|'.join(map(re.escape, sorted(actors, key=len, reverse=True)))})(?![\w-])")
    for record, path, text in _prose(graph):
        for match in pattern.finditer(text):
            other = _other(random, actors, match[0])
            yield from _replace(record, path, text[: match.start()] + other + text[match.end() :])


def links(graph: Graph, random: Random) -> Iterator[Mutation]:
    """Yield cross-links that lead to another record of the same kind."""
    by_kind = {
        record.singular: [other.id for other in records] for records in graph.by_kind.values() for record in records[:1]
    }
    for record, path, text in _prose(graph):
        for match in re.finditer(r"\[\[([a-z]+):([a-z0-9-]+)(?=[\]|])", text):
            other = _other(random, [id for id in by_kind.get(match[1], ()) if id != record.id], match[2])
            yield from _replace(record, path, text[: match.start(2)] + other + text[match.end(2) :] if other else "")


def marks(graph: Graph, random: Random) -> Iterator[Mutation]:
    """Yield statements with the mark of another statement of their record."""
    for record, path, text in _prose(graph):
        labels = re.findall(r"\[\^([a-z0-9-]+)\]", text)
        for match in re.finditer(r"\[\^([a-z0-9-]+)\]", text):
            other = _other(random, labels, match[1])
            yield from _replace(record, path, text[: match.start(1)] + other + text[match.end(1) :] if other else "")


def _reworded(swaps: Sequence[Swap]) -> Generator:
    """Return a generator of statements with other wording."""

    def generate(graph: Graph, random: Random) -> Iterator[Mutation]:
        for rewording in reword(graph, swaps):
            statement = rewording.statement
            if isinstance(statement.item, Record):
                yield from _replace(statement.item, statement.path, rewording.field)

    return generate


def anywhere(graph: Graph, random: Random) -> Iterator[Mutation]:
    """Yield random values of random records: a digit, a letter or a word changed, an id or a choice replaced."""
    words = sorted({word for text in graph.dossier.source_texts.values() for word in WORD.findall(text.text)})
    records = list(graph.visible)
    while True:
        record = random.choice(records)
        scalars = [(path, value) for path, value in _scalars(record.model_dump(mode="json", exclude_unset=True))]
        path, value = random.choice(scalars)
        choices = _choices(graph, record, path)
        if choices:
            after = _other(random, choices, value)
        elif DIGITS.search(value) and random.random() < 0.5:
            after = _change_digit(random, value)
        else:
            after = _change_word(random, value, words) or _change_letter(random, value)
        if after and after != value:
            yield Mutation(record, path, value, after)


def _scalars(value: object, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("review", "formerly", "note", "corrections"):
                yield from _scalars(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _scalars(inner, (*path, index))
    elif isinstance(value, str):
        yield path, value


def _choices(graph: Graph, record: Record, path: FieldPath) -> Sequence[str]:
    """Return the ids or fixed values that a field may have; none if it is free text."""
    field = str(next(step for step in reversed(path) if isinstance(step, str)))
    if field in ("source", "rests_on"):
        return _ids(graph, Source)
    if field in ("speaker", "addressed_to", "to", "actor", "counted_by", "publisher", "via"):
        return _ids(graph, Actor)
    if field in ("place", "where"):
        return _ids(graph, Place)
    if field == "about":
        return [other.key for other in graph.visible if other is not record]
    if len(path) == 1 and field in type(record).model_fields:
        return [
            str(choice) for choice in get_args(type(record).model_fields[field].annotation) if isinstance(choice, str)
        ]
    return ()


CLASSES: Mapping[str, Generator] = {
    "passages": evidence,
    "values and qualifiers": values,
    "days": days,
    "months": months,
    "years": years,
    "names and aliases": names,
    "titles and questions": titles,
    "speakers": speakers,
    "attribution": attribution,
    "roles": roles,
    "relations: the other actor": relations,
    "relations: the type": relation_types,
    "participants": participants,
    "units": units,
    "places": places,
    "sides": sides,
    "status": statuses,
    "figures in statements": statement_figures,
    "dates in statements": statement_dates,
    "number words, weekdays and quoted words in statements": statement_words,
    "names in statements": statement_names,
    "links in statements": links,
    "marks": marks,
    **{name: _reworded(swaps) for name, swaps in WORDINGS.items()},
    "anywhere": anywhere,
}
"""The classes of mistakes by name."""


def other_dates(graph: Graph, random: Random) -> Iterator[Mutation]:
    """Yield statements with a date written in another way."""
    for record, path, text in _prose(graph):
        for match in DAY_IN_PROSE.finditer(text):
            day, month, year = match.groups()
            spelling = random.choice(
                ("{month} {day}{comma}{year}", "{short} {day}{comma}{year}", "{day} {short}{year}")
            )
            written = spelling.format(
                day=day, month=month, short=f"{month[:3]}." if len(month) > 4 else month, year=year or "",
                comma="," if year else "",
            )  # fmt: skip
            yield from _replace(record, path, text[: match.start()] + written + text[match.end() :])


def other_figures(graph: Graph, random: Random) -> Iterator[Mutation]:
    """Yield statements with a figure of their evidence in words, in digits, or with its unit or scale in short."""
    in_words = {str(number): word for number, word in zip((*range(2, 11), 12, 20), NUMBER_WORDS, strict=True)}
    for record, path, text in _prose(graph):
        hidden = re.sub(
            rf"\[\[[^\]|]*|\[\^[^\]]*\]|{DAY_IN_PROSE.pattern}|“[^”]*”", lambda match: " " * len(match[0]), text
        )
        given = _figures_given(graph, record, text)
        for pattern, written in OTHER_SPELLINGS:
            for match in re.finditer(pattern, hidden):
                yield from _replace(record, path, text[: match.start()] + match.expand(written) + text[match.end() :])
        for match in re.finditer(r"(?<![\w$,.])(\d{1,3}(?:,\d{3})+|\d+)(?![\w,.]*\d)", hidden):
            figure = match[0]
            separator = random.choice(("", "\u00a0", "\u202f", "’"))
            written = figure.replace(",", separator) if "," in figure else in_words.get(figure, "")
            if written and figure.replace(",", "") in given and not re.fullmatch(r"(19|20)\d\d", figure):
                yield from _replace(record, path, text[: match.start()] + written + text[match.end() :])
        for match in re.finditer(rf"\b({'|'.join(in_words.values())})\b", hidden):
            figure = next(number for number, word in in_words.items() if word == match[0])
            if figure not in given:  # The editor's own count, as in "the two papers".
                continue
            yield from _replace(record, path, text[: match.start()] + figure + text[match.end() :])


OTHER_SPELLINGS = (
    (r"(?<=\d) ?%(?!\w)", " per cent"),
    (r"(?<=\d) per ?cent\b(?! points?)", "%"),
    (r"\$(\d[\d.]*) million\b", r"US$\1m"),
    (r"(?<![$€£\d.,])(\d+) million\b", r"\1,000,000"),
    (r"\bmore than(?= \d)", "over"),
    (r"\b[Aa]bout(?= \d)", "around"),
    (r"(?<=\d)-(?=\d+ (?:per|people|soldiers|countries))", "–"),
)
"""Patterns of figures in statements, and other ways to write these."""


def _figures_given(graph: Graph, record: Record, text: str) -> set[str]:
    """Return the figures in the passages of a record, and of those that its text links."""
    keys = [record.key, *re.findall(r"\[\[([a-z]+:[a-z0-9-]+)", text)]
    records = [graph.dossier.by_key[key] for key in keys if key in graph.dossier.by_key]
    texts = {graph.passage_text(citation) for other in records for citation in graph.evidence_of(other)}
    mentions = [mention for passage in texts for mention in find_quantities(passage) if not mention.ordinal]
    values = [value for mention in mentions for value in (mention.quantity.value, mention.of)]
    return {f"{value:f}" for value in values if value is not None}


def other_names(graph: Graph, random: Random) -> Iterator[Mutation]:
    """Yield statements in which an actor is called by another of its spellings, in the words of a link."""
    spellings = {actor.key: (actor.name, *actor.aliases) for actor in graph.visible_of(Actor) if not actor.unnamed}
    for record, path, text in _prose(graph):
        for match in re.finditer(r"\[\[(actor:[a-z0-9-]+)\|([^\]]+)\]\]", text):
            other = _other(random, spellings.get(match[1], ()), match[2])
            if other and match[2] in spellings.get(match[1], ()):
                yield from _replace(record, path, text[: match.start(2)] + other + text[match.end(2) :])


def other_quotation_marks(graph: Graph, random: Random) -> Iterator[Mutation]:
    """Yield statements with straight quotation marks."""
    for record, path, text in _prose(graph):
        if "“" in text:
            yield from _replace(record, path, text.replace("“", '"').replace("”", '"'))


def values_with_decimals(graph: Graph, random: Random) -> Iterator[Mutation]:
    """Yield values written with another number of decimals."""
    for number in graph.visible_of(Number):
        if number.value is not None and "." not in str(number.value):
            yield from _replace(number, ("value",), f"{number.value}.0")


VARIANTS: Mapping[str, Generator] = {
    "dates written in another way": other_dates,
    "figures written in another way": other_figures,
    "other spellings of a name": other_names,
    "straight quotation marks": other_quotation_marks,
    "values with a decimal": values_with_decimals,
}
"""The classes of correct variants by name."""


def measure(root: Path, generate: Generator, count: int, seed: str) -> Outcome:
    """Return what the check makes of up to `count` mutations of a class, drawn at random from those possible."""
    base = check_dossier(root)
    if base.graph is None or base.findings:
        raise SystemExit(f"{root}: the dossier has findings; the measurement needs one without")
    random = Random(seed)
    mutations = _sample(generate(base.graph, random), count, random)
    corrections = 0
    survivors, refused = [], []
    for mutation in mutations:
        file = root / mutation.record.path
        original = file.read_text("utf-8")
        file.write_text(_apply(original, mutation), "utf-8")
        result = check_dossier(root)
        file.write_text(original, "utf-8")
        if result.findings or result.graph is None:
            refused.append(mutation)
        else:
            survivors.append(mutation)
            corrections += bool(run_revision_rules(result.graph, base.graph, "base"))
    return Outcome(len(mutations), len(refused), corrections, tuple(survivors), tuple(refused))


def _sample(mutations: Iterator[Mutation], count: int, random: Random) -> list[Mutation]:
    """Return up to `count` of the mutations; of an endless generator the first ones, of another a random sample."""
    drawn = []
    for mutation in mutations:
        drawn.append(mutation)
        if len(drawn) >= 5000:
            break
    return random.sample(drawn, min(count, len(drawn)))


def _apply(text: str, mutation: Mutation) -> str:
    """Return the file's content with the value replaced, as JSON, which is YAML."""
    data: Any = read_yaml(text, mutation.record.path).value
    holder, path = data, mutation.path
    for step in path[:-1]:
        if isinstance(holder[step], str):  # A single item may be written without a list.
            path = path[:-1]
            break
        holder = holder[step]
    holder[path[-1]] = mutation.after
    return json.dumps(data, ensure_ascii=False)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a table of all classes for the real dossier and for the starter."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=40, help="mutations per class (default: 40)")
    parser.add_argument("--seed", default="1", help="the seed of the random choices (default: 1)")
    parser.add_argument("--only", default="", help="classes whose names contain this")
    parser.add_argument(
        "--survivors", action="store_true", help="list the wrong values that pass, and the right ones that do not"
    )
    options = parser.parse_args(arguments)
    for name, dossier in (("the real dossier", ROOT), ("the starter", STARTER)):
        with tempfile.TemporaryDirectory() as folder:
            for part in ("content", "seeds"):
                shutil.copytree(dossier / part, Path(folder) / part)
            sys.stdout.write(
                f"\n## Mistakes in {name}\n\n| Class | Tried | Rejected | Correction asked for |\n|---|--:|--:|--:|\n"
            )
            _print_table(Path(folder), CLASSES, options, wants_findings=True)
            _print_ranks(Path(folder), options)
            sys.stdout.write(f"\n## Correct variants in {name}\n\n| Class | Tried | Passed |\n|---|--:|--:|\n")
            _print_table(Path(folder), VARIANTS, options, wants_findings=False)
    return 0


def _print_table(
    root: Path, classes: Mapping[str, Generator], options: argparse.Namespace, *, wants_findings: bool
) -> None:
    """Print the row of each class, and the mutations with the wrong outcome if wanted."""
    for name, generate in classes.items():
        if options.only not in name:
            continue
        outcome = measure(root, generate, options.count, f"{options.seed} {name}")
        if not outcome.tried:
            continue
        passed = len(outcome.survivors)
        if wants_findings:
            shares = (_share(outcome.rejected, outcome.tried), _share(outcome.corrections, passed))
        else:
            shares = (_share(passed, outcome.tried),)
        sys.stdout.write(f"| {name} | {outcome.tried} | {' | '.join(shares)} |\n")
        sys.stdout.flush()
        if options.survivors:
            for mutation in outcome.survivors if wants_findings else outcome.refused:
                sys.stdout.write(f"    {mutation}\n")


def _print_ranks(root: Path, options: argparse.Namespace) -> None:
    """Print where `dossier review` lists the statements of each class of wordings, all that are possible."""
    graph = check_dossier(root).graph
    ranked = {name: rank_rewordings(graph, swaps) for name, swaps in WORDINGS.items() if graph and options.only in name}
    if not any(ranks.places for ranks in ranked.values()):
        return
    total = max(ranks.total for ranks in ranked.values())
    sys.stdout.write(f"\n## Places of these statements in `dossier review`, among {total}\n\n")
    sys.stdout.write(
        "| Class | Statements | New reason | In the first 20 | In the first 50 | Median place | Mean place |\n"
    )
    sys.stdout.write("|---|--:|--:|--:|--:|--:|--:|\n")
    for name, ranks in ranked.items():
        places = ranks.places
        if places:
            shares = [_share(ranks.reasons, len(places))]
            shares += [_share(sum(place <= limit for place in places), len(places)) for limit in (20, 50)]
            averages = f"{median(places):.0f} | {mean(places):.0f}"
            sys.stdout.write(f"| {name} | {len(places)} | {' | '.join(shares)} | {averages} |\n")


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"


if __name__ == "__main__":
    sys.exit(main())
