"""A content item knows its file, and can be a key of a dictionary."""

import pytest
from dossier.model.base import nested_model
from dossier.model.content_item import ContentFile, ContentItem
from dossier.model.dossier import Settings
from dossier.model.finding import Location
from dossier.model.kinds import KINDS
from dossier.model.kinds.event import Event
from dossier.model.record import Correction, Withdrawal, iter_revisions

FIELDS = {"title": "The walk-out", "status": "reported", "summary": "Dockers left.", "review": "published"}
POSITIONS = {(): (1, 1), ("title",): (1, 8), ("summary",): (3, 10), ("passages",): (4, 11)}


def event(id, **file):
    return Event.parse(FIELDS, ContentFile(id, f"content/events/{id}.yml", **file))


def test_two_files_with_equal_values_are_two_records():
    first, second = event("first"), event("second")
    assert first == first and first != second
    assert len({first, second}) == 2


def test_a_record_is_found_again_as_a_key():
    first, second = event("first"), event("second")
    assert {first: 1, second: 2}[first] == 1


def test_a_record_that_is_loaded_again_has_another_hash_so_that_no_cache_by_record_becomes_slow():
    loads = [event("walk-out", positions=lambda: POSITIONS) for _ in range(20)]
    assert len({*map(hash, loads)}) == len({*loads}) == 20


def test_records_with_the_same_fields_share_their_names_which_a_copy_does_not():
    first, second = event("first"), event("second")
    assert first.model_fields_set is second.model_fields_set
    assert first.model_copy(update={"note": "A note."}).model_dump(exclude_unset=True).keys() == {*FIELDS, "note"}
    assert first.model_fields_set == second.model_fields_set == FIELDS.keys()
    other = Event.parse(FIELDS | {"note": "A note."}, ContentFile("other", "content/events/other.yml"))
    assert other.model_fields_set == {*FIELDS, "note"}


@pytest.mark.parametrize("kind", [*KINDS, Settings])
def test_every_kind_is_hashed_by_its_file(kind):
    assert kind.__hash__ is ContentItem.__hash__


def test_an_item_is_named_by_its_kind_and_file():
    item = event("walk-out")
    assert (item.id, item.path, item.key) == ("walk-out", "content/events/walk-out.yml", "event:walk-out")


def test_a_value_is_located_and_one_that_is_not_there_by_its_parent():
    item = event("walk-out", positions=lambda: POSITIONS)
    assert item.location("summary") == Location(item.path, 3, 10)
    assert item.location("passages", 0, "exact") == Location(item.path, 4, 11)
    assert item.location("place") == Location(item.path, 1, 1)


def test_words_are_located_within_their_value():
    item = event("walk-out", positions=lambda: POSITIONS, find_text=lambda path, words, skip: (3, 18 + skip))
    assert item.location("summary", words="left") == Location(item.path, 3, 18)


def test_words_that_do_not_occur_are_located_by_their_value():
    item = event("walk-out", positions=lambda: POSITIONS)
    assert item.location("summary", words="right") == Location(item.path, 3, 10)


def test_an_item_that_was_not_read_from_a_file_has_no_id():
    with pytest.raises(AttributeError, match="_file"):
        _ = Event.model_validate(FIELDS).id


def fields_with_revisions(model, path=()):
    """Yield the path of each field below a model that holds corrections or a withdrawal."""
    for name, field in model.model_fields.items():
        inner = nested_model(field.annotation)
        if inner in (Correction, Withdrawal):
            yield (*path, name)
        elif inner is not None:
            yield from fields_with_revisions(inner, (*path, name))


@pytest.mark.parametrize("kind", [*KINDS, Settings])
def test_all_revisions_of_an_item_are_in_the_fields_where_they_are_looked_for(kind):
    assert {*fields_with_revisions(kind)} == {("corrections",)} | ({("withdrawn",)} if kind is not Settings else set())


def test_revisions_are_the_corrections_then_the_withdrawal_with_their_paths():
    note = {"date": "2019-03-04", "why": "The source was misread."}
    revised = FIELDS | {"corrections": [note | {"what": "title"}], "withdrawn": note}
    item = Event.parse(revised, ContentFile("walk-out", "content/events/walk-out.yml"))
    expected = [(("corrections", 0), item.corrections[0]), (("withdrawn",), item.withdrawn)]
    assert [*iter_revisions(item)] == expected
    assert expected == [(path, part) for path, part in item.parts if isinstance(part, Correction | Withdrawal)]
