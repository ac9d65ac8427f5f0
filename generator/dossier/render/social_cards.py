"""Social cards: the image that a link preview shows of a page, with the words of that page.

Words that our typefaces cannot write are left out; a page whose title they cannot write has the card of the dossier.
"""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

from dossier.edtf.format import format_edtf
from dossier.graph import Graph
from dossier.graph.text_parts import text_part_path, text_parts
from dossier.graph.urls import HOME_PAGE, index_path, page_path
from dossier.model.kinds import KINDS
from dossier.model.kinds.number import Number
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.record import Record
from dossier.model.terms import kind_title
from dossier.render.card_drawing import DRAWING, CardWords, can_draw, drawable_text
from dossier.render.cards import describe_counts
from dossier.text.interface import gettext as _
from dossier.text.interface import ngettext

FOLDER = "assets/dossier/social"


class SocialCard(NamedTuple):
    """A card: the path of its image, and the words on it."""

    path: str
    words: CardWords

    @property
    def alternative(self) -> str:
        """What the image says, for who does not see it."""
        return " ".join(filter(None, (self.words.figure, self.words.title)))

    @property
    def key(self) -> str:
        """What the image was drawn from, in short: images with the same key are the same."""
        return sha256("\n".join((DRAWING, *self.words)).encode()).hexdigest()


def social_cards(graph: Graph) -> Mapping[str, SocialCard]:
    """Return the card of each page that has its own, by the path of the page; that of the home page is for all others.

    Empty if not even the title of the dossier can be drawn.
    """
    settings = graph.dossier.settings
    home = _card("dossier", settings.organization, "", settings.title, graph.plain_text(settings.description))
    if home is None:
        return {}
    return {HOME_PAGE: home, **{page: card for page, card in _own_cards(graph) if card}}


def _own_cards(graph: Graph) -> Iterator[tuple[str, SocialCard | None]]:
    """Yield the cards of the lists and of the records; the text of a source has that of the source."""
    title = graph.dossier.settings.title
    for kind in KINDS:
        if records := graph.by_kind.get(kind.plural, ()):
            counted = ngettext(*kind.counted, len(records))
            yield index_path(kind), _card(kind.plural, title, "", _(kind.heading), counted)
    for record in graph.visible:
        card = _record_card(graph, record, title)
        yield page_path(record), card
        if isinstance(record, Source) and record.text in graph.dossier.source_texts:
            yield from ((text_part_path(record.id, part), card) for part in text_parts(graph, record))


def _record_card(graph: Graph, record: Record, dossier: str) -> SocialCard | None:
    name, kind = f"{record.plural}/{record.id}", kind_title(record)
    counts = describe_counts(graph.corroboration_of(record)) if graph.citations_of(record) else ""
    if isinstance(record, Number):
        measure = ", ".join(filter(None, (record.measure.what, record.measure.scope)))
        figure = record.figure if record.counted_unit else record.amount
        return _card(name, dossier, kind, measure, figure=figure, evidence=counts)
    if isinstance(record, Quote):
        return _card(name, dossier, kind, record.list_label, speaker_and_day(graph, record), evidence=counts)
    return _card(name, dossier, kind, record.label, graph.plain_text(record.summary), evidence=counts)


def speaker_and_day(graph: Graph, quote: Quote) -> str:
    """Return who said the words of a quote, and when, as far as that is known."""
    said = format_edtf(quote.said.date) if quote.said else ""
    return ", ".join(filter(None, (graph.labels.get(f"actor:{quote.speaker}"), said)))


def _card(
    name: str, dossier: str, kind: str, title: str, note: str = "", figure: str = "", evidence: str = ""
) -> SocialCard | None:
    """Return a card without the words that cannot be drawn; None if its title or its figure cannot be."""
    if not can_draw(title + figure):
        return None
    words = (text if can_draw(text) else "" for text in (dossier, kind, figure, title, note, evidence))
    return SocialCard(f"{FOLDER}/{name}.png", CardWords(*map(drawable_text, words)))
