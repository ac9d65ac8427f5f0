"""The Jinja environment of the page templates: unknown names are errors, and every value is escaped by default."""

from collections.abc import Callable, Mapping
from traceback import extract_tb
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from dossier.edtf.format import format_day, format_edtf, format_month
from dossier.edtf.parse import Edtf
from dossier.graph import Graph
from dossier.model.kinds.quote import FORMS
from dossier.model.record import Record
from dossier.render.filters.charts import chart_filters
from dossier.render.filters.html import html_filters
from dossier.render.filters.links import link_filters
from dossier.render.maps.countries import territory_names
from dossier.render.markdown import Markdown, attribute, escape_block
from dossier.render.quote_comparison import difference
from dossier.render.quote_context import QuoteContext
from dossier.text.wording import pluralize

TEMPLATE_SUFFIX = ".j2"
MAX_EXCERPT_WORDS = 9
FIRST_WORDS, LAST_WORDS = 5, 3
"""The words that an excerpt of a longer passage keeps from its beginning and its end."""


class RenderError(Exception):
    """A page could not be rendered, which is a fault of a template. The message names the page and the template."""


class StrictEnvironment(Environment):
    """A Jinja environment that renders whole pages and says which page an error belongs to."""

    def render_page(
        self, template: str, path: str, context: Mapping[str, Any], key: str = "", default: str | None = None
    ) -> str:
        """Return the page at `path`, rendered from `template` or, if there is no such template, from `default`.

        Raises RenderError, which names the page, the record's `key` if it has one, and the template's line.
        """
        try:
            return self.select_template([template, default or template]).render(page=path, **context)
        except Exception as error:
            record = f" ({key})" if key else ""
            raise RenderError(f"{path}{record}, {_template_line(error, template)}: {error}") from error


def _template_line(error: Exception, template: str) -> str:
    """Return `template record.md.j2 line 14`: the innermost template line that led to the error."""
    lines = [frame for frame in extract_tb(error.__traceback__) if frame.filename.endswith(TEMPLATE_SUFFIX)]
    if not lines:
        return f"template {template}"
    return f"template {lines[-1].filename.rpartition('/')[2]} line {lines[-1].lineno}"


def build_environment(graph: Graph) -> StrictEnvironment:
    """Return the environment with all filters for pages about `graph`."""
    environment = StrictEnvironment(
        loader=PackageLoader("dossier.render"),
        undefined=StrictUndefined,
        finalize=escape_block,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # `finalize` escapes for Markdown, which includes the characters of HTML.
    )
    environment.filters |= link_filters(graph)
    environment.filters |= html_filters(graph)
    environment.filters |= chart_filters(graph)
    environment.filters |= _text_filters(graph)
    return environment


def _text_filters(graph: Graph) -> Mapping[str, Callable[..., Any]]:
    """Return the filters that turn a value into words."""

    def source_count(record: Record) -> str:
        return pluralize(len(graph.corroboration_of(record).sources), "source")

    def origin_count(record: Record) -> str:
        return pluralize(len(graph.corroboration_of(record).origins), "independent origin")

    return {
        "attribute": attribute,
        "country_name": territory_names(graph.dossier.settings.language),
        "difference": difference,
        "excerpt": excerpt,
        "file_name": _file_name,
        "format_day": format_day,
        "format_edtf": _format_date,
        "format_month": format_month,
        "in_context": QuoteContext(graph).as_markdown,
        "list_marker": _list_marker,
        "origin_count": origin_count,
        "passage_text": graph.passage_text,
        "pluralize": pluralize,
        "quote_form": FORMS.get,
        "source_count": source_count,
        "upper_first": _upper_first,
    }


def _format_date(date: Edtf | None) -> str:
    return format_edtf(date) if isinstance(date, Edtf) else "date unknown"


def _upper_first(text: object) -> str:
    """Return `text` with its first letter in upper case and all others unchanged."""
    words = str(text)
    return words[:1].upper() + words[1:]


def _list_marker(number: int) -> Markdown:
    """Return the marker of a list item, padded to four columns, by which further paragraphs of it are indented."""
    return Markdown(f"{number}.".ljust(3) + " ")


def _file_name(path: str) -> str:
    return path.rpartition("/")[2]


def excerpt(passage: str) -> str:
    """Return the first and last words of a passage, which distinguish it from others with the same beginning or end."""
    words = passage.split()
    if len(words) > MAX_EXCERPT_WORDS:
        words = [*words[:FIRST_WORDS], "…", *words[-LAST_WORDS:]]
    return " ".join(words)
