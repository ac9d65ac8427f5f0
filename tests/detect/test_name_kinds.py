"""What English names are the names of, as drafts of actors and places say."""

import pytest
from dossier.detect.en.name_parts import kind_of_name, split_name
from dossier.detect.en.named_entities import find_names
from dossier.detect.en.place_sizes import size_of_place

KINDS = [
    ("The Marran National Guard sent helicopters.", "Marran National Guard", "organization"),
    ("Nine died, the Marra State Police said.", "Marra State Police", "organization"),
    ("They went to Ohio State University on Monday.", "Ohio State University", "organization"),
    ("The California Highway Patrol closed it.", "California Highway Patrol", "organization"),
    ("The New York Police Department closed it.", "New York Police Department", "government"),
    ("The Royal Harbour Guard, which has boats, came.", "Royal Harbour Guard", "organization"),
    ("It rained, the National Weather Service said.", "National Weather Service", "government"),
    ("It rained, the Lindholm News Agency said.", "Lindholm News Agency", "outlet"),
    ("They went to the state capital Port Brenn.", "Port Brenn", "place"),
    ("Homes in southeastern Marra Dale were hit.", "Marra Dale", "place"),
    ("A quake hit Alby province on Monday.", "Alby", "place"),
    ("The Alby city government said so.", "Alby", "place"),
    ("Alby -- Rescue efforts went on in Alby, a town.", "Alby", "place"),
    ("They asked for Mara Dale, who was away.", "Mara Dale", "person"),
    ("They came to Ada Brenn and left.", "Ada Brenn", None),
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_the_kind_of_a_name_is_what_its_nouns_and_the_words_around_it_show(text, name, kind):
    names = [split_name(mention, text) for mention in find_names(text)]
    assert {found.name: kind_of_name(found, text, names) for found in names} == {name: kind}


SIZES = [
    ("Boats left the southern US state of Marra on Monday.", "Marra", "region"),
    ("They went to the state capital Port Brenn.", "Port Brenn", "city"),
    ("They went to the coastal town of Lindholm.", "Lindholm", "city"),
    ("They went to Port Brenn, the state capital, on Monday.", "Port Brenn", "city"),
    ("They went to Lindholm, a small fishing village.", "Lindholm", "city"),
    ("They went to Alby province on Monday.", "Alby", "region"),
    ("They went to the capital of Marra.", "Marra", None),
    ("They went to Lindholm, in a state of shock.", "Lindholm", None),
    ("They went to Lindholm, where the city's boats are.", "Lindholm", None),
    ("They went to Lindholm, the state police said.", "Lindholm", None),
    ("They went to Lindholm on Monday.", "Lindholm", None),
]


@pytest.mark.parametrize(("text", "name", "size"), SIZES)
def test_the_size_of_a_place_is_what_the_words_beside_its_name_say(text, name, size):
    (found,) = (parts for mention in find_names(text) if (parts := split_name(mention, text)).name == name)
    assert size_of_place(found, text) == size
