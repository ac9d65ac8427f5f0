"""An archive made with `--since` lists what has changed since the earlier one."""

import json
import shutil

import pytest
from dossier.archive.diff import ArchiveState, IncomparableError, diff_archives, read_archive, render_markdown
from dossier.archive.verify import verify

from tests.archive.conftest import faults, make_archive, make_bag, make_zip, run_archive, tiny_files
from tests.archive.test_archive import contents_of
from tests.build.conftest import replace
from tests.check.conftest import edit_lines

WHY = "why: The first count was of [[actor:port-officials]]."
EDITS = {
    "content/numbers/gone-567.yml": f"""\
= review: published
+ corrections:
+   - date: 2019-03-04
+     what: value
+     was: "576"
+     {WHY}
""",
    "content/actors/nils-aker.yml": "= review: published\n+ note: He is a docker.\n",
    "content/quotes/good-day.yml": "= review: published\n+ withdrawn: {date: 2019-03-05, why: She never said it.}\n",
}


@pytest.fixture(scope="module")
def later(small_archive, tmp_path_factory):
    """The archive of the base dossier after some changes."""
    folder = tmp_path_factory.mktemp("later") / "project"
    shutil.copytree(small_archive.parent / "project", folder, ignore=shutil.ignore_patterns("build"))
    for path, lines in EDITS.items():
        (folder / path).write_text(edit_lines((folder / path).read_text("utf-8"), lines), "utf-8")
    (folder / "content/places/port-brenn.yml").rename(folder / "content/places/brenn.yml")
    replace(folder / "content/places/brenn.yml", "review: published", "review: published\nformerly: [port-brenn]")
    for file in (folder / "content").rglob("*.yml"):
        text = file.read_text("utf-8").replace("place:port-brenn", "place:brenn").replace(": port-brenn", ": brenn")
        file.write_text(text.replace("quote:good-day", "quote:harbour-is-ours"), "utf-8")
    shutil.copy(folder / "content/places/brenn.yml", folder / "content/places/quay.yml")
    quay = (
        (folder / "content/places/quay.yml")
        .read_text("utf-8")
        .replace("formerly: [port-brenn]\n", "")
        .replace("latitude: 57.5", "latitude: 57.4")
    )
    (folder / "content/places/quay.yml").write_text(f"{quay}distinct_from: [brenn]\n", "utf-8")
    replace(folder / "mkdocs.yml", "docs_dir:", "site_url: https://example.org/brenn\ndocs_dir:")
    with (folder / "content/events/opening.yml").open("a") as event:
        event.write("note: At [[place:quay]].\n")
    return make_archive(folder, folder.parent / "later.zip", "--since", str(small_archive))


@pytest.fixture(scope="module")
def changes(later):
    return json.loads(contents_of(later)["changes.json"])


def keys_of(changes, field):
    return [(change["kind"], change["id"]) for change in changes[field]]


def test_it_verifies(later):
    assert faults(later) == []


def test_added_records_are_listed(changes):
    assert keys_of(changes, "added") == [("place", "quay")]


def test_changed_records_are_listed_with_their_fields(changes):
    fields = {(change["kind"], change["id"]): change["fields"] for change in changes["changed"]}
    assert fields["actor", "nils-aker"] == ["note"]
    assert fields["number", "gone-567"] == ["measure"]  # It refers to the place, which has a new id.
    assert [change["statements"] for change in changes["changed"] if change["id"] == "gone-567"] == [[]]
    assert fields["place", "brenn"] == []
    assert ("actor", "eva-holm") not in fields


def test_a_correction_is_listed_with_its_record(changes):
    (number,) = [change for change in changes["changed"] if change["id"] == "gone-567"]
    assert [(correction["what"], correction["was"]) for correction in number["corrections"]] == [("value", "576")]


def test_a_record_under_a_new_id_is_the_same_record(changes):
    (place,) = [change for change in changes["changed"] if change["kind"] == "place"]
    assert (place["id"], place["formerly"]) == ("brenn", "port-brenn")
    assert changes["removed"] == []


def test_withdrawn_records_are_listed_with_the_reason(changes):
    assert keys_of(changes, "withdrawn") == [("quote", "good-day")]
    assert changes["withdrawn"][0]["withdrawn"]["why"] == "She never said it."


def test_no_page_has_disappeared(changes):
    assert changes["dead"] == []


def test_the_earlier_archive_is_named(changes, small_archive):
    assert changes["since"] == {"archive": "small.zip", "seal": verify(small_archive).seal}


def test_the_changes_are_also_written_for_people(later):
    text = contents_of(later)["CHANGES.md"].decode()
    assert "## Added\n\n- Place “Port Brenn” (data/site/places/quay.html)\n" in text
    assert "- Actor “Nils Aker” (data/site/actors/nils-aker.html): note\n" in text
    assert "  - 2019-03-04, value corrected (was: 576): The first count was of " in text
    assert "(data/site/places/brenn.html), formerly port-brenn\n" in text
    assert "  - 2019-03-05, withdrawn: She never said it.\n" in text
    assert "[[" not in text


def test_a_record_removed_without_notice_is_listed_with_its_page(small, small_archive, tmp_path):
    (small / "content/quotes/good-day.yml").unlink()
    for file in (small / "content").rglob("*.yml"):
        file.write_text(file.read_text("utf-8").replace("quote:good-day", "quote:harbour-is-ours"), "utf-8")
    contents = contents_of(make_archive(small, tmp_path / "new.zip", "--since", str(small_archive)))
    changes = json.loads(contents["changes.json"])
    assert (keys_of(changes, "removed"), changes["dead"]) == ([("quote", "good-day")], ["quotes/good-day.html"])
    assert "## Pages that no longer exist\n\n- quotes/good-day.html\n" in contents["CHANGES.md"].decode()


def test_without_changes_it_says_so_and_the_payload_is_the_same(small, small_archive, tmp_path):
    contents = contents_of(make_archive(small, tmp_path / "new.zip", "--since", str(small_archive)))
    before = contents_of(small_archive)
    assert "No record has changed." in contents["CHANGES.md"].decode()
    assert {name for name in contents if contents[name] != before.get(name)} == {
        *("changes.json", "CHANGES.md"),
        *("tagmanifest-sha256.txt", "tagmanifest-sha512.txt"),
    }


@pytest.mark.parametrize("earlier", ["gone.zip", "notes.txt", "broken.zip"])
def test_an_earlier_file_that_is_not_an_archive_is_an_error(small, small_archive, tmp_path, earlier):
    (tmp_path / "notes.txt").write_text("hello", "ascii")
    (tmp_path / "broken.zip").write_bytes(small_archive.read_bytes()[:-1])
    done = run_archive(small, tmp_path / "new.zip", "--since", str(tmp_path / earlier))
    assert done.returncode == 2 and earlier in done.stderr.splitlines()[-1]
    assert not (tmp_path / "new.zip").exists()


def test_the_earlier_archive_is_not_overwritten(small, small_archive, tmp_path):
    old = shutil.copy(small_archive, tmp_path / "old.zip")
    done = run_archive(small, old, "--since", str(old))
    assert (done.returncode, done.stderr.splitlines()[-1]) == (
        2,
        f"dossier: {old} is the earlier archive: choose another file",
    )
    assert old.read_bytes() == small_archive.read_bytes()


QUOTE = {"id": "good-day", "url": "quotes/good-day.html", "note": "Hers."}
NOTICE = {"kind": "quote", "id": "good-day", "withdrawn": {"date": "2019-03-05", "why": "Never said."}}
FIRST = {"date": "2019-03-01", "what": "note", "why": "Not hers."}
SECOND = {"date": "2019-03-02", "what": "note", "why": "Hers after all."}


def diff(old, new):
    """Return the changes from some records to others."""
    earlier = ArchiveState("old.zip", "0" * 64, {"quotes": []} | old, frozenset())
    return diff_archives(earlier, {"quotes": [], "withdrawn": []} | new, [], {})


def test_a_field_that_was_removed_is_listed():
    new = {field: value for field, value in QUOTE.items() if field != "note"}
    (changed,) = diff({"quotes": [QUOTE]}, {"quotes": [new]})["changed"]
    assert changed["fields"] == ["note"]


def test_only_new_corrections_are_listed():
    old, new = QUOTE | {"corrections": [FIRST]}, QUOTE | {"corrections": [FIRST, SECOND]}
    (changed,) = diff({"quotes": [old]}, {"quotes": [new]})["changed"]
    assert changed["corrections"] == [SECOND]
    assert diff({"quotes": [old]}, {"quotes": [old]})["changed"] == []


def test_corrections_to_the_summary_are_listed():
    changes = diff({"corrections": [FIRST]}, {"corrections": [FIRST, SECOND]})
    assert changes["corrections"] == [SECOND]
    assert "## Corrections to the summary\n\n- 2019-03-02, note corrected: Hers" in render_markdown(changes, {})


def test_only_new_withdrawals_are_listed():
    assert diff({"withdrawn": [NOTICE]}, {"withdrawn": [NOTICE]})["withdrawn"] == []


def test_a_record_withdrawn_under_a_new_id_is_not_missing():
    renamed = NOTICE | {"id": "fine-day", "formerly": ["good-day"]}
    changes = diff({"quotes": [QUOTE]}, {"withdrawn": [renamed]})
    assert (changes["withdrawn"], changes["removed"]) == ([renamed], [])


STATEMENT = {
    "id": "1",
    "text": "567 left.",
    "by": "source",
    "evidence": [{"source": "ledger", "exact": "567 dockers", "via": ["wire-report"], "start": 0, "end": 11}],
}
OTHER_WORDS = [{"source": "ledger", "exact": "567 had gone", "via": [], "start": 5, "end": 17}]


def statement_changes(old, new):
    """Return the changes from some statements of a record to others, as data and as Markdown."""
    changes = diff({"quotes": [QUOTE | old]}, {"quotes": [QUOTE | new]})
    found = [statement for change in changes["changed"] for statement in change["statements"]]
    return found, render_markdown(changes, {})


@pytest.mark.parametrize(
    ("new", "expected", "line"),
    [
        (
            [STATEMENT | {"text": "576 left."}],
            {"id": "1", "change": "changed", "before": "567 left.", "after": "576 left."},
            "  - statement changed: “576 left.” (was: “567 left.”)\n",
        ),
        (
            [STATEMENT | {"evidence": OTHER_WORDS}],
            {"id": "1", "change": "changed", "before": "567 left.", "after": "567 left."},
            "  - evidence changed: “567 left.”\n",
        ),
        (
            [STATEMENT | {"id": "2"}, STATEMENT | {"text": "Why?", "by": "editor", "evidence": []}],
            {"id": "1", "change": "added", "after": "Why?"},
            "  - statement added: “Why?”\n",
        ),
        ([], {"id": "1", "change": "removed", "before": "567 left."}, "  - statement removed: “567 left.”\n"),
    ],
)
def test_a_changed_statement_is_listed_with_its_record(new, expected, line):
    found, text = statement_changes({"statements": [STATEMENT]}, {"statements": new})
    assert found == [expected]
    assert line in text


def test_a_statement_whose_passage_has_moved_in_the_text_is_the_same():
    moved = [STATEMENT["evidence"][0] | {"start": 10, "end": 21}]
    assert statement_changes({"statements": [STATEMENT]}, {"statements": [STATEMENT | {"evidence": moved}]})[0] == []


def test_statements_are_not_compared_with_an_archive_of_a_format_without_them():
    assert diff({"quotes": [QUOTE]}, {"quotes": [QUOTE | {"statements": [STATEMENT]}], "lead": [STATEMENT]}) == diff(
        {"quotes": [QUOTE]}, {"quotes": [QUOTE]}
    )


def test_changed_statements_of_the_home_page_are_listed():
    changes = diff({"lead": [STATEMENT]}, {"lead": [STATEMENT | {"text": "576 left."}]})
    assert changes["lead"] == [{"id": "1", "change": "changed", "before": "567 left.", "after": "576 left."}]
    text = render_markdown(changes, {})
    assert "## Summary on the home page\n\n- statement changed: “576 left.” (was: “567 left.”)\n" in text


def test_an_earlier_archive_of_the_previous_format_is_compared(tmp_path):
    path = "data/site/data/dossier.json"
    older = tiny_files(**{path: tiny_files()[path].decode().replace("dossier/4", "dossier/2")})
    (tmp_path / "old.zip").write_bytes(make_zip(make_bag(older)))
    assert read_archive(tmp_path / "old.zip").data["format"] == "dossier/2"


def test_prose_is_compared_as_the_editors_wrote_it_whatever_the_format():
    before = {"id": "a", "url": "events/a.html", "summary": "They left [[actor:b|B]]."}
    split = {"id": "a", "url": "events/a.html", "summary": "They left B."}
    same, other = (split | {"summary_markup": f"They left [[actor:{id}|B]]."} for id in ("b", "c"))
    assert diff({"events": [before]}, {"events": [same]})["changed"] == []
    [changed] = diff({"events": [before]}, {"events": [other]})["changed"]
    assert changed["fields"] == ["summary"]


def test_an_earlier_archive_with_records_of_an_older_format_is_an_error(tmp_path):
    path = "data/site/data/dossier.json"
    older = tiny_files(**{path: tiny_files()[path].decode().replace("dossier/4", "dossier/1")})
    (tmp_path / "old.zip").write_bytes(make_zip(make_bag(older)))
    with pytest.raises(IncomparableError, match="format dossier/1, which cannot be compared"):
        read_archive(tmp_path / "old.zip")
