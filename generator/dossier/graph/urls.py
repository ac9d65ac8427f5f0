"""The addresses of pages and passages, relative to the root of the site."""

from collections.abc import Iterator

from dossier.graph.statements import Statement
from dossier.model.citation import Citation
from dossier.model.content_item import ContentItem
from dossier.model.kinds.source import Source
from dossier.model.record import Record
from dossier.text.spans import Spanning

HOME_PAGE = "index.md"
TEXT_PAGES = "texts"
RECORD_DATA = "data/records"
"""The folder with the file of each record's data."""
EMBEDS = "embed"
"""The folder with the pages that other sites may frame."""
LISTED_ON = {"events": "timeline.md", "places": "map.md"}
"""The pages that list all records of a kind, for the kinds that have no index of their own."""


def page_path(record: Record) -> str:
    """Return the path of a record's Markdown page, such as `actors/juan-guaido.md`."""
    return f"{record.plural}/{record.id}.md"


def index_path(kind: type[Record]) -> str:
    """Return the path of the page that lists all records of a kind."""
    return LISTED_ON.get(kind.plural, f"{kind.plural}/index.md")


def data_path(record: Record) -> str:
    """Return the path of the file with a record's data, such as `data/records/actors/juan-guaido.json`."""
    return f"{RECORD_DATA}/{record.plural}/{record.id}.json"


def embed_path(record: Record, id: str = "", diagram: str = "") -> str:
    """Return the path of the page for frames of a record, or of a diagram of it, also under a former id."""
    return f"{EMBEDS}/{record.plural}/{id or record.id}{diagram and f'/{diagram}'}.html"


def oembed_path(embed: str) -> str:
    """Return the path of the file that describes such a page to programs."""
    return f"data/oembed{embed.removeprefix(EMBEDS).removesuffix('.html')}.json"


def text_page_path(source_id: str) -> str:
    """Return the path of the Markdown page that shows a source's text."""
    return f"{TEXT_PAGES}/{source_id}.md"


def page_url(page: str) -> str:
    """Return the address of the HTML page built from a Markdown page: `actors/a.html` for `actors/a.md`."""
    return page.removesuffix(".md") + ".html"


def item_page_path(item: ContentItem) -> str:
    """Return the path of the Markdown page with an item's statements: the settings' are on the home page."""
    return page_path(item) if isinstance(item, Record) else HOME_PAGE


def statement_url(statement: Statement) -> str:
    """Return the address of a statement: `actors/juan-guaido.html#s-declared`."""
    return f"{page_url(item_page_path(statement.item))}#{statement.anchor}"


def former_urls(record: Record) -> Iterator[tuple[str, str]]:
    """Yield each former address of a record's page, or of its source text's page, with the present address.

    The text of a withdrawn source has no page: its addresses lead to the source's own page.
    """
    url = page_url(page_path(record))
    for old_id in record.formerly:
        yield page_url(f"{record.plural}/{old_id}.md"), url
    for plural in record.former_plurals:
        for any_id in (record.id, *record.formerly):
            yield page_url(f"{plural}/{any_id}.md"), url
    if isinstance(record, Source) and record.has_text:
        text_url = page_url(text_page_path(record.id))
        for old_id in record.formerly:
            yield page_url(text_page_path(old_id)), url if record.withdrawn else text_url
        if record.withdrawn:
            yield text_url, url


def citation_anchor(citation: Citation) -> str:
    """Return the anchor of a passage on the page of its record: its path, such as `passages.0`."""
    return ".".join(map(str, citation.path))


def citation_url(citation: Citation) -> str:
    """Return the address of a passage on the page of its record, which is also the id of its annotation."""
    return f"{page_url(page_path(citation.record))}#{citation_anchor(citation)}"


def passage_anchor(span: Spanning) -> str:
    """Return the anchor of a passage on its source's text page: `p-<start>-<end>`, in code points."""
    return f"p-{span.start}-{span.end}"


def relative_url(target: str, page: str) -> str:
    """Return the link from `page` to `target`, both relative to the root of the site. A cache would be slower."""
    folder, up = page[: page.rfind("/") + 1], ""
    while not target.startswith(folder):
        folder, up = folder[: folder.rfind("/", 0, -1) + 1], f"{up}../"
    return up + target[len(folder) :]
