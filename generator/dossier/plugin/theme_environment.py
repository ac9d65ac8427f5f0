"""The environment of Material's templates, which makes smaller pages in less time that look the same.

Where other templates or code take part, pages have the indentation and the empty lines of the templates, and templates
are compiled in each build.
"""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from jinja2.ext import Extension
from mkdocs.config.defaults import MkDocsConfig

from dossier.edtf.format import format_edtf
from dossier.load.publication import USUAL_PLUGINS
from dossier.render.environment import MESSAGE_FUNCTIONS, allow_messages
from dossier.render.template_cache import keep_compiled_templates
from dossier.text.interface import interface_for, interface_language

INDENTATION = re.compile("^[ \t]+", re.MULTILINE)
SILENT_TAGS = r"(?:\{%-? (?:if|elif|else|endif|for|endfor|set|block|endblock|macro|endmacro|call|endcall)\b[^%]*%\})*"
"""Tags of a template that print nothing."""
EMPTY_LINE = re.compile(rf"^(?<!-[#%}}]}}\n)({SILENT_TAGS})\n", re.MULTILINE)
"""The line before must not end in a tag such as `-%}`, which takes the end of that line away."""
NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'
"""Which an SVG file needs, but not a drawing in a page."""


class CondensedHtml(Extension):
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


class VisibleTemplates(FileSystemLoader):
    """Lists no hidden files: Material has 14,000 icons, none of which MkDocs copies, but each of which it looks at."""

    def list_templates(self) -> list[str]:
        """Return the names of the files that may be copied, in their order."""
        return sorted({name for folder in self.searchpath for name in self._visible_files(folder)})

    def _visible_files(self, root: str) -> Iterator[str]:
        for folder, folders, files in os.walk(root, followlinks=self.followlinks):
            folders[:] = [name for name in folders if not name.startswith(".")]
            below = Path(folder).relative_to(root)
            yield from ((below / name).as_posix() for name in files if not name.startswith("."))


def list_visible(environment: Environment) -> Environment:
    """Let an environment that loads templates from folders list those that are not hidden; it loads the others too."""
    loader = environment.loader
    if type(loader) is FileSystemLoader:
        environment.loader = VisibleTemplates(loader.searchpath, loader.encoding, loader.followlinks)
    return environment


def prepare_theme_environment(environment: Environment, config: MkDocsConfig) -> bool:
    """Prepare the environment of Material's own templates; leave it alone where other templates or code take part.

    Return whether it was prepared.
    """
    if config.theme.name != "material" or config.theme.custom_dir or not config.plugins.keys() <= USUAL_PLUGINS:
        return False
    environment.add_extension(CondensedHtml)
    environment.auto_reload = False  # A build does not look whether a template has changed since it began.
    keep_compiled_templates(environment)
    return True


def translate_theme(environment: Environment, language: str) -> None:
    """Let our parts of the theme write messages as `{{ _("…") }}`, in the language of the pages; values are HTML."""
    allow_messages(environment)
    environment.globals["interface_tag"] = interface_for(language).tag
    environment.globals |= {name: _in_language(language, translate) for name, translate in MESSAGE_FUNCTIONS.items()}
    environment.filters["format_edtf"] = _in_language(language, format_edtf)


def _in_language(language: str, translate: Callable[..., str]) -> Callable[..., str]:
    def message(*message: Any, **values: object) -> str:
        with interface_language(language):
            return translate(*message, **values)

    return message
