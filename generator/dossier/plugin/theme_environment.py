"""The environment of Material's templates, which makes smaller pages in less time that look the same.

Without this module and its call, pages have the indentation of the templates, and templates are compiled in each build.
"""

import re

from jinja2 import Environment
from jinja2.ext import Extension
from mkdocs.config.defaults import MkDocsConfig

from dossier.load.publication import USUAL_PLUGINS
from dossier.render.template_cache import keep_compiled_templates

INDENTATION = re.compile("^[ \t]+", re.MULTILINE)
NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'
"""Which an SVG file needs, but not a drawing in a page."""


class Condensed(Extension):
    """Removes the indentation of HTML templates and the namespace of icons, which do nothing in HTML.

    It is not in an element such as `<pre>`, which none of Material's templates has.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the text of a template without indentation, or of an icon without its namespace."""
        if name and name.endswith(".svg"):
            return source.replace(NAMESPACE, "")
        return INDENTATION.sub("", source) if name and name.endswith(".html") else source


def prepare_theme_environment(environment: Environment, config: MkDocsConfig) -> None:
    """Prepare the environment of Material's own templates; leave it alone where other templates or code take part."""
    if config.theme.name == "material" and not config.theme.custom_dir and config.plugins.keys() <= USUAL_PLUGINS:
        environment.add_extension(Condensed)
        environment.auto_reload = False  # A build does not look whether a template has changed since it began.
        keep_compiled_templates(environment)
