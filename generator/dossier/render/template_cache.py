"""Compiled templates are kept between runs, as Python keeps compiled modules: compiling them is 6 % of a small build.

Jinja's own cache does it, in a folder of this user below the system's temporary folder. Without this module and its
calls, builds are slower but the same.
"""

import sys
from contextlib import suppress
from importlib.metadata import version
from zlib import crc32

from jinja2 import Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket


class TemplateCache(FileSystemBytecodeCache):
    """Jinja's cache in files; on a full disk, it keeps nothing more."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template if that is possible."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def keep_compiled_templates(environment: Environment) -> None:
    """Let an environment keep its compiled templates, unless no safe folder for them can be made.

    A template is compiled anew where its address or text, a version or the environment's settings differ. Filters must
    not decide the code, which they can: Jinja applies them to constants when it compiles a template.
    """
    settings = (
        environment.trim_blocks,
        environment.lstrip_blocks,
        environment.autoescape,
        environment.finalize is not None,
        sorted(environment.extensions),
    )
    versions = sys.implementation.cache_tag, version("jinja2"), version("mkdocs-dossier")
    with suppress(OSError, RuntimeError):
        environment.bytecode_cache = TemplateCache(
            pattern=f"dossier-{crc32(repr((versions, settings)).encode()):08x}-%s"
        )
