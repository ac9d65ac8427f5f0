"""Calls a function in a child process with limits of time and memory, for libraries in C that may crash or hang."""

import faulthandler
import gc
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from tempfile import TemporaryFile
from typing import IO, Any, NamedTuple, TypeVar

from dossier.io.encodings import remove_control_characters
from dossier.model.errors import UserError
from dossier.text.wording import truncate

STDIN, STDOUT, STDERR = 0, 1, 2
SAFE_PATH = "-P"
"""Python's option not to import modules from the current folder, which may be somebody else's dossier."""
ERRORS_LENGTH = 4096
"""The number of bytes at the end of what a child process prints as errors in which the last line is looked for."""
MAX_SHOWN = 200
"""The most characters of this line that are shown."""
Result = TypeVar("Result")


class Limits(NamedTuple):
    """How long a child process may run, and how many bytes of memory it may use, where the system can limit them."""

    seconds: float
    memory: int


def call_in_child(function: Callable[..., Result], data: bytes, *arguments: Any, limits: Limits) -> Result:
    """Return what a function of a module returns for `data` and `arguments`; all of them have to be picklable.

    Raises TimeoutError and MemoryError where the process reaches its limits; ChildProcessError, which says how it
    ended, where it ends without a result; and the UserError that the function raises.
    """
    command = [sys.executable, SAFE_PATH, "-m", __name__, function.__module__, function.__qualname__]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with TemporaryFile() as errors:
        try:
            done = subprocess.run(
                command,
                input=pickle.dumps((limits.memory, data, arguments)),
                stdout=subprocess.PIPE,
                stderr=errors,
                env=environment,
                timeout=limits.seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise TimeoutError from None
        if done.returncode != 0:
            raise ChildProcessError(_describe_end(done.returncode, errors))
    result: Result | UserError | MemoryError = pickle.loads(done.stdout)  # Written by our own code in `_serve`.
    if isinstance(result, UserError | MemoryError):
        raise result
    return result


def _describe_end(code: int, errors: IO[bytes]) -> str:
    """Return how a process ended: by which signal or with which status, and the last error it printed."""
    length = errors.seek(0, os.SEEK_END)
    errors.seek(max(0, length - ERRORS_LENGTH))
    printed = errors.read().decode("utf-8", "replace").splitlines()
    lines = [line for line in map(str.strip, map(remove_control_characters, printed)) if line]
    fatal = [line for line in lines if line.startswith("Fatal Python error")]
    last = truncate((fatal or lines or [""])[-1], MAX_SHOWN)
    end = f"status {code}" if code > 0 else _signal_name(-code)
    return f"{end}: {last}" if last else end


def _signal_name(number: int) -> str:
    known = {item.value: item.name for item in signal.Signals}
    return known.get(number, f"signal {number}")


def _limit_memory(size: int) -> None:
    """Let this process use no more than so many bytes of memory, where the system can limit it."""
    if sys.platform == "win32":
        return
    import resource

    _, highest = resource.getrlimit(resource.RLIMIT_AS)
    allowed = size if highest == resource.RLIM_INFINITY else min(size, highest)
    resource.setrlimit(resource.RLIMIT_AS, (allowed, highest))


def _serve(module: str, name: str) -> None:
    """Call a function with what is in the standard input, and write what it returns to the standard output."""
    faulthandler.enable()
    gc.disable()  # The process ends before a search for garbage would be worth its time.
    output = os.dup(STDOUT)
    os.dup2(STDERR, STDOUT)  # What a library prints is no part of the result.
    with os.fdopen(STDIN, "rb") as stream:
        memory, data, arguments = pickle.load(stream)  # Written by our own code in `call_in_child`.
    result: object
    try:
        _limit_memory(memory)
        result = getattr(import_module(module), name)(data, *arguments)
    except (UserError, MemoryError) as error:
        result = error
    with os.fdopen(output, "wb") as stream:
        stream.write(pickle.dumps(result))


if __name__ == "__main__":
    _serve(*sys.argv[1:])
