"""Revisions: what became of an entry after it was published, as its editor tells it."""

from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from dossier.edtf.parse import Edtf
from dossier.model.base import FieldPath, Model, NonEmptyStr, ProseText, described
from dossier.model.content_item import ContentItem


def _one_day(date: Edtf) -> Edtf:
    if not date.is_day or date.text != str(date.earliest):
        raise ValueError(f"{date}: write the day, as 2019-03-04")
    return date


Day = Annotated[Edtf, AfterValidator(_one_day), WithJsonSchema({"type": "string", "format": "date"})]
"""One calendar day, known exactly: the editor's own doings are."""


class Correction(Model):
    """A mistake that readers were shown, and that was put right."""

    date: Annotated[Day, described("The day it was put right, as 2019-03-04.")]
    what: Annotated[NonEmptyStr, described("What was wrong: a field, as `value`, or a few words.")]
    was: Annotated[NonEmptyStr | None, described("The old words or the old value, as readers were shown them.")] = None
    why: Annotated[ProseText, described("Why it was wrong, and how that came to light.")]


class Withdrawal(Model):
    """That the whole of a record is claimed no longer."""

    date: Annotated[Day, described("The day it was withdrawn, as 2019-03-04.")]
    why: Annotated[ProseText, described("Why it is claimed no longer.")]


RevisionNote = Correction | Withdrawal
Corrections = Annotated[tuple[Correction, ...], described("What was put right after publication, the oldest first.")]


def iter_revisions(entry: ContentItem) -> tuple[tuple[FieldPath, RevisionNote], ...]:
    """What an entry tells of itself, with its path, as it stands: corrections, then its withdrawal."""
    return tuple((path, part) for path, part in entry.parts if isinstance(part, (Correction, Withdrawal)))
