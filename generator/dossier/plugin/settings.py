"""What the plugin requires of the settings in mkdocs.yml, and what it sets there from those of the dossier."""

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from dossier.load.publication import USUAL_PLUGINS, read_language, read_mkdocs_settings, read_title

INSTANT = "navigation.instant"
SEARCH_PLUGINS = USUAL_PLUGINS - {"dossier"}


def reject_instant_navigation(config: MkDocsConfig) -> None:
    """Raise PluginError if mkdocs.yml turns on a feature that does not run the scripts of the pages."""
    for feature in config.theme.get("features") or ():
        if str(feature).startswith(INSTANT):
            raise PluginError(
                f"mkdocs.yml: the feature {feature} replaces pages without running their scripts, "
                "so that cards, filters and the network would not work: remove it"
            )


def written_settings(config: MkDocsConfig) -> Mapping[str, Any]:
    """Return the settings as mkdocs.yml has them, without the defaults of MkDocs."""
    return read_mkdocs_settings(Path(config.config_file_path or "mkdocs.yml"))


def follow_dossier(config: MkDocsConfig, root: Path) -> None:
    """Set what the site takes from the dossier below `root`: its language, and its title as the site's name."""
    _set_language(config, read_language(root))
    set_site_name(config, root)


def _set_language(config: MkDocsConfig, language: str) -> None:
    """Set the language of the theme and of the search plugin, a BCP 47 tag, as far as they know it or its base."""
    tags = (language, language.partition("-")[0])
    for tag in tags:
        if any((Path(folder) / f"partials/languages/{tag}.html").is_file() for folder in config.theme.dirs):
            config.theme["language"] = tag
            break
    for name in SEARCH_PLUGINS & config.plugins.keys():
        config.plugins[name].config["lang"] = [tags[-1]]


def set_site_name(config: MkDocsConfig, root: Path) -> None:
    """Name the site after the dossier below `root` where mkdocs.yml leaves the name empty: as HTML, as themes need it.

    Where the title cannot be read, the name stays.
    """
    if not written_settings(config).get("site_name"):
        config.site_name = escape(" ".join(read_title(root).split())) or config.site_name
