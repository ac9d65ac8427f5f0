"""One source's text, read once for drafts: its sentences, what is open in it, and the records that its names are."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from dossier.coverage.compute import compute_coverage
from dossier.detect.attributions import AttributionMention
from dossier.detect.date_mentions import DateGroup
from dossier.detect.deeds import DeedFinder
from dossier.detect.detectors import Detectors
from dossier.detect.figure_asides import find_asides
from dossier.detect.languages import find_sentences_in, source_detectors
from dossier.detect.noun_phrases import Subject
from dossier.detect.speaker_mentions import SpeakerMention
from dossier.editor.extract_fields import UNKNOWN, Fields
from dossier.editor.likely_duplicates import DuplicateFinder, LikelyDuplicate
from dossier.editor.locate import make_passage, passage_fields
from dossier.editor.named_records import NamedRecord, find_named, words_name
from dossier.editor.new_record import DRAFTED, draft_comments, draft_fields, new_record_path, render_draft
from dossier.editor.selection import Selection
from dossier.editor.transaction import FileChange, create
from dossier.editor.yaml.nodes import YamlValue
from dossier.edtf.parse import Edtf
from dossier.match import SearchableText, resolve_passages
from dossier.match.resolve import NO_REGIONS
from dossier.model.citation import Citation
from dossier.model.coverage import MentionKind
from dossier.model.dossier import Dossier
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.place import Place
from dossier.model.kinds.source import Source
from dossier.model.passage import Span
from dossier.model.record import TODO_PREFIX, Record
from dossier.text.spans import Bounds, Spanning, span_contains
from dossier.text.whitespace import collapse_whitespace
from dossier.text.wording import upper_first

_LINE = re.compile(r"[^\n]+")
NEAR = 60
"""How far after “according to” or a verb a name may begin, in code points."""


class Draft(NamedTuple):
    """A new record: its file, the words of the text that it is about, and what the editor reads about it."""

    kind: type[Record]
    id: str
    change: FileChange
    words: str
    found: Sequence[str] = ()
    """What was found in the text, for the list of drafts: the speaker, the unit, the date."""
    duplicates: Sequence[LikelyDuplicate] = ()
    links: Sequence[str] = ()
    """The keys of the records and drafts that it is about."""


class AttributionDraft(NamedTuple):
    """On whose word something is: `via`, who counted if an actor is named last, and what is left to the editor."""

    via: Sequence[str]
    counter: str | None
    comments: Sequence[str]


class SourceReading:
    """A text, its sentences, its open mentions, and the actors and places that drafts may refer to."""

    def __init__(self, dossier: Dossier, source: Source, text: SearchableText) -> None:
        self.dossier, self.source, self.text = dossier, source, text
        self.detectors = source_detectors(dossier, source)
        source_text = dossier.source_texts.get(source.text or "")
        self.is_recording = source_text is not None and source_text.is_recording
        resolution = resolve_passages(dossier)
        items = compute_coverage(dossier, resolution)
        self._citations = [citation for citation in resolution.citations if citation.passage.source == source.id]
        self.open_mentions: dict[MentionKind, list[Bounds]] = {}
        """What is open, but no names in credits, datelines and the like, which `dossier coverage --exempt` explains."""
        from dossier.editor.exemption_reasons import ReasonFinder  # Only here: each build loads all commands.

        explained = ReasonFinder(text.content, dossier.language_of(source), find_asides(text.content, self.detectors))
        for item in items:
            mention = item.mention
            is_explained = mention.kind in ("name", "quantity", "quotation") and explained.reason_of(mention)
            if item.source == source.id and item.state == "open" and not is_explained:
                self.open_mentions.setdefault(mention.kind, []).append(Bounds(mention.start, mention.end))
        self._sentences = [*_find_sentences(text.content, self.detectors, explained.datelines)]
        self.used = {kind: _ids_of(kind, dossier) for kind in DRAFTED}
        words = self.detectors.draft_words if self.detectors else None
        self._attributed = words.attributions.read(text.content) if words and words.attributions else None
        self.described: dict[str, NamedRecord] = {}
        """The drafts of actors whom the text does not name, by the words for them without an article: "Police"."""
        self._duplicates = DuplicateFinder(dossier)
        self.drafted_events: dict[tuple[Bounds, str], str] = {}
        """The keys of the events that are drafted, by their sentence and date: others may refer to these."""
        self.drafted_quotes: list[tuple[Bounds, str]] = []
        """The quotations that are drafted, and the keys of their quotes."""
        self.use(self._find_named(explained.dateline_places))

    @property
    def published(self) -> Edtf:
        """The date of the source; one that may be any if it is not known."""
        return self.source.published.date if self.source.published else UNKNOWN

    @cached_property
    def date_groups(self) -> Sequence[DateGroup]:
        """The dates of the text, with those that are a list or a range as one."""
        return [*self.detectors.find_date_groups(self.text.content)] if self.detectors else []

    @property
    def reads_status(self) -> bool:
        """Whether the text's words say that something is planned, announced or forecast, as rules read them."""
        return self.detectors is not None and self.detectors.reads_words

    @property
    def is_in_own_language(self) -> bool:
        """Whether the text is in the language of the dossier, so that its words may be those of a record."""
        own, language = self.dossier.settings.language, self.dossier.language_of(self.source)
        return own.partition("-")[0] == language.partition("-")[0]

    @property
    def unread_status(self) -> tuple[str, ...]:
        """The comment of a draft whose `status` is not read from the text; none where it is."""
        is_read = self.reads_status or (self.detectors is not None and self.detectors.plans is not None)
        return () if is_read else ("Whether it has happened or is planned is not read here: check `status`.",)

    def citations_of(self, kind: type[Record]) -> list[Citation]:
        """Return the places of the text that records of a kind cite."""
        return [citation for citation in self._citations if citation.is_found and isinstance(citation.record, kind)]

    def use(self, named: Sequence[NamedRecord]) -> None:
        """Refer to these actors and places only: no draft may refer to one that there is not."""
        self.named = named
        self._by_mention = sorted(
            ((mention.start, mention.end, record) for record in named for mention in record.mentions),
            key=lambda entry: entry[:2],
        )

    def _find_named(self, datelines: Sequence[Bounds]) -> list[NamedRecord]:
        """Return who and what the text names; a dateline names only a place, which plays no part."""
        detectors = self.detectors
        if detectors is None or detectors.find_names is None:
            return []
        mentions = detectors.find_names(self.text.content)
        taken = self.used[Actor] | self.used[Place]
        allowed = [
            mention
            for mention in mentions
            if self.text.excluded_region_at(mention.start, mention.end, NO_REGIONS) is None
            and not any(span_contains(place, mention) for place in datelines)
        ]
        places = [mention.text for mention in mentions if any(span_contains(place, mention) for place in datelines)]
        return find_named(self.dossier, self.text.content, detectors, taken, allowed, places)

    def draft(
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
        about = fields.get("about")
        links = [str(key) for key in about] if isinstance(about, Sequence) else []
        known = draft_fields(kind, {**fields, "passages": [passage]})
        notes = (*draft_comments(kind, known, selection, self.dossier), *comments)
        texts = [key for key in ("title", "summary") if key in known and not str(known[key]).startswith(TODO_PREFIX)]
        if texts:
            proposed = " and ".join(f"`{key}`" for key in texts)
            notes = (*notes, f"Proposed in the words of the text, for you to change: {proposed}.")
        path = new_record_path(kind, id, self.dossier)
        duplicates = self._duplicates.find(kind, known)
        content = render_draft(kind, known, (*notes, *map(upper_first, duplicates)))
        return Draft(kind, id, create(path, content), words, found, duplicates, links)

    def sentence_of(self, span: Spanning, speaker: SpeakerMention | None = None) -> Bounds:
        """Return the span of the sentences that a mention is in, with that of its speaker if it is next to them."""
        first = max(bisect_right(self._sentences, span.start, key=lambda sentence: sentence.start) - 1, 0)
        last = min(bisect_left(self._sentences, span.end, key=lambda sentence: sentence.end), len(self._sentences) - 1)
        if speaker and self._sentences[max(first - 1, 0)].start <= speaker.start < self._sentences[first].start:
            is_same_line = "\n" not in self.text.content[speaker.start : span.start].strip("\n")
            first -= int(is_same_line)
        start, end = self._sentences[first].start, self._sentences[last].end
        return Bounds(start, end) if start <= span.start and span.end <= end else Bounds(span.start, span.end)

    def selection_of(self, span: Bounds) -> Selection:
        return Selection(make_passage(Span(self.text.file, *span), self.source.id, self.text), self.text)

    def named_in(self, span: Bounds) -> list[NamedRecord]:
        """Return the actors and places that a span names, each once."""
        first = bisect_left(self._by_mention, (span.start,), key=lambda entry: entry[:1])
        found: dict[tuple[str, str], NamedRecord] = {}
        for start, end, record in self._by_mention[first:]:
            if start >= span.end:
                break
            if end <= span.end:
                found.setdefault((record.kind.singular, record.id), record)
        return list(found.values())

    def actor_called(self, words: str) -> NamedRecord | None:
        """Return the actor of whom words are a spelling, whatever their case: "Q", "port officials".

        Those whom another text calls but "officials" are others.
        """
        drafting = self.detectors.draft_words if self.detectors else None
        name = drafting.descriptions.name_of(words) if drafting else words
        if described := self.described.get(name):
            return described
        article = drafting.article if drafting else None
        actors = (
            actor for actor in self.dossier.actors if any(words_name(each, actor, article) for each in (words, name))
        )
        actor = next((actor for actor in actors if not actor.unnamed or " " in name or self._is_cited_by(actor)), None)
        return NamedRecord(Actor, actor.id, actor.name, (), actor.kind, exists=True) if actor else None

    def _is_cited_by(self, actor: Actor) -> bool:
        return any(citation.record is actor for citation in self._citations)

    def named_after(self, offset: int) -> Iterator[tuple[int, int, NamedRecord]]:
        """Yield the actors and places that are named from an offset on, each with the start and end of its name."""
        return iter(self._by_mention[bisect_left(self._by_mention, (offset,), key=lambda entry: entry[:1]) :])

    def attributed_to(self, mention: Spanning) -> Sequence[AttributionMention]:
        """Return the words for those on whose word a figure or date is; none if it is denied, asked or supposed."""
        sentence = self.sentence_of(mention)
        if self._attributed is None or self._attributed.doubt_of(mention, sentence):
            return ()
        return self._attributed.find(mention, sentence)

    def passage_of_figure(self, mention: Spanning, others: Iterable[Spanning]) -> Bounds:
        """Return the sentence of a figure, or only its part if another figure there is on the word of somebody else."""
        sentence = self.sentence_of(mention)
        if self._attributed is None:
            return sentence
        same = (other for other in others if span_contains(sentence, other))
        said = {tuple(found[:2] for found in self.attributed_to(other)) for other in same}
        return self._attributed.part_of(mention, sentence) if len(said - {()}) > 1 else sentence

    def attribution_of(self, mention: Spanning, sentence: Bounds) -> AttributionDraft:
        """Return on whose word a figure or date is, as its sentence says."""
        if self._attributed is None:
            according = self._according(sentence)
            return AttributionDraft(according, according[-1] if according else None, ())
        if doubt := self._attributed.doubt_of(mention, sentence):
            words = collapse_whitespace(self.text.content[doubt.start : doubt.end])
            return AttributionDraft((), None, (f"Denied, asked or supposed (“{words}”): check who says what.",))
        found = [(attribution, self.actor_of(attribution)) for attribution in self._attributed.find(mention, sentence)]
        found.sort(key=lambda entry: entry[1] is None or entry[1].named_kind != "outlet")  # An outlet passes it on.
        via = dict.fromkeys(
            id for said, actor in found if actor for id in (*self.addressed_outlet(said.verb), actor.id)
        )
        unknown = [self.text.content[said.start : said.end] for said, actor in found if actor is None]
        counter = found[-1][1].id if found and found[-1][1] else None
        comments = [f"On the word of “{collapse_whitespace(words)}”: choose the actor." for words in unknown]
        return AttributionDraft([*via], counter, comments)

    def is_doubted(self, mention: Spanning, sentence: Bounds) -> bool:
        """Return whether a sentence denies, asks or supposes a mention; True where this is not read."""
        return self._attributed is None or self._attributed.doubt_of(mention, sentence) is not None

    def attributions_of(self, mention: Spanning, sentence: Bounds) -> list[AttributionMention]:
        """Return who says what a mention is part of, the outermost first; nothing where this is not read."""
        return self._attributed.find(mention, sentence) if self._attributed else []

    def is_saying(self, words: Spanning) -> bool:
        """Return whether words are a verb of saying, or such as "according to"."""
        return self._attributed is not None and self._attributed.is_saying(words)

    def is_quoted(self, span: Spanning) -> bool:
        """Return whether words are in quotation marks, at least in part; True where this is not read."""
        return self._attributed is None or self._attributed.is_quoted(span)

    def verb_of_date(self, date: Spanning) -> Bounds | None:
        """Return the verb of saying of which a date is: "said" of "Holm said on Sunday"."""
        return self._attributed.verb_of_date(date, self.sentence_of(date)) if self._attributed else None

    def is_on_word_of(self, mention: Spanning, sentence: Bounds, verb: Bounds) -> bool:
        """Return whether it is the subject of a verb of saying on whose word a figure is."""
        found = self._attributed.find(mention, sentence) if self._attributed else []
        return any(attribution.verb == verb for attribution in found)

    def verb_of_quotation(self, quotation: Spanning, speaker: SpeakerMention) -> Bounds:
        """Return the verb of saying that is next to a quotation."""
        return self._attributed.verb_of_quotation(quotation, speaker) if self._attributed else speaker.verb

    def find_deeds(self, finder: DeedFinder, date: Spanning, sentence: Bounds) -> list[tuple[NamedRecord, str | None]]:
        """Return who took part in what a sentence dates, with the words for it if the dossier is in their language."""
        deeds = self._attributed.find_deeds(finder, date, sentence) if self._attributed else []
        found = []
        for deed in deeds:
            actor, doer = self.actor_of(deed.subject), self.actor_of(deed.by) if deed.by else None
            words = collapse_whitespace(self.text.content[slice(*deed.role)]) if deed.role else None
            is_clear = self.is_in_own_language and (doer is not None or deed.by is None)
            if words and doer:
                words = f"{words} by {doer.name}"
            if actor:
                found.append((actor, words if is_clear else None))
        return found

    def actor_of(self, subject: AttributionMention | Subject) -> NamedRecord | None:
        """Return the actor that the subject of a verb names, or the record that is called so: "port officials"."""
        words = collapse_whitespace(self.text.content[subject.start : subject.end])
        if described := self.actor_called(words):
            return described
        for start, end, record in self.named_after(subject.start):
            before = self.text.content[subject.start : start]
            if end > subject.end or (subject.kind == "description" and (end < subject.end or " " in before.strip())):
                return None  # A spokesman for somebody is somebody else.
            if record.kind is Actor and subject.kind != "pronoun":
                return record
        return None

    def addressed_outlet(self, verb: Bounds) -> list[str]:
        """Return the outlet to which somebody speaks, as the first link of the attribution."""
        finder = self.detectors.speaker_mentions if self.detectors else None
        if not finder:
            return []
        for start, _, record in self.named_after(verb.end):
            words = self.text.content[verb.start : start]
            if start > verb.end + NEAR:
                return []
            if record.kind is Actor and record.named_kind == "outlet" and finder.is_addressed(words):
                return [record.id]
        return []

    def _according(self, sentence: Bounds) -> list[str]:
        """Return the actor who is named right after "according to", as the attribution."""
        finder = self.detectors.speaker_mentions if self.detectors else None
        if not finder:
            return []
        ends = (words.end() for words in finder.according.finditer(self.text.content, *sentence))
        return [actor.id for end in ends if (actor := self._actor_after(end, finder.before_actor))][:1]

    def _actor_after(self, offset: int, titles: re.Pattern[str]) -> NamedRecord | None:
        """Return the actor that is named at an offset, but for an article or titles before the name."""
        start, _, record = next(self.named_after(offset), (offset + NEAR, 0, None))
        between = " ".join(self.text.content[offset : min(start, offset + NEAR)].split())
        is_next = start < offset + NEAR and titles.fullmatch(f"{between} " if between else "")
        return record if record and is_next and record.kind is Actor else None


def _find_sentences(text: str, detectors: Detectors | None, datelines: Sequence[Bounds]) -> Iterator[Bounds]:
    """Yield the sentences of a text, without the datelines before them."""
    ends = {dateline.start: dateline.end for dateline in datelines}
    for line in _LINE.finditer(text):
        first = line.start() + len(line[0]) - len(line[0].lstrip())
        start = ends.get(first, line.start())
        start += len(text[start : line.end()]) - len(text[start : line.end()].lstrip()) if first in ends else 0
        for sentence in find_sentences_in(text[start : line.end()], detectors):
            yield Bounds(start + sentence.start, start + sentence.end)


def _ids_of(kind: type[Record], dossier: Dossier) -> set[str]:
    """Return the ids that records of a kind have or had."""
    records = [record for record in dossier.records_with_pages if isinstance(record, kind)]
    unreadable = {key.partition(":")[2] for key in dossier.unreadable_keys if key.startswith(f"{kind.singular}:")}
    return unreadable.union(*({record.id, *record.formerly} for record in records))
