"""The columns by which tables are joined, and the keys that join them."""

from collections.abc import Iterable, Iterator

from dossier.export.columns import Reference
from dossier.export.table import Column, Foreign
from dossier.model.kinds import KINDS

PLURALS = {kind.singular: kind.plural for kind in KINDS}
KEY = Column("key", "string", "What references name it by, as `actor:eva-holm`.", True)
ID = Column("id", "string", "Its id, unique within its kind.", True)
URL = Column("url", "string", "Its page, from the site's root.", True)
LABEL = Column("label", "string", "What a link to it says.", True)
KIND = Column("kind", "string", "Its kind.", True, tuple(kind.singular for kind in KINDS))
RECORD = Column("record", "string", "The record.", True)
ORDINAL = Column("ordinal", "integer", "Its place in the list, from 0.", True)


def foreign_of(references: Iterable[Reference]) -> Iterator[Foreign]:
    """Where references lead; not those to a record of one of several kinds, which no one key can say."""
    for column, kinds in references:
        if not kinds:
            yield Foreign((column,), "records", (KEY.name,))
        elif len(kinds) == 1:
            yield Foreign((column,), PLURALS[kinds[0]], (ID.name,))
