"""What has changed since an earlier archive: records, field by field, and addresses."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from dossier.archive.verify import SITE, NotAnArchiveError, files_at, records_of, verify
from dossier.graph.markup import strip_markup
from dossier.model.errors import UserError
from dossier.model.kinds import KINDS

FORMAT = "dossier-changes/1"
NO_CLAIMS = frozenset({"id", "url", "formerly", "corrections"})
"""Fields that tell of the record, not of the story; what they tell stands in the changes under names of their own."""

Data = Mapping[str, Any]


class IncomparableError(UserError):
    """The earlier archive is none, or does not verify."""


class ArchiveState(NamedTuple):
    """An archive made before: what it is called, its seal, its records, and the addresses of its pages."""

    name: str
    seal: str
    data: Data
    pages: frozenset[str]


def read_archive(path: Path) -> ArchiveState:
    """Read an archive, zipped or unpacked, that verifies; raises NotComparableError."""
    try:
        verified, files = verify(path), files_at(path)
    except NotAnArchiveError as error:
        raise IncomparableError(str(error)) from error
    if verified.faults:
        raise IncomparableError(f"{path} is not as it was made: {verified.faults[0]}")
    pages = (name.removeprefix(SITE) for name in files.sizes if name.startswith(SITE) and name.endswith(".html"))
    return ArchiveState(path.name, verified.seal, records_of(files)[0], frozenset(pages))


def diff_archives(old: ArchiveState, new: Data, pages: Iterable[str], labels: Mapping[str, str]) -> dict[str, Any]:
    """The changes as data, format `dossier-changes/1`; every list is sorted by kind and id.

    `new` are the records as they are now, `pages` the addresses of the site, `labels` what records are called, by key.
    """
    before, added, changed = _by_key(old.data), [], []
    for key, record in _by_key(new).items():
        name = next((one for one in (key, *_former(key, record)) if one in before), None)
        told = {**_of(key, labels), "url": record["url"]}
        if name is None:
            added.append(told)
            continue
        was = before.pop(name)
        told |= {"fields": _differing(was, record), "corrections": _new(was, record), "formerly": was["id"]}
        if told["fields"] or told["corrections"] or name != key:
            changed.append({field: told[field] for field in told if field != "formerly" or name != key})
    notices = [one for one in new["withdrawn"] if (one["kind"], one["id"]) not in _notices(old.data)]
    gone = before.keys() - {f"{one['kind']}:{id}" for one in notices for id in (one["id"], *one.get("formerly", ()))}
    return {
        "format": FORMAT,
        "since": {"archive": old.name, "seal": old.seal},
        "added": added,
        "changed": changed,
        "withdrawn": notices,
        "removed": [_of(key, labels) for key in sorted(gone)],
        "corrections": _new(old.data, new),
        "dead": sorted(old.pages.difference(pages)),
    }


def _by_key(data: Data) -> dict[str, Data]:
    """The records by key, kind by kind, each kind by id."""
    return {f"{kind.singular}:{one['id']}": one for kind in KINDS for one in data.get(kind.plural, ())}


def _former(key: str, record: Data) -> Iterator[str]:
    """The keys that a record had before."""
    kind = key.partition(":")[0]
    return (f"{kind}:{old}" for old in record.get("formerly", ()))


def _notices(data: Data) -> set[tuple[str, str]]:
    return {(one["kind"], one["id"]) for one in data.get("withdrawn", ())}


def _of(key: str, labels: Mapping[str, str]) -> dict[str, Any]:
    kind, _, name = key.partition(":")
    return {"kind": kind, "id": name, "label": labels.get(key, name)}


def _differing(was: Data, now: Data) -> list[str]:
    """The fields that tell something else, or tell it only now, or no longer."""
    return sorted(field for field in (was.keys() | now.keys()) - NO_CLAIMS if was.get(field) != now.get(field))


def _new(was: Data, now: Data) -> list[Any]:
    """The corrections that were not told before."""
    return [one for one in now.get("corrections", ()) if one not in was.get("corrections", ())]


Change = Mapping[str, Any]


def render_markdown(changes: Mapping[str, Any], labels: Mapping[str, str]) -> str:
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
    return f"{revision['date']}, {what}: {_line(strip_markup(revision['why'], labels))}"


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
