"""The kinds of record, in the order in which pages and data list them."""

from dossier.model.kinds.actor import Actor
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.kinds.event import Event
from dossier.model.kinds.number import Number
from dossier.model.kinds.place import Place
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.record import Record

KINDS: tuple[type[Record], ...] = (
    Source,
    Actor,
    Event,
    Number,
    Quote,
    Disagreement,
    Place,
)
KINDS_BY_NAME = {kind.singular: kind for kind in KINDS}
"""The kinds by the name that keys have: `actor`."""
