"""`dossier fmt` on the command line."""

import pytest

AKER = "content/actors/nils-aker.yml"


@pytest.fixture
def untidy(base):
    """A record whose keys are in the wrong order."""
    file = base / AKER
    file.write_text("# Why?\nkind: person\nname: Nils Aker\n" + file.read_text("utf-8").split("person\n")[1], "utf-8")
    return file


def test_files_are_formatted(run, base, untidy):
    run("fmt")
    formatted = untidy.read_text("utf-8")
    assert formatted.startswith("name: Nils Aker\n# Why?\nkind: person\nside: dockers\n")
    assert run("fmt") == (0, "", "0 files reformatted\n")


def test_checking_changes_nothing(run, untidy):
    before = untidy.read_bytes()
    code, out, _ = run("fmt", "--check")
    assert (code, AKER in out.splitlines(), untidy.read_bytes()) == (1, True, before)


def test_a_single_file_can_be_formatted(run, base, untidy):
    assert run("fmt", str(untidy)) == (0, f"{AKER}\n", "1 file reformatted\n")


def test_nothing_is_changed_if_one_file_cannot_be_read(run, base, untidy):
    before = untidy.read_bytes()
    (base / "content/places/port-brenn.yml").write_text("name: [\n", "utf-8")
    code, out, err = run("fmt")
    assert (code, out, untidy.read_bytes()) == (2, "", before)
    assert err.startswith("dossier: content/places/port-brenn.yml:2:1: not YAML")
