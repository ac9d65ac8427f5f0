"""Drafts of all that a source says and no record has yet: its names, quotations, figures and dated events.

What is open in the text, as `dossier coverage` counts it, becomes a draft each: so a second run adds only what is new.
A draft has what the text says; the rest is `TODO`, for the editor, and nothing is published.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from dossier.detect.draft_words import NameParts, PlaceSize
from dossier.detect.labelled_speech import with_labelled_speech
from dossier.detect.quotations import QuotationMention, find_quotations
from dossier.detect.speaker_mentions import SpeakerMention, speaker_of_label
from dossier.editor.draft_events import draft_events, read_said
from dossier.editor.draft_names import NamedRecord, free_id, slug
from dossier.editor.draft_numbers import draft_numbers
from dossier.editor.extract_fields import Fields, form_of
from dossier.editor.locate import passage_fields
from dossier.editor.source_reading import DRAFTED_MENTIONS, Draft, SourceReading
from dossier.editor.yaml.nodes import YamlValue
from dossier.model.coverage import MentionKind
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.place import Place
from dossier.model.kinds.quote import Quote
from dossier.model.marks import TODO
from dossier.model.record import READER_COMMENT, TODO_PREFIX
from dossier.text.spans import Bounds, Spanning, span_contains, spans_overlap
from dossier.text.whitespace import collapse_whitespace

MENTIONS: Mapping[str, MentionKind] = {"names": "name", "quotes": "quotation", "numbers": "quantity", "events": "date"}
"""The mentions that become drafts, by the word for these."""
_MAX_ID_WORDS = 8
UNKNOWN_PRECISION: Fields = {
    "precision": "unknown",
    "precision_basis": f"{TODO_PREFIX} the text does not show the precision: correct it, then delete this",
}
_PERSON_WORDS = (2, 3)
"""How many words the name of a person has, as a rule."""


class SourceDrafts(NamedTuple):
    """The drafts of a source, and the spellings of existing records that these do not have yet."""

    drafts: Sequence[Draft]
    spellings: Sequence[tuple[str, str]]
    """A spelling, and the key of the record whose alias it probably is."""
    sizes: Sequence[tuple[str, str]] = ()
    """The key of a place whose `precision` is unknown, and what the text says that it is."""


class _SaidSize(NamedTuple):
    """How large a place is, and the mention of it beside which the text says so."""

    size: PlaceSize
    mention: NameParts


class SourceDrafter(SourceReading):
    """Reads one text once, and drafts what it says and no record has yet; `wanted` are keys of `DRAFTED_MENTIONS`."""

    def count_mentions(self, wanted: Sequence[str]) -> int:
        """Return how many mentions may become drafts."""
        return sum(len(self.open_mentions.get(MENTIONS[key], ())) for key in wanted)

    def drafts(
        self, wanted: Sequence[str] = tuple(DRAFTED_MENTIONS), on_draft: Callable[[], None] = lambda: None
    ) -> SourceDrafts:
        """Return the drafts, names first, so that the others can refer to them; call `on_draft` after each."""
        readers: Mapping[str, Callable[[], Iterator[Draft]]] = {
            "names": self._names,
            "quotes": self._quotes,
            "numbers": lambda: draft_numbers(self),
            "events": lambda: draft_events(self),
        }
        drafts: list[Draft] = []
        for key, reader in readers.items():
            if key in wanted:
                for draft in reader():
                    drafts.append(draft)
                    on_draft()
            if key == "names":
                drafted = {(draft.kind.singular, draft.id) for draft in drafts}
                self.use([named for named in self.named if named.exists or (named.kind.singular, named.id) in drafted])
        if "names" not in wanted:
            return SourceDrafts(drafts, ())
        return SourceDrafts(drafts, list(self._new_spellings()), list(self._new_sizes()))

    def _names(self) -> Iterator[Draft]:
        """Yield a draft of each name that no record has."""
        open_names = self.open_mentions.get("name", [])
        for record in self.named:
            if record.exists or not any(_overlaps_any(mention, open_names) for mention in record.mentions):
                continue
            longest = next(mention for mention in record.mentions if mention.name == record.spellings[0])
            size = self._size_of(record) if record.kind is Place else None
            if size and size.mention.name == longest.name:
                longest = size.mention
            selection = self.selection_of(self.sentence_of(longest))
            fields: Fields = {"name": record.name, "aliases": list[YamlValue](record.spellings)}
            titles = [mention for mention in record.mentions if mention.title]
            if record.kind is Place:
                words = self.detectors.draft_words if self.detectors else None
                country = words.country_of(record.name) if words else None
                precision: Fields = {"precision": size.size} if size else UNKNOWN_PRECISION
                fields |= {"precision": "country", "country": country} if country else precision
            else:
                fields |= {"kind": record.named_kind} if record.named_kind else _likely_kind(record.name)
                roles: list[YamlValue] = []
                for title, mention in {collapse_whitespace(mention.title): mention for mention in titles}.items():
                    passage = self.selection_of(self.sentence_of(mention)).hit.passage
                    roles.append({"title": title, "passages": [passage_fields(passage)]})
                fields |= {"roles": roles} if roles else {}
            yield self.draft(
                record.kind, record.id, selection, fields, record.name, [record.named_kind or "kind to check"]
            )

    def _size_of(self, record: NamedRecord) -> _SaidSize | None:
        """Return how large the text says that a place is, if it says it, and always the same."""
        words = self.detectors.draft_words if self.detectors else None
        if not words or not words.size_of_place:
            return None
        content = self.text.content
        said = [(words.size_of_place(mention, content), mention) for mention in record.mentions]
        found = [_SaidSize(size, mention) for size, mention in said if size]
        return found[0] if len({size.size for size in found}) == 1 else None

    def _new_sizes(self) -> Iterator[tuple[str, str]]:
        for record in self.named:
            place = self.dossier.by_key.get(f"{Place.singular}:{record.id}") if record.kind is Place else None
            if isinstance(place, Place) and place.precision == "unknown" and (size := self._size_of(record)):
                yield place.key, size.size

    def _new_spellings(self) -> Iterator[tuple[str, str]]:
        open_names = self.open_mentions.get("name", [])
        for record in self.named:
            if record.exists and f"{record.kind.singular}:{record.id}" in self.dossier.by_key:
                new = [mention.name for mention in record.mentions if _overlaps_any(mention, open_names)]
                for name in dict.fromkeys(new):
                    yield name, f"{record.kind.singular}:{record.id}"

    def _quotes(self) -> Iterator[Draft]:
        """Yield a draft of each quotation; those that one speaker's words interrupt are one."""
        content = self.text.content
        said = self._find_said()
        open_words = self.open_mentions.get("quotation", [])
        quotations = [q for q in said if Bounds(q.inner_start, q.inner_end) in open_words]
        speakers = {quotation: speaker for quotation, speaker in said.items() if speaker}
        verbs = {quotation: self.verb_of_quotation(quotation, speaker) for quotation, speaker in speakers.items()}
        for group in _interrupted(quotations, verbs, self._has_own_day):
            quoted = [collapse_whitespace(content[part.inner_start : part.inner_end]) for part in group]
            words = [part.removesuffix(",") for part in quoted]  # The comma is the text's: “We stay,” Holm said.
            speaker = speakers.get(group[0])
            passage = self.sentence_of(Bounds(group[0].start, group[-1].end), speaker)
            selection = self.selection_of(passage)
            who = self._actor_of(speaker) if speaker else None
            form = READER_COMMENT if selection.in_comments else form_of(quoted)
            fields: Fields = {"words": words[0] if len(words) == 1 else list[YamlValue](words), "form": form}
            fields["speaker"] = who.id if who else TODO
            outlets = self.addressed_outlet(speaker.verb) if speaker else []
            fields |= {"addressed_to": list[YamlValue](outlets)} if outlets else {}
            when = read_said(self, verbs[group[0]]) if speaker else {}
            fields |= {"said": when} if when else {}
            via = [*outlets, *([who.id] if who else [])]
            id = free_id(slug(f"{(who.id if who else 'quote')} {words[0]}", _MAX_ID_WORDS), self.used[Quote])
            said_by = content[speaker.start : speaker.end] if speaker else "nobody named"
            comments = []
            if speaker and not who:
                comments = [f"Said by “{said_by}”: choose the actor."]
            elif speaker and (speaker.kind == "pronoun" or not span_contains(passage, speaker.verb)):
                comments = [f"The speaker follows from “{said_by}” elsewhere in the text: check it."]
            yield self.draft(Quote, id, selection, fields, words[0], [said_by], via, comments)

    def _has_own_day(self, quotation: QuotationMention, verb: Bounds) -> bool:
        """Return whether a second date is between a verb and a quotation: "said on Friday, and on Sunday"."""
        dates = [mention.start for group in self.date_groups for mention in group.mentions]
        return bisect_left(dates, quotation.start) - bisect_left(dates, verb.end) > 1

    def _find_said(self) -> Mapping[QuotationMention, SpeakerMention | None]:
        """Return the quotations that are in no other, each with its speaker; of a text that is not read, by labels."""
        finder = self.detectors.speaker_mentions if self.detectors else None
        content, is_recording = self.text.content, self.is_recording
        if finder:
            return finder.find_speakers(content, is_recording=is_recording)
        marked = (self.detectors.find_quotations if self.detectors else find_quotations)(content)
        found, labels = with_labelled_speech(content, marked, is_recording=is_recording)
        return {
            quotation: speaker_of_label(labels[quotation]) if quotation in labels else None
            for quotation in found
            if quotation.depth == 0
        }

    def _actor_of(self, speaker: SpeakerMention) -> NamedRecord | None:
        """Return the actor that the words for the speaker name, or to whom its pronoun refers."""
        span = speaker.name or speaker
        if speaker.kind == "description" and speaker.name and not span_contains(speaker.name, speaker):
            return None  # A spokesman for somebody is somebody else.
        named = self.named_in(Bounds(span.start, span.end))
        words = self.text.content[speaker.start : speaker.end]
        return next((record for record in named if record.kind is Actor), None) or self.actor_called(words)


def _likely_kind(name: str) -> Fields:
    """Return the kind that a name of which the text shows none may have, for the editor to check."""
    kind = "person" if len(name.split()) in _PERSON_WORDS else "organization"
    return {"kind": kind, "kind_basis": f"{TODO_PREFIX} the text does not show the kind: correct it, then delete this"}


def _interrupted(
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


def _overlaps_any(span: Spanning, others: Sequence[Bounds]) -> bool:
    return any(spans_overlap(span, other) for other in others)
