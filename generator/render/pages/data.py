"""The data files."""

from collections.abc import Mapping
from typing import Any

from generator.link import Graph
from generator.render.markdown import Markdown
from generator.render.page import Page, Told


def _given(graph: Graph, told: Told) -> Mapping[str, Any]:
    return {"exports": [(text, Markdown(f"```python\n{text.example}```")) for text in told.exports]}


PAGE = Page("data.md", "data.md.j2", _given, searched=True)
