"""The folders of a dossier: which files are records, and which files are unexpected."""

import shutil

import pytest
from dossier.pipeline import check_dossier

NAMES = [
    *("nils.yaml", "Nils.yml", "nils aker.yml", "nils_aker.yml", "nïls.yml", "-nils.yml", "nils--aker.yml"),
    *("con.yml", "lpt1.yml", "index.yml", "notes.txt", "nils.yml.orig", "n" * 100 + ".yml"),
]


@pytest.fixture
def check(findings, base):
    """Return a function that changes the base dossier and returns the findings as (path, rule)."""

    def apply(change):
        change(base)
        found = findings(base)
        assert {(finding.line, finding.column) for finding in found if finding.rule != "seed-missing"} <= {(1, 1)}
        return [(finding.path, finding.rule) for finding in found]

    return apply


def link_to(target):
    """Return a change that replaces a folder or file by a symbolic link."""

    def change(root, path="content/actors/nils.yml"):
        shutil.rmtree(root / path) if (root / path).is_dir() else (root / path).unlink(missing_ok=True)
        (root / path).symlink_to(target)

    return change


def without_unknown_references(root):
    found = check_dossier(root).findings
    return [(finding.location.path, finding.rule) for finding in found if finding.rule != "unknown-reference"]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_with_an_invalid_name_is_reported(write, findings, base, name):
    write(f"content/actors/{name}", (base / "content/actors/nils-aker.yml").read_text("utf-8"))
    assert findings(base) == [(f"content/actors/{name}", 1, 1, "file-name")]


def test_a_file_with_another_suffix_is_the_only_finding(check):
    def change(root):
        (root / "content/actors/nils-aker.yml").rename(root / "content/actors/nils-aker.yaml")

    assert check(change) == [("content/actors/nils-aker.yaml", "file-name")]


def test_sub_folders_have_any_name(base, findings):
    (base / "content/actors/City Hall/b").mkdir(parents=True)
    (base / "content/actors/rolf-brandt.yml").rename(base / "content/actors/City Hall/b/rolf-brandt.yml")
    assert findings(base) == []


@pytest.mark.parametrize("path", ["content/actors/.nils.yml.swp", "content/.DS_Store", "seeds/.DS_Store"])
def test_a_dot_file_is_ignored(write, findings, path):
    assert findings(write(path, b"\0")) == []


def test_a_text_that_no_source_names_is_reported(write, findings):
    assert findings(write("seeds/extra.txt", "A text.\n")) == [("seeds/extra.txt", 1, 1, "seed-unused")]


def test_a_duplicate_id_in_a_sub_folder_is_reported(write, findings, base):
    write("content/actors/sub/nils-aker.yml", (base / "content/actors/nils-aker.yml").read_text("utf-8"))
    assert findings(base) == [("content/actors/sub/nils-aker.yml", 1, 1, "duplicate-id")]


def test_two_kinds_may_have_the_same_id(write, findings, base):
    write("content/places/nils-aker.yml", (base / "content/places/port-brenn.yml").read_text("utf-8"))
    rules = {finding.rule for finding in findings(base)}
    assert ("orphan-record" in rules, "duplicate-id" in rules) == (True, False)


@pytest.mark.parametrize("target", ["/etc/hostname", "/etc", "../../../outside.yml", "nils.yml", "nowhere.yml", ".."])
def test_a_link_out_of_the_project_or_to_no_file_is_reported(check, tmp_path, target):
    (tmp_path / "outside.yml").write_text("name: x\n", "utf-8")
    assert check(link_to(target)) == [("content/actors/nils.yml", "unreadable")]


def test_a_link_to_a_file_of_the_project_is_read(base, write, findings):
    (base / "content/actors/nils-aker.yml").rename(base / "aker.yml")
    (base / "content/actors/nils-aker.yml").symlink_to("../../aker.yml")
    assert findings(base) == []


def test_a_folder_that_is_a_link_is_reported_and_not_followed(base):
    link_to("/etc")(base, "content/places")
    assert without_unknown_references(base) == [("content/places", "unreadable")]


def test_a_file_in_place_of_a_folder_is_reported(base):
    shutil.rmtree(base / "content/places")
    (base / "content/places").write_text("", "utf-8")
    assert without_unknown_references(base) == [("content/places", "unknown-folder")]


@pytest.mark.parametrize(("path", "near"), [("content/actorz/x.yml", "actors"), ("content/dosier.yml", "dossier.yml")])
def test_an_unexpected_entry_is_reported_with_a_suggestion(write, path, near):
    [finding] = check_dossier(write(path, "name: x\n")).findings
    assert (finding.location.path, finding.rule) == ("/".join(path.split("/")[:2]), "unknown-folder")
    assert f"did you mean `{near}`?" in finding.message


def test_settings_are_required(check):
    assert check(lambda root: (root / "content/dossier.yml").unlink()) == [("content/dossier.yml", "unreadable")]


def test_a_folder_in_place_of_the_settings_is_reported(check):
    def change(root):
        (root / "content/dossier.yml").unlink()
        (root / "content/dossier.yml").mkdir()

    assert check(change) == [("content/dossier.yml", "unreadable")]


def test_settings_are_validated(write, findings):
    root = write(
        "content/dossier.yml",
        "format: 2\ntitle: t\nlanguage: English\ndescription: d\norganization: o\nsides: []\npolcy: {}\n",
    )
    assert findings(root) == [
        ("content/dossier.yml", 3, 11, "wrong-value"),
        ("content/dossier.yml", 7, 1, "unknown-key"),
    ]


def test_a_wrong_setting_hides_no_finding_of_the_rules(base, write, findings):
    settings = (base / "content/dossier.yml").read_text("utf-8")
    lead = "lead: ['The walk-out had 400 dockers.[^event:walk-out]']\n"
    found = findings(write("content/dossier.yml", f"{settings}{lead}report_errors_to: nobody\n"))
    assert {rule for path, _, _, rule in found if path == "content/dossier.yml"} >= {
        "wrong-value",
        "prose-figure-unsupported",
    }


@pytest.mark.parametrize(
    ("before", "after", "line", "column", "message"),
    [
        ("format: 2\n", "", 1, 1, "the content has format 1: run `dossier migrate`"),
        ("format: 2\n", "format: 1\n", 1, 9, "the content has format 1: run `dossier migrate`"),
        ("format: 2\n", "format: 3\n", 1, 9, "expected 2, got `3`: use the release that reads this format"),
    ],
)
def test_content_of_another_format_is_one_finding(base, write, before, after, line, column, message):
    settings = (base / "content/dossier.yml").read_text("utf-8")
    write("content/actors/broken.yml", "name: [\n")
    [finding] = check_dossier(write("content/dossier.yml", settings.replace(before, after))).findings
    assert str(finding) == f"content/dossier.yml:{line}:{column}: {message} [content-format]"


def test_a_missing_text_is_reported_at_its_name_with_a_suggestion(base):
    (base / "seeds/ledger.txt").rename(base / "seeds/leger.txt")
    [finding] = check_dossier(base).findings
    assert (tuple(finding.location), finding.rule) == (("content/sources/ledger.yml", 3, 7), "seed-missing")
    assert "did you mean `leger.txt`?" in finding.message


def test_a_text_that_is_not_utf_8_is_reported_at_its_byte(write, findings):
    assert findings(write("seeds/ledger.txt", "Né\nNé".encode() + b"\xe9")) == [("seeds/ledger.txt", 2, 3, "encoding")]


def test_a_text_outside_the_project_is_reported(check):
    found = check(lambda root: link_to("/etc/hostname")(root, "seeds/ledger.txt"))
    assert found == [("seeds/ledger.txt", "unreadable")]


def test_a_text_keeps_its_line_ends(write, base):
    write("seeds/ledger.txt", b"One.\r\nTwo.\rThree.\n\n")
    assert check_dossier(base).graph.dossier.source_texts["ledger.txt"].text == "One.\r\nTwo.\rThree.\n\n"


def test_one_run_reports_the_faults_of_all_files_in_order(write, findings):
    write("content/actors/nils-aker.yml", "name: x\nname: y\n")
    write("content/actors/Big.yml", "")
    write("content/places/port-brenn.yml", "a: b\n- c\n")
    root = write("content/events/opening.yml", "title: x\nsummary: y\nreview: z\n")
    found = findings(root)
    assert [finding.rule for finding in found] == [
        "file-name",
        "duplicate-key",
        "missing-key",
        "wrong-value",
        "yaml-syntax",
    ]
    assert found == sorted(found)


def test_a_missing_original_is_reported_at_its_name(add, findings):
    root = add("content/sources/ledger.yml", original={"file": "ledger.html", "sha256": "0" * 64})
    assert findings(root) == [("content/sources/ledger.yml", 15, 9, "seed-missing")]


def test_an_original_that_is_too_large_is_reported(add, write, findings):
    write("seeds/ledger.html", b"x" * (16 * 1024 * 1024 + 1))
    root = add("content/sources/ledger.yml", original={"file": "ledger.html", "sha256": "0" * 64})
    assert findings(root) == [("seeds/ledger.html", 1, 1, "too-large")]


def test_names_that_differ_in_case_only_are_reported(base, write, findings):
    write("seeds/LEDGER.txt", (base / "seeds/ledger.txt").read_bytes())
    write("content/pages/About.md", "# About\n")
    assert findings(base) == [
        ("content/pages/about.md", 1, 1, "file-name"),
        ("seeds/ledger.txt", 1, 1, "file-name"),
    ]


def test_a_seed_in_another_case_is_missing_on_every_system(base, findings):
    (base / "seeds/ledger.txt").rename(base / "seeds/Ledger.txt")
    assert [finding[3] for finding in findings(base)] == ["seed-missing"]


def test_a_name_that_is_too_long_for_a_file_is_missing(base, findings):
    record = base / "content/sources/ledger.yml"
    record.write_text(record.read_text("utf-8").replace("ledger.txt", f"{'x' * 3000}.txt"), "utf-8")
    assert [finding[3] for finding in findings(base)] == ["seed-missing"]
