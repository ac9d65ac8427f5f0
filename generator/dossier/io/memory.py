"""Free memory, given back to the system, so that the two processes of a build do not both keep what neither needs.

The allocator of Linux's C library keeps the gaps between what is in use. Without this module and its calls, a build
takes more memory and writes the same site.
"""

import ctypes
import gc
import sys


def give_back_memory() -> None:
    """Look for garbage, and give back the memory that this process has freed, where the system's C library can."""
    gc.collect()
    trim_memory()


def trim_memory() -> None:
    """Give back the memory that this process has freed, which takes a few milliseconds."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)
