"""Records on the command line: an id, or the name of one record, with a word to the editor on what was taken."""

import sys

from dossier.cli.choosing import Chooser
from dossier.editor.find_record import find_matching_records
from dossier.editor.loading import is_text_name
from dossier.model.dossier import Dossier
from dossier.model.kinds.source import Source
from dossier.model.record import Record


def read_record(words: str, kinds: tuple[type[Record], ...], dossier: Dossier, chooser: Chooser) -> Record:
    """Return the record of these kinds that an argument means; where several have the name, the editor chooses.

    Says on stderr which it is, unless the argument is its id. Raises UserError where there is none.
    """
    records, by_id = find_matching_records(words, kinds, dossier)
    record = chooser.choose(f"`{words}` is the name of {len(records)} records", records, _record_line)
    if not by_id:
        sys.stderr.write(f"`{words}` is {record.key}\n")
    return record


def read_id(words: str, kind: type[Record], dossier: Dossier) -> str:
    """Return the id of the record that an argument means; see `read_record`."""
    return read_record(words, (kind,), dossier, Chooser(None)).id


def read_text_name(name: str | None, dossier: Dossier, chooser: Chooser) -> str | None:
    """Return the id of the source that an argument means; a file in seeds/, or None, as it is."""
    if name is None or is_text_name(name, dossier):
        return name
    return read_record(name, (Source,), dossier, chooser).id


def _record_line(record: Record) -> str:
    return f"{record.key}  {record.label} ({record.path})"
