"""A record's file is read as written, or reported at the exact place."""

import pytest
from dossier.io.yaml_reader import read_yaml
from dossier.load.loader import load_dossier
from dossier.pipeline import check_dossier
from hypothesis import given
from hypothesis import strategies as st

ACTOR = "content/actors/nils-aker.yml"
AS_WRITTEN = ["no", "on", "2019-01-21", "1_000", "12:30", "0o7", "010", "~", "null", "1e3", ".5", "+1", "0x1F", "<<"]


@pytest.mark.parametrize("written", AS_WRITTEN)
def test_a_scalar_arrives_as_written(written):
    document = read_yaml(f"a: {written}\nb: [{written}]\n{written}: c\n", "x.yml")
    assert (document.value, document.findings) == ({"a": written, "b": [written], written: "c"}, [])


def test_every_value_and_key_has_a_position():
    values, keys = read_yaml("a: é\nb:\n  - {c: d}\n  - >-\n    e\n", "x.yml").positions
    assert values[("a",)] == (1, 4)
    assert values[("b", 0, "c")] == (3, 9)
    assert values[("b", 1)] == (4, 5)
    assert (keys[("b",)], keys[("b", 0, "c")]) == ((2, 1), (3, 6))


def test_a_fault_is_reported_at_its_line_and_column(change, changed, faults):
    assert faults(changed(change)) == change["finds"]


def test_a_finding_says_what_is_wrong(change, changed, write):
    found = check_dossier(write(ACTOR, changed(change))).findings
    assert len(found) == len(change["finds"])
    assert [finding.message for finding in found if change.get("says", "") not in finding.message] == []


@pytest.mark.parametrize(
    ("name", "data", "place"),
    [
        ("square brackets", b"name: " + b"[" * 900, "1:22 nesting"),
        ("braces", b"name: " + b"{a: " * 100_000, "1:67 nesting"),
        ("indents", b"".join(b" " * depth + b"a:\n" for depth in range(300)), "17:17 nesting"),
        ("a Latin-1 byte", "name: Né\nkind: caf".encode() + b"\xe9\n", "2:10 encoding"),
        ("UTF-16", "name: Né\n".encode("utf-16"), "1:1 encoding"),
        ("a byte order mark", b"\xef\xbb\xbfname: Nils\n", "1:1 encoding"),
        ("nothing", b"", "1:1 yaml-syntax"),
        ("only a comment", b"# nothing\n", "1:1 yaml-syntax"),
        ("a list", b"- name: Nils\n", "1:1 yaml-syntax"),
        ("a word", b"Nils\n", "1:1 yaml-syntax"),
        ("more than 2 MiB", b"#" * (2 * 1024 * 1024 + 1), "1:1 too-large"),
        ("several faults, of which only the first is reported", b"\xef\xbb\xbf\t", "1:1 encoding"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " not in value else None,
)
def test_a_file_that_is_not_a_record_is_one_finding(name, data, place, faults):
    assert faults(data) == [place]


def test_brackets_that_libyaml_itself_refuses_are_nested_too_deep(faults):
    assert [fault.partition(" ")[2] for fault in faults(b"name: " + b"[" * 100_000)] == ["nesting"]


def test_windows_line_ends_are_line_ends(actor, faults):
    assert faults(actor.replace(b"\n", b"\r\n")) == []


def test_a_file_of_2_mib_is_read(actor, faults):
    assert faults(actor + b"#" * (2 * 1024 * 1024 - len(actor))) == []


@pytest.mark.parametrize("words", ["words: []", "words: ['']", "words:"])
def test_a_quote_needs_words(base, write, findings, words):
    file = "content/quotes/good-day.yml"
    root = write(file, (base / file).read_text("utf-8").replace("words: A good day for Brenn,", words))
    assert [(finding.path, finding.line, finding.rule) for finding in findings(root)] == [(file, 1, "wrong-value")]


SETTINGS = "format: 2\ntitle: t\nlanguage: en\ndescription: d\norganization: o\n"


def is_read_or_reported(data, folder):
    """Return whether `data` as the only record's file gives either a record or findings."""
    (folder / "content" / "actors").mkdir(parents=True, exist_ok=True)
    (folder / "content" / "actors" / "x.yml").write_bytes(data)
    (folder / "content" / "dossier.yml").write_text(SETTINGS, "utf-8")
    dossier, findings = load_dossier(folder)
    return bool(dossier.records) != bool(findings)


@given(st.binary(max_size=60))
def test_any_bytes_are_a_record_or_a_finding(tmp_path_factory, data):
    assert is_read_or_reported(data, tmp_path_factory.getbasetemp() / "bytes")


FIELDS = ["name: x\n", "kind: person\n", "summary: s\n", "review: draft\n", "aliases:\n"]
SYNTAX = ["? ", ": ", "- ", "[", "]", "{", "}", "&a ", "*a", "!!b ", "|\n", ">-\n", "'", '"', "\\", "\n", "  ", "#"]
MARKERS = ["---\n", "...\n", "%YAML 1.2\n", "é", "\u2028"]


@given(st.lists(st.sampled_from(FIELDS + SYNTAX + MARKERS), max_size=14))
def test_any_yaml_is_a_record_or_a_finding(tmp_path_factory, pieces):
    assert is_read_or_reported("".join(pieces).encode(), tmp_path_factory.getbasetemp() / "yaml")


@pytest.mark.parametrize(
    ("path", "fields", "message"),
    [
        ("sources/ledger", {"url": "example.org"}, "url: expected a web address, such as https://example.org/page,"),
        ("places/port-brenn", {"country": "br"}, "country: expected a country code of two capital letters,"),
        ("sources/ledger", {"original": {"file": "a b", "sha256": "0" * 64}}, "file: expected a file name of ASCII"),
        ("sources/ledger", {"original": {"file": "a", "sha256": "0"}}, "sha256: expected a SHA-256 of 64 lower-case"),
        ("actors/nils-aker", {"former": 1, "about": ["eva"]}, "expected kind:id, such as `event:…` or `actor:…`, got"),
    ],
)
def test_a_wrong_format_is_explained(add, path, fields, message):
    found = check_dossier(add(f"content/{path}.yml", **fields)).findings
    assert any(message in finding.message for finding in found), [finding.message for finding in found]
