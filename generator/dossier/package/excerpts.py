"""The excerpts of a text that its rights keep from an archive: the cited stretches, where they stand, and no more."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

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
