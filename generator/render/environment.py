"""The templates' tools: strict, escaping by default, links relative to the page they stand on."""

from collections.abc import Iterable
from functools import cache, partial

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from generator.link import Graph
from generator.link.address import anchor_of, page_of, reader_page_of, relative
from generator.model.citation import Citation
from generator.model.edtf import Edtf
from generator.model.passage import UNIDENTIFIED
from generator.model.record import Record
from generator.render.dates import in_words, month_in_words
from generator.render.markdown import Markdown, attribute, escape, prose

TITLE_LENGTH = 240
BEGINNING = 6
ARROW = " → "
HAIR_SPACE = "\u200a"
"""Keeps marks apart from words and from each other, for the eye and for the search index."""


def environment(graph: Graph) -> Environment:
    """A Jinja environment whose filters know the graph. A value that is not Markdown already is escaped."""
    made = Environment(
        loader=PackageLoader("generator.render"),
        undefined=StrictUndefined,
        finalize=escape,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # One environment makes one set of pages.
        autoescape=False,  # `finalize` escapes for Markdown, which holds HTML's own characters too.
    )
    links = Links(graph)
    made.filters |= {
        "link": links.link,
        "brief": links.brief,
        "page": links.page,
        "prose": links.prose,
        "cite": links.cite,
        "marks": links.marks,
        "passage": links.passage,
        "attribute": attribute,
        "chain": links.chain,
        "day": lambda when: in_words(when) if isinstance(when, Edtf) else "date unknown",
        "month": month_in_words,
        "beginning": _beginning,
        "marker": _marker,
        "words": links.words,
        "capital": lambda text: str(text)[:1].upper() + str(text)[1:],
        "count": _count,
    }
    return made


class Links:
    """Filters that link: a template's `page` says where it stands."""

    def __init__(self, graph: Graph) -> None:
        self._keys = graph.dossier.by_key
        # Many pages say the same of a record, and what they say is the same on all pages of a folder.
        self._seeds = graph.dossier.seeds
        self._linked = cache(partial(_link, graph))
        self._cited = cache(self._cite)
        self._evidence = cache(partial(_evidence, graph))
        self._document = cache(partial(_document, graph))
        self._reader = cache(_reader)
        self._title = cache(_title)

    @pass_context
    def link(self, context: Context, record: Record | str | None, words: str | None = None) -> Markdown:
        """A link to a record, given itself or its key; to words alone where readers do not see it."""
        if record is None:
            return Markdown("not told")
        return self._linked(_folder(context), record if isinstance(record, str) else record.key, words)

    @pass_context
    def page(self, context: Context, path: str) -> Markdown:
        """The address of a page, from this one."""
        return Markdown(relative(path, context["page"]))

    @pass_context
    def prose(self, context: Context, text: str) -> Markdown:
        return prose(text, partial(self._linked, _folder(context)))

    @pass_context
    def cite(self, context: Context, record: Record) -> Markdown:
        """The marks after a statement in a list: the documents it rests on, each leading to its first passage there."""
        return self._cited(_folder(context), record.key)

    @pass_context
    def marks(self, context: Context, citations: Iterable[Citation]) -> Markdown:
        """The marks of these citations on their record's page, numbered as its evidence is."""
        folder, numbers = _folder(context), context["numbers"]
        marks = (self._mark(folder, one, str(numbers[one.passage.source, one.span])) for one in citations)
        return Markdown("".join(marks))

    @pass_context
    def passage(self, context: Context, citation: Citation) -> Markdown:
        """The address of a passage on its source's reader page."""
        return Markdown(self._address(_folder(context), citation))

    @pass_context
    def chain(self, context: Context, citation: Citation) -> Markdown:
        """The attribution chain, from the document held back to who said it."""
        links = [self._chain_link(_folder(context), name) for name in citation.passage.via]
        held = self._brief(_folder(context), f"source:{citation.passage.source}")
        return Markdown(ARROW.join([f"{held} (read here)", *links]))

    @pass_context
    def brief(self, context: Context, key: str) -> Markdown:
        """A link that calls the record what chains call it."""
        return self._brief(_folder(context), key)

    def words(self, citation: Citation) -> str:
        """The words of a passage as its source has them."""
        span = citation.span
        return self._seeds[span.file].text[span.start : span.end]

    def _cite(self, folder: str, key: str) -> Markdown:
        marks = (self._mark(folder, one, self._document(one.passage.source)) for one in self._evidence(key))
        return Markdown("".join(marks))

    def _mark(self, folder: str, citation: Citation, shown: str) -> str:
        address, title = self._address(folder, citation), self._title(self.words(citation))
        return f'{HAIR_SPACE}<sup>[{shown}]({address} "{title}")</sup>'

    def _address(self, folder: str, citation: Citation) -> str:
        return f"{self._reader(folder, citation.passage.source)}#{anchor_of(citation.span)}"

    def _brief(self, folder: str, key: str) -> Markdown:
        record = self._keys.get(key)
        return self._linked(folder, key, record.brief if record else None)

    def _chain_link(self, folder: str, name: str) -> str:
        if name == UNIDENTIFIED:
            return "someone the text does not name"
        key = f"source:{name}" if f"source:{name}" in self._keys else f"actor:{name}"
        return self._brief(folder, key)


def _folder(context: Context) -> str:
    """The folder of the page that is being made, with its `/`; empty for one at the root."""
    page: str = context["page"]
    return page[: page.rfind("/") + 1]


def _link(graph: Graph, folder: str, key: str, words: str | None = None) -> Markdown:
    record = graph.dossier.by_key.get(key)
    if record is None or key not in graph.shown_keys:
        return escape(words or (record.label if record else key))
    return Markdown(f"[{escape(words or record.label)}]({relative(page_of(record), folder)})")


def _evidence(graph: Graph, key: str) -> tuple[Citation, ...]:
    """The first citation of each document that a record rests on."""
    first: dict[str, Citation] = {}
    for one in graph.evidence_of(graph.dossier.by_key[key]):
        if one.found:
            first.setdefault(one.passage.source, one)
    return tuple(first.values())


def _document(graph: Graph, source_id: str) -> str:
    record = graph.dossier.by_key.get(f"source:{source_id}")
    return escape(record.brief if record else source_id)


def _reader(folder: str, source_id: str) -> str:
    return relative(reader_page_of(source_id), folder)


def _title(words: str) -> str:
    return attribute(words if len(words) <= TITLE_LENGTH else words[: TITLE_LENGTH - 1] + "…")


def _marker(number: str) -> Markdown:
    """The mark of a list's item, filled up to the four columns that its further paragraphs are indented by."""
    return Markdown(f"{number:<3} ")


def _beginning(words: str) -> str:
    """The first few words of a passage."""
    few = words.split()
    return " ".join(few[:BEGINNING]) + ("…" if len(few) > BEGINNING else "")


def _count(number: int, singular: str, plural: str | None = None) -> str:
    """`1 document`, `2 documents`."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"
