"""The plugin's options in mkdocs.yml."""

from mkdocs.config import config_options
from mkdocs.config.base import Config


class DossierConfig(Config):  # type: ignore[no-untyped-call]
    """The options below `dossier` in `plugins`."""

    root = config_options.Type(str, default=".")
    """The folder that holds `content/` and `seeds/`, relative to mkdocs.yml."""
    page_shells = config_options.Type(bool, default=True)
    """Whether the theme renders what is around the content of generated pages once for all that have the same."""
    social_cards = config_options.Type(bool, default=True)
    """Whether each page of a site with an address has an image for previews of links to it."""
