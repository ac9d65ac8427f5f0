"""Jinja as the templates have it: what they name must be there, and filters know where their page stands."""

from functools import cached_property

from jinja2 import Environment
from jinja2.runtime import Context


class OnPage(Context):
    """A template's context, which knows where its page stands."""

    @cached_property
    def folder(self) -> str:
        """The folder of the page, with its `/`; empty for one at the root."""
        page: str = self["page"]
        return page[: page.rfind("/") + 1]


class Strict(Environment):
    """An environment where what a template names of a value must be there, and is never looked for among its items."""

    context_class = OnPage
    getattr = staticmethod(getattr)  # type: ignore[assignment]  # Python's own, which no frame stands around.
