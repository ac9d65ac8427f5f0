"""Find the speech of transcripts, whose lines begin with labels: "EVA HOLM: We stay." is a quotation without marks.

A label is a name of up to five words before a colon, or "Q" and "A". One such line may be a headline or a note; so a
text is a transcript only if a label returns, or if several are letters or full names in capitals. The lines of
subtitles are speech anyway. What has no label is no labelled speech: who says it is not known.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from dossier.detect.name_words import NAME_PARTICLES
from dossier.detect.quotations import QuotationMention, paragraphs_of
from dossier.text.spans import Bounds, span_contains, spans_overlap

_LABELLED = re.compile(
    r"^[^\S\n]*(?:>>+[^\S\n]*|[-–—•][^\S\n]?|[(\[]?[0-9]{1,2}(?::[0-9]{2}){1,2}(?:[.,][0-9]{1,3})?[)\]]?[^\S\n]+)?\*{0,2}"
    r"(?:(?P<label>[^\W\d_][^\n:;,!?()\[\]“”\"*]{0,50})"
    r"(?:,[^\n:!?“”\"]{1,60}|\s?[(\[][^\n()\[\]]{1,40}[)\]])?\*{0,2}(?=:)|(?P<letter>[QA])(?=[.:]))(?P<colon>.)"
    r"\*{0,2}(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)(?=\S)",
    re.MULTILINE,
)
_MAX_LABEL_WORDS = 5
_REPORTS_SPEECH = re.compile(r"[,.!?][\"”’»]\s+[^\W\d_]")
"""The end of a quotation and more words of the sentence, as in the paragraphs of an article: “We stay,” Holm said."""
_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*$")
_MARKS = "\"'“”‘’«»„ "


class LabelledSpeech(NamedTuple):
    """What is said after a label: the bounds of the name in the label, of its colon, and of what is said."""

    label: Bounds
    colon: Bounds
    start: int
    end: int


@lru_cache(maxsize=64)
def find_labelled_speech(text: str, notes: frozenset[str], *, is_recording: bool = False) -> Sequence[LabelledSpeech]:
    """Return what is said in the labelled lines of a transcript; nothing if the text is none.

    `notes` are the words in lower case with which labels begin that say what a line is about, not who speaks.
    """
    if ":" not in text and "Q." not in text:
        return ()
    speeches = list(_labelled_lines(text, notes))
    names = Counter(_name(text, speech) for speech in speeches)
    kept = [speech for speech in speeches if _is_certain(text, speech, names) or _ends_sentence(text, speech)]
    if is_recording:
        return tuple(kept)
    kept_names = Counter(_name(text, speech) for speech in kept)
    capitals = {name for name in kept_names if name.isupper() and (len(name) == 1 or len(name.split()) > 1)}
    returns = max(kept_names.values(), default=0) > 1 and (len(kept_names) > 1 or any(map(str.isupper, kept_names)))
    ended = sum(_ends_sentence(text, speech) for speech in kept)
    is_transcript = (returns or len(capitals) > 1) and 2 * ended >= len(kept)
    return tuple(kept) if is_transcript and not _is_article(text, kept) else ()


def _is_article(text: str, speeches: Sequence[LabelledSpeech]) -> bool:
    """Return whether a reporter writes what follows the labels, as after datelines, or most paragraphs have none."""
    if 3 * sum(_REPORTS_SPEECH.search(text, speech.start, speech.end) is not None for speech in speeches) >= len(
        speeches
    ):
        return True
    first, last = speeches[0].label.start, speeches[-1].end
    paragraphs = sum(1 for start, _ in paragraphs_of(text) if first <= start < last)
    labelled = sum(text.rfind("\n", 0, speech.label.start) + 1 <= speech.label.start for speech in speeches)
    return paragraphs > 2 * labelled


def with_labelled_speech(
    text: str, marked: Sequence[QuotationMention], notes: frozenset[str], *, is_recording: bool = False
) -> tuple[list[QuotationMention], Mapping[QuotationMention, LabelledSpeech]]:
    """Return the quotations in marks and the labelled speech, in order, and the label of each that has one.

    `notes` are the words of labels as above. Marks inside labelled speech are a quotation within a quotation; around
    all of it, they are that quotation.
    """
    speeches = find_labelled_speech(text, notes, is_recording=is_recording) if "\n" in text or is_recording else ()
    if not speeches:
        return list(marked), {}
    labels: dict[QuotationMention, LabelledSpeech] = {}
    outer: list[LabelledSpeech] = []
    for speech in speeches:
        near = [mention for mention in marked if mention.depth == 0 and spans_overlap(mention, speech)]
        whole = next((mention for mention in near if _is_all(text, speech, mention)), None)
        if whole:
            labels[whole] = speech
        elif all(span_contains(speech, mention) for mention in near):
            labels[QuotationMention(speech.start, speech.end, speech.start, speech.end, 0, closed=True)] = speech
            outer.append(speech)
    nested = [
        mention._replace(depth=mention.depth + 1)
        if any(span_contains(speech, mention) for speech in outer)
        else mention
        for mention in marked
    ]
    return sorted({*nested, *labels}), labels


def _labelled_lines(text: str, notes: frozenset[str]) -> Iterator[LabelledSpeech]:
    """Yield each line that begins with a label, to the end of its paragraph or the next label in this."""
    for start, stop in paragraphs_of(text):
        lines = [line for line in _LABELLED.finditer(text, start, stop) if _is_label(line, notes)]
        ends = [*(line.start() for line in lines[1:]), stop]
        for line, end in zip(lines, ends, strict=False):
            speech = text[line.end() : end].rstrip()
            if any(map(str.isalpha, speech)):
                label, colon = line.span("letter" if line["letter"] else "label"), line.span("colon")
                label = label[0], label[0] + len(text[label[0] : label[1]].rstrip())
                yield LabelledSpeech(Bounds(*label), Bounds(*colon), line.end(), line.end() + len(speech))


def label_of(line: str, notes: frozenset[str]) -> str:
    """Return the name of the speaker at the beginning of a line: "Eva" of "- Eva: We stay."; "" if it has none."""
    match = _LABELLED.match(line)
    return (match["letter"] or match["label"].rstrip()) if match and _is_label(match, notes) else ""


def _is_label(line: re.Match[str], notes: frozenset[str]) -> bool:
    """Return whether the words before a colon are written as a name, and are no heading of a note."""
    if line["letter"]:
        return True
    words = line["label"].split()
    is_name = all(word[0].isupper() or word[0].isdigit() or word in NAME_PARTICLES for word in words)
    return is_name and len(words) <= _MAX_LABEL_WORDS and words[0].casefold() not in notes


def _name(text: str, speech: LabelledSpeech) -> str:
    return " ".join(text[speech.label.start : speech.label.end].split())


def _is_certain(text: str, speech: LabelledSpeech, names: Mapping[str, int]) -> bool:
    name = _name(text, speech)
    return name.isupper() or names[name] > 1


def _ends_sentence(text: str, speech: LabelledSpeech) -> bool:
    return _ENDS_SENTENCE.search(text, max(speech.end - 8, speech.start), speech.end) is not None


def _is_all(text: str, speech: LabelledSpeech, mention: QuotationMention) -> bool:
    """Return whether a quotation in marks is all that is said."""
    outside = text[speech.start : mention.start], text[mention.end : speech.end]
    return span_contains(mention, speech) or not any(part.strip(_MARKS + ".,") for part in outside)
