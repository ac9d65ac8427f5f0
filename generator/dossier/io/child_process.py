"""Calls a function in a child process with a limit of time, for libraries in C that may crash or never return."""

import gc
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from typing import TypeVar

from dossier.model.errors import UserError

STDIN, STDOUT, STDERR = 0, 1, 2
SAFE_PATH = "-P"
"""Python's option not to import modules from the current folder, which may be somebody else's dossier."""
Result = TypeVar("Result")


def call_in_child(function: Callable[[bytes], Result], data: bytes, seconds: float) -> Result:
    """Return what a function of a module returns for `data`; both have to be picklable.

    Raises TimeoutError after so many seconds, ChildProcessError where the process ends without a result, and the
    UserError that the function raises.
    """
    command = [sys.executable, SAFE_PATH, "-m", __name__, function.__module__, function.__qualname__]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise TimeoutError from None
    if done.returncode != 0:
        raise ChildProcessError
    result: Result | UserError = pickle.loads(done.stdout)  # Written by our own code in `_serve`.
    if isinstance(result, UserError):
        raise result
    return result


def _serve(module: str, name: str) -> None:
    """Call a function with the bytes from the standard input, and write what it returns to the standard output."""
    gc.disable()  # The process ends before a search for garbage would be worth its time.
    output = os.dup(STDOUT)
    os.dup2(STDERR, STDOUT)  # What a library prints is no part of the result.
    with os.fdopen(STDIN, "rb") as stream:
        data = stream.read()
    result: object
    try:
        result = getattr(import_module(module), name)(data)
    except UserError as error:
        result = error
    with os.fdopen(output, "wb") as stream:
        stream.write(pickle.dumps(result))


if __name__ == "__main__":
    _serve(*sys.argv[1:])
