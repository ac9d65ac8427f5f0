"""Drafts of the dated events of a source: with the date, the place and who took part."""

from collections.abc import Iterator, Set

from dossier.detect.date_mentions import DateMention
from dossier.editor.draft_names import free_id, slug
from dossier.editor.extract_fields import Fields, event_date_fields
from dossier.editor.source_reading import Draft, SourceReading
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.event import Event
from dossier.model.kinds.place import Place
from dossier.text.spans import Bounds
from dossier.text.whitespace import collapse_whitespace

_MAX_PARTICIPANTS = 6
_MAX_ID_WORDS = 9
_MIN_WORDS = 3
"""A line with fewer words is an address, a date line or a caption, which reports no event."""


def draft_events(reading: SourceReading) -> Iterator[Draft]:
    """Yield a draft of what each sentence with a date says, with the place and the actors that it names."""
    if not reading.detectors:
        return
    open_dates = reading.open_mentions.get("date", [])
    done: set[Bounds] = set()
    for mention in reading.detectors.find_dates(reading.text.content):
        sentence = reading.sentence_of(mention)
        fields = event_date_fields(mention, reading.source.id, reading.dossier)
        words = reading.text.content[sentence.start : sentence.end].split()
        is_prose = sum(map(str.islower, words)) >= _MIN_WORDS
        if Bounds(mention.start, mention.end) not in open_dates or not fields or sentence in done or not is_prose:
            continue
        done.add(sentence)
        yield _draft_event(reading, mention, sentence, fields)


def _draft_event(reading: SourceReading, mention: DateMention, sentence: Bounds, fields: Fields) -> Draft:
    named = reading.named_in(sentence)
    place = next((record for record in named if record.kind is Place), None)
    actors = [record for record in named if record.kind is Actor][:_MAX_PARTICIPANTS]
    if place:
        fields["place"] = place.id
    if actors:
        fields["participants"] = [{"actor": record.id} for record in actors]
    fields["status"] = "reported"
    words = collapse_whitespace(reading.text.content[sentence.start : sentence.end])
    drafting = reading.detectors.draft_words if reading.detectors else None
    title = _title_words(words.replace(mention.text, ""), drafting.small_words if drafting else frozenset())
    id = free_id(slug(f"{fields['date']} {title}", _MAX_ID_WORDS), reading.used[Event])
    found = [str(fields["date"]), *([place.name] if place else [])]
    phrase, selection = collapse_whitespace(mention.text), reading.selection_of(sentence)
    via, _, comments = reading.attribution_of(mention, sentence)
    return reading.draft(Event, id, selection, fields, phrase, found, via, comments)


def _title_words(words: str, small: Set[str]) -> str:
    return " ".join(word for word in words.split() if word[:1].isalnum() and word.casefold() not in small)
