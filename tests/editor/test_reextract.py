"""A text is what its original contains: `check` extracts it again, and `reextract` adopts a newer extraction."""

import hashlib
from pathlib import Path

import pytest
import yaml
from dossier.documents.reading import READER_BY_ID
from dossier.editor.formatter import format_files

from tests.documents.pdf_builder import PdfBuilder, text

PAGE = Path(__file__).with_name("page.html").read_bytes()
SOURCE, TEXT = "content/sources/ships.yml", "seeds/ships.txt"
RULE = "text-not-from-original"
OLDER = "0, trafilatura 1.0"
NUMBER = """\
value: 300
qualifier: more than
unit: dockers
measure:
  what: dockers who left
  where: port-brenn
status: reported
summary: More than 300 left.
passages:
  - source: ships
    exact: more than 300 dockers left the port
about: [event:walk-out]
review: published
"""


@pytest.fixture
def ships(run, base, tmp_path, write):
    """The small dossier with a web page as the source `ships`, published, and a number that cites it."""
    (tmp_path / "page.html").write_bytes(PAGE)
    run("add", "source", str(tmp_path / "page.html"), "--id", "ships", "--kind", "news")
    edit(base, SOURCE, "review: draft", "review: published")
    write("content/numbers/left.yml", NUMBER)
    return base


def edit(base, path, old, new):
    file = base / path
    assert old in file.read_text("utf-8")
    file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")


def record(base):
    return yaml.load((base / SOURCE).read_text("utf-8"), yaml.CBaseLoader)


def change_text(base, old, new):
    """Change the text, and pin it as it is now."""
    before = hashlib.sha256((base / TEXT).read_bytes()).hexdigest()
    edit(base, TEXT, old, new)
    edit(base, SOURCE, f"sha256: {before}", f"sha256: {hashlib.sha256((base / TEXT).read_bytes()).hexdigest()}")


def use_older_version(base):
    edit(base, SOURCE, READER_BY_ID["html"].version, OLDER)


def differing(findings, base):
    return [finding for finding in findings(base) if finding.rule == RULE]


def test_a_text_as_it_was_extracted_has_no_finding(ships, findings):
    assert differing(findings, ships) == []


def test_a_word_changed_in_a_text_is_found_although_its_hash_is_pinned(ships, findings, run):
    change_text(ships, "the cranes were idle", "the cranes were busy")
    (finding,) = differing(findings, ships)
    assert (finding.path, finding.line) == (SOURCE, line_of(ships, "file: ships.html"))
    _, out, _ = run("check")
    assert (
        "differs from seeds/ships.html in line 2, `cranes were busy for the` instead of `cranes were idle for the`"
        in out
    )


def test_a_difference_in_a_long_line_without_spaces_is_shown(ships, run):
    change_text(ships, "the cranes were idle", "the cranes;" + "were;" * 20 + "idle")
    _, out, _ = run("check")
    start = out.index("differs from seeds/ships.html in line 2, `")
    _, ours, _, theirs, *_ = out[start:].split("`")
    assert "cranes;were;" in ours
    assert ours.endswith("…")
    assert "cranes were idle" in theirs


def test_another_version_that_extracts_another_text_is_reported(ships, run):
    change_text(ships, "the cranes were idle", "the cranes were busy")
    use_older_version(ships)
    _, _, err = run("check")
    now = READER_BY_ID["html"].version
    assert f"{SOURCE}: extracted by html {OLDER}; html {now} reads it otherwise: in line 2, `" in err
    assert "to adopt it: dossier reextract ships\n" in err


def test_another_version_that_extracts_the_same_text_is_not_reported(ships, run):
    use_older_version(ships)
    _, _, err = run("check")
    assert "reextract" not in err


def line_of(base, words):
    return next(
        number for number, line in enumerate((base / SOURCE).read_text("utf-8").splitlines(), 1) if words in line
    )


def test_another_version_may_have_extracted_another_text(ships, findings):
    change_text(ships, "the cranes were idle", "the cranes were busy")
    use_older_version(ships)
    assert differing(findings, ships) == []


@pytest.mark.parametrize("is_pinned", [True, False])
def test_the_original_of_another_text_is_found(ships, findings, write, is_pinned):
    other = PAGE.replace(b"dockers", b"sailors").replace(b"port", b"army").replace(b" the ", b" a ")
    other = other.replace(b"Eva Holm", b"Ada Lund").replace(b"said", b"says")
    write("seeds/ships.html", other.replace(b"morning", b"night").replace(b" he ", b" she "))
    digest = hashlib.sha256((ships / "seeds/ships.html").read_bytes()).hexdigest()
    edit(ships, SOURCE, hashlib.sha256(PAGE).hexdigest(), digest)
    use_older_version(ships)
    if not is_pinned:
        text = (ships / SOURCE).read_text("utf-8")
        start, end = text.index("  extraction:"), text.index("grade:")
        write(SOURCE, text[:start] + text[end:])
    (finding,) = differing(findings, ships)
    assert finding.line == line_of(ships, "file: ships.html")


def test_an_unknown_reader_is_found(ships, findings):
    edit(ships, SOURCE, "reader: html", "reader: htm")
    (finding,) = differing(findings, ships)
    assert finding.line == line_of(ships, "reader: htm")


def test_an_original_that_cannot_be_read_again_is_found(ships, findings, run, write):
    write("seeds/ships.html", "<html><body></body></html>")
    digest = hashlib.sha256((ships / "seeds/ships.html").read_bytes()).hexdigest()
    edit(ships, SOURCE, hashlib.sha256(PAGE).hexdigest(), digest)
    (finding,) = differing(findings, ships)
    assert finding.line == line_of(ships, "reader: html")
    _, out, _ = run("check")
    assert "its text cannot be extracted again: seeds/ships.html: " in out


@pytest.mark.parametrize("excluded", ["", "The headers and footers of the pages, which the PDF repeats."])
def test_headers_and_footers_of_a_newer_extraction_are_excluded(base, run, tmp_path, excluded):
    builder = PdfBuilder()
    for number in range(1, 4):
        builder.page(
            text(72, 40, f"Harbour news, no. {number}"), text(72, 100, f"On day {number} the quay was closed.")
        )
    (tmp_path / "news.pdf").write_bytes(builder.data())
    run("add", "source", str(tmp_path / "news.pdf"), "--id", "ships", "--kind", "news")
    region = record(base)["excluded"]
    lines = (base / SOURCE).read_text("utf-8").splitlines(keepends=True)
    start = lines.index("excluded:\n")
    end = next(number for number in range(start + 1, len(lines)) if not lines[number].startswith((" ", "-")))
    own = "  - {starts: On day, ends: On day 1, kind: advertisement, reason: An advertisement.}\n"
    old = f"  - {{starts: Harbour, ends: no, kind: boilerplate, reason: '{excluded}'}}\n" if excluded else ""
    (base / SOURCE).write_text("".join([*lines[:start], "excluded:\n", own, old, *lines[end:]]), "utf-8")
    change_text(base, "day 1", "day  1")
    edit(base, SOURCE, READER_BY_ID["pdf"].version, "0, pypdfium2 1.0")
    _, _, err = run("reextract", "ships")
    assert [item["kind"] for item in record(base)["excluded"]] == ["advertisement", "boilerplate"]
    assert record(base)["excluded"][1:] == region
    assert f"Excluded from the evidence: from `{region[0]['starts']}` to `{region[0]['ends']}`.\n" in err
    assert format_files(base, [base / SOURCE]) == ()


def test_a_newer_extraction_is_adopted_and_recorded(ships, run, findings):
    change_text(ships, "It was cold", "It was  cold")
    digest = record(ships)["sha256"]
    use_older_version(ships)
    code, out, err = run("reextract", "ships")
    assert (code, out) == (0, f"{TEXT}\n{SOURCE}\n")
    assert err.endswith("1 passage found in the new text\n")
    assert differing(findings, ships) == []
    assert "It was cold" in (ships / TEXT).read_text("utf-8")
    assert record(ships)["original"]["extraction"]["version"] == READER_BY_ID["html"].version
    (correction,) = record(ships)["corrections"]
    assert digest in correction["was"]
    assert f"by html {OLDER}" in correction["why"]
    assert format_files(ships, [ships / SOURCE]) == ()


def test_a_passage_that_is_lost_is_listed_with_the_closest_words(ships, run):
    change_text(ships, "more than 300 dockers left", "more than 300 dock- ers left")
    edit(ships, "content/numbers/left.yml", "300 dockers left", "300 dock- ers left")
    use_older_version(ships)
    code, _, err = run("reextract", "ships")
    assert code == 1
    assert "content/numbers/left.yml:11:" in err
    assert "closest words are `" in err
    assert err.endswith("1 passage not found: correct them, then run `dossier check`\n")


def test_a_dry_run_changes_nothing(ships, run):
    use_older_version(ships)
    before = {file: file.read_bytes() for file in ships.rglob("*.*")}
    _, out, _ = run("reextract", "ships", "--dry-run")
    assert f"-    version: {OLDER}" in out
    assert before == {file: file.read_bytes() for file in ships.rglob("*.*")}


def test_nothing_changes_where_the_text_is_current(ships, run):
    code, out, err = run("reextract", "ships")
    assert (code, out) == (0, "")
    assert err.endswith("the text is the same, and so is the version of its reader: nothing to change\n")


def test_a_draft_has_no_correction(ships, run):
    edit(ships, SOURCE, "review: published", "review: draft")
    change_text(ships, "It was cold", "It was  cold")
    use_older_version(ships)
    run("reextract", "ships")
    assert "corrections" not in record(ships)


def test_a_text_that_was_changed_by_mistake_is_restored_without_a_correction(ships, run, findings):
    before = (ships / SOURCE).read_text("utf-8")
    edit(ships, TEXT, "the cranes were idle", "the cranes were busy")
    code, out, _ = run("reextract", "ships")
    assert (code, out) == (0, f"{TEXT}\n")
    assert (ships / SOURCE).read_text("utf-8") == before
    assert differing(findings, ships) == []


@pytest.mark.parametrize(
    ("id", "message"),
    [("ship", "no source `ship`; did you mean `ships` ("), ("gazette", "was not extracted from another file")],
)
def test_what_has_no_original_cannot_be_extracted_again(ships, run, id, message):
    code, _, err = run("reextract", id)
    assert code == 2
    assert message in err
