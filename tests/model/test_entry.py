"""An entry is itself and no other."""

import pytest
from dossier.model.kinds import KINDS
from dossier.model.kinds.event import Event

FIELDS = {"title": "The walk-out", "status": "reported", "summary": "Dockers left.", "review": "published"}


def test_two_files_that_say_the_same_are_two_records():
    one, other = (Event.parse(FIELDS, id, f"content/events/{id}.yml") for id in ("one", "other"))
    assert one == one and one != other
    assert len({one, other}) == 2


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_told_apart_so(kind):
    record = kind.model_construct()
    assert hash(record) == id(record)
    assert record != kind.model_construct()
