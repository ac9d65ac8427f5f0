"""The Jinja environment of the page templates: unknown names are errors, and every value is escaped by default."""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from pathlib import PurePath
from traceback import extract_tb
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.runtime import Context

from dossier.graph import Graph
from dossier.model.errors import UserError
from dossier.render.filters import value_filters
from dossier.render.link_filters import link_filters
from dossier.render.markdown import Markdown, escape_block
from dossier.render.source_language import language_filters
from dossier.render.template_cache import keep_compiled_templates
from dossier.text.interface import format_decimal, gettext, ngettext, pgettext

TEMPLATE_SUFFIX = ".j2"
MESSAGE_FUNCTIONS: Mapping[str, Callable[..., str]] = {
    "_": gettext,
    "gettext": gettext,
    "ngettext": ngettext,
    "pgettext": pgettext,
}
"""The functions of templates that return messages of the interface."""


class RenderError(UserError):
    """A page could not be rendered, which is a fault of this program. The message names the page and the line."""


class PlainContext(Context):
    """A context that calls functions as they are. Jinja's own looks each time whether one asks for the context.

    None does: what needs the context is a filter. Most calls are of messages, dozens on every page.
    """

    def call(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """Return what a function of a template returns; Jinja adds the variables of loops and blocks for its own."""
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return function(*args, **kwargs)


class StrictEnvironment(Environment):
    """A Jinja environment that renders whole pages and says which page an error belongs to."""

    context_class = PlainContext
    getattr = staticmethod(getattr)  # type: ignore[assignment]
    """Looks up a name after a dot: of an object and, unlike Jinja's own, not of a mapping."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals of a template, which are those of all: an included template looks through them at once."""
        return super().make_globals(d) if d else self.globals

    def render_page(
        self, template: str, path: str, context: Mapping[str, Any], key: str = "", default: str | None = None
    ) -> str:
        """Return the page at `path`, rendered from `template` or, if there is no such template, from `default`.

        Raises RenderError, which names the page, the record's `key` if it has one, and the template's line.
        """
        with naming_page(path, key):
            return self.select_template([template, default or template]).render(page=path, **context)


@contextmanager
def naming_page(path: str, key: str = "") -> Iterator[None]:
    """Turn any exception into a RenderError that names the page at `path`, its record and the line that failed."""
    try:
        yield
    except RenderError:
        raise
    except Exception as error:
        record = f" ({key})" if key else ""
        raise RenderError(f"{path}{record}, {_failed_line(error)}: {type(error).__name__}: {error}") from error


def _failed_line(error: Exception) -> str:
    """Return `record.md.j2 line 14`: the innermost line of a template or, if none was reached, of the code."""
    frames = extract_tb(error.__traceback__)
    frame = ([frame for frame in frames if frame.filename.endswith(TEMPLATE_SUFFIX)] or frames)[-1]
    return f"{PurePath(frame.filename).name} line {frame.lineno}"


def build_environment(graph: Graph) -> StrictEnvironment:
    """Return the environment with all filters for pages about `graph`."""
    environment = StrictEnvironment(
        loader=PackageLoader("dossier.render"),
        undefined=StrictUndefined,
        finalize=escape_block,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # An environment is for one state of the site, which a changed template ends.
        autoescape=False,  # `finalize` escapes for Markdown, which includes the characters of HTML.
        cache_size=-1,  # All templates are kept.
    )
    environment.filters |= link_filters(graph)
    environment.filters |= value_filters(graph)
    environment.filters |= language_filters(graph)
    allow_messages(environment)
    environment.globals |= {name: _escaping(translate) for name, translate in MESSAGE_FUNCTIONS.items()}
    keep_compiled_templates(environment)
    return environment


def html_environment(package: str) -> Environment:
    """Return the environment of the templates of a package that are HTML, with messages of the interface."""
    environment = Environment(
        loader=PackageLoader(package),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    allow_messages(environment)
    environment.globals |= dict(MESSAGE_FUNCTIONS)
    return environment


def allow_messages(environment: Environment) -> None:
    """Let templates write messages of the interface as `{{ _("…") }}` or `{% trans %}…{% endtrans %}`."""
    environment.add_extension("jinja2.ext.i18n")
    environment.policies["ext.i18n.trimmed"] = True
    environment.newstyle_gettext = True  # type: ignore[attr-defined]  # Values are arguments.


def _escaping(translate: Callable[..., str]) -> Callable[..., Markdown]:
    """Return a function of messages, which are Markdown or HTML as what is around them; values are escaped."""

    def message(*message: object, **values: object) -> Markdown:
        return Markdown(translate(*message, **{name: _as_markdown(value) for name, value in values.items()}))

    return message


def _as_markdown(value: object) -> Markdown:
    return Markdown(format_decimal(value)) if isinstance(value, int) else escape_block(value)
