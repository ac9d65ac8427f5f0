"""The repository of a dossier, as mkdocs.yml names it in `repo_url` and `edit_uri`."""

import posixpath
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urljoin

from dossier.model.repository import Repository, host_of


class FoundRepository(NamedTuple):
    """The repository that mkdocs.yml names, None if it names none, and what is wrong with its `edit_uri`, or ""."""

    repository: Repository | None
    problem: str = ""


def find_repository(settings: Mapping[str, Any], root: str = ".") -> FoundRepository:
    """Return the repository in the settings of an mkdocs.yml; `root` is the dossier's folder, seen from that file.

    MkDocs adds the paths of pages to `edit_uri` or puts them into `edit_uri_template`. The files of records are not in
    the folder of pages, so that folder has to be at the end, as in `edit/main/content/pages/`: what comes before it is
    the address of the project's folder.
    """
    url = str(settings.get("repo_url") or "").rstrip("/")
    if not url:
        return FoundRepository(None)
    name = "edit_uri_template" if settings.get("edit_uri_template") else "edit_uri"
    edit_uri = str(settings.get(name) or "")
    host = host_of(url, edit_uri)
    if not edit_uri:
        return FoundRepository(Repository(url, host))
    start, _, after = edit_uri.partition("{path}")
    start, pages = start.rstrip("/") + "/", posixpath.normpath(str(settings.get("docs_dir") or "docs")) + "/"
    if not start.endswith(f"/{pages}"):
        problem = f"{name} does not end with {pages}, the folder of pages, which is how links find the files of records"
        return FoundRepository(Repository(url, host), problem)
    folder = posixpath.normpath(root)
    before = urljoin(f"{url}/", start.removesuffix(pages)) + ("" if folder == "." else f"{folder}/")
    return FoundRepository(_with_files(Repository(url, host, before, after)))


def _with_files(repository: Repository) -> Repository:
    """Return a repository with its branch, and with addresses of edit forms if those given lead to files otherwise."""
    url, host = repository.url, repository.host
    for start in (host.edit, *host.also) if host else ():
        if host and repository.before.startswith(f"{url}/{start}"):
            folder = repository.before.removeprefix(f"{url}/{start}")
            return repository._replace(before=f"{url}/{host.edit}{folder}", folder=folder)
    return repository
