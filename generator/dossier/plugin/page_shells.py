"""The shells of pages: what the theme puts around the content of generated pages, rendered once for all that have it.

Generated pages outside the navigation differ from others of their folder in their *slots* only: title, description,
address, file, table of contents and content. So the theme renders one page of each shape with marks in its slots, and
the other pages are the pieces between the marks, joined with what is theirs. Nothing here knows the theme's HTML.

Before any page is written, one page of each shape and one in a hundred at random are also rendered by the
theme. If one differs, no shell is used. Without this module, or with the option `page_shells: false`, a build writes
the same site.
"""

import logging
import posixpath
import random
import re
from collections.abc import Callable, Iterable, Mapping
from copy import copy
from itertools import chain
from math import ceil
from secrets import token_hex
from typing import Any, NamedTuple
from urllib.parse import quote

from jinja2 import Environment, Template
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from dossier.plugin.generated_page import GeneratedFile
from dossier.plugin.page_store import StoredPage, headings_of, release_html
from dossier.render.head import as_text

log = logging.getLogger("mkdocs.plugins.dossier")

Context = Mapping[str, Any]
Shape = tuple[str, str, str]
PAGE_TEMPLATE = "main.html"
PAGES_PER_SAMPLE = 100
PLAIN_NAME = re.compile(r"[\w-]+\.html", re.ASCII)
"""The name of a page that is the same in every encoding of an address."""


class Shell(NamedTuple):
    """The pieces of a page around its slots, and the names of the slots between them."""

    pieces: tuple[str, ...]
    slots: tuple[str, ...]

    def fill(self, values: Mapping[str, str]) -> str:
        """Return the page with these values in its slots."""
        filled = [self.pieces[0]]
        for slot, piece in zip(self.slots, self.pieces[1:], strict=True):
            filled += values[slot], piece
        return "".join(filled)


class PageShells:
    """The shells of the pages of a build, none until they are prepared."""

    def __init__(self, environment: Environment, context_of: Callable[[Page], Context]) -> None:
        """Take the environment of the theme's templates, and what returns the context of a page in MkDocs."""
        self._environment, self._context_of = environment, context_of
        self._shells: dict[str, Shell] = {}
        self._tocs: dict[Any, str] = {}
        token = token_hex(8)
        self._token = token
        self._marks = {name: f"{token}-{name}" for name in ("name.html", "file", "anchor", "toc")}
        self._marks |= {name: f"<h1>&\"'{token}-{name}" for name in ("title", "description", "content")}
        self._marks["title in an address"] = _in_address(self._marks["title"])

    def prepare(self, pages: Iterable[Page]) -> None:
        """Make the shells of pages whose content is known; none if it would change one of the samples."""
        by_shape: dict[Shape, list[Page]] = {}
        for page in filter(_has_slots, pages):
            by_shape.setdefault(_shape(page), []).append(page)
        shells = {page.url: shell for alike in by_shape.values() for shell in [self._make(alike[0])] for page in alike}
        drawn = random.sample([*chain(*by_shape.values())], ceil(len(shells) / PAGES_PER_SAMPLE))
        for page in (*(alike[0] for alike in by_shape.values()), *drawn):
            if self._fill(shells[page.url], page, self._context_of(page)) != self._by_theme(page):
                log.info("Every page is rendered by the theme: a shell would change %s", page.file.dest_uri)
                return
        self._shells = shells

    def render(self, context: Context) -> str | None:
        """Return the page of a context, None if it has no shell."""
        page = context["page"]
        shell = self._shells.get(page.url) if page else None
        return self._fill(shell, page, context) if shell else None

    def _make(self, page: Page) -> Shell:
        """Return the shell of a page; where the theme changes what is in a slot, it has the marks, and is wrong."""
        marks = self._marks
        stand_in = copy(page)
        stand_in.file = copy(page.file)
        folder, name = posixpath.split(page.url)
        stand_in.file.url = posixpath.join(folder, marks["name.html"])
        if page.canonical_url:
            stand_in.canonical_url = page.canonical_url.removesuffix(name) + marks["name.html"]
        if isinstance(stand_in.file, GeneratedFile) and stand_in.file.edited_file:
            stand_in.file.edited_file = posixpath.join(posixpath.dirname(_edited_file(page)), marks["file"])
            before, _, after = (page.edit_url or "").rpartition(posixpath.basename(_edited_file(page)))
            stand_in.edit_url = f"{before}{marks['file']}{after}" if page.edit_url else None
        stand_in.meta = {**page.meta, "title": marks["title"], "description": marks["description"]}
        stand_in.content = marks["content"]
        stand_in.toc = TableOfContents([AnchorLink("", marks["anchor"], 1)])
        html = self._by_theme(stand_in).replace(self._toc(stand_in, self._context_of(stand_in)), marks["toc"])
        release_html(stand_in)
        pieces = re.split(f"({'|'.join(map(re.escape, marks.values()))})", html)
        names = {mark: name for name, mark in marks.items()}
        return Shell(tuple(pieces[::2]), tuple(names[mark] for mark in pieces[1::2]))

    def _fill(self, shell: Shell, page: Page, context: Context) -> str:
        return shell.fill(
            {
                "title": page.meta["title"],
                "title in an address": _in_address(page.meta["title"]),
                "description": page.meta["description"],
                "content": page.content or "",
                "name.html": posixpath.basename(page.url),
                "file": posixpath.basename(_edited_file(page)),
                "anchor": page.toc.items[0].id,
                "toc": self._toc(page, context),
            }
        )

    def _toc(self, page: Page, context: Context) -> str:
        """Return the theme's table of contents of a page. Many pages share one: it has neither title nor address."""
        headings = headings_of(page.toc.items[0].children)
        if headings not in self._tocs:
            language = self._environment.get_template("partials/language.html").make_module(dict(context))
            values = {**context, "page": page, "lang": language}
            self._tocs[headings] = self._environment.get_template("partials/toc.html").render(values)
        return self._tocs[headings]

    def _by_theme(self, page: Page) -> str:
        """Return a page as the theme renders it when MkDocs is about to write it."""
        page.active = True
        try:
            return self._environment.get_template(PAGE_TEMPLATE).render(self._context_of(page))
        finally:
            page.active = False


def use_page_shells(environment: Environment, nav: Navigation, files: Files, config: MkDocsConfig) -> None:
    """Let the environment of the theme's templates render pages from shells. The pages have their content already."""
    documents = files.documentation_pages()
    shells = PageShells(environment, lambda page: get_context(nav, documents, config, page))

    class ShellTemplate(Template):
        """A template of the theme; that of pages fills in their shells."""

        def render(self, *args: Any, **kwargs: Any) -> str:
            page = shells.render(args[0]) if self.name == PAGE_TEMPLATE and args else None
            return super().render(*args, **kwargs) if page is None else page

    environment.template_class = ShellTemplate
    listed = {page.url for page in nav.pages}
    pages = [file.page for file in documents if file.page is not None and file.page.url not in listed]
    shells.prepare(page for page in pages if isinstance(page, StoredPage))


def _has_slots(page: Page) -> bool:
    """Return whether all that a page has of its own is in slots."""
    has_heading = bool(page.toc.items) and page.toc.items[0].level == 1
    is_titled = bool(page.meta.get("title") and page.meta.get("description"))  # Themes leave out empty ones.
    has_plain_address = PLAIN_NAME.fullmatch(posixpath.basename(page.url)) is not None
    return has_heading and is_titled and has_plain_address


def _shape(page: Page) -> Shape:
    """Return what decides the shell of a page: its folder, that of its file, and what else its front matter has."""
    further = {name: value for name, value in page.meta.items() if name not in ("title", "description")}
    return posixpath.dirname(page.url), posixpath.dirname(_edited_file(page)), repr(sorted(further.items()))


def _edited_file(page: Page) -> str:
    return page.file.edited_file if isinstance(page.file, GeneratedFile) else ""


def _in_address(title: str) -> str:
    """Return a title, which is HTML, as a part of an address that is a report of an error."""
    return quote(as_text(title), safe="")
