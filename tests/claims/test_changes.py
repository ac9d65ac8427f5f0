"""What changed in claims between two states of a dossier, case by case."""

from pathlib import Path

import pytest
import yaml
from dossier.claims.changes import diff_claims
from dossier.claims.renames import with_renamed_ids
from dossier.pipeline import check_dossier

CASES = yaml.load((Path(__file__).parent / "cases.yml").read_text("utf-8"), yaml.CBaseLoader)
STATEMENTS = yaml.load((Path(__file__).parent / "statements.yml").read_text("utf-8"), yaml.CBaseLoader)
WITHDRAWN = "withdrawn: {date: 2019-03-04, why: So.}"


@pytest.fixture
def edit(base):
    """Make one edit of a case: rename, replace, write or delete a file below `content/`."""

    def edit_file(file, old=None, new=None, rename=None):
        path = base / "content" / file
        if rename:
            path.rename(base / "content" / rename)
        elif old is not None:
            assert old in path.read_text("utf-8"), (file, old)
            path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
        elif new is not None:
            path.write_text(new, "utf-8")
        else:
            path.unlink()

    return edit_file


@pytest.fixture
def changes_since(base):
    """Return the changes from an earlier graph of the small dossier to its files."""
    return lambda earlier: diff_claims(earlier, check_dossier(base).graph)


def as_in_cases(change):
    """Return a change as the cases write it: its headline, then its differences."""
    headline = f"{change.outcome} {change.item.key}: {'; '.join(change.flags)}".strip()
    return headline, [
        f"{difference.facet} {difference.field}: {difference.before or '-'} => {difference.after or '-'}"
        for difference in change.differences
    ]


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_every_change_is_listed_and_nothing_else(base, edit, changes_since, case):
    for arguments in case.get("base", ()):
        edit(**arguments)
    earlier = check_dossier(base).graph
    for arguments in case["edits"]:
        edit(**arguments)
    actual = dict(map(as_in_cases, changes_since(earlier)))
    expected = {headline.strip(): differences for headline, differences in case["changes"].items()}
    assert actual.keys() == expected.keys()
    for headline, differences in expected.items():
        assert differences in ("*", actual[headline])


PASSAGES = {
    "left": "{source: gazette, exact: More than 500 dockers left the port}",
    "hours": "{source: gazette, exact: He gave the dockers 72 hours.}",
    "gone": "{source: ledger, exact: 567 dockers had gone}",
}


def record_of(summary):
    """Return a record with this summary and the passages whose labels it cites; `departure` is another name of one."""
    label = "departure" if "[^departure]" in summary else "left"
    passages = {label if name == "left" else name: passage for name, passage in PASSAGES.items()}
    cited = {name: passage for name, passage in passages.items() if f"[^{name}]" in summary}
    lines = [f"  - {passage.replace('{', f'{{label: {name}, ')}\n" for name, passage in cited.items()]
    listed = "".join(["passages:\n", *lines]) if lines else ""
    return f"title: A case\nstatus: reported\nsummary: >-\n  {summary}\n{listed}review: published\n"


def as_in_statements(difference):
    """Return a difference as the cases about statements write it."""
    values = f"{difference.before or '-'} => {difference.after or '-'}"
    return f"{difference.facet} {difference.statement.id}: {values}{'!' if difference.needs_correction else ''}"


@pytest.mark.parametrize("case", STATEMENTS, ids=[case["case"] for case in STATEMENTS])
def test_statements_are_compared_by_what_they_say_and_are_based_on(write, changes_since, base, case):
    labelled = record_of("They had 72 hours.[^hours]").replace("hours]", "one]").replace("label: hours", "label: one")
    write("content/events/labelled.yml", labelled)
    write("content/events/case.yml", record_of(case["before"]))
    earlier = check_dossier(base).graph
    write("content/events/case.yml", record_of(case["after"]))
    differences = [difference for change in changes_since(earlier) for difference in change.differences]
    assert sorted(map(as_in_statements, differences)) == sorted(case.get("differences", []))


def test_a_withdrawn_record_can_be_reinstated(base, edit, changes_since):
    edit("events/opening.yml", "review: published", f"review: published\n{WITHDRAWN}")
    earlier = check_dossier(base).graph
    edit("events/opening.yml", f"\n{WITHDRAWN}", "")
    [change] = changes_since(earlier)
    assert (change.outcome, change.item.key) == ("reinstated", "event:opening")


def test_a_difference_has_the_location_of_its_later_value(base, edit, changes_since):
    earlier = check_dossier(base).graph
    edit("events/walk-out.yml", "role: docker", "role: leader")
    [change] = changes_since(earlier)
    assert str(change.item.location(*change.differences[0].path)) == "content/events/walk-out.yml:12:11"


def test_an_added_record_has_all_its_values_as_differences(base, edit, changes_since):
    earlier = check_dossier(base).graph
    edit("disagreements/why.yml", None, (base / "content/disagreements/how-many.yml").read_text("utf-8"))
    [change] = changes_since(earlier)
    claims = {difference.field for difference in change.differences_in("claim")}
    assert claims == {"question", "type", "positions.statement", "confidence"}
    assert {difference.before for difference in change.differences} == {None}
    assert change.sources_before.sources == ()
    assert change.sources_after.sources == ("gazette", "ledger")


def test_withdrawn_and_removed_records_are_listed_first(base, edit, changes_since):
    earlier = check_dossier(base).graph
    edit("disagreements/why.yml", None, (base / "content/disagreements/how-many.yml").read_text("utf-8"))
    edit("events/opening.yml", "review: published", f"review: published\n{WITHDRAWN}")
    edit("numbers/gone-567.yml", "value: 567", "value: 568")
    edit("disagreements/how-many.yml")
    outcomes = [change.outcome for change in changes_since(earlier)]
    assert outcomes == ["withdrawn", "removed", "changed", "added"]


def test_every_reference_of_a_dossier_can_be_renamed_and_renamed_back(base):
    graph = check_dossier(base).graph
    renames = {record.key: f"{record.key}-again" for record in graph.dossier.records}
    renames_back = {new_key: old_key for old_key, new_key in renames.items()}
    assert graph.references
    for item in graph.dossier.all_items:
        renamed = with_renamed_ids(renames, item)
        assert renamed.marked_fields != item.marked_fields or not graph.references_from(item)
        assert with_renamed_ids(renames_back, renamed).model_dump() == item.model_dump()
