"""No field may be left as `TODO`.

Passes: `summary: A docker of Port Brenn.`
Fails:  `summary: TODO`; `summary: "TODO: two to five sentences"`, which `dossier new` writes where a passage does not
    give the value; `speaker: todo`; the `note` of an exemption that `dossier coverage --exempt` could not write, in
    `dossier.yml` too.
"""

import re
from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.marks import TODO
from dossier.model.passage import Passage

ID = "unfinished-todo"
_TO_DO = re.compile(r"\s*(?:TODO\s*[:–—-]|todo:)")


def check(graph: Graph) -> Iterator[Finding]:
    for item in (graph.dossier.settings, *graph.dossier.records):
        for path, part in (((), item), *item.parts):
            if isinstance(part, Passage):
                continue
            for name, value in tuple(vars(part).items()):
                if isinstance(value, str) and is_to_do(value):
                    yield Finding(item.location(*path, name), ID, _message(name, value))
                elif isinstance(value, tuple) and name in type(part).model_fields:
                    for index, text in enumerate(value):
                        if isinstance(text, str) and is_to_do(text):
                            yield Finding(item.location(*path, name, index), ID, _message(name, text))
    for reference in graph.references:
        if reference.written == TODO and not reference.in_prose and reference.target not in graph.dossier.by_key:
            field = next(step for step in reversed(reference.path) if isinstance(step, str))
            hint = "the id of who said it; without one, say why in `speaker_basis`" if field == "speaker" else "an id"
            yield Finding(reference.location, ID, f"`{field}` is unfinished: {hint}")


def is_to_do(text: str) -> bool:
    """Return whether a text is still to be written: `TODO`, or what begins with `TODO:`, `TODO -` or `todo:`."""
    return _TO_DO.match(text) is not None or text.strip(" .:") == TODO.upper()


def _message(name: str, text: str) -> str:
    hint = _TO_DO.sub("", text).removeprefix(TODO.upper()).strip()
    return f"`{name}` is unfinished{f': {hint}' if hint else ''}"
