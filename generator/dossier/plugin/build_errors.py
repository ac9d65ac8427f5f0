"""What stops a build, as MkDocs reports it without a traceback: findings, mistakes of users, other plugins."""

import inspect
import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from traceback import extract_tb, format_exception

from mkdocs.exceptions import MkDocsException, PluginError

from dossier.model.errors import UserError
from dossier.model.finding import Finding
from dossier.text.wording import pluralize

log = logging.getLogger("mkdocs.plugins.dossier")

PACKAGE = Path(__file__).parents[1]


def log_findings(findings: Iterable[Finding]) -> None:
    """Log each finding as an error."""
    for finding in findings:
        log.error("%s", finding)


def not_built(findings: Sequence[Finding]) -> PluginError:
    """Return the error of a dossier with findings."""
    return PluginError(f"{pluralize(len(findings), 'finding')}: not built; the last good site is unchanged")


@contextmanager
def user_errors_as_plugin_errors() -> Iterator[None]:
    """Turn a UserError into a PluginError, which MkDocs reports without a traceback."""
    try:
        yield
    except UserError as error:
        raise PluginError(str(error)) from error


def failure_of_plugin(error: Exception, plugins: Mapping[str, object]) -> PluginError | None:
    """Return the error to report if another plugin or a hook has stopped the build; None if it was not one.

    The traceback is only in MkDocs' log of everything.
    """
    if isinstance(error, MkDocsException):
        return None
    for frame in reversed(extract_tb(error.__traceback__)):
        file = Path(frame.filename)
        if file.is_relative_to(PACKAGE):
            return None
        for name, plugin in plugins.items():
            if _is_part_of(file, plugin):
                log.debug("%s", "".join(format_exception(error)))
                reason = f"{type(error).__name__}: {error}"
                advice = (
                    "remove it, or see “Other plugins of MkDocs” in the handbook; `mkdocs build --verbose` says more"
                )
                return PluginError(f"mkdocs.yml: the plugin or hook {name} failed with {reason}: {advice}")
    return None


def _is_part_of(file: Path, plugin: object) -> bool:
    """Return whether a file is a hook, or belongs to a plugin: to its package, or to its one module."""
    module = plugin if inspect.ismodule(plugin) else inspect.getmodule(type(plugin))
    source = Path(getattr(module, "__file__", None) or "")
    is_in_package = not inspect.ismodule(plugin) and bool(module and module.__package__)
    return file.is_relative_to(source.parent) if is_in_package else file == source
