"""`dossier migrate`: format 1 becomes format 2, nothing is lost, and no evidence is guessed."""

import pytest
from dossier.io.yaml_reader import read_yaml

SETTINGS, QUESTION = "content/dossier.yml", "content/disagreements/how-many.yml"
WALK_OUT, HOLM = "content/events/walk-out.yml", "content/actors/eva-holm.yml"
TWO_PASSAGES = """\
passages:
  # The first report.
  - source: gazette
    exact: More than 500 dockers left the port on Jan. 23
  - source: gazette
    exact: He gave the dockers 72 hours.
review: published
"""


def summary_of(path, summary, passages=TWO_PASSAGES):
    """Return the text of a record of format 1 with this summary."""
    return f"title: The walk-out\nstatus: reported\nsummary: >-\n  {summary}\n{passages}"


@pytest.fixture
def old(base):
    """The small dossier in format 1."""
    settings = (base / SETTINGS).read_text("utf-8").removeprefix("format: 2\n")
    lead = (
        "lead:\n"
        "  - # The beginning.\n"
        "    statement: >-\n"
        "      [[event:walk-out|Dockers left]] Port Brenn.\n"
        "    # To be extended.\n"
        "    rests_on: [event:walk-out]\n"
    )
    (base / SETTINGS).write_text(f"# Settings.\n{settings}{lead}", "utf-8")
    question = (base / QUESTION).read_text("utf-8")
    question = question.replace(
        "500.[^number:more-than-500]", "500.\n    # One text.\n    rests_on: [number:more-than-500]"
    )
    question = question.replace("less.[^number:gone-567]", "less.\n    rests_on: [number:gone-567]")
    (base / QUESTION).write_text(question.replace("[^editor]", ""), "utf-8")
    for source in ("gazette", "ledger"):
        file = base / f"content/sources/{source}.yml"
        file.write_text(file.read_text("utf-8").replace("[^editor]", ""), "utf-8")
    return base


def value(root, path):
    return read_yaml((root / path).read_text("utf-8"), path).value


def migrate(run, *arguments):
    code, out, err = run("migrate", *arguments)
    assert code == 0, err
    return out, err


def test_the_settings_get_the_format_and_paragraphs_with_marks(run, old):
    migrate(run)
    assert value(old, SETTINGS)["format"] == "2"
    assert value(old, SETTINGS)["lead"] == ["[[event:walk-out|Dockers left]] Port Brenn.[^event:walk-out]"]
    text = (old / SETTINGS).read_text("utf-8")
    assert text.startswith("# Settings.\nformat: 2\ntitle: ")
    assert "  # The beginning.\n  # To be extended.\n  - >-\n" in text


def test_a_position_gets_marks_for_everything_it_rested_on(run, old):
    migrate(run)
    assert value(old, QUESTION)["positions"] == [
        {"statement": "More than 500.[^number:more-than-500]"},
        {"statement": "567, no less.[^number:gone-567]"},
    ]
    assert "  # One text.\n  - statement: More" in (old / QUESTION).read_text("utf-8")


def test_a_position_with_records_and_passages_gets_marks_for_both(run, old, write):
    text = (old / QUESTION).read_text("utf-8")
    passage = "    passages:\n      - source: ledger\n        exact: Port officials counted them.\n"
    write(QUESTION, text.replace("    rests_on: [number:gone-567]\n", f"    rests_on: [number:gone-567]\n{passage}"))
    migrate(run)
    position = value(old, QUESTION)["positions"][1]
    assert position["statement"] == "567, no less.[^port-officials][^number:gone-567]"
    assert position["passages"] == [
        {"label": "port-officials", "source": "ledger", "exact": "Port officials counted them."}
    ]


def test_a_summary_of_one_sentence_gets_the_marks_of_all_passages(run, old, write):
    write(WALK_OUT, summary_of(WALK_OUT, "They left and were given time."))
    migrate(run)
    record = value(old, WALK_OUT)
    labels = [passage["label"] for passage in record["passages"]]
    assert record["summary"] == "They left and were given time." + "".join(f"[^{label}]" for label in labels)
    assert "  # The first report.\n  - label: " in (old / WALK_OUT).read_text("utf-8")


def test_a_summary_of_a_record_with_one_passage_stays_as_it_is(run, old):
    before = (old / HOLM).read_bytes()
    migrate(run)
    assert (old / HOLM).read_bytes() == before


def test_a_sentence_gets_a_mark_if_its_words_leave_one_choice_and_is_left_otherwise(run, old, write):
    write(
        WALK_OUT, summary_of(WALK_OUT, "More than 500 dockers left the port. They had a reason. He gave them 72 hours.")
    )
    out, err = migrate(run)
    port, gave = (passage["label"] for passage in value(old, WALK_OUT)["passages"])
    assert value(old, WALK_OUT)["summary"] == (
        f"More than 500 dockers left the port.[^{port}] They had a reason.[^todo] He gave them 72 hours.[^{gave}]"
    )
    lines = (old / WALK_OUT).read_text("utf-8").splitlines()
    row = next(row for row, line in enumerate(lines, 1) if "They had" in line)
    column = lines[row - 1].index("They had") + 1
    assert f"{WALK_OUT}:{row}:{column}: They had a reason.\n" in out
    assert err == (
        "7 statements marked in 5 files, 2 left to you\n"
        "of these, 2 are marked `[^editor]`: their records have no passages\n"
        "Next: replace each `[^todo]` with marks for its evidence; `dossier check` lists them\n"
    )


def test_what_is_left_is_a_finding_at_its_place(run, old, findings):
    migrate(run)
    line = (old / QUESTION).read_text("utf-8").split("[^todo]")[0].count("\n") + 1
    found = [(path, row, rule) for path, row, _, rule in findings(old)]
    assert (QUESTION, line, "unknown-label") in found
    assert {path for path, *_ in found} <= {QUESTION, "content/sources/ledger.yml"}


def test_candidates_are_listed_with_the_words_they_share(run, old, write):
    write(WALK_OUT, summary_of(WALK_OUT, "Port dockers. Dockers left the port and had 72 hours."))
    out, _ = migrate(run)
    port, gave = (passage["label"] for passage in value(old, WALK_OUT)["passages"])
    assert (
        f": Dockers left the port and had 72 hours.\n  [^{port}]: Dockers, left, port\n  [^{gave}]: 72 hours, Dockers\n"
        in out
    )


def lead_of(*sentences, rests_on):
    """Return the lead of format 1 with one paragraph of these sentences."""
    lines = "".join(f"      {sentence}\n" for sentence in sentences)
    return f"lead:\n  - statement: >-\n{lines}    rests_on: {rests_on}\n"


@pytest.fixture
def migrate_lead(old, write, run):
    """Migrate the small dossier with this lead; return the paragraph, the comment above it and the output."""

    def migrate_paragraph(*sentences, rests_on):
        settings = (old / SETTINGS).read_text("utf-8").split("lead:")[0]
        write(SETTINGS, settings + lead_of(*sentences, rests_on=rests_on))
        out, _ = migrate(run)
        [paragraph] = value(old, SETTINGS)["lead"]
        comments = [line.strip() for line in (old / SETTINGS).read_text("utf-8").splitlines() if "# Records" in line]
        return paragraph, comments, out

    return migrate_paragraph


def test_a_paragraph_keeps_every_record(migrate_lead):
    paragraph, comments, out = migrate_lead(
        "[[event:walk-out|They left]]. [[number:gone-567]] or [[number:more-than-500]] had gone.",
        "It [[event:opening|opened]].",
        rests_on="[event:walk-out, number:gone-567, number:more-than-500, event:opening, quote:good-day]",
    )
    assert paragraph == (
        "[[event:walk-out|They left]].[^event:walk-out] "
        "[[number:gone-567]] or [[number:more-than-500]] had gone.[^todo] "
        "It [[event:opening|opened]].[^event:opening]"
    )
    assert comments == ["# Records without a mark: number:gone-567, number:more-than-500, quote:good-day."]
    assert "had gone.\n  [^number:gone-567]\n  [^number:more-than-500]\n  [^quote:good-day]\n" in out


def test_a_paragraph_of_sentences_that_link_no_record_gets_no_evidence(migrate_lead):
    paragraph, comments, out = migrate_lead("They left.", "It opened.", rests_on="[event:walk-out, event:opening]")
    assert paragraph == "They left.[^todo] It opened.[^todo]"
    assert comments == ["# Records without a mark: event:walk-out, event:opening."]
    assert out.count("  [^event:walk-out]\n  [^event:opening]\n") == 2


def test_a_record_that_is_left_over_makes_the_last_sentence_an_open_one(migrate_lead):
    paragraph, comments, out = migrate_lead(
        "[[event:walk-out|They left]].",
        "It [[event:opening|opened]].",
        rests_on="[event:walk-out, event:opening, quote:good-day]",
    )
    assert paragraph.endswith(".[^event:walk-out] It [[event:opening|opened]].[^event:opening][^todo]")
    assert comments == ["# Records without a mark: quote:good-day."]
    assert "It [[event:opening|opened]].\n  [^quote:good-day]\n" in out


def test_equal_sentences_have_locations_of_their_own(migrate_lead):
    _, _, out = migrate_lead("They left.", "It opened.", "They left.", rests_on="[event:walk-out, event:opening]")
    locations = [line.split(": ")[0] for line in out.splitlines() if line.endswith(": They left.")]
    assert len(locations) == len(set(locations)) == 2


def test_settings_without_anything_but_their_format_are_an_error(run, old, write):
    write(SETTINGS, "format: 1\n")
    code, _, err = run("migrate")
    assert code == 2
    assert "dossier: content/dossier.yml:1:1: missing key `title`" in err


def test_comments_on_the_format_are_kept(run, old, write):
    write(SETTINGS, "# The old one.\nformat: 1 # Really.\n" + (old / SETTINGS).read_text("utf-8"))
    migrate(run)
    assert "# The old one.\nformat: 2  # Really.\n" in (old / SETTINGS).read_text("utf-8")


@pytest.mark.parametrize("rests_on", ["", "{event: walk-out}", "[[event:walk-out]]", "['', event:walk-out]"])
def test_evidence_that_is_no_reference_is_an_error(run, old, write, rests_on):
    settings = (old / SETTINGS).read_text("utf-8").split("lead:")[0]
    text = settings + lead_of("They left.", rests_on=rests_on)
    write(SETTINGS, text)
    code, out, err = run("migrate")
    assert (code, out) == (2, "")
    line = text.splitlines().index(f"    rests_on: {rests_on}") + 1
    assert f"dossier: {SETTINGS}:{line}:" in err
    assert ": rests_on: write a reference, such as `event:walk-out`, or several" in err


def test_an_empty_list_of_evidence_is_none(migrate_lead):
    assert migrate_lead("They left.", rests_on="[]")[0] == "They left.[^todo]"


def test_a_dossier_of_format_2_is_left_alone(run, old):
    migrate(run)
    after = {file: file.read_bytes() for file in (old / "content").rglob("*.yml")}
    assert run("migrate") == (0, "", "the content has format 2 already: nothing to convert\n")
    assert all(file.read_bytes() == data for file, data in after.items())


def test_an_unknown_format_is_refused(run, old, write):
    write(SETTINGS, "format: 3\n" + (old / SETTINGS).read_text("utf-8"))
    assert run("migrate") == (
        2,
        "",
        "dossier: content/dossier.yml: unknown format `3`: use the release that reads it\n",
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [("title: [\n", f"{WALK_OUT}:2:1: not YAML"), ("title: A\nstatus: lost\n", f"{WALK_OUT}:2:9: status: expected")],
)
def test_nothing_changes_if_one_file_cannot_be_read(run, old, write, text, message):
    write(WALK_OUT, text)
    before = {file: file.read_bytes() for file in old.rglob("*.yml")}
    code, out, err = run("migrate")
    assert (code, out) == (2, "")
    assert message in err
    assert all(file.read_bytes() == data for file, data in before.items())


def test_settings_are_required(run, old):
    (old / SETTINGS).unlink()
    assert run("migrate") == (
        2,
        "",
        "dossier: content/dossier.yml cannot be read: it says which format the content has\n",
    )


def test_a_dry_run_shows_a_diff_and_changes_nothing(run, old):
    before = {file: file.read_bytes() for file in old.rglob("*.yml")}
    out, err = migrate(run, "--dry-run")
    assert f"--- a/{SETTINGS}\n+++ b/{SETTINGS}\n" in out
    assert "+format: 2\n" in out
    assert "1 left to you" in err
    assert all(file.read_bytes() == data for file, data in before.items())


def test_line_ends_are_kept(run, old, write):
    write(QUESTION, (old / QUESTION).read_text("utf-8").replace("\n", "\r\n").encode())
    migrate(run)
    text = (old / QUESTION).read_bytes()
    assert text.count(b"\n") == text.count(b"\r\n") > 5
