"""`dossier fmt` on the command line."""

import pytest

AKER = "content/actors/nils-aker.yml"


@pytest.fixture
def untidy(base):
    """Turn the keys of a record round."""
    file = base / AKER
    file.write_text("# Why?\nkind: person\nname: Nils Aker\n" + file.read_text("utf-8").split("person\n")[1], "utf-8")
    return file


def test_files_are_put_into_their_form(run, base, untidy):
    run("fmt")
    kept = untidy.read_text("utf-8")
    assert kept.startswith("name: Nils Aker\n# Why?\nkind: person\nside: dockers\n")
    assert run("fmt") == (0, "", "0 files reformatted\n")


def test_checking_changes_nothing(run, untidy):
    before = untidy.read_bytes()
    code, out, _ = run("fmt", "--check")
    assert (code, AKER in out.splitlines(), untidy.read_bytes()) == (1, True, before)


def test_one_file_alone(run, base, untidy):
    assert run("fmt", str(untidy)) == (0, f"{AKER}\n", "1 file reformatted\n")


def test_nothing_is_changed_where_one_file_cannot_be_read(run, base, untidy):
    before = untidy.read_bytes()
    (base / "content/places/port-brenn.yml").write_text("name: [\n", "utf-8")
    code, out, err = run("fmt")
    assert (code, out, untidy.read_bytes()) == (2, "", before)
    assert err.startswith("dossier: content/places/port-brenn.yml:2:1: not YAML")
