"""What cannot be read makes no noise in what can: one fault is one finding."""

import pytest


def records(base):
    return sorted(base.glob("content/*/*.yml"))


@pytest.mark.parametrize("at", range(15))
def test_a_broken_record_is_the_only_finding(base, findings, at):
    file = records(base)[at]
    file.write_text(file.read_text("utf-8") + "surprise: here\n", "utf-8")
    assert [(base / one.path, one.rule) for one in findings(base)] == [(file, "unknown-key")]


@pytest.mark.parametrize("seed", ["gazette.txt", "ledger.txt"])
def test_a_missing_text_is_the_only_finding(base, findings, seed):
    (base / "seeds" / seed).unlink()
    assert [one.rule for one in findings(base)] == ["seed-missing"]


LOG = """title: The log of the port
kind: document
grade: {letter: F, reason: Nobody here has read it.}
summary: What the officials wrote.
passages:
  - source: ledger
    exact: Port officials counted them.
review: published
"""


def test_what_a_broken_source_rests_on_is_not_asked_for(base, write, findings):
    write("content/sources/port-log.yml", LOG)
    for file, old, new in (
        ("sources/wire-report", "kind: news", "kind: news\nrests_on: [port-log]\nsurprise: here"),
        ("sources/gazette", "kind: news", "kind: news\nrests_on: [port-log]"),
        ("numbers/gone-567", "[wire-report, port", "[wire-report, port-log, port"),
        ("dossier", "overlap: 12", "overlap: 9"),
        ("disagreements/how-many", "confidence: high", "confidence: high\nsame_origin: Both go back to the log."),
    ):
        write(f"content/{file}.yml", (base / f"content/{file}.yml").read_text("utf-8").replace(old, new))
    assert [one.rule for one in findings(base)] == ["unknown-key"]


def test_every_record_of_the_small_dossier_is_broken_once(base):
    assert len(records(base)) == 15


def test_the_side_of_an_actor_is_not_asked_for_where_the_settings_are_broken(base, findings, write):
    write("content/dossier.yml", "title: [\n")
    assert [(one.path, one.rule) for one in findings(base)] == [("content/dossier.yml", "yaml-syntax")]
