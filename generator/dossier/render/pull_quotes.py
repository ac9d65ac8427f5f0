"""Quotes as quotations: their words in quotation marks, who said them, and how they reached us; the best of them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dossier.graph import Graph
from dossier.graph.origins import Corroboration
from dossier.model.kinds.quote import Quote
from dossier.model.record import Record
from dossier.render.cards import describe_counts
from dossier.render.figures import passages_with
from dossier.render.relays import Relay, find_relays

MAX_SINGLE_WORDS = 3
"""Words of a quotation that is no more than a term."""
MAX_PULL_LENGTH = 160
"""Characters of a pull quote; of one that is longer, and that its source interrupts, only the first part is shown."""


class Quotation(NamedTuple):
    """A quote with its speaker and those it was said to, if stated, and how its words reached us."""

    quote: Quote
    speaker: Record | None
    addressees: tuple[Record, ...]
    relays: tuple[Relay, ...]
    corroboration: Corroboration
    weight: int

    @property
    def counts(self) -> str:
        """How many sources and independent origins it has."""
        return describe_counts(self.corroboration)

    @property
    def parts(self) -> tuple[str, ...]:
        """The words in quotation marks: several where the source interrupts them."""
        return tuple(self.quote.in_quotation_marks(part) for part in self.quote.words)

    @property
    def pull_parts(self) -> tuple[str, ...]:
        """The parts that a pull quote shows."""
        return self.parts if sum(map(len, self.parts)) <= MAX_PULL_LENGTH else self.parts[:1]

    @property
    def is_single_words(self) -> bool:
        """Whether it is a word or a term, and not a part of a sentence that makes sense by itself."""
        return len(" ".join(self.quote.words).split()) <= MAX_SINGLE_WORDS


class SpeakerQuotations(NamedTuple):
    """The quotations of one speaker, the weightiest first; `speaker` is None where no source names one."""

    speaker: Record | None
    quotations: tuple[Quotation, ...]


def build_quotations(graph: Graph, quotes: Iterable[Quote]) -> tuple[Quotation, ...]:
    """Return quotes as quotations, the weightiest first."""
    return tuple(sorted((_quotation(graph, quote) for quote in quotes), key=lambda quotation: -quotation.weight))


def group_by_speaker(quotations: Sequence[Quotation]) -> tuple[SpeakerQuotations, ...]:
    """Return quotations by speaker, in the order of the first of each; those without a speaker last."""
    groups: dict[str, list[Quotation]] = {}
    for quotation in sorted(quotations, key=lambda quotation: quotation.speaker is None):
        groups.setdefault(quotation.quote.speaker or "", []).append(quotation)
    return tuple(SpeakerQuotations(group[0].speaker, tuple(group)) for group in groups.values())


def choose_pull_quotes(graph: Graph, count: int) -> tuple[Quotation, ...]:
    """Return the quotations that suit the front page best: whole sentences, one of each speaker.

    Those that the dossier's lead refers to are first, then those that fit a pull quote, then the weightiest.
    """
    in_lead = set(graph.references_from(graph.dossier.settings))
    spoken = [quote for quote in graph.visible_of(Quote) if quote.form == "full" and quote.speaker]
    quotations = sorted(
        build_quotations(graph, spoken),
        key=lambda quotation: (
            quotation.quote.key not in in_lead,
            sum(map(len, quotation.pull_parts)) > MAX_PULL_LENGTH,
        ),
    )
    return tuple(group.quotations[0] for group in group_by_speaker(quotations)[:count])


def _quotation(graph: Graph, quote: Quote) -> Quotation:
    by_key = graph.dossier.by_key
    addressees = (by_key.get(f"actor:{actor}") for actor in quote.addressed_to)
    corroboration = graph.corroboration_of(quote)
    return Quotation(
        quote,
        by_key.get(f"actor:{quote.speaker}"),
        tuple(actor for actor in addressees if actor),
        find_relays(passages_with(graph, quote, quote.words[0]), said_by=quote.speaker),
        corroboration,
        len(graph.backlinks_of(quote)) + len(corroboration.sources),
    )
