"""Signed archives: `dossier archive --sign` and `verify --signers`, with keys and signatures by ssh-keygen itself."""

import shutil
import subprocess
from pathlib import Path

import pytest
from dossier.archive import verify as module
from dossier.archive.signature import SigningError, sign
from dossier.archive.verify import NAMESPACE, SEAL, SIGNATURE, verify
from dossier.cli import main

from tests.archive.conftest import faults, make_archive, make_bag, make_zip, run_archive, run_verifier, tiny_files

ADA = "ada@example.org"
OTHER_NAMESPACE = "git"

pytestmark = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="this machine has no ssh-keygen")


def make_key(folder, name="key", *, kind="ed25519", passphrase=""):
    """Make a pair of keys; return the path of the private one."""
    command = ["ssh-keygen", "-q", "-t", kind, "-N", passphrase, "-C", "", "-f", str(folder / name)]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    return folder / name


def allow(folder, key, *, name=ADA, options="", file="allowed"):
    """Write a file of allowed signers that lists this key; return its path."""
    public = key.with_name(f"{key.name}.pub").read_text("ascii")
    (folder / file).write_text(f"{name} {options} {public}", "utf-8")
    return folder / file


@pytest.fixture
def key(tmp_path):
    return make_key(tmp_path)


@pytest.fixture
def signers(tmp_path, key):
    """A file that allows Ada to sign with the key."""
    return allow(tmp_path, key)


def signed_tiny(key, **changed):
    """Return every file of the tiny archive, signed."""
    files = make_bag(tiny_files(**changed))
    return files | {SIGNATURE: sign(files[SEAL], key)}


@pytest.fixture
def archive(tmp_path, key):
    """A signed archive, zipped."""
    (tmp_path / "signed.zip").write_bytes(make_zip(signed_tiny(key)))
    return tmp_path / "signed.zip"


def test_a_signed_archive_says_who_signed_it_and_anybody_can_check_that(small, tmp_path, key, signers):
    done = run_archive(small, tmp_path / "signed.zip", "--sign", str(key))
    assert done.returncode == 0, done.stderr
    result = verify(tmp_path / "signed.zip", signers)
    assert result.faults == () and result.signature.startswith(f"by {ADA}, with the key SHA256:")
    fingerprint = result.signature.rpartition(" ")[2]
    assert done.stderr.endswith(f"signed with the key {fingerprint}\n")
    shutil.unpack_archive(tmp_path / "signed.zip", tmp_path / "unpacked")
    (top,) = (tmp_path / "unpacked").iterdir()
    with (top / SEAL).open("rb") as manifest:
        command = ["ssh-keygen", "-Y", "verify", "-f", signers, "-I", ADA, "-n", NAMESPACE, "-s", top / SIGNATURE]
        said = subprocess.run(command, stdin=manifest, capture_output=True, text=True, check=True).stdout
    assert said.startswith(f'Good "{NAMESPACE}" signature for {ADA}') and fingerprint in said
    inside = run_verifier(top / "verify.py", "--signers", signers)
    assert inside[0] == 0 and f"signed by {ADA}, with the key {fingerprint}\n" in inside[2]


def test_a_signature_changes_neither_the_seal_nor_any_other_file(small, small_archive, tmp_path, key):
    signed = make_archive(small, tmp_path / "signed.zip", "--sign", str(key))
    assert verify(signed).seal == verify(small_archive).seal
    for name, archive in (("signed", signed), ("unsigned", small_archive)):
        shutil.unpack_archive(archive, tmp_path / name)
    contents = [
        {file.relative_to(tmp_path / name).name: file.read_bytes() for file in (tmp_path / name).rglob("*.txt*")}
        for name in ("signed", "unsigned")
    ]
    assert contents[0].pop(SIGNATURE) and contents[0] == contents[1]


@pytest.mark.parametrize("kind", ["ed25519", "ecdsa", "rsa"])
def test_each_kind_of_key_signs(tmp_path, kind):
    key = make_key(tmp_path, kind, kind=kind)
    (tmp_path / "signed.zip").write_bytes(make_zip(signed_tiny(key)))
    assert verify(tmp_path / "signed.zip", allow(tmp_path, key)).faults == ()


def test_without_signers_only_python_is_needed(archive, monkeypatch, capsys):
    monkeypatch.setenv("PATH", "")
    assert main(["verify", str(archive)]) == 0
    assert "; not checked, which needs --signers\n" in capsys.readouterr().err


@pytest.mark.parametrize("program", ["verifier", "command"])
def test_with_signers_a_missing_ssh_keygen_is_an_error(archive, signers, monkeypatch, capsys, program):
    monkeypatch.setenv("PATH", "")
    arguments = ["--signers", str(signers), str(archive)]
    assert (module.main(arguments) if program == "verifier" else main(["verify", *arguments])) == 2
    assert "ssh-keygen was not found, so the signature cannot be checked: install OpenSSH" in capsys.readouterr().err


@pytest.mark.parametrize("folder", ["", ".", "bin", "{top}", "{top}/bin", "{link}"])
@pytest.mark.parametrize("program", ["verifier", "signing"])
def test_no_ssh_keygen_in_this_folder_or_the_archive_is_run(tmp_path, key, signers, monkeypatch, program, folder):
    top, link = tmp_path / "archive", tmp_path / "link"
    (top / "bin").mkdir(parents=True)
    link.symlink_to(top)
    for place in (top, top / "bin"):
        (place / "ssh-keygen").write_text(f"#!/bin/sh\ntouch {tmp_path}/run\n", "utf-8")
        (place / "ssh-keygen").chmod(0o755)
    files = signed_tiny(key)
    for name, content in files.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_bytes(content)
    monkeypatch.chdir(top)
    monkeypatch.setenv("PATH", folder.format(top=top, link=link))
    if program == "verifier":
        with pytest.raises(module.CannotCheckError, match="ssh-keygen was not found"):
            module.check_signature(module.files_at(top), signers, "")
    elif folder != "{top}/bin":
        with pytest.raises(SigningError, match="ssh-keygen was not found"):
            sign(files[SEAL], key)
    assert not (tmp_path / "run").exists()


def test_the_current_folder_may_be_above_the_one_of_ssh_keygen(archive, signers, monkeypatch):
    monkeypatch.chdir("/")
    assert verify(archive, signers).faults == ()


def test_the_signature_of_an_archive_with_other_faults_is_not_checked(tmp_path, key, signers, monkeypatch):
    files = signed_tiny(key)
    monkeypatch.setenv("PATH", "")
    name = next(name for name in files if name.startswith("data/"))
    (tmp_path / "damaged.zip").write_bytes(make_zip(files | {name: b"damaged"}))
    assert verify(tmp_path / "damaged.zip", signers).faults


def test_without_ssh_keygen_nothing_is_built_to_be_signed(small, tmp_path, key):
    done = run_archive(small, tmp_path / "signed.zip", "--sign", str(key), PATH="")
    assert done.returncode == 2 and done.stderr == (
        "dossier: ssh-keygen was not found, so the archive cannot be signed: install OpenSSH\n"
    )


def test_a_missing_key_is_named_before_anything_is_built(small, tmp_path):
    done = run_archive(small, tmp_path / "signed.zip", "--sign", "gone")
    assert done.returncode == 2 and done.stderr.startswith("dossier: gone does not exist: name an SSH key")


def test_a_key_that_cannot_sign_leaves_no_archive(small, tmp_path):
    (tmp_path / "broken").write_text("no key\n", "ascii")
    (tmp_path / "broken").chmod(0o600)
    done = run_archive(small, tmp_path / "signed.zip", "--sign", str(tmp_path / "broken"))
    assert done.returncode == 2 and "ssh-keygen could not sign it with" in done.stderr
    assert not (tmp_path / "signed.zip").exists()


def test_a_key_with_a_passphrase_asks_as_ssh_keygen_does(tmp_path, monkeypatch):
    """Through SSH_ASKPASS here, in a session without a terminal, else on the terminal."""
    key = make_key(tmp_path, passphrase="open sesame")
    ask = tmp_path / "ask"
    ask.write_text("#!/bin/sh\necho open sesame\n", "ascii")
    ask.chmod(0o700)
    for name, value in {"SSH_ASKPASS": str(ask), "SSH_ASKPASS_REQUIRE": "force", "DISPLAY": ":0"}.items():
        monkeypatch.setenv(name, value)
    assert sign(b"manifest", key).startswith(b"-----BEGIN SSH SIGNATURE-----\n")
    ask.write_text("#!/bin/sh\necho wrong\n", "ascii")
    with pytest.raises(SigningError, match="could not sign it with"):
        sign(b"manifest", key)


def test_an_agent_signs_for_a_public_key(tmp_path, key, signers, monkeypatch):
    socket = tmp_path / "agent"
    agent = subprocess.Popen(["ssh-agent", "-D", "-a", str(socket)], stdout=subprocess.PIPE)
    try:
        assert agent.stdout.readline()
        monkeypatch.setenv("SSH_AUTH_SOCK", str(socket))
        subprocess.run(["ssh-add", "-q", str(key)], check=True)
        key.unlink()
        files = make_bag(tiny_files())
        files[SIGNATURE] = sign(files[SEAL], key.with_name("key.pub"))
    finally:
        agent.terminate()
        agent.communicate()
    (tmp_path / "signed.zip").write_bytes(make_zip(files))
    assert verify(tmp_path / "signed.zip", signers).faults == ()


def test_an_archive_that_is_not_signed_fails_where_a_signature_is_asked_for(tmp_path, tiny, signers):
    (tmp_path / "unsigned.zip").write_bytes(tiny)
    result = verify(tmp_path / "unsigned.zip", signers)
    assert result.faults == (f"{SIGNATURE}: missing: the archive is not signed",) and not result.seal


def test_another_key_is_not_accepted(tmp_path, archive):
    other = make_key(tmp_path, "other")
    (fault,) = verify(archive, allow(tmp_path, other)).faults
    assert fault.startswith(f"{SIGNATURE}: no allowed signer has this key on 2019-02-12: ")


def test_another_identity_is_not_accepted(archive, signers):
    assert verify(archive, signers, ADA).faults == ()
    (fault,) = verify(archive, signers, "eve@example.org").faults
    assert fault.startswith(f"{SIGNATURE}: no valid signature by eve@example.org: ")


def test_a_key_of_several_signers_is_of_any_of_them(tmp_path, archive, key):
    signers = allow(tmp_path, key)
    signers.write_text(signers.read_text("utf-8") + signers.read_text("utf-8").replace("ada", "ben"), "utf-8")
    assert verify(archive, signers, "ben@example.org").signature.startswith("by ben@example.org,")
    assert verify(archive, signers).faults == ()


def test_a_line_may_allow_every_name_of_a_host(tmp_path, archive, key):
    signers = allow(tmp_path, key, name="*@example.org")
    assert verify(archive, signers, ADA).signature.startswith(f"by {ADA},")
    assert verify(archive, signers).signature.startswith("by *@example.org,")
    assert verify(archive, signers, "ada@example.com").faults


@pytest.mark.parametrize(
    ("options", "is_valid"),
    [
        ('valid-after="20190101",valid-before="20190301"', True),
        ('valid-before="20190201"', False),
        ('valid-after="20190301"', False),
        (f'namespaces="{NAMESPACE}"', True),
        (f'namespaces="{OTHER_NAMESPACE}"', False),
    ],
)
def test_a_key_must_be_valid_on_the_day_of_the_archive_and_for_archives(tmp_path, archive, key, options, is_valid):
    result = verify(archive, allow(tmp_path, key, options=options))
    assert (result.faults == ()) == is_valid, result.faults
    assert is_valid or {fault.partition(":")[0] for fault in result.faults} == {SIGNATURE}


def test_a_signature_for_another_purpose_is_not_accepted(tmp_path, key):
    files = make_bag(tiny_files())
    command = ["ssh-keygen", "-Y", "sign", "-f", str(key), "-n", OTHER_NAMESPACE]
    files[SIGNATURE] = subprocess.run(command, input=files[SEAL], capture_output=True, check=True).stdout
    (tmp_path / "crafted.zip").write_bytes(make_zip(files))
    assert faults(tmp_path / "crafted.zip") == [
        f"{SIGNATURE}: cannot be read as a signature: no SSH signature for {NAMESPACE}"
    ]


def test_a_signature_of_another_archive_is_not_accepted(tmp_path, key, signers):
    other = signed_tiny(key, **{"data/site/other.html": '<p id="b">Hi</p><a href="index.html">back</a>'})
    files = make_bag(tiny_files()) | {SIGNATURE: other[SIGNATURE]}
    (tmp_path / "crafted.zip").write_bytes(make_zip(files))
    assert verify(tmp_path / "crafted.zip").faults == (), "only the signature is wrong"
    (fault,) = verify(tmp_path / "crafted.zip", signers).faults
    assert fault.startswith(f"{SIGNATURE}: no valid signature by {ADA}: ")


def test_whoever_changes_a_file_and_every_manifest_cannot_sign(tmp_path, key, signers):
    """The seal and the signature are the only defence against somebody who makes the whole archive anew."""
    honest = signed_tiny(key)
    page = '<!doctype html><p id="b">Other</p><a href="index.html">back</a>'
    forged = make_bag(tiny_files(**{"data/site/other.html": page})) | {SIGNATURE: honest[SIGNATURE]}
    (tmp_path / "forged.zip").write_bytes(make_zip(forged))
    assert verify(tmp_path / "forged.zip", signers).faults


def test_no_byte_of_a_signature_can_be_changed_unnoticed(tmp_path, key, signers):
    folder = tmp_path / "bag"
    for name, content in signed_tiny(key).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    signature = (folder / SIGNATURE).read_bytes()
    unnoticed = []
    for index in range(0, len(signature), 5):
        changed = bytearray(signature)
        changed[index] ^= 1 << index % 8
        (folder / SIGNATURE).write_bytes(changed)
        files = module.files_at(folder)
        if not module.signature_of(files, signers, "")[1]:
            unnoticed.append(index)
    assert unnoticed == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"signed\n",
        b"-----BEGIN SSH SIGNATURE-----\nU1NIU0lH\n-----END SSH SIGNATURE-----\n",
        b"-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n",
        b"\xff",
        b"-----BEGIN SSH SIGNATURE-----\n" + b"A" * 100_000 + b"\n-----END SSH SIGNATURE-----\n",
    ],
)
def test_anything_else_in_its_place_is_a_fault_without_signers_too(tmp_path, content):
    (tmp_path / "crafted.zip").write_bytes(make_zip(make_bag(tiny_files()) | {SIGNATURE: content}))
    (fault,) = faults(tmp_path / "crafted.zip")
    assert fault.startswith(f"{SIGNATURE}: cannot be read as a signature: ")


def test_bytes_after_a_signature_are_a_fault(tmp_path, key):
    files = signed_tiny(key)
    (tmp_path / "crafted.zip").write_bytes(make_zip(files | {SIGNATURE: files[SIGNATURE] + b"\n"}))
    assert faults(tmp_path / "crafted.zip") != []


def test_a_missing_file_of_signers_is_an_error(archive, tmp_path, capsys):
    assert main(["verify", "--signers", str(tmp_path / "gone"), str(archive)]) == 2
    assert "gone does not exist: name the file that lists who may sign" in capsys.readouterr().err


def test_an_identity_needs_signers(archive, capsys):
    assert main(["verify", "--identity", ADA, str(archive)]) == 2
    assert "--identity needs --signers" in capsys.readouterr().err
    code, _, err = run_verifier(Path(module.__file__), "--identity", ADA, archive)
    assert code == 2 and "--identity needs --signers" in err


@pytest.mark.parametrize("version", ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14"])
def test_other_pythons_check_signatures_too(archive, signers, version):
    python = shutil.which(f"python{version}")
    if python is None or run_verifier("-c", "", python=python)[0]:
        pytest.skip(f"no working python{version} on the PATH of this machine")
    code, out, err = run_verifier(Path(module.__file__), "--signers", signers, archive, python=python)
    assert (code, out) == (0, "") and f"signed by {ADA}" in err
