"""Find who says each quotation of a text: the words that name the speaker, and the verb.

The quotations are hidden first, so that nobody named inside one is its speaker. Then, in this order:

- the subject next to the quotation: “…,” said Caddell; “…,” the mayor said;
- the one named after "according to" in the sentence;
- the subject of a verb or noun of saying before the quotation in its sentence; of several, the first, since what others
  are said to have said is inside its clause, unless a new clause begins between;
- the subject of one after it in the sentence;
- who speaks in the sentence before, or in the quotation before or after it in the paragraph;
- if the quotation begins its paragraph, who speaks in the paragraphs before: "Caddell continued:".

Of a pronoun, the name is found to which it most likely refers: the subject of the nearest sentence before it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from dossier.detect.labelled_speech import LabelledSpeech, with_labelled_speech
from dossier.detect.name_mentions import NameMention
from dossier.detect.noun_phrases import HIDDEN, Subject, SubjectFinder, SubjectKind
from dossier.detect.quotations import QuotationMention
from dossier.detect.saying_words import SayingWords
from dossier.detect.speech_paragraphs import SpeechParagraph, hide_quotations, read_speech_paragraphs
from dossier.text.spans import Bounds, span_contains

_MAX_PARAGRAPHS = 3
"""How many paragraphs before its own may say who speaks."""
_MAX_SENTENCES = 8
"""How many sentences before its own in the paragraph may say who speaks."""
_MAX_WORD = 20
_MAX_BEFORE = 60
"""How far before a verb its form is looked for, in code points: a word, an adverb and the article before these."""
_MAX_CLAUSE = 160
"""How far after a quotation its verb may be, in code points."""
_TITLE_WORD = re.compile(r"[\w’'-]+")
_MAX_TITLE_WORDS = 6
_LAST_OF_SPEECH = ",?!"
"""The last character of a quotation that the words of saying follow."""
_CLAUSE_END = re.compile(rf"[.;:!?]\s|\n|{HIDDEN}")
_AFTER_SPEECH = re.compile(r"[ \xa0\u202f]*[,–—―]")
"""What follows a quotation that the words of saying follow, where its own marks do not say so."""
_GOES_ON = re.compile(r"[,–—]|\s*(?=[^\W\d_])[^A-ZÀ-ÖØ-Þ]")
_GAP = " \xa0\u202f,–—―-"


class SpeakerMention(NamedTuple):
    """Who says a quotation, as `text[start:end]`; the verb or words of saying; and the name a pronoun refers to."""

    start: int
    end: int
    kind: SubjectKind
    verb: Bounds
    name: NameMention | None = None


class SpeakerMentionFinder:
    """Finds the speakers of quotations in one language."""

    def __init__(
        self,
        words: SayingWords,
        find_sentences: Callable[[str], Iterator[Bounds]],
        find_quotations: Callable[[str], list[QuotationMention]],
        find_names: Callable[[str], list[NameMention]],
        notes: frozenset[str],
    ) -> None:
        self._words, self._notes = words, notes
        self._find_sentences, self._find_quotations, self._find_names = find_sentences, find_quotations, find_names
        self.verb = re.compile(rf"(?<![\w'’-])(?:{words.verbs})(?!\w)", re.IGNORECASE)
        self.noun = re.compile(rf"(?:{words.nouns})(?!\w)", re.IGNORECASE)
        self.according = re.compile(rf"(?<!\w)(?:{words.according})(?=\s)", re.IGNORECASE)
        starts = rf"(?:{words.new_clause})(?:\s+(?:{words.subordinate}))?"
        self.according_after = re.compile(rf"(?<!\w)(?:{words.according_after})(?!\w)", re.IGNORECASE)
        self.abbreviation = re.compile(rf"(?<!\w)(?:{words.abbreviations})$")
        self.new_clause = re.compile(rf"(?:, {starts}|{HIDDEN}\W*{starts})\s*$|; ")
        self.continues = re.compile(rf"[\s,]*(?:{words.new_clause})(?!\w)")
        self.noun_before = re.compile(rf"(?<!\w)(?:{words.before_noun})\s+$", re.IGNORECASE)
        self.noun_form = re.compile(words.noun_forms, re.IGNORECASE)
        self.before_verb_form = re.compile(words.before_verb_form)
        self.addressing = re.compile(rf"(?<!\w)(?:{words.addressing})\s*$", re.IGNORECASE)
        self.small = re.compile(f"{words.subjects.prepositions}|{words.small}")
        of = rf"{words.subjects.prepositions}|{words.subjects.genitives}|{words.subjects.oblique}"
        self.leads_to_phrase = re.compile(rf"(?<!\w)(?:{of})\s+(?:(?:{words.subjects.determiners})\s+)?$")
        self.several = re.compile(words.several, re.IGNORECASE)
        self.subordinate = re.compile(rf"(?:{words.subordinate})(?!\w)", re.IGNORECASE)
        self.omits_subject = words.omits_subject
        self.unsaid = re.compile(rf"(?<![\w'’])(?:{words.unsaid})\W*$", re.IGNORECASE)
        self.unsaid_after = re.compile(rf"\W*(?:{words.unsaid_after})(?!\w)")
        self.object_relative = re.compile(rf"(?<!\w)(?:{words.object_relative})\s+(?:the\s+)?$", re.IGNORECASE)
        self.subject_relative = re.compile(rf",\s+(?:{words.subjects.relative})(?!\w)", re.IGNORECASE)
        self.inner = re.compile(rf"(?:{words.inner})\s*$", re.IGNORECASE)
        self.gerund = re.compile(words.subjects.gerunds, re.IGNORECASE)
        self.before_actor = re.compile(words.before_actor)

    def is_addressed(self, words: str) -> bool:
        """Return whether the one named after these words, of which the first is a verb, is spoken to."""
        return self.addressing.search(words) is not None and _CLAUSE_END.search(words) is None

    def is_noun(self, text: str, start: int, word: Bounds) -> bool:
        """Return whether a form of a verb of saying is a noun, by what is before it from `start` on."""
        start = max(start, word.start - _MAX_BEFORE)
        if self.noun_form.fullmatch(text, *word) and not self.before_verb_form.search(text, start, word.start):
            return True
        return self.noun_before.search(text, max(start, word.start - _MAX_WORD), word.start) is not None

    def find(self, text: str) -> dict[QuotationMention, SpeakerMention]:
        """Return the speaker of each quotation that is in no other, where the text names one."""
        return {quotation: speaker for quotation, speaker in self.find_speakers(text).items() if speaker}

    def find_speakers(self, text: str, *, is_recording: bool = False) -> dict[QuotationMention, SpeakerMention | None]:
        """Return each quotation that is in no other, with its speaker; without the titles of films, ships and the like.

        A title has only capitalised words, and nobody says it in its sentence. In a transcript, the label of a line is
        the speaker of what is said in it.
        """
        found, labels = with_labelled_speech(text, self._find_quotations(text), self._notes, is_recording=is_recording)
        quotations = [quotation for quotation in found if quotation.depth == 0]
        hidden = hide_quotations(text, quotations)
        names = [name.with_title for name in self._find_names(text)]
        subjects = SubjectFinder(hidden, names, self._words.subjects)
        paragraphs = read_speech_paragraphs(text, quotations, self._find_sentences)
        labelled = {quotation: speaker_of_label(speech) for quotation, speech in labels.items()}
        return _Article(self, text, subjects, paragraphs, labelled).find_all()


def speaker_of_label(speech: LabelledSpeech) -> SpeakerMention:
    """Return the speaker whom the label of a line in a transcript names; its colon is what says that they speak."""
    return SpeakerMention(*speech.label, "name", speech.colon)


class _Article:
    """One text in which speakers are looked for."""

    def __init__(
        self,
        finder: SpeakerMentionFinder,
        text: str,
        subjects: SubjectFinder,
        paragraphs: Sequence[SpeechParagraph],
        labelled: Mapping[QuotationMention, SpeakerMention],
    ) -> None:
        self._finder, self._text, self._hidden = finder, text, subjects.text
        self._subjects, self._paragraphs = subjects, paragraphs
        self._sentences = [sentence for paragraph in paragraphs for sentence in paragraph.sentences]
        self._subjects_of_verbs: dict[Bounds, Subject | None] = {}
        """Of verbs before a quotation; several may be in the same sentence."""
        self._labelled = labelled
        self._found: dict[QuotationMention, SpeakerMention | None] = {**labelled}

    def find_all(self) -> dict[QuotationMention, SpeakerMention | None]:
        """Return the quotations in the order of the text, with their speakers, each pronoun with its name."""
        said: dict[QuotationMention, SpeakerMention | None] = {}
        for index, paragraph in enumerate(self._paragraphs):
            for quotation in paragraph.quotations:
                speaker = self._speaker(quotation, index)
                is_said = speaker is not None and span_contains(paragraph.sentence_of(quotation), speaker.verb)
                if is_said or quotation in self._labelled or not self._is_title(quotation):
                    said[quotation] = speaker._replace(name=self._name_of(speaker)) if speaker else None
        return said

    def _is_title(self, quotation: QuotationMention) -> bool:
        words = _TITLE_WORD.findall(self._text, quotation.inner_start, quotation.inner_end)
        small = self._finder.small
        return len(words) <= _MAX_TITLE_WORDS and not any(w[0].islower() and not small.fullmatch(w) for w in words)

    def _speaker(self, quotation: QuotationMention, index: int) -> SpeakerMention | None:
        if quotation not in self._found:
            self._found[quotation] = None  # While its neighbours ask for it.
            if self._is_unsaid(quotation, index):
                return None
            self._found[quotation] = (
                self._in_sentence(quotation, index)
                or self._in_paragraph(quotation, index)
                or self._in_paragraphs_before(quotation, index)
            )
        return self._found[quotation]

    def _is_unsaid(self, quotation: QuotationMention, index: int) -> bool:
        """Return whether its sentence denies or asks that somebody says a quotation, or says only who hears it."""
        sentence = self._paragraphs[index].sentence_of(quotation)
        before = self._finder.unsaid.search(self._hidden, sentence.start, quotation.start)
        return before is not None or self._finder.unsaid_after.match(self._hidden, quotation.end) is not None

    def _in_sentence(self, quotation: QuotationMention, index: int) -> SpeakerMention | None:
        paragraph = self._paragraphs[index]
        sentence = paragraph.sentence_of(quotation)
        return (
            self._next_to(quotation, sentence, paragraph)
            or self._according_to(quotation, sentence)
            or self._before(quotation, sentence)
            or self._after(quotation, sentence)
        )

    def _next_to(
        self, quotation: QuotationMention, sentence: Bounds, paragraph: SpeechParagraph
    ) -> SpeakerMention | None:
        """Return the subject directly after the quotation, before or after its verb."""
        last = self._text[quotation.inner_end - 1 : quotation.inner_end]
        rest = self._hidden[quotation.end : paragraph.end]
        if self._finder.continues.match(rest) or (last == "." and not _GOES_ON.match(rest)):
            return None
        is_speech = last in _LAST_OF_SPEECH or _AFTER_SPEECH.match(rest) is not None
        if not is_speech and next(self._verbs(Bounds(sentence.start, quotation.start)), None):
            return None
        start = quotation.end + len(rest) - len(rest.lstrip(_GAP))
        end = self._clause_end(start, min(paragraph.end, start + _MAX_CLAUSE))
        verb = next(self._verbs(Bounds(start, end)), None)
        if not verb:
            return None
        is_next = self._subjects.is_next(start, verb)
        if is_next and (subject := self._subjects.after_verb(verb, end)):
            return SpeakerMention(*subject, verb)
        subject = self._subjects.before_verb(start, verb)
        if not subject and is_next and self._finder.omits_subject and self._subjects.has_no_subject(verb, end):
            return SpeakerMention(*verb, "pronoun", verb)
        if not subject or (not is_speech and subject.start > start + 2):
            return None
        return SpeakerMention(*subject, verb)

    def _clause_end(self, start: int, end: int) -> int:
        """Return where the clause ends that begins at an offset; not at the full stop of a title: "Sr. Holm"."""
        for stop in _CLAUSE_END.finditer(self._hidden, start, end):
            if not self._finder.abbreviation.search(self._hidden[start : stop.start()]):
                return stop.start()
        return end

    def _according_to(self, quotation: QuotationMention, sentence: Bounds) -> SpeakerMention | None:
        for words in self._finder.according.finditer(self._hidden, *sentence):
            source = self._subjects.following(Bounds(*words.span()), sentence.end)
            if source:
                return SpeakerMention(*source, Bounds(*words.span()))
        for words in self._finder.according_after.finditer(self._hidden, *sentence):
            source = self._subjects.ending_at(sentence.start, words.start())
            if source:
                return SpeakerMention(*source, Bounds(*words.span()))
        return None

    def _before(self, quotation: QuotationMention, sentence: Bounds) -> SpeakerMention | None:
        """Return the subject of a word of saying before the quotation."""
        before = Bounds(sentence.start, quotation.start)
        nouns = [Bounds(*noun.span()) for noun in self._finder.noun.finditer(self._hidden, *before)]
        verbs = [verb for verb in self._verbs(before) if not any(span_contains(noun, verb) for noun in nouns)]
        sayings = sorted(
            [
                *((verb, self._subject_of_verb(verb, Bounds(sentence.start, quotation.start))) for verb in verbs),
                *((noun, self._subjects.possessor_ending_at(sentence.start, noun.start)) for noun in nouns),
            ]
        )
        subjects = [(verb, subject) for verb, subject in sayings if subject]
        subjects = self._without_asides(subjects, sentence)
        if subjects:
            verb, subject = self._outermost(subjects, sentence)
            return SpeakerMention(*subject, verb)
        if not sayings:
            return None
        verb = sayings[-1][0]
        if self._finder.omits_subject:
            return SpeakerMention(*sayings[0][0], "pronoun", sayings[0][0])
        if self._subjects.has_plural(sentence.start, verb):
            return None
        name = self._first_name(Bounds(sentence.start, verb.start))
        return SpeakerMention(name.start, name.end, "name", verb) if name else None

    def _without_asides(
        self, sayings: Sequence[tuple[Bounds, Subject]], sentence: Bounds
    ) -> list[tuple[Bounds, Subject]]:
        """Return the sayings but those of asides before the last: "Holm, whom Brandt called a liar, said"."""
        relative, kept = self._finder.object_relative, []
        for place, (verb, subject) in enumerate(sayings):
            is_aside = relative.search(self._hidden, sentence.start, subject.start) is not None
            following = sayings[place + 1][0] if place + 1 < len(sayings) else None
            is_over = following is not None and "," in self._hidden[verb.end : following.start]
            if not (is_aside and is_over):
                kept.append((verb, subject))
        return kept

    def _outermost(self, sayings: Sequence[tuple[Bounds, Subject]], sentence: Bounds) -> tuple[Bounds, Subject]:
        """Return the first of the sayings whose clause the last is in."""
        outermost = sayings[-1]
        verb, subject = outermost
        is_relative = self._finder.subject_relative.match(self._hidden, subject.end, verb.start) is not None
        if is_relative or self._finder.inner.search(self._hidden, sentence.start, verb.start):
            return outermost
        for verb, subject in reversed(sayings[:-1]):
            between = self._hidden[verb.end : outermost[1].start]
            is_main = not self._finder.subordinate.match(self._hidden, sentence.start) or not re.search(
                "[,–—―]", between
            )
            if self._finder.new_clause.search(between) or not is_main:
                break
            outermost = verb, subject
        return outermost

    def _after(self, quotation: QuotationMention, sentence: Bounds) -> SpeakerMention | None:
        for verb in self._verbs(Bounds(quotation.end, sentence.end)):
            if subject := self._subjects.of_verb(quotation.end, verb, self._clause_end(verb.end, sentence.end)):
                return SpeakerMention(*subject, verb)
        return None

    def _in_paragraph(self, quotation: QuotationMention, index: int) -> SpeakerMention | None:
        """Return who speaks in the sentence before, or says the quotation before or after in the paragraph."""
        paragraph = self._paragraphs[index]
        begin = paragraph.sentence_of(quotation).start
        before = bisect_right(paragraph.sentences, begin + 1, key=lambda sentence: sentence.end)
        for earlier in reversed(paragraph.sentences[max(before - _MAX_SENTENCES, 0) : before]):
            last = bisect_left(paragraph.quotations, (earlier.end,)) - 1
            inside = last >= 0 and paragraph.quotations[last].start >= earlier.start
            if inside and (speaker := self._speaker(paragraph.quotations[last], index)):
                return speaker
            if saying := self._last_saying(earlier):
                return saying
        place = bisect_left(paragraph.quotations, quotation)
        if place and (speaker := self._speaker(paragraph.quotations[place - 1], index)):
            return speaker
        following = paragraph.quotations[place + 1 : place + 2]
        if following and not self._has_words(paragraph.start, quotation.start):
            return self._in_sentence(following[0], index)
        return None

    def _in_paragraphs_before(self, quotation: QuotationMention, index: int) -> SpeakerMention | None:
        if self._has_words(self._paragraphs[index].start, quotation.start):
            return None
        for earlier in range(index - 1, max(index - 1 - _MAX_PARAGRAPHS, -1), -1):
            paragraph = self._paragraphs[earlier]
            for sentence in reversed(paragraph.sentences):
                if saying := self._last_saying(sentence):
                    return saying
            for other in reversed(paragraph.quotations):
                if speaker := self._speaker(other, earlier):
                    return speaker
        return None

    def _last_saying(self, sentence: Bounds) -> SpeakerMention | None:
        for verb in reversed([*self._verbs(sentence)]):
            if subject := self._subjects.of_verb(sentence.start, verb, self._clause_end(verb.end, sentence.end)):
                return SpeakerMention(*subject, verb)
        return None

    def _subject_of_verb(self, verb: Bounds, clause: Bounds) -> Subject | None:
        if verb not in self._subjects_of_verbs:
            end = self._clause_end(verb.end, clause.end)
            self._subjects_of_verbs[verb] = self._subjects.of_verb(clause.start, verb, end)
        return self._subjects_of_verbs[verb]

    def _verbs(self, span: Bounds) -> Iterator[Bounds]:
        for verb in self._finder.verb.finditer(self._hidden, span.start, span.end + _MAX_CLAUSE):
            if verb.end() > span.end:
                return
            is_noun = self._finder.is_noun(self._hidden, span.start, Bounds(*verb.span()))
            if not is_noun or self._finder.gerund.fullmatch(verb[0]):
                yield Bounds(*verb.span())

    def _has_words(self, start: int, end: int) -> bool:
        return any(map(str.isalnum, self._hidden[start:end]))

    def _name_of(self, speaker: SpeakerMention) -> NameMention | None:
        """Return the name of a speaker; of a pronoun, the first name of the nearest sentence before that has one."""
        if speaker.kind != "pronoun":
            return self._first_name(Bounds(speaker.start, speaker.end))
        if self._finder.several.fullmatch(self._text, speaker.start, speaker.end):
            return None
        last = bisect_left(self._sentences, speaker.start, key=lambda sentence: sentence.start)
        for sentence in reversed(self._sentences[max(last - _MAX_SENTENCES, 0) : last]):
            before = Bounds(sentence.start, min(sentence.end, speaker.start))
            name = self._first_name(before, outside_phrases=True)
            if not name and before.end == sentence.end:
                name = self._first_name(before)
            if name:
                return name
        return None

    def _first_name(self, span: Bounds, *, outside_phrases: bool = False) -> NameMention | None:
        """Return the first name that begins in a span, outside quotations; of "Ohio Governor Ada Holm", the second.

        If wanted, one without a preposition before.
        """
        names = self._subjects.names
        for index in range(bisect_left(names, span.start, key=lambda name: name.start), len(names)):
            name = names[index]
            if name.start >= span.end:
                break
            following = names[index + 1].start if index + 1 < len(names) else None
            is_in_phrase = outside_phrases and self._subjects.is_in_phrase(span.start, name)
            if self._hidden[name.start] != HIDDEN and following != name.end + 1 and not is_in_phrase:
                return name
        return None
