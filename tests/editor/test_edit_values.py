"""Items are added to a list of a YAML file: all that was there stays, in its place."""

import pytest
import yaml
from dossier.editor.yaml.edit_values import append_items
from dossier.model.errors import UserError

ITEMS = [{"text": "a: b", "note": "TODO: x"}, {"text": "c"}]


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\n",
        "a: 1",
        "# first\na: 1\n# last",
        "e:\n- text: x\n  note: y\nb: 2\n",
        "e:\n- text: x\n# of b\nb: 2\n",
        "a: 1\ne:\n  - text: x # c\n    note: >-\n      hello\n      you\n\n  # more\nb: 2\n",
        "e:\n  - {text: x}  # c\n# end\nb: 2\n",
        "e: # k\n    - text: x\n      note: |\n        z\n      # in\n# out",
        "e:\n  - text: x\n    note:\n      y\n    \n\nb: 1\n",
        "e:\n  - text: x\n    note: y",
        "e: []\n",
        "e: []",
        "e: []  # none\nb: 1\n",
        "b: 1\ne:\n  []\n",
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_items_are_added_at_the_end_of_the_list(text, line_end):
    text = text.replace("\n", line_end)
    edited = append_items(text, "x.yml", "e", ITEMS)
    before, after = yaml.safe_load(text), yaml.safe_load(edited)
    assert after == before | {"e": [*before.get("e", []), *ITEMS]}
    assert edited.count("\r\n") == (edited.count("\n") if "\r\n" in text else 0)
    kept = iter("".join(edited.split()))
    assert all(character in kept for character in "".join(text.replace("[]", "").split())), "in the same order"


@pytest.mark.parametrize("text", ["e: [{text: x}]\n", '{"a": 1}', '{"e": []}'])
def test_a_list_on_one_line_is_to_be_formatted_first(text):
    with pytest.raises(UserError, match=r"x\.yml: nothing can be added to `e` in this file: run `dossier fmt`"):
        append_items(text, "x.yml", "e", ITEMS)
