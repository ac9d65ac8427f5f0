"""Who takes part in a dated event, as drafts propose it: the subject of its verb, its object, and who did it."""

from collections.abc import Iterator, Set

from dossier.editor.extract_fields import Fields
from dossier.editor.source_reading import SourceReading
from dossier.model.kinds.actor import Actor
from dossier.text.spans import Bounds, span_contains

_MAX_PARTICIPANTS = 6


def find_participants(reading: SourceReading, date: Bounds, sentence: Bounds) -> list[Fields]:
    """Return the actors who take part in what a sentence dates, each with the words for the role if they are clear.

    In a language whose verbs are not read, all whom the sentence names, but for those in a phrase such as "for Holm".
    On whose word it is takes no part.
    """
    speakers = frozenset(_speakers(reading, sentence))
    drafting = reading.detectors.draft_words if reading.detectors else None
    if drafting and drafting.deeds:
        found = reading.find_deeds(drafting.deeds, date, sentence)
        roles = {actor.id: role for actor, role in reversed(found) if actor.id not in speakers}
        actors = [id for id in dict.fromkeys(actor.id for actor, _ in found) if id in roles]
    else:
        roles, actors = {}, _named_outside_phrases(reading, sentence, speakers)
    return [_participant(id, roles.get(id)) for id in actors[:_MAX_PARTICIPANTS]]


def _participant(id: str, role: str | None) -> Fields:
    return {"actor": id, "role": role} if role else {"actor": id}


def _named_outside_phrases(reading: SourceReading, sentence: Bounds, speakers: Set[str]) -> list[str]:
    """Return the actors that a sentence names, but where a preposition or the like is before the name."""
    finder = reading.detectors.speaker_mentions if reading.detectors else None
    found: dict[str, None] = {}
    for start, end, named in reading.named_after(sentence.start):
        if end > sentence.end:
            break
        before = reading.text.content[sentence.start : start]
        is_in_phrase = finder is not None and finder.leads_to_phrase.search(before) is not None
        if named.kind is Actor and named.id not in speakers and not is_in_phrase:
            found[named.id] = None
    return [*found]


def _speakers(reading: SourceReading, sentence: Bounds) -> Iterator[str]:
    """Yield the actors on whose word any date of a sentence is: in none of its events do they take part."""
    for group in reading.date_groups:
        span = Bounds(group.mentions[0].start, group.mentions[-1].end)
        if span_contains(sentence, span):
            yield from reading.attribution_of(span, sentence).via
