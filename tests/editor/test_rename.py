"""`dossier rename`: an id changes wherever it stands for its record, and nothing else does."""

import shutil

import pytest
from dossier.cli import main
from dossier.model.base import Ref, iter_marked_fields, iter_parts
from dossier.model.kinds import KINDS
from dossier.pipeline import check_dossier

HOLM, NEW = "content/actors/eva-holm.yml", "content/actors/eva-holm-larsen.yml"


def texts(root):
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()}


def rename(run, *arguments):
    code, out, err = run("rename", *arguments)
    assert code == 0, err
    return out


def test_every_reference_changes_and_the_old_id_is_kept(run, base, findings):
    before = texts(base)
    rename(run, "actor", "eva-holm", "eva-holm-larsen")
    after = texts(base)
    assert findings(base) == []
    assert after.pop(NEW) == before.pop(HOLM) + b"formerly: [eva-holm]\n"
    assert {path for path in after if after[path] != before[path]} == {
        "content/actors/rolf-brandt.yml",
        "content/events/walk-out.yml",
        "content/quotes/good-day.yml",
    }
    assert all(after[path].replace(b"eva-holm-larsen", b"eva-holm") == before[path] for path in after)


def test_what_changed_is_told_file_by_file(run):
    assert run("rename", "actor", "eva-holm", "eva-holm-larsen") == (
        0,
        f"{HOLM} -> {NEW}: 0 references\n"
        "content/actors/rolf-brandt.yml: 1 reference\n"
        "content/events/walk-out.yml: 1 reference\n"
        "content/quotes/good-day.yml: 2 references\n",
        "4 references changed in 4 files\n",
    )


def test_a_dry_run_shows_a_diff_and_changes_nothing(run, base):
    before = texts(base)
    out = rename(run, "actor", "eva-holm", "eva-holm-larsen", "--dry-run")
    assert f"--- a/{HOLM}\n+++ b/{NEW}\n" in out
    assert "-speaker: eva-holm\n+speaker: eva-holm-larsen\n" in out
    assert texts(base) == before


def test_links_in_prose_change_and_words_that_only_look_like_them_do_not(run, base, add, write):
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


def test_the_lead_and_about_change(run, base, add, findings):
    add("content/dossier.yml", lead=[{"statement": "[[event:walk-out|It]] began.", "rests_on": ["event:walk-out"]}])
    rename(run, "event", "walk-out", "the-walk-out")
    assert findings(base) == []
    assert "walk-out" not in (base / "content/numbers/gone-567.yml").read_text("utf-8").replace("the-walk-out", "")
    assert (base / "content/dossier.yml").read_text("utf-8").count("event:the-walk-out") == 2


def test_hand_written_pages_lead_on(run, base, write):
    page = "[Ledger](../sources/{0}.md) [text](../texts/{0}.html#p-1-2) sources/{0}.md; sources/{0}.\r\n"
    write("content/pages/a/b.md", page.format("ledger"))
    out = rename(run, "source", "ledger", "the-ledger")
    assert "content/pages/a/b.md: 3 references\n" in out
    kept = page.format("the-ledger").replace("sources/the-ledger.\r", "sources/ledger.\r")
    assert (base / "content/pages/a/b.md").read_bytes().decode() == kept


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


def test_every_other_byte_stays_in_a_file_of_another_form(run, base, write):
    write("content/actors/nils-aker.yml", UNTIDY)
    rename(run, "actor", "eva-holm", "eva-larsen")
    expected = UNTIDY.replace("actor:eva-holm", "actor:eva-larsen").replace('"eva-holm"', '"eva-larsen"')
    assert (base / "content/actors/nils-aker.yml").read_bytes().decode() == expected


def test_the_old_id_is_added_to_a_file_of_another_form(run, base, write):
    write("content/actors/nils-aker.yml", UNTIDY)
    rename(run, "actor", "nils-aker", "nils")
    assert (base / "content/actors/nils.yml").read_bytes().decode() == f"{UNTIDY}\nformerly: [nils-aker]\n"


def test_a_file_in_its_form_stays_in_it(run, base, add):
    name = "eva-holm-who-leads-the-dockers-of-port-brenn-and-of-the-whole-coast-as-far-as-kell"
    run("fmt")
    rename(run, "actor", "eva-holm", name)
    assert run("fmt", "--check")[0] == 0


def test_ids_add_up_and_a_way_back_takes_its_own_out(run, base, findings):
    rename(run, "actor", "eva-holm", "eva")
    rename(run, "actor", "eva", "holm")
    assert "formerly: [eva-holm, eva]\n" in (base / "content/actors/holm.yml").read_text("utf-8")
    rename(run, "actor", "holm", "eva-holm")
    assert "formerly: [eva, holm]\n" in (base / HOLM).read_text("utf-8")
    assert findings(base) == []


def test_a_draft_leaves_no_old_address(run, base):
    (base / HOLM).write_text((base / HOLM).read_text("utf-8").replace("published", "draft"), "utf-8")
    rename(run, "actor", "eva-holm", "eva")
    assert "formerly" not in (base / "content/actors/eva.yml").read_text("utf-8")


def test_a_record_in_a_sub_folder_stays_there(run, base):
    (base / "content/actors/dockers").mkdir()
    (base / HOLM).rename(base / "content/actors/dockers/eva-holm.yml")
    rename(run, "actor", "eva-holm", "eva")
    assert (base / "content/actors/dockers/eva.yml").is_file()


def test_what_a_withdrawn_record_says_changes_too(run, base, add):
    add("content/quotes/good-day.yml", withdrawn={"date": "2019-03-04", "why": "[[actor:eva-holm]] never said it."})
    rename(run, "actor", "eva-holm", "eva")
    text = (base / "content/quotes/good-day.yml").read_text("utf-8")
    assert ("speaker: eva\n" in text, "[[actor:eva]]" in text, "eva-holm" in text) == (True, True, False)


TWO = "would mean two records at content/quotes/good-day.yml:8:24: choose another id"
REFUSED = [
    (["actor", "eva-home", "eva"], "no actor `eva-home`; did you mean `eva-holm`?"),
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


@pytest.mark.parametrize(("arguments", "said"), REFUSED)
def test_what_cannot_be_renamed_is_refused_and_nothing_changed(run, base, arguments, said):
    before = texts(base)
    code, out, err = run("rename", *arguments)
    assert (code, out, said in err) == (2, "", True), err
    assert texts(base) == before


def test_a_dossier_that_cannot_be_read_whole_is_refused_with_the_place(run, base, write):
    write("content/places/port-brenn.yml", "name: [\n")
    before = texts(base)
    code, _, err = run("rename", "actor", "eva-holm", "eva")
    assert (code, "content/places/port-brenn.yml:2:1: not YAML" in err, texts(base) == before) == (2, True, True)


def test_a_former_id_of_another_record_is_taken(run, add):
    add("content/actors/nils-aker.yml", formerly=["aker"])
    said = "dossier: `aker` is already a former id of content/actors/nils-aker.yml\n"
    assert run("rename", "actor", "eva-holm", "aker") == (2, "", said)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.singular)
def test_in_the_real_dossier_the_most_referred_to_can_be_renamed(real, root, tmp_path, kind):
    """The same graph under another name: every link leads where it led, no finding, every file in its form."""
    for name in ("content", "seeds"):
        shutil.copytree(root / name, tmp_path / name)
    graph = real.graph
    record = max(graph.by_kind[kind.plural], key=lambda one: len(graph.backlinks_of(one)))
    assert main(["rename", "--root", str(tmp_path), kind.singular, record.id, "another-name"]) == 0
    again = check_dossier(tmp_path)
    key = f"{kind.singular}:another-name"
    assert again.findings == ()
    assert sorted((link.record.key, link.target) for link in again.graph.references) == sorted(
        (key if link.record.key == record.key else link.record.key, key if link.target == record.key else link.target)
        for link in graph.references
    )
    assert main(["fmt", "--root", str(tmp_path), "--check"]) == 0


def test_every_field_that_refers_is_tried(real):
    """The real dossier has each sort of reference that the model knows, so that none is left untried above."""
    kinds = {
        mark.kinds
        for entry in real.graph.dossier.all_items
        for _, mark, _ in iter_marked_fields(iter_parts(entry))
        if isinstance(mark, Ref)
    }
    assert kinds == {(), ("source",), ("actor",), ("place",), ("source", "actor")}
