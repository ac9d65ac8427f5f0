"""The kinds of record, in the order in which pages and data list them."""

from generator.model.actor import Actor
from generator.model.dispute import Dispute
from generator.model.event import Event
from generator.model.number import Number
from generator.model.place import Place
from generator.model.quote import Quote
from generator.model.record import Record
from generator.model.source import Source

KINDS: tuple[type[Record], ...] = (Source, Actor, Event, Number, Quote, Dispute, Place)
