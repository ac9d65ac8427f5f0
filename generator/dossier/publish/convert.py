"""Convert the Markdown of generated pages to HTML with pyromark, in a hundredth of the time of Python-Markdown.

The pages are CommonMark with tables (GitHub Flavored Markdown, section 4.10). Headings get the ids, and the table of
contents the entries, that Python-Markdown's `toc` extension would give them.
"""

import re
from collections.abc import Callable, Mapping
from html import escape, unescape
from typing import Any, NamedTuple

import pyromark
from markdown.extensions.toc import nest_toc_tokens, slugify, strip_tags, unique

LinkResolver = Callable[[str], str]
"""Given the destination of a link in Markdown, returns the address for the page."""
_ANCHOR = re.compile(r"""\s(?:id|name)=(?:"([^"]*)"|'([^']*)')""")
_TAGS: Mapping[str, str] = {
    "Paragraph": "p", "Item": "li", "BlockQuote": "blockquote", "Emphasis": "em", "Strong": "strong",
    "TableRow": "tr", "Table": "table",
}  # fmt: skip


class HtmlPage(NamedTuple):
    """A page as HTML: the title from its first heading if that begins the page, the nested headings, all anchors."""

    html: str
    title: str | None
    toc: list[Any]
    anchors: frozenset[str]


def convert_markdown(markdown: str, resolve: LinkResolver) -> HtmlPage:
    """Return a page as HTML. `resolve` is called for the destination of each link and image that is not raw HTML."""
    writer = _Writer(resolve)
    for event in pyromark.events(markdown, options=pyromark.Options.ENABLE_TABLES):
        writer.add(event)
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

    def add(self, event: str | Mapping[str, Any]) -> None:
        """Write an event."""
        if isinstance(event, str):
            self._write({"SoftBreak": "\n", "HardBreak": "<br />\n", "Rule": "<hr />\n"}[event])
        else:
            for kind, value in event.items():  # There is one; this is the fastest way to both.
                _HANDLERS[kind](self, value)

    def page(self) -> HtmlPage:
        """Return the page when all events are written."""
        html = "".join(self._pieces).strip("\n")
        return HtmlPage(html, self._title, nest_toc_tokens(self._headings), frozenset(self._anchors | self._ids))

    def _write(self, html: str) -> None:
        self._pieces.append(html)

    def _text(self, text: str) -> None:
        if self._image is None:
            self._pieces.append(escape(text, quote=False))
        else:
            self._alternative.append(text)

    def _code(self, text: str) -> None:
        self._write(f"<code>{escape(text, quote=False)}</code>")

    def _raw(self, html: str) -> None:
        if "id=" in html or "name=" in html:
            self._anchors.update(unescape(double or single) for double, single in _ANCHOR.findall(html))
        self._pieces.append(html)

    def _start(self, tag: str | Mapping[str, Any]) -> None:
        name, data = _name_and_data(tag)
        if name == "Heading":
            self._heading_start = len(self._pieces)
        elif name == "Link":
            title = f' title="{escape(data["title"])}"' if data["title"] else ""
            self._write(f'<a href="{escape(self._address(data))}"{title}>')
        elif name == "Image":
            self._image, self._alternative = data, []
        elif name == "CodeBlock":
            language = data["Fenced"].split()[:1] if isinstance(data, Mapping) else []
            self._write(f'<pre><code class="language-{escape(language[0])}">' if language else "<pre><code>")
        elif name == "List":
            self._write("<ul>\n" if data is None else "<ol>\n" if data == 1 else f'<ol start="{data}">\n')
        elif name == "Table":
            self._alignments = data
            self._write("<table>\n")
        elif name == "TableHead":
            self._cell, self._column = "th", 0
            self._write("<thead>\n<tr>\n")
        elif name == "TableCell":
            alignment = self._alignments[self._column].lower()
            self._write(
                f"<{self._cell}>" if alignment == "none" else f'<{self._cell} style="text-align: {alignment};">'
            )
        elif name == "TableRow":
            self._column = 0
            self._write("<tr>\n")
        elif name != "HtmlBlock":
            self._write(f"<{_TAGS[name]}>" + ("\n" if name == "BlockQuote" else ""))

    def _end(self, tag: str | Mapping[str, Any]) -> None:
        name, data = _name_and_data(tag)
        if name == "Heading":
            self._end_heading(int(data[1]))
        elif name == "Link":
            self._write("</a>")
        elif name == "Image":
            self._end_image()
        elif name == "CodeBlock":
            self._write("</code></pre>\n")
        elif name == "List":
            self._write("</ol>\n" if data else "</ul>\n")
        elif name == "TableHead":
            self._cell = "td"
            self._write("</tr>\n</thead>\n<tbody>\n")
        elif name == "TableCell":
            self._column += 1
            self._write(f"</{self._cell}>\n")
        elif name == "Table":
            self._write("</tbody>\n</table>\n")
        elif name != "HtmlBlock":
            self._write(f"</{_TAGS[name]}>" + ("" if name in ("Emphasis", "Strong") else "\n"))

    def _end_heading(self, level: int) -> None:
        inner = "".join(self._pieces[self._heading_start :]).strip()
        name = strip_tags(inner)
        anchor = unique(slugify(unescape(name), "-"), self._ids)
        if level == 1 and self._heading_start == 0:
            self._title = name
        self._pieces[self._heading_start :] = [f'<h{level} id="{anchor}">{inner}</h{level}>\n']
        self._headings.append({"level": level, "id": anchor, "name": name})

    def _end_image(self) -> None:
        image, self._image = self._image or {}, None
        title = f' title="{escape(image["title"])}"' if image["title"] else ""
        alternative = escape("".join(self._alternative))
        self._write(f'<img alt="{alternative}" src="{escape(self._resolve(image["dest_url"]))}"{title} />')

    def _address(self, link: Mapping[str, Any]) -> str:
        return f"mailto:{link['dest_url']}" if link["link_type"] == "Email" else self._resolve(link["dest_url"])


_HANDLERS: Mapping[str, Callable[[_Writer, Any], None]] = {
    "Start": _Writer._start, "End": _Writer._end, "Text": _Writer._text, "Code": _Writer._code, "Html": _Writer._raw,
    "InlineHtml": _Writer._raw,
}  # fmt: skip
"""The method for each kind of event. A writer that named its own methods would be garbage that waits for a search."""


def _name_and_data(tag: str | Mapping[str, Any]) -> tuple[str, Any]:
    """Return the name of a tag and what pyromark says of it, None if nothing."""
    return (tag, None) if isinstance(tag, str) else next(iter(tag.items()))
