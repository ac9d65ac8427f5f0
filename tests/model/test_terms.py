"""Values of closed lists, and counts of records, as readers see them."""

import pytest
from dossier.model.kinds.event import Event
from dossier.model.terms import count_of, term
from dossier.text.interface import interface_language


@pytest.mark.parametrize(
    ("value", "name", "spanish"),
    [
        ("reported", "Event.status", "informado"),
        ("reported", "Number.status", "informada"),
        ("quote", "Record.singular", "cita"),
        ("person", "Actor.kind", "persona"),
    ],
)
def test_a_term_depends_on_its_list(value, name, spanish):
    assert term(value, name) == value
    with interface_language("es"):
        assert term(value, name) == spanish


@pytest.mark.parametrize(("value", "name"), [("persona", "Actor.kind"), ("person", "Source.kind")])
def test_a_value_of_another_list_is_refused(value, name):
    with pytest.raises(ValueError, match=name):
        term(value, name)


def test_counts_of_records():
    assert (count_of(1, Event), count_of(2000, Event)) == ("1 event", "2,000 events")
    with interface_language("es"):
        assert (count_of(1, Event), count_of(2000, Event)) == ("1 hecho", "2000 hechos")
