"""The signature of an archive, made with an SSH key by `ssh-keygen -Y sign`, as git signs commits."""

import subprocess
from pathlib import Path

from dossier.archive.verify import NAMESPACE, find_ssh_keygen
from dossier.model.errors import UserError

PROGRAM = "ssh-keygen"


class SigningError(UserError):
    """The archive cannot be signed."""


def require_signing(key: Path) -> str:
    """Return the path of ssh-keygen. Raises SigningError if there is none, or no such key."""
    program = find_ssh_keygen()
    if program is None:
        raise SigningError(f"{PROGRAM} was not found, so the archive cannot be signed: install OpenSSH")
    if not key.is_file():
        raise SigningError(f"{key} does not exist: name an SSH key, a public one if an agent has the private one")
    return program


def sign(content: bytes, key: Path) -> bytes:
    """Return the signature of `content`. ssh-keygen itself asks for a passphrase or a touch, and says what is wrong.

    Raises SigningError.
    """
    command = [require_signing(key), "-q", "-Y", "sign", "-f", str(key), "-n", NAMESPACE]
    done = subprocess.run(command, input=content, stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        raise SigningError(f"no archive written: {PROGRAM} could not sign it with {key}")
    return done.stdout
