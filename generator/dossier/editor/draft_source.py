"""Drafts of all that a source says and no record has yet: its names, quotations, figures and dated events.

What is open in the text, as `dossier coverage` counts it, becomes a draft each: so a second run adds only what is new.
A draft has what the text says; the rest is `TODO`, for the editor, and nothing is published.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from dossier.coverage.compute import compute_coverage
from dossier.detect.date_mentions import DateMention
from dossier.detect.languages import find_quotations_in, find_sentences_in, source_detectors
from dossier.detect.quantity_mentions import QuantityMention
from dossier.detect.quotations import QuotationMention
from dossier.detect.speaker_mentions import SpeakerMention
from dossier.editor.draft_names import NamedRecord, find_named, free_id, slug
from dossier.editor.extract_fields import Fields, event_date_fields, form_of, quantity_fields
from dossier.editor.locate import make_passage, passage_fields
from dossier.editor.new_record import draft_comments, draft_fields, new_record_path, render_draft
from dossier.editor.selection import Selection
from dossier.editor.transaction import FileChange, create
from dossier.editor.yaml.nodes import YamlValue
from dossier.match import SearchableText, resolve_passages
from dossier.match.resolve import NO_REGIONS
from dossier.model.coverage import MentionKind
from dossier.model.dossier import Dossier
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.event import Event
from dossier.model.kinds.number import Number
from dossier.model.kinds.place import Place
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.marks import TODO
from dossier.model.passage import Span
from dossier.model.record import READER_COMMENT, Record
from dossier.text.spans import Bounds, Spanning, span_contains, spans_overlap
from dossier.text.whitespace import collapse_whitespace

DRAFTED_MENTIONS: Mapping[str, tuple[type[Record], ...]] = {
    "names": (Actor, Place),
    "quotes": (Quote,),
    "numbers": (Number,),
    "events": (Event,),
}
"""What can be drafted from a source, by the word for it on the command line."""
_LINE = re.compile(r"[^\n]+")
_NEAR = 60
"""How far after “according to” or a verb a name may begin, in code points."""
_MAX_PARTICIPANTS = 6
_MAX_TITLE_WORDS = 6
_MIN_WORDS = 3
"""A line with fewer words is an address, a date line or a caption, which reports no event."""


class Draft(NamedTuple):
    """A new record: its file, the words of the text that it is about, and what the editor reads about it."""

    kind: type[Record]
    id: str
    change: FileChange
    words: str
    found: Sequence[str] = ()
    """What was found in the text, for the list of drafts: the speaker, the unit, the date."""


class SourceDrafts(NamedTuple):
    """The drafts of a source, and the spellings of existing records that these do not have yet."""

    drafts: Sequence[Draft]
    spellings: Sequence[tuple[str, str]]
    """A spelling, and the key of the record whose alias it probably is."""


def draft_source(
    dossier: Dossier, source: Source, text: SearchableText, wanted: Sequence[str] = tuple(DRAFTED_MENTIONS)
) -> SourceDrafts:
    """Return the drafts of what is open in the text of a source; `wanted` are keys of `DRAFTED_MENTIONS`."""
    return _SourceReader(dossier, source, text).drafts(wanted)


class _SourceReader:
    """Reads one text once, and drafts what it says."""

    def __init__(self, dossier: Dossier, source: Source, text: SearchableText) -> None:
        self._dossier, self._source, self._text = dossier, source, text
        self._detectors = source_detectors(dossier, source)
        items = compute_coverage(dossier, resolve_passages(dossier))
        self._open: dict[MentionKind, list[Bounds]] = {}
        for item in items:
            if item.source == source.id and item.state == "open":
                self._open.setdefault(item.mention.kind, []).append(Bounds(item.mention.start, item.mention.end))
        self._sentences = [
            Bounds(line.start() + sentence.start, line.start() + sentence.end)
            for line in _LINE.finditer(text.content)
            for sentence in find_sentences_in(line[0], self._detectors)
        ]
        self._used = {kind: _ids_of(kind, dossier) for kinds in DRAFTED_MENTIONS.values() for kind in kinds}
        self._use(self._find_named())

    def drafts(self, wanted: Sequence[str]) -> SourceDrafts:
        """Return the drafts, names first, so that the others can refer to them."""
        readers: Mapping[str, Callable[[], Iterator[Draft]]] = {
            "names": self._names,
            "quotes": self._quotes,
            "numbers": self._numbers,
            "events": self._events,
        }
        drafts = [*readers["names"]()] if "names" in wanted else []
        drafted = {(draft.kind.singular, draft.id) for draft in drafts}
        self._use([record for record in self._named if record.exists or (record.kind.singular, record.id) in drafted])
        drafts += [draft for key in DRAFTED_MENTIONS if key in wanted and key != "names" for draft in readers[key]()]
        return SourceDrafts(drafts, list(self._new_spellings()) if "names" in wanted else [])

    def _use(self, named: Sequence[NamedRecord]) -> None:
        """Refer to these actors and places only: no draft may refer to one that there is not."""
        self._named = named
        self._by_mention = sorted(
            ((mention.start, mention.end, record) for record in named for mention in record.mentions),
            key=lambda entry: entry[:2],
        )

    def _find_named(self) -> list[NamedRecord]:
        detectors = self._detectors
        if detectors is None or detectors.find_names is None:
            return []
        mentions = detectors.find_names(self._text.content)
        taken = self._used[Actor] | self._used[Place]
        allowed = [
            mention
            for mention in mentions
            if self._text.excluded_region_at(mention.start, mention.end, NO_REGIONS) is None
        ]
        return find_named(self._dossier, self._text.content, detectors, taken, allowed)

    def _names(self) -> Iterator[Draft]:
        """Yield a draft of each name that no record has."""
        open_names = self._open.get("name", [])
        for record in self._named:
            if record.exists or not any(_overlaps_any(mention, open_names) for mention in record.mentions):
                continue
            longest = next(mention for mention in record.mentions if mention.name == record.spellings[0])
            selection = self._selection(self._sentence(longest))
            fields: Fields = {"name": record.name, "aliases": list[YamlValue](record.spellings)}
            titles = [mention for mention in record.mentions if mention.title]
            if record.kind is Place:
                words = self._detectors.draft_words if self._detectors else None
                country = words.country_of(record.name) if words else None
                fields |= {"precision": "country", "country": country} if country else {}
            else:
                fields |= {"kind": record.named_kind} if record.named_kind else {}
                roles: list[YamlValue] = []
                for title, mention in {collapse_whitespace(mention.title): mention for mention in titles}.items():
                    passage = self._selection(self._sentence(mention)).hit.passage
                    roles.append({"title": title, "passages": [passage_fields(passage)]})
                fields |= {"roles": roles} if roles else {}
            yield self._draft(
                record.kind, record.id, selection, fields, record.name, [record.named_kind or "kind to choose"]
            )

    def _new_spellings(self) -> Iterator[tuple[str, str]]:
        open_names = self._open.get("name", [])
        for record in self._named:
            if record.exists and f"{record.kind.singular}:{record.id}" in self._dossier.by_key:
                new = [mention.name for mention in record.mentions if _overlaps_any(mention, open_names)]
                for name in dict.fromkeys(new):
                    yield name, f"{record.kind.singular}:{record.id}"

    def _quotes(self) -> Iterator[Draft]:
        """Yield a draft of each quotation; those that one speaker's words interrupt are one."""
        finder = self._detectors.speaker_mentions if self._detectors else None
        content = self._text.content
        said: dict[QuotationMention, SpeakerMention | None] = (
            finder.find_speakers(content)
            if finder
            else dict.fromkeys(q for q in find_quotations_in(content, self._detectors) if q.depth == 0)
        )
        open_words = self._open.get("quotation", [])
        quotations = [q for q in said if Bounds(q.inner_start, q.inner_end) in open_words]
        speakers = {quotation: speaker for quotation, speaker in said.items() if speaker}
        for group in _interrupted(quotations, speakers):
            words = [collapse_whitespace(content[part.inner_start : part.inner_end]) for part in group]
            speaker = speakers.get(group[0])
            passage = self._sentence(Bounds(group[0].start, group[-1].end), speaker)
            selection = self._selection(passage)
            who = self._actor_of(speaker) if speaker else None
            form = READER_COMMENT if selection.in_comments else form_of(words)
            fields: Fields = {"words": words[0] if len(words) == 1 else list[YamlValue](words), "form": form}
            fields["speaker"] = who.id if who else TODO
            via = [*self._addressed_outlet(speaker), *([who.id] if who else [])] if speaker else []
            id = free_id(slug(f"{(who.id if who else 'quote')} {words[0]}", _MAX_TITLE_WORDS + 2), self._used[Quote])
            said_by = content[speaker.start : speaker.end] if speaker else "nobody named"
            comments = []
            if speaker and not who:
                comments = [f"Said by “{said_by}”: choose the actor."]
            elif speaker and (speaker.kind == "pronoun" or not span_contains(passage, speaker.verb)):
                comments = [f"The speaker follows from “{said_by}” elsewhere in the text: check it."]
            yield self._draft(Quote, id, selection, fields, words[0], [said_by], via, comments)

    def _numbers(self) -> Iterator[Draft]:
        """Yield a draft of each figure, with its unit and the noun that it counts."""
        if not self._detectors:
            return
        content, nouns = self._text.content, self._detectors.draft_words
        open_figures = self._open.get("quantity", [])
        for mention in self._detectors.find_quantities(content):
            if Bounds(mention.start, mention.end) not in open_figures or mention.ordinal:
                continue
            sentence = self._sentence(mention)
            fields = quantity_fields(mention.quantity)
            noun = nouns.counted_noun(content, mention) if nouns and not mention.quantity.unit else None
            if noun:
                fields["unit"] = noun
            if mention.quantity.qualifier == "vague" or self._has_other_figure(mention, sentence):
                fields["words"] = collapse_whitespace(mention.text)
            selection = self._selection(sentence)
            fields["status"] = READER_COMMENT if selection.in_comments else "reported"
            id = free_id(slug(f"{fields.get('unit', 'figure')} {mention.text}"), self._used[Number])
            unit = str(fields.get("unit", "unit to enter"))
            yield self._draft(
                Number, id, selection, fields, collapse_whitespace(mention.text), [unit], self._according(sentence)
            )

    def _events(self) -> Iterator[Draft]:
        """Yield a draft of what each sentence with a date says, with the place and the actors that it names."""
        if not self._detectors:
            return
        open_dates = self._open.get("date", [])
        done: set[Bounds] = set()
        for mention in self._detectors.find_dates(self._text.content):
            sentence = self._sentence(mention)
            fields = event_date_fields(mention, self._source.id, self._dossier)
            words = self._text.content[sentence.start : sentence.end].split()
            is_prose = sum(map(str.islower, words)) >= _MIN_WORDS
            if Bounds(mention.start, mention.end) not in open_dates or not fields or sentence in done or not is_prose:
                continue
            done.add(sentence)
            yield self._event(mention, sentence, fields)

    def _event(self, mention: DateMention, sentence: Bounds, fields: Fields) -> Draft:
        named = self._named_in(sentence)
        place = next((record for record in named if record.kind is Place), None)
        actors = [record for record in named if record.kind is Actor][:_MAX_PARTICIPANTS]
        if place:
            fields["place"] = place.id
        if actors:
            fields["participants"] = [{"actor": record.id} for record in actors]
        fields["status"] = "reported"
        words = collapse_whitespace(self._text.content[sentence.start : sentence.end])
        drafting = self._detectors.draft_words if self._detectors else None
        title = _title_words(words.replace(mention.text, ""), drafting.small_words if drafting else frozenset())
        id = free_id(slug(f"{fields['date']} {title}", _MAX_TITLE_WORDS + 3), self._used[Event])
        found = [str(fields["date"]), *([place.name] if place else [])]
        phrase, selection = collapse_whitespace(mention.text), self._selection(sentence)
        return self._draft(Event, id, selection, fields, phrase, found, self._according(sentence))

    def _draft(
        self,
        kind: type[Record],
        id: str,
        selection: Selection,
        fields: Fields,
        words: str,
        found: Sequence[str],
        via: Sequence[str] = (),
        comments: Sequence[str] = (),
    ) -> Draft:
        passage = passage_fields(selection.hit.passage)
        assert isinstance(passage, dict)
        if via:
            passage["via"] = list[YamlValue](via)
        known = draft_fields(kind, {**fields, "passages": [passage]})
        notes = (*draft_comments(kind, known, selection, self._dossier), *comments)
        path = new_record_path(kind, id, self._dossier)
        return Draft(kind, id, create(path, render_draft(kind, known, notes)), words, found)

    def _sentence(self, span: Spanning, speaker: SpeakerMention | None = None) -> Bounds:
        """Return the span of the sentences that a mention is in, with that of its speaker if it is next to them."""
        first = max(bisect_right(self._sentences, span.start, key=lambda sentence: sentence.start) - 1, 0)
        last = min(bisect_left(self._sentences, span.end, key=lambda sentence: sentence.end), len(self._sentences) - 1)
        if speaker and self._sentences[max(first - 1, 0)].start <= speaker.start < self._sentences[first].start:
            is_same_line = "\n" not in self._text.content[speaker.start : span.start].strip("\n")
            first -= int(is_same_line)
        start, end = self._sentences[first].start, self._sentences[last].end
        return Bounds(start, end) if start <= span.start and span.end <= end else Bounds(span.start, span.end)

    def _selection(self, span: Bounds) -> Selection:
        return Selection(make_passage(Span(self._text.file, *span), self._source.id, self._text), self._text)

    def _named_in(self, span: Bounds) -> list[NamedRecord]:
        """Return the actors and places that a span names, each once."""
        first = bisect_left(self._by_mention, (span.start,), key=lambda entry: entry[:1])
        found: dict[tuple[str, str], NamedRecord] = {}
        for start, end, record in self._by_mention[first:]:
            if start >= span.end:
                break
            if end <= span.end:
                found.setdefault((record.kind.singular, record.id), record)
        return list(found.values())

    def _actor_of(self, speaker: SpeakerMention) -> NamedRecord | None:
        """Return the actor that the words for the speaker name, or to whom its pronoun refers."""
        span = speaker.name or speaker
        if speaker.kind == "description" and speaker.name and not span_contains(speaker.name, speaker):
            return None  # A spokesman for somebody is somebody else.
        return next((record for record in self._named_in(Bounds(span.start, span.end)) if record.kind is Actor), None)

    def _addressed_outlet(self, speaker: SpeakerMention) -> list[str]:
        """Return the outlet with which the speaker spoke, as the first link of the attribution."""
        finder, verb = self._detectors.speaker_mentions if self._detectors else None, speaker.verb
        if not finder:
            return []
        first = bisect_left(self._by_mention, (verb.end,), key=lambda entry: entry[:1])
        for start, _, record in self._by_mention[first:]:
            words = self._text.content[verb.start : start]
            if start > verb.end + _NEAR or _LINE.fullmatch(words) is None:
                return []
            if record.kind is Actor and record.named_kind == "outlet" and finder.addressing.search(words):
                return [record.id]
        return []

    def _according(self, sentence: Bounds) -> list[str]:
        """Return the actor who is named right after "according to", as the attribution."""
        finder = self._detectors.speaker_mentions if self._detectors else None
        if not finder:
            return []
        ends = (words.end() for words in finder.according.finditer(self._text.content, *sentence))
        return [actor.id for end in ends if (actor := self._actor_after(end, finder.before_actor))][:1]

    def _actor_after(self, offset: int, titles: re.Pattern[str]) -> NamedRecord | None:
        """Return the actor that is named at an offset, but for an article or titles before the name."""
        index = bisect_left(self._by_mention, (offset,), key=lambda entry: entry[:1])
        if index == len(self._by_mention):
            return None
        start, _, record = self._by_mention[index]
        between = " ".join(self._text.content[offset : min(start, offset + _NEAR)].split())
        is_next = start < offset + _NEAR and titles.fullmatch(f"{between} " if between else "")
        return record if is_next and record.kind is Actor else None

    def _has_other_figure(self, mention: QuantityMention, sentence: Bounds) -> bool:
        assert self._detectors
        text = self._text.content[sentence.start : sentence.end]
        return len([other for other in self._detectors.find_quantities(text) if not other.ordinal]) > 1


def _interrupted(
    quotations: Sequence[QuotationMention], speakers: Mapping[QuotationMention, SpeakerMention]
) -> Iterator[list[QuotationMention]]:
    """Yield each quotation, together with those that follow it in one sentence after words such as "he said,"."""
    group: list[QuotationMention] = []
    for quotation in quotations:
        before, speaker = speakers.get(group[-1]) if group else None, speakers.get(quotation)
        is_same = before and speaker and before.verb == speaker.verb
        if group and before and is_same and group[-1].end <= before.verb.start < quotation.start:
            group.append(quotation)
            continue
        if group:
            yield group
        group = [quotation]
    if group:
        yield group


def _overlaps_any(span: Spanning, others: Sequence[Bounds]) -> bool:
    return any(spans_overlap(span, other) for other in others)


def _title_words(words: str, small: Set[str]) -> str:
    return " ".join(word for word in words.split() if word[:1].isalnum() and word.casefold() not in small)


def _ids_of(kind: type[Record], dossier: Dossier) -> set[str]:
    """Return the ids that records of a kind have or had."""
    records = [record for record in dossier.records_with_pages if isinstance(record, kind)]
    unreadable = {key.partition(":")[2] for key in dossier.unreadable_keys if key.startswith(f"{kind.singular}:")}
    return unreadable.union(*({record.id, *record.formerly} for record in records))
