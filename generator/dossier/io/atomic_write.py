"""A file that is written whole or not at all: beside its place, and moved there once the disk has it."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from dossier.model.errors import UserError


class WriteError(UserError):
    """The file could not be written; what stood in its place stands there still."""


@contextmanager
def atomic_write(to: Path) -> Iterator[BinaryIO]:
    """A file to write, and to read again, that becomes `to` where no error is raised.

    Raises NotWrittenError where the disk is full or the folder read-only. What a killed run left is cleared away.
    """
    if to.exists() and not to.is_file():
        raise WriteError(f"{to} is no file: name one that is, or that is to be")
    part = to.with_name(f".{to.name}-{os.getpid()}.part")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        _clear(to)
        with _gone_on_error(part):
            with part.open("w+b") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            part.replace(to)
        _sync(to.parent)
    except OSError as error:
        raise WriteError(f"{to} was not written: {_reason(error, part)}") from error


@contextmanager
def _gone_on_error(part: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _reason(error: OSError, part: Path) -> str:
    """What the system says, and of which file, where it is another one."""
    other = error.filename is not None and str(error.filename) != str(part)
    return f"{error.strerror or error}{f': {error.filename}' if other else ''}"


def _clear(to: Path) -> None:
    """Take away what runs that were killed left of the same file."""
    ours = re.compile(rf"\.{re.escape(to.name)}-(?P<process>[0-9]{{1,9}})\.part")
    for left in sorted(to.parent.iterdir()):
        found = ours.fullmatch(left.name)
        if found and not process_is_running(int(found["process"])):
            left.unlink()


def _sync(folder: Path) -> None:
    """Have the disk keep the renaming too, where the system lets a folder be opened."""
    try:
        opened = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def process_is_running(process: int) -> bool:
    """Whether another process of that number runs, which may still be building."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return process != os.getpid()
