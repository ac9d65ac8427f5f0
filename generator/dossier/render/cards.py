"""The data of the cards of citation marks: one script for each source, loaded when a reader first opens a card of it.

It is a script because a page opened from a folder (`file:`) cannot load other data. It sets
`dossierCards[<source's id>]` to an object with:

- `source`: the source's short name, its page, a line of facts, how to cite it, and its language, "" if it is that of
  the pages;
- `site`: the address of the site, "" if it is not known; `title`: that of the dossier;
- `report`: the address of the form for errors, and the names by which it takes a title and a text, "" if it does not;
  absent if there is no form;
- `editForms`: the beginning of the addresses of edit forms; absent if none is known;
- `links`: for each link of an attribution, its name, its page, null where it has none, and what it is, null for a
  document that is only known through the link before it;
- `passages`: by anchor, the words and the text before and after them, `via`, the links of the attribution behind the
  source, empty unless all that cite the passage agree on it, and, if there are such, `locator`, as `p. 7`,
  `translation`: its words, their language, and who translated them, and `images` of the pages of a PDF, each a
  PageImage;
- `cited`: by key, every statement (`actor:juan-guaido#declared`) and record (`actor:juan-guaido`) that a mark leading
  to a passage of the source may be for: its `text` and address, what it is (`scope`: sentence, statement or record),
  how many sources and independent origins it has (`counts`), its `passages`, each an address and an attribution, and
  `file`, the rest of the address of the edit form of its file, if those are known.

Pages are addresses relative to the site's root.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from dossier.edtf.format import format_edtf
from dossier.graph import Graph
from dossier.graph.origins import Corroboration
from dossier.graph.statements import Statement
from dossier.graph.text_parts import passage_url
from dossier.graph.urls import page_path, page_url, passage_anchor, statement_url
from dossier.model.citation import Citation
from dossier.model.finding import Location
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.source import Source
from dossier.model.locator import describe_locators
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.model.record import Record
from dossier.model.repository import Repository
from dossier.model.terms import count_of, term
from dossier.render.cited_pages import CitedPages, PageImages
from dossier.render.edit_links import report_form
from dossier.render.evidence import PassageContexts, page_evidence
from dossier.render.filters import UNNAMED
from dossier.render.source_language import language_of
from dossier.render.source_reference import describe_source
from dossier.text.interface import gettext as _
from dossier.text.interface import ngettext
from dossier.text.serialize import json_bytes

SENTENCE_ENDS = (".", "!", "?")
OPENING, CLOSING = "“‘\"'(", "”’\"')"


class Cited(NamedTuple):
    """What a mark may be for, a statement or a record, with its passages. `scope` is the word for it.

    `location` returns where it is in its file.
    """

    key: str
    text: str
    url: str
    scope: str
    counts: str
    citations: tuple[Citation, ...]
    location: Callable[[], Location]


def statement_key(statement: Statement) -> str:
    """Return the key of a statement among all: that of its item, and its id."""
    return f"{statement.item.key}#{statement.id}"


def statement_title(graph: Graph, statement: Statement) -> str:
    """Return a statement as plain text, without the punctuation after a clause."""
    return graph.statement_text(statement).rstrip(" ,;:")


def is_whole_sentence(text: str) -> bool:
    """Return whether a text begins and ends as a sentence does, and is not a clause of one."""
    first = text.lstrip(OPENING)[:1]
    return (first.isupper() or first.isdigit()) and text.rstrip(CLOSING).endswith(SENTENCE_ENDS)


def render_cards(graph: Graph, publication: PublishContext, cited_pages: CitedPages) -> Iterator[OutputFile]:
    """Yield the script of each source that a visible record or statement cites."""
    by_source: dict[str, list[Cited]] = {}
    for cited in _all_cited(graph):
        for source_id in dict.fromkeys(citation.passage.source for citation in cited.citations):
            by_source.setdefault(source_id, []).append(cited)
    for source in graph.visible_of(Source):
        if source.id in by_source:
            data = _card_data(graph, publication, source, by_source[source.id], cited_pages.images_of(source))
            script = f'dossierCards["{source.id}"] = {json_bytes(data).decode()};\n'
            yield OutputFile(f"data/cards/{source.id}.js", script.replace("</", "<\\/"))


def describe_counts(corroboration: Corroboration) -> str:
    """Return how many sources and independent origins there are, and whether one publisher is all they share."""
    sources = count_of(len(corroboration.sources), Source)
    origins = ngettext("%(number)s independent origin", "%(number)s independent origins", len(corroboration.origins))
    counts = f"{sources}, {origins}"
    is_one_publisher = len(corroboration.origins) == 1 and corroboration.origins[0].is_publisher
    return _("%(counts)s (all from one publisher)", counts=counts) if is_one_publisher else counts


def _all_cited(graph: Graph) -> Iterator[Cited]:
    """Yield every statement and record that has evidence."""
    for statement in graph.statements:
        if statement.citations:
            text = statement_title(graph, statement)
            scope = "sentence" if statement.is_prose and is_whole_sentence(text) else "statement"
            counts = describe_counts(graph.corroboration_of_statement(statement))
            key, url = statement_key(statement), statement_url(statement)
            yield Cited(key, text, url, scope, counts, statement.citations, statement.location)
    for record in graph.visible:
        evidence = page_evidence(graph, record)
        if evidence:
            counts = describe_counts(graph.corroboration_of(record))
            url = page_url(page_path(record))
            yield Cited(record.key, record.label, url, "record", counts, evidence, record.location)


def _card_data(
    graph: Graph, publication: PublishContext, source: Source, all_cited: Iterable[Cited], images: PageImages | None
) -> Mapping[str, object]:
    contexts = PassageContexts(graph)
    passages: dict[str, dict[str, Any]] = {}
    links: dict[str, tuple[str, str | None, str | None]] = {}
    for citation in (citation for cited in all_cited for citation in cited.citations):
        if citation.passage.source != source.id:
            continue
        anchor, via = passage_anchor(citation.span), citation.passage.via
        if anchor not in passages:
            context = contexts.for_card(citation, shows_full_text=source.shows_full_text)
            passages[anchor] = {**context._asdict(), "via": via}
            if locator := describe_locators(graph.locators_of(citation)):
                passages[anchor]["locator"] = locator
            if images is not None:
                passages[anchor]["images"] = images.of_spans([citation.span])
            if translation := citation.passage.translation:
                passages[anchor]["translation"] = (translation.text, translation.language or "", translation.by)
        elif passages[anchor]["via"] != via:
            passages[anchor]["via"] = ()
        for link in via:
            if link not in links:
                links[link] = _link(graph, link)
    repository = publication.repository
    form = report_form(graph.dossier.settings, repository)
    return {
        "source": _source_info(graph, source),
        "site": publication.site_url,
        "title": graph.dossier.settings.title,
        **({"report": form} if form else {}),
        **({"editForms": repository.before} if repository and repository.before else {}),
        "links": links,
        "passages": passages,
        "cited": {cited.key: _cited_data(graph, cited, repository) for cited in all_cited},
    }


def _cited_data(graph: Graph, cited: Cited, repository: Repository | None) -> Mapping[str, object]:
    passages = [(passage_url(graph, *citation.place), citation.passage.via) for citation in cited.citations]
    return {
        "text": cited.text,
        "url": cited.url,
        "scope": cited.scope,
        "counts": cited.counts,
        "passages": passages,
        **({"file": _edit_path(cited, repository)} if repository and repository.before else {}),
    }


def _edit_path(cited: Cited, repository: Repository) -> str:
    """Return what comes after the beginning of all edit forms in the address of the one of a statement or record."""
    location = cited.location()
    return repository.edit_url(location.path, location.line).removeprefix(repository.before)


def _source_info(graph: Graph, source: Source) -> Mapping[str, str]:
    published = format_edtf(source.published.date) if source.published else _("undated")
    return {
        "name": source.short_label,
        "page": page_url(page_path(source)),
        "facts": _(
            "%(kind)s · %(date)s · grade %(letter)s: %(meaning)s",
            kind=term(source.kind, "Source.kind"),
            date=published,
            letter=source.grade.letter,
            meaning=source.grade.meaning,
        ),
        "reference": describe_source(graph, source),
        "language": language_of(graph, source) or "",
    }


def _link(graph: Graph, link: str) -> tuple[str, str | None, str | None]:
    """Return the name of a link of an attribution, its page and what it is; None where it has none."""
    record = graph.dossier.by_key.get(graph.party_key(link) or "")
    if record is None:
        return _(UNNAMED), None, ""
    page = page_url(page_path(record)) if record.key in graph.visible_keys else None
    return record.short_label, page, _description(record)


def _description(record: Record) -> str | None:
    """Return what a link of an attribution is, in a few words; None for a document known only through another."""
    if isinstance(record, Source):
        return _("read in full") if record.has_text else None
    if isinstance(record, Actor):
        kind = term(record.kind, "Actor.kind")
        return _("%(kind)s, not named", kind=kind) if record.unnamed else kind
    return ""
