"""The links of pages to their files in the repository, and to where errors in them are reported."""

import os
import posixpath
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from dossier.load.repository_settings import find_repository
from dossier.model.dossier import Settings
from dossier.model.repository import Repository
from dossier.plugin.generated_page import GeneratedFile
from dossier.plugin.settings import written_settings
from dossier.render.edit_links import EditLinks, edit_links
from dossier.render.head import as_text

NO_LINKS = EditLinks("", "", "")


class FileLinks:
    """The links of the pages of a site: `repository` is None if mkdocs.yml names none, `pages` the folder of pages."""

    def __init__(self, repository: Repository | None, pages: str) -> None:
        self.repository = repository
        self._pages = pages

    def add_edit_urls(self, files: Files) -> None:
        """Tell MkDocs and its theme where the files behind the generated pages are edited."""
        for file in files.documentation_pages() if self.repository else ():
            if isinstance(file, GeneratedFile) and file.edited_file and file.page and self.repository:
                file.page.edit_url = self.repository.edit_url(file.edited_file) or None

    def links_of(self, page: Page | None, settings: Settings | None) -> EditLinks:
        """Return the links of a page, none if there is no page or no dossier to show."""
        if page is None or settings is None:
            return NO_LINKS
        title = settings.title if page.is_homepage else as_text(str(page.meta.get("title") or page.title or ""))
        return edit_links(settings, self.repository, self._file_of(page.file), title, page.canonical_url or page.url)

    def _file_of(self, file: File) -> str:
        """Return the file that editors change to change a page, from the project's root; "" if there is none."""
        if isinstance(file, GeneratedFile):
            return file.edited_file
        return "" if file.generated_by else posixpath.join(self._pages, file.src_uri)


def find_file_links(config: MkDocsConfig, root: str) -> FileLinks:
    """Return the links by the settings in mkdocs.yml; `root` is the folder of the dossier, seen from there.

    Raises PluginError if `edit_uri` leads to no record.
    """
    found = find_repository(written_settings(config), root)
    if found.problem:
        raise PluginError(f"mkdocs.yml: {found.problem}")
    folder = Path(config.config_file_path or "mkdocs.yml").resolve().parent / root
    return FileLinks(found.repository, Path(os.path.relpath(config.docs_dir, folder)).as_posix())
