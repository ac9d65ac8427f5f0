"""The navigation, rendered once for all pages of a folder that are not in it.

Most pages are records, which the navigation does not list: it looks the same on all of a folder, but for Material's
templates it is a fifth of the work of a page. Without this module and its use, a build writes the same site.
"""

from collections.abc import Callable
from typing import Any

from jinja2 import Environment
from jinja2.ext import Extension
from jinja2.nodes import CallBlock, ContextReference, Node
from jinja2.parser import Parser
from jinja2.runtime import Context

NAVIGATION = "partials/nav.html"
"""Material's template of the navigation."""
TAG = "navigation"


class NavigationCache(Extension):
    """Keeps what the template of the navigation renders, as long as it is the environment's: for one build."""

    tags = {TAG}  # noqa: RUF012 - Jinja wants a set.

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self._kept: dict[str, str] = {}

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the template of the navigation in a block that is rendered when it is not kept yet."""
        inner = source.removesuffix("\n")  # Jinja drops a last line feed.
        return f"{{% {TAG} %}}{inner}{{% end{TAG} %}}" if name == NAVIGATION else source

    def parse(self, parser: Parser) -> Node:
        """Return the block as a call of `_render`."""
        line = next(parser.stream).lineno
        body = parser.parse_statements((f"name:end{TAG}",), drop_needle=True)
        call = self.call_method("_render", [ContextReference()], lineno=line)
        return CallBlock(call, [], [], body).set_lineno(line)

    def _render(self, context: Context, caller: Callable[[], str]) -> str:
        page: Any = context["page"]
        if page is None or page in context["nav"].pages:
            return caller()
        folder = page.url.rpartition("/")[0]
        if folder not in self._kept:
            self._kept[folder] = caller()
        return self._kept[folder]
