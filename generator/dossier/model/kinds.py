"""The kinds of record, in the order in which pages and data list them."""

from dossier.model.actor import Actor
from dossier.model.disagreement import Disagreement
from dossier.model.event import Event
from dossier.model.number import Number
from dossier.model.place import Place
from dossier.model.quote import Quote
from dossier.model.record import Record
from dossier.model.source import Source

KINDS: tuple[type[Record], ...] = (Source, Actor, Event, Number, Quote, Disagreement, Place)
