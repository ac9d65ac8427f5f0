"""`dossier rename`: an id changes everywhere it refers to its record, and nothing else changes."""

import pytest
from dossier.model.base import Ref, list_marked_fields, list_parts
from dossier.model.kinds import KINDS
from dossier.pipeline import check_dossier

HOLM, NEW = "content/actors/eva-holm.yml", "content/actors/eva-holm-larsen.yml"


def contents(root):
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()}


def rename(run, *arguments):
    code, out, err = run("rename", *arguments)
    assert code == 0, err
    return out


def test_every_reference_changes_and_the_old_id_is_recorded(run, base, findings):
    before = contents(base)
    rename(run, "actor", "eva-holm", "eva-holm-larsen")
    after = contents(base)
    assert findings(base) == []
    assert after.pop(NEW) == before.pop(HOLM) + b"formerly: [eva-holm]\n"
    assert {path for path in after if after[path] != before[path]} == {
        "content/actors/rolf-brandt.yml",
        "content/events/walk-out.yml",
        "content/quotes/good-day.yml",
    }
    assert all(after[path].replace(b"eva-holm-larsen", b"eva-holm") == before[path] for path in after)


def test_changes_are_listed_file_by_file(run):
    assert run("rename", "actor", "eva-holm", "eva-holm-larsen") == (
        0,
        f"{HOLM} -> {NEW}\n"
        "content/actors/rolf-brandt.yml: 1 reference\n"
        "content/events/walk-out.yml: 1 reference\n"
        "content/quotes/good-day.yml: 2 references\n",
        "renamed `eva-holm` to `eva-holm-larsen`; 4 references to it changed in 3 files\n",
    )


def test_the_rename_of_a_record_that_nothing_refers_to_is_reported_as_one(run, base, write):
    write("content/places/quay.yml", (base / "content/places/port-brenn.yml").read_bytes())
    assert run("rename", "place", "quay", "long-quay") == (
        0,
        "content/places/quay.yml -> content/places/long-quay.yml\n",
        "renamed `quay` to `long-quay`; 0 references to it changed in 0 files\n",
    )


def test_a_dry_run_shows_a_diff_and_changes_nothing(run, base):
    before = contents(base)
    out = rename(run, "actor", "eva-holm", "eva-holm-larsen", "--dry-run")
    assert f"--- a/{HOLM}\n+++ b/{NEW}\n" in out
    assert "-speaker: eva-holm\n+speaker: eva-holm-larsen\n" in out
    assert contents(base) == before


def test_links_in_prose_change_and_similar_words_do_not(run, base, add, write):
    prose = (
        "[[actor:eva-holm]] [[actor:eva-holm|Holm]] [[ actor:eva-holm |eva-holm]] actor:eva-holm "
        "[[actor:eva-holm-2]] [[place:eva-holm]] [[event:walk-out|eva-holm]]"
    )
    add("content/actors/nils-aker.yml", note=prose)
    rename(run, "actor", "eva-holm", "eva")
    record = check_dossier(base).graph.dossier.by_key["actor:nils-aker"]
    assert record.note == (
        "[[actor:eva]] [[actor:eva|Holm]] [[ actor:eva |eva-holm]] actor:eva-holm "
        "[[actor:eva-holm-2]] [[place:eva-holm]] [[event:walk-out|eva-holm]]"
    )


def test_references_in_the_lead_and_in_about_change(run, base, add, findings):
    add("content/dossier.yml", lead=["[[event:walk-out|It]] began.[^event:walk-out]"])
    rename(run, "event", "walk-out", "the-walk-out")
    assert findings(base) == []
    assert "walk-out" not in (base / "content/numbers/gone-567.yml").read_text("utf-8").replace("the-walk-out", "")
    assert (base / "content/dossier.yml").read_text("utf-8").count("event:the-walk-out") == 2


def test_marks_change_and_similar_ones_do_not(run, base, write):
    marks = "[^number:gone-567][^number:gone-567#press]"
    others = "[^gone-567][^number:gone-567-2][^number:x#gone-567][^event:gone-567]"
    file = base / "content/disagreements/how-many.yml"
    write("content/disagreements/how-many.yml", file.read_text("utf-8").replace("[^number:gone-567]", marks + others))
    out = rename(run, "number", "gone-567", "gone")
    assert "content/disagreements/how-many.yml: 2 references\n" in out
    assert f"[^number:gone][^number:gone#press]{others}" in file.read_text("utf-8")


def test_links_in_hand_written_pages_change(run, base, write):
    page = "[Ledger](../sources/{0}.md) [text](../texts/{0}.html#p-1-2) sources/{0}.md; sources/{0}.\r\n"
    write("content/pages/a/b.md", page.format("ledger"))
    out = rename(run, "source", "ledger", "the-ledger")
    assert "content/pages/a/b.md: 3 references\n" in out
    expected = page.format("the-ledger").replace("sources/the-ledger.\r", "sources/ledger.\r")
    assert (base / "content/pages/a/b.md").read_bytes().decode() == expected


UNTIDY = """# whose hand?\r
kind:   person   # sure\r
name: 'Nils Aker'\r
summary: "A docker, like [[actor:eva-holm|Holm]]."\r
passages:\r
    -   exact: Nils Aker, a docker\r
        source: 'gazette'\r
        via: [ "eva-holm" , rolf-brandt ]  # eva-holm first\r
note: >+\r
  [[\r
  actor:eva-holm]] left,\r
  eva-holm said\r
\r
review: published"""


def test_in_an_unformatted_file_every_other_byte_stays_the_same(run, base, write):
    write("content/actors/nils-aker.yml", UNTIDY)
    rename(run, "actor", "eva-holm", "eva-larsen")
    expected = UNTIDY.replace("actor:eva-holm", "actor:eva-larsen").replace('"eva-holm"', '"eva-larsen"')
    assert (base / "content/actors/nils-aker.yml").read_bytes().decode() == expected


def test_the_old_id_is_added_to_an_unformatted_file(run, base, write):
    write("content/actors/nils-aker.yml", UNTIDY)
    rename(run, "actor", "nils-aker", "nils")
    assert (base / "content/actors/nils.yml").read_bytes().decode() == f"{UNTIDY}\nformerly: [nils-aker]\n"


def test_a_formatted_file_stays_formatted(run, base, add):
    name = "eva-holm-who-leads-the-dockers-of-port-brenn-and-of-the-whole-coast-as-far-as-kell"
    run("fmt")
    rename(run, "actor", "eva-holm", name)
    assert run("fmt", "--check")[0] == 0


def test_former_ids_accumulate_and_renaming_back_removes_one(run, base, findings):
    rename(run, "actor", "eva-holm", "eva")
    rename(run, "actor", "eva", "holm")
    assert "formerly: [eva-holm, eva]\n" in (base / "content/actors/holm.yml").read_text("utf-8")
    rename(run, "actor", "holm", "eva-holm")
    assert "formerly: [eva, holm]\n" in (base / HOLM).read_text("utf-8")
    assert findings(base) == []


def test_the_old_id_of_a_draft_is_not_recorded(run, base):
    (base / HOLM).write_text((base / HOLM).read_text("utf-8").replace("published", "draft"), "utf-8")
    rename(run, "actor", "eva-holm", "eva")
    assert "formerly" not in (base / "content/actors/eva.yml").read_text("utf-8")


def test_a_record_in_a_sub_folder_stays_there(run, base):
    (base / "content/actors/dockers").mkdir()
    (base / HOLM).rename(base / "content/actors/dockers/eva-holm.yml")
    rename(run, "actor", "eva-holm", "eva")
    assert (base / "content/actors/dockers/eva.yml").is_file()


def test_references_in_a_withdrawn_record_change_too(run, base, add):
    add("content/quotes/good-day.yml", withdrawn={"date": "2019-03-04", "why": "[[actor:eva-holm]] never said it."})
    rename(run, "actor", "eva-holm", "eva")
    text = (base / "content/quotes/good-day.yml").read_text("utf-8")
    assert ("speaker: eva\n" in text, "[[actor:eva]]" in text, "eva-holm" in text) == (True, True, False)


REFUSED = [
    (["actor", "eva-home", "eva"], "no actor `eva-home`; did you mean `eva-holm` (Eva Holm)?"),
    (["actor", "eva-holm", "nils-aker"], "`nils-aker` is already the id of content/actors/nils-aker.yml"),
    (["actor", "eva-holm", "eva-holm"], "`eva-holm` is already the id of content/actors/eva-holm.yml"),
    (["actor", "eva-holm", "Eva"], "`Eva` is not a valid id"),
    (["actor", "eva-holm", "ledger"], "`ledger` would mean two records at content/quotes/good-day.yml:8:24"),
    (
        ["actor", "eva-holm", "unidentified"],
        "`unidentified` would mean two records at content/quotes/good-day.yml:8:24",
    ),
    (["source", "gazette", "eva-holm"], "`eva-holm` would mean two records at content/quotes/good-day.yml:8:24"),
]


@pytest.mark.parametrize(("arguments", "message"), REFUSED)
def test_a_rename_that_is_refused_changes_nothing(run, base, arguments, message):
    before = contents(base)
    code, out, err = run("rename", *arguments)
    assert (code, out, message in err) == (2, "", True), err
    assert contents(base) == before


def test_a_dossier_with_an_unreadable_file_is_refused_with_the_location(run, base, write):
    write("content/places/port-brenn.yml", "name: [\n")
    before = contents(base)
    code, _, err = run("rename", "actor", "eva-holm", "eva")
    assert (code, "content/places/port-brenn.yml:2:1: not YAML" in err, contents(base) == before) == (2, True, True)


def test_a_former_id_of_another_record_is_taken(run, add):
    add("content/actors/nils-aker.yml", formerly=["aker"])
    message = "dossier: `aker` is already a former id of content/actors/nils-aker.yml\n"
    assert run("rename", "actor", "eva-holm", "aker") == (2, "", message)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.singular)
def test_after_a_rename_every_reference_leads_to_the_same_record(run, base, add, kind):
    """The graph is the same but for the id, there are no findings, and all files stay formatted."""
    record = max(check_dossier(base).graph.by_kind[kind.plural], key=lambda record: record.id)
    add("content/actors/nils-aker.yml", note=f"See [[{record.key}]].")
    add("content/actors/port-officials.yml", about=[record.key])
    run("fmt")
    before = check_dossier(base)
    assert before.findings == ()
    rename(run, kind.singular, record.id, "another-name")
    after = check_dossier(base)
    assert after.findings == ()

    def renamed(key):
        return f"{kind.singular}:another-name" if key == record.key else key

    references = [(link.record.key, link.target) for link in before.graph.references]
    assert sum(target == record.key for _, target in references) >= 2
    assert sorted((link.record.key, link.target) for link in after.graph.references) == sorted(
        (renamed(source), renamed(target)) for source, target in references
    )
    assert run("fmt", "--check")[0] == 0


def test_the_small_dossier_has_each_sort_of_reference_that_the_models_know(base):
    """So that the test above tries them all."""
    kinds = {
        mark.kinds
        for entry in check_dossier(base).graph.dossier.all_items
        for _, mark, _ in list_marked_fields(list_parts(entry))
        if isinstance(mark, Ref)
    }
    assert kinds == {(), ("source",), ("actor",), ("place",), ("source", "actor")}
