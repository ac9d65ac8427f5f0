"""Runs PDFium in a process of its own with limits, as a hostile PDF may crash it, or keep it busy for ever."""

from collections.abc import Callable
from typing import Any, TypeVar

from dossier.io.child_process import Limits, call_in_child
from dossier.model.errors import UserError

LIMITS = Limits(seconds=120, memory=2 * 1024**3)
"""A book of 300 pages takes 7 seconds and 130 MB."""
ADVICE = "print it to a new PDF, and add that"
Result = TypeVar("Result")


def call_pdfium(function: Callable[..., Result], data: bytes, *arguments: Any) -> Result:
    """Return what a function that runs PDFium returns for a PDF; raises UserError where it does not end as it should.

    A PDF that takes too long has forms within forms within forms, or the like.
    """
    try:
        return call_in_child(function, data, *arguments, limits=LIMITS)
    except TimeoutError:
        message = f"this PDF takes more than {LIMITS.seconds:g} seconds to read: {ADVICE}"
    except MemoryError:
        message = f"this PDF takes more than {LIMITS.memory // 1024**2:,} MB of memory to read: {ADVICE}"
    except ChildProcessError as error:
        message = f"this PDF makes its reader crash ({error}): {ADVICE}"
    raise UserError(message)
