"""The folders of a dossier: which files are records, and what stands where it should not."""

import shutil

import pytest
from dossier.pipeline import check_dossier

NAMES = [
    *("nils.yaml", "Nils.yml", "nils aker.yml", "nils_aker.yml", "nïls.yml", "-nils.yml", "nils--aker.yml"),
    *("con.yml", "lpt1.yml", "index.yml", "notes.txt", "nils.yml.orig", "n" * 100 + ".yml"),
]


@pytest.fixture
def found(findings, base):
    """Make a change to the small dossier: what is found, as (path, rule)."""

    def of(change):
        change(base)
        assert all((one.line, one.column) == (1, 1) for one in findings(base) if one.rule != "seed-missing")
        return [(one.path, one.rule) for one in findings(base)]

    return of


def link_to(target):
    """Put a link where a folder or file was."""

    def change(root, path="content/actors/nils.yml"):
        shutil.rmtree(root / path) if (root / path).is_dir() else (root / path).unlink(missing_ok=True)
        (root / path).symlink_to(target)

    return change


@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_another_name_is_refused(write, findings, base, name):
    write(f"content/actors/{name}", (base / "content/actors/nils-aker.yml").read_text("utf-8"))
    assert findings(base) == [(f"content/actors/{name}", 1, 1, "file-name")]


def test_a_file_of_another_suffix_makes_no_noise_in_records_that_name_it(found):
    def change(root):
        (root / "content/actors/nils-aker.yml").rename(root / "content/actors/nils-aker.yaml")

    assert found(change) == [("content/actors/nils-aker.yaml", "file-name")]


def test_sub_folders_are_free(base, findings):
    (base / "content/actors/City Hall/b").mkdir(parents=True)
    (base / "content/actors/rolf-brandt.yml").rename(base / "content/actors/City Hall/b/rolf-brandt.yml")
    assert findings(base) == []


@pytest.mark.parametrize("path", ["content/actors/.nils.yml.swp", "content/.DS_Store", "seeds/.DS_Store"])
def test_a_dot_file_is_passed_over(write, findings, path):
    assert findings(write(path, b"\0")) == []


def test_a_text_that_no_source_names_is_found(write, findings):
    assert findings(write("seeds/extra.txt", "A text.\n")) == [("seeds/extra.txt", 1, 1, "seed-unused")]


def test_an_id_stands_once_in_all_sub_folders(write, findings, base):
    write("content/actors/sub/nils-aker.yml", (base / "content/actors/nils-aker.yml").read_text("utf-8"))
    assert findings(base) == [("content/actors/sub/nils-aker.yml", 1, 1, "duplicate-id")]


def test_an_id_may_stand_in_two_kinds(write, findings, base):
    write("content/places/nils-aker.yml", (base / "content/places/port-brenn.yml").read_text("utf-8"))
    assert {one.rule for one in findings(base)} == {"orphan-record"}


@pytest.mark.parametrize("target", ["/etc/hostname", "/etc", "../../../outside.yml", "nils.yml", "nowhere.yml", ".."])
def test_a_link_that_leads_nowhere_good_is_refused(found, tmp_path, target):
    (tmp_path / "outside.yml").write_text("name: x\n", "utf-8")
    assert found(link_to(target)) == [("content/actors/nils.yml", "unreadable")]


def test_a_link_to_a_file_of_the_project_is_read(base, write, findings):
    (base / "content/actors/nils-aker.yml").rename(base / "aker.yml")
    (base / "content/actors/nils-aker.yml").symlink_to("../../aker.yml")
    assert findings(base) == []


def test_a_kind_whose_folder_is_a_link_is_refused_and_not_followed(base):
    link_to("/etc")(base, "content/places")
    found = [(one.location.path, one.rule) for one in check_dossier(base).findings if one.rule != "unknown-reference"]
    assert found == [("content/places", "unreadable")]


def test_a_kind_whose_folder_is_a_file_is_refused(base):
    shutil.rmtree(base / "content/places")
    (base / "content/places").write_text("", "utf-8")
    found = [(one.location.path, one.rule) for one in check_dossier(base).findings if one.rule != "unknown-reference"]
    assert found == [("content/places", "unknown-folder")]


@pytest.mark.parametrize(("path", "near"), [("content/actorz/x.yml", "actors"), ("content/dosier.yml", "dossier.yml")])
def test_what_is_no_kind_is_refused_with_the_nearest_proposed(write, path, near):
    [finding] = check_dossier(write(path, "name: x\n")).findings
    assert (finding.location.path, finding.rule) == ("/".join(path.split("/")[:2]), "unknown-folder")
    assert f"did you mean `{near}`?" in finding.message


def test_settings_are_needed(found):
    assert found(lambda root: (root / "content/dossier.yml").unlink()) == [("content/dossier.yml", "unreadable")]


def test_a_folder_is_no_file(found):
    def change(root):
        (root / "content/dossier.yml").unlink()
        (root / "content/dossier.yml").mkdir()

    assert found(change) == [("content/dossier.yml", "unreadable")]


def test_settings_are_held_to_their_shape(write, findings):
    root = write(
        "content/dossier.yml", "title: t\nlanguage: English\ndescription: d\norganization: o\nsides: []\npolcy: {}\n"
    )
    assert findings(root) == [
        ("content/dossier.yml", 2, 11, "wrong-value"),
        ("content/dossier.yml", 6, 1, "unknown-key"),
    ]


def test_a_missing_text_is_found_at_its_name_with_the_nearest_proposed(base):
    (base / "seeds/ledger.txt").rename(base / "seeds/leger.txt")
    [finding] = check_dossier(base).findings
    assert (tuple(finding.location), finding.rule) == (("content/sources/ledger.yml", 3, 7), "seed-missing")
    assert "did you mean `leger.txt`?" in finding.message


def test_a_text_that_is_not_utf_8_is_found_at_its_byte(write, findings):
    assert findings(write("seeds/ledger.txt", "Né\nNé".encode() + b"\xe9")) == [("seeds/ledger.txt", 2, 3, "encoding")]


def test_a_text_outside_of_the_project_is_refused(found):
    found_there = found(lambda root: link_to("/etc/hostname")(root, "seeds/ledger.txt"))
    assert found_there == [("seeds/ledger.txt", "unreadable")]


def test_a_text_keeps_its_line_ends(write, base):
    write("seeds/ledger.txt", b"One.\r\nTwo.\rThree.\n\n")
    assert check_dossier(base).graph.dossier.source_texts["ledger.txt"].text == "One.\r\nTwo.\rThree.\n\n"


def test_one_run_reports_the_faults_of_all_files_in_order(write, findings):
    write("content/actors/nils-aker.yml", "name: x\nname: y\n")
    write("content/actors/Big.yml", "")
    write("content/places/port-brenn.yml", "a: b\n- c\n")
    root = write("content/events/opening.yml", "title: x\nsummary: y\nreview: z\n")
    found = findings(root)
    assert [one.rule for one in found] == ["file-name", "duplicate-key", "missing-key", "wrong-value", "yaml-syntax"]
    assert found == sorted(found)


def test_an_original_that_is_missing_is_named_where_its_source_names_it(add, findings):
    root = add("content/sources/ledger.yml", original={"file": "ledger.html", "sha256": "0" * 64})
    assert findings(root) == [("content/sources/ledger.yml", 15, 9, "seed-missing")]


def test_an_original_that_is_too_large_is_a_finding(add, write, findings):
    write("seeds/ledger.html", b"x" * (16 * 1024 * 1024 + 1))
    root = add("content/sources/ledger.yml", original={"file": "ledger.html", "sha256": "0" * 64})
    assert findings(root) == [("seeds/ledger.html", 1, 1, "too-large")]
