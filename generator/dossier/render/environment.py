"""Jinja as the templates have it: what they name must be there, and filters know where their page stands."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property, partial

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from dossier.edtf.format import format_day, format_edtf, format_month
from dossier.edtf.parse import Edtf
from dossier.graph import Graph
from dossier.graph.urls import page_path, page_url, passage_anchor, relative_url, text_page_path
from dossier.model.citation import Citation
from dossier.model.kinds.quote import FORMS
from dossier.model.kinds.source import Source
from dossier.model.record import Record
from dossier.render.compiled import Compiled
from dossier.render.filters.charts import chart_filters
from dossier.render.filters.html import ARROW, UNNAMED, html_filters
from dossier.render.maps.countries import territory_names
from dossier.render.markdown import Markdown, attribute, cached_escape, escape_block, prose
from dossier.render.quote_comparison import difference
from dossier.render.quote_context import QuoteContext
from dossier.text.plural import pluralize


class PageContext(Context):
    """A template's context, which knows where its page stands."""

    @cached_property
    def folder(self) -> str:
        """The folder of the page, with its `/`; empty for one at the root."""
        page: str = self["page"]
        return page[: page.rfind("/") + 1]


class StrictEnvironment(Environment):
    """An environment where what a template names of a value must be there, and is never looked for among its items."""

    context_class = PageContext
    getattr = staticmethod(getattr)  # type: ignore[assignment]  # Python's own, which no frame stands around.


TITLE_LENGTH = 240
BEGINNING, END = 5, 3
NOT_STATED = Markdown("not told")
HAIR_SPACE = "\u200a"
"""Keeps marks apart from words and from each other, for the eye and for the search index."""
WORD_JOINER = "\u2060"


def build_environment(graph: Graph) -> StrictEnvironment:
    """A Jinja environment whose filters know the graph. A value that is not Markdown already is escaped."""
    escaped = cached_escape()
    made = StrictEnvironment(
        loader=PackageLoader("dossier.render"),
        undefined=StrictUndefined,
        finalize=escaped,
        trim_blocks=True,
        lstrip_blocks=True,
        optimized=False,  # Next to nothing in them could be worked out beforehand.
        auto_reload=False,  # One environment makes one set of pages.
        autoescape=False,  # `finalize` escapes for Markdown, which holds HTML's own characters too.
    )
    made.globals.clear()  # Jinja's own, which no template uses, and each page's context would be filled with.
    links = Links(graph, escaped)
    made.filters |= html_filters(graph)
    made.filters |= chart_filters(graph, made)
    made.filters |= {
        "link": links.link,
        "actor": links.actor,
        "place": links.place,
        "links": links.links,
        "html_links": links.html_links,
        "list_item": links.list_item,
        "cite": links.cite,
        "passage_mark": links.passage_mark,
        "source_marks": links.source_marks,
        "marks_for": links.marks_for,
        "short_link": links.short_link,
        "short_links": links.short_links,
        "documents_named": links.documents_named,
        "page": links.page,
        "text": links.text,
        "prose": links.prose,
        "footnote_marks": links.footnote_marks,
        "passage": links.passage,
        "attribute": attribute,
        "chain": links.chain,
        "document": links.document,
        "format_edtf": lambda when: format_edtf(when) if isinstance(when, Edtf) else "date unknown",
        "format_day": format_day,
        "month": format_month,
        "excerpt": _ends,
        "country": territory_names(graph.dossier.settings.language),
        "marker": _marker,
        "words": graph.passage_text,
        "in_context": QuoteContext(graph).as_markdown,
        "difference": difference,
        "capital": lambda text: str(text)[:1].upper() + str(text)[1:],
        "count": pluralize,
        "form": FORMS.get,
        "documents": lambda record: pluralize(len(graph.corroboration_of(record).sources), "document"),
        "origins": lambda record: pluralize(len(graph.corroboration_of(record).origins), "independent origin"),
    }
    made.bytecode_cache = Compiled(made)
    return made


class Links:
    """Filters that link: a template's `page` says where it stands."""

    def __init__(self, graph: Graph, escaped: Callable[[str], Markdown]) -> None:
        self._keys = graph.dossier.by_key
        # Many pages say the same of a record, and what they say is the same on all pages of a folder.
        self._words = graph.passage_text
        self._link_key = graph.party_key
        pages = {record.key: page_path(record) for record in graph.visible}
        self._linked = cache(partial(_link, pages, graph.labels, escaped))
        self._listed = cache(self._list)
        self._html_linked = cache(partial(_html_link, pages, graph.labels, escaped))
        self._cited = cache(self._cite)
        self._evidence = cache(partial(_evidence, graph))
        self._document = cache(partial(_document, graph))
        self._reader = cache(_reader)
        self._title = cache(_title)

    @pass_context
    def link(self, context: PageContext, record: Record | str, words: str | None = None) -> Markdown:
        """A link to a record, given itself or its key; to words alone where readers do not see it."""
        return self._linked(context.folder, record if isinstance(record, str) else record.key, words)

    @pass_context
    def actor(self, context: PageContext, actor_id: str | None) -> Markdown:
        """A link to the actor of this id."""
        return self._linked(context.folder, f"actor:{actor_id}") if actor_id else NOT_STATED

    @pass_context
    def place(self, context: PageContext, place_id: str) -> Markdown:
        """A link to the place of this id."""
        return self._linked(context.folder, f"place:{place_id}")

    @pass_context
    def links(self, context: PageContext, records: Iterable[Record], between: str = "; ") -> Markdown:
        """Links to these records in one line."""
        folder = context.folder
        return Markdown(between.join([self._linked(folder, record.key, None) for record in records]))

    @pass_context
    def html_links(self, context: PageContext, records: Iterable[Record]) -> Markdown:
        """The same in HTML, for a block that Markdown does not read: addresses are those of the built pages."""
        folder = context.folder
        return Markdown("; ".join([self._html_linked(folder, record.key) for record in records]))

    @pass_context
    def list_item(self, context: PageContext, record: Record, words: str | None = None) -> Markdown:
        """A list's item: a link to the record, and its marks as `cite` gives them."""
        return self._listed(context.folder, record.key, words or record.list_label)

    @pass_context
    def cite(self, context: PageContext, record: Record) -> Markdown:
        """The marks after a statement in a list: the documents it rests on, each leading to its first passage there."""
        return self._cited(context.folder, (record.key,))

    @pass_context
    def page(self, context: PageContext, path: str) -> Markdown:
        """The address of a page, from this one."""
        return Markdown(relative_url(path, context["page"]))

    @pass_context
    def text(self, context: PageContext, source: Source) -> Markdown:
        """The address of the reader page of a source, from this one."""
        return Markdown(self._reader(context.folder, source.id))

    @pass_context
    def prose(self, context: PageContext, text: str) -> Markdown:
        return prose(text, partial(self._linked, context.folder))

    @pass_context
    def footnote_marks(self, context: PageContext, citations: Iterable[Citation]) -> Markdown:
        """The marks of these citations on their record's page, numbered as its evidence is."""
        folder, key, numbers = context.folder, context["record"].key, context["numbers"]
        marks = (self._mark(folder, key, one, str(numbers[one.passage.source, one.span])) for one in citations)
        return Markdown("".join(marks))

    @pass_context
    def passage(self, context: PageContext, citation: Citation) -> Markdown:
        """The address of a passage on its source's reader page."""
        return Markdown(self._address(context.folder, citation))

    @pass_context
    def chain(self, context: PageContext, citation: Citation) -> Markdown:
        """The attribution chain, from the document held back to who said it."""
        links = [self._chain_link(context.folder, name) for name in citation.passage.via]
        held = self._brief(context.folder, f"source:{citation.passage.source}")
        return Markdown(ARROW.join([f"{held} (read here)", *links]))

    def document(self, citation: Citation) -> Markdown:
        """What the document of a passage is called."""
        return Markdown(self._document(citation.passage.source))

    def documents_named(self, sources: Iterable[str]) -> Markdown:
        """What documents are called, in a sentence."""
        return Markdown(" and ".join(map(self._document, sources)))

    @pass_context
    def passage_mark(self, context: PageContext, citation: Citation) -> Markdown:
        """The mark of one passage where its document is plain already; on a line with the word before."""
        mark = self._mark(context.folder, citation.record.key, citation, "¶")
        return Markdown(mark.replace(HAIR_SPACE, HAIR_SPACE + WORD_JOINER, 1))

    @pass_context
    def source_marks(self, context: PageContext, citations: Iterable[Citation]) -> Markdown:
        """The marks of citations by their documents, each document once; the record may be another than the page's."""
        first = {one.passage.source: one for one in reversed(tuple(citations))}
        marks = (
            self._mark(context.folder, one.record.key, one, self._document(source))
            for source, one in sorted(first.items())
        )
        return Markdown("".join(marks))

    @pass_context
    def marks_for(self, context: PageContext, keys: Iterable[str]) -> Markdown:
        """The marks after a statement that rests on several records, each document once."""
        return self._cited(context.folder, tuple(keys))

    @pass_context
    def short_link(self, context: PageContext, key: str) -> Markdown:
        """A link that calls the record what chains call it."""
        return self._brief(context.folder, key)

    @pass_context
    def short_links(self, context: PageContext, keys: Iterable[str]) -> Markdown:
        """Links that call the records what chains call them."""
        return Markdown("; ".join([self._brief(context.folder, key) for key in keys]))

    def _list(self, folder: str, key: str, words: str) -> Markdown:
        return Markdown(self._linked(folder, key, words) + self._cited(folder, (key,)))

    def _cite(self, folder: str, keys: tuple[str, ...]) -> Markdown:
        marks = (self._mark(folder, key, one, self._document(one.passage.source)) for key, one in self._evidence(keys))
        return Markdown("".join(marks))

    def _mark(self, folder: str, key: str, citation: Citation, shown: str) -> str:
        """A mark of the statement of the record `key`, which its card tells the chain and the origins of."""
        address, title = self._address(folder, citation), self._title(self._words(citation))
        return f'{HAIR_SPACE}<sup data-record="{key}">[{shown}]({address} "{title}")</sup>'

    def _address(self, folder: str, citation: Citation) -> str:
        return f"{self._reader(folder, citation.passage.source)}#{passage_anchor(citation.span)}"

    def _brief(self, folder: str, key: str) -> Markdown:
        record = self._keys.get(key)
        return self._linked(folder, key, record.short_label if record else None)

    def _chain_link(self, folder: str, name: str) -> str:
        key = self._link_key(name)
        return self._brief(folder, key) if key else UNNAMED


def _link(
    pages: Mapping[str, str],
    labels: Mapping[str, str],
    escaped: Callable[[str], Markdown],
    folder: str,
    key: str,
    words: str | None = None,
) -> Markdown:
    shown = escaped(words or labels.get(key, key))
    return Markdown(f"[{shown}]({relative_url(pages[key], folder)})") if key in pages else shown


def _html_link(
    pages: Mapping[str, str], labels: Mapping[str, str], escaped: Callable[[str], Markdown], folder: str, key: str
) -> str:
    return f'<a href="{relative_url(page_url(pages[key]), folder)}">{escaped(labels[key])}</a>'


def _evidence(graph: Graph, keys: tuple[str, ...]) -> tuple[tuple[str, Citation], ...]:
    """The first citation of each document that the records rest on, with the key of the record it stands behind."""
    first: dict[str, tuple[str, Citation]] = {}
    for key in keys:
        for one in graph.evidence_of(graph.dossier.by_key[key]):
            if one.is_found:
                first.setdefault(one.passage.source, (key, one))
    return tuple(first.values())


def _document(graph: Graph, source_id: str) -> str:
    record = graph.dossier.by_key.get(f"source:{source_id}")
    return escape_block(record.short_label if record else source_id)


def _reader(folder: str, source_id: str) -> str:
    return relative_url(text_page_path(source_id), folder)


def _title(words: str) -> str:
    return attribute(words if len(words) <= TITLE_LENGTH else words[: TITLE_LENGTH - 1] + "…")


def _marker(number: str) -> Markdown:
    """The mark of a list's item, filled up to the four columns that its further paragraphs are indented by."""
    return Markdown(f"{number:<3} ")


def _ends(words: str) -> str:
    """The first and last few words of a passage, which tell it from others that begin or end as it does."""
    all = words.split()
    few = all if len(all) <= BEGINNING + END + 1 else [*all[:BEGINNING], "…", *all[-END:]]
    return " ".join(few)
