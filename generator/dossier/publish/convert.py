"""Convert the Markdown of generated pages to HTML with pyromark, in a hundredth of the time of Python-Markdown.

The pages are CommonMark with tables (GitHub Flavored Markdown, section 4.10). Headings get the ids, and the table of
contents the entries, that Python-Markdown's `toc` extension would give them.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from html import escape, unescape
from sys import intern  # Most anchors recur from page to page.
from typing import Any, NamedTuple, cast

import pyromark
from markdown.extensions.toc import nest_toc_tokens, slugify, strip_tags, unique

LinkResolver = Callable[[str], str]
"""Given the destination of a link in Markdown, returns the address for the page."""
Event = str | dict[str, Any]
"""An event of pyromark: a mark, or its kind with its data."""
_ANCHOR = re.compile(r"""\s(?:id|name)=(?:"([^"]*)"|'([^']*)')""")
_OPENING: Mapping[str, str] = {
    "Paragraph": "<p>", "Item": "<li>", "Emphasis": "<em>", "Strong": "<strong>", "HtmlBlock": "",
}  # fmt: skip
_CLOSING: Mapping[str, str] = {
    "Paragraph": "</p>\n", "Item": "</li>\n", "Emphasis": "</em>", "Strong": "</strong>", "HtmlBlock": "",
    "Link": "</a>", "CodeBlock": "</code></pre>\n", "TableRow": "</tr>\n", "Table": "</tbody>\n</table>\n",
}  # fmt: skip
"""What a tag without data always writes where it starts, and where it ends."""
MAX_HEADINGS = 2**10
"""Headings whose names and ids are kept: most pages have the same."""


class HtmlPage(NamedTuple):
    """A page as HTML: the title from its first heading if that begins the page, the nested headings, all anchors."""

    html: str
    title: str | None
    toc: list[Any]
    anchors: frozenset[str]


def convert_markdown(markdown: str, resolve: LinkResolver) -> HtmlPage:
    """Return a page as HTML. `resolve` is called for the destination of each link and image that is not raw HTML."""
    writer = _Writer(resolve)
    for event in cast(Iterator[Event], pyromark.events(markdown, options=pyromark.Options.ENABLE_TABLES)):
        if isinstance(event, str):
            writer.write_mark(event)
        else:
            kind, value = event.popitem()  # There is one; this is the fastest way to both.
            _EVENTS[kind](writer, value)
    return writer.page()


class _Writer:
    """Writes the HTML of one page from the events of pyromark, one after another."""

    def __init__(self, resolve: LinkResolver) -> None:
        self._resolve = resolve
        self._pieces: list[str] = []
        self._headings: list[Any] = []
        self._ids: set[str] = set()
        self._anchors: set[str] = set()
        self._heading_start = 0
        self._alignments: tuple[str, ...] = ()
        self._column = 0
        self._cell = "td"
        self._image: Mapping[str, Any] | None = None
        self._alternative: list[str] = []
        self._title: str | None = None

    def page(self) -> HtmlPage:
        """Return the page when all events are written."""
        html = "".join(self._pieces).strip("\n")
        return HtmlPage(html, self._title, nest_toc_tokens(self._headings), frozenset(self._anchors | self._ids))

    def write_mark(self, mark: str) -> None:
        """Write the end of a line or a rule."""
        self._write({"SoftBreak": "\n", "HardBreak": "<br />\n", "Rule": "<hr />\n"}[mark])

    def _write(self, html: str) -> None:
        self._pieces.append(html)

    def text(self, text: str) -> None:
        """Write text, or keep it for the image that it describes."""
        if self._image is None:
            if "&" in text or "<" in text or ">" in text:
                text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            self._pieces.append(text)
        else:
            self._alternative.append(text)

    def code(self, text: str) -> None:
        """Write code within a line."""
        self._write(f"<code>{escape(text, quote=False)}</code>")

    def raw(self, html: str) -> None:
        """Write HTML as it is; note its anchors."""
        if "id=" in html or "name=" in html:
            self._anchors.update(intern(unescape(double or single)) for double, single in _ANCHOR.findall(html))
        self._pieces.append(html)

    def start(self, tag: str | Mapping[str, Any]) -> None:
        """Write the start of a tag."""
        if not isinstance(tag, str):
            for name, data in tag.items():
                _STARTS[name](self, data)
        elif tag in _OPENING:
            self._pieces.append(_OPENING[tag])
        else:
            self._start_in_table(tag)

    def end(self, tag: str | Mapping[str, Any]) -> None:
        """Write the end of a tag."""
        if not isinstance(tag, str):
            for name, data in tag.items():
                _ENDS[name](self, data)
        elif tag in _CLOSING:
            self._pieces.append(_CLOSING[tag])
        elif tag == "Image":
            self._end_image()
        else:
            self._end_in_table(tag)

    def start_heading(self, heading: object) -> None:
        """Note where a heading begins."""
        self._heading_start = len(self._pieces)

    def start_link(self, link: Mapping[str, Any]) -> None:
        """Write the start of a link."""
        title = f' title="{escape(link["title"])}"' if link["title"] else ""
        address = f"mailto:{link['dest_url']}" if link["link_type"] == "Email" else self._resolve(link["dest_url"])
        self._write(f'<a href="{escape(address)}"{title}>')

    def start_image(self, image: Mapping[str, Any]) -> None:
        """Note an image, which is written with the text that describes it."""
        self._image, self._alternative = image, []

    def start_code_block(self, block: str | Mapping[str, str]) -> None:
        """Write the start of a block of code, with its language if that is named."""
        language = block["Fenced"].split()[:1] if isinstance(block, Mapping) else []
        self._write(f'<pre><code class="language-{escape(language[0])}">' if language else "<pre><code>")

    def start_list(self, first: int | None) -> None:
        """Write the start of a list, with its first number if it has numbers."""
        self._write("<ul>\n" if first is None else "<ol>\n" if first == 1 else f'<ol start="{first}">\n')

    def start_table(self, alignments: tuple[str, ...]) -> None:
        """Write the start of a table with columns that are aligned so."""
        self._alignments = alignments
        self._write("<table>\n")

    def start_quote(self, quote: object) -> None:
        """Write the start of a block quote."""
        self._write("<blockquote>\n")

    def end_quote(self, quote: object) -> None:
        """Write the end of a block quote."""
        self._write("</blockquote>\n")

    def end_list(self, is_numbered: bool) -> None:
        """Write the end of a list."""
        self._write("</ol>\n" if is_numbered else "</ul>\n")

    def end_heading(self, tag: str) -> None:
        """Write a heading with its id."""
        level = int(tag[1])
        inner = "".join(self._pieces[self._heading_start :]).strip()
        name, slug = _name_and_slug(inner)
        anchor = unique(slug, self._ids)
        if level == 1 and self._heading_start == 0:
            self._title = name
        self._pieces[self._heading_start :] = [f'<h{level} id="{anchor}">{inner}</h{level}>\n']
        self._headings.append({"level": level, "id": anchor, "name": name})

    def _start_in_table(self, tag: str) -> None:
        if tag == "TableCell":
            alignment = self._alignments[self._column].lower()
            self._write(
                f"<{self._cell}>" if alignment == "none" else f'<{self._cell} style="text-align: {alignment};">'
            )
            return
        self._cell, self._column = "th" if tag == "TableHead" else "td", 0
        self._write("<thead>\n<tr>\n" if tag == "TableHead" else "<tr>\n")

    def _end_in_table(self, tag: str) -> None:
        if tag == "TableCell":
            self._column += 1
            self._write(f"</{self._cell}>\n")
        else:
            self._write("</tr>\n</thead>\n<tbody>\n")

    def _end_image(self) -> None:
        image, self._image = self._image or {}, None
        title = f' title="{escape(image["title"])}"' if image["title"] else ""
        alternative = escape("".join(self._alternative))
        self._write(f'<img alt="{alternative}" src="{escape(self._resolve(image["dest_url"]))}"{title} />')


_EVENTS: Mapping[str, Callable[[_Writer, Any], None]] = {
    "Start": _Writer.start, "End": _Writer.end, "Text": _Writer.text, "Code": _Writer.code, "Html": _Writer.raw,
    "InlineHtml": _Writer.raw,
}  # fmt: skip
"""The method for each kind of event. A writer that named its own methods would be garbage that waits for a search."""
_STARTS: Mapping[str, Callable[[_Writer, Any], None]] = {
    "Heading": _Writer.start_heading, "Link": _Writer.start_link, "Image": _Writer.start_image,
    "CodeBlock": _Writer.start_code_block, "List": _Writer.start_list, "Table": _Writer.start_table,
    "BlockQuote": _Writer.start_quote,
}  # fmt: skip
_ENDS: Mapping[str, Callable[[_Writer, Any], None]] = {
    "Heading": _Writer.end_heading, "List": _Writer.end_list, "BlockQuote": _Writer.end_quote,
}  # fmt: skip
"""The methods for tags with data."""


@lru_cache(MAX_HEADINGS)
def _name_and_slug(heading: str) -> tuple[str, str]:
    """Return the text of a heading as HTML without tags, and the id that follows from it."""
    name = strip_tags(heading)
    return name, slugify(unescape(name), "-")
