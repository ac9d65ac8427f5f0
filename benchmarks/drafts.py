"""How much of what a text says `dossier draft` finds, and how much of what it finds is right.

On annotated news: the quotations by their exact extent, and their speakers, by the words annotated or a name that
shares one of them; pronouns are counted apart. The corpus has an article a line, as JSON: its `text`, and its `quotes`,
each with `start`, `end`, the words of its `speaker` (null if none is annotated) and their place `speaker_at`.

On the five texts of the first dossier: the names by their exact extent, against those spellings of its actors and
places that have a capital in each word but small ones; and the units of its numbers, where the text has the unit after
the figure.
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
from dossier.detect.quantity_mentions import quantities_match
from dossier.editor.loading import load_strict
from dossier.match import SearchableText, find_all_spans, resolve_passages
from dossier.model.dossier import Dossier
from dossier.model.kinds.number import Number
from dossier.text.spans import Bounds, spans_overlap

PRONOUNS = frozenset(("he", "she", "they", "it", "we", "i", "who", "which", "that", "his", "her", "him", "them"))
SMALL = frozenset(("of", "the", "and", "for", "de", "la", "del", "s"))
_NEAR = 60
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
    units = list(_units(dossier))
    right = sum(found == recorded for found, recorded in units)
    yield f"units of figures: {right} of {len(units)} ({right / len(units):.3f})"


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


def _units(dossier: Dossier) -> Iterator[tuple[str | None, str]]:
    """Yield the unit found and the unit recorded of each figure that a number cites, once."""
    seen: set[tuple[str, int]] = set()
    for citation in resolve_passages(dossier).citations:
        if not isinstance(citation.record, Number) or not citation.is_found:
            continue
        text = dossier.source_texts[citation.span.file].text
        for mention in find_quantities(text):
            is_cited = spans_overlap(mention, citation.span) and (citation.span.file, mention.start) not in seen
            if is_cited and quantities_match(recorded_quantity(dossier, citation.record), mention):
                seen.add((citation.span.file, mention.start))
                follows = citation.record.unit in text[mention.start : mention.end + _NEAR]
                if mention.quantity.unit or follows:
                    yield mention.quantity.unit or DRAFT_WORDS.counted_noun(text, mention), citation.record.unit


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
