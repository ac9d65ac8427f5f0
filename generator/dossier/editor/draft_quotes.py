"""Drafts of the quotations of a source: with who says them, to whom and when."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from dossier.detect.labelled_speech import with_labelled_speech
from dossier.detect.languages import notes_of
from dossier.detect.quotations import QuotationMention, find_quotations
from dossier.detect.speaker_mentions import SpeakerMention, speaker_of_label
from dossier.editor.draft_events import read_said
from dossier.editor.draft_ids import free_id, main_words, slug
from dossier.editor.draft_links import DraftLinks
from dossier.editor.draft_prose import summarize_quote
from dossier.editor.extract_fields import Fields, form_of
from dossier.editor.named_records import NamedRecord
from dossier.editor.source_reading import Draft, SourceReading
from dossier.editor.yaml.nodes import YamlValue
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.quote import Quote
from dossier.model.marks import TODO
from dossier.model.record import READER_COMMENT
from dossier.text.spans import Bounds, span_contains
from dossier.text.whitespace import collapse_whitespace

_NEAR = 60
_MAX_ID_WORDS = 4
_MAX_SPEAKER_WORDS = 3
_MAX_LENGTH = _MAX_SPEAKER_WORDS + 2 * _MAX_ID_WORDS
"""Of an id, in words: one of a text may be two of an id, as in "twenty-one"."""


def draft_quotes(reading: SourceReading) -> Iterator[Draft]:
    """Yield a draft of each quotation; those that one speaker's words interrupt are one."""
    content, links = reading.text.content, DraftLinks(reading)
    said = find_said(reading)
    open_words = reading.open_mentions.get("quotation", [])
    quotations = [q for q in said if Bounds(q.inner_start, q.inner_end) in open_words]
    speakers = {quotation: speaker for quotation, speaker in said.items() if speaker}
    verbs = {quotation: reading.verb_of_quotation(quotation, speaker) for quotation, speaker in speakers.items()}
    for group in _join_interrupted(quotations, verbs, partial(_has_own_day, reading)):
        quoted = [collapse_whitespace(content[part.inner_start : part.inner_end]) for part in group]
        words = [part.removesuffix(",") for part in quoted]  # The comma is the text's: “We stay,” Holm said.
        speaker = speakers.get(group[0])
        passage = reading.sentence_of(Bounds(group[0].start, group[-1].end), speaker)
        selection = reading.selection_of(passage)
        who = _actor_of(reading, speaker) if speaker else None
        form = READER_COMMENT if selection.in_comments else form_of(quoted)
        fields: Fields = {"words": words[0] if len(words) == 1 else list[YamlValue](words), "form": form}
        fields["speaker"] = who.id if who else TODO
        outlets = reading.addressed_outlet(speaker.verb) if speaker else []
        fields |= {"addressed_to": list[YamlValue](outlets)} if outlets else {}
        when = read_said(reading, verbs[group[0]]) if speaker else {}
        fields |= {"said": when} if when else {}
        about = links.event_of_quotation(Bounds(group[0].start, group[-1].end), passage)
        fields |= {"about": [about]} if about else {}
        via = [*outlets, *([who.id] if who else [])]
        label = _label_of(reading, who, speaker) if who and speaker else ""
        summary = None if selection.in_comments else summarize_quote(reading, passage, who, label, quoted, form)
        fields |= {"summary": summary} if summary else {}
        id = free_id(_id_of(reading, who, words[0]), reading.used[Quote])
        reading.drafted_quotes += [(Bounds(part.start, part.end), f"{Quote.singular}:{id}") for part in group]
        said_by = content[speaker.start : speaker.end] if speaker else "nobody named"
        comments = []
        if speaker and not who:
            comments = [f"Said by “{said_by}”: choose the actor."]
        elif speaker and (speaker.kind == "pronoun" or not span_contains(passage, speaker.verb)):
            comments = [f"The speaker follows from “{said_by}” elsewhere in the text: check it."]
        yield reading.draft(Quote, id, selection, fields, words[0], [said_by], via, comments)


def _label_of(reading: SourceReading, who: NamedRecord, speaker: SpeakerMention) -> str:
    """Return the name of a speaker as the sentence has it; of a pronoun, the last name."""
    named = reading.named_after(speaker.start)
    at = next((entry for entry in named if entry[2].id == who.id and entry[0] < speaker.end + _NEAR), None)
    if at and speaker.kind != "pronoun":
        return collapse_whitespace(reading.text.content[at[0] : at[1]])
    return min(who.spellings or [who.name], key=len)


def _id_of(reading: SourceReading, who: NamedRecord | None, words: str) -> str:
    """Return an id: who speaks, a person by the last name, and the first words, without small ones if many."""
    drafting = reading.detectors.draft_words if reading.detectors else None
    spoken = words.split()
    if len(spoken) > _MAX_ID_WORDS:
        spoken = main_words(words, drafting.small_words if drafting else frozenset()) or spoken
    speaker = slug(who.name).rpartition("-")[2] if who and who.named_kind == "person" else who.id if who else ""
    return slug(" ".join([*speaker.split("-")[:_MAX_SPEAKER_WORDS], *spoken[:_MAX_ID_WORDS]]), _MAX_LENGTH)


def _has_own_day(reading: SourceReading, quotation: QuotationMention, verb: Bounds) -> bool:
    """Return whether a second date is between a verb and a quotation: "said on Friday, and on Sunday"."""
    dates = [mention.start for group in reading.date_groups for mention in group.mentions]
    return bisect_left(dates, quotation.start) - bisect_left(dates, verb.end) > 1


def find_said(reading: SourceReading) -> Mapping[QuotationMention, SpeakerMention | None]:
    """Return the quotations that are in no other, each with its speaker; of a text that is not read, by labels."""
    finder = reading.detectors.speaker_mentions if reading.detectors else None
    content, is_recording = reading.text.content, reading.is_recording
    if finder:
        return finder.find_speakers(content, is_recording=is_recording)
    marked = (reading.detectors.find_quotations if reading.detectors else find_quotations)(content)
    found, labels = with_labelled_speech(content, marked, notes_of(reading.detectors), is_recording=is_recording)
    return {
        quotation: speaker_of_label(labels[quotation]) if quotation in labels else None
        for quotation in found
        if quotation.depth == 0
    }


def _actor_of(reading: SourceReading, speaker: SpeakerMention) -> NamedRecord | None:
    """Return the actor that the words for the speaker name, or to whom its pronoun refers."""
    span = speaker.name or speaker
    words = collapse_whitespace(reading.text.content[speaker.start : speaker.end])
    if speaker.kind == "description" and (described := reading.actor_called(words)):
        return described
    if speaker.kind == "description" and speaker.name and not span_contains(speaker.name, speaker):
        return None  # A spokesman for somebody is somebody else.
    named = reading.named_in(Bounds(span.start, span.end))
    return next((record for record in named if record.kind is Actor), None) or reading.actor_called(words)


def _join_interrupted(
    quotations: Sequence[QuotationMention],
    verbs: Mapping[QuotationMention, Bounds],
    has_own_day: Callable[[QuotationMention, Bounds], bool],
) -> Iterator[list[QuotationMention]]:
    """Yield each quotation, together with those that follow it after the same verb and on the same day."""
    group: list[QuotationMention] = []
    for quotation in quotations:
        verb = verbs.get(group[-1]) if group else None
        is_same = verb is not None and verb == verbs.get(quotation)
        is_after = verb is not None and group[-1].end <= verb.start < quotation.start
        if verb and is_same and is_after and not has_own_day(quotation, verb):
            group.append(quotation)
            continue
        if group:
            yield group
        group = [quotation]
    if group:
        yield group
