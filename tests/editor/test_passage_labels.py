"""Labels of passages are readable, tell a passage from the others, and are valid."""

from dossier.detect.languages import detectors_for
from dossier.editor.passage_labels import MAX_LABEL_LENGTH, propose_labels
from dossier.model.base import is_id

ENGLISH = detectors_for("en")


def test_a_label_is_made_of_words_that_no_other_passage_has():
    passages = [
        "only to be briefly detained by secret police on Jan. 13",
        "Guaidó was detained by secret police",
        "The National Assembly then called for a protest",
    ]
    labels = propose_labels(passages, ENGLISH)
    assert labels == ["briefly-detained", "guaido", "national-assembly"]


def test_labels_are_unique_even_if_the_words_are_not():
    assert propose_labels(["secret police", "secret police", "the", "the"], ENGLISH) == [
        "secret-police",
        "secret",
        "passage",
        "passage-2",
    ]


def test_reserved_and_taken_labels_are_not_proposed():
    labels = propose_labels(["editor", "todo", "secret police"], ENGLISH, taken=["secret-police"])
    assert labels == ["editor-2", "passage", "secret"]


def test_labels_are_ids_of_moderate_length():
    labels = propose_labels(
        ["Ñandú’s 4,700 “self-declared” über-longwordthatgoesonandonandonandon", "日本", "!"], ENGLISH
    )
    assert all(is_id(label) and len(label) <= MAX_LABEL_LENGTH for label in labels)
