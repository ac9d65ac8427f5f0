"""The payload of an archive: the site, the content, and each source text in full or in excerpts, by its rights."""

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
RECORDS = "data/dossier.json"
TOOL = "tool.json"
LEFT_OUT = frozenset({"sitemap.xml.gz"})
"""Files of the site that are not archived: the archive has sitemap.xml, and zlib versions compress it differently."""


def serialize_excerpts(source: Mapping[str, Any], text: str, passages: Iterable[Mapping[str, Any]]) -> bytes:
    """Return the cited passages of a text as JSON, adjacent and overlapping ones merged.

    `source` is the record in `data/dossier.json`. `start` and `end` count code points of the whole `text`, and `sha256`
    is that of the whole text, so that a copy of it can be verified.
    """
    spans: list[list[int]] = []
    for start, end in sorted((passage["start"], passage["end"]) for passage in passages):
        if spans and start <= spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], end)
        else:
            spans.append([start, end])
    document = {
        "format": FORMAT,
        "source": source["id"],
        "file": source["text"],
        "sha256": source["sha256"],
        "length": len(text),
        "rights": source["rights"]["statement"] if "rights" in source else None,
        "excerpts": [{"start": start, "end": end, "text": text[start:end]} for start, end in spans],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


class PayloadFile(NamedTuple):
    """A file of the payload: its path below `data/`, and its bytes."""

    name: str
    content: bytes


def build_payload(root: Path, site: Path, dossier: Dossier, before: Mapping[str, str]) -> Iterator[PayloadFile]:
    """Yield every file of the payload, sorted by name; each is read only once.

    `before` maps the inputs of the site to their SHA-256. Raises InputsChangedError where one has changed since.
    """
    data = json.loads((site / RECORDS).read_bytes())
    drafts = {record.path for record in dossier.records_with_pages if record.is_draft}
    content = sorted(path for path in before if path.startswith("content/") and path not in drafts)
    settings = [name for name in FILES if name in before]
    built = {f"site/{name}": site / name for name in _site_files(site)}
    texts = {_text_name(source): source for source in data["sources"] if "text" in source}
    originals = [source["original"] for source in texts.values() if "original" in source and _may_pass_on(source)]
    locators = [original["locators"] for original in originals if original.get("locators")]
    documents = [f"seeds/{pinned['file']}" for pinned in (*originals, *locators)]
    for name in sorted([*content, *settings, *built, *texts, *documents, TOOL]):
        if name in built:
            yield PayloadFile(name, built[name].read_bytes())
        elif name in texts:
            yield PayloadFile(name, _text(root, data, texts[name], before))
        elif name == TOOL:
            yield PayloadFile(name, _tool_versions())
        else:
            yield PayloadFile(name, read_unchanged(root, name, before))


def _site_files(site: Path) -> Iterator[str]:
    for file in site.rglob("*"):
        name = file.relative_to(site).as_posix()
        if file.is_file() and name not in LEFT_OUT and not name.startswith("."):
            yield name


def _text_name(source: Mapping[str, Any]) -> str:
    """Return the name below `data/` of a source's text or excerpts."""
    return f"seeds/{source['text']}" if _may_pass_on(source) else f"excerpts/{source['text']}.json"


def _may_pass_on(source: Mapping[str, Any]) -> bool:
    """Return whether the rights allow passing on the whole text, and the web page it was extracted from."""
    return bool(source["rights"]["show"] == "whole")


def _text(root: Path, data: Any, source: Mapping[str, Any], before: Mapping[str, str]) -> bytes:
    """Return a source's text, or the excerpts that its rights allow."""
    text = read_unchanged(root, f"seeds/{source['text']}", before)
    if _may_pass_on(source):
        return text
    cited = (passage for passage in passages_in(data) if passage["file"] == source["text"])
    return serialize_excerpts(source, text.decode("utf-8"), cited)


def _tool_versions() -> bytes:
    """Return as JSON the versions of this program and of the packages it requires."""
    packages = {}
    for requirement in requires("mkdocs-dossier") or ():
        name = re.match(r"[\w.-]+", requirement)
        if name and "extra ==" not in requirement:
            packages[name[0]] = version(name[0])
    tool = {"dossier": version("mkdocs-dossier"), "packages": packages}
    return (json.dumps(tool, indent=1, sort_keys=True) + "\n").encode()
