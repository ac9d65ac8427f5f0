"""How much of what a text says `dossier draft` finds, and how much of what it finds is right.

On annotated news: the quotations by their exact extent, and their speakers, by the words annotated or a name that
shares one of them; pronouns are counted apart. The corpus has an article a line, as JSON: its `text`, and its `quotes`,
each with `start`, `end`, the words of its `speaker` (null if none is annotated) and their place `speaker_at`.

On the five texts of the first dossier: the names by their exact extent, against those spellings of its actors and
places that have a capital in each word but small ones; the figures in passages that a number cites, with their bounds,
units and who counted; and the dates of its events and other records, where a phrase or a full date of a passage gives
them.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from dossier.coverage.compute import compute_coverage
from dossier.detect.en.draft_words import DRAFT_WORDS
from dossier.detect.en.named_entities import find_names
from dossier.detect.en.quantities import find_quantities
from dossier.detect.en.sayings import SPEAKER_MENTIONS
from dossier.detect.languages import recorded_quantity
from dossier.detect.quantity_mentions import QuantityMention, quantities_match
from dossier.editor.draft_events import read_event_date
from dossier.editor.loading import load_strict
from dossier.editor.source_reading import SourceReading
from dossier.match import SearchableText, find_all_spans, resolve_passages
from dossier.model.dossier import Dossier
from dossier.model.kinds.event import Event
from dossier.text.spans import Bounds, spans_overlap

PRONOUNS = frozenset(("he", "she", "they", "it", "we", "i", "who", "which", "that", "his", "her", "him", "them"))
SMALL = frozenset(("of", "the", "and", "for", "de", "la", "del", "s"))
NEAR = 60
"""How far after a figure its unit may be in the text, in code points."""
PLAIN = re.compile("[?~%]")
"""The marks of an editor's doubt in a date."""
DOUBLE = '"“”„'


class Score(NamedTuple):
    """How many were found and are right, were found and are wrong, and were missed."""

    right: int
    wrong: int
    missed: int

    def __str__(self) -> str:
        precision = self.right / ((self.right + self.wrong) or 1)
        recall = self.right / ((self.right + self.missed) or 1)
        f1 = 2 * precision * recall / ((precision + recall) or 1)
        return f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f} ({self.right + self.missed} annotated)"


def score(found: set[Bounds], annotated: set[Bounds]) -> Score:
    """Compare two sets of spans."""
    return Score(len(found & annotated), len(found - annotated), len(annotated - found))


def total(scores: Sequence[Score]) -> Score:
    """Return the sums of several scores."""
    return Score(*(sum(column) for column in zip(*scores, strict=True)))


def corpus_figures(corpus: Path) -> Iterator[str]:
    """Yield a line for the quotations, the speakers and the pronouns of a corpus."""
    quotations: list[Score] = []
    named: list[bool] = []
    pronouns: list[bool] = []
    for line in corpus.read_text("utf-8").splitlines():
        article = json.loads(line)
        text, said = article["text"], SPEAKER_MENTIONS.find_speakers(article["text"])
        found = {Bounds(quotation.start, quotation.end): speaker for quotation, speaker in said.items()}
        double = {span for span in found if text[span.start] in DOUBLE}
        quotations.append(score(double, {Bounds(quote["start"], quote["end"]) for quote in article["quotes"]}))
        for quote in article["quotes"]:
            if not quote["speaker"]:
                continue
            speaker = found.get(Bounds(quote["start"], quote["end"]))
            is_pronoun = quote["speaker"].casefold() in PRONOUNS
            at = Bounds(*quote["speaker_at"]) if quote["speaker_at"] else None
            words = {text[speaker.start : speaker.end], speaker.name.text if speaker.name else ""} if speaker else set()
            is_same = speaker is not None and at is not None and spans_overlap(speaker, at)
            shares = not is_pronoun and any(_words(word) & _words(quote["speaker"]) for word in words)
            (pronouns if is_pronoun else named).append(is_same or shares)
    yield f"quotations: {total(quotations)}"
    yield f"speakers by name or description: {sum(named)} of {len(named)} ({sum(named) / len(named):.3f})"
    yield f"speakers by pronoun: {sum(pronouns)} of {len(pronouns)} ({sum(pronouns) / len(pronouns):.3f})"


def dossier_figures(root: Path) -> Iterator[str]:
    """Yield a line for the names and one for the units of the first dossier."""
    dossier = load_strict(root)
    yield f"names by exact extent: {total(list(_name_scores(dossier)))}"
    yield from number_figures(dossier)
    yield from date_figures(dossier)


def _name_scores(dossier: Dossier) -> Iterator[Score]:
    """Yield the score of each text; names that the source exempts or excludes are neither right nor wrong."""
    items = compute_coverage(dossier, resolve_passages(dossier))
    spellings = {name for actor in dossier.actors if not actor.unnamed for name in (actor.name, *actor.aliases)}
    spellings |= {name for place in dossier.places for name in (place.name, *place.aliases)}
    spellings = {name for name in spellings if _is_proper(name)}
    for source in dossier.sources:
        text = dossier.source_texts.get(source.text or "")
        if text is None:
            continue
        ignored = [
            item.mention
            for item in items
            if item.source == source.id and item.mention.kind == "name" and item.state != "covered"
        ]
        parts = [DRAFT_WORDS.split_name(mention, text.text) for mention in find_names(text.text)]
        found = {Bounds(part.start, part.end) for part in parts if part}
        searchable = SearchableText(text.file, text.text)
        spans = {Bounds(*span[1:]) for name in spellings for span in find_all_spans(name, None, None, searchable)}
        annotated: set[Bounds] = set()
        for span in sorted(spans, key=lambda span: (span.start, -span.end)):
            if not any(spans_overlap(span, other) for other in annotated):
                annotated.add(span)
        kept = {span for span in found if not any(spans_overlap(span, other) for other in ignored)}
        wanted = {span for span in annotated if not any(spans_overlap(span, other) for other in ignored)}
        yield score(kept, wanted)


def number_figures(dossier: Dossier) -> Iterator[str]:
    """Yield a line each for the figures of the first dossier, their bounds, their units and who counted."""
    items = compute_coverage(dossier, resolve_passages(dossier))
    texts = {key: list(find_quantities(text.text)) for key, text in dossier.source_texts.items()}
    readings = _readings(dossier)
    figures, bounds, units, counters, unsaid = [], [], [], [], 0
    citations = [citation for citation in resolve_passages(dossier).citations if citation.is_found]
    for number in dossier.numbers:
        cited = [citation for citation in citations if citation.record is number]
        near = [(c, mention) for c in cited for mention in texts[c.span.file] if spans_overlap(mention, c.span)]
        recorded = recorded_quantity(dossier, number)
        words = (number.words or "").casefold()
        found = [(c, mention) for c, mention in near if quantities_match(recorded, mention)]
        found = [(c, mention) for c, mention in found if mention.text.casefold() in words] or found
        figures.append(Score(bool(found), 0, not found))
        same = [m.quantity for _, m in near if m.quantity[1:4] == recorded[1:4] and number.qualifier != "vague"]
        if {number.qualifier, *(quantity.qualifier for quantity in same)} - {"exactly", "vague"}:
            is_right = any(quantity.qualifier == number.qualifier for quantity in same)
            bounds.append(Score(is_right, not is_right and bool(same), not is_right))
        given = [_unit_and_counter(readings[citation.passage.source], mention) for citation, mention in found]
        said = [
            unit
            for (citation, m), (unit, _) in zip(found, given, strict=True)
            if m.quantity.unit or number.unit in readings[citation.passage.source].text.content[m.start : m.end + NEAR]
        ]
        if said:
            is_right = number.unit in said
            units.append(Score(is_right, not is_right and any(said), not is_right))
        else:
            unsaid += 1
        if number.counted_by:
            counters.append(number.counted_by in [counter for _, counter in given])
    unrecorded = sum(item.mention.kind == "quantity" and item.state == "open" for item in items)
    yield f"figures that a number has: {total([*figures, Score(0, unrecorded, 0)])}"
    yield f"their bounds (at least, about, between …): {total(bounds)}"
    yield f"their units: {total(units)}; of {unsaid} others, the unit does not follow the figure in the text"
    yield f"who counted: {sum(counters)} of {len(counters)}"


def _unit_and_counter(reading: SourceReading, mention: QuantityMention) -> tuple[str | None, str | None]:
    """Return the unit that a draft of a figure has, and the id of who counted."""
    unit = mention.quantity.unit or DRAFT_WORDS.counted_noun(reading.text.content, mention)
    return unit, reading.attribution_of(mention, reading.sentence_of(mention)).counter


def date_figures(dossier: Dossier) -> Iterator[str]:
    """Yield a line for the dates that a text gives, by a phrase or in full, as records have them."""
    readings, inferred = _readings(dossier), set[tuple[str, str]]()
    given: dict[tuple[str, str, bool], list[str]] = {}
    for citation in resolve_passages(dossier).citations:
        record, reading = citation.record, readings.get(citation.passage.source)
        if not citation.is_found or reading is None or reading.detectors is None:
            continue
        dates = [("date", record.date, record.basis)] if isinstance(record, Event) and record.date else []
        dates += [(str(path), part.date, part.basis) for path, part in record.dated_fields]
        for path, date, basis in dates:
            phrase, plain = basis.phrase if basis else None, PLAIN.sub("", str(date))
            if basis and not phrase:
                inferred.add((record.key, path))
                continue
            spans = find_all_spans(phrase, None, None, reading.text) if phrase else [citation.span]
            has_reasoning = basis is not None and basis.reasoning is not None
            found = given.setdefault((f"{record.key} {path}", plain, has_reasoning), [])
            for group in reading.detectors.find_date_groups(reading.text.content):
                span = Bounds(group.mentions[0].start, group.mentions[-1].end)
                is_there = spans_overlap(span, citation.span) and any(spans_overlap(span, place) for place in spans)
                if is_there and (phrase or group.has_year):
                    fields = read_event_date(reading, reading.detectors, group, reading.sentence_of(span))
                    found.append(PLAIN.sub("", str(fields.get("date", ""))))
    for has_reasoning, what in ((False, "that follow from a text alone"), (True, "with reasoning of the editor")):
        scores = [
            Score(date in found, date not in found and any(found), date not in found)
            for (_, date, reasoned), found in given.items()
            if reasoned == has_reasoning
        ]
        yield f"dates {what}: {total(scores)}"
    yield f"dates without words of the text: {len(inferred)}, not measured"


def _readings(dossier: Dossier) -> dict[str, SourceReading]:
    texts = {source.id: dossier.source_texts.get(source.text or "") for source in dossier.sources}
    return {
        source.id: SourceReading(dossier, source, SearchableText(text.file, text.text))
        for source in dossier.sources
        if (text := texts[source.id])
    }


def _is_proper(name: str) -> bool:
    return all(word[0].isupper() or word in SMALL for word in re.findall(r"[^\W\d_]+", name))


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{2,}", text.casefold())) - {"the", "of", "and", "an", "for", "his", "her"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of a corpus, if one is named, and of the first dossier."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path, nargs="?", help="annotated news, in JSON Lines")
    corpus = parser.parse_args(arguments).corpus
    for line in [*(corpus_figures(corpus) if corpus else ()), *dossier_figures(Path(__file__).parents[1])]:
        sys.stdout.write(f"{line}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
