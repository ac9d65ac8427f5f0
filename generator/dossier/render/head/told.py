"""What a record's data says in words or leaves out on its page, whose readers know schema.org and ISO 8601 alone."""

from dossier.link.schema_org import Data
from dossier.model.actor import Actor
from dossier.model.edtf_iso import iso_date, iso_interval
from dossier.model.edtf_words import in_words
from dossier.model.place import Place
from dossier.model.record import Record
from dossier.model.source import Source

POINT = "A point within a place known as {}; set by the editor, not by a source."


def as_told(record: Record, page: Data) -> Data:
    """The data of a record's page with its status, its date and its place no more exact than they are told."""
    told = {name: value for name, value in page.items() if name != "temporalCoverage"}
    if days := _days(record):
        told["temporalCoverage"] = days
    thing = dict(page["mainEntity"])
    if how := _how(record):
        thing["disambiguatingDescription"] = how
    if isinstance(record, Place):
        thing["additionalProperty"] = {"@type": "PropertyValue", "name": "precision", "value": record.precision}
        if record.located:
            thing["geo"] = thing["geo"] | {"description": POINT.format(record.precision)}
    return told | {"mainEntity": thing}


def _days(record: Record) -> str | None:
    """The days that what a record tells may belong to; when a source appeared is no such thing."""
    return None if isinstance(record, Source) else iso_interval(record.when)


def _how(record: Record) -> str:
    """The status or form of what is told; that nobody names an actor; a date that only words can give."""
    told = [getattr(record, "status", None), getattr(record, "form", None)]
    if isinstance(record, Actor) and record.unnamed:
        told.append("not named by the sources")
    if record.when and not iso_date(record.when):
        told.append(f"date: {in_words(record.when)}")
    return "; ".join(filter(None, told))
