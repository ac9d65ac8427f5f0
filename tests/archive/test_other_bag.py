"""Bags that other programs made: named as such, their files checked, and never taken for an archive of a dossier."""

import shutil
import zipfile

import bagit
import pytest
from dossier.cli import main

from tests.archive.conftest import run_verifier

NAME = "año 100%.txt"


@pytest.fixture(params=[("md5",), ("sha256", "sha512")])
def other(request, tmp_path):
    """A bag that another program made, with the checksums that it uses by default, and with others."""
    folder = tmp_path / "other"
    (folder / "within").mkdir(parents=True)
    (folder / "within" / NAME).write_text("Hello", "utf-8")
    (folder / "letter.txt").write_text("Dear Ada", "utf-8")
    bagit.make_bag(str(folder), {"Contact-Name": "Ada Lind"}, checksums=list(request.param))
    return folder


def test_a_valid_one_is_named_and_says_what_was_and_was_not_checked(other, capsys):
    assert main(["verify", str(other)]) == 2
    out, err = capsys.readouterr()
    assert out == "" and f"{other} is a valid bag, by bagit.py" in err and "not an archive of a dossier" in err
    assert f"checked: {sum(file.is_file() for file in other.rglob('*'))} files against manifest-" in err
    assert "not checked: passages, statements and links, since it has no records, and no signature\n" in err


def change(folder):
    (folder / "data/letter.txt").write_text("Dear Eve", "utf-8")
    return "data/letter.txt: changed"


def remove(folder):
    (folder / "data/within" / NAME).unlink()
    return f"data/within/{NAME}: missing"


def add(folder):
    (folder / "data/new.txt").write_text("new", "utf-8")
    return "data/new.txt: in no manifest"


def change_description(folder):
    (folder / "bag-info.txt").write_text("Contact-Name: Eve\n", "utf-8")
    return "bag-info.txt: changed"


def declare_nothing(folder):
    (folder / "bagit.txt").write_text("BagIt\n", "utf-8")
    return "bagit.txt: "


def drop_the_manifests(folder):
    for file in folder.glob("*manifest-*"):
        file.unlink()
    return "the bag: it has no manifest"


def leave_something_to_fetch(folder):
    (folder / "fetch.txt").write_text("https://example.org/x 3 data/x\n", "utf-8")
    return "fetch.txt: incomplete"


def break_a_manifest(folder):
    for file in folder.glob("manifest-*"):
        file.write_text(file.read_text("utf-8") + "no checksum\n", "utf-8")
    return "manifest-"


CHANGES = (
    *(change, remove, add, change_description, declare_nothing),
    *(drop_the_manifests, leave_something_to_fetch, break_a_manifest),
)


@pytest.mark.parametrize("tamper", CHANGES, ids=lambda tamper: tamper.__name__)
def test_a_fault_in_one_is_reported(other, capsys, tamper):
    fault = tamper(other)
    assert main(["verify", str(other)]) == 1
    out, err = capsys.readouterr()
    assert any(line.startswith(fault) for line in out.splitlines()), out
    assert "is not a valid bag" in err


def test_checksums_of_an_unknown_kind_are_not_passed_over(other, capsys):
    (other / "manifest-crc99.txt").write_text("00  data/letter.txt\n", "utf-8")
    main(["verify", str(other)])
    assert "manifest-crc99.txt: unknown algorithm" in capsys.readouterr().err


def test_a_zipped_one_must_be_unpacked(other, tmp_path, capsys):
    shutil.make_archive(str(tmp_path / "zipped"), "zip", tmp_path, "other")
    assert main(["verify", str(tmp_path / "zipped.zip")]) == 1
    assert "To check what another program zipped, unpack it first.\n" in capsys.readouterr().err


def test_the_verifier_alone_names_it_and_checks_nothing(other, bag):
    code, out, err = run_verifier(bag / "verify.py", other)
    assert (code, out) == (2, "") and "is a bag by bagit.py" in err and "nothing was checked" in err


def test_an_archive_that_another_program_zipped_again_verifies_when_unpacked(bag, tmp_path, capsys):
    with zipfile.ZipFile(tmp_path / "again.zip", "w", zipfile.ZIP_DEFLATED) as again:
        for file in bag.rglob("*"):
            again.write(file, file.relative_to(bag.parent).as_posix())
    assert main(["verify", str(tmp_path / "again.zip")]) == 1
    assert "unpack it first" in capsys.readouterr().err
    assert main(["verify", str(bag)]) == 0
