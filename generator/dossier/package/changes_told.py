"""Changes since an earlier archive for people to read, as `CHANGES.md`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from dossier.link.prose import as_read

Change = Mapping[str, Any]


def told(changes: Mapping[str, Any], labels: Mapping[str, str]) -> str:
    """The changes as Markdown; `labels` are what records are called, by key."""
    since = changes["since"]
    lines = ["# Changes", "", f"Since {since['archive']}, whose seal is `{since['seal']}`.", ""]
    for heading, field, lines_of in SECTIONS:
        if changes[field]:
            lines += [f"## {heading}", ""]
            lines += (line for change in changes[field] for line in lines_of(change, labels))
            lines.append("")
    if not any(changes[field] for _, field, _ in SECTIONS):
        lines += ["Nothing that a record tells has changed.", ""]
    return "\n".join(lines)


def _record(change: Change, labels: Mapping[str, str]) -> Iterator[str]:
    """A record: what it is, where it is, what of it is another; its corrections below it."""
    place = f" (data/site/{change['url']})" if "url" in change else ""
    was = f", formerly {change['formerly']}" if isinstance(change.get("formerly"), str) else ""
    fields = f": {', '.join(change['fields'])}" if change.get("fields") else ""
    yield f"- {change['kind'].capitalize()} “{_line(change['label'])}”{place}{was}{fields}"
    if "withdrawn" in change:
        yield f"  - {_dated(change['withdrawn'], 'withdrawn', labels)}"
    for one in change.get("corrections", ()):
        yield f"  - {_corrected(one, labels)}"


def _correction(correction: Change, labels: Mapping[str, str]) -> Iterator[str]:
    yield f"- {_corrected(correction, labels)}"


def _corrected(correction: Change, labels: Mapping[str, str]) -> str:
    was = f" (was: {_line(correction['was'])})" if correction.get("was") else ""
    return _dated(correction, f"{_line(correction['what'])} corrected{was}", labels)


def _dated(revision: Change, what: str, labels: Mapping[str, str]) -> str:
    return f"{revision['date']}, {what}: {_line(as_read(revision['why'], labels))}"


def _address(address: str, labels: Mapping[str, str]) -> Iterator[str]:
    yield f"- {address}"


def _line(text: str) -> str:
    return " ".join(text.split())


SECTIONS: Sequence[tuple[str, str, Callable[[Any, Mapping[str, str]], Iterator[str]]]] = (
    ("Added", "added", _record),
    ("Changed", "changed", _record),
    ("Withdrawn", "withdrawn", _record),
    ("Taken away without a notice", "removed", _record),
    ("Corrections of the story in short", "corrections", _correction),
    ("Addresses that lead nowhere any more", "dead", _address),
)
