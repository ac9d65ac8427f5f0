"""`dossier draft`: draft records of all that a source says and no record has yet."""

import sys
from pathlib import Path

import click

from dossier.cli.choosing import Chooser
from dossier.cli.console import EXIT_OK
from dossier.cli.options import examples, root_option
from dossier.cli.parameter_types import RecordId
from dossier.cli.record_arguments import read_text_name
from dossier.editor.draft_source import DRAFTED_MENTIONS, SourceDrafter, SourceDrafts
from dossier.editor.likely_disagreements import find_likely_disagreements
from dossier.editor.loading import load_or_fail, select_texts
from dossier.editor.transaction import apply
from dossier.model.errors import UserError
from dossier.model.finding import escape_controls
from dossier.model.kinds.event import Event
from dossier.model.kinds.number import Number
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.report.progress import Progress
from dossier.report.text import terminal_width
from dossier.text.whitespace import collapse_whitespace

_WIDTH = 80
_ID_WIDTH, _WORDS_WIDTH = 40, 22
"""The columns of a terminal, those of an id, and of the words that a draft is about."""
_NEEDED = tuple(f"{kind.singular}:" for kind in (Quote, Number, Event))
"""Records that must be readable: what they cite is not drafted again."""


@click.command(
    "draft",
    help="Draft what a source says and no record has yet.",
    epilog=examples("dossier draft cnn-report --dry-run", "dossier draft cnn-report --only quotes --only names"),
)
@root_option
@click.argument("source", type=RecordId("source"), help="the source's id, or its file in seeds/")
@click.option("--only", multiple=True, type=click.Choice(DRAFTED_MENTIONS), help="draft these only")
@click.option("--dry-run", is_flag=True, help="list the drafts; write nothing")
def command(root: Path, source: str, only: tuple[str, ...], dry_run: bool) -> int:
    """Write the drafts, or list them, and say what is left to do."""
    dossier = load_or_fail(root)
    texts = select_texts(dossier, read_text_name(source, dossier, Chooser(None)))
    if len(texts) > 1:
        raise UserError(f"{source} is the text of several sources: {', '.join(texts)}; name one of them")
    unreadable = sorted(key for key in dossier.unreadable_keys if key.startswith(_NEEDED))
    if unreadable:
        raise UserError(
            f"these cannot be read, and would be drafted again: {', '.join(unreadable)}; see `dossier check`"
        )
    ((id, text),) = texts.items()
    record = dossier.by_key[f"{Source.singular}:{id}"]
    assert isinstance(record, Source)
    wanted = only or DRAFTED_MENTIONS
    drafter = SourceDrafter(dossier, record, text)
    progress = Progress("Drafts", drafter.count_mentions(wanted))
    found = drafter.drafts(wanted, progress.step)
    progress.close()
    if not dry_run:
        apply(root, [draft.change for draft in found.drafts])
    sys.stdout.write(_table(found))
    sys.stderr.write(_summary(found, id, dry_run=dry_run))
    if not dry_run:
        sys.stderr.write(_disagreements(root, id))
    return EXIT_OK


def _table(found: SourceDrafts) -> str:
    """Return a line for each draft, in columns for a terminal, and one for each record that it is about.

    A line has its id alone where that leaves no room beside it.
    """
    rows = [
        (f"{draft.kind.singular} {draft.id}", _shorten(draft.words, _WORDS_WIDTH), ", ".join(draft.found), draft.links)
        for draft in found.drafts
    ]
    first, second = (max((terminal_width(str(row[column])) for row in rows), default=0) for column in range(2))
    first = min(first, _ID_WIDTH)
    lines = []
    for id, words, details, links in rows:
        start = f"{id}\n" + " " * first if terminal_width(id) > first else _padded(id, first)
        details = _shorten(details, _WIDTH - first - second - 4)
        lines.append(f"{start}  {_padded(words, second)}  {details}".rstrip() + "\n")
        lines += [f"    {_shorten(f'→ {link}', _WIDTH - 4)}\n" for link in links]
    return "".join(lines)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - terminal_width(text))


def _summary(found: SourceDrafts, source: str, *, dry_run: bool) -> str:
    lines = [f"`{spelling}` is probably {key}: add it to its `aliases`" for spelling, key in found.spellings]
    lines += [f"{key} is a {size} in this text: its `precision` is unknown" for key, size in found.sizes]
    lines += [f"{draft.change.new_path}: {duplicate}" for draft in found.drafts for duplicate in draft.duplicates]
    count = len(found.drafts)
    if not count:
        lines.append(f"nothing new to draft from {source}; `dossier coverage` lists what no record has")
    elif dry_run:
        lines.append(f"{count} records would be drafted; without --dry-run they are written")
    else:
        lines.append(f"{count} drafts, none of which is published: fill in every TODO, or delete the file")
    return "".join(f"{line}\n" for line in lines)


def _disagreements(root: Path, source: str) -> str:
    """Return the commands that draft disagreements of this source with others, "" if no figures seem to differ."""
    lines = [f"  {likely.command}\n" for likely in find_likely_disagreements(load_or_fail(root), source)]
    return "".join(("these figures may disagree; if they do:\n", *lines)) if lines else ""


def _shorten(words: str, width: int) -> str:
    """Return words that take no more columns of a terminal than `width`, with an ellipsis if they are cut."""
    words = escape_controls(collapse_whitespace(words))
    if terminal_width(words) <= width:
        return words
    while terminal_width(words) >= width:
        words = words[:-1]
    return f"{words.rstrip()}…"
