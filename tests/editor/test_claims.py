"""What changed in claims between two states of a dossier, case by case."""

from pathlib import Path

import pytest
import yaml
from dossier.claims.diff import diff_claims, with_renamed_ids
from dossier.pipeline import check_dossier

CASES = yaml.load((Path(__file__).parent / "claims.yml").read_text("utf-8"), yaml.CBaseLoader)


def edit(root, file, old=None, new=None, rename=None):
    """Make one edit of a case."""
    path = root / "content" / file
    if rename:
        path.rename(path.parents[1] / rename)
    elif old is not None:
        assert old in path.read_text("utf-8"), (file, old)
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    elif new is not None:
        path.write_text(new, "utf-8")
    else:
        path.unlink()


def told(change):
    """A change as the cases write it."""
    lines = [f"{one.facet} {one.field}: {one.before or '-'} => {one.after or '-'}" for one in change.differences]
    return f"{change.became} {change.entry.key}: {'; '.join(change.flags)}".strip(), lines


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_all_that_changed_is_told_and_nothing_else(base, case):
    before = check_dossier(base).graph
    for one in case["edits"]:
        edit(base, **one)
    found = dict(map(told, diff_claims(before, check_dossier(base).graph)))
    expected = {key.strip(): lines for key, lines in case["told"].items()}
    assert found.keys() == expected.keys()
    assert {key: lines for key, lines in found.items() if expected[key] != "*"} == {
        key: lines for key, lines in expected.items() if lines != "*"
    }


def test_a_withdrawn_record_may_come_back(base):
    edit(base, "events/opening.yml", "review: published", "review: published\nwithdrawn: {date: 2019-03-04, why: So.}")
    before = check_dossier(base).graph
    edit(base, "events/opening.yml", "\nwithdrawn: {date: 2019-03-04, why: So.}", "")
    [change] = diff_claims(before, check_dossier(base).graph)
    assert (change.became, change.entry.key) == ("reinstated", "event:opening")


def test_a_place_is_that_of_the_value_in_the_later_state(base):
    before = check_dossier(base).graph
    edit(base, "events/walk-out.yml", "role: docker", "role: leader")
    [change] = diff_claims(before, check_dossier(base).graph)
    assert str(change.entry.location(*change.differences[0].path)) == "content/events/walk-out.yml:11:11"


def test_all_of_a_record_that_came_is_told(base):
    before = check_dossier(base).graph
    edit(base, "disagreements/why.yml", None, (base / "content/disagreements/how-many.yml").read_text("utf-8"))
    [change] = diff_claims(before, check_dossier(base).graph)
    assert {one.field for one in change.of("claim")} == {"question", "type", "positions.statement", "confidence"}
    assert {one.before for one in change.differences} == {None}
    assert [len(one.documents) for one in change.spread] == [0, 2]


def test_the_most_withdrawn_is_told_first(base):
    before = check_dossier(base).graph
    edit(base, "disagreements/why.yml", None, (base / "content/disagreements/how-many.yml").read_text("utf-8"))
    edit(base, "events/opening.yml", "review: published", "review: published\nwithdrawn: {date: 2019-03-04, why: So.}")
    edit(base, "numbers/gone-567.yml", "value: 567", "value: 568")
    edit(base, "disagreements/how-many.yml")
    became = [one.became for one in diff_claims(before, check_dossier(base).graph)]
    assert became == ["withdrawn", "removed", "changed", "added"]


def test_every_reference_of_the_real_dossier_can_be_put_under_new_names(real):
    dossier = real.graph.dossier
    names = {record.key: f"{record.key}-again" for record in dossier.records}
    back = {new: old for old, new in names.items()}
    for entry in dossier.all_items:
        new = with_renamed_ids(names, entry)
        assert new.marked_fields != entry.marked_fields or not any(real.graph.references_from(entry))
        assert with_renamed_ids(back, new).model_dump() == entry.model_dump()
