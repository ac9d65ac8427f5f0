"""Coverage as text: a table of counts, and a line for each open mention."""

from collections.abc import Sequence

from dossier.coverage.compute import count_coverage
from dossier.graph import Graph
from dossier.model.coverage import COVERAGE_STATES, CoverageItem
from dossier.model.dossier import Dossier
from dossier.model.finding import Location, escape_controls
from dossier.model.kinds.source import Source
from dossier.text.wording import truncate

COLUMNS = ("found", *COVERAGE_STATES)
MAX_EXCERPT_LENGTH = 80


def coverage_table(coverage: Sequence[CoverageItem]) -> str:
    """Return a table with a row for each source and kind of mention, and a column for each state."""
    rows = count_coverage(coverage)
    width = max((len(row.source) for row in rows), default=0)
    lines = [f"{'':{width}}  {'':9}" + "".join(f"  {column:>8}" for column in COLUMNS)]
    for row in rows:
        counts = "".join(f"  {row.counts[column]:8}" for column in COLUMNS)
        lines.append(f"{row.source:{width}}  {row.kind:9}{counts}")
    return "\n".join(lines) + "\n"


def exemption_of(graph: Graph, item: CoverageItem) -> Location | None:
    """Return where the exemption that names a mention is written, if there is one."""
    source = graph.dossier.by_key[f"{Source.singular}:{item.source}"]
    assert isinstance(source, Source)
    return None if item.exemption is None else graph.dossier.exemption_location(source, item.exemption, "text")


def open_mentions(graph: Graph, coverage: Sequence[CoverageItem]) -> str:
    """Return a line for each open mention: its place, its kind, its words, and its exemption if that needs a note."""
    lines = []
    for item in coverage:
        if item.state == "open":
            mention = item.mention
            location = graph.dossier.source_texts[mention.file].location(mention.start)
            words = truncate(mention.text, MAX_EXCERPT_LENGTH)
            exemption = exemption_of(graph, item)
            note = f": write the note of its exemption, {exemption}" if exemption else ""
            lines.append(escape_controls(f"{location}: {mention.kind} `{words}`{note}") + "\n")
    return "".join(lines)


def next_steps(dossier: Dossier, coverage: Sequence[CoverageItem]) -> str:
    """Return what to do about the open mentions, a line for each way; nothing if there are none."""
    still_open = [item for item in coverage if item.state == "open"]
    explained = sum(item.exemption is not None for item in still_open)
    unread = sum(item.exemption is None and dossier.may_be_unread(item.mention.text) for item in still_open)
    missing = len(still_open) - explained - unread
    lines = []
    if missing:
        lines.append(
            f"{missing} open: draft records with `dossier draft SOURCE`, exempt what needs none with "
            "`dossier coverage --exempt --write`"
        )
    if unread:
        lines.append(f"{unread} open that unreadable records may cover: see `dossier check`")
    if explained:
        lines.append(f"{explained} open until the note of {'its' if explained == 1 else 'their'} exemption says why")
    return "".join(f"{line}\n" for line in lines)
