"""Templates compiled, kept where Python keeps this module so: an edition's templates are those of the one before."""

import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

from jinja2 import Environment
from jinja2.bccache import Bucket, FileSystemBytecodeCache


class Compiled(FileSystemBytecodeCache):
    """Jinja's cache of bytecode, which tells a template by its text.

    What that is compiled to depends on more: on Python, on Jinja, and on what an environment is set to.
    """

    def __init__(self, environment: Environment) -> None:
        by = f"{sys.implementation.cache_tag}-jinja-{version('jinja2')}"
        super().__init__(str(Path(cache_from_source(__file__)).parent), f"%s.{by}")
        set_to = (environment.trim_blocks, environment.lstrip_blocks, environment.optimized, environment.autoescape)
        filters = sorted((name, _wants(one)) for name, one in environment.filters.items())
        finalize = environment.finalize and _wants(environment.finalize)
        self._environment = repr((set_to, filters, finalize, sorted(environment.extensions)))

    def get_source_checksum(self, source: str) -> str:
        """What a template as it is kept must have been made of."""
        return super().get_source_checksum(self._environment + source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a template as it is kept, where one can be read."""
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, where there is room and leave to; elsewhere it is compiled each time."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                super().dump_bytecode(bucket)


def _wants(called: Callable[..., Any]) -> str:
    """What Jinja hands a function beside its arguments."""
    return str(getattr(called, "jinja_pass_arg", None))
