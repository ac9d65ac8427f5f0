"""The types of arguments whose values a shell completes: ids of records, and values with descriptions.

Completion loads this module at every key press: it imports nothing that takes long to load.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from dossier.io.record_list import ListedRecord, list_records

MAX_DESCRIBED = 300
"""For more records than this, their names are not read."""


class RecordId(click.ParamType[str]):
    """An id, or the name, of a record of one of these kinds.

    With `has_kind`, it begins with the kind, as `actor:eva-holm`; `suffix` follows the id, as a colon before a line.
    With `kind_argument`, another argument says which kind it is.
    """

    name = "record"

    def __init__(self, *kinds: str, has_kind: bool = False, suffix: str = "", kind_argument: str | None = None) -> None:
        self.kinds = kinds
        self.has_kind = has_kind
        self.suffix = suffix
        self.kind_argument = kind_argument

    def options(self) -> dict[str, Any]:
        """Return the arguments that make an equal type, besides the kinds."""
        return {"has_kind": self.has_kind, "suffix": self.suffix, "kind_argument": self.kind_argument}

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
        """Return the ids that begin with what was typed, or those of the records with such a word in their names."""
        kinds, has_kind = self.kinds, self.has_kind
        if self.kind_argument:
            kind = ctx.params.get(self.kind_argument)
            kinds, has_kind = ((kind,), False) if kind in kinds else (kinds, True)
        records = list(list_records(_root_of(ctx), kinds))
        values = [(f"{record.kind}:{record.id}" if has_kind else record.id, record) for record in records]
        found = [(value, record) for value, record in values if value.startswith(incomplete)]
        if not found and incomplete:
            wanted = incomplete.rpartition(":")[2].casefold()
            found = [(value, record) for value, record in values if _has_word(record, wanted)]
        is_described = len(found) <= MAX_DESCRIBED
        return [
            CompletionItem(f"{value}{self.suffix}", help=(is_described and record.name) or None)
            for value, record in found
        ]


class Described(click.ParamType[str]):
    """Any text; a shell completes these values, which have descriptions."""

    name = "text"

    def __init__(self, values: Mapping[str, str]) -> None:
        self.values = values

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
        """Return the values that begin with what was typed."""
        found: Iterable[tuple[str, str]] = self.values.items()
        return [CompletionItem(value, help=text) for value, text in found if value.startswith(incomplete)]


def _has_word(record: ListedRecord, beginning: str) -> bool:
    return any(word.startswith(beginning) for word in record.name.casefold().replace("-", " ").split())


def _root_of(ctx: click.Context) -> Path:
    """Return the folder of the dossier, as the command line has it before or after the name of the command."""
    context: click.Context | None = ctx
    while context is not None:
        if context.params.get("root") not in (None, Path()):
            return Path(context.params["root"])
        context = context.parent
    return Path()
