"""The environment of Material's templates, which makes smaller pages in less time that look the same.

Without this module and its call, pages have the indentation and the empty lines of the templates, and templates are
compiled in each build.
"""

import re

from jinja2 import Environment
from jinja2.ext import Extension
from mkdocs.config.defaults import MkDocsConfig

from dossier.load.publication import USUAL_PLUGINS
from dossier.render.template_cache import keep_compiled_templates

INDENTATION = re.compile("^[ \t]+", re.MULTILINE)
SILENT_TAGS = r"(?:\{%-? (?:if|elif|else|endif|for|endfor|set|block|endblock|macro|endmacro)\b[^%]*%\})*"
"""Tags of a template that print nothing."""
EMPTY_LINE = re.compile(rf"^({SILENT_TAGS})\n", re.MULTILINE)
NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'
"""Which an SVG file needs, but not a drawing in a page."""


class CondensedTemplates(Extension):
    """Removes indentation and empty lines from HTML templates, and the namespace from icons: they do nothing in HTML.

    None of Material's templates has an element such as `<pre>`, where white space counts.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the text of a template without indentation and empty lines, or of an icon without its namespace."""
        if name and name.endswith(".svg"):
            return source.replace(NAMESPACE, "")
        if name and name.endswith(".html"):
            return EMPTY_LINE.sub(r"\1", INDENTATION.sub("", source))
        return source


def prepare_theme_environment(environment: Environment, config: MkDocsConfig) -> None:
    """Prepare the environment of Material's own templates; leave it alone where other templates or code take part."""
    if config.theme.name == "material" and not config.theme.custom_dir and config.plugins.keys() <= USUAL_PLUGINS:
        environment.add_extension(CondensedTemplates)
        environment.auto_reload = False  # A build does not look whether a template has changed since it began.
        keep_compiled_templates(environment)
