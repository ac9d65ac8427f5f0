"""Files that a merge, a wrong encoding or a program has damaged are reported where they are damaged, and briefly."""

import time

import pytest
from dossier.model.finding import Finding, Location
from dossier.pipeline import MAX_REPORTED, check_dossier, summarize_many

ACTOR = "content/actors/nils-aker.yml"
PAGE = "content/pages/about.md"


@pytest.fixture
def found(base):
    """Return the findings of the small dossier as `path:line:column rule`."""
    return lambda: [f"{finding.location} {finding.rule}" for finding in check_dossier(base).findings]


CONFLICT = "<<<<<<< HEAD\nsummary: A docker.\n=======\nsummary: A pilot.\n>>>>>>> other\n"
RECORDS = [
    ("\n" + CONFLICT, 10),
    (CONFLICT.replace("\n", "\r\n"), 9),
    ("<<<<<<< HEAD\nsummary: A docker.\n||||||| base\nsummary: x\n=======\nsummary: A pilot.\n>>>>>>> other\n", 9),
    (">>>>>>> other\n", 9),
    ("<<<<<<< Updated upstream\n", 9),
    ("=======\n", 9),
    ("# a comment\n<<<<<<<<<<<< longer markers\n", 10),
]


@pytest.mark.parametrize(("text", "line"), RECORDS)
def test_markers_of_a_merge_conflict_in_a_record_are_reported(base, write, found, text, line):
    write(ACTOR, (base / ACTOR).read_text("utf-8") + text)
    assert found() == [f"{ACTOR}:{line}:1 merge-conflict"]


PAGES = [
    ("# About\n\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n", 3),
    ("# About\n\nTwo.\n>>>>>>> 1a2b3c (Say two)\n", 4),
    ("<<<<<<< HEAD\r\nOne.\r\n", 1),
]


@pytest.mark.parametrize(("text", "line"), PAGES)
@pytest.mark.parametrize("name", ["about.md", "more/about.md", "about.html"])
def test_markers_of_a_merge_conflict_in_a_page_are_reported(write, found, text, line, name):
    write(f"content/pages/{name}", text)
    assert found() == [f"content/pages/{name}:{line}:1 merge-conflict"]


CLEAN_PAGES = [
    "Sources\n=======\n\nText.\n",
    "> > > > > > > deep\n\n>>>>>>>\n",
    "|||||||\n|-|-|-|-|-|-|\n||||||| \n",
    "Write `<<<<<<< HEAD` and\n    <<<<<<< HEAD\n",
    "A <- B << C <<<<<< D >>>>>> E\n<<<<<< six\n",
    "\ufeff# About\tus\n",
]


@pytest.mark.parametrize("text", CLEAN_PAGES)
def test_headings_tables_and_quotations_of_a_page_are_no_markers(write, found, text):
    write(PAGE, text)
    assert found() == []


def test_markers_of_a_merge_conflict_in_a_text_are_reported_and_not_read(base, write, found):
    text = (base / "seeds/ledger.txt").read_text("utf-8")
    write("seeds/ledger.txt", f"{text}{CONFLICT}")
    assert found() == [f"seeds/ledger.txt:{text.count(chr(10)) + 1}:1 merge-conflict"]


@pytest.mark.parametrize("line", ["=======", ">>>>>>> quoted", "<<<<<<< arrows", "<<<<<<< HEAD\nA\n>>>>>>> other"])
def test_a_text_may_have_lines_that_look_like_a_marker(base, write, found, line):
    write("seeds/ledger.txt", (base / "seeds/ledger.txt").read_text("utf-8") + line + "\n")
    assert {finding.split()[1] for finding in found()} == {"source-text-changed"}


def test_markers_of_a_merge_conflict_in_the_settings_of_mkdocs_are_reported(write, found):
    write("mkdocs.yml", f"site_name: x\n{CONFLICT}")
    assert found() == ["mkdocs.yml:2:1 merge-conflict"]


@pytest.mark.parametrize(
    ("data", "place"),
    [(b"# About\ncaf\xe9\n", "2:4"), (b"# Ab\0out\n", "1:5"), ("# About\n".encode("utf-16-le"), "1:2")],
)
def test_a_page_in_another_encoding_is_reported(write, found, data, place):
    write(PAGE, data)
    assert found() == [f"{PAGE}:{place} encoding"]


@pytest.mark.parametrize("character", ["\0", "\x07", "\x1b", "\x80"])
def test_a_control_character_in_a_source_text_is_reported(base, write, found, character):
    text = (base / "seeds/gazette.txt").read_text("utf-8")
    write("seeds/gazette.txt", f"{text}\nAnd{character}then.\n")
    line = text.count("\n") + 2
    assert found() == [f"seeds/gazette.txt:{line}:4 encoding"]


def test_very_many_faults_of_a_file_are_counted(base, write):
    start = time.process_time()
    write(ACTOR, (base / ACTOR).read_text("utf-8") + "".join(f"key{count}: 1\n" for count in range(150_000)))
    findings = check_dossier(base).findings
    assert time.process_time() - start < 20
    assert len(findings) == 101
    assert findings[-1].message == "149,900 more faults in this file: correct the others first"


def test_very_many_duplicate_keys_of_a_file_are_counted(base, write):
    write(ACTOR, (base / ACTOR).read_text("utf-8") + "key: 1\n" * 150_000)
    assert len(check_dossier(base).findings) == 101


def test_very_many_findings_of_a_rule_in_a_file_are_counted():
    def finding(line, path="a.yml", rule="x"):
        return Finding(Location(path, line, 1), rule, "message")

    many = [finding(line) for line in range(2000, 0, -1)]
    few = [
        finding(1, rule="y"),
        finding(1, path="b.yml"),
        *(finding(line, "c.yml") for line in range(MAX_REPORTED + 1)),
    ]
    reported = list(summarize_many([*many, *few]))
    assert [finding for finding in reported if finding not in many] == [
        Finding(Location("a.yml", MAX_REPORTED + 1, 1), "x", "1,500 more findings of this rule in this file"),
        *few,
    ]
    assert [finding.location.line for finding in reported[:MAX_REPORTED]] == list(range(1, MAX_REPORTED + 1))


@pytest.mark.parametrize("text", ["seeds/gazette.txt", "seeds/ledger.txt"])
def test_a_text_of_which_only_the_line_ends_differ_is_reported_as_such(base, write, text):
    data = (base / text).read_bytes()
    assert b"\r" not in data
    write(text, data.replace(b"\n", b"\r\n"))
    messages = [finding.message for finding in check_dossier(base).findings if finding.rule == "source-text-changed"]
    assert len(messages) == 1
    assert messages[0].endswith(
        "; only line ends differ: put `seeds/** -text` in .gitattributes, and check it out again"
    )


def test_a_text_of_which_a_line_end_and_a_word_differ_has_changed(base, write):
    data = (base / "seeds/ledger.txt").read_bytes()
    write("seeds/ledger.txt", data.replace(b"\n", b"\r\n") + b"x")
    messages = [finding.message for finding in check_dossier(base).findings if finding.rule == "source-text-changed"]
    assert [message.endswith("; restore it, or recheck every passage") for message in messages] == [True]
