"""The excerpts of a text that its rights keep from an archive: the cited stretches, where they stand, and no more."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import requires, version
from pathlib import Path
from typing import Any, NamedTuple

from dossier.archive.snapshot import FILES, read_unchanged
from dossier.archive.verify import passages_in
from dossier.model.dossier import Dossier

FORMAT = "dossier-excerpts/1"


def excerpts(source: Mapping[str, Any], text: str, passages: Iterable[Mapping[str, Any]]) -> bytes:
    """The excerpts as JSON, those that touch made one; `start` and `end` count code points of the whole `text`.

    `source` is the record as `data/dossier.json` has it, and `sha256` proves a copy of the whole to be the same.
    """
    spans: list[list[int]] = []
    for start, end in sorted((one["start"], one["end"]) for one in passages):
        if spans and start <= spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], end)
        else:
            spans.append([start, end])
    held = {
        "format": FORMAT,
        "source": source["id"],
        "file": source["text"],
        "sha256": source["sha256"],
        "length": len(text),
        "rights": source["rights"]["statement"] if "rights" in source else None,
        "excerpts": [{"start": start, "end": end, "text": text[start:end]} for start, end in spans],
    }
    return (json.dumps(held, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


RECORDS = "data/dossier.json"
LEFT_OUT = frozenset({"sitemap.xml.gz"})
"""Of the site: sitemap.xml is there, and another build of zlib packs it otherwise."""


class PayloadFile(NamedTuple):
    """A file of the payload: its name below `data/`, and its bytes."""

    name: str
    content: bytes


def build_payload(root: Path, site: Path, dossier: Dossier, before: Mapping[str, str]) -> Iterator[PayloadFile]:
    """Every file of the payload, sorted; each is read once, when it is asked for.

    `before` are the inputs that the site was built from; raises ChangedError where one is another by now.
    """
    data = json.loads((site / RECORDS).read_bytes())
    drafts = {record.path for record in dossier.records_with_pages if record.is_draft}
    content = sorted(path for path in before if path.startswith("content/") and path not in drafts)
    made = {f"site/{name}": site / name for name in _files(site)}
    held = {_name_of(source): source for source in data["sources"] if "text" in source}
    received = [f"seeds/{one['original']['file']}" for one in held.values() if "original" in one and _whole(one)]
    for name in sorted([*content, *made, *held, *received, *(name for name in FILES if name in before), "tool.json"]):
        if name in made:
            yield PayloadFile(name, made[name].read_bytes())
        elif name in held:
            yield PayloadFile(name, _text(root, data, held[name], before))
        else:
            yield PayloadFile(name, _tool() if name == "tool.json" else read_unchanged(root, name, before))


def _files(site: Path) -> Iterator[str]:
    found = (file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    return (name for name in found if name not in LEFT_OUT and not name.startswith("."))


def _name_of(source: Mapping[str, Any]) -> str:
    """Where the text of a source is put, by its rights."""
    return f"seeds/{source['text']}" if _whole(source) else f"excerpts/{source['text']}.json"


def _whole(source: Mapping[str, Any]) -> bool:
    """Whether its rights allow to pass on its whole text, and the page that this was taken out of."""
    return bool(source["rights"]["show"] == "whole")


def _text(root: Path, data: Any, source: Mapping[str, Any], before: Mapping[str, str]) -> bytes:
    """A source's text: the file itself, or the excerpts that its rights allow."""
    text = read_unchanged(root, f"seeds/{source['text']}", before)
    if _whole(source):
        return text
    cited = (one for one in passages_in(data) if one["file"] == source["text"])
    return excerpts(source, text.decode("utf-8"), cited)


def _tool() -> bytes:
    """What made the site: this program, and the packages that it names, each with its version."""
    named = (re.match(r"[\w.-]+", one) for one in requires("mkdocs-dossier") or () if "extra ==" not in one)
    packages = {one[0]: version(one[0]) for one in named if one}
    told = {"dossier": version("mkdocs-dossier"), "packages": packages}
    return (json.dumps(told, indent=1, sort_keys=True) + "\n").encode()
