"""Calls functions of PDFium for many characters or objects at once: one by one from Python takes several times as long.

A function without declared types of arguments is called fastest: whole numbers become C's `int`, and addresses are
objects that are made once. Results are written to buffers that the next calls use again.
"""

import ctypes
from collections.abc import Callable, Sequence
from itertools import repeat
from typing import Any

CHUNK = 4096
"""The number of calls after which results are taken from the buffer."""


def address_of(item: Any) -> ctypes.c_void_p:
    """Return the address of an object of PDFium, to pass to a bulk function."""
    return ctypes.c_void_p(ctypes.cast(item, ctypes.c_void_p).value)


def bulk_function(function: Any, result: Any) -> Callable[..., Any]:
    """Return a function of PDFium without declared types of arguments; pass only whole numbers and addresses to it."""
    address = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(result)(address or 0)


class RowFunction:
    """A function of PDFium that writes numbers to addresses, which are its last arguments."""

    def __init__(self, function: Any, kind: Any, width: int, is_row: bool = True) -> None:
        """Take a function that writes `width` numbers of a kind of C: a row to one address, or each to its own."""
        self._function = bulk_function(function, ctypes.c_int)
        self._width = width
        self._buffer = (kind * (CHUNK * width))()
        self._numbers = memoryview(self._buffer).cast("B").cast(kind._type_)
        size, start = ctypes.sizeof(kind), ctypes.addressof(self._buffer)
        self._addresses = [
            [ctypes.c_void_p(start + (row * width + column) * size) for row in range(CHUNK)]
            for column in range(1 if is_row else width)
        ]

    def read(self, items: Sequence[Any], *handle: Any) -> tuple[list[int], list[list[Any]]]:
        """Call the function for each item, after its handle if it has one; return its results, and the columns."""
        results: list[int] = []
        numbers: list[Any] = []
        for start in range(0, len(items), CHUNK):
            chunk = items[start : start + CHUNK]
            results += map(self._function, *map(repeat, handle), chunk, *self._addresses)
            numbers += self._numbers[: len(chunk) * self._width].tolist()
        return results, [numbers[column :: self._width] for column in range(self._width)]
