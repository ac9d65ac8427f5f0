"""One fault is one finding: later phases of rules do not report what follows from an earlier finding."""

import hashlib

import pytest

RECORDS = 15
NUMBER = "numbers/gone-567.yml"
LOG = """title: The log of the port
kind: document
grade: {letter: F, reason: Nobody here has read it.}
summary: What the officials wrote.
passages:
  - source: ledger
    exact: Port officials counted them.
review: published
"""


@pytest.fixture
def record_files(base):
    return sorted(base.glob("content/*/*.yml"))


@pytest.fixture
def replace(base, write):
    """Replace words in a file below `content/`."""

    def replace_words(file, old, new):
        text = (base / "content" / file).read_text("utf-8")
        assert old in text
        write(f"content/{file}", text.replace(old, new))

    return replace_words


@pytest.fixture
def rules_reported(base, findings):
    """Return the path and rule of each finding in the small dossier."""
    return lambda: [(finding.path.removeprefix("content/"), finding.rule) for finding in findings(base)]


@pytest.mark.parametrize("index", range(RECORDS))
def test_an_unreadable_record_is_the_only_finding(base, findings, record_files, index):
    file = record_files[index]
    file.write_text(file.read_text("utf-8") + "surprise: here\n", "utf-8")
    assert [(base / finding.path, finding.rule) for finding in findings(base)] == [(file, "unknown-key")]


def test_every_record_of_the_small_dossier_is_made_unreadable_once(record_files):
    assert len(record_files) == RECORDS


FAULTS = {
    "a syntax error": "summary: [\n",
    "an unknown key": "surprise: here\n",
    "a tab": "\tsurprise\n",
    "an escape": 'surprise: "\\u00e9"\n',
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
@pytest.mark.parametrize("index", range(RECORDS))
def test_a_fault_in_one_file_hides_no_mention_that_its_record_cannot_cover(base, findings, record_files, fault, index):
    settings = base / "content/dossier.yml"
    settings.write_text(settings.read_text("utf-8").replace("policy:", "policy:\n  coverage: true"), "utf-8")
    (base / "seeds/log.txt").write_text("Kari Nord of Kell saw 4711 men on 3 May 1987.\n", "utf-8")
    digest = hashlib.sha256((base / "seeds/log.txt").read_bytes()).hexdigest()
    fields = f"text: log.txt\nsha256: {digest}\nrights: {{show: whole, statement: Ours.}}\npassages:"
    (base / "content/sources/port-log.yml").write_text(LOG.replace("passages:", fields), "utf-8")
    clean = findings(base)
    assert [finding.rule for finding in clean if finding.path == "seeds/log.txt"] == ["uncovered-mention"] * 3
    file = record_files[index]
    file.write_text(file.read_text("utf-8") + fault, "utf-8")
    found = findings(base)
    assert [finding for finding in clean if finding.path == "seeds/log.txt" and finding not in found] == []
    assert [finding for finding in found if finding not in clean and base / finding.path != file] == []


@pytest.mark.parametrize("text", ["gazette.txt", "ledger.txt"])
def test_a_missing_source_text_is_the_only_finding(base, findings, text):
    (base / "seeds" / text).unlink()
    assert [finding.rule for finding in findings(base)] == ["seed-missing"]


def test_unreadable_settings_are_the_only_finding(write, rules_reported):
    write("content/dossier.yml", "title: [\n")
    assert rules_reported() == [("dossier.yml", "yaml-syntax")]


def test_origins_are_not_judged_while_a_source_is_unreadable(write, replace, rules_reported):
    write("content/sources/port-log.yml", LOG)
    replace("sources/wire-report.yml", "kind: news", "kind: news\nrests_on: [port-log]\nsurprise: here")
    replace("sources/gazette.yml", "kind: news", "kind: news\nrests_on: [port-log]")
    replace("numbers/gone-567.yml", "[wire-report, port", "[wire-report, port-log, port")
    replace("dossier.yml", "overlap: 12", "overlap: 9")
    replace("disagreements/how-many.yml", "confidence: high", "confidence: high\nsame_origin: Both cite the log.")
    assert rules_reported() == [("sources/wire-report.yml", "unknown-key")]


def test_prose_is_checked_once_the_passages_of_its_record_are_found(replace, rules_reported):
    replace(NUMBER, "summary: 567 had gone.", "summary: 568 had gone.")
    assert rules_reported() == [(NUMBER, "prose-figure-unsupported")]
    replace(NUMBER, "exact: 567 dockers had gone", "exact: 567 dockers had fled")
    assert rules_reported() == [(NUMBER, "passage-absent")]


def test_prose_is_checked_once_the_references_of_its_record_resolve(replace, rules_reported):
    replace(NUMBER, "summary: 567 had gone.", "summary: 568 had gone.")
    replace(NUMBER, "counted_by: port-officials", "counted_by: port-official")
    assert rules_reported() == [(NUMBER, "unknown-reference")]


def test_a_figure_is_checked_whatever_the_references_of_its_record(replace, rules_reported):
    replace(NUMBER, "value: 567", "value: 568")
    replace(NUMBER, "counted_by: port-officials", "counted_by: port-official")
    assert rules_reported() == [(NUMBER, "number-figure-mismatch"), (NUMBER, "unknown-reference")]


def test_a_figure_is_checked_once_the_words_of_its_record_are_found(replace, rules_reported):
    replace(NUMBER, "value: 567\n", "value: 568\nwords: dozens\n")
    assert rules_reported() == [(NUMBER, "number-words-not-found")]


def test_a_finding_in_one_record_hides_none_in_another(replace, rules_reported):
    replace(NUMBER, "exact: 567 dockers had gone", "exact: 567 dockers had fled")
    replace("events/walk-out.yml", "summary: Dockers left the port.", "summary: 568 dockers left the port.")
    assert rules_reported() == [("events/walk-out.yml", "prose-figure-unsupported"), (NUMBER, "passage-absent")]
